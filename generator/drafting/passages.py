"""Passages for what was found: as near to it as the limits of quotation allow, and each already proved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from generator.content.model import Draft, Fact
from generator.content.reading import Content
from generator.content.yaml_tree import STRANGE
from generator.drafting.cue_words import CueWords
from generator.drafting.speech import CUES, Finding
from generator.evidence.names import AliasTable
from generator.evidence.passages import SHORTEST, locate
from generator.evidence.proving import bound_fact
from generator.evidence.source import FullText, places
from generator.evidence.speakers import names_of
from generator.evidence.text import Paragraph
from generator.evidence.verdict import Verdict

AROUND = 4  # tokens on each side of a quotation that is too short to stand alone
SHIFT = 8  # tokens by which the beginning of a passage may move until it can be proved
TRIALS = 40  # runs that are tried before a finding is given up
# What it costs to move the ends of a passage, so that it stays as near as can be and ends where a phrase ends.
DROPPED, ADDED = 2, 3  # a token
CROSSED = 4  # the end of a clause between a figure and the end of its passage
VERB = 9  # a verb that belongs to what is told: `urged`
CLAUSE, PHRASE, WITHIN, TORN = 0, 4, 16, 40  # an end at a mark, before a preposition, elsewhere, in a name
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
    paragraph_ends: dict[int, _Ends] = field(default_factory=dict, compare=False)

    def passages(self, finding: Finding) -> tuple[str, ...]:
        """The words to show; none where no run can be proved."""
        paragraph = self.text.body[finding.paragraph - 1]
        most = self.content.site.limits.passage_words
        if paragraph.number not in self.paragraph_ends:
            self.paragraph_ends[paragraph.number] = self._ends(paragraph)
        ends = self.paragraph_ends[paragraph.number]
        if not _is_shown_whole(finding):
            found = (finding.first, finding.last)
            core = None if finding.kind == "quotation" else found
            run = _around(paragraph, finding)
            words = self._nearest(paragraph, run, ends, core, found) or self._nearest(paragraph, run, ends)
            return () if not words or STRANGE.search(words) else (words,)
        runs = list(_pieces((finding.first, finding.last), most, ends))
        texts = (self._nearest(paragraph, run, ends) for run in (runs[:1] if finding.kind == "paraphrase" else runs))
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

    def _ends(self, paragraph: Paragraph) -> _Ends:
        torn: set[int] = set()
        start = 0
        for sentence in paragraph.sentences:
            for first, last, _ in names_of(sentence.tokens, self.aliases):
                torn |= set(range(start + first + 1, start + last + 1))
            for figure in self.text.language.figures(sentence.tokens):
                torn |= set(range(start + figure.start + 1, start + figure.end))
            start += len(sentence.tokens)
        return _Ends(paragraph, CUES.get(self.text.language.code, CUES["en"]), frozenset(torn))

    def _nearest(
        self, paragraph: Paragraph, run: Run, ends: _Ends, core: Run | None = None, found: Run | None = None
    ) -> str:
        """The words of the best run that is proved, with all that was found.

        If it has a core, it was cut around that, and may end elsewhere.
        """
        for first, last in _trials(paragraph, run, ends, self.content.site.limits.passage_words, core, found):
            words = paragraph.text[paragraph.tokens[first].start : paragraph.tokens[last].end]
            if self._is_proved(paragraph, words):
                return words
        return ""

    def _is_proved(self, paragraph: Paragraph, words: str) -> bool:
        """Asked of the paragraph alone, where many runs are tried; the draft is proved by the whole article."""
        if paragraph.number not in self.paragraph_texts:
            self.paragraph_texts[paragraph.number] = FullText(paragraph.text, self.aliases, self.text.language)
        if len(list(islice(places(paragraph, words, self.text.language), 2))) != 1:
            return False  # said often, words show nothing
        fact = Fact(id="a-draft", say=WORDS, passage=(words,), paragraph=(1,), about=())
        _, checks = locate(fact, self.paragraph_texts[paragraph.number], self.content.site.limits)
        return all(check.verdict is Verdict.PROVED for check in checks)


def _is_shown_whole(finding: Finding) -> bool:
    """What somebody says; a figure, a date, or a few quoted words are shown with the words around them."""
    long = finding.last - finding.first + 1 >= SHORTEST
    return finding.kind == "paraphrase" or (finding.kind == "quotation" and long)


def _around(paragraph: Paragraph, finding: Finding) -> Run:
    low, high = _reach(paragraph, finding.first, finding.last)
    if finding.kind == "quotation":
        low, high = _between_others(paragraph, finding, low, high)
    return max(low, finding.first - AROUND), min(high, finding.last + AROUND)


def _between_others(paragraph: Paragraph, finding: Finding, low: int, high: int) -> Run:
    """The tokens around a quotation up to the next one on either side: these are not its words."""
    tokens = paragraph.tokens
    first, last = finding.first, finding.last
    while first > low and tokens[first - 1].quoted:
        first -= 1
    while last < high and tokens[last + 1].quoted:
        last += 1
    left = (n + 1 for n in range(first - 2, low - 1, -1) if tokens[n].quoted)
    right = (n - 1 for n in range(last + 2, high + 1) if tokens[n].quoted)
    return next(left, low), next(right, high)


def _reach(paragraph: Paragraph, first: int, last: int) -> Run:
    """The tokens up to which a passage may go: the sentences of a run, and the one before where these are too short."""
    low, high = _sentence(paragraph, first, last)
    if high - low + 1 >= SHORTEST:
        return low, high
    return max(0, low - AROUND), min(len(paragraph.tokens) - 1, high + (AROUND if low == 0 else 0))


def _sentence(paragraph: Paragraph, first: int, last: int) -> Run:
    """The tokens of the sentences that a run stands in."""
    words, sentences = paragraph.tokens, paragraph.sentences
    opening, closing = (
        sentences[bisect_left(sentences, words[spot].start, key=lambda one: one.tokens[-1].start)].tokens
        for spot in (first, last)
    )
    low, high = (bisect_left(words, spot.start, key=lambda one: one.start) for spot in (opening[0], closing[-1]))
    return low, high


def _pieces(run: Run, most: int, ends: _Ends) -> Iterator[Run]:
    """A long quotation in parts, each cut where a clause or a phrase ends."""
    first, last = run
    while last - first + 1 > most:
        end = first + most - 1
        if last - end < SHORTEST:
            end = last - SHORTEST
        cut = min(range(first + most // 3, end + 1), key=lambda spot: (ends.ends(spot) + (end - spot) // 2, -spot))
        yield first, cut
        first = cut + 1
    yield first, last


@dataclass(frozen=True)
class _Ends:
    """How well a passage of a sentence can begin or end at each token."""

    paragraph: Paragraph
    words: CueWords
    torn: frozenset[int]  # tokens that belong to one name or amount with the one before

    def begins(self, spot: int) -> int:
        """What it costs to begin at a token."""
        if spot in self.torn:
            return TORN
        before = self.paragraph.tokens[spot - 1].text.casefold() if spot else ""
        if spot == 0 or _gap(self.paragraph, spot).strip() or before in self.words.that | self.words.conjunctions:
            return CLAUSE
        return TORN if before in self._tied else PHRASE

    def ends(self, spot: int) -> int:
        """What it costs to end at a token."""
        following = spot + 1
        if following == len(self.paragraph.tokens) or _gap(self.paragraph, following).strip(" '"):
            return CLAUSE
        if following in self.torn or self.paragraph.tokens[spot].text.casefold() in self._tied:
            return TORN
        return PHRASE if self.paragraph.tokens[following].text.casefold() in self._opening else WITHIN

    def closes(self, spot: int) -> int:
        """What it costs to end there what was cut from a sentence: nothing where a clause ends, with no mark even."""
        tokens, cost = self.paragraph.tokens, self.ends(spot)
        if tokens[spot].text.casefold() in self.words.relatives:
            return TORN
        is_before_clause = spot + 1 < len(tokens) and tokens[spot + 1].text.casefold() in self._joining
        return CLAUSE if is_before_clause and cost < TORN else cost

    def verb(self, spot: int) -> int:
        """What it costs to leave out the first token of what is told."""
        return VERB if self.paragraph.tokens[spot].text.casefold() in self.words.acting else 0

    @cached_property
    def _opening(self) -> frozenset[str]:
        """Words that open a phrase."""
        words = self.words
        verbs = words.auxiliaries | words.passive | words.unspoken | words.negating
        opens = words.prepositions | words.conjunctions | words.breaks | words.gerunds.keys() | words.that | words.times
        return opens - verbs

    @cached_property
    def _joining(self) -> frozenset[str]:
        """Words that open another clause."""
        words = self.words
        return (words.conjunctions | words.breaks | words.relatives) - words.auxiliaries - words.passive

    @cached_property
    def _tied(self) -> frozenset[str]:
        """Words that belong to the next one."""
        words = self.words
        return (
            words.determiners | words.possessives | words.prepositions | words.conjunctions | words.breaks | words.that
            | words.auxiliaries | words.passive | words.unspoken | words.negating | words.pronouns.keys()
        )  # fmt: skip


def _gap(paragraph: Paragraph, spot: int) -> str:
    return paragraph.tokens[spot].gap if spot else ""


def _trials(paragraph: Paragraph, run: Run, ends: _Ends, most: int, core: Run | None, found: Run | None) -> list[Run]:
    """The runs of a sentence near to the wished one that are neither too short nor too long, best first."""
    low, high = _reach(paragraph, *run)
    firsts = range(max(low, run[0] - SHIFT), min(high, run[0] + SHIFT) + 1)
    lasts = range(max(low, min(run[1] - SHIFT, run[0] + SHORTEST)), min(high, run[1] + SHIFT) + 1)
    near = [(first, last) for first in firsts for last in lasts if SHORTEST - 1 <= last - first + 1 <= most]
    if found:
        near = [trial for trial in near if trial[0] <= found[0] and found[1] <= trial[1]]
    near.sort(key=lambda trial: (_cost(trial, run, ends, core), trial))
    return near[:TRIALS]


def _cost(trial: Run, run: Run, ends: _Ends, core: Run | None) -> int:
    """How far a run is from the wished one; around a core, also how well it ends, and how many clauses it is of."""
    added = max(0, run[0] - trial[0]) + max(0, trial[1] - run[1])
    dropped = max(0, trial[0] - run[0]) + max(0, run[1] - trial[1])
    if core:
        parted = sum(ends.closes(spot) == CLAUSE for spot in (*range(trial[0], core[0]), *range(core[1], trial[1])))
        moved = ADDED * added + DROPPED * dropped + CROSSED * parted
        return moved + ends.begins(trial[0]) + ends.closes(trial[1])
    begins = 0 if trial[0] == run[0] else ends.begins(trial[0]) + PHRASE + ends.verb(run[0])
    closes = 0 if trial[1] == run[1] else ends.ends(trial[1])
    return ADDED * added + DROPPED * dropped + begins + closes
