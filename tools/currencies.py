"""Writes generator/evidence/languages/currencies.py anew from CLDR, as Babel has it; a test holds the two in step."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from pprint import pformat

from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

TARGET = Path(__file__).parent.parent / "generator" / "evidence" / "languages" / "currencies.py"
TODAY = date(2025, 1, 1)  # currencies that are legal tender somewhere on this day
LANGUAGES = ("en", "fr")
# Where a sign is a country's own, it is its currency's; `kr` and `Fr` are shared by several.
HOMES = ("uk", "ru", "pl", "tr", "he", "kk", "ka", "th", "vi", "bn", "hi", "cs", "hu", "ko", "ja")
# Bare nouns that several countries have: what they mean alone, or the family that they name.
FAMILIES = {
    "krone": "krone kroner krona kronor króna krónur koruna korunas couronne couronnes",
    "franc": "franc francs", "rupee": "rupee rupees roupie roupies", "peso": "peso pesos",
    "dinar": "dinar dinars", "dirham": "dirham dirhams", "rial": "rial rials", "riyal": "riyal riyals",
    "shilling": "shilling shillings", "kwacha": "kwacha kwachas", "leu": "leu lei",
    "manat": "manat manats",
}  # fmt: skip
# Bare nouns that also mean something else, or a currency of former times.
NO_NOUNS = ("gold", "sum", "sums", "som", "soms", "florin", "guilder", "guilders", "escudo", "escudos", "lira", "zwg")
NOUN = {"en": -1, "fr": 0}  # where the noun stands in a name: Ghanaian cedi, cédi ghanéen
HEAD = '''"""Currencies by their codes, signs and names, from CLDR; `python -m tools.currencies` writes this anew.

A currency whose bare noun several countries share has that noun's family before its code: `krone.NOK`.
"""

'''


def module() -> str:
    """The text of the module, before it is formatted."""
    tables = {"CODES": codes(), "SIGNS": dict(signs()), "NAMES": {code: names(code) for code in LANGUAGES}}
    typed = {"NAMES": "dict[str, dict[str, str]]"}
    lines = (f"{name}: {typed.get(name, 'dict[str, str]')} = {pformat(table)}\n" for name, table in tables.items())
    return HEAD + "".join(lines)


def codes() -> dict[str, str]:
    territories = get_global("territory_currencies")
    found = {code for place in territories for code in get_territory_currencies(place, TODAY, tender=True)}
    return {code: unit(code) for code in sorted(found)}


def unit(code: str) -> str:
    noun = Locale("en").currencies[code].casefold().split()[-1]
    family = next((family for family, nouns in FAMILIES.items() if noun in nouns.split()), "")
    return f"{family}.{code}" if family else code


def signs() -> Iterator[tuple[str, str]]:
    known = codes()
    for language in (*HOMES, *LANGUAGES):
        for code, sign in sorted(Locale(language).currency_symbols.items()):
            at_home = language in LANGUAGES or sign not in ("$", "￥")
            plain = all(ord(letter) < 0x180 or unicodedata.category(letter) == "Sc" for letter in sign)
            if code in known and sign != code and at_home and plain and " " not in sign:
                yield sign, known[code]


def names(language: str) -> dict[str, str]:
    """Names in the singular and the plural, in small letters; one that two currencies share names none.

    A noun that one currency alone has is its name too: `cedis`.
    """
    locale, found = Locale(language), dict[str, set[str]]()
    shared = {*NO_NOUNS, *(noun for nouns in FAMILIES.values() for noun in nouns.split())}
    for code, whole in codes().items():
        plurals = locale._data["currency_names_plural"].get(code, {})  # noqa: SLF001  # no other way to the plurals
        for name in {locale.currencies.get(code, code), *dict(plurals).values()}:
            plain = name.casefold().replace("’", "'").replace("ʻ", "'")
            found.setdefault(plain, set()).add(whole)
            noun = plain.split()[NOUN[language]]
            if noun != plain and noun not in shared and "(" not in noun:
                found.setdefault(noun, set()).add(whole)
    return {name: min(units) for name, units in sorted(found.items()) if len(units) == 1 and "(" not in name}


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
    print(f"{TARGET.name}: {len(codes())} currencies; format it with `ruff format`")
