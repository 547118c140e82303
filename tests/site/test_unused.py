"""Registries that were brought along: no page has an entry before something uses it, and its spellings are known."""

import json
import shutil
from pathlib import Path

import pytest

from generator import files, pipeline
from generator.history.snapshot import of_content
from tests.folders import HERE, pages_of

PERSON = "- {{id: person-{0}, name: Person{0} Brought, aliases: [Person{0}], country: land}}"
BROUGHT = {
    "leaders": [PERSON.format(n) for n in range(200)],
    "countries": ["- {id: land, code: NZ}", "- {id: other-land, code: FI}"],
    "organisations": ["- {id: body, name: Brought Body, country: other-land}"],
    "publishers": ["- {id: paper, name: Brought Paper, kind: newspaper, country: land}"],
}  # fmt: skip


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dossier with a newsroom's registries beside its own."""
    folder = tmp_path_factory.mktemp("brought") / "dossier"
    shutil.copytree(HERE / "small", folder)
    for name, lines in BROUGHT.items():
        path = folder / "content" / f"{name}.yml"
        path.write_text("\n".join([path.read_text("utf-8").rstrip("\n"), *lines]) + "\n", encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    return [
        str(problem) for problem in pipeline.problems(pipeline.load(files.content(folder), files.article_texts(folder)))
    ]


def test_entries_that_nothing_uses_break_no_rule(brought: Path) -> None:
    assert problems(brought) == problems(HERE / "small") == []


def test_no_page_has_them(brought: Path) -> None:
    before, after = pages_of(HERE / "small"), pages_of(brought)
    assert after.keys() == before.keys()
    apart = {path for path in after if after[path] != before[path]}
    assert {path for path in apart if not path.startswith("data/")} <= {"data.md", "briefbook.zip"}, apart


def test_the_data_have_their_spellings_and_no_address(brought: Path) -> None:
    leaders = json.loads(pages_of(brought)["data/leaders.json"])["leaders"]
    person = next(row for row in leaders if row["id"] == "person-7")
    assert (person["name"], person["aliases"], person["facts"], person["url"]) == (
        "Person7 Brought", ["Person7"], 0, None,
    )  # fmt: skip
    assert [row["url"] for row in leaders if row["id"] == "jane-doe"] == ["leaders/jane-doe.html"]


def test_sentences_of_ours_are_shown_as_they_were_checked(brought: Path) -> None:
    whole = pipeline.load(files.content(brought), files.article_texts(brought))
    shown = whole.shown
    assert shown is not whole
    assert {id(one) for one in shown.statements} <= {id(one) for one in whole.statements}
    assert shown.statements


def test_no_edition_records_a_page_of_them(brought: Path) -> None:
    assert (
        of_content(pipeline.read(files.content(brought))).pages
        == of_content(pipeline.read(files.content(HERE / "small"))).pages
    )


def test_whoever_is_used_has_a_page_with_all_that_they_belong_to(brought: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    shutil.copytree(brought, folder)
    questions = folder / "content" / "questions.yml"
    text = questions.read_text("utf-8").replace(
        "about: [energy-links, norway]", "about: [energy-links, norway, person-7]"
    )
    questions.write_text(text, encoding="utf-8")
    pages = pages_of(folder).keys() - pages_of(HERE / "small").keys()
    assert {path for path in pages if path.endswith(".md")} == {"leaders/person-7.md", "countries/land.md"}
    told = "no article has the name `Person7 Brought`; give the reason for it as `background`"
    assert problems(folder) == [f"content/leaders.yml:15:24: NAME-WITHOUT-BASIS: {told}"]
