"""Where a sentence says that somebody speaks: all its cues in order, each with the words that are left to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.drafting.cue_words import CueWords
from generator.drafting.lines import Line
from generator.drafting.memory import Memory
from generator.drafting.phrases import mention_at, stops
from generator.drafting.spoken import incise, source, spoken
from generator.drafting.told import Attribution


def attributions(line: Line, memory: Memory) -> tuple[Attribution, ...]:
    """The cues of a sentence that have a speaker, in order; one in the words of another tells none of its own."""
    cues: list[Attribution] = []
    for spot in range(len(line.tokens)):
        if mention_at(line, spot) or (cues and spot <= cues[-1].verb):
            continue
        if line.tokens[spot].quoted:
            cues += [cue for cue in (incise(line, spot, memory),) if cue]
            continue
        cue = source(line, spot, memory) or spoken(line, spot, memory, cues)
        if cue and _is_inside(line, cue, cues, memory.words):
            cues.append(replace(cue, said=None, is_inside=True))
        elif cue:
            memory.note(cue.speakers, many=cue.many)
            cues = _joined(line, cue, cues, memory)
    return tuple(cues)


def _is_inside(line: Line, cue: Attribution, cues: Sequence[Attribution], words: CueWords) -> bool:
    """Whether a cue only stands in what another one says: `Doe noted that Norway had expressed its will`."""
    outer = [other for other in cues if not (other.is_inside or other.is_incise or other.is_behind)]
    return any(
        other.said is not None
        and other.said[0] <= cue.first <= other.said[1]
        and not _is_beside(line, cue, other, words)
        for other in outer
    )


def _is_beside(line: Line, cue: Attribution, outer: Attribution, words: CueWords) -> bool:
    """Whether a cue in the words of an earlier one begins anew: it says all of it, or opens another clause."""
    if cue.is_behind and cue.said and cue.said[0] <= outer.first:
        return True
    same = cue.speakers == outer.speakers
    if outer.is_source and not same:
        return False
    if stops(line, cue.first if cue.opens is None else cue.opens):
        return True
    joined = line.words[cue.first - 1] in words.conjunctions
    that = bool(words.that & set(line.words[cue.verb + 1 : cue.verb + 2]))
    of_its_own = outer.said is not None and outer.said[0] == outer.verb  # `thanked the crews and urged …`
    return joined and (stops(line, cue.first - 1) or that or of_its_own or not same)


def _joined(line: Line, cue: Attribution, cues: Sequence[Attribution], memory: Memory) -> list[Attribution]:
    """The cues with a new one: it ends the words of those before, or reports them; a channel goes into who speaks."""
    start = cue.first if cue.opens is None else cue.opens
    found = [_until(line, start, other, memory.words) for other in cues]
    reported = [other for other in found if _reports(cue, other)]
    named = [other for other in reported if all(s.who and not s.via for s in other.speakers)]
    channel = _is_channel(cue, memory)
    kept = [_through(other, cue) if other in named else other for other in found if other not in reported or channel]
    return kept if named and channel else [*(other for other in found if other not in reported), cue]


def _reports(cue: Attribution, other: Attribution) -> bool:
    """Whether a cue at the end of its sentence says all that an earlier one tells."""
    return bool(cue.is_behind and cue.said and other.said and cue.said[0] <= other.first and other.last < cue.first)


def _is_channel(cue: Attribution, memory: Memory) -> bool:
    """Whether words came through somebody: an outlet, or people without a name."""
    publishers = memory.content.publishers
    return cue.is_source and all(s.who in publishers or (s.via and not s.who) for s in cue.speakers)


def _through(cue: Attribution, channel: Attribution) -> Attribution:
    via = channel.speakers[0].via or channel.speakers[0].name
    return replace(cue, speakers=tuple(replace(speaker, via=via) for speaker in cue.speakers))


def _until(line: Line, spot: int, cue: Attribution, words: CueWords) -> Attribution:
    """A cue whose words end where the next cue begins, without the `and` before it."""
    if cue.rest and cue.rest[0] < spot <= cue.rest[1]:
        return replace(cue, rest=(cue.rest[0], _end_before(line, spot, cue.rest[0], words)))
    if cue.is_behind or not cue.said or not cue.said[0] < spot <= cue.said[1]:
        return cue
    return replace(cue, said=(cue.said[0], _end_before(line, spot, cue.said[0], words)))


def _end_before(line: Line, spot: int, first: int, words: CueWords) -> int:
    """The last token of words before a token, without the `and` before it."""
    last = spot - 1
    while last > first and line.words[last] in words.conjunctions | words.relatives | words.as_ | words.breaks:
        last -= 1
    return last
