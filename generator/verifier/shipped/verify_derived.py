"""What the pages say of several facts, or of there being none: whether it follows from the data, kind by kind.

The data of facts, articles and events are held against their articles elsewhere; here they are believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from verify_collection import Collection, Row, are_one, subjects
from verify_comparisons import agreement, compatible, development, difference, verdict
from verify_parts import certainty, channel, order, role


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
