"""What somebody is quoted or reported to say, and who it is, over a whole article."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.content.reading import Content
from generator.drafting import attribution_cues, attribution_cues_french
from generator.drafting.attributions import attributions
from generator.drafting.cue_words import Act
from generator.drafting.heard import Heard, Paragraphs, sentences_of
from generator.drafting.labels import QUESTIONS, asks, people_before
from generator.drafting.lines import Line
from generator.drafting.memory import Memory, Speaker
from generator.drafting.offices import with_surnames
from generator.drafting.openings import opening_subject
from generator.drafting.own_voices import own_voices
from generator.drafting.quotations import Quotation, quotations
from generator.drafting.verbs import without_enclitic

LEAST = 5  # tokens: fewer make no passage
CUES = {"en": attribution_cues.ENGLISH, "fr": attribution_cues_french.FRENCH}  # by language

NOBODY = Speaker()


@dataclass(frozen=True)
class Finding:
    """What a fact could be made of: the tokens of a paragraph from first to last, and whose words they are."""

    kind: Literal["quotation", "paraphrase", "figure", "event"]
    paragraph: int
    first: int
    last: int
    speaker: Speaker = NOBODY
    act: Act = "statement"


def speech(
    paragraphs: Sequence[Sequence[Line]], content: Content, language: str, skipped: Collection[int] = ()
) -> Iterator[Finding]:
    """Quotations and paraphrases; of a skipped paragraph nothing is told but who signs the words above it."""
    words = CUES.get(language)
    if words is None:
        return
    memory = Memory(content, words)
    paragraphs = with_surnames(paragraphs, words)
    heard = _all_heard(paragraphs, memory, skipped)
    spoken = [*quotations(heard, memory), *own_voices(heard, memory)]
    findings = [f for q in spoken for f in _quoted(heard, q)]
    findings += [f for sentences in heard for one in sentences for f in _reported(one)]
    yield from sorted(
        dict.fromkeys(finding for finding in findings if finding.paragraph not in skipped),
        key=lambda finding: (finding.paragraph, finding.first, finding.last, finding.kind, finding.speaker.who or ""),
    )


def _all_heard(paragraphs: Sequence[Sequence[Line]], memory: Memory, skipped: Collection[int]) -> list[list[Heard]]:
    """The sentences of each paragraph; in an interview, questions are put to the one person who stands before them."""
    is_interview = sum(asks(lines) for lines in paragraphs) >= QUESTIONS
    heard: list[list[Heard]] = []
    for lines in paragraphs:
        if is_interview and asks(lines) and not memory.interviewed:
            people = people_before(heard, len(heard), memory)
            memory.interviewed = people if len(people) == 1 else ()
        before = len(memory.seen)
        heard.append([_heard(line, memory, skipped) for line in lines])
        if memory.interviewed and asks(lines):
            del memory.seen[before:]  # whoever is asked about does not answer
    return heard


def _heard(line: Line, memory: Memory, skipped: Collection[int]) -> Heard:
    """A sentence with its cues; whom it names and whom it is about is remembered for the next."""
    if line.paragraph.number in skipped:
        return Heard(line)
    memory.learn(line)
    if memory.interviewed and line.words[0] in memory.words.asked:
        memory.note(memory.interviewed)
    said = {*line.words, *(without_enclitic(word, memory.words)[1] for word in line.words)}
    meant = {word: memory.meant_by(word) for word in memory.words.pronouns.keys() & said}
    cues = attributions(line, memory)
    subject = opening_subject(line, len(line.tokens), memory)
    if memory.interviewed and not cues and _is_answered(line, memory):
        return Heard(line, cues, subject, meant)
    about = subject if subject and not cues and not line.tokens[subject.first].quoted else None
    memory.see(line, about.speakers if about else ())
    if about and about.many:
        memory.note(about.speakers, many=True)
    return Heard(line, cues, subject, meant)


def _is_answered(line: Line, memory: Memory) -> bool:
    """Whether a paragraph of an interview is an answer: whoever is named there is only talked of."""
    words = (token.text.casefold() for token in line.paragraph.tokens if not token.quoted)
    return not memory.words.own.isdisjoint(words)


def _quoted(paragraphs: Paragraphs, quotation: Quotation) -> Iterator[Finding]:
    """A quotation sentence by sentence; one that is too short to be shown alone goes with its neighbour."""
    heard = paragraphs[quotation.paragraph]
    number = heard[0].line.paragraph.number
    runs: list[tuple[int, int]] = []
    for one in sentences_of(heard, quotation.first, quotation.last):
        first, last = max(one.first, quotation.first), min(one.last, quotation.last)
        short = bool(runs) and (last - first + 1 < LEAST or runs[-1][1] - runs[-1][0] + 1 < LEAST)
        runs[len(runs) - short :] = [(runs[-1][0], last)] if short else [(first, last)]
    for first, last in runs:
        for speaker in quotation.speakers:
            yield Finding("quotation", number, first, last, speaker)


def _reported(one: Heard) -> Iterator[Finding]:
    """What each cue of a sentence says in the article's own words."""
    line = one.line
    is_question = line.paragraph.text[line.tokens[-1].end :].startswith("?")
    for cue in one.cues:
        if not cue.said or (is_question and not cue.is_behind):
            continue  # whoever asks tells nothing
        for first, last in (cue.said, *([cue.rest] if cue.rest else [])):
            free = [n for n in range(first, last + 1) if not line.tokens[n].quoted]
            told = len(free) >= LEAST and len(free) > (last - first + 1) // 2
            for speaker in cue.speakers if told else ():
                spots = (one.first + first, one.first + last)
                yield Finding("paraphrase", line.paragraph.number, *spots, speaker, cue.act)
