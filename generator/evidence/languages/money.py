"""What stands before or behind an amount: signs, codes and names of currencies, per cent and points."""

from __future__ import annotations

from generator.evidence.languages.currencies import CODES, NAMES, SIGNS

Unit = tuple[str, str]  # a unit, and what an amount in it is multiplied by

WORDS = {
    "ALL",
    "AMD",
    "BAM",
    "BOB",
    "COP",
    "CUP",
    "GEL",
    "LAK",
    "MAD",
    "MOP",
    "PEN",
    "SOS",
    "TOP",
    "TRY",
}  # in capitals
# What CLDR does not have: other orders of its signs, and what a noun that several currencies share means alone.
MORE_SIGNS = {
    "GH₵": "GHS", "GH¢": "GHS", "₵": "GHS", "₦": "NGN", "KSh": "shilling.KES", "Ksh": "shilling.KES",
    "TSh": "shilling.TZS", "USh": "shilling.UGX", "FCFA": "franc.CFA", "CFAF": "franc.CFA", "CFA": "franc.CFA",
    "$US": "USD", "$A": "AUD", "$C": "CAD", "C$": "CAD", "CA$": "CAD", "$HK": "HKD", "S$": "SGD", "J$": "JMD",
    "NT$": "TWD", "Z$": "ZWG", "￥": "JPY", "RMB": "CNY", "SFr": "franc.CHF", "SFr.": "franc.CHF", "Fr.": "franc",
    "Rs": "rupee", "Rs.": "rupee", "kr": "krone", "kr.": "krone", "NKr": "krone.NOK", "SKr": "krone.SEK",
    "DKr": "krone.DKK", "US": "USD",
}  # fmt: skip
CFA = dict.fromkeys(("cfa franc", "cfa francs", "franc cfa", "francs cfa", "fcfa", "f cfa", "cfa"), "franc.CFA")
NOUNS = {
    "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD", "american dollar": "USD",
    "american dollars": "USD", "u s dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
    "pounds sterling": "GBP", "pound sterling": "GBP", "sterling": "GBP", "yen": "JPY", "won": "KRW",
    "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB",
    "russian roubles": "RUB", "lira": "TRY", "liras": "TRY", "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN",
    "zlotys": "PLN", "zloties": "PLN", "forint": "HUF", "forints": "HUF", "shekel": "ILS", "shekels": "ILS",
    "reais": "BRL",
    "czech crowns": "krone.CZK", "norwegian crowns": "krone.NOK", "swedish crowns": "krone.SEK",
    "danish crowns": "krone.DKK", "icelandic kronur": "krone.ISK", "icelandic kronor": "krone.ISK",
    **dict.fromkeys(
        ("krone", "kroner", "krona", "kronor", "krónur", "kronur", "koruna", "korunas", "crown", "crowns"), "krone"
    ),
    **{f"{noun}{ending}": noun for ending in ("", "s")
       for noun in ("franc", "rupee", "peso", "dinar", "dirham", "rial", "riyal", "shilling", "kwacha", "manat")},
    "leu": "leu", "lei": "leu", **CFA,
}  # fmt: skip
FRENCH_NOUNS = {
    "dollar": "USD", "dollars": "USD", "dollars américains": "USD", "euro": "EUR", "euros": "EUR", "livre": "GBP",
    "livres": "GBP", "yen": "JPY", "yens": "JPY", "won": "KRW", "wons": "KRW", "yuan": "CNY", "yuans": "CNY",
    "rouble": "RUB", "roubles": "RUB", "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN", "zlotys": "PLN",
    "forint": "HUF", "forints": "HUF", "shekel": "ILS", "shekels": "ILS", "couronne": "krone", "couronnes": "krone",
    "roupie": "rupee", "roupies": "rupee", "rand": "ZAR", "rands": "ZAR", "dollars canadiens": "CAD",
    **{f"{noun}{ending}": noun for ending in ("", "s")
       for noun in ("franc", "peso", "dinar", "dirham", "rial", "riyal", "shilling")},
    **CFA,
}  # fmt: skip
# Words that are also something else: without it, the amount may be a bare number.
DOUBTFUL = (
    "won", "real", "reals", "crown", "crowns", "mark", "marks", "livre", "livres", "sol", "sols", "soles", "points",
    "pound", "pounds", "dram", "drams", "gourde", "gourdes", "quetzal", "quetzals", "leone", "leones", "dong",
)  # fmt: skip
NO_MARKS = {"CRC", "CVE", "IRR", "NIO", "SCR"}  # codes that are more often something else before a number


def is_currency(name: str) -> bool:
    """Whether a name is the code of a currency, or its name in several words."""
    phrases = ({**NAMES["en"], **NOUNS}, {**NAMES["fr"], **FRENCH_NOUNS})
    is_code = name in {*CODES, "CFA", "CFAF", "FCFA"} - WORDS
    return is_code or (" " in name and any(name.casefold() in known for known in phrases))


def mark_pattern() -> str:
    """What a code looks like that stands before digits."""
    codes = {*CODES, "RMB", "CFA", "FCFA", "CFAF"} - WORDS - NO_MARKS
    by_letter = {letter: "|".join(sorted(c[1:] for c in codes if c[0] == letter)) for letter in {c[0] for c in codes}}
    return "|".join(f"{letter}(?:{rest})" for letter, rest in sorted(by_letter.items()))


def marks() -> dict[str, str]:
    """What may stand before digits: codes and signs, as they are written."""
    codes = {code: unit for code, unit in CODES.items() if code not in WORDS}
    signs = {sign: unit for sign, unit in SIGNS.items() if len(sign) == 1 or sign[0] in "$£" or sign[-1] in "$¥"}
    return {**codes, **signs, **MORE_SIGNS}


def units(language: str, words: dict[str, Unit]) -> dict[str, Unit]:
    """What may stand behind an amount, in small letters: signs, codes, names of currencies, and the given words."""
    nouns = FRENCH_NOUNS if language == "fr" else NOUNS
    codes = {code.casefold(): unit for code, unit in CODES.items() if code not in WORDS}
    signs = {sign.casefold(): unit for sign, unit in {**SIGNS, **MORE_SIGNS}.items() if sign != "US"}
    plain = {**codes, **signs, **NAMES[language], **nouns}
    return {**{phrase: (unit, "1") for phrase, unit in plain.items()}, **words}
