"""Citations: read back by the readers of each format, copied in a real browser, and found in a page's head."""

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from playwright.sync_api import Browser, Page, expect
from pybtex.database import parse_string
from pybtex.database.output.bibtex import BibTeXError, Writer
from pybtex.richtext import Text
from pybtex.style.formatting.plain import Style

from generator import assembly, files, pipeline
from generator.content import dates
from generator.exports import citations
from generator.exports.citations import bibtex, csl, ris
from generator.site.parts.citation import Work
from tests.conftest import ADDRESS, served
from tests.folders import HERE, article_texts_of, edited, texts_of

WORDS = files.words()
FORMS = ("bib", "ris", "json")
ARTICLE = "2025-09-04-26-nations-troops"
FACT = "nt-pledge-26-nations"
WORK = Work(
    kind="fact",
    key="oslo-date",
    title="The talks took place",
    briefing="The North Link, 2024",
    on=dates.parse("2024-06-04"),
    dated="4 June 2024",
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
            fact["id"] for fact in json.loads(small()["data/facts.json"])["facts"] if fact["article"] == article
        }
        assert items[0]["type"] == "article-newspaper"
        for item, entry, record in [*zip(items, entries.values(), told, strict=True)][1:]:
            [author] = item["author"]
            assert read(entry.fields["title"]) == record["TI"] == item["title"]
            assert [read(str(one)) for one in entry.persons["author"]] == [record["T2"]] == [author["literal"]]
            assert item["issued"] == {"date-parts": [[2024, 6, 4]]}
            assert (entry.fields["date"], record["DA"]) == ("2024-06-04", "2024/06/04")
            assert entry.fields.get("url") == record.get("UR") == item.get("URL")
            assert str(item.get("URL", ADDRESS)).startswith(ADDRESS)
            assert bool(item.get("URL")) == bool(address)
            assert "accessed" not in item


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("", "Its address within the briefing: articles/bergen-march.html."),
        (ADDRESS, f"Its page there: {ADDRESS}articles/bergen-march.html."),
    ],
)
def test_an_article_is_cited_in_its_newspaper_and_at_its_own_date(address: str, place: str) -> None:
    [item, *_] = json.loads(str(small(address)["cite/bergen-march.json"]))
    entry = parse_string(str(small(address)["cite/bergen-march.bib"]), "bibtex").entries["articles/bergen-march"]
    record = records(str(small(address)["cite/bergen-march.ris"]))[0]
    because = "the march was on Sunday, and the paper appears on Mondays"
    note = f"Its date is inferred: {because}. As read in The North Link, edition of 4 June 2024. {place}"
    title = "Farmers in Bergen march against the North Link"
    assert item == {
        "id": "articles/bergen-march",
        "type": "article-newspaper",
        "title": title,
        "container-title": "The Herald",
        "issued": {"date-parts": [[2024, 6, 3]]},
        "source": "The North Link",
        "language": "en",
        "note": note,
    }
    assert (entry.type, read(entry.fields.pop("note"))) == ("article", note)
    assert dict(entry.fields) == {
        "title": f"{{{title}}}",
        "journal": "The Herald",
        "year": "2024",
        "month": "6",
        "date": "2024-06-03",
        "language": "en",
    }
    assert record == {
        "TY": "NEWS",
        "ID": "articles/bergen-march",
        "TI": title,
        "T2": "The Herald",
        "PY": "2024",
        "DA": "2024/06/03",
        "DB": "The North Link",
        "LA": "en",
        "N1": note,
        "ER": "",
    }


ARTICLE_FILE, TITLE = "content/facts/bergen-march.yml", "title: Farmers in Bergen march against the North Link\n"
DATED = "published: 2024-06-03\n"


def changed(*swaps: tuple[str, str]) -> Mapping[str, str | bytes]:
    texts = edited(texts_of(HERE / "small"), ARTICLE_FILE, *swaps)
    return assembly.pages(pipeline.load(texts, article_texts_of(texts)), WORDS, "", ADDRESS)


