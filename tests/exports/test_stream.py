"""Pages and files are handed on one by one, so that memory holds what the next one needs, and not the whole site."""

from contextlib import nullcontext
from itertools import chain
from typing import Any

import pytest
from pydantic_core import to_json

from generator import assembly, files, stages, writing
from generator.exports.data.dataset import Dataset
from generator.exports.data.downloads import as_bytes
from generator.kept_pages import Rendered
from generator.site.pages import Unit
from generator.work.executors import Chunk, Crew, UnderWay
from generator.work.promised import made
from generator.writing import Writer
from tests.folders import HERE, context_of

SEARCH = "search/index.js"


def test_each_page_is_handed_on_before_the_next_unit_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    briefing, words, written = context_of(HERE / "small").briefing, files.words(), list[Unit]()
    write = Writer.written

    def counted(self: Writer, unit: Unit) -> tuple[Rendered, ...]:
        written.append(unit)
        return write(self, unit)

    monkeypatch.setattr(Writer, "written", counted)
    pages = assembly.rendered(briefing, words, "", assembly.downloads(briefing, ""))
    assert written == []
    assert next(iter(pages)).path == "index.md"
    assert written == [Unit("home")]


BEFORE = {  # how it is found out that pages are at hand, and what is made before what
    "never": ("begun", "data/facts.json", SEARCH, "asked", "index.md", "data/derived.json"),
    "after data/facts.json": ("begun", "data/facts.json", "asked", "index.md", SEARCH),
    "after begun": ("begun", "asked", "index.md", "data/facts.json", "data/derived.json", SEARCH),
}


@pytest.mark.parametrize("many", [0.5, 10**6], ids=["many", "few"])
@pytest.mark.parametrize("at_hand", BEFORE)
def test_files_are_made_while_pages_are_awaited(at_hand: str, many: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that no page is read for; and so it is whether the others are asked for all at once or one by one."""
    briefing, words = context_of(HERE / "small").briefing, files.words()
    monkeypatch.setattr(writing, "MANY", many)
    order, data = list[str](), assembly.downloads(briefing, "")
    crew = Crew(2, lambda *_: nullcontext(Beside(order, at_hand.removeprefix("after "))), inherits=True)
    written = assembly.rendered(briefing, words, "", data, crew)
    for path, _ in chain.from_iterable(assembly.texts(briefing, written, data, words, lambda _: b"")):
        order.append(path)
    places = [order.index(what) for what in BEFORE[at_hand]]
    assert places == sorted(places)
    assert sorted(set(order) - {"begun", "asked"}) == [*assembly.pages(briefing, words, "")]


class Beside:
    """A worker that is done with all when something stands in the order; what it has is done by whoever asks for it."""

    lost = (OSError,)

    def __init__(self, order: list[str], done_by: str) -> None:
        self.order, self.done_by = order, done_by

    def submit(self, _: Chunk) -> UnderWay:
        self.order.append("begun")
        return self

    def done(self) -> bool:
        return self.done_by in self.order

    def result(self) -> list[Any]:
        self.order.append("asked")
        raise OSError


def test_what_is_read_again_was_handed_on_before() -> None:
    briefing, words = context_of(HERE / "small").briefing, files.words()
    data, taken = assembly.downloads(briefing, ""), dict[str, str | bytes]()

    def read(path: str) -> bytes:
        return as_bytes(taken[path])  # or no such path

    written = assembly.rendered(briefing, words, "", data)
    for path, file in chain.from_iterable(assembly.texts(briefing, written, data, words, read)):
        assert path not in taken
        taken[path] = made(file)
    assert taken == assembly.pages(briefing, words, "")


def test_rows_that_are_held_as_json_come_back_as_they_were() -> None:
    for table in Dataset(context_of(HERE / "small").briefing).tables.values():
        assert tuple(map(to_json, table.rows)) == tuple(map(to_json, table.plain)) == tuple(table.held())
        assert len(table) == len([*table.rows])


def test_a_stage_that_takes_what_another_makes_is_told_of_before_each_step() -> None:
    heard: list[tuple[str, int, int]] = []
    with stages.heard_by(lambda *told: heard.append(told)):
        assert list(stages.amid("building", stages.over("pages", "ab"))) == ["a", "b"]
    assert heard == [
        ("pages", 0, 2),
        ("building", 1, 0),
        ("pages", 1, 2),
        ("building", 2, 0),
        ("pages", 2, 2),
    ]
