"""What search finds: every fact, and every subject that has a page of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.analysis.agreement import verdict
from generator.content.dates import Edtf
from generator.content.dates import Moment as End
from generator.content.kinds import KINDS, PAGES, SUBJECTS
from generator.content.model import Article
from generator.content.registries import Country, Event, Leader, Organisation, Question, Theme
from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.site.parts.cards import tells_of
from generator.site.parts.context import Book, in_time
from generator.site.parts.page import Link

FACETS = (*(KINDS[name].one for name in SUBJECTS), "event", "article", "kind", "voice", "month", "agreement")
UNDATED = "undated"
AGREEMENT = {  # the first that applies
    "differ": "differs",
    "compatible": "compatible",
    "agree": "agreed",
    "repeated": "alone",
    "single": "alone",
}


@dataclass(frozen=True)
class Result:
    """One result: what it shows, the words that find it, the facets it is filed under, and its place in time."""

    what: str  # fact, or the kind of subject
    link: Link
    line: tuple[str, ...]
    names: tuple[str, ...]  # what finds it first: the sentence of a fact, or every spelling of a subject
    words: tuple[str, ...]  # what finds it too
    facets: tuple[tuple[str, str], ...]  # facet and value; several values of one facet stand in several pairs
    date: Edtf | None
    oldest: int = 0  # its number in order of time, and in that order turned round; what has no date is last in both
    newest: int = 0


def results(book: Book) -> tuple[Result, ...]:
    """Subjects in the order of their registries, then facts in order of time, each with its numbers in time."""
    found = [*_subjects(book), *(_fact(book, fact) for fact in in_time(book, book.briefing.facts.values()))]

    def by_time(result: Result, direction: int) -> tuple[bool, int]:
        return result.date is None, direction * result.date.earliest.toordinal() if result.date else 0

    old, new = (sorted(range(len(found)), key=lambda n: by_time(found[n], sign)) for sign in (1, -1))
    oldest, newest = ({n: place for place, n in enumerate(order)} for order in (old, new))
    return tuple(replace(result, oldest=oldest[n], newest=newest[n]) for n, result in enumerate(found))


def month_name(book: Book, month: str) -> str:
    """A value of the facet of months as it is read: 2025-09 is September 2025."""
    said = book.words["dates"]
    if month == UNDATED:
        return str(book.words["explore"][UNDATED])
    year, _, number = month.partition("-")
    return str(said["month"].format(month=said["months"][int(number) - 1], year=int(year))) if number else year


def _fact(book: Book, bound: BoundFact) -> Result:
    fact, date = bound.fact, book.dated(bound)
    return Result(
        "fact",
        Link(fact.say, bound.url),
        tuple(_told(book, bound)),
        (fact.say,),
        tuple(_words_of(book, bound)),
        tuple((facet, value) for facet, values in _filed(book, bound).items() for value in values),
        date,
    )


def _told(book: Book, bound: BoundFact) -> Iterator[str]:
    """The quiet line of a fact: whether it is proved, who says it, when, how that is known, and where."""
    said, fact = book.words["card"], bound.fact
    if bound.verdict is not Verdict.PROVED:
        yield said["unproved"]
    who = book.link(fact.who).name if fact.who else ""
    yield said["through"].format(who=who, via=fact.via) if who and fact.via else who or fact.via or said["article"]
    if occasion := book.occasion(bound).name:
        yield said["tells_of"].format(date=occasion) if fact.when and tells_of(bound) else occasion
    if fact.who or fact.via:
        yield book.words["voices"][bound.voice]
    yield book.article(bound.article).name


def _words_of(book: Book, bound: BoundFact) -> Iterator[str]:
    """The article's own words, and every spelling of whom and what the fact is about."""
    content, fact = book.briefing.content, bound.fact
    yield from fact.passage
    yield fact.via or ""
    yield from fact.answers.values()
    for subject in sorted(bound.subjects):
        yield from _names(book, subject)
    if speaker := content.leaders.get(fact.who or ""):
        yield from (role.title for role in speaker.roles)
    yield from _names(book, fact.event or "")
    yield book.article(bound.article).name
    yield book.publisher(bound.article)


def _filed(book: Book, bound: BoundFact) -> dict[str, tuple[str, ...]]:
    content, fact = book.briefing.content, bound.fact
    return {
        **_registered(book, bound.subjects),
        "event": (fact.event,) if fact.event in content.events else (),
        "article": (bound.article,),
        "kind": (fact.kind,),
        "voice": (bound.voice,),
        "month": _months(book.dated(bound)),
        "agreement": _agreement(book, bound),
    }


