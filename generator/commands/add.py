"""The command that takes new articles in: their texts and locks, and fact files with drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.commands.arriving import Arriving, arriving, exact_day
from generator.commands.console import ROOT, in_columns, reports_problems, tell
from generator.commands.privacy import TEXTS, keep_private
from generator.commands.taking_in import Taken, accepted, dossier_at, take_in, text_path
from generator.drafting.article_lists import is_list
from generator.drafting.new_article import Arrival
from generator.problems import Malformed, Problem

COLUMNS = ("article", "text", "drafts", "unknown names", "")
DAY = click.option("--published", metavar="DAY", help="the day of publication, where a text does not state it")


@click.command()
@ROOT
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--id", "chosen", metavar="ID", help="the article's id; else it is made from date and title")
@DAY
@click.option("--stated", is_flag=True, help="the article itself gives the day of --published")
@click.option(
    "--format", "kind", type=click.Choice(["text", "markdown", "html"]), help="else told by name or beginning"
)
@click.option("--publish-text", is_flag=True, help="keep the text in seeds/, in the open, and not only its lock")
@click.option("--again", is_flag=True, help="take in an article whose words are here already")
@reports_problems
def add(
    root: Path,
    paths: tuple[Path, ...],
    chosen: str | None,
    published: str | None,
    stated: bool,
    kind: str | None,
    publish_text: bool,
    again: bool,
) -> bool:
    """Take in articles: texts, pages as Markdown or HTML, lists of files (.csv, .json), or - for what is typed.

    Texts are private: they are kept in texts/, and their locks in seeds/ answer for them.
    """
    day = _day(published)
    if chosen and (len(paths) > 1 or is_list(paths[0].name)):
        raise click.UsageError("--id is for one article; name a column `id` in a list for several")
    dossier = dossier_at(root)
    new: list[tuple[Arriving, Arrival]] = []
    problems: list[Problem] = []
    for came in arriving(root, paths, kind):
        if isinstance(came, str):
            tell(came)
        elif isinstance(came, tuple):
            problems += came
        else:
            try:
                one = replace(came, id=chosen or came.id, day=came.day or day)
                new += accepted(dossier, one, stated=stated, again=again)
            except Malformed as malformed:
                problems += malformed.problems
    taken: list[Taken] = []
    for one, arrival in new:
        try:
            path = text_path(dossier, one, arrival.id, publish_text=publish_text)
            if path.parent.name == TEXTS:
                keep_private(root, f"{TEXTS}/{path.name}", one.place, is_new=not path.exists())
            taken.append(take_in(dossier, one, arrival, publish_text=publish_text))
        except Malformed as malformed:
            problems += malformed.problems
    _report(taken)
    if problems:
        raise Malformed(*problems)
    return True


def _day(published: str | None) -> str:
    try:
        return exact_day(published) if published else ""
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--published") from None


def _report(taken: Sequence[Taken]) -> None:
    if not taken:
        return
    if len(taken) == 1:
        tell("\n".join(f"{path}: written" for path in taken[0].paths))
    rows = [(one.id, f"{one.folder}/", str(one.drafts), str(one.unknown_names), _told(one)) for one in taken]
    tell(in_columns([COLUMNS, *rows], numbers=(2, 3)))
    tell(_next([one.id for one in taken], private=any(one.folder == "texts" for one in taken)))


def _told(one: Taken) -> str:
    alike = [f"{one.like[0]}: one agency?"] if one.like else []
    left_out = f"{one.left_out} {'line' if one.left_out == 1 else 'lines'} of the page left out"
    return "; ".join((*alike, *([left_out] if one.left_out else [])))


def _next(ids: Sequence[str], *, private: bool) -> str:
    only = ids[0] if len(ids) == 1 else "<article>"
    kept = "the texts in texts/ stay on this machine; commit the fact files and the locks\n" if private else ""
    return (
        f"{kept}what is left to do, in content/facts/{only}.yml:\n"
        "  1. look at the record: title, publisher, day\n"
        "  2. register the names that matter: `briefbook names`\n"
        "  3. give each draft its `say`, check who speaks, shorten the passage, and take `status: draft` away\n"
        "  4. delete drafts that are no facts, and write those that the rules did not find\n"
        f"  5. run `briefbook check --only {only}` until it finds nothing, then let somebody read it again"
    )
