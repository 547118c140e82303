"""Marks: what turns the sense of a sentence, in a text and in the clauses of an article that it is held against.

A mark is a kind of cue: a negation, a plan, a condition, an order of time. What stands in the clause of a passage is
read strictly; what may excuse a difference is read generously, anywhere in its sentence. The module needs the standard
library alone, and takes its tables as plain mappings: this very file is published with every site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

# The mark that each kind of cue belongs to; `agrees` of a fact names marks.
MARK_OF_KIND = {
    "negation": "negation", "double": "negation", "limit": "negation", "aside": "negation",
    "future": "future", "delayed": "future",
    "possibility": "possibility", "considered": "possibility", "unreal": "possibility", "averted": "possibility",
    "suggested": "possibility",
    "obligation": "obligation", "appeal": "obligation", "duty": "obligation", "advice": "obligation",
    "condition": "condition", "regardless": "condition", "unless": "condition", "unmet": "condition",
    "contrast": "contrast", "reserve": "contrast",
    "claim": "claim", "proof": "claim", "charge": "claim", "arrested": "claim", "convicted": "claim",
    "hearsay": "claim", "confirmed": "claim", "proposed": "future", "enacted": "future",
    "before": "order", "after": "order", "until": "order", "since": "order",
    "all": "quantity", "most": "quantity", "part": "quantity", "few": "quantity",
    "except": "quantity", "only": "quantity", "restricted": "quantity",
    "first": "quantity", "last": "quantity", "superlative": "quantity",
    "largest": "quantity", "smallest": "quantity", "best": "quantity", "worst": "quantity",
    "oldest": "quantity", "newest": "quantity", "richest": "quantity", "poorest": "quantity",
    "strongest": "quantity", "weakest": "quantity", "fastest": "quantity", "slowest": "quantity",
    "hottest": "quantity", "coldest": "quantity", "dearest": "quantity", "cheapest": "quantity",
    "wettest": "quantity", "driest": "quantity", "safest": "quantity", "deadliest": "quantity",
    "up": "direction", "down": "direction", "steady": "direction", "for": "direction", "against": "direction",
    "win": "direction", "lose": "direction", "open": "direction", "close": "direction",
    "arrive": "direction", "depart": "direction", "guilty": "direction", "innocent": "direction",
    "profit": "direction", "deficit": "direction", "uphold": "direction", "overturn": "direction",
    "keep": "direction", "decided": "direction", "drawn": "direction", "alike": "direction", "unlike": "direction",
    "reach": "direction", "miss": "direction", "early": "direction", "late": "direction",
    "cause": "direction", "reason": "direction", "despite": "direction", "adopt": "direction", "reject": "direction",
    "triumph": "direction", "concede": "direction", "temporary": "direction", "permanent": "direction",
    "ahead": "direction", "behind": "direction", "survive": "direction", "impose": "direction", "lift": "direction",
    "north": "direction", "south": "direction", "east": "direction", "west": "direction",
    "men": "direction", "women": "direction", "adults": "direction", "children": "direction",
    "above": "direction", "below": "direction", "sole": "quantity", "several": "quantity",
}  # fmt: skip
KINDS = tuple(MARK_OF_KIND)
MODAL = frozenset(("future", "possibility", "considered", "obligation", "appeal"))
UNREAL = frozenset(("future", "possibility"))  # what a condition in another clause of the sentence may govern
OPPOSITES = (
    ("up", "down"), ("up", "steady"), ("down", "steady"),
    ("for", "against"), ("win", "lose"), ("open", "close"), ("arrive", "depart"),
    ("guilty", "innocent"), ("first", "last"), ("largest", "smallest"), ("best", "worst"), ("oldest", "newest"),
    ("richest", "poorest"), ("strongest", "weakest"), ("fastest", "slowest"), ("hottest", "coldest"),
    ("dearest", "cheapest"), ("wettest", "driest"), ("safest", "deadliest"), ("profit", "deficit"),
    ("uphold", "overturn"), ("uphold", "innocent"), ("keep", "lose"), ("decided", "drawn"), ("alike", "unlike"),
    ("reach", "miss"), ("early", "late"), ("cause", "despite"),
    ("adopt", "reject"), ("triumph", "concede"), ("temporary", "permanent"), ("ahead", "behind"), ("survive", "down"),
    ("impose", "lift"), ("above", "below"), ("sole", "several"),
    ("north", "south"), ("east", "west"), ("men", "women"), ("adults", "children"),
)  # fmt: skip
# Ladders: what a sentence tells, and what a text makes of it that the sentence does not have.
_STEPS = (
    ("charge", "proof"), ("arrested", "convicted"), ("charge", "convicted"), ("hearsay", "confirmed"),
    ("proposed", "enacted"),
)  # fmt: skip
_WITH_EXCEPTIONS = frozenset(("except", "only", "contrast", "negation", "most", "part", "few"))
_SOME = ("most", "part", "few")
OPPOSED = frozenset(kind for pair in OPPOSITES for kind in pair)
SCOPE = 9  # words that mean something, which a cue is about at most
EVENT = 2  # words that mean something, by which an event is known again
DENYING = frozenset(("negation", "double", "limit"))
_APART = frozenset(("condition", "aside"))  # cues that are about other words than those that follow them
_AT_ONCE = DENYING | {"condition", "except", "aside"}  # what a passage may not end just before
DENIED = 16  # words behind a passage, within which a negation may still be about it
MIN_NEGATIVE = 5  # letters: a word that denies something by its first or last ones has more
LONG = 4  # letters: a verb in -ed has more
NEAR = 3  # words between a negation and the refusal that it turns round
LIMIT = 7  # words between a negation and the bound of a figure that it denies
_made = tuple.__new__  # a named tuple without a call of Python: there are many
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]")
_YEAR = re.compile(r"[12]\d{3}")
_DIGITS = ("##", "####", "~")  # in a phrase: a number, or the sign before one; a year; any word
_THAT = frozenset(("that", "whether", "que", "qu'"))
_WHOLE_PHRASES = frozenset(("negator", "regardless", "except", "double"))  # no word of theirs is another cue
_PLEADING = frozenset(("plead", "pleads", "pleaded", "pleading", "pled"))
_DETERMINING = frozenset("the a an its his her their our s le la les".split())
_COUNTING = frozenset(  # behind an *only* that tells how many, or when
    "one two three four five six seven eight nine ten eleven twelve a an half about some after when if in on at then "
    "once because by for to as few recently partly un une deux trois quatre cinq six sept huit neuf dix".split()
)
_LIFTING = frozenset(("lift", "lifts", "lifted", "lifting", "ended", "eased"))
_BANS = frozenset(("ban", "bans", "veto", "vetoes", "block", "blocks"))  # what is lifted
_SUBJECTS = frozenset(("it", "he", "she", "they", "that", "the", "its", "there", "we", "i", "his", "her", "their"))
_AUXILIARIES = frozenset(
    ("would", "will", "had", "has", "have", "was", "were", "is", "are", "could", "might", "should")
)
_NE, _PAS = frozenset(("ne", "n'")), frozenset(("pas", "jamais", "plus", "point"))
_BINARY = (("open", "close"), ("guilty", "innocent"), ("uphold", "overturn"))
_INVERTING = frozenset(("the", "a", "an", "it", "he", "she", "they", "we", "there", "this", "any", "its", "their"))
_ASKING_WHY = frozenset(("why", "how", "what", "which", "when", "where", "who", "and", "or"))
_RANKS = frozenset("other second third fourth fifth sixth seventh eighth ninth tenth twelfth twentieth".split())
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_BELONGING = _BEING | set("not as become becomes became form forms formed take takes took taking".split())  # part of
_RANKED = frozenset(
    (
        *("the", "a", "her", "his", "its", "their", "our", "s", "came", "come", "comes", "coming", "finish", *_BEING),
        *("finished", "finishes", "rank", "ranks", "ranked", "place", "placed", "seeded", "at", "and", "or"),
    )
)
STOPS = frozenset(',;:()"-.?!')  # signs of English that part what stands on either side of them
_PUNCTUATION = frozenset(',;:()-"«»')


class Word(NamedTuple):
    """A word or a sign of a text in lower case, where it stands, and whether a capital makes it a name."""

    text: str
    start: int
    end: int
    named: bool


class Cue(NamedTuple):
    """A phrase that is a mark, or comes near one: its kind, whether it is strict, and the words that it spans."""

    kind: str
    strict: bool
    first: int
    end: int


class Marks(NamedTuple):
    """The kinds of cues that stand in the clauses of a passage, and all that stand in its sentence."""

    clause: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()


class Placed(NamedTuple):
    """The marks of a passage, its sentence by paragraph and number, and the last of the words that it covers."""

    sentence: tuple[int, int]
    last: int
    marks: Marks

    @property
    def clause(self) -> frozenset[str]:
        return frozenset(self.marks.clause)


class Governing(NamedTuple):
    """A strict cue that bears on a passage, and the stems of what it is about; none where that is everything."""

    kind: str
    scope: frozenset[str]


class Difference(NamedTuple):
    """A mark in which a text and its sentences differ: the kind of cue, and who has it."""

    kind: str
    is_added: bool  # the text has it, its sentences do not

    @property
    def mark(self) -> str:
        return MARK_OF_KIND[self.kind]

    @property
    def may_be_turned(self) -> bool:
        """Whether it is none where both sides changed places, too: `A before B`, `A colder than B`."""
        return self.mark == "order" or self.kind in OPPOSED


class Grammar:
    """The cues of one language."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._splits: Mapping[str, list[str]] = tables["splits"]
        self._prefixed = frozenset(tables["prefixes"])
        self._ranked = frozenset(tables["strict"]["superlative"])  # the second-largest
        self._elided = re.compile(f"({'|'.join(tables['elisions'])})'" if tables["elisions"] else "(?!)")
        self.openers, self._relatives = frozenset(tables["openers"]), frozenset(tables["relatives"])
        self._asking, self.function = frozenset(tables["asking"]), frozenset(tables["function"])
        self._prefixes, self._affirmed = tuple(tables["negative"]), tuple(tables["affirmed"])
        self._undoing = tuple(tables.get("undoing", ()))
        self._lacking = tuple(tables.get("lacking", ()))
        self._not_lacking = frozenset(tables.get("not_lacking", ()))
        self.links = frozenset(tables["links"])
        self.itself = frozenset(tables["itself"])
        self._participles = frozenset(tables["participles"])
        self._nearly = frozenset(tables["nearly"])
        self._limits = _by_first_word((phrase, ("", True)) for phrase in tables["limits"])
        self._free = _by_first_word((phrase, ("", True)) for phrase in tables["free"])
        self._cues = _by_first_word(
            (phrase, (kind, strength == "strict"))
            for strength in ("strict", "soft")
            for kind, phrases in tables[strength].items()
            for phrase in phrases
        )
        self._endings = tuple(tables["future_endings"])
        self._refusing = frozenset(tables.get("refusing", ()))
        self._negators = frozenset(phrase.partition(" ")[0] for phrase in tables["strict"]["negator"])
        self._other_words = _by_first_word(
            (phrase, (kind, False)) for kind, phrases in tables.get("told", {}).items() for phrase in phrases
        )

    @lru_cache(maxsize=4096)  # noqa: B019 -- there is one grammar a language, for as long as the program runs
    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a normalised text, contractions and elisions parted."""
        return tuple(self._words(text))

    def _words(self, text: str) -> Iterator[Word]:
        opens, behind_dateline, before = True, False, ""
        for match in _WORD.finditer(text):
            raw = match.group()
            start, end = match.span()
            parted, has_capital, opens_behind = self._read(raw)
            opens = opens or (raw[0].isalpha() and behind_dateline)
            behind_dateline = raw == "-" and before == ")"  # OSLO (Agency) - Nobody …
            before = raw
            named = has_capital and not opens
            for part in parted:
                yield _made(Word, (part, start, end, named))
            opens = opens_behind is not False and (opens or opens_behind is True)

    @lru_cache(maxsize=65536)  # noqa: B019
    def _read(self, raw: str) -> tuple[Sequence[str], bool, bool | None]:
        """The parts of a word or a sign; whether its capital may make a name; whether a capital behind it makes none.

        Behind some signs that is as it was before them, which is told by nothing.
        """
        opens_behind = None if raw in (",", "-", ")") else not raw[0].isalnum()
        return self._parted(raw.casefold()), raw[0].isupper() and (len(raw) == 1 or not raw.isupper()), opens_behind

    def _parted(self, word: str) -> Sequence[str]:
        if word in self._splits:
            return self._splits[word]
        if "'" not in word and "-" not in word:
            return (word,)  # most words
        if word.endswith("n't"):
            return [word[:-3], "not"]
        if word.endswith("'ll"):
            return [word[:-3], "will"]
        prefix, hyphen, rest = word.partition("-")
        if hyphen and (prefix in self._prefixed or rest in self._ranked):
            return [prefix, rest]
        if elided := self._elided.match(word):
            return [elided.group(), word[elided.end() :]]
        return [word]

    @lru_cache(maxsize=4096)  # noqa: B019
    def cues(self, words: tuple[Word, ...]) -> tuple[Cue, ...]:
        """Every cue in order; what a free phrase covers is none, and of each kind the longest phrase counts."""
        free = [start for start, word in enumerate(words) if word.text in self._free]
        tensed = [n for n, word in enumerate(words) if self._is_future(word)] if self._endings else []
        ranges = [self._covered(words, start) for start in free]
        covered = {spot: spots.stop for spots in ranges for spot in spots}
        whole = {(spots.start, spots.stop) for spots in ranges}  # of these, a cue that comes near is one nevertheless
        found = [
            Cue(kind, strict, spot, end)
            for spot, word in enumerate(words)
            if word.text in self._cues
            for (kind, strict), end in self._longest(words, spot).items()
            if end > covered.get(spot, 0) or (spot, end) in whole  # `in all` ends before `all but three` does
            if not (kind == "possibility" and strict and self._is_inability(words, spot, end))
            if not (kind == "first" and self._is_adverb(words, spot, end))
            if not (kind == "averted" and self._is_compared(words, spot))
            if not (kind == "all" and strict and self._is_share(words, spot))
            if not (kind == "part" and self._is_no_part(words, spot, end))
        ]
        found = [*self._with_verdicts(words, found)]
        reasons = {cue.first: cue.end for cue in found if cue.kind == "reason" and cue.strict}
        if reasons:  # what is due to the snow is nothing to come
            found = [cue for cue in found if cue.kind != "future" or reasons.get(cue.first, 0) <= cue.end]
        within = {spot for cue in found if cue.kind in _WHOLE_PHRASES for spot in range(cue.first + 1, cue.end)}
        if within:  # of `no longer`, the second word is no growth; `bar the last one` bars nobody
            excepting = {cue.first for cue in found if cue.kind == "except"}
            barred = {cue for cue in found if cue.kind == "refusal" and cue.first in excepting}
            found = [cue for cue in found if cue.first not in within and cue not in barred]
        found += [Cue("future", True, spot, spot + 1) for spot in tensed]
        found += [cue._replace(kind="restricted") for cue in found if self._restricts(words, cue)]
        cues = self._with_doubles(words, sorted(found, key=lambda cue: cue.first))
        return tuple(self._in_its_place(words, cue) for cue in cues)

    def _with_verdicts(self, words: Sequence[Word], cues: Sequence[Cue]) -> Iterator[Cue]:
        """Of `found not guilty` neither word is a cue of its own; who pleads so only denies it."""
        verdicts = {c.first for c in cues if c.kind == "innocent" and words[c.first].text == "not"}
        pleaded = {at for at in verdicts if at and words[at - 1].text in _PLEADING}
        parts = {(at + 1, "guilty") for at in verdicts}
        parts |= {(at, "innocent" if at in pleaded else "negator") for at in verdicts}
        yield from (cue for cue in cues if (cue.first, cue.kind) not in parts)

    def _restricts(self, words: Sequence[Word], cue: Cue) -> bool:
        """Whether an *only* tells of whom something holds, and not of how many, or when: `only pupils in their …`."""
        following = words[cue.end] if cue.end < len(words) else None
        if cue.kind != "only" or not cue.strict or following is None or following.text in _COUNTING:
            return False
        is_sole = cue.first > 0 and words[cue.first - 1].text in _DETERMINING  # the only bridge
        return following.text[0].isalpha() and not following.text.endswith("ly") and not is_sole

    def _in_its_place(self, words: Sequence[Word], cue: Cue) -> Cue:
        """A cue with what the words behind it make of it."""
        if cue.kind == "considered":
            return cue._replace(strict=cue.strict or self._is_thought_of(words, cue))
        kind = self._kind(words, cue)
        return cue if kind == cue.kind else cue._replace(kind=kind)

    def _kind(self, words: Sequence[Word], cue: Cue) -> str:
        """The kind of a cue by what follows it."""
        if cue.strict and cue.kind == "negation" and self._limits_a_figure(words, cue):
            return "limit"
        if cue.strict and cue.kind in ("obligation", "advice") and self._is_inverted(words, cue):
            return "condition"
        is_unreal = cue.strict and cue.kind == "future" and words[cue.first].text == "would"
        return "unreal" if is_unreal and self._is_perfect(words, cue.end) else cue.kind

    def _is_inverted(self, words: Sequence[Word], cue: Cue) -> bool:
        """Whether a `should` stands before its subject: `should the wind turn`, which is a condition."""
        if words[cue.first].text != "should" or cue.end >= len(words) or words[cue.end].text not in _INVERTING:
            return False
        return not cue.first or words[cue.first - 1].text not in _ASKING_WHY

    def _is_thought_of(self, words: Sequence[Word], cue: Cue) -> bool:
        """Whether a deed follows that somebody only thought of: `considered leaving`."""
        following = words[cue.end].text if cue.end < len(words) else ""
        is_deed = len(following) > LONG and following.endswith("ing") and words[cue.end].start > words[cue.end - 1].end
        return is_deed and words[max(0, cue.first - 1)].text not in _BEING

    def _is_adverb(self, words: Sequence[Word], spot: int, end: int) -> bool:
        """Whether a `first` at the end of its clause means *before all else*, and no rank."""
        closes = end == len(words) or not words[end].text[0].isalnum()
        is_ranked = not spot or words[spot - 1].text in _RANKED or not words[spot - 1].text[0].isalnum()
        return closes and words[spot].text == "first" and not is_ranked

    def _is_no_part(self, words: Sequence[Word], spot: int, end: int) -> bool:
        """Whether *part of* tells of belonging, or a quarter of a century of a time."""
        belongs = words[spot].text == "part" and spot > 0 and words[spot - 1].text in _BELONGING
        following = words[end].text if end < len(words) else ""
        return belongs or (words[end - 1].text == "of" and following in ("a", "an"))

    def _is_compared(self, words: Sequence[Word], spot: int) -> bool:
        """Whether something else is only compared with what somebody had expected: `more than they had hoped`."""
        return any(word.text in ("than", "as") for word in words[max(0, spot - LIMIT) : spot])

    def _is_share(self, words: Sequence[Word], spot: int) -> bool:
        """Whether an *every* only tells how many: every eighth house is one in eight."""
        return words[spot].text == "every" and spot + 1 < len(words) and words[spot + 1].text in _RANKS

    def _is_perfect(self, words: Sequence[Word], spot: int) -> bool:
        """Whether `have` and a participle follow: what somebody would have done did not come about."""
        ahead = [word.text for word in words[spot : spot + 2 * NEAR] if word.text != "not" and word.text[-2:] != "ly"]
        verb = ahead[ahead.index("have") + 1 :][:1] if "have" in ahead[:2] else []
        return bool(verb) and (verb[0] in self._participles or verb[0].endswith(("ed", "en")))

    def _limits_a_figure(self, words: Sequence[Word], cue: Cue) -> bool:
        """Whether a negation only makes a limit of a figure: `sell no beans below $4,100`."""
        for spot in range(cue.end, min(cue.end + LIMIT, len(words))):
            if words[spot].text in _PUNCTUATION:
                return False
            end = max((end for _, end in _matches(self._limits, words, spot)), default=len(words))
            if any(word.text[0].isdigit() for word in words[end : end + 2]):
                return True
        return False

    def _is_near_miss(self, words: Sequence[Word], spot: int) -> bool:
        """Whether a verb follows that did not quite come about: `almost won`."""
        verb = words[spot + 1].text if words[spot].text in self._nearly and spot + 1 < len(words) else ""
        return verb in self._participles or verb in IRREGULAR or (len(verb) > LONG and verb.endswith("ed"))

    def _is_future(self, word: Word) -> bool:
        """Whether a word of a language that has a future tense stands in it: `commenceront`."""
        return len(word.text) > 4 and not word.named and word.text.endswith(self._endings)

    def _is_inability(self, words: Sequence[Word], spot: int, end: int) -> bool:
        """Whether a *could* is no possibility but denies that somebody was able: *could not find*."""
        return words[spot].text == "could" and end < len(words) and words[end].text == "not"

    def _covered(self, words: Sequence[Word], start: int) -> range:
        """The words of a free phrase that begins here, unless a strict cue as long or one that is longer does."""
        end = max((end for _, end in _matches(self._free, words, start)), default=start)
        if end == start:
            return range(0)
        longest = self._longest(words, start)
        strict = max((end for (_, strict), end in longest.items() if strict), default=start)
        return range(0) if end <= strict or end < max(longest.values(), default=start) else range(start, end)

    def _longest(self, words: Sequence[Word], spot: int) -> dict[tuple[str, bool], int]:
        ends: dict[tuple[str, bool], int] = {}
        for meaning, end in _matches(self._cues, words, spot):
            ends[meaning] = max(end, ends.get(meaning, 0))
        return ends

    def _is_denied_behind(self, words: Sequence[Word], cue: Cue) -> bool:
        """Whether a refusal stands between both halves of a French negation: `n'exclut pas`."""
        ahead = {word.text for word in words[max(0, cue.first - 2) : cue.first]}
        return bool(ahead & _NE) and any(word.text in _PAS for word in words[cue.end : cue.end + 2])

    def _is_lifted(self, words: Sequence[Word], cue: Cue) -> bool:
        """Whether a ban is lifted: it denies nothing any more."""
        ahead = words[max(0, cue.first - NEAR) : cue.first]
        return words[cue.first].text in _BANS and any(word.text in _LIFTING for word in ahead)

    def _with_doubles(self, words: Sequence[Word], cues: Sequence[Cue]) -> Iterator[Cue]:
        """Negations and refusals are negation, but what denies a refusal is a double one, and neither is left."""
        inner: set[int] = set()
        for cue in cues:
            if not cue.strict or cue.kind not in ("negator", "refusal"):
                yield cue if cue.kind != "negator" else cue._replace(kind="negation")
            elif cue.kind == "refusal" and self._is_lifted(words, cue):
                continue
            elif cue.first not in inner:
                is_inverting = cue.kind == "negator" or words[cue.first].text in self._refusing
                doubled = self._denied(words, cues, cue) if is_inverting else None
                if doubled:
                    inner.add(doubled.first)
                    yield Cue("double", True, cue.first, doubled.end)
                elif cue.kind == "refusal" and self._is_denied_behind(words, cue):
                    inner |= {*range(cue.end, cue.end + 2)}
                    yield cue._replace(kind="double")
                else:
                    yield cue._replace(kind="negation")

    def _denied(self, words: Sequence[Word], cues: Sequence[Cue], negator: Cue) -> Cue | None:
        """The refusal, or the `without`, that a negation turns round."""
        if self._keeps_from(words, negator.end):
            return negator
        for cue in cues:
            if not cue.strict or not negator.end <= cue.first <= negator.end + NEAR:
                continue
            is_without = cue.kind == "negator" and words[cue.first].text in ("without", "sans")
            inverts = is_without or (cue.kind == "refusal" and not self._is_lifted(words, cue))
            if inverts and not any(word.text in _PUNCTUATION for word in words[negator.end : cue.first]):
                return cue
        return None

    def _keeps_from(self, words: Sequence[Word], spot: int) -> bool:
        """Whether `keep … from`, or its like, stands here: what did not keep somebody from it let it happen."""
        ahead = [word.text for word in words[spot : spot + 2 * NEAR + 1]]
        return bool(ahead) and ahead[0] in ("keep", "stop", "prevent", "deter", "hinder") and "from" in ahead

    @lru_cache(maxsize=4096)  # noqa: B019
    def segments(self, words: tuple[Word, ...]) -> tuple[range, ...]:
        """The clauses of a sentence, roughly: what stands between its signs and the words that open clauses."""
        starts = [0]
        for spot, word in enumerate(words):
            if word.text in _PUNCTUATION:
                starts.append(spot + 1)
            elif word.text in self.openers and not word.named:
                starts.append(spot)
        ends = [*starts[1:], len(words)]
        return tuple(range(start, end) for start, end in zip(starts, ends, strict=True) if start < end)

    def kinds(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """The kinds of the strict cues of a text of ours, and those that it has or tells in other words."""
        words = self.words(text)
        strict = frozenset(cue.kind for cue in self.cues(words) if cue.strict)
        near = {kind for _, _, kind in self._in_other_words(words)}
        near |= {"double"} if self._denies_a_near_negation(words) else set()
        near |= {"negation"} if any(self._is_undone(word) for word in words) else set()
        return strict, strict | {"negation" if kind == "negator" else kind for kind in near}

    def near_negations(self, text: str) -> list[frozenset[str]]:
        """The stems of each phrase of a text of ours that comes near to a negation; of *against*, with whom it is."""
        words = self.words(text)
        near = ((n, end) for n, end, kind in self._in_other_words(words) if kind == "negator")
        return [frozenset(stem(w.text) for w in words[n:end]).union(self._against(words, n)) for n, end in near]

    def _against(self, words: Sequence[Word], spot: int) -> Iterable[str]:
        """The stem of whom an *against* is about."""
        return islice(self.meaning(words, range(spot + 1, len(words))), int(words[spot].text == "against"))

    def _denies_a_near_negation(self, words: tuple[Word, ...]) -> bool:
        """Whether a negation stands close before what comes near one: `did not dispute`."""
        cues = (cue for cue in self.cues(words) if words[cue.first].text in self._negators)
        ends = [cue.end for cue in cues if cue.strict and cue.kind == "negation"]
        spots = {spot for end in ends for spot in range(end, end + NEAR)}
        return any(kind == "negator" and spot in spots for spot, _, kind in self._in_other_words(words))

    @lru_cache(maxsize=4096)  # noqa: B019
    def _in_other_words(self, words: tuple[Word, ...]) -> tuple[tuple[int, int, str], ...]:
        """Every phrase that comes near to a cue: from one word to before another, and the kind of that cue."""
        spots = range(len(words))
        return tuple((n, end, kind) for n in spots for (kind, _), end in _matches(self._other_words, words, n))

    def clauses(self, sentence: str, start: int, end: int, *, quoted: bool) -> list[Governing]:
        """The strict cues that bear on a passage, which stands from one letter of a sentence to another."""
        words = self.words(sentence)
        place = _Place.of(words, self.segments(words), start, end)
        return list(self._bearing(words, self.cues(words), place, quoted=quoted)) if place else []

    def inside_and_outside(self, sentence: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the clauses that a passage touches, and of the others, but for those that tell who says it."""
        words = self.words(sentence)
        place = _Place.of(words, self.segments(words), start, end)
        touched, segments = (place.touched, place.segments) if place else ([], ())
        telling = {cue.first for cue in self.cues(words) if cue.kind == "claim" and cue.strict}
        others = [segment for segment in segments if segment not in touched and telling.isdisjoint(segment)]
        inside, outside = (
            frozenset[str]().union(*(self._content(words, s) for s in part)) for part in (touched, others)
        )
        return inside, outside

    def marks(self, sentence: str, start: int, end: int, *, quoted: bool, item: bool = False) -> Marks:
        """The kinds of cues that bear on a passage, and all that its sentence has.

        An item of a list has what the sentence before the list gives it: it may be planned, possible or asked for.
        """
        words = self.words(sentence)
        cues, kinds = self.cues(words), set(MODAL if item else ())
        place = _Place.of(words, self.segments(words), start, end)
        bearing = {cue.kind for cue in self._bearing(words, cues, place, quoted=quoted)} if place else set()
        far = next((n for n, word in enumerate(words) if word.start >= end), len(words)) + DENIED
        kinds |= {"negation"} if any(map(self.is_negative, words[:far])) else set()
        for segment in self.segments(words):
            own = place is not None and segment in place.touched
            inside = [cue for cue in cues if cue.first in segment and self._excuses(cue, far, own=own)]
            kinds |= {cue.kind for cue in inside}
            kinds |= {"double"} if len({cue.first for cue in inside if cue.kind == "negation"}) > 1 else set()
        return Marks(_ordered(bearing), _ordered(kinds))

    def _excuses(self, cue: Cue, far: int, *, own: bool) -> bool:
        """Whether a cue may excuse a difference; what only comes near a negation does in its own clause alone."""
        return cue.kind not in DENYING or (cue.first < far and (cue.strict or own))

    def is_negative(self, word: Word) -> bool:
        """Whether a word may deny something by its first letters or its last: `unprecedented`, `goalless`."""
        text = word.text
        if len(text) <= MIN_NEGATIVE:
            return False
        opens = text.startswith(self._prefixes) and not text.startswith(self._affirmed)
        return opens or (text.endswith(self._lacking) and text not in self._not_lacking)

    def _is_undone(self, word: Word) -> bool:
        """Whether a word tells by its first letters that something was not done, or that it lacks: `unvaccinated`."""
        undone = word.text.startswith(self._undoing) and word.text.endswith("ed")
        return self.is_negative(word) and (undone or word.text.endswith(self._lacking or (" ",)))

    def _bearing(
        self, words: Sequence[Word], cues: Sequence[Cue], place: _Place, *, quoted: bool
    ) -> Iterator[Governing]:
        """Cues of the clauses themselves, up to the end of the passage, and what the rest of the sentence adds."""
        own = [cue for cue in cues if cue.strict and cue.kind != "claim" and place.governs(cue)]
        own = [
            cue for cue in own if cue.kind != "contrast" and not (cue.kind == "condition" and self._asks(words, cue))
        ]
        yield from (Governing(cue.kind, self._scope(words, place, cue)) for cue in own if cue.kind not in _APART)
        yield from (Governing("aside", scope) for cue in own if (scope := self._set_aside(words, place, cue)))
        yield from self._conditions(words, cues, own, place)
        missed = (n for part in place.touched for n in part if n < place.end and self._is_near_miss(words, n))
        yield from (Governing("unreal", self._scope(words, place, Cue("unreal", True, n, n + 1))) for n in missed)
        if self._opens_with_condition(words, cues, place):
            yield Governing("condition", self._content(words, place.touched[0]))
        unreal = any(cue.kind in UNREAL for cue in own)
        if unreal and any(cue.kind == "condition" and cue.strict and not self._asks(words, cue) for cue in cues):
            yield Governing("condition", frozenset().union(*(self._content(words, part) for part in place.touched)))
        opener = words[place.touched[0][0]].text
        if opener in ("that", "que", "qu'", "whether") and place.before:
            denials = [cue for cue in cues if cue.strict and cue.kind in DENYING and cue.first in place.before]
            yield from (Governing(cue.kind, self._content(words, place.touched[0])) for cue in denials)
        taken = [c.first for c in cues if quoted and c.kind == "contrast" and c.strict]
        if place.after and place.after[0] in taken:
            yield Governing("contrast", frozenset())
        elif self._rest(words, place) & set(taken):
            yield Governing("reserve", frozenset())  # which only a quotation of the words has to keep
        told = [scope for cue in cues if (scope := self._told(words, place, cue))]
        if quoted or told:
            yield Governing("claim", frozenset() if quoted else frozenset().union(*told))

    def _opens_with_condition(self, words: Sequence[Word], cues: Sequence[Cue], place: _Place) -> bool:
        """Whether what stands before the first clause, as far as a sign, begins with a condition: `If it snows, …`."""
        start = place.before.start if place.before else 0
        while start and words[start - 1].text not in _PUNCTUATION:
            start -= 1
        is_parted = bool(place.before) and words[place.before.stop - 1].text in _PUNCTUATION
        opening = (c for c in cues if c.kind == "condition" and c.strict and c.first == start)
        return is_parted and any(not self._asks(words, cue) for cue in opening)

    def _conditions(
        self, words: Sequence[Word], cues: Sequence[Cue], own: Sequence[Cue], place: _Place
    ) -> Iterator[Governing]:
        """Conditions are about what they are set for: the other clauses of the passage, or that before `, unless`."""
        for cue in own:
            if cue.kind == "condition":
                others = [segment for segment in place.touched if cue.first not in segment]
                yield Governing("condition", frozenset().union(*(self._content(words, other) for other in others)))
        for cue in cues:
            follows = bool(place.after) and cue.first == place.after[0] and words[cue.first].text in self.openers
            if follows and cue.kind == "condition" and cue.strict and not self._asks(words, cue):
                yield Governing("condition", self._content(words, place.touched[-1]))

    def _rest(self, words: Sequence[Word], place: _Place) -> set[int]:
        """What follows a passage in the same speech: up to its mark, and what goes on behind the speaker."""
        speech, rest = True, set[int]()
        for spot in range(place.end, len(words)):
            if words[spot].text == '"':
                speech = not speech
            elif speech:
                rest.add(spot)
        return rest

    def _asks(self, words: Sequence[Word], cue: Cue) -> bool:
        """Whether an `if` only opens what somebody asks or knows."""
        return cue.first > 0 and words[cue.first - 1].text in self._asking

    def _scope(self, words: Sequence[Word], place: _Place, cue: Cue) -> frozenset[str]:
        """What a cue is about: the next words of its clause that mean something."""
        end = next((segment.stop for segment in place.segments if cue.first < segment.stop), len(words))
        if words[end - 1].text[0].isalnum() and cue.kind in DENYING:  # no proof | that it was so
            end = next((s.stop for s in place.segments if s.start == end and words[end].text in _THAT), end)
        end = next((spot for spot in range(cue.end, end) if words[spot].text in ("and", "or", "et", "ou")), end)
        scope = frozenset(islice(self.meaning(words, range(cue.end, max(end, cue.end))), SCOPE))
        beside = [spot for spot in range(place.first, place.end) if not cue.first <= spot < max(end, cue.end)]
        return scope if any(self.meaning(words, beside)) else frozenset()  # else the passage is about nothing but it

    def _set_aside(self, words: Sequence[Word], place: _Place, cue: Cue) -> frozenset[str]:
        """What is not so, of all that a clause tells: what stands behind `rather than`, and nowhere before it."""
        segment = next(segment for segment in place.segments if cue.first in segment)
        if cue.kind != "aside":
            return frozenset()
        behind = self._content(words, range(cue.end, segment.stop))
        return behind - self._content(words, range(segment.start, cue.first))

    def _content(self, words: Sequence[Word], segment: range) -> frozenset[str]:
        return frozenset(self.meaning(words, segment))

    def meaning(self, words: Sequence[Word], spots: Iterable[int]) -> Iterator[str]:
        """The stems of the words at some spots, of those that mean something."""
        for spot in spots:
            if words[spot].text[0].isalnum() and words[spot].text not in self.function:
                yield stem(words[spot].text)

    def stems(self, text: str) -> frozenset[str]:
        """The stems of the words of a text that mean something."""
        words = self.words(text)
        return self._content(words, range(len(words)))

    def followed_by(self, text: str, kind: str) -> frozenset[str]:
        """The stems that follow the first cue of a kind in a text: what comes after an *after*."""
        words = self.words(text)
        cues = (cue for cue in self.cues(words) if cue.strict and cue.kind == kind)
        return next(
            (frozenset(islice(self.meaning(words, range(c.end, len(words))), EVENT)) for c in cues), frozenset()
        )

    def around(self, text: str, kind: str) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the clause behind the first cue of a kind in a text, and those of all its other clauses."""
        words = self.words(text)
        cue = next((cue for cue in self.cues(words) if cue.strict and cue.kind == kind), None)
        if cue is None:
            return frozenset(), frozenset()
        end = next((part.stop for part in self.segments(words) if cue.end - 1 in part), len(words))
        rest = (*range(cue.first), *range(end, len(words)))
        return self._content(words, range(cue.end, end)), frozenset(self.meaning(words, rest))

    def _told(self, words: Sequence[Word], place: _Place, cue: Cue) -> frozenset[str]:
        """What somebody says, where it is of the passage: behind `X said that`, or before `…, X said`; else nothing."""
        if cue.kind != "claim" or not cue.strict:
            return frozenset()
        number = next(n for n, segment in enumerate(place.segments) if cue.first < segment.stop)
        segment = place.segments[number]
        opens = words[segment[0]].text
        first = place.segments.index(place.touched[0])
        if segment in place.touched:
            spots = range(cue.end, place.end)
            inside = opens not in self._relatives or opens in ("and", "or")
            return (
                self._content(words, spots)
                if inside and not words[cue.first].text.startswith(("according", "selon"))
                else frozenset()
            )
        following = words[segment.stop].text if segment.stop < len(words) else ""
        tells_on = cue.end == segment.stop and following in ("that", "que", "qu'")
        rest = [word.text for word in words[cue.end : min(cue.end + 2 * NEAR, segment.stop)]]
        tells_on = tells_on or (rest[:1] != [] and rest[0] in _SUBJECTS and not _AUXILIARIES.isdisjoint(rest))
        is_aside = opens in self._relatives or opens in _THAT  # a sum that the other side says is small
        behind = number > first and not is_aside and not tells_on
        sign = words[place.touched[0][0] - 1].text if place.touched[0][0] else ""
        ahead = number == first - 1 and (words[place.touched[0][0]].text in ("that", "que", "qu'") or sign in ':"')
        source = number < first and words[cue.first].text in ("according", "selon", "in")
        return (
            frozenset().union(*(self._content(words, s) for s in place.touched))
            if behind or ahead or source
            else frozenset()
        )


class _Place(NamedTuple):
    """Where a passage stands in a sentence: the clauses, those that it touches, and its words from first to end."""

    segments: tuple[range, ...]
    touched: list[range]
    first: int
    end: int

    @classmethod
    def of(cls, words: Sequence[Word], segments: tuple[range, ...], start: int, end: int) -> _Place | None:
        inside = [n for n, word in enumerate(words) if start <= word.start < end and word.text not in _PUNCTUATION]
        touched = [segment for segment in segments if any(spot in segment for spot in inside)]
        return cls(segments, touched, inside[0], inside[-1] + 1) if touched else None

    @property
    def before(self) -> range:
        """The clause before those that the passage touches."""
        number = self.segments.index(self.touched[0])
        return self.segments[number - 1] if number else range(0)

    @property
    def after(self) -> range:
        number = self.segments.index(self.touched[-1]) + 1
        return self.segments[number] if number < len(self.segments) else range(0)

    def governs(self, cue: Cue) -> bool:
        """Whether a cue stands in these clauses and not behind the passage, but for what follows it at once."""
        near = 1 if cue.kind in _AT_ONCE else 0
        return cue.first < self.end + near and any(cue.first in segment for segment in self.touched)


_Meant = tuple[tuple[str, ...], tuple[str, bool]]  # the words of a phrase, and what it means
# Phrases by their first word, and of these by their second; under no second word, those that any may follow.
_Phrases = dict[str, dict[str, list[_Meant]]]


def _by_first_word(phrases: Iterable[tuple[str, tuple[str, bool]]]) -> _Phrases:
    by_first: dict[str, list[_Meant]] = {}
    for phrase, meaning in phrases:
        words = tuple(phrase.split())
        by_first.setdefault(words[0], []).append((words, meaning))
    return {first: _by_second_word(known) for first, known in by_first.items()}


def _by_second_word(known: Sequence[_Meant]) -> dict[str, list[_Meant]]:
    by_second: dict[str, list[tuple[int, _Meant]]] = {"": []}
    for number, meant in enumerate(known):
        second = (*meant[0], "")[1]
        by_second.setdefault("" if second in _DIGITS else second, []).append((number, meant))
    any_may_follow = by_second.pop("")
    found = {second: [meant for _, meant in sorted(any_may_follow + own)] for second, own in by_second.items()}
    return {**found, "": [meant for _, meant in any_may_follow]}


def _matches(table: _Phrases, words: Sequence[Word], spot: int) -> Sequence[tuple[tuple[str, bool], int]]:
    """The phrases that stand from here on, each by its meaning and its end; a name is none."""
    known = table.get(words[spot].text)
    if known is None or words[spot].named:
        return ()
    following = words[spot + 1].text if spot + 1 < len(words) else ""
    may_stand = known.get(following, known[""])
    if not may_stand:
        return ()
    return [
        (meaning, spot + len(phrase))
        for phrase, meaning in may_stand
        if len(phrase) == 1 or _stands(phrase, words[spot : spot + len(phrase)])
    ]


def _stands(phrase: tuple[str, ...], run: Sequence[Word]) -> bool:
    return len(run) == len(phrase) and all(map(_fits, phrase, run))


# Verbs whose forms share no ending, a verb a line: how it is found in the dictionary, then its other forms.
_VERBS = """
beat beaten
become became
begin began begun
bend bent
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
come came
deal dealt
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forget forgot forgotten
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
leap leapt
lend lent
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
speak spoke spoken
speed sped
spend spent
stand stood
steal stole stolen
stick stuck
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
understand understood
wake woke woken
wear wore worn
win won
withdraw withdrew withdrawn
write wrote written
"""
IRREGULAR = {form: verb for verb, *forms in map(str.split, _VERBS.strip().splitlines()) for form in forms}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, roughly: enough to find it again in another form."""
    word = word.removesuffix("'s").removesuffix("'")
    word = IRREGULAR.get(word, word)
    for ending in ("ies", "ied", "ing", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            rest = word.removesuffix(ending)
            return rest[:-1] if len(rest) > 3 and rest[-1] == rest[-2] and ending in ("ed", "ing") else rest
    return word


def _fits(part: str, word: Word) -> bool:
    if part == "##":  # a number, or the sign before one
        return word.text[0].isdigit() or unicodedata.category(word.text[0]) == "Sc"
    if part == "~":  # any word
        return word.text[0].isalnum()
    return part == word.text or (part == "####" and bool(_YEAR.fullmatch(word.text)))


def _ordered(kinds: Iterable[str]) -> tuple[str, ...]:
    found = set(kinds)
    return tuple(kind for kind in KINDS if kind in found)


def differences(say: str, grammar: Grammar, passages: Sequence[Placed], *, attributed: bool) -> list[Difference]:
    """The marks in which a text of ours and the clauses behind it differ; `attributed` when it has a speaker."""
    strict, all_kinds = grammar.kinds(say)
    if grammar.itself & {word.text for word in grammar.words(say)}:  # what the article itself does, it does not say
        strict -= {"negation", "double", "before", "after", "first", "only"}
    last = {passage.sentence: max(p.last for p in passages if p.sentence == passage.sentence) for passage in passages}
    cut = {kind for p in passages if p.last == last[p.sentence] for kind in p.clause & {"contrast", "reserve"}}
    cut -= set() if '"' in say else {"reserve"}
    clause = frozenset(kind for passage in passages for kind in passage.clause - {"contrast", "reserve"}) | cut
    sentence = frozenset(kind for passage in passages for kind in passage.marks.sentence)
    if not (strict or clause):  # nothing that either has can differ
        return []
    if _is_told_by_its_opposite(strict, clause):
        strict, clause = strict - OPPOSED - {"negation"}, clause - OPPOSED - {"negation"}
    found = [
        *_of_negation(strict, all_kinds, clause, sentence),
        *_of_modality(strict, all_kinds, clause, sentence, attributed=attributed),
        *_of_what_is_open(strict, all_kinds, clause, sentence),
        *_of_what_did_not_come(strict, all_kinds, clause, sentence),
        *_of_order(strict, clause, sentence),
        *_of_quantity(strict, all_kinds, clause, sentence),
        *_of_direction(strict, all_kinds, clause, sentence),
    ]
    return list(dict.fromkeys(found))


_Kinds = frozenset[str]


def _is_told_by_its_opposite(strict: _Kinds, clause: _Kinds) -> bool:
    """Whether one of both denies what the other tells by its opposite: no site is shut, and all stay open."""
    denied = ("negation" in strict) != ("negation" in clause)
    pairs = (*_BINARY, *(pair[::-1] for pair in _BINARY))
    return denied and any(mine in strict and theirs in clause for mine, theirs in pairs)


def _of_negation(strict: _Kinds, say: _Kinds, clause: _Kinds, sentence: _Kinds) -> Iterator[Difference]:
    is_free = "free" in say and "obligation" in clause  # not compulsory
    is_later = "earliest" in say and clause & {"before", "until"}  # not before the autumn
    is_told = say & {"negation", "double"} or "limit" in strict or is_free or is_later
    is_unless = bool({"unless"} <= strict and {"unmet"} <= sentence)  # unless it is mended: if it is not mended
    is_told = is_told or is_unless
    if "negation" in clause and not is_told:
        yield Difference("negation", False)
    no_other = "only" in say & sentence  # the only one: there is no other
    not_since = "since" in say and "superlative" in sentence  # the lowest: not so low since
    not_before = "before" in strict and "until" in sentence  # until then: not before
    if "aside" in clause and not say & {"aside", "contrast", "negation", "double"}:
        yield Difference("aside", False)
    only_they = "except" in clause and "only" in strict  # all but two walk free: only two do not
    is_if_not = "unmet" in strict and "unless" in sentence
    excused = no_other or not_since or not_before or only_they or is_if_not
    excused = excused or "averted" in clause  # what was feared did not come
    if "negation" in strict and not sentence & DENYING and not excused:
        yield Difference("negation", True)
    if "limit" in clause and not say & DENYING:
        yield Difference("limit", False)
    if "limit" in strict and not sentence & DENYING:
        yield Difference("limit", True)
    if "double" in clause and "negation" in strict and "double" not in say and "negation" not in clause:
        yield Difference("double", False)
    if "double" in strict and "negation" in clause and "double" not in sentence:
        yield Difference("double", True)


def _of_modality(
    strict: _Kinds, say: _Kinds, clause: _Kinds, sentence: _Kinds, *, attributed: bool
) -> Iterator[Difference]:
    """What is planned, possible, asked for, conditional, told by somebody, or taken back in the same breath."""
    refused = "double" in clause or {"negation"} <= strict & clause  # `would not` and `declined to` are one
    if "appeal" in clause and "appeal" not in say and not strict & MODAL:
        yield Difference("appeal", False)
    is_told_so = "hearsay" in strict & clause  # the conditional of French is no future there
    if "future" in clause and not (say & MODAL or "unreal" in strict or is_told_so) and not refused:
        yield Difference("future", False)
    if "future" in strict and not sentence & (MODAL | {"unreal", "delayed"}) and not refused:
        yield Difference("future", True)
    for kind in ("possibility", "considered", "obligation", "condition"):
        may_have_to = kind == "obligation" and "possibility" in clause & say
        is_hedged = kind == "condition" and "possibility" in strict  # what may be, whatever it hangs on
        is_free = kind == "obligation" and "free" in say
        is_suggested = kind == "possibility" and "suggested" in say - sentence
        if kind in clause and kind not in say and not (may_have_to or is_hedged or is_free or is_suggested):
            yield Difference(kind, False)
        not_ruled_out = kind == "possibility" and "double" in sentence
        excused = not_ruled_out or (kind == "considered" and sentence & MODAL)
        if kind in strict and kind not in sentence and not excused:
            yield Difference(kind, True)
    if "duty" in strict and "advice" in clause and "duty" not in sentence:
        yield Difference("duty", True)
    if clause & {"contrast", "reserve"} and "contrast" not in say:
        yield Difference("contrast", False)
    if "claim" in clause and "claim" not in say and not attributed:
        yield Difference("claim", False)


def _of_what_is_open(strict: _Kinds, say: _Kinds, clause: _Kinds, sentence: _Kinds) -> Iterator[Difference]:
    """What is put off, told as done; what hangs on a condition, told as sure; an accusation, told as proved."""
    if "delayed" in clause and not say & (MODAL | {"delayed", "negation", "double"}):
        yield Difference("delayed", False)
    if "condition" in clause and "regardless" in strict and "condition" not in strict:
        yield Difference("condition", False)
    for lower, higher in _STEPS:
        told = strict | (say - {"future"})
        is_open = lower == "proposed" and told & (MODAL | {"proposed", "condition", "unreal"})
        if lower in clause and higher in strict - sentence and not is_open:
            yield Difference(higher, True)


def _of_what_did_not_come(strict: _Kinds, say: _Kinds, clause: _Kinds, sentence: _Kinds) -> Iterator[Difference]:
    """What somebody would have done, or nearly did, told as done, or the other way round."""
    if "unreal" in clause and not say & (MODAL | {"unreal", "condition"}):
        yield Difference("unreal", False)
    if "unreal" in strict and not sentence & (MODAL | {"unreal", "condition"}):
        yield Difference("unreal", True)
    # That the mill is *closed* does not tell that it nearly was.
    told = strict | (say - {"negation", "unreal", "condition", "future"})
    if "averted" in clause and not told & (MODAL | {"unreal", "averted", "condition", "negation", "double"}):
        yield Difference("averted", False)


def _of_order(strict: _Kinds, clause: _Kinds, sentence: _Kinds) -> Iterator[Difference]:
    """An order that is added, or turned round: what excuses the first does not excuse the second."""
    turned = {"before": "after", "until": "since", "after": "before", "since": "until"}
    for kind, opposite in turned.items():
        swapped = opposite in clause and kind not in clause
        if kind in strict and (swapped or kind not in sentence):
            yield Difference(kind, True)


def _of_quantity(strict: _Kinds, say: _Kinds, clause: _Kinds, sentence: _Kinds) -> Iterator[Difference]:
    if "all" in strict and "all" not in sentence:
        yield Difference("all", True)
    for kind in ("most", "part"):
        if kind in clause and not say & {"most", "part"}:
            yield Difference(kind, False)
    if "few" in clause and not say & {"few", "negation"}:
        yield Difference("few", False)
    if "few" in strict and not sentence & {"few", "negation"}:
        yield Difference("few", True)
    yield from _of_exceptions(strict, say, clause, sentence)
    few_have = "few" in clause and "negation" in say  # few have one: most have none
    for kind in ("most", "only", "first", "superlative"):
        all_but = "except" in clause and ("all" in say or strict & {"except", "negation"})  # only that one is left
        the_rest = kind == "only" and (all_but or clause & {"aside", "double"})  # not without: only with
        are_most = kind == "most" and (few_have or "except" in clause)
        if kind in strict and kind not in sentence and not (the_rest or are_most):
            yield Difference(kind, True)


def _of_exceptions(strict: _Kinds, say: _Kinds, clause: _Kinds, sentence: _Kinds) -> Iterator[Difference]:
    told = (say - {"part", "negation"}) | strict  # all 30 of them, the last among them
    told -= clause & {"negation"}  # every dog is banned, as in the sentence: that excepts none
    if "restricted" in clause and not say & ({"only", "few", "part", "except"} | DENYING):
        yield Difference("restricted", False)
    if "except" in clause and "all" in strict and not told & _WITH_EXCEPTIONS:
        yield Difference("except", False)
    if "except" in strict and not sentence & ({"except", "contrast", "only", *_SOME} | DENYING):
        yield Difference("except", True)


def _of_direction(strict: _Kinds, say: _Kinds, clause: _Kinds, sentence: _Kinds) -> Iterator[Difference]:
    if "reason" in strict - sentence:
        yield Difference("reason", True)
    if strict.isdisjoint(OPPOSED):
        return
    for pair in OPPOSITES:
        for mine, theirs in (pair, pair[::-1]):
            if mine in strict and theirs in clause and theirs not in say and mine not in sentence:
                yield Difference(mine, True)
