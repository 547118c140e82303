"""A small invented world for the tests of evidence: a few registered names, and facts made in one line."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from generator.content.dates import parse
from generator.content.model import Article, Fact, FactFile
from generator.content.reading import Content, read
from generator.content.record import When
from generator.evidence.proving import BoundFact, alias_table, bound_fact
from generator.evidence.source import FullText, Source
from generator.evidence.verdict import Verdict

WORLD = read(
    {
        "content/site.yml": "{title: A, description: B, edition: 2024-06-04, rights: C, corrections: D}",
        "content/leaders.yml": "- {id: jane-doe, name: Jane Doe, aliases: [Doe, Søren's sister]}\n"
        "- {id: ole-lund, name: Ole Lund, aliases: [Lund]}",
        "content/countries.yml": "- {id: norway, name: Norway, code: NO, demonyms: [Norwegian]}\n"
        "- {id: denmark, name: Denmark, code: DK, demonyms: [Danish]}\n"
        "- {id: united-states, name: United States, code: US, aliases: [US, U.S.]}",
        "content/organisations.yml": "- {id: grid-group, name: Group of Seven, aliases: [friends of the cable]}",
        "content/themes.yml": "- {id: energy, name: Energy}",
        "content/events.yml": "- {id: oslo-talks, name: Harbour talks, place: Oslo, kind: talks, when: 2024-05-31, "
        "background: invented}",
        "content/questions.yml": "- {id: share, asks: sources, question: What share?}",
        "content/publishers.yml": "- {id: herald, name: The Herald, kind: newspaper}",
        "content/facts/report.yml": "article: {title: A report, published: 2024-06-01}",
    }
)
# Its event rests on the one fact that each test writes.
_TALKS = WORLD.events["oslo-talks"].model_copy(update={"from_": ("a-fact",), "background": None})
WORLD.events["oslo-talks"] = _TALKS
ARTICLE = "report"


def date(text: str, **more: str) -> When:
    return When.model_validate({"date": parse(text), **more})


def fact(say: str, *passage: str, **more: Any) -> Fact:
    return Fact.model_validate({"id": "a-fact", "say": say, "passage": passage, "about": ("energy",), **more})


def world(*facts: Fact, published: str = "2024-06-01") -> Content:
    """The world with one article, which has these facts."""
    article = Article(title="A report", published=parse(published))
    return replace(WORLD, articles={ARTICLE: FactFile(article=article, facts=facts)})


@lru_cache(maxsize=8)
def _of_the_world(text: str) -> FullText:
    return FullText(text, alias_table(WORLD))


def full_text(text: str, content: Content = WORLD) -> FullText:
    """A text with the names of a world; read once for all that is asked of it in the one world."""
    return _of_the_world(text) if content is WORLD else FullText(text, alias_table(content))


def checked(content: Content, source: Source) -> BoundFact:
    """The one fact of the world, asked of a source of its article."""
    [only] = content.articles[ARTICLE].facts
    assert isinstance(only, Fact)
    return bound_fact(content, alias_table(content), ARTICLE, only, source)


def faults(text: str, one: Fact, **more: Any) -> list[str]:
    """What is said against a fact of an article with this text: `CODE: what; remedy`."""
    bound = checked(world(one, **more), full_text(text))
    return [
        f"{check.code}: {check.what}" + (f"; {check.remedy}" if check.remedy else "")
        for check in bound.checks
        if check.verdict is not Verdict.PROVED and not check.marks  # those are read again: no fault before a person has
    ]
