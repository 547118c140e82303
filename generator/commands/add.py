"""The command that takes a new article in: its text or its lock, and a fact file with drafts."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from generator import files
from generator.commands.console import ROOT, reports_problems
from generator.content.dates import parse
from generator.content.shape import article_id_problems
from generator.drafting import records
from generator.drafting.importing import ImportedText, format_of, imported
from generator.drafting.new_article import new_article
from generator.problems import Malformed, Place, Problem

LARGEST = 2_000_000  # bytes of an article as it arrives, the mark-up of its page included
LONGEST = 100_000  # characters of its text: five times a very long article; its drafts still fit in one file
EXTRA = "briefbook[html]"


@click.command()
@ROOT
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True, allow_dash=True))
@click.option("--id", "chosen", metavar="ID", help="the article's id; else it is made from date and title")
@click.option("--published", metavar="DATE", help="the day of publication, where the text does not state it")
@click.option(
    "--format", "kind", type=click.Choice(["text", "markdown", "html"]), help="else told by name or beginning"
)
@click.option("--lock-only", is_flag=True, help="keep a lock of the text in seeds/, not the text")
@reports_problems
def add(root: Path, file: Path, chosen: str | None, published: str | None, kind: str | None, lock_only: bool) -> bool:
    """Take in a new article: FILE, or - for what is typed or piped in, as text, Markdown or HTML."""
    shown = "standard input" if str(file) == "-" else str(file)
    source = _read(file, shown)
    in_place = _is_kept(root, file)
    article = ImportedText(source) if in_place else _imported(source, kind or format_of(file.name, source), shown)
    _refuse_nothing(article, shown)
    id = chosen or (file.stem if in_place else "") or _id(article, published)
    if wrong := tuple(article_id_problems(id, Place(shown))):
        raise Malformed(*(replace(problem, remedy="choose one with --id") for problem in wrong))
    target = root / "content" / "facts" / f"{id}.yml"
    text = root / "seeds" / f"{id}.txt"
    _refuse_to_overwrite(target, text, article, lock_only)
    facts, lock = new_article(files.content(root), article, id, _day(published))
    paths = {target: facts, **({root / "seeds" / f"{id}.lock": lock} if lock_only else {text: article.text})}
    for path, content in paths.items():
        changed = files.write(path, content)
        click.echo(f"{path}: {'written' if changed else 'unchanged'}")
    click.echo(_next(id, facts))
    return True


def _read(file: Path, shown: str) -> str:
    if shown != "standard input":
        return files.read(file, shown, LARGEST)
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        what = f"more than {LARGEST:,} bytes came in, {LARGEST:,} at most are read"
        raise Malformed(Problem(Place(shown), "TOO-LARGE", what, "add the article alone"))
    return files.decoded(data, shown)


def _is_kept(root: Path, file: Path) -> bool:
    """A text that stands in `seeds/` or `texts/` already has its name, and is not changed."""
    folders = [(root / name).resolve() for name in ("seeds", "texts")]
    return file.suffix == ".txt" and file.resolve().parent in folders


def _imported(source: str, kind: str, shown: str) -> ImportedText:
    try:
        return imported(source, kind)  # type: ignore[arg-type]  # click lets nothing else through
    except ModuleNotFoundError as error:
        remedy = f"`python -m pip install '{EXTRA}'`"
        raise Malformed(
            Problem(Place(shown), "NO-HTML", f"HTML is read by {error.name}, which is missing", remedy)
        ) from None


def _refuse_nothing(article: ImportedText, shown: str) -> None:
    if not any(letter.isalnum() for letter in article.text):
        what, remedy = "no article is found here", "look at the file, or add the article's words as plain text"
        raise Malformed(Problem(Place(shown), "EMPTY-FILE", what, remedy))
    if len(article.text) > LONGEST:
        what = f"the text has {len(article.text):,} characters, {LONGEST:,} at most are drafted from"
        raise Malformed(Problem(Place(shown), "TOO-LARGE", what, "divide it into articles"))


def _id(article: ImportedText, published: str | None) -> str:
    dated_article = replace(article, published=_day(published) or article.published)
    return records.id_of(dated_article, records.dated(dated_article, ""))


def _day(published: str | None) -> str:
    if not published:
        return ""
    try:
        day = parse(published)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--published") from None
    if day.precision != "day" or day.is_span or not published.replace("-", "").isdigit():
        raise click.BadParameter("expected an exact day such as 2024-05-31", param_hint="--published")
    return published


def _refuse_to_overwrite(target: Path, text: Path, article: ImportedText, lock_only: bool) -> None:
    if target.exists():
        raise click.UsageError(f"{target} is there already, and is not overwritten; give another --id")
    if not lock_only and text.exists() and files.read(text, str(text)) != article.text:
        raise click.UsageError(f"{text} is there already with other words; give another --id")


def _next(id: str, facts: str) -> str:
    drafts = facts.count("    status: draft")
    return (
        f"{drafts} drafts, each with a passage that is proved\n"
        f"what is left to do, in content/facts/{id}.yml:\n"
        "  1. look at the record: title, publisher, day\n"
        "  2. give each draft its `say`, check who speaks, shorten the passage, and take `status: draft` away\n"
        "  3. delete drafts that are no facts, and write those that the rules did not find\n"
        "  4. register the names at the end of the file that matter\n"
        f"  5. run `briefbook check --only {id}` until it finds nothing, then let somebody read it again"
    )
