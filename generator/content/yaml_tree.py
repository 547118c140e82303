"""YAML read as text: a tree in which every key and every value knows its place."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn

import yaml

from generator import limits
from generator.content import git_marks, yaml_slips
from generator.content.yaml_slips import Span
from generator.problems import Malformed, Place, Problem

MAX_STRANGE = 20  # of a file that is not text at all, the first few say enough

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What YAML forbids, three line breaks that editors do not count as lines, and what turns the order of letters, so that
# one text is seen and another is read; letters that run from right to left need none of that.
STRANGE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

STANDARD_TAGS = "tag:yaml.org,2002:"
QUOTE_IT = "put the text in quotation marks"
TAB = ("a tab cannot indent", "use spaces")

# What PyYAML says (its parser in C and its parser in Python use other words), and how we say it.
SYNTAX = (
    ("mapping values are not allowed", "a colon cannot stand here", f"{QUOTE_IT}, or mend the indentation"),
    ("sequence entries are not allowed", "a list item cannot stand here", f"{QUOTE_IT}, or begin a new line"),
    ("could not find expected ':'", "a colon is missing", "write `key: value`"),
    ("tab character", *TAB),
    ("scanning an alias", "a text cannot begin with `*`", QUOTE_IT),
    ("scanning an anchor", "a text cannot begin with `&`", QUOTE_IT),
    (" tag", "a text cannot begin with `!`", QUOTE_IT),
    ("quoted scalar: found unexpected", "a quotation mark is opened here and not closed", "close it"),
    ("quoted scalar", "this cannot follow a backslash", "double the backslash, or use single marks"),
    ("block scalar", "a text cannot begin on the line of `|` or `>`", "begin it on the next line"),
    (
        "parsing a flow (sequence|mapping)",
        "a closing bracket or a comma is missing",
        f"add it, or {QUOTE_IT}",
    ),
    ("node content", "a text cannot begin with a comma or a closing bracket", QUOTE_IT),
    ("directive|incompatible", "a line cannot begin with `%`", "delete it"),
    ("", "this does not fit the lines above", f"mend the indentation, or {QUOTE_IT}"),
)


@dataclass(frozen=True, slots=True)
class Node(ABC):
    """A value as it was written."""

    place: Place

    @abstractmethod
    def data(self) -> Any:
        """The value as records take it: text, tuples, and dictionaries that remember their node."""

    def child(self, part: str | int) -> Node | None:  # noqa: ARG002 - a scalar has none
        """The value under a key or at a position, if it was written."""
        return None

    def at(self, *path: str | int) -> Place:
        """The place of the value at `path`, or of its nearest parent that was written."""
        node = self
        for part in path:
            child = node.child(part)
            if child is None:
                break
            node = child
        return node.place

    def key_at(self, *path: str | int) -> Place:
        """The place of the key that ends `path`, or else of the value there."""
        if path:
            *parents, last = path
            node: Node | None = self
            for part in parents:
                node = node.child(part) if node else None
            if isinstance(node, Mapping) and last in node.entries:
                return node.entries[str(last)].key_place
        return self.at(*path)


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A text; an empty value is an empty text."""

    text: str

    def data(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """A list."""

    items: tuple[Node, ...]

    def child(self, part: str | int) -> Node | None:
        return self.items[part] if isinstance(part, int) and 0 <= part < len(self.items) else None

    def data(self) -> tuple[Any, ...]:
        return tuple(item.data() for item in self.items)


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and the place of its key."""

    key_place: Place
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """Keys and their values, in the order of the file."""

    entries: dict[str, Entry]

    def child(self, part: str | int) -> Node | None:
        return self.entries[part].value if isinstance(part, str) and part in self.entries else None

    def data(self) -> Located:
        return Located(self)


class Located(dict[str, Any]):
    """The values of a mapping; `node` tells where they stand."""

    def __init__(self, node: Mapping) -> None:
        super().__init__((key, entry.value.data()) for key, entry in node.entries.items())
        self.node = node


@lru_cache(maxsize=256)  # while pages are shown live, only the file that was edited is parsed again
def parse(text: str, path: str) -> Node:
    """The tree of one text, remembered; raises Malformed with everything that keeps it from being read."""
    return parsed(text, path)


def parsed(text: str, path: str) -> Node:
    """The tree of one text, for whoever asks once; raises Malformed with everything that keeps it from being read."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limits.CONTENT:
        what = f"the file has {size:,} bytes, and {limits.CONTENT:,} is the most that is read"
        raise Malformed(Problem(Place(path), "TOO-LARGE", what, "divide it"))
    text = text.removeprefix("\ufeff")
    if left_by_git := git_marks.problem_of(text, path):
        raise Malformed(left_by_git)
    if STRANGE.search(text):
        raise Malformed(*_strange_characters(text, path))
    return _Builder(text, path).document()


def cut_texts(text: str, path: str) -> Iterator[Problem]:
    """The comments that may have been meant as text, in YAML of other programs: those right behind a text."""
    try:
        events = [event for event in yaml.parse(text, Loader=LOADER) if isinstance(event, yaml.ScalarEvent)]
    except yaml.YAMLError:
        return  # why it cannot be read is said elsewhere
    spans = [span_of(event, text) for event in events]
    ends = {span.end for span in spans if not span.mark and span.end > span.start}
    lines = text.split("\n")
    for problem in yaml_slips.unclear_comments(text, path, spans):
        number, column = problem.place.line - 1, problem.place.column - 1
        before = "\n".join([*lines[:number], lines[number][:column]])
        if len(before.rstrip(" \t")) in ends:
            yield problem


def span_of(event: Any, text: str) -> Span:
    """Where a text stands; one that begins on the next line, behind `|` or `>`, without the line of its mark."""
    start, end, mark = event.start_mark.index, event.end_mark.index, event.style or ""
    if mark in ("|", ">"):
        start = min(end, text.find("\n", start) + 1 or end)
    return Span(start, end, mark)


def _tag_text(tag: str) -> str:
    return f"!!{tag.removeprefix(STANDARD_TAGS)}" if tag.startswith(STANDARD_TAGS) else tag


def _explanation(message: str) -> tuple[str, str]:
    return next((what, remedy) for pattern, what, remedy in SYNTAX if re.search(pattern, message))


def _strange_characters(text: str, path: str) -> list[Problem]:
    problems: list[Problem] = []
    for number, line in enumerate(re.split("\r\n|\n|\r", text), start=1):
        for match in STRANGE.finditer(line):
            if len(problems) == MAX_STRANGE:
                return problems
            problems.append(_strange_character(match[0], Place(path, number, match.start() + 1)))
    return problems


def _strange_character(character: str, place: Place) -> Problem:
    what = f"the character U+{ord(character):04X} cannot be seen and is not text"
    return Problem(place, "CONTROL-CHARACTER", what, "delete it")


class _Builder:
    """Makes the tree from PyYAML's events, and refuses what nobody should write before anything grows."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
        self.problems: list[Problem] = []
        self.spans: list[Span] = []
        self.values = 0
        self.levels = 0

    def document(self) -> Node:
        root: Node | None = None
        try:
            for event in self.events:
                if isinstance(event, yaml.DocumentStartEvent) and root:
                    place = self._place(event.start_mark)
                    self._refuse(place, "SECOND-DOCUMENT", "a second document begins", "delete it")
                    break
                if isinstance(event, yaml.NodeEvent):
                    root = self._node(event)
        except yaml.MarkedYAMLError as error:
            syntax, slips = self._syntax_problem(error), self._slips(error)
            near = range(syntax.place.line - 1, syntax.place.line + 1)
            self.problems += slips if any(slip.place.line in near for slip in slips) else [*slips, syntax]
        else:
            self.problems += yaml_slips.unclear_comments(self.text, self.path, self.spans)
            if root is None or root == Scalar(root.place, ""):
                self._refuse(Place(self.path), "EMPTY-FILE", "the file is empty", "fill it or delete it")
        if self.problems or root is None:
            raise Malformed(*self.problems)
        return root

    def _node(self, event: Any) -> Node:
        place = self._place(event.start_mark)
        self.values += 1
        if self.values > limits.VALUES:
            self._stop(place, "TOO-MANY-VALUES", f"the file has more than {limits.VALUES:,} values", "divide it")
        if isinstance(event, yaml.AliasEvent):
            self._refuse(place, "YAML-ALIAS", f"`*{event.anchor}` is an alias", f"write it out, or {QUOTE_IT}")
            return Scalar(place, str(event.anchor))
        if event.anchor is not None:
            self._refuse(place, "YAML-ANCHOR", f"`&{event.anchor}` is an anchor", f"delete it, or {QUOTE_IT}")
        if event.tag is not None:
            self._refuse(place, "YAML-TAG", f"`{_tag_text(event.tag)}` is a tag", f"delete it, or {QUOTE_IT}")
        if isinstance(event, yaml.ScalarEvent):
            self.spans.append(span_of(event, self.text))
            if len(event.value) > limits.WRITTEN:
                what = f"this text has {len(event.value):,} characters, and {limits.WRITTEN:,} is the most that is read"
                self._refuse(place, "TOO-LARGE", what, "say it in fewer words")
            if strange := STRANGE.search(event.value):
                self.problems.append(_strange_character(strange[0], place))
            return Scalar(place, event.value)
        self.levels += 1
        if self.levels > limits.LEVELS:
            self._stop(place, "TOO-DEEP", f"this is more than {limits.LEVELS} levels deep", "write it flatter")
        node = self._sequence(place) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(place)
        self.levels -= 1
        return node

    def _sequence(self, place: Place) -> Sequence:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event))
        return Sequence(place, tuple(items))

    def _mapping(self, place: Place) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event)
            if isinstance(key, Scalar):
                self.problems += yaml_slips.spaces_in_key(key.text, key.place)
            value = self._node(next(self.events))
            if not isinstance(key, Scalar) or not key.text:
                self._refuse(key.place, "KEY-NOT-TEXT", "a key is not a text", "write `key: value`")
            elif key.text == "<<":
                self._refuse(key.place, "YAML-MERGE", "`<<` merges entries", "write the fields out")
            elif key.text in entries:
                first = entries[key.text].key_place.line
                what = f"the key `{key.text}` stands twice, first on line {first}"
                self._refuse(key.place, "DUPLICATE-KEY", what, "keep one")
            else:
                entries[key.text] = Entry(key.place, value)
        return Mapping(place, entries)

    def _slips(self, error: yaml.MarkedYAMLError) -> list[Problem]:
        """What YAML stumbled over, where that is a comment or a space that was meant otherwise."""
        mark = error.problem_mark or error.context_mark
        line_end = self.text.find("\n", mark.index) if mark else -1
        read = self.text if line_end < 0 else self.text[:line_end]
        last = self.spans[-1] if self.spans else Span(0, 0, "")
        after = last.end if last.mark else last.start  # a plain text may have run on into what is wrong
        comments = yaml_slips.unclear_comments(read, self.path, self.spans)
        known = [problem for problem in self.problems if problem.code == "NO-BREAK-SPACE"]
        return [*comments, *(known or yaml_slips.spaces_in_lines(read, self.path, after))]

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        message = f"{error.context or ''}: {error.problem or ''}"
        mark = error.problem_mark or error.context_mark
        if re.search("quoted scalar: found unexpected|parsing a flow (sequence|mapping)", message):
            mark = error.context_mark or mark  # where it was opened, not where the file ends
        if mark is None:
            return Problem(Place(self.path), "BAD-YAML", *_explanation(message))
        line, character = self.text[: mark.index].rpartition("\n")[2], self.text[mark.index : mark.index + 1]
        what, remedy = _explanation(message)
        if "cannot start any token" in message:
            what, remedy = (f"a text cannot begin with `{character}`", QUOTE_IT) if character.strip() else TAB
        elif "parsing a block" in message and line.rstrip().endswith(("'", '"')):
            what, remedy = "the text goes on after its closing quotation mark", "quote it whole"
        return Problem(self._place(mark), "BAD-YAML", what, remedy)

    def _place(self, mark: Any) -> Place:
        return Place(self.path, mark.line + 1, mark.column + 1)  # PyYAML counts from 0

    def _refuse(self, place: Place, code: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(place, code, what, remedy))

    def _stop(self, place: Place, code: str, what: str, remedy: str) -> NoReturn:
        self._refuse(place, code, what, remedy)
        raise Malformed(*self.problems)
