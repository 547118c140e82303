"""Changes to a YAML file as its author wrote it: what is not changed stays as it is, to the byte, comments included.

A path leads to a value: in a mapping by a key, in a list by the `id` of an item or by its position. `("facts",
"oslo-talks")` is a fact, `("article",)` the record of a fact file, `("norway",)` an entry of a registry. All functions
take the text of a file and give the changed one. They raise yaml.YAMLError for a text that is no YAML, KeyError for a
path that leads nowhere, and ValueError where the only field of a mapping would be taken away. Characters that no file
may hold are left out of what is written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from generator.content.yaml_tree import LOADER, STRANGE

Path = Sequence[str | int]
LONG = 100  # characters: a longer list or mapping of new values is not written on one line
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=.][^\t\n]*")
_COMMENT = re.compile(r"[ \t]*#.*")


def with_fields(text: str, path: Path, fields: Mapping[str, Any], order: Sequence[str] = ()) -> str:
    """The text with these fields of a mapping; None takes a field away.

    A new field stands behind the last one that comes before it in `order`, or else at the end.
    """
    kept = _Text(text)
    for field, value in fields.items():
        kept.set(path, field, value, order)
    return kept.text


def with_item(text: str, path: Path, fields: Mapping[str, Any], after: str | int | None = None) -> str:
    """The text with one more item in the list at a path, behind the item `after` or at the end.

    It stands on one line, if it is short, where the item before it does.
    A list that is empty is filled, and one at the top of a file that is not there yet is begun.
    """
    kept = _Text(text)
    kept.add(path, fields, after)
    return kept.text


def without_item(text: str, path: Path) -> str:
    """The text without an item of a list, its comments included; the comments above it stay."""
    kept = _Text(text)
    kept.remove(path)
    return kept.text


def without_comments(text: str, path: Path, comments: Mapping[str, str]) -> str:
    """The text without these comments, field → words, where one of them stands so behind its field of a mapping."""
    kept = _Text(text)
    for field, words in comments.items():
        kept.uncomment(path, field, words)
    return kept.text


def scalar(text: str, *, flow: bool = False) -> str:
    """A text as YAML reads it back, in quotation marks only where it needs them."""
    text = STRANGE.sub("", text)
    if "\n" in text or "\r" in text:
        return json.dumps(text, ensure_ascii=False)
    inside = r"[,\[\]{}]" if flow else "$^"
    plain = _PLAIN.fullmatch(text) and not re.search(rf": |:$| #|\s$|\s\s|{inside}", text)
    return text if plain else "'" + text.replace("'", "''") + "'"


def last_line(lines: Sequence[str], first: int, dash: int) -> int:
    """The last line of an item of a list, counted from 0 as the first is; what is deeper than its dash is its own."""
    last = first
    for number, line in enumerate(lines[first + 1 :], first + 1):
        if line.strip() and _indent(line) <= dash:
            break
        last = number if line.strip() else last
    return last


class _Text:
    """A text while it is changed; each change looks for its places anew."""

    def __init__(self, text: str) -> None:
        self.mark = "\ufeff" if text.startswith("\ufeff") else ""
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self.body = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self.body += "" if self.body.endswith("\n") or not self.body else "\n"

    @property
    def text(self) -> str:
        return self.mark + self.body.replace("\n", self.line_end)

    def set(self, path: Path, field: str, value: Any, order: Sequence[str]) -> None:
        node = self._at(path)
        if not isinstance(node, yaml.MappingNode):
            raise KeyError(field)
        present = {key.value: (key, child) for key, child in node.value}
        if node.flow_style:
            self._set_in_flow(node, field, value, order)
        elif field in present and value is None:
            self._take_away(node, *present[field])
        elif field in present:
            self._replace(*present[field], value)
        elif value is not None:
            first = list(present)[: _position(list(present), field, order)]
            key, child = present[first[-1]] if first else node.value[0]
            column = " " * key.start_mark.column
            where = self._line_end(self._end(child)) if first else key.start_mark.index
            new = "\n".join(_lines(field, value))
            indented = new.replace("\n", f"\n{column}")
            self._put(where, where, f"\n{column}{indented}" if first else f"{indented}\n{column}")

    def add(self, path: Path, fields: Mapping[str, Any], after: str | int | None) -> None:
        try:
            node = self._at(path)
        except KeyError:
            if len(path) != 1 or after is not None:
                raise
            space = "\n" if self.body else ""
            self.body += f"{space}{path[0]}:\n" + _item(fields, "  ")
            return None
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            return self._fill(node, path, fields)
        before = _child(node, after) if after is not None else node.value[-1]
        if node.flow_style:
            where = self._end(before)
            return self._put(where, where, f", {_flow(fields)}")
        dash = self._dash(node.value[0])
        where = self._item_end(before, dash)
        apart = "\n" if self._stands_apart(node, fields) else ""
        written = _item(fields, " " * dash, in_flow=isinstance(before, yaml.MappingNode) and bool(before.flow_style))
        return self._put(where, where, f"{apart}{written}")

    def remove(self, path: Path) -> None:
        *above, last = path
        node = self._at(above)
        item = _child(node, last)
        if len(node.value) == 1:
            return self._empty(node, item, above)
        if node.flow_style:
            number = node.value.index(item)
            start = self._end(node.value[number - 1]) if number else item.start_mark.index
            end = self._end(item) if number else node.value[1].start_mark.index
            return self._put(start, end, "")
        dash = self._dash(item)
        start, end = self._line_start(item.start_mark.index), self._item_end(item, dash)
        if self.body[end : end + 1] == "\n":
            end += 1
        elif end == len(self.body) and self.body[:start].endswith("\n\n"):
            start -= 1
        return self._put(start, end, "")

    def uncomment(self, path: Path, field: str, words: str) -> None:
        node = self._at(path)
        pairs = () if node.flow_style else node.value
        for key, child in pairs:
            start = self.body.index(":", key.end_mark.index) + 1 if _is_block(child) else self._end(child)
            end = self._line_end(start)
            if key.value == field and self.body[start:end].strip() == f"# {words}":
                self._put(start, end, "")
                return

    def _at(self, path: Path) -> Any:
        node = yaml.compose(self.body, Loader=LOADER) if self.body.strip() else None
        for part in path:
            node = _child(node, part)
        return node

    def _set_in_flow(self, node: Any, field: str, value: Any, order: Sequence[str]) -> None:
        written = {key.value: self.body[child.start_mark.index : self._end(child)] for key, child in node.value}
        if field not in written:
            names = list(written)
            names.insert(_position(names, field, order), field)
            written = {name: written.get(name, "") for name in names}
        written[field] = "" if value is None else _flow(value)
        if value is None:
            del written[field]
        inside = ", ".join(f"{name}: {text}" for name, text in written.items())
        self._put(node.start_mark.index, node.end_mark.index, f"{{{inside}}}")

    def _take_away(self, node: Any, key: Any, child: Any) -> None:
        first = node.value[0][0] is key
        if first and len(node.value) == 1:
            raise ValueError("the only field cannot be taken away")
        following = [other for other, _ in node.value if other.start_mark.index > key.start_mark.index]
        if first:
            self._put(key.start_mark.index, following[0].start_mark.index, "")
        else:
            start = self._line_start(key.start_mark.index)
            self._put(start, self._line_end(self._end(child)) + 1, "")

    def _replace(self, key: Any, child: Any, value: Any) -> None:
        """Puts the new value in the place of the old one; a comment behind it stays on the first line, others below."""
        start, end = key.start_mark.index, self._end(child)
        rest = self.body[end : self._line_end(end)].rstrip()
        column = " " * key.start_mark.column
        first, *more = _lines(key.value, value)
        old = self.body[start:end].split("\n")[1:] if _is_block(child) else []
        comments = [line for line in old if _COMMENT.fullmatch(line)]
        lines = [first + rest, *(column + line for line in more), *comments]
        self._put(start, self._line_end(end), "\n".join(lines))

    def _fill(self, node: Any, path: Path, fields: Mapping[str, Any]) -> None:
        """Writes the first item of a list that is empty, or of a file."""
        if node is None:
            self.body += _item(fields, "")
        elif node.value:
            raise KeyError(path[-1] if path else "")
        else:
            column = self._column_of_line(node.start_mark.index)
            indent = " " * (column + 2) if path else ""
            rest = self.body[node.end_mark.index : self._line_end(node.end_mark.index)].rstrip()
            before = self.body[: node.start_mark.index].rstrip(" ") if path else self.body[: node.start_mark.index]
            tail = self.body[self._line_end(node.end_mark.index) + 1 :]
            head = f"{before}{rest}\n" if path or rest else before
            self.body = f"{head}{_item(fields, indent)}{tail}"

    def _empty(self, node: Any, item: Any, path: Path) -> None:
        """Leaves an empty list, and the comments above the item that was its only one."""
        if node.flow_style:
            return self._put(node.start_mark.index, node.end_mark.index, "[]")
        start, end = self._line_start(item.start_mark.index), self._item_end(item, self._dash(item))
        if not path:
            return self._put(start, end, "[]\n")
        self._put(start, end, "")
        key = next(key for key, child in self._at(path[:-1]).value if key.value == path[-1])
        behind = self.body.index(":", key.end_mark.index) + 1
        return self._put(behind, behind, " []")

    def _stands_apart(self, node: Any, fields: Mapping[str, Any]) -> bool:
        """Whether items have empty lines between them."""
        if len(node.value) == 1:
            return len(fields) > 3
        first, second = node.value[:2]
        return "\n\n" in self.body[self._end(first) : second.start_mark.index]

    def _end(self, node: Any) -> int:
        """Behind the last character of a value, whatever comments follow."""
        while _is_block(node):
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        end: int = node.end_mark.index
        return len(self.body[:end].rstrip()) if getattr(node, "style", "") in ("|", ">") else end

    def _item_end(self, item: Any, dash: int) -> int:
        """Behind the line that ends an item, comments of its own included: those that stand deeper than its dash."""
        end = self._line_end(self._end(item)) + 1
        while (line := self.body[end : self._line_end(end)]) and _COMMENT.fullmatch(line) and _indent(line) > dash:
            end = self._line_end(end) + 1
        return min(end, len(self.body))

    def _dash(self, item: Any) -> int:
        start = item.start_mark.index
        return self.body.rindex("-", 0, start) - self._line_start(start)

    def _column_of_line(self, index: int) -> int:
        return _indent(self.body[self._line_start(index) : self._line_end(index)])

    def _line_start(self, index: int) -> int:
        return self.body.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        end = self.body.find("\n", index)
        return len(self.body) if end < 0 else end

    def _put(self, start: int, end: int, new: str) -> None:
        self.body = self.body[:start] + new + self.body[end:]


def _child(node: Any, part: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: child for key, child in node.value}[str(part)]
    if isinstance(node, yaml.SequenceNode):
        if isinstance(part, int) and 0 <= part < len(node.value):
            return node.value[part]
        for item in node.value:
            if isinstance(item, yaml.MappingNode) and any((k.value, v.value) == ("id", part) for k, v in item.value):
                return item
    raise KeyError(part)


def _is_block(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style and bool(node.value)


def _position(names: Sequence[str], field: str, order: Sequence[str]) -> int:
    """Where a new field stands among those that are there."""
    if field not in order:
        return len(names)
    before = set(order[: order.index(field)])
    return max((number for number, name in enumerate(names, 1) if name in before), default=0)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _item(fields: Mapping[str, Any], indent: str, *, in_flow: bool = False) -> str:
    if in_flow and len(flow := _flow({field: value for field, value in fields.items() if value is not None})) <= LONG:
        return f"{indent}- {flow}\n"
    lines = [line for field, value in fields.items() if value is not None for line in _lines(field, value)]
    marks = [f"{indent}- ", *([f"{indent}  "] * (len(lines) - 1))]
    return "".join(f"{mark}{line}\n" for mark, line in zip(marks, lines, strict=True))


def _lines(field: str, value: Any) -> Iterator[str]:
    """A field as it is written: short lists and mappings on its line, passages and long ones below it."""
    if value == "":
        yield f"{field}:"
    elif isinstance(value, str | int):
        yield f"{field}: {scalar(str(value))}"
    elif isinstance(value, Mapping):
        if len(flow := _flow(value)) <= LONG:
            yield f"{field}: {flow}"
        else:
            yield f"{field}:"
            yield from (f"  {line}" for name, inner in value.items() for line in _lines(name, inner))
    elif len(flow := _flow(value)) <= LONG and field != "passage" and not any(isinstance(v, Mapping) for v in value):
        yield f"{field}: {flow}"
    else:
        yield f"{field}:"
        for item in value:
            yield f"  - {_flow(item) if not isinstance(item, str | int) else scalar(str(item))}"


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(str(k), flow=True)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, str | int):
        return scalar(str(value), flow=True)
    return "[" + ", ".join(map(_flow, value)) + "]"
