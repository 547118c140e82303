"""Templates as they were compiled, kept beside them as Python keeps its own modules, and trusted as far.

Whoever can write there can write the program. An entry is known by the template's text, and by what compiles it; one
that is damaged, or cannot be read or written, is compiled anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from contextlib import suppress
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

PACKAGE = Path(__file__).parent.parent
KEPT = PACKAGE / "templates" / "__pycache__"
COMPILERS = PACKAGE / "site" / "render"  # what is printed is made inert there, constants when they are compiled
DIGEST = hashlib.sha256().digest_size


class Compiled(BytecodeCache):
    """The code of templates in a folder, by the name of each and by its compilers."""

    def __init__(self, folder: Path = KEPT, compilers: Path = COMPILERS) -> None:
        texts = [path.read_bytes() for path in sorted(compilers.glob("*.py"))]
        parts = [jinja2.__version__.encode(), MAGIC_NUMBER, *texts]
        self._folder = folder
        self._compilers = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code as it was kept, if what is kept is whole, and of these compilers and this text."""
        with suppress(OSError):
            data = self._path(bucket).read_bytes()
            if data[:DIGEST] == self._digest(data[DIGEST:]):
                bucket.bytecode_from_string(data[DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code whole or not at all; a program that nobody may write goes on without."""
        if sys.dont_write_bytecode:
            return
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(self._digest(code) + code)
            Path(beside).replace(self._path(bucket))

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.jinja"

    def _digest(self, code: bytes) -> bytes:
        return hashlib.sha256(self._compilers + code).digest()
