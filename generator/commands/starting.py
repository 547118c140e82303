"""The command that begins a new dossier: a repository of its own, with an example of every file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import click

from generator import files
from generator.commands.telling import told
from generator.content import schema as schemas
from generator.content.ids import ids_schema
from generator.publishing.wheel import wheel

STARTER = files.PACKAGE / "starter"
LOCK = "requirements.lock"
VENDOR = "vendor"


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@told
def init(folder: Path) -> bool:
    """Begin a new dossier in DIR, a new or empty folder: examples of every file, which build at once."""
    if folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
        raise click.UsageError(f"`{folder}` is not empty: name a new folder")
    for name, data in _starter():
        _write(folder / name, data)
    _vendor(folder)
    for name, text in (*schemas.schemas().items(), ids_schema(files.content(folder))):
        files.write(folder / "schema" / name, text)
    click.echo(f"{folder} is a dossier with two invented articles; README.md says how to make it yours")
    click.echo(f"next: cd {folder} && git init && make site")
    return True


def _starter() -> Iterator[tuple[str, bytes]]:
    """Every file that a dossier begins with, by its path; a name in the package may not begin with a dot."""
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            name = path.relative_to(STARTER).as_posix()
            yield f".{name.removeprefix('dot-')}" if name.startswith("dot-") else name, path.read_bytes()


def _vendor(folder: Path) -> None:
    """The wheel of this version, and its hash among the requirements."""
    name, data = wheel()
    _write(folder / VENDOR / name, data)
    line = f"./{VENDOR}/{name} --hash=sha256:{hashlib.sha256(data).hexdigest()}\n"
    _write(folder / LOCK, line.encode() + (STARTER / LOCK).read_bytes())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
