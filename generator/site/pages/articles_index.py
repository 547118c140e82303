"""The list of articles, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.site.pages.removed import removed_articles
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES, bare, by_month, by_stretches, month_of, part_of
from generator.site.parts.page import ArticleLine, Head, Ledger, Link, Page, Sentence

LISTED = 200  # articles of a list


@dataclass(frozen=True)
class ArticleEntry:
    """An article in the list of articles."""

    line: ArticleLine
    facts: int
    gist: Sentence  # the first of its summary


@dataclass(frozen=True)
class ArticlesView:
    head: Head
    articles: tuple[ArticleEntry, ...]
    uncurated: tuple[Link, ...]
    removed: tuple[Link, ...]
    rights: str
    ledger: Ledger


def index_pages(context: RenderContext) -> Iterator[Page]:
    """The articles, the oldest first; where these are too many, the newest, and all of them month by month."""
    view = articles_view(context)
    page = Page("articles.md.j2", view)
    if len(view.articles) <= LISTED:
        yield page
        return
    months = {
        line.link.url: month_of(context.briefing.article(id).published) for id, line in context.source_lines.items()
    }
    years = by_month(context, view.articles, lambda entry: months[entry.line.link.url], LISTED)
    parts = {"facts": tuple(part_of(view.head, year) for year in years)}
    yield replace(page, view=replace(view, articles=view.articles[-LINES:]), parts=parts)
    empty = bare(view)
    yield from by_stretches(page, years, lambda of: replace(empty, articles=of))


def articles_view(context: RenderContext) -> ArticlesView:
    entries = [
        ArticleEntry(line, len(context.briefing.facts_in(id)), context.gist(context.briefing.summary_of(id)))
        for id, line in context.source_lines.items()
    ]
    arrived = tuple(map(context.article, context.briefing.unread))
    return ArticlesView(
        context.index_head("articles"),
        tuple(entries),
        arrived,
        removed_articles(context),
        context.briefing.content.site.rights,
        context.ledger(()),
    )
