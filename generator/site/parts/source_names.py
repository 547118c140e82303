"""What articles are called beside facts: in a word or two, where a whole title would hide the fact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from generator.briefing import Briefing
from generator.content.model import Article

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"  # those that follow are missing from many fonts


def source_names(briefing: Briefing, words: Mapping[str, Any]) -> Mapping[str, str]:
    """Each curated article by its `short`, or its publisher, or its month; those of one name have numbers, by day.

    What is named by its month always has a number, for a month alone is no name; a month that nobody knows is
    *undated*.
    """
    articles = sorted(briefing.curated, key=lambda id: (briefing.article(id).published.in_order, id))
    known = (day for day in (briefing.article(id).published for id in articles) if not day.is_unknown)
    is_one_year = len({day.earliest.year for day in known}) == 1
    given: dict[str, str] = {}
    for id in articles:
        record = briefing.article(id)
        publisher = briefing.content.publishers.get(record.publisher or "")
        given[id] = record.short or (publisher.name if publisher else "")
    shared = Counter(given.values())
    numbers: dict[str, int] = defaultdict(int)
    for id in articles:
        if not given[id] or shared[given[id]] > 1:
            name = given[id] or _month(briefing.article(id), words, is_one_year=is_one_year)
            numbers[name] += 1
            given[id] = f"{name} {_number(numbers[name])}"
    return given


def _month(article: Article, words: Mapping[str, Any], *, is_one_year: bool) -> str:
    day, dates = article.published.earliest, words["dates"]
    if article.published.is_unknown:
        return str(dates["undated"])
    if article.published.precision not in ("day", "month"):
        return str(day.year)
    month = dates["months"][day.month - 1]
    return str(month if is_one_year else dates["month"].format(month=month, year=day.year))


def _number(n: int) -> str:
    return CIRCLED[n - 1] if n <= len(CIRCLED) else f"({n})"
