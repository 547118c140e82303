"""Citations: read back by the readers of each format, copied in a real browser, and found in a page's head."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from lxml import html
from playwright.sync_api import Browser, Page, expect
from pybtex.database import parse_string
from pybtex.richtext import Text
from pybtex.style.formatting.plain import Style

from generator import assembly, files, pipeline
from generator.exports.citations import bibtex, csl, ris
from generator.site.parts.citation import Work
from tests.conftest import ADDRESS
from tests.folders import HERE, article_texts_of, texts_of

WORDS = files.words()
FORMS = ("bib", "ris", "json")
ARTICLE = "2025-09-04-26-nations-troops"
FACT = "nt-pledge-26-nations"
WORK = Work(
    key="oslo-date",
    title="The talks took place",
    briefing="The North Link, 2024",
    on=date(2024, 6, 4),
    language="en",
    url="https://example.org/a_b/~c%20d.html#oslo-date",
    note="From somewhere.",
    sentence="",
)


@cache
def small(address: str = ADDRESS) -> Mapping[str, str | bytes]:
    texts = texts_of(HERE / "small")
    return assembly.pages(pipeline.load(texts, article_texts_of(texts)), WORDS, "", address)


def content(page: str | bytes) -> Any:
    return html.fromstring(str(page).partition("\n---\n")[2])


def records(text: str) -> list[dict[str, str]]:
    """A strict reader of RIS: two letters or digits, two spaces, a hyphen, a space; CRLF; from TY to ER."""
    found: list[dict[str, str]] = []
    assert text.endswith("ER  - \r\n")
    for line in text.removesuffix("\r\n").split("\r\n"):
        told = re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n]*)", line)
        assert told, line
        if told[1] == "TY":
            found.append({})
        assert told[1] not in found[-1]
        assert "ER" not in found[-1]
        found[-1][told[1]] = told[2]
    assert all(record.keys() >= {"TY", "ER"} for record in found)
    return found


# The files


@pytest.mark.parametrize("form", FORMS)
def test_an_article_and_its_facts_are_cited(form: str, agrees: Callable[[Path, str], None]) -> None:
    agrees(HERE / "taken" / f"oslo-cable.{form}", str(small()[f"cite/oslo-cable.{form}"]).replace("\r\n", "\n"))


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_all_formats_say_the_same(address: str) -> None:
    for article in ("oslo-cable", "bergen-march"):
        items = json.loads(str(small(address)[f"cite/{article}.json"]))
        entries = parse_string(str(small(address)[f"cite/{article}.bib"]), "bibtex").entries
        told = records(str(small(address)[f"cite/{article}.ris"]))
        assert [item["id"] for item in items] == list(entries) == [record["ID"] for record in told]
        assert {item["id"] for item in items[1:]} == {
            fact["id"] for fact in json.loads(str(small()["data/facts.json"]))["facts"] if fact["article"] == article
        }
        for item, entry, record in zip(items, entries.values(), told, strict=True):
            [author] = item["author"]
            assert read(entry.fields["title"]) == record["TI"] == item["title"]
            assert [read(str(one)) for one in entry.persons["author"]] == [record["T2"]] == [author["literal"]]
            assert item["issued"] == {"date-parts": [[2024, 6, 4]]}
            assert (entry.fields["date"], record["DA"]) == ("2024-06-04", "2024/06/04")
            assert entry.fields.get("url") == record.get("UR") == item.get("URL")
            assert str(item.get("URL", ADDRESS)).startswith(ADDRESS)
            assert bool(item.get("URL")) == bool(address)
            assert "accessed" not in item


def read(latex: str) -> str:
    """What a reader of BibTeX makes of a field; the quotation marks of LaTeX become those that were written."""
    return str(Text.from_latex(latex))


@pytest.mark.parametrize(
    ("text", "written", "understood"),
    [
        ("50 % of A & B, no. #1_2", r"50 \% of A \& B, no. \#1\_2", True),
        ("$2.2 billion", r"\$2.2 billion", False),  # the reader knows no dollars
        ("Støre, Łódź, Kraków, Besançon", r"St\o re, \L \'od\'z, Krak\'ow, Besan\c con", True),
        ("‘b’", "`b'", False),  # nor single quotation marks
        ("“a” – b", "``a'' -- b", True),
        (
            "{ \\ } ^ ~",
            r"\textbraceleft{} \textbackslash{} \textbraceright{} \textasciicircum{} \textasciitilde",
            False,
        ),
        ("Київ & 東京", r"Київ \& 東京", True),
    ],
)
def test_what_latex_would_act_on_is_escaped(text: str, written: str, understood: bool) -> None:
    entries = parse_string(bibtex([csl(replace(WORK, title=text, briefing=text))]), "bibtex").entries
    entry = entries["oslo-date"]
    assert entry.fields["title"] == f"{{{written}}}"
    assert [str(person) for person in entry.persons["author"]] == [f"{{{written}}}"]
    assert entry.fields["url"] == WORK.url
    if understood:
        assert read(entry.fields["title"]) == text


def test_an_organisation_with_a_comma_is_one_author() -> None:
    item = csl(WORK)
    [person] = parse_string(bibtex([item]), "bibtex").entries["oslo-date"].persons["author"]
    assert (person.last_names, person.first_names) == (["{The North Link, 2024}"], [])
    assert "AU" not in records(ris([item]))[0]
    assert records(ris([item]))[0]["T2"] == "The North Link, 2024"


def test_line_ends_and_controls_stay_out() -> None:
    [record] = records(ris([csl(replace(WORK, title="One\r\nER  - \r\nTY  - BOOK\x07\u202e"))]))
    assert record["TI"] == "One ER - TY - BOOK"


def test_bibtex_makes_a_list_of_works_from_it() -> None:
    entries = parse_string(str(small()["cite/oslo-cable.bib"]), "bibtex").entries
    [line] = Style().format_entries([entries["oslo-pledge"]])
    assert line.text.render_as("text") == (
        "The North Link. Jane Doe said that Norway would pay 50 percent of the new cable. 6 2024. "
        "From `Norway and Denmark talk about a power cable', paragraph 3. "
        f"URL: {ADDRESS}articles/oslo-cable.html#oslo-pledge."
    )


@pytest.mark.filterwarnings("ignore")  # the reader tells of keys that it does not know yet
def test_a_citation_processor_makes_a_list_of_works_from_it() -> None:
    items = json.loads(str(small()["cite/oslo-cable.json"]))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    works = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    works.register(Citation([CitationItem("oslo-pledge")]))
    [line] = works.bibliography()
    assert str(line) == (
        "The North Link (2024) Jane Doe said that Norway would pay 50 percent of the new cable. "
        f"Available at: {ADDRESS}articles/oslo-cable.html#oslo-pledge."
    )


# The pages


def test_every_page_can_be_cited_where_it_stands() -> None:
    for path, page in small().items():
        if path.endswith(".md"):
            [sentence] = content(page).xpath("//*[@class='taking']//*[@class='cite__sentence']")
            url = ADDRESS if path == "index.md" else ADDRESS + path.removesuffix(".md") + ".html"
            assert sentence.text_content().replace("\xa0", " ").endswith(f"edition of 4 June 2024, <{url}>.")
            entry, record, item = content(page).xpath("//*[@class='taking']//code/text()")
            [read_back] = parse_string(entry, "bibtex").entries.values()
            assert read_back.fields["url"] == json.loads(item)[0]["URL"] == url
            assert f"UR  - {url}\n" in record


def test_sentences_are_ready() -> None:
    def told(path: str, address: str) -> list[str]:
        found = content(small(address)[path]).xpath("//*[@class='cite__sentence']")
        return [sentence.text_content().replace("\xa0", " ") for sentence in found]

    article, whole = "‘Norway and Denmark talk about a power cable’", "in The North Link, edition of 4 June 2024"
    page = f"{ADDRESS}articles/oslo-cable.html"
    pledge = "‘Jane Doe said that Norway would pay 50 percent of the new cable’"
    denmark = "‘Denmark has not settled its own part of the bill’"
    assert told("articles/oslo-cable.md", ADDRESS)[1:] == [
        f"{pledge}, from {article}, paragraph 3, {whole}, <{page}#oslo-pledge>.",
        f"{denmark}, from {article}, paragraph 4, {whole}, <{page}#oslo-denmark>.",
        f"{article}, {whole}, <{page}>.",
    ]
    assert told("articles/oslo-cable.md", "")[-1] == f"{article}, {whole}, within it at articles/oslo-cable.html."
    assert told("index.md", ADDRESS) == [f"The North Link, edition of 4 June 2024, <{ADDRESS}>."]
    assert told("index.md", "") == ["The North Link, edition of 4 June 2024."]


def described(page: Path) -> dict[str, str]:
    """The fields that a reference manager reads from a page's head."""
    found = html.parse(str(page)).xpath("//head/meta[starts-with(@name, 'citation_') or starts-with(@name, 'DC.')]")
    fields = {str(meta.get("name")): str(meta.get("content")) for meta in found}
    assert len(fields) == len(found)
    return fields


