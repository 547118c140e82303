"""The cue at a token of a sentence: a verb of speech with its subject, or the source that `according to` names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.drafting.complements import LEAST, before_cue, behind_cue, behind_name
from generator.drafting.cue_words import CueWords
from generator.drafting.lines import Line
from generator.drafting.memory import Memory, Speaker
from generator.drafting.offices import is_called
from generator.drafting.openings import opening_subject
from generator.drafting.phrases import Run, mention_at, opening, run_behind, stops
from generator.drafting.subjects import Subject, resolved, subject_before, subject_behind
from generator.drafting.told import Attribution, told
from generator.drafting.verbs import Verb, is_passive, opens_an_aside, says, verb_at

FAR = 12  # tokens between `quoted` and its `saying`, and to the colon behind a reporter and a place
NAMED = 3  # tokens in which an `as` makes a name of a verb: `the Wet Year, as farmers call it`


def source(line: Line, spot: int, memory: Memory) -> Attribution | None:
    """`According to the mayor, …` and `…, according to the mayor`."""
    phrase = next((p for p in memory.words.according if line.words[spot : spot + len(p)] == p), ())
    if not phrase:
        return _reporter(line, memory) if spot == line.offset == 0 else None
    verb, leads = spot + len(phrase) - 1, spot <= opening(line)
    run = run_behind(line, verb, memory.words)
    subject = subject_behind(line, verb, memory) if run else None
    if (
        not run
        or not subject
        or (phrase[0] in memory.words.views and not (leads and _is_view(line, run, subject, memory)))
    ):
        return None
    said = None if leads else before_cue(line, spot, memory.words)
    said = said or behind_name(line, subject.last, memory.words)
    return Attribution(spot, subject.last, verb, subject.speakers, said=said, is_behind=not leads, is_source=True)


def _reporter(line: Line, memory: Memory) -> Attribution | None:
    """`Our reporter Jane Doe, at the gate: the smoke is thinning.`"""
    colon = next((n for n in range(1, min(FAR, len(line.tokens))) if ":" in line.before(n)), 0)
    mention = next((m for m in line.mentions if m.last < colon and memory.is_a_person(m)), None)
    reports = mention and memory.words.reporters & set(line.words[: mention.first])
    speaker = memory.named(mention) if mention and reports and not mention.possessive else None
    said = (colon, len(line.tokens) - 1)
    if not speaker or said[1] - said[0] < LEAST or any(token.quoted for token in line.tokens):
        return None
    return Attribution(0, colon - 1, colon - 1, (speaker,), said=said, is_source=True)


def _is_view(line: Line, run: Run, subject: Subject, memory: Memory) -> bool:
    """Whether `For Doe, …` tells what a person thinks; where the language says so otherwise too, words are quoted."""
    named = any(speaker.who for speaker in subject.speakers) or bool(mention_at(line, run[1]))
    closed = run[1] + 1 < len(line.tokens) and "," in line.before(run[1] + 1)
    told_so = bool(memory.words.enclitics) or any(token.quoted for token in line.tokens)
    return named and closed and subject.is_somebody and told_so


def incise(line: Line, spot: int, memory: Memory) -> Attribution | None:
    """`« Nous irons, dit le maire, quand il faudra »`: a cue between commas of what is quoted, as French has it."""
    words = memory.words
    found = verb_at(line, spot, words) if words.enclitics else None
    if not found or found[0].word not in words.inverted:
        return None
    verb, pronoun = found
    behind = None if pronoun else subject_behind(line, verb.spot, memory)
    speakers = memory.meant_by(pronoun) if pronoun else behind.speakers if behind else ()
    last = behind.last if behind else verb.spot
    closes = stops(line, last + 1) or line.words[last + 1] in words.as_ | words.prepositions | words.times
    if not speakers or not closes or verb.first == 0 or "," not in line.before(verb.first):
        return None
    return Attribution(verb.first, last, verb.spot, speakers, is_incise=True)


def spoken(line: Line, spot: int, memory: Memory, cues: Sequence[Attribution]) -> Attribution | None:
    """A verb of speech that has a subject."""
    words = memory.words
    found = verb_at(line, spot, words)
    if not found:
        return None
    verb, pronoun = found
    if verb.word in words.naming and (_is_named_so(verb, words) or _is_between(verb, words)):
        return None
    if verb.word in words.gerunds:
        subject = _of_the_sentence(verb, memory, cues) if opens_an_aside(verb, words) else None
        return told(verb, subject, words) if subject else None
    if pronoun:
        speakers = memory.meant_by(pronoun)
        many = words.pronouns.get(pronoun) == "many"
        return told(verb, Subject(speakers, verb.first, spot, many=many), words, inverted=True) if speakers else None
    if verb.word in words.quoting:
        return _relayed(verb, memory)
    if is_passive(verb, words):
        return _by_agent(verb, memory)
    named = _is_named_before(verb, memory)
    behind = _behind(verb, memory) if not named and says(verb, words, inverted=True) else None
    subject = behind or (_before(verb, memory, cues) if says(verb, words) else None)
    return told(verb, subject, words, inverted=bool(behind)) if subject else None


def _is_named_before(verb: Verb, memory: Memory) -> bool:
    """Whether a person's name is all of the aside before a verb: `The mayor, Jane Doe, urged`."""
    mention = mention_at(verb.line, verb.first - 1) if verb.first else None
    closed = mention and verb.line.before(verb.first).startswith(",") and not verb.line.tokens[mention.first].quoted
    return bool(
        mention and closed and mention.first and verb.line.before(mention.first) == ", " and memory.is_a_person(mention)
    )


