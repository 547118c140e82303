"""What a question asks for, by its words: a number or an amount, a sum, a share, a day, or something told in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from generator.content.registries import Question
from generator.drafting.dimensions import Dimension, dimensions_asked
from generator.drafting.vocabulary import concept, joint
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.languages.detect import language_of
from generator.evidence.name_parts import parts
from generator.evidence.text import normalise, tokens

Wants = Literal["number", "amount", "quantity", "share", "measure", "date", "words"]

# The first that fits says what is asked for; free words may be French.
_ASKED: dict[Wants, str] = {
    "share": r"(?:what|which|how (?:big|large) an?|quelle?) (?:\w+ )?"
    r"(?:part|share|proportion|percentage|portion|pourcentage)\b|(?:by )?(?:how many|what) percent",
    "amount": r"how much\b|what (?:did|does|will|would|do) .*\bcosts?\b|what (?:sum|price|amount)\b|combien coût"
    r"|what (?:pay|wage|price|tax|rent) (?:rise|increase|cut)\b|quelle somme\b|combien d'argent\b",
    "number": r"how many\b|what number\b|combien\b|quel nombre\b",
    "measure": r"how (?:long|far|high|tall|old|large|big|deep|fast|wide)\b|(?:de|à|sur) quelle (?:durée|distance)\b",
    "date": r"(?:by |until |since |from )?when\b|(?:on )?(?:what|which) (?:day|date|year|month)\b|quand\b|quel jour\b",
}
_BEHIND = re.compile(r"(?i)\W*combien (?!d[e']).*\bd(?:e |')(\w+)")  # Combien a-t-il acheté de farine ?
_MUCH = re.compile(r"(?i)\W*how much\b")
_ALONE = re.compile(r"(?i)\W*how many (?:of |did|does|do|will|would|has|have|had|was|were|is|are|can|could)\b")
_MONEY = frozenset(  # in a question, these tell that how much is a sum
    ("cost", "money", "wage", "spend", "invest", "budget", "debt", "tax", "salary", "revenue", "profit", "turnover")
)
_FIGURE = {"share": "share", "amount": "money"}  # what says no more than which kind of figure is asked for
_AHEAD = re.compile(r"(?i)\b(?:will|is to|are to|shall|would|plan|planned|expected|due|sera|aura|\w+ra)\b")
# What opens a question and is not what it is about.
_ASKING = frozenset(
    (
        *("how", "what", "which", "who", "whom", "when", "where", "why", "many", "much", "long", "far", "number"),
        *("combien", "quel", "quelle", "quels", "quelles", "quand", "où", "qui", "comment", "pourquoi", "nombre"),
        *("be", "do", "have", "say", "go", "get", "come", "take", "make", "would", "will", "should", "must", "can"),
        *("report", "reported", "article", "articles", "speaker", "speakers", "call", "called", "own", "kind", "far"),
        *("être", "avoir", "faire", "aller", "dire", "falloir", "pouvoir", "devoir"),
    )
)


@dataclass(frozen=True)
class Asked:
    """A question as sentences are compared with it; the month that it names, from 1, where it names one."""

    question: Question
    wants: Wants
    concepts: tuple[str, ...]  # of the words that carry what it is about, without names of months
    counted: tuple[str, ...]  # of those, what is counted
    month: int | None
    is_ahead: bool = False  # it asks for what is to come
    noun: str = ""  # what is counted, in its own words
    is_question: bool = True  # and no mere words that are looked for
    measured: frozenset[Dimension] = frozenset()  # what a measure that answers may be of


@lru_cache(maxsize=4096)
def asked(question: Question) -> Asked:
    """A question, read once."""
    plain = normalise(question.question)
    language = language_of(plain)
    kinds = (kind for kind, pattern in _ASKED.items() if re.match(rf"(?i)\W*(?:{pattern})", plain))
    wants: Wants = next(kinds, "words")
    months = {name.capitalize() if language is ENGLISH else name: n for name, n in language.months.items()}
    named = [months[word] for word in re.findall(r"\w+", plain) if word in months]
    told = [word for word in content_words(plain, language) if not named or word not in language.months]
    idle = _ASKING | {_FIGURE.get(wants, "")}
    every = tuple(dict.fromkeys(concept(word, language) for word in told))
    concepts = tuple(c for c in every if c not in idle)
    if wants == "amount" and _MUCH.match(plain) and _MONEY.isdisjoint(every):
        wants = "quantity"
    counted = _behind(plain, language) + concepts[:2] if wants == "number" and not _ALONE.match(plain) else ()
    noun = told[0] if told and counted else ""
    month, is_ahead = named[0] if named else None, bool(_AHEAD.search(plain))
    measured = dimensions_asked(plain) if wants == "measure" else frozenset()
    return Asked(question, wants, concepts, counted, month, is_ahead, noun, plain.rstrip().endswith("?"), measured)


def _behind(plain: str, language: Language) -> tuple[str, ...]:
    """What is counted, where that stands at the end of a French question."""
    found = _BEHIND.match(plain)
    return (concept(found[1].casefold(), language),) if found else ()


def content_words(text: str, language: Language) -> list[str]:
    """The words of a text that carry what it is about, folded in case; digits carry nothing."""
    found = []
    for part in parts(tokens(normalise(text), language)):
        word = part.text.casefold()
        if word not in language.function_words and word not in _ASKING and any(map(str.isalpha, word)):
            found.append(word)
    return found


def concepts_of(words: Iterable[str], language: Language) -> tuple[str, ...]:
    """What these words stand for, each once, in their order; two may be one: `walked out`. Small ones are nothing."""
    told = list(words)
    alone = (concept(word, language) for word in told if word not in language.function_words)
    joined = (joint(*pair, language) for pair in pairwise(told))
    return tuple(dict.fromkeys((*alone, *filter(None, joined))))
