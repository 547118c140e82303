"""Rules for the record of an article: when it was published, and what we call it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.problems import Problem


def articles_are_older_than_the_edition(briefing: Briefing) -> Iterator[Problem]:
    """An article was published by the day of the edition that tells of it; of one with drafts alone nothing is told."""
    edition = briefing.content.site.edition
    for file in briefing.curated.values():
        published = file.article.published
        if published.earliest > edition:
            what = f"published `{published}`, after the edition of `{edition}`"
            remedy = "look at the date once more, or at `edition` in site.yml"
            yield Problem(file.article.at("published"), "AFTER-EDITION", what, remedy)


def titles_of_ours_rest_on_facts(briefing: Briefing) -> Iterator[Problem]:
    """A title of ours rests on facts, as any sentence of ours, once the article is read to its end."""
    for file in briefing.articles.values():
        label = file.article.label
        if label and not label.from_ and file.article.curation == "complete":
            what = f"`{label.say}` is a title of ours and rests on no fact"
            yield Problem(file.article.at("label"), "LABEL-WITHOUT-FACTS", what, "write `label: {say: …, from: […]}`")
