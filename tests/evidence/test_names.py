"""Which words of a text are names, where each begins and ends, and whom it names."""

import pytest

from generator.evidence.name_parts import fold
from generator.evidence.names import AliasTable, Name
from generator.evidence.source import FullText
from tests.invented import fact, faults

TABLE = AliasTable(
    {
        "Jane Doe": "doe",
        "Doe": "doe",
        "Group of Seven": "seven",
        "Group of Seven Sisters": "sisters",
        "Plan B": "plan",
        "US": "us",
        "North Link": "link",
        "Ole Støre": "store",
        "the Towns": "towns",
    }
)
NAMES = {
    "a comma parts two names": (
        "Then Jane, Doe's sister, saw Oslo, Bergen and Lund.",
        ["Jane", "Doe", "Oslo", "Bergen", "Lund"],
    ),
    "two registered names that touch are one run": ("We saw Doe Plan B.", ["Doe Plan B"]),
    "a comma parts two registered names": ("We saw Doe, Plan B.", ["Doe", "Plan B"]),
    "a hyphen parts no name": ("They saw the Foster-Hall-Doe law.", ["Foster-Hall-Doe"]),
    "an ending falls": ("It is Foster's, DOE'S and Jane Doe's law.", ["Foster", "DOE", "Jane Doe"]),
    "a registered name keeps its capitals": ("It saw the group of seven and jane doe.", []),
    "but may stand in capitals throughout": ("It saw GROUP OF SEVEN and Jane DOE.", ["GROUP OF SEVEN", "Jane DOE"]),
    "and without its accents": ("It saw Ole Store and OLE STØRE.", ["Ole Store", "OLE STØRE"]),
    "the longest is taken": ("It saw the Group of Seven Sisters.", ["Group of Seven Sisters"]),
    "but none inside another": ("It saw Jane Doe and The Towns.", ["Jane Doe", "The Towns"]),
    "a comma inside breaks it": ("It saw the group, of seven.", []),
    "an acronym keeps its capitals": ("It hit us, the US and Us.", ["US", "Us"]),
    "a letter alone is no acronym": ("They like Plan b.", ["Plan"]),
    "a capital behind the first letter is one": ("With an iPhone and a 5G mast.", ["iPhone"]),
    "amounts and addresses are no names": ("Many saw EUR 5 at https://Example.org in it.", []),
    "an opener that the text has in lower case is no name": ("Boats came. The boats of Boats left.", ["Boats"]),
    "nor is a function word": ("The Foster boats left.", ["Foster"]),
    "three names in a row may be one": ("It saw Foster Hall Lund.", ["Foster Hall Lund"]),
    "four are a headline, in the order of the alphabet": (
        "It saw Foster Hall Lund Bergen President Doe.",
        ["Doe", "Bergen / Foster / Hall / Lund / President"],
    ),
    "a name is told once": ("It saw Foster, Hall and Foster.", ["Foster", "Hall"]),
    "names have the order of reading": ("It saw Foster, the US, Hall and Doe.", ["Foster", "US", "Hall", "Doe"]),
}


@pytest.mark.parametrize("rule", NAMES)
def test_names_of_a_text(rule: str) -> None:
    text, expected = NAMES[rule]
    assert [name for profile in FullText(text, TABLE).profiles for name in profile.names] == expected


def test_letters_that_have_no_accent_to_lose_are_folded_too() -> None:
    assert fold("Ø Ł Đ Ð ı Æ Œ Þ é Ö") == "o l d d i ae oe th e o"


WORDS = "The farmers and their boats, as Doe told the harbour again, may wait until Lund comes back. "
NEAREST = {  # where else a name stands, and what is said of it
    "of two as near, the one before": ("Boats of Bergen left.\n{}\nThe wind of Bergen blew.", "1.1"),
    "the nearer paragraph": ("Boats of Bergen left.\nIt rained.\n{}\nIt blew in Bergen.", "4.1"),
    "the first of a paragraph": ("It blew.\n{}\nIt rained in Bergen. It blew in Bergen.", "3.1"),
    "a later sentence of the same": ("In Bergen it blew.\n{}It blew in Bergen.", "2.2"),
}


@pytest.mark.parametrize("rule", NEAREST)
def test_the_nearest_sentence_that_has_a_name(rule: str) -> None:
    text, spot = NEAREST[rule]
    assert faults(text.format(WORDS), fact("Farmers of Bergen wait.", "as Doe told the harbour again")) == [
        f"UNBOUND-NAME: no sentence of the passage names `Bergen`; the nearest sentence that has it is {spot}"
    ]


POINTERS = {  # the text around the passage, and where a fact that names Denmark is sent
    "the last paragraph before it": ("Denmark rose.\nDenmark fell.\n{}\nThe Danish king came.", "2.1", 2),
    "not one behind it": ("It rose.\n{}\nDenmark fell.", "3.1", None),
    "not its own paragraph": ("It rose.\n{}Denmark fell.", "2.2", None),
}


@pytest.mark.parametrize("rule", POINTERS)
def test_a_name_of_an_earlier_paragraph_may_be_pointed_to(rule: str) -> None:
    text, spot, paragraph = POINTERS[rule]
    more = f"; if it means Denmark, point there: `named: {{denmark: {paragraph}}}`" if paragraph else ""
    assert faults(text.format(WORDS), fact("Farmers of Denmark wait.", "as Doe told the harbour again")) == [
        f"UNBOUND-NAME: no sentence of the passage names `Denmark`; the nearest sentence that has it is {spot}{more}"
    ]


def test_a_name_may_hide_what_begins_before_it_or_goes_on_behind_it() -> None:
    spellings = ("Group of Seven", "Group of Seven Sisters", "Seven Towns", "Jane Doe", "Doe", "Plan B", "the Towns")
    table = AliasTable({spelling: spelling for spelling in spellings})
    hiding = {
        "Group of Seven": True,  # Sisters
        "Group of Seven Sisters": True,  # the first words are another's whole name
        "Seven Towns": True,  # Group of
        "Jane Doe": False,  # Doe stands inside, and goes nowhere beyond
        "Doe": True,
        "Jane": True,
        "Plan": True,
        "B": True,
        "Towns": True,
        "Link": False,
    }
    assert {name: table.may_hide(Name(name, 0, 1, name)) for name in hiding} == hiding
    assert not table.may_hide(Name("Plan", 0, 1, "Plan B"))  # nobody else's
