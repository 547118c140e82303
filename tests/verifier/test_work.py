"""How the program that strangers run reads pages, and shares its work: quickly, and with the same result."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shipped import importable


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with importable(tmp_path_factory.mktemp("shipped")):
        yield import_module


def tree(root: Any) -> list[Any]:
    """Every element with all that is known of it, and with all elements in it and beside its texts, by their places
    among the others: how many tags stand between these may differ.
    """
    elements = [root, *root.below()]
    places = {one.at: place for place, one in enumerate(elements)}
    return [
        (
            one.tag,
            one.attributes,
            one.classes,
            places[one.above],
            [places[of.at] for of in one.below()],
            [places.get(getattr(of, "at", None), of) for of in one.inside],
            one.text(),
        )
        for one in elements
    ]


def by_the_parser(pages: Any, page: str) -> list[Any]:
    reader = pages.Reader()
    reader.feed(page)
    reader.close()
    return tree(pages.Element(pages.Page(reader.tags, reader.texts), 0))


# What pages are made of, and what could be taken for it.
PIECES = [
    "<p>", "</p>", '<a href="a&amp;b.html#c" class="ref  refs">', "</a>", '<img src="x" alt="">', "<br/>", "<hr />",
    '<svg viewBox="0 0 1 1">', '<path d="M0"/>', "</svg>", "<script>", "</script>", "<script/>", "<title>", "</title>",
    '<i hidden class="one" class="two">', "</i>", '<b title="a > b">', "<b title='x'>", "<b title=x>", "</b>",
    "a &lt; b", "&amp;copy", "a < b", "a > b", "<!-- <p> -->", "<!doctype html>", "<?php ?>", "</ p>", "<Ü>",
    "<p\n\tclass=\"x\"\n>", "<textarea>", "</textarea>", "<iframe>", "</iframe>", "<p class>", "<P ID=\"A\">",
    "\u00a0„ß“", "<", ">", "</",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_is_read_quickly_is_read_as_the_parser_reads_it(modules: Any, page: str) -> None:
    pages = modules("verify_pages")
    assert tree(pages.elements_of(page)) == by_the_parser(pages, page)


def test_every_page_that_a_builder_writes_is_read_quickly(modules: Any, site: Path) -> None:
    pages = modules("verify_pages")
    found = sorted(site.rglob("*.html"))
    assert found
    for path in found:
        text = path.read_text(encoding="utf-8")
        plain = pages.plain_page(text)
        assert plain is not None, path
        assert tree(pages.Element(plain, 0)) == by_the_parser(pages, text), path


@pytest.mark.parametrize(
    ("text", "found"), [("a\x00b", "ab"), ("a\u00a0 b\n", "a b"), ("“a”", '"a"'), ("e\u0301", "é")]
)
def test_a_text_is_read_as_print_has_it(modules: Any, text: str, found: str) -> None:
    assert modules("verify_pages").read(text) == found


@pytest.mark.site
@pytest.mark.parametrize("processors", [1, 3])
def test_results_come_in_order_whoever_found_them(
    modules: Any, monkeypatch: pytest.MonkeyPatch, processors: int
) -> None:
    work = modules("verify_work")
    monkeypatch.setattr(work.os, "sched_getaffinity", lambda _: set(range(processors)))
    many = [*range(work.FEW + 1)]
    assert [*work.each(lambda one: -one, many)] == [-one for one in many]


@pytest.mark.site
def test_a_fault_of_one_is_the_fault_of_all(modules: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    work = modules("verify_work")
    monkeypatch.setattr(work.os, "sched_getaffinity", lambda _: {0, 1})
    with pytest.raises(ZeroDivisionError):
        [*work.each(lambda one: 1 // (one - 7), [*range(work.FEW)])]
