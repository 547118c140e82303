"""What the lines around an article say of it: its title, its outlet, its author, and its day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from generator.drafting.boilerplate import is_item, is_named, page_line
from generator.drafting.datelines import dateline_of
from generator.drafting.page_days import credited, day_of_page, is_day, is_labelled, is_vague, month_of_page
from generator.drafting.page_words import PUBLISHERS, RUBRICS, SECTIONS
from generator.evidence.name_parts import fold
from generator.evidence.text import Paragraph, normalise

HEADLINE = 24  # tokens: a longer line is no headline
WORDS = 4  # tokens: a shorter line with capitals is the name of a section or an outlet
EDGE = 4  # paragraphs at the end that may say when and by whom the article was published
LONGEST = 12  # words of the name of an outlet
STANDFIRST = 2  # paragraphs: the text has begun where more stand above the author's name
SENTENCE = 6  # tokens: a longer line that ends as a sentence does is one
_STOP = re.compile(r"[.…:;,][\"')\]]*$")
_BYLINE = re.compile(
    r"(?:(?:story|words|text|report|interview|texte|propos recueillis)(?: by|:| par)*|by|par) ?(?P<names>.+)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZÀ-Þ][\w.'-]+(?: (?:de|van|von|der|den|al|bin|el|la|le|du|[A-ZÀ-Þ][\w.'-]*)){0,5}")
_AND = re.compile(r" and | et | & |, and |, ")
_ROLE = re.compile(r"\b(correspondent|editor|reporter|staff|writer|desk|team|journaliste|envoyée?)\b", re.IGNORECASE)
_HOST = re.compile(r"(?:@|https?://|www\.)(?:www\.)?(?P<host>[\w-]{3,})(?:\.[\w-]+)+")
_ABOUT = re.compile(
    r"(?:about|à propos d[eu']s?) ?(?:the |la |le |l')?(?P<name>(?-i:[A-ZÀ-Þ]).{2,60})"
    r"|our standards: (?:the )?(?P<standards>(?-i:[A-ZÀ-Þ]).{2,60}?)(?: trust)? principles\b.*"
    r"|(?P<imprint>(?-i:[A-ZÀ-Þ])[^.,]{2,60}?) is a registered (?:charity|company)\b.*",
    re.IGNORECASE,
)
_RUNS = re.compile(r"[A-ZÀ-Þ][\w'-]*(?: (?:of|the|and|for|de|du|des|la|et|&|[A-ZÀ-Þ][\w'-]*))*")
PLATFORMS = frozenset("gmail hotmail outlook yahoo facebook twitter instagram youtube linkedin telegram tiktok".split())
_SMALL = frozenset(("of", "the", "and", "for", "de", "du", "des", "la", "et", "&"))
_RIGHTS = re.compile(
    r"(?:copyright|©|\(c\))[ ©\d.,-]*(?:by )?(?P<name>[A-ZÀ-Þ][^.|,]{2,60}?)(?:[.,|].*| all rights.*| \d{4}.*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PageHead:
    """The paragraphs of an article, as its head and its end are read; `known` are the names of publishers, folded."""

    body: tuple[Paragraph, ...]
    known: frozenset[str] = frozenset()

    @cached_property
    def lines(self) -> tuple[Paragraph, ...]:
        """The paragraphs above the first sentence."""
        told = (p.number for p in self.body if self._is_told(p))
        return self.body[: next(told, len(self.body) + 1) - 1]

    @cached_property
    def below(self) -> tuple[Paragraph, ...]:
        """The lines of the page below a standfirst; none where they do not say by whom or when it was published."""
        rest = self.body[len(self.lines) :]
        standfirst = len(tuple(takewhile(self._is_told, rest)))
        run = tuple(takewhile(lambda paragraph: page_line(paragraph.text), rest[standfirst:]))
        signed = any(page_line(p.text) in ("byline", "credit line") or _is_dated(p.text) for p in run)
        return run if signed and standfirst <= STANDFIRST else ()

    def _is_told(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        if dateline := dateline_of(text):
            return not is_day(text[dateline.end :])
        ends = re.search(r"[.!?…:][\"')\]]*$", text) and len(paragraph.tokens) > SENTENCE
        is_title = text.endswith(("?", "!")) and paragraph.number == 1
        return (bool(ends) or bool(credited(text)[1])) and not is_title and not page_line(text)

    @cached_property
    def title(self) -> str:
        """The headline above the first sentence; empty where none is printed. Normalised, as its paragraph is."""
        if len(self.body) < 2:
            return ""
        lines = [p for p in self.lines if self._may_be_a_title(p)]
        plain = [p for p in lines if not is_named(p) or (p.text.isupper() and len(p.tokens) >= WORDS)]
        named = [p for p in lines if len(p.tokens) > WORDS and not self._has_outlet(p.text)]
        return next((p.text for p in (*plain, *named)), "") or self._ended_title()

    def _may_be_a_title(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        if len(paragraph.tokens) > HEADLINE or _STOP.search(text) or is_item(text) or "|" in text:
            return False
        return not (fold(text).strip(" .") in self.known or is_section(text) or page_line(text))

    def _has_outlet(self, text: str) -> bool:
        return fold(text) in self.known

    def _ended_title(self) -> str:
        """A headline with a full stop: a short sentence over a line of the page that says by whom or when."""
        first = next((p for p in self.body if not page_line(p.text) and not is_named(p)), None)
        if first is None or first.number == len(self.body) or len(first.tokens) > HEADLINE or len(first.sentences) > 1:
            return ""
        below = page_line(self.body[first.number].text)
        return first.text if below in ("byline", "day of the page") and not dateline_of(first.text) else ""

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Names that the page may give as its own, the likeliest first."""
        credit = [name] if (name := self.credit[0]) else []
        found = [*self._around(), *credit, *self._of_addresses(), *self._stated(_ABOUT), *self._stated(_RIGHTS)]
        return tuple(dict.fromkeys(name for name in found if not (is_section(name) or name.casefold() in RUBRICS)))

    @property
    def named_lines(self) -> Iterator[str]:
        """Lines that may be the name of an outlet and nothing else, with the parts of a menu."""
        for paragraph in (*self.lines, *(p for p in self.body[-EDGE:] if not signs_quotation(self.body, p))):
            for part in re.split(r" ?[|·•] ?", paragraph.text)[:3]:
                name, _, last = part.rpartition(" ")
                yield from (part, name) if is_section(last) or last.casefold() in RUBRICS else (part,)

    @property
    def told(self) -> str:
        """The text without its head."""
        return " ".join(paragraph.text for paragraph in self.body[len(self.lines) :])

    def _around(self) -> Iterator[str]:
        """A name above the title, or below it where it is no person's: called as outlets are, or with an author."""
        is_below = False
        for paragraph in self.lines:
            if paragraph.text == self.title:
                is_below = True
                continue
            is_called_so = any(set(paragraph.text.casefold().split()) & words for words in PUBLISHERS.values())
            if is_below and not (is_called_so or self.author):
                continue
            first = re.split(r" ?[|·•>] ?", paragraph.text)[0]
            is_alone = first == paragraph.text
            if (
                (is_named(paragraph) or not is_alone)
                and _is_a_name(first)
                and not page_line(first)
                and not is_section(first)
            ):
                yield first

    def _of_addresses(self) -> Iterator[str]:
        """Names in the text that its own addresses are made of: `press@harbourtrust.example`, Harbour Trust."""
        text = "\n".join(paragraph.text for paragraph in self.body)
        own = "\n".join(p.text for p in self.body if page_line(p.text) not in ("", "link to other pages"))
        hosts = dict.fromkeys(re.sub(r"\W", "", fold(found["host"])) for found in _HOST.finditer(own))
        runs = _RUNS.findall(text)
        for host in (host for host in hosts if host not in PLATFORMS):
            for run in dict.fromkeys(runs):
                words = run.split(" ")[:LONGEST]
                spans = (words[a:b] for a in range(len(words)) for b in range(len(words), a, -1))
                if name := next((" ".join(span) for span in spans if _makes(span, host)), ""):
                    yield self._whole(name)
                    break

    def _stated(self, pattern: re.Pattern[str]) -> Iterator[str]:
        for paragraph in self.body[len(self.lines) :]:
            found = pattern.fullmatch(paragraph.text)
            name = next((text.strip() for text in found.groups() if text), "") if found else ""
            if _is_a_name(name) and len(paragraph.tokens) <= HEADLINE:
                yield self._whole(name)

    def _whole(self, name: str) -> str:
        """A name where it stands whole: an acronym spelt out before its brackets, or longer beside a contact."""
        text = "\n".join(paragraph.text for paragraph in self.body)
        before = re.search(rf"([^.\n(]{{2,120}}) \({re.escape(name)}\)", text)
        words = re.sub(r"\b[LlDd]'(?=[A-ZÀ-Þ])", "", before[1]).split(" ") if before else []
        spans = (words[-size:] for size in range(2, min(len(words), 8) + 1))
        spelt = (" ".join(span) for span in spans if span[0][:1].isupper() and _makes(span, fold(name)))
        contacts = "\n".join(paragraph.text for paragraph in self.body if page_line(paragraph.text) == "contact")
        longer = (run for run in _RUNS.findall(contacts) if run.startswith(f"{name} "))
        return next(iter((*spelt, *longer)), name)

    @cached_property
    def author(self) -> str:
        """The names of a byline, as printed."""
        for paragraph in (*self.lines, *self.below, *self.body[-EDGE:]):
            is_credit = page_line(paragraph.text) in ("byline", "credit line")
            byline = _BYLINE.fullmatch(paragraph.text) if is_credit else None
            if byline and (names := _people(byline["names"])):
                return names
        return ""

    @cached_property
    def day(self) -> str:
        """The day of publication that a line of the page or the dateline gives, as YYYY-MM-DD; or empty."""
        first = self.body[len(self.lines) : len(self.lines) + 1]
        opening = [p.text for p in first if dateline_of(p.text)]
        return next((day for text in (*opening, *self._dating) if (day := day_of_page(text))), "") or self.credit[1]

    @cached_property
    def month(self) -> str:
        """The month of publication that a line of the page gives, as YYYY-MM; or empty."""
        return next((month for text in self._dating if (month := month_of_page(text))), "")

    @cached_property
    def vague_day(self) -> str:
        """A line of the page that gives a day which is not known whole; or empty."""
        return next((text for text in self._dating if is_vague(text)), "")

    @cached_property
    def credit(self) -> tuple[str, str]:
        """The outlet and the day in the brackets that the text ends with; both empty where none are."""
        told = [p.text for p in self.body if not page_line(p.text)]
        return credited(told[-1]) if told else ("", "")

    @cached_property
    def _dating(self) -> tuple[str, ...]:
        """The lines that may give the day of publication."""
        return (*(p.text for p in (*self.lines, *self.below)), *self._ending)

    @cached_property
    def _ending(self) -> tuple[str, ...]:
        """The lines of the page at its end that give a day: below all that is told, or as that of publication."""
        last = max((p.number for p in self.body if self._is_told(p)), default=0)
        days = (p for p in self.body[-EDGE:] if page_line(p.text) == "day of the page" or month_of_page(p.text))
        return tuple(p.text for p in days if p.number > last or is_labelled(p.text))


