"""The running program as a wheel: what a new dossier installs, the same bytes wherever and whenever it is made.

It is put together from the installed files, so it does not matter whether these came from a source tree or from such
a wheel, and nothing is fetched or built.
"""

from __future__ import annotations

import hashlib
import zipfile
from base64 import urlsafe_b64encode
from importlib.metadata import Distribution, PackageNotFoundError, distributions
from io import BytesIO
from pathlib import Path

from generator.publishing.starter import FOLDER, copies
from generator.work.digests import program_files

BIRTHDAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can tell
KIND = "Wheel-Version: 1.0\nGenerator: briefbook\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
LICENCE = "licenses/LICENSE"
UNKEPT = ("Description-Content-Type:", "Dynamic:")  # of a description that the wheel leaves out


def wheel() -> tuple[str, bytes]:
    """The file name of the wheel, and the file."""
    program = _installed()
    stem = f"briefbook-{program.version}"
    members = {**_files(), **_papers(program, f"{stem}.dist-info")}
    record = f"{stem}.dist-info/RECORD"
    lines = [f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in members.items()]
    members[record] = "".join([*lines, f"{record},,\n"]).encode()
    return f"{stem}-py3-none-any.whl", _zipped(members)


def _installed() -> Distribution:
    """The description of the program; one that a builder left beside the sources may come first, and is not whole."""
    for found in distributions(name="briefbook"):
        if found.read_text("METADATA"):
            return found
    raise PackageNotFoundError("briefbook")


def _files() -> dict[str, bytes]:
    program = {f"generator/{name}": Path(path).read_bytes() for name, path in program_files().items()}
    more = {f"generator/{FOLDER.name}/{name}": data for name, data in copies().items()}
    return dict(sorted((program | more).items()))


def _papers(program: Distribution, folder: str) -> dict[str, bytes]:
    """The files that describe a wheel: needs, command, licence."""
    head = (program.read_text("METADATA") or "").partition("\n\n")[0].splitlines()
    papers = {
        "METADATA": "\n".join(line for line in head if not line.startswith(UNKEPT)) + "\n",
        "WHEEL": KIND,
        "entry_points.txt": program.read_text("entry_points.txt"),
        LICENCE: program.read_text(LICENCE),
    }
    return {f"{folder}/{name}": text.encode() for name, text in sorted(papers.items()) if text}


def _digest(data: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _zipped(members: dict[str, bytes]) -> bytes:
    """The files as a zip file, without compression, which differs between versions of its library."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, BIRTHDAY)
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, data)
    return buffer.getvalue()
