"""Who is silent on a question: articles of the same days, and speakers who were heard on its themes."""

import pytest

from generator.analysis.agreement import distinct_count, silent
from generator.briefing import Briefing, briefing
from generator.content.reading import read

TEXTS = {
    "content/site.yml": "{title: A, description: B, edition: 2031-10-01, rights: C, corrections: D}",
    "content/countries.yml": "- {id: norway, name: Norway, code: NO}",
    "content/leaders.yml": "[{id: ada, name: Zoe Ada}, {id: bo, name: Bo}, {id: cy, name: Cy}, {id: di, name: Di}]",
    "content/themes.yml": "[{id: sea, name: Sea}, {id: tax, name: Tax}]",
    "content/questions.yml": """
- {id: fish, asks: speakers, question: More fish?, about: [sea, norway]}
- {id: size, asks: sources, question: How big?, about: [sea]}
- {id: idle, asks: sources, question: Idle?, about: [sea]}
""",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-03}
facts:
  - {id: one-ada, say: It is so., passage: a, about: [sea], who: ada}
  - {id: one-bo, say: It is so., passage: b, about: [sea], who: bo, answers: {fish: "no", size: ten}}
  - {id: one-cy, say: Norway has it., passage: c, about: [tax], who: cy}
  - {id: one-nobody, say: It is so., passage: d, about: [sea], via: a spokesman}
""",
    "content/facts/two.yml": """
article: {title: Two, published: 2031-03-03}
facts: [{id: two-di, say: It is so., passage: a, about: [sea], who: di}]
""",
    "content/facts/three.yml": "article: {title: Three, published: 2031-03-04}\n",
}
SILENT = {"fish": ("di", "ada"), "size": ("two",), "idle": ()}


@pytest.fixture(scope="module")
def told() -> Briefing:
    return briefing(read(TEXTS), {}, {})


@pytest.mark.parametrize("question", SILENT)
def test_who_is_silent(told: Briefing, question: str) -> None:
    assert silent(told, told.content.questions[question]) == SILENT[question]


def test_voices_are_fewer_only_where_some_are_the_same() -> None:
    heard: tuple[list[str], ...] = ([], ["a"], ["a", "b"], ["a", "a"], ["a", "b", "a"])
    assert [distinct_count(voices) for voices in heard] == [0, 0, 0, 1, 2]