def page_head(body: Sequence[Paragraph], names: Collection[str] = ()) -> PageHead:
    """The head of an article; `names` are those of registered publishers."""
    return PageHead(tuple(body), frozenset(fold(normalise(name)).strip(" .") for name in names))


def signs_quotation(body: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a paragraph stands below one of quoted words alone, as the name of their speaker does."""
    above = body[paragraph.number - 2].text if paragraph.number > 1 else ""
    return bool(re.fullmatch(r"[\"«].*[\"»][.,]?", above))


def is_section(text: str) -> bool:
    """Whether a line is no title but a section, a kind of text, or a way to one: `News`, `Home > News`."""
    parts = [part.strip(" .:").casefold() for part in re.split(r" ?[>»|/·•] ?", text)]
    return all(part in SECTIONS or not part for part in parts) or (len(parts) > 1 and parts[0] in SECTIONS)


def _is_dated(text: str) -> bool:
    """Whether a line says that a day is that of publication: `Posted 4 May 2024`, but not the `Date:` of a meeting."""
    return page_line(text) == "day of the page" and is_labelled(text)


def _is_a_name(text: str) -> bool:
    return bool(re.match(r"[A-ZÀ-Þ\d]", text)) and len(text.split()) <= 8 and not re.search(r"[?!\"@]", text)


def _people(text: str) -> str:
    """The names of people with which a text begins, as it joins them."""
    end = 0
    for part in (*_AND.finditer(text), None):
        first = _AND.match(text, end)
        start = first.end() if first else end
        last = part.start() if part else len(text)
        person = _PERSON.match(text, start, last)
        if not person or _ROLE.search(text, start, last):
            break
        end = person.end()
        if end < last:
            break
    return text[:end]


def _makes(words: Sequence[str], host: str) -> bool:
    """Whether a host is called as these words are: all of them, without small ones, or by their first letters."""
    folded = [re.sub(r"^[ld]'|\W", "", fold(word)) for word in words]
    if not folded or words[0] in _SMALL or words[-1] in _SMALL:
        return False
    large = [word for word, written in zip(folded, words, strict=True) if written not in _SMALL]
    initials = "".join(word[:1] for word in large)
    return host in ("".join(folded), "".join(large)) or (len(large) > 2 and host == initials)
