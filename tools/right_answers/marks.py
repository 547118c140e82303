"""Words of a paragraph by their numbers, and those that stand in quotation marks."""

import re
import unicodedata

_OPENS = re.compile(r"[“«]|(?<![\w,.?!])[\"'‘](?=\w)|^[A-Z]: ")
_CLOSES = {"“": re.compile("”"), "«": re.compile("»"), '"': re.compile('"')}
_CLOSES |= dict.fromkeys("'‘", re.compile(r"(?<=[.,?!])['’]|['’](?=[.,;]|$)"))
_DOUBLE = re.compile(r"[“«][^”»]*[”»]?|\"[^\"]*\"?")
Words = frozenset[int]


def fold(text: str) -> str:
    """Without case, accents and the kind of apostrophe."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("’", "'")


def words(text: str) -> list[str]:
    return [fold(word) for word in re.findall(r"\w+", text)]


def place(run: str, paragraph: str) -> Words:
    """The numbers of the paragraph's words that a run is; none where it does not stand there."""
    wanted, there = words(run), words(paragraph)
    starts = (n for n in range(len(there) - len(wanted) + 1) if wanted and there[n : n + len(wanted)] == wanted)
    start = next(starts, None)
    return frozenset() if start is None else frozenset(range(start, start + len(wanted)))


def quotation(run: str, paragraph: str) -> Words:
    """The words of the whole quotation that has a run, from mark to mark; all up to its end where no mark stands."""
    at = paragraph.casefold().find(run.casefold())
    if at < 0:
        return place(run, paragraph)
    start = max((found.end() for found in _OPENS.finditer(paragraph[: at + 1]) if found.end() <= at), default=0)
    closes = _CLOSES.get(paragraph[start - 1]) if start else None
    end = closes.search(paragraph, at + len(run)) if closes else None
    return _between(paragraph, start, end.start() if end else len(paragraph))


def marked(paragraph: str) -> Words:
    """The words inside any double or angled marks."""
    return frozenset().union(*(_between(paragraph, *found.span()) for found in _DOUBLE.finditer(paragraph)))


def _between(paragraph: str, start: int, end: int) -> Words:
    spans = [found.span() for found in re.finditer(r"\w+", paragraph)]
    return frozenset(n for n, (first, last) in enumerate(spans) if first >= start and last <= end)
