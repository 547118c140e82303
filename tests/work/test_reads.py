"""What is read for a page is noted, so that a page stands where nothing of that changed, and nowhere else."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
import yaml

from generator import files, pipeline
from generator.analysis.once import Kept, once
from generator.commands.desk import Desk
from generator.commands.dossier import Dossier
from generator.evidence.proving import BoundFact
from generator.kept_pages import NOTED, KeptUnits
from generator.site.pages import Unit
from generator.site.parts.context import RenderContext
from generator.work.executors import ALONE
from generator.work.in_memory import InMemory
from generator.work.reads import Reads, note, noted, settled
from generator.writing import Writer
from tests.conftest import laid_out
from tests.databases import opened
from tests.preview.desk_dossier import ID, at_work, sent
from tests.work import changes
from tests.work.test_incremental import made, others


class Asked:
    """Something that is asked what it read already."""

    def __init__(self) -> None:
        self.kept: Kept = {}


@once
def of_two(asked: Asked) -> str:
    note("one")
    return of_another(asked, "two")


@once
def of_another(_: Asked, id: str) -> str:
    note(id)
    return id


@settled("of many")
@once
def of_many(asked: Asked, id: str) -> int:
    of_two(asked)
    note(id)
    return len(id)


def test_what_was_read_for_something_is_read_by_all_who_ask_for_it() -> None:
    asked = Asked()
    for _ in range(2):
        assert noted(of_two, asked) == ("two", Reads({"one", "two"}, {}))
    note("nobody")  # notes it
    assert noted(of_another, asked, "two") == ("two", Reads({"two"}, {}))


def test_a_settled_answer_counts_as_it_is() -> None:
    asked = Asked()
    for _ in range(2):
        assert noted(of_many, asked, "three") == (5, Reads(set(), {("of many", ("three",)): 5}))
    assert noted(len, "none") == (4, Reads())


def test_what_is_read_inside_is_not_read_outside() -> None:
    def outside() -> Reads:
        note("before")
        _, inside = noted(note, "inside")
        note("after")
        return inside

    assert noted(outside) == (Reads({"inside"}, {}), Reads({"before", "after"}, {}))


def test_what_a_fact_tells_without_its_words_is_in_its_frame(context: RenderContext) -> None:
    """Whatever is kept with a fact is worked out of no words: who asks for it later would not have read them."""
    told = {name: of for name, of in vars(BoundFact).items() if isinstance(of, property | cached_property)}
    for fact in context.briefing.facts.values():
        for name, of in told.items():
            value, read = noted(getattr, replace(fact), name)
            assert not (read and isinstance(of, cached_property)), name
            assert read or name in ("frame", "_record", "_occurrences", "at_hand", "url") or value in fact.frame, name
        assert all(value in fact.frame for value in fact.at_hand)
        assert not noted(lambda fact: (fact.frame, fact.url), replace(fact))[1]


Edit = Callable[[dict[str, Any]], None]


def in_the_files(root: Path) -> Iterator[tuple[Path, int]]:
    """Every fact by its file, and its number there."""
    for path in sorted((root / "content" / "facts").glob("*.yml")):
        file = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        yield from ((path, number) for number, _ in enumerate(file.get("facts", ())))


def more_words(fact: dict[str, Any]) -> None:
    fact["say"] = f"{fact['say'].rstrip('.')}, so to speak."


def calls_an_event_by_its_name(fact: dict[str, Any]) -> None:
    fact["say"] = f"{fact['say'].rstrip('.')} beside the quiet walk."


def with_a_note(fact: dict[str, Any]) -> None:
    fact["note"] = [{"say": "It was a long day.", "background": "the paper says it elsewhere"}]


def fewer_words_of_the_article(fact: dict[str, Any]) -> None:
    passages = fact["passage"] if isinstance(fact["passage"], list) else [fact["passage"]]
    fact["passage"] = [passages[0].rsplit(" ", 1)[0], *passages[1:]]


def another_weight(fact: dict[str, Any]) -> None:
    fact["weight"] = "9" if fact.get("weight") != "9" else "2"


EDITS = (more_words, calls_an_event_by_its_name, with_a_note, fewer_words_of_the_article, another_weight)


def stood(monkeypatch: pytest.MonkeyPatch) -> tuple[list[Unit], list[Unit]]:
    """The units whose pages stand, and those that are written, in the builds that follow."""
    standing, anew = list[Unit](), list[Unit]()
    found, write = KeptUnits.get, Writer.written

    def get(self: KeptUnits, unit: Unit, *text: Any) -> Any:
        pages = found(self, unit, *text)
        standing.extend([unit] if pages else [])
        return pages

    def written(self: Writer, unit: Unit) -> Any:
        anew.append(unit)
        return write(self, unit)

    monkeypatch.setattr(KeptUnits, "get", get)
    monkeypatch.setattr(Writer, "written", written)
    return standing, anew


@pytest.mark.site
@pytest.mark.parametrize(
    ("name", "edit"), [*(("small", edit) for edit in EDITS), ("second", more_words), ("second", with_a_note)]
)
def test_no_page_is_left_as_it_was_that_a_fact_is_read_for(
    name: str, edit: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fact by fact: what is built upon what is kept is what is built from nothing, and most of it does stand."""
    root = laid_out(tmp_path, name)
    if (events := root / "content" / "events.yml").exists():
        changes.edit(events, lambda held: held[0].setdefault("aliases", []).append("quiet walk"))
    made(root, kept=True)
    standing, _ = stood(monkeypatch)
    edited = 0
    for path, number in in_the_files(root):
        before = path.read_text(encoding="utf-8")
        changes.edit(path, partial(edit_fact, number, edit))
        if path.read_text(encoding="utf-8") == before:
            continue
        edited += 1
        assert others(made(root, kept=True)[1].files, made(root, kept=False)[1].files) == [], (path.stem, number)
    assert edited > 3
    assert bool(standing) == (edit is not another_weight)  # by which lists of all are in order


