"""Who speaks: whether the sentences of a fact have somebody else speak than the one who is said to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from generator.evidence.languages import ENGLISH
from generator.evidence.languages.cues import HEADS, PRONOUNS, SPEECH, STRANGERS
from generator.evidence.name_parts import fold, parts
from generator.evidence.names import AliasTable
from generator.evidence.sense import STOPS
from generator.evidence.text import Token

MOST_TITLE = 5  # words between a cue and the name behind it: `said Danish Foreign Minister`
FAR = 10  # words between somebody without a name and the verb
NEAR = 3  # words between a number and what it counts, or between a name and its verb
_HEAD = "of "  # before the name that somebody else only belongs to
_OF = frozenset(
    ("to", "of", "for", "with", "from", "about", "against", "by", "on", "at", "in", "de", "d", "du", "à", "avec")
)
_RELATIVE = re.compile(r",[^\"]*, (?:who|qui)(?: \w+)? ?")  # X, speaking for Y, who then said
_APPOSED = re.compile(
    r",[^,\"]*, (?:(?:has|had|have|then|also|later|again|now|once|who|\w+ly) ?){1,2}"
)  # X, the keeper, had
_RELATIVES = frozenset(("which", "who", "whom", "that", "where", "when", "because", "while", "but", "whether", "as"))
_ASIDE = frozenset(("to", "with", "about", "against", "à", "avec", "contre"))
_FUNCTION = ENGLISH.function_words
_SINGULAR = frozenset(("he", "she", "il", "elle"))
_SOURCES = frozenset(("according", "selon"))  # what stands before whoever says it
_NOUNS = frozenset(("a", "an", "the", "this", "his", "her", "its", "their", "no", "any", "un", "une", "ce"))
_PERFECT = frozenset(("has", "have", "had", "having", "be", "been", "being", "never", "ever", "not"))
_WHO = frozenset(("who", "qui"))


class Spoken(NamedTuple):
    """A sentence: the text that its tokens stand in, these, and the first and last that passages cover."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int

    def distance(self, spot: int) -> int:
        """How far from the passages a word stands."""
        return max(self.first - spot, spot - self.last, 0)


def speaks_for_another(who: str, sentences: Sequence[Spoken], aliases: AliasTable, people: Set[str]) -> bool:
    """Whether somebody else is the subject of the words by which the sentences tell that somebody speaks.

    People are told from people, and bodies from bodies; who speaks for a country is often named in its place.
    """
    if who not in people:
        return False
    kind = aliases.kinds.get(who)
    told = [_tellings(sentence, aliases, people) for sentence in sentences]
    nearest = [telling for tellings in told for telling in _nearest(tellings)]
    governing = [telling for tellings in told for telling in tellings if telling.governs]
    if any({who, ""} & set(telling.subjects) for telling in nearest) or any(who in t.subjects for t in governing):
        return False
    subjects = [subject for telling in nearest for subject in telling.subjects if subject != f"{_HEAD}other"]
    if any(subject.startswith(_HEAD) for subject in subjects):
        return True
    if any(subject != who and subject in people and aliases.kinds.get(subject) == kind for subject in subjects):
        return not any(_named_last(sentence, aliases, people) == who for sentence in sentences)
    if any(telling.by_a_stranger for telling in nearest):
        return True
    by_others = any(telling.by_others for telling in nearest)
    return by_others and any(_stands_aside(who, sentence, aliases) for sentence in sentences)


def _named_last(sentence: Spoken, aliases: AliasTable, people: Set[str]) -> str:
    """Who of the people is named last before a passage, where no word of speaking stands behind or in it."""
    spots = [n for n, token in enumerate(sentence.tokens) if token.text.casefold() in SPEECH and token.text.islower()]
    if any(spot >= sentence.first for spot in spots):
        return ""
    before = [subject for _, last, subject in names_of(sentence.tokens, aliases) if last < sentence.first]
    return next((subject for subject in reversed(before) if subject in people), "")


