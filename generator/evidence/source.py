"""What an article is asked about its words, and the text's answers; a lock answers the same questions."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple, Protocol

from generator import limits
from generator.evidence import own_words
from generator.evidence.attributes import is_of_another_country, is_taken_for_another
from generator.evidence.compared import is_of_all_time, is_on_the_other_side
from generator.evidence.denials import denies_what_is_told, takes_over_its_own_denial, tells_of_whom_is_excepted
from generator.evidence.fuzzy import similar_runs
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.languages.cues import CUES
from generator.evidence.measured import (
    is_change_told_as_amount,
    is_change_told_as_share,
    is_deed_of_another_number,
    is_in_another_unit,
    is_more_told_as_less,
    is_part_left_out,
    is_whole_told_as_part,
)
from generator.evidence.name_parts import opens, parts
from generator.evidence.name_runs import acronyms_of, name_runs
from generator.evidence.names import AliasTable
from generator.evidence.owners import is_of_another
from generator.evidence.replaced import (
    are_sides_exchanged,
    is_in_the_year_of_another_deed,
    is_taken_for_the_old_one,
    is_the_old_one_alone,
)
from generator.evidence.roles import (
    are_swapped,
    is_asked_told_as_done,
    is_contrary,
    is_done_by_another,
    is_given_back,
    is_turned,
    is_turned_about,
)
from generator.evidence.sense import MARK_OF_KIND, OPPOSED, Governing, Grammar, Marks
from generator.evidence.sides import are_on_the_other_side
from generator.evidence.speakers import Spoken, speaks_for_another
from generator.evidence.speech import NOWHERE, Attribution, attributions
from generator.evidence.text import (
    Body,
    Paragraph,
    Sentence,
    Token,
    contains_run,
    follows_negation,
    normalise,
    paragraphs_in,
    tokens,
    tokens_by_sentence,
    words,
)
from generator.evidence.weekdays import Side, tells_the_other_side

WORD_MARKS = ("speaker", "roles", "owner", "negation", "unit")  # marks that only the words of both show


class Grammars(dict[str, Grammar]):
    """The grammar of each language, made when it is first asked."""

    def __missing__(self, code: str) -> Grammar:
        self[code] = Grammar(CUES[code])
        return self[code]


GRAMMARS = Grammars()
NO_MARKS = Marks()
STATE = ("sha256", "language", "_text", "_aliases")  # what a text is made of


class SentenceRef(NamedTuple):
    """A sentence of an article: its paragraph and its number in it, both counted from 1."""

    paragraph: int
    sentence: int

    def __str__(self) -> str:
        return f"{self.paragraph}.{self.sentence}"


class SentenceProfile(NamedTuple):
    """What is known in clear of a sentence: its size, its numbers, its names in runs as they stand there."""

    ref: SentenceRef
    tokens: int
    item: bool
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    by: tuple[SentenceRef, ...] = ()  # sentences elsewhere that say who speaks its quoted words
    near: int = 0  # the paragraph behind them that may; 0 is none


class Span(NamedTuple):
    """The tokens of one sentence that a passage covers, first to last from 0, and how many are quoted."""

    ref: SentenceRef
    first: int
    last: int
    quoted: int
    marks: Marks = NO_MARKS

    def __str__(self) -> str:
        return f"{self.ref}:{self.first}-{self.last}"

    @property
    def size(self) -> int:
        return self.last - self.first + 1

    @property
    def is_speech(self) -> bool:
        """Whether most of it stands in quotation marks."""
        return 2 * self.quoted > self.size


class Occurrence(NamedTuple):
    """One place where a passage stands: a span of each sentence that it touches."""

    spans: tuple[Span, ...]
    negated: bool = False  # it begins after a negation in the same clause

    @property
    def paragraph(self) -> int:
        return self.spans[0].ref.paragraph

    @property
    def size(self) -> int:
        return sum(span.size for span in self.spans)

    @property
    def quoted(self) -> int:
        return sum(span.quoted for span in self.spans)


@dataclass(frozen=True, slots=True)
class Claim:
    """By whom a fact is said, and who else may speak."""

    who: str
    people: Mapping[str, str]  # by id, their names

    @property
    def name(self) -> str:
        """The speaker's name, by which a lock knows a claim whatever id it has; nobody but people has one here."""
        return self.people.get(self.who, "")


