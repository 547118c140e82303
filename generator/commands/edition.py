"""The command that records an edition: its date in `site.yml`, and what is new in it in the register."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import click

from generator import files, pipeline
from generator.briefing import Briefing
from generator.commands.console import ROOT, TEXTS, print_problems, reports_problems
from generator.content import yaml_tree
from generator.content.paths import EDITIONS, SITE
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
@reports_problems
def edition(root: Path, texts: Path | None, on: date) -> bool:
    """Record what is published now: set the edition's date, and keep every address and what changed."""
    day = date(on.year, on.month, on.day)
    briefing = _of_the_day(root, texts, day)
    content = briefing.content
    if later := [recorded_day for recorded_day in content.editions if recorded_day > day]:
        raise click.UsageError(f"the edition of {max(later)} is recorded already; give that day or a later one")
    problems = pipeline.problems(briefing)
    if not pipeline.is_clean(problems):
        raise Malformed(*problems)
    print_problems(problems)
    before, now = of_register(register.recorded_in(content)), of_content(content)
    site = root / SITE
    files.write(site, dated(site.read_bytes(), site.read_text(encoding="utf-8-sig"), day))
    _take_words_back(root, content, now)
    path = root / f"{EDITIONS}{day}.yml"
    recorded = content.editions.get(day, Register())
    files.write(path, register.dumps(register.together((recorded, since(before, now)))))
    first = f"the first edition: {len(now.facts)} facts\n"
    click.echo(output.plain(diff(before, now), files.words()) if content.editions else first, nl=False)
    click.echo(f"{path}: the edition of {day}")
    return True


def _of_the_day(root: Path, texts: Path | None, day: date) -> Briefing:
    """The dossier as it is published on a day: what is of that day may be in it."""
    content = files.content(root)
    if SITE in content:
        content[SITE] = dated(content[SITE].encode(), content[SITE], day).decode()
    return pipeline.load(content, files.article_texts(root, texts))


def dated(data: bytes, text: str, day: date) -> bytes:
    """`site.yml` with another date of its edition, and every other byte as it was."""
    place = yaml_tree.parse(text, SITE).at("edition")
    lines = data.split(b"\n")
    line = lines[place.line - 1].decode()
    before, value = line[: place.column - 1], line[place.column - 1 :]
    lines[place.line - 1] = (before + re.sub(r"\d{4}-\d\d-\d\d", day.isoformat(), value, count=1)).encode()
    return b"\n".join(lines)


def _take_words_back(root: Path, content: Content, now: Snapshot) -> None:
    """What a removed article's facts said goes from earlier editions too: the only thing that ever changes them."""
    removed = {id for id, fact in now.facts.items() if fact.status == "removed"}
    former = {id: id for article, file in content.removed.items() for id in (article, *file.article.formerly)}
    for day, recorded in content.editions.items():
        bare = register.without_words(recorded, removed, former)
        files.write(root / f"{EDITIONS}{day}.yml", register.dumps(bare))
