"""What a second reader's signature writes: the file of signatures, and `second_reading` once an article is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.briefing import Briefing
from generator.content import edits
from generator.content.model import Article, Draft
from generator.content.paths import FACTS, READINGS
from generator.content.reading import Content
from generator.content.readings import Line, RecordRead, Signature, TakenBack, dumps
from generator.evidence.proving import active_facts
from generator.evidence.verdict import Verdict
from generator.history.readings import article_reading, files_of, kept, readings, record_read, signature
from generator.problems import Problem, nearest

RECORD = tuple(field.alias or name for name, field in Article.model_fields.items())


@dataclass(frozen=True)
class Signed:
    """What somebody has signed, or taken back.

    `files` are the texts of the files that change, by path, none where a file is to go, in the order in which they are
    written, so that no `second_reading` ever stands without its signatures; `left` are the facts that wait, in the
    order of their file, and the drafts; `record_changed` says that the record of the article waits. Where nothing
    does, `day` is that of the whole reading, as the fact file has it now.
    """

    files: dict[str, str | None]
    left: tuple[str, ...]
    drafts: tuple[str, ...]
    record_changed: bool
    day: date | None


def refusals(briefing: Briefing, article: str, facts: Collection[str]) -> Iterator[Problem]:
    """Why a fact cannot be signed: it is not there, or is not proved, or waits to be read again."""
    file = briefing.articles[article]
    known = {fact.id: fact for fact in briefing.facts_in(article)}
    for id in facts:
        fact = known.get(id)
        if not fact:
            place = next((other.at("id") for other in file.facts if other.id == id), file.at("facts"))
            yield Problem(place, "NOT-SIGNED", f"no fact that stands has the id `{id}`", nearest(id, known))
        elif fact.verdict is not Verdict.PROVED:
            remedy = "mend what `briefbook check` tells of it first"
            yield Problem(fact.fact.at("id"), "NOT-SIGNED", f"`{id}` is not proved", remedy)
        elif fact.unsettled:
            marks = ", ".join(fact.unsettled)
            remedy = f"mend it, or settle it with `agrees: [{marks}]` first"
            yield Problem(fact.fact.at("say"), "NOT-SIGNED", f"`{id}` waits to be read again ({marks})", remedy)


def sign(
    content: Content, article: str, facts: Collection[str], day: date, text: str, *, record: bool = False
) -> Signed:
    """Signs these facts of an article, and its record too if asked, as read on a day; `text` is that of its fact file.

    Whoever signs has the facts before them as `content` has them, and has asked for `refusals`. While anything is left,
    a `second_reading` that is there already stays. The record is read with the last of the facts; if it changes after
    that, it is signed when somebody asks for it.
    """
    asked = (fact for fact in active_facts(content.articles[article]) if fact.id in facts)
    new = (signature(content, article, fact, day) for fact in asked)
    lines: tuple[Line, ...] = (*_without(content, article, facts), *new)
    if record:
        lines = (*(line for line in lines if not isinstance(line, RecordRead)), record_read(content, article, day))
    signed = _signed(content, article, lines)
    if signed.day and article_reading(_alone(content, article, lines), article).record == "unsigned":
        signed = _signed(content, article, (*lines, record_read(content, article, day)))
    return _with_record(signed, article, text) if signed.day else signed


def unsign(content: Content, article: str, facts: Collection[str], day: date, text: str) -> Signed:
    """Takes the signatures of these facts back on a day; an article in which one is missing has no `second_reading`.

    That they were taken back is written down, so that they are not signed again by what another branch still has.
    """
    read = [line for line in kept(content, article) if isinstance(line, Signature) and line.fact in facts]
    back = [TakenBack(fact=line.fact, unsigned=max(line.day, day)) for line in read]
    known = {line.fact for line in back}
    return _with_record(_signed(content, article, (*_without(content, article, known), *back)), article, text)


def _without(content: Content, article: str, facts: Collection[str]) -> tuple[Line, ...]:
    """The lines of an article without those of these facts."""
    return tuple(line for line in kept(content, article) if getattr(line, "fact", "") not in facts)


def _alone(content: Content, article: str, lines: tuple[Line, ...]) -> Content:
    """The article as nothing but these lines says that it was read."""
    file = content.articles[article]
    unread = file.model_copy(update={"article": file.article.model_copy(update={"second_reading": None})})
    return replace(content, articles={article: unread}, readings={article: lines})


def _signed(content: Content, article: str, lines: tuple[Line, ...]) -> Signed:
    file, alone = content.articles[article], _alone(content, article, lines)
    of_facts = readings(alone)
    states = {fact.id: of_facts[fact.id] for fact in active_facts(file)}
    left = tuple(id for id, reading in states.items() if reading.state != "signed")
    drafts = tuple(fact.id for fact in file.facts if isinstance(fact, Draft))
    record_changed = article_reading(alone, article).record == "changed"
    days = [line.day for line in lines if not isinstance(line, TakenBack)]
    day = None if left or drafts or record_changed else max(days, default=None)
    former = dict.fromkeys(f"{READINGS}{id}.yml" for id in files_of(content, article))
    written = dumps(lines) if lines else None
    return Signed({**former, f"{READINGS}{article}.yml": written}, left, drafts, record_changed, day)


def _with_record(signed: Signed, article: str, text: str) -> Signed:
    day = signed.day.isoformat() if signed.day else None
    facts = edits.with_fields(text, ("article",), {"second_reading": day}, RECORD)
    record = {f"{FACTS}{article}.yml": facts}
    return replace(signed, files={**signed.files, **record} if day else {**record, **signed.files})
