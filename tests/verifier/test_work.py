"""How the program that strangers run reads pages, and shares its work: quickly, and with the same result."""

import gc
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from random import Random
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
    "\u00a0„ß“", "<", ">", "</", '"', '<a title="1" TITLE="2">', '<p a="<i>">', "<![CDATA[ <b> ]]>", "<A B>",
    "<i x=\"\x00\">", '<p =""a="">', '<p a="b"c="d">', "<p/ a>", "<div#n>", '<div id="n1">', "&am", "p;", "</p >",
    "</p a>", '<p "">',
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
        assert {kind: set(found) for kind, found in plain.of_kind.items()} == kinds(pages.Element(plain, 0)), path


def kinds(root: Any) -> Mapping[str, set[int]]:
    """The elements of each kind, as they are found by looking at every one."""
    found = defaultdict[str, set[int]](set)
    for one in root.below():
        marks = [f"[{name}]" for name in ("data-address", "data-derived", "title") if name in one.attributes]
        is_source = one.tag == "div" and re.fullmatch("n[0-9]+", one.attributes.get("id", ""))
        for kind in (one.tag, *(f".{name}" for name in one.classes), *marks, *(["#n"] if is_source else [])):
            found[kind].add(one.at)
    return found


def test_a_page_with_something_changed_is_read_as_the_parser_reads_it(modules: Any, site: Path) -> None:
    """Whatever is put in, taken out or set twice: it is read quickly and rightly, or by the parser."""
    pages, random, quick = modules("verify_pages"), Random(14), Counter[bool]()
    found = sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size)
    for path in random.sample(found[: len(found) // 2], 40):
        text = path.read_text(encoding="utf-8")
        for change in (put_in, taken_out, set_twice):
            page = change(random, text)
            quick[pages.plain_page(page) is not None] += 1
            assert tree(pages.elements_of(page)) == by_the_parser(pages, page), (path, change.__name__)
    assert len(quick) == 2


def put_in(random: Random, page: str) -> str:
    at = random.randrange(len(page))
    return page[:at] + random.choice(PIECES) + page[at:]


def taken_out(random: Random, page: str) -> str:
    first = random.randrange(len(page))
    return page[:first] + page[first + random.randrange(1, 60) :]


def set_twice(random: Random, page: str) -> str:
    first = random.randrange(len(page))
    end = first + random.randrange(1, 60)
    return page[:end] + page[first:end] + page[end:]


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
    assert gc.isenabled(), "who imports the program keeps a collector of cycles"


@pytest.mark.site
def test_a_fault_of_one_is_the_fault_of_all(modules: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    work = modules("verify_work")
    monkeypatch.setattr(work.os, "sched_getaffinity", lambda _: {0, 1})
    with pytest.raises(ZeroDivisionError):
        [*work.each(lambda one: 1 // (one - 7), [*range(work.FEW)])]
