"""The clauses that hold for a passage: the words of an article that prove a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from verify_answers import CANNOT, PROVED, REFUTED, Check
from verify_articles import Article
from verify_locks import Occurrence, digest

SHORTEST, SHORTEST_OF_A_LIST = 5, 4  # words
LONG, LONG_IN_A_LIST = 8, 13  # words: a shorter sentence, or entry of a list or a table, may be quoted whole


class LocatedPassage(NamedTuple):
    """Where a passage stands, which is nowhere if nothing proves it, and the check of it."""

    occurrence: Occurrence
    check: Check


def located(article: Article, passage: Mapping[str, Any], limits: Mapping[str, int]) -> LocatedPassage:
    """Looks a passage up in its article, and holds it against all clauses."""
    plain = article.readers.words.plain(passage["text"])
    everywhere = article.lock.passages.get(fingerprint(article, plain), [])
    occurrence = in_its_paragraph(everywhere, passage)
    absent = not_in_the_text(article, passage)
    if absent or not occurrence:
        answer = REFUTED if absent or everywhere else CANNOT
        return LocatedPassage([], Check("passage", answer, f"nothing proves `{plain}` there"))
    faults = [fault for fault in faults_of(article, passage, occurrence, limits) if fault]
    answer = REFUTED if faults else PROVED
    return LocatedPassage(occurrence, Check("passage", answer, f"`{plain}` is {' and '.join(faults)}"))


def fingerprint(article: Article, plain: str) -> str:
    """Passages: “Capitals, signs, currencies, per cent signs and decimal points count.”

    Each letter of the plain text goes into the fingerprint by which a lock knows a passage.
    """
    return digest(article.lock.sha256, "passage", plain)


def in_its_paragraph(everywhere: Sequence[Occurrence], passage: Mapping[str, Any]) -> Occurrence:
    """Passages: “A run that stands twice says which paragraph is meant.”"""
    return next((occurrence for occurrence in everywhere if occurrence[0].ref.paragraph == passage["paragraph"]), [])


def not_in_the_text(article: Article, passage: Mapping[str, Any]) -> bool:
    """Passages: “in order and without a gap, inside one paragraph of the article.”

    So the lock tells, unless the text is at hand.
    """
    if not article.text:
        return False
    return not article.has_run(article.readers.words.run(passage["text"], article.language))


def faults_of(
    article: Article, passage: Mapping[str, Any], occurrence: Occurrence, limits: Mapping[str, int]
) -> Iterator[str]:
    yield too_short(article, occurrence)
    yield too_long(occurrence, limits)
    yield cut_off_from_a_negation(occurrence)
    yield in_other_sentences(passage, occurrence)
    yield nearly_a_whole_sentence(article, occurrence, limits)


def too_short(article: Article, occurrence: Occurrence) -> str:
    """Passages: “A passage is a run of at least five whole words (four in a list or a table),”"""
    in_a_list = article.lock.sentences[occurrence[0].ref].item
    return "too short" if size_of(occurrence) < (SHORTEST_OF_A_LIST if in_a_list else SHORTEST) else ""


def too_long(occurrence: Occurrence, limits: Mapping[str, int]) -> str:
    """Limits: “A passage has at most 20 words”

    Twenty, unless those who edit the briefing chose another limit, which stands in the data.
    """
    return "too long" if size_of(occurrence) > limits["passage_words"] else ""


def nearly_a_whole_sentence(article: Article, occurrence: Occurrence, limits: Mapping[str, int]) -> str:
    """Limits: “and is less than four fifths of a longer sentence, unless all of it is speech.”"""
    for span in occurrence:
        profile = article.lock.sentences[span.ref]
        longer = profile.tokens >= (LONG_IN_A_LIST if profile.item else LONG)
        much = span.size * 100 >= limits["sentence_percent"] * profile.tokens
        if longer and much and span.spoken < span.size:
            return "nearly a whole sentence"
    return ""


def cut_off_from_a_negation(occurrence: Occurrence) -> str:
    """Passages: “A run may not begin after a *not*, *no*, *never* or *without* of the same clause: that is how a
    quotation is turned into its opposite.”
    """
    return "cut off from a negation" if occurrence[0].negated else ""


def in_other_sentences(passage: Mapping[str, Any], occurrence: Occurrence) -> str:
    """The data name the sentences that the passage touches; names and numbers are looked up in these."""
    return "in another sentence" if [span.ref.number for span in occurrence] != passage["sentences"] else ""


def size_of(occurrence: Occurrence) -> int:
    return sum(span.size for span in occurrence)
