"""Order and certainty: where things stand in time, and how their dates are known, as pages say it and as facts do."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, pairwise

from lxml import html

from tests.derived.published import Published, Row
from tests.derived.reading import Read

BASES = ("stated", "reckoned", "inferred")  # the weakest last
SAID = {"inferred": "inferred", "reckoned": "reckoned", "counted": "reckoned"}  # by the words of pages, then and now
END = date(9999, 12, 31)


# Order


def reach(when: Row, anchor: Row | None = None) -> date:
    """The last day on which something may have been or begun: of a year that of its end, and never its first.

    What is only known to have been after an event stands behind that event.
    """
    if anchor and is_vague(when) and (when["earliest"] or "") <= reach(anchor).isoformat():
        return reach(anchor)
    first = when["date"].partition("/")[0]
    latest = date.fromisoformat(when["latest"]) if when["latest"] else END
    return min(latest, _last_day(first) or latest)


def is_vague(when: Row) -> bool:
    return bool(when["precision"] != "day" or when["approximate"] or when["uncertain"])


def _last_day(written: str) -> date | None:
    """The last day of a year, a month or a day; of what is written otherwise, nobody knows here."""
    found = re.fullmatch(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?[~?%]?", written)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    return date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])


def orders(page: Read) -> Iterator[str]:
    """In a list in order of time nothing stands before a month in which it need not have been yet."""
    for dated in _lists(page):
        for (id, when), (other, later) in pairwise(dated):
            if why := not_before(page.data, id, when, other, later):
                yield f"{id} before {other}; {why}"


def two_orders(pages: Iterable[Read]) -> Iterator[str]:
    """Two things stand in the same order in every list in order of time, on whatever page."""
    pairs: dict[tuple[str, str], str] = {}
    for page in pages:
        for dated in _lists(page):
            for (id, _), (other, _) in combinations(dated, 2):
                if elsewhere := pairs.get((other, id)):
                    yield f"{page.path}: {id} before {other}; {elsewhere} has them the other way round"
                pairs.setdefault((id, other), page.path)


def _lists(page: Read) -> Iterator[list[tuple[str, Row]]]:
    """What stands in each list in order of time."""
    for entries in (page.tree.find_class("moment"), *(of.find_class("line") for of in page.tree.find_class("lines"))):
        yield [one for entry in entries for one in _dated(page, entry)]


def not_before(data: Published, id: str, when: Row, other: str, later: Row) -> str:
    """Why one thing may not stand before another in a list."""
    if data.events.get(id, {}).get("before") == other:
        return ""
    own, last = (reach(of, _anchor(data, one)) for one, of in ((id, when), (other, later)))
    if data.events.get(id, {}).get("after") == other:
        return "it is reported to have been after it"
    if (own.year, own.month) > (last.year, last.month):
        return f"it may have been as late as {own}"
    return ""


def _anchor(data: Published, id: str) -> Row | None:
    """The date of the event that something was after."""
    after = data.events.get(id, {}).get("after")
    return data.events[after]["when"] if after else None


def _dated(page: Read, entry: html.HtmlElement) -> Iterator[tuple[str, Row]]:
    """The event or the fact that an entry of a list is, and its date."""
    for kind, id in _named(page, entry):
        row = {"events": page.data.events, "fact": page.data.facts}.get(kind, {}).get(id)
        if row and row["when"]:
            yield id, row["when"]


def _named(page: Read, entry: html.HtmlElement) -> list[tuple[str, str]]:
    """What an entry of a list is called after."""
    names = [*entry.find_class("moment__name"), *entry.find_class("line__name")]
    return [page.target(link) for name in names[:1] for link in name.iter("a")][:1]


def months(page: Read) -> Iterator[str]:
    """Under the name of a month stands nothing that may have been before it."""
    for period in page.tree.find_class("moments"):
        heading = "".join(one.text_content() for one in period.find_class("moments__period"))
        for id, when in (one for entry in period.find_class("moment") for one in _dated(page, entry)):
            if when["earliest"] is None and re.fullmatch(r"\w+ \d{4}", heading.strip()):
                yield f"{id} in {heading.strip()}; nobody knows its month"


# Certainty


def certainties(page: Read) -> Iterator[str]:
    """A date is shown as its weakest link is known."""
    for id, shown, weakest in _shown(page):
        if BASES.index(shown) < BASES.index(weakest):
            yield f"date of {id} is {shown}; it is {weakest}"


def _shown(page: Read) -> Iterator[tuple[str, str, str]]:
    """Whatever is dated, how its date is said to be known, and how it is known."""
    for card in page.tree.xpath("//article[@data-address]"):
        id = card.get("data-address").partition("#")[2]
        fact = page.data.facts[id]
        for line in card.find_class("fact__how") if fact["when"] else ():
            yield from ((id, basis, of_fact(page.data, fact)) for basis in _bases(line))
    for entry in [*page.tree.find_class("moment"), *page.tree.find_class("line")]:
        for kind, id in _named(page, entry):
            if kind == "events":
                yield from ((id, basis, of_event(page.data, page.data.events[id])) for basis in _bases(entry))
    yield from _groups(page)
    registry, _, id = page.path.removesuffix(".html").rpartition("/")
    for record in page.tree.xpath('//dl[@class="record"]') if registry == "events" and id in page.data.events else ():
        yield from ((id, basis, of_event(page.data, page.data.events[id])) for basis in _bases(record))


def _groups(page: Read) -> Iterator[tuple[str, str, str]]:
    """Facts below a date that is their heading: it has their date, or that of the article that reports them."""
    for heading in page.tree.find_class("group__heading"):
        cards = heading.getparent().xpath(".//article[@data-address]")
        facts = [page.data.facts[card.get("data-address").partition("#")[2]] for card in cards]
        text = heading.text_content()
        if any(fact["event"] for fact in facts) or not re.search(r"\d{4}(, \w+)?$", text.strip()):
            continue
        shown = next((basis for word, basis in SAID.items() if text.strip().endswith(word)), "stated")
        for fact in facts:
            known = of_fact(page.data, fact) if fact["when"] else of_article(page.data, fact["article"])
            yield fact["id"], shown, known


def _bases(element: html.HtmlElement) -> Iterator[str]:
    """How the first date inside an element is said to be known."""
    for when in element.find_class("when")[:1]:
        behind = when.getnext()
        note = behind.text_content() if behind is not None and behind.get("class") == "known" else when.tail or ""
        yield next((basis for word, basis in SAID.items() if word in note), "stated")


def of_article(data: Published, id: str) -> str:
    when = data.articles[id]["published"]
    return "inferred" if when["because"] else "stated"


def of_event(data: Published, event: Row) -> str:
    """What is counted from the day of an article is known no better than that day."""
    facts = [data.facts[id] for id in event["from"] if id in data.facts]
    if not facts:
        return "inferred"
    known = _weakest(data, event["when"], [fact["article"] for fact in facts])
    return known if known != "stated" or _is_given(data, event["when"], facts) else "inferred"


def of_fact(data: Published, fact: Row) -> str:
    """A fact that has the date of its event and does not say it itself knows it as the event does."""
    when = fact["when"]
    event = data.events.get(fact["event"] or "")
    if event and not when["reckoned"] and not when["because"] and not data.gives(fact, when["date"]):
        return of_event(data, event)
    known = _weakest(data, when, [fact["article"]])
    return known if known != "stated" or _is_given(data, when, [fact]) else "inferred"


def _is_given(data: Published, when: Row, facts: list[Row]) -> bool:
    """Whether a fact's sentences give a date; where no lock is at hand, nobody knows here."""
    locked = [fact for fact in facts if f"data/locks/{fact['article']}.lock" in data.files]
    return not locked or any(data.gives(fact, when["date"]) for fact in locked)


