"""Which words of a sentence tell what its cue says: whole clauses, without the cue and what stands around it."""

from __future__ import annotations

import re

from generator.drafting.cue_words import CueWords
from generator.drafting.lines import Line
from generator.drafting.phrases import Run, mention_at, opening, stops
from generator.drafting.verbs import behind_it

LEAST = 5  # tokens: fewer make no passage
AGO = 2  # tokens at least: `a day earlier`
FAR = 14  # tokens between a verb and its `that`: `said ahead of the talks in Oslo that`


def behind_cue(line: Line, verb: int, words: CueWords, *, acts: bool) -> Run | None:
    """What follows a verb: all of it where the verb is a part of what is told, else the clause that it opens."""
    last = len(line.tokens) - 1
    first = verb + 1
    if first > last:
        return None
    if acts:
        return verb, _clause_end(line, first, last, words)
    start = _clause_start(line, verb, words)
    if start is None:
        return None
    ends = (n for n in range(start + 1, last + 1) if line.tokens[n].quoted and ":" in line.before(n))
    last = next(ends, last + 1) - 1
    if last - start + 1 < LEAST and all(not line.tokens[n].quoted for n in range(verb, last + 1)):
        with_that = line.words[start - 1] in words.that and last - start + 2 >= LEAST
        start = start - 1 if with_that else verb  # `that jobs could be lost`, `warned that jobs could go`
    return (start, last) if last - start + 1 >= 2 else None


def _clause_end(line: Line, first: int, last: int, words: CueWords) -> int:
    """Where the clause of a verb ends: before a comma that opens another clause, or what is quoted."""
    for spot in range(first + 1, last + 1):
        gap = line.before(spot)
        if ";" in gap or " - " in gap or ":" in gap:
            return spot - 1
        opens = line.words[spot] in words.conjunctions | words.relatives | words.gerunds.keys() | words.breaks
        if "," in gap and opens and (spot - first >= LEAST or line.words[spot] in words.conjunctions):
            return spot - 1
    return last


def _clause_start(line: Line, verb: int, words: CueWords) -> int | None:
    """The first token of what is said, behind hearers, places and days: `told reporters in Oslo on Friday that`."""
    end, needed = len(line.tokens), behind_it(line, verb, words)
    first = verb + 1 if needed is None or line.words[needed] in words.that else needed + 1
    told = line.words[verb] in words.told
    for spot in range(first, min(first + FAR, end)):
        if line.tokens[spot].quoted or ":" in line.before(spot) or ";" in line.before(spot):
            break
        if line.words[spot] in words.that and _opens_a_clause(line, spot, first, verb, words):
            return spot + 1 if spot + 1 < end else None
        if line.words[spot] in words.whether and spot == first:
            return spot
    if words.participles:
        return None  # where a language has no clause without its `that`
    if needed == verb + 1 and line.words[needed] not in words.prepositions:
        return None  # `made clear that`, but not `made clear soup`
    if stops(line, first) and "," not in line.before(first):
        return None
    start = _behind_hearers(line, first, words) if told else first
    return None if start is None else _behind_adjuncts(line, start, words, told=told)


def _opens_a_clause(line: Line, spot: int, first: int, verb: int, words: CueWords) -> bool:
    """Whether a `that` opens what is said: right behind its verb, or behind hearers, days and places alone."""
    between = line.words[first:spot]
    if not between:
        return True
    strange = (words.conjunctions | words.relatives | words.breaks | words.pronouns.keys()) - words.prepositions
    if any(word in strange - words.hearers for word in between):
        return False
    commas = [n for n in range(verb + 1, spot + 1) if "," in line.before(n)]
    if commas and len(commas) != 2:
        return False
    starts = between[0] in words.prepositions | words.times | words.hearers | words.helpers
    return starts or bool(commas) or line.words[verb] in words.told or bool(words.participles)


def _behind_hearers(line: Line, first: int, words: CueWords) -> int | None:
    """The token behind whom something is told: `told` `the council`; none where that cannot be seen."""
    spot = first
    while spot < len(line.tokens) and line.words[spot] in words.determiners | words.possessives:
        spot += 1
    if spot >= len(line.tokens) or stops(line, spot):
        return None
    mention = mention_at(line, spot)
    after = mention.last + 1 if mention else spot + 1
    while after < len(line.tokens) and not stops(line, after) and mention_at(line, after):
        after += 1
    return after if after < len(line.tokens) and not stops(line, after) else None


