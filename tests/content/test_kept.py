"""What is kept of a file: the same records at the same places, the same problems, and no YAML read for them."""

import pickle
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.content import kept, yaml_tree
from generator.content.reading import Content, read
from generator.content.references import are_all_known
from generator.content.yaml_tree import Node
from generator.problems import Malformed, Place, Problem
from generator.work.executors import Crew
from generator.work.store import Store
from tests.folders import HERE, ROOT, edited, laid_over, texts_of

SMALL = texts_of(HERE / "small")
DOSSIERS = {"small": HERE / "small", "first": ROOT}
BROKEN = sorted(case.name for case in (HERE / "broken").iterdir() if case.is_dir())
CABLE = "content/facts/oslo-cable.yml"


def read_with_store(folder: Path, texts: Mapping[str, str]) -> Content:
    with Store(folder) as store:
        return read(texts, Crew(store=store))


def outcome(
    texts: Mapping[str, str], folder: Path | None = None, before: Content | None = None
) -> Content | tuple[Problem, ...]:
    """What is read, or what is wrong."""
    try:
        return read_with_store(folder, texts) if folder else read(texts, before=before)
    except Malformed as malformed:
        return malformed.problems


def held(content: Content) -> list[object]:
    """All that a content has, but for where it stands."""
    return [value for name, value in vars(content).items() if name != "kept"]


def places(content: Content) -> Iterator[tuple[Place, tuple[Place, ...], dict[str, object]]]:
    """Of each record where it stands, where each of its fields does, and what was written of it."""
    for part in held(content):
        for record in kept.records(part):
            yield record.at(), tuple(record.at(name) for name in type(record).model_fields), record.written


@pytest.mark.parametrize("name", DOSSIERS)
def test_what_is_found_again_is_the_same_at_the_same_places(name: str, tmp_path: Path) -> None:
    texts = texts_of(DOSSIERS[name])
    read_with_store(tmp_path, texts)
    found, fresh = read_with_store(tmp_path, texts), read(texts)
    assert found == fresh
    assert fresh == found
    assert list(places(found)) == list(places(fresh))
    assert list(found.articles) == list(fresh.articles)
    assert list(found.leaders) == list(fresh.leaders)


def test_no_file_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_with_store(tmp_path, SMALL)
    parsed: list[str] = []
    parse = yaml_tree.parsed

    def noted(text: str, path: str) -> Node:
        parsed.append(path)
        return parse(text, path)

    yaml_tree.parse.cache_clear()
    monkeypatch.setattr(yaml_tree, "parsed", noted)
    content = read_with_store(tmp_path, SMALL)
    assert parsed == []
    facts = content.articles["oslo-cable"].facts
    assert facts[2].at("when", "date") == Place(CABLE, 33, 18)
    assert facts[1].at("kind", "none") == Place(CABLE, 25, 11)
    assert parsed == []
    assert facts[1].written["kind"] == "commitment"
    assert parsed == [CABLE]
    read_with_store(tmp_path, {**SMALL, CABLE: f"{SMALL[CABLE]}\n"})
    assert parsed == [CABLE, CABLE]


def test_of_an_earlier_content_only_what_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = edited(SMALL, CABLE, ("say: Denmark has not settled", "say: Denmark has yet to settle"))
    before, fresh, parsed = read(SMALL), read(texts), []
    parse = yaml_tree.parse

    def noted(text: str, path: str) -> Node:
        parsed.append(path)
        return parse(text, path)

    monkeypatch.setattr(yaml_tree, "parse", noted)
    content = read(texts, before=before)
    assert parsed == [CABLE]
    assert content == fresh != before
    assert list(places(content)) == list(places(fresh))
    assert content.themes["energy-links"] is before.themes["energy-links"]


def test_what_was_read_does_not_travel() -> None:
    content = read(SMALL)
    there = pickle.loads(pickle.dumps(content))
    assert (there.fact_ids, there.as_read) == (content.fact_ids, {})


@pytest.mark.parametrize("case", BROKEN)
def test_the_same_is_wrong_with_what_is_kept(case: str, tmp_path: Path) -> None:
    texts = laid_over(HERE / "broken" / case)
    assert outcome(texts, before=read(SMALL)) == outcome(texts)
    outcome(SMALL, tmp_path)
    outcome(texts, tmp_path)
    assert outcome(texts, tmp_path) == outcome(texts)


def test_a_file_is_known_by_what_it_holds(tmp_path: Path) -> None:
    """A remark changes nothing of it; a word does, and so does whoever takes a fact out of what was read."""

    def digest(texts: Mapping[str, str]) -> str:
        content = read_with_store(tmp_path, texts)
        return content.digest_of("oslo-cable", content.articles["oslo-cable"])

    first = digest(SMALL)
    assert first == digest(SMALL) == digest({**SMALL, CABLE: f"# Looked through.\n{SMALL[CABLE]}"})
    assert digest(edited(SMALL, CABLE, ("has not settled", "has yet to settle"))) not in (first, "")
    content = read_with_store(tmp_path, SMALL)
    file = content.articles["oslo-cable"]
    assert content.digest_of("oslo-cable", file.model_copy(update={"facts": file.facts[1:]})) == ""
    assert read(SMALL).digest_of("oslo-cable", read(SMALL).articles["oslo-cable"]) == ""


def test_an_id_is_missed_in_files_that_are_kept(tmp_path: Path) -> None:
    """The file that refers to it is as it was; only the one that gave it out has changed."""
    read_with_store(tmp_path, SMALL)
    texts = edited(SMALL, "content/themes.yml", ("id: energy-links", "id: energy-lines"))
    problems = outcome(texts, tmp_path)
    assert problems == outcome(texts) == outcome(texts, before=read(SMALL))
    assert isinstance(problems, tuple)
    assert {problem.code for problem in problems} == {"UNKNOWN-ID"}


def test_a_file_of_another_name_is_another(tmp_path: Path) -> None:
    """Two articles with one text give the same ids out twice."""
    read_with_store(tmp_path, SMALL)
    texts = {**SMALL, "content/facts/copied-cable.yml": SMALL[CABLE]}
    problems = outcome(texts, tmp_path)
    assert problems == outcome(texts)
    assert isinstance(problems, tuple)
    assert {problem.code for problem in problems} >= {"DUPLICATE-ID"}


def test_nothing_that_is_wrong_is_kept(tmp_path: Path) -> None:
    texts = edited(SMALL, CABLE, ("status:", "stasus:"))
    outcome(texts, tmp_path)
    with Store(tmp_path) as store:
        assert kept.found(store, CABLE, texts[CABLE]) is None
        assert kept.found(store, "content/themes.yml", SMALL["content/themes.yml"]) is not None


def test_without_files_all_is_known() -> None:
    assert are_all_known(())
