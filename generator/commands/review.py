"""The command of the second reader: each fact beside its sentences, and a signature for what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator import files, pipeline
from generator.analysis.review import NEEDS, Reviewed, ReviewedRecord, WholeSentence, record_read
from generator.analysis.review import review as facts_to_read
from generator.briefing import Briefing
from generator.commands import saving
from generator.commands.console import ROOT, TEXTS, reports_problems, tell, tell_json
from generator.commands.git import own_change
from generator.content.paths import FACTS
from generator.history import signing
from generator.history.readings import of_articles, readings
from generator.problems import Malformed

NEED = {"flagged": "flagged", "changed": "changed since it was read", "unsigned": "not read yet", "signed": "read"}
FIELDS = ("who", "via", "named", "when", "kind", "event", "by", "to", "answers", "computed", "about", "note")
OTHERWISE = "its passage, speaker, day, answers, kind, themes or notes are not those that were read"
FOR_ANOTHER = "a signature is for somebody who did not write these facts"
DAY = click.DateTime(["%Y-%m-%d"])
HOW_TO_SIGN = "name the article and what was read of it, as in `briefbook review ARTICLE FACT --sign`"


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


@click.command()
@ROOT
@TEXTS
@click.argument("article", required=False)
@click.argument("facts", nargs=-1, metavar="[FACT]...")
@click.option("--sign", "act", flag_value="sign", help="sign the facts that are named, as read")
@click.option("--sign-all-shown", "act", flag_value="all", help="sign every fact that would be shown, as read")
@click.option("--unsign", "act", flag_value="unsign", help="take the signatures of the facts that are named back")
@click.option("--record", is_flag=True, help="the record of the article too: its title, day, publisher, origin")
@click.option("--date", "on", type=DAY, default=_today, show_default="today", help="the day of the reading")
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@reports_problems
def review(
    root: Path,
    texts: Path | None,
    article: str | None,
    facts: tuple[str, ...],
    act: str | None,
    record: bool,
    on: datetime,
    as_json: bool,
) -> bool:
    """Show facts to a second reader, and sign what they have read; without ARTICLE, what waits in all of them.

    Once all facts of an article are signed and no draft is left, the day stands in its `second_reading`. A fact that
    changes afterwards waits to be read again, and so does the record of the article.
    """
    content = files.content(root)
    briefing = pipeline.load(content, files.article_texts(root, texts))
    if article is not None and article not in briefing.articles:
        raise click.UsageError(f"no article has the id `{article}`")
    if act and (article is None or not (facts or act == "all" or (record and act == "sign"))):
        raise click.UsageError(HOW_TO_SIGN)
    known = {fact.id for fact in briefing.facts_in(article or "")}
    if act != "sign" and (unknown := [fact for fact in facts if fact not in known]):
        raise click.UsageError(f"no fact of `{article}` that stands has the id `{unknown[0]}`")
    read = readings(briefing.content)
    every = {id: facts_to_read(briefing, id, read) for id in ([article] if article else briefing.articles)}
    if article and act:
        record = record or (act == "all" and not facts)
        if act == "all":  # what is flagged is left
            facts = tuple(one.fact.id for one in _named(every[article], facts) if one.need != "flagged")
        _write(root, content, briefing, article, facts, act, on.date(), record=record)
        return True
    shown = {id: _named(ones, facts) if article else _waiting(ones) for id, ones in every.items()}
    of_records = {id: record_read(briefing, id, read_whole) for id, read_whole in of_articles(briefing.content).items()}
    records = {
        id: one
        for id, one in of_records.items()
        if id in every and (one.need == "changed" or (article and not facts) or record)
    }
    if as_json:
        listed = [machine(one) for ones in shown.values() for one in ones]
        tell_json({"records": [machine_record(one) for one in records.values()], "facts": listed})
    else:
        tell("\n".join(report(every, shown, records)), nl=False)
    return True


def report(
    every: dict[str, tuple[Reviewed, ...]], shown: dict[str, tuple[Reviewed, ...]], records: dict[str, ReviewedRecord]
) -> Iterator[str]:
    """The lines for people: each article with how far it is, its record and facts that are shown, how to sign them."""
    for article, ones in shown.items():
        counts = Counter(one.need for one in every[article])
        told = ", ".join(f"{counts[need]} {NEED[need]}" for need in NEEDS if counts[need])
        yield f"{article}: {told or 'no facts yet'}"
        if record := records.get(article):
            yield ""
            yield f"the record: {NEED[record.need]}{_on(record.need, record.day)}"
            yield f"  {'with':<8} {_listed(_written(record.fields))}"
        for one in ones:
            yield ""
            yield from _fact(one)
        if any(one.need != "signed" for one in ones):
            yield ""
            yield f"sign what was read: briefbook review {article} FACT... --sign, or all of it: --sign-all-shown"
        elif record and record.need == "changed":
            yield ""
            yield f"sign the record once it was read: briefbook review {article} --record --sign"
        yield ""


def machine(one: Reviewed) -> dict[str, Any]:
    """A fact under review for machines."""
    return {
        "article": one.fact.article,
        "fact": one.fact.id,
        "need": one.need,
        "read": one.reading.day.isoformat() if one.reading.day else None,
        "say": one.fact.say,
        "was": one.reading.was,
        "rests_otherwise": one.reading.rests_otherwise,
        "sentences": [{"at": str(s.ref), "text": s.text, "passages": s.passages} for s in one.sentences],
        "passages": list(one.fact.fact.passage),
        "fields": _fields(one),
        "flags": [{"code": check.code, "what": check.what, "remedy": check.remedy} for check in one.complaints],
        "settled": list(one.fact.settled),
    }


def machine_record(one: ReviewedRecord) -> dict[str, Any]:
    """The record of an article under review for machines."""
    day = one.day.isoformat() if one.day else None
    return {"article": one.article, "need": one.need, "read": day, "fields": _written(one.fields)}


def _fact(one: Reviewed) -> Iterator[str]:
    yield f"{one.fact.id}: {NEED[one.need]}{_on(one.need, one.reading.day)}"
    for name, text in _told(one):
        yield f"  {name:<8} {text}"


def _on(need: str, day: date | None) -> str:
    return f" on {day}" if need == "signed" and day else ""


def _told(one: Reviewed) -> Iterator[tuple[str, str]]:
    for check in one.complaints:
        yield "flag", f"{check.code}: {check.what}; {check.remedy}" if check.remedy else f"{check.code}: {check.what}"
    yield "we say", one.fact.say
    if one.changes:
        marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
        yield "changed", " ".join(marks[how].format(words) for how, words in one.changes)
    if one.reading.rests_otherwise:
        yield "changed", OTHERWISE
    for sentence in one.sentences:
        yield "article", f"{sentence.ref}  {_with_passages(sentence)}"
    if not one.sentences:
        for passage in one.fact.fact.passage:
            yield "article", f"… [{passage}] … (its text is not here)"
    if fields := _fields(one):
        yield "with", _listed(fields)
    if one.fact.settled:
        yield "settled", ", ".join(one.fact.settled)


def _with_passages(sentence: WholeSentence) -> str:
    """The sentence with its passages in brackets; those that overlap are one."""
    text, at = "", 0
    for start, end in _apart(sentence.passages):
        text += f"{sentence.text[at:start]}[{sentence.text[start:end]}]"
        at = end
    return text + sentence.text[at:]


def _apart(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    apart: list[tuple[int, int]] = []
    for start, end in places:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _fields(one: Reviewed) -> dict[str, str]:
    """What else is claimed of a fact, as it is written."""
    written = one.fact.fact.model_dump(mode="json", include=set(FIELDS), exclude_defaults=True)
    return _written({name: written[name] for name in FIELDS if name in written})


def _written(fields: Mapping[str, Any]) -> dict[str, str]:
    return {name: _text(value) for name, value in fields.items()}


def _listed(fields: Mapping[str, str]) -> str:
    return " · ".join(f"{name}: {text}" for name, text in fields.items())


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_text(part)}" for key, part in value.items())
    return ", ".join(map(_text, value)) if isinstance(value, list) else str(value)


def _named(ones: tuple[Reviewed, ...], facts: Collection[str]) -> tuple[Reviewed, ...]:
    return tuple(one for one in ones if not facts or one.fact.id in facts)


def _waiting(ones: tuple[Reviewed, ...]) -> tuple[Reviewed, ...]:
    return tuple(one for one in ones if one.need != "signed")


def signing_for_another(root: Path, path: str) -> str:
    """What a signature stands for; a warning, where git knows that whoever signs was the last to change the facts."""
    if (author := own_change(root, path)) is None:
        return FOR_ANOTHER
    return (
        f"{FOR_ANOTHER}; git has your address ({author}) for the last change of {path}: if you wrote them, do not sign"
    )


def _write(
    root: Path,
    content: Mapping[str, str],
    briefing: Briefing,
    article: str,
    facts: Collection[str],
    act: str,
    on: date,
    *,
    record: bool,
) -> None:
    """Writes the signatures, and says what is left."""
    if act == "sign" and (wrong := tuple(signing.refusals(briefing, article, facts))):
        raise Malformed(*wrong)
    path = f"{FACTS}{article}.yml"
    if act == "unsign":
        done = signing.unsign(briefing.content, article, facts, on, content[path])
    else:
        tell(signing_for_another(root, path), err=True)
        done = signing.sign(briefing.content, article, facts, on, content[path], record=record)
    saving.save(root, done.files, content)
    what = "taken back" if act == "unsign" else "signed"
    tell(f"{article}: {len(facts)} {what}" if facts else f"{article}: its record {what}")
    if done.day:
        tell(f"every fact is read: `second_reading: {done.day}` stands in {path}")
    for ids, what in ((done.left, "left"), (done.drafts, "still draft")):
        if ids:
            tell(f"{len(ids)} {what}: {', '.join(ids)}")
    if done.record_changed:
        tell(f"the record changed since it was read: briefbook review {article} --record")