class _Telling(NamedTuple):
    """A word of speaking: how far from the passage it stands, its subjects, and whether these are people unnamed."""

    distance: int
    subjects: tuple[str, ...]  # ids, `` for a pronoun, or a head that only belongs to somebody
    by_others: bool
    governs: bool  # all that follows, as in `X said that`
    by_a_stranger: bool = False  # `an official`, who is nobody in particular


def _nearest(tellings: Sequence[_Telling]) -> list[_Telling]:
    near = min((telling.distance for telling in tellings), default=0)
    return [telling for telling in tellings if telling.distance == near]


def _tellings(sentence: Spoken, aliases: AliasTable, people: Set[str]) -> list[_Telling]:
    """Each word of speaking outside quotation marks, with its subjects."""
    text, tokens = sentence.text, sentence.tokens
    names = names_of(tokens, aliases)
    found: list[_Telling] = []
    for spot, token in enumerate(tokens):
        if token.text.casefold() in _SOURCES and not token.quoted:
            found += _source(sentence, spot, names)
        if not _tells(tokens, spot):
            continue
        subject = _behind_cue(text, tokens, spot, names)
        subject = _before_cue(text, tokens, spot, names) if subject is None else subject
        singular = {word.text.casefold() for word in tokens[max(0, spot - 1) : spot + 2]} & _SINGULAR
        subject = _meant(names, spot, people) if subject == "" and singular else subject
        subjects = () if subject is None else (subject, *_beside(text, tokens, names, subject, spot))
        distance = sentence.distance(spot)
        if not (distance or subjects) and tokens[spot - 1].text.casefold() in _PERFECT:
            continue  # `had never seen it`: what is told, and no telling
        by_others = spot > 0 and token.gap == " " and tokens[spot - 1].text.islower() and subject is None
        by_others = by_others and tokens[spot - 1].text not in _FUNCTION
        governs = [t.text for t in tokens[spot + 1 : spot + 2]] == ["that"]
        is_strange = subject is None and _is_stranger(text, tokens, spot)
        found.append(_Telling(distance, subjects, by_others, governs, is_strange))
    return found


def _is_stranger(text: str, tokens: Sequence[Token], spot: int) -> bool:
    """Whether somebody without a name is the subject of a verb: `an official who declined to be named said`."""
    for at in range(spot - 1, max(-1, spot - 1 - FAR), -1):
        word = tokens[at].text.casefold()
        if word in ("a", "an"):
            people = {token.text.casefold() for token in tokens[at + 1 : min(at + 1 + NEAR, spot)]}
            return (not at or _opens_anew(text, tokens, at - 1)) and not STRANGERS.isdisjoint(people)
        if STOPS & set(text[tokens[at].end : tokens[at + 1].start]):
            return False
    return False


def _tells(tokens: Sequence[Token], spot: int) -> bool:
    """Whether a word outside quotation marks is a verb of speaking; `a claim` is none."""
    token = tokens[spot]
    if token.text not in SPEECH or token.quoted:
        return False
    return not (spot > 0 and tokens[spot - 1].text.casefold() in _NOUNS and token.gap == " ")


def _source(sentence: Spoken, spot: int, names: _Names) -> Iterator[_Telling]:
    """The telling of `according to X`, where a name follows."""
    for first, _, subject in names:
        if spot < first <= spot + MOST_TITLE:
            between = sentence.text[sentence.tokens[spot].end : sentence.tokens[first].start]
            if not STOPS & set(between):
                headed = _headed(sentence.tokens, spot + 1 + between.startswith(" to "), first, subject)
                yield _Telling(sentence.distance(spot), (headed,) if headed else (), False, False)
            return


def names_of(tokens: Sequence[Token], aliases: AliasTable) -> list[tuple[int, int, str]]:
    """The names of a sentence: their first and last tokens, and whom they name, or the folded name itself."""
    together = parts(tokens)
    return [
        (together[name.start].token, together[name.end - 1].token, name.subject or fold(name.text))
        for name in aliases.names_of(tuple(tokens))
    ]