def _of_a_place(verb: Verb, memory: Memory) -> Subject | None:
    """Those of the place that opens a sentence: `À la mairie, on rappelle que …`."""
    line, on, words = verb.line, verb.first - 1, memory.words
    first = opening(line) + 1
    at = on > first and line.words[on] in words.impersonal and line.words[first - 1] in words.prepositions
    if not at or not line.before(on).startswith(",") or any(stops(line, n) for n in range(first, on)):
        return None
    place = resolved(line, (first, on - 1), memory)
    return replace(place, last=on) if place and place.is_somebody else None


def _is_named_so(verb: Verb, words: CueWords) -> bool:
    """Whether an `as` makes a name of a verb."""
    return bool(words.as_ & set(verb.line.words[max(0, verb.first - NAMED) : verb.first]))


def _is_between(verb: Verb, words: CueWords) -> bool:
    """Whether a verb only stands between what somebody is and the name: `a baker called Jane`."""
    mention = mention_at(verb.line, verb.spot + 1)
    return mention is not None and is_called(verb.line, mention, words)


def _by_agent(verb: Verb, memory: Memory) -> Attribution | None:
    """`The council was told by the mayor that …`."""
    if verb.following not in memory.words.by or verb.word not in memory.words.saying:
        return None
    line, subject = verb.line, subject_behind(verb.line, verb.spot + 1, memory)
    if not subject or line.words[subject.last + 1 : subject.last + 2] not in {(that,) for that in memory.words.that}:
        return None
    said = (subject.last + 2, len(line.tokens) - 1)
    return Attribution(verb.spot, subject.last, verb.spot, subject.speakers, said=said if said[0] < said[1] else None)


def _relayed(verb: Verb, memory: Memory) -> Attribution | None:
    """`Nordwire quoted her as saying …`: she speaks, and Nordwire is the channel; `She was quoted as saying …`."""
    line, words = verb.line, memory.words
    passive = is_passive(verb, words)
    subject = subject_before(line, verb.first - 1 - passive, memory)
    near = range(verb.spot + 2, min(verb.spot + FAR, len(line.tokens)))
    saying = next((n for n in near if line.words[n] in words.gerunds and line.words[n - 1] in words.as_), 0)
    if not subject or not saying:
        return None
    speakers = subject.speakers
    if not passive and saying > verb.spot + 2:
        mention = mention_at(line, verb.spot + 1)
        meant = memory.named(mention) if mention else None
        whom = words.objects.get(verb.following, "")
        quoted = (meant,) if meant else memory.meant_by(whom) or ((Speaker(via=whom),) if whom else ())
        channel = subject.speakers[0].name or subject.speakers[0].via
        speakers = tuple(
            Speaker(None, channel, str(channel)) if one.via else replace(one, via=channel) for one in quoted
        )
    said = behind_cue(line, saying, words, acts=False)
    return Attribution(subject.first, saying, saying, speakers, said=said) if speakers else None


