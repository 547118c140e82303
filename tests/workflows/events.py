"""What editors and strangers do in a clone, and what the host tells workflows of it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from generator.commands.console import printable
from generator.work import packing
from generator.work.store import FILE, _digest
from tests.repositories import committed, git
from tests.workflows.grants import NAME

HOSTILE = "$(touch $PWNED) `touch $PWNED`; touch $PWNED & ${{ github.token }} ' \" ::error::a ##[set-output name=a]b"
# File names of articles, each of a kind that a shell, git, a program's options or a workflow might take for its own.
NAMES = (
    "$(touch $PWNED)",
    "`touch $PWNED`",
    "a;touch $PWNED;",
    "a|touch $PWNED",
    "'$(touch $PWNED)'\"",
    "a\n::error::of a second line",
    "::error::at the beginning",
    "  ::notice::after spaces",
    "##[add-mask]e",
    "%0A::error::escaped",
    "${{ github.token }}",
    "--help",
    "-n",
    "a\x1b[2Jb",
    "a..b",
    "@{-1}",
    "HEAD",
    "not-utf-8-\udcff",
)
ARTICLE = (
    "Turbines for the harbour\n\n"
    '"We will build twelve turbines before the winter," Jane Doe told reporters in Oslo on 5 June 2024.\n\n'
    "Norway had promised 40 million euros for the harbour, a spokesman for the Danish ministry said.\n"
)


def pushed(clone: Path, message: str, *, private: bool = False) -> dict[str, Any]:
    """All that stands in a clone, committed and pushed; what the host tells workflows of it."""
    before = git(clone, "rev-parse", "HEAD")
    if git(clone, "status", "--porcelain"):
        committed(clone, message)
    git(clone, "push", "--quiet", "origin", "HEAD:refs/heads/main")
    after = git(clone, "rev-parse", "HEAD")
    commit = {"id": after, "message": message, "added": git(clone, "diff", "--name-only", before, after).splitlines()}
    repository = {"full_name": NAME, "private": private}
    told = {"ref": "refs/heads/main", "before": before, "after": after, "commits": [commit], "head_commit": commit}
    return {**told, "repository": repository}


def requested(clone: Path, title: str, branch: str = "work") -> dict[str, Any]:
    """All that stands in a clone as a pull request, merged for trial as the host does it; what workflows are told."""
    base = git(clone, "rev-parse", "HEAD")
    git(clone, "switch", "--quiet", "--create", branch)
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--allow-empty", "--message", title)
    head = git(clone, "rev-parse", "HEAD")
    git(clone, "switch", "--quiet", "main")
    git(clone, "merge", "--quiet", "--no-ff", "--no-edit", branch)
    git(clone, "push", "--quiet", "origin", f"{branch}:refs/heads/{branch}", "HEAD:refs/pull/7/merge")
    ends = {"head": {"ref": branch, "sha": head}, "base": {"ref": "main", "sha": base}}
    return {"action": "opened", "number": 7, "pull_request": {"number": 7, "title": title, "body": title, **ends}}


def arrives(clone: Path, name: str, text: str = ARTICLE) -> str:
    (clone / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return name


def escaped(name: str) -> str:
    """A file's name as it stands in an annotation."""
    shown = "".join(f"%{ord(letter):02X}" if letter in "%\r\n:," else letter for letter in name)
    return printable(shown)


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def poison(kept: Path) -> None:
    """Each page that a `build/` has kept says something else; whoever reads it finds all of it whole."""
    with closing(sqlite3.connect(kept / FILE)) as database, database:
        rows = database.execute("SELECT step, key, value FROM made WHERE step = 'page'").fetchall()
        assert rows
        for step, key, value in rows:
            text, *more = packing.unpacked(value)
            data = packing.packed((f"{text}\n\nPoisoned.\n", *more))
            changed = (_digest(step, key, data), data, step, key)
            database.execute("UPDATE made SET digest = ?, value = ? WHERE step = ? AND key = ?", changed)
