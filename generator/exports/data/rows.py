"""From a briefing to the rows of the data files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from generator.analysis.agreement import answer_groups, verdict
from generator.analysis.certainty import KnownDate, date_of_article, date_of_event, date_of_fact, date_of_role
from generator.analysis.order import Bounds, bounds_of_event, bounds_of_fact
from generator.analysis.participation import participation
from generator.briefing import Briefing
from generator.content import registries
from generator.content.dates import Edtf
from generator.content.kinds import PAGES, SUBJECTS
from generator.content.record import Remark
from generator.content.record import Sentence as Said
from generator.content.sentences import Statement, event_proves
from generator.evidence.proving import BoundFact
from generator.evidence.source import FullText
from generator.evidence.text import CONTRACT, normalise
from generator.exports.data import records
from generator.history.readings import article_reading
from generator.measures.ledger import article_counts, ledger
from generator.site.parts.text_fragment import original

VERSION = "2"
AROUND = 32  # characters before and after a passage: enough to tell two places apart
R = TypeVar("R", bound=records.Row)


def head(briefing: Briefing, address: str, plain_words: records.PlainWords) -> records.FactsFile:
    """The file of the facts without these, which are a table."""
    site = briefing.content.site
    return _row(
        records.FactsFile,
        site,
        version=VERSION,
        licence=site.licence and _row(records.Licence, site.licence),
        publisher=site.publisher and _row(records.Owner, site.publisher),
        address=address or None,
        contract=CONTRACT,
        limits=_row(records.Limits, site.limits),
        plain_words=plain_words,
        checked=records.Ledger.model_validate(ledger(briefing).as_numbers()),
        bottom_line=_sentences(briefing, site.bottom_line),
        key_figures=tuple(
            _row(records.KeyFigure, figure, background=None, proved=is_proved(briefing, figure))
            for figure in site.key_figures
        ),
        open=_sentences(briefing, site.open),
        facts=(),
        retired=retired(briefing),
    )


def of_article(
    briefing: Briefing, article: str
) -> tuple[tuple[records.Fact, ...], tuple[records.NumberedPassage, ...]]:
    """The facts of an article, and their passages."""
    facts = tuple(_fact(briefing, fact) for fact in briefing.facts_in(article))
    return facts, tuple(passage for fact in facts for passage in _passages(briefing, fact))


def _fact(briefing: Briefing, fact: BoundFact) -> records.Fact:
    """A fact as the data have it."""
    record = fact.fact
    subjects = {name: tuple(sorted(getattr(briefing.content, name).keys() & fact.subjects)) for name in SUBJECTS}
    return _row(
        records.Fact,
        record,
        article=fact.article,
        passages=tuple(_located_passages(fact)),
        paragraphs=fact.paragraphs,
        voice=fact.voice,
        when=_date_of_fact(briefing, fact),
        **subjects,
        notes=_sentences(briefing, record.note),
        checks=dict(sorted(Counter(check.subject for check in fact.checks).items())),
        verdict=fact.verdict.value,
        url=fact.url,
    )


def _located_passages(fact: BoundFact) -> Iterator[records.Passage]:
    """The passages of a fact; one that was not found stands in the paragraph that the curator names."""
    for number, passage in enumerate(fact.located):
        stated_paragraph = fact.fact.paragraph[number] if number < len(fact.fact.paragraph) else None
        touched = tuple(span.ref.sentence for span in passage.occurrence.spans) if passage.occurrence else ()
        paragraph = passage.occurrence.paragraph if passage.occurrence else stated_paragraph
        yield records.Passage(text=passage.text, paragraph=paragraph, sentences=touched)


def _passages(briefing: Briefing, fact: records.Fact) -> Iterator[records.NumberedPassage]:
    address = briefing.article(fact.article).url
    for number, passage in enumerate(fact.passages, 1):
        opened = original(address, passage.text) if address and passage.sentences else None
        before, after = _surroundings(briefing, fact.article, passage)
        yield _row(
            records.NumberedPassage,
            passage,
            fact=fact.id,
            number=number,
            article=fact.article,
            prefix=before,
            suffix=after,
            original=opened,
        )


def _surroundings(briefing: Briefing, article: str, passage: records.Passage) -> tuple[str | None, str | None]:
    """What stands before and after a passage, only where the article's text is published itself."""
    source = briefing.source(article)
    if article not in briefing.published_texts or not isinstance(source, FullText) or not passage.paragraph:
        return None, None
    before, match, after = source.body.text_of(passage.paragraph).partition(normalise(passage.text))
    return (before[-AROUND:], after[:AROUND]) if match else (None, None)