def _behind(verb: Verb, memory: Memory) -> Subject | None:
    """The subject of an inverted verb: `…," said Jane Doe`; what follows it may be no verb."""
    line, words = verb.line, memory.words
    if verb.word not in words.inverted or verb.first == 0 or not stops(line, verb.first):
        return None
    subject = subject_behind(line, verb.spot, memory)
    after = subject.last + 1 if subject else 0
    ends = after == len(line.tokens) and verb.word in words.saying - words.nouns_too
    if not subject or not (subject.is_somebody or line.tokens[verb.first - 1].quoted or ends):
        return None  # a thing is believed to speak at the end of a sentence, or behind quoted words
    if after == len(line.tokens):
        return subject
    if stops(line, after):
        return None if line.before(after) in (' "', " '") else subject
    other = words.prepositions | words.times | words.relatives | words.conjunctions | words.gerunds.keys() | words.as_
    return subject if line.words[after] in other | words.whether else None


def _before(verb: Verb, memory: Memory, cues: Sequence[Attribution]) -> Subject | None:
    """The subject before its verb, if it can be that of speech."""
    line, words = verb.line, memory.words
    joined = verb.first > 0 and line.words[verb.first - 1] in words.conjunctions
    subject = _of_the_sentence(verb, memory, cues) if joined else subject_before(line, verb.first - 1, memory)
    subject = subject or _of_a_place(verb, memory)
    if not subject:
        return None
    if line.words[subject.first] in words.pronouns and "," in line.before(subject.first):
        clear = _of_himself(line, subject, memory)
        if not clear:
            return None
        subject = clear
    if verb.word in words.finding and any(memory.is_one(speaker) for speaker in subject.speakers):
        return None  # whoever finds a door locked says nothing
    if verb.word in words.doubtful and words.ago & set(line.words[: verb.first]):
        return None  # what was agreed long ago is told, not said
    plural_noun = verb.word in words.nouns_too and verb.word.endswith("s") and not verb.word.endswith("ss")
    if plural_noun and subject.many and not any(s.who for s in subject.speakers):
        return None  # the authorities of the member `states`
    needs_somebody = verb.word in words.doubtful | words.nouns_too | words.naming
    if (needs_somebody and not subject.is_somebody) or (
        verb.word in words.bare and not verb.is_led and not _is_plural(line, subject)
    ):
        return None
    return subject


def _of_himself(line: Line, subject: Subject, memory: Memory) -> Subject | None:
    """Whom a pronoun means in `Mrs Doe will bring cake, she says`: Doe, unless `she` is in this paragraph.

    Nobody where it may be Doe, of whom nothing tells whether it is she, or somebody before.
    """
    own = opening_subject(line, subject.first, memory)
    told = own and not line.tokens[own.first].quoted and line.words[own.first] not in memory.words.pronouns
    if not own or not told or len(own.speakers) != 1 or any(memory.is_here(one) for one in subject.speakers):
        return subject
    pronoun = line.words[subject.first]
    if not memory.may_mean(pronoun, own.speakers[0]):
        return subject
    is_clear = memory.is_known_as(pronoun, own.speakers[0]) or memory.is_the_only_one(pronoun, own.speakers[0])
    return replace(subject, speakers=own.speakers) if is_clear else None


def _is_plural(line: Line, subject: Subject) -> bool:
    return subject.many or (not any(s.who for s in subject.speakers) and line.words[subject.last].endswith("s"))


def _of_the_sentence(verb: Verb, memory: Memory, cues: Sequence[Attribution]) -> Subject | None:
    """Whoever speaks already in a sentence, or else its first subject; of a gerund, the name right before it."""
    line, first = verb.line, verb.first
    beside = mention_at(line, first - 1)
    if beside and verb.word in memory.words.gerunds and not stops(line, first):
        return resolved(line, (beside.first, beside.last), memory)
    if cues:
        return Subject(cues[-1].speakers, first, first, many=cues[-1].many)
    return opening_subject(line, first, memory)
