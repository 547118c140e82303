"""The record of a new article: its name, its day, its publisher, as far as the text and its page state them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.content.dates import UNKNOWN, Edtf, parse
from generator.content.model import Article, Label
from generator.content.reading import Content
from generator.content.values import is_said
from generator.content.yaml_tree import STRANGE
from generator.drafting.ids import entry_ids, free_id, slug
from generator.drafting.importing import ImportedText
from generator.drafting.origins import origin_of
from generator.drafting.page_head import PageHead, page_head
from generator.drafting.page_words import PUBLISHERS, SLUG
from generator.drafting.unknown_names import UnknownName
from generator.evidence.languages.detect import language_of
from generator.evidence.name_parts import fold
from generator.evidence.text import Paragraph, normalise, paragraphs, words

ID_WORDS = 4  # words of a headline in an id
UNNAMED = "Untitled"  # instead of a label, which a person writes: words taken from a text may say the opposite of it
NAMED_BY_PAGE = "the metadata of the page names the outlet so"
_CREDIT = re.compile(r"^(by|source:|published by|©)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """The day of publication, and why we think so where neither the text nor its page states it."""

    published: Edtf
    because: str = ""


def record(imported: ImportedText, dated: Dated, content: Content | None = None) -> Article:
    """The record that the text shows; its publisher only with the registries at hand."""
    title = shown if is_said(shown := title_of(imported, content)) else ""  # it may be a line or a mark
    return Article(
        title=title or None,
        label=None if title else Label(say=UNNAMED),
        publisher=_publisher(imported, content) if content else None,
        published=dated.published,
        published_basis="inferred" if dated.because else "stated",
        because=dated.because or None,
        url=imported.url or None,
        language=language_of(imported.text, imported.language).code,  # type: ignore[arg-type]  # its codes are those of the model
        origin=_origin(imported, content) if content else "unknown",
        curation="open",
    )


def title_of(imported: ImportedText, content: Content | None = None) -> str:
    """The title that the page gives, or the headline above the text, as it is printed; empty where there is none.

    What an agency puts before its headline is no part of it: `UPDATE 2-`.
    """
    title = " ".join(STRANGE.sub("", imported.title).split())
    headline = "" if title else _head(imported, content).title
    printed = (" ".join(STRANGE.sub("", line).split()) for line in imported.text.splitlines())
    named = title or next((line for line in printed if headline and normalise(line) == headline), "")
    return SLUG.sub("", named, count=1)


def dated(imported: ImportedText, id: str) -> Dated:
    """The day that the page states; or its address, or the article's id, has. What the text mentions is none."""
    head = _head(imported)
    if day := _exact(imported.published):
        return Dated(day)
    if day := _exact(imported.address_day):
        stated = head.day == imported.address_day
        return Dated(day, "" if stated else "the article's address has this day; the text does not state it")
    if day := _exact(head.day):
        return Dated(day)
    if head.month:
        return Dated(parse(head.month))
    vague = " ".join(STRANGE.sub("", head.vague_day).split())
    because = (
        f"the text has `{vague}`, which is no whole day" if vague else "the text does not say when it was published"
    )
    in_id = re.match(r"\d{4}-\d\d-\d\d(?!\d)", id)
    if in_id and (day := _exact(in_id[0])):
        return Dated(day, f"the article's id has this day; {because}")
    return Dated(parse(UNKNOWN), because)


def remarks(imported: ImportedText, content: Content, article: Article) -> Iterator[str]:
    """What the page states and no field holds: who wrote the article, and an outlet that is not registered."""
    if author := imported.author or _head(imported, content).author:
        yield f"author: {author}"
    if not article.publisher and (outlet := _outlet(imported, content)):
        yield f"the page names `{outlet}`, which publishers.yml has not; an entry stands at the end of this file"


def new_publisher(imported: ImportedText, content: Content, article: Article) -> UnknownName | None:
    """The outlet that the page names and no registry knows, as an entry of publishers.yml."""
    outlet = "" if article.publisher else _outlet(imported, content)
    if not slug(outlet):
        return None
    kind = next((kind for kind, words in PUBLISHERS.items() if words & set(outlet.casefold().split())), "website")
    id = free_id(slug(outlet), entry_ids(content))
    in_text = fold(normalise(outlet)) in fold(normalise(imported.text))
    return UnknownName(outlet, id, (), (), "publishers", kind=kind, background="" if in_text else NAMED_BY_PAGE)


def id_of(imported: ImportedText, dated: Dated) -> str:
    """An id of the day, where it is known, and the first words of the title or the text, its negations among them."""
    language = language_of(imported.text, imported.language)
    named = [word for word in words(title_of(imported) or _head(imported).told[:400], language) if slug(word)]
    small = language.function_words - language.negations
    plain = [word for word in named if word not in small] or named
    day = dated.published.text if not dated.because else ""
    return slug("-".join([*([day] if day else []), *plain[:ID_WORDS]])) or "article"


@lru_cache(maxsize=4)  # it is looked at for each field of a record
def body_of(imported: ImportedText) -> tuple[Paragraph, ...]:
    """The paragraphs of an article before it has a record."""
    return paragraphs(imported.text, language_of(imported.text, imported.language))


def _exact(day: str) -> Edtf | None:
    try:
        return parse(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
    except ValueError:
        return None  # 31 June


def _head(imported: ImportedText, content: Content | None = None) -> PageHead:
    names = [name for entry in content.publishers.values() for name in entry.names] if content else []
    return page_head(body_of(imported), names)


def _publisher(imported: ImportedText, content: Content) -> str | None:
    """The registered publisher that the page names as its site, or that has a line around the text to itself."""
    ids_by_name = {fold(normalise(name)): entry.id for entry in content.publishers.values() for name in entry.names}
    head = _head(imported, content)
    lines = (_CREDIT.sub("", line) for line in head.named_lines)
    whole = (f"{article}{name}" for name in head.outlets for article in ("", "the ", "le ", "la "))
    stated = (imported.publisher, head.credit[0], *lines, *whole)
    names = (fold(normalise(text).strip(" .")) for text in stated)
    return next((ids_by_name[name] for name in names if name in ids_by_name), None)


def _outlet(imported: ImportedText, content: Content) -> str:
    """What the page calls its outlet, as it is written there."""
    found = (imported.publisher, *_head(imported, content).outlets)
    return next((" ".join(STRANGE.sub("", name).split()) for name in found if slug(name)), "")


def _origin(imported: ImportedText, content: Content) -> str:
    found = origin_of(body_of(imported), content)
    return found.id if found and found.id else "unknown"
