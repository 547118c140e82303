"""Whose a figure is: whether a fact gives it to another than its sentences do, to another time or to other things."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.figures import Figure, body_of
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.languages.nouns import NOUNS
from generator.evidence.names import AliasTable
from generator.evidence.roles import is_verb
from generator.evidence.sense import STOPS, stem
from generator.evidence.speakers import names_of
from generator.evidence.text import Token, tokens_by_sentence

MOST_TITLE = 5  # words between a cue and the name behind it: `said Danish Foreign Minister`
LISTED = 8  # words between two numbers of one list
NEAR = 3  # words between a number and what it counts, or between a name and its verb
_RANK = re.compile(r"th\b|^most$")
_NUMBER_BEHIND = re.compile(r" \d+$")  # the count of a party that a list ends with is no part of its name
_YEAR = re.compile(r"1\d{3}|2[01]\d\d")
_RESPECTIVELY = frozenset(("respectively", "respectivement"))
_STANDING = frozenset(("that", "those", "these", "this", "celui", "celle", "ceux", "celles"))  # for what was named
_LINKS = frozenset(("in", "from", "for", "by", "of", "to", "at", "on", "that", "en", "de", "pour", "par", "à"))
_AND = frozenset(("and", "but", "while", "et", "mais", "tandis"))


@dataclass(frozen=True)
class _Figure:
    """A number, what it counts, and its labels: a name, a year, the word that its part of a list begins with."""

    amounts: frozenset[str]  # more than one where it is written so that it may be one or another
    counted: frozenset[str]
    name: str
    year: str
    topic: frozenset[str]
    beside: frozenset[str] = frozenset()  # the stems of the few words behind it, in a list
    head: str = ""  # the first of them
    is_of_those: bool = False  # whether `those` stands there for what another number counts
    inherited: frozenset[str] = frozenset()  # what the number before it counts, as in `30 votes to 20`


@dataclass(frozen=True)
class _Figures:
    """What a sentence counts, with all its labels and stems; of one that counts nothing, nobody asks for these."""

    figures: tuple[_Figure, ...]
    labels: frozenset[str]
    stems: frozenset[str]


NO_FIGURES = _Figures((), frozenset(), frozenset())


def is_of_another(say: str, sentences: Sequence[Sequence[Token]], aliases: AliasTable, language: Language) -> bool:
    """Whether a text gives a number to whom, to when or to what the sentences give another one."""
    own = tokens_by_sentence(say)
    mine = [figures for tokens in own if (figures := _figures_of(tokens, aliases, ENGLISH)).figures]
    if not mine:
        return False
    theirs = [_figures_of(tokens, aliases, language) for tokens in sentences]
    return any(_is_given_elsewhere(own, figures) for own in mine for figures in theirs)


def _figures_of(tokens: Sequence[Token], aliases: AliasTable, language: Language) -> _Figures:
    """What a sentence counts, in order, and the labels that stand around: names, years, and what lists begin with."""
    numbers = [figure for figure in language.figures(tokens) if not figure.free]
    years = [number for number in numbers if number.is_date or _YEAR.fullmatch(number.text)]  # 1,150 is none
    counts = [number for number in numbers if number not in years and not _RANK.search(number.amount)]
    if not counts:
        return NO_FIGURES
    taken = {spot for number in numbers for spot in range(number.start, number.end)}
    names = [
        (first, _NUMBER_BEHIND.sub("", name))
        for first, last, name in names_of(tokens, aliases)
        if first not in taken and not _speaks(tokens, first, last, language)
    ]
    days = {name for _, name in names if name in language.weekdays}
    names = [(first, name) for first, name in names if len(days) > 1 or name not in days]  # one day is that of all
    by_name = _paired(tokens, counts, names)
    by_year = _paired(tokens, counts, [(year.start, year.amount) for year in years])
    stems = _stems_of(tokens)
    return _Figures(
        tuple(
            _Figure(
                frozenset(map(body_of, number.forms)),
                _counted(tokens, number, taken, language),
                by_name.get(spot, ""),
                by_year.get(spot, ""),
                _topic(tokens, counts, spot, language),
                *_beside_it(tokens, counts, spot, language),
                _inherited(tokens, counts, spot, taken, language),
            )
            for spot, number in enumerate(counts)
        ),
        frozenset(label for _, label in names) | {year.amount for year in years} | stems,
        stems,
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
        is_close = len(between) <= MOST_TITLE + 1 and not any(STOPS.intersection(gap) for gap in between)
        is_close = is_close and not (following and _AND.intersection(words[number.end : following[0][0]]))
        if following and is_close and _word_before(words, following[0][0]) in _LINKS:
            behind[spot] = following[0][1]
        if len(preceding) == 1 or (preceding and not spot):
            before[spot] = preceding[-1]
    for spot in range(1, len(counts)):
        if spot not in before and spot - 1 in before and spot not in behind:
            between = [label for place, label in labels if counts[spot - 1].end <= place < counts[spot].start]
            before |= {} if between else {spot: before[spot - 1]}  # the yard at A, with 480 workers, delivered five
    both = {**{spot: label for spot, label in before.items() if label not in behind.values()}, **behind}
    return _listed(both if behind else before, counts)


def _word_before(words: Sequence[str], spot: int) -> str:
    """The word before a name, or before its article: *for* in `37 for the List`."""
    spot -= 1 + (words[spot - 1] == "the")
    return words[spot] if spot >= 0 else ""


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
        stems.extend(_in_english(word, language))
    return frozenset(stems) if " " not in number.amount else frozenset()


def _in_english(word: str, language: Language) -> frozenset[str]:
    """The stems of the English words for a noun of another language, where the table has it."""
    return frozenset(map(stem, NOUNS.get(language.code, {}).get(word, ())))


def _inherited(
    tokens: Sequence[Token], counts: Sequence[Figure], spot: int, taken: set[int], language: Language
) -> frozenset[str]:
    """The stems of what the number before counts, where *to* or *against* alone stands behind them."""
    if not spot or tokens[counts[spot].start - 1].text not in ("to", "against"):
        return frozenset()
    before = counts[spot - 1]
    is_near = counts[spot].start - 1 - before.end <= NEAR - 1
    return _counted(tokens, before, taken, language) if is_near else frozenset()


def _topic(tokens: Sequence[Token], counts: Sequence[Figure], spot: int, language: Language) -> frozenset[str]:
    """The word that a number's part of a list begins with, as `trams` in `ferries carried 3 million, trams 2`.

    Of another language it is told in English.
    """
    start = counts[spot - 1].end if spot else 0
    chunk = 0 if not spot else None
    if not any(_are_near(counts, spot, other, LISTED) for other in (spot - 1, spot + 1)):
        return frozenset()
    for place in range(max(start, 1), counts[spot].start):
        gap = tokens[place].start - tokens[place - 1].end
        if gap > 1 or tokens[place - 1].text.casefold() in ("and", "but", "while", "et", "mais"):
            chunk = place
    if chunk is None:
        return frozenset()
    words = [token.text.casefold() for token in tokens[chunk : counts[spot].start]]
    first = next((word for word in words if word not in language.function_words), "")
    if not first or _STANDING.intersection(words):
        return frozenset()
    if language is not ENGLISH:
        return _in_english(first, language)
    return frozenset() if is_verb(first) else frozenset((stem(first),))


def _beside_it(
    tokens: Sequence[Token], counts: Sequence[Figure], spot: int, language: Language
) -> tuple[frozenset[str], str, bool]:
    """The stems of the phrase behind a number of a list, as `hours on the night ferry`; nothing where it has none.

    With them the first, and whether the phrase has `those` for it.
    """
    if language is not ENGLISH or _is_part(tokens, counts, spot):
        return frozenset(), "", False
    if not any(_are_near(counts, spot, other, LISTED) for other in (spot - 1, spot + 1)):
        return frozenset(), "", False
    stems: list[str] = []
    is_of_those = False
    end = counts[spot + 1].start if spot + 1 < len(counts) else len(tokens)
    for place in range(counts[spot].end, min(counts[spot].end + LISTED, end)):
        word = tokens[place].text.casefold()
        if STOPS.intersection(tokens[place].gap) or word in ("and", "but", "while", "et", "mais", "against"):
            break
        is_of_those = is_of_those or word in _STANDING
        if word not in language.function_words and word not in language.weekdays:
            stems.append(stem(word))
    return frozenset(stems), next(iter(stems), ""), is_of_those


def _is_part(tokens: Sequence[Token], counts: Sequence[Figure], spot: int) -> bool:
    """Whether the next number is the whole of which this one is told, as in `19 of the club's 24 boats`."""
    of = tokens[counts[spot].end : counts[spot].end + 1]
    return bool(of) and of[0].text in ("of", "in") and _are_near(counts, spot, spot + 1, NEAR + 1)


def _is_given_elsewhere(mine: _Figures, theirs: _Figures) -> bool:
    own = frozenset[str]().union(*(figure.amounts for figure in mine.figures))
    for figure in mine.figures:
        same = [other for other in theirs.figures if other.amounts & figure.amounts]
        others = [other for other in theirs.figures if not other.amounts & own]
        if same and (
            any(_label_differs(figure, mine, same, theirs, kind) for kind in ("name", "year"))
            or _counts_another(figure, same, others)
            or _has_the_noun_of_another(figure, mine, same, theirs)
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


def _has_the_noun_of_another(figure: _Figure, mine: _Figures, same: Sequence[_Figure], theirs: _Figures) -> bool:
    """Whether two numbers of a vote changed their nouns: 30 to 20, six abstaining, told as 30 to six, 20 abstaining."""
    right = frozenset[str]().union(*(other.counted or other.inherited for other in same))
    if not right or right & figure.counted or not figure.counted:
        return False
    foreign = [other for other in theirs.figures if other not in same and other.counted & figure.counted]
    told = [own for own in mine.figures for other in foreign if own.amounts & other.amounts]
    return bool(told) and not any(own.counted & figure.counted for own in told)


def _is_of_another_topic(mine: _Figures, same: Sequence[_Figure], others: Sequence[_Figure]) -> bool:
    right = frozenset[str]().union(*(other.topic for other in same))
    wrong = frozenset[str]().union(*(other.topic for other in others)) - right
    return all(other.topic for other in same) and not right & mine.stems and bool(wrong & mine.stems)


def _stands_beside_another(mine: _Figures, same: Sequence[_Figure], others: Sequence[_Figure]) -> bool:
    """Whether a text has the words that stand at another number, and not those at its own: `four on the catamaran`."""
    if len(mine.figures) != 1 or len(same) != 1:
        return False
    own, counted = same[0].beside, same[0].counted | frozenset().union(*(other.counted for other in others))
    if any(other.is_of_those for other in others):  # 18 percent of the jobs here, and 4 of those there
        counted |= {same[0].head}
    foreign = [other.beside - own - counted for other in others if other.beside]
    return (
        bool(own - counted)
        and not (own - counted) & mine.stems
        and any(words and words <= mine.stems for words in foreign)
    )
