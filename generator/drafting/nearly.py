"""Where the passages that a program proposes stand: as they are, or mended to the words that are nearest to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.content.extraction import Extract
from generator.content.model import Fact
from generator.drafting.passages import WORDS, Prover
from generator.drafting.speech import Finding
from generator.drafting.spots import Spots, spots
from generator.evidence.languages import Language
from generator.evidence.passages import locate
from generator.evidence.source import Occurrence
from generator.evidence.text import normalise, tokens
from generator.evidence.verdict import Check, Verdict

NEAR = 85  # of 100: a word or two are other, or a few letters
LONGEST = 3  # times the words that may be quoted: what is longer was not chosen for what it says
SHOWN = 70  # characters of a passage in a message


class Misplaced(Exception):  # the reason is its text
    """Why no passage can be made of what was proposed."""


@dataclass(frozen=True)
class Stand:
    """The passages of a proposal as the article has them, where they stand, and what was mended."""

    passages: tuple[str, ...]
    paragraphs: tuple[int, ...]
    spots: Spots
    mended: tuple[str, ...] = ()


def stand_of(prover: Prover, proposed: Extract) -> Stand:
    """Where all passages of a proposal stand; raises Misplaced where one stands nowhere, or cannot be quoted."""
    if len(proposed.paragraph) > len(proposed.passage):
        raise Misplaced("it has more paragraphs than passages")
    found: dict[tuple[str, int], None] = {}
    mended: list[str] = []
    for number, passage in enumerate(proposed.passage):
        hint = proposed.paragraph[number] if number < len(proposed.paragraph) else None
        occurrence, is_near = _placed(prover, passage, hint)
        pieces = _quotable(prover, occurrence)
        if is_near or pieces != (_words(prover, occurrence),):
            mended.append(f"`{_cut(passage)}` → {', '.join(f'`{piece}`' for piece in pieces)}")
        elif hint not in (None, occurrence.paragraph):
            mended.append(f"paragraph {hint} → {occurrence.paragraph}")
        found.update(dict.fromkeys((piece, occurrence.paragraph) for piece in pieces))
    passages, paragraphs = tuple(piece for piece, _ in found), tuple(paragraph for _, paragraph in found)
    return Stand(passages, paragraphs, spots(_all(prover, found)), tuple(mended))


def _placed(prover: Prover, passage: str, hint: int | None) -> tuple[Occurrence, bool]:
    """The one place where a passage stands, and whether only words like it stand there."""
    most = LONGEST * prover.content.site.limits.passage_words
    if (size := len(tokens(normalise(passage)))) > most:
        raise Misplaced(f"the passage has {size} words, {prover.content.site.limits.passage_words} may be quoted")
    occurrences = prover.text.occurrences(passage) or ()
    if not occurrences:
        return _nearest(prover, passage, hint), True
    candidates = [o for o in occurrences if o.paragraph == hint] or list(occurrences)
    if len(candidates) > 1:
        numbers = sorted({occurrence.paragraph for occurrence in candidates})
        remedy = "propose a longer one" if len(numbers) == 1 else "give its `paragraph`"
        where = ", ".join(map(str, numbers))
        raise Misplaced(f"`{_cut(passage)}` stands {len(candidates)} times, in paragraph {where}; {remedy}")
    return candidates[0], False


def _nearest(prover: Prover, passage: str, hint: int | None) -> Occurrence:
    """The words that are most like a passage, in its paragraph first; their figures and negations are its own."""
    plain = normalise(passage)
    near = [
        (number, run, [o for o in occurrences if o.paragraph == number])
        for number, run, occurrences in prover.text.similar_runs(passage)
        if fuzz.ratio(plain.casefold(), run.casefold()) >= NEAR
    ]
    near.sort(key=lambda found: hint is not None and found[0] != hint)
    single = [(run, places[0]) for _, run, places in near if len(places) == 1]
    if not single:
        raise Misplaced(f"no paragraph has `{_cut(passage)}`, or words that are nearly the same")
    run, occurrence = single[0]
    if _turning(plain, prover.text.language) != _turning(run, prover.text.language):
        raise Misplaced(f"no paragraph has `{_cut(passage)}`; `{_cut(run)}` has other figures, or a `not` more or less")
    return occurrence


def _turning(text: str, language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """What makes two texts tell different things, however alike they are: their figures, and their negations."""
    told = tokens(text, language)
    forms = frozenset(form for figure in language.figures(told) for form in figure.forms)
    words = (token.text.casefold() for token in told)
    return forms, frozenset(word for word in words if word in language.negations or word.endswith("n't"))


def _quotable(prover: Prover, occurrence: Occurrence) -> tuple[str, ...]:
    """The words themselves where they may be quoted so, or else the nearest that may."""
    faults = _faults(prover, _words(prover, occurrence), occurrence.paragraph)
    if not faults:
        return (_words(prover, occurrence),)
    finding = Finding("quotation", occurrence.paragraph, *_run(prover, occurrence))
    pieces = prover.passages(finding)
    if not pieces or any(_faults(prover, piece, occurrence.paragraph) for piece in pieces):
        raise Misplaced(faults[0].what)
    return pieces


def _faults(prover: Prover, words: str, paragraph: int) -> list[Check]:
    fact = Fact(id="a-draft", say=WORDS, passage=(words,), paragraph=(paragraph,), about=())
    _, checks = locate(fact, prover.text, prover.content.site.limits)
    return [check for check in checks if check.verdict is not Verdict.PROVED]


def _run(prover: Prover, occurrence: Occurrence) -> tuple[int, int]:
    """The first and the last token of a place, counted in its paragraph."""
    sentences = prover.text.body[occurrence.paragraph - 1].sentences
    starts = [sum(len(sentence.tokens) for sentence in sentences[:n]) for n in range(len(sentences))]
    first, last = occurrence.spans[0], occurrence.spans[-1]
    return starts[first.ref.sentence - 1] + first.first, starts[last.ref.sentence - 1] + last.last


def _words(prover: Prover, occurrence: Occurrence) -> str:
    paragraph = prover.text.body[occurrence.paragraph - 1]
    first, last = _run(prover, occurrence)
    return paragraph.text[paragraph.tokens[first].start : paragraph.tokens[last].end]


def _all(prover: Prover, found: Iterable[tuple[str, int]]) -> Sequence[Occurrence]:
    """The places of passages that were found, each in its paragraph."""
    places = ((prover.text.occurrences(words) or (), paragraph) for words, paragraph in found)
    return [occurrence for there, paragraph in places for occurrence in there if occurrence.paragraph == paragraph]


def _cut(text: str) -> str:
    plain = normalise(text)
    return plain if len(plain) <= SHOWN else plain[:SHOWN].rsplit(" ", 1)[0] + " …"
