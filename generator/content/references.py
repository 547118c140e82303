"""Ids and what refers to them, found in trees by the marks of the model, so that no record need be whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Discriminator, Tag

from generator.content import yaml_tree
from generator.content.kinds import REGISTRIES
from generator.content.model import FactFile
from generator.content.record import Record
from generator.content.site import Site
from generator.content.values import ID, Origin, Refers, SpeakerId, SubjectId, as_id
from generator.content.yaml_tree import Node, Scalar
from generator.problems import Place, Problem, closest

Found = tuple[type[Record] | Refers, Node]
Ids = dict[str, dict[str, Place]]  # kind → id → where it is given out


@dataclass(frozen=True)
class Told:
    """The ids of a kind that a file gives out, in order of writing, and each that it refers to, by what may have it."""

    kind: str
    ids: tuple[str, ...]
    references: Mapping[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]]  # kinds and words → ids
    digest: str = field(default="", compare=False)  # of the records of a file that is kept


@dataclass(frozen=True)
class ContentFile:
    """What the model says that a file holds, and its tree where it has one."""

    holds: Any
    root: Node | None

    @property
    def told(self) -> Told:
        references: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, None]] = {}
        for refers, node in visit(self.holds, self.root) if self.root else ():
            if isinstance(refers, Refers) and isinstance(node, Scalar):
                references.setdefault((refers.kinds, refers.words), {})[node.text] = None
        named = {asked: tuple(texts) for asked, texts in references.items()}
        return Told(self.kind, tuple(id_node.text for id_node in self.ids), named)

    @property
    def kind(self) -> str:
        """The kind of the ids that the file gives out."""
        if self.holds in (Site, FactFile):
            return "fact" if self.holds is FactFile else ""
        record: type[Record] = get_args(self.holds)[0]
        return record.__name__.lower()

    @property
    def ids(self) -> Iterator[Scalar]:
        for entry in self.entries:
            if isinstance(id_node := entry.child("id"), Scalar):
                yield id_node

    @property
    def entries(self) -> tuple[Node, ...]:
        """What gives the ids out: the facts of an article, or the entries of a registry."""
        entries = self.root.child("facts") if self.root and self.kind == "fact" else self.root
        return entries.items if isinstance(entries, yaml_tree.Sequence) else ()


def _marker(marks: Sequence[Any]) -> Refers:
    return next(mark for mark in marks if isinstance(mark, Refers))


NAMED_TOGETHER = tuple(_marker(get_args(hint)) for hint in (SpeakerId, SubjectId))
ORIGIN = _marker(get_args(Origin))


def visit(hint: Any, node: Node, marks: Sequence[Any] = ()) -> Iterator[Found]:
    """Every record and every reference that the type finds in a tree, whether or not they are well-formed."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        yield from visit(arguments[0], node, arguments[1:])
    elif any(isinstance(mark, Refers) for mark in marks):
        yield _marker(marks), node
    elif origin in (Union, UnionType):
        yield from visit(_alternative(arguments, node, marks), node)
    elif origin is tuple:
        for item in node.items if isinstance(node, yaml_tree.Sequence) else (node,):
            yield from visit(arguments[0], item)
    elif origin is dict and isinstance(node, yaml_tree.Mapping):
        for key, entry in node.entries.items():
            yield from visit(arguments[0], Scalar(entry.key_place, key))
            yield from visit(arguments[1], entry.value)
    elif isinstance(hint, type) and issubclass(hint, Record) and isinstance(node, yaml_tree.Mapping):
        yield hint, node
        yield from _visit_fields(hint, node)


def _visit_fields(record: type[Record], node: Node) -> Iterator[Found]:
    for key, hint, marks in _telling_fields(record):
        if value := node.child(key):
            yield from visit(hint, value, marks)


@cache
def _telling_fields(record: type[Record]) -> tuple[tuple[str, Any, Sequence[Any]], ...]:
    """The fields of a record that may hold another or a reference, by the key that they are written with."""
    return tuple(
        (field.alias or name, field.annotation, field.metadata)
        for name, field in record.model_fields.items()
        if _may_tell(field.annotation, field.metadata)
    )


def _may_tell(hint: Any, marks: Sequence[Any] = ()) -> bool:
    arguments = get_args(hint)
    if get_origin(hint) is Annotated:
        return _may_tell(arguments[0], arguments[1:])
    is_record = isinstance(hint, type) and issubclass(hint, Record)
    return is_record or any(isinstance(mark, Refers) for mark in marks) or any(map(_may_tell, arguments))


def _alternative(arguments: tuple[Any, ...], node: Node, marks: Sequence[Any]) -> Any:
    """The one type of a union that the node is read as."""
    for mark in marks:
        if isinstance(mark, Discriminator) and callable(mark.discriminator):
            tag = Tag(str(mark.discriminator(node.data())))
            return next(argument for argument in arguments if tag in get_args(argument))
    return next(argument for argument in arguments if argument is not type(None))


