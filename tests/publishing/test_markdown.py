"""A page's Markdown becomes the HTML that Python-Markdown makes of it, to the byte."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing import html
from generator.publishing.html import Heading, Markdown, Unresolved

SETTINGS: dict[str, dict[str, object]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": False, "toc_depth": "2-3"},
}
HOW = Markdown(("toc", "tables", "fenced_code", "attr_list"), SETTINGS, (2, 3))

HEADINGS = [
    "# Title { #top dir=auto }",
    "## One &#45; two &amp; three { #one }",
    "### Œuvre, “quoted” — 50% (at 3 o’clock) { #deep }",
    "#### A fourth level { #fourth }",
    "## ends in a hash # { #hash }",
    "## no id",
    "## *stressed* { #stressed }",
    "## <bdi>an element</bdi> { #element }",
    "##  two  spaces { #spaces }",
    "## with a class { #id .wide }",
    "## a & b { #bare }",
    "##no space { #none }",
    "## عنوان { #arabic dir=rtl }",
    "## https://example.org/_a_ { #address }",
]
BLOCKS = [
    "<p>One.</p>",
    "<p>One.</p><p>Two on a line.</p>",
    '<nav class="trail" aria-label="A &quot;b&quot;">\n<a href="x.html">x</a>\n</nav>',
    "<div>\n\n\n<article><p>With blank lines.</p></article>\n\n</div>",
    "<ul>\n<li>one\n<li>two</ul>",
    "<details><summary>s</summary><p>*not stressed* `code` \\* &#58; &nbsp; R&D a&b</p></details>",
    "<p>An <br>end<hr>less <img src=x.png></p>",
    "<section>\n<svg viewBox=\"0 0 1 1\"><path d='M0 0'/><title>t</title></svg>\n</section>",
    '<script type="application/ld+json">{"a": "b & c", "d": "<\\/e>"}</script>',
    "<div><div></div>",
    "<section><article><section></article></section>",
    "<p>1 < 2</p>",
    "<!-- a comment -->",
    "<p>a<!-- in -->b</p>",
    "<?php x ?>",
    "<span>no block</span>",
    "<p>unended",
    "</p>",
    "<P>Upper</P>",
    "<p\nclass=a>lines</p>",
    "<hr>",
    "<table><tr><td>a</td></tr></table>",
    "<pre>\n  kept\n\n\n  so\n</pre>",
    "<p>&#65 without an end</p>",
    "<p>tab\there</p>",
    "<x-y>its own</x-y>",
]
OTHERS = [
    "Words, *stressed*, and `code`.",
    "[a link](https://example.org/) and <mail@example.org>",
    "- one\n- two",
    "1. one\n\n   <p>in it</p>",
    "    code",
    "```\n# no heading\n```",
    "| a | b |\n|---|--:|\n| c | 1 |",
    "> quoted",
    "Setext\n======",
    "<p>a</p> words",
    "[named]: https://example.org/",
    "   ",
    "\\# no heading",
    "a\n# heading in words { #w }",
]


def made_by_library(text: str) -> tuple[str, list[Heading]]:
    parser = markdown.Markdown(extensions=[*HOW.extensions], extension_configs=SETTINGS)
    made = parser.convert(text)
    tokens, headings = [*parser.toc_tokens], []  # type: ignore[attr-defined]
    while tokens:
        token = tokens.pop(0)
        headings.append(Heading(token["level"], token["id"], token["name"]))
        tokens[:0] = token["children"]
    return made, headings


def agree(text: str) -> None:
    made = html.body(text, HOW, "a/b.md", lambda _: None)
    assert (made.html, [*made.headings]) == made_by_library(text)


@pytest.mark.parametrize("text", [*HEADINGS, *BLOCKS, *OTHERS])
@pytest.mark.parametrize(
    "around", ["{}", "# Title {{ #top }}\n\n{}\n\n\n<p>after</p>\n", "<p>before</p>\n{}\n## After {{ #a }}"]
)
def test_each_construct_is_as_the_library_has_it(text: str, around: str) -> None:
    agree(around.format(text))


PARTS = st.lists(st.sampled_from(HEADINGS + BLOCKS + OTHERS), max_size=6)
GAPS = st.lists(st.sampled_from(["\n", "\n\n", "\n\n\n", "\n \n", ""]), min_size=7, max_size=7)


@given(PARTS, GAPS)
def test_whatever_follows_whatever(parts: list[str], gaps: list[str]) -> None:
    text = gaps[0] + "".join(part + gap for part, gap in zip(parts, gaps[1:], strict=False))
    agree(text.lstrip("\n"))  # MkDocs takes off what stands between metadata and text


def test_what_the_program_writes_needs_no_library() -> None:
    plain = [*HEADINGS[:4], HEADINGS[12], *BLOCKS[:1], *BLOCKS[2:5], *BLOCKS[21:23]]
    assert [text for text in plain if html.plain(text, (2, 3)) is None] == []
    assert html.plain("\n\n".join(plain), (2, 3)) is not None


def test_links_lead_to_where_pages_are_built() -> None:
    text = "[up](../c.md?q#x) [same](b.md) [file](d%20e.csv) [here](#x) [web](https://example.org/) <a@example.org>"
    addresses = {"c.md": "c.html", "a/b.md": "a/b.html", "a/d e.csv": "a/d e.csv"}
    made = html.body(text, HOW, "a/b.md", addresses.get).html
    assert made.partition(' <a href="&#')[0] == (
        '<p><a href="../c.html?q#x">up</a> <a href="b.html">same</a> <a href="d e.csv">file</a> <a href="#x">here</a>'
        ' <a href="https://example.org/">web</a>'
    )


@pytest.mark.parametrize("link", ["nowhere.md", "/c.md", "../../c.md", "folder/"])
def test_a_link_to_nothing_is_left_to_the_builder(link: str) -> None:
    with pytest.raises(Unresolved):
        html.body(f"[x]({link})", HOW, "a/b.md", {"c.md": "c.html"}.get)
