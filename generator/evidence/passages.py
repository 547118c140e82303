"""Whether a passage stands in its article, once, whole, and within the limits of quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.content.model import Fact
from generator.content.site import Limits
from generator.evidence.fuzzy import as_yaml
from generator.evidence.source import Occurrence, SentenceProfile, SentenceRef, Source
from generator.evidence.text import normalise, tokens
from generator.evidence.verdict import Check, Field, cannot, proved, refuted

SHORTEST = 5  # tokens: fewer could stand anywhere
SHORTEST_IN_ITEM = 4
SHORT_ITEM = 12  # tokens: so short a list item or table row may be quoted whole
LONG_SENTENCE = 8  # tokens: a shorter sentence may be quoted whole


class Located(NamedTuple):
    """A passage of a fact, and the one place where it stands, if it was found."""

    text: str
    field: Field
    occurrence: Occurrence | None


def locate(fact: Fact, source: Source, limits: Limits) -> tuple[tuple[Located, ...], tuple[Check, ...]]:
    """Finds each passage of a fact and checks it, alone."""
    located: list[Located] = []
    checks: list[Check] = []
    profiles = source.by_ref
    for number, passage in enumerate(fact.passage):
        field = ("passage", number)
        paragraph = fact.paragraph[number] if number < len(fact.paragraph) else None
        occurrence, check = _placed(passage, paragraph, field, source, profiles, limits)
        faults = list(_faults(occurrence, paragraph, field, profiles, limits)) if occurrence else []
        located.append(Located(passage, field, occurrence))
        checks += faults or [check]
    if len(fact.paragraph) > len(fact.passage):
        what = "more paragraphs than passages"
        checks.append(refuted("passage", ("paragraph",), "TOO-MANY-PARAGRAPHS", what, "give one for each"))
    return tuple(located), tuple(checks)


def _placed(
    passage: str,
    paragraph: int | None,
    field: Field,
    source: Source,
    profiles: Mapping[SentenceRef, SentenceProfile],
    limits: Limits,
) -> tuple[Occurrence | None, Check]:
    occurrences = source.occurrences(passage)
    if occurrences is None:
        return None, cannot("passage", field, f"the lock does not know the passage {_cut(passage)}")
    candidates = [occurrence for occurrence in occurrences if paragraph in (None, occurrence.paragraph)]
    if len(candidates) == 1:
        return candidates[0], proved("passage", *field)
    shown = _cut(passage)
    if candidates:
        what = f"the passage {shown} stands {len(candidates)} times, in {_paragraphs(candidates)}"
        in_one = len({occurrence.paragraph for occurrence in candidates}) == 1
        remedy = "give a longer passage" if in_one else "give its `paragraph`, or a longer passage"
        return None, refuted("passage", field, "AMBIGUOUS-PASSAGE", what, remedy)
    if occurrences:
        last = f", and the article has {source.paragraphs}" if (paragraph or 0) > source.paragraphs else ""
        what = f"the passage {shown} does not stand in paragraph {paragraph}{last}"
        return None, refuted("passage", field, "WRONG-PARAGRAPH", what, f"it stands in {_paragraphs(occurrences)}")
    near = _nearest(passage, source, profiles, limits)
    return None, refuted("passage", field, "NOT-IN-ARTICLE", f"no paragraph has the passage {shown}", near)


def _nearest(passage: str, source: Source, profiles: Mapping[SentenceRef, SentenceProfile], limits: Limits) -> str:
    """The remedy for a passage that stands nowhere: the words most like it that could be one, ready to paste."""
    for number, run, occurrences in source.similar_runs(passage):
        candidates = [occurrence for occurrence in occurrences if occurrence.paragraph == number]
        paragraph = number if len(occurrences) > 1 else None
        if len(candidates) == 1 and not any(_faults(candidates[0], paragraph, (), profiles, limits)):
            pointer = f", to be given as `paragraph: {number}`" if paragraph else ""
            return f"paragraph {number} has `{as_yaml(run)}`{pointer}"
    return "quote the article's own words"


def _faults(
    occurrence: Occurrence,
    paragraph: int | None,
    field: Field,
    profiles: Mapping[SentenceRef, SentenceProfile],
    limits: Limits,
) -> Iterator[Check]:
    item = profiles[occurrence.spans[0].ref].item
    shortest = SHORTEST_IN_ITEM if item else SHORTEST
    if occurrence.size < shortest:
        what = f"a passage of {occurrence.size} words could stand anywhere"
        yield refuted("passage", field, "SHORT-PASSAGE", what, f"give at least {shortest}")
    if occurrence.negated:
        what = "the passage begins after a negation of the same clause, so it may say the opposite"
        yield refuted("passage", field, "AFTER-NEGATION", what, "begin at or before the negation")
    if occurrence.size > limits.passage_words:
        what = f"the passage has {occurrence.size} words, {limits.passage_words} at most may be quoted"
        yield refuted("passage", field, "LONG-PASSAGE", what, "quote less, or two shorter passages")
    for span in occurrence.spans:
        whole = profiles[span.ref].tokens
        percent = 100 * span.size / whole
        short_item = item and whole <= SHORT_ITEM and paragraph is not None
        if whole >= LONG_SENTENCE and percent >= limits.sentence_percent and span.quoted < span.size and not short_item:
            what = f"the passage is {span.size} of the {whole} words of sentence {span.ref}"
            yield refuted(
                "passage", field, "WHOLE-SENTENCE", what, f"quote less than {limits.sentence_percent} % of it"
            )


def _paragraphs(occurrences: Iterable[Occurrence]) -> str:
    """The numbers of the paragraphs, each once, in order."""
    numbers = sorted({occurrence.paragraph for occurrence in occurrences})
    return f"paragraph{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"


def _cut(passage: str, most: int = 8) -> str:
    plain = normalise(passage)
    words = tokens(plain)
    return f"`{plain if len(words) <= most else plain[: words[most - 1].end] + ' …'}`"
