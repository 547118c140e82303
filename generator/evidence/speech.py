"""Where an article says who speaks, when that is not before the words: behind them, or in another paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.evidence.languages import Language
from generator.evidence.text import Paragraph, Sentence

LONGEST_SIGNATURE = 16  # tokens: a line that begins with a dash is a signature, not an item of a list
SIGNED_BELOW = 2  # so many paragraphs below its words a signature may stand
_MARK = re.compile(r"[\"']")
_SIGNATURE = re.compile(r"- ?[\"(]?[^\W\d_]")
Spot = tuple[int, int]  # a paragraph and a sentence


@dataclass(frozen=True)
class Attribution:
    """The sentences that say who speaks the words of one, and the paragraph that may."""

    by: tuple[Spot, ...] = ()
    near: int = 0  # the paragraph behind the words, if it tells of speech; none is 0


NOWHERE = Attribution()


def attributions(body: Sequence[Paragraph], language: Language) -> dict[Spot, Attribution]:
    """For each sentence with quoted words, where else than before it stands who speaks them."""
    found: dict[Spot, Attribution] = {}
    for chain in _chains(body):
        by, near = _speakers_of(chain, body, language), _near(chain, body, language)
        for sentence in chain:
            spot = (sentence.paragraph, sentence.number)
            elsewhere = tuple(ref for ref in by if ref[0] != spot[0] or ref[1] > spot[1])
            if any(token.quoted for token in sentence.tokens) and (elsewhere or near):
                found[spot] = Attribution(elsewhere, near)
    return found


def _chains(body: Sequence[Paragraph]) -> Iterator[list[Sentence]]:
    """Sentences over which a quotation runs on, also from one paragraph to the next that opens with a mark."""
    chain: list[Sentence] = []
    for paragraph in body:
        for sentence in paragraph.sentences:
            if chain and not _runs_on(chain[-1], sentence, body):
                yield chain
                chain = []
            chain.append(sentence)
    if chain:
        yield chain


def _runs_on(before: Sentence, after: Sentence, body: Sequence[Paragraph]) -> bool:
    if not (before.tokens[-1].quoted and after.tokens[0].quoted):
        return False
    if before.paragraph == after.paragraph:
        return not _MARK.search(after.tokens[0].gap)
    return not _MARK.search(_tail(before, body)) and bool(_MARK.search(after.tokens[0].gap))


def _tail(sentence: Sentence, body: Sequence[Paragraph]) -> str:
    """What stands behind the last word of a paragraph."""
    return body[sentence.paragraph - 1].text[sentence.tokens[-1].end :]


def _speakers_of(chain: Sequence[Sentence], body: Sequence[Paragraph], language: Language) -> tuple[Spot, ...]:
    """`"A. B," said X`, `"A. B." X said so`, `X said:` and the words below, the words and a signature below."""
    spots = [_spot(s) for s in chain if not all(token.quoted for token in s.tokens)]
    first, last = chain[0], chain[-1]
    if first.number == 1 and _opens_with_a_mark(body[first.paragraph - 1]) and first.paragraph > 1:
        before = body[first.paragraph - 2]
        if before.sentences and before.text.rstrip().endswith(":"):
            spots.append(_spot(before.sentences[-1]))
    if last.tokens[-1].quoted and not spots:
        following = body[last.paragraph - 1].sentences[last.number : last.number + 1]
        spots += [_spot(s) for s in following if not s.tokens[0].quoted and _tells_of_speech(s, language)]
        if not following:
            spots += _signature(last, body)
    return tuple(sorted(set(spots)))


def _signature(last: Sentence, body: Sequence[Paragraph]) -> list[Spot]:
    """The sentences of a line below that begins with a dash."""
    for paragraph in body[last.paragraph : last.paragraph + SIGNED_BELOW]:
        if _SIGNATURE.match(paragraph.text) and 0 < len(paragraph.tokens) <= LONGEST_SIGNATURE:
            return [_spot(sentence) for sentence in paragraph.sentences]
        if not _opens_with_a_mark(paragraph):
            break
    return []


def _near(chain: Sequence[Sentence], body: Sequence[Paragraph], language: Language) -> int:
    """The paragraph behind words that are a whole paragraph, where it tells of speech: `Doe said so in Oslo.`"""
    last = chain[-1]
    ends = last.number == len(body[last.paragraph - 1].sentences) and last.tokens[-1].quoted
    following = body[last.paragraph : last.paragraph + 1]
    return following[0].number if ends and following and _begins_with_speech(following[0], language) else 0


def _begins_with_speech(paragraph: Paragraph, language: Language) -> bool:
    return bool(paragraph.sentences) and _tells_of_speech(paragraph.sentences[0], language)


def _tells_of_speech(sentence: Sentence, language: Language) -> bool:
    return any(not token.quoted and token.text.casefold() in language.speech for token in sentence.tokens)


def _opens_with_a_mark(paragraph: Paragraph) -> bool:
    return bool(paragraph.tokens) and paragraph.tokens[0].quoted and bool(_MARK.search(paragraph.tokens[0].gap))


def _spot(sentence: Sentence) -> Spot:
    return sentence.paragraph, sentence.number
