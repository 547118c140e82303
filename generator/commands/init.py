"""The command that begins a new dossier: a repository of its own, with an example of every file."""

from __future__ import annotations

import hashlib
import re
import uuid
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


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@reports_problems
def init(folder: Path) -> bool:
    """Begin a new dossier in DIR, a new or empty folder: examples of every file, which build at once."""
    if folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
        raise click.UsageError(f"`{folder}` is not empty: name a new folder")
    begun = starter()
    begun[SITE] = _with_id(begun[SITE], folder.resolve().name)
    saving.save(folder, {**begun, **_vendored(begun[LOCK])})
    written = dict([*schemas.schemas().items(), ids_schema(files.content(folder))])
    saving.save(folder, {f"schema/{name}": text for name, text in written.items()})
    tell(f"{folder} is a dossier with two invented articles; README.md says how to make it yours")
    tell(f"next: cd {folder} && git init && make site")
    return True


def _with_id(site: bytes, name: str) -> bytes:
    """The record of the site under an id that no other dossier has: its folder's name, and what chance adds."""
    words = as_id(name)[:40].strip("-")
    id = "-".join(filter(None, (words or "briefing", uuid.uuid4().hex[:12])))
    return re.sub(rb"(?m)^id: \S+", f"id: {id}".encode(), site, count=1)


def _vendored(lock: bytes) -> dict[str, bytes]:
    """The wheel of this version, and its hash among the requirements."""
    name, data = wheel()
    line = f"./{VENDOR}/{name} --hash=sha256:{hashlib.sha256(data).hexdigest()}\n"
    return {f"{VENDOR}/{name}": data, LOCK: line.encode() + lock}
