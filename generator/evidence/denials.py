"""Whether a fact denies what its sentences tell, where another clause of theirs denies something else.

It compares words with words, as `roles` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice, takewhile

from generator.evidence.sense import DENYING, Cue, Grammar, Word, stem

TELLING = frozenset(("new", "own"))  # of the small words, those that a clause may be about
SUBORDINATE = frozenset(("that", "whether", "if"))  # what opens a clause that another one denies
ELSE = frozenset(("other", "others", "else"))  # behind a negation: there is no other, and one is the only one
UNLESS = frozenset(("unless", "without", "until"))  # behind a negation: only if, only with, only then
NOBODY = frozenset(("nothing", "nobody"))  # whose place may follow: nothing in the rules
PLACES = frozenset(("in", "on", "at", "about", "among", "from"))
AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "should")
)
ALIKE = 5  # letters by which two words are of one family
NO_RULE = frozenset("nobody none no not never nothing neither aucun aucune personne nul".split())
SCOPE = 3  # words that mean something, which a negation is about at most
Passage = tuple[str, int, int]  # a sentence, and from which letter to which a passage stands in it


def denies_what_is_told(say: str, passages: Sequence[Passage], grammar: Grammar) -> bool:
    """Whether `say` has a negation before a word that the clauses of the passages have, and that none there denies."""
    if not any(cue.strict and cue.kind == "negation" for cue in grammar.cues(grammar.words(say))):
        return False
    words = {word.text for sentence, _, _ in passages for word in grammar.words(sentence)}
    scopes = list(
        _scopes(
            say,
            grammar,
            {word for word in words if word.endswith("est")},
            is_conditional=bool(words & {"if", "when", "only"}),
        )
    )
    if not scopes:
        return False
    told, denied = set[str](), set[str]()
    for passage in passages:
        for stems, is_denied, is_touched in _clauses(*passage, grammar):
            if is_denied:
                denied |= stems
            elif is_touched:
                told |= stems
    return any(scope[0] in told and denied.isdisjoint(scope) for scope in scopes)


def tells_of_whom_is_excepted(say: str, sentences: Sequence[str], theirs: Grammar, own: Grammar) -> bool:
    """Whether `say` tells as the rule of those whom a sentence excepts by name: of all but her, that she signed."""
    words = own.words(say)
    if {"except", "unlike", "negation", "contrast", "aside"} & own.kinds(say)[1]:
        return False
    told = {word.text for word in words}
    for run in map(theirs.words, sentences):
        texts = [word.text for word in run]
        for cue in theirs.cues(run):
            names = [word.text for word in takewhile(lambda one: one.named, run[cue.end :])]
            is_excepted = cue.strict and cue.kind in ("except", "unlike") and told.issuperset(names)
            is_denied = not NO_RULE.isdisjoint(texts[: cue.first])  # nobody except her: it is she who did
            if names and is_excepted and not is_denied and all(texts.count(name) == 1 for name in names):
                return True
    return False


def takes_over_its_own_denial(say: str, passages: Sequence[Passage], grammar: Grammar, theirs: Grammar) -> bool:
    """Whether `say` tells what the passages deny, by words of theirs that only come near a negation.

    Of *refused to suspend the order*, *suspended the order* tells no refusal in other words; nor does it of *n'a pas
    suspendu*, for words of two languages are often of one family.
    """
    near = grammar.near_negations(say)
    if not near or any(cue.strict and cue.kind in DENYING for cue in grammar.cues(grammar.words(say))):
        return False
    told = grammar.stems(say)
    for sentence, start, end in passages:
        stems = {stem(word.text) for word in theirs.words(sentence)}
        if not all(_are_alike(phrase, stems) for phrase in near):
            continue
        cues = [cue for cue in theirs.clauses(sentence, start, end, quoted=False) if cue.kind == "negation"]
        if any(not cue.scope or any(_are_alike({one}, told) for one in cue.scope) for cue in cues):
            return True
    return False


def _are_alike(some: Set[str], others: Set[str]) -> bool:
    """Whether each of some stems is one of others, or of the family of one: object, objection."""
    return all(any(_is_alike(one, other) for other in others) for one in some)


def _is_alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= ALIKE and one[:ALIKE] == other[:ALIKE])


def _clauses(sentence: str, start: int, end: int, grammar: Grammar) -> Iterator[tuple[frozenset[str], bool, bool]]:
    """The stems of each clause of a sentence, whether something denies there, and whether the passage touches it."""
    words = grammar.words(sentence)
    denying = {spot for cue in grammar.cues(words) if cue.kind in DENYING for spot in range(cue.first, cue.end)}
    was_denied = False
    for segment in grammar.segments(words):
        is_denied = not denying.isdisjoint(segment) or any(grammar.is_negative(words[spot]) for spot in segment)
        is_denied = is_denied or (was_denied and words[segment[0]].text in SUBORDINATE)
        was_denied = is_denied
        is_touched = any(start <= words[spot].start < end for spot in segment)
        yield frozenset(meaning_of(words, segment, grammar)), is_denied, is_touched


def _scopes(say: str, grammar: Grammar, superlatives: Set[str], *, is_conditional: bool) -> Iterator[tuple[str, ...]]:
    """What each negation of a text is about: the stems of the next words of its clause.

    What is told of the longest one denies nothing: none was longer.
    """
    words = grammar.words(say)
    for cue in grammar.cues(words):
        is_only = cue.end < len(words) and words[cue.end].text in ELSE
        is_only = is_only or (is_conditional and any(word.text in UNLESS for word in words[cue.end :]))
        if cue.strict and cue.kind == "negation" and not is_only:
            end = next((segment.stop for segment in grammar.segments(words) if cue.first in segment), cue.end)
            if any(f"{word.text[:-2]}est" in superlatives for word in words[cue.end : end] if word.text[-2:] == "er"):
                continue
            start = _behind_the_place(words, cue, end)
            scope = tuple(islice(meaning_of(words, range(start, max(start, end)), grammar), SCOPE))
            if scope:
                yield scope


def _behind_the_place(words: Sequence[Word], cue: Cue, end: int) -> int:
    """Where what is denied begins: behind `will` in `nothing in the rules will stop it`; the place is not denied."""
    if cue.end >= end or words[cue.first].text not in NOBODY or words[cue.end].text not in PLACES:
        return cue.end
    return next((spot + 1 for spot in range(cue.end, end) if words[spot].text in AUXILIARIES), cue.end)


def meaning_of(words: Sequence[Word], spots: Iterable[int], grammar: Grammar) -> Iterator[str]:
    """The stems of the words at some spots that mean something, and the small ones that a clause may be about."""
    for spot in spots:
        yield from (words[spot].text,) if words[spot].text in TELLING else grammar.meaning(words, (spot,))
