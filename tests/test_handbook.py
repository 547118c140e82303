"""CONTRIBUTING.md is true: its examples are a dossier without a problem, and it names every field and word."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest

from generator import files, lockfiles, pipeline
from generator.content import dates, shape, yaml_tree
from generator.content.model import FactFile
from generator.content.reading import HOLDS
from generator.content.record import Record
from generator.content.references import visit
from generator.publishing.starter import examples
from tests.folders import ROOT

HANDBOOK = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = examples(HANDBOOK)
# What no new dossier should begin with is shown by a block of its own, which opens with the name of its file.
APART = re.findall(r"^```yaml\n# (content/\S+)\n((?:(?!```).*\n)*)```$", HANDBOOK, re.MULTILINE)
COMMON = {"formerly"}  # fields that mean the same wherever there is one
CONTENT = {path: text for path, text in EXAMPLES.items() if path.endswith(".yml")}
TEXTS = {Path(path).stem: text for path, text in EXAMPLES.items() if path.endswith(".txt")}
# What each kind of file holds; the examples of all fact files count together.
KINDS = {**HOLDS, "content/facts/": FactFile}


def section(title: str) -> str:
    """The text below a heading, up to the next one of its level or above."""
    level = title.index(" ")
    return re.split(rf"^#{{1,{level}}} ", HANDBOOK.split(f"\n{title}\n", 1)[1], flags=re.MULTILINE)[0]


def first_cells(text: str) -> list[str]:
    """The words in backticks that open the rows of tables."""
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def records_in(hint: Any) -> Iterator[type[Record]]:
    """Every record class that a type is made of."""
    if isinstance(hint, type) and not get_args(hint):
        if issubclass(hint, Record):
            yield hint
            for field in hint.model_fields.values():
                yield from records_in(field.annotation)
        return
    for part in _parts(hint):
        yield from records_in(part)


def words_in(hint: Any) -> Iterator[str]:
    """Every word that a field of fixed words knows."""
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    for part in _parts(hint):
        yield from words_in(part)


def _parts(hint: Any) -> tuple[Any, ...]:
    arguments = get_args(hint)
    if get_origin(hint) is Annotated:
        return arguments[:1]
    return arguments if get_origin(hint) in (tuple, dict, Union, UnionType) else ()


def fields(record: type[Record]) -> set[str]:
    return {f"{owner(record, name)}.{field.alias or name}" for name, field in record.model_fields.items()}


def owner(record: type[Record], name: str) -> str:
    """The record that declares a field: what a fact and a draft have in common needs one example."""
    return next((part for part in record.__mro__ if name in part.__annotations__), record).__name__


def examples_of(kind: str) -> dict[str, str]:
    return {path: text for path, text in CONTENT.items() if path.startswith(kind)}


def written_fields(kind: str) -> Iterator[str]:
    """The fields that the examples of one kind of file show, each with its record."""
    for path, text in [*examples_of(kind).items(), *(shown for shown in APART if shown[0].startswith(kind))]:
        for record, node in visit(KINDS[kind], yaml_tree.parse(text, path)):
            if isinstance(record, type) and isinstance(node, yaml_tree.Mapping):
                names = {field.alias or name: name for name, field in record.model_fields.items()}
                yield from (f"{owner(record, names[key])}.{key}" for key in node.entries)
                if record.scalar_field:
                    yield f"{owner(record, record.scalar_field)}.{record.scalar_field}"


def test_there_is_an_example_of_every_file() -> None:
    assert {kind for kind in KINDS if not examples_of(kind)} == set()
    assert {path for path in CONTENT if path not in HOLDS and not path.startswith("content/facts/")} == set()
    assert TEXTS.keys() == {Path(path).stem for path in examples_of("content/facts/")}


def test_examples_are_a_dossier_without_a_problem() -> None:
    briefing = pipeline.load(CONTENT, files.ArticleTexts(TEXTS, {}, {}))
    assert [str(problem) for problem in pipeline.problems(briefing)] == []
    assert {fact.verdict for fact in briefing.facts.values()} == {"proved"}


def test_examples_stand_without_their_texts() -> None:
    content = pipeline.read(CONTENT)
    locks = {article: lockfiles.from_text(content, article, text) for article, text in TEXTS.items()}
    briefing = pipeline.load(CONTENT, files.ArticleTexts({}, locks, {}))
    assert [str(problem) for problem in pipeline.problems(briefing)] == []


@pytest.mark.parametrize("path", CONTENT)
def test_examples_name_their_schema(path: str) -> None:
    kind = "facts" if "/facts/" in path else Path(path).stem
    up = "../" * path.count("/")
    assert CONTENT[path].startswith(f"# yaml-language-server: $schema={up}schema/{kind}.schema.json\n")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_in_the_example_of_its_file(kind: str) -> None:
    known = {field for record in records_in(KINDS[kind]) for field in fields(record)}
    assert {field for field in known if field.partition(".")[2] not in COMMON} == {
        field for field in written_fields(kind) if field.partition(".")[2] not in COMMON
    }


def test_a_common_field_is_shown_once() -> None:
    shown = {field.partition(".")[2] for kind in KINDS for field in written_fields(kind)}
    assert shown >= COMMON


@pytest.mark.parametrize(("path", "text"), APART, ids=[path for path, _ in APART])
def test_what_is_shown_apart_is_well_formed(path: str, text: str) -> None:
    shape.read(KINDS["content/facts/" if "/facts/" in path else path], yaml_tree.parse(text, path))


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_field_is_in_the_example_of_its_file(kind: str) -> None:
    told = set(re.findall(r"[\w-]+", " ".join(examples_of(kind).values())))
    hints = [field.annotation for record in records_in(KINDS[kind]) for field in record.model_fields.values()]
    assert {word for hint in hints for word in words_in(hint)} - told == set()


def test_every_date_of_the_table_can_be_written() -> None:
    written = first_cells(section("### Dates"))
    assert written
    assert [str(dates.parse(text)) for text in written] == written
