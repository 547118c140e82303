"""The commands: arguments in, problems out, and an exit code: 0 clean, 1 problems in the content, 2 wrong use."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import files, pipeline
from generator.briefing import Briefing
from generator.checks.coverage import coverage as coverage_of
from generator.checks.ledger import Ledger, ledger
from generator.content import schema as schemas
from generator.evidence.source import FullText
from generator.evidence.verdicts import Verdict
from generator.problems import Malformed, Problem
from generator.publishing import site

FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
ROOT = click.option("--root", type=FOLDER, default=".", help="the dossier")
TEXTS = click.option("--texts", type=FOLDER, help="a folder of articles' texts")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefbook")
def main() -> None:
    """Briefbook: a briefing site whose every sentence is proved by a passage of an article."""


def told(command: Callable[..., bool]) -> Callable[..., None]:
    """Prints what is wrong with the content instead of a traceback; exit code 1 unless the command is content."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> None:
        try:
            clean = command(*args, **options)
        except Malformed as malformed:
            _print(malformed.problems, github=bool(options.get("github")), as_json=bool(options.get("as_json")))
            clean = False
        sys.exit(0 if clean else 1)

    return run


@main.command()
@ROOT
@TEXTS
@click.option("--only", metavar="ARTICLE", help="show the problems of one article's files alone")
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@click.option("--github", is_flag=True, help="print as annotations of a workflow")
@told
def check(root: Path, texts: Path | None, only: str | None, as_json: bool, github: bool) -> bool:
    """Run every rule, and print what was performed."""
    briefing = _load(root, texts)
    found = pipeline.problems(briefing)
    if only:
        found = tuple(problem for problem in found if f"/{only}." in problem.place.path)
    _print(found, github=github, as_json=as_json, ledger=ledger(briefing))
    return not found


@main.command()
@ROOT
@click.option("--force", is_flag=True, help="build even if nothing changed")
@told
def build(root: Path, force: bool) -> bool:
    """Build the site into `site/`; what is there stays until the new one is whole."""
    stamp = site.stamp(root, files.inputs(root))
    if not force and site.is_current(root, stamp):
        click.echo("site/ is up to date")
        return True
    briefing = _load(root, None)
    found = pipeline.problems(briefing)
    if stopping := pipeline.stops_the_build(found):
        raise Malformed(*stopping)
    _print(found)
    pages = pipeline.pages(briefing, files.words(), files.page(root, "method"))
    site.publish(root, pages, briefing.content.site, stamp)
    click.echo(f"{ledger(briefing)}\nsite/ has {len(pages)} pages and files")
    return True


@main.command()
@ROOT
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@told
def lock(root: Path, paths: tuple[Path, ...]) -> bool:
    """Write the locks of articles from their texts, `<article>.txt`."""
    texts = {path.stem: files.read(path, str(path)) for path in paths}
    content = pipeline.read(files.content(root))
    for article, text in texts.items():
        if article not in content.articles:
            raise click.UsageError(f"no article has the id `{article}`: name the text after its article")
        where = root / "seeds" / f"{article}.lock"
        changed = files.write(where, pipeline.lock(content, article, text))
        click.echo(f"{where}: {'written' if changed else 'unchanged'}")
    return True


@main.command()
@ROOT
@click.option("--texts", type=FOLDER, required=True, help="a folder of articles' texts")
@told
def verify(root: Path, texts: Path) -> bool:
    """Repeat every check against full texts, found by their SHA-256 or their name."""
    briefing = _load(root, texts)
    found = pipeline.problems(briefing)
    for article in briefing.articles:
        click.echo(f"{article}: {_standing(briefing, article)}")
    _print(found, ledger=ledger(briefing))
    return not found


@main.command()
@ROOT
@TEXTS
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@told
def coverage(root: Path, texts: Path | None, articles: tuple[str, ...]) -> bool:
    """Print, paragraph by paragraph, what covers an article."""
    briefing = _load(root, texts)
    for article in articles or briefing.articles:
        if article not in briefing.articles:
            raise click.UsageError(f"no article has the id `{article}`")
        click.echo(article)
        for paragraph in coverage_of(briefing, article):
            what = " ".join(fact.id for fact in paragraph.facts) or paragraph.because or paragraph.state
            untouched = ", ".join(map(str, paragraph.untouched))
            click.echo(f"  {paragraph.number:>3}  {what}" + (f"  (untouched: {untouched})" if untouched else ""))
    return True


@main.command()
@ROOT
@told
def schema(root: Path) -> bool:
    """Write the JSON Schema of every kind of file, for editors."""
    for name, text in schemas.schemas().items():
        files.write(root / "schema" / name, text)
    return True


def _load(root: Path, texts: Path | None) -> Briefing:
    return pipeline.load(files.content(root), files.kept(root, texts))


def _standing(briefing: Briefing, article: str) -> str:
    """What was compared with what, and how many facts stand in it."""
    source, locked = briefing.source(article), briefing.locks.get(article)
    facts = briefing.facts_in(article)
    stand = sum(fact.verdict is Verdict.PROVED for fact in facts)
    if not isinstance(source, FullText):
        return f"no text in the folder; {stand} of {len(facts)} facts proved by the lock"
    which = "the locked text" if locked and locked.sha256 == source.sha256 else "another copy of the text"
    fallen = [fact.id for fact in facts if fact.verdict is not Verdict.PROVED]
    return f"{which}; {stand} of {len(facts)} facts stand" + (f"; not: {', '.join(fallen)}" if fallen else "")


def _print(
    problems: tuple[Problem, ...],
    *,
    github: bool = False,
    as_json: bool = False,
    ledger: Ledger | None = None,
) -> None:
    if as_json:
        click.echo(json.dumps(_machine(problems, ledger), indent=2, ensure_ascii=False))
        return
    for problem in problems:
        click.echo(_annotation(problem) if github else str(problem), err=not github)
    if ledger:
        click.echo(str(ledger))


def _machine(problems: tuple[Problem, ...], ledger: Ledger | None) -> dict[str, Any]:
    listed = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "what": problem.what,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
    return {"problems": listed, "performed": ledger.as_numbers() if ledger else None}


def _annotation(problem: Problem) -> str:
    """A line that GitHub shows beside the place: percent signs and line ends are escaped as it wants."""

    def escaped(text: str, more: str = "") -> str:
        return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)

    place = problem.place
    where = f"file={escaped(place.path, ':,')},line={place.line},col={place.column},title={problem.code}"
    return f"::error {where}::{escaped(str(problem).split(': ', 1)[1])}"


if __name__ == "__main__":
    main()
