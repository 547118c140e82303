"""All data files in one archive, and the digests by which anyone can see that nothing was changed on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SUMS = "SHA256SUMS"
FOLDER = "briefbook"  # what the archive unpacks into
FIRST_YEAR = 1980  # an archive knows none before
READABLE = 0o644 << 16
UNIX = 3


def sums(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, as `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()


def archive(files: Mapping[str, bytes], day: date) -> bytes:
    """The files in a folder, each dated to the same day, with their digests."""
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        for name, data in sorted({**files, SUMS: sums(files)}.items()):
            target.writestr(_member(name, day), data, ZIP_DEFLATED)
    return packed.getvalue()


def _member(name: str, day: date) -> ZipInfo:
    """An entry of the archive, dated to midnight, with the same bytes on every system."""
    member = ZipInfo(f"{FOLDER}/{name}", (max(day.year, FIRST_YEAR), day.month, day.day, 0, 0, 0))
    member.create_system, member.external_attr = UNIX, READABLE
    return member
