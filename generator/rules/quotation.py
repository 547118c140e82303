"""The rule that not too much of an article is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.measures.quotation import quoted
from generator.problems import Problem


def articles_are_quoted_within_their_limit(briefing: Briefing) -> Iterator[Problem]:
    """The passages of an article show no more of its words than the limit of `site.yml`."""
    limit = briefing.content.site.limits.article_percent
    for article, file in briefing.articles.items():
        share = quoted(briefing, article)
        if 100 * share.words > limit * share.of:
            what = f"the passages show {share.percent} % of `{article}`, {limit} % at most may be quoted"
            yield Problem(file.at("facts"), "QUOTED-TOO-MUCH", what, "shorten passages, or let facts share one")
