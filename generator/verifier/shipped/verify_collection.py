"""The tables of the data by the ids of their rows, and who speaks for whom in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from verify_articles import Readers

Row = Mapping[str, Any]
Value = TypeVar("Value")
TABLES = ("articles", "leaders", "countries", "organisations", "publishers", "themes", "events", "questions")
SUBJECTS = ("leaders", "countries", "organisations", "themes")


class Collection:
    """Every table by the ids of its rows, and what is asked of them again and again, looked up once."""

    def __init__(
        self,
        readers: Readers,
        facts: Mapping[str, Row],
        tables: Mapping[str, Mapping[str, Row]],
        unread: AbstractSet[str],  # articles that are in no table, because nobody has read them
    ) -> None:
        self.readers, self.facts, self.tables, self.unread = readers, facts, tables, unread
        self.bodies: dict[str, str] = {}  # for whom somebody speaks in the end, as far as it was asked
        self.kept: dict[tuple[str, str], Any] = {}  # what was found out of a question, by what it is

    def has(self, table: str, id: str) -> bool:
        return id in self.tables[table]

    @cached_property
    def by_speaker(self) -> Mapping[str, list[Row]]:
        return grouped((fact["who"], fact) for fact in self.facts.values())

    @cached_property
    def by_subject(self) -> Mapping[str, list[Row]]:
        return grouped((subject, fact) for fact in self.facts.values() for subject in subjects(fact))

    @cached_property
    def by_question(self) -> Mapping[str, list[Row]]:
        """The facts that answer each question."""
        return grouped((question, fact) for fact in self.facts.values() for question in fact["answers"])

    @cached_property
    def by_article(self) -> Mapping[str, list[Row]]:
        return grouped((fact["article"], fact) for fact in self.facts.values())

    @cached_property
    def by_event(self) -> Mapping[str, list[Row]]:
        return grouped((fact["event"], fact) for fact in self.facts.values() if fact["event"])

    @cached_property
    def perhaps(self) -> Mapping[str, list[str]]:
        """The events that may be the same as each, as these say themselves."""
        return grouped((other, id) for id, row in self.tables["events"].items() for other in row["perhaps"])

    @cached_property
    def by_word(self) -> Mapping[str, list[tuple[str, Row]]]:
        """The facts that have each word, with all of their words."""
        said = ((words_of(fact["say"]), fact) for fact in self.facts.values())
        return grouped((word, (text, fact)) for text, fact in said for word in {*text.split(), ""})

    def calling(self, name: str) -> list[Row]:
        """The facts whose sentences have all words of a name, one after the other."""
        wanted = words_of(name)
        among = min((self.by_word.get(word, []) for word in wanted.split() or ("",)), key=len)
        return [fact for text, fact in among if wanted in text]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Which fact is the first, the second and so on."""
        return {id: place for place, id in enumerate(self.facts)}

    def in_order(self, facts: Iterable[Row]) -> list[Row]:
        """Facts once each, in the order of the data."""
        found = {fact["id"]: fact for fact in facts}
        return [found[id] for id in sorted(found, key=self.places.__getitem__)]

    @cached_property
    def questions_about(self) -> Mapping[str, list[str]]:
        """The questions that are about each theme, or anybody else."""
        questions = self.tables["questions"].items()
        return grouped((about, id) for id, row in questions for about in {*row["about"]})

    @cached_property
    def known(self) -> AbstractSet[str]:
        """Whatever may be the subject of a statement: all that has an id, and every channel."""
        channels = {speaker_of(self, fact) for fact in self.facts.values() if fact["via"] and not fact["who"]}
        return {*self.facts, *self.unread, *channels, *(id for table in self.tables.values() for id in table)}

    @cached_property
    def is_open(self) -> bool:
        """Whether any article is not read to its end."""
        articles = self.tables["articles"].values()
        return bool(self.unread) or any(article["curation"] != "complete" for article in articles)


