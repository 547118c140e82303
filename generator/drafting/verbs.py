"""Whether a word is a verb that tells of speech where it stands: neither a plan, a noun, nor done to its subject."""

from __future__ import annotations

from dataclasses import dataclass

from generator.drafting.cue_words import Act, CueWords
from generator.drafting.lines import Line
from generator.drafting.phrases import mention_at, stops

FAR = 10  # tokens between `put` and the figure behind its `at`
LONG_ADVERB = 5  # letters: `only`, but not `fly`


@dataclass(frozen=True)
class Verb:
    """A verb in a sentence: its first token with auxiliaries and adverbs, the token that tells, and its word."""

    line: Line
    first: int
    spot: int
    word: str
    is_led: bool = False  # behind words that make speech of an infinitive: `was heard to mutter`

    @property
    def following(self) -> str:
        return word_at(self.line, self.spot + 1)

    @property
    def before(self) -> frozenset[str]:
        """The words of its group, and the one before in the same clause."""
        start = self.first if stops(self.line, self.first) else self.first - 1
        return frozenset(self.line.words[start : self.spot])

    def names(self, words: CueWords) -> bool:
        """Whether it calls something a name: `called the plan a gift`, but not `called for a plan`."""
        return self.word in words.naming and self.following not in words.prefixed.get(self.word, ())

    def acts(self, words: CueWords) -> bool:
        """Whether it is a part of what is told: `refused to pay`, `warned of floods`."""
        about = self.word in words.saying and self.following in words.about
        return (
            about
            or self.announces(words)
            or self.measures(words)
            or self.word in words.acting
            or self.word in words.naming
            or self.word in words.acting_gerunds
        )

    def announces(self, words: CueWords) -> bool:
        """Whether its object is a noun: `a annoncé mardi la suppression`."""
        after = range(self.spot + 1, len(self.line.tokens))
        spot = next((n for n in after if self.line.words[n] not in words.times), self.spot)
        plain = not any(stops(self.line, n) for n in range(self.spot + 1, spot + 1))
        return self.word in words.announcing and plain and self.line.words[spot] in words.determiners

    def measures(self, words: CueWords) -> bool:
        """Whether it puts a figure on something: `put the loss at £3m`."""
        if self.word not in words.measuring:
            return False
        for spot in range(self.spot + 1, min(self.spot + FAR, len(self.line.tokens) - 1)):
            word = self.line.words[spot]
            if stops(self.line, spot) or word in words.prepositions - words.belonging - words.at:
                return False
            if word in words.at and spot == self.spot + 1 and not words.participles:
                return False  # `the loss, estimated at £3m`
            if word in words.at and any(sign.isdigit() for sign in self.line.words[spot + 1]):
                return True
        return False

    def act(self, words: CueWords) -> Act:
        if self.names(words):
            return "statement"
        return words.gerunds.get(self.word) or words.acting.get(self.word, "statement")


def verb_at(line: Line, spot: int, words: CueWords) -> tuple[Verb, str] | None:
    """The verb of speech at a token, and the pronoun that is joined to it: `explique-t-il`, `a-t-elle déclaré`."""
    word, pronoun = without_enclitic(line.words[spot], words)
    if pronoun and word in words.auxiliaries:  # a-t-elle déclaré, a-t-elle aussitôt fait savoir
        after = range(spot + 1, len(line.tokens))
        spot = next((n for n in after if line.words[n] not in words.helpers | words.times), spot)
        word = line.words[spot]
    if word not in words.saying and word not in words.acting and word not in words.naming and word not in words.gerunds:
        return None
    led = _led(line, spot, words)
    return Verb(line, _group(line, led, words), spot, word, is_led=led < spot), pronoun


def _led(line: Line, spot: int, words: CueWords) -> int:
    """The first of the words that lead to a verb which was spoken: `heard to mutter`, `would only say that`."""
    lead = next((p for p in words.leading if line.words[max(0, spot - len(p)) : spot] == p), ())
    if lead:
        first = spot - len(lead)
        return first - (first > 0 and line.words[first - 1] in words.passive)
    limited = not words.only.isdisjoint(line.words[max(0, spot - 1) : spot + 2])
    near = range(spot - 1, max(-1, spot - 3), -1)
    return next((n for n in near if limited and line.words[n] in words.would), spot)


