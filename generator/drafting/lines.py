"""A sentence as drafting looks at it: its tokens, what stands between them, and the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator import limits
from generator.drafting.attribution_cues import AFTERWARDS, CLAUSES, FEMALE, MALE, PREPOSITIONS, ROLES, SAYING
from generator.evidence.languages import Language
from generator.evidence.languages.naming import CALENDAR
from generator.evidence.name_parts import Part, parts, text_of
from generator.evidence.names import AliasTable, Name
from generator.evidence.source import FullText
from generator.evidence.text import Paragraph, Sentence, Token

OPENERS = SAYING | AFTERWARDS | CLAUSES | PREPOSITIONS | {"according"}  # with a capital they only open a sentence


@dataclass(frozen=True)
class Mention:
    """A name in a sentence: the tokens from first to last, and whom it names when it is registered."""

    text: str
    first: int
    last: int
    subject: str | None
    possessive: bool


@dataclass(frozen=True)
class Line:
    """A sentence of a paragraph; `offset` is the number of its first token in the paragraph."""

    paragraph: Paragraph
    sentence: Sentence
    offset: int
    mentions: tuple[Mention, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.text.casefold() for token in self.tokens)

    def before(self, spot: int) -> str:
        """What stands between a token and the one before it."""
        token = self.paragraph.tokens[self.offset + spot]
        end = self.paragraph.tokens[self.offset + spot - 1].end if self.offset + spot else 0
        return self.paragraph.text[end : token.start]

    def text(self, first: int, last: int) -> str:
        return self.paragraph.text[self.tokens[first].start : self.tokens[last].end]

    def mentions_in(self, first: int, last: int) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if first <= m.first and m.last <= last)

    def governed(self, mention: Mention) -> bool:
        """Whether a preposition stands before a name, so that it is no subject."""
        before = [word for word in self.words[max(0, mention.first - 3) : mention.first] if word != "the"]
        return bool(before) and before[-1] in PREPOSITIONS

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """The runs of tokens that stand in quotation marks, each from one mark to the next."""
        runs: list[list[int]] = []
        for spot, token in enumerate(self.tokens):
            if not token.quoted:
                continue
            if runs and runs[-1][1] == spot - 1 and '"' not in self.before(spot):
                runs[-1][1] = spot
            else:
                runs.append([spot, spot])
        return tuple((first, last) for first, last in runs)


def lines_of(text: FullText, aliases: AliasTable) -> tuple[tuple[Line, ...], ...]:
    """The sentences of each paragraph of an article, in order."""
    words = (part.text for paragraph in text.body for part in parts(paragraph.tokens))
    lower = frozenset(word for word in words if word.islower()) | text.language.function_words
    return tuple(tuple(_lines(paragraph, aliases, lower, text.language)) for paragraph in text.body)


def _lines(paragraph: Paragraph, aliases: AliasTable, lower: frozenset[str], language: Language) -> Iterator[Line]:
    offset = 0
    for sentence in paragraph.sentences:
        if len(sentence.tokens) <= limits.SENTENCE:
            mentions = tuple(_mentions(sentence, aliases, lower, CALENDAR | {*language.months, *language.weekdays}))
            yield Line(paragraph, sentence, offset, mentions)
        offset += len(sentence.tokens)


def _mentions(
    sentence: Sentence, aliases: AliasTable, lower: frozenset[str], calendar: frozenset[str]
) -> Iterator[Mention]:
    words = parts(sentence.tokens)
    for name in aliases.names(sentence.tokens, known_lower=lower):
        plain = name.text.casefold()
        dated = all(word in calendar or word.isdigit() for word in plain.replace(".", "").split())
        if not name.subject and (dated or plain in OPENERS):
            continue
        start = name.start if name.subject else _behind_the_office(words, name)
        first, last = words[start].token, words[name.end - 1].token
        text = text_of(words[start : name.end])
        yield Mention(text, first, last, name.subject, sentence.tokens[last].text.casefold().endswith(("'s", "s'")))


def _behind_the_office(words: Sequence[Part], name: Name) -> int:
    """Where the name itself begins: `Defence Secretary Jane Doe`, `Secretary of State Jane Doe`."""
    spots = range(name.start, name.end)
    offices = [spot for spot in spots if words[spot].text.casefold() in ROLES | FEMALE | MALE]
    of = name.start > 1 and words[name.start - 1].text == "of" and words[name.start - 2].text.casefold() in ROLES
    start = max([name.start + of, *(spot + 1 for spot in offices)])
    return start if start < name.end and words[start].text[0].isupper() else name.start  # of Côte d'Ivoire
