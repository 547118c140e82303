"""What the pages show of facts: whether it is what the data say, letter by letter, as print has it.

A fact is known by its address, which its card and each reference to it lead to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from verify_answers import PROVED, REFUTED, Check
from verify_collection import Collection, Row
from verify_dates import numbers, numbers_of
from verify_pages import Element, Page, address_of, read
from verify_sentences import Sentences, check_sentences
from verify_tags import ADDRESS, SOURCE, TITLE, Tag

# What has a question above answers to it, and the elements that tell these.
ASKING = ("comparison", "echo", "stands__row", "position", "side__answer")
ANSWERING = ("comparison__answer", "stand__answer", "stands__answer")
TELLING = (*ANSWERING, "side__answer")
NAMED = {
    "questions": "question",
    **dict.fromkeys(("leaders", "countries", "organisations", "themes", "events"), "name"),
}
AT_ITS_ADDRESS = re.compile(r"articles/[^/#]+\.html#(?!p[0-9]+$)")


class Shown(NamedTuple):
    """What pages are held to."""

    collection: Collection
    at: Mapping[str, Row]  # facts by their addresses
    of_pages: Mapping[str, list[Row]]  # facts by the pages that these are on
    names: Mapping[str, str]  # of whoever may speak
    answers: Mapping[str, AbstractSet[str]]  # what is answered to each question
    entries: Mapping[str, str]  # what entries are called, by the addresses of their pages
    sentences: Sentences
    days: dict[str, AbstractSet[str]]  # the numbers and months of the dates of facts, as far as they were asked for


Showing = Callable[[Shown, str, Element], Iterator[str]]  # each fault of what an element shows


def shown_of(collection: Collection, names: Mapping[str, str], sentences: Sentences) -> Shown:
    at = {fact["url"]: fact for fact in collection.facts.values()}
    of_pages, given = dict[str, list[Row]](), dict[str, set[str]]()
    for address, fact in at.items():
        of_pages.setdefault(address.partition("#")[0], []).append(fact)
        for question, answer in fact["answers"].items():
            given.setdefault(question, set()).add(read(answer))
    rows = [(table, row) for table in NAMED for row in collection.tables[table].values()]
    entries = {row["url"]: read(row[NAMED[table]]) for table, row in rows if row.get("url")}
    return Shown(collection, at, of_pages, names, given, entries, sentences, {})


def check_page(shown: Shown, page: str, root: Element) -> Iterator[Check]:
    """What pages show: “Each page shows its facts as the data have them: their sentences, passages and places, who says
    them and when, their answers, and the names of what they are about. Each fact stands at its address,”
    """
    try:
        found = [*dict.fromkeys(why_other(shown, page, root))]
    except (AttributeError, KeyError, TypeError, ValueError):
        found = ["the data that it rests on are not whole"]
    yield from (Check("page", REFUTED, f"{page}: {fault}") for fault in found)
    if not found:
        yield Check("page", PROVED, page)


def why_other(shown: Shown, page: str, root: Element) -> Iterator[str]:
    """Each fault of a page; one of those is that a fact whose place in its article is known is missing there."""
    lines = (line for line in root.find("li", "address") if "address--retired" not in line.classes)
    cards = (one for one in root.find("article", "fact") if "fact--retired" not in one.classes)
    own = {one.attributes.get("id") for one in (*cards, *(of for line in lines for of in line.find("b")))}
    placed = [fact["id"] for fact in shown.of_pages.get(page, ()) if any(of["paragraph"] for of in fact["passages"])]
    yield from (f"{id}: is not shown" for id in placed if id not in own)
    yield from faults(shown, page, root)
    yield from check_sentences(shown.sentences, page, root, shown.at)


def faults(shown: Shown, page: str, root: Element) -> Iterator[str]:
    """All that is otherwise on a page, element by element."""
    whole = root.page
    called = calling(shown, page, whole)
    for at in sorted(called.union(*[whole.of_kind[kind] for kind in KINDS if kind in whole.of_kind])):
        if showing(whole.tags[at]):
            one = Element(whole, at)
            for faults_of in showing(whole.tags[at]):
                yield from faults_of(shown, page, one)


def calling(shown: Shown, page: str, whole: Page) -> set[int]:
    """The links with a name in them, but for those that have one name and lead to what is called so, or to no entry."""
    others, seen = set[int](), set[int]()
    for at in whole.of_kind.get("bdi", ()):
        link = whole.above[at]
        if whole.tags[link].name == "a":
            name = shown.entries.get(address_of(page, whole.tags[link].attributes.get("href", "")))
            if link in seen or (name is not None and name != Element(whole, at).text()):
                others.add(link)
            seen.add(link)
    return others


@lru_cache(maxsize=1 << 16)
def showing(tag: Tag) -> Sequence[Showing]:
    """All that the element of a tag may show of a fact."""
    found = [SHOWING[name] for name in tag.classes if name in SHOWING]
    if "data-address" in tag.attributes and tag.name == "li":
        found.append(line)
    elif tag.name == "a" and "data-source" not in tag.attributes:
        found += [title] if "title" in tag.attributes else []
        found += [answer] if any(name in ANSWERING for name in tag.classes) else []
        found.append(name_of_entry)
    elif SOURCE in tag.kinds:
        found.append(numbered)
    return found


def line(shown: Shown, _: str, one: Element) -> Iterator[str]:
    """A line of a list that has the address of its fact."""
    fact = shown.at.get(one.attributes["data-address"])
    yield from differs(fact, one.text(), said(fact))


def said(fact: Row | None) -> str:
    return read(fact["say"]) if fact else ""


def differs(fact: Row | None, shows: str, has: str) -> Iterator[str]:
    """Both texts, where they are not the same; a fact that the data do not have has no text."""
    if not fact:
        yield f"`{shows}` is of a fact that the data do not have"
    elif shows != has:
        yield f"{fact['id']}: shows `{shows}`, and the data have `{has}`"


def card(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """A card has its address twice, and between these its sentence, its passages, and who says it when."""
    if one.tag != "article" or "fact--retired" in one.classes:
        return
    links = card_addresses(page, one)
    fact = shown.at.get(min(links)) if len(links) == 1 else None
    sentences = [of.text("unproved") for of in one.find("", "fact__say")]
    yield from differs(fact, " ".join(sentences), said(fact))
    if not fact:
        return
    is_proved = not one.has("unproved")
    if not is_proved and fact["verdict"] == "proved":
        yield f"{fact['id']}: shows it as not proved, and the data as proved"
    if is_proved and fact["verdict"] != "proved":
        yield f"{fact['id']}: does not show that it is not proved"
    yield from speaker(shown, fact, one)
    yield from occasion(shown, fact, one)
    if "fact--brief" in one.classes:  # its proof stands on a part of the page
        return
    passages = [read(passage["text"]) for passage in fact["passages"]]
    yield from differs(fact, " | ".join(of.text() for of in one.find("blockquote")), " | ".join(passages))
    yield from places(fact, one)
    for label in (of.attributes["aria-label"] for of in one.find("", "permalink")):
        yield from differs(fact, read(label)[-len(said(fact)) :], said(fact))
    for cited in one.find("", "cite__sentence"):
        if said(fact).rstrip(".?!") not in cited.text():
            yield f"{fact['id']}: cites `{cited.text()}`, and the data have `{said(fact)}`"


def card_addresses(page: str, one: Element) -> set[str]:
    """Where a card says that its fact is: one address, however often."""
    attributes = one.attributes
    links = {address_of(page, of.attributes.get("href", "")) for of in one.find("a", "permalink")}
    if ADDRESS in attributes:
        links.add(attributes[ADDRESS])
    if "id" in attributes:
        links.add(f"{page}#{attributes['id']}")
    return links


def places(fact: Row, one: Element) -> Iterator[str]:
    """Below each passage stands its paragraph, and leads there."""
    figures = one.find("figure", "passage")
    for figure, passage in zip(figures, fact["passages"], strict=False):
        for of in (of for of in figure.find("a") if "rel" not in of.attributes):
            n, is_there = str(passage["paragraph"]), passage["paragraph"] is not None
            if is_there and (numbers(of.text()) != {n} or not of.attributes.get("href", "").endswith(f"#p{n}")):
                yield f"{fact['id']}: shows `{of.text()}`, and the data have paragraph {n}"


def speaker(shown: Shown, fact: Row, one: Element) -> Iterator[str]:
    """Whoever says it, and through whom."""
    for line in one.find("", "fact__who"):
        named = [of.text() for of in line.find("bdi")][:1]
        wanted = [read(shown.names[fact["who"]])] if fact["who"] else [read(fact["via"] or "")]
        channel = f"{'through ' if fact['who'] else ''}{read(fact['via'] or '')}"
        is_through = fact["via"] and channel not in line.text()
        if is_through or (named != wanted and (named or not fact["via"])):
            has = " through ".join(filter(None, (shown.names.get(fact["who"]), fact["via"])))
            yield f"{fact['id']}: shows `{line.text()}` as who says it, and the data have `{has}`"


def occasion(shown: Shown, fact: Row, one: Element) -> Iterator[str]:
    """Its date, or else that of its event or its article: the same days, months and years."""
    for line in one.find("", "fact__when"):
        for moment in line.find("span", "when"):
            told, when = numbers(moment.text()), when_of(shown, fact)
            known = shown.days.get(fact["id"])
            if known is None:
                known = shown.days[fact["id"]] = numbers_of(when)
            if told != known and (not known <= told or told - known - beside(shown, fact, when)):
                yield f"{fact['id']}: shows `{moment.text()}` as its date, and the data have `{when['date']}`"


def when_of(shown: Shown, fact: Row) -> Row:
    event = shown.collection.tables["events"].get(fact["event"] or "")
    article = shown.collection.tables["articles"][fact["article"]]
    when: Row = fact["when"] or (event or {"when": article["published"]})["when"]
    return when


def beside(shown: Shown, fact: Row, when: Row) -> AbstractSet[str]:
    """The numbers and months that may stand beside a date: those of events around it, and of words it is counted by."""
    event = shown.collection.tables["events"].get(fact["event"] or "")
    return numbers(f"{' '.join(around(shown, event)) if event else ''} {when['reckoned'] or ''}")


def around(shown: Shown, event: Row) -> Iterator[str]:
    """The names and dates of events that one is told to be before or after."""
    for id in (event["before"], event["after"]):
        if other := shown.collection.tables["events"].get(id or ""):
            yield f"{other['name']} {' '.join(numbers_of(other['when']))}"


def references(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """The numbers behind a sentence: each leads to a fact, whose sentence is its label."""
    for of in one.find("a"):
        fact = shown.at.get(address_of(page, of.attributes.get("href", "")))
        label = f"{of.text()}: {said(fact)}"
        yield from differs(fact, read(of.attributes.get("aria-label", "")), label)


def referred(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """What references lead to, with the passages that they show in place."""
    for figure in one.find("figure"):
        links = [address_of(page, of.attributes.get("href", "")) for of in figure.find("a")]
        fact = shown.at.get(links[0]) if len(links) == 1 else None
        passages = [read(passage["text"]) for passage in fact["passages"]] if fact else []
        yield from differs(fact, " | ".join(of.text() for of in figure.find("blockquote")), " | ".join(passages))


def quotation(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """Words that stand alone: of a passage of the fact that the line below them has, and leads to."""
    links = [address_of(page, of.attributes.get("href", "")) for of in one.find("a")]
    fact = next((shown.at[link] for link in links if link in shown.at), None)
    yield from differs(fact, " ".join(of.text() for of in one.find("", "quotation__say")), said(fact))
    passages = [read(passage["text"]) for passage in fact["passages"]] if fact else []
    for words in (of.text() for of in one.find("blockquote")):
        if not any(words.strip("'\"") in passage for passage in passages):
            yield from differs(fact, words, " | ".join(passages))


def listed(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """A list of every fact by its sentence."""
    for of in one.find("a"):
        fact = shown.at.get(address_of(page, of.attributes.get("href", "")))
        yield from differs(fact, of.text(), said(fact))


def title(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """A link to a fact is described by its sentence."""
    if fact := shown.at.get(address_of(page, one.attributes.get("href", ""))):
        yield from differs(fact, read(one.attributes["title"]), said(fact))


def answer(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """A link may say an answer of its fact."""
    if fact := shown.at.get(address_of(page, one.attributes.get("href", ""))):
        given = [read(answer) for answer in fact["answers"].values()]
        if one.text("mark") not in given:
            yield f"{fact['id']}: shows the answer `{one.text('mark')}`, and the data have `{' | '.join(given)}`"


def name_of_entry(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """A link to an entry says its name."""
    named = [of.text() for of in one.find("bdi") if of.above == one.at]
    address = address_of(page, one.attributes.get("href", "")) if named else ""
    if named and named != [shown.entries.get(address, *named)]:
        yield f"shows `{named[0]}` as the name of what the data call `{shown.entries[address]}`"


def answers(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """Below a question stand answers that facts give to it; the page of a question is of itself."""
    links = [address_of(page, of.attributes.get("href", "")) for of in one.find("a")[:1]]
    asked = [page] if "side__answer" in one.classes else links
    question = asked[0].removeprefix("questions/").removesuffix(".html") if asked else ""
    if question not in shown.answers:
        return
    for of in sorted({one, *one.find("b"), *(of for name in TELLING for of in one.find("", name))}):
        is_answer = any(name in ANSWERING for name in of.classes) or (of.tag == "b" and "mark" not in of.classes)
        if (is_answer or "side__answer" in of.classes) and of.text("mark") not in shown.answers[question]:
            yield f"{question}: shows the answer `{of.text('mark')}`, which no fact gives"


def numbered(shown: Shown, page: str, one: Element) -> Iterator[str]:
    """A source of the print edition: the sentence of a fact, with its passages."""
    links = [of for of in one.find("a") if AT_ITS_ADDRESS.match(address_of(page, of.attributes.get("href", "")))]
    fact = shown.at.get(address_of(page, links[0].attributes["href"])) if links else None
    yield from differs(fact, links[0].text() if links else one.text(), said(fact))
    passages = [read(passage["text"]) for passage in fact["passages"]] if fact else []
    yield from differs(fact, " | ".join(of.text() for of in one.find("q")), " | ".join(passages))


SHOWING: Mapping[str, Showing] = {  # by the classes of elements
    "fact": card,
    "ref": references,
    "referred": referred,
    "quotation": quotation,
    "listed__facts": listed,
    **dict.fromkeys(ASKING, answers),
}
# Of elements that may show something of a fact; and of an entry, those that have no name in them.
KINDS = (*(f".{name}" for name in (*SHOWING, *ANSWERING)), f"[{ADDRESS}]", f"[{TITLE}]", SOURCE)
