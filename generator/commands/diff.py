"""The command that compares two editions: folders, or revisions of the repository that the dossier lies in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import files, pipeline
from generator.briefing import Briefing
from generator.commands.console import ROOT, TEXTS, reports_problems, tell
from generator.commands.git import edition_folder
from generator.content.paths import EDITIONS
from generator.content.reading import Content
from generator.exports import change_report as output
from generator.history.diff import Changes
from generator.history.diff import diff as difference
from generator.history.register import recorded_in
from generator.history.snapshot import Snapshot, of_content, of_register
from generator.problems import Malformed, Place, Problem


@click.command()
@ROOT
@TEXTS
@click.argument("base")
@click.argument("head", required=False)
@click.option("--markdown", "form", flag_value="markdown", help="print for a pull request")
@click.option("--json", "form", flag_value="json", help="print for machines")
@click.option(
    "--whole",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="write Markdown of any length there",
)
@reports_problems
def diff(root: Path, texts: Path | None, base: str, head: str | None, form: str | None, whole: Path | None) -> bool:
    """Print what a reader of HEAD finds who knew BASE; HEAD is the working tree.

    Each is a folder, the date of a recorded edition such as 2024-06-04, or a git revision. Of recorded editions the
    facts are compared. What is printed for a pull request is cut where it is too long for one.
    """
    changes = changes_since(root, base, head, texts)
    if whole:
        files.write(whole, output.markdown(changes, files.words()))
    if form == "json":
        tell(output.machine(changes), nl=False)
    elif form == "markdown":
        tell(output.summary(changes, files.words()), nl=False)
    else:
        tell(output.plain(changes, files.words()), nl=False)
    return True


def changes_since(root: Path, base: str, head: str | None = None, texts: Path | None = None) -> Changes:
    """What changed from one edition to another; the working tree is the other where none is named."""
    if _is_recorded(root, base) or (head and _is_recorded(root, head)):
        return difference(_recorded(root, base), _recorded(root, head))
    article_texts = files.article_texts(root, texts)
    return difference(
        pipeline.edition(_edition(root, base, article_texts)),
        pipeline.edition(
            _edition(root, head, article_texts) if head else pipeline.load(files.content(root), article_texts)
        ),
    )


def _is_recorded(root: Path, name: str) -> bool:
    """Whether a name is the date of an edition that the register of the working tree has."""
    return not (Path(name) / "content").is_dir() and (root / f"{EDITIONS}{name}.yml").is_file()


def _recorded(root: Path, name: str | None) -> Snapshot:
    """The facts of an edition: as they were recorded, or as they would be."""
    if name and not _is_recorded(root, name):
        with edition_folder(root, name) as folder:
            return of_content(_read(name, folder))
    content = pipeline.read(files.content(root))
    return of_register(recorded_in(content, date.fromisoformat(name))) if name else of_content(content)


def _read(name: str, folder: Path) -> Content:
    try:
        return pipeline.read(files.content(folder))
    except Malformed as malformed:
        raise Malformed(*(_under(name, problem) for problem in malformed.problems)) from None


def _edition(root: Path, name: str, article_texts: files.ArticleTexts) -> Briefing:
    """The edition in a folder or at a revision; its problems are told under its name."""
    with edition_folder(root, name) as folder:
        try:
            return pipeline.load(files.content(folder), _with_texts(files.article_texts(folder), article_texts))
        except Malformed as malformed:
            raise Malformed(*(_under(name, problem) for problem in malformed.problems)) from None


def _with_texts(revision_texts: files.ArticleTexts, article_texts: files.ArticleTexts) -> files.ArticleTexts:
    """Private copies of articles are in no revision; they serve the editions whose locks know their digest."""
    return files.ArticleTexts(
        revision_texts.texts, revision_texts.locks, {**article_texts.by_digest, **revision_texts.by_digest}
    )


def _under(name: str, problem: Problem) -> Problem:
    place = problem.place
    shown = Place(f"{name}:{place.path}", place.line, place.column)
    return Problem(shown, problem.code, problem.what, problem.remedy)
