"""Whose somebody or something is: whether a fact gives a person what befell another, or a thing to another country.

It compares words with words, as `roles` does, so a lock keeps the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from generator.content.countries import places
from generator.evidence.languages import ENGLISH
from generator.evidence.languages.cues import HEADS
from generator.evidence.name_parts import fold
from generator.evidence.names import AliasTable
from generator.evidence.roles import is_verb
from generator.evidence.sense import stem
from generator.evidence.speakers import names_of
from generator.evidence.text import Token, tokens_by_sentence

NEAR = 3  # words between the name of somebody and who belongs to them
_OF = frozenset(("of", "to", "for"))
_ONES = frozenset(("one", "ones"))
_AND = frozenset(("and", "or"))


def is_taken_for_another(say: str, sentences: Sequence[Sequence[Token]], aliases: AliasTable, speaker: str) -> bool:
    """Whether a text names somebody, no speaker, of whom the sentences tell only through another, as *X's driver*."""
    for run in tokens_by_sentence(say):
        words = {token.text.casefold() for token in run}
        for first, last, who in names_of(run, aliases):
            if who == speaker or who not in aliases.persons or _heads_of(run, first, last):
                continue
            heads = [
                _heads_of(sentence, *spots)
                for sentence in sentences
                for *spots, named in names_of(sentence, aliases)
                if named == who
            ]
            if heads and all(heads) and not any(head & words for head in heads):
                return True
    return False


def is_of_another_country(say: str, sentences: Sequence[Sequence[Token]], aliases: AliasTable) -> bool:
    """Whether a text has the Danish envoy where the sentences have the Swedish one, and Danish things beside."""
    theirs = {pair for sentence in sentences for pair in _of_countries(sentence, aliases)}
    if not theirs:
        return False
    named = {subject for sentence in sentences for _, _, subject in names_of(sentence, aliases)}
    named -= {country for country, noun in theirs if noun in _ONES}  # two Swedish boats and a Danish one
    nouns = [stem(token.text.casefold()) for sentence in sentences for token in sentence]
    for run in tokens_by_sentence(say):
        for country, noun in _of_countries(run, aliases):
            others = {other for other, what in theirs if what == noun}
            if country in named and others and country not in others and nouns.count(noun) == 1:
                return True
    return False


def _heads_of(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    """The words that make a name only the one to whom somebody belongs: *X's driver*, *a driver of X*."""
    if tokens[last].text.endswith(("'s", "s'")) or [t.text for t in tokens[last + 1 : last + 2]] == ["'s"]:
        return HEADS.intersection(token.text.casefold() for token in tokens[last + 1 : last + 1 + NEAR])
    if first > 1 and tokens[first - 1].text.casefold() in _OF:
        return HEADS.intersection((tokens[first - 2].text.casefold(),))
    return frozenset()


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(fold(name) for place in places().values() for name in place.demonyms)


def _of_countries(tokens: Sequence[Token], aliases: AliasTable) -> Iterator[tuple[str, str]]:
    """Each adjective of a country with the stem of the noun behind it, which several may share."""
    waiting: list[str] = []
    for first, last, subject in names_of(tokens, aliases):
        text = fold(tokens[last].text)
        if first != last or not (text in _demonyms() or text.endswith("'s")):
            waiting = []
            continue
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        word = following.text.casefold() if following else ""
        if following and (word in _AND or following.gap.startswith(",")):
            waiting.append(subject)
            continue
        if following and following.gap == " " and following.text.islower() and _is_noun(word):
            noun = word if word in _ONES else stem(word)
            yield from ((country, noun) for country in (*waiting, subject))
        waiting = []


def _is_noun(word: str) -> bool:
    return word in _ONES or (word not in ENGLISH.function_words and not is_verb(word))
