"""Where a record stands whose file was read: line and column of all that was written in it, without its YAML."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic_core import from_json

from generator.content import yaml_tree
from generator.content.yaml_tree import Mapping, Node
from generator.problems import Place
from generator.work.packing import LEVEL

Spot = tuple[int, int]  # line and column, where the first key of a mapping stands; no two begin at one


@dataclass(frozen=True)
class WrittenFile:
    """A file that was read without a mistake before, and the places of its values as `places_of` gives them."""

    path: str
    text: str
    places: bytes = field(compare=False, repr=False)

    @cached_property
    def mappings(self) -> dict[Spot, Mapping]:
        """Every mapping of it by its place."""
        return {(node.place.line, node.place.column): node for node in _mappings(yaml_tree.parse(self.text, self.path))}

    @cached_property
    def nodes(self) -> dict[Spot, list[Any]]:
        """The places inside of every mapping, by its own."""
        return dict(_spotted(from_json(zlib.decompress(self.places))))


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """The mapping that a record was made from, by its place; equal to any that is written the same there."""

    file: WrittenFile
    spot: Spot

    @property
    def node(self) -> Mapping:
        return self.file.mappings[self.spot]

    @property
    def place(self) -> Place:
        return Place(self.file.path, *self.spot)

    def at(self, *path: str | int) -> Place:
        """The place of the value at `path`, or of its nearest parent that was written."""
        node = self.file.nodes[self.spot]
        for part in path:
            inner: Any = node[2] if len(node) > 2 else ()
            if part not in (inner if isinstance(inner, dict) else range(len(inner))):
                break
            node = inner[part]
        return Place(self.file.path, node[0], node[1])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Written | Mapping) or other.place != self.place:
            return False  # without reading either again
        if isinstance(other, Written):
            return other.file == self.file or other.node == self.node
        return self.node == other

    def __hash__(self) -> int:
        return hash(self.spot)


def places_of(root: Node) -> bytes:
    """Line and column of each value of a tree, then its values by key or in order: as JSON, packed, which is small."""
    return zlib.compress(json.dumps(_places(root), separators=(",", ":")).encode(), LEVEL)


def _places(node: Node) -> list[Any]:
    place = [node.place.line, node.place.column]
    if isinstance(node, Mapping):
        return [*place, {key: _places(entry.value) for key, entry in node.entries.items()}]
    if isinstance(node, yaml_tree.Sequence):
        return [*place, [_places(item) for item in node.items]]
    return place


def _spotted(node: list[Any]) -> Iterator[tuple[Spot, list[Any]]]:
    inner = node[2] if len(node) > 2 else ()
    if isinstance(inner, dict):
        yield (node[0], node[1]), node
    for child in inner.values() if isinstance(inner, dict) else inner:
        yield from _spotted(child)


def _mappings(node: Node) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        yield node
        for entry in node.entries.values():
            yield from _mappings(entry.value)
    elif isinstance(node, yaml_tree.Sequence):
        for item in node.items:
            yield from _mappings(item)
