"""What search finds: every fact, every subject that has a page of its own, and pages of people's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.analysis.agreement import verdict, verdict_of_fact
from generator.analysis.once import once
from generator.analysis.order import (
    Place,
    date_of,
    in_time_of,
    is_doubtful,
    is_reported,
    place_of_date,
    place_of_event,
    place_of_fact,
)
from generator.analysis.weight import weight_of
from generator.content.dates import Edtf, parse
from generator.content.dates import Moment as End
from generator.content.kinds import KINDS, PAGES, SUBJECTS
from generator.content.model import Article
from generator.content.own_page import own_page_of
from generator.content.paths import own_page, title_of
from generator.content.registries import Country, Event, Leader, Organisation, Question, Theme
from generator.evidence.binding import subjects_in
from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link

FACETS = (*(KINDS[name].singular for name in SUBJECTS), "event", "article", "kind", "voice", "month", "agreement")
Filed = tuple[tuple[str, str], ...]  # facet and value; several values of one facet stand in several pairs
UNDATED, BY, PERHAPS = "undated", "by-", "-perhaps"  # values of the facet of months that are none
NOWHEN = Place(0, 0, 0)  # what has no date
AGREEMENT = {
    "differ": "differs",
    "within": "within",
    "compatible": "compatible",
    "development": "development",
    "agree": "agreed",
    "repeated": "alone",
    "single": "alone",
}


@dataclass(frozen=True)
class SearchEntry:
    """One result: what it shows, the words that find it, the facets it is filed under, and its place in time."""

    what: str  # fact, or the kind of subject
    link: Link
    line: tuple[str, ...]
    names: tuple[str, ...]  # what finds it first: the sentence of a fact, or every spelling of a subject
    words: tuple[str, ...]  # what finds it too: the passages of a fact, or what else belongs to a subject
    facets: Filed
    place: Place | None  # none of what has no date
    named: tuple[str, ...] = ()  # spellings of whom it names, or who says it, each found as a whole
    about: tuple[str, ...] = ()  # and of whom else it is about
    weight: int = 0  # how much a fact matters
    beside: Place = NOWHEN  # where it stands in time, though it may have no date


def fact_entries(context: RenderContext, article: str) -> tuple[SearchEntry, ...]:
    """The facts of an article, in order of time."""
    return tuple(_fact(context, fact) for fact in in_time_of(context.briefing, article))


def month_name(context: RenderContext, month: str) -> str:
    """A value of the facet of months as it is read: 2025-09 is September 2025."""
    words = context.words["dates"]
    if month == UNDATED:
        return str(context.words["explore"][UNDATED])
    if month.startswith(BY):
        day = month.removeprefix(BY).removesuffix(PERHAPS)
        text = context.date(parse(f"../{day}{'?' if month.endswith(PERHAPS) else ''}"))
        return text[:1].upper() + text[1:]
    year, _, number = month.partition("-")
    return str(words["month"].format(month=words["months"][int(number) - 1], year=int(year))) if number else year


def _fact(context: RenderContext, bound: BoundFact) -> SearchEntry:
    """What is found by all that it says and quotes, and by every spelling of whom that names or it is about."""
    fact, aliases, place = bound.fact, context.briefing.aliases, place_of_fact(context.briefing, bound)
    named = {*subjects_in([fact.say], aliases), *([fact.who] if fact.who else [])}
    about = {*subjects_in(fact.passage, aliases), *fact.about} - named
    return SearchEntry(
        "fact",
        Link(fact.say, bound.url),
        tuple(_summary(context, bound)),
        (fact.say, *([fact.via] if fact.via else [])),
        tuple(fact.passage),
        filed(context, bound),
        place if date_of(context.briefing, bound) else None,
        tuple(_spellings(context, named)),
        tuple(_spellings(context, about)),
        weight_of(context.briefing, bound),
        place,
    )


def _summary(context: RenderContext, bound: BoundFact) -> Iterator[str]:
    """The quiet line of a fact: whether it is proved, who says it, when, how that is known, and where."""
    words, fact = context.words["card"], bound.fact
    if bound.verdict is not Verdict.PROVED:
        yield words["unproved"]
    who = context.link(fact.who).name if fact.who else ""
    if who or fact.via:
        yield words["through"].format(who=who, via=fact.via) if who and fact.via else who or fact.via or ""
    if occasion := context.occasion(bound).name:
        yield words["tells_of"].format(date=occasion) if fact.when and is_reported(bound) else occasion
    if fact.who or fact.via:
        yield context.words["voices"][bound.voice]
    yield context.source_link(bound.article).name


def _spellings(context: RenderContext, ids: Iterable[str]) -> Iterator[str]:
    """Every spelling of people, countries and bodies, and each name of a person by itself."""
    for id in sorted(ids):
        entry = context.briefing.entries.get(id)
        yield from entry.names if entry else ()
        if isinstance(entry, Leader):
            yield from (word for name in entry.names for word in name.split() if not word[0].islower())


@once
def filed(context: RenderContext, bound: BoundFact) -> Filed:
    """The facets that a fact is filed under, each with its value."""
    content, fact = context.briefing.content, bound.fact
    by_facet = {
        **_registered(context, bound.subjects),
        "event": (fact.event,) if fact.event in content.events else (),
        "article": (bound.article,),
        "kind": (fact.kind,),
        "voice": (bound.voice,),
        "month": _months(date_of(context.briefing, bound)),
        "agreement": _agreement(context, bound),
    }
    return tuple((facet, value) for facet, values in by_facet.items() for value in values)


def _registered(context: RenderContext, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    content, entries = context.briefing.content, set(ids)
    return {KINDS[name].singular: tuple(sorted(entries & getattr(content, name).keys())) for name in SUBJECTS}


def _agreement(context: RenderContext, bound: BoundFact) -> tuple[str, ...]:
    """How its answers to questions to sources stand to those of others, where it has any."""
    stands = verdict_of_fact(context.briefing, bound)
    return (AGREEMENT[stands],) if stands else ()


def _months(date: Edtf | None) -> tuple[str, ...]:
    """The months that a date begins and ends in; where only the year is known, the year.

    What was by a day stands in no month, for it may have been long before.
    """
    if not date or date.is_unknown:
        return (UNDATED,)
    if not date.start:
        return (f"{BY}{date.latest}{PERHAPS if is_doubtful(date) else ''}",)
    return tuple(dict.fromkeys(_month(end) for end in (date.start, date.end) if end))


def _month(end: End) -> str:
    day: dt.date = end.earliest
    return f"{day:%Y-%m}" if end.precision in ("day", "month") else f"{day:%Y}"


def subject_entries(context: RenderContext) -> Iterator[SearchEntry]:
    """Subjects in the order of their registries."""
    for name in (name for name in PAGES if KINDS[name].is_registered):
        yield from (_FOUND_AS[name](context, entry) for entry in getattr(context.briefing.content, name).values())
    yield from (_article(context, id, file.article) for id, file in context.briefing.curated.items())
    yield from (_own_page(context, path, text) for path, text in sorted(context.briefing.content.pages.items()))


def _leader(context: RenderContext, leader: Leader) -> SearchEntry:
    """A role finds its holder together with the people of the country, as in “Norwegian minister”."""
    bodies = [id for role in leader.roles for id in (role.country, role.organisation) if id]
    also = [leader.country, *bodies] if leader.country else bodies
    words = [*(role.title for role in leader.roles), *(name for id in also for name in _names(context, id))]
    line = (context.role_at(leader.id), _facts(context, leader))
    return _entry(context, "leader", leader.id, leader.names, words, also, line)


def _country(context: RenderContext, country: Country) -> SearchEntry:
    return _entry(context, "country", country.id, country.names, (), (), ("", _facts(context, country)))


def _organisation(context: RenderContext, body: Organisation) -> SearchEntry:
    also = [body.country] if body.country else []
    words = [name for id in also for name in _names(context, id)]
    return _entry(context, "organisation", body.id, body.names, words, also, ("", _facts(context, body)))


def _theme(context: RenderContext, theme: Theme) -> SearchEntry:
    words = (*theme.keywords, theme.group or "")
    return _entry(context, "theme", theme.id, (theme.name,), words, (), ("", _facts(context, theme)))


def _event(context: RenderContext, event: Event) -> SearchEntry:
    also = [*(participant.who for participant in event.participants), *([event.country] if event.country else [])]
    words = [event.place or "", *(name for id in also for name in _names(context, id))]
    line = (context.dated(context.event_moment(event)), event.place or "")
    place = place_of_event(context.briefing, event)
    return _entry(context, "event", event.id, (event.name, *event.aliases), words, also, line, event.when.date, place)


def _question(context: RenderContext, question: Question) -> SearchEntry:
    words = [name for id in question.about for name in _names(context, id)]
    line = (context.words["verdicts"][verdict(context.briefing, question)],)
    return _entry(context, "question", question.id, (question.question,), words, question.about, line)


_FOUND_AS: dict[str, Callable[[RenderContext, Any], SearchEntry]] = {
    "leaders": _leader,
    "countries": _country,
    "organisations": _organisation,
    "themes": _theme,
    "events": _event,
    "questions": _question,
}


def _article(context: RenderContext, id: str, article: Article) -> SearchEntry:
    line = (context.publisher(id), context.dated(context.published(id)))
    place = None if article.published.is_unknown else place_of_date(article.published)
    return _entry(context, "article", id, (article.name,), line, (), line, article.published, place)


def _own_page(context: RenderContext, path: str, text: str) -> SearchEntry:
    """It is found first by its title and its headings, and filed under nothing."""
    page, title = own_page_of(path, text), title_of(text) or context.words["ledger"]["method"]
    link, line = Link(title, f"{own_page(path) or 'method'}.html"), context.words["explore"]["whats"]["page"]
    return SearchEntry("page", link, (line,), (title, *page.headings), (page.words,), (), None)


def _entry(
    context: RenderContext,
    what: str,
    id: str,
    names: Iterable[str],
    words: Iterable[str],
    also: Iterable[str],
    line: Iterable[str],
    date: Edtf | None = None,
    place: Place | None = None,
) -> SearchEntry:
    """The page of a subject, filed under itself and under those that it belongs to."""
    by_facet = {**_registered(context, also), **({"month": _months(date)} if date else {})}
    by_facet[what] = (*by_facet.get(what, ()), id)
    kind = context.words["explore"]["whats"][what]
    return SearchEntry(
        what,
        context.article(id) if what == "article" else context.link(id),
        tuple(part for part in (kind, *line) if part),
        tuple(names),
        tuple(words),
        tuple(
            (facet, value) for facet, values in by_facet.items() for value in dict.fromkeys(values) if facet in FACETS
        ),
        place,
        tuple(names) if id in context.briefing.entries else (),
    )


def _names(context: RenderContext, id: str) -> tuple[str, ...]:
    """Every spelling of an entry."""
    content = context.briefing.content
    if entry := context.briefing.entries.get(id):
        return entry.names
    if event := content.events.get(id):
        return (event.name, *event.aliases)
    return (content.themes[id].name,) if id in content.themes else ()


def _facts(context: RenderContext, subject: Leader | Country | Organisation | Theme) -> str:
    n = len(context.briefing.facts_on(subject.id))
    forms = context.words["counts"]["facts"]
    return str(forms["one" if n == 1 else "other"].format(n=n))
