"""What is counted of one article: its facts, what they cover, and how much of it they quote."""

from __future__ import annotations

from generator.briefing import Briefing
from generator.checks.coverage import coverage
from generator.checks.quoting import quoted
from generator.evidence.verdict import Verdict


def figures(briefing: Briefing, article: str) -> dict[str, int]:
    """Figure → number, in the order in which people read them."""
    facts = briefing.facts_in(article)
    paragraphs = coverage(briefing, article)
    expected = sum(paragraph.expected for paragraph in paragraphs)
    share = quoted(briefing, article)
    return {
        "facts": len(facts),
        "not_proved": sum(fact.verdict is not Verdict.PROVED for fact in facts),
        "paragraphs": len(paragraphs),
        "accounted": sum(paragraph.accounted for paragraph in paragraphs),
        "sentences": expected,
        "touched": expected - sum(len(paragraph.untouched) for paragraph in paragraphs),
        "words": share.of,
        "quoted": share.words,
    }
