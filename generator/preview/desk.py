"""What the desk shows: an article's words beside its facts, what stands against each, and what is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.analysis.review import Reviewed, review
from generator.briefing import Briefing
from generator.content.edits import last_line
from generator.content.model import Draft, Fact, FactFile, Tombstone, Written
from generator.content.paths import FACTS
from generator.evidence.proving import BoundFact, bound_fact
from generator.evidence.source import FullText, SentenceProfile, SentenceRef, Source
from generator.evidence.text import Paragraph
from generator.evidence.verdict import Verdict
from generator.history.readings import FactReading, readings
from generator.measures.coverage import Covered, coverage
from generator.measures.quotation import quoted
from generator.preview.desk_records import (
    DeskArticle,
    DeskEntry,
    DeskFact,
    DeskParagraph,
    DeskProblem,
    DeskReading,
    DeskSentence,
    Run,
)
from generator.problems import Problem
from generator.rules import Rule, proof, questions, roles

# What may stand against one fact, whatever else the dossier has; a draft is held to it before it is accepted.
OF_ONE_FACT: tuple[Rule, ...] = (
    proof.facts_are_proved,
    proof.facts_agree_with_their_sentences,
    proof.facts_have_a_theme,
    questions.answers_are_among_the_options,
    questions.positions_have_a_speaker,
    roles.only_commitments_have_makers,
)
FIELDS = ("who", "via", "named", "about", "kind", "event", "when", "answers", "computed", "agrees")


def article_view(briefing: Briefing, article: str, problems: Iterable[Problem], text: str) -> DeskArticle:
    """An article by the text of its fact file, its facts in the order in which they were written."""
    file, source = briefing.articles[article], briefing.source(article)
    record, path, share = file.article, f"{FACTS}{article}.yml", quoted(briefing, article)
    here = [problem for problem in problems if problem.place.path == path]
    bound = {fact.id: fact for fact in briefing.facts_in(article)} | bound_drafts(briefing, article)
    here += draft_problems(briefing, article, bound)
    owners = _owners(file, here)
    reviewed = review(briefing, article, readings(briefing.content))
    shown_facts = (_fact(fact, bound.get(fact.id), source, owners.get(fact.id, ()), text) for fact in file.facts)
    read = {one.fact.id: _reading(place, one) for place, one in enumerate(reviewed)}
    facts = tuple(replace(fact, reading=read.get(fact.id)) for fact in shown_facts)
    return DeskArticle(
        article,
        record.name,
        path,
        _at_hand(briefing, article),
        record.language,
        record.published.text,
        record.curation,
        record.second_reading.isoformat() if record.second_reading else "",
        f"{share.percent} % of {share.of} words quoted",
        tuple(_paragraphs(source, coverage(briefing, article))),
        facts,
        tuple((skip.paragraphs.first, skip.paragraphs.last, skip.because) for skip in file.skip),
        owners.get("", ()),
        tuple((theme.id, theme.name) for theme in briefing.content.themes.values()),
    )


def entries(briefing: Briefing, problems: Sequence[Problem]) -> tuple[DeskEntry, ...]:
    """Every article that has a file: those with most to do first, then by id."""
    read, by_path = readings(briefing.content), dict[str, list[Problem]]()
    for problem in problems:
        by_path.setdefault(problem.place.path, []).append(problem)
    found = [_entry(briefing, article, by_path.get(f"{FACTS}{article}.yml", ()), read) for article in briefing.articles]
    return tuple(sorted(found, key=lambda entry: (-entry.work, entry.id)))


def bound_drafts(briefing: Briefing, article: str) -> dict[str, BoundFact]:
    """The drafts of an article as the facts that they would be, checked; no lock signs what they agree to."""
    drafts = (fact for fact in briefing.articles[article].facts if isinstance(fact, Draft))
    source = briefing.source(article)
    return {
        draft.id: bound_fact(briefing.content, briefing.aliases, article, draft.as_fact(), source) for draft in drafts
    }


def draft_problems(briefing: Briefing, article: str, bound: Mapping[str, BoundFact]) -> list[Problem]:
    """What would stand against the drafts of an article, were they accepted; before they are worded, their passages."""
    drafts = [bound[fact.id] for fact in briefing.articles[article].facts if isinstance(fact, Draft)]
    worded = replace(briefing, facts={fact.id: fact for fact in drafts if fact.say})
    passages = (
        replace(fact, checks=tuple(check for check in fact.checks if check.subject == "passage"))
        for fact in drafts
        if not fact.say
    )
    unworded = replace(briefing, facts={fact.id: fact for fact in passages})
    found = [problem for rule in OF_ONE_FACT for problem in rule(worded)]
    return [*found, *proof.facts_are_proved(unworded)]


def shown(problem: Problem) -> DeskProblem:
    """A problem as the desk has it."""
    marks = problem.rereading.marks if problem.rereading else ()
    return DeskProblem(problem.code, problem.what, problem.remedy, problem.place.line, problem.is_warning, marks)


def places(facts: Iterable[BoundFact], source: Source) -> dict[str, tuple[int, int]]:
    """Where the first passage of each fact begins: its paragraph, and the word in it; of those that stand somewhere."""
    runs = {fact.id: [(run.paragraph, run.first) for run in _runs(fact, source)] for fact in facts}
    return {id: min(spots) for id, spots in runs.items() if spots}


def problems_of(file: FactFile, fact: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stand at a fact of a file, of those that are told of this file."""
    return [problem for problem in problems if _owner(file, problem) == fact]


