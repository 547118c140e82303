"""data/derived.json as a whole: each statement, and whether pages, file and tables say the same.

Whether a statement follows from the facts, verify_derived.py tells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from verify_answers import PROVED, REFUTED, Check
from verify_collection import Collection, Row, ends, grouped
from verify_comparisons import verdict_of
from verify_derived import RULES
from verify_pages import Pages
from verify_work import each

ENTRIES = ("themes", "events", "questions", "leaders", "countries", "organisations")
ABOUT = {
    **dict.fromkeys(("silence", "unanswered", "unread", "partly-read"), ENTRIES),
    **dict.fromkeys(("agreement", "difference", "development", "compatible", "verdict"), ("questions",)),
    **dict.fromkeys(("role", "channel", "order", "certainty"), ("events",)),
}
ALONE = ("unread", "role", "channel", "order", "certainty")  # kinds that need not be about anything


def check_derived(collection: Collection, rows: Sequence[Any], pages: Pages | None) -> Iterator[Check]:
    """What is derived: “What a page says of several facts, or of there being none, stands in
    [derived.json](data/derived.json) with these facts, and follows from them, but for [what is only counted or
    arranged](#derived).”
    """
    stated = [row for row in rows if is_row(row)]
    whys = why_not(collection, stated, pages)
    for number, row in enumerate(rows, 1):
        if not is_row(row):
            yield Check("derived", REFUTED, f"entry {number} is no derived statement")
            continue
        why = next(whys)
        what = f"{row['kind']} of {row['subject']} on {row['about'] or '-'} ({', '.join(row['pages'][:1])})"
        yield Check("derived", REFUTED if why else PROVED, f"{what}: {why}")
    for fault in (*left_out(collection, stated), *not_stated(stated, pages or {})):
        yield Check("derived", REFUTED, fault)


def why_not(collection: Collection, rows: Sequence[Row], pages: Pages | None) -> Iterator[str]:
    """Why each statement is refused, or nothing. Those about the same are looked at together, as they ask the same."""
    about = [*grouped((row["about"] or row["subject"], place) for place, row in enumerate(rows)).values()]

    def look(places: Sequence[int]) -> list[str]:
        return [why_refused(collection, rows[place], pages) for place in places]

    found = dict[int, str]()
    for places, whys in zip(about, each(look, about), strict=True):
        found.update(zip(places, whys, strict=True))
    return (found[place] for place in range(len(rows)))


def why_refused(collection: Collection, row: Row, pages: Pages | None) -> str:
    try:
        return why_false(collection, row) or why_not_shown(row, pages)
    except (AttributeError, KeyError, TypeError, ValueError):
        return "the data that it rests on are not whole"


def is_row(row: Any) -> bool:
    """Whether it has all that a statement has, each of the right form."""
    if not isinstance(row, dict) or not {"about", "says"} <= row.keys():
        return False
    texts = [row.get("id"), row.get("kind"), row.get("subject"), row["about"] or "", row["says"] or ""]
    lists = [row.get("pages"), row.get("facts")]
    return all(isinstance(one, list) for one in lists) and all(
        isinstance(one, str) for one in (*texts, *(one for many in lists for one in many or ()))
    )


def why_false(collection: Collection, row: Row) -> str:
    """Why a statement does not follow from the data; empty if it does."""
    if row["kind"] not in RULES:
        return "nothing of that kind is derived"
    if missing := [id for id in row["facts"] if id not in collection.facts]:
        return f"there is no fact {missing[0]}"
    if row["subject"] not in collection.known:
        return "nobody knows the subject"
    tables = ABOUT[row["kind"]] if row["about"] or row["kind"] not in ALONE else ()
    if tables and not any(collection.has(table, row["about"]) for table in tables):
        return f"it is about none of the {' or '.join(tables)}"
    if row["kind"] in ("order", "certainty") and not rests_on_its_subject(collection, row):
        return "it rests on other facts"
    return RULES[row["kind"]](collection, row)


def rests_on_its_subject(collection: Collection, row: Row) -> bool:
    """Where a fact stands, that fact says; where an event stands, the facts that it rests on."""
    if row["kind"] == "order" and collection.has("events", row["subject"]):
        return bool(row["facts"] == collection.tables["events"][row["subject"]]["from"])
    return row["subject"] not in collection.facts or row["subject"] in row["facts"]


def why_not_shown(row: Row, pages: Pages | None) -> str:
    """What is derived: “Pages and file are held to each other: each statement to the pages that it names,”

    Its id is made of all that it says.
    """
    said = "\0".join((row["kind"], row["subject"], row["about"] or "", row["says"] or "", *row["facts"]))
    if row["id"] != f"{row['kind']}-{hashlib.blake2b(said.encode(), digest_size=5).hexdigest()}":
        return "its id is that of another statement"
    if not row["pages"]:
        return "no page shows it"
    missing = [page for page in row["pages"] if pages is not None and row["id"] not in pages.get(page, ())]
    return f"{missing[0]} does not show it" if missing else ""


def not_stated(rows: Sequence[Row], pages: Pages) -> Iterator[str]:
    """What is derived: “and each mark of a page to a statement.”"""
    stated = {(page, row["id"]) for row in rows for page in row["pages"]}
    for page, marks in pages.items():
        for id in sorted(id for id in marks if (page, id) not in stated):
            yield f"{page} is marked with {id}, which is not in derived.json as said there"


def left_out(collection: Collection, rows: Sequence[Row]) -> Iterator[str]:
    """What is derived: “The page of a question says how all its answers stand, and names each article of the same days
    that gives none.”
    """
    articles = collection.tables["articles"]
    said = {(row["kind"], row["subject"], row["about"], page) for row in rows for page in row["pages"]}
    whole = {(row["about"], *sorted(row["facts"])) for row in rows if row["kind"] == "verdict"}
    of_day = grouped((article["published"]["date"], id) for id, article in articles.items())
    for id, question in collection.tables["questions"].items():
        page, answers = f"questions/{id}.html", collection.by_question.get(id, [])
        if ("verdict", id, id, page) not in said or (id, *sorted(fact["id"] for fact in answers)) not in whole:
            yield f"{page} does not say how all its answers stand"
        given = {fact["article"] for fact in answers if question["asks"] == "sources"}
        days = sorted({articles[article]["published"]["date"] for article in given})
        for article in (one for day in days for one in of_day[day] if one not in given):
            if not any((kind, article, id, page) in said for kind in ("silence", "unanswered", "partly-read")):
                yield f"{page} does not say that {article} has no answer"


def unread_articles(rows: Sequence[Any]) -> set[str]:
    return {row["subject"] for row in rows if is_row(row) and row["kind"] == "unread"}


def check_tables(collection: Collection, answers: Sequence[Any]) -> Iterator[Check]:
    """What the tables say of one another is what they say themselves."""
    for fault in (*other_answers(collection, answers), *other_entries(collection), *other_verdicts(collection)):
        yield Check("derived", REFUTED, fault)


def other_answers(collection: Collection, answers: Sequence[Any]) -> Iterator[str]:
    """The table of answers says what the facts do."""
    given = {
        (q, id): (answer, fact["who"]) for id, fact in collection.facts.items() for q, answer in fact["answers"].items()
    }
    told = {(row["question"], row["fact"]): (row["answer"], row["who"]) for row in answers if isinstance(row, dict)}
    for question, fact in sorted(given.keys() | told.keys()):
        if given.get((question, fact)) != told.get((question, fact)):
            yield f"answers.json has another answer of {fact} to {question}"


def other_entries(collection: Collection) -> Iterator[str]:
    """An event is beside events that there are, and not against its date; an article began with a publisher."""
    events, publishers = collection.tables["events"], {"own", "unknown", *collection.tables["publishers"]}
    for event in events.values():
        others = [event["before"], event["after"], *event["perhaps"]]
        if missing := [id for id in others if id and id not in events]:
            yield f"{event['id']} is beside {missing[0]}, which there is not"
            continue
        for earlier, later in ((event["after"], event["id"]), (event["id"], event["before"])):
            if earlier and later and ends(events[earlier]["when"])[0] > ends(events[later]["when"])[1]:
                yield f"{earlier} was not before {later}"
    for id, article in collection.tables["articles"].items():
        if article["origin"] not in publishers:
            yield f"{id} began with {article['origin']}, whom there is not"


def other_verdicts(collection: Collection) -> Iterator[str]:
    for id, question in collection.tables["questions"].items():
        found = verdict_of(collection, question, collection.by_question.get(id, []))
        if question["verdict"] != found:
            yield f"the answers to {id} are not {question['verdict']}: it is {found}"
