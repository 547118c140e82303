"""Prints how well sentences are matched with the questions that they may answer; `python -m tools.measure_questions`.

The labelled sentences of `tests/drafting/questions/` are invented. What curators found is counted beside them where the
texts are at hand: each fact that answers, its article drafted without its facts. There, what is right and what nobody
made a fact of cannot be told apart, so that the precision is a lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator import files, pipeline
from generator.briefing import Briefing
from generator.drafting.asking import Reader
from generator.evidence.source import FullText, SentenceRef
from tests.drafting.test_asking import LEAST, answered

ROOT = Path(__file__).parent.parent


def main(root: Path = ROOT) -> int:
    print(f"{'':24}{'right of what was found':>28}{'found of what is right':>28}")
    for name in LEAST:
        pairs = [(right, found) for _, right, found in answered(name)]
        _row(
            f"invented: {name}",
            sum(len(r & f) for r, f in pairs),
            sum(len(f) for _, f in pairs),
            sum(len(r) for r, _ in pairs),
        )
    briefing = pipeline.load(files.content(root), files.article_texts(root))
    curated = [pair for article in briefing.articles for pair in _curated(briefing, article)]
    if curated:
        right = {answer for found, answers in curated for answer in answers if found}
        every = {answer for _, answers in curated for answer in answers}
        found = [bool(answers) for found, answers in curated if found]
        print(f"{'curated articles':24}{_share(sum(found), len(found)):>28}{_share(len(right), len(every)):>28}")
    return 0


def _curated(briefing: Briefing, article: str) -> Iterator[tuple[bool, set[tuple[str, str]]]]:
    """Of each sentence and question, whether it is found to answer, and the facts that touch it and answer."""
    source = briefing.source(article)
    if not isinstance(source, FullText):
        return
    blank = briefing.articles[article].model_copy(update={"facts": ()})
    unread = replace(briefing, content=replace(briefing.content, articles={**briefing.articles, article: blank}))
    reader = Reader(article, briefing.article(article).published, source, unread)
    for line in (line for lines in reader.lines for line in lines):
        found = {one.question for one in reader.listener.answers(line, spoken=reader.is_spoken(line))}
        touching = [
            f for f in briefing.facts_in(article) if SentenceRef(line.paragraph.number, line.sentence.number) in f.refs
        ]
        for question in briefing.content.questions:
            yield question in found, {(fact.id, question) for fact in touching if question in fact.answers}


def _row(name: str, right: int, found: int, there: int) -> None:
    print(f"{name:24}{_share(right, found):>28}{_share(right, there):>28}")


def _share(some: int, of: int) -> str:
    return f"{some / of:.2f} ({some} of {of})" if of else "-"


if __name__ == "__main__":
    raise SystemExit(main())
