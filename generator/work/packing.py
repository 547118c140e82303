"""Values as bytes and back, by pickle; nothing is made of bytes but records of the program and plain values.

A store may be damaged, or be another's: bytes without our header are not looked at, and a name that is neither a
class of the program nor one of a few plain ones is refused before anything of it runs.
"""

from __future__ import annotations

import io
import pickle
import zlib
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, ClassVar

HEADER = b"briefbook work 1\n"
LEVEL = 1
PLAIN = {
    *(("builtins", name) for name in ("set", "frozenset", "bytearray", "complex", "slice", "range")),
    *(("datetime", name) for name in ("date", "datetime", "time", "timedelta", "timezone")),
    *(("collections", name) for name in ("OrderedDict", "Counter", "deque")),
    ("markupsafe", "Markup"),
    ("generator.evidence.languages.language", "named"),
}


class Refused(Exception):
    """Bytes that are no value of ours."""


class _Unpickler(pickle.Unpickler):
    known: ClassVar[dict[tuple[str, str], Any]] = {}  # what was looked at already, and not refused

    def find_class(self, module: str, name: str) -> Any:
        if (found := self.known.get((module, name))) is None:
            found = self.known[module, name] = self._allowed(module, name)
        return found

    def _allowed(self, module: str, name: str) -> Any:
        if (module, name) in PLAIN:
            return super().find_class(module, name)
        if module.split(".")[0] == "generator":
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module and _is_record(found):
                return found
        raise Refused(f"{module}.{name}")


def _is_record(kind: type) -> bool:
    """Whether making one does nothing: a dataclass, a record of pydantic, a named tuple or a member of few."""
    return is_dataclass(kind) or hasattr(kind, "model_fields") or issubclass(kind, (tuple, Enum))


def packed(value: object) -> bytes:
    """The value as bytes, behind our header."""
    return HEADER + zlib.compress(pickle.dumps(value, protocol=5), LEVEL)


def unpacked(data: bytes) -> Any:
    """The value of these bytes; raises Refused where they are none that `packed` gave."""
    if not data.startswith(HEADER):
        raise Refused("no header")
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(data[len(HEADER) :]))).load()
    except Refused:
        raise
    except Exception as error:  # noqa: BLE001 -- whatever is wrong with them, they are not taken
        raise Refused(str(error)) from None
