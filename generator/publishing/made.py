"""Which files of `site/` a build has made, so that one that somebody put there is not lost with the next site."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.content.paths import STATIC
from generator.problems import Malformed, Place, Problem
from generator.work import here

NOTE = "build/made"
# What systems, servers and editors leave in a folder that somebody looks into.
BY_ITSELF = re.compile(
    r"\.[#_~].*|#.*#|.*~|.*\.(?:bak|tmp|sw[a-p])|(?:eh)?thumbs\.db|desktop\.ini|icon\r"
    r"|\.(?:ds_store|localized|apdisk|appledouble|directory)|\.(?:nfs|fuse_hidden|goutputstream-)[\w.-]*|__pycache__",
    re.IGNORECASE,
)
REMEDY = f"put it into `{STATIC}`, from where it is published with each build, or move it away; nothing was changed"


def refuse_others(root: Path) -> None:
    """Raises Malformed where a file stands in `site/` that no build has made; where none was noted, nobody knows."""
    if (noted := here.left(root / NOTE)) is None:
        return
    made = frozenset(noted.split("\n"))
    if others := sorted(path for path in _files(root / "site") if path not in made):
        more = f", the first of {len(others):,} such," if len(others) > 1 else ","
        what = f"no build has made this file{more} and the next site would take its place"
        raise Malformed(Problem(Place(f"site/{others[0]}"), "DISK", what, REMEDY))


def note(root: Path, fresh: Path) -> None:
    """Notes what a site is made of, before it takes the place of the old one, whose files stay noted as well.

    Whatever ends the build meanwhile, each file of the site that stands there then is noted.
    """
    files = sorted({*_files(root / "site"), *_files(fresh)})
    beside = root / f"{NOTE}.new"
    here.leave(beside, "\n".join(files))
    beside.replace(root / NOTE)


def _files(folder: Path) -> Iterator[str]:
    """The paths of the files in a folder, but of those that stand there by themselves; of links to folders too."""
    top = len(str(folder)) + 1
    for place, folders, names in os.walk(folder):
        inside = f"{place[top:]}/".replace(os.sep, "/").lstrip("/")
        links = [name for name in folders if os.path.islink(f"{place}/{name}")]  # noqa: PTH114 -- thousands of files
        yield from (f"{inside}{name}" for name in (*names, *links) if not BY_ITSELF.fullmatch(name))
        folders[:] = [name for name in folders if not BY_ITSELF.fullmatch(name)]
