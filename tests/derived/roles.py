"""Roles and channels: who does what, and through whom it is known, as pages say it and as the facts do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from tests.derived.published import Published, Row
from tests.derived.reading import Read

DENIED = {"not", "no", "never", "nobody", "neither", "nor", "without", "cannot", "refused", "declined", "denied"}
DENIED |= {"avoided", "failed", "missed", "left", "absent", "kept", "away"}
MEETINGS = {"summit", "meeting", "call", "talks", "visit"}
PARTIES = ("leaders", "countries", "organisations")
NOTES = {"planned": "planned", "place-not-stated": "place is not stated", "by-video": "video"}
AROUND = 240  # characters behind a sentence in which its channel is read
SMALL = {"the", "a", "an", "of", "for", "his", "her", "its", "their", "who", "to", "in", "and"}


# Commitments


def commitments(page: Read) -> Iterator[str]:
    """A commitment stands under its maker; under whom it is made to, or who tells of it, where it says so."""
    registry, _, id = page.path.removesuffix(".html").rpartition("/")
    for name in ("commitments", "received", "announced") if registry in PARTIES else ():
        for fact in _below(page, name):
            if why := _no_part(page.data, id, fact, "made" if name == "commitments" else name):
                yield f"{name} of {id}: {fact['id']}; {why}"


def _below(page: Read, name: str) -> Iterator[Row]:
    """The facts under a heading."""
    for heading in page.tree.xpath(f'//h2[@id="{name}"]'):
        for element in heading.itersiblings():
            if element.tag == "h2":
                break
            for card in element.xpath("descendant-or-self::article[@data-address]"):
                yield page.data.facts[card.get("data-address").partition("#")[2]]


def _no_part(data: Published, id: str, fact: Row, part: str) -> str:
    """Why a party has not that part in a commitment; empty if it has."""
    if fact["kind"] != "commitment":
        return "it is no commitment"
    made, received = (
        any(id in data.stands_for(one, data.time(fact)) for one in of)
        for of in (data.makers(fact), data.parties(fact["to"]))
    )
    if part == "made" and made:
        is_own = data.tells(fact, id) or not (fact["who"] or fact["via"]) or data.is_told_by_its_own(fact)
        return "" if is_own else "only others say so"
    if part == "made":
        return "others make it"
    if part == "received":
        return "" if received else "it is not made to it"
    if part == "announced":
        return "" if data.tells(fact, id) and not made else "it is its own, or others tell of it"
    return "" if made or id in data.subjects(fact) else "it does not name it"


# Events


def events(page: Read) -> Iterator[str]:
    """On the page of a party stand the events in which it has a part, as it is reported, or whose place it is."""
    registry, _, id = page.path.removesuffix(".html").rpartition("/")
    for line in _lines(page, "events") if registry in PARTIES else ():
        event = page.linked(line.find_class("line__name")[0], "events")[0]
        parts = page.data.parts_of(id, event)
        if not parts and page.data.events[event]["country"] != id:
            yield f"event of {id}: {event}; it neither acts in it nor is its place"
        for part in parts:
            if why := _untold(page.data, part, line.text_content()):
                yield f"event of {id}: {event}; {why}"


def meetings(page: Read) -> Iterator[str]:
    """Whoever met somebody was there, and so was the other: not by a plan, and in a place that is reported."""
    registry, _, id = page.path.removesuffix(".html").rpartition("/")
    for line in _lines(page, "meetings") if registry == "leaders" else ():
        event = page.linked(line.find_class("line__name")[0], "events")[0]
        others = [who for part in line.find_class("line__with") for kind in PARTIES for who in page.linked(part, kind)]
        if why := not_met(page.data, event, [id, *others]):
            yield f"{id} met at {event}; {why}"


def not_met(data: Published, event: str, people: list[str]) -> str:
    """Why people did not meet at an event; empty if they did."""
    apart = data.events[event]["apart"]
    if data.events[event]["kind"] not in MEETINGS or any({people[0], other} <= set(apart) for other in people[1:]):
        return "nobody reports people together there"
    absent = [who for who in people if not data.was_there(data.part(event, who))]
    if absent:
        return f"{absent[0]} was not there, as far as is plainly reported"
    alone = [who for who in people[1:] if not _are_together(data, event, people[0], who)]
    return f"no fact has {alone[0]} there with {people[0]}" if alone else "" if people[1:] else "nobody else was there"


def _are_together(data: Published, event: str, one: str, other: str) -> bool:
    """Whether one fact says that two were there; nobody is there with their own country."""
    at, pair = data.events[event]["when"], {one, other}
    if pair <= data.stands_for(one, at) or pair <= data.stands_for(other, at):
        return False
    first, second = ({*(data.part(event, who) or {"from": ()})["from"]} & data.facts.keys() for who in (one, other))
    named = [data.facts[id] for id in first | second if pair <= {*data.subjects(data.facts[id])}]
    told = [
        {data.facts[id]["article"] for id in of if data.facts[id]["kind"] in ("event", "meeting")}
        for of in (first, second)
    ]
    return bool(first & second or told[0] & told[1]) or any(
        not DENIED & {*re.findall(r"\w+", fact["say"].casefold())} for fact in named
    )


def _lines(page: Read, name: str) -> Iterator[html.HtmlElement]:
    for heading in page.tree.xpath(f'//h2[@id="{name}"]'):
        for element in heading.itersiblings():
            if element.tag == "h2":
                break
            yield from element.find_class("line")


def _acts(data: Published, id: str, event: str) -> bool:
    return any(map(data.was_there, data.parts_of(id, event)))


def _untold(data: Published, part: Row, text: str) -> str:
    """What a text does not say of how somebody took part; empty if it says all."""
    if part["how"] and NOTES[part["how"]] not in text.casefold():
        return f"it was {part['how']}"
    channel = data.channel(part)
    return f"only {channel} says so" if channel and not _names(data, text, channel) else ""


def participants(page: Read) -> Iterator[str]:
    """Whoever is listed took part; a plan, a part by video and a channel stand beside the name."""
    for event, entry, who in [*_of_event(page), *_of_home(page)]:
        part = page.data.part(event, who)
        if part is None:
            yield f"{who} took part in {event}; no fact says so"
            continue
        if why := _untold(page.data, part, entry):
            yield f"{who} took part in {event}; {why}"


def _of_event(page: Read) -> Iterator[tuple[str, str, str]]:
    registry, _, event = page.path.removesuffix(".html").rpartition("/")
    for entry in page.tree.xpath('//dl[@class="record"]//ul[@class="run"]/li') if registry == "events" else ():
        yield event, entry.text_content(), page.who(entry)


def _of_home(page: Read) -> Iterator[tuple[str, str, str]]:
    """Between a name and the next one stands how the first took part."""
    for block in page.tree.find_class("beside__who"):
        above = [one for one in block.iterancestors() if any(page.linked(h, "events") for h in one.iter("h3"))]
        event = next((id for one in above[:1] for h in one.iter("h3") for id in page.linked(h, "events")), "")
        links = list(block.iter("a"))
        for link, text in zip(links, re.split("\0", _marked(block))[1:], strict=True) if event else ():
            yield event, text, page.target(link)[1]


def _marked(block: html.HtmlElement) -> str:
    """The text of an element with a sign before each link."""
    copied: html.HtmlElement = html.fragment_fromstring(html.tostring(block, encoding="unicode"))
    for link in copied.iter("a"):
        link.text = "\ue000" + (link.text or "")
    return str(copied.text_content()).replace("\ue000", "\0")


def drawn(page: Read) -> Iterator[str]:
    """A country took part, and a person was there, only by a part that is reported plainly."""
    for cell in page.tree.xpath('//td[@data-column="Took part in"]'):
        country = page.who(cell.getparent().find("th"))
        for event in page.linked(cell, "events"):
            if not _acts(page.data, country, event):
                yield f"{country} took part in {event}; no article reports it plainly"
    for sign in page.tree.xpath('//td/*[contains(@class, "ties__sign--part")]'):
        row, cell = next(sign.iterancestors("tr")), next(sign.iterancestors("td"))
        heads = next(sign.iterancestors("table")).xpath(".//thead//th")
        event, person = page.who(row.find("th")), page.who(heads[row.findall("td").index(cell)])
        part = page.data.part(event, person) if event in page.data.events else None
        if event in page.data.events and (part is None or part["how"] == "planned"):
            yield f"{person} took part in {event}; no fact says so"
        elif part and (why := _untold(page.data, part, cell.text_content())):
            yield f"{person} took part in {event}; {why}"
        elif part and person in page.data.events[event]["apart"] and "not reported together" not in cell.text_content():
            yield f"{person} took part in {event}; not with everybody, as far as is reported"


def sides(page: Read) -> Iterator[str]:
    """Whoever stands under a state or a body speaks for it."""
    for head in [*page.tree.find_class("crosstab__side"), *page.tree.find_class("answers__side")]:
        for side in [*page.linked(head, "countries"), *page.linked(head, "organisations")]:
            for row in head.itersiblings("tr"):
                who = page.who(row.find("th"))
                if page.data.body(who) != side:
                    yield f"{who} under {side}; they speak for {page.data.body(who)}"


# Channels


def channels(page: Read) -> Iterator[str]:
    """What is known through a channel is told with it, where a sentence of ours tells it in short."""
    elements = [one for name in ("lede", "prose", "figures", "line__gist") for one in page.tree.find_class(name)]
    text = " ".join(" ".join(element.text_content().split()) for element in elements)
    described = [*re.findall(r'"description":"([^"]*)"', " ".join(page.tree.xpath("//script/text()"))), text]
    for sentence in _sentences(page.data):
        said = " ".join(sentence["say"].split())
        for fact in (page.data.facts[id] for id in sentence["from"] if id in page.data.facts):
            for told in (found for one in described for found in _told(one, said)) if fact["via"] else ():
                if not _names(page.data, told, fact["via"]):
                    yield f"`{said}`; by {fact['id']} only {fact['via']} says so"


def _told(text: str, said: str) -> Iterator[str]:
    """A sentence and what stands behind it, wherever a text has it."""
    for found in re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", text):
        yield text[found.start() : found.end() + AROUND]


def _sentences(data: Published) -> Iterator[Row]:
    """Sentences of ours that are told in short: those that lead the site, or the page of what they tell."""
    yield from (*data.whole["bottom_line"], *data.whole["key_figures"])
    for theme in data.themes.values():
        yield from theme["state_of_play"]
    subjects = (*data.leaders.values(), *data.countries.values(), *data.organisations.values())
    for record in (*subjects, *data.events.values(), *data.articles.values()):
        yield from record["summary"]


def answers(page: Read) -> Iterator[str]:
    """An answer that a speaker gives through a channel, and no fact without one, has it beside it."""
    for entry in page.tree.find_class("stand__told"):
        facts = [page.data.facts[id] for id in page.linked(entry, "fact")]
        told = [fact["via"] for fact in facts]
        if any(fact["who"] for fact in facts) and all(told) and not _names(page.data, entry.text_content(), told[0]):
            yield f"{facts[0]['who']} answers by {facts[0]['id']}; only {told[0]} says so"


def _names(data: Published, text: str, channel: str) -> bool:
    """Whether a text has every word of what a channel is, or of whoever it is; names in any spelling of theirs."""
    tables = (data.leaders, data.organisations, data.countries, data.publishers)
    name = next((of[channel]["name"] for of in tables if channel in of), channel)
    words = set(re.findall(r"\w+", text.casefold()))
    missing = set(re.findall(r"\w+", name.casefold())) - SMALL - words
    meant = {id for spelling, id in data.spellings.items() if set(spelling.split()) <= words}
    return all(data.spellings.get(word) in meant for word in missing)


# data/derived.json


def not_entailed(data: Published, row: Row, facts: list[Row]) -> str:
    """Why a role or a channel does not follow from its facts; empty if it does."""
    if row["kind"] == "channel":
        told = {fact["via"] or fact["who"] for fact in facts}
        return "" if facts and row["says"] in told and None not in told else "a fact has it without that channel"
    if row["says"] in ("made", "received", "announced", "named"):
        return next((why for fact in facts if (why := _no_part(data, row["subject"], fact, row["says"]))), "")
    return _no_role(data, row)


def _no_role(data: Published, row: Row) -> str:
    """Why somebody is not that in an event."""
    event, who, part = row["about"], row["subject"], data.part(row["about"], row["subject"])
    match row["says"]:
        case "met":
            others = [one["who"] for one in data.events[event]["participants"] if one["who"] != who]
            return next(iter(sorted(not_met(data, event, [who, other]) for other in others)), "nobody else was there")
        case "acts":
            return "" if _acts(data, who, event) else "it does not act in it"
        case "place":
            return "" if data.events[event]["country"] == who else "it is not its place"
    if part is None or set(row["facts"]) != set(part["from"]):
        return "no fact says so"
    return "" if row["says"] == (part["how"] or "took-part") else f"it was {part['how'] or 'as reported'}"


CHECKS = (commitments, events, meetings, participants, drawn, sides, channels, answers)
