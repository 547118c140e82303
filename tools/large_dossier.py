"""Writes an invented dossier of any size, which `check` finds nothing wrong with; the same arguments, the same bytes.

`python -m tools.large_dossier ARTICLES FOLDER [FACTS]` (30 facts an article). All of it is invented but the codes of
countries, from which the map is drawn. Articles, facts, events (one for two articles) and questions about these grow
with the size; people, countries, bodies and themes do not, so that their pages grow.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from tools.large_world import FIRST_DAY, OPTIONS, PAPER_KINDS, Article, Record, World, event_of, rests

FACTS = 30  # of an article
PLAN = Path(__file__).parent.parent / "mkdocs.yml"


def registries(world: World, articles: Sequence[Article], events: Sequence[Record]) -> dict[str, Any]:
    """Name of a file of `content/` → what it holds."""
    told: dict[str, list[Record]] = defaultdict(list)  # facts, by whom, by what and by which question they tell of
    named = {entry["name"]: entry["id"] for entry in (*world.people, *world.countries, *world.bodies)}
    for fact in (fact for article in articles for fact in article.facts):
        ids = [id for name, id in named.items() if name in fact["say"]]
        for key in (*ids, *fact["about"], fact.get("event", ""), *fact.get("answers", ())):
            told[key].append(fact)

    def basis(id: str) -> Record:
        return {"from": [told[id][0]["id"]]} if told[id] else {"background": "named in later articles"}

    def registered(entry: Record) -> Record:
        return {**entry, **({} if told[entry["id"]] else basis(entry["id"]))}

    people = [
        {
            **registered({key: value for key, value in person.items() if key != "office"}),
            "roles": [{"title": person["office"], "country": person["country"], "when": "2040", **basis(person["id"])}],
        }
        for person in world.people
    ]
    papers = [
        {**paper, "kind": PAPER_KINDS[paper["name"].split()[-1]], "background": "the name on its front page"}
        for paper in world.papers
    ]
    return {
        "leaders": people,
        "countries": [registered(country) for country in world.countries],
        "organisations": [registered(body) for body in world.bodies],
        "publishers": papers,
        "themes": [_theme(theme, number, told[theme["id"]]) for number, theme in enumerate(world.themes)],
        "events": [_event(event, told[event["id"]]) for event in events],
        "questions": [*(_who_pays(theme, told) for theme in world.themes), *(_cost(event, told) for event in events)],
        "site": _site(articles, events),
    }


def _theme(theme: Record, number: int, facts: Sequence[Record]) -> Record:
    state = {"state_of_play": [rests(fact) for fact in facts[:2]]} if facts else {}
    return {**theme, "group": f"Group {number % 8 + 1}", **state}


def _event(event: Record, facts: Sequence[Record]) -> Record:
    meeting = facts[0]
    participants = [{"who": person["id"], "from": [meeting["id"]]} for person in event["people"]]
    shown = {key: event[key] for key in ("id", "name", "kind", "place", "country")}
    rest = {"summary": [rests(meeting)], "from": [meeting["id"]]}
    return {**shown, "when": f"{event['day']}", "participants": participants, **rest}


def _who_pays(theme: Record, told: dict[str, list[Record]]) -> Record:
    id, words = f"who-pays-{theme['id']}", theme["name"].lower()
    asked = {"id": id, "asks": "speakers", "question": f"Who should pay for the {words}?", "about": [theme["id"]]}
    return {**asked, "options": list(OPTIONS), **_noted(id, told[id])}


def _cost(event: Record, told: dict[str, list[Record]]) -> Record:
    id, words = f"{event['id']}-cost", event["name"].partition(" on the ")[2]
    return {"id": id, "asks": "sources", "question": f"What would the {words} cost?", **_noted(id, told[id])}


def _noted(question: str, facts: Sequence[Record]) -> Record:
    """Where answers differ, a note has two of the facts that give them."""
    by_answer = {fact["answers"][question]: fact for fact in reversed(facts)}
    return {"note": [rests(fact) for fact in [*by_answer.values()][:2]]} if len(by_answer) > 1 else {}


def _site(articles: Sequence[Article], events: Sequence[Record]) -> Record:
    first = articles[0].facts
    amounts = [fact for article in articles[:9] for fact in article.facts if fact["kind"] == "figure"][:8]
    figures = [{"figure": re.findall(r"\d+ million euros", fact["say"])[0], **rests(fact)} for fact in amounts]
    return {
        "id": "a-large-dossier",
        "title": "A large dossier",
        "description": "Invented articles, to measure what a briefing of any size costs.",
        "edition": f"{FIRST_DAY + timedelta(days=len(events) + 2)}",
        "bottom_line": [rests(fact) for fact in first[:3]],
        "key_figures": figures[:4],
        "figures": [{"name": "What is set aside?", "unit": "of public money", "points": figures}],
        "lead_events": [event["id"] for event in events[-3:]],
        "open": [rests(fact) for fact in first[3:5]],
        "rights": "Invented, and free for any use.",
        "corrections": "Write to the editors, and name the fact.",
    }


def write(folder: Path, articles: int, facts: int = FACTS) -> int:
    """Lays out a dossier of as many articles in a folder, in place of one that stands there; how many facts it has."""
    world = World()
    events = [event_of(world, number) for number in range((articles + 1) // 2)]
    written = [Article(world, number, facts, events[number // 2]) for number in range(articles)]
    for name in ("content", "seeds", "build", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for article in written:
        write_article(folder, article)
    for name, held in registries(world, written, events).items():
        _write(folder / "content" / f"{name}.yml", held)
    named = re.sub("(?m)^site_name:.*", "site_name: A large dossier", PLAN.read_text(encoding="utf-8"))
    (folder / "mkdocs.yml").write_text(re.sub("(?m)^site_url:[^#\n]*", "site_url: ", named), encoding="utf-8")
    return sum(len(article.facts) for article in written)


def one_more(articles: int, facts: int = FACTS) -> Article:
    """An article that a dossier of as many does not have, and that nothing there rests on."""
    return Article(World(), articles, facts, None)


def write_article(folder: Path, article: Article) -> None:
    _write(folder / "content" / "facts" / f"{article.id}.yml", article.file())
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seeds" / f"{article.id}.txt").write_text(article.text, encoding="utf-8")


class _Plain(yaml.CSafeDumper):
    """YAML without anchors, which a dossier may not have."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _write(path: Path, held: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(held, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    print(write(Path(sys.argv[2]), int(sys.argv[1]), *map(int, sys.argv[3:])), "facts")
