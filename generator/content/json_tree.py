"""JSON read as text: the same tree as YAML's, in which every key and every value knows its place.

What programs hand in is read as strictly as what people write, and told of in the same words. A value that is `null` is
left out, and numbers and `true` are the texts that they were written with.
"""

from __future__ import annotations

import re
from bisect import bisect
from json import JSONDecodeError, JSONDecoder
from typing import NoReturn

from generator import limits
from generator.content.yaml_tree import STRANGE, Entry, Mapping, Node, Scalar, Sequence
from generator.problems import Malformed, Place, Problem

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)", re.ASCII)
_DECODER = JSONDecoder()  # for texts alone: it knows no places
JSON = "write JSON as the schema has it, and nothing before or behind it"


def parse(text: str, path: str, *, strange: bool = False) -> Node:
    """The tree of one text; raises Malformed with the first thing that keeps it from being read.

    With `strange`, texts may have characters that are none, and whoever asked looks at each.
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limits.EXTRACTED:
        what = f"this has {size:,} bytes, and {limits.EXTRACTED:,} is the most that is read"
        raise Malformed(Problem(Place(path), "TOO-LARGE", what, "propose less at once"))
    return _Reader(text.removeprefix("\ufeff"), path, strange=strange).document()


class _Reader:
    """Goes through a text once; `at` is how many of its characters are read."""

    def __init__(self, text: str, path: str, *, strange: bool) -> None:
        self.text = text
        self.path = path
        self.takes_strange = strange
        self.at = 0
        self.values = 0
        self.lines = [0, *(match.end() for match in re.finditer("\n", self.text))]  # where each begins

    def document(self) -> Node:
        self._space()
        if self.at == len(self.text):
            self._refuse("EMPTY-FILE", "there is nothing to read", JSON)
        root = self._node(1)
        self._space()
        if self.at < len(self.text):
            self._refuse("NOT-JSON", "something follows the end of the JSON", JSON)
        return root or Scalar(Place(self.path), "")

    def _node(self, level: int) -> Node | None:
        """The value that begins here; none where it is `null`."""
        place = self._place()
        self.values += 1
        if level > limits.LEVELS:
            self._refuse("TOO-DEEP", f"this is more than {limits.LEVELS} levels deep", "write it flatter")
        if self.values > limits.VALUES:
            self._refuse("TOO-MANY-VALUES", f"there are more than {limits.VALUES:,} values", "propose less at once")
        match self.text[self.at : self.at + 1]:
            case "{":
                return self._mapping(place, level)
            case "[":
                return self._sequence(place, level)
            case '"':
                return Scalar(place, self._string())
        if not (word := _WORD.match(self.text, self.at)):
            self._refuse("NOT-JSON", "this is no value of JSON", "put texts in double quotation marks")
        self.at = word.end()
        return None if word[0] == "null" else Scalar(place, word[0])

    def _mapping(self, place: Place, level: int) -> Mapping:
        entries: dict[str, Entry] = {}
        first_lines: dict[str, int] = {}
        while self._continues("}", is_first=not first_lines):
            key_place = self._place()
            if self.text[self.at : self.at + 1] != '"':
                self._refuse("NOT-JSON", "a key in double quotation marks is missing", 'write `"key": value`')
            key = self._string()
            if key in first_lines:
                what = f"the key `{key}` stands twice, first on line {first_lines[key]}"
                raise Malformed(Problem(key_place, "DUPLICATE-KEY", what, "keep one"))
            first_lines[key] = key_place.line
            self._space()
            if self.text[self.at : self.at + 1] != ":":
                self._refuse("NOT-JSON", "a colon is missing", 'write `"key": value`')
            self.at += 1
            self._space()
            if (value := self._node(level + 1)) is not None:
                entries[key] = Entry(key_place, value)
        return Mapping(place, entries)

    def _sequence(self, place: Place, level: int) -> Sequence:
        items: list[Node] = []
        is_first = True
        while self._continues("]", is_first=is_first):
            is_first = False
            if (item := self._node(level + 1)) is not None:
                items.append(item)
        return Sequence(place, tuple(items))

    def _continues(self, end: str, *, is_first: bool) -> bool:
        """Whether another entry follows in brackets; reads the opening bracket, the comma or the closing one."""
        if is_first:
            self.at += 1
        self._space()
        letter = self.text[self.at : self.at + 1]
        if letter == end:
            self.at += 1
            return False
        if not is_first:
            if letter != ",":
                self._refuse("NOT-JSON", "a comma or a closing bracket is missing", JSON)
            self.at += 1
            self._space()
        return True

    def _string(self) -> str:
        start = self._place()
        try:
            text, self.at = _DECODER.raw_decode(self.text, self.at)
        except JSONDecodeError as error:
            self.at = error.pos
            self._refuse("NOT-JSON", f"a text cannot be read: {error.msg.lower()}", "escape it as JSON does")
        spaced = re.sub(r"\s+", " ", text)
        if not self.takes_strange and (strange := STRANGE.search(spaced)):
            what = f"the character U+{ord(strange[0]):04X} cannot be seen and is not text"
            raise Malformed(Problem(start, "CONTROL-CHARACTER", what, "leave it out"))
        return spaced

    def _space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _place(self) -> Place:
        line = bisect(self.lines, self.at)
        return Place(self.path, line, self.at - self.lines[line - 1] + 1)

    def _refuse(self, code: str, what: str, remedy: str) -> NoReturn:
        raise Malformed(Problem(self._place(), code, what, remedy))
