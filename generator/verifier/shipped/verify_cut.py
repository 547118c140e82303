"""Pages that are cut: whether each of their facts stands on one of their parts, and these have as many as is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from verify_answers import PROVED, REFUTED, Check
from verify_collection import Collection, Row
from verify_dates import MONTHS, numbers
from verify_pages import Element, address_of, elements_of
from verify_sentences import sources_of
from verify_shown import card_addresses
from verify_work import each

PARTS = "parts"  # the class of the list of a page's parts
HAVE_FACTS = ("leaders", "countries", "organisations", "themes", "events", "questions", "articles")
TIME = re.compile(r"(?:(\d{4})(?:-(\d\d|undated))?|undated)(?:-(\d+))?")  # what a part is called by, in its address
PARAGRAPHS = re.compile(r"paragraphs-(\d{1,9})(?:-\d+)?\.html")
OF_SEVERAL = re.compile(r" \(\d+\)$")  # behind the name of a page: which of several of that name it is
NUMBER = re.compile(r"\d{1,9}")
MONTH = re.compile(r"(\d{4})(?:-(\d\d)(?:-\d\d)?)?[?~%]?")  # what is known of a day


class Listed(NamedTuple):
    """What a page has whole, and the parts that it leads to, each with the number beside it."""

    whole: Sequence[str]  # facts by their addresses
    brief: Mapping[str, str]  # facts whose proof stands elsewhere, and where that is
    parts: Mapping[str, int]
    below: Mapping[str, Mapping[str, int]]  # the parts of parts, as they are listed there
    names: Mapping[str, str]  # what each of these is called there


def listed_of(page: str, root: Element) -> Listed:
    whole, brief, names = list[str](), dict[str, str](), dict[str, str]()
    parts, below = dict[str, int](), dict[str, dict[str, int]]()
    has_facts = page.partition("/")[0] in HAVE_FACTS
    for one in root.find("article", "fact") if has_facts else ():
        if "fact--retired" in one.classes:
            continue
        if "fact--brief" not in one.classes:
            whole += card_addresses(page, one)
            continue
        links = [of.attributes.get("href", "") for say in one.find("", "fact__say") for of in say.find("a")]
        for address in card_addresses(page, one):
            brief[address] = address_of(page, (links or [""])[0]).partition("#")[0]
    for line in root.find("li", "address") if has_facts else ():
        if "address--retired" not in line.classes:
            links = [of.attributes.get("href", "") for of in line.find("a")]
            to = address_of(page, (links or [""])[0]).partition("#")[0]
            brief |= {f"{page}#{of.attributes.get('id', '')}": to for of in line.find("b")}
    for one in root.find("nav", PARTS) if has_facts else ():
        for line in one.find("li", "parts__part"):
            names[numbered(page, line)[0]] = text_of(line, "parts__name")
            if line.above in [of.at for of in one.find("ul", "parts__list")[:1]]:
                part, number = numbered(page, line)
                parts[part], below[part] = number, dict(numbered(page, of) for of in line.find("li", "parts__part"))
    return Listed(whole, brief, parts, {part: of for part, of in below.items() if of}, names)


def numbered(page: str, line: Element) -> tuple[str, int]:
    """A line of the list of parts: where it leads to, or the page itself, and the number in it."""
    leads = [name.attributes.get("href", "") for name in line.find("", "parts__name")]
    number = text_of(line, "parts__number")
    return address_of(page, leads[0]) if leads else "", int(number) if NUMBER.fullmatch(number) else -1


def text_of(line: Element, name: str) -> str:
    return next((one.text() for one in line.find("", name)), "")


def check_cut(collection: Collection, listed: Mapping[str, Listed]) -> Iterator[Check]:
    """What pages show: “Where a page would be too long, each of its facts stands on one of the pages that it is cut
    into, and these have as many as they are said to have.” On the page of a month stands what was reported in it. What
    is reported of a leader's offices stands beside the name, and in the parts alone as a fact.
    """
    wanted = facts_of_pages(collection)
    offices = {fact["url"] for fact in collection.facts.values() if fact["kind"] == "background"}
    published = {id: month_of(article["published"]) for id, article in collection.tables["articles"].items()}
    months = {fact["url"]: published.get(fact["article"], "") for fact in collection.facts.values()}
    places = {fact["url"]: {of["paragraph"] for of in fact["passages"]} for fact in collection.facts.values()}
    parts = dict[str, list[str]]()
    for page in listed:
        whole = f"{'/'.join(page.split('/')[:2])}.html"
        if whole != page and whole in wanted:
            parts.setdefault(whole, []).append(page)
    for page in (page for page in wanted if page in listed):
        beside = offices if page.startswith("leaders/") and not listed[page].parts else frozenset[str]()
        faults = [*dict.fromkeys(why_not_whole(page, listed, parts.get(page, []), wanted[page] - beside))]
        faults += [fault for one in (page, *parts.get(page, [])) for fault in other_times(one, listed[one], months)]
        faults += other_paragraphs(listed[page], listed, places)
        yield from (Check("part", REFUTED, f"{page}: {fault}") for fault in faults)
        if not faults and listed[page].parts:
            yield Check("part", PROVED, page)


def facts_of_pages(collection: Collection) -> dict[str, set[str]]:
    """The addresses of the facts that the page of each subject is about."""
    found = dict[str, set[str]]()
    for table, by in (
        ("themes", collection.by_subject),
        ("events", collection.by_event),
        ("questions", collection.by_question),
        *((name, collection.by_subject) for name in ("leaders", "countries", "organisations")),
    ):
        for id in collection.tables[table]:
            found[f"{table}/{id}.html"] = {one["url"] for one in by.get(id, [])}
    for fact in collection.facts.values():
        found.setdefault(fact["url"].partition("#")[0], set())
    return found


def why_not_whole(page: str, listed: Mapping[str, Listed], parts: list[str], wanted: set[str]) -> Iterator[str]:
    """Each part is led to with its number; each fact stands on one part, or where there is none, on the page."""
    here = listed[page]
    for one in (page, *parts):
        yield from (f"{one} {fault}" if one != page else fault for fault in other_numbers(one, listed))
    yield from (
        f"{fact} is not shown whole on {to}" for fact, to in here.brief.items() if not stands(fact, listed.get(to))
    )
    if not here.parts:
        yield from (f"{fact} is not shown" for fact in sorted(wanted - {*here.whole, *here.brief}))
        return
    shown = Counter(fact for part in parts for fact in listed[part].whole)
    yield from (f"{fact} stands on its parts {times} times" for fact, times in sorted(shown.items()) if times > 1)
    yield from (f"{fact} stands on none of its parts" for fact in sorted(wanted - shown.keys()))
    if sum(here.parts.values()) != shown.total():
        yield f"leads to {sum(here.parts.values())} facts, and its parts have {shown.total()}"


def other_times(page: str, here: Listed, months: Mapping[str, str]) -> Iterator[str]:
    """A part that is called by a year or a month has what was reported in it, and each list calls it so."""
    name = page.rpartition("/")[2].removesuffix(".html")
    if page.count("/") > 1 and TIME.fullmatch(name):
        for fact in here.whole:
            month = months.get(fact, "")
            if not f"{name}-".startswith(f"{month or 'undated'}-") and not month.startswith(f"{name}-"):
                yield f"{fact} was not reported in the time that {page} is called by"
    for part, called in here.names.items():
        time = TIME.fullmatch(part.rpartition("/")[2].removesuffix(".html"))
        if time and numbers(called) not in read_as(*time.groups()):
            yield f"calls {part} `{called}`"


def other_paragraphs(
    here: Listed, listed: Mapping[str, Listed], places: Mapping[str, AbstractSet[int | None]]
) -> Iterator[str]:
    """A part of an article is called by its first paragraph and by its last one, which the next part may go on with."""
    found = {part: PARAGRAPHS.fullmatch(part.rpartition("/")[2]) for part in here.names}
    firsts = {part: int(first[1]) for part, first in found.items() if first}
    for part, first in firsts.items():
        end = min((other for other in firsts.values() if other > first), default=None)
        shown = [places.get(fact, frozenset()) for fact in listed[part].whole] if part in listed else []
        if not is_run_from(first, here.names[part], end, [of - {None} for of in shown]):
            yield f"calls {part} `{here.names[part]}`"


def is_run_from(first: int, called: str, end: int | None, shown: Sequence[AbstractSet[int | None]]) -> bool:
    """Whether a name has the first paragraph of a part and the last, between which all that it shows stands.

    The last one may be that which the next part begins with, where something of it is shown.
    """
    run = sorted(int(number) for number in NUMBER.findall(OF_SEVERAL.sub("", called)))
    if len(run) not in (1, 2) or run[0] != first or not numbers(called).isdisjoint(MONTHS):
        return False
    last = run[-1]
    is_before = end is None or last < end or (last == end and any(last in of for of in shown))
    return is_before and all(not of or not of.isdisjoint(range(first, last + 1)) for of in shown)


def read_as(year: str | None, month: str | None, run: str | None) -> list[set[str]]:
    """The numbers and months that the name of a part may have; a tenth page has two digits, as a month has."""
    of_run = {run} if run else set[str]()
    if not year or month == "undated":
        return [of_run]
    if not month:
        return [{year} | of_run]
    months = [MONTHS[int(month) - 1]] if 1 <= int(month) <= len(MONTHS) else []
    return [{year, month}, *({year, name} | of_run for name in months)]


def month_of(published: Row) -> str:
    """The month in which an article was published, or the year where no more is known; nothing without either."""
    found = MONTH.fullmatch(published["date"].partition("/")[0])
    return "-".join(filter(None, found.groups())) if found else ""


def stands(fact: str, page: Listed | None) -> bool:
    return page is not None and fact in page.whole


def other_numbers(page: str, listed: Mapping[str, Listed]) -> Iterator[str]:
    """A list that the page is in tells of each page alone; any other, of each with the parts that it leads to."""
    here = listed[page]
    for part, number in here.parts.items():
        if part not in listed:
            yield f"leads to {part}, which is not there" if part else "leads to a page without a name"
        elif number != (has := len(listed[part].whole) if page in here.parts else total(listed, part)):
            yield f"counts {number} facts on {part}, which has {has}"
    for part, below in here.below.items():
        for one, number in below.items():
            if one in listed and number != (has := len(listed[one].whole) if part in below else total(listed, one)):
                yield f"counts {number} facts on {one}, which has {has}"
        if sum(below.values()) != here.parts[part]:
            yield f"counts {here.parts[part]} facts on {part}, and its parts have {sum(below.values())}"


def total(listed: Mapping[str, Listed], page: str) -> int:
    parts = listed[page].parts
    return sum(parts.values()) if parts else len(listed[page].whole)


def numbers_of_print(folder: Path) -> dict[str, str]:
    """The sources of a print edition that is cut, whose numbers stand behind sentences on its other pages."""

    def look(path: Path) -> Mapping[str, str]:
        root = elements_of(path.read_bytes().decode("utf-8", "replace"))
        return sources_of(path.relative_to(folder).as_posix(), root)

    return dict(item for of in each(look, sorted((folder / "dossier").glob("sources*.html"))) for item in of.items())
