"""Measures the two maps of a build over one dossier: what their units cost, and what travels for them.

    python -m tools.measure_work DOSSIER

Costs are processor seconds of this process, which does everything alone; sizes are bytes of pickles.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator import assembly, files, pipeline, writing
from generator import briefing as collection
from generator.briefing import Briefing
from generator.evidence import articles
from generator.evidence.articles import Kept
from generator.measures.ledger import ledger
from generator.work.executors import packed, unpacked
from generator.work.packing import packed as store_packed

Value = TypeVar("Value")


def timed(name: str, of: int, work: Callable[[], Value]) -> Value:
    """What `work` gives; its cost is told, for each of so many too."""
    start = time.process_time()
    value = work()
    spent = time.process_time() - start
    print(f"{name:<46}{spent:>9.2f} s{1000 * spent / of:>11.1f} ms")
    return value


def sized(name: str, of: int, value: object) -> None:
    """How large a value is that travels, and what it costs to read there."""
    data = packed(value)
    start = time.process_time()
    unpacked(data)
    print(f"{name:<46}{len(data) / 1e6:>9.2f} MB{len(data) / of / 1000:>10.1f} kB{time.process_time() - start:>9.2f} s")


def measure(root: Path) -> None:
    texts, article_texts = files.content(root), files.article_texts(root)
    count = len([path for path in texts if path.startswith("content/facts/")])
    print(f"{count} articles\n{'':<46}{'in all':>11}{'an article':>14}")
    content = timed("reduce: files become records", count, lambda: pipeline.read(texts))
    ground = articles.ground(content)
    kept = {id: Kept(article_texts.texts.get(id), article_texts.locks.get(id)) for id in content.articles}
    asked = [(id, file, kept[id]) for id, file in content.articles.items()]
    answers = timed("map: articles are proved", count, lambda: [articles.ask(ground, *one) for one in asked])

    def gathered() -> Briefing:
        proved = (articles.proved(ground, *one, answer) for one, answer in zip(asked, answers, strict=True))
        return collection.gathered(content, ground.aliases, proved)

    briefing = timed("reduce: answers become a briefing", count, gathered)
    timed("reduce: rules", count, lambda: pipeline.problems(briefing))
    data = assembly.downloads(briefing, "")
    writer = writing.writer_of(briefing, files.words(), "", data.data)
    briefing_as_sent = packed(writer)  # before it remembers anything
    units = writer.pages.units
    print(f"{len(units)} units of pages")
    whole, subjects = [unit for unit in units if not unit.id], [unit for unit in units if unit.id]
    pages = timed("map: lists and pages of the whole", count, lambda: [*map(writer.written, whole)])
    pages += timed("map: pages of subjects", count, lambda: [*map(writer.written, subjects)])
    rendered = {page.path: page for of_unit in pages for page in of_unit}
    written = writing.Written(tuple(rendered.values()))
    timed("reduce: data, feeds, search", count, lambda: assembly.held(briefing, written, data, files.words()))
    print(f"\n{'what travels':<46}{'in all':>12}{'an article':>13}{'read in':>11}")
    sized("to each worker: the ground of articles", count, ground)
    sized("to a worker: articles and their texts", count, asked)
    sized("from it: their answers", count, answers)
    sized("to each worker: the briefing for pages", count, unpacked(briefing_as_sent))
    kept_pages = [store_packed((page.text, page.said, page.sources)) for page in rendered.values()]
    sized("from it: pages, as they are kept", count, kept_pages)
    print(ledger(briefing))


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
