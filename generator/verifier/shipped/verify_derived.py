"""What the pages say of several facts, or of there being none: whether it follows from the data, kind by kind.

The data of facts, articles and events are held against their articles elsewhere; here they are believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from verify_collection import Collection, Row, body_of, grouped, one_voice, subjects, words_of
from verify_comparisons import agreement, compatible, development, difference, verdict
from verify_parts import certainty, channel, order, role


def silence(collection: Collection, row: Row) -> str:
    """What is derived: “Silence is said only of an article that is read to its end, or of a speaker where all articles
    are, and only if no fact of theirs bears on what is asked.”
    """
    if row["facts"] or is_theirs(collection, row["subject"], row["about"]):
        return "a fact of theirs bears on it"
    if row["about"] in themes_named_in(collection, row["subject"]):
        return "a passage of its names the theme"
    return "an article is not read to its end" if is_open(collection, row["subject"]) else ""


def themes_named_in(collection: Collection, article: str) -> AbstractSet[str]:
    """The themes of which a passage of an article has the name or a keyword; of the last word there may be several."""
    if ("named", article) not in collection.kept:
        own = collection.by_article.get(article, ())
        runs = "\n".join(words_of(passage["text"]) for fact in own for passage in fact["passages"])
        found = frozenset(
            id
            for id, theme in collection.tables["themes"].items()
            if any(stand(words_of(name).rstrip(), runs) for name in (theme["name"], *theme["keywords"]))
        )
        collection.kept["named", article] = found
    named: AbstractSet[str] = collection.kept["named", article]
    return named


def stand(run: str, runs: str) -> bool:
    return bool(run) and any(f"{run}{ending} " in runs for ending in ("", "s", "es", "x"))


def unanswered(collection: Collection, row: Row) -> str:
    """Facts of the subject alone bear on what is asked, and none of them answers it, or tells of the event."""
    about, own = row["about"], bearing_of(collection, row["subject"], row["about"])
    ids = {fact["id"] for fact in own}
    if not ids.issuperset(row["facts"]):
        return "a fact does not bear on it"
    told = telling_of(collection, about) if collection.has("events", about) else frozenset[str]()
    answers = [fact["id"] for fact in own if about in fact["answers"] or fact["id"] in told]
    if answers:
        return f"{answers[0]} answers it, or tells of it"
    return "" if ids == set(row["facts"]) else "other facts bear on it too"


def bearing_of(collection: Collection, subject: str, about: str) -> list[Row]:
    """The facts of an article, or those that a speaker says, which bear on something."""
    if ("own", about) not in collection.kept:
        pairs = ((id, fact) for fact in bearing(collection, about) for id in {fact["article"], fact["who"]})
        collection.kept["own", about] = grouped(pairs)
    own: Mapping[str, list[Row]] = collection.kept["own", about]
    return own.get(subject, [])


def telling_of(collection: Collection, event: str) -> AbstractSet[str]:
    if ("telling", event) not in collection.kept:
        facts = telling(collection, collection.tables["events"][event])
        collection.kept["telling", event] = frozenset(fact["id"] for fact in facts)
    told: AbstractSet[str] = collection.kept["telling", event]
    return told


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
    return bool(articles[subject]["curation"] != "complete") if subject in articles else collection.is_open


class Whose(NamedTuple):
    """Whose facts bear on something."""

    subjects: AbstractSet[str]  # whom they are about
    articles: AbstractSet[str]
    bodies: AbstractSet[str]  # for whom those speak who say them


def is_theirs(collection: Collection, subject: str, about: str) -> bool:
    """Whether a fact that bears on it is about the subject, an article's, or stated with one voice with a speaker."""
    if ("whose", about) not in collection.kept:
        facts = bearing(collection, about)
        bodies = {body_of(collection, fact["who"]) for fact in facts if fact["who"]}
        named = {id for fact in facts for id in subjects(fact)}
        collection.kept["whose", about] = Whose(named, {fact["article"] for fact in facts}, bodies)
    whose: Whose = collection.kept["whose", about]
    if collection.has("articles", subject):
        return subject in whose.subjects or subject in whose.articles
    body = body_of(collection, subject)
    return subject in whose.subjects or any(one_voice(collection, body, other) for other in whose.bodies)


def bearing(collection: Collection, about: str) -> list[Row]:
    """The facts that bear on a question, on an event, or on a theme or anybody else, found once for each."""
    if ("bearing", about) not in collection.kept:
        collection.kept["bearing", about] = [*found_bearing(collection, about)]
    bearing: list[Row] = collection.kept["bearing", about]
    return bearing


def found_bearing(collection: Collection, about: str) -> Iterator[Row]:
    if collection.has("questions", about):
        asked = {*collection.tables["questions"][about]["about"]}
        on_it = (fact for subject in asked for fact in collection.by_subject.get(subject, ()))
        yield from collection.in_order([*collection.by_question.get(about, ()), *on_it])
    elif collection.has("events", about):
        event = collection.tables["events"][about]
        themes = {theme for id in event["from"] for theme in collection.facts[id]["themes"]}
        yield from telling(collection, event)
        yield from (fact for theme in themes for fact in bearing(collection, theme))
    else:
        questions = collection.questions_about.get(about, ())
        answers = (fact for question in questions for fact in collection.by_question.get(question, ()))
        yield from collection.in_order([*collection.by_subject.get(about, ()), *answers])


def telling(collection: Collection, event: Row) -> list[Row]:
    """The facts of an event or of one that may be the same, those that it rests on, and those that answer a question
    to the articles as these do, or call it by a name.
    """
    events = collection.tables["events"]
    same = {event["id"], *event["perhaps"], *collection.perhaps.get(event["id"], ())}
    basis = {id for record in (event, *event["participants"], *event["summary"]) for id in record["from"]}
    tied = [fact for id in same for fact in collection.by_event.get(id, ())]
    tied += [collection.facts[id] for id in basis if id in collection.facts]
    asked = {q for f in tied for q in f["answers"] if collection.tables["questions"][q]["asks"] == "sources"}
    answers = (fact for question in asked for fact in collection.by_question[question])
    names = [name for id in same for name in (events[id]["name"], *events[id]["aliases"])]
    return collection.in_order([*tied, *answers, *(fact for name in names for fact in collection.calling(name))])


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