def source_of(item: Written, text: str) -> str:
    """The lines of a fact as they were written, without the indentation of its dash."""
    first, last, dash = lines_of(item, text)
    return "\n".join(line[dash:] for line in text.split("\n")[first : last + 1])


def lines_of(item: Written, text: str) -> tuple[int, int, int]:
    """The first and the last line of an item of a list, counted from 0, and the column of its dash.

    Comments that stand deeper than the dash are its own; raises ValueError where it has no line of its own.
    """
    lines, first = text.split("\n"), item.at().line - 1
    dash = len(lines[first]) - len(lines[first].lstrip(" "))
    if not lines[first].lstrip(" ").startswith("- "):
        raise ValueError("the fact has no line of its own")
    return first, last_line(lines, first, dash), dash


def _reading(place: int, one: Reviewed) -> DeskReading:
    day = one.reading.day.isoformat() if one.reading.day else ""
    return DeskReading(place, one.need, day, one.changes, one.reading.rests_otherwise)


def _entry(briefing: Briefing, article: str, here: Sequence[Problem], read: Mapping[str, FactReading]) -> DeskEntry:
    """An article of the first page; the problems are those of its file."""
    file = briefing.articles[article]
    day = file.article.second_reading
    return DeskEntry(
        article,
        file.article.name,
        _at_hand(briefing, article),
        file.article.curation,
        len(briefing.facts_in(article)),
        sum(read[fact.id].state == "signed" for fact in briefing.facts_in(article)),
        sum(isinstance(fact, Draft) for fact in file.facts),
        sum(problem.code == "READ-AGAIN" for problem in here),
        sum(not problem.is_warning for problem in here),
        sum(len(paragraph.untouched) for paragraph in coverage(briefing, article)),
        day.isoformat() if day else "",
    )


def _at_hand(briefing: Briefing, article: str) -> str:
    if article not in briefing.sources:
        return "nothing"
    return "text" if isinstance(briefing.source(article), FullText) else "lock"


def _paragraphs(source: Source, covered: Iterable[Covered]) -> Iterator[DeskParagraph]:
    for paragraph in covered:
        body = source.body[paragraph.number - 1] if isinstance(source, FullText) else None
        words = tuple((token.gap, token.text) for token in body.tokens) if body else ()
        tail = body.text[body.tokens[-1].end :] if body and body.tokens else body.text if body else ""
        sentences = tuple(_sentences(paragraph, body))
        yield DeskParagraph(paragraph.number, paragraph.state, paragraph.because or "", words, tail, sentences)


