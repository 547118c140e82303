"""Who did what to whom: whether a fact gives somebody the part in a deed that its sentences give to another.

It compares words with words, unlike `sense`, so a lock keeps the answer and not the marks; `owners` and `speakers` too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from generator.evidence.denials import meaning_of
from generator.evidence.languages import ENGLISH
from generator.evidence.languages.cues import CONVERSE, DEEDS, GIVING, PAYING, RECEIVING, RECIPROCAL
from generator.evidence.name_parts import folded
from generator.evidence.sense import EVENT, IRREGULAR, OPPOSED, OPPOSITES, STOPS, Grammar, Word, stem
from generator.evidence.text import paragraphs

FAR = 12  # words between a verb in the passive and whoever does it
NEAR = 3  # words between a number and what it counts, or between a name and its verb
_TIMES = frozenset((*ENGLISH.months, *ENGLISH.weekdays))
_PASSIVE = frozenset(("be", "is", "are", "was", "were", "been", "being"))
_AUXILIARIES = _PASSIVE | {"has", "had", "have", "not", "also", "then", "later", "now"}
_NO_VERBS = frozenset(
    (
        *("seed", "need", "speed", "feed", "breed", "deed", "weed", "hundred", "shed", "united", "sacred", "indeed"),
        *("building", "meeting", "evening", "morning", "thing", "spring", "string", "during", "nothing", "something"),
        *("king", "wing", "ring", "viking", "sibling", "herring", "shilling"),
        *("anything", "everything", "ceiling", "wedding", "according", "including", "following", "regarding"),
    )
)
ALIKE = 5  # letters by which two words may be of one family
_NUMBERS = frozenset(ENGLISH.tables["values"])
_ARTICLES = frozenset(("a", "an", "the", "none", "each"))
_MODALS = frozenset(("must", "should", "may", "might", "could", "can", "shall", "ought"))
_NO_NOUNS = _MODALS | {"later", "then", "also", "first", "again", "once", "soon", "since", "already", "never", "even"}
_AHEAD = _MODALS | {"will", "would", "not"}  # of a verb in its first form, which may be a noun: rescue divers
_NO_DOERS = frozenset(("each", "both", "all", "one", "none", "others", "another", "christma", "easter", "noon", "end"))
_PARTING = frozenset(("but", "while", "whereas"))  # behind which another one may do it
_LESS = frozenset(("less", "fewer", "lower", "smaller", "worse", "rarely", "seldom"))
_LOSING = frozenset(("lost", "lose", "loses", "losing"))
_LEADING = frozenset(("led", "lead", "leads", "leading"))
_TAKING = frozenset(("take", "takes", "took", "taken", "taking"))
_OF_SEVERAL_WORDS = _LOSING | _LEADING | _TAKING  # what such a deed begins with
_NOT_DONE = frozenset(("to", "be", "not", "would", "should", "must", "have", "if", "never"))
_AGENTS = frozenset(("by", "par"))
_PASSIVES = _PASSIVE | {"été", "est", "sont"}
_PIVOTS = frozenset(("than", "before", "after"))  # they part two as a verb does


@dataclass(frozen=True)
class _Deed:
    """A verb of a text, as stems: who does it, to whom, and whom else its clause names."""

    verb: str
    doers: frozenset[str]
    others: frozenset[str]
    rest: frozenset[str] = frozenset()
    spot: int = 0


def are_swapped(say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether a text gives somebody the part in a deed that a sentence gives to the other one."""
    mine = [deed for sentence in _sentences(say) for deed in _deeds(grammar.words(sentence), grammar)]
    if not mine:
        return False
    theirs = [deed for sentence in sentences for deed in _deeds(grammar.words(sentence), grammar)]
    pairs = [(a, b) for a in mine for b in theirs if a.verb == b.verb]
    alike = {a.verb for a, b in pairs if _alike(a, b)}
    if not pairs:
        return False
    told = {cue.kind for cue in grammar.cues(grammar.words(say))} & OPPOSED
    if any(is_contrary(kind, say, sentences, grammar) for kind in told):
        return False
    return any(a.verb not in alike and _crossed(a, b) for a, b in pairs)


