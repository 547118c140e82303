"""The clause on our own words: how many plain words of the article a sentence of ours has in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verify_articles import Article

COPIED = 8  # so many plain words in a row are no longer our own
LONGEST_LINK = 3  # words between two parts of a name


def copied(article: Article, say: str) -> bool:
    """Our own words: “Outside quotation marks, no run of the article's words has eight plain ones in it.”"""
    for piece in article.readers.words.unquoted(say):
        words = article.readers.words.run(piece, article.language)
        plain = plain_words(article, piece, words)
        for first, last in zip(plain, plain[COPIED - 1 :], strict=False):
            if article.has_run(words[first : last + 1]):
                return True
    return False


def plain_words(article: Article, piece: str, words: Sequence[str]) -> list[int]:
    """Our own words: “Names, titles and figures are none,”"""
    tokens = article.readers.words.tokens(piece, article.language)
    figures = {spot for spot, word in enumerate(words) if word[0].isdigit()}
    for number in article.readers.numbers.read(tokens):
        figures.update(() if number.free else range(number.start, number.end))
    small = article.words_in_small_letters
    parts = article.readers.names.parts(tokens)
    names = {part.token for part in parts if part.capital and not (part.opens and part.text.lower() in small)}
    names |= titles([article.readers.names.fold(word) for word in words], names, article.readers.words.titles)
    names |= set(links(words, sorted(names), article.readers.words.links))
    return [spot for spot in range(len(words)) if spot not in names | figures]


def titles(words: Sequence[str], names: set[int], known: frozenset[str]) -> set[int]:
    """Words such as *president* that stand beside a name, or beside another title that does."""
    beside: set[int] = set()
    for order, step in ((range(len(words)), -1), (reversed(range(len(words))), 1)):
        for spot in order:
            if known.issuperset(words[spot].split("-")) and (spot + step in names or spot + step in beside):
                beside.add(spot)
    return beside


def links(words: Sequence[str], names: Sequence[int], known: frozenset[str]) -> Iterator[int]:
    """Our own words: “nor the small words that hold a name together, such as *of the*.”"""
    for first, last in pairwise(names):
        between = range(first + 1, last)
        if len(between) <= LONGEST_LINK and known.issuperset(words[spot] for spot in between):
            yield from between
