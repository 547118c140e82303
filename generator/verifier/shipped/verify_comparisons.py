"""Whether answers are the same, exclude one another or are of two times, as the pages say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from verify_amounts import Answer, exclude, named, side_by_side, spelt, stated
from verify_collection import Collection, Row, are_one, are_two, ends, facts_of, origin, speaker_of, stands_for
from verify_numbers import spaced

SPEECH = ("commitment", "demand", "position", "statement")  # of these a date is that of the saying
APART = timedelta(days=14)
WIDEST = timedelta(days=62)  # what is known less closely is of no certain time


def agreement(collection: Collection, row: Row) -> str:
    """What is derived: “Agreement is the same answer to the same question in two voices;”"""
    facts, answers = facts_of(collection, row), answers_of(collection, row["about"])
    if any(fact["id"] not in answers for fact in facts):
        return "a fact does not answer it"
    if len({answers[fact["id"]].form for fact in facts}) != 1:
        return "the answers are not the same"
    if collection.has("events", row["subject"]) and all(fact["event"] != row["subject"] for fact in facts):
        return "no fact is of that event"
    own = facts[:1] if row["subject"] in collection.facts else facts
    if not collection.has("events", row["subject"]) and not any(is_own(collection, row, fact) for fact in own):
        return "no answer is its subject's"
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
    if not is_own(collection, row, facts_of(collection, row)[0]):
        return "the first answer is not its subject's"
    return "" if row["says"] == wording_of(collection, row, " ≠ ") else "its facts answer otherwise"


def is_one_side(collection: Collection, one: Row, other: Row) -> bool:
    """Whether two speakers are one voice, or one channel."""
    return are_one(collection, speaker_of(collection, one), speaker_of(collection, other))


def is_own(collection: Collection, row: Row, fact: Row) -> bool:
    """Whether a fact is what a statement is made of, or says what its subject answers; all do of a question.

    Nobody answers for the articles that are asked.
    """
    if row["subject"] in (row["about"], fact["id"]):
        return True
    if collection.tables["questions"][row["about"]]["asks"] == "sources" or not fact["who"]:
        return False
    is_leader = collection.has("leaders", row["subject"])
    return row["subject"] in ({fact["who"]} if is_leader else stands_for(collection, fact["who"], fact))


def compatible(collection: Collection, row: Row) -> str:
    """Answers in other words, which need not exclude one another."""
    answers = answers_of(collection, row["about"])
    given = [answers[fact["id"]] for fact in facts_of(collection, row)]
    if excludes(collection, row["about"]) and any(exclude(*two) for two in combinations(given, 2)):
        return "its answers exclude one another"
    if not is_own(collection, row, facts_of(collection, row)[0]):
        return "the first answer is not its subject's"
    return "" if row["says"] == wording_of(collection, row, " ≠ ") else "its facts answer otherwise"


def verdict(collection: Collection, row: Row) -> str:
    """How these answers stand to one another, all together."""
    if any(row["about"] not in fact["answers"] for fact in facts_of(collection, row)):
        return "a fact does not answer it"
    found = verdict_of(collection, collection.tables["questions"][row["about"]], facts_of(collection, row))
    return "" if row["says"] == found else f"it is {found}"


def verdict_of(collection: Collection, question: Row, facts: Sequence[Row]) -> str:
    """By the name that questions have for it in the data."""
    answers = answers_of(collection, question["id"])
    if len({answers[fact["id"]].form for fact in facts}) < 2:
        of = {fact["article"] if question["asks"] == "sources" else speaker_of(collection, fact) for fact in facts}
        if any(is_second_voice(collection, question, *two) for two in combinations(facts, 2)):
            return "agree"
        return "repeated" if len(of) > 1 else "single" if of else "silent"
    if question["wording"] or question["compatible"]:
        return "wording" if question["wording"] else "compatible"
    times = enumerate(times_of(collection, question["id"]))
    time_of = {id: number for number, time in times for id in time}
    is_dated = is_within_one = False
    for one, other in excluding(answers, facts):
        if one["id"] in time_of and other["id"] in time_of:
            is_dated = True
            if time_of[one["id"]] == time_of[other["id"]]:
                if not are_within_one(collection, question, one, other):
                    return "differ"
                is_within_one = True
    return "within" if is_within_one else "development" if is_dated else "compatible"


def excluding(answers: Mapping[str, Answer], facts: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """The pairs of facts whose answers exclude one another; answers that many give are compared once."""
    given = dict[Answer, list[Row]]()
    for fact in facts:
        given.setdefault(answers[fact["id"]], []).append(fact)
    for one, other in combinations(given, 2):
        if exclude(one, other):
            yield from product(given[one], given[other])


def is_second_voice(collection: Collection, question: Row, one: Row, other: Row) -> bool:
    """Whether two who answer alike are an agreement: of articles by origin, of speakers only where both have names."""
    if question["asks"] == "sources":
        return origin(collection, one["article"]) != origin(collection, other["article"])
    return bool(one["who"] and other["who"]) and not are_one(collection, one["who"], other["who"])


def are_within_one(collection: Collection, question: Row, one: Row, other: Row) -> bool:
    """Whether two answers stand inside one article, or are of one speaker or channel, or of one body."""
    if question["asks"] == "sources":
        return bool(one["article"] == other["article"])
    return is_one_side(collection, one, other)


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
    *at least 26* does not. A name is one answer in all its spellings, and *5 feet* exclude *5 metres*.”
    """
    if ("answers", question) not in collection.kept:
        given = {fact["id"]: fact["answers"][question] for fact in collection.by_question.get(question, ())}
        asks_for_words = collection.tables["questions"][question]["wording"]
        spellings = {} if asks_for_words else collection.readers.names.own
        stated = {id: named(text, spellings) or answer_as_stated(collection, text) for id, text in given.items()}
        collection.kept["answers", question] = side_by_side(stated)
    answers: dict[str, Answer] = collection.kept["answers", question]
    return answers


def answer_as_stated(collection: Collection, answer: str) -> Answer:
    text, readers = spelt(answer), collection.readers
    return stated(readers.numbers.reader, text, spaced(readers.words.tokens(text)))


def times_of(collection: Collection, question: str) -> list[set[str]]:
    """What is derived: “between two times lie more than two weeks, and”"""
    if ("times", question) not in collection.kept:
        answers = collection.by_question.get(question, [])
        collection.kept["times", question] = found_times(collection, question, answers)
    times: list[set[str]] = collection.kept["times", question]
    return times


def found_times(collection: Collection, question: str, answers: Sequence[Row]) -> list[set[str]]:
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
