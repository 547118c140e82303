"""Templates as they were compiled, kept beside them as Python keeps its own modules, and trusted as far.

Whoever can write there can write the program. An entry is known by the template's text, and by what compiles it; one
that is damaged, or cannot be read or written, is compiled anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Collection
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
    """The code of templates in a folder, by the name of each and by its compilers: modules of ours, or a version.

    Those that each dossier has of its own are `passed_over`: by their names, their texts would take turns.
    """

    def __init__(
        self, folder: Path = KEPT, compilers: Path | str = COMPILERS, passed_over: Collection[str] = ()
    ) -> None:
        if isinstance(compilers, Path):
            texts = [path.read_bytes() for path in sorted(compilers.glob("*.py"))]
        else:
            texts = [compilers.encode()]
        parts = [jinja2.__version__.encode(), MAGIC_NUMBER, *texts]
        self._folder, self._passed_over = folder, passed_over
        self._compilers = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """One entry a name, wherever the template stands: the theme of each dossier has the same ones."""
        del filename
        return "" if name in self._passed_over else super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code as it was kept, if what is kept is whole, and of these compilers and this text."""
        if not bucket.key:
            return
        with suppress(OSError):
            data = self._path(bucket).read_bytes()
            if data[:DIGEST] == self._digest(data[DIGEST:]):
                bucket.bytecode_from_string(data[DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code whole or not at all; a program that nobody may write goes on without."""
        if sys.dont_write_bytecode or not bucket.key:
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
