"""A package whose import costs seconds, which nearly no test needs: it is imported when it is first asked.

`jsonschema` takes a grammar of addresses along, for a format that none of our schemas has.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

NAME = "rfc3987_syntax"


def is_valid_syntax(term: str, value: str) -> bool:
    if isinstance(sys.modules.get(NAME), Late):
        del sys.modules[NAME]
    valid: bool = import_module(NAME).is_valid_syntax(term, value)
    return valid


class Late(ModuleType):
    """What stands for the package until then; it has the one function that is taken from it."""

    is_valid_syntax = staticmethod(is_valid_syntax)


def stand_in() -> None:
    if NAME not in sys.modules and find_spec(NAME):
        sys.modules[NAME] = Late(NAME)
