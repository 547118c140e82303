"""What a site publishes of its facts, read by rules of our own: nothing here knows the program that made it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

Row = Mapping[str, Any]
APART = timedelta(days=14)
SPEECH = {"commitment", "demand", "position", "statement"}
UNITS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
MONEY = {"$": "dollars", "€": "euros", "£": "pounds"}
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MODIFIERS = {
    **dict.fromkeys(("about", "around", "approximately", "roughly"), "about"),
    **dict.fromkeys(("more than", "over"), "more"),
    **dict.fromkeys(("fewer than", "less than", "under"), "fewer"),
}
AMOUNT = re.compile(
    rf"(?:(?P<modifier>{'|'.join(MODIFIERS)}) )?(?P<sign>[$€£])?(?P<number>\d+(?:\.\d+)?)"
    rf" ?(?P<scale>{'|'.join(UNITS)})?\b ?(?P<rest>.*)"
)


def decoded(file: str | bytes) -> str:
    return file.decode() if isinstance(file, bytes) else file


def form(answer: str) -> str:
    """The form in which two answers are the same: an amount by what it is worth, with its modifier."""
    text = " ".join(answer.casefold().split())
    for word, value in _spelt():
        text = re.sub(rf"\b{word}\b", str(value), text)
    amount = AMOUNT.fullmatch(text)
    if not amount:
        return text
    worth = float(amount["number"]) * 10 ** UNITS.get(amount["scale"] or "", 0)
    modifier = MODIFIERS.get(amount["modifier"] or "", "")
    return " ".join(filter(None, (modifier, f"{worth:g}", MONEY.get(amount["sign"] or "", ""), amount["rest"])))


def _spelt() -> Iterable[tuple[str, int]]:
    for tens, value in TENS.items():
        yield from ((f"{tens}-{word}", value + n) for n, word in enumerate(SMALL[1:10], 1))
    yield from TENS.items()
    yield from ((word, n) for n, word in enumerate(SMALL))


def _spelling(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


@dataclass(frozen=True)
class Published:
    """The data files of a site."""

    files: Mapping[str, str | bytes]

    @cached_property
    def facts(self) -> Mapping[str, Row]:
        return {fact["id"]: fact for fact in self._file("facts")["facts"]}

    @cached_property
    def whole(self) -> Row:
        return self._file("facts")

    @cached_property
    def publishers(self) -> Mapping[str, Row]:
        return self._table("publishers")

    @cached_property
    def edition(self) -> str:
        return str(self._file("facts")["edition"])

    @cached_property
    def articles(self) -> Mapping[str, Row]:
        return self._table("articles")

    @cached_property
    def questions(self) -> Mapping[str, Row]:
        return self._table("questions")

    @cached_property
    def events(self) -> Mapping[str, Row]:
        return self._table("events")

    @cached_property
    def leaders(self) -> Mapping[str, Row]:
        return self._table("leaders")

    @cached_property
    def countries(self) -> Mapping[str, Row]:
        return self._table("countries")

    @cached_property
    def organisations(self) -> Mapping[str, Row]:
        return self._table("organisations")

    @cached_property
    def themes(self) -> Mapping[str, Row]:
        return self._table("themes")

    @cached_property
    def derived(self) -> list[Row]:
        return list(json.loads(self.files["data/derived.json"])["derived"]) if "data/derived.json" in self.files else []

    def _file(self, name: str) -> Row:
        content: Row = json.loads(self.files[f"data/{name}.json"])
        return content

    def _table(self, name: str) -> Mapping[str, Row]:
        return {row["id"]: row for row in self._file(name)[name]}

    # What bears on what

    def is_read(self, article: str) -> bool:
        return article in self.articles and self.articles[article]["curation"] == "complete"

    @property
    def all_are_read(self) -> bool:
        return all(map(self.is_read, self.articles)) and not any(row["kind"] == "unread" for row in self.derived)

    def subjects(self, fact: Row) -> set[str]:
        return {id for name in ("leaders", "countries", "organisations", "themes") for id in fact[name]}

    def on_theme(self, theme: str) -> list[Row]:
        asked = {id for id, row in self.questions.items() if theme in row["about"]}
        return [f for f in self.facts.values() if theme in f["themes"] or asked & f["answers"].keys()]

    def on_question(self, question: str) -> list[Row]:
        about = set(self.questions[question]["about"])
        return [f for f in self.facts.values() if question in f["answers"] or about & self.subjects(f)]

    def on_event(self, event: str) -> list[Row]:
        """What tells of an event, and what is on a theme of what it rests on."""
        themes = {theme for id in self.events[event]["from"] if id in self.facts for theme in self.facts[id]["themes"]}
        on_themes = [fact for theme in sorted(themes) for fact in self.on_theme(theme)]
        return [f for f in self.facts.values() if f in on_themes or f in self.of_event(event)]

    def of_event(self, event: str) -> list[Row]:
        """What tells of an event, tied to it or not."""
        same = {event, *self.events[event].get("perhaps", ())}
        same |= {id for id, row in self.events.items() if event in row.get("perhaps", ())}
        row = self.events[event]
        behind = {id for record in (row, *row["participants"], *row["summary"]) for id in record["from"]}
        tied = [fact for fact in self.facts.values() if fact["event"] in same or fact["id"] in behind]
        names = [name.casefold() for id in same for name in (self.events[id]["name"], *self.events[id]["aliases"])]
        asked = {q for fact in tied for q in fact["answers"] if self.questions[q]["asks"] == "sources"}
        return [
            fact
            for fact in self.facts.values()
            if fact in tied
            or asked & fact["answers"].keys()
            or any(re.search(rf"\b{re.escape(name)}\b", fact["say"].casefold()) for name in names)
        ]

    def on_subject(self, id: str) -> list[Row]:
        return [fact for fact in self.facts.values() if id in self.subjects(fact)]

    def gives(self, fact: Row, written: str) -> bool:
        """Whether the sentences of a fact give a date, as far as its lock or its passages tell."""
        digits = [part.lstrip("0") for part in re.findall(r"\d+", written)]
        wanted = digits[-1] if len(digits) % 3 == 0 else digits[0]
        sentences = {f"{p['paragraph']}.{n}" for p in fact["passages"] for n in p["sentences"]}
        lock = decoded(self.files.get(f"data/locks/{fact['article']}.lock", ""))
        lines = [line for line in lock.splitlines() if line.partition(" ")[0] in sentences]
        told = [line.split("|")[1] for line in lines] + [passage["text"] for passage in fact["passages"]]
        return any(re.search(rf"(?<!\d)0?{wanted}(?!\d)", text) for text in told)

    # Who acts for whom

    def stands_for(self, id: str, at: Row) -> set[str]:
        """Everyone whose deed it is when somebody acts at a time: a leader's bodies then, a body's state."""
        above = {id}
        if id in self.leaders:
            roles = [role for role in self.leaders[id]["roles"] if not _ended(role["when"], at)]
            above |= {self.leaders[id]["country"], *(role[of] for role in roles for of in ("country", "organisation"))}
        for body in list(above):
            while body in self.organisations and body:
                row = self.organisations[body]
                above |= {row["part_of"], row["country"]} - {None}
                body = row["part_of"] or ""
        return above - {None}

    def parties(self, texts: Iterable[str]) -> set[str]:
        """Whom texts name that are nothing but names; `26 countries` is nobody, and a text with other words too."""
        lists = [[_spelling(name) for name in re.split(r", and |,| and ", text)] for text in texts]
        return {self.spellings[name] for names in lists if all(n in self.spellings for n in names) for name in names}

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        tables = (self.publishers, self.organisations, self.countries, self.leaders)
        return {
            _spelling(spelling): id
            for table in tables
            for id, row in table.items()
            for spelling in (row["name"], *row["aliases"], *row.get("demonyms", ()))
        }

    def time(self, fact: Row) -> Row:
        when: Row = fact["when"] or self.articles[fact["article"]]["published"]
        return when

    def tells(self, fact: Row, id: str) -> bool:
        """Whether a fact is stated by somebody, or by who spoke for them then."""
        return bool(fact["who"]) and id in self.stands_for(fact["who"], self.time(fact))

    def makers(self, fact: Row) -> set[str]:
        """Who makes a commitment: whom `by` names, or else the speaker."""
        return self.parties(fact["by"]) if fact.get("by") else {fact["who"]} - {None}

    def part(self, event: str, who: str) -> Row | None:
        """The part of somebody in an event, if they have one."""
        return next((part for part in self.events[event]["participants"] if part["who"] == who), None)

    def parts_of(self, id: str, event: str) -> list[Row]:
        """The parts in an event of somebody, and of whoever acted for them then."""
        row = self.events[event]
        return [part for part in row["participants"] if id in self.stands_for(part["who"], row["when"])]

    def was_there(self, part: Row | None) -> bool:
        """Whether a part is plainly reported: neither planned, nor through a channel, nor without the place."""
        return part is not None and part["how"] in (None, "by-video") and not self.channel(part)

    def channel(self, part: Row) -> str:
        """Through whom all facts of a part are known; empty where one of them has no channel."""
        facts = [self.facts[id] for id in part["from"] if id in self.facts]
        speakers = ["" if part["who"] == fact["who"] else fact["who"] for fact in facts]
        told = [fact["via"] or speaker for fact, speaker in zip(facts, speakers, strict=True)]
        return str(told[0]) if told and all(told) else ""

    # Who is one voice

    def body(self, speaker: str) -> str:
        """The state or the body that somebody speaks for in the end."""
        for _ in range(9):
            above = self._above(speaker)
            if not above:
                break
            speaker = above
        return speaker

    def _above(self, speaker: str) -> str:
        if speaker in self.organisations:
            row = self.organisations[speaker]
            return str(row.get("part_of") or row["country"] or "")
        if speaker in self.leaders:
            row = self.leaders[speaker]
            times = [self.time(fact) for fact in self.facts.values() if fact["who"] == speaker]
            held = [role for role in row["roles"] if not times or not all(_ended(role["when"], at) for at in times)]
            roles = sorted(held, key=lambda role: role["when"]["earliest"] or "", reverse=True)
            bodies = [role["organisation"] or role["country"] for role in roles]
            return str(row["country"] or next(filter(None, bodies), ""))
        return ""

    def is_named(self, voice: str) -> bool:
        return any(voice in of for of in (self.leaders, self.organisations, self.countries, self.publishers))

    def members(self, voice: str) -> set[str]:
        return {self.body(member) for member in self.organisations.get(voice, {}).get("members", ())}

    def are_one(self, one: str, other: str) -> bool:
        bodies = self.body(one), self.body(other)
        return bodies[0] == bodies[1] or bodies[0] in self.members(bodies[1]) or bodies[1] in self.members(bodies[0])

    def voice(self, question: str, fact: Row) -> str:
        if self.questions[question]["asks"] == "sources":
            return self.origin(fact["article"])
        return self.body(fact["who"]) if fact["who"] else fact["via"] or fact["article"]

    def origin(self, article: str) -> str:
        row = self.articles[article]
        return str({"own": row["publisher"] or article, "unknown": article}.get(row["origin"], row["origin"]))

    def voices(self, question: str, facts: Iterable[Row]) -> set[str]:
        """Those that count beside one another: a group not beside its member, a channel without a name not at all."""
        all_voices = {self.voice(question, fact) for fact in facts}
        if self.questions[question]["asks"] == "sources":
            return all_voices
        named = {voice for voice in all_voices if self.is_named(voice)}
        return {voice for voice in named if not self.members(voice) & (named - {voice})} or set(sorted(all_voices)[:1])

    # When answers are of one time

    def answers(self, question: str) -> list[Row]:
        return [fact for fact in self.facts.values() if question in fact["answers"]]

    def span(self, question: str, fact: Row) -> tuple[date, date]:
        when = self.articles[fact["article"]]["published"]
        if self.questions[question]["asks"] == "speakers":
            is_reported = (fact["who"] or fact["via"]) and fact["kind"] not in SPEECH
            when = fact["when"] if fact["when"] and not is_reported else when
        elif fact["event"]:
            of_event = self.events[fact["event"]]["when"]
            told = [f for f in self.answers(question) if f["event"] == fact["event"]]
            first = min((self.articles[f["article"]]["published"] for f in told), key=_days)
            exact = of_event["precision"] in ("day", "month") and of_event["earliest"] and of_event["latest"]
            when = of_event if exact else first
        return _days(when)

    def times(self, question: str) -> list[set[str]]:
        """The ids of the answers, time by time: between two lie more than two weeks."""
        ordered = sorted((self.span(question, fact), fact["id"]) for fact in self.answers(question))
        groups = [{ordered[0][1]}] if ordered else []
        reached = ordered[0][0][1] if ordered else date.min
        for _, (span, id) in pairwise(ordered):
            if span[0] - reached > APART:
                groups.append(set())
            groups[-1].add(id)
            reached = max(reached, span[1])
        return groups

    def same_time(self, question: str, one: str, other: str) -> bool:
        return any({one, other} <= time for time in self.times(question))

    def excludes(self, question: str) -> bool:
        row = self.questions[question]
        return not (row.get("compatible") or row.get("wording"))

    def differ(self, question: str, one: Row, other: Row) -> bool:
        """Whether two answers exclude one another, of one time."""
        apart = form(one["answers"][question]) != form(other["answers"][question])
        return apart and self.excludes(question) and self.same_time(question, one["id"], other["id"])

    def are_two(self, question: str, one: Row, other: Row) -> bool:
        """Whether two answers are of two articles, or of two voices."""
        if self.questions[question]["asks"] == "sources":
            return bool(one["article"] != other["article"])
        return not self.are_one(self.voice(question, one), self.voice(question, other))


def _ended(office: Row, at: Row) -> bool:
    """Whether an office had ended before a time; where its date is no span, it was held then, and nobody knows."""
    return "/" in office["date"] and _days(office)[1] < _days(at)[0]


def _days(when: Row) -> tuple[date, date]:
    first, last = when["earliest"], when["latest"]
    return date.fromisoformat(first) if first else date.min, date.fromisoformat(last) if last else date.max
