"""Names that no registry knows: what opens a sentence may be a plain word, and several words stand together."""

import pytest

from generator.evidence.binding import TAKEN_FOR_A_NAME
from generator.evidence.lock import dumps, loads
from generator.evidence.names import AliasTable
from generator.evidence.proving import lock_for
from generator.evidence.source import FullText
from tests.evidence.test_lock import assert_no_disagreement
from tests.invented import ARTICLE, fact, faults, full_text, world

OPENERS = """
About According Across After Although Amid Around Because Before Besides Between Beyond Both Building Buses Carriers
Children Citizens Climbing Coastal Concerns Construction Costs Critics Damage Delegates Demand Despite Diplomats Divers
During Earlier Economists Engineers Even Every Experts Exports Families Fares Farmers Ferries Few Finally
Fires Firms Fish Fishermen Floods Fog Following Foreign Further Given Governments Growth Hospitals However
Ice Imports Inflation Inspectors Insurers Investors Journalists Judges Lawmakers Lawyers Leaders Less Local
Mayors Meanwhile Members Ministers More Moreover Nearly Negotiators Neighbours Nevertheless Nobody Nurses Officials
Only Opposition Otherwise Owners Pairs Parents Parliament Passengers Peace People Perhaps Pilots Police Polls Prices
Profits Prosecutors Protesters Rain Recently Rents Repairs Reporters Rescuers Researchers Residents Sailors Sales
Schools Scientists Scores Several Shares Ships Skippers Snow Soldiers Storms Strikes Students Such Supply Talks
Teachers Tensions Tolls Tourists Towns Trade Traders Traffic Troops Unemployment Unions Unless Unlike
Victims Visitors Volunteers Voters Votes Water Waves Weather When Whereas Whether While Winds Witnesses Women Workers
Yesterday Young
""".split()
NAMES = """
Zelda Peter Anna Jane Mark Grace Jack Frank Erik Tor Halden Vinje Solvang Kamande Smith Baker Trump Macron Oslo Berlin
Merkel Maersk Nordwire Swedish European
""".split()
TEXT = "The boats lay in the bay for nine days and nine nights, one of the crew said. It was cold there, he said.\n{}"
PASSAGE = "lay in the bay for nine days"


@pytest.mark.parametrize("opener", OPENERS)
def test_a_plain_word_may_open_a_sentence(opener: str) -> None:
    assert faults(TEXT.format("It rained."), fact(f"{opener} were in the bay for nine days.", PASSAGE)) == []


@pytest.mark.parametrize("opener", NAMES)
def test_a_name_that_opens_a_sentence_is_bound(opener: str) -> None:
    said = f"UNBOUND-NAME: no sentence of the passage names `{opener}`; no sentence of the article has it"
    assert faults(TEXT.format("It rained."), fact(f"{opener} was in the bay for nine days.", PASSAGE)) == [
        f"{said}; {TAKEN_FOR_A_NAME}"
    ]


def test_a_given_name_that_the_article_has_as_a_word_may_open_a_sentence() -> None:
    assert faults(TEXT.format("A grace was said."), fact("Grace was said for nine days.", PASSAGE)) == []


def test_a_plain_word_that_begins_a_name_belongs_to_it() -> None:
    text = "The Nordic Labour Board pays 40 crowns to each of its men on the boats of the bay."
    passage = "pays 40 crowns to each of its men"
    assert faults(text, fact("Nordic Labour Board pays 40 crowns.", passage)) == []
    assert faults(text, fact("Yesterday Nordic Labour Board paid 40 crowns.", passage)) == []
    assert [f.split(";")[0] for f in faults(text, fact("Maritime Labour Board pays 40 crowns.", passage))] == [
        "UNBOUND-NAME: no sentence of the passage names `Maritime`"
    ]


