"""Names that no registry knows stand in lists as the article prints them, and what is no name stands in none."""

import pytest

from generator.content import reading
from generator.drafting.open_names import open_names
from generator.evidence import proving
from generator.evidence.languages import LANGUAGES
from generator.evidence.source import FullText

DOSSIER = {
    "content/site.yml": "title: A\ndescription: B\nedition: 2030-12-04\nid: x\nrights: r\ncorrections: c\n",
    "content/facts/a.yml": "article: {label: new, published: 2030}\n",
}
LISTED = {
    ("en", "They met Kwame Adjei-Boateng and Jean-Luc N'Guessan."): ["Jean-Luc N'Guessan", "Kwame Adjei-Boateng"],
    ("en", "The board thanked J. K. Osei-Tutu of the Rust-Belt Union."): ["J. K. Osei-Tutu", "Rust-Belt Union"],
    ("en", "They met Adjei-Boateng's men. Then Kwame Adjei-Boateng's boat left."): ["Kwame Adjei-Boateng"],
    ("en", "They thanked the people of Côte d’Ivoire, and Ida O’Brekke."): ["Ida O'Brekke", "Côte d'Ivoire"],
    ("en", "They met Dr. Ida Holm-Berg, and Mr. Tor Vestby. Later St. Halden came."): [
        "Ida Holm-Berg", "St. Halden", "Tor Vestby",
    ],
    ("en", "They met on Nov 16 and on Nov. 17. Nov 16 was a Monday. On Dec 3 Sept 4 came."): [],
    ("en", "See FBW for more on this board. See Map for the details. Read More about the port."): ["FBW"],
    ("en", "Click Here to read on. Sign Up for the letter. Watch Live now. Follow Us on the quay."): [],
    ("en", "Published Nov 16 in the harbour. Updated Dec 2 in the harbour."): [],
    ("fr", "Le port a remercié Didier N’Guessan, et N'Guessan est parti."): ["Didier N'Guessan"],
    ("fr", "Ils ont vu Jean-Luc d'Almeida et Aya N'Dri. Puis M. d'Almeida part."): ["Jean-Luc d'Almeida", "Aya N'Dri"],
    ("fr", "Selon Valérie Giscard d’Estaing, la Côte d’Ivoire paiera."): ["Côte d'Ivoire", "Valérie Giscard d'Estaing"],
    ("fr", "Le maire de L'Aquila écrit d'Abidjan. L’Union écrit, le maire d'Abidjan aussi."): ["Abidjan", "L'Aquila"],
    ("fr", "Ils ont vu Pedro de la Cruz. Le port rouvre - Publié le 16 novembre par la mairie."): ["Pedro de la Cruz"],
    ("fr", "Voir aussi notre dossier sur le port. Lire Aussi : le port rouvre demain. Partager sur le quai."): [],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), LISTED)
def test_names_are_listed_as_printed(language: str, text: str) -> None:
    content = reading.read(DOSSIER)
    aliases = proving.alias_table(content)
    source = FullText(f"Le port ouvre.\n\n{text}\n", aliases, LANGUAGES[language])
    found = open_names(content, aliases, {"b": source})
    listed = [one.spellings[0] if one.unknown.code else one.name for one in found]
    assert listed == LISTED[language, text]
