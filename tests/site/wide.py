"""A dossier that is large in each way that a dossier can be, all of it invented: what its pages are held to."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator import assembly, files, pipeline
from generator.site.parts.context import RenderContext
from tests.folders import article_texts_of

PEOPLE, THEMES, BODIES, EVENTS, ASKED, EDITIONS, CHANGES = 300, 300, 100, 200, 150, 200, 12
AT_EVENT, TAKING_PART, ANSWERS, IN_ARTICLE, SPOKEN_OF, DRAWN = 200, 150, 150, 150, 120, 150


def surname(number: int) -> str:
    """A surname for each number, in letters alone, so that no number is read in it."""
    return "Qu" + "".join("aeiouylmnr"[int(digit)] + "st"[place % 2] for place, digit in enumerate(f"{number:03}"))


def theme_name(number: int) -> str:
    return f"{surname(number)} matter".replace("Qu", "The wu", 1)


def body(number: int) -> str:
    return surname(number).replace("Qu", "Zo", 1) + " Union"


def leader(number: int) -> dict[str, object]:
    return {
        "id": f"l{number}",
        "name": f"Jo {surname(number)}",
        "country": "norway",
        "background": "invented",
    }


def taking_part(number: int) -> list[dict[str, object]]:
    return [{"who": f"l{n}", "from": ["big-f0"]} for n in range(number)]


def registries() -> dict[str, object]:
    themes: list[dict[str, object]] = [
        {"id": f"t{n}", "name": theme_name(n), "group": f"Group {n // 100}"} for n in range(THEMES)
    ]
    themes[0]["state_of_play"] = [{"say": f"Jo {surname(0)} pays.", "from": ["big-f0"]}]
    event = {"id": "oslo", "name": "Oslo talks", "kind": "talks", "place": "Oslo", "when": "2031-11-03"}
    others = [
        {
            "id": f"e{n}",
            "name": f"Meeting {n + 1}",
            "kind": "talks",
            "when": f"2031-{n % 12 + 1:02}",
            "country": "norway",
            "from": ["big-f0"],
            "participants": taking_part(2),
        }
        for n in range(EVENTS)
    ]
    points = [{"figure": f"{n + 1} euros", "say": "as told.", "from": [f"big-f{n}"]} for n in range(DRAWN)]
    groups = [{"name": "What is paid", "unit": "euros", "about": ["t0"], "points": points}]
    return {
        "site": {
            "title": "A wide one",
            "description": "Many of each",
            "edition": "2032-06-04",
            "rights": "C",
            "corrections": "D",
            "id": "wide",
            "figures": groups,
        },
        "leaders": [leader(n) for n in range(PEOPLE)],
        "countries": [{"id": "norway", "name": "Norway", "code": "NO"}],
        "organisations": [{"id": f"o{n}", "name": body(n), "background": "invented"} for n in range(BODIES)],
        "themes": themes,
        "events": [event | {"from": ["big-f0"], "participants": taking_part(TAKING_PART)}, *others],
        "questions": [
            {"id": "share", "asks": "speakers", "question": "What is paid?", "about": ["t0"]},
            {"id": "paper", "asks": "sources", "question": "What was told?", "about": ["t0"]},
            *(
                {
                    "id": f"q{n}",
                    "asks": "sources",
                    "question": f"What is told of the {theme_name(n)[4:]}?",
                    "about": ["t0"],
                }
                for n in range(ASKED)
            ),
        ],
        "publishers": [{"id": "herald", "name": "The Herald", "kind": "newspaper"}],
    }


def article(id: str, day: dt.date, facts: Sequence[tuple[str, Mapping[str, object]]]) -> tuple[str, str]:
    """The file and the text of an article of facts, a paragraph each, that are `(say, other fields)`."""
    head = {"title": f"News of {id}", "publisher": "herald", "published": str(day), "origin": "own"}
    records = [
        {"id": f"{id}-f{n}", "say": f"{say}.", "passage": say, "about": ["norway"], "kind": "statement", **of}
        for n, (say, of) in enumerate(facts)
    ]
    text = "\n\n".join(f"{say} for the cable." for say, _ in facts) + "\n"
    return json.dumps({"article": head, "facts": records}), text


def articles() -> Iterator[tuple[str, str, str]]:
    """One article of many facts at one event, and others in which one person speaks of all, and all of one."""
    day = dt.date(2031, 11, 4)
    big = [
        (
            f"Jo {surname(n)} said that Norway pays {n + 1} euros",
            {"who": f"l{n}", "event": "oslo", "about": ["t0", "norway"], "answers": {"share": f"{n + 1} euros"}},
        )
        for n in range(IN_ARTICLE)
    ]
    yield "big", *article("big", day, big)
    rest = [
        (f"Jo {surname(n)} said that Norway pays {n + 1} euros", {"who": f"l{n}", "event": "oslo", "about": ["t1"]})
        for n in range(AT_EVENT - IN_ARTICLE)
    ]
    yield "rest", *article("rest", day, rest)
    told = f"Jo {surname(0)} said that"
    for start in range(0, SPOKEN_OF, 40):
        of = [
            (f"{told} Jo {surname(n + 1)} pays {n + 1} euros", {"who": "l0", "about": [f"l{n + 1}", f"t{n + 1}"]})
            for n in range(start, start + 40)
        ]
        yield f"of{start}", *article(f"of{start}", day + dt.timedelta(days=start), of)
    bodies = [(f"{told} the {body(n)} pays {n + 1} euros", {"who": "l0", "about": [f"o{n}", "t0"]}) for n in range(75)]
    yield "bodies", *article("bodies", day, bodies)
    for n in range(ANSWERS):
        fact = (
            f"Jo {surname(IN_ARTICLE + n)} pays them {n + 1} euros",
            {"about": [f"l{IN_ARTICLE + n}"], "answers": {"paper": f"{n + 1} euros"}},
        )
        yield f"paper{n}", *article(f"paper{n}", day + dt.timedelta(days=n), [fact])


def editions() -> Iterator[tuple[str, str]]:
    """The registers of many editions, each of which changed some facts."""
    for n in range(EDITIONS):
        facts = {
            f"big-f{(n * CHANGES + k) % IN_ARTICLE}": {
                "article": "big",
                "say": f"Norway paid {n} euros.",
                "evidence": f"{n:016x}",
            }
            for k in range(CHANGES)
        }
        day = dt.date(2031, 11, 5) + dt.timedelta(days=n)
        yield f"content/.editions/{day}.yml", json.dumps({"facts": facts})


@cache
def wide() -> RenderContext:
    made = [*articles()]
    content = {f"content/{name}.yml": json.dumps(entries) for name, entries in registries().items()}
    content |= {f"content/facts/{id}.yml": facts for id, facts, _ in made} | dict(editions())
    texts = article_texts_of({f"seeds/{id}.txt": text for id, _, text in made})
    return RenderContext(pipeline.load(content, texts), files.words())


@cache
def files_of_wide() -> Mapping[str, str | bytes]:
    """All pages and files, with the page of the data files."""
    context = wide()
    return assembly.pages(context.briefing, context.words, "## Yourself { #yourself }\n")


@cache
def pages_of_wide() -> Mapping[str, str]:
    found = files_of_wide().items()
    return {path: held for path, held in found if isinstance(held, str) and path.endswith((".md", ".html"))}
