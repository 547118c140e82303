"""Writes the tables of figures on the page on method anew, from those that figures are read by."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.evidence.languages import ENGLISH, FRENCH, Language
from generator.evidence.languages.currencies import CODES

PAGE = Path(__file__).parent.parent / "generator" / "pages" / "method.md"
FIRST, BEHIND = "## Figures { #numbers }\n", "## What it does not prove"
LEAD = """
Forms of a figure are compared, not letters: *2.2bn dollars* and *$2,200,000,000* have one. What has a digit or a number
word and is not wholly in these tables is not read: it proves the same letters alone, or our words declare what it is
`computed` from. Telephone numbers, addresses, and names such as *F-16* and *COP28* are no figures. A range, *two
thirds*, *half a percentage point*, *28th*, *third-largest*, *3 p.m.* and a date are one figure each. Where a notation
is ambiguous, as *2m* is two million or two metres, either reading is proved. Of an amount whose currency stands once in
a list, both the bare number and the amount in that currency are.
"""
FRENCH_LEAD = """
Articles in French are read by the same rules with other tables; our own sentences are in English. *L'*, *d'*, *qu'* and
the like count as words of their own, the space inside « » belongs to the marks, and marks inside them stay inside. A
passage may not begin after *ne*, *pas*, *jamais*, *sans*, *ni*, *non*, *aucun* or *nul* of the same clause.
"""
BOUNDS = ("about", "over", "at least", "at most", "under")


def section() -> str:
    """The part of the page that tells how figures are read."""
    parts = (" ".join(LEAD.split()), _table("Written", ENGLISH))
    french = (" ".join(FRENCH_LEAD.split()), _table("Written in French", FRENCH))
    return "\n".join((FIRST, *(f"{part}\n" for part in (*parts, *french)), ""))


def _table(heading: str, language: Language) -> str:
    rows = (f"| {written} | {read} |\n" for written, read in _rows(language) if written)
    return f"| {heading} | Read as |\n| --- | --- |\n" + "".join(rows).rstrip()


def _rows(language: Language) -> Iterator[tuple[str, str]]:
    tables = language.tables
    simple = (word for word in tables["values"] if not {" ", "-"}.intersection(word))
    yield _listed(simple), "their numbers, also joined with each other and with the next"
    for name in ("scales", "short_scales", "dozens", "about_words"):
        yield from ((words, f"{'times' if name != 'about_words' else 'about'} {value}") for words, value in
                    _grouped(tables[name]))  # fmt: skip
    yield _listed(tables["half"]), "1/2"
    parts = {word: number for word, number in tables["denominators"].items() if word not in tables["ordinals"]}
    own = {word: number for word, number in parts.items() if word.removesuffix("s") not in tables["ordinals"]}
    yield from ((words, f"behind a number, parts of {value}") for words, value in _grouped(own))
    yield _listed(tables["plurals"]), "themselves: vague, and proved by nothing else"
    yield _listed(word for word in tables["ordinals"] if "-" not in word), "ranks; behind a number, parts"
    yield _listed(tables["superlatives"]), "the first of its rank, and not another"
    yield _listed(tables["free"]), "free: too common to be bound"
    bounds = {**tables["bounds"], **tables["bounds_behind"]}
    yield from ((_listed(_of(bounds, bound)), f"*{bound}*: one class") for bound in BOUNDS)
    yield _listed(tables["floors"]), "near a bare figure, also *at least*; so is one *under* which something denies"
    yield _listed(tables["ceilings"]), "near a bare figure, also *at most*; so is one *over* which something denies"
    yield from ((_listed(_of(tables["sides"], side)), f"*{side}* a date") for side in ("before", "after"))
    yield _listed(tables["openers_of_ranges"]), "with what links both ends: a range, one figure"
    yield _listed({**dict.fromkeys(tables["per"]), **tables["rate_adverbs"], **tables["rate_adjectives"]}), "a rate"
    yield _listed(" ".join(words) for words in (*tables["totals"], *tables["totals_before"])), "a whole"
    yield _listed(tables["changes"]), "a change: *by* and *to* behind them are not one another"
    yield from _units(language)


def _units(language: Language) -> Iterator[tuple[str, str]]:
    units = {phrase: unit for phrase, (unit, factor) in language.tables["units"].items() if factor == "1"}
    yield _listed(_of(units, "%")), "per cent"
    yield _listed(_of(units, "points")), "percentage points"
    yield (
        _listed(f"{mark} ({unit})" for mark, unit in sorted(language.tables["marks"].items()) if mark not in CODES),
        ("currencies; one of a family is also the family's: *kroner* are said by *Norwegian kroner*"),
    )
    yield _listed(sorted(CODES)), "currencies, with the names that CLDR gives them in this language"


def _of(table: Mapping[str, Any], wanted: str) -> Iterator[str]:
    return (phrase for phrase, value in table.items() if value == wanted)


def _grouped(table: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for value in sorted(set(table.values())):
        yield _listed(word for word in table if table[word] == value), f"{value:,}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word.replace("|", "") for word in words))


def written(page: str) -> str:
    """The page with its part on figures as it should be."""
    start = page.index(FIRST) if FIRST in page else page.index("## Number words { #numbers }\n")
    return page[:start] + section() + page[page.index(BEHIND) :]


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
