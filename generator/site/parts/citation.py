"""What is cited of a briefing: the whole, a page or a fact, always as it stood in an edition."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from generator.content.values import as_id
from generator.evidence.proving import BoundFact
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head

HOME = "index.md"
DATA = "data.md"


@dataclass(frozen=True)
class Work:
    """Something to be cited; the briefing stands for its author."""

    key: str  # unique among all works of the briefing
    title: str
    briefing: str
    on: dt.date
    language: str
    url: str  # empty where nobody knows the address of the site
    note: str
    sentence: str
    is_whole: bool = False  # the briefing itself


def page_work(context: RenderContext, head: Head) -> Work:
    """A page; the first stands for the whole briefing."""
    title = context.briefing.content.site.title
    if head.path == HOME:
        return replace(_work(context, "whole", as_id(title) or "briefing", title, ""), is_whole=True)
    return _work(context, "page", head.url.removesuffix(".html"), head.title, head.url)


def fact_work(context: RenderContext, fact: BoundFact) -> Work:
    """A fact, with the place in its article that it is from."""
    words, numbers = context.words["cite"], fact.paragraphs
    source = words["source"].format(article=context.article(fact.article).name)
    if numbers:
        form = words["placed"]["one" if len(numbers) == 1 else "other"]
        source = form.format(source=source, n=", ".join(map(str, numbers)))
    return _work(context, "fact", fact.id, fact.say.removesuffix("."), fact.url, source)


def _work(context: RenderContext, form: str, key: str, title: str, path: str, source: str = "") -> Work:
    words, site = context.words["cite"], context.briefing.content.site
    url = f"{context.address}{path}" if context.address else ""
    address, notes = "", [words["from"].format(source=source)] if source else []
    if url:
        address = words["at"].format(url=url)
    elif path:
        address = words["within"].format(path=path)
        notes.append(words["path"].format(path=path))
    date = context.day(site.edition)
    return Work(
        key=key,
        title=title,
        briefing=site.title,
        on=site.edition,
        language=context.words["language"],
        url=url,
        note=" ".join(notes),
        sentence=words[form].format(title=title, source=source, site=site.title, date=date, address=address),
    )
