"""Everything that drafting proposes for one article, each draft proved by the article's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from generator.content.model import Draft
from generator.content.reading import Content
from generator.content.record import When
from generator.content.values import ParagraphRange
from generator.drafting.boilerplate import boilerplate
from generator.drafting.counts import Count, counts
from generator.drafting.dates import DateMention, date_mentions
from generator.drafting.lines import Line, lines_of
from generator.drafting.passages import Prover
from generator.drafting.speech import Finding, speech
from generator.drafting.topics import LikelyAnswer, answers_in, event_of, themes_in
from generator.drafting.unknown_names import UnknownName, unknown_names
from generator.evidence.languages import ENGLISH
from generator.evidence.names import AliasTable
from generator.evidence.source import FullText

PROMISES = frozenset(("pledged", "pledges", "promised", "promises", "vowed", "vows", "promising"))
DEMANDS = frozenset(("demanded", "demands", "demanding", "urged", "urges", "urging"))


@dataclass(frozen=True)
class Proposed:
    """A draft, what it was made of, and what a person should know of it."""

    draft: Draft
    finding: Finding
    counts: tuple[Count, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[str, ...] = ()
    may_answer: tuple[str, ...] = ()  # questions, where only a person can tell the answer


@dataclass(frozen=True)
class Proposal:
    """The drafts of an article in order of reading, what to skip, and who is not registered."""

    drafts: tuple[Proposed, ...] = ()
    skips: tuple[tuple[ParagraphRange, str], ...] = ()
    unknown_names: tuple[UnknownName, ...] = ()
    numbers: tuple[tuple[int, Count], ...] = ()  # by paragraph
    dates: tuple[tuple[int, When], ...] = ()
    mentions: tuple[tuple[int, str], ...] = ()


@dataclass
class Numbering:
    """Ids such as `oslo-cable-p3-2`, none of which the dossier has."""

    prefix: str
    taken: set[str]
    given: dict[int, int] = field(default_factory=dict)

    def next(self, paragraph: int) -> str:
        number = self.given.get(paragraph, 0) + 1
        while (id := f"{self.prefix}-p{paragraph}-{number}") in self.taken:
            number += 1
        self.given[paragraph] = number
        return id


def propose(content: Content, aliases: AliasTable, article: str, text: FullText, title: str) -> Proposal:
    """What the rules find in an article; the record of its file gives the day from which dates are counted."""
    lines = lines_of(text, aliases)
    skips = tuple(boilerplate(text.body, title))
    paragraphs = [p for number, p in enumerate(lines, 1) if not any(number in span for span, _ in skips)]
    findings = list(speech(paragraphs, content)) if text.language is ENGLISH else []
    prover = Prover(content, aliases, article, text)
    numbering = Numbering(_prefix(article), _fact_ids(content))
    drafts: list[Proposed] = []
    for sentences in paragraphs:
        number = sentences[0].paragraph.number if sentences else 0
        drafts += _drafts(prover, numbering, sentences, [f for f in findings if f.paragraph == number])
    published = content.articles[article].article.published
    speakers = (f.speaker.who for f in findings if f.speaker.is_unknown and f.speaker.who)
    numbered = [(line.paragraph.number, line) for sentences in paragraphs for line in sentences]
    return Proposal(
        tuple(drafts),
        skips,
        unknown_names(paragraphs, content, aliases, speakers),
        tuple((n, count) for n, line in numbered for count in counts(line, text.language)),
        tuple((n, date.when) for n, line in numbered for date in date_mentions(line, published, text.language)),
        tuple(dict.fromkeys((n, name.subject) for n, line in numbered for name in line.mentions if name.subject)),
    )


def _drafts(prover: Prover, numbering: Numbering, lines: Sequence[Line], findings: list[Finding]) -> Iterator[Proposed]:
    """The drafts of one paragraph: what is said, then figures and dates that nobody says, in order of reading."""
    for line in lines:
        first, last = line.offset, line.offset + len(line.tokens) - 1
        spoken = [finding for finding in findings if first <= finding.first <= last]
        for finding in sorted([*spoken, *_unattributed(prover, line, spoken)], key=lambda f: (f.first, f.last, f.kind)):
            if passages := prover.passages(finding):
                yield _proposed(prover, numbering.next(finding.paragraph), line, finding, passages)


def _unattributed(prover: Prover, line: Line, spoken: list[Finding]) -> Iterator[Finding]:
    """Figures and dates that stand outside all that is quoted or reported."""
    number, language = line.paragraph.number, prover.text.language
    published = prover.content.articles[prover.article].article.published
    line_counts = list(counts(line, language))
    covered = {spot for finding in spoken for spot in range(finding.first, finding.last + 1)}
    for count in line_counts:
        if line.offset + count.first not in covered:
            yield Finding("figure", number, line.offset + count.first, line.offset + count.last)
    if not spoken and not line_counts:
        for mention in date_mentions(line, published, language)[:1]:
            yield Finding("event", number, line.offset + mention.first, line.offset + mention.last)


def _proposed(prover: Prover, id: str, line: Line, finding: Finding, passages: tuple[str, ...]) -> Proposed:
    content, language = prover.content, prover.text.language
    published = content.articles[prover.article].article.published
    run = (finding.first - line.offset, finding.last - line.offset)
    run_counts = tuple(c for c in counts(line, language) if run[0] <= c.first and c.last <= run[1])
    dated = date_mentions(line, published, language)
    when = min(dated, key=lambda m: (_apart((m.first, m.last), run), m.first)).when if dated else None
    speaker = finding.speaker
    who = speaker.who if speaker.who and not speaker.is_unknown else None
    sentence = line.text(0, len(line.tokens) - 1)
    named = tuple(dict.fromkeys(mention.subject for mention in line.mentions if mention.subject))
    themes = themes_in(content, sentence) or themes_in(content, line.paragraph.text)[:1]
    likely = tuple(answers_in(content, sentence, {*themes, *named}, run_counts, spoken=bool(who or speaker.via)))
    optional: dict[str, Any] = {
        "about": themes,
        "who": who,
        "via": speaker.via,
        "when": when,
        "kind": _kind(line, finding),
        "event": event_of(content, when, named, sentence) if when else None,
        "answers": _only_answer(likely),
    }
    draft = prover.draft(id, finding.paragraph, passages, optional)
    if who and not draft.who and (pointer := prover.pointed(finding.paragraph, who)):
        draft = prover.draft(id, finding.paragraph, passages, {**optional, "named": pointer})
    asked = tuple(answer.question for answer in likely if answer.question not in draft.answers)
    return Proposed(draft, finding, run_counts, dated, _names(content, named), asked)


def _only_answer(likely: tuple[LikelyAnswer, ...]) -> dict[str, str]:
    """The answer that a sentence seems to give; none where it could be meant for several questions."""
    answered = [candidate for candidate in likely if candidate.answer]
    return {candidate.question: candidate.answer for candidate in answered} if len(answered) == 1 else {}


def _apart(first: tuple[int, int], second: tuple[int, int]) -> int:
    """How many tokens stand between two runs; none where one holds the other."""
    return max(0, first[0] - second[1], second[0] - first[1])


def _kind(line: Line, finding: Finding) -> str:
    if finding.kind in ("figure", "event"):
        return finding.kind
    start = finding.first - line.offset
    before = line.words[max(0, start - 3) : start + 1]
    asks = any(pair in (("called", "on"), ("called", "for"), ("calls", "for")) for pair in pairwise(before))
    if asks or DEMANDS & set(before):
        return "demand"
    return "commitment" if PROMISES & set(before) else "statement"


def _names(content: Content, ids: Iterable[str]) -> tuple[str, ...]:
    registries: tuple[dict[str, Any], ...] = (
        content.leaders,
        content.countries,
        content.organisations,
        content.publishers,
    )
    return tuple(registry[id].name for id in ids for registry in registries if id in registry)


def _fact_ids(content: Content) -> set[str]:
    return {fact.id for file in content.articles.values() for fact in file.facts}


def _prefix(article: str) -> str:
    """The words of an article's id without its date, or the whole where it has only that."""
    words = article.split("-")
    plain = words[3:] if len(words) > 3 and all(word.isdigit() for word in words[:3]) else words
    return "-".join(plain)[:44].strip("-")
