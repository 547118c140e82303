"""`check` and `verify.py` say the same of whatever is changed at random; `tools.measure_mutants` tries many more."""

from pathlib import Path

import pytest

from tests.shipped import importable
from tests.verifier.mutants import outcomes

pytestmark = pytest.mark.site


def test_both_programs_say_the_same_of_what_is_changed(tmp_path: Path) -> None:
    with importable(tmp_path / "program"):
        found = list(outcomes(range(130), tmp_path))
    assert [f"{one.mutant}: {one.checked}, but {one.verified}: {one.said}" for one in found if not one.agrees] == []
    assert {one.checked for one in found} == {"proved", "refuted", "cannot check"}
    assert len(found) >= 100
