"""Where the reporting began: what a dateline, a credit and a closing line name, and what they do not."""

import pytest

from generator import files, pipeline
from generator.content.reading import Content
from generator.drafting.origins import Origin, origin_of, remark
from generator.evidence.text import paragraphs
from tests.folders import HERE

PUBLISHERS = """\
- {id: nordwire, name: Nordwire, aliases: [NWR], kind: agency}
- {id: lacs, name: Agence des Lacs, kind: agency}
- {id: herald, name: The Herald, kind: newspaper}
"""
BODY = "\nThe tram is to start on Friday under the flag of the town.\nNobody was hurt when the mast fell.\n"
NORDWIRE, LACS = Origin("Nordwire", "nordwire"), Origin("Agence des Lacs", "lacs")


@pytest.fixture(scope="module")
def content() -> Content:
    return pipeline.read({**files.content(HERE / "small"), "content/publishers.yml": PUBLISHERS})


FOUND = {
    "TESSBY, 14 March 2024 (Nordwire) - Tram drivers voted.": NORDWIRE,
    "TESSBY (Nordwire) — Tram drivers voted.": NORDWIRE,
    "Tessby (NWR) – Tram drivers voted.": Origin("NWR", "nordwire"),
    "(Nordwire) - Tram drivers voted.": NORDWIRE,
    "TESSBY, March 14. /Nordwire/. Tram drivers voted.": NORDWIRE,
    "TESSBY, March 14 /TASS/ - Tram drivers voted.": Origin("TASS"),
    "BERLIN (dpa/Nordwire) - Tram drivers voted.": NORDWIRE,
    "(dpa) - Tram drivers voted.": Origin("dpa"),
    "LONDON (Sea Wire) - Tram drivers voted.": Origin("Sea Wire"),
    "Tessby, 14 March 2024 (Sea Wire) - Tram drivers voted.": Origin("Sea Wire"),
    "Pontelle (Agence des Lacs) – Les boulangers ont voté.": LACS,
    "Pontelle, le 14 mars (Agence des Lacs) - Les boulangers ont voté.": LACS,
}
CREDITED = {
    "AFP": Origin("AFP"),
    "The Herald with AFP": Origin("AFP"),
    "With reporting by Nordwire": NORDWIRE,
    "(avec Agence des Lacs)": LACS,
    "Source: Nordwire": NORDWIRE,
    "© Agence des Lacs": LACS,
    "Nordwire, dpa": NORDWIRE,
    "By Jane Berg, Nordwire": NORDWIRE,
    "(Reporting by Eva Moe and Per Lie for Nordwire)": NORDWIRE,
    "- Reporting by Eva Moe for Nordwire in Tessby": NORDWIRE,
    "(Reporting by Eva Moe; Editing by Ida Holm)": Origin(""),
}
NONE = (
    "The crane (see below) - or what is left of it - lies in the harbour.",
    "Anna Berg (Labour) - a member of the council - was there.",
    "The harbour and/or the town will pay.",
    "Source: the harbour's own figures",
    "The Herald",
    "Nordwire told the Herald that the crane was old.",
    "She came with love and with Herald.",
)


@pytest.mark.parametrize("line", FOUND)
def test_a_dateline_names_an_agency(line: str, content: Content) -> None:
    assert origin_of(paragraphs(f"Walkout is over\n{line}{BODY}"), content) == FOUND[line]


@pytest.mark.parametrize("line", CREDITED)
@pytest.mark.parametrize("place", ["top", "end"])
def test_a_line_of_its_own_credits_an_agency(place: str, line: str, content: Content) -> None:
    text = f"{BODY.strip()}\n" * 3
    text = f"{line}\n{text}" if place == "top" else f"{text}{line}\n"
    closes = place == "top" and CREDITED[line].name == ""
    assert origin_of(paragraphs(text), content) == (None if closes else CREDITED[line])


@pytest.mark.parametrize("line", NONE)
def test_other_words_name_none(line: str, content: Content) -> None:
    assert origin_of(paragraphs(f"Walkout is over\n{line}{BODY}"), content) is None


def test_a_name_below_quoted_words_is_their_speaker(content: Content) -> None:
    body = BODY.strip()
    assert origin_of(paragraphs(f'{body}\n"The tram is late."\n- Nordwire\n'), content) is None
    assert origin_of(paragraphs(f"{body}\n«The tram is late.»\nAFP\n"), content) is None
    assert origin_of(paragraphs(f'{body}\n"The tram is late," they said.\nAFP\n'), content) == Origin("AFP")


def test_a_dateline_stands_below_the_head_of_the_page(content: Content) -> None:
    head = "Menu\nTram drivers vote\nBy Eva Moe\n14 March 2024, 07:15\nPhoto: Ida Holm"
    dateline = "TESSBY, March 14 (Nordwire) - Tram drivers voted."
    assert origin_of(paragraphs(f"{head}\n{dateline}{BODY}"), content) == NORDWIRE
    assert (
        origin_of(paragraphs(f"{head}\nThe drivers are tired, and so is the town.\n{dateline}{BODY}"), content)
        == NORDWIRE
    )
    assert origin_of(paragraphs(f"{head}{BODY}{dateline}{BODY}"), content) is None


def test_the_dateline_comes_before_the_credit(content: Content) -> None:
    text = f"PONTELLE (Agence des Lacs) - Tram drivers voted.{BODY}Source: Nordwire\n"
    assert origin_of(paragraphs(text), content) == LACS


def test_what_is_not_registered_is_offered() -> None:
    assert remark(None) == remark(NORDWIRE) == ""
    assert remark(Origin("Sea Wire")) == (
        "origin: sea-wire, once it is registered: "
        "content/publishers.yml: - {id: sea-wire, name: Sea Wire, kind: agency}"
    )
    assert remark(Origin("")) == "origin: the text closes as an agency's does, and does not say which"
