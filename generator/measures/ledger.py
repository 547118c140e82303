"""How many checks were performed, and with what answers: a run that checked nothing passes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from generator.briefing import Briefing
from generator.evidence.verdict import Verdict
from generator.measures.coverage import coverage
from generator.measures.quotation import quoted


@dataclass(frozen=True)
class Ledger:
    """The numbers of one run."""

    facts: int
    proved_facts: int
    refuted_facts: int
    unproved_facts: int  # cannot be checked here
    checks: dict[str, Counter[Verdict]]  # by what was looked at: passage, name, number …
    settled: int  # marks in which facts differ from their sentences, read again and agreed to
    read_again: int  # such marks that nobody has settled
    waiting: int  # checks that need the text, but bind nothing
    paragraphs: int
    accounted: int
    sentences: int
    touched: int
    prose: int  # texts of ours that rest on facts
    proved_prose: int

    def as_numbers(self) -> dict[str, int | dict[str, dict[str, int]]]:
        """The same numbers for machines."""
        checks = {name: {v.value: answers[v] for v in Verdict} for name, answers in sorted(self.checks.items())}
        counts = {name: number for name, number in vars(self).items() if isinstance(number, int)}
        return {**counts, "checks": checks}

    def __add__(self, other: Ledger) -> Ledger:
        """The numbers of both together."""
        checks = {name: self.checks.get(name, Counter()) + of for name, of in other.checks.items()}
        numbers = {
            name: number + getattr(other, name) for name, number in vars(self).items() if isinstance(number, int)
        }
        return Ledger(checks={**self.checks, **checks}, **numbers)

    def __str__(self) -> str:
        passages = self.checks.get("passage", Counter())
        parts = [
            f"facts {self.facts}",
            f"passages proved {passages[Verdict.PROVED]}",
            f"refuted {passages[Verdict.REFUTED]}",
            f"cannot check {passages[Verdict.CANNOT]}",
            *(
                f"{name}s bound {answers[Verdict.PROVED]}/{answers.total()}"
                for name, answers in sorted(self.checks.items())
                if name not in ("passage", "own words", "sense")
            ),
            f"marks settled {self.settled}, to read again {self.read_again}",
            f"paragraphs {self.accounted}/{self.paragraphs} accounted for",
            f"sentences {self.touched}/{self.sentences} touched",
            f"sentences of ours {self.proved_prose}/{self.prose} bound",
            f"waiting for the text {self.waiting}",
        ]
        return " · ".join(parts)


NOTHING = Ledger(0, 0, 0, 0, {}, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def ledger(briefing: Briefing) -> Ledger:
    """Counts what was checked in a whole briefing, in the articles that somebody has read."""
    whole = sum((ledger_of(briefing, article) for article in briefing.articles), NOTHING)
    prose = [verdict for statement in briefing.statements for _, verdict in statement.texts]
    return replace(whole, prose=len(prose), proved_prose=prose.count(Verdict.PROVED))


def ledger_of(briefing: Briefing, article: str) -> Ledger:
    """Counts what was checked in one article; its paragraphs, where somebody has read it."""
    known = briefing.counted.get(article)
    return known.ledger if known else _ledger_of(briefing, article)


def _ledger_of(briefing: Briefing, article: str) -> Ledger:
    facts = briefing.facts_in(article)
    checks: dict[str, Counter[Verdict]] = {}
    for fact in facts:
        for check in fact.checks:
            checks.setdefault(check.subject, Counter())[check.verdict] += 1
    verdicts = Counter(fact.verdict for fact in facts)
    paragraphs = coverage(briefing, article) if article in briefing.curated else ()
    expected = sum(p.expected for p in paragraphs)
    return Ledger(
        facts=len(facts),
        proved_facts=verdicts[Verdict.PROVED],
        refuted_facts=verdicts[Verdict.REFUTED],
        unproved_facts=verdicts[Verdict.CANNOT],
        checks=checks,
        settled=sum(len(fact.settled) for fact in facts),
        read_again=sum(len(fact.unsettled) for fact in facts),
        waiting=sum(check.needs_text for fact in facts for check in fact.checks),
        paragraphs=len(paragraphs),
        accounted=sum(p.accounted for p in paragraphs),
        sentences=expected,
        touched=expected - sum(len(p.untouched) for p in paragraphs),
        prose=0,
        proved_prose=0,
    )


def article_counts(briefing: Briefing, article: str) -> dict[str, int]:
    """Figure → number, in the order in which people read them."""
    known = briefing.counted.get(article)
    return known.article_counts if known else _counted(briefing, article)


def _counted(briefing: Briefing, article: str) -> dict[str, int]:
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
