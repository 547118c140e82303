"""Who speaks in a sentence: the nearest subject of its cue, a pronoun's last speaker, an unnamed channel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.content.reading import Content
from generator.content.registries import Leader
from generator.drafting import attribution_cues
from generator.drafting.lines import Line, Mention
from generator.evidence.name_parts import fold
from generator.evidence.text import normalise

_STOPS = re.compile(r"[,;:()\"]| - ")


@dataclass(frozen=True)
class Speaker:
    """Who asserts something and through whom, as far as a sentence shows it."""

    who: str | None = None  # the id of somebody registered, or the one proposed for a name that no registry knows
    via: str | None = None
    name: str = ""  # as the text has it
    is_unknown: bool = False


@dataclass
class Memory:
    """Who has spoken so far, last one last, and which gender the text gives them."""

    content: Content
    speakers: list[Speaker] = field(default_factory=list)
    female: set[str] = field(default_factory=set)
    male: set[str] = field(default_factory=set)
    unknown_names: dict[str, Speaker] = field(default_factory=dict)  # by their last name
    seen: list[Speaker] = field(default_factory=list)  # persons who are the subject of a sentence

    def note(self, speaker: Speaker) -> None:
        self.speakers.append(speaker)

    def learn(self, line: Line) -> None:
        """Persons whom nobody registered, and the gender of one whom a title or a role word stands beside."""
        for mention in line.mentions:
            if not mention.subject and looks_like_a_person(line, mention):
                stranger = Speaker(slug(mention.text), None, mention.text, is_unknown=True)
                self.unknown_names.setdefault(mention.text.split()[-1], stranger)
            beside = set(line.words[max(0, mention.first - 2) : mention.first])
            if mention.subject and self.is_person(mention.subject):
                if beside & attribution_cues.FEMALE - {"she", "her"}:
                    self.female.add(mention.subject)
                if beside & attribution_cues.MALE - {"he", "his"}:
                    self.male.add(mention.subject)

    def see(self, line: Line) -> None:
        """The first person of a sentence that has been read, whom a later pronoun may mean."""
        free = (m for m in line.mentions if not line.governed(m) and not m.possessive)
        people = (
            s for mention in free for s in _speaker_named(line, mention, self) if s.is_unknown or self.is_person(s.who)
        )
        self.seen += list(people)[:1]

    def is_person(self, id: str | None) -> bool:
        return id in self.content.leaders

    def last(self, word: str) -> Speaker | None:
        """The last speaker whom a pronoun can mean, or else the last person whom a sentence was about."""
        for speaker in reversed([*self.seen, *self.speakers]):
            role = set(normalise(speaker.via or "").casefold().split())
            person = self.is_person(speaker.who) or speaker.is_unknown
            if (
                word in attribution_cues.PERSONAL
                and role & attribution_cues.SINGLE
                and not (person and not role & attribution_cues.MOUTHPIECES)
            ):
                if not role & (attribution_cues.MALE if word == "she" else attribution_cues.FEMALE):
                    return Speaker(speaker.who, speaker.via, speaker.name)
            elif word in attribution_cues.PERSONAL:
                excluded = self.male if word == "she" else self.female
                if person and speaker.who not in excluded:
                    return Speaker(speaker.who, None, speaker.name, speaker.is_unknown)
            elif not person and (speaker.who or word == "they"):
                return Speaker(speaker.who, speaker.via, speaker.name)
        return None

    def in_office(self, words: set[str]) -> Speaker | None:
        """The last speaker who holds an office, or the last channel, that these words tell of."""
        for speaker in reversed(self.speakers):
            if speaker.via and words & attribution_cues.ROLES & set(normalise(speaker.via).casefold().split()):
                return speaker
            leader = self.content.leaders.get(speaker.who or "")
            if leader and words & attribution_cues.OFFICES & _titles(leader):
                return Speaker(leader.id, None, leader.name)
        return None


def subjects(line: Line, verb: int, memory: Memory) -> tuple[Speaker, ...]:
    """Whoever says what the verb at this token opens; two where both are named."""
    if line.words[verb] in attribution_cues.AFTERWARDS:
        beside = [m for m in line.mentions if m.last == verb - 1 and m.subject and not line.before(verb).strip()]
        return tuple(speaker for mention in beside for speaker in _speaker_named(line, mention, memory))
    end = _without_helpers(line, verb)
    if end >= 0 and line.words[end] == "who":
        return tuple(_antecedent(line, end, memory))
    for first, last in _segments(line, end):
        if speakers := _speakers_in(line, first, last, memory):
            return speakers
    return tuple(_inverted(line, verb, memory))


def according_to(line: Line, spot: int, memory: Memory) -> tuple[Speaker, ...]:
    """Whoever is named after `according to`."""
    last = spot + 2
    while last + 1 < len(line.tokens) and not _STOPS.search(line.before(last + 1)):
        last += 1
    if last >= len(line.tokens):
        return ()
    named = line.mentions_in(spot + 2, last)
    until = named[0].last + 2 if named else last + 1
    if named and not set(line.words[spot + 2 : until]) & (attribution_cues.MOUTHPIECES | attribution_cues.UNNAMED):
        stop = next((n for n in range(until, last + 1) if line.words[n] in attribution_cues.PREPOSITIONS), last + 1)
        return tuple(_speaker_named(line, [mention for mention in named if mention.last < stop][-1], memory))
    return _speakers_in(line, spot + 2, last, memory)


def _without_helpers(line: Line, verb: int) -> int:
    end = verb - 1
    while end >= 0 and (line.words[end] in attribution_cues.HELPING or line.words[end].endswith("ly")):
        if _STOPS.search(line.before(end + 1)):
            break
        end -= 1
    return end


def _segments(line: Line, end: int) -> Iterator[tuple[int, int]]:
    """The runs of words between commas and clause words left of a verb, nearest first, without asides."""
    last = _before_an_aside(line, end)
    while last >= 0:
        first = last
        while (
            first > 0
            and not _STOPS.search(line.before(first))
            and line.words[first - 1] not in attribution_cues.CLAUSES
        ):
            first -= 1
        if line.tokens[last].quoted:
            return
        direct = last == end and first < last
        if line.words[first] not in attribution_cues.RELATIVE or direct:
            yield first + (line.words[first] in attribution_cues.RELATIVE), last
            if first and '"' in line.before(first):
                return
        last = first - 1
        if last >= 0 and line.words[last] in attribution_cues.CLAUSES and first <= end:
            return  # beyond it begins another clause, with a subject of its own


def _before_an_aside(line: Line, end: int) -> int:
    """Where the search begins: `Doe, who came by boat, said` begins before `who`."""
    if end + 1 < len(line.tokens) and "," in line.before(end + 1):
        for spot in range(end, 0, -1):
            if line.words[spot] in attribution_cues.RELATIVE and "," in line.before(spot):
                return spot - 1
    return end


def _speakers_in(line: Line, first: int, last: int, memory: Memory) -> tuple[Speaker, ...]:
    """The speakers that a run of words names; none when it is no subject."""
    words = line.words[first : last + 1]
    if words[-1] in attribution_cues.PERSONAL | attribution_cues.IMPERSONAL or (
        len(words) < 4 and set(words) & attribution_cues.PERSONAL
    ):
        pronoun = next(
            word for word in reversed(words) if word in attribution_cues.PERSONAL | attribution_cues.IMPERSONAL
        )
        antecedent = memory.last(pronoun)
        return (antecedent,) if antecedent else ()
    named = line.mentions_in(first, last)
    free = [mention for mention in named if not line.governed(mention) and not mention.possessive]
    roles = [
        spot
        for spot in range(first, last + 1)
        if line.words[spot] in attribution_cues.MOUTHPIECES | attribution_cues.UNNAMED
    ]
    if roles and not any(mention.first > roles[-1] for mention in free):
        holder = memory.in_office(set(words)) if not named and words[0] == "the" else None
        return (holder or _channel(line, first, last, roles[-1], named),)
    people = [speaker for mention in free for speaker in _speaker_named(line, mention, memory)]
    if people:
        joint = len(free) > 1 and line.words[free[-1].first - 1] == "and" and free[-2].last == free[-1].first - 2
        return tuple(people[-2:]) if joint and len(people) > 1 else (people[-1],)
    office = memory.in_office(set(words)) if set(words) & attribution_cues.OFFICES else None
    return (office,) if office else ()


def _channel(line: Line, first: int, last: int, role: int, named: tuple[Mention, ...]) -> Speaker:
    """A spokesman, a statement or an office speaks for whom it is of; an aide or a source for nobody."""
    start = first
    if line.words[first] in ("and", "but", "however"):
        start += 1
    via = line.text(start, last)
    via = via[0].lower() + via[1:] if line.words[start] in ("a", "an", "the") else via
    whole = via.casefold()
    registered = [mention for mention in named if mention.subject]
    whose = next((m for m in reversed(registered) if m.last < role), registered[0] if registered else None)
    if line.words[role] in attribution_cues.MOUTHPIECES and whose:
        return Speaker(whose.subject, via, whose.text)
    return Speaker(None, via, whole)


def _speaker_named(line: Line, mention: Mention, memory: Memory) -> Iterator[Speaker]:
    if mention.subject:
        yield Speaker(mention.subject, None, mention.text)
    elif mention.text in memory.unknown_names:
        yield memory.unknown_names[mention.text]
    elif looks_like_a_person(line, mention):
        yield Speaker(slug(mention.text), None, mention.text, is_unknown=True)


def looks_like_a_person(line: Line, mention: Mention) -> bool:
    """Two or three capitalised words, or one behind a title."""
    before = line.words[mention.first - 1] if mention.first else ""
    if set(mention.text.casefold().split()) & attribution_cues.ROLES:
        return False
    titled = (
        before
        in attribution_cues.FEMALE
        | attribution_cues.MALE
        | attribution_cues.OFFICES
        | attribution_cues.MOUTHPIECES
        | {"dr", "prof"}
    )
    return 2 <= len(mention.text.split()) <= 3 or titled


def _antecedent(line: Line, who: int, memory: Memory) -> Iterator[Speaker]:
    """The name right before `who`."""
    left = [mention for mention in line.mentions if mention.last < who]
    if left:
        yield from _speaker_named(line, left[-1], memory)


def _inverted(line: Line, verb: int, memory: Memory) -> Iterator[Speaker]:
    """`…," said Jane Doe`: the name follows its verb."""
    behind_quotation = verb > 0 and line.tokens[verb - 1].quoted and not line.tokens[verb].quoted
    right = [mention for mention in line.mentions if verb < mention.first <= verb + 6]
    if behind_quotation and right and not any(_STOPS.search(line.before(n)) for n in range(verb + 1, right[0].first)):
        yield from _speaker_named(line, right[0], memory)


def _titles(leader: Leader) -> set[str]:
    return {word for role in leader.roles for word in normalise(role.title).casefold().split()}


def slug(text: str) -> str:
    """The id that a name would have: `Jane Doe` becomes `jane-doe`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(normalise(text))).strip("-")[:64].strip("-")