def test_the_head_of_every_page_describes_it(site: Path) -> None:
    pages = [page for page in sorted(site.rglob("*.html")) if html.parse(str(page)).xpath("//*[@class='taking']")]
    assert {page.relative_to(site).as_posix() for page in pages} >= {
        "index.html",
        "data.html",
        f"articles/{ARTICLE}.html",
    }
    for page in pages:
        [title] = html.parse(str(page)).xpath("//meta[@property='og:title']/@content")
        fields = described(page)
        assert fields["citation_title"] == fields["DC.title"] == title
        assert fields["DC.identifier"] == page.relative_to(site).as_posix()
        assert fields["DC.date"] == fields["citation_publication_date"].replace("/", "-")
        assert "citation_public_url" not in fields


def test_both_builders_write_the_same_head(published: Path) -> None:
    assert described(published / "articles" / "oslo-cable.html") == {
        "citation_title": "Norway and Denmark talk about a power cable",
        "citation_publication_date": "2024/06/04",
        "citation_online_date": "2024/06/04",
        "citation_publisher": "The North Link",
        "citation_language": "en",
        "citation_public_url": f"{ADDRESS}articles/oslo-cable.html",
        "DC.title": "Norway and Denmark talk about a power cable",
        "DC.date": "2024-06-04",
        "DC.type": "Text",
        "DC.publisher": "The North Link",
        "DC.language": "en",
        "DC.rights": "The articles are invented, and free for any use.",
        "DC.identifier": f"{ADDRESS}articles/oslo-cable.html",
    }
    assert described(published / "data.html")["DC.type"] == "Dataset"
    assert described(published / "index.html")["DC.identifier"] == ADDRESS
    heads = html.parse(str(published / "leaders" / "jane-doe.html")).xpath("//link[contains(@rel, 'feed')]")
    assert [(link.get("type"), link.get("title"), link.get("href")) for link in heads] == [
        ("application/atom+xml", "New and changed facts", "../feeds/facts.xml"),
        ("application/atom+xml", "Changes, edition by edition", "../feeds/changes.xml"),
        ("application/atom+xml", "Subscribe to new facts on Jane Doe", "../feeds/leaders/jane-doe.xml"),
    ]


