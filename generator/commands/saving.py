"""How a program writes what people have: only as it was read, whole or not at all, and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator import files
from generator.problems import Malformed, Place, Problem

ELSEWHERE = "this leads out of the dossier by a link, and nothing is written there"


class Changed(Malformed):
    """A file is another by now than the one that was read; nothing was written."""


def save(
    root: Path, changes: Mapping[str, str | bytes | None], before: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Puts what is new in the places of files, by their paths as people know them, and returns the paths of the others.

    None stands for a file that is to go. A text keeps the mark and the line ends of the file, and a link stays a link.
    `before` has the texts that were read, if nothing but these may be replaced: raises Changed where another stands, or
    one where none was, and Malformed where a link leads out of the dossier. All is looked at and written beside its
    place before the first takes it, and they do so in their order.
    """
    places = {shown: place_of(root, shown) for shown in changes}
    now = {shown: _data(path) for shown, path in places.items()}
    new = {shown: _as_written(changes[shown], data) for shown, data in now.items()}
    changed = tuple(shown for shown in changes if new[shown] != now[shown])
    with files.laid_beside({places[shown]: data for shown in changed if (data := new[shown]) is not None}) as put:
        if before is not None:
            _refuse_changed({shown: places[shown] for shown in changed}, new, before)
        put()
    for shown in changed:
        if new[shown] is None:
            places[shown].unlink(missing_ok=True)
    return changed


def place_of(root: Path, shown: str) -> Path:
    """Where a file of a dossier really is; raises Malformed where that is not in the dossier, or not in its folder."""
    folder, _, below = shown.partition("/")
    path, home = os.path.realpath(root / shown), os.path.realpath(root / folder if below else root)
    if not Path(path).is_relative_to(home):
        raise Malformed(Problem(Place(shown), "DISK", ELSEWHERE, "put the file itself in its place"))
    return Path(path)


def _refuse_changed(places: Mapping[str, Path], new: Mapping[str, bytes | None], before: Mapping[str, str]) -> None:
    """Raises Changed for a file that is neither as it was read nor, by another who does the same, as it is to be."""
    now = {shown: _data(path) for shown, path in places.items()}
    if other := [
        shown for shown, data in now.items() if data != new[shown] and not _is(data, before.get(shown), shown)
    ]:
        raise Changed(*_changed(other))


def _changed(paths: Iterable[str]) -> Iterable[Problem]:
    what = "the file was changed in the meantime, so nothing was written"
    return (Problem(Place(path), "CHANGED", what, "look at it, and do it again") for path in paths)


def _data(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _is(data: bytes | None, text: str | None, shown: str) -> bool:
    if data is None or text is None:
        return data is None and text is None
    try:
        return files.decoded(data, shown) == text
    except Malformed:
        return False


def _as_written(new: str | bytes | None, data: bytes | None) -> bytes | None:
    return files.as_written(new, data or b"") if isinstance(new, str) else new
