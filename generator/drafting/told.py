"""What a verb of speech tells, and of whom it is: which words of its sentence, as what kind of speech."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.drafting.complements import LEAST, before_cue, behind_cue, behind_name
from generator.drafting.cue_words import Act, CueWords
from generator.drafting.lines import Line
from generator.drafting.memory import Speaker
from generator.drafting.phrases import Run, mention_at, opening, stops
from generator.drafting.subjects import Subject
from generator.drafting.verbs import Verb, behind_it, word_at

HIDDEN = 6  # tokens up to the end of `asking not to be named`
APPOSED = 3  # tokens behind the comma of `said Jane Doe, the mayor`


@dataclass(frozen=True)
class Attribution:
    """A cue with its subject, from the first token to the last of both, and the words that it says are somebody's."""

    first: int
    last: int
    verb: int
    speakers: tuple[Speaker, ...]
    act: Act = "statement"
    said: Run | None = None  # none where it only names who speaks quoted words
    rest: Run | None = None  # the other half of it, where the cue stands in the middle
    is_behind: bool = False  # what is said stands before the cue
    is_source: bool = False  # `according to`
    is_inside: bool = False  # it only stands in what another cue says, and is asked about quoted words alone
    opens: int | None = None  # where its clause opens, if that is behind its subject: at the `who` of `Doe, who said`
    is_incise: bool = False  # it stands between the quotation marks
    many: bool = False


def told(verb: Verb, subject: Subject, words: CueWords, *, inverted: bool = False) -> Attribution | None:
    """A verb with its subject, and what it says: behind it, or before it where nothing follows."""
    line = verb.line
    cue = Attribution(
        min(verb.first, subject.first),
        max(verb.spot, subject.last),
        verb.spot,
        subject.speakers,
        verb.act(words),
        None if inverted else _behind(verb, subject, words),
        is_behind=inverted,
        many=subject.many,
        opens=verb.first - 1 if subject.is_related else None,
    )
    if cue.first == opening(line) + 1 and line.words[cue.first - 1] in words.as_:
        return replace(cue, said=behind_name(line, cue.last, words), is_source=True)
    if cue.said and _closes_quoted(cue, line):
        return replace(cue, said=None)
    if halves := _in_the_middle(cue, verb, words):
        return halves
    if inverted and (listed := _behind_colon(line, cue.last)):
        return replace(cue, said=listed, is_behind=False)
    if not cue.said and (inverted or not verb.acts(words)) and stops(line, cue.first) and not _leads(line, cue.last):
        cue = _with_words_before(cue, line, words)
    tells = bool(cue.said) and not subject.is_related  # a plan that calls for more says nothing itself
    is_thing = not subject.is_somebody and not tells and not any(token.quoted for token in line.tokens)
    return None if is_thing else cue


def _behind(verb: Verb, subject: Subject, words: CueWords) -> Run | None:
    """The words behind a verb that it tells, with the verb itself where it belongs to them."""
    line = verb.line
    said = behind_cue(line, verb.spot, words, acts=verb.acts(words))
    puts = (
        verb.word in words.prefixed and not verb.measures(words) and behind_it(line, verb.spot, words) != verb.spot + 2
    )
    it_alone = puts and verb.following in words.pronouns and (not said or line.words[said[0] - 1] not in words.that)
    if not said or it_alone or _is_hidden(verb, words) or _is_object(line, said[0], words):
        return None  # `as Doe put it`, but not `put it to her that`
    first, last = said
    if subject.is_related:
        last = next((n for n in range(first + 1, last + 1) if "," in line.before(n)), last + 1) - 1
    if first == verb.spot and verb.word in words.participles:
        first = verb.first
    if verb.acts(words):
        apart = subject.is_related or words.relatives & set(line.words[subject.first : verb.first])
        starts = (first, verb.first, *(() if apart else (min(verb.first, subject.first),)))
        first = next((start for start in starts if last - start + 1 >= LEAST), last)
    if verb.names(words) and any(token.quoted for token in line.tokens[first : last + 1]):
        return None
    return (first, last) if first < last else None


