"""A passage has an address by which a browser finds it in its article, however the article writes dashes and marks."""

import html
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, Route

from generator.site.parts.text_fragment import original

ARTICLE = "https://example.org/a"
# A passage as it was typed, the article's words, and what a browser is told to look for.
PASSAGES = [
    ("we will carry 50 percent", "we will carry 50 percent of it", "we will carry 50 percent"),
    ("of 2024-2025 between Norway and", "of 2024–2025 between Norway and Denmark", "2025 between Norway and"),
    (
        "The talks of 2024-2025 between Norway",
        "The talks of 2024–2025 between Norway",
        "The talks of 2024 | 2025 between Norway",
    ),
    ("minister - a farmer of Norway - left", "a minister — a farmer of Norway — left", "a farmer of Norway | left"),
    ("minister - a farmer of Norway - left", "a minister—a farmer of Norway—left", "a farmer of Norway | left"),
    ("a well-known firm of the north", "a well‑known firm of the north", "known firm of the north"),
    ("a fall of -5 percent in May", "and a fall of −5 percent in May", "5 percent in May"),
    ('said "we will pay" in the hall', "she said “we will pay” in the hall", "we will pay | in the hall"),
    ("'we will pay for it', she said", "‘we will pay for it’, she said", "we will pay for it | she said"),
    ("Norway's talks were very long", "for Norway’s talks were very long", "talks were very long"),
    ("it won't be paid by us", "because it won’t be paid by us", "be paid by us"),
    ("the farmers' march was very long", "when the farmers’ march was very long", "march was very long"),
    (
        "« Nous payons tout, et vite » dit le",
        "« Nous payons tout, et vite » dit le ministre",
        "Nous payons tout, et vite | dit le",
    ),
    ("The oﬃce conﬁrmed the first plan", "The office confirmed the ﬁrst plan", "The office confirmed the first plan"),
    ("the ministry had paid", "the min\u00adistry had paid", "the ministry had paid"),
    ("cost 12 345 euros", "it cost 12\u00a0345\u202feuros", "cost 12 345 euros"),
    ("they said & did (a/b)?", "they said & did (a/b)?", "they said & did (a/b)"),
    ("Doe's - Holm's", "Doe’s — Holm’s", "Holm's"),
    ("Oslo-Bergen", "the Oslo–Bergen line", "Bergen"),
    ("---", "a — b", "---"),
]


@pytest.mark.parametrize(("passage", "_article", "sought"), PASSAGES)
def test_a_passage_is_sought_without_the_marks_that_an_article_may_have_otherwise(
    passage: str, _article: str, sought: str
) -> None:
    address = original(ARTICLE, passage)
    assert [unquote(end) for end in address.removeprefix(f"{ARTICLE}#:~:text=").split(",")] == sought.split(" | ")


@pytest.mark.parametrize(("passage", "article", "_sought"), PASSAGES[:-1])
def test_a_browser_finds_it(page: Page, passage: str, article: str, _sought: str) -> None:
    filler = f"<p>{'other words ' * 900}</p>"
    body = f"<!doctype html><meta charset=utf-8>{filler}<p>Then {html.escape(article)}.</p>{filler}"
    page.route("**/*", lambda route: shows(route, body))
    page.goto(original(ARTICLE, passage))
    page.wait_for_function("window.scrollY > 0")


def shows(route: Route, body: str) -> None:
    route.fulfill(body=body, content_type="text/html")