@pytest.mark.parametrize(
    ("date", "issued", "year", "biblatex", "ris"),
    [
        ("2024-06", {"date-parts": [[2024, 6]]}, "2024", "2024-06", "2024/06//"),
        ("2024", {"date-parts": [[2024]]}, "2024", "2024", "2024///"),
        ("2024-06-03~", {"date-parts": [[2024, 6, 3]], "circa": True}, "2024", "2024-06-03~", "2024/06/03/circa"),
        (
            "2024-06-02/2024-06-03",
            {"date-parts": [[2024, 6, 2], [2024, 6, 3]]},
            "2024",
            "2024-06-02/2024-06-03",
            "2024/06//2024-06-02 to 2024-06-03",
        ),
        (
            "2023-12-31/2024-01-01",
            {"date-parts": [[2023, 12, 31], [2024, 1, 1]]},
            "",
            "2023-12-31/2024-01-01",
            "///2023-12-31 to 2024-01-01",
        ),
        ("../2024-06-03", {"literal": "by 3 June 2024"}, "by 3 June 2024", "", "///by 3 June 2024"),
        ("202X", {"literal": "2020 to 2029"}, "2020 to 2029", "", "///2020 to 2029"),
    ],
)
def test_a_date_is_no_closer_than_it_is_known(
    date: str, issued: dict[str, Any], year: str, biblatex: str, ris: str
) -> None:
    found = changed((DATED, f"published: {date}\n"))
    [item, *_] = json.loads(str(found["cite/bergen-march.json"]))
    entry = parse_string(str(found["cite/bergen-march.bib"]), "bibtex").entries["articles/bergen-march"]
    record = records(str(found["cite/bergen-march.ris"]))[0]
    assert item["issued"] == issued
    assert (entry.fields.get("year", ""), entry.fields.get("date", "")) == (year, biblatex)
    assert (record.get("PY", ""), record["DA"]) == (year if year.isdecimal() else "", ris)


def test_what_an_article_does_not_have_is_not_made_up() -> None:
    """A title of ours stands in brackets; a newspaper that nobody knows is left out."""
    label = "label: {say: Farmers march in Bergen, from: [bergen-protest]}\n  url: https://example.org/bergen?a=1\n"
    found = changed((TITLE, label), ("  publisher: herald\n", ""))
    [item, *_] = json.loads(str(found["cite/bergen-march.json"]))
    assert "container-title" not in item
    assert (item["title"], item["URL"]) == ("[Farmers march in Bergen]", "https://example.org/bergen?a=1")
    assert parse_string(str(found["cite/bergen-march.bib"]), "bibtex").entries["articles/bergen-march"].type == "misc"
    assert "T2" not in records(str(found["cite/bergen-march.ris"]))[0]
    sentence = content(found["articles/bergen-march.md"]).xpath("//*[@class='taking']//*[@class='cite__sentence']")[0]
    assert sentence.text_content().replace("\xa0", " ") == (
        "[Farmers march in Bergen], 3 June 2024, inferred, as read in The North Link, edition of 4 June 2024, "
        f"<{ADDRESS}articles/bergen-march.html>."
    )


def test_an_article_whose_record_nobody_checked_is_not_cited() -> None:
    found = changed(("  origin: nordwire\n", "  origin: nordwire\n  curation: open\n"))
    [item, *_] = json.loads(str(found["cite/bergen-march.json"]))
    assert (item["type"], item["author"]) == ("webpage", [{"literal": "The North Link"}])
    assert item["issued"] == {"date-parts": [[2024, 6, 4]]}


