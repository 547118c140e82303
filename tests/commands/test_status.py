"""`briefbook status`: how far each article is, for people and for machines."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from tests.folders import HERE


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier: a draft in one article, a paragraph that nothing covers in the other."""
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    oslo, bergen = root / "content/facts/oslo-cable.yml", root / "content/facts/bergen-march.yml"
    draft = "  - {id: oslo-draft, passage: not one krone more than that, status: draft}\n"
    text = oslo.read_text(encoding="utf-8").replace("  - id: oslo-date\n", draft + "  - id: oslo-date\n")
    oslo.write_text(text.replace("  - {paragraphs: 5, because: newsletter box}\n", ""), encoding="utf-8")
    assert "second_reading" not in bergen.read_text(encoding="utf-8")
    signed = CliRunner().invoke(main, ["review", "--root", str(root), "bergen-march", "bergen-share", "--sign"])
    assert signed.exit_code == 0, signed.output
    return root


def status(root: Path, *more: str) -> str:
    result = CliRunner().invoke(main, ["status", "--root", str(root), *more])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_people_get_a_table_with_the_longest_unchecked_first(dossier: Path) -> None:
    assert status(dossier) == (
        "article       facts  drafts  not proved  settled  read again  uncovered  words  quoted  differences  "
        "signed  second reading\n"
        "bergen-march      3       0           0        0           0          0     59  32.2 %            1  "
        "     1  not yet\n"
        "oslo-cable        3       1           0        0           0          1     83  28.9 %            1  "
        "     3  2024-06-03\n"
        "\n"
        "questions on which sources differ: cable-share\n"
    )


def test_machines_get_the_same_and_which(dossier: Path) -> None:
    marks = {"settled": 0, "read_again": 0}
    bergen = {
        "article": "bergen-march",
        "facts": 3,
        "drafts": 0,
        "not_proved": 0,
        "uncovered": [],
        "words": 59,
        **marks,
    }
    oslo = {"article": "oslo-cable", "facts": 3, "drafts": 1, "not_proved": 0, "uncovered": [5], "words": 83, **marks}
    differs = {"50 percent": ["oslo-cable"], "40 percent": ["bergen-march"]}
    assert json.loads(status(dossier, "--json")) == {
        "articles": [
            {**bergen, "quoted_percent": 32.2, "differences": ["cable-share"], "signed": 1, "second_reading": None},
            {
                **oslo,
                "quoted_percent": 28.9,
                "differences": ["cable-share"],
                "signed": 3,
                "second_reading": "2024-06-03",
            },
        ],
        "differences": [
            {"id": "cable-share", "question": "What part of the cable's cost would Norway carry?", "answers": differs}
        ],
    }