def edit_fact(number: int, edit: Edit, file: Any) -> None:
    """Edits one fact of a file, if it stands."""
    fact = file["facts"][number]
    if "passage" in fact and "status" not in fact:
        edit(fact)


@pytest.mark.site
def test_only_those_units_are_written_that_a_changed_fact_is_read_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = laid_out(tmp_path)
    standing, anew = stood(monkeypatch)
    made(root, kept=True)
    assert standing == []
    noted_units = {unit for unit in anew if unit.kind in NOTED}
    anew.clear()
    changes.edit(root / "content/facts/bergen-march.yml", lambda file: more_words(file["facts"][1]))
    made(root, kept=True)
    of_fact = {("articles", "bergen-march"), ("events", "bergen-march"), ("themes", "energy-prices")}
    assert of_fact < {*map(tuple, anew)}
    assert {unit for unit in anew if unit.kind in NOTED} | set(standing) == noted_units
    assert {Unit("leaders", "jane-doe"), Unit("events", "oslo-talks"), Unit("events")} < set(standing)


@pytest.mark.site
def test_a_summary_changes_its_own_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = laid_out(tmp_path)
    made(root, kept=True)
    standing, anew = stood(monkeypatch)
    path = root / "content/facts/oslo-cable.yml"
    changes.edit(path, lambda file: more_words(file["article"]["summary"][0]))
    again = made(root, kept=True)[1]
    assert [unit for unit in anew if unit.id] == [Unit("articles", "oslo-cable")]
    assert len(standing) > 5
    assert others(again.files, made(root, kept=False)[1].files) == []


