"""Whose name stands alone beside what somebody says: before a colon, as in an interview, or below, as a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.drafting.heard import Heard, Paragraphs, Speakers
from generator.drafting.lines import Line, Mention
from generator.drafting.memory import Memory, Speaker
from generator.drafting.offices import roles_beside
from generator.drafting.phrases import is_governed, mention_at

SIGNATURE = 16  # tokens: a line that begins with a dash is a signature, not an item of a list
LABEL = 5  # tokens of the name before what somebody answers: `Jane Doe: …`
QUESTIONS = 2  # paragraphs that ask make an interview
_SHORT = re.compile(r"\b[A-Z][A-Za-z]{1,3}\.$")  # `Ltd.`
_SIGNED = re.compile(r"- ?[\"(]?[^\W\d_]")


def signature(heard: Sequence[Heard], memory: Memory) -> Speakers:
    """Whose name stands in a short line that begins with a dash."""
    line = heard[0].line
    opens = line.mentions[0] if line.mentions and line.mentions[0].first == 0 else None
    named = opens and (roles_beside(line, opens, memory.words) or _is_alone(line, opens, memory))
    text = line.paragraph.text.rstrip()
    ends = text.endswith((".", "?", "!", ":")) and not _SHORT.search(text)
    signs = _SIGNED.match(line.paragraph.text) or (named and not ends and not heard[0].cues)
    if len(line.paragraph.tokens) > SIGNATURE or not signs or len(heard) > 1:
        return ()
    mentions = [m for m in line.mentions if not m.possessive]
    speaker = memory.named(mentions[0]) if mentions else None
    return (speaker,) if speaker else ()


def _is_alone(line: Line, mention: Mention, memory: Memory) -> bool:
    """Whether a line is a person's name, perhaps with a few words behind a comma: `Jane Doe, shepherd`."""
    behind = mention.last + 1
    closes = behind == len(line.tokens) or line.before(behind).startswith(",")
    return closes and memory.is_a_person(mention) and len(line.tokens) <= LABEL + mention.last - mention.first


def label_end(line: Line) -> int:
    """The token behind the colon of a short label that opens a paragraph; nought where there is none."""
    if line.offset:
        return 0
    end = next((n for n in range(1, min(LABEL + 1, len(line.tokens))) if line.before(n).startswith(":")), 0)
    return 0 if any(token.quoted for token in line.tokens[:end]) else end


def label(heard: Sequence[Heard], memory: Memory, known: Speakers) -> Speakers:
    """Whose name, or whose `A`, stands before a colon that opens a paragraph."""
    end = label_end(heard[0].line) if heard else 0
    if not end:
        return ()
    line = heard[0].line
    if end == 1 and line.words[0] in memory.words.answers and line.tokens[0].text not in _initials(memory):
        return known
    letters = [token.text.rstrip(".") for token in line.tokens[:end]]
    short = "".join(letters) if end == 1 or all(len(letter) == 1 for letter in letters) else ""  # `J. D.`
    if short in _initials(memory):
        return (_initials(memory)[short],)
    mention = mention_at(line, end - 1)
    if mention and mention.last == end - 1 and mention.text.isupper() and (found := _in_capitals(mention, memory)):
        return found
    speaker = memory.named(mention) if mention and mention.last == end - 1 else None
    person = (
        speaker and mention and (memory.is_a_person(mention) or (mention.first == 0 and _is_known(speaker, memory)))
    )
    return (speaker,) if speaker and person else ()


def _in_capitals(mention: Mention, memory: Memory) -> Speakers:
    """The one person whose name a transcript prints in capitals: `MR DOE: …`."""
    people = {
        one.who: one for name, one in memory.strangers.items() if name.upper() == mention.text and name != mention.text
    }
    return tuple(people.values()) if len(people) == 1 else ()


def _initials(memory: Memory) -> dict[str, Speaker]:
    """The persons of an article by their initials, where these are of one alone: `JD`."""
    found: dict[str, list[Speaker]] = {}
    for name, speaker in memory.strangers.items():
        words = name.split()
        if len(words) > 1:
            people = found.setdefault("".join(word[0] for word in words), [])
            people += [speaker] if all(other.who != speaker.who for other in people) else []
    return {initials: people[0] for initials, people in found.items() if len(people) == 1 and len(initials) > 1}


def _is_known(speaker: Speaker, memory: Memory) -> bool:
    return any(other.who == speaker.who for other in memory.strangers.values())


def interviewed(paragraphs: Paragraphs, memory: Memory) -> Speakers:
    """The one person whom an interview is about, as far as is told before its first answer."""
    for number, heard in enumerate(paragraphs):
        line = heard[0].line if heard else None
        if line and line.words[0] in memory.words.answers and label_end(line) == 1:
            people = people_before(paragraphs, number, memory)
            return people if len(people) == 1 else ()
    return ()


def asks(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph is a question."""
    return bool(paragraph) and paragraph[0].paragraph.text.rstrip(" \"'").endswith("?")


def people_before(paragraphs: Paragraphs, end: int, memory: Memory) -> Speakers:
    """The persons whom the paragraphs before this one are about."""
    people: dict[str, Speaker] = {}
    for one in (one for heard in paragraphs[:end] for one in heard):
        for mention in one.line.mentions:
            speaker = memory.named(mention)
            person = memory.is_a_person(mention) and not is_governed(one.line, mention.first, 0, memory.words)
            if speaker and speaker.who and person:
                people.setdefault(speaker.who, speaker)
    return tuple(people.values())
