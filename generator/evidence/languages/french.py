"""The tables of French; numbers below a hundred are written out whole, since they are counted in twenties too."""

from __future__ import annotations

import re

from generator.evidence.languages.english import CODES
from generator.evidence.languages.language import Language
from generator.evidence.languages.naming import CONNECTIVES, PARTICLES

UNITS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "quatre-vingt": 80, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
TWENTIES = ("soixante", "quatre-vingt")  # what ten to nineteen are added to
MONTHS = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
}  # fmt: skip
SHORT_MONTHS = {"janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12}
SCALES = {
    "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
    "billion": 10**12, "billions": 10**12,
}  # fmt: skip


def _below_a_hundred() -> dict[str, int]:
    """`dix-sept`, `vingt et un`, `soixante et onze`, `quatre-vingt-dix-neuf`, with hyphens or spaces at `et`."""
    values = {word: number for number, word in enumerate(UNITS)} | TENS | {"une": 1, "quatre-vingts": 80}
    for tens, value in TENS.items():
        last = 19 if tens in TWENTIES else 9
        values |= {f"{tens}-{word}": value + number for number, word in enumerate(UNITS[: last + 1]) if number}
        ones = {"un": 1, "une": 1, "onze": 11} if tens == "soixante" else {"un": 1, "une": 1}
        for word, number in ones.items():
            values |= {f"{tens} et {word}": value + number, f"{tens}-et-{word}": value + number}
    return values


VALUES = _below_a_hundred()


def _ordinals() -> dict[str, int]:
    """`deuxième`, `neuvième`, `dix-septième`, `vingtième`: a number word without its last `e`, and an ending."""
    changed = {"cinq": "cinqu", "neuf": "neuv", "dix-neuf": "dix-neuv"}
    words = {word: number for word, number in VALUES.items() if " " not in word and number > 1}
    regular = {f"{changed.get(word, word.removesuffix('e'))}ième": number for word, number in words.items()}
    return {**regular, "premier": 1, "première": 1, "second": 2}


def _plain(number: str) -> str:
    """`1 200,5` and `1.200,5`: a comma is the decimal mark, a dot before three digits groups them."""
    number = number.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", number):
        number = number.replace(".", "")
    head, *tail = re.split(r"[.,]", number)
    return head + ("." + "".join(tail) if tail else "")


FUNCTION_WORDS = frozenset(
    (
        *("le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "ce", "cet", "cette", "ces", "c"),
        *("je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "se", "s", "y", "en", "m", "t"),
        *("mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur"),
        *("leurs", "à", "au", "aux", "dans", "par", "pour", "sur", "sous", "avec", "sans", "chez", "vers"),
        *("depuis", "pendant", "après", "avant", "entre", "selon", "dès", "jusque", "jusqu", "contre"),
        *("et", "mais", "ou", "donc", "or", "ni", "car", "que", "qu", "qui", "quoi", "dont", "où", "si"),
        *("comme", "quand", "lorsque", "puisque", "ne", "n", "pas", "plus", "non", "oui", "tout", "toute"),
        *("tous", "toutes", "quelque", "quelques", "plusieurs", "autre", "autres", "chaque", "deux"),
        *("est", "sont", "était", "étaient", "a", "ont", "avait", "avaient", "sera", "seront", "être", "avoir"),
        *("ici", "là", "aussi", "ainsi", "alors", "puis", "comment", "pourquoi"),
    )
)

FRENCH = Language(
    code="fr",
    abbreviations=frozenset(
        (
            *("m", "mm", "mme", "mmes", "mlle", "mlles", "dr", "drs", "pr", "me", "mgr", "gal", "gén", "col", "cdt"),
            *("cap", "lt", "adj", "amb", "cf", "env", "ex", "av", "bd", "tél", "st", "ste"),
        )
    ),
    endings=frozenset(
        (
            *("etc", "cie", "hab", "éd", "dir", "dép"),
            *("janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc"),
        )
    ),
    numbering=frozenset(("n", "no", "p", "pp", "art", "vol", "chap", "fig", "al")),
    lettered=frozenset(
        (
            *("plan", "groupe", "classe", "type", "catégorie", "section", "annexe", "vitamine", "hépatite", "équipe"),
            *("hall", "porte", "terminal", "modèle", "zone", "quai", "bloc", "bâtiment", "partie", "option", "phase"),
        )
    ),
    speech=frozenset(
        (
            *("dit", "dire", "déclaré", "déclare", "affirmé", "affirme", "ajouté", "ajoute", "annoncé", "annonce"),
            *("expliqué", "explique", "indiqué", "indique", "assuré", "assure", "précisé", "précise", "souligné"),
            *("réagi", "répondu", "répond", "lancé", "lance", "écrit", "estimé", "estime", "confié", "insisté"),
        )
    ),
    starters=(FUNCTION_WORDS | CONNECTIVES) - PARTICLES - {"l", "m", "d", "des", "car", "seul", "or", "si"},
    openers="le|la|les|ce|cet|cette|ces|il|elle|ils|elles|nous|en|un|une|mais|et",
    negations=frozenset(("ne", "n", "pas", "non", "jamais", "sans", "ni", "aucun", "aucune", "nul", "nulle")),
    clause_openers=frozenset(
        (
            *("et", "mais", "ou", "que", "qu", "qui", "dont", "où", "lequel", "laquelle", "lesquels"),
            *("car", "parce", "puisque", "puisqu", "quand", "lorsque", "lorsqu", "si", "comme", "tandis", "donc"),
        )
    ),
    function_words=FUNCTION_WORDS,
    amount=(
        rf"(?:(?<![\w.)])[-+])?(?:US\$|[$€£¥]|\b(?:{CODES})(?=[ \d]) ?)?"
        r"(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)*"
        r"(?: ?%| pour cent\b)?(?:ère|er|re|ème|nde|nd|e)?"
        r"(?: (?:mille|millions?|milliards?|billions?)\b)?(?: ?[$€£¥])?"
    ),
    amount_parts=re.compile(
        r"(?P<sign>[-+])?(?P<currency>US\$|[$€£¥]|[A-Z]{3})? ?"
        r"(?P<number>(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)*)"
        r"(?P<percent> ?%| pour cent)?(?P<ordinal>ère|er|re|ème|nde|nd|e)?"
        r"(?: (?P<scale>mille|millions?|milliards?|billions?))?(?P<short>(?!))?(?: ?(?P<behind>[$€£¥]))?"
    ),
    elisions="[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu",
    plain=_plain,
    values=VALUES,
    hundreds=frozenset(("cent", "cents")),
    scales=SCALES,
    short_scales={},
    ordinals=_ordinals(),
    currencies={
        "$": "USD", "US$": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR",
        "£": "GBP", "¥": "JPY",
    },
    percent=frozenset(("pour cent", "%")),
    free=frozenset(("un", "une", "premier", "première", "second")),
    months=MONTHS,
    short_months=SHORT_MONTHS,
    middle="mi-",
    day=re.compile(r"(\d{1,2})(?:er)?"),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    weekday="(?:le |ce )?{day}(?: dernier| prochain)?",
    months_away={
        "le mois dernier": -1,
        "le mois passé": -1,
        "ce mois-ci": 0,
        "le mois prochain": 1,
    },
    days_away={
        "aujourd'hui": (0, 0), "hier": (-1, -1), "demain": (1, 1), "cette nuit": (-1, 0),
        "cette semaine": (-7, 7), "la semaine dernière": (-13, -1), "la semaine passée": (-13, -1),
        "la semaine prochaine": (1, 13),
    },
    articles=frozenset(("un", "une")),
    bare=frozenset(("cent", "mille")),
    of=frozenset(("de", "d")),
)  # fmt: skip
