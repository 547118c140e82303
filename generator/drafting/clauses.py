"""The clauses of a sentence, as far as a date is concerned: where each begins, and what it is to the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.drafting.calendar_cues import CALENDAR_CUES, CalendarCues
from generator.drafting.lines import Line
from generator.evidence.languages import Language

Run = tuple[int, int]

BEING = frozenset(("is", "are", "be", "being", "does", "do", "sera", "seront", "serait", "soit", "fait", "font"))
MODALS = frozenset(("will", "would", "shall", "should", "can", "could", "must", "might", "won't", "cannot", "doit"))
PRONOUNS = frozenset(("it", "he", "she", "they", "we", "i", "il", "elle", "ils", "elles", "nous", "on"))
SUBORDINATE = frozenset(  # unless a date follows them at once
    (
        *(
            "after",
            "before",
            "since",
            "until",
            "following",
            "despite",
            "if",
            "whether",
            "as",
            "unlike",
            "like",
            "under",
        ),
        *("after", "than", "because", "though", "once", "unless", "amid", "according", "based", "instead", "rather"),
        *("après", "avant", "depuis", "si", "comme", "malgré", "selon", "contrairement", "conformément", "sous"),
        *("suite", "faute", "plutôt", "puisque", "puisqu", "alors", "tandis"),
    )
)
COMPARING = frozenset(
    (
        *("than", "against", "compared", "versus", "from", "up", "down", "unlike"),
        *("contre", "comparé", "comparée", "rapport", "que", "qu"),
    )
)
TIMES = frozenset(  # nouns that only tell when
    (
        *("end", "start", "beginning", "middle", "close", "turn", "spring", "summer", "autumn", "winter", "month"),
        *("week", "weekend", "year", "day", "quarter", "half", "season", "morning", "evening", "night", "afternoon"),
        *("noon", "effect", "period", "course", "early", "late", "mid", "first", "second", "third", "fourth", "last"),
        *("next", "this", "ago", "already", "least", "later", "only", "again", "same", "and", "or", "months", "years"),
        *("fin", "début", "mi", "milieu", "cours", "mois", "semaine", "printemps", "été", "automne", "hiver", "an"),
        *("année", "jour", "trimestre", "semestre", "saison", "matin", "soir", "nuit", "compter", "partir", "ici"),
        *("premier", "première", "deuxième", "troisième", "quatrième", "dernier", "dernière", "prochain", "et", "ou"),
        *("toutefois", "aussi", "however", "moreover", "meanwhile", "still", "now", "then"),
    )
)
PLAIN = frozenset(  # prepositions of a phrase that tells when and where, and no more
    (
        *("in", "on", "at", "by", "from", "during", "through", "throughout", "over", "for", "within", "between"),
        *("with", "en", "à", "au", "aux", "le", "du", "dès", "lors", "pendant", "durant", "dans", "pour", "entre", "l"),
    )
)
SMALL = PLAIN | frozenset(
    (
        *("the", "a", "an", "of", "to", "till", "until", "before", "after", "since", "around", "about"),
        *("la", "les", "de", "d", "des", "ce", "cette", "avant", "après", "depuis", "jusqu", "jusque", "un", "une"),
    )
)
PART = (("of", "which"), ("of", "whom"), ("of", "these"), ("including",), ("dont",), ("soit",), ("y", "compris"))
_MARK = re.compile(r'[,;:()"]| - ')


@dataclass(frozen=True)
class Clause:
    """The tokens of a clause or a phrase between marks, its verbs, and what it is to the sentence."""

    first: int
    last: int
    verbs: tuple[Run, ...]  # groups such as `has been sold`
    is_adverbial: bool  # tells when and where, and no more
    is_aside: bool  # begins as what only adds to another clause does

    def has(self, spot: int) -> bool:
        return self.first <= spot <= self.last


def clauses(line: Line, dates: Iterable[Run], language: Language) -> tuple[Clause, ...]:
    """The clauses of a sentence in order, cut at marks and at words that open one."""
    cues = CALENDAR_CUES[language.code]
    dated = frozenset(n for first, last in dates for n in range(first, last + 1))
    counted = frozenset(figure.start for figure in language.figures(line.tokens) if not figure.is_date)
    modifying = frozenset(n for n, word in enumerate(line.words) if word in ("than", "qu") and n + 1 in counted)
    starts = [n for n in range(len(line.tokens)) if n == 0 or (n not in modifying and _begins(line, n, dated, cues))]
    ends = [*(start - 1 for start in starts[1:]), len(line.tokens) - 1]
    return tuple(_clause(line, first, last, dated, language) for first, last in zip(starts, ends, strict=True))


def _begins(line: Line, spot: int, dated: frozenset[int], cues: CalendarCues) -> bool:
    """Whether a clause begins at a token; a date is one word, and `of which` begins with its preposition."""
    if spot in dated and spot - 1 in dated:
        return False
    if _MARK.search(line.before(spot)) or is_part(line.words, spot):
        return True
    word, inside = line.words[spot], is_part(line.words, spot - 1)
    if word in cues.opening and not inside:
        return True
    return word in SUBORDINATE and (word == "than" or not _governs_a_date(line, spot, dated))


def _governs_a_date(line: Line, spot: int, dated: frozenset[int]) -> bool:
    after = spot + 1
    while after < len(line.tokens) and after not in dated and line.words[after] in SMALL | TIMES:
        after += 1
    return after in dated


def is_part(words: Sequence[str], spot: int) -> bool:
    """Whether words open what is a part of the figure before: `of which`, `dont`."""
    return spot >= 0 and any(tuple(words[spot : spot + len(part)]) == part for part in PART)


def _clause(line: Line, first: int, last: int, dated: frozenset[int], language: Language) -> Clause:
    cues = CALENDAR_CUES[language.code]
    verbs = _verbs(line, first, last, dated, language)
    word = line.words[first]
    plain = all(n in dated or line.words[n] in SMALL | TIMES for n in range(first, last + 1))
    opens = first == 0 or line.words[first - 1] in cues.opening
    phrase = opens and not verbs and word in PLAIN and bool(dated & set(range(first, last + 1)))
    follows = last + 1 < len(line.tokens) and "," in line.before(last + 1)
    adverbial = bool(dated & set(range(first, last + 1))) and (plain or (phrase and follows))
    participle = cues.participle.fullmatch(word) or word.endswith("ing") or _reports(word, cues)
    opened = word in cues.opening | SUBORDINATE | COMPARING or is_part(line.words, first)
    aside = first > 0 and not adverbial and bool(opened or participle or not verbs or "(" in line.before(first))
    return Clause(first, last, verbs, adverbial, aside)


def _reports(word: str, cues: CalendarCues) -> bool:
    return word in cues.behind or bool(cues.reports.fullmatch(word))


def _verbs(line: Line, first: int, last: int, dated: frozenset[int], language: Language) -> tuple[Run, ...]:
    """The groups of verbs that can be told by their words; a present such as `employs` cannot."""
    groups: list[Run] = []
    for spot in range(first, last + 1):
        if spot in dated or not _is_verb(line, spot, language):
            continue
        if groups and spot - groups[-1][1] <= 2 and is_helping(line.words[groups[-1][1]], CALENDAR_CUES[language.code]):
            groups[-1] = (groups[-1][0], spot)
        else:
            groups.append((spot, spot))
    return tuple(groups)


def _is_verb(line: Line, spot: int, language: Language) -> bool:
    cues, word = CALENDAR_CUES[language.code], line.words[spot]
    if line.tokens[spot].text[0].isupper() and spot:
        return False
    if is_helping(word, cues) or _reports(word, cues) or cues.plans.fullmatch(word):
        return True
    if word in language.function_words or spot == 0 or word.endswith("ly"):
        return False
    behind_a_pronoun = line.words[spot - 1] in PRONOUNS
    return behind_a_pronoun or (bool(cues.participle.fullmatch(word)) and not _is_noun(line, spot))


def is_helping(word: str, cues: CalendarCues) -> bool:
    """Whether a word stands before the verb that tells: `has`, `were`, `sera`."""
    return word in BEING | MODALS | cues.helping or word in ("has", "have", "had", "was", "were", "been", "avait")


def _is_noun(line: Line, spot: int) -> bool:
    """Whether a word that may be a participle stands behind an article: `au marché`."""
    return line.words[spot - 1] in SMALL | {"son", "sa", "ses", "leur", "leurs", "ces", "mon", "notre"}
