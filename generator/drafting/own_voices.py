"""Words that are somebody's own without quotation marks: answers of an interview, a letter, the text of a speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.drafting.heard import Heard, Paragraphs, Speakers
from generator.drafting.labels import QUESTIONS, asks, interviewed, label, label_end, people_before
from generator.drafting.memory import Memory, Speaker
from generator.drafting.offices import roles_beside
from generator.drafting.quotations import Quotation

LEAST = 5  # tokens of a sentence: a shorter one tells nothing alone
HEAD = 4  # paragraphs at the top, in which it stands what a text is
FOOT = 4  # paragraphs at the bottom, in which its author signs
NAME = 12  # tokens: a longer line is no signature
HEADING = 25  # tokens of a line that says what a text is


def own_voices(paragraphs: Paragraphs, memory: Memory) -> Iterator[Quotation]:
    """The unmarked words of whoever answers in an interview, or signs or holds the whole text."""
    answers = list(_labelled(paragraphs, memory)) or list(_between_questions(paragraphs, memory))
    if answers:
        yield from answers
        return
    speakers = _signed(paragraphs, memory) or _held(paragraphs, memory)
    for number, heard in enumerate(paragraphs if speakers else ()):
        yield from _first_persons(number, heard, speakers, memory)


def _labelled(paragraphs: Paragraphs, memory: Memory) -> Iterator[Quotation]:
    """What follows the names of those who answer: `Jane Doe: …`, `A: …`; whoever asks is left out."""
    known = interviewed(paragraphs, memory)
    labels = [label(heard, memory, known) for heard in paragraphs]
    askers = {speakers for speakers, heard in zip(labels, paragraphs, strict=True) if speakers and _asks(heard)}
    asked = any(_asks(heard) and label_end(heard[0].line) for heard in paragraphs)
    if sum(bool(speakers) for speakers in labels) < QUESTIONS or not (asked or known):
        return
    holders: Speakers = ()  # who has the floor
    for number, (heard, speakers) in enumerate(zip(paragraphs, labels, strict=True)):
        end = label_end(heard[0].line) if heard else 0
        goes_on = bool(heard) and not end and not _asks(heard) and any(_owned(one, memory) for one in heard)
        if not goes_on:
            holders = speakers if speakers not in askers - {known} else ()
        if holders:
            yield from _sentences(number, heard, holders, end)


def _asks(heard: Sequence[Heard]) -> bool:
    return asks([one.line for one in heard])


def _between_questions(paragraphs: Paragraphs, memory: Memory) -> Iterator[Quotation]:
    """Answers in the first person below questions that are paragraphs of their own, where one person is named."""
    asked = [n for n, heard in enumerate(paragraphs) if _asks(heard) and not _is_quoted(heard)]
    people = people_before(paragraphs, asked[0] if asked else 0, memory)
    if len(asked) < QUESTIONS or len(people) != 1:
        return
    answers = [n + 1 for n in asked if n + 1 < len(paragraphs) and n + 1 not in asked]
    if sum(bool(_owned(one, memory)) for n in answers for one in paragraphs[n]) < QUESTIONS:
        return
    for number in answers:
        if any(_owned(one, memory) for one in paragraphs[number]):
            yield from _sentences(number, paragraphs[number], people, label_end(paragraphs[number][0].line))


def _sentences(number: int, heard: Sequence[Heard], speakers: Speakers, start: int) -> Iterator[Quotation]:
    for one in heard:
        first = max(one.first, start)
        free = [n for n in range(first, one.last + 1) if not one.line.tokens[n - one.first].quoted]
        if len(free) >= LEAST and len(free) == one.last - first + 1 and not one.cues:
            yield Quotation(number, first, one.last, speakers)


def _is_quoted(heard: Sequence[Heard]) -> bool:
    """Whether a paragraph is quoted for the most part; a question may have quoted words."""
    marked = [token.quoted for one in heard for token in one.line.tokens]
    return 2 * sum(marked) >= len(marked)


def _owned(one: Heard, memory: Memory) -> bool:
    """Whether a sentence outside quotation marks speaks of its speaker: `I`, `our`."""
    marked = any(token.quoted for token in one.line.tokens)
    return not marked and not one.cues and bool(memory.words.own & set(one.line.words))


def _first_persons(number: int, heard: Sequence[Heard], speakers: Speakers, memory: Memory) -> Iterator[Quotation]:
    for one in heard:
        if len(one.line.tokens) >= LEAST and _owned(one, memory):
            yield Quotation(number, one.first, one.last, speakers)


def _speaks_throughout(paragraphs: Paragraphs, memory: Memory) -> bool:
    return sum(_owned(one, memory) for heard in paragraphs for one in heard) >= QUESTIONS


def _signed(paragraphs: Paragraphs, memory: Memory) -> Speakers:
    """Whose name alone stands in one of the last lines of a text in the first person."""
    if not _speaks_throughout(paragraphs, memory):
        return ()
    for heard in paragraphs[HEAD - 2 :][-FOOT:]:
        line = heard[0].line if heard else None
        if (
            line is None
            or len(line.paragraph.tokens) > NAME
            or line.paragraph.text.rstrip().endswith((".", "?", "!", ":"))
        ):
            continue
        for mention in line.mentions[:1]:
            opens = (
                mention.first == 0 or line.words[0] in memory.words.titles | memory.words.signed | memory.words.offices
            )
            speaker = memory.named(mention)
            person = memory.is_person(mention.subject) or 2 <= len(mention.text.split()) <= 4
            if speaker and opens and person and not mention.possessive and not _is_a_body(mention.text, memory):
                return (speaker,)
    return ()


def _is_a_body(name: str, memory: Memory) -> bool:
    return bool(set(name.casefold().split()) & memory.words.bodies)


def _held(paragraphs: Paragraphs, memory: Memory) -> Speakers:
    """Who held a speech or made a statement whose text this is, as its first lines say."""
    head = [one.line for heard in paragraphs[:HEAD] for one in heard if len(one.line.paragraph.tokens) <= HEADING]
    told = [line for line in head if memory.words.transcripts & set(line.words)]
    people: dict[str, Speaker] = {}
    for line in head if told else ():
        for mention in line.mentions:
            speaker = memory.named(mention)
            person = memory.is_a_person(mention) or roles_beside(line, mention, memory.words)
            if speaker and speaker.who and person and not mention.possessive:
                people.setdefault(speaker.who, speaker)
    return tuple(people.values()) if len(people) == 1 and _speaks_throughout(paragraphs, memory) else ()
