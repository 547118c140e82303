"""Who did what to whom, whose a figure is, and who speaks: marks that only the words of an article show.

Unlike those of `sense`, they compare words with words, so a lock keeps the answers and not the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.evidence.figures import Figure, body_of
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.languages.cues import CONVERSE, DEEDS, HEADS, PRONOUNS, RECIPROCAL, SPEECH
from generator.evidence.name_parts import fold, parts
from generator.evidence.names import AliasTable
from generator.evidence.sense import Grammar, Word, stem
from generator.evidence.text import Token, paragraphs

FAR = 12  # words between a verb in the passive and whoever does it
MOST_TITLE = 5  # words between a cue and the name behind it: `said Danish Foreign Minister`
LISTED = 8  # words between two numbers of one list
NEAR = 3  # words between a number and what it counts, or between a name and its verb
_HEAD = "of "  # before the name that somebody else only belongs to
_RANK = re.compile(r"th\b|^most$")
_YEAR = re.compile(r"1\d{3}|2[01]\d\d")
_RESPECTIVELY = frozenset(("respectively", "respectivement"))
_STANDING = frozenset(("that", "those", "these", "this", "celui", "celle", "ceux", "celles"))  # for what was named
_LINKS = frozenset(("in", "from", "for", "by", "of", "to", "at", "on", "that", "en", "de", "pour", "par", "à"))
_OF = frozenset(
    ("to", "of", "for", "with", "from", "about", "against", "by", "on", "at", "in", "de", "d", "du", "à", "avec")
)
_RELATIVE = re.compile(r",[^\"]*, (?:who|qui)(?: \w+)? ?")  # X, speaking for Y, who then said
_APPOSED = re.compile(
    r",[^,\"]*, (?:(?:has|had|have|then|also|later|again|now|once|who|\w+ly) ?){1,2}"
)  # X, the keeper, had
_RELATIVES = frozenset(("which", "who", "whom", "that", "where", "when", "because", "while", "but", "whether", "as"))
_TIMES = frozenset((*ENGLISH.months, *ENGLISH.weekdays))
_ASIDE = frozenset(("to", "with", "about", "against", "à", "avec", "contre"))
_FUNCTION = ENGLISH.function_words
_SINGULAR = frozenset(("he", "she", "il", "elle"))
_PASSIVE = frozenset(("be", "is", "are", "was", "were", "been", "being"))
_AUXILIARIES = _PASSIVE | {"has", "had", "have", "not", "also", "then", "later", "now"}
_AND = frozenset(("and", "but", "while", "et", "mais", "tandis"))
_NO_VERBS = frozenset(
    (
        *("seed", "need", "speed", "feed", "breed", "deed", "weed", "hundred", "shed", "united", "sacred", "indeed"),
        *("building", "meeting", "evening", "morning", "thing", "spring", "string", "during", "nothing", "something"),
        *("anything", "everything", "ceiling", "wedding", "according", "including", "following", "regarding"),
    )
)
_PIVOTS = frozenset(("than", "before", "after"))  # they part two as a verb does
_STOPS = frozenset(',;:()"-.?!')


# ---------------------------------------------------------------- roles


@dataclass(frozen=True)
class _Deed:
    """A verb of a text, as stems: who does it, to whom, and whom else its clause names."""

    verb: str
    doers: frozenset[str]
    others: frozenset[str]
    rest: frozenset[str] = frozenset()


def are_swapped(say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether a text gives somebody the part in a deed that a sentence gives to the other one."""
    mine = [deed for sentence in _sentences(say) for deed in _deeds(grammar.words(sentence), grammar)]
    theirs = [deed for sentence in sentences for deed in _deeds(grammar.words(sentence), grammar)]
    pairs = [(a, b) for a in mine for b in theirs if a.verb == b.verb]
    alike = {a.verb for a, b in pairs if _alike(a, b)}
    return any(a.verb not in alike and _crossed(a, b) for a, b in pairs)