class Source(Protocol):
    """An article to be asked; `None` means that this source cannot tell."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text."""

    @property
    def language(self) -> Language:
        """The language that the article is read in."""

    @property
    def profiles(self) -> tuple[SentenceProfile, ...]:
        """Every sentence, in order."""

    @property
    def by_ref(self) -> Mapping[SentenceRef, SentenceProfile]:
        """The same by where they stand."""

    @property
    def paragraphs(self) -> int:
        """The number of paragraphs."""

    @property
    def acronyms(self) -> tuple[tuple[str, str], ...]:
        """Acronyms that it gives in brackets, each with the name that it stands for."""

    def occurrences(self, passage: str) -> tuple[Occurrence, ...] | None:
        """Every place where the passage stands; none when it stands nowhere."""

    def contains(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        """Whether each word of the phrase that carries meaning stands in one of these sentences."""

    def has_run(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        """Whether the words of the phrase stand together and in order in one of these sentences."""

    def tells_the_other_side(self, day: str, side: Side, refs: Sequence[SentenceRef]) -> bool | None:
        """Whether these sentences tell a weekday as past that is to be ahead, or as ahead that is to be behind."""

    def in_lower_case(self, word: str) -> bool | None:
        """Whether the article writes this word without a capital."""

    def copied(self, say: str) -> str | None:
        """The run of the article's words that `say` repeats, with too many plain ones in it; empty if there is none."""

    def is_beside(self, kind: str, say: str, spans: Sequence[Span]) -> bool | None:
        """Whether a kind of cue makes no difference: it is about what `say` does not tell, or told the other way."""

    def word_marks(self, say: str, spans: Sequence[Span], claim: Claim) -> tuple[str, ...] | None:
        """The marks in which `say` and the sentences of these passages differ, of those that only words show."""

    def agrees(self, mark: str, say: str, spans: Sequence[Span]) -> bool | None:
        """Whether somebody has settled that `say` and these passages agree, though they differ in a mark."""

    def wording(self, refs: Sequence[SentenceRef]) -> tuple[str, ...]:
        """The sentences as they stand there; none where the words are not at hand."""

    def has_all_names_of(self, aliases: AliasTable) -> bool:
        """Whether a name that its profiles lack is truly not there."""

    def similar_runs(self, passage: str, /) -> Iterator[tuple[int, str, tuple[Occurrence, ...]]]:
        """Runs of words that are like a passage, the most alike first: the paragraph, the run, where it stands."""


class FullText:
    """An article whose text is at hand."""

    def __init__(
        self,
        text: str,
        aliases: AliasTable,
        language: Language = ENGLISH,
        profiles: tuple[SentenceProfile, ...] | None = None,
    ) -> None:
        """`profiles` are those of this text, where they are known already."""
        self.sha256 = sha256(text)
        self.language = language
        self._text = text
        self._aliases = aliases
        self._known_profiles = profiles

    def __getstate__(self) -> dict[str, object]:
        """The text and its profiles; its words are read again where it travels to."""
        known = {"_known_profiles": self.profiles}
        return {name: value for name, value in vars(self).items() if name in STATE} | known

    @cached_property
    def body(self) -> Body:
        """Its words; those of a paragraph are read when somebody asks for one."""
        return Body(self._text, self.language)

    @cached_property
    def paragraphs(self) -> int:
        return paragraphs_in(self._text)

    def is_of(self, text: str, language: Language = ENGLISH) -> bool:
        """Whether it was made from exactly this text, and is read in this language."""
        return (self.sha256, self.language) == (sha256(text), language)

    @cached_property
    def profiles(self) -> tuple[SentenceProfile, ...]:
        if self._known_profiles is not None:
            return self._known_profiles
        speakers = attributions(self.body, self.language)
        return tuple(
            self._profile(s, speakers.get((p.number, s.number), NOWHERE)) for p in self.body for s in p.sentences
        )

    @cached_property
    def by_ref(self) -> Mapping[SentenceRef, SentenceProfile]:
        return {profile.ref: profile for profile in self.profiles}

    @cached_property
    def acronyms(self) -> tuple[tuple[str, str], ...]:
        return acronyms_in(self.profiles)

    @cached_property
    def _lower(self) -> frozenset[str]:
        sentences = (sentence.tokens for paragraph in self.body for sentence in paragraph.sentences)
        return frozenset(part.text for tokens in sentences for part in parts(tokens) if part.text.islower())

    @cached_property
    def _plain(self) -> frozenset[str]:
        """The words that are known without a capital."""
        return self._lower | self.language.function_words

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The words that have a capital where no sentence opens."""
        sentences = [parts(sentence.tokens) for paragraph in self.body for sentence in paragraph.sentences]
        return frozenset(
            part.text
            for words in sentences
            for spot, part in enumerate(words)
            if part.capital and not opens(words, spot)
        )

    def _profile(self, sentence: Sentence, speaker: Attribution) -> SentenceProfile:
        forms = dict.fromkeys(form for figure in self.language.figures(sentence.tokens) for form in figure.forms)
        names = name_runs(sentence.tokens, self._aliases, self.language, self._lower, self._capitals)
        return SentenceProfile(
            SentenceRef(sentence.paragraph, sentence.number),
            len(sentence.tokens),
            sentence.item,
            tuple(forms),
            tuple(dict.fromkeys((*names, *self._days_in_english(sentence)))),
            tuple(SentenceRef(*spot) for spot in speaker.by),
            speaker.near,
        )

    def _days_in_english(self, sentence: Sentence) -> Iterator[str]:
        """Days of the week and feasts of another language, which our words have as names: `jeudi` is Thursday."""
        days = self.language.english_days
        return (days[word] for token in sentence.tokens if (word := token.text.casefold()) in days)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """The words of each paragraph, each between signs that no word has, so that a run of them is found by text."""
        return tuple(_between_signs(token.text.casefold() for token in p.tokens) for p in self.body)

    def occurrences(self, passage: str) -> tuple[Occurrence, ...] | None:
        plain = normalise(passage)
        return tuple(o for p in self.body if plain in p.text for o in _occurrences_in(p, plain, self.language))

    def is_beside(self, kind: str, say: str, spans: Sequence[Span]) -> bool | None:
        if self.language is not ENGLISH:  # our words are, so that the article's cannot be found in them
            return False
        if MARK_OF_KIND[kind] == "order":
            return is_turned(kind, normalise(say), self.wording([span.ref for span in spans]), GRAMMARS["en"])
        if kind in OPPOSED:
            return is_contrary(kind, normalise(say), self.wording([span.ref for span in spans]), GRAMMARS["en"])
        told = GRAMMARS["en"].stems(normalise(say))
        if all(self._tells_elsewhere(told, span) for span in spans):
            return True
        if kind in ("except", "delayed"):  # whoever drops one names nothing of it, or of when it is to be
            return False
        scopes = [cue.scope for span in spans for cue in self._bearing(span) if cue.kind == kind]
        return bool(scopes) and all(scope and not scope & told for scope in scopes)

    def _tells_elsewhere(self, told: Set[str], span: Span) -> bool:
        """Whether what is told stands in other clauses of the sentence than those of the passage."""
        words = _words_of(self.body[span.ref.paragraph - 1], span)
        inside, outside = GRAMMARS[self.language.code].inside_and_outside(words.sentence, words.start, words.end)
        return not inside & told and len(outside & told) > 1

    def _bearing(self, span: Span) -> list[Governing]:
        words = _words_of(self.body[span.ref.paragraph - 1], span)
        grammar = GRAMMARS[self.language.code]
        return grammar.clauses(words.sentence, words.start, words.end, quoted=span.is_speech)

    def word_marks(self, say: str, spans: Sequence[Span], claim: Claim) -> tuple[str, ...] | None:
        refs, plain = sorted({span.ref for span in spans}), normalise(say)
        token_runs = [self.body[ref.paragraph - 1].sentences[ref.sentence - 1].tokens for ref in refs]
        covered = [[span for span in spans if span.ref == ref] for ref in refs]
        spoken = [
            Spoken(self.body[ref.paragraph - 1].text, run, min(s.first for s in at), max(s.last for s in at))
            for ref, run, at in zip(refs, token_runs, covered, strict=True)
        ]
        comparable, sentences = self.language is ENGLISH, self.wording(refs)
        theirs, own = GRAMMARS[self.language.code], GRAMMARS["en"]
        answers = {
            "speaker": bool(claim.who) and speaks_for_another(claim.who, spoken, self._aliases, claim.people.keys()),
            "roles": tells_of_whom_is_excepted(plain, sentences, theirs, own)
            or is_given_back(plain, sentences, theirs, own, self.language.code)
            or (comparable and self._has_other_roles(plain, sentences, token_runs, claim.who)),
            "owner": self._has_other_owners(plain, sentences, token_runs),
            "negation": self._denies_otherwise(plain, spans),
            "unit": is_in_another_unit(plain, token_runs, self.language),
        }
        return tuple(mark for mark, differs in answers.items() if differs)

    def _has_other_roles(
        self, say: str, sentences: Sequence[str], token_runs: Sequence[Sequence[Token]], speaker: str
    ) -> bool:
        grammar = GRAMMARS["en"]
        return (
            are_swapped(say, sentences, grammar)
            or is_turned_about(say, sentences, grammar)
            or are_on_the_other_side(say, sentences, grammar)
            or is_done_by_another(say, sentences, grammar)
            or is_asked_told_as_done(say, sentences, grammar)
            or is_taken_for_another(say, token_runs, self._aliases, speaker)
            or is_of_another_country(say, token_runs, self._aliases)
        )

    def _has_other_owners(self, say: str, sentences: Sequence[str], token_runs: Sequence[Sequence[Token]]) -> bool:
        has_figures = any(ENGLISH.figures(run) for run in tokens_by_sentence(say))
        return (has_figures and self._gives_figures_to_others(say, token_runs)) or (
            self.language is ENGLISH
            and (is_on_the_other_side(say, sentences, GRAMMARS["en"]) or is_of_all_time(say, sentences, GRAMMARS["en"]))
        )

    def _gives_figures_to_others(self, say: str, token_runs: Sequence[Sequence[Token]]) -> bool:
        return (
            is_of_another(say, token_runs, self._aliases, self.language)
            or is_taken_for_the_old_one(say, token_runs, self.language)
            or are_sides_exchanged(say, token_runs, self.language)
            or is_the_old_one_alone(say, token_runs, self.language)
            or is_part_left_out(say, token_runs, self.language)
            or is_more_told_as_less(say, token_runs, self.language)
            or is_change_told_as_amount(say, token_runs, self.language)
            or (self.language is ENGLISH and _tells_figures_otherwise(say, token_runs))
        )

    def _denies_otherwise(self, say: str, spans: Sequence[Span]) -> bool:
        places, own, theirs = self._places(spans), GRAMMARS["en"], GRAMMARS[self.language.code]
        is_told = self.language is ENGLISH and denies_what_is_told(say, places, own)
        return is_told or takes_over_its_own_denial(say, places, own, theirs)

    def _places(self, spans: Sequence[Span]) -> list[tuple[str, int, int]]:
        words = (_words_of(self.body[span.ref.paragraph - 1], span) for span in spans)
        return [(place.sentence, place.start, place.end) for place in words]

    def agrees(self, mark: str, say: str, spans: Sequence[Span]) -> bool | None:  # noqa: ARG002
        return True  # a text remembers nothing of what was settled: whoever reads it settles it now

    def wording(self, refs: Sequence[SentenceRef]) -> tuple[str, ...]:
        return tuple(_sentence_text(self.body[ref.paragraph - 1], ref.sentence)[0] for ref in refs)

    def place(self, span: Span) -> tuple[int, int]:
        """From which letter to which a passage stands in its sentence, as `wording` has it."""
        words = _words_of(self.body[span.ref.paragraph - 1], span)
        return words.start, words.end

    def contains(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        sentence_words = {part.text.casefold() for s in self._sentences(refs) for part in parts(s.tokens)}
        phrase_words = meaning_words(phrase, self.language)
        return bool(phrase_words) and sentence_words.issuperset(phrase_words)

    def has_run(self, phrase: str, refs: Sequence[SentenceRef]) -> bool | None:
        run = words(phrase, self.language)
        sentences = [[token.text.casefold() for token in s.tokens] for s in self._sentences(refs)]
        told = (run, [*run[:-1], f"{run[-1]}'s"]) if run else ()  # last year's haul
        return any(contains_run(one, sentence) for one in told for sentence in sentences)

    def tells_the_other_side(self, day: str, side: Side, refs: Sequence[SentenceRef]) -> bool | None:
        runs = [sentence.tokens for sentence in self._sentences(refs)]
        return self.language is ENGLISH and tells_the_other_side(day, side, runs)

    def _sentences(self, refs: Sequence[SentenceRef]) -> Iterator[Sentence]:
        return (self.body[ref.paragraph - 1].sentences[ref.sentence - 1] for ref in refs)

    def in_lower_case(self, word: str) -> bool | None:
        return word.lower() in self._lower

    def copied(self, say: str) -> str | None:
        runs = own_words.runs(say, self.language, self._plain)
        return next((" ".join(run) for run in runs if self._has_run(run)), "")

    def _has_run(self, run: list[str]) -> bool:
        asked = _between_signs(run)
        return any(asked in words for words in self._words)

    def has_all_names_of(self, aliases: AliasTable) -> bool:
        return aliases == self._aliases

    def similar_runs(self, passage: str) -> Iterator[tuple[int, str, tuple[Occurrence, ...]]]:
        for number, run in similar_runs(passage, self.body):
            yield number, run, self.occurrences(run) or ()


def _tells_figures_otherwise(say: str, token_runs: Sequence[Sequence[Token]]) -> bool:
    return (
        is_whole_told_as_part(say, token_runs)
        or is_deed_of_another_number(say, token_runs)
        or is_change_told_as_share(say, token_runs)
        or is_in_the_year_of_another_deed(say, token_runs)
    )


def acronyms_in(profiles: Sequence[SentenceProfile]) -> tuple[tuple[str, str], ...]:
    """The acronyms that the names of sentences give in brackets: `Marine Rescue Board (MRB)`."""
    return acronyms_of(name for profile in profiles for name in profile.names)


def _between_signs(run: Iterable[str]) -> str:
    return "\0" + "\0".join(run) + "\0"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def meaning_words(phrase: str, language: Language = ENGLISH) -> list[str]:
    """The words of a phrase, folded in case, without `a`, `of`, `the` and the like."""
    phrase_words = [part.text.casefold() for part in parts(tokens(normalise(phrase), language))]
    return [word for word in phrase_words if word not in language.function_words]


def _occurrences_in(paragraph: Paragraph, passage: str, language: Language) -> Iterator[Occurrence]:
    """The whole-token runs of a paragraph that read exactly as `passage`, its punctuation included."""
    for first, last in islice(places(paragraph, passage, language), limits.PLACES):
        yield Occurrence(_spans(paragraph, first, last, language), follows_negation(paragraph, first, language))


def places(paragraph: Paragraph, passage: str, language: Language) -> Iterator[tuple[int, int]]:
    """From which letter to which a normalised passage stands in a paragraph as whole tokens, each time it does."""
    inner = tokens(passage, language)
    spot = paragraph.text.find(passage) if inner else -1
    while spot >= 0:
        first, last = spot + inner[0].start, spot + inner[-1].end
        if first in paragraph.starts and last in paragraph.ends:
            yield first, last
        spot = paragraph.text.find(passage, spot + 1)


def _spans(paragraph: Paragraph, first: int, last: int, language: Language) -> tuple[Span, ...]:
    spans = []
    begin = bisect_left(paragraph.sentences, first, key=lambda sentence: sentence.tokens[-1].start)
    for sentence in takewhile(lambda one: one.tokens[0].start < last, islice(paragraph.sentences, begin, None)):
        covered = [n for n, token in enumerate(sentence.tokens) if first <= token.start < last]
        if covered:
            quoted = sum(sentence.tokens[n].quoted for n in covered)
            span = Span(SentenceRef(paragraph.number, sentence.number), covered[0], covered[-1], quoted)
            words = _words_of(paragraph, span)
            marks = GRAMMARS[language.code].marks(
                words.sentence, words.start, words.end, quoted=span.is_speech, item=sentence.item
            )
            spans.append(span._replace(marks=marks))
    return tuple(spans)


class _Words(NamedTuple):
    """A sentence as it stands, and from which letter to which a passage stands in it."""

    sentence: str
    start: int
    end: int


def _words_of(paragraph: Paragraph, span: Span) -> _Words:
    sentence, start = _sentence_text(paragraph, span.ref.sentence)
    all_tokens = paragraph.sentences[span.ref.sentence - 1].tokens
    return _Words(sentence, all_tokens[span.first].start - start, all_tokens[span.last].end - start)


def _sentence_text(paragraph: Paragraph, number: int) -> tuple[str, int]:
    """A sentence with the marks that open and close it, and where it begins in its paragraph."""
    text, sentences = paragraph.text, paragraph.sentences
    start = _opening(text, sentences[number - 1].tokens[0].start) if number > 1 else 0
    end = _opening(text, sentences[number].tokens[0].start) if number < len(sentences) else len(text)
    return text[start:end].rstrip(), start


def _opening(text: str, start: int) -> int:
    """Where the marks begin that stand before a letter."""
    while start and text[start - 1] in "\"'([«":
        start -= 1
    return start
