"""The command that tells how far the work on each article is, the one that most needs a reader first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from generator.analysis.agreement import verdict
from generator.briefing import Briefing
from generator.commands.console import ROOT, TEXTS, loaded, reports_problems, tell, tell_json
from generator.content.model import Draft
from generator.evidence.verdict import Verdict
from generator.history.readings import FactReading, readings
from generator.measures.coverage import coverage
from generator.measures.quotation import quoted

COLUMNS = {
    "article": "article",
    "facts": "facts",
    "drafts": "drafts",
    "not_proved": "not proved",
    "settled": "settled",
    "read_again": "read again",
    "uncovered": "uncovered",
    "words": "words",
    "quoted_percent": "quoted",
    "differences": "differences",
    "signed": "signed",
    "second_reading": "second reading",
}


@click.command()
@ROOT
@TEXTS
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@reports_problems
def status(root: Path, texts: Path | None, as_json: bool) -> bool:
    """Tell how far each article is: facts, drafts, marks, uncovered paragraphs, words quoted, differences, readings."""
    briefing = loaded(root, texts)
    read = readings(briefing.content)
    articles = [article_status(briefing, article, read) for article in longest_unchecked(briefing)]
    differences = open_differences(briefing)
    if as_json:
        tell_json({"articles": articles, "differences": differences})
        return True
    tell(table(articles))
    asked = [question["id"] for question in differences]
    tell(f"\nquestions on which sources differ: {', '.join(asked) or 'none'}")
    return True


def article_status(briefing: Briefing, article: str, read: Mapping[str, FactReading]) -> dict[str, Any]:
    """The figures of one article; `read` are the readings of its facts."""
    facts, file, share = briefing.facts_in(article), briefing.articles[article], quoted(briefing, article)
    asked = {question for fact in facts for question in fact.answers}
    return {
        "article": article,
        "facts": len(facts),
        "drafts": sum(isinstance(fact, Draft) for fact in file.facts),
        "not_proved": sum(fact.verdict is not Verdict.PROVED for fact in facts),
        "settled": sum(len(fact.settled) for fact in facts),
        "read_again": sum(len(fact.unsettled) for fact in facts),
        "uncovered": [paragraph.number for paragraph in coverage(briefing, article) if not paragraph.accounted],
        "words": share.of,
        "quoted_percent": share.percent,
        "differences": [question["id"] for question in open_differences(briefing) if question["id"] in asked],
        "signed": sum(read[fact.id].state == "signed" for fact in facts),
        "second_reading": file.article.second_reading.isoformat() if file.article.second_reading else None,
    }


def longest_unchecked(briefing: Briefing) -> list[str]:
    """Articles that nobody read a second time come first, then the oldest reading; by id where they are alike."""

    def key(article: str) -> tuple[str, str]:
        second_reading = briefing.article(article).second_reading
        return (second_reading.isoformat() if second_reading else "", article)

    return sorted(briefing.articles, key=key)


def open_differences(briefing: Briefing) -> list[dict[str, Any]]:
    """The questions on which sources do not agree: each answer, and the articles that give it."""
    differences = []
    for question in briefing.content.questions.values():
        if question.asks == "sources" and verdict(briefing, question) in ("differ", "within"):
            answers: dict[str, list[str]] = {}
            for fact, answer in briefing.answers_to(question.id):
                if fact.article not in answers.setdefault(answer, []):
                    answers[answer].append(fact.article)
            differences.append({"id": question.id, "question": question.question, "answers": answers})
    return differences


def table(articles: list[dict[str, Any]]) -> str:
    """One line an article, in columns; words to the left, numbers to the right."""
    rows = [list(COLUMNS.values()), *([_cell(name, article[name]) for name in COLUMNS] for article in articles)]
    wide = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(
            f"{cell:<{w}}" if n in (0, len(row) - 1) else f"{cell:>{w}}"
            for n, (cell, w) in enumerate(zip(row, wide, strict=True))
        ).rstrip()
        for row in rows
    )


def _cell(name: str, value: object) -> str:
    if isinstance(value, list):
        return str(len(value))
    if name == "quoted_percent":
        return f"{value} %"
    return "not yet" if value is None else str(value)
