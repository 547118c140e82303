"""What is left to do in a dossier, the most useful first: for `briefbook next`, and for the first page of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal, get_args

from generator.briefing import Briefing
from generator.content.model import Draft, FactFile
from generator.content.paths import FACTS
from generator.drafting.asking import Reader, candidates
from generator.drafting.open_names import open_names
from generator.evidence.proving import BoundFact
from generator.evidence.source import FullText
from generator.evidence.verdict import Verdict
from generator.history.readings import FactReading, of_articles, readings
from generator.measures.coverage import coverage
from generator.problems import Place

Kind = Literal["drafts", "texts", "questions", "answers", "names", "flags", "changed", "unread"]
KINDS: tuple[Kind, ...] = get_args(Kind)  # in the order in which they are worth doing
MOST = 5  # names or articles of one task; more would hide that it is one


@dataclass(frozen=True)
class Task:
    """One thing to do: of which kind, what it is, in which article or of which facts, where, and by which command."""

    kind: Kind
    what: str
    command: str
    article: str = ""
    facts: tuple[str, ...] = ()
    place: Place | None = None


def worklist(briefing: Briefing, texts: Mapping[str, str] | None = None) -> tuple[Task, ...]:
    """Every task of a dossier, kind by kind; those of one kind in order of their articles, or of their questions.

    `texts` are the articles that have a text and no fact file: id → path. Questions and names are looked for in
    articles that somebody is still working on, where their text is at hand.
    """
    new = {article: file for article, file in briefing.articles.items() if _is_open(file)}
    of_facts = readings(briefing.content)
    tasks = chain(
        (task for article, file in new.items() if (task := _to_word(briefing, article, file))),
        (_to_add(article, path) for article, path in sorted((texts or {}).items())),
        _to_ask(briefing, new),
        _answered_otherwise(briefing, of_facts),
        _to_register(briefing, new),
        (task for article in briefing.articles if (task := _flags(briefing, article))),
        _to_read(briefing, of_facts),
    )
    return tuple(sorted(tasks, key=lambda task: KINDS.index(task.kind)))


def _is_open(file: FactFile) -> bool:
    return file.article.curation == "open" or any(isinstance(fact, Draft) for fact in file.facts)


def _texts(briefing: Briefing, articles: Iterable[str]) -> dict[str, FullText]:
    """The articles whose text is at hand."""
    return {article: text for article in articles if isinstance(text := briefing.source(article), FullText)}


def _to_word(briefing: Briefing, article: str, file: FactFile) -> Task | None:
    drafts = tuple(fact for fact in file.facts if isinstance(fact, Draft))
    gaps = sum(not paragraph.accounted for paragraph in coverage(briefing, article))
    told = [_counted(len(drafts), "draft")] if drafts else []
    told += [f"{_counted(gaps, 'paragraph')} without a fact"] if gaps else []
    if not told:
        return None
    place = drafts[0].at("id") if drafts else file.at("facts")
    ids = tuple(draft.id for draft in drafts)
    return Task("drafts", f"{article}: {', '.join(told)}", f"briefbook check --only {article}", article, ids, place)


def _to_add(article: str, path: str) -> Task:
    return Task("texts", f"{article}: a text without facts", f"briefbook add {path}", article, place=Place(path))


def _to_ask(briefing: Briefing, new: Iterable[str]) -> Iterator[Task]:
    """The questions that no fact of an article answers, though `ask` finds a sentence of it that may."""
    readers = {
        article: Reader(article, briefing.article(article).published, text, briefing)
        for article, text in _texts(briefing, new).items()
    }
    for question in briefing.content.questions.values():
        answered = {fact.article for fact, _ in briefing.answers_to(question.id)}
        open_readers = {article: reader for article, reader in readers.items() if article not in answered}
        found: dict[str, list[int]] = {article: [] for article in open_readers}
        for candidate in candidates(briefing, open_readers, question):
            found[candidate.article].append(candidate.paragraph)
        told = [f"{article} (paragraph {', '.join(_numbers(at))})" for article, at in found.items() if at]
        if told:
            more = f" and {_counted(len(told) - MOST, 'more article')}" if len(told) > MOST else ""
            what = f"{question.id}: may be answered by {', '.join(told[:MOST])}{more}"
            articles = [article for article, at in found.items() if at]
            alone = articles[0] if len(articles) == 1 else ""
            place = Place(f"{FACTS}{alone}.yml") if alone else None
            yield Task("questions", what, f"briefbook ask {question.id}", alone, place=place)


def _answered_otherwise(briefing: Briefing, of_facts: Mapping[str, FactReading]) -> Iterator[Task]:
    """Facts whose answer a newer article excludes, as long as nobody has read the newer one again."""
    for question in briefing.content.questions.values():
        facts = [fact for fact, _ in briefing.answers_to(question.id)] if question.asks == "sources" else []
        unread = [fact for fact in facts if of_facts[fact.id].state != "signed"]
        for old in facts if unread else ():
            newer = (new for new in unread if _is_newer(briefing, new, old))
            otherwise = [new for new in newer if briefing.exclude(question, old, new)]
            if otherwise:
                new = otherwise[-1]
                what = (
                    f"{old.id}: `{question.id}` is answered with `{old.answers[question.id]}`, and by the newer "
                    f"{new.id} with `{new.answers[question.id]}`"
                )
                facts_told, place = (old.id, *(fact.id for fact in otherwise)), old.fact.at("answers", question.id)
                yield Task("answers", what, f"briefbook review {new.article} {new.id}", old.article, facts_told, place)


def _is_newer(briefing: Briefing, new: BoundFact, old: BoundFact) -> bool:
    published = briefing.article(new.article).published.earliest, briefing.article(old.article).published.latest
    return new.article != old.article and published[0] > published[1]


def _to_register(briefing: Briefing, new: Iterable[str]) -> Iterator[Task]:
    """The names of all articles in work that no registry knows, the most frequent first."""
    often = open_names(briefing.content, briefing.aliases, _texts(briefing, new))
    if often:
        told = ", ".join(f"{one.name} ({one.count})" for one in often[:MOST])
        more = f" and {len(often) - MOST} more" if len(often) > MOST else ""
        what = f"{_counted(len(often), 'name')} that no registry knows: {told}{more}"
        yield Task("names", what, "briefbook names")


def _flags(briefing: Briefing, article: str) -> Task | None:
    facts = briefing.facts_in(article)
    again = tuple(fact.id for fact in facts if fact.unsettled)
    unproved = tuple(fact.id for fact in facts if fact.verdict is not Verdict.PROVED)
    if not (again or unproved):
        return None
    told = [f"to read again {', '.join(again)}"] if again else []
    told += [f"not proved {', '.join(unproved)}"] if unproved else []
    ids = tuple(dict.fromkeys((*again, *unproved)))
    place = briefing.facts[ids[0]].fact.at("say")
    return Task("flags", f"{article}: {'; '.join(told)}", f"briefbook check --only {article}", article, ids, place)


def _to_read(briefing: Briefing, of_facts: Mapping[str, FactReading]) -> Iterator[Task]:
    """What has changed since it was signed; and what nobody has signed of articles that are finished."""
    of_records = of_articles(briefing.content)
    for article, file in briefing.articles.items():
        facts = briefing.facts_in(article)
        command, place = f"briefbook review {article}", file.at("article")
        changed = tuple(fact.id for fact in facts if of_facts[fact.id].state == "changed")
        unread = tuple(fact.id for fact in facts if of_facts[fact.id].state == "unsigned")
        if changed:
            what = f"{article}: changed since somebody read it: {', '.join(changed)}"
            yield Task("changed", what, command, article, changed, place)
        if file.article.second_reading and of_records[article].record == "changed":
            what = f"{article}: its record changed since somebody read it"
            yield Task("changed", what, f"{command} --record", article, (), place)
        if unread and not _is_open(file):
            what = f"{article}: {_counted(len(unread), 'fact')} nobody has read again"
            yield Task("unread", what, command, article, unread, place)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _numbers(numbers: Iterable[int]) -> list[str]:
    return [str(number) for number in sorted(set(numbers))]
