"""The tables of the data by the ids of their rows, and who speaks for whom in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, NamedTuple

from verify_articles import Readers

Row = Mapping[str, Any]
TABLES = ("articles", "leaders", "countries", "organisations", "publishers", "themes", "events", "questions")
SUBJECTS = ("leaders", "countries", "organisations", "themes")


class Collection(NamedTuple):
    """Every table by the ids of its rows."""

    readers: Readers
    facts: Mapping[str, Row]
    tables: Mapping[str, Mapping[str, Row]]
    unread: AbstractSet[str]  # articles that are in no table, because nobody has read them

    def has(self, table: str, id: str) -> bool:
        return id in self.tables[table]


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
    passed: list[str] = []
    while speaker and speaker not in passed:
        passed.append(speaker)
        said = [fact for fact in collection.facts.values() if fact["who"] == speaker]
        speaker = next(above(collection, speaker, said), "")
    return passed[-1] if passed else ""


def above(collection: Collection, id: str, facts: Sequence[Row] = ()) -> Iterator[str]:
    """The body and the state of an organ; the country of a leader, and those of every office, the latest first.

    An office that had ended before all of the facts is none.
    """
    row = collection.tables["organisations"].get(id) or collection.tables["leaders"].get(id) or {}
    yield from filter(None, (row.get("part_of"), row.get("country")))
    roles = sorted(row.get("roles", ()), key=lambda role: (role["when"]["earliest"] or "", role["title"]), reverse=True)
    times = [fact["when"] or collection.tables["articles"][fact["article"]]["published"] for fact in facts]
    for role in roles:
        if not times or not all(has_ended(role["when"], time) for time in times):
            yield from filter(None, (role["organisation"], role["country"]))


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


def are_one(collection: Collection, one: str, other: str) -> bool:
    """What is derived: “A body and its parts, an office and its holder, a group and its member are one voice.”"""
    bodies = [body_of(collection, id) for id in (one, other)]
    return any(second in members(collection, first) for first, second in (bodies, bodies[::-1]))


def members(collection: Collection, body: str) -> set[str]:
    """A body, and those that belong to it, or to a group in it."""
    reached, waiting = {body}, [body]
    while waiting:
        row = collection.tables["organisations"].get(waiting.pop(), {})
        waiting += {body_of(collection, member) for member in row.get("members", ())} - reached
        reached |= {*waiting}
    return reached


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
