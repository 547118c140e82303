"""Pages as they were written once: by all that they say, and units of them by all that was read for them.

What is read of a dossier is of two kinds. Its frame is all but the words of its facts, the summaries of its articles,
and who read them again: what was written about anything else, and of each fact where it stands and what it is about. A
unit stands for as long as the frame is the same, the words of those facts and summaries that were read for it, and what
was answered of many.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, NamedTuple

from generator.analysis.derived import Derived
from generator.analysis.once import answer
from generator.analysis.silence import NAMING, TELLING, articles_telling_of, events_named_in, themes_named_in
from generator.briefing import Briefing, summary_id
from generator.content.model import Tombstone
from generator.content.paths import FACTS, READINGS
from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.exports.data.dataset import ROW, Dataset
from generator.site.pages import OF_SUBJECTS, ORDERS, Pages, Unit
from generator.site.pages.print_edition_view import Places
from generator.site.parts.cards import FactCard
from generator.site.parts.context import READING
from generator.site.parts.page import ArticleLine, Page
from generator.site.parts.stands import Speaker
from generator.work.canonical import Digests
from generator.work.digests import digest_of
from generator.work.packing import packed, unpacked
from generator.work.promised import File, Promised, made
from generator.work.reads import Question, Reads
from generator.work.store import MISSING, Keeping, kept

PAGE, UNIT, ORDER, WORDS, NAMED = "page", "unit", "order", "words", "named"  # in the store
NOTED = frozenset((*OF_SUBJECTS, "answer-tables", "charts"))  # units for which all is noted that is read


Text = Callable[[Unit, str, str, str], str]  # of a page by its unit, path, key, and what it was made from
AsRead = tuple[tuple[str, ...], str, tuple[tuple[Question, str], ...]]  # ids, the digest of their words, of answers


class Said(NamedTuple):
    """The derived statements that elements of a page are marked with: their digest, and all of them, packed."""

    digest: str
    packed: bytes

    @classmethod
    def of(cls, statements: tuple[Derived, ...]) -> Said:
        return cls(Digests().of(statements), packed(statements))

    @property
    def statements(self) -> tuple[Derived, ...]:
        """They are opened each time, for few builds ask for them, and all pages have many."""
        opened: tuple[Derived, ...] = unpacked(self.packed)
        return opened


@dataclass(frozen=True)
class Rendered:
    """A page as Markdown, and what it says that is derived."""

    path: str
    file: File  # the text, or what gives it
    said: Said
    sources: Mapping[str, ArticleLine] = field(default_factory=dict)  # the articles that its foot tells of
    key: str = ""  # the digest of all that its view says, where pages are kept
    was_kept: bool = False
    unit: Unit | None = None  # that it was written with

    @property
    def made_from(self) -> str:
        """The digest of all that its text is made from, where pages are kept."""
        return self.file.key if isinstance(self.file, Promised) else ""

    @property
    def text(self) -> str:
        return str(made(self.file))


def digested(read: Reads) -> Reads:
    """What was read, with the digests of answers in their place."""
    return Reads(read.words, {asked: Digests().of(answer) for asked, answer in read.answers.items()})


class AsKept(NamedTuple):
    """A page whose text is in the store, by its path, its key, and the digest of all that it was made from."""

    path: str
    key: str
    made_from: str
    said: Said

    @classmethod
    def of(cls, page: Rendered) -> AsKept:
        return cls(page.path, page.key, page.made_from, page.said)

    def of_unit(self, unit: Unit, text: Text) -> Rendered:
        file = Promised(self.made_from, partial(text, unit, self.path, self.key, self.made_from))
        return Rendered(self.path, file, self.said, key=self.key, was_kept=True, unit=unit)


@dataclass(frozen=True)
class KeptPages:
    """Pages as they were written once, by all that their views say."""

    store: Keeping
    words: Mapping[str, Any]
    digests: Digests = field(default_factory=lambda: Digests(BoundFact, FactCard, Speaker, ArticleLine, Places))

    def key(self, page: Page) -> str:
        return self.digests.of(self._of_words, page)

    def get(self, key: str, path: str) -> Rendered | None:
        """The page as it was kept, if it was."""
        found = self.store.get(PAGE, key)
        if found is MISSING:
            return None
        text, said, sources = found
        return Rendered(path, text, said, sources, key, was_kept=True)

    def keep(self, page: Rendered) -> Rendered:
        """Keeps what was written anew; the same page, whose text need not be taken where it stands already."""
        if page.was_kept:  # perhaps in another process
            self.store.ask(PAGE, page.key)
        else:
            self.store.put(PAGE, page.key, (page.text, page.said, page.sources))
        if isinstance(page.file, Promised):
            return page
        return replace(page, file=Promised(self._made_from(page.key, page.sources), partial(str, page.file)))

    def text(self, key: str, made_from: str) -> str | None:
        """The text of a page, if it is kept as made from this: its foot may tell otherwise of its articles since."""
        found = self.store.get(PAGE, key)
        if found is MISSING:
            return None
        text, _, sources = found
        return str(text) if self._made_from(key, sources) == made_from else None

    def _made_from(self, key: str, sources: Mapping[str, ArticleLine]) -> str:
        return self.digests.of(key, sources)

    @cached_property
    def _of_words(self) -> str:
        return self.digests.of(self.words)


@dataclass(frozen=True)
class KeptUnits:
    """Pages of subjects and lists, by what was read for them when they were written; others are written each time."""

    store: Keeping
    pages: Pages
    data: Dataset

    def get(self, unit: Unit, text: Text) -> tuple[Rendered, ...]:
        """The pages of a unit, if they stand as they were written."""
        if not self._may_be_kept(unit) or (found := self.store.get(UNIT, self._key(unit))) is MISSING:
            return ()
        read, pages = found
        if not self._stands(read):
            return ()
        return tuple(page.of_unit(unit, text) for page in pages)

    def keep(self, unit: Unit, pages: Iterable[Rendered], read: Reads) -> None:
        """Keeps the pages of a unit, each of which is kept by itself, with what was read for them, digested."""
        if not self._may_be_kept(unit):
            return
        self.store.put(UNIT, self._key(unit), (self._as_read(read), tuple(map(AsKept.of, pages))))

    def _may_be_kept(self, unit: Unit) -> bool:
        """What was read for the page of an article that nobody has read yet is not all noted."""
        if unit.kind not in NOTED or (unit.kind == "articles" and unit.id and unit.id not in self._briefing.curated):
            return False
        return self.is_known

    @property
    def _briefing(self) -> Briefing:
        return self.pages.context.briefing

    @cached_property
    def is_known(self) -> bool:
        """Whether it is known of all articles what they answered from, and of all files what they hold."""
        briefing = self._briefing
        return bool(briefing.content.as_read) and briefing.made_from.keys() >= briefing.articles.keys()

    def _key(self, unit: Unit) -> str:
        return digest_of((self._frame, *unit))

    def _as_read(self, read: Reads) -> AsRead:
        """What was read, digested, as it is now."""
        ids = tuple(sorted(read.words))
        return ids, self._words_of(ids), tuple(read.answers.items())

    def _stands(self, read: AsRead) -> bool:
        """Whether all that was read is as it was."""
        ids, words, answers = read
        return self._words_of(ids) == words and all(self._answer(*asked) == answer for asked, answer in answers)

    def _words_of(self, ids: Iterable[str]) -> str:
        return digest_of(self._parts[id][1] for id in ids)

    def _answer(self, by: str, about: tuple[Hashable, ...]) -> str:
        if (by, about) not in self._answers:
            self._answers[by, about] = Digests().of(self._asked[by](*about))
        return self._answers[by, about]

    @cached_property
    def _answers(self) -> dict[Question, str]:
        return {}

    @cached_property
    def _asked(self) -> Mapping[str, Callable[..., object]]:
        """Who is asked, by the name under which the answers count."""
        self.name_events()
        telling = partial(articles_telling_of, self._briefing)
        naming = partial(themes_named_in, self._briefing)
        return {TELLING: telling, NAMING: naming, READING: self.pages.context.reading, ROW: self.data.row}

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, str]]:
        """The same of all articles, by ids."""
        of_articles = map(self.of_article, self._briefing.articles)
        return {id: (frame, words) for of_article in of_articles for id, frame, words in of_article}

    def of_article(self, article: str) -> tuple[tuple[str, str, str], ...]:
        """The digests of the frames and of the words of its facts, by their ids; its summary has words alone."""

        def make() -> tuple[tuple[str, str, str], ...]:
            facts, digests = self._briefing.facts_in(article), Digests()
            summary = summary_id(article), "", digests.of(self._briefing.article(article).summary)
            return summary, *((fact.id, digests.of(fact.frame), digests.of(fact, fact.wording)) for fact in facts)

        return kept(self.store, WORDS, lambda: self._briefing.made_from[article], make)

    def named_in(self, article: str) -> frozenset[str]:
        """The events that facts of an article call by a name."""
        key = digest_of((self._briefing.made_from[article], self._event_names))
        named = kept(self.store, NAMED, lambda: key, lambda: events_named_in(self._briefing, article))
        answer(events_named_in, self._briefing, named, article)
        return named

    def name_events(self) -> None:
        """Finds out which events all articles name; where that is kept, no fact is read for it."""
        for article in self._briefing.articles:
            self.named_in(article)

    @cached_property
    def _event_names(self) -> str:
        """The digest of the names that events have."""
        events = self._briefing.content.events
        return Digests().of(tuple((id, event.name, event.aliases) for id, event in events.items()))

    @cached_property
    def _frame(self) -> str:
        """The digest of all that can be read for the page of a subject and is not noted."""
        without_orders = Digests(ArticleLine).of(*self._parts_of_frame())
        return digest_of((without_orders, *(self._order(kind, without_orders) for kind in ORDERS)))

    def _order(self, kind: str, frame: str) -> str:
        """The digest of what stands beside the entries of a kind; they are put in order where that may have changed."""
        key = digest_of((kind, frame))
        found = self.store.get(ORDER, key)
        if found is not MISSING:
            read, digest = found
            if self._stands(read):
                return str(digest)
        order, noted = self.pages.order(kind)
        digest = Digests().of(order)
        self.store.put(ORDER, key, (self._as_read(digested(noted)), digest))
        return digest

    def _parts_of_frame(self) -> Iterator[object]:
        context, briefing, content = self.pages.context, self._briefing, self._briefing.content
        yield context.words, context.address
        yield {path: read.text for path, read in content.as_read.items() if not path.startswith((FACTS, READINGS))}
        yield content.pages, content.published, content.removed, tuple(content.unused)
        yield briefing.published_texts, tuple(briefing.facts)
        for id, file in briefing.articles.items():
            yield id, briefing.asked_from[id], file.article.model_copy(update={"summary": ()}), file.skip
            yield tuple(fact if isinstance(fact, Tombstone) else fact.id for fact in file.facts)
        yield {id: source.profiles for id, source in briefing.uncurated.items()}
        yield tuple(one.record for one in briefing.statements if one.verdict is not Verdict.PROVED)
        yield {id: frame for id, (frame, _) in self._parts.items()}
