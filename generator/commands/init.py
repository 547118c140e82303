"""The command that begins a new dossier: a repository of its own, with an example of every file."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Mapping
from pathlib import Path

import click

from generator import files
from generator.commands import saving
from generator.commands.console import reports_problems, tell
from generator.content import schema as schemas
from generator.content.ids import ids_schema
from generator.content.paths import SITE
from generator.content.values import as_id
from generator.publishing.starter import LOCK, starter
from generator.publishing.wheel import wheel

VENDOR = "vendor"
ID = re.compile(rb"^id: \S+", re.MULTILINE)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@reports_problems
def init(folder: Path) -> bool:
    """Begin a new dossier in DIR, a new or empty folder: examples of every file, which build at once."""
    begun = starter()
    begun[SITE] = _with_id(begun[SITE], folder)
    content = {path: data.decode() for path, data in begun.items() if path.startswith("content/")}
    written = dict([*schemas.schemas().items(), ids_schema(content)])
    begun |= {f"schema/{name}": text.encode() for name, text in written.items()} | _vendored(begun[LOCK])
    if any(_is_others(path, path.relative_to(folder).as_posix(), begun) for path in folder.rglob("*")):
        raise click.UsageError(f"`{folder}` is not empty: name a new folder")
    saving.save(folder, begun)
    tell(f"{folder} is a dossier with two invented articles; README.md says how to make it yours")
    tell(f"next: cd {folder} && git init && make site")
    return True


def _is_others(path: Path, shown: str, begun: Mapping[str, bytes]) -> bool:
    """Whether this is none of the files of a new dossier as they are begun; what was cut off is begun again."""
    if shown == ".git" or shown.startswith(".git/") or path.name.startswith(files.BESIDE):
        return False
    if path.is_dir():
        return not any(name.startswith(f"{shown}/") for name in begun)
    return shown not in begun or not path.is_file() or path.read_bytes() != begun[shown]


def _with_id(site: bytes, folder: Path) -> bytes:
    """The record of the site under an id that no other dossier has: its folder's name, and what chance adds.

    One that was begun before keeps its own.
    """
    there = folder / SITE
    if known := ID.search(there.read_bytes()) if there.is_file() else None:
        return ID.sub(lambda _: known[0], site, count=1)
    words = as_id(folder.resolve().name)[:40].strip("-")
    id = "-".join(filter(None, (words or "briefing", uuid.uuid4().hex[:12])))
    return ID.sub(f"id: {id}".encode(), site, count=1)


def _vendored(lock: bytes) -> dict[str, bytes]:
    """The wheel of this version, and its hash among the requirements."""
    name, data = wheel()
    line = f"./{VENDOR}/{name} --hash=sha256:{hashlib.sha256(data).hexdigest()}\n"
    return {f"{VENDOR}/{name}": data, LOCK: line.encode() + lock}
