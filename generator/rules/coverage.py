"""Rules that nothing of an article is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.evidence.source import FullText
from generator.measures.coverage import coverage
from generator.problems import Problem


def paragraphs_are_accounted_for(briefing: Briefing) -> Iterator[Problem]:
    """Every paragraph of a completely curated article has facts, or is skipped with a reason."""
    for article, file in briefing.articles.items():
        if file.article.curation == "open" or not _all_placed(briefing, article):
            continue
        for paragraph in coverage(briefing, article):
            if not paragraph.accounted:
                what = f"paragraph {paragraph.number} has neither a fact nor a `skip`"
                remedy = "write its facts, or skip it with the reason"
                yield Problem(file.at("skip"), "NOT-COVERED", what, remedy)


def _all_placed(briefing: Briefing, article: str) -> bool:
    """Whether it is known from where each fact comes; one that the lock cannot place is told for itself."""
    facts = briefing.facts_in(article)
    at_hand = isinstance(briefing.source(article), FullText)
    return at_hand or all(passage.occurrence for fact in facts for passage in fact.located)


def skips_are_of_paragraphs_without_facts(briefing: Briefing) -> Iterator[Problem]:
    """A skipped paragraph exists, and no fact comes from it."""
    for article, file in briefing.articles.items():
        if article not in briefing.sources:
            continue
        paragraphs = coverage(briefing, article)
        for skip in file.skip:
            if skip.paragraphs.last > len(paragraphs):
                what = f"the article has {len(paragraphs)} paragraphs, not {skip.paragraphs.last}"
                yield Problem(skip.at("paragraphs"), "NO-SUCH-PARAGRAPH", what, "mend the number")
            for paragraph in paragraphs:
                if paragraph.number in skip.paragraphs and paragraph.facts:
                    fact = paragraph.facts[0].id
                    what = f"paragraph {paragraph.number} is skipped, but `{fact}` comes from it"
                    yield Problem(skip.at("paragraphs"), "SKIP-HAS-FACTS", what, "leave it out of the skip")
