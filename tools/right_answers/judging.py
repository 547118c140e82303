"""Drafts beside the right answers of an article: which are right, which answers were found."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tools.right_answers.amounts import Amount, amount, drafted_amount
from tools.right_answers.draft_files import Drafted, DraftFile
from tools.right_answers.marks import Words, fold, marked, place, quotation, words

KINDS = ("quotations", "by passage", "statements", "figures", "dates")
SPEECH = ("statement", "commitment", "demand", "position")  # kinds of a draft that stand for speech
SLACK = 6  # words that the passage of a short quotation may have besides: a passage needs five
SMALL = {"the", "a", "an", "of", "for", "its", "le", "la", "les", "s"}
NOTS = {"not", "no", "never", "nobody", "without"}
_DATELINE = re.compile(r"^.{0,60}\) - ")
Answer = Mapping[str, Any]


@dataclass
class Tally:
    """Drafts that are right, and all; answers that were found, and all that must be."""

    right: int = 0
    drafted: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return Tally(*(one + two for one, two in pairs))


@dataclass
class Judgement:
    """The tallies of one article, what it skips rightly, should and wrongly, its record, and lines for people."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    skips: tuple[int, int, int] = (0, 0, 0)
    record: dict[str, bool] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def count(self, kind: str, right: Collection[int], shown: str = "") -> None:
        """One draft, and the answers that it is right for."""
        self.tallies[kind].drafted += 1
        self.tallies[kind].right += bool(right)
        if shown:
            self.lines.append(f"{'+' if right else '!'} {shown}")

    def found(self, kind: str, answers: Sequence[Answer], found: Collection[int]) -> None:
        """The answers that some draft was right for; one with `maybe` is no loss."""
        for number, answer in enumerate(answers):
            if "maybe" not in answer:
                self.tallies[kind].there += 1
                self.tallies[kind].found += number in found
                if number not in found and kind != "by passage":
                    told = answer.get("words") or answer.get("figure")
                    self.lines.append(f"? {kind} not found: p{answer['paragraph']} {answer.get('who', '')} {told}")


def judged(article: Answer, drafts: DraftFile, undated: DraftFile | None, ids: Collection[str]) -> Judgement:
    """What one article's drafts are worth.

    `undated` was drafted without being told the day, and answers for it; `ids` are those of the registries.
    ValueError: a passage does not stand in the text.
    """
    judgement = Judgement()
    paragraphs = [line for line in article["text"].split("\n") if line.strip()]
    _speech(judgement, article, drafts, _Speakers(ids), paragraphs)
    _figures(judgement, article, drafts)
    _dates(judgement, article, drafts)
    _skips(judgement, article, drafts, paragraphs)
    _record(judgement, article, drafts, undated, ids)
    return judgement


@dataclass(frozen=True)
class _Speakers:
    ids: Collection[str]

    def is_one(self, draft: Drafted, who: str | list[str]) -> bool:
        """Whether a draft names the speaker: by id, or by half of the words of the shorter name."""
        names = [set(words(name)) - SMALL for name in draft.named | {id.replace("-", " ") for id in draft.who}]
        return any(
            one in draft.who or (one not in self.ids and any(_is_half(set(words(one)) - SMALL, name) for name in names))
            for one in ([who] if isinstance(who, str) else who)
        )


def _is_half(one: Collection[str], other: Collection[str]) -> bool:
    shared = len(set(one) & set(other))
    return bool(shared) and 2 * shared >= min(len(one), len(other))


# Who says what


def _speech(
    judgement: Judgement, article: Answer, file: DraftFile, speakers: _Speakers, paragraphs: Sequence[str]
) -> None:
    quoted = [
        (int(q["paragraph"]), quotation(q["words"], paragraphs[int(q["paragraph"]) - 1])) for q in article["quotations"]
    ]
    stated = [
        (int(s["paragraph"]), place(s["words"], paragraphs[int(s["paragraph"]) - 1])) for s in article["statements"]
    ]
    found: dict[str, set[int]] = {kind: set() for kind in KINDS[:3]}
    for draft in file.drafts:
        spots = _spots(draft, paragraphs)
        shown = f"p{spots[0][0]} {sorted(draft.who | draft.named)} {' | '.join(draft.passages)[:100]}"
        has_speaker = bool(draft.who or draft.named)
        if _is_quoted(spots, quoted, paragraphs) and (has_speaker or draft.kind in SPEECH):
            meets = [n for n, quote in enumerate(quoted) if any(_meets(spot, quote) for spot in spots)]
            right = [n for n in meets if speakers.is_one(draft, article["quotations"][n]["who"])]
            judgement.count("by passage", meets)
            judgement.count("quotations", right, f"quotation {'' if meets or right else 'that is none '}{shown}")
            found["by passage"].update(meets)
            found["quotations"].update(right)
        elif has_speaker:
            right = [
                n
                for n, (answer, statement) in enumerate(zip(article["statements"], stated, strict=True))
                if any(_shares(spot, statement) for spot in spots)
                and speakers.is_one(draft, answer["who"])
                and not ("without" in answer and any(answer["without"] in passage for passage in draft.passages))
            ]
            judgement.count("statements", right, f"statement {shown}")
            found["statements"].update(right)
    for kind, answers in zip(KINDS[:3], ("quotations", "quotations", "statements"), strict=True):
        judgement.found(kind, article[answers], found[kind])


