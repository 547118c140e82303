"""Everything that drafting proposes for one article, each draft proved by the article's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.content.model import Draft
from generator.content.reading import Content
from generator.content.record import When
from generator.content.values import ParagraphRange
from generator.drafting.boilerplate import boilerplate
from generator.drafting.counts import Count, counts
from generator.drafting.dated import date_of_figure, date_of_words
from generator.drafting.dates import DateMention, date_mentions
from generator.drafting.lines import Line, lines_of
from generator.drafting.passages import Prover
from generator.drafting.speech import Finding, speech
from generator.drafting.topics import LikelyAnswer, Listener, event_of, themes_in
from generator.drafting.unknown_names import UnknownName, as_listed, unknown_names
from generator.evidence.languages import Language
from generator.evidence.names import AliasTable
from generator.evidence.source import FullText


@dataclass(frozen=True)
class Proposed:
    """A draft, what it was made of, and what a person should know of it."""

    draft: Draft
    finding: Finding
    counts: tuple[Count, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[str, ...] = ()
    may_answer: tuple[str, ...] = ()  # questions, where only a person can tell the answer
    refused: str = ""  # a wording that came with it, is not proved and does not copy; on one line


@dataclass(frozen=True)
class Proposal:
    """The drafts of an article in order of reading, what to skip, and who is not registered."""

    drafts: tuple[Proposed, ...] = ()
    skips: tuple[tuple[ParagraphRange, str], ...] = ()
    unknown_names: tuple[UnknownName, ...] = ()


@dataclass(frozen=True)
class _Heard:
    """An article before anything is drafted: what is skipped, the other paragraphs, what is said in them, new names."""

    skips: tuple[tuple[ParagraphRange, str], ...]
    paragraphs: tuple[tuple[Line, ...], ...]
    findings: tuple[Finding, ...]
    names: tuple[UnknownName, ...]


@dataclass
class Numbering:
    """Ids such as `oslo-cable-p3-2`, none of which the dossier has."""

    prefix: str
    taken: frozenset[str]
    given: dict[int, int] = field(default_factory=dict)

    def next(self, paragraph: int) -> str:
        number = self.given.get(paragraph, 0) + 1
        while (id := f"{self.prefix}-p{paragraph}-{number}") in self.taken:
            number += 1
        self.given[paragraph] = number
        return id


def propose(content: Content, aliases: AliasTable, article: str, text: FullText, title: str) -> Proposal:
    """What the rules find in an article; the record of its file gives the day from which dates are counted."""
    heard = _heard(content, aliases, text, title)
    prover = Prover(content, aliases, article, text)
    listener = Listener(content, heard.paragraphs, text.language, content.articles[article].article.published)
    numbering = numbering_of(content, article)
    drafts, findings = list[Proposed](), dict[int, list[Finding]]()
    for finding in heard.findings:
        findings.setdefault(finding.paragraph, []).append(finding)
    for sentences in heard.paragraphs:
        number = sentences[0].paragraph.number if sentences else 0
        drafts += _drafts(prover, listener, numbering, sentences, findings.get(number, []))
    return Proposal(tuple(drafts), heard.skips, heard.names)


def unknown_in(content: Content, aliases: AliasTable, text: FullText, title: str) -> tuple[UnknownName, ...]:
    """The names of an article that no registry knows, as `propose` has them; nothing is drafted for them."""
    return _heard(content, aliases, text, title).names


def _heard(content: Content, aliases: AliasTable, text: FullText, title: str) -> _Heard:
    lines = lines_of(text, aliases)
    outlets = [name for publisher in content.publishers.values() for name in publisher.names]
    skips = tuple(boilerplate(text.body, title, outlets))
    skipped = {number for span, _ in skips for number in range(span.first, span.last + 1)}
    paragraphs = tuple(paragraph for number, paragraph in enumerate(lines, 1) if number not in skipped)
    spoken = tuple(speech(lines, content, text.language.code, skipped))
    names = unknown_names(paragraphs, content, aliases, _strangers(spoken), text.language)
    findings = tuple(replace(finding, speaker=as_listed(finding.speaker, names)) for finding in spoken)
    return _Heard(skips, paragraphs, findings, names)


def _strangers(findings: Iterable[Finding]) -> dict[str, int]:
    """Those who speak and whom no registry knows, with the paragraph of their first words."""
    found: dict[str, int] = {}
    for finding in findings:
        if finding.speaker.is_unknown:
            found.setdefault(finding.speaker.name, finding.paragraph)
    return found


def numbering_of(content: Content, article: str) -> Numbering:
    """Ids for drafts of an article, none of which the dossier has."""
    return Numbering(_prefix(article), content.fact_ids)


def _drafts(
    prover: Prover, listener: Listener, numbering: Numbering, lines: Sequence[Line], findings: list[Finding]
) -> Iterator[Proposed]:
    """The drafts of one paragraph: what is said, then figures and dates that nobody says, in order of reading."""
    for line in lines:
        first, last = line.offset, line.offset + len(line.tokens) - 1
        spoken = [finding for finding in findings if first <= finding.first <= last]
        for finding in sorted([*spoken, *_unattributed(prover, line, spoken)], key=lambda f: (f.first, f.last, f.kind)):
            if passages := prover.passages(finding):
                yield _proposed(prover, listener, numbering.next(finding.paragraph), line, finding, passages)


def _unattributed(prover: Prover, line: Line, spoken: list[Finding]) -> Iterator[Finding]:
    """Figures and dates that stand outside all that is quoted or reported."""
    number, language = line.paragraph.number, prover.text.language
    published = prover.content.articles[prover.article].article.published
    line_counts = list(counts(line, language))
    for run in _together(prover, line, line_counts, spoken):
        yield Finding("figure", number, line.offset + run[0], line.offset + run[1])
    if not spoken and not line_counts:
        for mention in date_mentions(line, published, language)[:1]:
            yield Finding("event", number, line.offset + mention.first, line.offset + mention.last)


def _together(
    prover: Prover, line: Line, line_counts: Sequence[Count], spoken: Sequence[Finding]
) -> Iterator[tuple[int, int]]:
    """The figures that nobody says, those of one date that one passage shows together."""
    published = prover.content.articles[prover.article].article.published
    dated = date_mentions(line, published, prover.text.language)
    runs: list[tuple[tuple[int, int], When | None]] = []
    for count in line_counts:
        run = (count.first, count.last)
        if any(f.first <= line.offset + run[0] and line.offset + run[1] <= f.last for f in spoken):
            continue
        when = date_of_figure(line, run, dated, prover.text.language)
        both = (runs[-1][0][0], run[1]) if runs else run
        is_free = not any(f.first <= line.offset + both[1] and line.offset + both[0] <= f.last for f in spoken)
        if runs and runs[-1][1] == when and is_free and _are_shown(prover, line, both):
            runs.pop()
            run = both
        runs.append((run, when))
    yield from dict.fromkeys(run for run, _ in runs)


def _are_shown(prover: Prover, line: Line, run: tuple[int, int]) -> bool:
    """Whether a passage has the words from one figure to another."""
    both = Finding("figure", line.paragraph.number, line.offset + run[0], line.offset + run[1])
    return any(line.text(*run) in words for words in prover.passages(both))


def _proposed(
    prover: Prover, listener: Listener, id: str, line: Line, finding: Finding, passages: tuple[str, ...]
) -> Proposed:
    content, language = prover.content, prover.text.language
    published = content.articles[prover.article].article.published
    run = (finding.first - line.offset, finding.last - line.offset)
    run_counts = tuple(c for c in counts(line, language) if run[0] <= c.first and c.last <= run[1])
    dated = date_mentions(line, published, language)
    when = _date(line, finding, run, run_counts, dated, language)
    speaker = finding.speaker
    who = speaker.who if speaker.who and not speaker.is_unknown else None
    sentence = line.text(0, len(line.tokens) - 1)
    named = tuple(dict.fromkeys(mention.subject for mention in line.mentions if mention.subject))
    themes = themes_in(content, sentence) or themes_in(content, line.paragraph.text)[:1]
    likely = tuple(listener.answers(line, spoken=bool(who or speaker.via), counted=run_counts))
    optional: dict[str, Any] = {
        "about": themes,
        "who": who,
        "via": speaker.via,
        "when": when,
        "kind": finding.kind if finding.kind in ("figure", "event") else finding.act,
        "event": event_of(content, when, named, sentence) if when else None,
        "answers": _only_answer(likely),
    }
    draft = prover.draft(id, finding.paragraph, passages, optional)
    if who and not draft.who and (pointer := prover.pointed(finding.paragraph, who)):
        draft = prover.draft(id, finding.paragraph, passages, {**optional, "named": pointer})
    asked = tuple(answer.question for answer in likely if answer.question not in draft.answers)
    return Proposed(draft, finding, run_counts, dated, _names(content, named), asked)


def _date(
    line: Line,
    finding: Finding,
    run: tuple[int, int],
    run_counts: Sequence[Count],
    dated: Sequence[DateMention],
    language: Language,
) -> When | None:
    """The date that is of the same predicate; of figures together, that of the first."""
    if finding.kind == "event":
        return next((mention.when for mention in dated if (mention.first, mention.last) == run), None)
    if finding.kind == "figure":
        return date_of_figure(line, (run_counts[0].first, run_counts[0].last) if run_counts else run, dated, language)
    return date_of_words(line, run, dated, language)


def _only_answer(likely: tuple[LikelyAnswer, ...]) -> dict[str, str]:
    """The answers that a sentence seems to give; none where one could be meant for several questions."""
    given = Counter(candidate.answer for candidate in likely if candidate.answer)
    return {candidate.question: candidate.answer for candidate in likely if given[candidate.answer] == 1}


def _names(content: Content, ids: Iterable[str]) -> tuple[str, ...]:
    registries: tuple[dict[str, Any], ...] = (
        content.leaders,
        content.countries,
        content.organisations,
        content.publishers,
    )
    return tuple(registry[id].name for id in ids for registry in registries if id in registry)


def _prefix(article: str) -> str:
    """The words of an article's id without its date, or the whole where it has only that."""
    words = article.split("-")
    plain = words[3:] if len(words) > 3 and all(word.isdigit() for word in words[:3]) else words
    return "-".join(plain)[:44].strip("-")
