"""“Report an error” begins a report with the fact's address, by mail or in a form, where somebody reads it."""

from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page

from generator import pipeline
from generator.site.parts.context import RenderContext
from generator.site.parts.reporting import report_url
from generator.site.render.markup import environment, link
from tests.folders import HERE, article_texts_of, context_of, edited, texts_of

BASE = "https://example.org/north-link/"
FACT, SAY = "articles/oslo-cable.html#oslo-pledge", 'Jane Doe\n said "50 % & more?" \u202eof it.'
CORRECTIONS = "corrections_url: https://example.org/corrections\n"
MAIL = "publisher: {name: Desk, mail: desk+errors@example.org}\n"
LETTER = (
    'Jane Doe said "50 % & more?" of it.\r\n{}articles/oslo-cable.html#oslo-pledge\r\nEdition of 4 June 2024\r\n\r\n'
    "What is wrong, and the words of the article that show it:"
)
SUBJECT = "An error in The North Link"


@dataclass(frozen=True)
class Card:
    """As much of a card as the link to a report needs."""

    url: str
    say: str
    report: str


def reported(written: str, address: str = "") -> str:
    texts = edited(texts_of(HERE / "small"), "content/site.yml", (CORRECTIONS, written))
    context = RenderContext(pipeline.load(texts, article_texts_of(texts)), context_of(HERE / "small").words, address)
    return report_url(context, FACT, SAY)


@pytest.mark.parametrize("address", ["", BASE])
@pytest.mark.parametrize("more", ["", CORRECTIONS])
def test_a_letter_to_the_publisher_is_begun(address: str, more: str) -> None:
    letter = urlsplit(reported(MAIL + more, address))
    assert (letter.scheme, letter.path) == ("mailto", "desk+errors@example.org")
    assert parse_qs(letter.query, strict_parsing=True) == {"subject": [SUBJECT], "body": [LETTER.format(address)]}
    assert "+" not in letter.query, "a mail program shows it as it is"


@pytest.mark.parametrize("query", ["", "?labels=facts"])
def test_a_form_for_issues_is_filled_in(query: str) -> None:
    form = urlsplit(reported(f"corrections_url: https://github.com/desk/north-link/issues/new{query}\n", BASE))
    assert (form.netloc, form.path) == ("github.com", "/desk/north-link/issues/new")
    filled = {"title": [SUBJECT], "body": [LETTER.format(BASE)]}
    assert parse_qs(form.query) == filled | ({"labels": ["facts"]} if query else {})


@pytest.mark.parametrize(
    "url", ["https://example.org/corrections", "https://github.com/desk/north-link", "https://github.com/issues/new"]
)
def test_elsewhere_nobody_knows_what_an_address_takes(url: str) -> None:
    assert reported(f"corrections_url: {url}\n", BASE) == url


def test_where_nobody_takes_reports_there_is_no_link() -> None:
    assert reported("") == ""
    assert reported("publisher: {name: Desk, url: https://example.org}\n") == ""
    assert arranged(Card(FACT, SAY, "")) == ""


def test_the_link_says_what_is_reported() -> None:
    letter = reported(MAIL)
    told = html.fromstring(arranged(Card(FACT, SAY, letter)))
    assert (told.tag, told.text, dict(told.items())) == (
        "a",
        "Report an error",
        {
            "class": "report",
            "href": letter,
            "rel": "noopener noreferrer",
            "aria-label": "Report an error in: Jane Doe said “50 % & more?” of it.",
            "data-path": FACT,
        },
    )


def test_the_browser_writes_the_whole_address_where_nobody_else_knows_it(page: Page, address: str) -> None:
    page.goto(f"{address}/leaders/index.html")
    page.evaluate(
        """([link]) => {
            document.querySelector(".md-content__inner").innerHTML += link;
            document.addEventListener("click", (event) => event.preventDefault());
        }""",
        [arranged(Card(FACT, SAY, reported(MAIL)))],
    )
    report = page.get_by_role("link", name="Report an error")
    for _ in range(2):
        report.click()
        letter = urlsplit(report.get_attribute("href") or "")
        assert parse_qs(letter.query) == {"subject": [SUBJECT], "body": [LETTER.format(f"{address}/")]}


def arranged(card: Card) -> str:
    words = context_of(HERE / "small").words
    template = environment().from_string(
        '{% import "report.md.j2" as reports with context %}{{ reports.report(card) }}',
    )
    return template.render(words=words, link=partial(link, "index.md"), card=card)
