"""The facts as data: `facts.json`, whose keys the page on the data documents."""

from __future__ import annotations

import json
from typing import Any

from generator.briefing import BoundFact, Briefing

VERSION = "1"


def facts_json(briefing: Briefing) -> str:
    """Every fact in order of its date, article and paragraph."""
    site = briefing.content.site
    facts = [fact_data(briefing, fact) for fact in briefing.facts.values()]
    whole = {"version": VERSION, "title": site.title, "edition": site.edition.isoformat(), "facts": facts}
    return written(whole)


def fact_data(briefing: Briefing, fact: BoundFact) -> dict[str, Any]:
    content, record = briefing.content, fact.fact
    return {
        "id": fact.id,
        "article": fact.article,
        "paragraphs": list(fact.paragraphs),
        "say": record.say,
        "passages": list(record.passage),
        "who": record.who,
        "via": record.via,
        "voice": fact.voice,
        "kind": record.kind,
        "when": record.when.date.text if record.when else None,
        "leaders": sorted(content.leaders.keys() & fact.subjects),
        "countries": sorted(content.countries.keys() & fact.subjects),
        "organisations": sorted(content.organisations.keys() & fact.subjects),
        "themes": sorted(content.themes.keys() & fact.subjects),
        "events": [record.event] if record.event else [],
        "answers": dict(record.answers),
        "url": fact.url,
    }


def written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
