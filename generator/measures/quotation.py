"""How much of an article is quoted, and the rule that it is not too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefing import Briefing
from generator.problems import Problem


@dataclass(frozen=True)
class Quoted:
    """How many of an article's words its passages show, each counted once."""

    words: int
    of: int

    @property
    def percent(self) -> float:
        return round(100 * self.words / self.of, 1) if self.of else 0.0


def quoted(briefing: Briefing, article: str) -> Quoted:
    """The words of an article that stand in passages; facts without a found passage count for nothing."""
    shown = {
        (stretch.spot, token)
        for fact in briefing.facts_in(article)
        for one in fact.located
        if one.standing
        for stretch in one.standing.stretches
        for token in range(stretch.first, stretch.last + 1)
    }
    return Quoted(len(shown), sum(outline.tokens for outline in briefing.source(article).outlines))


def articles_are_quoted_within_their_limit(briefing: Briefing) -> Iterator[Problem]:
    """The passages of an article show no more of its words than the limit of `site.yml`."""
    limit = briefing.content.site.limits.article_percent
    for article, file in briefing.articles.items():
        share = quoted(briefing, article)
        if 100 * share.words > limit * share.of:
            what = f"the passages show {share.percent} % of `{article}`, {limit} % at most may be quoted"
            yield Problem(file.at("facts"), "QUOTED-TOO-MUCH", what, "shorten passages, or let facts share one")
