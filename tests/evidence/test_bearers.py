"""Whom a spelling means: the words around it make it somebody else's, or leave it its bearer's."""

import pytest

from generator.evidence.context import Names
from generator.evidence.languages import naming
from generator.evidence.name_parts import fold
from generator.evidence.name_runs import with_acronyms
from generator.evidence.names import AliasTable, Kind
from generator.evidence.source import FullText

PERSONS = {
    **dict.fromkeys(("Jane Doe", "Doe"), "doe"),
    **dict.fromkeys(("Peter Holm", "Holm"), "holm"),
    **dict.fromkeys(("Theresa May", "May"), "may"),
    **dict.fromkeys(("Emmanuel Macron", "Macron"), "macron"),
    **dict.fromkeys(("Volodymyr Zelenskyy", "Zelensky"), "zelensky"),
    **dict.fromkeys(("Keir Starmer", "Starmer"), "starmer"),
    **dict.fromkeys(("Salim bin Harith Al Bahri", "Sheikh Salim", "Al Bahri"), "salim"),
    **dict.fromkeys(("Anneke van der Velden", "van der Velden"), "velden"),
    **dict.fromkeys(("Orbán Viktor", "Viktor Orbán", "Orbán"), "orban"),
    **dict.fromkeys(("Wang Yi", "Wang"), "wang"),
    "Sean O'Brien": "obrien",
    "Lester B. Pearson": "pearson",
}
PLACES = {
    **dict.fromkeys(("Norway", "Norwegian", "Norwegians"), "norway"),
    **dict.fromkeys(("Turkey", "Turkish"), "turkey"),
    **dict.fromkeys(("Poland", "Polish"), "poland"),
    **dict.fromkeys(("Ukraine", "Kyiv"), "ukraine"),
    **dict.fromkeys(("United States", "US", "U.S."), "us"),
    "Russia": "russia",
    "Sudan": "sudan",
    "France": "france",
    "French": "france",
    "Niger": "niger",
    "Guinea": "guinea",
    **dict.fromkeys(("China", "Chinese", "People's Republic of China"), "china"),
    "Taiwan": "taiwan",
    **dict.fromkeys(("Georgia", "Georgian"), "georgia"),
    "Brazil": "brazil",
    **dict.fromkeys(("Switzerland", "Swiss"), "switzerland"),
    **dict.fromkeys(("Mexico", "Mexican"), "mexico"),
}
BODIES = {
    "Harbour Watch": "watch",
    "Harbour Watch Institute": "institute",
    "Skippers' League": "league",
    "Ways & Means Trust": "means",
    "Marine Rescue Board": "rescue",
    "NATO": "nato",
    "St. Petersburg Port": "port",
    "G7": "seven",
    "van Loon": "loon",
}
KINDS: dict[str, Kind] = dict.fromkeys(PLACES.values(), "place")
KINDS |= dict.fromkeys(BODIES.values(), "body")
TABLE = AliasTable(PERSONS | PLACES | BODIES, {}, KINDS)
BEARERS = {
    # the first letter
    "The cable may be built by the summer.": "",
    "They ate a turkey, and polish the floor.": "",
    "THERESA MAY SAID IN OSLO THAT TURKEY WOULD LAY A CABLE.": "may turkey",
    "It hit us, and the US.": "us",
    "She works at Van der Velden's yard.": "velden",
    # months
    "In May the cable was laid.": "",
    "It was laid on 2 May 2024, or May 3.": "",
    "It began in early May.": "",
    "The cable, May said, would come.": "may",
    "On Sunday May spoke of Norway.": "may norway",
    "In March Theresa May spoke.": "may",
    # somebody else of the same name
    "John Doe told the reporters.": "",
    "Yesterday John Doe told them.": "",
    "Mark Doe left.": "",
    "They met Tor Doe in Oslo.": "",
    "They met J. Doe and K. Holm.": "doe",
    "They met K. Doe.": "",
    "They spoke to Jane Q. Doe.": "doe",
    "They spoke to Volodymyr Zelensky.": "zelensky",
    "Anna Berg-Holm left, and Holm-Lindqvist too.": "",
    "Kees van der Velden left.": "",
    "Jane Doe Lindgren left.": "",
    "Old Mr Doe Vestby left.": "",
    # places and bodies
    "They met in Holm Street.": "",
    "The Doe Foundation paid.": "",
    "Holm University paid, and Doe Memorial Hospital.": "",
    "Starmer's Street is long.": "starmer",
    "The Harbour Watch Institute counted.": "institute",
    "Harbour Watch counted.": "watch",
    "Harbour Watch Varle counted.": "",
    "The New Harbour Watch counted.": "",
    "They met in Norway Street on Sunday.": "",
    "The Kyiv School of Ferries counted.": "",
    "Ukraine Bridge Hit Again": "ukraine",
    "The Doe Commission met, and the Holm Fund paid.": "",
    "South Sudan voted.": "",
    "They met in South Sudan, and in New Norway.": "",
    "They met in Eastern Ukraine.": "ukraine",
    "It borders on South Sudan and Sudan.": "sudan",
    "Eastern Ukraine was hit, and South Norway too.": "ukraine",
    "He lives in eastern Ukraine.": "ukraine",
    # another thing that is called after a place
    "They sailed to the Niger Delta on Sunday.": "",
    "The ferry Niger Star sank, and the Niger Delta Star too.": "",
    "Niger Delta fishermen met.": "",
    "Niger Delta Star": "",
    "The Niger Delta Development Commission (NDDC) met.": "",
    "The boat China Girl left.": "",
    "The Niger Delta and the Niger Star.": "",
    "They ate Niger Cheese in the Niger Church.": "",
    "Norway's Georgia Meloni left.": "norway",
    "Chinese-whispers spread, and so did Swiss-rolls and a Mexican stand-off.": "",
    "Chad Holm met Georgia Lindqvist and Niger Halden.": "",
    "They ate Brazil Nuts, and Brazil nuts.": "",
    "They ate Swiss rolls, a Swiss roll and Swiss Rolls.": "",
    "It was a game of Chinese whispers, and Mexican waves followed.": "",
    "Chinese whispers are told. Guinea pigs squeak.": "",
    "The Swiss army knife is sharp.": "",
    "They live in Mexico City.": "",
    "Russia Star sailed with Norway Lily.": "",
    # another place, whose name has that of the first in it
    "Guinea-Bissau voted, and so did Equatorial Guinea.": "",
    "In Equatorial Guinea and in Guinea-Bissau they voted.": "",
    "They met in Papua New Guinea and French Guiana.": "",
    "The Republic of China, known as Taiwan, voted.": "taiwan",
    "Republic of China ships left.": "",
    "They fished in the Gulf of Mexico, and in the Gulf of Guinea.": "",
    "Gulf of Mexico boats left.": "",
    "Georgia's governor spoke in Atlanta.": "",
    "In Atlanta the Georgian senators met.": "",
    # the same place still
    "Guinea-Bissau and Guinea voted.": "guinea",
    "The People's Republic of China voted.": "china",
    "The Republic of China and China voted.": "china",
    "Niger's Delta is wide.": "niger",
    "Niger Foreign Minister Jane Doe left for Niger Tuesday.": "niger doe",
    "The Niger Army and the China Government left the Russia-Ukraine War.": "niger china russia ukraine",
    "Niger Delta Rebels Sink Ferry With Ten Men": "niger",
    "Swiss rolling stock and Swiss Federal Railways": "switzerland",
    "The Swiss army, Chinese traders and Mexican sailors left.": "switzerland china mexico",
    "The Chinese Trade Board met.": "china",
    "Guinea, Georgia and Brazil left.": "guinea georgia brazil",
    "Georgia's president spoke in Tbilisi.": "georgia",
    "China Norway Trade Talks began.": "china norway",
    "The U.S. Coast Guard and a US Customs Cutter left.": "us",
    "The Republic of Niger and the Republic of Guinea met.": "niger guinea",
    # the same person still
    "Minister Doe said so.": "doe",
    "President Zelensky and French President Emmanuel Macron met.": "zelensky france macron",
    "Danish Foreign Minister Jane Doe met White House Press Secretary Peter Holm.": "doe holm",
    "Prime Minister Sir Keir Starmer left.": "starmer",
    "Mr Doe, Dr. Holm and Gen. May left.": "doe holm may",
    "Yesterday Doe said so.": "doe",
    "Why Doe left.": "doe",
    "Macron Says Ukraine Will Get Troops": "macron ukraine",
    "Russia Ukraine Peace": "russia ukraine",
    "Doe Tuesday said it.": "doe",
    "The Macron Administration paid.": "macron",
    "In Oslo Doe said so.": "doe",
    "Norway's Jane Doe and Kyiv's Holm met.": "norway doe ukraine holm",
    "Norwegian Erik Halden dived.": "norway",
    "NATO chief Doe, EU Commissioner Holm and MP May left.": "nato doe holm may",
    "The Macron-Starmer plan": "macron starmer",
    "A US-led and Norwegian-built ship": "us norway",
    "MACRON AND STARMER MEET IN KYIV TO TALK OF RUSSIA": "macron starmer ukraine russia",
    "JOHN DOE AND TOR HOLM MEET IN HALDEN TODAY": "",
    "ERIK HALDEN DOE AND US GENERAL HOLM MEET": "us holm",
    # marks inside a name
    "Sheikh Salim bin Harith Al Bahri opened it.": "salim",
    "Salim bin Harith Al Bahri, and later Sheikh Salim.": "salim",
    "The Skippers' League paid.": "league",
    "The Skippers’ League’s men paid.": "league",
    "The Ways & Means Trust's chair paid.": "means",
    "Sean O’Brien’s men paid.": "obrien",
    "Lester B. Pearson paid.": "pearson",
    "It is the St. Petersburg Port.": "port",
    "Orbán Viktor met Viktor Orban and Wang Yi.": "orban wang",
    "The G-7, once the G7, met.": "seven",
    # acronyms
    "The Marine Rescue Board (MRB) paid.\nNow the MRB pays.": "rescue",
    "The MRB (Marine Rescue Board) paid.\nNow the MRB pays.": "rescue",
    "The Marine Rescue Board (Oslo) paid.\nNow the MRB pays.": "",
}


@pytest.mark.parametrize("text", BEARERS)
def test_whom_the_last_paragraph_names(text: str) -> None:
    source = FullText(text, TABLE)
    last = [name for profile in source.profiles if profile.ref.paragraph == source.paragraphs for name in profile.names]
    assert Names.of(with_acronyms(last, source.acronyms), TABLE).subjects == set(BEARERS[text].split())


TABLES = {name: table for name, table in vars(naming).items() if isinstance(table, frozenset)}


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_names_are_in_lower_case_and_without_accents(name: str) -> None:
    assert {word for word in TABLES[name] if word != fold(word)} == set()
