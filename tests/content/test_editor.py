"""Editors complete and underline by schema/: a real language server is asked, as editors ask it."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import files
from generator.content import schema
from generator.content.ids import ids_schema
from tests import language_server
from tests.folders import HERE, ROOT
from tests.language_server import Editor, editor

pytestmark = [
    pytest.mark.site,
    pytest.mark.skipif(not language_server.at_hand(), reason=language_server.NO_NODE),
]
CURSOR = "¦"
HEAD = "# yaml-language-server: $schema=../../schema/facts.schema.json\n"
FACT = "article: {title: A, published: 2024-06-01}\nfacts:\n  - id: a-fact\n"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dossier with its schemas, as `briefbook schema` writes them."""
    root = tmp_path_factory.mktemp("editor")
    shutil.copytree(HERE / "small" / "content", root / "content")
    for name, text in (*schema.schemas().items(), ids_schema(files.content(root))):
        files.write(root / "schema" / name, text)
    return root


@pytest.fixture(scope="module")
def opened(dossier: Path) -> Iterator[Editor]:
    with editor(dossier) as one:
        yield one


def typed(dossier: Path, name: str, text: str) -> tuple[Path, int, int]:
    """A fact file with a text, and where the cursor stands in it."""
    before, _, after = (HEAD + text).partition(CURSOR)
    path = dossier / "content" / "facts" / f"{name}.yml"
    path.write_text(before + after, encoding="utf-8")
    return path, before.count("\n") + 1, len(before) - before.rfind("\n")


def offered(opened: Editor, dossier: Path, name: str, text: str) -> dict[str, str]:
    path, line, column = typed(dossier, name, text)
    opened.underlined(path)
    return opened.offered(path, line, column)


def test_fields_are_offered_with_what_they_hold(opened: Editor, dossier: Path) -> None:
    found = offered(opened, dossier, "fields", f"{FACT}    pas¦")
    assert found["passage"].startswith("The article's own words that prove it")
    assert {"say", "who", "when", "answers"} <= found.keys()


def test_speakers_are_offered_by_id_and_name(opened: Editor, dossier: Path) -> None:
    found = offered(opened, dossier, "speakers", f"{FACT}    who: ¦\n")
    assert found == {
        "jane-doe": "Jane Doe",
        "danish-ministry": "Danish ministry",
        "denmark": "Denmark",
        "norway": "Norway",
        "herald": "The Herald",
        "nordwire": "Nordwire",
    }


@pytest.mark.parametrize(
    ("name", "text", "ids"),
    [
        ("themes", "    about: [¦]\n", {"energy-links", "energy-prices", "jane-doe", "norway"}),
        ("questions", "    answers: {¦}\n", {"cable-share"}),
        ("events", "    event: ¦\n", {"oslo-talks", "bergen-march"}),
        ("successors", "    status: corrected\n    by: ¦\n", {"oslo-pledge", "bergen-share"}),
    ],
)
def test_ids_of_the_dossier_are_offered(opened: Editor, dossier: Path, name: str, text: str, ids: set[str]) -> None:
    assert ids <= offered(opened, dossier, name, FACT + text).keys()


def test_words_of_a_field_are_offered(opened: Editor, dossier: Path) -> None:
    found = offered(opened, dossier, "kinds", f"{FACT}    kind: ¦\n")
    assert {"commitment", "demand", "outlook"} <= found.keys()


def test_fields_are_explained_under_the_pointer(opened: Editor, dossier: Path) -> None:
    path, line, column = typed(dossier, "pointer", f"{FACT}    s¦ay: Norway pays half.\n")
    opened.underlined(path)
    assert "\n\nOne assertion, in our own words" in opened.explained(path, line, column)


def test_what_the_program_takes_is_not_underlined(opened: Editor, dossier: Path) -> None:
    for path in sorted((HERE / "small" / "content").rglob("*.yml")):
        up = "../" * (len(path.relative_to(HERE / "small").parts) - 1)
        kind = "facts" if path.parent.name == "facts" else path.stem
        written = dossier / path.relative_to(HERE / "small").with_stem(f"{path.stem}-opened")
        text = f"# yaml-language-server: $schema={up}schema/{kind}.schema.json\n" + path.read_text(encoding="utf-8")
        written.write_text(text, encoding="utf-8")
        assert opened.underlined(written) == []


def test_mistakes_are_underlined_where_they_stand(opened: Editor, dossier: Path) -> None:
    text = (
        "article: {title: A, published: 31 May}\n"
        "facts:\n"
        "  - id: A Fact\n"
        "    say: Norway pays half.\n"
        "    passage: carry 50 percent of it\n"
        "    about: [energy-links]\n"
        "    whoo: jane-doe\n"
        "    kind: promise\n"
        "skip:\n"
        "  - {paragraphs: 1}\n"
    )
    path, _, _ = typed(dossier, "mistakes", text)
    lines = [int(found.split(":")[0]) for found in opened.underlined(path)]
    assert lines == [2, 4, 8, 9, 11]


def test_an_id_registered_just_now_is_not_underlined(opened: Editor, dossier: Path) -> None:
    text = f"{FACT}    say: A says B.\n    passage: A says so\n    about: [energy-links]\n    who: just-registered\n"
    assert opened.underlined(typed(dossier, "registered", text)[0]) == []


def test_the_editor_of_the_project_knows_every_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    known = {Path(name).name: Path(content) for name, content in settings["yaml.schemas"].items()}
    assert known.keys() == schema.schemas().keys()
    for name, content in known.items():
        assert list(ROOT.glob(str(content))), content
        assert re.sub(r"\.schema\.json$", "", name) in content.parts[1]