def answers(briefing: Briefing, questions: Iterable[str]) -> Iterator[records.Answer]:
    """Every answer to some questions."""
    for question in questions:
        for fact, answer in briefing.answers_to(question):
            known = date_of_fact(briefing, fact)
            date, basis = (known.date.text, known.basis) if known else (None, None)
            columns = {"question": question, "answer": answer, "date": date, "basis": basis, "who": fact.who}
            yield _row(records.Answer, fact, fact=fact.id, **columns)


def row_of(briefing: Briefing, table: str, id: str) -> records.Row:
    """The row of an article, or of an entry of a registry."""
    return LISTED[table].made(briefing, id if table == "articles" else getattr(briefing.content, table)[id])


def ids(briefing: Briefing, table: str) -> Collection[str]:
    """The articles that somebody has read, or the entries of a registry, in their order."""
    return briefing.curated if table == "articles" else getattr(briefing.content, table)


def _told_of(briefing: Briefing, table: str, subject: registries.Subject) -> dict[str, Any]:
    """Where a subject has its page, and how many facts there are on it."""
    facts, said = briefing.facts_on(subject.id), briefing.facts_by(subject.id)
    summary = _sentences(briefing, subject.summary)
    return {"url": url(briefing, table, subject.id), "facts": len(facts), "said": len(said), "summary": summary}


def url(briefing: Briefing, table: str, id: str) -> str | None:
    """The page of an article or an entry, from the root of the site; None where it has none."""
    has_page = table in PAGES and (table not in SUBJECTS or table == "themes" or id in briefing.used)
    return f"{table}/{id}.html" if has_page else None


def _article(briefing: Briefing, id: str) -> records.Article:
    record, file = briefing.article(id), briefing.articles[id]
    is_read_whole = article_reading(briefing.content, id).is_whole
    counted = article_counts(briefing, id)
    skipped = ({"paragraphs": str(skip.paragraphs), "because": skip.because} for skip in file.skip)
    return _row(
        records.Article,
        record,
        id=id,
        published=_known_date(date_of_article(briefing, id)),
        second_reading=record.second_reading if is_read_whole else None,
        original=record.url,
        sha256=briefing.source(id).sha256 or None,
        skipped=tuple(records.Skip(**skip) for skip in skipped),
        summary=_sentences(briefing, record.summary),
        notes=_sentences(briefing, record.note),
        url=url(briefing, "articles", id),
        **{name: number for name, number in counted.items() if name in records.Article.model_fields},
    )


def _leader(briefing: Briefing, leader: registries.Leader) -> records.Leader:
    roles = tuple(
        _row(
            records.Role,
            role,
            when=_known_date(date_of_role(briefing, leader, role)),
            proved=is_proved(briefing, role),
        )
        for role in leader.roles
    )
    sort = leader.sort or leader.name.split()[-1]
    return _row(records.Leader, leader, sort=sort, roles=roles, **_told_of(briefing, "leaders", leader))


def _country(briefing: Briefing, country: registries.Country) -> records.Country:
    return _row(records.Country, country, **_told_of(briefing, "countries", country))


def _organisation(briefing: Briefing, organisation: registries.Organisation) -> records.Organisation:
    return _row(records.Organisation, organisation, **_told_of(briefing, "organisations", organisation))


def _publisher(_: Briefing, publisher: registries.Publisher) -> records.Publisher:
    return _row(records.Publisher, publisher, website=publisher.url)


def _theme(briefing: Briefing, theme: registries.Theme) -> records.Theme:
    facts = len(briefing.facts_on(theme.id))
    return _row(
        records.Theme,
        theme,
        state_of_play=_sentences(briefing, theme.state_of_play),
        facts=facts,
        url=url(briefing, "themes", theme.id),
    )


