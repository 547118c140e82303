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

from verify_amounts import Answer, exclude, side_by_side, spelt, stated
from verify_articles import Readers
from verify_numbers import spaced

Row = Mapping[str, Any]
TABLES = ("articles", "leaders", "countries", "organisations", "publishers", "themes", "events", "questions")
SUBJECTS = ("leaders", "countries", "organisations", "themes")
MEETINGS = ("summit", "meeting", "call", "talks", "visit")
SPEECH = ("commitment", "demand", "position", "statement")  # of these a date is that of the saying
APART = timedelta(days=14)
WIDEST = timedelta(days=62)  # what is known less closely is of no certain time


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
    subject, on_it = row["subject"], bearing(collection, row["about"])
    if row["facts"] or any(subject in subjects(f) or is_of(collection, f, subject) for f in on_it):
        return "a fact of theirs bears on it"
    return "an article is not read to its end" if is_open(collection, row["subject"]) else ""


def unanswered(collection: Collection, row: Row) -> str:
    """Facts of the subject alone bear on what is asked, and none of them answers it, or tells of the event."""
    subject, about = row["subject"], row["about"]
    own = [f for f in bearing(collection, about) if subject in (f["article"], f["who"])]
    ids = {fact["id"] for fact in own}
    if not ids.issuperset(row["facts"]):
        return "a fact does not bear on it"
    told = telling(collection, collection.tables["events"][about]) if collection.has("events", about) else []
    answers = [fact["id"] for fact in own if about in fact["answers"] or fact in told]
    if answers:
        return f"{answers[0]} answers it, or tells of it"
    return "" if ids == set(row["facts"]) else "other facts bear on it too"


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


def is_of(collection: Collection, fact: Row, subject: str) -> bool:
    """Whether a fact is an article's, or stated with one voice with a speaker."""
    if collection.has("articles", subject):
        return bool(fact["article"] == subject)
    return bool(fact["who"]) and are_one(collection, fact["who"], subject)


def bearing(collection: Collection, about: str) -> list[Row]:
    """The facts that bear on a question, on an event, or on a theme or anybody else."""
    if collection.has("questions", about):
        asked = set(collection.tables["questions"][about]["about"])
        return [f for f in collection.facts.values() if about in f["answers"] or asked & subjects(f)]
    if collection.has("events", about):
        event = collection.tables["events"][about]
        themes = {theme for id in event["from"] for theme in collection.facts[id]["themes"]}
        return [*telling(collection, event), *(f for theme in themes for f in bearing(collection, theme))]
    questions = {id for id, row in collection.tables["questions"].items() if about in row["about"]}
    return [f for f in collection.facts.values() if about in subjects(f) or questions & f["answers"].keys()]


def telling(collection: Collection, event: Row) -> list[Row]:
    """The facts of an event or of one that may be the same, those that it rests on, and those that answer a question
    to the articles as these do, or call it by a name.
    """
    events = collection.tables["events"]
    same = {event["id"], *event["perhaps"], *(id for id, row in events.items() if event["id"] in row["perhaps"])}
    basis = {id for record in (event, *event["participants"], *event["summary"]) for id in record["from"]}
    tied = [fact for id, fact in collection.facts.items() if fact["event"] in same or id in basis]
    asked = {q for f in tied for q in f["answers"] if collection.tables["questions"][q]["asks"] == "sources"}
    names = [words_of(name) for id in same for name in (events[id]["name"], *events[id]["aliases"])]
    return [
        fact
        for fact in collection.facts.values()
        if fact in tied or asked & fact["answers"].keys() or any(name in words_of(fact["say"]) for name in names)
    ]


