"""What the pages say of several facts, or of there being none: whether it follows from the data, kind by kind.

The data of facts, articles and events are held against their articles elsewhere; here they are believed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from itertools import combinations
from typing import Any, NamedTuple

from verify_articles import Readers

Row = Mapping[str, Any]
TABLES = ("articles", "leaders", "countries", "organisations", "publishers", "themes", "events", "questions")
SUBJECTS = ("leaders", "countries", "organisations", "themes")
MEETINGS = ("summit", "meeting", "call", "talks", "visit")
SPEECH = ("commitment", "demand", "position", "statement")  # of these a date is that of the saying
APART = timedelta(days=14)


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


# Silence


def silence(collection: Collection, row: Row) -> str:
    """What is derived: “Silence is said only of an article that is read to its end, or of a speaker where all articles
    are, and only if no fact of theirs bears on what is asked.”
    """
    own = own_facts(collection, row["subject"], bearing(collection, row["about"]))
    if own or row["facts"]:
        return "a fact of theirs bears on it"
    return "an article is not read to its end" if is_open(collection, row["subject"]) else ""


def unanswered(collection: Collection, row: Row) -> str:
    """Facts of the subject, or of that voice, bear on what is asked, and none of the subject answers it."""
    own = own_facts(collection, row["subject"], bearing(collection, row["about"]))
    if not {fact["id"] for fact in own}.issuperset(row["facts"]):
        return "a fact does not bear on it"
    answers = [f["id"] for f in own if row["about"] in f["answers"] and row["subject"] in (f["article"], f["who"])]
    if answers:
        return f"{answers[0]} answers it"
    return "" if len(own) == len(row["facts"]) else "other facts bear on it too"


def partly_read(collection: Collection, row: Row) -> str:
    """What is not read to its end claims nothing."""
    if row["facts"]:
        return "it rests on no fact"
    return "" if is_open(collection, row["subject"]) else "all is read to its end"


def unread(collection: Collection, row: Row) -> str:
    """An article that nobody has read is in no table, and has a page that says so."""
    if row["facts"] or row["pages"] != [f"articles/{row['subject']}.html"]:
        return "it is said on the page of an article, and rests on no fact"
    return "it has been read" if collection.has("articles", row["subject"]) else ""


def is_open(collection: Collection, subject: str) -> bool:
    """Whether that article, or of a speaker any, is not read to its end."""
    articles = collection.tables["articles"]
    if subject in articles:
        return bool(articles[subject]["curation"] != "complete")
    return bool(collection.unread) or any(article["curation"] != "complete" for article in articles.values())


def own_facts(collection: Collection, subject: str, facts: Iterable[Row]) -> list[Row]:
    """The facts of an article, or those that a speaker states with one voice."""
    if collection.has("articles", subject):
        return [fact for fact in facts if fact["article"] == subject]
    return [fact for fact in facts if fact["who"] and are_one(collection, fact["who"], subject)]


def bearing(collection: Collection, about: str) -> list[Row]:
    """The facts that bear on a question, on an event, or on a theme or anybody else."""
    if collection.has("questions", about):
        asked = set(collection.tables["questions"][about]["about"])
        return [f for f in collection.facts.values() if about in f["answers"] or asked & subjects(f)]
    if collection.has("events", about):
        return bearing_on_event(collection, collection.tables["events"][about])
    return [fact for fact in collection.facts.values() if about in subjects(fact)]


def bearing_on_event(collection: Collection, event: Row) -> list[Row]:
    """Its facts, those that it rests on, and what shares a theme or a question with these; so of another event that
    may be the same one.
    """
    events = collection.tables["events"]
    same = {event["id"], *event["perhaps"], *(id for id, row in events.items() if event["id"] in row["perhaps"])}
    basis = {id for record in (event, *event["participants"], *event["summary"]) for id in record["from"]}
    tied = [fact for id, fact in collection.facts.items() if fact["event"] in same or id in basis]
    themes = {theme for id in event["from"] for theme in collection.facts[id]["themes"]}
    asked = {q for f in tied for q in f["answers"] if collection.tables["questions"][q]["asks"] == "sources"}
    return [
        fact
        for fact in collection.facts.values()
        if fact in tied or themes & set(fact["themes"]) or asked & fact["answers"].keys()
    ]


def subjects(fact: Row) -> set[str]:
    return {id for name in SUBJECTS for id in fact[name]}


# Voices


def body_of(collection: Collection, speaker: str) -> str:
    """For whom somebody speaks in the end."""
    passed: list[str] = []
    while speaker and speaker not in passed:
        passed.append(speaker)
        speaker = next(above(collection, speaker), "")
    return passed[-1] if passed else ""


def above(collection: Collection, id: str) -> Iterator[str]:
    """The body and the state of an organ; the country of a leader, and those of every office, the latest first."""
    row = collection.tables["organisations"].get(id) or collection.tables["leaders"].get(id) or {}
    yield from filter(None, (row.get("part_of"), row.get("country")))
    roles = sorted(row.get("roles", ()), key=lambda role: (role["when"]["earliest"] or "", role["title"]), reverse=True)
    for role in roles:
        yield from filter(None, (role["organisation"], role["country"]))


def stands_for(collection: Collection, id: str) -> set[str]:
    """Everyone whose deed it is when somebody acts."""
    reached, waiting = set[str](), [id]
    while waiting:
        one = waiting.pop()
        waiting += [body for body in above(collection, one) if body not in reached | {one}]
        reached.add(one)
    return reached


def are_one(collection: Collection, one: str, other: str) -> bool:
    """What is derived: “A body and its parts, an office and its holder, a group and its member are one voice.”"""
    bodies = [body_of(collection, id) for id in (one, other)]
    return bodies[0] == bodies[1] or any(
        body_of(collection, member) == second
        for first, second in (bodies, bodies[::-1])
        for member in collection.tables["organisations"].get(first, {}).get("members", ())
    )


def origin(collection: Collection, article: str) -> str:
    """The agency or the newsroom where an article began; of two of which nobody knows it, each is its own."""
    row = collection.tables["articles"][article]
    return str({"own": row["publisher"] or article, "unknown": article}.get(row["origin"], row["origin"]))


def are_two(collection: Collection, one: Row, other: Row) -> bool:
    """Whether two answers are of two articles that began in two places, or of two voices that have names."""
    if origin(collection, one["article"]) != origin(collection, other["article"]):
        return True
    return bool(one["who"] and other["who"]) and not are_one(collection, one["who"], other["who"])


# Agreement, difference, development


def agreement(collection: Collection, row: Row) -> str:
    """What is derived: “Agreement is the same answer to the same question in two voices; amounts are compared by what
    they are worth.”
    """
    facts = facts_of(collection, row)
    if any(row["about"] not in fact["answers"] for fact in facts):
        return "a fact does not answer it"
    if len({answer_of(collection, row["about"], fact) for fact in facts}) != 1:
        return "the answers are not the same"
    if not any(are_two(collection, *two) for two in combinations(facts, 2)):
        return "it is one voice"
    return "" if row["says"] == wording_of(collection, row, "") else "its facts answer otherwise"


def difference(collection: Collection, row: Row) -> str:
    """What is derived: “Answers differ where they exclude one another and are of one time;”"""
    question, facts = collection.tables["questions"][row["about"]], facts_of(collection, row)
    if question["compatible"] or question["wording"]:
        return "its answers need not exclude one another"
    apart = [
        two
        for two in combinations(facts, 2)
        if answer_of(collection, row["about"], two[0]) != answer_of(collection, row["about"], two[1])
    ]
    times = times_of(collection, row["about"])
    if not any({one["id"], other["id"]} <= time for one, other in apart for time in times):
        return "no two answers of one time are different"
    return "" if row["says"] == wording_of(collection, row, " ≠ ") else "its facts answer otherwise"


def compatible(collection: Collection, row: Row) -> str:
    """Answers in other words, which need not exclude one another."""
    found = verdict_of(collection, collection.tables["questions"][row["about"]], facts_of(collection, row))
    if found not in ("compatible", "wording"):
        return "its answers exclude one another"
    return "" if row["says"] == wording_of(collection, row, " ≠ ") else "its facts answer otherwise"


def verdict(collection: Collection, row: Row) -> str:
    """How these answers stand to one another, all together."""
    if any(row["about"] not in fact["answers"] for fact in facts_of(collection, row)):
        return "a fact does not answer it"
    found = verdict_of(collection, collection.tables["questions"][row["about"]], facts_of(collection, row))
    return "" if row["says"] == found else f"it is {found}"


def verdict_of(collection: Collection, question: Row, facts: Sequence[Row]) -> str:
    """By the name that questions have for it in the data."""
    pairs = list(combinations(facts, 2))
    apart = [two for two in pairs if len({answer_of(collection, question["id"], fact) for fact in two}) > 1]
    if not apart:
        of = {fact["article"] if question["asks"] == "sources" else fact["who"] or fact["via"] for fact in facts}
        if any(is_second_voice(collection, question, *two) for two in pairs):
            return "agree"
        return "repeated" if len(of) > 1 else "single" if of else "silent"
    if question["wording"] or question["compatible"]:
        return "wording" if question["wording"] else "compatible"
    times = times_of(collection, question["id"])
    of_one_time = [two for two in apart if any({fact["id"] for fact in two} <= time for time in times)]
    if not of_one_time:
        return "development"
    return "within" if all(are_within_one(collection, question, *two) for two in of_one_time) else "differ"


def is_second_voice(collection: Collection, question: Row, one: Row, other: Row) -> bool:
    """Whether two who answer alike are an agreement: of articles by origin, of speakers only where both have names."""
    if question["asks"] == "sources":
        return origin(collection, one["article"]) != origin(collection, other["article"])
    return bool(one["who"] and other["who"]) and not are_one(collection, one["who"], other["who"])


def are_within_one(collection: Collection, question: Row, one: Row, other: Row) -> bool:
    """Whether two answers stand inside one article, or are of one speaker or channel, or of one body."""
    if question["asks"] == "sources":
        return bool(one["article"] == other["article"])
    voices = [fact["who"] or fact["via"] or fact["article"] for fact in (one, other)]
    return are_one(collection, *voices)


def wording_of(collection: Collection, row: Row, between: str) -> str:
    """The answers of the facts of a statement, each in the words in which it stands first."""
    firsts: dict[str, str] = {}
    for fact in facts_of(collection, row):
        if row["about"] in fact["answers"]:
            firsts.setdefault(answer_of(collection, row["about"], fact), fact["answers"][row["about"]])
    return between.join(firsts.values())


def development(collection: Collection, row: Row) -> str:
    """What is derived: “what is answered at another time is a development.”"""
    times, own = times_of(collection, row["about"]), set(row["facts"])
    if sum(bool(time & own) for time in times) != 1 or len(times) < 2:
        return "it is of no other time"
    if row["says"] != wording_of(collection, row, "; "):
        return "its facts answer otherwise"
    if not collection.has("leaders", row["subject"]):
        return ""
    said: dict[bool, set[str]] = {True: set(), False: set()}  # at this time, and at others
    for fact in collection.facts.values():
        if fact["who"] == row["subject"] and row["about"] in fact["answers"]:
            time = next(time for time in times if fact["id"] in time)
            said[bool(time & own)].add(answer_of(collection, row["about"], fact))
    return "" if said[False] and said[True] != said[False] else "nothing changed"


def answer_of(collection: Collection, question: str, fact: Row) -> str:
    """An answer as it is compared: its figures by their forms, and its other words."""
    readers, answer = collection.readers, fact["answers"][question]
    tokens = readers.words.tokens(answer)
    figures = [figure for figure in readers.numbers.read(tokens) if not figure.is_unread]
    taken = {spot for figure in figures for spot in range(figure.start, figure.end)}
    others = [token[0].casefold() for spot, token in enumerate(tokens) if spot not in taken]
    return " ".join([*(figure.form for figure in figures), *others]) if figures else " ".join(answer.casefold().split())


def times_of(collection: Collection, question: str) -> list[set[str]]:
    """What is derived: “between two times lie more than two weeks, and”"""
    answers = [fact for fact in collection.facts.values() if question in fact["answers"]]
    times: list[set[str]] = []
    end = date.min
    for (first, last), id in sorted((span(collection, question, fact, answers), fact["id"]) for fact in answers):
        if not times or first - end > APART:
            times.append(set())
        end = max(end, last)
        times[-1].add(id)
    return times


def span(collection: Collection, question: str, fact: Row, answers: Iterable[Row]) -> tuple[date, date]:
    """When a speaker answered, or when what the articles tell of was; else the day of the article."""
    articles = collection.tables["articles"]
    when = articles[fact["article"]]["published"]
    if collection.tables["questions"][question]["asks"] == "speakers":
        is_reported = (fact["who"] or fact["via"]) and fact["kind"] not in SPEECH
        when = fact["when"] if fact["when"] and not is_reported else when
    elif fact["event"]:
        of_event = collection.tables["events"][fact["event"]]["when"]
        told = [articles[other["article"]]["published"] for other in answers if other["event"] == fact["event"]]
        is_known = of_event["precision"] in ("day", "month") and of_event["earliest"] and of_event["latest"]
        when = of_event if is_known else min(told, key=ends)
    return ends(when)


def ends(when: Row) -> tuple[date, date]:
    first, last = when["earliest"], when["latest"]
    return date.fromisoformat(first) if first else date.min, date.fromisoformat(last) if last else date.max


# Roles and channels


def role(collection: Collection, row: Row) -> str:
    """What somebody is in a commitment or in an event."""
    if row["says"] in PARTS_IN_COMMITMENTS:
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
        acting = [part for part in event["participants"] if row["subject"] in stands_for(collection, part["who"])]
        if not acting:
            return "it does not act in it"
        return "" if set(row["facts"]) == facts_behind(acting) else "other facts say so"
    if row["says"] == "met":
        return met(event, row)
    return taken_part(event, row)


PARTS_IN_COMMITMENTS = ("made", "received", "announced", "named")


def commitment(collection: Collection, row: Row, fact: Row) -> str:
    """What is derived: “A commitment is that of its maker, and apart from it stand those to whom it is made and those
    who tell of it.”
    """
    if fact["kind"] != "commitment":
        return f"{fact['id']} is none"
    makers = parties(collection, fact["by"]) if fact["by"] else {fact["who"]} - {None}
    is_made = any(row["subject"] in stands_for(collection, maker) for maker in makers)
    is_theirs = {
        "made": is_made,
        "received": any(row["subject"] in stands_for(collection, one) for one in parties(collection, fact["to"])),
        "announced": not is_made and row["subject"] in stands_for(collection, fact["who"] or ""),
        "named": row["subject"] in subjects(fact),
    }
    return "" if is_theirs[row["says"]] else f"{fact['id']} is not {row['says']}"


def parties(collection: Collection, texts: Iterable[str]) -> set[str]:
    """Whom texts name that are names alone; `26 countries` is nobody who has a page."""
    named = set[str]()
    for text in texts:
        parts = collection.readers.names.parts(collection.readers.words.tokens(text))
        pieces = [piece for piece in collection.readers.names.pieces(parts) if piece.subject]
        taken = {spot for piece in pieces for spot in piece.span}
        others = {part.text.casefold() for spot, part in enumerate(parts) if spot not in taken}
        named |= {piece.subject for piece in pieces} if others <= set(collection.readers.words.small_words) else set()
    return named


def taken_part(event: Row, row: Row) -> str:
    """What is derived: “Whoever took part did so by facts, and a plan is no part;”"""
    own = next((part for part in event["participants"] if part["who"] == row["subject"]), None)
    if own is None or list(own["from"]) != list(row["facts"]):
        return "no fact says so"
    return "" if row["says"] == (own["how"] or "took-part") else f"it was {own['how'] or 'as reported'}"


def facts_behind(records: Iterable[Row]) -> set[str]:
    return {id for record in records for id in record["from"]}


def met(event: Row, row: Row) -> str:
    """What is derived: “those meet who are reported to have been together in one place.”"""
    if event["kind"] not in MEETINGS or event["apart"]:
        return "nobody is reported to have been there together"
    there = [part for part in event["participants"] if part["how"] not in ("planned", "place-not-stated")]
    if row["subject"] not in {part["who"] for part in there} or len(there) < 2:
        return "they are not reported to have been there"
    return "" if set(row["facts"]) == facts_behind(there) else "other facts say so"


def channel(collection: Collection, row: Row) -> str:
    """What is derived: “What is told in short keeps the channel of its facts.”"""
    told = [fact["via"] or fact["who"] for fact in facts_of(collection, row)]
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
    first, _, last = dated["date"].partition("/")
    day = last_day(last if first == ".." else first)
    is_day = len(first.rstrip("~?%")) == len("2031-03-01")
    how = "until" if first == ".." else "by" if not is_day else "about" if first[-1] in "~?%" else "on"
    return "" if day is None or row["says"] == f"{how} {day}" else f"it stands {how} {day}"


def last_day(written: str) -> date | None:
    """The last day of a year, a month or a day; a season or a decade is not repeated here."""
    found = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?", written)
    year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return date(year, month or 12, day or calendar.monthrange(year, month or 12)[1]) if found else None


def certainty(collection: Collection, row: Row) -> str:
    """What is derived: “A date is as certain as its weakest link: what is counted from a day that is inferred is
    inferred too.”
    """
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
            yield weakest(collection, role["when"], facts)


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


RULES: Mapping[str, Callable[[Collection, Row], str]] = {
    "silence": silence,
    "unanswered": unanswered,
    "unread": unread,
    "partly-read": partly_read,
    "agreement": agreement,
    "difference": difference,
    "development": development,
    "compatible": compatible,
    "verdict": verdict,
    "role": role,
    "channel": channel,
    "order": order,
    "certainty": certainty,
}
