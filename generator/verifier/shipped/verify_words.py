"""How `verify.py` reads words, numbers and names, by the tables that the site publishes in `data/contract.json`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

Tokens = Sequence[re.Match[str]]
GUILLEMETS = re.compile(r"(?<![\w.,!?…])«\s+|\s+»(?=[\s.,;:!?…)\]\"'”’]|$)")  # with the spaces inside them


class Part(NamedTuple):
    """A word as names are made of, without hyphens and possessive endings."""

    text: str
    token: int
    joined: bool  # nothing but a space or a hyphen stands before it
    capital: bool
    opens: bool  # a sentence


class Words:
    """How words, numbers and names are read, by the published tables."""

    def __init__(self, tables: dict[str, Any], registered: list[dict[str, Any]]) -> None:
        self.en = tables["languages"]["en"]
        self.marks, self.folded = ({ord(a): b for a, b in tables[key].items()} for key in ("plain", "folded"))
        self.patterns = {code: re.compile(own["token"]) for code, own in tables["languages"].items()}
        self.solid, self.amount, self.date = (re.compile(self.en[key]) for key in ("solid", "amount_parts", "date"))
        spelt = {n: e["id"] for e in registered for n in (e["name"], *e["aliases"], *e.get("demonyms", ()))}
        self.digest = digest("\n".join(sorted(f"{name}\t{entry}" for name, entry in spelt.items())))
        self.lower = {word for name in spelt for word in name.split() if word.islower()} | {*self.en["small_words"]}
        self.names: dict[tuple[str, ...], list[tuple[list[str], str]]] = {}
        for name, code in ((name, code) for name in spelt for code in self.patterns):
            told = [part.text for part in self.parts(self.tokens(name, code))]
            self.names.setdefault(tuple(map(self.fold, told)), []).append((told, spelt[name]))

    def plain(self, text: str) -> str:
        """Quotation marks, dashes and white space of one kind, nothing invisible."""
        text = GUILLEMETS.sub(lambda found: found[0].strip(), unicodedata.normalize("NFC", text))
        return unicodedata.normalize("NFC", " ".join(text.translate(self.marks).split()))

    def tokens(self, text: str, code: str = "en") -> Tokens:
        return list(self.patterns[code].finditer(self.plain(text)))

    def bare(self, text: str) -> list[str]:
        return [token[0] for token in self.tokens(text)]

    def run(self, text: str, code: str = "en") -> list[str]:
        return [token[0].casefold() for token in self.tokens(text, code)]

    def fold(self, text: str) -> str:
        spread = unicodedata.normalize("NFKD", text.casefold().translate(self.folded))
        return "".join(letter for letter in spread if not unicodedata.combining(letter))

    def parts(self, tokens: Tokens) -> list[Part]:
        found: list[Part] = []
        for index, token in enumerate(tokens):
            last = tokens[index - 1][0] if index else ""
            gap = token.string[tokens[index - 1].end() : token.start()] if index else ". "
            short = gap == ". " and (len(last) == 1 or last.casefold() in self.en["abbreviations"])
            solid = self.solid.fullmatch(token[0]) is not None
            for n, half in enumerate([token[0]] if solid else token[0].split("-")):
                if word := re.sub(r"'[sS]?$", "", half):
                    capital = not solid and (word[0].isupper() or (word[1:2].isupper() and not word[0].isdigit()))
                    opens = n == 0 and not short and re.match(r"[.!?…]+[\"')\]]* ", gap) is not None
                    found.append(Part(word, index, n > 0 or len(gap) == 1, capital, opens))
        return found

    def named(self, parts: Sequence[Part]) -> Iterator[tuple[str, range]]:
        """Whom the words name, the longest spelling first; acronyms keep their capitals."""
        start = 0
        while start < len(parts):
            ends = range(min(len(parts), start + 12), start, -1)
            entry, end = next(((e, end) for end in ends if (e := self._entry(parts[start:end]))), ("", start + 1))
            yield from [(entry, range(start, end))] if entry else []
            start = end

    def _entry(self, parts: Sequence[Part]) -> str:
        for told, entry in self.names.get(tuple(self.fold(part.text) for part in parts), []):
            acronyms = [word for word in told if word.isupper() and word[1:]]
            if all(part.joined for part in parts[1:]) and {*acronyms} <= {part.text for part in parts}:
                return entry
        return ""

    def subjects(self, names: Iterable[str]) -> tuple[set[str], set[str]]:
        """Who is named by runs of names, and their capitalised words."""
        runs = [self.parts(self.tokens(name)) for name in names]
        named = {entry for run in runs for entry, _ in self.named(run)}
        return named, {self.fold(part.text) for run in runs for part in run if part.capital}

    def figures(self, tokens: Tokens) -> Iterator[tuple[str, set[int]]]:
        """Every number and date in its one form, which is empty where it need not be bound, and its tokens."""
        spot = 0
        while spot < len(tokens):
            form, end = self._date(tokens, spot) or self._number(tokens, spot)
            yield from [(form, {*range(spot, end)})] if end > spot else []
            spot = max(end, spot + 1)

    def _date(self, tokens: Tokens, spot: int) -> tuple[str, int] | None:
        found = self.date.match(tokens[spot].string, tokens[spot].start())
        day = found and (found["before"] or found["day"])
        if not found or not (found["iso"] or found["whole"] or found["year"] or day):
            return None
        month = {**self.en["short_months"], **self.en["months"]}.get((found["month"] or "").casefold(), 0)
        form = f"{found['year'] or 'XXXX'}-{month:02}-{day.zfill(2) if day else 'XX'}"
        return f"date {found['iso'] or form}", spot + sum(token.start() < found.end() for token in tokens[spot:])

    def _number(self, tokens: Tokens, spot: int) -> tuple[str, int]:
        en, there, end, free = self.en, [token[0].casefold() for token in tokens] + ["", ""], spot + 1, False
        word, (first, *units), currency, percent = there[spot], there[spot].split("-"), "", False
        if nth := en["ordinals"].get(word) or en["ordinals"].get(first):
            return "" if first in en["free"] else f"{nth}th", end
        if found := self.amount.fullmatch(tokens[spot][0]):
            mark, short, percent = found["currency"] or "", found["short"] or "", bool(found["percent"])
            total = Decimal(re.sub(r",(?=\d{3}\b)", "", found["number"]).replace(",", "."))
            total *= en["scales"].get(found["scale"], 1) * (-1 if found["sign"] == "-" else 1)
            total *= en["short_scales"].get(short, 1) if mark or short not in ("k", "m") else 1
            currency = en["currencies"].get(mark, mark)
            if found["ordinal"]:
                return f"{total}th", end
        elif first.isdigit() and units:  # 30-day, 50-percent, 2-billion-euro
            total = Decimal(first) * en["scales"].get(units[0], 1)
            currency, percent = en["currencies"].get(units[-1], ""), units[-1] == "percent"
        elif word in en["values"] or first in en["values"]:
            total, free = Decimal(en["values"].get(word, en["values"].get(first))), first in en["free"]
            while there[end] in en["scales"] or (
                there[end] == "and" and total >= 100 and there[end + 1] in en["values"]
            ):
                more = en["values"].get(there[end + 1], 0) if there[end] == "and" else 0
                total, end = total * en["scales"].get(there[end], 1) + more, end + (2 if more else 1)
        else:
            return "", spot
        if not currency and there[end] in en["currencies"]:
            currency, end = en["currencies"][there[end]], end + 1
        behind = 1 if there[end] == "percent" else 2 if there[end : end + 2] == ["per", "cent"] else 0
        form = f"{currency} {total.normalize():f}".strip() + " %" * bool(percent or behind)
        return "" if free and form == "1" else form, end + behind


def digest(*asked: str) -> str:
    """Sixteen hex digits, as locks have them."""
    return hashlib.blake2b("\0".join(asked).encode(), digest_size=8).hexdigest()


def within(short: list[str], long: list[str]) -> bool:
    """Whether words stand in others, together and in order."""
    return bool(short) and any(long[n : n + len(short)] == short for n in range(len(long) - len(short) + 1))


def days(text: str) -> Iterator[str]:
    """The ends of a date (EDTF), with X for what it leaves open."""
    for end in filter("..".__ne__, text.split("/")):
        year, month, day = (end.rstrip("~?%") + "-XX-XX").split("-")[:3]
        yield f"date {year}-{month if month < '13' else 'XX'}-{day}"


def says(form: str, told: str) -> bool:
    """Whether what is told is the same number, or a date that gives as much or more."""
    one, other = (f"date {text}-XX-XX" if re.fullmatch(r"[12]\d{3}", text) else text for text in (form, told))
    same = (a in (b, "X" * len(a)) for a, b in zip(one[5:].split("-"), other[5:].split("-"), strict=False))
    return one == other or (one.startswith("date ") and other.startswith("date ") and all(same))
