"""What every dossier knows of countries: in step with CLDR, no spelling of two, entries that give their code alone."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from babel import Locale

from generator.content import country_table, reading
from generator.content.countries import Place, places
from generator.evidence.name_parts import fold
from generator.evidence.names import AliasTable
from generator.evidence.text import normalise, tokens
from generator.problems import Malformed
from tools import countries

DOSSIER = {
    "content/site.yml": "title: A\ndescription: B\nedition: 2024-06-04\nid: x\nrights: r\ncorrections: c\n",
    "content/facts/a.yml": "article: {label: new, published: 20XX}\n",
}
# Where a spelling stands in the name of another place and means its own bearer: that place is the bearer's.
OF_THEIRS = {"US": {"U.S. Outlying Islands", "U.S. Virgin Islands"}}


def test_the_table_is_that_of_cldr_and_of_ours() -> None:
    assert countries.module() == f"{countries.HEAD}{country_table.TABLE}{countries.TAIL}"
    assert len(places()) == len(countries.codes()) == 250


def test_every_state_has_its_demonyms_and_its_capital() -> None:
    lines = countries.OURS.read_text(encoding="utf-8").split("# Places that have a code and are no states.")[0]
    states = [line[:2] for line in lines.splitlines() if not line.startswith("#")]
    assert len(states) == len(set(states)) == 193 + len(("PS", "TW", "VA", "XK"))
    assert [code for code in states if not places()[code].demonyms] == ["CD", "CG", "GN", "VA"]
    own = {"DJ", "LU", "MC", "SG", "SM", "VA"}  # the city is called as the state is
    disputed = {"IL", "PS"}
    assert {code for code in states if not places()[code].capitals} == own | disputed


def test_names_are_those_of_cldr_but_where_it_has_another_form() -> None:
    other = {
        place.code: Locale("en").territories[place.code]
        for place in places().values()
        if Locale("en").territories[place.code].replace("’", "'") not in (place.name, *place.aliases)
    }
    assert other == {
        "CC": "Cocos (Keeling) Islands",
        "CD": "Congo - Kinshasa",
        "CG": "Congo - Brazzaville",
        "HK": "Hong Kong SAR China",
        "MM": "Myanmar (Burma)",
        "MO": "Macao SAR China",
    }


def test_no_spelling_is_of_two_places() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for place in places().values():
        for name in place.names:
            owners[fold(name)].add(place.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}
    offered = [(place.code, name) for place in places().values() for name in (*place.capitals, *place.doubtful)]
    assert [(code, name) for code, name in offered if owners.get(fold(name), {code}) != {code}] == []


def in_names_of_others(place: Place) -> Iterator[str]:
    """The names of other places in which a spelling of this one means it."""
    table = AliasTable(dict.fromkeys(place.names, "it"), {}, {"it": "place"}, ("en", "fr"))
    words = {word for name in place.names for word in fold(name).replace("-", " ").split()}
    for other in places().values():
        for name in other.names if other is not place else ():
            if not words.isdisjoint(fold(name).replace("-", " ").split()) and any(
                found.subject for found in table.names(tokens(normalise(f"They spoke of {name} again.")))
            ):
                yield name


def test_a_spelling_inside_the_name_of_another_place_does_not_mean_its_bearer() -> None:
    found = {place.code: set(in_names_of_others(place)) for place in places().values()}
    assert {code: names for code, names in found.items() if names} == OF_THEIRS


ENTRIES = {
    "{id: norway, code: NO}": (
        "Norway",
        ("Norvège",),
        ("Norwegian", "Norwegians", "norvégien", "norvégiens", "norvégienne", "norvégiennes"),
    ),
    "{id: norway, code: NO, aliases: [Oslo, Norvège], demonyms: [Norsemen]}": (
        "Norway",
        ("Oslo", "Norvège"),
        ("Norsemen", "Norwegian", "Norwegians", "norvégien", "norvégiens", "norvégienne", "norvégiennes"),
    ),
    "{id: norway, name: Norway, code: NO, demonyms: [Norwegian]}": ("Norway", (), ("Norwegian",)),
    "{id: congo, code: CG}": (
        "Republic of the Congo",
        ("Republic of Congo", "Congo-Brazzaville", "République du Congo"),
        (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_code_alone_names_a_country(entry: str) -> None:
    content = reading.read({**DOSSIER, "content/countries.yml": f"- {entry}\n"})
    [country] = content.countries.values()
    assert (country.name, country.aliases, country.demonyms) == ENTRIES[entry]
    assert country.at("code").path == "content/countries.yml"
    assert bool(country.built_in) == ("name" not in entry)


REFUSED = {
    "{id: nowhere, code: ZZ}": ["MISSING-FIELD"],
    "{id: norway}": ["MISSING-FIELD", "MISSING-FIELD"],
    "{id: norway, code: no}": ["BAD-CODE", "MISSING-FIELD"],
    "{id: norway, code: NO, name: }": ["EMPTY-VALUE"],
    "{id: norway, code: NO, aliases: Oslo}": ["WRONG-TYPE"],
}


@pytest.mark.parametrize("entry", REFUSED)
def test_what_is_not_known_is_told(entry: str) -> None:
    with pytest.raises(Malformed) as told:
        reading.read({**DOSSIER, "content/countries.yml": f"- {entry}\n"})
    assert sorted(problem.code for problem in told.value.problems) == REFUSED[entry]
