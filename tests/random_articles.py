"""Random small articles, facts that are true of them, and mutations of such facts: all from one seed."""

from dataclasses import dataclass
from random import Random
from typing import Any

from generator.content.model import Fact
from generator.content.record import When
from generator.evidence.text import Paragraph, paragraphs
from generator.evidence.verdict import Verdict
from tests.invented import checked, date, fact, full_text, world

WORDS = (
    *("cable", "harbour", "boats", "talked", "about", "will", "pay", "of", "the", "and", "not", "said"),
    *("an", "aide", "this", "week", "next", "month", "no", "they", "never", "company", "to", "in"),
)
NAMES = (
    *("Jane Doe", "Doe", "Ole Lund", "Lund", "Norway", "Danish", "US", "U.S.", "us", "Group of Seven", "Oslo"),
    *("friends of the cable", "Foster-Lund", "Cable Company", "Malmö", "Harbour", "Norwegian's", "Bergen"),
)
NUMBERS = (
    *("26", "twenty-six", "two", "€1.1 billion", "EUR1.1 billion", "30 percent", "-5", "31 May 2024", "May"),
    *("7", "seven", "third", "one", "2024"),
)
SPEAKERS = ("jane-doe", "ole-lund", "norway", "united-states", "grid-group")
CHANNELS = ("an aide", "an aide to Lund", "the Danish harbour", "Doe", "boats of Norway", "they")
DATES = (
    *(date("2024-05-31"), date("2024-05"), date("2024"), date("2024-05-30/2024-05-31"), date("2024-21")),
    *(date("2024-07", reckoned="next month"), date("2024-06-01", reckoned="this week")),
    *(date("2024-06", reckoned="this month"), date("2023", basis="inferred", because="a guess")),
)


@dataclass(frozen=True)
class Case:
    """A text, two facts that its lock is written for, and one that the lock has not seen."""

    text: str
    locked: tuple[Fact, Fact]
    changed: Fact


def case(seed: int) -> Case:
    random = Random(seed)
    text = article(random)
    one, other = true_fact(random, text), true_fact(random, text)
    changed = one
    for _ in range(random.choice((1, 1, 2, 3))):
        changed = mutated(random, text, changed, other)
    return Case(text, (one, other.model_copy(update={"id": "b-fact"})), changed)


def article(random: Random) -> str:
    lines = (" ".join(sentence(random) for _ in range(random.randint(1, 3))) for _ in range(random.randint(2, 4)))
    return "\n".join(random.choice(("", "", "", "- ")) + line for line in lines)


def sentence(random: Random) -> str:
    said = [atom(random) for _ in range(random.randint(4, 14))]
    if random.random() < 0.4:
        first = random.randrange(len(said))
        last = random.randrange(first, len(said))
        said[first] = '"' + said[first]
        said[last] += random.choice(('"', ',"'))
    if random.random() < 0.4:
        said[random.randrange(len(said))] += ","
    line = " ".join(said)
    return line[0].upper() + line[1:] + random.choice((".", ".", "!"))


def atom(random: Random) -> str:
    return random.choice(random.choice((WORDS, WORDS, WORDS, NAMES, NUMBERS)))


def true_fact(random: Random, text: str) -> Fact:
    """A fact that the text proves, if a few attempts find one."""
    attempts = [attempt(random, text) for _ in range(12)]
    source = full_text(text)
    return next((one for one in attempts if checked(world(one), source).verdict is Verdict.PROVED), attempts[0])


def attempt(random: Random, text: str) -> Fact:
    paragraph = random.choice(paragraphs(text))
    more: dict[str, Any] = {}
    if random.random() < 0.3:
        more["who"] = random.choice(SPEAKERS)
        more["named"] = {more["who"]: random.randint(1, paragraph.number)}
    if random.random() < 0.3:
        more["when"] = random.choice(DATES)
    if random.random() < 0.3:
        more["via"] = random.choice([*CHANNELS, *(t.text for t in paragraph.tokens)])
    if random.random() < 0.2:
        more["answers"] = {"share": say(random, paragraph)}
    if random.random() < 0.2:
        more["event"] = "oslo-talks"
    shown = [run(random, paragraph)]
    if random.random() < 0.2:
        shown.append(run(random, random.choice(paragraphs(text))))
    if random.random() < 0.3:
        more["paragraph"] = (paragraph.number,)
    return fact(say(random, paragraph, shown[0]), *shown, **more)


def say(random: Random, paragraph: Paragraph, shown: str = "") -> str:
    """Words of ours, with names and numbers that the paragraph has and sometimes a quotation."""
    there = [one for one in (*NAMES, *NUMBERS) if one in paragraph.text] or ["boats"]
    said = [random.choice(WORDS if random.random() < 0.5 else there) for _ in range(random.randint(1, 6))]
    if shown and random.random() < 0.3:
        said.append('"' + " ".join(shown.replace('"', "").split()[1:4]).strip(",.!") + '"')
    line = " ".join(said)
    return line[0].upper() + line[1:] + "."


def run(random: Random, paragraph: Paragraph) -> str:
    found = paragraph.tokens
    first = random.randrange(max(1, len(found) - 6))
    last = min(len(found) - 1, first + random.randint(4, 8))
    return paragraph.text[found[first].start : found[last].end]


def mutated(random: Random, text: str, one: Fact, other: Fact) -> Fact:
    """A fact with one field changed: reworded, wrong, from the other fact, or left out."""
    spot = random.choice(paragraphs(text))
    words = one.say.split()
    words[random.randrange(len(words))] = atom(random)
    shown = one.passage[0].split()
    shown.insert(random.randrange(len(shown)), shown.pop(random.randrange(len(shown))))
    when: When | None = random.choice((*DATES, other.when, None))
    field, value = random.choice(
        (
            ("say", " ".join(words)),
            ("say", one.say.replace(".", " ") + atom(random)),
            ("say", say(random, spot)),
            ("say", spot.text),
            ("passage", (" ".join(shown),)),
            ("passage", (" ".join(shown[1:]) or "boats",)),
            ("passage", (run(random, spot),)),
            ("passage", (*one.passage, run(random, spot))),
            ("passage", other.passage),
            ("paragraph", (spot.number,)),
            ("paragraph", ()),
            ("who", random.choice((*SPEAKERS, None))),
            ("via", random.choice((*CHANNELS, other.via, None))),
            ("named", {random.choice(SPEAKERS): spot.number}),
            ("when", when),
            ("answers", {"share": random.choice((say(random, spot), atom(random), other.say))}),
            ("computed", {"27": random.choice((" ".join(shown[:2]), "many boats"))}),
            ("event", random.choice(("oslo-talks", None))),
        )
    )
    return one.model_copy(update={field: value})