def is_turned(kind: str, say: str, sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether `A before B` is told as `B after A`: the other word with the other event, and nothing is changed."""
    opposite = {"before": "after", "after": "before"}.get(kind, "")
    mine, told = grammar.followed_by(say, kind), grammar.stems(say)
    return any(
        bool(theirs) and not mine & theirs and bool(mine & grammar.stems(sentence)) and bool(theirs & told)
        for sentence in sentences
        for theirs in (grammar.followed_by(sentence, opposite),)
    )


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
        if word.named or not _is_verb(word.text):
            continue
        left, right = _before(words, spot, grammar), _behind(words, spot + 1, grammar)
        verb = DEEDS.get(word.text, stem(word.text))
        agent = next((n for n in range(spot + 1, min(spot + FAR, len(words))) if words[n].text == "by"), None)
        if _is_passive(words, spot, agent):
            yield _Deed(verb, _behind(words, agent + 1, grammar) if agent else frozenset(), left)
        elif left and right and words[spot + 1].text not in grammar.links:  # `the truce announced on Tuesday`
            rest = _behind(words, spot + 1, grammar, to_the_end=True)
            if word.text in CONVERSE:
                yield _Deed(CONVERSE[word.text], rest - right, left | right)
            else:
                yield _Deed(verb, left, right, rest)


def _is_passive(words: Sequence[Word], spot: int, agent: int | None) -> bool:
    word, ahead = words[spot].text, [w.text for w in words[max(0, spot - NEAR) : spot]]
    if word.endswith("ing") or word in _PIVOTS:
        return False
    return agent == spot + 1 or ahead[-1:] == ["be"] or ("to" not in ahead and any(text in _PASSIVE for text in ahead))


def _is_verb(word: str) -> bool:
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
        spot = commas[-2]  # X, which is far away, sold
    for word in reversed(words[:spot]):
        if word.text in _STOPS or word.text in grammar.openers:
            if stems:
                break
            continue
        if word.text[0].isalnum() and word.text not in grammar.function and not word.text.endswith("ly"):
            stems.add(stem(word.text))
    return frozenset(stems)


def _behind(words: Sequence[Word], spot: int, grammar: Grammar, *, to_the_end: bool = False) -> frozenset[str]:
    """The stems behind a verb: of whom it is done to, or of all its clause."""
    stems: set[str] = set()
    for word in words[spot:]:
        if (
            word.text in _STOPS
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


# ---------------------------------------------------------------- owners of figures


@dataclass(frozen=True)
class _Figure:
    """A number, what it counts, and its labels: a name, a year, the word that its part of a list begins with."""

    amounts: frozenset[str]  # more than one where it is written so that it may be one or another
    counted: frozenset[str]
    name: str
    year: str
    topic: str
    beside: frozenset[str] = frozenset()  # the stems of the few words behind it, in a list


@dataclass(frozen=True)
class _Figures:
    """What a sentence counts, with all its labels and stems."""

    figures: tuple[_Figure, ...]
    labels: frozenset[str]
    stems: frozenset[str]


def is_of_another(say: str, sentences: Sequence[Sequence[Token]], aliases: AliasTable, language: Language) -> bool:
    """Whether a text gives a number to whom, to when or to what the sentences give another one."""
    own = [sentence.tokens for paragraph in paragraphs(say) for sentence in paragraph.sentences]
    mine = [figures for tokens in own if (figures := _figures_of(tokens, aliases, ENGLISH)).figures]
    if not mine:
        return False
    theirs = [_figures_of(tokens, aliases, language) for tokens in sentences]
    return any(_is_given_elsewhere(own, figures) for own in mine for figures in theirs)


def _figures_of(tokens: Sequence[Token], aliases: AliasTable, language: Language) -> _Figures:
    """What a sentence counts, in order, and the labels that stand around: names, years, and what lists begin with."""
    numbers = [figure for figure in language.figures(tokens) if not figure.free]
    years = [number for number in numbers if number.is_date or _YEAR.fullmatch(number.amount)]
    counts = [number for number in numbers if number not in years and not _RANK.search(number.amount)]
    taken = {spot for number in numbers for spot in range(number.start, number.end)}
    together = parts(tokens)
    names = [
        (together[name.start].token, name.subject or fold(name.text))
        for name in aliases.names(tokens)
        if together[name.start].token not in taken
        and not _speaks(tokens, together[name.start].token, together[name.end - 1].token, language)
    ]
    by_name = _paired(tokens, counts, names)
    by_year = _paired(tokens, counts, [(year.start, year.amount) for year in years])
    return _Figures(
        tuple(
            _Figure(
                frozenset(map(body_of, number.forms)),
                _counted(tokens, number, taken, language),
                by_name.get(spot, ""),
                by_year.get(spot, ""),
                _topic(tokens, counts, spot, language),
                _beside_it(tokens, counts, spot, language),
            )
            for spot, number in enumerate(counts)
        ),
        frozenset(label for _, label in names) | {year.amount for year in years} | _stems_of(tokens),
        _stems_of(tokens),
    )


def _stems_of(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(stem(token.text.casefold()) for token in tokens)


def _speaks(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether a name stands beside a word of saying, so that no figure is its own."""
    beside = (*tokens[max(0, first - 1) : first], *tokens[last + 1 : last + 2])
    return any(token.text.casefold() in language.speech for token in beside)


def _paired(tokens: Sequence[Token], counts: Sequence[Figure], labels: Sequence[tuple[int, str]]) -> dict[int, str]:
    """The label of each number: in the order of both, with *respectively*; behind it, after *in* or *to*; before it."""
    words = [token.text.casefold() for token in tokens]
    if (paired := _in_order(words, counts, labels)) is not None:
        return paired
    behind, before = dict[int, str](), dict[int, str]()
    for spot, number in enumerate(counts):
        start = counts[spot - 1].end if spot else 0
        end = counts[spot + 1].start if spot + 1 < len(counts) else len(tokens)
        following = [(place, label) for place, label in labels if number.end <= place < end]
        preceding = [label for place, label in labels if start <= place < number.start]
        between = [tokens[place].gap for place in range(number.end, following[0][0] + 1)] if following else []
        is_close = len(between) <= MOST_TITLE + 1 and not any(_STOPS.intersection(gap) for gap in between)
        is_close = is_close and not (following and _AND.intersection(words[number.end : following[0][0]]))
        if following and is_close and words[following[0][0] - 1] in _LINKS:
            behind[spot] = following[0][1]
        if len(preceding) == 1 or (preceding and not spot):
            before[spot] = preceding[-1]
    for spot in range(1, len(counts)):
        if spot not in before and spot - 1 in before and spot not in behind:
            between = [label for place, label in labels if counts[spot - 1].end <= place < counts[spot].start]
            before |= {} if between else {spot: before[spot - 1]}  # the yard at A, with 480 workers, delivered five
    both = {**{spot: label for spot, label in before.items() if label not in behind.values()}, **behind}
    return _listed(both if behind else before, counts)


def _listed(labels: Mapping[int, str], counts: Sequence[Figure]) -> dict[int, str]:
    """The labels of numbers that stand close together, as in a list; one far from the others is of another part."""
    near = {
        spot
        for spot in labels
        for other in (spot - 1, spot + 1)
        if other in labels and _are_near(counts, spot, other, LISTED)
    }
    return {spot: label for spot, label in labels.items() if spot in near}


def _in_order(
    words: Sequence[str], counts: Sequence[Figure], labels: Sequence[tuple[int, str]]
) -> dict[int, str] | None:
    """The labels of numbers that follow in their order, with *respectively* or with *the former* and *the latter*."""
    if spoken := [spot for spot, word in enumerate(words) if word in _RESPECTIVELY]:
        spots = [n for n, number in enumerate(counts) if number.end <= spoken[0]]
    elif {"former", "latter"} <= set(words):
        bounds = sorted((words.index("former"), words.index("latter")))
        ends = (bounds[1], len(words))
        behind = [[n for n, c in enumerate(counts) if s < c.start < e] for s, e in zip(bounds, ends, strict=True)]
        spots = [numbers[0] for numbers in behind if numbers]
        labels = [(spot, label) for spot, label in labels if spot < bounds[0]]
    else:
        return None
    ahead = [label for spot, label in labels if spots and spot < counts[spots[0]].start]
    ahead = ahead or _joined(words, counts[spots[0]].start if spots else 0)
    spots = spots[-2:] if len(ahead) == 2 else spots
    return dict(zip(spots, ahead[-len(spots) :], strict=True)) if len(ahead) >= len(spots) > 1 else {}


def _joined(words: Sequence[str], end: int) -> list[str]:
    """The two nouns of `freight and passengers` before a number."""
    spot = max((n for n in range(1, end - 1) if words[n] == "and"), default=0)
    return [stem(words[spot - 1]), stem(words[spot + 1])] if spot else []


def _are_near(counts: Sequence[Figure], one: int, other: int, most: int) -> bool:
    """Whether so many words at most stand between two neighbours of a sentence's numbers."""
    if not 0 <= other < len(counts):
        return False
    return counts[max(one, other)].start - counts[min(one, other)].end <= most


def _counted(tokens: Sequence[Token], number: Figure, taken: set[int], language: Language) -> frozenset[str]:
    """The stems of what is counted: the next words up to one that only joins."""
    stems: list[str] = []
    for spot in range(number.end, min(number.end + NEAR, len(tokens))):
        word = tokens[spot].text.casefold()
        apart = tokens[spot].start - tokens[spot - 1].end > 1
        if spot in taken or apart or word in language.function_words:
            break
        stems.append(stem(word))
    return frozenset(stems) if " " not in number.amount else frozenset()


def _topic(tokens: Sequence[Token], counts: Sequence[Figure], spot: int, language: Language) -> str:
    """The word that a number's part of a list begins with, as `trams` in `ferries carried 3 million, trams 2`."""
    start = counts[spot - 1].end if spot else 0
    chunk = 0 if not spot else None
    if not any(_are_near(counts, spot, other, LISTED) for other in (spot - 1, spot + 1)):
        return ""
    for place in range(max(start, 1), counts[spot].start):
        gap = tokens[place].start - tokens[place - 1].end
        if gap > 1 or tokens[place - 1].text.casefold() in ("and", "but", "while", "et", "mais"):
            chunk = place
    if chunk is None:
        return ""
    words = [token.text.casefold() for token in tokens[chunk : counts[spot].start]]
    if _STANDING.intersection(words):
        return ""
    first = next((word for word in words if word not in language.function_words), "")
    return "" if _is_verb(first) else stem(first)


def _beside_it(tokens: Sequence[Token], counts: Sequence[Figure], spot: int, language: Language) -> frozenset[str]:
    """The stems of the phrase behind a number of a list, as `hours on the night ferry`; nothing where it has none."""
    if not any(_are_near(counts, spot, other, LISTED) for other in (spot - 1, spot + 1)):
        return frozenset()
    stems: set[str] = set()
    for place in range(counts[spot].end, min(counts[spot].end + LISTED, len(tokens))):
        word = tokens[place].text.casefold()
        if _STOPS.intersection(tokens[place].gap) or word in ("and", "but", "while", "et", "mais", "against"):
            break
        if word not in language.function_words:
            stems.add(stem(word))
    return frozenset(stems)


def _is_given_elsewhere(mine: _Figures, theirs: _Figures) -> bool:
    own = frozenset[str]().union(*(figure.amounts for figure in mine.figures))
    for figure in mine.figures:
        same = [other for other in theirs.figures if other.amounts & figure.amounts]
        others = [other for other in theirs.figures if not other.amounts & own]
        if same and (
            any(_label_differs(figure, mine, same, theirs, kind) for kind in ("name", "year"))
            or _counts_another(figure, same, others)
            or _is_of_another_topic(mine, same, others)
            or _stands_beside_another(mine, same, others)
        ):
            return True
    return False


def _label_differs(figure: _Figure, mine: _Figures, same: Sequence[_Figure], theirs: _Figures, kind: str) -> bool:
    """Whether the text has the label of another number of the sentence, and not that of this one."""
    right = {getattr(other, kind) for other in same}
    if "" in right:
        return False
    wrong = {getattr(other, kind) for other in theirs.figures if not other.amounts & figure.amounts} - {""}
    if own := getattr(figure, kind):
        return own not in right and own in wrong
    told = frozenset[str]().union(*(other.amounts for other in mine.figures))
    free = {getattr(other, kind) for other in theirs.figures if not other.amounts & told}
    return not right & mine.labels and bool((free - {""}) & mine.labels)


def _counts_another(figure: _Figure, same: Sequence[_Figure], others: Sequence[_Figure]) -> bool:
    right = frozenset().union(*(other.counted for other in same))
    return bool(right) and not right & figure.counted and any(other.counted & figure.counted for other in others)


def _is_of_another_topic(mine: _Figures, same: Sequence[_Figure], others: Sequence[_Figure]) -> bool:
    right = {other.topic for other in same}
    wrong = {other.topic for other in others} - right - {""}
    return "" not in right and not right & mine.stems and bool(wrong & mine.stems)


def _stands_beside_another(mine: _Figures, same: Sequence[_Figure], others: Sequence[_Figure]) -> bool:
    """Whether a text has the words that stand at another number, and not those at its own: `four on the catamaran`."""
    if len(mine.figures) != 1 or len(same) != 1:
        return False
    own, counted = same[0].beside, same[0].counted | frozenset().union(*(other.counted for other in others))
    foreign = [other.beside - own - counted for other in others if other.beside]
    return (
        bool(own - counted)
        and not (own - counted) & mine.stems
        and any(words and words <= mine.stems for words in foreign)
    )


# ---------------------------------------------------------------- speakers


class Spoken(NamedTuple):
    """A sentence: the text that its tokens stand in, these, and the first and last that passages cover."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int


def speaks_for_another(who: str, sentences: Sequence[Spoken], aliases: AliasTable, people: frozenset[str]) -> bool:
    """Whether somebody else is the subject of the words by which the sentences tell that somebody speaks.

    People are told from people, and bodies from bodies; who speaks for a country is often named in its place.
    """
    if who not in people:
        return False
    others = {id for id in people - {who} if aliases.kinds.get(id) == aliases.kinds.get(who)}
    told = [_tellings(sentence, aliases, people) for sentence in sentences]
    nearest = [telling for tellings in told for telling in _nearest(tellings)]
    governing = [telling for tellings in told for telling in tellings if telling.governs]
    if any({who, ""} & set(telling.subjects) for telling in nearest) or any(who in t.subjects for t in governing):
        return False
    subjects = [subject for telling in nearest for subject in telling.subjects if subject != f"{_HEAD}other"]
    if any(subject.startswith(_HEAD) for subject in subjects):
        return True
    if any(subject in others for subject in subjects):
        return not any(_named_last(sentence, aliases, people) == who for sentence in sentences)
    aside = any(_stands_aside(who, sentence, aliases) for sentence in sentences)
    return aside and any(telling.by_others for telling in nearest)


def _named_last(sentence: Spoken, aliases: AliasTable, people: frozenset[str]) -> str:
    """Who of the people is named last before a passage, where no word of speaking stands behind or in it."""
    spots = [n for n, token in enumerate(sentence.tokens) if token.text.casefold() in SPEECH and token.text.islower()]
    if any(spot >= sentence.first for spot in spots):
        return ""
    before = [subject for _, last, subject in _names_of(sentence.tokens, aliases) if last < sentence.first]
    return next((subject for subject in reversed(before) if subject in people), "")


class _Telling(NamedTuple):
    """A word of speaking: how far from the passage it stands, its subjects, and whether these are people unnamed."""

    distance: int
    subjects: tuple[str, ...]  # ids, `` for a pronoun, or a head that only belongs to somebody
    by_others: bool
    governs: bool  # all that follows, as in `X said that`


def _nearest(tellings: Sequence[_Telling]) -> list[_Telling]:
    near = min((telling.distance for telling in tellings), default=0)
    return [telling for telling in tellings if telling.distance == near]


def _tellings(sentence: Spoken, aliases: AliasTable, people: frozenset[str]) -> list[_Telling]:
    """Each word of speaking outside quotation marks, with its subjects."""
    text, tokens = sentence.text, sentence.tokens
    names = _names_of(tokens, aliases)
    found: list[_Telling] = []
    for spot, token in enumerate(tokens):
        if token.text.casefold() not in SPEECH or token.quoted or not token.text.islower():
            continue
        subject = _behind_cue(text, tokens, spot, names)
        subject = _before_cue(text, tokens, spot, names) if subject is None else subject
        singular = {word.text.casefold() for word in tokens[max(0, spot - 1) : spot + 2]} & _SINGULAR
        subject = _meant(names, spot, people) if subject == "" and singular else subject
        subjects = () if subject is None else (subject, *_beside(text, tokens, names, subject, spot))
        distance = max(sentence.first - spot, spot - sentence.last, 0)
        by_others = spot > 0 and token.gap == " " and tokens[spot - 1].text.islower() and subject is None
        by_others = by_others and tokens[spot - 1].text not in _FUNCTION
        found.append(_Telling(distance, subjects, by_others, [t.text for t in tokens[spot + 1 : spot + 2]] == ["that"]))
    return found


def _names_of(tokens: Sequence[Token], aliases: AliasTable) -> list[tuple[int, int, str]]:
    together = parts(tokens)
    return [
        (together[name.start].token, together[name.end - 1].token, name.subject or fold(name.text))
        for name in aliases.names(tokens)
    ]


def _stands_aside(who: str, sentence: Spoken, aliases: AliasTable) -> bool:
    """Whether a sentence names somebody only as one to whom, with whom or against whom something is said."""
    tokens = sentence.tokens
    named = [(first, last) for first, last, subject in _names_of(tokens, aliases) if subject == who]
    return bool(named) and all(
        first > 0
        and tokens[first - 1].text.casefold() in _ASIDE
        and not any(token.text.endswith("ing") for token in tokens[last + 1 : last + 2])  # with X saying
        for first, last in named
    )


_Names = Sequence[tuple[int, int, str]]


def _meant(names: _Names, spot: int, people: frozenset[str]) -> str:
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
        return ""
    for first, last, subject in reversed(names):
        if last >= spot:
            continue
        between = text[tokens[last].end : tokens[spot].start]
        words = between.count(" ")
        inserted = between.startswith(",") and between.rstrip().endswith(",") and '"' not in between
        inserted = inserted or bool(_RELATIVE.fullmatch(between) or _APPOSED.fullmatch(between))
        if inserted or (words <= NEAR and not _STOPS & set(between)):
            start = next((n + 1 for n in range(first - 1, -1, -1) if _opens_anew(text, tokens, n)), 0)
            possessed = between.startswith("'s ") or tokens[last].text.endswith("'s")
            if possessed and HEADS.intersection(token.text.casefold() for token in tokens[last + 1 : spot]):
                return f"{_HEAD}{subject}"
            if (headed := _headed(tokens, start, first, subject)) is not None:
                return headed
    return None


def _opens_anew(text: str, tokens: Sequence[Token], spot: int) -> bool:
    """Whether what follows a word is another clause, or another part of one."""
    stops = _STOPS & set(text[tokens[spot].end : tokens[spot + 1].start])
    return bool(stops) or tokens[spot].text.casefold() in _RELATIVES


def _headed(tokens: Sequence[Token], start: int, first: int, subject: str) -> str | None:
    """A name, or the head that it only belongs to, as the adviser in `an adviser to X`; nothing if it is no subject."""
    words = [token.text.casefold() for token in tokens[start:first]]
    if not set(words) & _OF:
        return subject
    return f"{_HEAD}{subject}" if HEADS.intersection(words) else None
