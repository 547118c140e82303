"""The words of a sentence that can be the subject of a verb of speech, on its left or on its right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.drafting.cue_words import CueWords
from generator.drafting.datelines import dateline_of
from generator.drafting.lines import Line, Mention
from generator.evidence.languages.naming import PARTICLES

LONGEST = 22  # tokens of a subject: `the director of the institute that …`
ASIDES = 3  # commas that are gone back over from a verb: `Doe, 53, mayor of Oslo, said`
_STOP = re.compile(r"[,;:!?()\"…|/]| - ")
_ASIDE = re.compile(r"[,)]| - ")

Run = tuple[int, int]


def stops(line: Line, spot: int) -> bool:
    """Whether a clause or a quotation begins or ends before a token."""
    if not 0 < spot < len(line.tokens):
        return True
    return bool(_STOP.search(line.before(spot))) or line.tokens[spot].quoted != line.tokens[spot - 1].quoted


def comma(line: Line, spot: int) -> bool:
    """Whether an aside may end before a token."""
    return 0 < spot < len(line.tokens) and bool(_ASIDE.search(line.before(spot)))


def opening(line: Line) -> int:
    """The first token of what a sentence tells: behind a dateline."""
    dateline = dateline_of(line.paragraph.text) if line.offset == 0 else None
    if not dateline:
        return 0
    return next((n for n, token in enumerate(line.tokens) if token.start >= dateline.end), 0)


def mention_at(line: Line, spot: int) -> Mention | None:
    return next((mention for mention in line.mentions if mention.first <= spot <= mention.last), None)


def is_governed(line: Line, spot: int, first: int, words: CueWords) -> bool:
    """Whether a word stands behind a preposition, perhaps with an article or titles between."""
    spot -= 1
    while spot >= first and (_is_small(line, spot, words) or line.words[spot] in words.roles | words.titles):
        if stops(line, spot + 1):
            return False
        spot -= 1
    return spot >= first and line.words[spot] in words.prepositions and not stops(line, spot + 1)


def _is_small(line: Line, spot: int, words: CueWords) -> bool:
    return line.words[spot] in words.determiners | words.possessives and line.words[spot] not in words.prepositions


def run_before(line: Line, end: int, words: CueWords) -> Run | None:
    """The subject that ends at a token: back to where its clause begins, without what stands before it in front."""
    if not mention_at(line, end) and line.words[end] in words.acting.keys() - words.nouns_too:
        return None  # a verb has a subject: the minister rejected `reports`
    first = end
    while first > 0 and not stops(line, first) and not _parts(line, first - 1, words) and end - first < LONGEST:
        first -= 1
    start = _subject_start(line, first, end, words)
    return None if start is None or any(token.quoted for token in line.tokens[start : end + 1]) else (start, end)


def _parts(line: Line, spot: int, words: CueWords) -> bool:
    """Whether a word ends the clause before it: `that`, `but`, another verb of speech, an `and` between clauses."""
    word = line.words[spot]
    if mention_at(line, spot) or (word in PARTICLES and mention_at(line, spot - 1) and mention_at(line, spot + 1)):
        return False
    if word in words.conjunctions:
        return not _joins(line, spot, words)
    verb = word in words.saying or word in words.acting or word in words.gerunds
    return word in words.breaks | words.relatives | words.that or (verb and word not in words.nouns_too)


def _joins(line: Line, spot: int, words: CueWords) -> bool:
    """Whether an `and` stands between two names, or two nouns, of one subject."""
    left, right = spot - 1, spot + 1
    if left < 0 or stops(line, spot) or right >= len(line.tokens) or line.words[spot] in ("but", "mais", "then"):
        return False
    if has_company(line, left, words):
        return True
    begins = line.words[right] in words.determiners | words.possessives
    named = mention_at(line, right + 1 if begins and right + 1 < len(line.tokens) else right)
    return bool(mention_at(line, left)) and bool(named)


def has_company(line: Line, spot: int, words: CueWords) -> bool:
    """Whether those who are with somebody stand behind a name and an `and`: `Doe and her co-authors`."""
    mention, noun = mention_at(line, spot), spot + 2
    if not mention or mention.possessive or noun >= len(line.tokens) or line.words[spot + 1] not in words.joining:
        return False
    first = mention.first
    while first > 0 and not stops(line, first):
        first -= 1
    small = words.titles | words.roles | words.determiners | words.prepositions | words.times
    opens = all(line.words[n] in small for n in range(first, mention.first))
    owned = line.words[noun] in words.possessives
    noun += owned
    if not opens or noun >= len(line.tokens) or stops(line, noun) or mention_at(line, noun):
        return False
    many = line.words[noun].endswith("s") and owned
    return (many or words.is_somebody(line.words[noun])) and line.words[noun] not in words.saying - words.nouns_too


def _subject_start(line: Line, first: int, end: int, words: CueWords) -> int | None:
    """Where a subject begins, behind adverbs and what has a preposition: `On Tuesday` `the mayor of Oslo`."""
    ago = [n for n in range(first, min(first + 5, end)) if line.words[n] in words.ago]
    spot = ago[0] + 1 if ago else first
    while spot <= end:
        word = line.words[spot]
        stands_before = words.conjunctions | words.times | (words.helpers - _small(words))
        if (word in stands_before or word.endswith("ly")) and not mention_at(line, spot):
            spot += 1
            continue
        if word not in words.prepositions or word in words.determiners or mention_at(line, spot):
            return spot
        spot = _behind_preposition(line, spot, end, words)
    return None


def _small(words: CueWords) -> frozenset[str]:
    return words.determiners | words.possessives | words.pronouns.keys()


def _behind_preposition(line: Line, spot: int, end: int, words: CueWords) -> int:
    """The next word that may begin a subject after what a preposition governs."""
    spot += 1
    while spot <= end and _is_small(line, spot, words):
        spot += 1
    named = mention_at(line, spot)
    spot = named.last + 1 if named else spot + 1
    while spot <= end and not _may_begin(line, spot, words):
        spot += 1
    return spot


def _may_begin(line: Line, spot: int, words: CueWords) -> bool:
    named = mention_at(line, spot)
    begins = line.words[spot] in _small(words) or bool(named and named.first == spot)
    begins = begins or (line.words[spot] in words.titles | words.offices and line.tokens[spot].text[0].isupper())
    return begins and not is_governed(line, spot, 0, words)


def runs_around_asides(line: Line, end: int, words: CueWords) -> Iterator[tuple[Run, Run]]:
    """Subjects whose aside ends before a verb, each with this aside: `Doe, who came by boat, said`."""
    spot, tried = end, 0
    commas = "," in line.before(end + 1)
    bracket = _bracket(line, end)
    if bracket and not (commas and _opens_in_an_aside(line, bracket)):
        if run := run_before(line, bracket - 1, words):
            yield run, (bracket, end)
        spot = bracket - 1
    while spot > 0 and tried < ASIDES:
        while spot > 0 and not (comma_opens(line, spot) and not (commas and _opens_in_an_aside(line, spot))):
            spot -= 1
        if spot == 0:
            return
        last = (_bracket(line, spot - 1) or spot) - 1
        if run := run_before(line, last, words):
            yield run, (spot, end)
        spot, tried = last, tried + 1


def _bracket(line: Line, end: int) -> int:
    """The token at which brackets open that close behind a token; nought where none do."""
    return next((n for n in range(end, 0, -1) if "(" in line.before(n)), 0) if ")" in line.before(end + 1) else 0


def _opens_in_an_aside(line: Line, spot: int) -> bool:
    """Whether brackets stand in an aside that a comma opens: `Doe, head of trade (ICT) at the bank, said`."""
    return "(" in line.before(spot) and any("," in line.before(n) for n in range(spot - 1, 0, -1))


def comma_opens(line: Line, spot: int) -> bool:
    """Whether an aside may begin at a token."""
    gap = line.before(spot)
    return "," in gap or "(" in gap or " - " in gap


def run_behind(line: Line, verb: int, words: CueWords) -> Run | None:
    """The subject right of its verb: `said on Friday the mayor of Oslo`, up to the end of its clause."""
    first = verb + 1
    while first < len(line.tokens) and not stops(line, first) and not mention_at(line, first):
        word = line.words[first]
        if word in words.times or (word.endswith("ly") and first == verb + 1):
            first += 1
        elif word in words.prepositions and word not in words.determiners:
            first = _behind_preposition(line, first, len(line.tokens) - 1, words)
        else:
            break
    if first >= len(line.tokens) or (first > verb + 1 and any(stops(line, n) for n in range(verb + 1, first + 1))):
        return None
    if (
        stops(line, first)
        or line.words[first] in words.that | words.breaks | (words.nobody - words.determiners) | words.relatives
    ):
        return None
    last = first
    while last + 1 < len(line.tokens) and not stops(line, last + 1) and not _ends_subject(line, last + 1, words):
        last += 1
    return first, last


def _ends_subject(line: Line, spot: int, words: CueWords) -> bool:
    """Whether a word behind an inverted verb is no more of its subject: `said Doe` `on Friday`."""
    word = line.words[spot]
    if mention_at(line, spot):
        return False
    if word in words.conjunctions:
        return not _joins(line, spot, words)
    if word in words.prepositions:
        named = mention_at(line, spot - 1)
        is_person = line.words[spot - 1] not in words.bodies and line.tokens[spot - 1].text[0].isupper()
        person = named if is_person else None
        serves = word in words.serving and words.is_somebody(line.words[spot - 1])
        return (word not in words.belonging and not serves) or bool(
            person and not is_governed(line, person.first, 0, words)
        )
    return word in words.breaks | words.relatives | words.times | words.gerunds.keys()