@pytest.mark.site
def test_a_page_whose_text_is_lost_is_written_again(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    clean = made(root, kept=True)[1]
    with opened(root / "build" / "work.sqlite") as database:
        database.execute("DELETE FROM made WHERE step = 'page'")
        [(units,)] = database.execute("SELECT count(*) FROM made WHERE step = 'unit'")
    assert units > 5
    assert others(made(root, kept=True)[1].files, clean.files) == []


@pytest.mark.site
def test_an_event_is_written_again_whose_name_an_article_of_its_day_tells_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That article is no longer absent from it, and nothing else of the event's page changes."""
    root, path = laid_out(tmp_path), tmp_path / "content/facts/bergen-march.yml"
    changes.edit(path, lambda file: file["article"].update(published="2024-06-01"))
    changes.edit(path, lambda file: file["facts"][2].pop("answers"))  # nor does it answer what the event's facts answer
    changes.edit(root / "content/events.yml", lambda events: events[0].update(aliases=["quiet walk"]))
    absent = made(root, kept=True)[1].files["events/oslo-talks.md"]
    standing, anew = stood(monkeypatch)
    changes.edit(path, partial(edit_fact, 2, calls_an_event_by_its_name))
    again, clean = made(root, kept=True)[1].files, made(root, kept=False)[1].files
    assert others(again, clean) == []
    assert clean["events/oslo-talks.md"] != absent
    assert Unit("events", "bergen-march") in standing
    assert Unit("events", "oslo-talks") in anew


@pytest.mark.site
def test_a_page_whose_foot_told_otherwise_meanwhile_stands_as_it_was(tmp_path: Path) -> None:
    """What a page says is the same all the time; its foot told of an article that it was not read to its end."""
    root = laid_out(tmp_path)
    path = root / "content/facts/bergen-march.yml"
    first, before = made(root, kept=True)[1], path.read_bytes()
    changes.edit(path, lambda file: file["article"].update(curation="open"))
    other = made(root, kept=True)[1]
    path.write_bytes(before)
    again = made(root, kept=True)[1]
    assert others(other.files, first.files) != []
    assert others(again.files, first.files) == []


@pytest.mark.site
def test_what_is_held_between_two_changes_are_no_views(tmp_path: Path) -> None:
    """Nor what made them: only what pages hold, and what was read for them."""
    root = laid_out(tmp_path)
    crew = replace(ALONE, store=InMemory())
    before = None
    for _ in range(2):
        briefing = pipeline.load(files.content(root), files.article_texts(root), crew=crew)
        making = pipeline.Assembling(root, briefing, before, crew)
        before, writer = making.all(), ref(making._writer)  # noqa: SLF001 -- who has all views of one round
        del making, briefing
        gc.collect()
        assert before.files
        assert writer() is None


@pytest.mark.site
@pytest.mark.parametrize(
    ("order", "is_told"),
    [
        ({"do": "settle", "id": "oslo-open", "marks": ["negation"]}, True),
        ({"do": "sign", "facts": ["oslo-meeting"]}, True),
        ({"do": "word", "id": "oslo-cable-p4-1", "say": "Norway would pay for its own share."}, False),  # a draft
    ],
)
def test_after_an_order_of_the_desk_pages_stand_that_it_does_not_change(
    order: dict[str, Any], is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a lock goes with it, because nobody else has the text."""
    root = at_work(tmp_path)
    (root / "texts").mkdir()
    (root / f"seeds/{ID}.txt").rename(root / f"texts/{ID}.txt")
    dossier = Dossier(root, replace(ALONE, store=InMemory()))
    pipeline.assemble(root, dossier.state().briefing, dossier.crew)
    standing, _ = stood(monkeypatch)
    sent(Desk(dossier), **order)
    assert (root / f"seeds/{ID}.lock").exists()
    again = pipeline.assemble(root, dossier.state().briefing, dossier.crew)
    assert Unit("articles", "bergen-march") in standing
    assert (Unit("articles", ID) in standing) is not is_told
    assert others(again.files, made(root, kept=False)[1].files) == []
