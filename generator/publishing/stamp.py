"""Whether `site/` is what its inputs make now, told without importing what would build it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.work import digests, here
from generator.work.store import Store

NOTE = "build/stamp"
BUILDER_VARIABLE = "SITE_BUILDER"  # the environment variable that names the builder


def stamp(root: Path, inputs: Iterable[Path], store: Store) -> str:
    """A digest of all that the site is made from: content, the program, and the chosen builder.

    `store.program` is that of the program, and of all packages that are installed.
    """
    top = os.path.abspath(root)  # noqa: PTH100 -- thousands of files
    files = ((path, os.path.join(top, path)) for path in (os.path.relpath(path, root) for path in inputs))  # noqa: PTH118
    found = digests.digests(store, files)
    builder = os.environ.get(BUILDER_VARIABLE, "")
    return digests.digest_of((store.program, builder, *(f"{name}\0{digest}" for name, digest in found.items())))


def is_current(root: Path, stamp: str) -> bool:
    """Whether `site/` stands and was made from exactly this."""
    return (root / "site" / "index.html").is_file() and here.left(root / NOTE) == stamp


def forget(root: Path) -> None:
    """Says that nobody knows what `site/` was made from: something changed while it was."""
    (root / NOTE).unlink(missing_ok=True)
