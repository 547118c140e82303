"""What a site publishes of its facts, read by rules of our own: nothing here knows the program that made it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import pairwise
from math import inf
from typing import Any

Row = Mapping[str, Any]
APART = timedelta(days=14)
WIDEST = timedelta(days=62)  # what is known less closely is of no certain time
SPEECH = {"commitment", "demand", "position", "statement"}
UNITS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
MONEY = {"$": "dollars", "€": "euros", "£": "pounds"}
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MODIFIERS = {
    **dict.fromkeys(("about", "around", "approximately", "roughly", "some"), "about"),
    **dict.fromkeys(("more than", "over", ">"), "more"),
    **dict.fromkeys(("fewer than", "less than", "under", "<"), "fewer"),
    **dict.fromkeys(("at least", "no fewer than", "≥", ">="), "least"),
    **dict.fromkeys(("at most", "up to", "no more than", "as many as", "≤", "<="), "most"),
}
NUMBER = rf"\d+(?:\.\d+)?(?: ?(?:{'|'.join(UNITS)})\b)?"
AMOUNT = re.compile(
    rf"(?:(?P<modifier>{'|'.join(MODIFIERS)}|between|from) ?)?(?P<sign>[$€£])?(?P<low>{NUMBER})"
    rf"(?:(?: to | and |-)[$€£]?(?P<high>{NUMBER}))?(?: (?P<rest>.*))?"
)


def decoded(file: str | bytes) -> str:
    return file.decode() if isinstance(file, bytes) else file


@dataclass(frozen=True)
class Amount:
    """The least and the most that an answer says, and what it counts."""

    modifier: str
    low: float
    high: float
    rest: str

    @property
    def ends(self) -> tuple[tuple[float, int], tuple[float, int]]:
        """Both ends, and on which side of them it lies where they are no part of it."""
        low = -inf if self.modifier in ("fewer", "most") else self.low * (0.9 if self.modifier == "about" else 1)
        high = inf if self.modifier in ("more", "least") else self.high * (1.1 if self.modifier == "about" else 1)
        return (low, int(self.modifier == "more")), (high, -int(self.modifier == "fewer"))


@cache
def amount(answer: str) -> Amount | None:
    """An answer that is no more than an amount."""
    text = re.sub(r"\ba dozen\b", "12", " ".join(answer.casefold().split()))
    for word, value in _spelt():
        text = re.sub(rf"\b{word}\b", str(value), text)
    read = AMOUNT.fullmatch(text)
    if not read:
        return None
    rest = " ".join(filter(None, (MONEY.get(read["sign"] or ""), read["rest"])))
    return Amount(
        MODIFIERS.get(read["modifier"] or "", ""), _worth(read["low"]), _worth(read["high"] or read["low"]), rest
    )


def _worth(number: str) -> float:
    read = re.fullmatch(r"([\d.]+) ?(\w*)", number)
    return float(read[1]) * 10 ** UNITS.get(read[2], 0) if read else 0


def form(answer: str) -> str:
    """The form in which two answers are the same: an amount by what it is worth, with its modifier."""
    read = amount(answer)
    if not read:
        return " ".join(answer.casefold().split())
    return " ".join(filter(None, (read.modifier, f"{read.low:g}", f"{read.high:g}", read.rest)))


def exclude(one: str, other: str) -> bool:
    """Whether two answers cannot both hold; counts of two things can."""
    read, theirs = amount(one), amount(other)
    if not read or not theirs:
        return form(one) != form(other)
    if read.rest and theirs.rest and read.rest != theirs.rest and not {read.rest, theirs.rest} & {*MONEY.values()}:
        return False
    if read.rest and theirs.rest and read.rest != theirs.rest:
        return True
    return read.ends[1] < theirs.ends[0] or theirs.ends[1] < read.ends[0]


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
        of_event = self.of_event(event)
        return [f for f in self.facts.values() if f in on_themes or f in of_event]

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
            above |= {role[of] for role in roles for of in ("country", "organisation")}
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
        """Who makes a commitment: whom `by` names, or else the speaker, who is “we” too."""
        speaker = {fact["who"]} - {None}
        is_we = any(text.casefold() in ("i", "we", "us", "nous", "je", "on") for text in fact.get("by") or ())
        return (self.parties(fact["by"]) if fact.get("by") else speaker) | (speaker if is_we else set())

    def is_told_by_its_own(self, fact: Row) -> bool:
        """Whether a commitment is told through a channel of its makers: named after them, or after nobody else."""
        words = [*re.findall(r"\w+", (fact["via"] or "").casefold())]
        runs = {" ".join(words[n : n + k]) for n in range(len(words)) for k in (1, 2, 3, 4)} & self.spellings.keys()
        if fact["who"] or not (runs or {"spokeswoman", "spokesman", "his", "her"} & {*words}):
            return False
        at = self.time(fact)
        makers = {body for one in self.makers(fact) for body in self.stands_for(one, at)}
        whose = {self.spellings[run] for run in runs} or {*fact["leaders"]}
        return bool(makers) and all(self.stands_for(one, at) & makers for one in whose)

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
            bodies = [role["country"] or role["organisation"] for role in roles]
            return str(next(filter(None, bodies), ""))
        return ""

    def is_named(self, voice: str) -> bool:
        return any(voice in of for of in (self.leaders, self.organisations, self.countries, self.publishers))

    def members(self, voice: str) -> set[str]:
        """Everyone in a group, and in the groups in it."""
        found: set[str] = set()
        for member in self.organisations.get(voice, {}).get("members", ()):
            body = self.body(member)
            found |= {body} if body == voice else {body} | self.members(body)
        return found

    def are_one(self, one: str, other: str) -> bool:
        bodies = self.body(one), self.body(other)
        return bodies[0] == bodies[1] or bodies[0] in self.members(bodies[1]) or bodies[1] in self.members(bodies[0])

    def voice(self, question: str, fact: Row) -> str:
        if self.questions[question]["asks"] == "sources":
            return self.origin(fact["article"])
        return self.body(fact["who"]) if fact["who"] else self.speaker(fact)

    def speaker(self, fact: Row) -> str:
        """Who says a fact; nobody knows whether what two articles call “a clerk” is one."""
        if fact["who"] or not fact["via"]:
            return str(fact["who"] or fact["article"])
        return str(fact["via"]) if self.parties([fact["via"]]) else f"{fact['via']} in {fact['article']}"

    def origin(self, article: str) -> str:
        """An agency's own article is the agency's, even where nobody knows its origin."""
        row = self.articles[article]
        is_agency = self.publishers.get(row["publisher"] or "", {}).get("kind") == "agency"
        if row["origin"] == "own" or (row["origin"] == "unknown" and is_agency):
            return str(row["publisher"] or article)
        return article if row["origin"] == "unknown" else str(row["origin"])

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

    def form(self, question: str, fact: Row) -> str:
        """An answer beside the others: a bare amount is one of what they all count."""
        own, others = (
            amount(fact["answers"][question]),
            [amount(f["answers"][question]) for f in self.answers(question)],
        )
        counted = {other.rest for other in others if other and other.rest}
        if own and not own.rest and len(counted) == 1 and not counted & {*MONEY.values()}:
            return " ".join((form(fact["answers"][question]), *counted))
        return form(fact["answers"][question])

    def span(self, question: str, fact: Row) -> tuple[date, date]:
        when, published = fact["when"], self.articles[fact["article"]]["published"]
        if self.questions[question]["asks"] == "speakers":
            is_reported = (fact["who"] or fact["via"]) and fact["kind"] not in SPEECH
            return _days(when if when and not is_reported else published)
        if not fact["event"]:
            return _days(when or published)
        of_event = self.events[fact["event"]]["when"]
        told = [f for f in self.answers(question) if f["event"] == fact["event"]]
        first = min((self.articles[f["article"]]["published"] for f in told), key=_days)
        return _days(of_event if of_event["precision"] in ("day", "month") and _is_known(_days(of_event)) else first)

    def times(self, question: str) -> list[set[str]]:
        """The ids of the answers, time by time: between two lie more than two weeks; and none of no certain time."""
        spans = sorted((self.span(question, fact), fact["id"]) for fact in self.answers(question))
        ordered = [entry for entry in spans if _is_known(entry[0])]
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
        return self.exclude(question, one, other) and self.same_time(question, one["id"], other["id"])

    def exclude(self, question: str, one: Row, other: Row) -> bool:
        """Whether two answers exclude one another, whenever they were given."""
        return self.excludes(question) and exclude(one["answers"][question], other["answers"][question])

    def are_two(self, question: str, one: Row, other: Row) -> bool:
        """Whether two answers are of two articles, or of two voices."""
        if self.questions[question]["asks"] == "sources":
            return bool(one["article"] != other["article"])
        return not self.are_one(self.voice(question, one), self.voice(question, other))


def _ended(office: Row, at: Row) -> bool:
    """Whether an office had ended before a time; where its date is no span, it was held then, and nobody knows."""
    return "/" in office["date"] and _days(office)[1] < _days(at)[0]


def _days(when: Row) -> tuple[date, date]:
    """The first and the last day of a date; an open one may be any."""
    first, last = when["earliest"], when["latest"]
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else (date.min, date.max)


def _is_known(days: tuple[date, date]) -> bool:
    return days[1] - days[0] <= WIDEST
