"""Text from content changes nothing but the words of a page, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from unicodedata import normalize

import markdown
import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from generator.content.values import INVISIBLE
from generator.site.render import markup
from generator.site.render.markup import (
    as_written,
    breakable,
    count,
    environment,
    ident,
    link,
    md,
    phrase,
    url,
    verbatim,
)
from generator.site.render.spacing import bound
from generator.site.render.typography import straight, typographic
from tests.folders import ROOT

ATTACKS = (
    "{: onclick=alert(1) }",
    "[x]: javascript:alert(1)",
    "*[HTML]: Hyper",
    "x\n---\ntitle: other\n---\n",
    "a | b\n--- | ---\nc | d |",
    "{++added++}{--gone--}{>>note<<}{==mark==}",
    '--8<-- ".env"',
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</blockquote></details></article><!-- ",
    "&lt;b&gt; &#60;script&#62; &amp;amp;",
    "# heading\n## other",
    "1. one\n2) two\n- three\n+ four",
    "[^1] text\n[^1]: the note",
    '!!! danger "x"\n    y\n??? z',
    "[click](javascript:alert(1)) ![x](y) <https://example.org> www.example.org a@example.org",
    "`code` ``` ~~~ $x$ \\(y\\) :smile: ++ctrl++ ^a^ ~b~ ==c== **d** __e__",
    '" onmouseover="alert(1)" \' x=',
    "{{ config }} {% include 'x' %} {# y #}",
    "term\n:   definition",
    "\u202eevil\u2066 \u200bzero\ufeff \x02klzzwxh:0001\x03 \x00",
    "    indented\n\tcode",
    "\u037e \u1fef \u212a <\u0338 e\u0301",
)
PLACES = {
    "paragraph": "before {} after\n",
    "line start": "{}\n",
    "line start with more": "{} *after*\n",
    "second line": "before\n{}\nafter\n",
    "heading": "## {} { #part }\n\ntext\n",
    "list": "- one\n- {}\n- two\n",
    "ordered list": "1. {}\n2. two\n",
    "quote": "> {}\n",
    "emphasis": "a *{}* and **{}** b\n",
    "link text": "see [{}](index.md) there\n",
    "cell": "| a | b |\n| --- | --- |\n| {} | {} |\n",
    "definition": "term\n:   {}\n",
    "footnote": "text [^1]\n\n[^1]: note {}\n",
    "block": '<div class="fact">\n<p>{}</p>\n</div>\n\nafter\n',
    "block line": "<blockquote>\n{}\n</blockquote>\n\nafter\n",
    "details": "<details>\n<summary>{}</summary>\n\n<p>x</p>\n</details>\n",
    "table": "<table>\n<tr><th>{}</th><td>{}</td></tr>\n</table>\n",
    "attribute": '<p title="{}" aria-label="{}">x</p>\n',
    "inline attribute": 'before <span title="{}">x</span> after\n',
}
MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t"
TEXTS = st.one_of(
    st.sampled_from(ATTACKS),
    st.lists(st.sampled_from(ATTACKS), min_size=2, max_size=3).map(" ".join),
    st.text(st.sampled_from(MARKS + "ab1é\u0301\u200b\u202e\xa0"), min_size=1, max_size=40),
    st.text(max_size=40),
)


class Shape(HTMLParser):
    """What a browser makes of a page: tags with their attributes, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[object] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", data))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


def extensions_of_the_site() -> markdown.Markdown:
    listed = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    options = {name: given for item in listed if isinstance(item, dict) for name, given in item.items()}
    names = [next(iter(item)) if isinstance(item, dict) else item for item in listed]
    return markdown.Markdown(extensions=names, extension_configs=options)


CONVERTERS = {
    "site": extensions_of_the_site(),
    "many": markdown.Markdown(  # the site may come to use them
        extensions=["extra", "admonition", "toc", "sane_lists", "meta", "wikilinks"]
        + [f"pymdownx.{name}" for name in ("critic", "snippets", "superfences", "details", "tabbed", "magiclink")]
        + [f"pymdownx.{name}" for name in ("tilde", "caret", "mark", "keys", "arithmatex", "tasklist", "emoji")]
    ),
}


def shape(converter: str, place: str, text: str) -> Shape:
    return Shape(CONVERTERS[converter].reset().convert(place.replace("{}", text)))


def plain(text: str) -> str:
    return " ".join(normalize("NFC", INVISIBLE.sub("", text)).split())


