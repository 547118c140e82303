"""Prints how well the checker parts honest facts from wrong ones, on invented cases; `python -m tools.measure_meaning`.

`tests/meaning/cases.yml` has them: a short article, a fact, whether the fact is honest or wrong, and what is expected:
`accept` an honest one; `refuse` a figure, a name or a date that is false; `flag` a turned sense, which a person reads
again. `now` stands where the outcome is another one today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generator import pipeline
from generator.files import ArticleTexts, digest

FOLDER = Path(__file__).parent.parent / "tests" / "meaning"
PUBLISHED = "2024-03-14"
OUTCOMES = {"accept": "accepted", "flag": "flagged", "refuse": "refused"}
SITE = {
    "title": "Harbours",
    "description": "Cases that measure the checker.",
    "edition": "2024-07-01",
    "limits": {"article_percent": "100"},  # each text is an excerpt
    "rights": "Everything is invented.",
    "corrections": "None.",
}
Case = Mapping[str, Any]


def cases() -> list[Case]:
    """Every case, each value as text."""
    listed: list[Case] = yaml.load((FOLDER / "cases.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return listed


def outcomes(asked: Sequence[Case]) -> dict[str, str]:
    """What becomes of each fact, by the id of its case: refused, flagged or accepted."""
    texts, articles = dossier(asked)
    briefing = pipeline.load(texts, ArticleTexts(articles, {}, {digest(text): text for text in articles.values()}))
    found = {case["id"]: "accepted" for case in asked}
    for problem in pipeline.problems(briefing):
        case = PurePosixPath(problem.place.path).stem
        is_told = problem.code == "READ-AGAIN" or not problem.is_warning
        if is_told and case in found and found[case] != "refused":
            found[case] = "flagged" if problem.is_warning else "refused"
    return found


def dossier(asked: Sequence[Case]) -> tuple[dict[str, str], dict[str, str]]:
    """The files of one dossier that holds all cases, and the texts of its articles."""
    cast: Mapping[str, Any] = yaml.load((FOLDER / "cast.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    registries = {name: [{**entry, "background": "of the cast"} for entry in cast[name]] for name in cast}
    records: dict[str, Any] = {"site": SITE, "themes": [{"id": "harbours", "name": "Harbours"}], **registries}
    for case in asked:
        more = {key: case[key] for key in ("language", "publisher") if key in case}
        article = {"title": case["id"], "published": case.get("published", PUBLISHED), "curation": "open", **more}
        fact = {"id": case["id"], "about": ["harbours"], **case["fact"]}
        records[f"facts/{case['id']}"] = {"article": article, "facts": [fact]}
    texts = {
        f"content/{name}.yml": yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
        for name, record in records.items()
    }
    return texts, {case["id"]: case["text"] for case in asked}


def main() -> None:
    asked = cases()
    found = outcomes(asked)
    for case in asked:
        if found[case["id"]] != OUTCOMES[case["expect"]]:
            print(f"{case['id']} ({case['kind']}): {found[case['id']]}, not {OUTCOMES[case['expect']]}: {case['why']}")
    counted = Counter((case["expect"], found[case["id"]]) for case in asked)
    of = Counter(case["expect"] for case in asked)
    missed = of["refuse"] - counted["refuse", "refused"]
    print(f"false figures, names and dates not refused: {missed} of {of['refuse']}")
    print(f"turned senses accepted: {counted['flag', 'accepted']} of {of['flag']}")
    print(f"honest facts refused: {counted['accept', 'refused']} of {of['accept']}")
    print(f"honest facts flagged: {counted['accept', 'flagged']} of {of['accept']}")


if __name__ == "__main__":
    main()
