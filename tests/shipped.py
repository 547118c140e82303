"""The program that the site ships, imported as a stranger's Python would find it: all its modules in one folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import files
from generator.verifier.bundle import program_files


@contextmanager
def importable(folder: Path) -> Iterator[None]:
    """Inside, `import verify_words` and its like find the shipped modules; afterwards they are gone again."""
    for name, held in program_files().items():
        files.write(folder / name, held)
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition("_")[0] == "verify"]:
            del sys.modules[name]
