"""Ids for what is new: made of a name, and unlike those that are given out already."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import chain, count

from generator.content.reading import Content
from generator.evidence.name_parts import fold
from generator.evidence.text import normalise

NAMED = ("leaders", "countries", "organisations", "publishers", "themes")  # registries that share their ids


def slug(text: str) -> str:
    """The id that a name would have: `Jane Doe` becomes `jane-doe`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(normalise(text))).strip("-")[:64].strip("-")


def free_id(id: str, taken: Container[str]) -> str:
    """The id itself, or else the first of `id-2`, `id-3` and so on that is not taken."""
    numbered = (f"{id}-{number}" for number in count(2))
    return next(one for one in chain([id], numbered) if one not in taken)


def entry_ids(content: Content) -> frozenset[str]:
    """The ids of all entries that have names, and of themes; no two entries share one."""
    return frozenset(id for registry in NAMED for id in getattr(content, registry))
