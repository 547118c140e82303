"""Every target with inputs that are the same on every machine, and with those that are kept: found once, or rare."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
IN_A_BROWSER = {"search"}  # tried by `test_search_state.py`
FOUND = [
    pytest.param(path.stem, given, id=f"{path.stem}-{number}")
    for path in sorted(CORPUS.glob("*.json"))
    if path.stem not in IN_A_BROWSER
    for number, given in enumerate(json.loads(path.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize(("target", "given"), FOUND)
def test_what_is_kept_is_no_fault(target: str, given: Any) -> None:
    TARGETS[target].run(given)


def test_every_target_has_its_corpus() -> None:
    assert {path.stem for path in CORPUS.glob("*.json")} == TARGETS.keys() | IN_A_BROWSER


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_is_a_fault(name: str) -> None:
    target = TARGETS[name]

    @settings(max_examples=target.examples, suppress_health_check=[*HealthCheck], database=None)
    @given(st.data())
    def tried(data: st.DataObject) -> None:
        target.run(data.draw(target.inputs))

    tried()
