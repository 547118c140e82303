"""What is cited of a briefing: the whole, a page or a fact as it stood in an edition, an article as it appeared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from generator.content import dates
from generator.content.dates import Edtf
from generator.content.values import as_id
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head

HOME = "index.md"
DATA = "data.md"


@dataclass(frozen=True)
class Work:
    """Something to be cited; the briefing stands for its author, and an article stands in what it was published in."""

    kind: Literal["whole", "page", "fact", "article"]
    key: str  # unique among all works of the briefing
    title: str
    briefing: str
    on: Edtf
    dated: str  # the same as it is read
    language: str
    url: str  # empty where nobody knows the address of the site, or of the article
    note: str
    sentence: str
    publisher: str = ""  # of the briefing; or the newspaper of an article; empty where nobody knows


def page_work(context: RenderContext, head: Head) -> Work:
    """A page; the first stands for the whole briefing, and that of an article for the article."""
    title = context.briefing.content.site.title
    section, name = head.entry
    if head.path == HOME:
        return _work(context, "whole", as_id(title) or "briefing", title, "")
    article = context.briefing.curated.get(name) if section == "articles" else None
    if article and article.article.curation == "complete":  # or else nobody has checked its record
        return _article_work(context, name, head.url)
    return _work(context, "page", head.url.removesuffix(".html"), head.title, head.url)


def fact_work(context: RenderContext, fact: BoundFact) -> Work:
    """A fact, with the place in its article that it is from."""
    words, numbers = context.words["cite"], fact.paragraphs
    source = words["source"].format(article=context.article(fact.article).name)
    if numbers:
        form = words["placed"]["one" if len(numbers) == 1 else "other"]
        source = form.format(source=source, n=", ".join(map(str, numbers)))
    return _work(context, "fact", fact.id, fact.say.removesuffix("."), fact.url, source)


def _work(
    context: RenderContext, kind: Literal["whole", "page", "fact"], key: str, title: str, path: str, source: str = ""
) -> Work:
    words, site = context.words["cite"], context.briefing.content.site
    notes = [words["from"].format(source=source)] if source else []
    if path and not context.address:
        notes.append(words["path"].format(path=path))
    date, address = context.day(site.edition), _address(context, path)
    return Work(
        kind=kind,
        key=key,
        title=title,
        briefing=site.title,
        on=dates.parse(site.edition.isoformat()),
        dated=date,
        language=context.words["language"],
        url=f"{context.address}{path}" if context.address else "",
        note=" ".join(notes),
        sentence=words[kind].format(title=title, source=source, site=site.title, date=date, address=address),
        publisher=site.publisher.name if site.publisher else "",
    )


def _article_work(context: RenderContext, article: str, path: str) -> Work:
    """An article by its title, newspaper and date, with the page where it was read; a title of ours is in brackets."""
    words, record = context.words["cite"], context.briefing.article(article)
    page, moment = _work(context, "page", path.removesuffix(".html"), record.name, path), context.published(article)
    published, newspaper = context.dated(moment), context.publisher(article)
    read = words["read"].format(site=page.briefing, date=page.dated)
    inferred = [words["inferred"].format(reason=moment.because)] if moment.basis == "inferred" else []
    place = words["there"].format(url=page.url) if page.url else page.note
    return replace(
        page,
        kind="article",
        title=record.name if record.title else words["ours"].format(title=record.name),
        on=record.published,
        dated=moment.text,
        language=record.language,
        url=record.url or "",
        note=" ".join((*inferred, read, place)),
        sentence=words["article"].format(
            title=words["source" if record.title else "ours"].format(article=record.name, title=record.name),
            published=", ".join(filter(None, (newspaper, published))),
            site=page.briefing,
            date=page.dated,
            address=_address(context, path),
        ),
        publisher=newspaper,
    )


def _address(context: RenderContext, path: str) -> str:
    """Where it stands, as it ends a sentence: in the web, or within the briefing where nobody knows its address."""
    words = context.words["cite"]
    if context.address:
        return str(words["at"].format(url=f"{context.address}{path}"))
    return str(words["within"].format(path=path)) if path else ""
