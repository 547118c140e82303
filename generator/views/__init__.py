"""What each page says, one module a kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.views.articles import article_pages
from generator.views.book import Book
from generator.views.countries import country_pages
from generator.views.events import event_pages
from generator.views.home import home_page
from generator.views.leaders import leader_pages
from generator.views.method import method_page
from generator.views.page import Page
from generator.views.questions import question_pages
from generator.views.themes import theme_pages


def pages(book: Book, method: str) -> Iterator[Page]:
    """Every page but that of the data files, which output makes with a sample of them."""
    yield home_page(book)
    yield from leader_pages(book)
    yield from country_pages(book)
    yield from theme_pages(book)
    yield from event_pages(book)
    yield from question_pages(book)
    yield from article_pages(book)
    yield method_page(book, method)