def without_enclitic(word: str, words: CueWords) -> tuple[str, str]:
    for ending in sorted(words.enclitics, key=len, reverse=True):
        if word.endswith(ending):
            return word.removesuffix(ending), words.enclitics[ending]
    return word, ""


def _group(line: Line, spot: int, words: CueWords) -> int:
    """The first word of a verb with what may stand between it and its subject: `has also said`."""
    first = spot
    while first > 0 and not stops(line, first) and not mention_at(line, first - 1):
        word = line.words[first - 1]
        if word not in words.helpers and not (word.endswith("ly") and len(word) >= LONG_ADVERB):
            break
        first -= 1
    return _before_times(line, first, words)


def _before_times(line: Line, first: int, words: CueWords) -> int:
    """The first word of a day or an hour that alone stands between an aside and a verb: `Doe, 53, on Friday said`."""
    spot, times = first, words.times | (words.prepositions - words.unspoken)
    while not stops(line, spot) and line.words[spot - 1] in times:
        spot -= 1
    timed = words.times & set(line.words[spot:first])
    return spot if timed and 0 < spot < len(line.tokens) and "," in line.before(spot) else first


def is_passive(verb: Verb, words: CueWords) -> bool:
    return bool(words.passive & verb.before) and not verb.is_led and not words.reflexive & verb.before


def says(verb: Verb, words: CueWords, *, inverted: bool = False) -> bool:
    """Whether a verb tells of speech that was heard: neither a plan nor a noun, and with the words that it needs.

    Behind what it tells it needs none: `…, a fait savoir la mairie`.
    """
    previous = verb.line.words[verb.spot - 1] if verb.spot else ""
    unspoken = verb.before & words.unspoken and not verb.is_led
    if unspoken or (verb.word in words.participles and not verb.before & words.auxiliaries):
        return False
    if verb.word in words.nouns_too and previous in words.determiners | words.possessives:
        return False
    behind = inverted and verb.word in words.saying and "," in verb.line.before(verb.first)
    return not _is_participle(verb, words) and (behind or _has_what_it_needs(verb, words))


def _is_participle(verb: Verb, words: CueWords) -> bool:
    """`the plan proposed by`, `a man accused of`, `Nurses urged to`."""
    if verb.following in words.by and not stops(verb.line, verb.spot + 1):
        after = verb.line.words[verb.spot + 2 : verb.spot + 3]
        return (
            not after or after[0] not in words.gerunds.keys() | words.helpers
        )  # `responded by saying`, `par ailleurs`
    if verb.word in words.transitive and verb.following in words.prepositions:
        return True
    return verb.word in words.acting.keys() - words.saying and verb.following in words.negating | words.of


def word_at(line: Line, spot: int) -> str:
    """The word at a token; none behind the last."""
    return line.words[spot] if spot < len(line.words) else ""


def behind_it(line: Line, verb: int, words: CueWords) -> int | None:
    """The token of what a verb needs, over an `it` that means what follows: `made it clear that`."""
    needed = words.prefixed.get(line.words[verb], frozenset())
    over = words.pronouns.get(word_at(line, verb + 1)) == "thing" and word_at(line, verb + 1) not in needed
    return verb + 1 + over if word_at(line, verb + 1 + over) in needed else None


def _has_what_it_needs(verb: Verb, words: CueWords) -> bool:
    needed = words.prefixed.get(verb.word)
    if (
        not needed
        or verb.following in needed
        or verb.measures(words)
        or verb.word in words.naming
        or behind_it(verb.line, verb.spot, words)
    ):
        return True
    line, after = verb.line, verb.spot + 1
    beside = stops(line, after) or (verb.first > 0 and line.tokens[verb.first - 1].quoted)
    return verb.word in words.saying and beside


def opens_an_aside(verb: Verb, words: CueWords) -> bool:
    """Whether a gerund stands behind a comma, an `and`, or the `by` of `responded by saying`."""
    line, spot = verb.line, verb.spot
    if spot == 0:
        return False
    previous = line.words[spot - 1]
    return (
        stops(line, spot) or previous in words.conjunctions | words.by | words.as_ or bool(mention_at(line, spot - 1))
    )