def _behind_adjuncts(line: Line, spot: int, words: CueWords, *, told: bool) -> int | None:
    """The clause behind days and places: `in a statement on Friday` `the port would`."""
    end = len(line.tokens)
    while spot < end:
        if line.tokens[spot].quoted:
            return spot if _goes_on(line, spot) else None
        word = line.words[spot]
        if "," in line.before(spot) and word in words.gerunds:
            return None
        if earlier := _earlier(line, spot, words):
            spot = earlier
            continue
        if word in words.late:
            spot += 1
            while spot < end and line.words[spot] in words.times and not stops(line, spot):
                spot += 1
        elif word in words.prepositions and not mention_at(line, spot):
            following = _behind_object(line, spot, words)
            if following is None:
                return None
            spot = following
        elif (
            word in words.breaks
            or word in words.conjunctions
            or word in words.relatives
            or (told and word not in _openers(words) and not mention_at(line, spot))
        ):
            return None
        else:
            return spot
    return None


def _earlier(line: Line, spot: int, words: CueWords) -> int:
    """The token behind `a day earlier`; nought where nothing of this kind stands there."""
    if line.words[spot] not in words.determiners:
        return 0
    end = spot + 1
    while end < len(line.tokens) and line.words[end] in words.times and not stops(line, end):
        end += 1
    return end if end - spot > AGO and line.words[end - 1] in words.before_now else 0


def _goes_on(line: Line, spot: int) -> bool:
    """Whether words of the article's own follow the quotation that opens what is said."""
    return any(not token.quoted for token in line.tokens[spot:])


def _openers(words: CueWords) -> frozenset[str]:
    return words.determiners | words.possessives | words.pronouns.keys() | words.nobody


def _behind_object(line: Line, preposition: int, words: CueWords) -> int | None:
    """The token behind what a preposition governs; none where a sentence ends with it."""
    spot, end = preposition + 1, len(line.tokens)
    while spot < end and line.words[spot] in words.determiners | words.possessives | words.times:
        if line.words[spot] in words.times and (spot + 1 == end or line.words[spot + 1] not in words.times):
            return spot + 1 if spot + 1 < end and not stops(line, spot + 1) else _after_comma(line, spot + 1)
        spot += 1
    begun = spot
    while (spot < end and not stops(line, spot)) or (spot == begun and spot < end):
        word = line.words[spot]
        if word in words.breaks:
            return None
        mention = mention_at(line, spot)
        fresh = spot > begun and (word in _openers(words) or word in words.prepositions or word in words.late)
        if fresh or (mention and mention.first == spot > begun and mention_at(line, spot - 1)):
            return spot
        spot += 1
    return _after_comma(line, spot)


def _after_comma(line: Line, spot: int) -> int | None:
    """The clause behind a comma that an aside ended with."""
    return spot if spot < len(line.tokens) and "," in line.before(spot) else None


def before_cue(line: Line, cue: int, words: CueWords) -> Run | None:
    """What stands before a cue that ends it: from the opening of the sentence, or from the cue before."""
    if cue == 0 or line.tokens[cue - 1].quoted or ("," not in line.before(cue) and " - " not in line.before(cue)):
        free = cue > 0 and not line.tokens[cue - 1].quoted and line.words[cue] in {p[0] for p in words.according}
        if not free:
            return None
    first, last = opening(line), cue - 1
    quoted = [n for n in range(first, cue) if line.tokens[n].quoted]
    if quoted and re.search(r"[,.?!]", line.before(quoted[-1] + 1)) and quoted[-1] + 1 - first > (last - first) // 2:
        first = quoted[-1] + 1
    while first < last and line.words[first] in words.conjunctions:
        first += 1
    return (first, last) if last >= first else None


def behind_name(line: Line, last: int, words: CueWords) -> Run | None:
    """What follows `according to` and a name: behind the comma that ends what is said of it."""
    end = len(line.tokens) - 1
    first = last + 1
    while first <= end and not stops(line, first):
        first += 1
    while first <= end and _is_apposed(line, first, words):
        following = next((n for n in range(first + 1, end + 1) if _closes(line, n)), None)
        if following is None:
            break
        first = following
    return (first, end) if end - first + 1 >= LEAST else None


def _closes(line: Line, spot: int) -> bool:
    return "," in line.before(spot) or ")" in line.before(spot) or " - " in line.before(spot)


def _is_apposed(line: Line, first: int, words: CueWords) -> bool:
    """Whether a clause only says who somebody is: `chair of the league`, `a farmer`, `who …`, `53`, `(FBW)`."""
    if line.words[first + 1 : first + 2] and line.words[first + 1] in words.by:
        return True  # `seen by the paper`
    if "(" in line.before(first) or line.words[first] in words.relatives or line.words[first].isdigit():
        return True
    some = words.indefinite
    is_one = line.words[first] in some or (line.words[first] in words.determiners and line.words[first + 1] in some)
    for spot in range(first, min(first + 6, len(line.tokens))):
        if spot > first and (stops(line, spot) or line.words[spot] in words.breaks):
            return False
        word = line.words[spot]
        one = is_one and (words.is_somebody(word) or words.is_somebody(word.removesuffix("s")))
        if one or word in words.offices | words.mouthpieces:
            return any(_closes(line, n) for n in range(spot + 1, len(line.tokens)))
    return False