def _registered(book: Book, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    content, known = book.briefing.content, set(ids)
    return {KINDS[name].one: tuple(sorted(known & getattr(content, name).keys())) for name in SUBJECTS}


def _agreement(book: Book, bound: BoundFact) -> tuple[str, ...]:
    """How its answers to questions to sources stand to those of others; one that differs outweighs the rest."""
    questions = [book.briefing.content.questions[id] for id in bound.fact.answers]
    stands = {AGREEMENT[verdict(book.briefing, question)] for question in questions if question.asks == "sources"}
    return tuple(value for value in dict.fromkeys(AGREEMENT.values()) if value in stands)[:1]


def _months(date: Edtf | None) -> tuple[str, ...]:
    """The months that a date begins and ends in; where only the year is known, the year."""
    if not date:
        return (UNDATED,)
    return tuple(dict.fromkeys(_month(end) for end in (date.start, date.end) if end))


def _month(end: End) -> str:
    day: dt.date = end.earliest
    return f"{day:%Y-%m}" if end.precision in ("day", "month") else f"{day:%Y}"


def _subjects(book: Book) -> Iterator[Result]:
    for name in (name for name in PAGES if KINDS[name].is_registered):
        yield from (_FOUND_AS[name](book, entry) for entry in getattr(book.briefing.content, name).values())
    yield from (_article(book, id, file.article) for id, file in book.briefing.articles.items())


def _leader(book: Book, leader: Leader) -> Result:
    """A role finds its holder together with the people of the country, as in “Norwegian minister”."""
    bodies = [id for role in leader.roles for id in (role.country, role.organisation) if id]
    also = [leader.country, *bodies] if leader.country else bodies
    words = [*(role.title for role in leader.roles), *(name for id in also for name in _names(book, id))]
    told = (book.role_at(leader.id), _facts(book, leader))
    return _result(book, "leader", leader.id, leader.names, words, also, told)


def _country(book: Book, country: Country) -> Result:
    return _result(book, "country", country.id, country.names, (), (), ("", _facts(book, country)))


def _organisation(book: Book, body: Organisation) -> Result:
    also = [body.country] if body.country else []
    words = [name for id in also for name in _names(book, id)]
    return _result(book, "organisation", body.id, body.names, words, also, ("", _facts(book, body)))


def _theme(book: Book, theme: Theme) -> Result:
    words = (*theme.keywords, theme.group or "")
    return _result(book, "theme", theme.id, (theme.name,), words, (), ("", _facts(book, theme)))


def _event(book: Book, event: Event) -> Result:
    also = [*(participant.who for participant in event.participants), *([event.country] if event.country else [])]
    words = [event.place or "", *(name for id in also for name in _names(book, id))]
    told = (book.moment(event.when).text, event.place or "")
    return _result(book, "event", event.id, (event.name, *event.aliases), words, also, told, event.when.date)


def _question(book: Book, question: Question) -> Result:
    words = [name for id in question.about for name in _names(book, id)]
    told = (book.words["verdicts"][verdict(book.briefing, question)],)
    return _result(book, "question", question.id, (question.question,), words, question.about, told)


_FOUND_AS: dict[str, Callable[[Book, Any], Result]] = {
    "leaders": _leader,
    "countries": _country,
    "organisations": _organisation,
    "themes": _theme,
    "events": _event,
    "questions": _question,
}


def _article(book: Book, id: str, article: Article) -> Result:
    told = (book.publisher(id), book.published(id).text)
    return _result(book, "article", id, (article.name,), told, (), told, article.published)


def _result(
    book: Book,
    what: str,
    id: str,
    names: Iterable[str],
    words: Iterable[str],
    also: Iterable[str],
    told: Iterable[str],
    date: Edtf | None = None,
) -> Result:
    """The page of a subject, filed under itself and under those that it belongs to."""
    filed = {**_registered(book, also), **({"month": _months(date)} if date else {})}
    filed[what] = (*filed.get(what, ()), id)
    kind = book.words["explore"]["whats"][what]
    return Result(
        what,
        book.article(id) if what == "article" else book.link(id),
        tuple(part for part in (kind, *told) if part),
        tuple(names),
        tuple(words),
        tuple((facet, value) for facet, values in filed.items() for value in dict.fromkeys(values) if facet in FACETS),
        date,
    )


def _names(book: Book, id: str) -> tuple[str, ...]:
    """Every spelling of an entry."""
    content = book.briefing.content
    if entry := book.briefing.entries.get(id):
        return entry.names
    if event := content.events.get(id):
        return (event.name, *event.aliases)
    return (content.themes[id].name,) if id in content.themes else ()


def _facts(book: Book, subject: Leader | Country | Organisation | Theme) -> str:
    n = len(book.briefing.facts_on(subject.id))
    forms = book.words["counts"]["facts"]
    return str(forms["one" if n == 1 else "other"].format(n=n))
