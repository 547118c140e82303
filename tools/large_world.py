"""Invented people and places, and invented articles about them, of which `tools/large_dossier.py` makes a dossier."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

FIRST_DAY = date(2041, 3, 4)
SEED = "large dossier"
PEOPLE, BODIES, THEMES, PAPERS, TOWNS = 160, 30, 80, 9, 90
CODES = """AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK TR GB RS AL CA BR
MX JP KR IN AU NZ ZA EG KE MA""".split()
ADJECTIVES = """broad central coastal common costly deep direct domestic early eastern fiscal flexible formal
gradual heavy historic inland interim joint late legal local marine medical mobile modest narrow national new
northern old private public quiet rapid regional rural shared slow smaller southern steady strict technical
temporary urban western""".split()
THINGS = """archive audit bank bridge budget cable canal census charter clinic coast court credit dairy deadline deficit
depot ferry fishery forest fund grain grid harbour hospital inquiry insurance lake levy library licence loan market
mission museum network patent pension pipeline plant quota railway refinery register reserve reservoir river road
satellite school shipyard station subsidy survey tariff tax treaty tunnel vessel wage warehouse water wheat""".split()
VERBS = "extend inspect monitor protect reform repair replace review simplify supply suspend widen".split()
DONE = "extended inspected monitored protected reformed repaired replaced reviewed simplified supplied widened".split()
OFFICES = ("ambassador", "energy minister", "finance minister", "foreign minister", "president", "prime minister")
ENDS = (
    "before the cold months begin",
    "for as long as prices stay high",
    "once the members have voted on it",
    "under the terms of an earlier accord",
    "with money that nobody else had asked for",
)
IDLE = (
    "The rain had stopped, and the square filled with people.",
    "Tea was served late, and some of the guests had left by then.",
    "A band played on the stairs until the lights went out.",
)
BODY_KINDS = ("Institute", "Council", "Union")
PAPER_KINDS = {"Courier": "newspaper", "Gazette": "website", "Agency": "agency"}
OPTIONS = ("the states", "the users", "the firms")
SOUNDS = "ba be bra da dor el fa fro ga gel ha hol ja ka kel la lor ma me na nor pa pel ra ro sa sel tor va vel ze"
Record = dict[str, Any]


@dataclass
class World:
    """Whom and what articles can be about, the same for every size."""

    random: Random = field(default_factory=lambda: Random(SEED))
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.towns = [self.name("ck") for _ in range(TOWNS)]
        self.countries = [self._country(code) for code in CODES]
        self.people = [self._person() for _ in range(PEOPLE)]
        self.bodies = [_entry(f"{self.name('rn')} {kind}") for _ in range(BODIES // 3) for kind in BODY_KINDS]
        self.papers = [_entry(f"The {self.name('th')} {kind}") for _ in range(PAPERS // 3) for kind in PAPER_KINDS]
        names = [f"{adjective} {thing}" for adjective in ADJECTIVES[::2] for thing in THINGS[::2]]
        self.themes = [_entry(name.capitalize()) for name in self.random.sample(names, THEMES)]

    def name(self, end: str) -> str:
        """One that nothing else has."""
        while (made := "".join(self.random.choices(SOUNDS.split(), k=3)) + end) in self.taken:
            pass
        self.taken.add(made)
        return made.capitalize()

    def _country(self, code: str) -> Record:
        name = self.name("")
        return {**_entry(f"{name}land"), "code": code, "demonyms": [f"{name}ish"]}

    def _person(self) -> Record:
        first, last = self.name("n"), self.name("sk")
        of = {"country": often(self.random, self.countries)["id"], "office": self.random.choice(OFFICES)}
        return {**_entry(f"{first} {last}"), "aliases": [last], "sort": f"{last}, {first}", **of}


def _entry(name: str) -> Record:
    return {"id": "-".join(re.findall("[a-z0-9]+", name.lower())), "name": name}


def often(random: Random, entries: Sequence[Record]) -> Record:
    """One of them, the first ones much more often than the last, as a few people are in most of the news."""
    return entries[int(len(entries) * random.random() ** 2.5)]


class Article:
    """One article: its text, its record and its facts, each with the sentence that proves it.

    Without an event it names none, and answers nothing, so that it can be added to a dossier and taken away again.
    """

    def __init__(self, world: World, number: int, facts: int, event: Record | None) -> None:
        self.random, self.world, self.event = Random(f"{SEED} {number}"), world, event
        self.day = FIRST_DAY + timedelta(days=number // 2)
        town = event["place"] if event else self.random.choice(world.towns)
        self.stem = f"{town.lower()}-{number}"
        self.id = f"{self.day}-{self.stem}"
        self.title = f"{event['name'] if event else 'Notes'}: a report from {town}"
        pairs = [f"{adjective} {thing}" for adjective in ADJECTIVES for thing in THINGS]
        self.pairs = self.random.sample(pairs, 4 * facts)  # each once, so that no passage stands in two places
        self.facts: list[Record] = []
        opening = [self._meeting, self._cost] if event else []
        makers = (self._quoted, self._expected, self._quoted, self._amount, self._expected, self._done)
        sentences = [self._fact(maker) for maker in opening]
        sentences += [self._fact(makers[n % len(makers)]) for n in range(facts - len(opening))]
        lines = [" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2)]
        lines = [f"{line} {IDLE[n // 4 % len(IDLE)]}" if n % 4 == 3 else line for n, line in enumerate(lines)]
        self.paragraphs = [self.title, *lines, "Read more: all our reports of this week"]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"

    def file(self) -> Record:
        """The fact file, as people write it."""
        paper = self.random.choice(self.world.papers)
        record = {"title": self.title, "publisher": paper["id"], "published": f"{self.day}", "origin": "unknown"}
        skipped = [{"paragraphs": 1, "because": "headline"}]
        skipped += [{"paragraphs": len(self.paragraphs), "because": "advertisement"}]
        more = {"url": f"https://example.org/{self.id}", "summary": [rests(fact) for fact in self.facts[:2]]}
        return {"article": {**record, **more}, "facts": self.facts, "skip": skipped}

    def _fact(self, maker: Callable[[], tuple[str, str, str, Record]]) -> str:
        sentence, passage, say, more = maker()
        about = {often(self.random, self.world.themes)["id"]: None for _ in range(self.random.choice((1, 1, 2)))}
        fact = {"id": f"{self.stem}-{len(self.facts) + 1}", "say": say, "passage": passage, **more}
        if self.event and more["kind"] == "position":
            fact["answers"] = {f"who-pays-{next(iter(about))}": self.random.choice(OPTIONS)}
        self.facts.append({**fact, "about": list(about)})
        return sentence

    # Each of the following gives a sentence, the passage in it, our words, and fields of the fact.

    def _meeting(self) -> tuple[str, str, str, Record]:
        assert self.event is not None
        one, other = (person["name"] for person in self.event["people"])
        day = f"{self.event['day'].day} {self.event['day']:%B %Y}"
        passage = f"met in {self.event['place']} on {day} to talk about the {self.pairs.pop()}"
        more = {"kind": "meeting", "event": self.event["id"], "when": f"{self.event['day']}"}
        say = f"{one} and {other} came together in {self.event['place']} on {day}."
        return f"{one} and {other} {passage} and other matters that were open.", passage, say, more

    def _cost(self) -> tuple[str, str, str, Record]:
        assert self.event is not None
        cost = f"{self.random.choice(self.event['costs'])} million euros"
        passage = f"would cost {cost} for the {self.pairs.pop()}"
        sentence = f"The plan that was shown in {self.event['place']} {passage} and for the work of later years."
        answers = {f"{self.event['id']}-cost": cost}
        more = {"kind": "figure", "event": self.event["id"], "answers": answers}
        return sentence, passage, f"The price of the plan of {self.event['place']} is {cost}.", more

    def _quoted(self) -> tuple[str, str, str, Record]:
        person, verb = often(self.random, self.world.people), self.random.choice(VERBS)
        pair = self.pairs.pop()
        passage = f"we mean to {verb} the {pair} and the {self.pairs.pop()}"
        sentence = f'{person["name"]} said: "In our view {passage} {self._end()}."'
        say = f"{person['name']} spoke for plans to {verb} the {pair.split()[1]}."
        return sentence, passage, say, {"who": person["id"], "kind": "position"}

    def _expected(self) -> tuple[str, str, str, Record]:
        person, country = often(self.random, self.world.people), often(self.random, self.world.countries)
        verb, pair = self.random.choice(VERBS), self.pairs.pop()
        passage = f"{country['name']} would {verb} the {pair} and the {self.pairs.pop()}"
        sentence = f"{person['name']} told reporters that {passage} {self._end()}."
        say = f"{person['name']} expects {country['name']} to {verb} the {pair} soon."
        return sentence, passage, say, {"who": person["id"], "kind": "statement"}

    def _amount(self) -> tuple[str, str, str, Record]:
        country, pair = often(self.random, self.world.countries), self.pairs.pop()
        amount = f"{self.random.randint(11, 9990)} million euros"
        passage = f"set aside {amount} for the {pair}"
        sentence = f"{country['name']} {passage} {self._end()}, as papers show."
        return sentence, passage, f"{country['name']} has {amount} for the {pair.split()[1]}.", {"kind": "figure"}

    def _done(self) -> tuple[str, str, str, Record]:
        body, country = often(self.random, self.world.bodies), often(self.random, self.world.countries)
        verb, pair = self.random.choice(DONE), self.pairs.pop()
        passage = f"{verb} the {pair} and then the {self.pairs.pop()}"
        sentence = f"The {body['name']} and its partners from {country['name']} {passage} {self._end()}."
        say = f"The {body['name']} and {country['name']} {verb} the {pair}."
        return sentence, passage, say, {"kind": "background"}

    def _end(self) -> str:
        return f"{self.random.choice(ENDS)}, and of the {self.random.choice(self.pairs[:9])}"


def event_of(world: World, number: int) -> Record:
    """What two articles report."""
    random = Random(f"{SEED} event {number}")
    town, kind = random.choice(world.towns), random.choice(("meeting", "summit", "talks", "visit"))
    one, other = often(random, world.people), random.choice(world.people)
    return {
        "id": f"{town.lower()}-{kind}-{number}",
        "name": f"{kind.capitalize()} in {town} on the {random.choice(ADJECTIVES)} {random.choice(THINGS)}",
        "kind": kind,
        "day": FIRST_DAY + timedelta(days=number),
        "place": town,
        "country": often(random, world.countries)["id"],
        "people": [one, other if other is not one else world.people[-1]],
        "costs": random.sample(range(11, 990), 2),
    }


def rests(fact: Record) -> Record:
    """A sentence of ours that repeats a fact, and so rests on it."""
    return {"say": fact["say"], "from": [fact["id"]]}
