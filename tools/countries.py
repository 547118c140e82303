"""Writes generator/content/country_table.py anew from CLDR, as Babel has it, and a table of ours; a test holds them."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

OURS = Path(__file__).parent / "countries.txt"
TARGET = Path(__file__).parent.parent / "generator" / "content" / "country_table.py"
# Codes of CLDR that are no places of ISO 3166-1: groups of states, parts of a state, none at all.
NO_PLACES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
# French names that are a given name or a common word as well: the country is named by what the table of ours has.
FRENCH = {"DM": "", "GD": "La Grenade", "GN": "", "IE": "", "MF": "", "MU": "", "RE": "La Réunion", "SD": "", "SV": ""}
FEMININE = {"ien": "ienne", "yen": "yenne", "éen": "éenne", "ais": "aise", "ois": "oise", "ain": "aine", "an": "ane"}
FEMININE |= {"on": "onne"}
TAIL = '"""  # noqa: E501 -- a place a line\n'
HEAD = '''"""Places of ISO 3166-1 by their codes, from CLDR and a table of ours; `python -m tools.countries` writes it.

A line is `code|name|other names|demonyms|capitals|doubtful`: the English name, then English and French spellings
together, parted by semicolons. A demonym in small letters is French, and is found with a capital too. What is doubtful
may mean another as well.
"""

TABLE = """\\
'''


def module() -> str:
    """The text of the module."""
    return HEAD + "".join(f"{line}\n" for line in lines()) + TAIL


def lines() -> Iterator[str]:
    ours = dict(_ours())
    for code in codes():
        named, french, demonyms, masculine, capitals, doubtful = ours.get(code, ([], [], [], [], [], []))
        english = _with_cldr(named, Locale("en").territories[code])
        other = [*english[1:], *_with_cldr(french, FRENCH.get(code, Locale("fr").territories[code]))]
        other = [name for name in _once(other) if name != english[0]]
        people = [*(word for one in demonyms for word in _plural(one)), *(w for one in masculine for w in _forms(one))]
        yield "|".join([code, english[0], *(";".join(_once(words)) for words in (other, people, capitals, doubtful))])


def codes() -> list[str]:
    territories = map(str, Locale("en").territories)
    return sorted(code for code in territories if re.fullmatch("[A-Z]{2}", code) and code not in NO_PLACES)


def _ours() -> Iterator[tuple[str, list[list[str]]]]:
    for line in OURS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, *columns = (column.strip() for column in line.split("|"))
            yield code, [[word.strip() for word in column.split(",") if word.strip()] for column in columns]


def _with_cldr(ours: list[str], cldr: str) -> list[str]:
    """Our names and that of CLDR, the one first by which the place is called."""
    plain = "" if re.search(r"\(| - |SAR|R\.A\.S", cldr) else cldr.replace("’", "'")
    spelt = [name for name in (plain.replace("&", "and"), plain) if name]
    first = ours[:1] if ours and ours[0].startswith("=") else []
    return _once([*(name.removeprefix("=") for name in first), *spelt, *ours[len(first) :]])


def _plural(demonym: str) -> list[str]:
    one = demonym.removesuffix("+")
    return [one, f"{one}s"] if demonym.endswith("+") else [one]


def _forms(masculine: str) -> Iterator[str]:
    """The French forms, as adjectives are written: masculine and feminine, and their plurals."""
    he, _, she = masculine.partition("/")
    ending = next((ending for ending in FEMININE if he.endswith(ending)), "")
    she = she or (he.removesuffix(ending) + FEMININE[ending] if ending else he)
    yield from _once([he, he if he[-1] in "sx" else f"{he}s", she, f"{she}s"])


def _once(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
    print(f"{TARGET.name}: {len(codes())} places")