def words_of(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", text.casefold()), ""])


def subjects(fact: Row) -> set[str]:
    return {id for name in SUBJECTS for id in fact[name]}


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


# Agreement, difference, development


def agreement(collection: Collection, row: Row) -> str:
    """What is derived: “Agreement is the same answer to the same question in two voices;”"""
    facts, answers = facts_of(collection, row), answers_of(collection, row["about"])
    if any(fact["id"] not in answers for fact in facts):
        return "a fact does not answer it"
    if len({answers[fact["id"]].form for fact in facts}) != 1:
        return "the answers are not the same"
    if collection.has("events", row["subject"]) and all(fact["event"] != row["subject"] for fact in facts):
        return "no fact is of that event"
    if not any(are_two(collection, row, *two) for two in combinations(facts, 2)):
        return "it is one voice"
    return "" if row["says"] == wording_of(collection, row, "") else "its facts answer otherwise"


def difference(collection: Collection, row: Row) -> str:
    """What is derived: “Answers differ where they exclude one another and are of one time;”"""
    if not excludes(collection, row["about"]):
        return "its answers need not exclude one another"
    answers, times = answers_of(collection, row["about"]), times_of(collection, row["about"])
    apart = [
        (one, other)
        for one, other in combinations(facts_of(collection, row), 2)
        if exclude(answers[one["id"]], answers[other["id"]]) and any({one["id"], other["id"]} <= time for time in times)
    ]
    if not apart:
        return "no two answers of one time exclude one another"
    is_of_sources = collection.tables["questions"][row["about"]]["asks"] == "sources"
    if not is_of_sources and all(is_one_side(collection, *two) for two in apart):
        return "it is one voice"
    return "" if row["says"] == wording_of(collection, row, " ≠ ") else "its facts answer otherwise"


def is_one_side(collection: Collection, one: Row, other: Row) -> bool:
    """Whether two speakers are one voice, or one channel."""
    if one["who"] and other["who"]:
        return are_one(collection, one["who"], other["who"])
    return bool(one["who"] == other["who"] and one["via"] == other["via"])


def compatible(collection: Collection, row: Row) -> str:
    """Answers in other words, which need not exclude one another."""
    answers = answers_of(collection, row["about"])
    given = [answers[fact["id"]] for fact in facts_of(collection, row)]
    if excludes(collection, row["about"]) and any(exclude(*two) for two in combinations(given, 2)):
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
    pairs, answers = list(combinations(facts, 2)), answers_of(collection, question["id"])
    if len({answers[fact["id"]].form for fact in facts}) < 2:
        of = {fact["article"] if question["asks"] == "sources" else fact["who"] or fact["via"] for fact in facts}
        if any(is_second_voice(collection, question, *two) for two in pairs):
            return "agree"
        return "repeated" if len(of) > 1 else "single" if of else "silent"
    if question["wording"] or question["compatible"]:
        return "wording" if question["wording"] else "compatible"
    times = times_of(collection, question["id"])
    dated = {id for time in times for id in time}
    ids = [{fact["id"] for fact in two} for two in pairs]
    apart = [(two, of) for two, of in zip(pairs, ids, strict=True) if exclude(*(answers[id] for id in of))]
    of_one_time = [two for two, of in apart if any(of <= time for time in times)]
    if of_one_time:
        return "within" if all(are_within_one(collection, question, *two) for two in of_one_time) else "differ"
    return "development" if any(of <= dated for _, of in apart) else "compatible"


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
    answers = answers_of(collection, row["about"])
    for fact in facts_of(collection, row):
        if row["about"] in fact["answers"]:
            firsts.setdefault(answers[fact["id"]].form, fact["answers"][row["about"]])
    return between.join(firsts.values())


def development(collection: Collection, row: Row) -> str:
    """What is derived: “what is answered at another time is a development, if it excludes the other.”"""
    about, own = row["about"], set(row["facts"])
    if not excludes(collection, about):
        return "its answers need not exclude one another"
    answers, times = answers_of(collection, about), times_of(collection, about)
    of_time = [time for time in times if time & own]
    if len(of_time) != 1 or not own <= of_time[0] or len(times) < 2:
        return "it is of no other time"
    if row["says"] != wording_of(collection, row, "; "):
        return "its facts answer otherwise"
    others = {id for time in times if time != of_time[0] for id in time}
    if row["subject"] != about:  # a fact, or a speaker
        others = {id for id in others if row["subject"] in (id, collection.facts[id]["who"])}
    return "" if any(exclude(answers[one], answers[id]) for one in own for id in others) else "nothing changed"


def excludes(collection: Collection, question: str) -> bool:
    row = collection.tables["questions"][question]
    return not (row["compatible"] or row["wording"])


def answers_of(collection: Collection, question: str) -> dict[str, Answer]:
    """What is derived: “amounts are compared by the numbers that they may be, so that *more than 26* excludes *26*, and
    *at least 26* does not.”
    """
    given = {id: fact["answers"][question] for id, fact in collection.facts.items() if question in fact["answers"]}
    return side_by_side({id: answer_as_stated(collection, answer) for id, answer in given.items()})


def answer_as_stated(collection: Collection, answer: str) -> Answer:
    text, readers = spelt(answer), collection.readers
    return stated(readers.numbers.reader, text, spaced(readers.words.tokens(text)))


def times_of(collection: Collection, question: str) -> list[set[str]]:
    """What is derived: “between two times lie more than two weeks, and”"""
    answers = [fact for fact in collection.facts.values() if question in fact["answers"]]
    times: list[set[str]] = []
    reached = date.min
    dates = [(span(collection, question, fact, answers), fact["id"]) for fact in answers]
    for (first, last), id in sorted(entry for entry in dates if is_certain(*entry[0])):
        if not times or first - reached > APART:
            times.append(set())
        reached = max(reached, last)
        times[-1].add(id)
    return times


def span(collection: Collection, question: str, fact: Row, answers: Iterable[Row]) -> tuple[date, date]:
    """When a speaker answered, or when what the articles tell was; else the day of the article."""
    articles = collection.tables["articles"]
    published, when = articles[fact["article"]]["published"], fact["when"]
    if collection.tables["questions"][question]["asks"] == "speakers":
        is_reported = (fact["who"] or fact["via"]) and fact["kind"] not in SPEECH
        return ends(when if when and not is_reported else published)
    if fact["event"]:
        of_event = collection.tables["events"][fact["event"]]["when"]
        first, last = ends(of_event)
        if of_event["precision"] in ("day", "month") and is_certain(first, last):
            return first, last
        return min(
            ends(articles[other["article"]]["published"]) for other in answers if other["event"] == fact["event"]
        )
    return ends(when or published)


def is_certain(first: date, last: date) -> bool:
    """What is derived: “What is known less closely than to two months is of no certain time, and is set against
    nothing.”

    An open date is known less closely.
    """
    return last - first <= WIDEST


def ends(when: Row) -> tuple[date, date]:
    """The first and the last day of a date; of one that is open, all days."""
    first, last = when["earliest"], when["latest"]
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else (date.min, date.max)


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
        acting = [part for part in there(event) if row["subject"] in stands_for(collection, part["who"], event)]
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
    makes, gets = (
        any(row["subject"] in stands_for(collection, one, fact) for one in of)
        for of in (makers, parties(collection, fact["to"]))
    )
    tells = row["subject"] in stands_for(collection, fact["who"] or "", fact)
    is_theirs = {
        "made": makes and (tells or not (fact["who"] or fact["via"])),
        "received": gets,
        "announced": tells and not makes,
        "named": makes or row["subject"] in subjects(fact),
    }
    return "" if is_theirs[row["says"]] else f"{fact['id']} is not {row['says']}"


def parties(collection: Collection, texts: Iterable[str]) -> set[str]:
    """Whom texts name that are lists of names alone; `26 countries` is nobody who has a page."""
    named = set[str]()
    for text in texts:
        parts = collection.readers.names.parts(collection.readers.words.tokens(text))
        pieces = [piece for piece in collection.readers.names.pieces(parts) if piece.subject]
        taken = {spot for piece in pieces for spot in piece.span}
        others = {part.text.casefold() for spot, part in enumerate(parts) if spot not in taken}
        named |= {piece.subject for piece in pieces} if others <= {"a", "an", "and", "the"} else set()
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
    people = there(event) if event["kind"] in MEETINGS else []
    who = row["subject"]
    others = [part for part in people if part["who"] != who and not {part["who"], who} <= set(event["apart"])]
    if who not in {part["who"] for part in people} or not others:
        return "they are not reported to have been together there"
    return "" if set(row["facts"]) == facts_behind(people) else "other facts say so"


def there(event: Row) -> list[Row]:
    """The parts in an event that are plainly reported: neither planned, nor told through a channel."""
    return [part for part in event["participants"] if part["how"] in (None, "by-video") and not part["channel"]]


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
