"""Straight quotation marks become those of print, wherever they stand; nothing else of a text ever changes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from playwright.sync_api import Page, expect

from generator import files, pipeline
from generator.site.parts.context import RenderContext
from generator.site.pictures.social_card import social_card
from generator.site.render.typography import straight, typographic, typographic_markdown
from tests.folders import HERE, article_texts_of, texts_of

SET = {
    # quotations
    '"a"': "“a”",
    "'a'": "‘a’",
    'the "Coalition of the Willing" first': "the “Coalition of the Willing” first",
    '("x") ["y"] —"z"': "(“x”) [“y”] —“z”",
    '"a" "b", "c".': "“a” “b”, “c”.",
    "\"'nested' quote\"": "“‘nested’ quote”",
    "\"quote 'nested'\"": "“quote ‘nested’”",
    "l'\"armée\"": "l’“armée”",
    'say:"x" and': "say:“x” and",
    '"x,"he said': "“x,”he said",
    '中"文"字': "中“文”字",
    '" Bonjour "': "“ Bonjour ”",
    '"it begins': "“it begins",
    'it ends"': "it ends”",
    '"by 2025" he': "“by 2025” he",
    "'by 2025' he": "‘by 2025’ he",
    'the "26"-country force': "the “26”-country force",
    '"{x}", \'{y}\'': "“{x}”, ‘{y}’",
    # apostrophes
    "it's": "it’s",
    "the allies' plan": "the allies’ plan",
    "O'Brien's": "O’Brien’s",
    "U.S.'s": "U.S.’s",
    "(x)'s {y}'s": "(x)’s {y}’s",
    "L'Ukraine d'abord": "L’Ukraine d’abord",
    "the '90s, '24": "the ’90s, ’24",
    "1990's": "1990’s",
    "rock 'n' roll, 'tis 'em": "rock ’n’ roll, ’tis ’em",
    # measures
    "5'10\" tall": "5'10\" tall",
    "48°51'24\"": "48°51'24\"",
    "a 26\" pipe, 5' long": "a 26\" pipe, 5' long",
    "\"he is 5'10\" tall\"": "“he is 5'10\" tall”",
    # what people set themselves
    "“x” ‘y’ « z » „w“": "“x” ‘y’ « z » „w“",
}  # fmt: skip
MARKS = st.text(st.sampled_from("\"'“”‘’ab1é中 .,()-—{}«»"), max_size=30)


SHOWN = ("title", "aria-label", "alt", "placeholder", "content")  # attributes whose words a reader meets
AS_WRITTEN = "self::code or self::pre or self::script or self::style or self::meta[@http-equiv]"


@pytest.mark.parametrize("text", SET)
def test_marks_are_set(text: str) -> None:
    assert typographic(text) == SET[text]


@example("a'")
@given(st.one_of(MARKS, st.text(max_size=40)))
def test_nothing_but_straight_marks_ever_changes(text: str) -> None:
    said = typographic(text)
    assert len(said) == len(text)
    for was, now in zip(text, said, strict=True):
        assert now == was or (was in "\"'" and straight(now) == was)


@given(MARKS)
def test_what_is_set_stays_so(text: str) -> None:
    assert typographic(typographic(text)) == typographic(text)


def test_a_page_in_markdown_keeps_its_code_addresses_and_attributes() -> None:
    page = """\
## The dossier's "rules" { #rules title="x" }

It's "`say: "x"`", see [the "list"](list.html "it's") and <b title="y">"this"</b>.

| `'a'` | don't |

```yaml
say: "it's"
```

[list]: list.html "it's"
It's the end.
"""
    assert (
        typographic_markdown(page)
        == """\
## The dossier’s “rules” { #rules title="x" }

It’s “`say: "x"`”, see [the “list”](list.html "it's") and <b title="y">“this”</b>.

| `'a'` | don’t |

```yaml
say: "it's"
```

[list]: list.html "it's"
It’s the end.
"""
    )


def words(page: Path) -> Iterator[str]:
    """All that a page shows or tells of itself, but what is code or a setting."""
    for element in html.parse(str(page)).xpath(f"//*[not(ancestor-or-self::*[{AS_WRITTEN}])]"):
        yield from filter(None, (element.text, *(element.get(name) for name in SHOWN)))
        yield from (part.tail for part in element if part.tail)


def test_pages_have_no_straight_mark_and_data_keep_each_as_it_was_written(site: Path, context: RenderContext) -> None:
    pages = [path for path in sorted(site.rglob("*.html")) if path.relative_to(site).parts[0] != "pagefind"]
    assert len(pages) > 100
    assert [(path.name, said) for path in pages for said in words(path) if straight(said) != said] != []
    assert [(path.name, said) for path in pages for said in words(path) if '"' in said or "'" in said] == []
    facts = json.loads((site / "data" / "facts.json").read_text(encoding="utf-8"))["facts"]
    assert {fact["id"]: fact["say"] for fact in facts} == {id: f.say for id, f in context.briefing.facts.items()}
    assert any("'" in fact["say"] for fact in facts)


def test_the_social_card_has_them_too() -> None:
    texts = texts_of(HERE / "small")
    title = """title: The "North" Link's talks"""
    texts["content/site.yml"] = texts["content/site.yml"].replace("title: The North Link", title)
    card = social_card(RenderContext(pipeline.load(texts, article_texts_of(texts)), files.words()))
    assert card.title == "The “North” Link’s talks"


def test_a_filter_takes_marks_as_a_keyboard_has_them(page: Page, address: str) -> None:
    page.goto(f"{address}/countries/russia.html")
    shown = page.locator(".fact:visible .fact__say")
    box = page.get_by_role("searchbox", name="Filter this page")
    found = []
    for typed in ("Russia's", "Russia’s"):
        box.fill(typed)
        expect(page.locator(".filter output")).to_contain_text("shown")
        found.append(shown.all_inner_texts())
    assert found[0] == found[1] != []
