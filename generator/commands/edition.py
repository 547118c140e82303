"""The command that records an edition: its date in `site.yml`, and what is new in it in the register."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import click

from generator import files, pipeline
from generator.commands import first_edition, saving
from generator.commands.console import ROOT, TEXTS, print_problems, reports_problems, tell
from generator.content import yaml_tree
from generator.content.paths import EDITIONS, READINGS, SITE
from generator.content.reading import Content
from generator.content.register import Register
from generator.exports import change_report as output
from generator.history import register
from generator.history.diff import diff
from generator.history.editions import since
from generator.history.snapshot import Snapshot, of_content, of_register
from generator.problems import Malformed

DAY = click.DateTime(["%Y-%m-%d"])


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


@click.command()
@ROOT
@TEXTS
@click.option("--date", "on", type=DAY, default=_today, show_default="today")
@click.option("--first", is_flag=True, help="only where none is recorded yet, and under the date that site.yml has")
@click.option("--push", is_flag=True, help="commit and push the first record, as the workflow that publishes does")
@reports_problems
def edition(root: Path, texts: Path | None, on: datetime, first: bool, push: bool) -> bool:
    """Record what is published now: set the edition's date, and keep every address and what changed."""
    if push and not first:
        raise click.UsageError("`--push` goes with `--first`; commit a later record with its edition")
    return first_edition.record(root, texts, push=push) if first else _record(root, texts, on.date())


def _record(root: Path, texts: Path | None, day: date) -> bool:
    read = files.content(root)
    of_the_day = {**read, SITE: dated(read[SITE], day)} if SITE in read else read
    briefing = pipeline.load(of_the_day, files.article_texts(root, texts))
    content = briefing.content
    if later := [recorded_day for recorded_day in content.editions if recorded_day > day]:
        raise click.UsageError(f"the edition of {max(later)} is recorded already; give that day or a later one")
    problems = pipeline.problems(briefing)
    if not pipeline.is_clean(problems) or any(problem.code == "AFTER-EDITION" for problem in problems):
        raise Malformed(*problems)
    print_problems(problems)
    before, now = of_register(register.recorded_in(content)), of_content(content)
    path = f"{EDITIONS}{day}.yml"
    recorded = register.together((content.editions.get(day, Register()), since(before, now)))
    changes = {SITE: of_the_day[SITE], **_words_taken_back(content, now), path: register.dumps(recorded)}
    saving.save(root, changes, read)
    first = f"the first edition: {len(now.facts)} facts\n"
    tell(output.plain(diff(before, now), files.words()) if content.editions else first, nl=False)
    tell(f"{root / path}: the edition of {day}")
    return True


def dated(text: str, day: date) -> str:
    """`site.yml` with another date of its edition: as it is published on that day, with what is of it."""
    place = yaml_tree.parse(text, SITE).at("edition")
    lines = text.split("\n")
    line = lines[place.line - 1]
    before, value = line[: place.column - 1], line[place.column - 1 :]
    lines[place.line - 1] = before + re.sub(r"\d{4}-\d\d-\d\d", day.isoformat(), value, count=1)
    return "\n".join(lines)


def _words_taken_back(content: Content, now: Snapshot) -> dict[str, str | None]:
    """What a removed article's facts said goes from earlier editions too, which nothing else ever changes.

    So do its signatures.
    """
    signed = {f"{READINGS}{article}.yml": None for article in content.removed}
    removed = {id for id, fact in now.facts.items() if fact.status == "removed"}
    former = {id: id for article, file in content.removed.items() for id in (article, *file.article.formerly)}
    bare = {day: register.without_words(one, removed, former) for day, one in content.editions.items()}
    return signed | {f"{EDITIONS}{day}.yml": register.dumps(one) for day, one in bare.items()}