# Copied


@pytest.fixture
def copier(browser: Browser) -> Iterator[Page]:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context.new_page()


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_fact_is_copied_in_one_click(copier: Page, address: str, site: Path) -> None:
    copier.goto(f"{address}/articles/{ARTICLE}.html")
    fact = copier.locator(f"#{FACT}")
    expect(fact.locator(".copy")).to_have_count(0)
    fact.locator("details:not(.echoes) > summary").click()
    expect(fact.locator(".copy")).to_have_count(4)
    sentence = fact.locator(".cite__sentence").inner_text().replace("\xa0", " ")
    got = {}
    for button in fact.locator(".copy").all():
        button.click()
        expect(button).to_have_attribute("data-told", "Copied")
        got[button.inner_text()] = copied(copier)
    assert list(got) == ["Copy", "BibTeX", "RIS", "CSL-JSON"]
    assert got["Copy"] == sentence
    stem = site / "cite" / ARTICLE
    whole = {form: stem.with_suffix(f".{form}").read_bytes().decode() for form in FORMS}
    assert list(parse_string(got["BibTeX"], "bibtex").entries) == [FACT]
    assert got["BibTeX"] in whole["bib"]
    assert records(re.sub("\r?\n", "\r\n", got["RIS"])) == [one for one in records(whole["ris"]) if one["ID"] == FACT]
    assert json.loads(got["CSL-JSON"]) == [one for one in json.loads(whole["json"]) if one["id"] == FACT]


def test_a_page_is_copied_in_one_click(copier: Page, address: str) -> None:
    copier.goto(f"{address}/leaders/emmanuel-macron.html")
    foot = copier.locator(".taking")
    foot.locator("summary").click()
    expect(foot.locator(".copy")).to_have_count(4)
    foot.get_by_role("button", name="Copy BibTeX").click()
    expect(foot.get_by_role("status")).to_have_text("Copied")
    assert list(parse_string(copied(copier), "bibtex").entries) == ["leaders/emmanuel-macron"]
    foot.get_by_role("button", name="Copy", exact=True).click()
    expect(foot.locator(".cite .copy")).to_have_attribute("data-told", "Copied")
    sentence = r"‘Emmanuel Macron’, in .+, edition of \d+ \w+ \d{4}, within it at leaders/emmanuel-macron\.html\."
    assert re.fullmatch(sentence, copied(copier))


def test_in_a_folder_a_button_becomes_a_link_to_the_file(copier: Page, site: Path) -> None:
    copier.goto((site / "articles" / f"{ARTICLE}.html").as_uri())
    fact = copier.locator(f"#{FACT}")
    fact.locator("details:not(.echoes) > summary").click()
    fact.get_by_role("button", name="Copy RIS").click()
    link = fact.get_by_role("link", name="RIS", exact=True)
    expect(link).to_be_visible()
    target = Path(urljoin(f"/{site}/articles/", link.get_attribute("href") or ""))
    assert (site / "cite" / target.name).is_file()


def test_without_javascript_the_sentence_and_the_files_are_there(browser: Browser, address: str, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/articles/{ARTICLE}.html")
        page.locator(f"#{FACT} details:not(.echoes) > summary").click()
        expect(page.locator(f"#{FACT} .cite__sentence")).to_be_visible()
        page.locator(".taking summary").click()
        expect(page.locator(".taking code").first).to_be_visible()
        links = page.locator(".cited__facts a")
        names = [link.get_attribute("href") for link in links.all()]
        assert names == [f"../cite/{ARTICLE}.{form}" for form in FORMS]
        assert all((site / "cite" / Path(str(name)).name).is_file() for name in names)


def test_a_page_asks_for_nothing_that_is_missing(page: Page, address: str) -> None:
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{address}/leaders/emmanuel-macron.html", wait_until="networkidle")
    assert missing == []
