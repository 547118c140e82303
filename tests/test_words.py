"""Every word of the interface stands in one file, so that a second language is a file away."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from generator import assembly, files
from generator.problems import Malformed
from generator.publishing import builders, site, theme
from tests.folders import ROOT, context_of

PROGRAM = ROOT / "generator"
FOLDERS = (PROGRAM / "templates", PROGRAM / "theme")
PARTS = sorted(path for folder in FOLDERS for path in folder.rglob("*.*") if "__pycache__" not in path.parts)
TEMPLATES = [path for path in PARTS if path.suffix in (".j2", ".html")]
SPOKEN = re.compile(r'\b(?:title|aria-label|placeholder|alt|label|summary)="([^"]*)"')
# What is not for readers, or the same in every language: front matter for the builder, and names of files.
SILENT = re.compile(r"^(?:hide|search|title|description|cited|subscription): .*$|\b[\w-]+\.[a-z]{2,6}\b", re.MULTILINE)
WRAPPED = ("⟦", "⟧")
CODES = ("language", "direction")
# The page on the data lists the fields as the JSON Schema describes them, which has one language.
SCHEMA = "data.md"


def in_another_language(words: Any, key: str = "") -> Any:
    """The words with every phrase marked; what is a code and no phrase stays."""
    if isinstance(words, dict):
        return {name: in_another_language(said, name) for name, said in words.items()}
    if isinstance(words, list):
        return [in_another_language(said, key) for said in words]
    return words if key in CODES or not isinstance(words, str) else words.join(WRAPPED)


def left_plain(text: str) -> list[str]:
    """The stretches of a text that stand in no marks."""
    depth, plain = 0, [""]
    for letter in text:
        if letter == WRAPPED[0]:
            depth += 1
            plain.append("")
        elif letter == WRAPPED[1]:
            depth -= 1
        elif not depth:
            plain[-1] += letter
    return [" ".join(stretch.split()) for stretch in plain if re.search(r"[^\W\d_]", stretch)]


def literal(path: Path) -> list[str]:
    """The words that a template has of its own: what it prints outside of its expressions."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"<!doctype[^>]*>|<(style|script)\b.*?</\1>", "", text, flags=re.DOTALL | re.IGNORECASE)
    said = [*SPOKEN.findall(text), re.sub(r"\{ [#.].*?\}", "", SILENT.sub("", re.sub(r"<[^>]*>", " ", text)))]
    return [word for part in said for word in re.findall(r"[^\W\d_]{2,}", part.replace("&nbsp;", ""))]


def words_in(content: Any) -> list[str]:
    if isinstance(content, dict):
        return [said for key, value in content.items() for said in (str(key), *words_in(value))]
    if isinstance(content, list | tuple | set | frozenset):
        return [said for value in content for said in words_in(value)]
    return [str(content)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(PROGRAM).as_posix())
def test_no_template_has_a_word_of_its_own(path: Path) -> None:
    assert literal(path) == []


def test_pages_in_another_language_say_nothing_in_this_one() -> None:
    """Whatever stands outside of the marks was written by the dossier's people, or in its articles."""
    texts, briefing = files.content(ROOT), context_of(ROOT).briefing
    made = assembly.pages(briefing, in_another_language(files.words()), "")
    written = normal(" ".join([*texts.values(), *briefing.content.articles]))
    pages = {
        path: page for path, page in made.items() if path.endswith(".md") and path != SCHEMA and isinstance(page, str)
    }
    assert len(pages) > 100
    assert {path: found for path, page in pages.items() if (found := strange(page, written))} == {}


def strange(page: str, written: str) -> list[str]:
    body = re.sub(r"\s\{ [#.][^}]*\}$", "", page.partition("\n---\n")[2], flags=re.MULTILINE)
    tree = html.fromstring(f"<div>{body}</div>")
    drop(tree, "pre", "code", "style", "script", "textarea")
    said = ["|".join(map(str, tree.itertext())), *attributes(tree)]
    pieces = [
        piece for text in said for plain in left_plain(text) for piece in re.split(r"[^\w\s'’-]+|\d+|\s-\s", plain)
    ]
    return sorted({piece for piece in pieces if re.search(r"[^\W\d_]{2}", piece) and normal(piece) not in written})


def drop(tree: etree._Element, *tags: str) -> None:
    for silent in list(tree.iter(*tags)):
        if (parent := silent.getparent()) is not None:
            parent.remove(silent)


def attributes(tree: etree._Element) -> list[str]:
    return [
        said for e in tree.iter() for name in ("title", "aria-label", "alt", "placeholder") if (said := e.get(name))
    ]


def normal(text: str) -> str:
    """A text as one line of bare letters, whatever folding and quoting its YAML has."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_the_theme_speaks_the_language_of_the_words() -> None:
    said = theme.theme(in_another_language(files.words()), builders.sheets(), builders.scripts())[
        "partials/language.html"
    ]
    assert isinstance(said, str)
    values = re.findall(r'": "([^"]*)"', said)
    assert len(values) > 20
    assert [value for value in values if left_plain(value)] == ["en", "ltr"]


def test_no_word_of_the_builders_theme_is_on_a_page(site: Path) -> None:
    """Around the content stand words of ours and titles of pages."""
    ours = [said for part in ("feeds", "frame", "page") for said in words_in(files.words()[part])]
    for name in ("index.html", "404.html", "articles/index.html", "themes/index.html"):
        tree = html.parse(str(site / name)).getroot()
        titles = [" ".join(str(e.text_content()).split()) for e in tree.iter("title", "h1", "h2", "h3")]
        drop(tree, "script", "style", "article")
        said = [*map(str, tree.itertext()), *attributes(tree)]
        allowed = {*ours, *titles, *(part for title in titles for part in title.split(" · "))}
        told = {" ".join(one.split()) for one in said}
        assert {one for one in told if re.search(r"[^\W\d_]", one)} - allowed == set()


def test_the_language_is_the_one_that_the_plan_asks_for(tmp_path: Path) -> None:
    plan = tmp_path / "mkdocs.yml"
    plan.write_text("theme: {name: material, language: en}\n", encoding="utf-8")
    assert site.words(tmp_path) == files.words("en")
    plan.write_text("theme: {name: material, language: tlh}\n", encoding="utf-8")
    with pytest.raises(Malformed) as refused:
        site.words(tmp_path)
    assert str(refused.value.problems[0]) == (
        "mkdocs.yml:1:1: NO-WORDS: `theme.language` is `tlh`, and the interface has no words in it; choose en"
    )
