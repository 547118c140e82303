"""What the pages of one run share is read and set up once, and each page still has its own addresses and sources."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.site.parts.page import Link
from generator.site.render.lean import Imports, LeanEnvironment
from generator.site.render.markup import Shared, shown
from generator.site.render.spacing import NO_BREAK, bound

PARTS = (
    "{% set read = reading() %}{% macro to(x) %}<{{ link(x) }}>{% endmacro %}{% macro own() %}{{ view }}{% endmacro %}"
)


def templates(**pages: str) -> LeanEnvironment:
    loader = DictLoader({"parts": PARTS, **pages})
    return LeanEnvironment(loader=loader, autoescape=True, finalize=shown, undefined=StrictUndefined)


def test_what_pages_import_is_set_up_for_the_first_of_them_alone() -> None:
    read: list[str] = []
    imports = Imports({"link": lambda target: f"to {target}", "reading": lambda: read.append("parts")})
    page = templates(page="{% import 'parts' as p with context %}{{ view }}{{ p.to('x') }}").get_template("page")
    written = [page.render(imports.variables, imports=imports, view=view) for view in ("a", "b")]
    assert written == ["a<to x>", "b<to x>"]
    assert read == ["parts"]


def test_what_is_imported_knows_nothing_of_a_page() -> None:
    imports = Imports({"link": str, "reading": lambda: ""})
    page = templates(page="{% import 'parts' as p with context %}{{ p.own() }}").get_template("page")
    with pytest.raises(UndefinedError, match="view"):
        page.render(imports.variables, imports=imports, view="a")


def test_without_imports_a_template_is_read_as_ever() -> None:
    page = templates(page="{% import 'parts' as p with context %}{{ p.own() }}").get_template("page")
    assert [page.render(link=str, reading=lambda: "", view=view) for view in ("a", "b")] == ["a", "b"]


def test_everything_printed_is_inert_once_and_markup_stays() -> None:
    page = templates(
        page="{% macro said(x) %}<b>{{ x }}</b>{% endmacro %}{% set body %}<i>{{ x }}</i>{% endset %}"
        "{{ said(x) }}{{ body }}{{ words.items }}{{ words.say }}{% call called() %}{{ x }}{% endcall %}{{ 3 }}"
    ).get_template("page")

    def called(caller: Any) -> Markup:
        said: Markup = caller()
        return Markup("<u>") + said

    words = {"items": "R&D", "say": Markup("<s>")}
    assert page.render(x="<", words=words, called=called) == "<b>&#60;</b><i>&#60;</i>R&#38;D<s><u>&#60;3"
    with pytest.raises(TypeError):
        page.render(x=None, words=words, called=called)


def test_each_page_has_its_own_addresses_and_its_own_sources() -> None:
    lines = {"one": Link("One"), "two": Link("Two"), "three": Link("Three")}
    shared = Shared(lines)
    words: dict[str, Any] = {}
    written = []
    for path in ("index.md", "themes/sea.md", "articles/one.md"):
        page = shared.begin(path, words)
        page["refer"](Link("A fact", f"{path}#a"))
        written.append((page["link"]("articles/one.html#one-sea"), [source.url for source in page["referred"]()]))
    assert written == [
        ("articles/one.html#one-sea", ["index.md#a"]),
        ("../articles/one.html#one-sea", ["themes/sea.md#a"]),
        ("#one-sea", ["articles/one.md#a"]),
    ]
    named = page["sources"]('<cite data-source="three"> <a data-source="one"> <a data-source="four">')
    assert named == [lines["one"], lines["three"]]  # in order of time, whatever else is named


SPACING = {"dates": {"months": ["March", "May"]}, "spacing": {"units": ["%", "km", "million"], "labels": ["p.", "No."]}}
PLAIN = re.compile(  # the same rule, said as it is told
    r"(?s:<(pre|code|textarea|script|style|svg)\b.*?</\1>)"
    r"|(?:(?<=\d) (?=(?:March|May|%|km|million)(?!\w))|(?:(?<=\bp\.)|(?<=\bNo\.)) (?=\d))(?![^<>]*>)"
)
PIECES = ["3", "٣", "²", " ", "March", "Marchs", "km", "%", "p.", "cap.", "No.", "x", "<a title='3 km'>", ">", "<"]
PIECES += ["<pre>", "</pre>", "<svg ", "</svg>", "<script>\n", "</script>", "\n", NO_BREAK, "p. ", "No. ", "3 ", " km"]


@given(some.lists(some.sampled_from(PIECES), max_size=30))
def test_spaces_are_bound_by_the_rule_as_it_is_told(pieces: list[str]) -> None:
    text = "".join(pieces)
    expected = PLAIN.sub(lambda found: NO_BREAK if found[0] == " " else found[0], text)
    assert bound(f"a\n---\n{text}", SPACING) == f"a\n---\n{expected}"
