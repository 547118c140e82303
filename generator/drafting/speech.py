"""What somebody is quoted or reported to say, and who it is, over a whole article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from generator.content.reading import Content
from generator.drafting import attribution_cues
from generator.drafting.lines import Line
from generator.drafting.subjects import Memory, Speaker, according_to, subjects

SPOKEN = 3  # tokens: fewer in quotation marks are a term, not a quotation
LEAST = 5  # tokens of a paraphrase: fewer make no passage
NEAR = 3  # tokens between two quotations that are one: `a "full" truce or a "partial" one`
FAR = 8  # tokens between a verb and its `that`: `said ahead of the talks in Oslo that`
LATE = 4  # tokens after a verb that ends its sentence: `…, she said in Oslo on Friday`

NOBODY = Speaker()


@dataclass(frozen=True)
class Finding:
    """What a fact could be made of: the tokens of a paragraph from first to last, and whose words they are."""

    kind: Literal["quotation", "paraphrase", "figure", "event"]
    paragraph: int
    first: int
    last: int
    speaker: Speaker = NOBODY


@dataclass(frozen=True)
class Attribution:
    """A cue in a sentence, from its first token to its last, and whom it makes a speaker."""

    first: int
    last: int
    speakers: tuple[Speaker, ...]


def speech(paragraphs: Iterable[Sequence[Line]], content: Content) -> Iterator[Finding]:
    """Quotations and paraphrases in order of reading; a pronoun is looked up among those who spoke before."""
    memory = Memory(content)
    for lines in paragraphs:
        cued_lines: list[tuple[Line, tuple[Attribution, ...]]] = []
        for line in lines:
            memory.learn(line)
            cued_lines.append((line, attributions(line, memory)))
            for attribution in cued_lines[-1][1]:
                for speaker in attribution.speakers:
                    memory.note(speaker)
            memory.see(line)
        yield from _whole(finding for number in range(len(cued_lines)) for finding in _quoted(cued_lines, number))
        for line, cues in cued_lines:
            yield from _reported(line, cues)


def attributions(line: Line, memory: Memory) -> tuple[Attribution, ...]:
    """The cues of a sentence that have a speaker, in order."""
    cues: list[Attribution] = []
    line_memory = replace(memory, speakers=list(memory.speakers))
    for spot, word in enumerate(line.words):
        if not _is_cue(line, spot):
            continue
        if word == "according":
            speakers = according_to(line, spot, line_memory)
        elif word in attribution_cues.AFTERWARDS or line.words[spot - 1] in ("and", "but") or _is_tail(line, spot):
            beside = subjects(line, spot, line_memory) if word in attribution_cues.AFTERWARDS else ()
            speakers = beside or (cues[-1].speakers if cues else subjects(line, _main(line, spot), line_memory))
        else:
            speakers = subjects(line, spot, line_memory)
        if word == "quoted":
            speakers = _relayed(line, spot, speakers, line_memory)
        if speakers:
            cues.append(Attribution(spot, spot + (word == "according"), speakers))
            line_memory.speakers.extend(speakers)
    return tuple(_with_channel([a for n, a in enumerate(cues) if not _is_subordinate(line, cues, n)]))


def _is_subordinate(line: Line, cues: Sequence[Attribution], number: int) -> bool:
    """Whether a cue only stands in what another one says: `Doe noted that Norway had expressed its will`."""
    cue = cues[number]
    if (
        cue.last > cue.first
        or line.words[cue.first] in attribution_cues.AFTERWARDS
        or set(line.words[max(0, cue.first - 2) : cue.first]) & attribution_cues.PERSONAL
    ):
        return False
    outer = [a for a in cues[:number] if a.speakers != cue.speakers and "that" in line.words[a.last : a.last + 5]]
    inner = [a for a in cues[number + 1 :] if _ends(line, a) and any(s.who for s in a.speakers)]
    return bool(outer or inner)


def _ends(line: Line, attribution: Attribution) -> bool:
    """Whether a cue stands at the end of all that it governs: `…, she said in Oslo`, `…, according to Doe`."""
    if attribution.last > attribution.first:
        return attribution.first > 0
    after = line.words[attribution.last + 1 : attribution.last + 2]
    commas = [n for n in range(1, attribution.first + 1) if "," in line.before(n)]
    near = (
        bool(commas)
        and line.words[commas[-1]] not in attribution_cues.RELATIVE
        and not line.tokens[commas[-1] - 1].quoted
    )
    short = len(line.tokens) - 1 - attribution.last <= LATE and (not after or after[0] in attribution_cues.PREPOSITIONS)
    return near and short and attribution.first > LEAST


def _is_cue(line: Line, spot: int) -> bool:
    word = line.words[spot]
    if line.tokens[spot].quoted or any(m.first <= spot <= m.last for m in line.mentions):
        return False
    if word == "according":
        return line.words[spot + 1 : spot + 2] == ("to",)
    before = line.words[spot - 1] if spot else ""
    after = line.words[spot + 1] if spot + 1 < len(line.words) else ""
    passive = (before in attribution_cues.UNSPOKEN and word not in attribution_cues.AFTERWARDS) or (
        after == "by" and word != "responded"
    )
    aside = (word in attribution_cues.DONE and "," in line.before(spot) and after in ("on", "in")) or (
        word in ("ruled", "rules") and after != "out"
    )
    noun = before in attribution_cues.NOUNS or (word.endswith("s") and spot > 0 and not _follows_a_name(line, spot))
    return word in attribution_cues.SAYING | attribution_cues.AFTERWARDS and not (
        passive or aside or (noun and word != "says")
    )


def _follows_a_name(line: Line, spot: int) -> bool:
    before = line.words[spot - 1]
    subjects = attribution_cues.PERSONAL | attribution_cues.IMPERSONAL | attribution_cues.ROLES
    return before in subjects | attribution_cues.HELPING | {"who", "which"} or any(
        mention.last == spot - 1 for mention in line.mentions
    )


def _is_tail(line: Line, spot: int) -> bool:
    """Whether a verb goes on with the subject of the one before: `met her, warned of rain and left`."""
    return bool(spot) and line.words[spot - 1] in ("then", "also") and "," in line.before(spot - 1)


def _main(line: Line, spot: int) -> int:
    """Where the first verb of a sentence may stand: behind its first name or pronoun."""
    ends = [m.last + 1 for m in line.mentions if m.last < spot and not line.governed(m) and not m.possessive]
    starts = [n + 1 for n, word in enumerate(line.words[:spot]) if word in attribution_cues.PERSONAL]
    return min([*ends, *starts], default=spot) if line.words[spot] in attribution_cues.AFTERWARDS else spot


def _relayed(line: Line, spot: int, speakers: tuple[Speaker, ...], memory: Memory) -> tuple[Speaker, ...]:
    """`Nordwire quoted her as saying`: she speaks, and Nordwire is the channel."""
    after = line.words[spot + 1 : spot + 2]
    pronoun = {"him": "he", "her": "she"}.get(after[0] if after else "", "")
    named = [m for m in line.mentions if m.first == spot + 1 and memory.is_person(m.subject)]
    meant = Speaker(named[0].subject, None, named[0].text) if named else memory.last(pronoun)
    channel = next((m.text for m in reversed(line.mentions) if m.last == spot - 1), "")
    return (replace(meant, via=channel),) if meant and channel else speakers


def _with_channel(cues: Sequence[Attribution]) -> Iterator[Attribution]:
    """Where one cue names a speaker and another an unnamed channel, the words came through it."""
    sources = [a for a in cues if a.last > a.first and all(s.via and not s.who for s in a.speakers)]
    named = [a for a in cues if a not in sources and all(s.who and not s.via for s in a.speakers)]
    for attribution in cues:
        if sources and attribution in named:
            via = sources[0].speakers[0].via
            yield replace(attribution, speakers=tuple(replace(s, via=via) for s in attribution.speakers))
        elif not (named and attribution in sources):
            yield attribution


def _quoted(cued_lines: Sequence[tuple[Line, tuple[Attribution, ...]]], number: int) -> Iterator[Finding]:
    """The quotations of one sentence, each with whoever the sentence, or else its neighbours, make its speaker."""
    line, cues = cued_lines[number]
    for first, last in _joined(line):
        if sum(line.tokens[n].quoted for n in range(first, last + 1)) < SPOKEN:
            continue
        speakers = _governing(line, cues, first, last) or _neighbours(cued_lines, number, first, last)
        for speaker in speakers:
            yield Finding("quotation", line.paragraph.number, line.offset + first, line.offset + last, speaker)


def _whole(findings: Iterable[Finding]) -> Iterator[Finding]:
    """A quoted sentence that is too short to be shown alone goes with the next one of its speaker."""
    pending: Finding | None = None
    for finding in findings:
        if pending and (pending.speaker, pending.last + 1) == (finding.speaker, finding.first):
            finding = replace(finding, first=pending.first)
        elif pending:
            yield pending
        pending = finding if finding.last - finding.first + 1 < LEAST else None
        if not pending:
            yield finding
    if pending:
        yield pending


def _joined(line: Line) -> Iterator[tuple[int, int]]:
    """Quotations that stand so near each other that one fact shows both."""
    runs = list(line.quotations)
    for spot, (left, right) in reversed(list(enumerate(pairwise(runs)))):
        if right[0] - left[1] - 1 <= NEAR and not any(_is_cue(line, n) for n in range(left[1] + 1, right[0])):
            runs[spot : spot + 2] = [(left[0], right[1])]
    return iter(runs)


def _governing(line: Line, cues: Sequence[Attribution], first: int, last: int) -> tuple[Speaker, ...]:
    """The cue nearest before a quotation, or else the first behind it."""
    before = [attribution for attribution in cues if attribution.last < first]
    after = [attribution for attribution in cues if attribution.first > last]
    if before and not _is_closed(line, before[-1], first):
        return before[-1].speakers
    return (after or before or [Attribution(0, 0, ())])[0].speakers


def _is_closed(line: Line, attribution: Attribution, first: int) -> bool:
    """Whether another quotation stands between a cue and this one, with the end of a clause behind it."""
    between = [end for _, end in line.quotations if attribution.last < end < first]
    return bool(between) and any("." in line.before(n) for n in range(between[-1] + 1, first + 1))


def _neighbours(
    cued_lines: Sequence[tuple[Line, tuple[Attribution, ...]]], number: int, first: int, last: int
) -> tuple[Speaker, ...]:
    """A quotation without a cue goes on in the next sentence, or went on from the one before."""
    line, cues = cued_lines[number]
    whole = first == 0 and (last == len(line.tokens) - 1 or not cues)
    if whole and last == len(line.tokens) - 1:
        for later, cued in cued_lines[number + 1 :]:
            runs = later.quotations
            if not runs or runs[0][0] != 0 or '"' in later.before(0):
                break
            if cued:
                return next((a.speakers for a in cued if a.first > runs[0][1]), ())
    if whole:
        for _, cued in reversed(cued_lines[:number]):
            if cued:
                return cued[0].speakers
    return ()


def _reported(line: Line, cues: tuple[Attribution, ...]) -> Iterator[Finding]:
    """What each cue of a sentence says in the article's own words."""
    for number, attribution in enumerate(cues):
        limit = cues[number + 1].first - 1 if number + 1 < len(cues) else len(line.tokens) - 1
        first, last = _complement(line, attribution, limit)
        free = [n for n in range(first, last + 1) if not line.tokens[n].quoted]
        if len(free) >= LEAST and len(free) > (last - first + 1) // 2:
            for speaker in attribution.speakers:
                spots = (line.offset + first, line.offset + last)
                yield Finding("paraphrase", line.paragraph.number, *spots, speaker)


def _complement(line: Line, attribution: Attribution, limit: int) -> tuple[int, int]:
    """The tokens that a cue governs: those behind it, or those before where it ends its sentence."""
    if attribution.last == attribution.first and _ends(line, attribution):
        commas = [n for n in range(1, attribution.first + 1) if "," in line.before(n)]
        return 0, (commas[-1] if commas else attribution.first) - 1
    if attribution.last > attribution.first:
        commas = [n for n in range(attribution.last + 1, len(line.tokens)) if "," in line.before(n)]
        if attribution.first == 0:
            return (commas[0] if commas else attribution.last + 1), len(line.tokens) - 1
        return 0, attribution.first - 1
    first = attribution.last + 1
    if line.words[attribution.last] == "told":
        first += line.words[first : first + 1] in (("reporters",), ("journalists",))
    aside = line.words[first : first + 1] in (("ahead",), ("earlier",), ("later",)) or line.words[first - 1] == "told"
    aside = aside or (first < len(line.words) and line.words[first] in attribution_cues.PREPOSITIONS)
    if aside and "that" in line.words[first : first + FAR]:
        first = line.words.index("that", first) + 1
    while first < limit and line.words[first] in ("that", "out"):
        first += 1
    return first, limit