KEPT = {  # what a lock keeps of the names of a text
    "Concerns rose. Because of that Oslo met.": ("Oslo",),
    "Yesterday Halden met. Nordic Labour Board met.": ("Halden", "Nordic Labour Board"),
    "OSLO - The boats left. Report: Leaders meet.": ("OSLO",),
    'He said: "We go." They went.': (),
    "Marsh left. It was Marsh again.": ("Marsh", "Marsh"),
    "European nations met.": ("European",),
    "Erik van der Berg and the Bank of Halden met.": ("Erik van der Berg", "Bank of Halden"),
    "At COP-28 and Cop 28, vonZelda, d'Artagnan and 2Zelda met, and 40 men.": (
        "COP28", "Cop 28", "vonZelda", "d'Artagnan",
    ),
    "The 26 boats had a 5G mast and 3D maps.": (),
    "It was (said Halden) Oslo.": ("Halden", "Oslo"),
}  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_what_is_kept_of_a_text(text: str) -> None:
    assert tuple(n for p in FullText(text, AliasTable({})).profiles for n in p.names) == KEPT[text]


TOGETHER = {  # a name, what the article has, and whether that proves it
    ("Erik Vinje", "Erik Halden and Tor Vinje"): False,
    ("Erik Halden", "Erik Halden and Tor Vinje"): True,
    ("Vinje", "Erik Halden and Tor Vinje"): True,
    ("Erik Halden", "Erik J. Halden"): True,
    ("Erik Halden", "Halden Erik"): True,
    ("Erik Halden", "ERIK HALDEN AND TOR VINJE MEET"): True,
    ("Foreign Minister Tor Vinje", "Tor Vinje, the Foreign Minister"): True,
    ("Bank of Halden", "Bank of Varle and the Port of Halden"): False,
    ("Bank of Halden", "Bank of Halden"): True,
    ("Oslo University", "University of Oslo"): True,
    ("Erik van der Berg", "Erik van der Berg"): True,
    ("Erik van der Berg", "Erik Holte and Tor van der Berg"): False,
    ("COP28", "COP-28"): True,
    ("COP-28", "COP28"): True,
    ("F16", "F-16"): True,
    ("Cop 28", "COP28"): True,
    ("COP28", "Cop 28"): True,
    ("COP28", "COP-29"): False,
    ("Cop 28", "COP29"): False,
    ("Marine Rescue Unit", "Marine Rescue Unit (MRU)"): True,
    ("MRU", "Marine Rescue Unit (MRU)"): True,
}


@pytest.mark.parametrize(("name", "there"), TOGETHER)
def test_the_words_of_a_name_stand_together(name: str, there: str) -> None:
    text = f"Then {there} lay in the bay for nine days and nine nights, one of the crew said."
    one = fact(f"In the bay were the men of {name}.", PASSAGE)
    names = [fault for fault in faults(text, one) if fault.startswith("UNBOUND-NAME")]
    assert (names == []) == TOGETHER[name, there]
    content = world(one)
    lock = loads(dumps(lock_for(content, ARTICLE, full_text(text, content))), "seeds/report.lock")
    assert_no_disagreement(content, full_text(text, content), lock)


def test_what_is_said_of_words_that_stand_apart() -> None:
    text = "Erik Halden and Tor Vinje lay in the bay for nine days.\nErik Vinje was there."
    assert faults(text, fact("In the bay was Erik Vinje.", PASSAGE)) == [
        "UNBOUND-NAME: no sentence of the passage names `Erik Vinje`; the nearest sentence that has it is 2.1"
    ]


UNCASED = {  # words of a script without capitals, and how many of them no sentence has
    "The mayor 王毅 came for nine days.": 0,
    "The mayor 李毅 came for nine days.": 1,
    "The mayor محمد came for nine days.": 1,
}


@pytest.mark.parametrize("say", UNCASED)
def test_words_without_capitals_are_bound_letter_by_letter(say: str) -> None:
    text = "The mayor 王毅 lay in the bay for nine days and nine nights, one of the crew said."
    assert [f.split(":")[0] for f in faults(text, fact(say, PASSAGE))] == ["UNBOUND-NAME"] * UNCASED[say]
