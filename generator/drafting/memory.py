"""Who has been named in an article so far, as what, and who spoke last: whom `she` and `the mayor` mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.content.reading import Content
from generator.drafting.cue_words import CueWords
from generator.drafting.ids import slug
from generator.drafting.lines import Line, Mention
from generator.drafting.offices import is_called, is_office, roles_beside
from generator.drafting.phrases import is_governed, stops
from generator.evidence.languages.naming import BODIES, COMPASS, GIVEN_NAMES, PARTICLES, PLACES
from generator.evidence.name_parts import fold
from generator.evidence.ordinary import is_ordinary
from generator.evidence.text import normalise

THINGS = frozenset(  # in the name of a firm, a club or a place; never in that of a person
    (
        *(
            "water",
            "power",
            "energy",
            "rail",
            "air",
            "marine",
            "foods",
            "steel",
            "oil",
            "gas",
            "media",
            "radio",
            "news",
        ),
        *("watch", "aid", "relief", "rescue", "trust", "network", "initiative", "project", "campaign", "forum"),
        *("capital", "partners", "systems", "networks", "motors", "line", "united", "rovers", "athletic", "alliance"),
        *("sea", "sound", "strait", "link", "north", "south", "east", "west", "act", "bill", "treaty", "day", "week"),
        *("international", "technologies", "solutions", "electric", "telecom", "insurance", "brewing", "logistics"),
    )
)
FAR = 3  # paragraphs: nobody who was named longer ago is meant by a pronoun
NEAR_BY = 1  # paragraphs: the only person named so near may be meant, even if no sentence was about them


@dataclass(frozen=True)
class Speaker:
    """Who asserts something and through whom, as far as a sentence shows it."""

    who: str | None = None  # the id of somebody registered, or the one proposed for a name that no registry knows
    via: str | None = None
    name: str = ""  # as the text has it
    is_unknown: bool = False


@dataclass(frozen=True)
class _Seen:
    """Somebody whom a later word may mean, in a paragraph."""

    speaker: Speaker
    paragraph: int
    many: bool = False


@dataclass
class Memory:
    """What an article has told so far of those who speak in it."""

    content: Content
    words: CueWords
    seen: list[_Seen] = field(default_factory=list)  # subjects of sentences, last one last
    aside: list[_Seen] = field(default_factory=list)  # other persons whom sentences name
    genders: dict[str, str] = field(default_factory=dict)  # by id
    bodies: dict[str, list[Speaker]] = field(default_factory=dict)  # by the noun in their name
    roles: dict[str, list[tuple[Speaker, frozenset[str]]]] = field(default_factory=dict)  # by the word of an office
    strangers: dict[str, Speaker] = field(default_factory=dict)  # by their last name, and by the whole
    interviewed: tuple[Speaker, ...] = ()  # whom the questions of an interview are put to
    paragraph: int = 0

    def is_person(self, id: str | None) -> bool:
        return id in self.content.leaders

    def is_a_person(self, mention: Mention) -> bool:
        return self.is_person(mention.subject) or mention.text in self.strangers

    def is_an_adjective(self, mention: Mention) -> bool:
        """Whether a name only says which country's somebody is, in small letters as French has it: `danoise`."""
        return mention.subject in self.content.countries and mention.text[0].islower()

    def named(self, mention: Mention, title: str = "") -> Speaker | None:
        """Whom a name means; a part of a longer one that stood before is that one, or the one whom a title fits."""
        if mention.subject:
            return Speaker(mention.subject, None, mention.text)
        if is_office(mention, self.words):
            return None
        known = self.strangers.get(mention.text) or self.strangers.get(mention.text.split()[-1])
        if known and (len(mention.text.split()) == 1 or _is_same_name(known.name, mention.text)):
            return self._of_the_family(known, title)
        id = slug(mention.text)
        return Speaker(id, None, mention.text, is_unknown=True) if id else None

    def _of_the_family(self, known: Speaker, title: str) -> Speaker:
        """Somebody, or who has the same surname where `Mrs` does not fit: `Mrs Doe` is not Owen Doe."""
        gender = "female" if title in self.words.female else "male" if title in self.words.male else None
        if gender is None or self.genders.get(known.who or "") in (None, gender):
            return known
        surname = known.name.split()[-1]
        family = [one for one in self.strangers.values() if one.name.split()[-1] == surname]
        return next((one for one in family if self.genders.get(one.who or "") == gender), known)

    def learn(self, line: Line) -> None:
        """Persons whom nobody registered, offices, and the gender of one whom a title or a role word stands beside."""
        self.paragraph = line.paragraph.number
        for mention in line.mentions:
            speaker = self.named(mention)
            if speaker and not self.is_person(speaker.who):
                self._learn_body(mention, speaker)
            if not speaker or not (self.is_person(speaker.who) or self._looks_like_a_person(line, mention)):
                continue
            for name in (mention.text, speaker.name, mention.text.split()[-1]):
                self.strangers.setdefault(name, speaker)
            beside = roles_beside(line, mention, self.words)
            for word in beside:
                self._learn_role(word, speaker, frozenset(line.words))
            title = line.words[mention.first - 1] if mention.first and not stops(line, mention.first) else ""
            for word in (*beside, title):
                if speaker.who and word in self.words.titles:
                    gender = "female" if word in self.words.female else "male"
                    self.genders.setdefault(speaker.who, gender)

    def _learn_body(self, mention: Mention, speaker: Speaker) -> None:
        for word in set(fold(mention.text).split()) & {fold(body) for body in self.words.bodies}:
            named = self.bodies.setdefault(word, [])
            if all(other.who != speaker.who for other in named):
                named.append(speaker)

    def _learn_role(self, word: str, speaker: Speaker, said: frozenset[str]) -> None:
        holders = self.roles.setdefault(word, [])
        if not any(holder.who == speaker.who for holder, _ in holders):
            holders.append((speaker, said))

    def _looks_like_a_person(self, line: Line, mention: Mention) -> bool:
        """Two or three words that are no place or body, a given name, or one word behind a title."""
        if mention.subject:
            return False  # a country, behind an office: `le ministre danois`
        first, *rest = fold(mention.text).replace(".", "").split()
        names = [first, *(name for name in rest[:-1] if name not in PARTICLES), *rest[-1:]]
        before = line.words[mention.first - 1] if mention.first else ""
        if before in self.words.titles | self.words.offices and not stops(line, mention.first):
            return True
        if is_called(line, mention, self.words) or (len(names) == 1 and self._is_related(line, mention)):
            return True
        strange = set(names) & (THINGS | BODIES | COMPASS | PLACES | self.words.bodies | self.words.roles)
        article = before in self.words.determiners and not stops(line, mention.first)
        plain = all(is_ordinary(name) for name in names) and not self._is_apposed(line, mention)
        if not 2 <= len(names) <= 3 or plain or strange or article or "&" in line.text(mention.first, mention.last):
            return False
        governed = is_governed(line, mention.first, 0, self.words) and not self._is_source(line, mention.first)
        return names[0] in GIVEN_NAMES or not governed

    def _is_related(self, line: Line, mention: Mention) -> bool:
        """Whether one word is all of an aside that says who is whose: `His wife, Jane, …`, `her driver, Owen, …`."""
        if not self._is_apposed(line, mention):
            return False
        noun = mention.first - 1
        owned = next((n for n in range(noun, -1, -1) if stops(line, n) or line.words[n] in self.words.whose), 0)
        return line.words[noun] in self.words.titles or line.words[owned] in self.words.whose

    def _is_apposed(self, line: Line, mention: Mention) -> bool:
        """Whether a name is all of an aside that says who holds an office: `its secretary, Rose Field,`."""
        after = mention.last + 1
        closed = after < len(line.tokens) and line.before(after).startswith(",")
        aside = closed and mention.first > 1 and line.before(mention.first) == ", "
        return aside and line.words[mention.first - 1] in self.words.offices

    def _is_source(self, line: Line, spot: int) -> bool:
        """Whether `according to` stands before a name; `for` may govern anything."""
        phrases = (phrase for phrase in self.words.according if phrase[0] not in self.words.views)
        return any(line.words[max(0, spot - len(phrase)) : spot] == phrase for phrase in phrases)

    def note(self, speakers: Iterable[Speaker], *, many: bool = False) -> None:
        """Remembers who speaks."""
        self.seen += [_Seen(speaker, self.paragraph, many) for speaker in speakers]

    def see(self, line: Line, subject: Sequence[Speaker]) -> None:
        """Remembers whom a sentence without a cue was about, and the two who met in it."""
        self.note(subject)
        self.aside += [
            _Seen(one, self.paragraph)
            for mention in line.mentions
            if not mention.possessive and self.is_a_person(mention) and (one := self.named(mention))
        ]
        if not set(line.words) & self.words.meeting:
            return
        met = [self.named(m) for m in line.mentions if not m.possessive and self.is_a_person(m)]
        pair = list(dict.fromkeys((*subject, *(one for one in met if one))))
        if len(pair) > 1:
            self.note(pair[:2], many=True)

    def meant_by(self, pronoun: str) -> tuple[Speaker, ...]:
        """Whom a pronoun means; nobody where nobody fits who was named in these paragraphs."""
        kind = self.words.pronouns.get(pronoun)
        near = [one for one in self.seen if self.paragraph - one.paragraph <= FAR]
        for number, one in reversed(list(enumerate(near))):
            speaker = one.speaker
            if kind == "many":
                if one.many:
                    return self._together(near[: number + 1])
            elif kind == "thing":
                if not one.many and not self._is_somebody(speaker):
                    return (speaker,)
            elif kind and not one.many and self._may_be(speaker, kind):
                return (
                    speaker
                    if not self._is_named(speaker)
                    else Speaker(speaker.who, None, speaker.name, speaker.is_unknown),
                )
            elif kind and not one.many and self._is_anybody(speaker):
                return ()
        named = [one.speaker for one in self.aside if self.paragraph - one.paragraph <= NEAR_BY]
        named = named or list(self.interviewed)
        fits = {one.who: one for one in named if kind in ("female", "male") and self._may_be(one, str(kind))}
        return tuple(fits.values()) if len(fits) == 1 else ()

    def named_last(self) -> Speaker | None:
        """The person whom the last sentence that was about one was about, a paragraph ago at most."""
        near = [one.speaker for one in self.seen if self.paragraph - one.paragraph <= NEAR_BY and not one.many]
        last = next((one for one in reversed(near) if self._is_named(one)), None)
        return Speaker(last.who, None, last.name, last.is_unknown) if last else None

    def meant_by_many(self) -> tuple[Speaker, ...]:
        """The last two who met or spoke together, whom `the leaders` means."""
        pairs = [one for one in self.seen if one.many and one.speaker.who]
        return self._together(pairs) if pairs else ()

    def _together(self, seen: Sequence[_Seen]) -> tuple[Speaker, ...]:
        """The last of many, with the other who was named with it."""
        last = seen[-1]
        beside = [one.speaker for one in seen[:-1] if one.many and one.paragraph == last.paragraph and one.speaker.who]
        return (*beside[-1:], last.speaker) if last.speaker.who else (last.speaker,)

    def _is_named(self, speaker: Speaker) -> bool:
        return self.is_person(speaker.who) or (speaker.name in self.strangers and not speaker.via)

    def _is_somebody(self, speaker: Speaker) -> bool:
        role = set(_words(speaker.via or ""))
        return self._is_named(speaker) or bool(role & (self.words.offices | self.words.mouthpieces | self.words.people))

    def _may_be(self, speaker: Speaker, gender: str) -> bool:
        """Whether a person of this gender may be meant; French says `elle` of bodies too."""
        told = _words(speaker.via or "")
        role = set(told)
        if told and self.words.articles.get(told[0], gender) != gender:
            return False  # `le ministère` is not she
        if self.words.enclitics and not self._is_somebody(speaker):
            return bool(role & self.words.bodies)
        other = self.words.male if gender == "female" else self.words.female
        own = self.words.female if gender == "female" else self.words.male
        known = self.genders.get(speaker.who or "")
        if self._is_named(speaker) and not speaker.via:
            return known in (None, gender)
        single = bool(role & (self.words.offices | self.words.mouthpieces)) or bool(role & own)
        owned = not role & own and any(self.words.whose.get(word) == gender for word in role)  # her driver is not she
        return self._is_somebody(speaker) and single and not owned and not role & (other - own)

    def is_one(self, speaker: Speaker) -> bool:
        """Whether somebody is a single person, named or not."""
        role = set(_words(speaker.via or ""))
        return self._is_named(speaker) or bool(role & (self.words.offices | self.words.mouthpieces))

    def is_here(self, speaker: Speaker) -> bool:
        """Whether somebody spoke in this paragraph, or a sentence of it was about him."""
        return any(one.speaker == speaker for one in self.seen if one.paragraph == self.paragraph)

    def may_mean(self, pronoun: str, speaker: Speaker) -> bool:
        """Whether a pronoun may mean a person who is named."""
        gender = self.words.pronouns.get(pronoun)
        return gender in ("female", "male") and self._is_named(speaker) and self._may_be(speaker, str(gender))

    def is_known_as(self, pronoun: str, speaker: Speaker) -> bool:
        """Whether the article told that a pronoun is right of a person."""
        return self.genders.get(speaker.who or "") == self.words.pronouns.get(pronoun)

    def is_the_only_one(self, pronoun: str, speaker: Speaker) -> bool:
        """Whether nobody else of whom the article told may be meant by a pronoun."""
        return not any(one.speaker != speaker and self.may_mean(pronoun, one.speaker) for one in self.seen)

    def _is_anybody(self, speaker: Speaker) -> bool:
        """Whether somebody spoke of whom words do not tell whether it is he or she: `one of them`, `a tanner`."""
        told = _words(speaker.via or "")
        things = self.words.papers | self.words.bodies | self.words.mouthpieces
        return not speaker.who and bool(told) and told[0] in self.words.indefinite and things.isdisjoint(told)

    def described(self, head: str, phrase: Iterable[str]) -> Speaker | None:
        """Who holds an office: the only one whom the article named with all of these words, or the last of them."""
        told = set(phrase)
        if len(told) == 2 and head in self.words.bodies:
            named = self.bodies.get(fold(head), [])
            return named[0] if len(named) == 1 else None
        heads = {head} if head in self.roles else self.words.alike.get(head, frozenset())
        known = [holder for one in sorted(heads) for holder in self.roles.get(one, [])]
        told -= self.words.determiners | self.words.alike.keys()
        holders = list(dict.fromkeys(one for one, said in known if told <= said))
        if len(holders) > 1:
            holders = [one for one in holders if self._spoke_last(one)]
        if len(holders) == 1:
            return holders[0]
        if not known:
            for one in reversed(self.seen):
                if one.speaker.via and head in _words(one.speaker.via):
                    return one.speaker
                leader = self.content.leaders.get(one.speaker.who or "")
                if leader and any(head in _words(role.title) for role in leader.roles):
                    return Speaker(leader.id, None, leader.name)
        return None

    def _spoke_last(self, speaker: Speaker) -> bool:
        return bool(self.seen) and self.seen[-1].speaker.who == speaker.who


def _is_same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: `J. Doe` and `Jane Doe`, not `Jane Doe` and `Owen Doe`."""
    (*given, last), (*others, surname) = fold(one).split(), fold(other).split()
    if last != surname or not given or not others:
        return last == surname
    short = [name.rstrip(".") for name in (given[0], others[0])]
    initial = min(map(len, short)) == 1 and short[0][0] == short[1][0]
    return initial or bool({*given} & {*others} - PARTICLES)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", normalise(text).casefold())
