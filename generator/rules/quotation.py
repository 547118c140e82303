"""The rule that not too much of an article is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.measures.quotation import quoted, quoted_alone, sharing
from generator.problems import Problem

NAMED = 3  # facts that are named; shortening the longest passages goes furthest


def articles_are_quoted_within_their_limit(briefing: Briefing) -> Iterator[Problem]:
    """The passages of an article show no more of its words than the limits of `site.yml`."""
    for article, file in briefing.articles.items():
        share = quoted(briefing, article)
        most = briefing.content.site.limits.quotable(share.of)
        if share.words > most:
            more = share.words - most
            what = f"passages show {share.words} of the {share.of} words of `{article}`, {more} more than may be quoted"
            yield Problem(file.at("facts"), "QUOTED-TOO-MUCH", what, _remedy(briefing, article))


def _remedy(briefing: Briefing, article: str) -> str:
    """By which facts most is saved."""
    longest = ", ".join(f"`{fact}` ({words})" for fact, words in quoted_alone(briefing, article)[:NAMED])
    remedy = "shorten passages" + (f", such as {longest}" if longest else "")
    if shared := sharing(briefing, article)[:NAMED]:
        told = "; ".join(f"{', '.join(f'`{fact}`' for fact in one.facts)} ({one.words})" for one in shared)
        remedy += f", or let facts of one sentence share one: {told}"
    return remedy