def is_done_by_another(say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether a text has one do what a sentence has another do to the same, and names the first elsewhere."""
    mine = [deed for sentence in _sentences(say) for deed in _plain_deeds(grammar.words(sentence), grammar)]
    if not mine or any(word.text == "than" for word in grammar.words(say)):
        return False
    runs = [grammar.words(sentence) for sentence in sentences]
    theirs = [(words, deed) for words in runs for deed in _plain_deeds(words, grammar)]
    for own in mine:
        same = [(words, deed) for words, deed in theirs if deed.verb == own.verb and _to_the_same(own, deed)]
        if same and all(_is_named_elsewhere(own.doers, words, deed, grammar) for words, deed in same):
            return True
    return False


def _plain_deeds(words: tuple[Word, ...], grammar: Grammar) -> Iterator[_Deed]:
    """The deeds of those who stand before the verb in its own clause."""
    for deed in _deeds(words, grammar):
        start = deed.spot
        while start and not (words[start - 1].text in STOPS or words[start - 1].text in grammar.openers):
            start -= 1
        ahead, verb = [word.text for word in words[start : deed.spot]], words[deed.spot].text
        is_told = verb.endswith("ed") or verb in IRREGULAR or not _AHEAD.isdisjoint(ahead[-1:])
        if (
            verb in CONVERSE
            or deed.verb == "tell"
            or not is_told
            or _PASSIVE.intersection(ahead[-NEAR:])
            or "to" in ahead[-NEAR:]
        ):
            continue
        doers = frozenset(s for s in grammar.meaning(words, range(start, deed.spot)) if s[-2:] != "ly") - _NO_NOUNS
        if doers and not doers & _NO_DOERS:
            yield _Deed(deed.verb, doers, deed.others, deed.rest, deed.spot)


def _to_the_same(one: _Deed, other: _Deed) -> bool:
    doers = one.doers | other.doers
    return bool(((one.others | one.rest) - doers) & ((other.others | other.rest) - doers))


def _is_named_elsewhere(doers: frozenset[str], words: Sequence[Word], deed: _Deed, grammar: Grammar) -> bool:
    """Whether those who do it in a text are others than in a sentence, which has them behind, or before a *but*."""
    if any(one[:ALIKE] == other[:ALIKE] for one in doers for other in deed.doers):
        return False  # the council, its councillors
    if any(stem(words[n - 1].text) in doers and not _closes(words[n]) for n in range(1, len(words))):
        return False  # Halden sold 20 boats and Varle 30
    parted = max((n for n in range(deed.spot) if words[n].text in _PARTING), default=0)
    own = frozenset(grammar.meaning(words, range(parted, deed.spot)))
    elsewhere = {*grammar.meaning(words, range(parted)), *grammar.meaning(words, range(deed.spot + 1, len(words)))}
    return not doers & own and doers <= elsewhere


def _closes(word: Word) -> bool:
    """Whether a word tells that a name before it is not of a list that leaves the verb out."""
    return not (word.text[0].isdigit() or word.text in _NUMBERS or word.text in _ARTICLES)


def is_turned(kind: str, say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether `A before B` is told as `B after A`: the other word with the other event, and nothing is changed."""
    opposite = {"before": "after", "after": "before"}.get(kind, "")
    mine, told = grammar.followed_by(say, kind), grammar.stems(say)
    for sentence in sentences:
        theirs, (behind, ahead) = grammar.followed_by(sentence, opposite), grammar.around(sentence, opposite)
        is_same_event = bool(mine & behind - ahead)  # the fire in the engine room, and the engine room caught fire
        if theirs and not (mine & theirs or is_same_event) and mine & grammar.stems(sentence) and theirs & told:
            return True
    return False


def is_contrary(kind: str, say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether `A colder than B` is told as `B warmer than A`, so that nothing is changed."""
    opposite = next((pair[pair[0] == kind] for pair in OPPOSITES if kind in pair), "")
    mine = list(_compared(say, kind, grammar))
    theirs = [sides for sentence in sentences for sides in _compared(sentence, opposite, grammar)] if mine else []
    return any(
        bool((that - their_that) & their_this and (their_that - that) & this)
        for this, that in mine
        for their_this, their_that in theirs
    )


def _compared(text: str, kind: str, grammar: Grammar) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The stems before a comparative and behind its *than*, or on both sides of `north of`."""
    words = grammar.words(text)
    for cue in grammar.cues(words):
        than = next((n for n in range(cue.end, min(cue.end + FAR // 2, len(words))) if words[n].text == "than"), None)
        than = cue.end - 1 if words[cue.end - 1].text == "of" else than
        if cue.strict and cue.kind == kind and than:
            behind = islice(meaning_of(words, range(than + 1, len(words)), grammar), EVENT)
            ahead = (*range(cue.first), *range(cue.end, than))  # more frequent in women than in men
            yield frozenset(meaning_of(words, ahead, grammar)), frozenset(behind)


def _crossed(mine: _Deed, theirs: _Deed) -> bool:
    if not mine.doers:
        return bool(mine.others & theirs.doers) and not mine.others & theirs.others
    my_others, their_others = mine.others | mine.rest, theirs.others | theirs.rest
    my_doers, their_doers = mine.doers - theirs.doers, theirs.doers - mine.doers  # Bank of A, Bank of B
    return bool(my_doers & their_others and my_others & their_doers)


def _alike(mine: _Deed, theirs: _Deed) -> bool:
    if _crossed(mine, theirs):
        return False
    return bool(mine.doers & theirs.doers) or (not mine.doers and bool(mine.others & theirs.others))


@lru_cache(maxsize=4096)
def _deeds(words: tuple[Word, ...], grammar: Grammar) -> tuple[_Deed, ...]:
    return tuple(_deeds_in(words, grammar))


def _deeds_in(words: Sequence[Word], grammar: Grammar) -> Iterator[_Deed]:
    """Every verb between two others; a passive with `by` is turned round. *Than* parts two as a verb does."""
    for spot, word in enumerate(words):
        if not word.named and (told := _of_several_words(words, spot, grammar)):
            yield told
            continue
        if word.named or not is_verb(word.text) or _is_adjective(words, spot):
            continue
        start = spot + 1
        if word.text == "than":
            if start < len(words) and (words[start].text[0].isdigit() or words[start].text in _NUMBERS | _ARTICLES):
                continue  # more than 40 is no comparison of two
            start += start < len(words) and words[start].text in grammar.links  # in women than in men
        left, right = _before(words, spot, grammar), _behind(words, start, grammar)
        verb = DEEDS.get(word.text, stem(word.text)) if word.text != "than" else _degree(words, spot)
        agent = next((n for n in range(spot + 1, min(spot + FAR, len(words))) if words[n].text == "by"), None)
        if agent and agent + 1 < len(words) and words[agent + 1].text[0].isdigit():
            agent = None  # by 2026
        if _is_passive(words, spot, agent):
            yield _Deed(verb, _behind(words, agent + 1, grammar) if agent else frozenset(), left, spot=spot)
        elif left and right and words[start].text not in grammar.links:  # `the truce announced on Tuesday`
            rest = _behind(words, spot + 1, grammar, to_the_end=True)
            if word.text in CONVERSE:
                yield _Deed(CONVERSE[word.text], rest - right, left | right, spot=spot)
            else:
                yield _Deed(verb, left, right, rest, spot)


def _is_adjective(words: Sequence[Word], spot: int) -> bool:
    """Whether a word in -ing tells nothing that is done, or one in -ed stands behind an article: `an estimated 40`."""
    if words[spot].text.endswith("ing"):
        return not _is_doing(words, spot)
    return words[spot].text.endswith("ed") and spot > 0 and words[spot - 1].text in ("a", "an")


def _degree(words: Sequence[Word], spot: int) -> str:
    """What a *than* compares: `less than` and `more than` are two deeds."""
    return "less than" if _LESS.intersection(word.text for word in words[max(0, spot - FAR // 2) : spot]) else "than"


def _of_several_words(words: Sequence[Word], spot: int, grammar: Grammar) -> _Deed | None:
    """What is told in several words: who loses to somebody is beaten, who takes over from somebody replaces him."""
    here, following = words[spot].text, words[spot + 1].text if spot + 1 < len(words) else ""
    if here not in _OF_SEVERAL_WORDS:
        return None
    left = _before(words, spot, grammar)
    to = next((n for n in range(spot + 1, min(spot + FAR, len(words))) if words[n].text == "to"), 0)
    if here in _LOSING and to and not any(word.text in STOPS - {"-"} for word in words[spot:to]):
        beating = frozenset(stem(word.text) for word in words[to + 1 : to + 1 + 2 * NEAR] if word.named)
        return _Deed("beat", beating, left, spot=spot) if beating and left else None
    if here in _LEADING and following == "to":
        caused = _behind(words, spot + 2, grammar)
        return _Deed("cause", left, caused, _behind(words, spot + 2, grammar, to_the_end=True), spot)
    if here in _TAKING and following == "over":
        origin = next((n for n in range(spot + 2, min(spot + FAR, len(words))) if words[n].text == "from"), 0)
        before = _behind(words, origin + 1, grammar) if origin else frozenset()
        return _Deed("replace", left, before, spot=spot) if before and left else None
    return None


def is_turned_about(say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether a text has something go from A to B that a sentence has go from B to A."""
    mine = [way for sentence in _sentences(say) for way in _ways(grammar.words(sentence))]
    theirs = [way for sentence in sentences for way in _ways(grammar.words(sentence))] if mine else []
    return any(
        any(source & of_goal and goal & of_source for of_source, of_goal in theirs)
        and not any(source & of_source and goal & of_goal for of_source, of_goal in theirs)
        for source, goal in mine
    )


def is_asked_told_as_done(say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether a text has somebody do what a sentence only asks of them: `called on Denmark to send pumps`."""
    runs = [grammar.words(sentence) for sentence in sentences]
    asked = [one for words in runs for one in _asked(words, grammar)]
    done = (
        {DEEDS.get(word.text, stem(word.text)) for words in runs for word in words if _is_past(word)} if asked else ()
    )
    asked = [(who, verb) for who, verb in asked if verb not in done]
    for sentence in _sentences(say) if asked else ():
        words = grammar.words(sentence)
        told = [deed for deed in _deeds(words, grammar) if _is_told_as_done(words, deed.spot)]
        if any(deed.verb == verb and deed.doers & who for deed in told for who, verb in asked):
            return True
    return False


def _is_past(word: Word) -> bool:
    return word.text in IRREGULAR or (len(word.text) > NEAR and word.text.endswith("ed"))


def _is_told_as_done(words: Sequence[Word], spot: int) -> bool:
    """Whether a verb tells a deed that was done: `sent`, `was sent by`, and not `wants it sent by`."""
    ahead = {word.text for word in words[max(0, spot - NEAR) : spot]}
    is_bare = spot + 1 < len(words) and words[spot + 1].text == "by" and ahead.isdisjoint(_PASSIVE)
    return _is_past(words[spot]) and not is_bare and not ahead & _NOT_DONE


def _asked(words: tuple[Word, ...], grammar: Grammar) -> Iterator[tuple[frozenset[str], str]]:
    """Of whom something is asked, and the verb of it."""
    for cue in grammar.cues(words):
        if not (cue.strict and cue.kind == "appeal"):
            continue
        reach = range(cue.end, min(cue.end + 2 * NEAR, len(words) - 1))
        to = next((n for n in reach if words[n].text == "to" or words[n].text in STOPS), 0)
        if to and words[to].text == "to" and to > cue.end:
            verb = words[to + 1].text
            yield frozenset(grammar.meaning(words, range(cue.end, to))), DEEDS.get(verb, stem(verb))


def is_given_back(say: str, sentences: Sequence[str], theirs: Grammar, own: Grammar, language: str) -> bool:
    """Whether a text has something go to the one who gave it in a sentence, and to nobody who got it there."""
    mine = [gift for sentence in _sentences(say) for gift in _gifts(own.words(sentence), own, "en")]
    told = [gift for sentence in sentences for gift in _gifts(theirs.words(sentence), theirs, language)] if mine else []
    return any(
        any(_are_alike(gift.goal, other.source) and _are_of_the_same(gift, other, own is theirs) for other in told)
        and not any(_are_alike(gift.source, other.source) or _are_alike(gift.goal, other.goal) for other in told)
        for gift in mine
    )


class _Gift(NamedTuple):
    """Who gave something, who got it, the thing, and whether it is money."""

    source: frozenset[str]
    goal: frozenset[str]
    thing: frozenset[str]
    is_money: bool


def _are_of_the_same(one: _Gift, other: _Gift, in_one_language: bool) -> bool:
    return one.is_money == other.is_money and (not in_one_language or bool(one.thing & other.thing))


def _gifts(words: Sequence[Word], grammar: Grammar, language: str) -> Iterator[_Gift]:
    """Who gave something, and who got it: `the port ceded the quay to the town`."""
    for spot, word in enumerate(words):
        if word.named or word.text not in GIVING[language] | PAYING or not spot:
            continue
        end = next((n for n in range(spot, len(words)) if words[n].text in STOPS - {"-"}), len(words))
        reach = range(spot + 1, min(spot + FAR, end))
        to = next((n for n in reach if words[n].text in RECEIVING[language]), 0)
        agent = next((n for n in reach if words[n].text in _AGENTS), 0)
        ahead = [one.text for one in words[max(0, spot - NEAR) : spot]]
        is_passive = agent or not _PASSIVES.isdisjoint(ahead)
        giver = _behind(words, agent + 1, grammar) if agent else _before(words, spot, grammar)
        if giver and (agent or not is_passive):
            goal = _behind(words, to + 1, grammar) if to else _indirect(words, spot + 1, grammar)
            thing = _before(words, spot, grammar) if agent else _behind(words, spot + 1, grammar)
            yield _Gift(giver, goal, thing, word.text in PAYING)


def _indirect(words: Sequence[Word], start: int, grammar: Grammar) -> frozenset[str]:
    """Who stands between a verb and the number of what was given: `sold the town two sheds`."""
    for spot in range(start, min(start + NEAR + 1, len(words))):
        word = words[spot].text
        if word[0].isdigit() or word in _NUMBERS:
            return frozenset(grammar.meaning(words, range(start, spot)))
        if word in STOPS or word in grammar.links:
            break
    return frozenset()


def _are_alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two of them are one, in one language or in two: `syndicat`, `syndicate`."""
    pairs = ((folded(one), folded(other)) for one in some for other in others)
    return any(a == b or (min(len(a), len(b)) >= ALIKE and a[:ALIKE] == b[:ALIKE]) for a, b in pairs)


def _ways(words: Sequence[Word]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """From where to where, by the names that stand there: `from Denmark to Portugal`."""
    for spot, word in enumerate(words):
        if word.text != "from":
            continue
        goal = next((n for n in range(spot + 1, min(spot + NEAR + 2, len(words))) if words[n].text == "to"), 0)
        if goal:
            source = frozenset(stem(one.text) for one in words[spot + 1 : goal] if one.named)
            to = frozenset(stem(one.text) for one in words[goal + 1 : goal + 1 + NEAR] if one.named)
            yield source, to


def _is_passive(words: Sequence[Word], spot: int, agent: int | None) -> bool:
    word, ahead = words[spot].text, [w.text for w in words[max(0, spot - NEAR) : spot]]
    if word.endswith("ing") or word in _PIVOTS:
        return False
    return agent == spot + 1 or ahead[-1:] == ["be"] or ("to" not in ahead and any(text in _PASSIVE for text in ahead))


def _is_doing(words: Sequence[Word], spot: int) -> bool:
    """Whether a word in -ing tells what is done, as in `is suing`; a warning buoy does nothing."""
    return any(word.text in _PASSIVE for word in words[max(0, spot - NEAR) : spot])


def is_verb(word: str) -> bool:
    """Whether a word in small letters may be a verb that tells what somebody did."""
    if word in RECIPROCAL or word in _NO_VERBS:
        return False
    return word in DEEDS or word in CONVERSE or word in _PIVOTS or (len(word) > NEAR and word.endswith(("ed", "ing")))


def _before(words: Sequence[Word], spot: int, grammar: Grammar) -> frozenset[str]:
    """The stems of the clause before a verb; over commas, to whom they only add something."""
    stems: set[str] = set()
    while spot > 1 and words[spot - 1].text in _AUXILIARIES:
        spot -= 1
    commas = [n for n in range(spot) if words[n].text == ","]
    if len(commas) > 1 and commas[-1] == spot - 1:
        inserted = range(commas[-2] + 1, commas[-1])
        if inserted and words[inserted[0]].text not in grammar.openers:  # X, a museum in Y, bought
            stems.update(_behind(words, inserted[0], grammar))
        spot = commas[-2]  # X, which is far away, sold
    for word in reversed(words[:spot]):
        if word.text in STOPS or word.text in grammar.openers:
            if stems:
                break
            continue
        if word.text[0].isalnum() and word.text not in grammar.function and not word.text.endswith("ly"):
            stems.add(stem(word.text))
    return frozenset(stems)


def _behind(words: Sequence[Word], spot: int, grammar: Grammar, *, to_the_end: bool = False) -> frozenset[str]:
    """The stems behind a verb: of whom it is done to, or of all its clause."""
    stems: set[str] = set()
    for at, word in enumerate(words[spot:], spot):
        if word.text == "," and stems and not to_the_end and at + 1 < len(words) and words[at + 1].named:
            names = (one.text for one in takewhile(lambda one: one.named, words[at + 1 :]))
            stems.update(map(stem, names))  # by her assistant, Tom Berge
            break
        if (
            word.text in STOPS
            or word.text in grammar.openers
            or (stems and word.text in grammar.links and not to_the_end)
        ):
            break
        if word.text[0].isalnum() and word.text not in grammar.function and word.text not in _TIMES:
            stems.add(stem(word.text))
    return frozenset(stems)


def _sentences(text: str) -> Iterator[str]:
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            yield paragraph.text[sentence.tokens[0].start : sentence.tokens[-1].end]