def _event(briefing: Briefing, event: registries.Event) -> records.Event:
    return _row(
        records.Event,
        event,
        when=_known_date(date_of_event(briefing, event), bounds_of_event(briefing, event)),
        participants=tuple(_participants(briefing, event)),
        proved=is_proved(briefing, event),
        proves=event_proves(briefing.content, event),
        summary=_sentences(briefing, event.summary),
        facts=len(briefing.facts_at(event.id)),
        url=url(briefing, "events", event.id),
    )


def _participants(briefing: Briefing, event: registries.Event) -> Iterator[records.Participant]:
    for participant, part in zip(event.participants, participation(briefing, event), strict=True):
        channel = (part.channel.via or part.channel.who) if part.channel else None
        yield _row(records.Participant, participant, channel=channel, proved=is_proved(briefing, participant))


def _question(briefing: Briefing, question: registries.Question) -> records.Question:
    return _row(
        records.Question,
        question,
        compatible=question.compatible is not None,
        wording=question.wording is not None,
        notes=_sentences(briefing, question.note),
        answers=len(briefing.answers_to(question.id)),
        different=len(answer_groups(briefing, question)),
        verdict=verdict(briefing, question),
        url=url(briefing, "questions", question.id),
    )


def retired(briefing: Briefing) -> tuple[records.Retired, ...]:
    """Every fact that no longer stands."""
    return tuple(
        _row(records.Retired, stone, article=article, url=f"articles/{article}.html#{stone.id}")
        for article, stone in briefing.tombstones
    )


def _sentences(briefing: Briefing, sentences: Iterable[Said | Remark]) -> tuple[records.Sentence, ...]:
    return tuple(
        _row(records.Sentence, s, background=getattr(s, "background", None), proved=is_proved(briefing, s))
        for s in sentences
    )


def is_proved(briefing: Briefing, statement: Statement) -> bool:
    """Whether what we say rests on facts that have it; what is background claims no proof."""
    return bool(statement.from_) and briefing.is_proved(statement)


def _date_of_fact(briefing: Briefing, fact: BoundFact) -> records.KnownDate | None:
    known = date_of_fact(briefing, fact)
    return _known_date(known, bounds_of_fact(briefing, fact)) if known else None


def _known_date(known: KnownDate, bounds: Bounds | None = None) -> records.KnownDate:
    """A date as its weakest link is known; of what was before or after something, the days that are left."""
    date: dict[str, Any] = _date(known.date).model_dump()
    if bounds:
        date |= {"earliest": bounds.earliest, "latest": bounds.latest}
    reckoned = known.words if not known.event else ""  # the words stand in the facts of the event
    how: dict[str, Any] = {"reckoned": reckoned or None, "because": known.because or None, "event": known.event or None}
    return records.KnownDate(**date, basis=known.basis, **how)


def _date(date: Edtf) -> records.Date:
    start, end = date.start, date.end
    ends = {"earliest": start.earliest if start else None, "latest": end.latest if end else None}
    return _row(records.Date, date, date=date.text, precision=date.precision if start else None, **ends)


def _row(kind: type[R], like: object, **fields: Any) -> R:
    """A row; fields that are not given have the value of the attribute of `like` with the same name."""
    return kind(**{name: getattr(like, name) for name in kind.model_fields if name not in fields}, **fields)


class Listed(NamedTuple):
    """A table with a row for each article, or for each entry of a registry: what a row is, and what makes it."""

    record: type[records.Row]
    made: Callable[[Briefing, Any], records.Row]


LISTED = {  # in the order in which tables are told of
    "articles": Listed(records.Article, _article),
    "leaders": Listed(records.Leader, _leader),
    "countries": Listed(records.Country, _country),
    "organisations": Listed(records.Organisation, _organisation),
    "publishers": Listed(records.Publisher, _publisher),
    "themes": Listed(records.Theme, _theme),
    "events": Listed(records.Event, _event),
    "questions": Listed(records.Question, _question),
}
