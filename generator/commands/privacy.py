"""Private texts stay on the machine: before one is written, git is asked whether it would leave it alone."""

from __future__ import annotations

import os
from pathlib import Path

from generator import files
from generator.commands import saving
from generator.commands.console import tell
from generator.commands.git import leaves_alone
from generator.problems import Malformed, Place, Problem

TEXTS = "texts"
IGNORE_FILE = ".gitignore"
OWN = "/texts/"
# Lines that keep the folder out of a repository, as far as a line alone can tell where there is none yet.
IGNORED = frozenset("/texts/ texts/ /texts texts /texts/* texts/* /texts/** texts/** **/texts/".split())
IGNORE = f"# Private copies of articles never enter the repository.\n{OWN}\n"


def keep_private(root: Path, shown: str, place: Place, *, is_new: bool) -> None:
    """Sees to it that git leaves a private text alone, as it does in every dossier that `init` began.

    Raises Malformed where a new one would be committed all the same, or would stand elsewhere.
    """
    if is_new and Path(os.path.realpath(root / TEXTS)) != Path(os.path.realpath(root)) / TEXTS:
        what = f"`{TEXTS}` is a link, so what is written there stands elsewhere, and nothing is"
        raise Malformed(Problem(place, "NOT-PRIVATE", what, "put a folder in its place"))
    path = root / IGNORE_FILE
    text = files.read(path, str(path)) if path.is_file() else ""
    lines = {line.strip() for line in text.split("\n")}
    is_left_alone = leaves_alone(root, shown)
    if is_left_alone is None and not IGNORED.isdisjoint(lines):
        return
    if not is_left_alone and OWN not in lines:
        end = "\n" if text and not text.endswith("\n") else ""
        saving.save(root, {IGNORE_FILE: f"{text}{end}{IGNORE}"}, {IGNORE_FILE: text} if path.is_file() else {})
        tell(f"{path}: /texts/ is ignored by git from now on, because private texts stand there")
        is_left_alone = leaves_alone(root, shown)
    if is_new and is_left_alone is False:
        what = f"git would commit `{shown}`, so the text is not written"
        remedy = "`git check-ignore --verbose --no-index` names the line that lets it in; or add it with --publish-text"
        raise Malformed(Problem(place, "NOT-PRIVATE", what, remedy))
