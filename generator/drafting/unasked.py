"""Questions that nobody asks yet: several articles give a figure for the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.briefing import Briefing, stated_answer
from generator.content.edits import with_item
from generator.drafting.asked_words import question_words
from generator.drafting.asking import Reader
from generator.drafting.counts import Count, counts
from generator.drafting.ids import free_id, slug
from generator.drafting.likeness import Collection
from generator.drafting.lines import Line
from generator.drafting.questions import concepts_of, content_words
from generator.drafting.topics import LIKELY, themes_in
from generator.drafting.units import TIMES, of_what, rate_of, unit_of
from generator.drafting.vocabulary import STEM, is_alike
from generator.evidence.amounts import exclude
from generator.evidence.languages import ENGLISH, Language

ALIKE = 3  # words that two sentences share which give a figure for one thing; two do for short ones that count it
LOCAL = 5  # tokens on each side of an amount, of which two that are for one thing share a word
ABOUT = 3  # subjects of a question at most
CEILINGS = ("under", "at most")  # what modifies a figure so is no answer beside one that is not
CHANGES = ("by ", "from ")  # with what it changed by or from, a figure is not what it became


@dataclass(frozen=True)
class Told:
    """A figure that an article gives, and the sentence that it stands in; articles of one origin have one voice."""

    article: str
    voice: str
    line: Line
    count: Count
    kind: tuple[str, ...]  # in what it is told, by what, and what modifies it
    counted: tuple[str, ...]  # concepts of what it counts
    of: str  # the concept of what a measure is of
    near: frozenset[str]  # concepts beside it
    concepts: frozenset[str]  # of the whole sentence
    subjects: tuple[str, ...]
    answer: str  # as answers are compared

    @property
    def shown(self) -> str:
        """The figure with its unit, what it counts and by what it is told."""
        unit, rate = self.kind[:2]
        code = unit if unit.isupper() and not self.count.unit else ""
        told = " ".join(filter(None, (code, self.count.text, self.count.what)))
        return told if not rate or rate in self.count.what.split() else f"{told} per {rate}"


@dataclass(frozen=True)
class Unasked:
    """A question that could be asked, and the figures of the articles that would answer it."""

    id: str
    question: str
    about: tuple[str, ...]
    told: tuple[Told, ...]

    @property
    def articles(self) -> int:
        """How many articles give a figure; those of one origin are one."""
        return _voices(self.told)

    @property
    def differ(self) -> bool:
        """Whether two articles give figures that cannot both be right; one number with and without `below` may be."""
        pairs = combinations(self.told, 2)
        return any(
            a.voice != b.voice
            and a.count.form != b.count.form
            and exclude(stated_answer(a.answer), stated_answer(b.answer))
            for a, b in pairs
        )

    @property
    def entry(self) -> str:
        """Its entry for questions.yml."""
        fields = {"id": self.id, "asks": "sources", "question": self.question, "about": list(self.about) or None}
        return with_item("", (), fields)


def unasked(briefing: Briefing, readers: Mapping[str, Reader]) -> tuple[Unasked, ...]:
    """Those that most articles could answer come first, then those on which they differ, then by id.

    None where no readable question can be made of what the figures count.
    """
    voices = _voice_of(briefing, readers)
    told = [one for reader in readers.values() for one in _told(briefing, reader, voices[reader.article])]
    taken = set(briefing.content.questions)
    found = []
    for group in _groups(told):
        if _voices(group) > 1 and (asking := _question(group, taken)):
            found.append(asking)
            taken.add(asking.id)
    return tuple(sorted(found, key=lambda q: (-q.articles, not q.differ, q.id)))


def _voice_of(briefing: Briefing, readers: Mapping[str, Reader]) -> dict[str, str]:
    """Whose report each article is: that of its origin, and that of an earlier article whose sentences it shares."""
    collection = Collection()
    for reader in readers.values():
        collection.add(reader.article, "\n".join(paragraph.text for paragraph in reader.text.body))
    voices: dict[str, str] = {}
    for article in readers:
        alike = (voices[like.other] for like in collection.like(article) if like.other in voices)
        own = briefing.origin_of(article) if article in briefing.articles else article
        voices[article] = next(alike, own)
    return voices


def _voices(told: Iterable[Told]) -> int:
    """How many voices give figures; the same sentence is of one."""
    first: dict[str, str] = {}
    return len({first.setdefault(" ".join(one.line.words), one.voice) for one in told})


def _told(briefing: Briefing, reader: Reader, voice: str) -> Iterator[Told]:
    """The figures of an article that answer no question yet."""
    language = reader.text.language
    for line in (line for lines in reader.lines for line in lines):
        for count in counts(line, language):
            spoken = reader.is_spoken(line)
            asked = reader.listener.answers(line, spoken=spoken, counted=[count])
            counted = concepts_of(content_words(count.what, language), language)
            unit = unit_of(count, line, language)
            if any(one.strength > LIKELY and one.answer for one in asked) or not (counted or unit):
                continue
            sentence = line.text(0, len(line.tokens) - 1)
            named = (m.subject for m in line.mentions if m.subject and m.subject not in briefing.content.publishers)
            yield Told(
                reader.article,
                voice,
                line,
                count,
                (unit, rate_of(count, line, language), *_modified(count, line, language)),
                counted,
                of_what(count, line, language),
                _near(count, line, language),
                frozenset(concepts_of(content_words(sentence, language), language)),
                tuple(dict.fromkeys((*themes_in(briefing.content, sentence), *named))),
                count.text if language is ENGLISH else count.form,
            )


def _modified(count: Count, line: Line, language: Language) -> tuple[str, str]:
    """Whether a figure is that of a change, and whether it is a ceiling."""
    form = next((figure.form for figure in language.figures(line.tokens) if figure.end == count.last + 1), "")
    is_told = count.first > 0 and line.words[count.first - 1] in ("by", "from", "de")  # and no mere `fell below`
    change = next((way.strip() for way in CHANGES if is_told and form.startswith(way)), "")
    return change, "ceiling" if any(bound in form for bound in CEILINGS) else ""


def _near(count: Count, line: Line, language: Language) -> frozenset[str]:
    """The concepts of the words on both sides of a figure, but for its own, for names and for times."""
    named = {spot for name in line.mentions if name.subject for spot in range(name.first, name.last + 1)}
    last = count.last + len(count.what.split())
    spots = {*range(max(0, count.first - LOCAL), count.first), *range(count.last + 1, last + 1 + LOCAL)} - named
    plain = [line.words[n] for n in sorted(spots) if n < len(line.words) and (n == 0 or line.tokens[n].text.islower())]
    told = [word for word in plain if word not in TIMES]
    own = {unit_of(count, line, language), rate_of(count, line, language), of_what(count, line, language)}
    return frozenset(concepts_of(content_words(" ".join(told), language), language)) - own


def _groups(told: Sequence[Told]) -> Iterator[tuple[Told, ...]]:
    """The figures for one thing, in the order of the articles: each joins those of which half are for the same."""
    groups: list[list[Told]] = []
    having: dict[tuple[str, str], set[int]] = defaultdict(set)  # the groups that a figure may join, by its `_begun`
    for one in sorted(told, key=_place):
        near = sorted({number for begun in _begun(one) for number in having[begun]})
        fitting = (n for n in near if 2 * sum(_is_of_one(one, other) for other in groups[n]) >= len(groups[n]))
        number = next(fitting, len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(one)
        for begun in _begun(one):
            having[begun].add(number)
    yield from map(tuple, groups)


def _begun(one: Told) -> set[tuple[str, str]]:
    """What two figures for one thing share at least: their unit, and how a word begins that both have."""
    unit = one.kind[0]
    return {(unit, word[:STEM]) for word in (one.concepts if unit else one.counted)}


def _place(one: Told) -> tuple[str, int, int]:
    return one.article, one.line.paragraph.number, one.line.offset + one.count.first


def _is_of_one(one: Told, other: Told) -> bool:
    """Whether two figures are for one thing: of one kind and for the same, in sentences that are alike."""
    unit, rate = one.kind[:2]
    if one.kind != other.kind or (one.subjects and other.subjects and not {*one.subjects} & {*other.subjects}):
        return False
    if unit or not TIMES.isdisjoint(one.counted):
        if (one.of and other.of and not is_alike(one.of, other.of)) or not _shared(one.near, other.near):
            return False
        shared, much = _likeness(one.concepts - {unit, rate}, other.concepts - {unit, rate})
        return shared >= ALIKE - bool(rate) + (not much)
    counted = any(is_alike(word, theirs) for word in one.counted for theirs in other.counted)
    shared, much = _likeness(one.concepts, other.concepts)
    return counted and (shared >= ALIKE or (shared > 1 and much))


def _likeness(one: frozenset[str], other: frozenset[str]) -> tuple[int, bool]:
    """How many concepts two sentences share, and whether these are half of the shorter one's."""
    shared = len(_shared(one, other))
    return shared, 2 * shared >= min(len(one), len(other))


def _shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in one if any(is_alike(word, theirs) for theirs in other))


def _question(group: Sequence[Told], taken: Container[str]) -> Unasked | None:
    """The question that a group of figures answers, where one of its English sentences makes a readable one."""
    about = Counter(subject for one in group for subject in dict.fromkeys(one.subjects))
    ordered = sorted(about, key=lambda subject: (-about[subject], subject))
    english = (one for one in group if one.answer == one.count.text)
    made = (question_words(one.count, one.line, _common(one, group)) for one in english)
    question, name = next((words for words in made if words[0]), ("", ""))
    if not question:
        return None
    return Unasked(free_id(slug(name) or "figure", taken), question, tuple(ordered[:ABOUT]), tuple(group))


def _common(one: Told, group: Sequence[Told]) -> frozenset[str]:
    """The concepts of a sentence that most sentences of its group have."""
    having = Counter(word for other in group for word in _shared(one.concepts, other.concepts))
    return frozenset(word for word, number in having.items() if 2 * number > len(group))