def words_of(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", text.casefold()), ""])


def grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    """The values of each key, in the order of the pairs."""
    groups = dict[str, list[Value]]()
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def facts_of(collection: Collection, row: Row) -> list[Row]:
    return [collection.facts[id] for id in row["facts"]]


def subjects(fact: Row) -> set[str]:
    return {id for name in SUBJECTS for id in fact[name]}


def ends(when: Row) -> tuple[date, date]:
    """The first and the last day of a date; of one that is open, all days."""
    first, last = when["earliest"], when["latest"]
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else (date.min, date.max)


# Voices


def body_of(collection: Collection, speaker: str) -> str:
    """For whom somebody speaks in the end."""
    if speaker not in collection.bodies:
        passed, above_it = list[str](), speaker
        while above_it and above_it not in passed:
            passed.append(above_it)
            above_it = next(above(collection, above_it, collection.by_speaker.get(above_it, ())), "")
        collection.bodies[speaker] = passed[-1] if passed else ""
    return collection.bodies[speaker]


def above(collection: Collection, id: str, facts: Sequence[Row] = ()) -> Iterator[str]:
    """The body and the state of an organ; of a leader, those of every office, the latest first.

    An office that had ended before all of the facts is none; nor is it one to be from a country.
    """
    organ, row = collection.tables["organisations"].get(id, {}), collection.tables["leaders"].get(id, {})
    yield from filter(None, (organ.get("part_of"), organ.get("country")))
    roles = sorted(row.get("roles", ()), key=lambda role: (role["when"]["earliest"] or "", role["title"]), reverse=True)
    times = [fact["when"] or collection.tables["articles"][fact["article"]]["published"] for fact in facts]
    for role in roles:
        if not times or not all(has_ended(role["when"], time) for time in times):
            yield from filter(None, (role["country"], role["organisation"]))


def has_ended(office: Row, time: Row) -> bool:
    """Whether an office had ended before a time; a single date says only that it was held then."""
    return "/" in office["date"] and ends(office)[1] < ends(time)[0]


def stands_for(collection: Collection, id: str, fact: Row) -> set[str]:
    """Everyone whose deed it is when somebody acts, at the time of a fact or of an event."""
    reached, waiting = set[str](), [id]
    while waiting:
        one = waiting.pop()
        waiting += [body for body in above(collection, one, [fact]) if body not in reached | {one}]
        reached.add(one)
    return reached


def parties(collection: Collection, texts: Iterable[str]) -> set[str]:
    """Whom texts name that are lists of names alone; `26 countries` is nobody who has a page."""
    return {
        name for text in texts for others, names in [beside_names(collection, text)] if not others for name in names
    }


def beside_names(collection: Collection, text: str) -> tuple[set[str], set[str]]:
    """The words of a text beside names, but for those that link these, and whom the names mean."""
    parts = collection.readers.names.parts(collection.readers.words.tokens(text))
    pieces = [piece for piece in collection.readers.names.pieces(parts) if piece.subject]
    taken = {spot for piece in pieces for spot in piece.span}
    others = {part.text.casefold() for spot, part in enumerate(parts) if spot not in taken}
    return others - {"a", "an", "and", "the"}, {piece.subject for piece in pieces}


def speaker_of(collection: Collection, fact: Row) -> str:
    """Who says it: a channel that is nobody's name is one of its article alone."""
    if fact["who"] or not fact["via"]:
        return str(fact["who"] or fact["article"])
    return str(fact["via"]) if parties(collection, [fact["via"]]) else f"{fact['via']} · {fact['article']}"


def are_one(collection: Collection, one: str, other: str) -> bool:
    """What is derived: “A body and its parts, an office and its holder, a group and its member are one voice.”"""
    return one_voice(collection, body_of(collection, one), body_of(collection, other))


def one_voice(collection: Collection, body: str, other: str) -> bool:
    """Whether one of two for whom somebody speaks belongs to the other."""
    return other in members(collection, body) or body in members(collection, other)


def members(collection: Collection, body: str) -> AbstractSet[str]:
    """A body, and those that belong to it, or to a group in it."""
    if ("members", body) not in collection.kept:
        reached, waiting = {body}, [body]
        while waiting:
            row = collection.tables["organisations"].get(waiting.pop(), {})
            waiting += {body_of(collection, member) for member in row.get("members", ())} - reached
            reached |= {*waiting}
        collection.kept["members", body] = reached
    found: AbstractSet[str] = collection.kept["members", body]
    return found


def origin(collection: Collection, article: str) -> str:
    """The agency or the newsroom where an article began; of two of which nobody knows it, each is its own.

    What an agency publishes is the agency's, unless another origin is known.
    """
    row = collection.tables["articles"][article]
    publisher = collection.tables["publishers"].get(row["publisher"] or "", {})
    is_own = row["origin"] == "own" or (row["origin"] == "unknown" and publisher.get("kind") == "agency")
    if is_own:
        return str(row["publisher"] or article)
    return article if row["origin"] == "unknown" else str(row["origin"])


def are_two(collection: Collection, row: Row, one: Row, other: Row) -> bool:
    """Whether two answers are of two articles that began in two places; of speakers, of two voices that have names.

    Several articles may also report what one speaker answers: that is said of an event.
    """
    is_of_speakers = collection.tables["questions"][row["about"]]["asks"] == "speakers"
    if not is_of_speakers or (row["subject"] != row["about"] and one["who"] == other["who"]):
        return origin(collection, one["article"]) != origin(collection, other["article"])
    return bool(one["who"] and other["who"]) and not are_one(collection, one["who"], other["who"])