def are_all_known(told: Iterable[Told]) -> bool:
    """Whether files that are read surely have no problem of ids; if not, `id_problems` tells."""
    files = tuple(told)
    given: dict[str, set[str]] = defaultdict(set)
    for file in files:
        beside = {file.kind}.union(*(refers.kinds for refers in NAMED_TOGETHER if file.kind in refers.kinds))
        ids = set(file.ids)
        if len(ids) < len(file.ids) or not ids.isdisjoint(ORIGIN.words) or not all(map(ID.fullmatch, ids)):
            return False
        if not all(ids.isdisjoint(given[other]) for other in beside):
            return False
        given[file.kind] |= ids
    return all(
        ids.issubset(set(words).union(*(given[kind] for kind in kinds)))
        for (kinds, words), ids in _asked(files).items()
    )


def _asked(files: Iterable[Told]) -> Mapping[tuple[tuple[str, ...], tuple[str, ...]], set[str]]:
    """All ids that files refer to, by what may have them."""
    asked: dict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    for file in files:
        for whose, ids in file.references.items():
            asked[whose].update(ids)
    return asked


def id_problems(files: Sequence[ContentFile]) -> Iterator[Problem]:
    """Each id is given out once, and each reference names one."""
    ids: Ids = defaultdict(dict)
    for file in files:
        for id_node in file.ids:
            yield from _duplicates(id_node, file.kind, ids)
            ids[file.kind].setdefault(as_id(id_node.text), id_node.place)  # one that is no id is said with its shape
    unread = {file.kind for file in files if not file.root}
    if all(file.kind != "fact" for file in files):
        unread.add("fact")  # that there are none is said once
    for file in files:
        for reference, node in visit(file.holds, file.root) if file.root else ():
            if isinstance(reference, Refers) and isinstance(node, Scalar) and unread.isdisjoint(reference.kinds):
                yield from _unknown_ids(node, reference, ids, files)


def _duplicates(id_node: Scalar, kind: str, ids: Ids) -> Iterator[Problem]:
    """One id may not be two of those that one field can name, or nobody could tell which is meant."""
    if kind in ORIGIN.kinds and id_node.text in ORIGIN.words:
        what = f"the id `{id_node.text}` is a word that `origin` needs"
        yield Problem(id_node.place, "DUPLICATE-ID", what, "choose another")
        return
    shares = [refers.kinds for refers in NAMED_TOGETHER if kind in refers.kinds]
    for other_kind in sorted({kind}.union(*shares)):
        if first := ids[other_kind].get(id_node.text):
            what = f"the id `{id_node.text}` is taken by the {other_kind} at {first}"
            yield Problem(id_node.place, "DUPLICATE-ID", what, "choose another")
            return


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _unknown_ids(id_node: Scalar, refers: Refers, ids: Ids, files: Sequence[ContentFile]) -> Iterator[Problem]:
    is_known = id_node.text in refers.words or any(id_node.text in ids[kind] for kind in refers.kinds)
    if is_known or not ID.fullmatch(id_node.text):
        return  # what is no id at all is said with the shape of its file
    what = f"no {_listed(refers.kinds)} has the id `{id_node.text}`"
    yield Problem(id_node.place, "UNKNOWN-ID", what, _where(id_node.text, refers, ids, files))


def _where(id: str, refers: Refers, ids: Ids, files: Sequence[ContentFile]) -> str:
    """The remedy for an id that nothing of the wanted kind has: what it is instead, or what was meant, and where."""
    if elsewhere := next((kind for kind in sorted(ids) if id in ids[kind]), None):
        return f"that is {_a(elsewhere)}, at {ids[elsewhere][id]}"
    wanted = [file for file in files if file.kind in refers.kinds]
    if meant := next((entry for file in wanted for entry in file.entries if id in _other_names(entry)), None):
        return f"did you mean `{_texts(meant, 'id')[0]}`, at {meant.at('id')}?"
    if any(PurePosixPath(file.root.place.path).stem == id for file in files if file.root and file.kind == "fact"):
        return "that is an article; name one of its facts" if refers.kinds == ("fact",) else "that is an article"
    known = {name: place for kind in refers.kinds for name, place in ids[kind].items()}
    if close := closest(id, [*known, *refers.words]):
        return f"did you mean `{close}`, at {known[close]}?" if close in known else f"did you mean `{close}`?"
    places = [f"`content/{name}.yml`" for name, record in REGISTRIES.items() if record.__name__.lower() in refers.kinds]
    return f"mend it, or register it in {_listed(places)}" if places else "mend it"


def _listed(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _other_names(entry: Node) -> set[str]:
    """What else an entry may be called in the place of its id: by an earlier one, or by its names."""
    names = {as_id(text) for field in ("name", "aliases") for text in _texts(entry, field)}
    return names.union(_texts(entry, "formerly")) if _texts(entry, "id") else set()


def _texts(entry: Node, field: str) -> list[str]:
    node = entry.child(field)
    nodes = node.items if isinstance(node, yaml_tree.Sequence) else (node,)
    return [node.text for node in nodes if isinstance(node, Scalar)]
