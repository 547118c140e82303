"""The command that tells what to do next: what is left in the whole dossier, the most useful first."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

import click

from generator import files, pipeline
from generator.commands.console import ROOT, TEXTS, reports_problems, tell, tell_json
from generator.drafting.worklist import Kind, Task, worklist

HEADS: dict[Kind, str] = {
    "drafts": "to be worded",
    "texts": "to be taken in",
    "questions": "questions without an answer",
    "answers": "answered otherwise by a newer article",
    "names": "to be registered",
    "flags": "to be settled",
    "changed": "to be read again",
    "unread": "to be read by somebody else",
}


@click.command()
@ROOT
@TEXTS
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@reports_problems
def next(root: Path, texts: Path | None, as_json: bool) -> bool:  # noqa: A001 -- the command is called so
    """Tell what is left to do, the most useful first: each with the place to go to, or the command."""
    article_texts = files.article_texts(root, texts)
    briefing = pipeline.load(files.content(root), article_texts)
    tasks = worklist(briefing, pipeline.without_facts(briefing, article_texts))
    if as_json:
        tell_json({"tasks": [machine(task) for task in tasks]})
        return True
    for kind, of_kind in groupby(tasks, key=lambda task: task.kind):
        tell(f"{HEADS[kind]}:")
        for task in of_kind:
            tell(f"  {task.what}\n      {_where(task)}")
    if not tasks:
        tell("nothing is left to do")
    return True


def machine(task: Task) -> dict[str, Any]:
    """A task for machines."""
    place = task.place
    where = {"path": place.path, "line": place.line, "column": place.column} if place else None
    return {
        "kind": task.kind,
        "what": task.what,
        "article": task.article or None,
        "facts": list(task.facts),
        "place": where,
        "command": task.command,
    }


def _where(task: Task) -> str:
    place = task.place
    return f"{place}: {task.command}" if place and place.line > 1 else task.command