def _is_object(line: Line, spot: int, words: CueWords) -> bool:
    """Whether words open with no more than what somebody says: `Doe says it, but nobody listens`."""
    return line.words[spot] in words.pronouns and spot + 1 < len(line.tokens) and "," in line.before(spot + 1)


def _is_hidden(verb: Verb, words: CueWords) -> bool:
    """Whether somebody only asks not to be named."""
    return verb.acts(words) and not words.anonymous.isdisjoint(verb.line.words[verb.spot + 1 : verb.spot + HIDDEN])


def _closes_quoted(cue: Attribution, line: Line) -> bool:
    """Whether a cue only says who spoke the words before it: `"So it is," she says, a little out of breath.`"""
    after = max(cue.last, cue.verb) + 1
    return cue.first > 0 and line.tokens[cue.first - 1].quoted and "," in line.before(after)


def _leads(line: Line, last: int) -> bool:
    """Whether a colon or quoted words follow a cue."""
    after = line.paragraph.text[line.tokens[last].end :]
    return after.startswith(":") or any(token.quoted for token in line.tokens[last + 1 :])


def _in_the_middle(cue: Attribution, verb: Verb, words: CueWords) -> Attribution | None:
    """A cue between commas: `The quay will be built, Doe said, perhaps in stone` tells both halves of its sentence."""
    line, after = verb.line, max(cue.last, cue.verb) + 1
    before = before_cue(line, cue.first, words)
    if (
        (verb.acts(words) and not cue.is_behind)
        or cue.opens
        or after >= len(line.tokens)
        or not line.before(after).startswith(",")
    ):
        return None
    if not before or before[1] - before[0] + 1 < LEAST or not _opens_a_sentence(line, before[0], words):
        return None
    if line.tokens[after].quoted:
        return replace(cue, said=before, is_behind=True)
    opens = words.conjunctions | words.gerunds.keys() | words.relatives | words.breaks
    rest = (after, len(line.tokens) - 1)
    if line.words[after] in opens or _is_aside(cue, line, after, words) or rest[1] - rest[0] + 1 < LEAST:
        return None
    if any(token.quoted for token in line.tokens[after:]):
        return None
    return replace(cue, said=before, rest=rest, is_behind=True)


def _is_aside(cue: Attribution, line: Line, spot: int, words: CueWords) -> bool:
    """Whether words behind a name tell who somebody is, or what he is like: `says Doe, the mayor, her hat in hand`."""
    begins = line.words[spot] in words.determiners | words.possessives
    somebody = any(words.is_somebody(word) for word in line.words[spot : spot + APPOSED])
    return cue.is_behind and cue.last > cue.verb and (begins or somebody)


def _opens_a_sentence(line: Line, spot: int, words: CueWords) -> bool:
    """Whether a subject may stand at a token, and neither a time nor a place: `The quay …`, `Eels …`."""
    begins = words.determiners | words.possessives | words.pronouns.keys()
    if line.words[spot] in begins:
        return word_at(line, spot + 1) not in words.times
    small = words.prepositions | words.times | words.breaks | words.openers
    noun = line.words[spot].endswith("s") and line.words[spot] not in small
    return noun or mention_at(line, spot) is not None


def _behind_colon(line: Line, last: int) -> Run | None:
    """What follows the colon right behind a cue, unless it is quoted: `Yes, replies the port: boats will sail.`"""
    first, end = last + 1, len(line.tokens) - 1
    opens = first <= end and ":" in line.before(first) and not any(token.quoted for token in line.tokens[first:])
    return (first, end) if opens and end - first + 1 >= LEAST else None


def _with_words_before(cue: Attribution, line: Line, words: CueWords) -> Attribution:
    """A cue behind what it says; `What they found, she said, was a kiln` tells the longer side."""
    said = before_cue(line, cue.first, words)
    after = cue.last + 1
    if not said or after >= len(line.tokens) or "," not in line.before(after):
        return replace(cue, said=said, is_behind=cue.is_behind or said is not None)
    goes_on = line.words[after] not in words.conjunctions | words.gerunds.keys() | words.relatives
    goes_on = goes_on and not _is_aside(cue, line, after, words)
    rest = (after, len(line.tokens) - 1)
    return replace(cue, said=rest if goes_on and rest[1] - rest[0] > said[1] - said[0] else said, is_behind=True)
