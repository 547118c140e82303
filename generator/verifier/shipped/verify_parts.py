"""Who took part, who commits, through whom something is known, and when it was, as the pages say."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from verify_collection import Collection, Row, beside_names, facts_of, parties, stands_for, subjects

HAPPENED = ("event", "meeting")  # kinds of facts that tell what happened
DENIAL = re.compile(
    r"\b(?:not|no|never|nobody|neither|nor|without|cannot|refus\w+|declin\w+|den(?:y|ie[ds])|avoid\w*|fail\w*|miss(?:ed|es)?"
    r"|left|leav\w+|absen\w+|kept|away)\b|n't\b",
    re.IGNORECASE,
)
FIRST_PERSON = {"i", "me", "we", "us", "je", "moi", "nous", "on"}
OWN_CHANNEL = re.compile(
    r"\bspokes(?:man|woman|person|people)\b|\bporte-parole\b|\b(?:his|her|its|their|son|sa|ses|leurs?)\b"
)
MEETINGS = ("summit", "meeting", "call", "talks", "visit")


# Roles and channels


def role(collection: Collection, row: Row) -> str:
    """What somebody is in a commitment or in an event."""
    if row["says"] in PARTS_IN_COMMITMENTS:
        if row["about"]:
            return "a commitment is of no event"
        whys = [commitment(collection, row, fact) for fact in facts_of(collection, row)]
        return next(filter(None, whys), "") if whys else "it rests on no fact"
    if not row["about"]:
        return "it is about no event"
    event = collection.tables["events"][row["about"]]
    if row["says"] == "place":
        if event["country"] != row["subject"]:
            return "it is not its place"
        return "" if row["facts"] == event["from"] else "other facts say so"
    if row["says"] == "acts":
        acting = [part for part in there(event) if row["subject"] in stands_for(collection, part["who"], event)]
        if not acting:
            return "it does not act in it"
        return "" if set(row["facts"]) == facts_behind(acting) else "other facts say so"
    if row["says"] == "met":
        return met(collection, event, row)
    return taken_part(event, row)


PARTS_IN_COMMITMENTS = ("made", "received", "announced", "named")


def commitment(collection: Collection, row: Row, fact: Row) -> str:
    """What is derived: “A commitment is that of its maker, and apart from it stand those to whom it is made and those
    who tell of it.”
    """
    if fact["kind"] != "commitment":
        return f"{fact['id']} is none"
    makers = makers_of(collection, fact)
    makes, gets = (
        any(row["subject"] in stands_for(collection, one, fact) for one in of)
        for of in (makers, parties(collection, fact["to"]))
    )
    tells = row["subject"] in stands_for(collection, fact["who"] or "", fact)
    is_theirs = {
        "made": makes and (tells or not (fact["who"] or fact["via"]) or is_told_by_its_own(collection, fact, makers)),
        "received": gets,
        "announced": tells and not makes,
        "named": makes or row["subject"] in subjects(fact),
    }
    return "" if is_theirs[row["says"]] else f"{fact['id']} is not {row['says']}"


def makers_of(collection: Collection, fact: Row) -> set[str]:
    """Whom `by` names, or else the speaker, who also is “we” and “I”."""
    speaker = {fact["who"]} - {None}
    read = [beside_names(collection, text) for text in fact["by"] or ()]
    named = {name for others, names in read if others <= FIRST_PERSON for name in names}
    is_speaker = not read or any(others and others <= FIRST_PERSON for others, _ in read)
    return named | speaker if is_speaker else named


def is_told_by_its_own(collection: Collection, fact: Row, makers: set[str]) -> bool:
    """Whether a channel without a speaker is named after those who act for the makers, or is a spokeswoman of nobody
    else whom the fact names.
    """
    names = beside_names(collection, fact["via"] or "")[1]
    if fact["who"] or not makers or not (names or OWN_CHANNEL.search((fact["via"] or "").casefold())):
        return False
    of_makers = {body for maker in makers for body in stands_for(collection, maker, fact)}
    return all(stands_for(collection, one, fact) & of_makers for one in names or {*fact["leaders"]})


def taken_part(event: Row, row: Row) -> str:
    """What is derived: “Whoever took part did so by facts, and a plan is no part;”"""
    own = next((part for part in event["participants"] if part["who"] == row["subject"]), None)
    if own is None or list(own["from"]) != list(row["facts"]):
        return "no fact says so"
    return "" if row["says"] == (own["how"] or "took-part") else f"it was {own['how'] or 'as reported'}"


def facts_behind(records: Iterable[Row]) -> set[str]:
    return {id for record in records for id in record["from"]}


def met(collection: Collection, event: Row, row: Row) -> str:
    """What is derived: “those meet whom one fact, or one article, has there together, and nobody meets whomever they
    act for.”
    """
    who = row["subject"]
    people = there(event) if event["kind"] in MEETINGS else []
    own = next((part for part in people if part["who"] == who), None)
    others = [part for part in people if own and part["who"] != who and are_together(collection, event, own, part)]
    if not own or not others:
        return "they are not reported to have been together there"
    return "" if set(row["facts"]) == facts_behind([own, *others]) else "other facts say so"


def are_together(collection: Collection, event: Row, one: Row, other: Row) -> bool:
    """Whether both parts rest on one fact, or one behind them names both and denies nothing, or one article tells of
    both as of what happened.
    """
    pair = {one["who"], other["who"]}
    acting = (stands_for(collection, one["who"], event), stands_for(collection, other["who"], event))
    if pair <= set(event["apart"]) or pair <= acting[0] or pair <= acting[1]:
        return False
    behind = [[collection.facts[id] for id in part["from"] if id in collection.facts] for part in (one, other)]
    naming = any(pair <= subjects(fact) and not DENIAL.search(fact["say"]) for fact in (*behind[0], *behind[1]))
    telling = [{fact["article"] for fact in facts if fact["kind"] in HAPPENED} for facts in behind]
    return naming or bool(telling[0] & telling[1] or {*one["from"]} & {*other["from"]} & collection.facts.keys())


def there(event: Row) -> list[Row]:
    """The parts in an event that are plainly reported: neither planned, nor told through a channel."""
    return [part for part in event["participants"] if part["how"] in (None, "by-video") and not part["channel"]]


def channel(collection: Collection, row: Row) -> str:
    """What is derived: “What is told in short keeps the channel of its facts.”"""
    told = [fact["via"] or fact["who"] for fact in facts_of(collection, row)]
    if row["about"]:
        parts = collection.tables["events"][row["about"]]["participants"]
        if not any(part["who"] == row["subject"] and set(row["facts"]) <= set(part["from"]) for part in parts):
            return "it took no part in it by these facts"
    elif row["subject"] not in row["facts"]:
        return "it is none of these facts"
    return "" if told and all(told) and row["says"] in told else "a fact has it without that channel"


# Time


def order(collection: Collection, row: Row) -> str:
    """What is derived: “What is known to a month or a year has no day: it stands beside what it is reported to have
    been before or after, or else after that time.”
    """
    fact, events = collection.facts.get(row["subject"]), collection.tables["events"]
    event = events.get((fact["event"] or "") if fact else row["subject"])
    if row["about"]:
        return "" if event and event.get(row["says"]) == row["about"] else "it is not reported to have been beside it"
    dated = (fact and fact["when"]) or (event and event["when"])
    if not dated:
        return "it has no date"
    wanted = position(dated["date"])
    return "" if not wanted or row["says"] == wanted else f"it stands {wanted}"


def position(written: str) -> str:
    """What has an open beginning was by its last day; a span lies between its days."""
    first, _, last = written.partition("/")
    ends, is_day = [last_day(end) for end in (first, last)], len(first.rstrip("~?%")) == len("2031-03-01")
    is_doubtful, is_span = bool(set(written) & set("~?%")), last not in ("", "..")
    if first == ".." or not is_day:
        day = ends[1] if first == ".." or (is_doubtful and is_span) else ends[0]
        return f"by {day}" if day else ""
    if last:
        return f"{'about' if is_doubtful else 'from'} {ends[0]}" + (f" to {ends[1]}" if is_span else "")
    return f"{'about' if is_doubtful else 'on'} {ends[0]}"


def last_day(written: str) -> date | None:
    """The last day of a year, a month or a day; a season or a decade is not repeated here."""
    found = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?", written)
    year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return date(year, month or 12, day or calendar.monthrange(year, month or 12)[1]) if found else None


def certainty(collection: Collection, row: Row) -> str:
    """What is derived: “A date is as certain as its weakest link: what is counted from a day that is inferred is
    inferred too.”
    """
    dated = collection.facts.get(row["subject"], {}).get("when")
    if row["about"] != (dated["event"] if dated else None):
        return "it is dated by another event"
    known = set(known_bases(collection, row["subject"], row["facts"]))
    return "" if row["says"] in known else f"it is {' or '.join(sorted(known)) or 'not dated'}"


def known_bases(collection: Collection, id: str, facts: Sequence[str]) -> Iterator[str]:
    """How the date of whatever has that id is known; an article and an event may have the same one."""
    if id in collection.facts and collection.facts[id]["when"]:
        fact = collection.facts[id]
        of_event = collection.tables["events"].get(fact["when"]["event"] or "")
        dated = (of_event["when"], of_event["from"]) if of_event else (fact["when"], [id])
        yield weakest(collection, *dated)
    if collection.has("events", id) and list(collection.tables["events"][id]["from"]) == list(facts):
        yield weakest(collection, collection.tables["events"][id]["when"], facts)
    if collection.has("articles", id) and not facts:
        yield basis_of_article(collection, id)
    for role in collection.tables["leaders"].get(id, {}).get("roles", ()):
        if list(role["from"]) == list(facts):
            is_given = role["when"]["basis"] == "stated"
            days = weakest(collection, {**role["when"], "because": None, "reckoned": "its day"}, facts)
            yield weakest(collection, role["when"], facts) if is_given or not facts else days


def weakest(collection: Collection, when: Row, facts: Sequence[str]) -> str:
    """Stated only where a fact says so without a reason of ours; reckoned only from stated days."""
    days = {basis_of_article(collection, collection.facts[id]["article"]) for id in facts}
    if not facts or (when["because"] and not when["reckoned"]):
        return "inferred"
    if when["reckoned"]:
        return "inferred" if "inferred" in days else "reckoned"
    return "stated"


def basis_of_article(collection: Collection, id: str) -> str:
    return "inferred" if collection.tables["articles"][id]["published"]["because"] else "stated"
