"""All data files in one archive, and the digests by which anyone can see that nothing was changed on the way.

Large files are deflated in pieces, each behind what stands before it, as pigz does it: the piece of an earlier archive
is taken as it is where both are the same. A piece ends behind a line that tells so itself, so that a change moves no
cuts but those beside it.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SUMS = "SHA256SUMS"
FOLDER = "briefbook"  # what the archive unpacks into
FIRST_YEAR = 1980  # an archive knows none before
READABLE = 0o644 << 16
UNIX = 3
PIECE = 1 << 17  # bytes that a piece has at least; it has twice as many where no line ends it
ENDS = 16  # of so many lines, one ends a piece
WINDOW = 1 << 15  # bytes that deflating looks back
LINE = re.compile(rb"(?<=\n)[^\n]*\n")
RAW = -15  # deflated without a head


@dataclass(frozen=True)
class Archive:
    """An archive, and from where to where it has each piece, by the digest of that with what stands before it."""

    data: bytes
    pieces: Mapping[bytes, tuple[int, int]]


NOTHING = Archive(b"", {})


def digest(file: bytes) -> str:
    return hashlib.sha256(file).hexdigest()


def sums(digests: Mapping[str, str]) -> bytes:
    """A line for each file, as `sha256sum --check` reads it."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()


def archive(digests: Mapping[str, str], read: Callable[[str], bytes], day: date, before: Archive) -> Archive:
    """Files by their names in a folder, each dated to the same day, with their digests; one is read at a time."""
    packed, pieces = BytesIO(), dict[bytes, tuple[int, int]]()
    with ZipFile(packed, "w") as target:
        for name in sorted((*digests, SUMS)):
            data, member = sums(digests) if name == SUMS else read(name), _member(name, day)
            deflated = [*_deflated(data, before)]
            member.header_offset, member.compress_type = packed.tell(), ZIP_DEFLATED
            member.file_size, member.CRC = len(data), zlib.crc32(data)
            member.compress_size = sum(len(piece) for _, piece in deflated)
            packed.write(member.FileHeader())
            for of, piece in deflated:
                pieces[of] = packed.tell(), packed.tell() + len(piece)
                packed.write(piece)
            target.filelist.append(member)
            target.start_dir = packed.tell()
    return Archive(packed.getvalue(), pieces)


def _member(name: str, day: date) -> ZipInfo:
    """An entry of the archive, dated to midnight, with the same bytes on every system."""
    member = ZipInfo(f"{FOLDER}/{name}", (max(day.year, FIRST_YEAR), day.month, day.day, 0, 0, 0))
    member.create_system, member.external_attr = UNIX, READABLE
    return member


def _deflated(data: bytes, before: Archive) -> Iterator[tuple[bytes, bytes]]:
    """The pieces of a file as they stand in an archive, each with its digest."""
    start, view = 0, memoryview(before.data)
    for end in cuts(data):
        behind, is_last = max(start - WINDOW, 0), end == len(data)
        of = hashlib.sha256(b"%d %d " % (start - behind, is_last) + data[behind:end]).digest()
        if of in before.pieces:
            yield of, bytes(view[slice(*before.pieces[of])])
        else:
            yield of, as_piece(data[start:end], data[behind:start], is_last=is_last)
        start = end


def cuts(data: bytes) -> Iterator[int]:
    """Where the pieces of a file end."""
    end = 0
    while len(data) - end > 2 * PIECE:
        least, most = end + PIECE, end + 2 * PIECE
        lines = (line for line in LINE.finditer(data, least, most) if not zlib.crc32(line[0]) % ENDS)
        end = next((line.end() for line in lines), most)
        yield end
    yield len(data)


def as_piece(data: bytes, behind: bytes, *, is_last: bool) -> bytes:
    deflating = zlib.compressobj(wbits=RAW, zdict=behind) if behind else zlib.compressobj(wbits=RAW)
    return deflating.compress(data) + deflating.flush(zlib.Z_FINISH if is_last else zlib.Z_SYNC_FLUSH)
