"""A dossier whose every text holds attacks, made from the handbook's, in which every field of the schema is filled.

So a new field is attacked as soon as the handbook shows it. Each copy of the handbook's entries and articles holds some
of the texts; with `harmless` each active sign is one that looks alike and does nothing: the same words, the same order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.content import yaml_tree
from generator.content.marks import marks
from generator.content.references import visit
from tests.test_handbook import CONTENT, KINDS, TEXTS

HERE = Path(__file__).parent
LISTED = (
    "answers",
    "figure",
    "name",
    "options",
    "question",
    "sort",
    "title",
    "via",
)  # by whose words lists are in order
NOWHERE = "9876"  # so begin numbers that nothing proves: all is marked as not proved in the one site and the other
TOGETHER = 32  # texts that one field holds
# Signs that act in some language, and others of their kind that act in none. Numbers and sentences read the same.
HARMLESS = str.maketrans(
    {
        **dict(zip("<>&\"'`=", "‹›⅋”’ˋ═", strict=True)),
        **dict(zip("#$%*+-/:;@[]^_{|}~\\", "♯¤‰∗÷‐∕∶⁏＠⟦⟧ˆ‗❴¦❵˜∖", strict=True)),
    }
)
Text = Callable[[str, str], str]  # what stands in a field, from its name and what the handbook has there


@cache
def attacks() -> tuple[str, ...]:
    """The texts of `texts.yml`, each with its number."""
    kinds: Mapping[str, list[str]] = yaml.safe_load((HERE / "texts.yml").read_text(encoding="utf-8"))
    texts = [text for kind in kinds.values() for text in kind]
    return tuple(re.sub(r"(?<![A-Za-z])N(?![A-Za-z])", str(n), text) for n, text in enumerate(texts, 1))


def groups() -> list[tuple[str, ...]]:
    """The texts that stand in one field together: neighbours of a kind are in different groups."""
    number = -(-len(attacks()) // TOGETHER)
    return [attacks()[first::number] for first in range(number)]


def dossier(*, harmless: bool = False) -> dict[str, str]:
    """The content and the articles of the dossier by path."""
    whole: dict[str, Any] = {}
    articles: dict[str, str] = {}
    ids = frozenset(id for path, text in CONTENT.items() for id in _ids(path, text))
    for number, group in enumerate(groups()):
        held = _Held(group, f"x{number}", harmless)
        renamed = {id: f"{id}-{number}" for id in ids}
        for path, text in CONTENT.items():
            tree = yaml_tree.parse(text, path)
            value = _mapped(KINDS[_kind(path)], tree, held, renamed)
            _add(whole, f"{path.removesuffix('.yml')}-{number}.yml" if "/facts/" in path else path, value)
        for article, text in TEXTS.items():
            articles[f"seeds/{article}-{number}.txt"] = held.article(text)
    written = {path: yaml.safe_dump(value, allow_unicode=True, sort_keys=False) for path, value in whole.items()}
    return written | articles


class _Held:
    """What stands in the fields of one copy: in each, all texts of its group, another one first."""

    def __init__(self, group: tuple[str, ...], name: str, harmless: bool) -> None:
        self._group, self._name, self._harmless = group, name, harmless
        self._texts: dict[str, str] = {}
        self._passages: dict[str, str] = {}

    def text(self, field: str, was: str) -> str:
        """The text in the place of one of the handbook's; of equal ones, the same."""
        if was not in self._texts:
            n = len(self._texts)
            first = n % len(self._group)
            turned = [*self._group[first:], *self._group[:first]]
            told = f"{was} {self._name}n{n}" + (f" {NOWHERE}{n}" if field != "passage" else "")
            turned.insert(0 if field in LISTED or n % 4 == 0 else len(turned) // 2, told)
            turned += [was] if field == "name" else []  # by whose last word people without `sort` are in order
            text = "\n\n".join(turned)
            self._texts[was] = text.translate(HARMLESS) if self._harmless else text
        if field == "passage":
            self._passages[was] = " ".join(self._texts[was].split())
        return self._texts[was]

    def article(self, text: str) -> str:
        """An article with the passages that the facts of this copy have from it."""
        longest_first = sorted(self._passages, key=len, reverse=True)
        return re.sub("|".join(map(re.escape, longest_first)), lambda found: f" {self._passages[found[0]]} ", text)


def _kind(path: str) -> str:
    return "content/facts/" if "/facts/" in path else path


def _ids(path: str, text: str) -> Iterator[str]:
    if "/facts/" in path:
        yield Path(path).stem
    yield from re.findall(r"\bid: ([a-z0-9-]+)", text)
    yield from (id for ids in re.findall(r"formerly: \[([^]]*)\]", text) for id in ids.split(", "))


def _mapped(hint: Any, tree: yaml_tree.Node, held: _Held, renamed: Mapping[str, str]) -> Any:
    """The values of a tree with other texts in all fields that hold texts, and other ids."""
    texts = {}
    for record, node in visit(hint, tree):
        if isinstance(record, type) and isinstance(node, yaml_tree.Mapping):
            for name in marks(record):
                key = record.model_fields[name].alias or name
                texts.update({id(leaf): key for leaf in _leaves(node.child(key))})

    def of(node: yaml_tree.Node) -> Any:
        if isinstance(node, yaml_tree.Sequence):
            return [of(item) for item in node.items]
        if isinstance(node, yaml_tree.Mapping):
            return {renamed.get(key, key): of(entry.value) for key, entry in node.entries.items()}
        text = str(node.data())
        return held.text(texts[id(node)], text) if id(node) in texts and text else renamed.get(text, text)

    return of(tree)


def _leaves(node: yaml_tree.Node | None) -> Iterator[yaml_tree.Node]:
    if isinstance(node, yaml_tree.Sequence):
        for item in node.items:
            yield from _leaves(item)
    elif isinstance(node, yaml_tree.Mapping):
        for entry in node.entries.values():
            yield from _leaves(entry.value)
    elif node is not None:
        yield node


def _add(whole: dict[str, Any], path: str, value: Any) -> None:
    """Puts the entries of a copy behind those of the copies before; what the site has once, the first one gives."""
    if path not in whole:
        whole[path] = value
    elif isinstance(value, list):
        whole[path] += value
    else:
        for key, part in value.items():
            if isinstance(part, list):
                whole[path][key] += part