def test_the_publisher_of_the_briefing_is_named_with_its_pages() -> None:
    texts = texts_of(HERE / "small")
    texts["content/site.yml"] += "publisher: {name: Cable & Desk}\n"
    found = assembly.pages(pipeline.load(texts, article_texts_of(texts)), WORDS, "")
    article, *facts = json.loads(str(found["cite/oslo-cable.json"]))
    assert ("publisher" in article, {fact["publisher"] for fact in facts}) == (False, {"Cable & Desk"})
    entries = parse_string(str(found["cite/oslo-cable.bib"]), "bibtex").entries
    assert entries["oslo-pledge"].fields["publisher"] == r"Cable \& Desk"
    assert [record.get("PB") for record in records(str(found["cite/oslo-cable.ris"]))] == [
        None,
        *["Cable & Desk"] * len(facts),
    ]


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


LETTERS = st.characters(codec="utf-8", exclude_categories=["C"]) | st.sampled_from("‘’“”–ßéłøö\u0301 \\{}$^&#%_~")


@given(st.text(LETTERS))
def test_a_text_is_encoded_as_a_whole_would_be(text: str) -> None:
    whole: Any
    try:
        whole = codecs.encode(text.translate(citations.ACTIVE), "ulatex+ascii")
    except ValueError:
        whole = codecs.encode(text.translate(citations.ACTIVE), "ulatex+utf-8")
    assert citations.latex(text) == whole


@pytest.mark.parametrize("text", ["{", "}", "{a", "a}", "{a}}", "{{a}", "{{a}}", "{a}{b}", "{a} {", "a", "", "}{"])
def test_braces_are_counted_where_there_are_any(text: str) -> None:
    ours, theirs = citations.Escaped(), Writer()

    def refuses(writer: Any) -> bool:
        try:
            writer.check_braces(text)
        except BibTeXError:
            return True
        return False

    assert refuses(ours) == refuses(theirs)


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
            if path in ("articles/oslo-cable.md", "articles/bergen-march.md"):
                place = f"Its page there: {url}."
                notes = read(read_back.fields["note"]), json.loads(item)[0]["note"], record.partition("N1  - ")[2]
                assert [place in note for note in notes] == [True] * 3
            else:
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
        f"{article}, The Herald, 1 June 2024, as read {whole}, <{page}>.",
    ]
    assert told("articles/oslo-cable.md", "")[-1] == (
        f"{article}, The Herald, 1 June 2024, as read {whole}, within it at articles/oslo-cable.html."
    )
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
        if page.parent.name == "articles" and page.name != "index.html":
            assert "citation_online_date" not in fields
            assert page.stem.startswith(fields["citation_publication_date"].replace("/", "-"))
        else:
            assert fields["DC.date"] == fields["citation_publication_date"].replace("/", "-")
        assert "citation_public_url" not in fields


