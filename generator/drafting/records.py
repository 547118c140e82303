"""The record of a new article: its name, its day, its publisher, as far as the text shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.dates import Edtf, parse
from generator.content.model import Article, Label
from generator.content.reading import Content
from generator.content.yaml_tree import STRANGE
from generator.drafting.importing import ImportedText
from generator.drafting.subjects import slug
from generator.evidence.languages import Language
from generator.evidence.languages.detect import language_of
from generator.evidence.name_parts import fold
from generator.evidence.text import Paragraph, normalise, paragraphs, words

HEADLINE = 20  # tokens: a longer first line is no headline
DATELINE = 12  # tokens: a longer line that has a date tells of something else
EDGE = 4  # paragraphs at the top and the end where a text says when and by whom it was published
ID_WORDS = 4  # words of a headline in an id


@dataclass(frozen=True)
class Dated:
    """The day of publication, and why we think so where the text does not state it."""

    published: Edtf
    because: str = ""


def record(imported: ImportedText, dated: Dated, id: str, content: Content | None = None) -> Article:
    """The record that the text shows; its publisher only with the registries at hand."""
    title = title_of(imported)
    words = slug(id).replace("-", " ").capitalize()
    label = re.sub(r"^\d{4}( \d\d){0,2} ", "", words).capitalize() or words
    publisher = _publisher(imported, content) if content else None
    return Article(
        title=title or None,
        label=None if title else Label(say=label),
        publisher=publisher,
        published=dated.published,
        published_basis="inferred" if dated.because else "stated",
        because=dated.because or None,
        url=imported.url or None,
        language=language_of(imported.text, imported.language).code,  # type: ignore[arg-type]  # its codes are those of the model
        origin=(_origin(imported, content) if content else None) or "unknown",
        curation="open",
    )


def title_of(imported: ImportedText) -> str:
    """The title that the page gives, or a first line that looks like a headline."""
    if imported.title:
        return " ".join(STRANGE.sub("", imported.title).split())
    body = paragraphs(imported.text)
    first = STRANGE.sub("", next((line for line in imported.text.splitlines() if normalise(line)), ""))
    is_headline = len(body) > 1 and len(body[0].tokens) <= HEADLINE and not re.search(r"[.!?:;,]['\"]?$", body[0].text)
    return " ".join(first.split()) if is_headline and not body[0].text.startswith(("- ", "|")) else ""


def dated(imported: ImportedText, id: str) -> Dated:
    """The day that the page, a line of its own in the text, or the id gives, or else the text mentions last."""
    language = language_of(imported.text, imported.language)
    body = paragraphs(imported.text, language)
    edges = [p for p in body if p.number <= EDGE or p.number > len(body) - EDGE]
    stated = [imported.published, *(day for p in edges if len(p.tokens) <= DATELINE for day in _days(p, language))]
    for day in stated:
        if exact_day := _exact(day):
            return Dated(exact_day)
    in_id = re.match(r"\d{4}-\d\d-\d\d(?!\d)", id)
    if in_id and (exact_day := _exact(in_id[0])):
        return Dated(exact_day, "the article's id has this day; the text does not say when it was published")
    mentioned = sorted(day for p in body for day in _days(p, language) if _exact(day))
    if mentioned:
        because = "the latest day that the text mentions; it does not say when it was published"
        return Dated(parse(f"{mentioned[-1]}~"), because)
    years = sorted(t.text for p in body for t in p.tokens if re.fullmatch(r"(19|20)\d\d", t.text))
    if years:
        because = "the latest year that the text mentions; it does not say when it was published"
        return Dated(parse(f"{years[-1]}~"), because)
    return Dated(parse("20XX"), "the text gives no date at all")


def id_of(imported: ImportedText, dated: Dated) -> str:
    """An id of the day, where it is known, and the first words of the title or the text."""
    language = language_of(imported.text, imported.language)
    named = [word for word in words(title_of(imported) or imported.text[:400], language) if slug(word)]
    plain = [word for word in named if word not in language.function_words] or named
    day = dated.published.text if not dated.because else ""
    return slug("-".join([*([day] if day else []), *plain[:ID_WORDS]])) or "article"


def _days(paragraph: Paragraph, language: Language) -> Iterator[str]:
    for sentence in paragraph.sentences:
        for number in language.figures(sentence.tokens):
            if number.is_date and "X" not in number.amount:
                yield number.amount.removeprefix("date ")


def _exact(day: str) -> Edtf | None:
    try:
        return parse(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
    except ValueError:
        return None  # 31 June


def _publisher(imported: ImportedText, content: Content) -> str | None:
    """The registered publisher that the page names as its site, or that has a short line of the text to itself."""
    ids_by_name = _publishers(content)
    body = paragraphs(imported.text)
    lines = [p.text for p in body if p.number <= EDGE or p.number > len(body) - EDGE]
    stated = (
        imported.publisher,
        *(re.sub(r"^(by|source:|published by|©)\s+", "", t, flags=re.IGNORECASE) for t in lines),
    )
    names = (fold(normalise(text).strip(" .")) for text in stated)
    return next((ids_by_name[name] for name in names if name in ids_by_name), None)


def _origin(imported: ImportedText, content: Content) -> str | None:
    """The agency of a dateline: `OSLO (Nordwire) - `."""
    ids_by_name = _publishers(content)
    for paragraph in paragraphs(imported.text)[:EDGE]:
        line = re.match(r"[^().]{0,60}\(([^()]{2,40})\) -", paragraph.text)
        if line and (id := ids_by_name.get(fold(line[1]))) and content.publishers[id].kind == "agency":
            return id
    return None


def _publishers(content: Content) -> Mapping[str, str]:
    return {fold(normalise(name)): entry.id for entry in content.publishers.values() for name in entry.names}
