"""Where a record that was read earlier stands: its file is read again when somebody asks for a place in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.content import yaml_tree
from generator.content.yaml_tree import Mapping, Node

Spot = tuple[int, int]  # line and column, where the first key of a mapping stands; no two begin at one


@dataclass(frozen=True)
class WrittenFile:
    """A file that was read without a mistake before."""

    path: str
    text: str

    @cached_property
    def mappings(self) -> dict[Spot, Mapping]:
        """Every mapping of it by its place."""
        return {(node.place.line, node.place.column): node for node in _mappings(yaml_tree.parse(self.text, self.path))}


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """The mapping that a record was made from, by its place; equal to any that is written the same there."""

    file: WrittenFile
    spot: Spot

    @property
    def node(self) -> Mapping:
        return self.file.mappings[self.spot]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Written) and other.file is self.file:
            return other.spot == self.spot
        return self.node == (other.node if isinstance(other, Written) else other)

    def __hash__(self) -> int:
        return hash(self.spot)


def _mappings(node: Node) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        yield node
        for entry in node.entries.values():
            yield from _mappings(entry.value)
    elif isinstance(node, yaml_tree.Sequence):
        for item in node.items:
            yield from _mappings(item)
