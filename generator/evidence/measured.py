"""In what a figure is measured, and of which whole it is a part: whether a fact tells either as its sentences do not.

It compares words with words, as `owners` does, so a lock keeps the answer and not the units.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.evidence.figures import Figure, body_of
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.languages.cues import CUES
from generator.evidence.languages.measures import LONGEST, UNITS
from generator.evidence.sense import IRREGULAR, stem
from generator.evidence.text import Token, tokens_by_sentence

REACH = 12  # words behind a part, within which it is told what became of it
NEAR = 4  # words between a number and its relative clause
_WHOLE = frozenset(("of", "among"))  # before the whole of which a part is told
_OF = frozenset(("of", "des", "sur", "out"))
_HAVING = frozenset("has have had are were was is been be all with employs total among as".split())
_STANDING_FOR = (["which"], ["whom"], ["them"], ["these"], ["those"])
_ALL = frozenset(("all", "none", "each", "neither"))  # what is told of them all is told of the whole
_SMALL = frozenset(
    ("the", "its", "their", "his", "her", "all", "some", "about", "these", "those", "more", "than", "out")
)
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "did", "not", "will", "would", "to")
)
_CLAUSE = re.compile(r"[.!?…;:,()\"]| - ")
_JOINED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_HEDGING = frozenset(("never", "also", "already", "now", "since", "still", "both", "all", "each", "just", "only"))
_OPENING = frozenset(("and", "but", "while", "that", "whereas", "though", "where", "when", "because", "said", "says"))
_LED = frozenset(
    ("the", "other", "another", "some", "about", "around", "only", "nearly", "almost", "just", "at", "least")
)
_WHO = frozenset(("it", "he", "she", "they", "we", "that", "which", "who"))
_SHARING = frozenset(("make", "makes", "made", "account", "accounts", "accounted", "represent", "represents"))
_WON = frozenset(("with", "got", "gets", "get", "won", "wins", "win", "polled", "received", "receives", "took"))
_AHEAD = frozenset(("ahead", "behind", "adrift", "clear", "short", "majority", "margin", "lead"))
_POINTS = frozenset(("vote", "votes", "point", "points", "goal", "goals", "run", "runs", "seat", "seats"))
_MOVING = frozenset((*CUES["en"]["strict"]["up"], *CUES["en"]["strict"]["down"]))
_BY = frozenset(("by", "de", "d"))
_CHANGING = frozenset(  # beside a figure, these may tell that it is a change
    (
        *_MOVING,
        *ENGLISH.tables["changes"],
        *("more", "less", "higher", "lower", "fewer", "greater", "smaller", "bigger", "larger", "extra", "additional"),
        *("dearer", "cheaper", "costlier", "than", "another", "increases", "decreases", "saved", "save", "saves"),
        *("saving", "savings", "further", "difference", "margin", "ahead", "behind", "lead", "short", "late", "later"),
        *("early", "earlier", "faster", "slower", "longer", "shorter", "younger", "older", "warmer", "colder", "wider"),
        *("narrower", "deeper", "discount", "off", "gap", "inflation", "again", "above", "below", "over", "under"),
        *("shorten", "shortened", "lengthen", "lengthened", "delay", "delayed", "by", "left", "joined"),
    )
)
_OTHER_PARTS = {
    "change": frozenset(("share",)), "share": frozenset(("change",)),
    "lead": frozenset(("total",)), "total": frozenset(("lead",)),
}  # fmt: skip
_Deeds = Callable[[Sequence[Token]], Iterator[tuple[set[str], str]]]
_Figured = Callable[[Sequence[Token], Language], Iterator[tuple[set[str], str]]]
_MORE = frozenset(("more", "higher", "larger", "longer"))
_LESS = frozenset(("fewer", "less", "lower", "smaller", "shorter"))
_TIMES = frozenset(("year", "month", "week", "before", "earlier", "last", "previous", "ago", "then"))
_STATES = {
    word: state
    for state, words in {
        "dead": "dead killed kills killing died dies deaths drowned perished mort morts tué tués tuées décès noyés",
        "hurt": "injured wounded hurt injures injuring wounds wounding blessé blessés blessée blessées",
        "missing": "missing unaccounted disparu disparus disparues",
        "held": "arrested detained interpellés interpellées",
    }.items()
    for word in words.split()
}


class _Measured(NamedTuple):
    """A figure by the amounts that it may be, and the unit that stands behind it."""

    amounts: frozenset[str]
    unit: str


def is_in_another_unit(say: str, sentences: Sequence[Sequence[Token]], language: Language) -> bool:
    """Whether a text measures a number in miles that the sentences have in kilometres, or tells hours as days."""
    mine = [one for run in tokens_by_sentence(say) for one in _measured(run, ENGLISH) if one.unit]
    theirs = [one for run in sentences for one in _measured(run, language)] if mine else []
    for one in mine:
        units = {other.unit for other in theirs if other.amounts & one.amounts - {"1"}}
        if units and "" not in units and one.unit not in units:
            return True
    return False


def is_whole_told_as_part(say: str, sentences: Sequence[Sequence[Token]]) -> bool:
    """Whether a text tells of the whole what its sentences tell of a part: of 90 guests three fell ill, not 90."""
    parts = [part for sentence in sentences for part in _parts(sentence)]
    for run in tokens_by_sentence(say) if parts else ():
        figures = _counts(run, ENGLISH)
        told = {stem(token.text.casefold()) for token in run}
        amounts = {body for figure in figures for body in _bodies(figure)}
        for figure in figures:
            own = _bodies(figure)
            if not _is_of(run, figure) and any(
                whole & own and not part & amounts and verb in told for whole, part, verb in parts
            ):
                return True
    return False


def is_part_left_out(say: str, sentences: Sequence[Sequence[Token]], language: Language) -> bool:
    """Whether a text has the number of a whole and not that of its part: of *800 of 6,200 jobs* only 6,200 jobs."""
    pairs = [pair for run in sentences for pair in _of_the(run, language)]
    counted = Counter(body for run in sentences if pairs for one in _counts(run, language) for body in _bodies(one))
    pairs = [(whole, part) for whole, part in pairs if all(counted[body] == 1 for body in whole)]
    for run in tokens_by_sentence(say) if pairs else ():
        figures = _counts(run, ENGLISH)
        amounts = {body for figure in figures for body in _bodies(figure)}
        for figure in figures:
            before = run[figure.start - 1].text.casefold() if figure.start else ""
            is_whole = any(whole & _bodies(figure) and not part & amounts for whole, part in pairs)
            if is_whole and before not in _HAVING and not _is_of(run, figure):
                return True
    return False


def _of_the(tokens: Sequence[Token], language: Language) -> Iterator[tuple[set[str], set[str]]]:
    """The amounts of each whole, and of the part of it that stands at once before: `three of the 12`."""
    figures = _counts(tokens, language)
    for part, whole in pairwise(figures):
        between = [token.text.casefold() for token in tokens[part.end : whole.start]]
        if between and between[0] in _OF and len(between) <= NEAR and not _bodies(part) & _bodies(whole):
            yield _bodies(whole), _bodies(part)


def is_deed_of_another_number(say: str, sentences: Sequence[Sequence[Token]]) -> bool:
    """Whether a text has a number do what its sentences have another one do: 60 thought of leaving, nine left."""
    return any(_have_changed_deeds(say, sentences, deeds) for deeds in (_deeds, _suffered))


def is_more_told_as_less(say: str, sentences: Sequence[Sequence[Token]], language: Language) -> bool:
    """Whether a text tells 7 percent fewer where its sentences tell 7 percent more, or as dead who is missing."""
    return any(_have_another(say, sentences, language, read) for read in (_signs, _states))


def _have_another(say: str, sentences: Sequence[Sequence[Token]], language: Language, read: _Figured) -> bool:
    mine = [one for run in tokens_by_sentence(say) for one in read(run, ENGLISH)]
    theirs = [one for run in sentences for one in read(run, language)] if mine else []
    right = [{other for others, other in theirs if others & amounts} for amounts, _ in mine]
    return any(known and own not in known for (_, own), known in zip(mine, right, strict=True))


def _signs(tokens: Sequence[Token], language: Language) -> Iterator[tuple[set[str], str]]:
    """Each share by which there is more or less of something than of the same at another time."""
    for figure in language.figures(tokens):
        if "%" not in figure.amount:
            continue
        words = [token.text.casefold() for token in tokens]
        behind = words[figure.end : figure.end + 5]
        word = behind[0] if behind else ""
        if "than" in behind and (word in _MORE or word in _LESS):
            standard = words[figure.end + behind.index("than") + 1 :][:4]
            if _TIMES.intersection(standard):
                yield _bodies(figure), "more" if word in _MORE else "less"


def _states(tokens: Sequence[Token], language: Language) -> Iterator[tuple[set[str], str]]:
    """The dead, the hurt and the missing, by their number."""
    figures = [f for f in language.figures(tokens) if not (f.free or f.is_date)]
    words = [token.text.casefold() for token in tokens] if figures else []
    if _STATES.keys().isdisjoint(words):
        return
    for number, figure in enumerate(figures):
        limit = figures[number + 1].start if number + 1 < len(figures) else len(words)
        for spot in range(figure.end, min(figure.end + REACH // 2, limit)):
            if _CLAUSE.search(tokens[spot].gap):
                break
            if state := _STATES.get(words[spot]):
                yield _bodies(figure), state
        if figure.start and (state := _STATES.get(words[figure.start - 1])):
            yield _bodies(figure), state


def _have_changed_deeds(say: str, sentences: Sequence[Sequence[Token]], deeds: _Deeds) -> bool:
    mine = [deed for run in tokens_by_sentence(say) for deed in deeds(run)]
    theirs = [deed for run in sentences for deed in deeds(run)] if mine else []
    told = {amount for amounts, _ in mine for amount in amounts}
    for amounts, verb in mine:
        own = {their_verb for their_amounts, their_verb in theirs if their_amounts & amounts}
        if own and verb not in own and any(v == verb and not told & others for others, v in theirs):
            return True
    return False


def is_change_told_as_share(say: str, sentences: Sequence[Sequence[Token]]) -> bool:
    """Whether a text tells a growth of 9 percent as a share of 9 percent, or a lead of 12 votes as 12 votes in all."""
    mine = [part for run in tokens_by_sentence(say) for part in _parts_played(run)]
    theirs = [part for run in sentences for part in _parts_played(run)] if mine else []
    return any(
        any(theirs_is in _OTHER_PARTS[own] and amounts & others for others, theirs_is in theirs)
        and not any(theirs_is == own and amounts & others for others, theirs_is in theirs)
        for amounts, own in mine
    )


def is_change_told_as_amount(say: str, sentences: Sequence[Sequence[Token]], language: Language) -> bool:
    """Whether a text tells as so much that by which something changed: a toll went up by 9 euros."""
    runs = [run for run in tokens_by_sentence(say) if _CHANGING.isdisjoint(token.text.casefold() for token in run)]
    mine = [_bodies(figure) for run in runs for figure in ENGLISH.figures(run) if not figure.free]
    theirs = [figure for run in sentences for figure in _by_so_much(run, language)] if mine else []
    others = [figure for run in sentences for figure in language.figures(run) if theirs and figure not in theirs]
    told = [_bodies(figure) for figure in others]
    return any(own & _bodies(figure) and not any(own & other for other in told) for own in mine for figure in theirs)


def _by_so_much(tokens: Sequence[Token], language: Language) -> Iterator[Figure]:
    """The amounts of money or of things by which something rose or fell, with the word for it before them."""
    for figure in language.figures(tokens):
        before = [token.text.casefold() for token in tokens[max(0, figure.start - NEAR) : figure.start]]
        if not _BY.isdisjoint(before) and all(form.startswith("by ") for form in figure.forms):
            yield figure


def _deeds(tokens: Sequence[Token]) -> Iterator[tuple[set[str], str]]:
    """Each number that its clause begins with, and the stem of what those do that it counts."""
    figures = _counts(tokens, ENGLISH)
    for number, figure in enumerate(figures):
        end = figures[number + 1].start if number + 1 < len(figures) else len(tokens)
        if _opens(tokens, figure.start) and (verb := _verb(tokens[:end], figure.end)):
            yield _bodies(figure), verb


def _suffered(tokens: Sequence[Token]) -> Iterator[tuple[set[str], str]]:
    """Each number, and the stem of the verb at once before it or in its relative clause: `the 60 that they sold`."""
    figures = [f for f in ENGLISH.figures(tokens) if not (f.free or f.is_date or f.amount.endswith("th"))]
    words = [token.text.casefold() for token in tokens] if figures else []
    for number, figure in enumerate(figures):
        start = figure.start
        while start and words[start - 1] in _LED:
            start -= 1
        if start and _is_past(words[start - 1]) and " " in tokens[start].gap:
            yield _bodies(figure), stem(words[start - 1])
        end = figures[number + 1].start if number + 1 < len(figures) else len(words)
        reach = range(figure.end, min(figure.end + NEAR, end - 1))
        told = next((words[spot + 1] for spot in reach if words[spot] in _WHO), "")
        if _is_past(told):
            yield _bodies(figure), stem(told)


def _is_past(word: str) -> bool:
    return (len(word) > 4 and word.endswith("ed")) or word in IRREGULAR or word.removeprefix("re") in IRREGULAR


def _opens(tokens: Sequence[Token], spot: int) -> bool:
    """Whether a number stands where its clause begins, so that it does what is told there."""
    while spot and tokens[spot - 1].text.casefold() in _LED and not _CLAUSE.search(tokens[spot].gap):
        spot -= 1
    return not spot or bool(_CLAUSE.search(tokens[spot].gap)) or tokens[spot - 1].text.casefold() in _OPENING


def _parts_played(tokens: Sequence[Token]) -> Iterator[tuple[set[str], str]]:
    """The figures that tell a change or a share in percent, a lead in votes or what somebody got of them."""
    for figure in ENGLISH.figures(tokens):
        counts = tokens[figure.end].text.casefold() in _POINTS if figure.end < len(tokens) else False
        if figure.is_date or figure.free or not (counts or "%" in figure.amount):
            continue
        words = [token.text.casefold() for token in tokens]
        ahead, behind = words[max(0, figure.start - 2) : figure.start], words[figure.end : figure.end + 2]
        if "%" in figure.amount:
            if _SHARING.intersection(ahead) or "of" in behind[:1]:
                yield _bodies(figure), "share"
            elif ahead and (ahead[-1] == "by" or _moves(ahead[-1])):
                yield _bodies(figure), "change"
        else:
            if _is_of_a_vote(words, figure):
                yield _bodies(figure), "total"
            elif ahead[-1:] == ["by"] or _AHEAD.intersection((*ahead, *behind)):
                yield _bodies(figure), "lead"
            elif _WON.intersection(ahead[-1:]):
                yield _bodies(figure), "total"


def _is_of_a_vote(words: Sequence[str], figure: Figure) -> bool:
    """Whether the number of the other side follows: `by 30 votes to 20`."""
    behind = words[figure.end + 1 : figure.end + 3]
    return behind[:1] in (["to"], ["against"]) and len(behind) > 1


def _moves(word: str) -> bool:
    """Whether a word tells that something rose or fell."""
    return word in _MOVING


def _measured(tokens: Sequence[Token], language: Language) -> Iterator[_Measured]:
    for figure in language.figures(tokens):
        if not figure.is_date and figure.amount != "most" and "th" not in figure.amount:
            yield _Measured(frozenset(map(body_of, figure.forms)), _unit(tokens, figure))


def _unit(tokens: Sequence[Token], figure: Figure) -> str:
    """The unit that stands behind a figure, joined to it or as words."""
    joined = _JOINED.search(tokens[figure.end - 1].text.casefold())
    if joined and any(letter in "0123456789-" for letter in tokens[figure.end - 1].text):
        tail = joined.group().split("-")
        joined_to_it = ("-".join(tail), " ".join(tail[:3]), " ".join(tail[:2]), tail[0], *tail[1:2])
        if unit := next((UNITS[phrase] for phrase in joined_to_it if phrase in UNITS), ""):
            return unit
    words = []
    for token in tokens[figure.end : figure.end + LONGEST]:
        if token.gap not in (" ", "-"):
            break
        words.append(token.text.casefold())
    phrases = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    unit = next((UNITS[phrase] for phrase in phrases if phrase in UNITS), "")
    return unit or (UNITS.get(words[0].split("-")[0], "") if words and words[0].endswith("-long") else "")


def _counts(tokens: Sequence[Token], language: Language) -> list[Figure]:
    """The numbers that count something."""
    return [f for f in language.figures(tokens) if not f.free and re.fullmatch(r"\d+", f.amount)]


def _is_of(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether a number is told as the whole of something: `of the 90`."""
    spot = figure.start - 1
    while spot >= 0 and (tokens[spot].text.casefold() in _SMALL or tokens[spot].text.endswith(("'s", "s'"))):
        spot -= 1
    is_whole = spot >= 0 and tokens[spot].text.casefold() in _WHOLE
    return is_whole and not (spot and tokens[spot - 1].text.casefold() in _ALL)


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[set[str], set[str], str]]:
    """The amounts of each whole and of its part, and the stem of what is told of the part."""
    figures = _counts(tokens, ENGLISH)
    for whole, part in pairwise(figures):
        behind = [token.text.casefold() for token in tokens[part.end : part.end + 2]]
        if behind[:1] == ["of"] and behind[1:] in _STANDING_FOR and (verb := _verb(tokens, part.end)):
            yield _bodies(whole), _bodies(part), verb
        ahead = [token.text.casefold() for token in tokens[max(0, part.start - 2) : part.start]]
        if ahead[:1] == ["of"] and ahead[1:] in _STANDING_FOR and (verb := _verb(tokens, part.end)):
            yield _bodies(whole), _bodies(part), verb
    for number, whole in enumerate(figures):
        if not _is_of(tokens, whole):
            continue
        near = [part for part in figures[max(0, number - 1) : number + 2] if part is not whole]
        for part in near:
            verb = _verb(tokens, max(part.end, whole.end if part.start < whole.start else 0))
            if verb and not _is_of(tokens, part):
                yield _bodies(whole), _bodies(part), verb


def _bodies(figure: Figure) -> set[str]:
    return {body_of(form) for form in figure.forms}


def _verb(tokens: Sequence[Token], start: int) -> str:
    """The stem of what is told of the number that ends here: what follows the first auxiliary, or ends in -ed."""
    for spot in range(start, min(start + REACH, len(tokens))):
        word = tokens[spot].text.casefold()
        if spot > start and _CLAUSE.search(tokens[spot].gap):
            return ""
        if word in _AUXILIARIES:
            rest = [t.text.casefold() for t in tokens[spot : spot + 4]]
            verb = next((word for word in rest if word not in _AUXILIARIES | _HEDGING and word[-2:] != "ly"), "")
            return stem(verb) if len(verb) > 2 else ""
        if (word.endswith("ed") and len(word) > 4) or word in IRREGULAR:
            return stem(word)
    return ""
