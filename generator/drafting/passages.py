"""Passages for what was found: as near to it as the limits of quotation allow, and each already proved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.content.model import Draft, Fact
from generator.content.reading import Content
from generator.content.yaml_tree import STRANGE
from generator.drafting.speech import Finding
from generator.evidence.names import AliasTable
from generator.evidence.passages import SHORTEST, locate
from generator.evidence.proving import bound_fact
from generator.evidence.source import FullText
from generator.evidence.text import Paragraph
from generator.evidence.verdict import Verdict

AROUND = 4  # tokens on each side of a quotation that is too short to stand alone
REPORTED = 14  # tokens of a paraphrase that are shown; a person shortens it to the words that prove the fact
SHIFT = 6  # tokens by which an end of a passage may move until it can be proved
TRIALS = 48  # runs that are tried before a finding is given up
WORDS = "so"  # stands for the words that a draft has not yet: it names, counts and quotes nothing

Run = tuple[int, int]


@dataclass(frozen=True)
class Prover:
    """An article, and the dossier by whose rules its drafts are proved."""

    content: Content
    aliases: AliasTable
    article: str
    text: FullText
    paragraph_texts: dict[int, FullText] = field(default_factory=dict, compare=False)  # by paragraph

    def passages(self, finding: Finding) -> tuple[str, ...]:
        """The words to show; none where no run can be proved."""
        paragraph = self.text.body[finding.paragraph - 1]
        runs = _pieces(paragraph, _wished(paragraph, finding), self.content.site.limits.passage_words)
        texts = (self._nearest(paragraph, run) for run in runs)
        return tuple(dict.fromkeys(words for words in texts if words and not STRANGE.search(words)))

    def draft(self, id: str, paragraph: int, passages: tuple[str, ...], optional: Mapping[str, Any]) -> Draft:
        """A draft whose every field the article proves; what it does not prove is left out."""
        fields = {name: value for name, value in optional.items() if value and not STRANGE.search(str(value))}
        fixed: dict[str, Any] = {"id": id, "passage": passages, "paragraph": (paragraph,) * len(passages)}
        while wrong := self._unproved({**fixed, **fields}) & fields.keys():
            fields = {name: value for name, value in fields.items() if name not in wrong}
        return Draft.model_validate({**fixed, **fields, "say": None, "status": "draft"})

    def pointed(self, paragraph: int, who: str) -> dict[str, int]:
        """The earlier paragraph, nearest to this one, that names somebody."""
        named = [number for number, subjects in self._named.items() if number < paragraph and who in subjects]
        return {who: named[-1]} if named else {}

    @cached_property
    def _named(self) -> dict[int, frozenset[str | None]]:
        return {
            p.number: frozenset(name.subject for s in p.sentences for name in self.aliases.names(s.tokens))
            for p in self.text.body
        }

    def _unproved(self, fields: Mapping[str, Any]) -> set[str]:
        fact = Fact.model_validate({**fields, "say": WORDS, "about": ()})
        checks = bound_fact(self.content, self.aliases, self.article, fact, self.text).checks
        return {str(check.field[0]) for check in checks if check.counts}

    def _nearest(self, paragraph: Paragraph, run: Run) -> str:
        for first, last in _trials(paragraph, run):
            words = paragraph.text[paragraph.tokens[first].start : paragraph.tokens[last].end]
            if self._is_proved(paragraph, words):
                return words
        return ""

    def _is_proved(self, paragraph: Paragraph, words: str) -> bool:
        """Asked of the paragraph alone, where many runs are tried; the draft is proved by the whole article."""
        if paragraph.number not in self.paragraph_texts:
            self.paragraph_texts[paragraph.number] = FullText(paragraph.text, self.aliases, self.text.language)
        fact = Fact(id="a-draft", say=WORDS, passage=(words,), paragraph=(1,), about=())
        _, checks = locate(fact, self.paragraph_texts[paragraph.number], self.content.site.limits)
        return all(check.verdict is Verdict.PROVED for check in checks)


def _wished(paragraph: Paragraph, finding: Finding) -> Run:
    """A quotation is shown whole, a short one with the words around it; of a paraphrase, its beginning."""
    low, high = _sentence(paragraph, finding.first, finding.last)
    size = finding.last - finding.first + 1
    if finding.kind == "paraphrase":
        return finding.first, min(finding.last, finding.first + REPORTED - 1)
    if size >= SHORTEST and finding.kind == "quotation":
        return finding.first, finding.last
    return max(low, finding.first - AROUND), min(high, finding.last + AROUND)


def _sentence(paragraph: Paragraph, first: int, last: int) -> Run:
    """The tokens of the sentences that a run stands in."""
    start = 0
    bounds = []
    for sentence in paragraph.sentences:
        end = start + len(sentence.tokens) - 1
        if start <= last and end >= first:
            bounds += [start, end]
        start = end + 1
    return bounds[0], bounds[-1]


def _pieces(paragraph: Paragraph, run: Run, most: int) -> Iterator[Run]:
    """A long quotation in parts, each cut at a mark where one stands in its second half."""
    first, last = run
    while last - first + 1 > most:
        end = first + most - 1
        if last - end < SHORTEST:
            end = last - SHORTEST
        gaps = ((n, paragraph.text[paragraph.tokens[n].end : paragraph.tokens[n + 1].start]) for n in range(first, end))
        marks = [n for n, gap in gaps if n - first >= most // 2 and gap.strip()]
        yield first, marks[-1] if marks else end
        first = (marks[-1] if marks else end) + 1
    yield first, last


def _trials(paragraph: Paragraph, run: Run) -> list[Run]:
    """The runs of a sentence near to the wished one, nearest first, wider before narrower."""
    low, high = _sentence(paragraph, *run)
    firsts = range(max(low, run[0] - SHIFT), min(high, run[0] + SHIFT) + 1)
    lasts = range(max(low, run[1] - SHIFT), min(high, run[1] + SHIFT) + 1)
    near = [(first, last) for first in firsts for last in lasts if first < last]
    near.sort(key=lambda trial: (abs(trial[0] - run[0]) + abs(trial[1] - run[1]), trial[0] - trial[1], trial))
    return near[:TRIALS]
