"""What a run leaves for the next one, in files that are known by their places on the disk.

No copy has the place of another file: what a cloned dossier brings is never taken for what was made here.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

CARRIED = "BRIEFBOOK_CARRIED"  # the environment variable that says: what was carried here from elsewhere is ours


def place_of(path: Path) -> str:
    """Which file this is on which disk."""
    stat = path.stat()
    return f"{stat.st_dev} {stat.st_ino}"


def is_from_here(path: Path, place: str) -> bool:
    """Whether a file that says that it was made at this place stands there."""
    return place == place_of(path) or bool(os.environ.get(CARRIED))


def leave(path: Path, text: str) -> None:
    """Writes a text into a file, behind the place of that."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{place_of(path)}\n{text}")


def left(path: Path) -> str | None:
    """The text that was left in a file; nothing where there is none, or one from elsewhere."""
    with suppress(OSError, UnicodeDecodeError):
        place, _, text = path.read_text(encoding="utf-8").partition("\n")
        return text if is_from_here(path, place) else None
    return None