def _weakest(data: Published, when: Row, articles: list[str]) -> str:
    if when["reckoned"]:
        days = {of_article(data, article) for article in articles}
        return "inferred" if "inferred" in days else "reckoned"
    return "inferred" if when["because"] else "stated"


# data/derived.json


def not_entailed(data: Published, row: Row) -> str:
    """Why an order or a certainty does not follow from the dates; empty if it does."""
    if row["kind"] == "certainty":
        weakest = _of_subject(data, row)
        return "" if weakest and row["says"] == weakest else f"it is {weakest or 'not dated'}"
    when = _when(data, row["subject"])
    if row["about"]:
        of = data.events.get(row["subject"]) or data.events[data.facts[row["subject"]]["event"]]
        return "" if of[row["says"]] == row["about"] else f"it is not reported to have been {row['says']} it"
    if when is None:
        return "it has no date"
    wanted = _position(when["date"])
    return "" if row["says"] == wanted else f"it is {wanted}"


def _position(written: str) -> str:
    """Where a date puts something: on a day, between days, or by the end of what it is known to; about, if in doubt."""
    first, _, last = written.partition("/")
    doubt = re.search("[~?%]", written)
    if first == "..":
        return f"by {_last_day(last)}"
    if len(first.rstrip("~?%")) < len("2031-03-01"):
        return f"by {_last_day(last if doubt and last not in ('', '..') else first)}"
    if not last:
        return f"{'about' if doubt else 'on'} {_last_day(first)}"
    between = f"{_last_day(first)} to {_last_day(last)}" if last != ".." else f"{_last_day(first)}"
    return f"{'about' if doubt else 'from'} {between}"


def _when(data: Published, id: str) -> Row | None:
    if id in data.events:
        return data.events[id]["when"]  # type: ignore[no-any-return]
    fact = data.facts[id]
    of_event = data.events[fact["event"]]["when"] if fact["event"] else None
    return fact["when"] or of_event


def _of_subject(data: Published, row: Row) -> str:
    """How the date of an article, an event, a fact or an office is known; with what it has the same id as, either."""
    id, facts = row["subject"], set(row["facts"])
    if id in data.facts:
        return of_fact(data, data.facts[id]) if data.facts[id]["when"] else ""
    if id in data.leaders:
        roles = [role for role in data.leaders[id]["roles"] if set(role["from"]) == facts]
        known = [_of_role(data, role) for role in roles]
        return row["says"] if row["says"] in known else next(iter(known), "")
    if id in data.events and (id not in data.articles or facts):
        return of_event(data, data.events[id])
    return of_article(data, id) if id in data.articles else ""


def _of_role(data: Published, role: Row) -> str:
    """An office that no fact dates is dated by the articles that name it."""
    facts = [data.facts[id] for id in role["from"]]
    if not facts:
        return "inferred"
    if role["when"]["basis"] == "stated" and any(data.gives(fact, role["when"]["date"]) for fact in facts):
        return "stated"
    return "inferred" if "inferred" in {of_article(data, fact["article"]) for fact in facts} else "reckoned"


CHECKS = (orders, months, certainties)