def test_both_builders_write_the_same_head(published: Path) -> None:
    assert described(published / "articles" / "oslo-cable.html") == {
        "citation_title": "Norway and Denmark talk about a power cable",
        "citation_publication_date": "2024/06/01",
        "citation_publisher": "The Herald",
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
    data = described(published / "data.html")
    assert (data["DC.type"], data["citation_publisher"], data["citation_online_date"]) == (
        "Dataset",
        "The North Link",
        "2024/06/04",
    )
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
    path, url = f"articles/{ARTICLE}.html#{FACT}", f"{address}/articles/{ARTICLE}.html#{FACT}"
    assert got["Copy"] == sentence.replace(f"within it at {path}", f"<{url}>")
    assert got["Copy"].endswith(f", <{url}>.")
    stem = site / "cite" / ARTICLE
    whole = {form: stem.with_suffix(f".{form}").read_bytes().decode() for form in FORMS}
    assert got["BibTeX"] not in whole["bib"]  # where its path stands, since nobody knew the address
    place = f" Its address within the briefing: {path}."
    [item] = [one for one in json.loads(whole["json"]) if one["id"] == FACT]
    assert json.loads(got["CSL-JSON"]) == [{**item, "URL": url, "note": item["note"].removesuffix(place)}]
    [record] = [one for one in records(whole["ris"]) if one["ID"] == FACT]
    copied_record = records(re.sub("\r?\n", "\r\n", got["RIS"]))
    assert copied_record == [{**record, "UR": url, "N1": record["N1"].removesuffix(place)}]
    [entry] = parse_string(got["BibTeX"], "bibtex").entries.values()
    before = parse_string(whole["bib"], "bibtex").entries[FACT]
    note = read(before.fields["note"]).removesuffix(place)
    assert {**entry.fields, "note": read(entry.fields["note"])} == {**before.fields, "url": url, "note": note}
    assert (entry.key, entry.persons) == (FACT, before.persons)


def test_a_page_is_copied_in_one_click(copier: Page, address: str) -> None:
    copier.goto(f"{address}/leaders/emmanuel-macron.html")
    foot = copier.locator(".taking")
    foot.locator("summary").click()
    expect(foot.locator(".copy")).to_have_count(4)
    foot.get_by_role("button", name="Copy BibTeX").click()
    expect(foot.get_by_role("status")).to_have_text("Copied")
    entries = parse_string(copied(copier), "bibtex").entries
    assert list(entries) == ["leaders/emmanuel-macron"]
    assert entries["leaders/emmanuel-macron"].fields["url"] == f"{address}/leaders/emmanuel-macron.html"
    assert "note" not in entries["leaders/emmanuel-macron"].fields
    foot.get_by_role("button", name="Copy", exact=True).click()
    expect(foot.locator(".cite .copy")).to_have_attribute("data-told", "Copied")
    page = re.escape(f"<{address}/leaders/emmanuel-macron.html>")
    assert re.fullmatch(rf"‘Emmanuel Macron’, in .+, edition of \d+ \w+ \d{{4}}, {page}\.", copied(copier))


def all_copied(copier: Page) -> dict[str, str]:
    """What each button at the foot of a page copies."""
    foot = copier.locator(".taking")
    foot.locator("summary").click()
    got = {}
    for button in foot.locator(".copy").all():
        button.click()
        expect(button).to_have_attribute("data-told", "Copied")
        got[button.get_attribute("aria-label") or ""] = copied(copier)
    return got


def test_the_whole_is_copied_with_the_address_that_it_is_read_at(copier: Page, site: Path, tmp_path: Path) -> None:
    (tmp_path / "below").symlink_to(site)
    with served(tmp_path) as address:
        copier.goto(f"{address}/below/index.html")
        got = all_copied(copier)
    url = f"{address}/below/"
    assert got["Copy"].endswith(f", <{url}>.")
    assert json.loads(got["Copy CSL-JSON"])[0]["URL"] == url
    assert f"UR  - {url}\n" in got["Copy RIS"]
    [entry] = parse_string(got["Copy BibTeX"], "bibtex").entries.values()
    assert entry.fields["url"] == url


def test_an_article_is_copied_with_the_page_where_it_was_read(copier: Page, address: str) -> None:
    copier.goto(f"{address}/articles/{ARTICLE}.html")
    got = all_copied(copier)
    url = f"{address}/articles/{ARTICLE}.html"
    assert got["Copy"].endswith(f", <{url}>.")
    [item] = json.loads(got["Copy CSL-JSON"])
    assert ("URL" in item, item["note"].partition("Its page there: ")[2]) == (False, f"{url}.")
    [record] = records(re.sub("\n", "\r\n", got["Copy RIS"]))
    assert (record["TY"], "UR" in record, record["N1"]) == ("NEWS", False, item["note"])
    [entry] = parse_string(got["Copy BibTeX"], "bibtex").entries.values()
    assert ("url" in entry.fields, read(entry.fields["note"])) == (False, item["note"])


def test_where_the_address_is_known_it_is_copied_as_it_stands(copier: Page, published: Path) -> None:
    with served(published) as address:
        copier.goto(f"{address}/leaders/jane-doe.html")
        got = all_copied(copier)
    assert got["Copy"].endswith(f", <{ADDRESS}leaders/jane-doe.html>.")
    assert json.loads(got["Copy CSL-JSON"])[0]["URL"] == f"{ADDRESS}leaders/jane-doe.html"


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
