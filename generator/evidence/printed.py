"""What the sentences of a fact print, for whoever is told that the fact has something else: their own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content.dates import Edtf, parse
from generator.evidence.context import FactContext
from generator.evidence.figures import Figure
from generator.evidence.languages import Language
from generator.evidence.relative_dates import counted, relative_date_fault, without_year
from generator.evidence.text import Token, normalise, tokens

MOST = 4  # figures that a message shows
AROUND = 5  # words before a figure, or behind it, that may modify it
PHRASE = 4  # words of a day that is told from the publication


def figure_as_printed(run: Sequence[Token], form: str, language: Language) -> str:
    """The words of a run that are a figure of this form, with those that modify it; empty if there are none."""
    for figure in language.figures(run):
        if form in figure.forms:
            return _as_printed(run, figure, form, language)
    return ""


def _as_printed(run: Sequence[Token], figure: Figure, form: str, language: Language) -> str:
    """The fewest words around a figure that have its form when read alone."""
    for size in range(2 * AROUND + 1):
        for before in range(min(size, AROUND), -1, -1):
            first, end = figure.start - before, figure.end + size - before
            if first < 0 or end > len(run):
                continue
            part = run[first:end]
            if any(form in read.forms for read in language.figures(part)):
                return _text(part)
    return figure.text


def _text(part: Sequence[Token]) -> str:
    return part[0].text + "".join(token.gap + token.text for token in part[1:])


def sentences_of(context: FactContext) -> Iterator[tuple[Token, ...]]:
    """The tokens of the sentences that the passages touch; none where the words are not at hand."""
    for sentence in context.source.wording(context.refs):
        yield tokens(sentence, context.source.language)


def told_as(context: FactContext, form: str) -> str:
    """How the sentences print a figure of this form."""
    runs = (figure_as_printed(run, form, context.source.language) for run in sentences_of(context))
    return next((words for words in runs if words), "")


def figures_told(context: FactContext, *, dates: bool) -> str:
    """The figures that the sentences have, or the dates, as printed; empty where the words are not at hand."""
    language = context.source.language
    found = [
        _as_printed(run, figure, figure.form, language)
        for run in sentences_of(context)
        for figure in language.figures(run)
        if not figure.free and figure.is_date == dates
    ]
    shown = list(dict.fromkeys(found))
    return ", ".join(f"“{words}”" for words in shown[:MOST]) + (" and others" if len(shown) > MOST else "")


def words_of_a_day(sentences: Sequence[str], date: Edtf, published: Edtf, language: Language) -> str:
    """Words of some sentences from which the day of publication counts this date: `on Friday`, `30 December`."""
    for run in (tokens(sentence, language) for sentence in sentences):
        for size in range(PHRASE, 0, -1):
            for first in range(len(run) - size + 1):
                part = run[first : first + size]
                words = _text(part)
                if _is_told(words, date, published, language):
                    return words
    return ""


def _is_told(words: str, date: Edtf, published: Edtf, language: Language) -> bool:
    """Whether words tell this date and no other: `this week` tells no day, and `next month` none either."""
    plain = counted(normalise(words))
    first, last = language.days_away.get(plain, (0, 0))
    is_month = plain in language.months_away or (without_year(words, language) or (0, 1))[1] == 0
    is_exact = first == last and is_month == (date.precision == "month")
    return is_exact and not relative_date_fault(words, date, published, language)


def reckoning(context: FactContext, date: Edtf) -> str:
    """The remedy for a date that the sentences tell without its year, or from the publication; else nothing."""
    source = context.source
    words = words_of_a_day(source.wording(context.refs), date, context.published, source.language)
    if not words:
        return ""
    told = f"`when: {{date: {date.text}, reckoned: {words}}}`"
    return f"the sentence has “{words}”: count it from the publication, {told}"


def date_of(form: str) -> Edtf | None:
    """The date of a form, if it has a year and is one of the calendar."""
    text = form.removeprefix("date ").replace("-XX", "")
    try:
        return parse(text)
    except ValueError:
        return None