def _spots(draft: Drafted, paragraphs: Sequence[str]) -> list[tuple[int, Words]]:
    """Where each passage stands: paragraph, words."""
    spots = []
    for number, passage in enumerate(draft.passages):
        looked = draft.paragraphs[number : number + 1] or draft.paragraphs[:1] or range(1, len(paragraphs) + 1)
        places = ((n, place(passage, paragraphs[n - 1])) for n in looked if n <= len(paragraphs))
        spots += [spot for spot in places if spot[1]][:1]
    if not spots:
        raise ValueError(f"the passage of {draft.id} does not stand in the text: {draft.passages}")
    return spots


def _is_quoted(
    spots: Sequence[tuple[int, Words]], quoted: Sequence[tuple[int, Words]], paragraphs: Sequence[str]
) -> bool:
    """Whether a passage has a whole short quotation, or lies by half inside marks."""
    return any(
        any(_covers((number, at), quote) for quote in quoted)
        or 2 * len(at & marked(paragraphs[number - 1]).union(*(q for n, q in quoted if n == number))) >= len(at)
        for number, at in spots
    )


def _covers(spot: tuple[int, Words], quote: tuple[int, Words]) -> bool:
    return spot[0] == quote[0] and bool(quote[1]) and quote[1] <= spot[1] and len(spot[1]) <= len(quote[1]) + SLACK


def _meets(spot: tuple[int, Words], quote: tuple[int, Words]) -> bool:
    """Whether half of a passage, and three words or more, lie in a quotation."""
    shared = len(spot[1] & quote[1]) if spot[0] == quote[0] else 0
    return _covers(spot, quote) or (
        spot[0] == quote[0] and 2 * shared >= len(spot[1]) and shared >= min(3, len(quote[1]))
    )


def _shares(spot: tuple[int, Words], statement: tuple[int, Words]) -> bool:
    """Whether a passage and a statement share half of the shorter."""
    return spot[0] == statement[0] and 2 * len(spot[1] & statement[1]) >= min(len(spot[1]), len(statement[1]))


# Figures, dates, what to skip, the record


def _figures(judgement: Judgement, article: Answer, file: DraftFile) -> None:
    answers = article["figures"]
    told = sorted({(draft.paragraphs[0], text) for draft in file.drafts for text in draft.figures if draft.paragraphs})
    once: dict[tuple[int, Amount | str], str] = {}
    for number, text in told:
        once.setdefault((number, drafted_amount(text) or text), text)

    def is_same(answer: Answer, value: Amount | str, text: str) -> bool:
        if isinstance(value, str):
            return fold(answer["figure"]) in fold(text)
        true = amount(answer["figure"])
        return true is not None and true.proves(value)

    found: set[int] = set()
    for (number, value), text in once.items():
        right = [n for n, a in enumerate(answers) if int(a["paragraph"]) == number and is_same(a, value, text)]
        judgement.count("figures", right, "" if right else f"figure that is none: p{number} {text}")
        found.update(right)
    judgement.found("figures", answers, found)


def _dates(judgement: Judgement, article: Answer, file: DraftFile) -> None:
    answers = article["dates"]
    told = {(draft.paragraphs[0], _certain(date)) for draft in file.drafts for date in draft.dates if draft.paragraphs}
    found: set[int] = set()
    for number, date in sorted(told):
        right = [
            n
            for n, answer in enumerate(answers)
            if int(answer["paragraph"]) == number and date in _certain(answer["date"]).split(" or ")
        ]
        judgement.count("dates", right, "" if right else f"date that is none: p{number} {date}")
        found.update(right)
    judgement.found("dates", answers, found)


def _certain(date: str) -> str:
    return re.sub(r"[~?%]", "", date)


def _skips(judgement: Judgement, article: Answer, file: DraftFile, paragraphs: Sequence[str]) -> None:
    skip, free = ({int(number) for number in article[name]} for name in ("skip", "neutral"))
    false = file.skipped - skip - free
    judgement.skips = (len(skip & file.skipped), len(skip), len(false))
    left = [f"? left over: p{number} {paragraphs[number - 1][:70]}" for number in sorted(skip - file.skipped)]
    judgement.lines += left + [
        f"! skipped, but real: p{number} {paragraphs[number - 1][:70]}" for number in sorted(false)
    ]


def _record(
    judgement: Judgement, article: Answer, file: DraftFile, undated: DraftFile | None, ids: Collection[str]
) -> None:
    record, outlet = file.record, article["outlet"]
    is_named = outlet not in ids and outlet != "none" and outlet in file.head.replace(article["title"], "")
    plain = ("own", "unknown")  # neither names an agency
    origin = record.get("origin", "unknown")
    answers: dict[str, tuple[str, Callable[[str], bool]]] = {
        "title": (record.get("title", "none"), lambda told: fold(told) == fold(article["title"])),
        "outlet": (record.get("publisher", "none"), lambda told: told == outlet or is_named),
        "language": (record.get("language", "en"), lambda told: told == article["language"]),
        "origin": (origin, lambda told: told == article["origin"] or {told, article["origin"]} <= set(plain)),
    }
    if article["title"] == "none":
        answers["label"] = (record.get("label", ""), lambda told: _says_no_opposite(article["text"], told))
    if undated is not None:
        answers["day"] = (undated.record.get("published", ""), lambda told: told == article["published"])
    for name, (told, is_right) in answers.items():
        judgement.record[name] = is_right(told)
        if not judgement.record[name]:
            judgement.lines.append(f"! record, {name}: {told}")


def _says_no_opposite(text: str, label: str) -> bool:
    """A label of ours may leave words of the first sentence out, but not its `not`."""
    sentence = _DATELINE.sub("", text.split(". ")[0].split("\n")[0])
    first, told = (set(words(one)) - SMALL for one in (sentence, label))
    return not (NOTS & first and len(first & told) >= 2 and not NOTS & told)
