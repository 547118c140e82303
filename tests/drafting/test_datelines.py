"""The dateline that a report opens with: its place and day, its agency, and where the report goes on."""

import pytest

from generator.drafting.datelines import Dateline, dateline_of
from generator.evidence.text import normalise

REST = "The lock was mended overnight."
FOUND = {
    "HARN, 14 March 2024 (Quaywire) - ": ("HARN, 14 March 2024 (Quaywire)", "HARN, 14 March 2024", "Quaywire"),
    "Harn (Quaywire): ": ("Harn (Quaywire)", "Harn", "Quaywire"),
    "(Quaywire/QW) - ": ("(Quaywire/QW)", "", "Quaywire/QW"),
    "HARN/LOCHE, 14.03.2024 (Quaywire)- ": ("HARN/LOCHE, 14.03.2024 (Quaywire)", "HARN/LOCHE, 14.03.2024", "Quaywire"),
    "Harn op Zee - March 14, 2024 (Quaywire) -- ": (
        "Harn op Zee - March 14, 2024 (Quaywire)",
        "Harn op Zee - March 14, 2024",
        "Quaywire",
    ),
    "HARN, March 14. /Quaywire/. ": ("HARN, March 14. /Quaywire/", "HARN, March 14", "Quaywire"),
    "Harn, le 14 mars (Agence du Quai) - ": ("Harn, le 14 mars (Agence du Quai)", "Harn, le 14 mars", "Agence du Quai"),
    "HARN: ": ("HARN", "HARN", ""),
    "Harn, 14 March 2024 - ": ("Harn, 14 March 2024", "Harn, 14 March 2024", ""),
}
NONE = (
    "The lock (below) - or what is left of it - is shut.",
    "The mayor of Harn (Labour) - a smith - was there.",
    "Harn - a town of locks - is shut.",
    "The lock and/or the quay is shut.",
    "Home / News / Locks",
)


@pytest.mark.parametrize("dateline", FOUND)
def test_a_dateline_has_its_place_and_its_agency(dateline: str) -> None:
    text, place, agency = FOUND[dateline]
    assert dateline_of(normalise(dateline + REST)) == Dateline(text, len(dateline), place, agency)


@pytest.mark.parametrize("text", NONE)
def test_other_openings_are_none(text: str) -> None:
    assert dateline_of(normalise(text)) is None
