"""Through whom something is known: a short form of a fact keeps the channel that the fact has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.analysis.derived import Derived
from generator.analysis.once import once
from generator.briefing import Briefing
from generator.content.record import Remark
from generator.content.sentences import Statement
from generator.evidence.binding import subjects_in
from generator.evidence.name_parts import parts
from generator.evidence.proving import BoundFact
from generator.evidence.source import meaning_words
from generator.evidence.text import normalise, tokens

OF_A_LIST = frozenset({"a", "an", "and", "the"})  # words that may stand between names which are parties


@dataclass(frozen=True)
class Channel:
    """Who says something, and through whom it came; of the two, at least one is there."""

    who: str | None
    via: str | None

    def statement(self, subject: str, facts: Iterable[BoundFact], about: str = "") -> Derived:
        """That some facts are known through it, which is said beside `subject`, told in short."""
        return Derived("channel", subject, about, tuple(fact.id for fact in facts), self.via or self.who or "")


@dataclass(frozen=True)
class UnnamedChannel:
    """A channel that is nobody's name, such as “her office”, in the one article that calls it so.

    Whether it is the same in another article nobody knows.
    """

    via: str
    article: str
    is_alone: bool  # no other article has one that it calls so

    @property
    def id(self) -> str:
        return f"{self.via} · {self.article}"


def speaker_of(briefing: Briefing, fact: BoundFact) -> str:
    """Who says something: a speaker, a channel by its name, one without a name by its article, or the article."""
    if fact.who or not fact.via:
        return fact.who or fact.article
    return fact.via if parties(briefing, [fact.via]) else UnnamedChannel(fact.via, fact.article, is_alone=True).id


@once
def channels_without_a_name(briefing: Briefing) -> Mapping[str, UnnamedChannel]:
    """Those that speak for nobody who is named, by who they are said to be in which article."""
    articles: dict[str, set[str]] = {}
    for fact in briefing.facts.values():
        if fact.via and not fact.who and not parties(briefing, [fact.via]):
            articles.setdefault(fact.via, set()).add(fact.article)
    channels = (UnnamedChannel(via, one, is_alone=len(of) == 1) for via, of in articles.items() for one in of)
    return {channel.id: channel for channel in channels}


def parties(briefing: Briefing, texts: Iterable[str]) -> frozenset[str]:
    """The registered parties that some texts list; “26 countries” or “Norway, not Denmark” is no list of parties."""
    read = (words_beside_names(briefing, text) for text in texts)
    return frozenset(name for others, names in read if OF_A_LIST.issuperset(others) for name in names)


def channel_of(facts: Iterable[BoundFact], own: Collection[str] = ()) -> Channel | None:
    """What some facts say is told without a channel where one of them has none, and else with that of the first.

    What those who are meant (`own`) say of themselves is no channel.
    """
    channels = [Channel(None if fact.who in own else fact.who, fact.via) for fact in facts]
    if not all(channel.who or channel.via for channel in channels):
        return None
    return next(iter(channels), None)


def unnamed_channels(briefing: Briefing, statement: Statement) -> Mapping[Channel, tuple[BoundFact, ...]]:
    """The channels of facts behind a sentence of ours which the sentence itself does not mention, each with its facts.

    Whoever speaks through a channel is named with it, unless the whole sentence is theirs and names them. A note is
    about the facts, and tells nothing that they do.
    """
    said: str = statement.say
    facts = briefing.facts_by_id(statement.from_) if not isinstance(statement, Remark) else ()
    hidden = [fact for fact in facts if fact.via and not _mentions(briefing, said, fact.via)]
    is_of_one = len({(fact.who, fact.via) for fact in facts}) == 1
    named = subjects_in([said], briefing.aliases) if is_of_one else frozenset()
    channels: dict[Channel, tuple[BoundFact, ...]] = {}
    for fact in hidden:
        channel = Channel(None if fact.who in named else fact.who, fact.via)
        channels[channel] = (*channels.get(channel, ()), fact)
    return channels


def words_beside_names(briefing: Briefing, text: str) -> tuple[list[str], frozenset[str]]:
    """The words of a text, in small letters, that stand beside registered names, and whom these names mean."""
    words = parts(tokens(normalise(text)))
    names = briefing.aliases.registered(words)
    of_names = {spot for name in names for spot in range(name.start, name.end)}
    others = [word.text.casefold() for spot, word in enumerate(words) if spot not in of_names]
    return others, frozenset(name.subject for name in names if name.subject)


def _mentions(briefing: Briefing, text: str, channel: str) -> bool:
    """Whether a text has the whole of a channel: every word of what it is, and every name."""
    others, names = words_beside_names(briefing, channel)
    is_described = set(meaning_words(" ".join(others))) <= set(meaning_words(text))
    return is_described and names <= subjects_in([text], briefing.aliases)
