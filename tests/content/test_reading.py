"""Gate one on whole dossiers: order, places, and no way for content to end in a traceback."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.model import Fact, Tombstone
from generator.content.reading import read
from generator.problems import Malformed, Place
from tests.folders import HERE, texts_of

SMALL = texts_of(HERE / "small")
LINES = [(path, number) for path, text in SMALL.items() for number in range(len(text.splitlines()))]
VALUES = [
    "",
    "~",
    "[]",
    "{}",
    "text",
    "[a, b]",
    "{a: b}",
    "[[a]]",
    "{id: [a]}",
    "'  '",
    "0",
    "index",
    "2025-02-30",
]


def test_the_small_dossier_is_read_in_the_order_of_its_files() -> None:
    content = read(SMALL)
    assert list(content.articles) == ["bergen-march", "oslo-cable"]
    assert list(content.themes) == ["energy-links", "energy-prices"]
    facts = content.articles["oslo-cable"].facts
    assert [type(fact) for fact in facts] == [Fact, Fact, Fact, Tombstone]
    assert facts[2].at("when", "date") == Place("content/facts/oslo-cable.yml", 33, 18)
    assert facts[1].at("kind", "none") == Place("content/facts/oslo-cable.yml", 25, 11)


def test_files_may_come_in_any_order() -> None:
    assert read(dict(reversed(SMALL.items()))) == read(SMALL)


def test_only_the_site_and_one_article_are_needed() -> None:
    site = "title: T\ndescription: D\nedition: 2024-06-04\nrights: R\ncorrections: C\n"
    bottom_line = "bottom_line: [{say: They met., from: [a]}]\n"
    facts = "article: {label: L, published: 2024}\nfacts: [{id: a, say: S, passage: p, about: []}]\n"
    content = read({"content/site.yml": site + bottom_line, "content/facts/x.yml": facts})
    assert content.leaders == {}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(LINES), st.sampled_from(VALUES), st.booleans())
def test_a_damaged_line_is_read_or_refused(line: tuple[str, int], value: str, keeps_key: bool) -> None:
    path, number = line
    lines = SMALL[path].splitlines(keepends=True)
    key, colon, _ = lines[number].partition(":")
    lines[number] = f"{key}{colon} {value}\n" if keeps_key else value
    with suppress(Malformed):
        read(SMALL | {path: "".join(lines)})