def _sentences(paragraph: Covered, body: Paragraph | None) -> Iterator[DeskSentence]:
    first, untouched = 0, set(paragraph.untouched)
    for profile in paragraph.sentences:
        last, number = first + profile.tokens - 1, profile.ref.sentence
        yield DeskSentence(number, first, last, profile.ref in untouched, "" if body else _known(profile))
        first = last + 1


def _known(profile: SentenceProfile) -> str:
    """What a lock tells of a sentence."""
    told = [f"{profile.tokens} words"]
    told += [f"names {', '.join(profile.names)}"] if profile.names else []
    told += [f"figures {', '.join(profile.numbers)}"] if profile.numbers else []
    return "; ".join(told)


def _fact(
    fact: Written, bound: BoundFact | None, source: Source, problems: tuple[DeskProblem, ...], text: str
) -> DeskFact:
    if isinstance(fact, Tombstone):
        fields = (("retired", fact.retired.isoformat()), ("because", fact.because), ("by", fact.by or ""))
        told = tuple(field for field in fields if field[1])
        return DeskFact(fact.id, fact.status, False, fact.say, (), (), told, fact.at().line, problems, (), (), (), 0)
    refs, checks = (bound.refs, bound.checks) if bound else ((), ())
    source_lines = _source(fact, text)
    marks = bound.unsettled if bound and bound.say else ()
    return DeskFact(
        fact.id,
        _state(fact, bound, problems, marks),
        isinstance(fact, Draft),
        fact.say or "",
        fact.passage,
        tuple(_runs(bound, source)) if bound else (),
        tuple(_fields(fact)),
        fact.at().line,
        problems,
        marks,
        fact.agrees,
        source.wording(refs),
        sum(check.verdict is Verdict.PROVED for check in checks),
        source_lines,
        tuple(line.strip().lstrip("# ") for line in source_lines.split("\n") if line.lstrip().startswith("#")),
    )


def _source(fact: Written, text: str) -> str:
    try:
        return source_of(fact, text)
    except ValueError:
        return ""


def _state(
    fact: Fact | Draft, bound: BoundFact | None, problems: tuple[DeskProblem, ...], marks: tuple[str, ...]
) -> str:
    if isinstance(fact, Draft):
        return "draft"
    if marks:
        return "flagged"
    if any(not problem.is_warning for problem in problems) or bound is None:
        refuted = bound is None or bound.verdict is not Verdict.CANNOT
        return "refuted" if refuted else "cannot"
    return "proved"


def _runs(bound: BoundFact, source: Source) -> Iterator[Run]:
    """Where the passages stand, by the words of their paragraphs."""
    starts: dict[SentenceRef, int] = {}
    spot, paragraph = 0, 0
    for profile in source.profiles:
        if profile.ref.paragraph != paragraph:
            spot, paragraph = 0, profile.ref.paragraph
        starts[profile.ref] = spot
        spot += profile.tokens
    for passage in bound.located:
        if passage.occurrence:
            spans = passage.occurrence.spans
            first, last = starts[spans[0].ref] + spans[0].first, starts[spans[-1].ref] + spans[-1].last
            yield Run(spans[0].ref.paragraph, first, last)


def _fields(fact: Fact | Draft) -> Iterator[tuple[str, str]]:
    """The other fields that were written, as text."""
    written = fact.written
    for field in FIELDS:
        if field in written:
            yield field, _shown(written[field])


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_shown(inner)}" for key, inner in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    return str(value)


def _owners(file: FactFile, problems: Iterable[Problem]) -> dict[str, tuple[DeskProblem, ...]]:
    """The problems of a file by the fact that they stand at; those of none under an empty id."""
    grouped: dict[str, list[DeskProblem]] = {}
    for problem in sorted(set(problems)):
        grouped.setdefault(_owner(file, problem), []).append(shown(problem))
    return {id: tuple(found) for id, found in grouped.items()}


def _owner(file: FactFile, problem: Problem) -> str:
    """The last fact that begins at or before the line of a problem, if nothing else begins between."""
    begins = [(fact.at().line, fact.id) for fact in file.facts]
    begins += [(record.at().line, "") for record in (file.article, *file.skip)]
    before = [begin for begin in begins if begin[0] <= problem.place.line]
    return max(before, key=lambda begin: begin[0])[1] if before else ""