def all_attacks(test: Callable[..., None]) -> Callable[..., None]:
    for attack in ATTACKS:
        test = example(attack)(test)
    return test


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("converter", CONVERTERS)
@all_attacks
@given(TEXTS)
def test_content_is_inert(converter: str, place: str, text: str) -> None:
    assume(said := typographic(plain(text)))
    hostile, harmless = shape(converter, place, md(text)), shape(converter, place, "qqq")
    filled = [
        (tag[0], [(name, value.replace("qqq", said) if value else value) for name, value in tag[1]])
        if isinstance(tag, tuple) else tag
        for tag in harmless.tags
    ]  # fmt: skip
    assert hostile.tags == filled
    assert hostile.text == " ".join(harmless.text.replace("qqq", said).split())


@all_attacks
@given(TEXTS)
def test_content_is_inert_in_front_matter(text: str) -> None:
    body, meta = get_data(f'---\ntitle: "{md(text)}"\n---\nbody\n')
    assert (body, meta) == ("body\n", {"title": str(md(text))})


@given(TEXTS)
def test_verbatim_keeps_lines(text: str) -> None:
    block = "<pre><code>x{}</code></pre>"
    kept = INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    assert shape("site", block, verbatim(text)).texts == Shape(block.format(Markup.escape(kept))).texts


def test_ordinary_prose_stays_readable() -> None:
    said = "Macron’s 26 countries, he said; 50 % more. Don’t they agree? Yes!"
    assert md(said) == md(straight(said)) == said
    assert md("'tis 26% of 1.5") == "’tis 26% of 1&#46;5"
    assert as_written('\'tis "26"') == "&#39;tis &#34;26&#34;"
    assert md("1. x") == "1&#46; x"


def test_templates_print_letters_unless_it_is_markup() -> None:
    template = environment().from_string("{{ a }} {{ b }} {{ 7 }}")
    assert template.render(a="<b>", b=Markup("<i>")) == "&#60;b&#62; <i> 7"
    with pytest.raises(UndefinedError):
        template.render(a="x")
    for wrong in (None, True, 1.5, ["x"]):
        with pytest.raises(TypeError):
            markup.shown(wrong)


def test_templates_use_no_back_door() -> None:
    for template in sorted((ROOT / "generator" / "templates").rglob("*.j2")):
        written = " ".join(re.findall(r"{[{%].*?[%}]}", template.read_text(encoding="utf-8")))
        assert "|" not in written, template.name


def test_phrases_fill_their_gaps() -> None:
    assert phrase("{who}, through {via}", who=Markup("<b>x</b>"), via="a<b") == "<b>x</b>, through a&#60;b"
    forms = {"one": "{n} fact", "other": "{n} facts"}
    assert [count(forms, n) for n in (0, 1, 2)] == ["0 facts", "1 fact", "2 facts"]


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("index.md", "leaders/jane-doe.html", "leaders/jane-doe.html"),
        ("leaders/jane-doe.md", "index.html", "../index.html"),
        ("articles/oslo.md", "articles/oslo.html#oslo-date", "#oslo-date"),
        ("articles/oslo.md", "articles/oslo.html", "../articles/oslo.html"),
        ("articles/oslo.md", "articles/bergen.html#p3", "../articles/bergen.html#p3"),
    ],
)
def test_links_are_relative(page: str, target: str, expected: str) -> None:
    assert link(page, target) == expected


@pytest.mark.parametrize(
    "target", ["../x.html", "/x.html", "javascript:x", "a/../b.html", "a.html?x", "//a.b", "a.html#B", ""]
)
def test_links_lead_nowhere_else(target: str) -> None:
    with pytest.raises(ValueError, match="not a page"):
        link("index.md", target)


def test_addresses_of_the_web() -> None:
    given_address = "https://example.org/a_b?c=d&e=f#g"
    assert Shape(f'<a href="{url(given_address)}">x</a>').tags[0] == ("a", [("href", given_address)])


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "http://", "https://a:b@example.org/", "https://a@example.org", "ftp://example.org/",
        "https://example.org/ x", 'https://example.org/"x', "https://example.org/[x]", "//example.org",
        "https://example.org\n",
    ],
)  # fmt: skip
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not a web address"):
        url(address)


@pytest.mark.parametrize("name", ["", "../x", "A", "a--b", "-a", "a_b", "index", "con", "a" * 65, "a\n", "é"])
def test_ids_are_ids(name: str) -> None:
    assert ident("oslo-date-2") == "oslo-date-2"
    with pytest.raises(ValueError, match="not an id"):
        ident(name)


def test_in_large_letters_a_line_may_end_between_a_number_and_its_unit() -> None:
    assert breakable("84 kilometres & more") == "84&#32;kilometres&#32;&#38;&#32;more"
    page = bound(
        str(breakable("84 kilometres")), {"dates": {"months": []}, "spacing": {"units": ["kilometres"], "labels": []}}
    )
    assert markdown.markdown(f"<b>{page}</b>") == "<p><b>84&#32;kilometres</b></p>"