def _stands_aside(who: str, sentence: Spoken, aliases: AliasTable) -> bool:
    """Whether a sentence names somebody only as one to whom, with whom or against whom something is said."""
    tokens = sentence.tokens
    named = [(first, last) for first, last, subject in names_of(tokens, aliases) if subject == who]
    return bool(named) and all(
        first > 0
        and tokens[first - 1].text.casefold() in _ASIDE
        and not any(token.text.endswith("ing") for token in tokens[last + 1 : last + 2])  # with X saying
        for first, last in named
    )


_Names = Sequence[tuple[int, int, str]]


def _meant(names: _Names, spot: int, people: Set[str]) -> str:
    """Whom a pronoun means: the one person whom its sentence names before it; of several, nobody in particular."""
    before = {subject for _, last, subject in names if last < spot and subject in people}
    return before.pop() if len(before) == 1 else ""


def _beside(text: str, tokens: Sequence[Token], names: _Names, subject: str, spot: int) -> Iterator[str]:
    """Who speaks together with a subject, as the first in `both X and Y said`."""
    for (_, last, other), (first, _, one) in pairwise(names):
        if (
            one == subject
            and first < spot
            and text[tokens[last].end : tokens[first].start].strip(" ,") in ("and", "et", "")
        ):
            yield other


def _behind_cue(text: str, tokens: Sequence[Token], spot: int, names: _Names) -> str | None:
    """The subject in `…," said Minister X`."""
    if spot + 1 < len(tokens) and tokens[spot + 1].text == "by":  # X, told by Y
        return next((subject for first, _, subject in names if spot < first <= spot + MOST_TITLE), None)
    gap = text[tokens[spot - 1].end : tokens[spot].start] if spot else ""
    if not {'"', ","} & set(gap):
        return None
    for first, last, subject in names:
        between = text[tokens[spot].end : tokens[first].start] if spot < first <= spot + MOST_TITLE else '"'
        if not {'"', ",", ";", ":"} & set(between):
            following = [
                s for f, _, s in names if f == last + 1 and "," not in text[tokens[last].end : tokens[f].start]
            ]
            return _headed(tokens, spot + 1, first, following[0] if following else subject)
    return "" if spot + 1 < len(tokens) and tokens[spot + 1].text.casefold() in PRONOUNS else None


def _before_cue(text: str, tokens: Sequence[Token], spot: int, names: _Names) -> str | None:
    """The subject in `X said` and `X, who keeps the lock, said`."""
    if spot and tokens[spot - 1].text.casefold() in PRONOUNS:
        before = names if tokens[spot - 1].text.casefold() in _WHO and tokens[spot - 1].gap == ", " else ()
        return next((subject for _, last, subject in before if last == spot - 2), "")
    for first, last, subject in reversed(names):
        if last >= spot:
            continue
        between = text[tokens[last].end : tokens[spot].start]
        words = between.count(" ")
        inserted = between.startswith(",") and between.rstrip().endswith(",") and '"' not in between
        inserted = inserted or bool(_RELATIVE.fullmatch(between) or _APPOSED.fullmatch(between))
        if inserted or (words <= NEAR and not STOPS & set(between)):
            start = next((n + 1 for n in range(first - 1, -1, -1) if _opens_anew(text, tokens, n)), 0)
            possessed = between.startswith("'s ") or tokens[last].text.endswith("'s")
            if possessed and HEADS.intersection(token.text.casefold() for token in tokens[last + 1 : spot]):
                return f"{_HEAD}{subject}"
            if (headed := _headed(tokens, start, first, subject)) is not None:
                return headed
    return None


def _opens_anew(text: str, tokens: Sequence[Token], spot: int) -> bool:
    """Whether what follows a word is another clause, or another part of one."""
    stops = STOPS & set(text[tokens[spot].end : tokens[spot + 1].start])
    return bool(stops) or tokens[spot].text.casefold() in _RELATIVES


def _headed(tokens: Sequence[Token], start: int, first: int, subject: str) -> str | None:
    """A name, or the head that it only belongs to, as the adviser in `an adviser to X`; nothing if it is no subject."""
    words = [token.text.casefold() for token in tokens[start:first]]
    if not set(words) & _OF:
        return subject
    return f"{_HEAD}{subject}" if HEADS.intersection(words) else None
