"""Names in drafts: what a comment says of a speaker whom no registry knows stands at the end of the file."""

import re

import pytest

from generator import files
from generator.drafting.importing import ImportedText
from generator.drafting.new_article import new_article
from tests.folders import HERE

TEXTS = files.content(HERE / "small")
PORT = """The port keeps its cranes

OSTHAVN, 3 June 2024 - The port of Osthavn will keep its cranes until 2026, Bram van Dalen said on Monday.

"We have waited long enough for the cranes to be painted," said van Dalen at the quay.

Shopkeeper Ida Brekke said the cranes had cost the town two million euros.

Harbourmaster Erik de la Cour told reporters that the cranes would be painted in May.

"Nobody has asked us about the cranes," Brekke said, "and nobody asked the ferry."

Greenwater said that the paint of the cranes would run into the fjord.

Finland said that it would buy three of the cranes for its own port.
"""
QUAI = """Le port garde ses grues

Le port gardera ses grues jusqu'en 2026, a déclaré Bram van Dalen lundi 3 juin 2024.

« Nous avons assez attendu pour que les grues soient peintes », a dit M. van Dalen.

La Suède a annoncé qu'elle achèterait trois des grues pour son propre port.

La commerçante Ida Brekke a affirmé que les grues avaient coûté deux millions d'euros à la ville.
"""
SPEAKERS = {
    PORT: {
        "bram-van-dalen": "Bram van Dalen",
        "ida-brekke": "Ida Brekke",
        "erik-de-la-cour": "Erik de la Cour",
        "greenwater": "Greenwater",
        "finland": "Finland",
    },
    QUAI: {"bram-van-dalen": "Bram van Dalen", "sweden": "Sweden", "ida-brekke": "Ida Brekke"},
}


@pytest.mark.parametrize("text", SPEAKERS, ids=["English", "French"])
def test_a_speaker_whom_nobody_registered_stands_at_the_end_of_the_file(text: str) -> None:
    facts, _ = new_article(TEXTS, ImportedText(text), "cranes", "2024-06-03")
    body, _, names = facts.partition("# Names that no registry knows.")
    told = dict(re.findall(r"# who: (\S+), once (.+) is registered \(see the end of this file\)", body))
    assert told == SPEAKERS[text]
    listed = dict(re.findall(r"#   - \{id: ([^,]+), (?:name: ([^,}]+))?", names))
    heads = set(re.findall(r"^# (.+?) \(", names, re.MULTILINE))
    assert (told.keys() - listed.keys(), set(told.values()) - heads) == (set(), set())
