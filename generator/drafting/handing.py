"""What an extractor is handed of an article and its dossier, before it proposes anything."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.extraction import GivenArticle, GivenEntry, GivenEvent, GivenParagraph, GivenQuestion
from generator.content.reading import Content
from generator.content.registries import Entry, Question
from generator.drafting.questions import asked
from generator.evidence.source import FullText, SentenceRef
from generator.evidence.text import Paragraph

UNITS = {
    "number": "a number",
    "amount": "a currency",
    "quantity": "a currency or a measure",
    "share": "%",
    "measure": "a measure",
    "date": "a date",
    "words": "",
}


def given_article(content: Content, article: str, text: FullText) -> GivenArticle:
    """All of it, in the order of the files."""
    record = content.articles[article].article
    return GivenArticle(
        article=article,
        title=record.name,
        publisher=record.publisher or "",
        published=record.published.text,
        language=text.language.code,
        paragraphs=tuple(_paragraph(text, paragraph) for paragraph in text.body),
        leaders=_entries(content.leaders.values()),
        countries=_entries(content.countries.values()),
        organisations=_entries(content.organisations.values()),
        publishers=_entries(content.publishers.values()),
        themes=tuple(GivenEntry(id=t.id, name=t.name, aliases=t.keywords) for t in content.themes.values()),
        events=tuple(GivenEvent(id=e.id, name=e.name, when=e.when.date.text) for e in content.events.values()),
        questions=tuple(_question(content, question) for question in content.questions.values()),
    )


def _paragraph(text: FullText, paragraph: Paragraph) -> GivenParagraph:
    refs = [SentenceRef(paragraph.number, sentence.number) for sentence in paragraph.sentences]
    return GivenParagraph(number=paragraph.number, text=paragraph.text, sentences=text.wording(refs))


def _entries(entries: Iterable[Entry]) -> tuple[GivenEntry, ...]:
    return tuple(GivenEntry(id=entry.id, name=entry.name, aliases=entry.names[1:]) for entry in entries)


def _question(content: Content, question: Question) -> GivenQuestion:
    put = asked(question)
    counted = f"a number of {put.noun}" if put.wants == "number" and put.noun else UNITS[put.wants]
    return GivenQuestion(
        id=question.id,
        question=question.question,
        asks=question.asks,
        unit=counted,
        options=question.options,
        answers=content.given_answers.get(question.id, ()),
    )
