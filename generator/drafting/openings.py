"""The first subject of a sentence: whom it is about, and who does what stands behind its commas and its `and`."""

from __future__ import annotations

from generator.drafting.cue_words import CueWords
from generator.drafting.lines import Line
from generator.drafting.memory import Memory
from generator.drafting.phrases import is_governed, mention_at, opening, stops
from generator.drafting.subjects import Subject, resolved

TITLES = 8  # tokens between a country and the name of its minister
FAR = 12  # tokens at the opening of a sentence in which a body or an office is its subject


def opening_subject(line: Line, until: int, memory: Memory) -> Subject | None:
    """The first name, pronoun, office or body of a sentence that no preposition governs."""
    starts = dict.fromkeys((_main_clause(line, memory.words), opening(line)))
    subjects = (_first_subject(line, start, until, memory) for start in starts)
    first = next((subject for subject in subjects if subject), None)
    named = first is not None and any(speaker.who for speaker in first.speakers)
    return first if named else _named_aside(line, until, memory) or first


def _named_aside(line: Line, until: int, memory: Memory) -> Subject | None:
    """The person who is all of the first aside: `The singer's agent, Jane Doe, is less sure.`"""
    start, words = opening(line), memory.words
    comma = next((n for n in range(start + 1, min(until, start + FAR)) if stops(line, n)), 0)
    mention = mention_at(line, comma) if comma and line.before(comma) == ", " else None
    if not mention or mention.last + 1 >= until or not line.before(mention.last + 1).startswith(","):
        return None
    begins = words.determiners | words.possessives | words.titles | words.offices
    opens = line.words[start] in begins or mention_at(line, start) is not None
    if not opens or mention.first != comma or not memory.is_a_person(mention):
        return None
    return resolved(line, (mention.first, mention.last), memory)


def _main_clause(line: Line, words: CueWords) -> int:
    """Where the clause of the subject begins: behind the comma of `Asked whether he would resign, the minister …`."""
    start = opening(line)
    first = line.words[start] if start < len(line.words) else ""
    if first not in words.openers and first not in words.gerunds and first not in words.prepositions:
        return start
    return next((n for n in range(start + 1, len(line.tokens)) if "," in line.before(n)), start)


def _first_subject(line: Line, start: int, until: int, memory: Memory) -> Subject | None:
    words = memory.words
    for spot in range(start, min(until, start + FAR)):
        mention = mention_at(line, spot)
        if mention and mention.last < until and not mention.possessive and not is_governed(line, spot, start, words):
            return resolved(line, (mention.first, _end_of_titles(line, mention.last, until, memory)), memory)
        if line.words[spot] in words.pronouns:
            return resolved(line, (spot, spot), memory)
        begins = line.words[spot] in words.determiners | words.possessives or (
            spot == start and _is_noun(line, spot, words)
        )
        end = _noun_behind(line, spot, until, words) if begins and not is_governed(line, spot, start, words) else None
        if end is not None:
            end = _last_office(line, end, until, words)
            named = mention_at(line, end + 1) if end + 1 < until else None
            return resolved(line, (spot, named.last if named else end), memory)
    return None


def _end_of_titles(line: Line, last: int, until: int, memory: Memory) -> int:
    """The last token of the person whose titles begin with a name: `Danish Minister of State Jane Doe`."""
    for spot in range(last + 1, min(until, last + TITLES)):
        if stops(line, spot):
            return last
        mention = mention_at(line, spot)
        if mention and memory.is_a_person(mention) and not mention.possessive:
            return mention.last if mention.last < until else last
        known = mention or line.words[spot] in memory.words.roles | memory.words.of
        if not known and not line.tokens[spot].text[0].isupper():
            return last
    return last


def _is_noun(line: Line, spot: int, words: CueWords) -> bool:
    """Whether a sentence opens with people, or with whose somebody is: `Fishermen`, `Rovers' manager`."""
    return words.is_somebody(line.words[spot]) or _is_possessive(line, spot)


def _is_possessive(line: Line, spot: int) -> bool:
    following = line.before(spot + 1) if spot + 1 < len(line.tokens) else ""
    return line.words[spot].endswith(("'s", "s'")) or following.startswith("' ")


def _last_office(line: Line, spot: int, until: int, words: CueWords) -> int:
    """The last of the words for somebody that stand side by side: `leader` in `The council leader, Jane Doe,`."""
    while spot + 1 < until and not stops(line, spot + 1) and line.words[spot + 1] in words.offices | words.titles:
        spot += 1
    return spot


def _noun_behind(line: Line, spot: int, until: int, words: CueWords) -> int | None:
    """The nearest word for somebody from a token on, in its clause."""
    first = spot + _is_possessive(line, spot)
    for end in range(first, min(until, spot + FAR)):
        if end > spot and stops(line, end):
            return None
        if words.is_somebody(line.words[end]) and not _is_possessive(line, end):
            return end
    return None
