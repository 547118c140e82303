"""The program in its order: read, prove, check, assemble, build; every command goes through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import briefing as collection
from generator import files, rules, stages
from generator.briefing import Briefing
from generator.content import reading, removal, shape
from generator.content.model import FactFile
from generator.content.reading import Content
from generator.content.sentences import statements
from generator.evidence import articles, proving
from generator.evidence import lock as locks
from generator.evidence.articles import Answers, Ground, Kept, Proved
from generator.evidence.kept_answers import KeptAnswers, asked_of, keep_words, remember_words
from generator.evidence.kept_statements import KeptStatements
from generator.evidence.languages.detect import language_of
from generator.evidence.lock import Lock
from generator.evidence.source import FullText, Source
from generator.history import snapshot
from generator.history.snapshot import Snapshot
from generator.measures.ledger import article_counts
from generator.problems import UNPUBLISHED, Malformed, Place, Problem
from generator.work.executors import ALONE, Crew
from generator.work.promised import File, Made
from generator.work.store import Keeping

if TYPE_CHECKING:
    from generator.kept_pages import Rendered
    from generator.site.pages import Unit

# Such facts build with the mark “not yet proved”; without any, the articles stand there as not yet read.
REPORTED_ONLY = frozenset(("CANNOT-CHECK", "NO-FACTS", "NO-TEXT"))
FEW = 600  # facts, which are proved in this process before others have begun


@dataclass(frozen=True)
class Assembled:
    """All that the builder is given, and the words of the interface that it was written with."""

    words: Mapping[str, Any]
    pages: Mapping[str, Unit | None]  # by path, each with the unit that it was written with
    made: Mapping[str, Made]

    @cached_property
    def files(self) -> dict[str, str | bytes]:
        """What each page and file holds, by its path."""
        return {path: file.holds for path, file in self.made.items()}


def read(texts: Mapping[str, str], crew: Crew = ALONE, before: Content | None = None) -> Content:
    """Gate one: the shape of every file; raises Malformed for all that is wrong with it.

    What an earlier content was read from is not read again.
    """
    stages.begin("reading")
    return removal.without_removed(reading.read(texts, crew, before))


def load(
    texts: Mapping[str, str], article_texts: files.ArticleTexts, before: Briefing | None = None, crew: Crew = ALONE
) -> Briefing:
    """Read and proved; the work of an earlier briefing is used again where nothing changed."""
    return prove(read(texts, crew, before.content if before else None), article_texts, before, crew)


def prove(
    content: Content, article_texts: files.ArticleTexts, before: Briefing | None = None, crew: Crew = ALONE
) -> Briefing:
    """Every fact, checked against its article, article by article."""
    if crew.store:
        remember_words(crew.store)
    common = articles.ground(content)
    asked = {article: (file, _kept(article, article_texts)) for article, file in content.articles.items()}
    earlier = _reusable(before, content) if before else {}
    known = KeptAnswers(crew.store, common, asked) if crew.store else None
    standing = _standing(before, content, known) if before and known else {}
    answers = known.but_for(earlier) if known else {}
    unasked = {article: item for article, item in asked.items() if article not in answers.keys() | standing.keys()}
    if not crew.is_alone and sum(len(file.facts) for file, _ in unasked.values()) > FEW:
        answers |= _answers(crew, common, unasked, earlier)
    proved: list[Proved] = []
    wrong: list[Problem] = []
    for article, (file, kept) in stages.over("proving", asked.items()):
        try:
            item = article, file, kept
            one = standing.get(article) or _proved(common, item, answers.get(article), earlier.get(article), known)
            proved.append(one)
        except Malformed as malformed:
            wrong += malformed.problems
    if wrong:
        raise Malformed(*wrong)
    briefing = collection.gathered(content, common.aliases, proved)
    is_same_ground = before is not None and asked_of(before.content) == asked_of(content)
    briefing = replace(
        briefing,
        known=briefing.statements_of(before) if before and is_same_ground else {},
        uncurated=_uncurated(content, briefing.locks, article_texts),
        published_texts=article_texts.seeds - article_texts.locks.keys(),
        made_from={article: known.key_of(article) for article in asked} if known else {},
        asked_from={article: known.source_of(article) for article in asked} if known else {},
    )
    if crew.store and known and not before:  # else what was answered is at hand already
        return _with_statements(briefing, crew.store, known)
    return briefing


def _standing(before: Briefing, content: Content, known: KeptAnswers) -> dict[str, Proved]:
    """The articles of an earlier briefing that were proved from the same, and whose facts stand in the same lines."""
    return {
        article: before.proved(article)
        for article, file in content.articles.items()
        if before.articles.get(article) is file and before.made_from.get(article) == known.key_of(article)
    }


def _proved(
    ground: Ground,
    item: tuple[str, FactFile, Kept],
    answered: Answers | None,
    earlier: Proved | None,
    known: KeptAnswers | None,
) -> Proved:
    """An article as it answered, or is asked now; what it answers is kept."""
    article, _, _ = item
    whole = None
    if not answered:
        profiles = known.profiles(article) if known else None
        whole = articles.prove(ground, *item, earlier, profiles)
        answered = articles.answers_of(whole)
    if known:
        known.keep(article, answered)
    if whole and earlier:
        return whole
    return articles.proved(ground, *item, answered)  # only what it answered stays in memory


def _with_statements(briefing: Briefing, store: Keeping, known: KeptAnswers) -> Briefing:
    """The briefing with its sentences of ours, of which those that were answered before are found again."""
    kept = KeptStatements(store, known.ground, statements(briefing.content), briefing.facts, known.key_of)
    whole = replace(briefing, known={**kept.found(), **briefing.known})
    kept.keep(whole.statements)
    keep_words(store)
    return whole


def _answers(
    crew: Crew, ground: Ground, asked: Mapping[str, tuple[FactFile, Kept]], earlier: Mapping[str, Proved]
) -> dict[str, Answers]:
    """What the articles answer that are not taken over; nothing of one whose lock is damaged."""
    anew = [
        (article, file, kept)
        for article, (file, kept) in asked.items()
        if article not in earlier or (earlier[article].lock is None) != (kept.lock is None)
    ]
    here = [_ask(ground, item) for item in anew[:1]]  # workers inherit all that proving one takes to be set up
    answers = stages.over("proving", chain(here, crew.map(_ask, ground, anew[1:])), len(anew))
    told = zip(anew, answers, strict=True)
    return {article: answer for (article, _, _), answer in told if answer is not None}


def _ask(ground: Ground, item: tuple[str, FactFile, Kept]) -> Answers | None:
    with suppress(Malformed):
        return articles.ask(ground, *item)
    return None


def _reusable(before: Briefing, content: Content) -> dict[str, Proved]:
    """The articles of an earlier briefing; facts are taken over where neither registries nor their days changed."""

    def day(of: Content, article: str) -> tuple[object, ...]:
        record = of.articles[article].article
        return record.published, record.language

    same = asked_of(before.content) == asked_of(content)
    known = content.articles.keys() & before.articles.keys()
    return {
        article: before.proved(article)
        if same and day(before.content, article) == day(content, article)
        else replace(before.proved(article), facts=())
        for article in known
    }


def problems(briefing: Briefing, store: Keeping | None = None) -> tuple[Problem, ...]:
    """Gate two: every rule over the whole; what these ask of the dictionary is kept, too."""
    found = rules.problems(briefing, store=store)
    if store:
        keep_words(store)
    return found


def check(briefing: Briefing, store: Keeping | None = None) -> tuple[Problem, ...]:
    """Gate two before a build: what is only reported; raises Malformed for that with which no page can be built."""
    return refuse(rules.problems(briefing, store=store))


def refuse(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The same problems; raises Malformed for those of them that no page can be built with."""
    if stopping := stops_the_build(problems):
        raise Malformed(*stopping)
    return problems


def stops_the_build(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that no page can be built with."""
    return tuple(problem for problem in problems if not (problem.is_warning or problem.code in REPORTED_ONLY))


def assemble(root: Path, briefing: Briefing, crew: Crew = ALONE) -> Assembled:
    """Every page and file of the site."""
    return Assembling(root, briefing, crew=crew).all()


class Assembling:
    """The pages and files of a site while they are made: some of its pages before all others."""

    def __init__(self, root: Path, briefing: Briefing, before: Assembled | None = None, crew: Crew = ALONE) -> None:
        from generator import assembly, writing  # checking does without their templates
        from generator.publishing import site

        self._root, self._briefing, self._crew = root, briefing, crew
        self._words, method = site.words(root), files.page(root, "method")
        self._before = before if before and before.words is self._words else Assembled(self._words, {}, {})
        self._data = assembly.downloads(briefing, site.address(root), crew.store)
        self._writer = writing.writer_of(briefing, self._words, method, self._data.data, crew.store)

    def first(self, paths: Iterable[str]) -> Iterator[Rendered]:
        """What is made together with these paths of pages that stood before, and is not made again for `all`."""
        return self._writer.written_ahead({self._before.pages.get(path) for path in paths})

    def all(self) -> Assembled:
        """Every page and file."""
        from generator import assembly, writing

        rendered = tuple(writing.written_by(self._writer, self._data, self._crew))
        context, store = self._writer.pages.context, self._crew.store
        before, words = self._before.made, self._words
        written = writing.Written(rendered)
        made = assembly.held(self._briefing, written, self._data, words, store, context, before)
        static = {path: Made(data) for path, data in files.static(self._root).items()}
        return Assembled(words, {page.path: page.unit for page in rendered}, static | made)


def stream(root: Path, briefing: Briefing, crew: Crew = ALONE) -> Iterator[Iterable[tuple[str, File]]]:
    """Every page and file of the site in parts, for a build that puts each where it can be read again."""
    from generator import assembly, writing
    from generator.publishing import site

    words, method = site.words(root), files.page(root, "method")
    data = assembly.downloads(briefing, site.address(root), crew.store)
    writer = writing.writer_of(briefing, words, method, data.data, crew.store)
    written = writing.written_by(writer, data, crew)
    made = assembly.texts(briefing, written, data, words, site.standing(root), crew.store, writer.pages.context)
    return chain([files.static(root).items()], made)


def print_edition(root: Path, briefing: Briefing) -> tuple[str, str]:
    """The whole briefing as one document, and its style sheet."""
    from generator import assembly
    from generator.publishing import site

    return assembly.print_edition(briefing, site.words(root), site.address(root))


def build(root: Path, briefing: Briefing, stamp: str, crew: Crew = ALONE, *, whole: bool = False) -> int:
    """Gate three: the site is built beside the old one, checked, and only then takes its place.

    How many pages and files it has. With `whole` the builder builds every page too, and the two sites are compared.
    """
    from generator.publishing import site

    pages = stream(root, briefing, crew)
    number = site.publish(root, pages, briefing.content.site, stamp, crew, whole=whole)
    if crew.store:
        keep_words(crew.store)
    return number


def edition(briefing: Briefing) -> Snapshot:
    """All that the site says, to be compared with another edition."""
    return snapshot.of_briefing(briefing, {article: article_counts(briefing, article) for article in briefing.articles})


def is_clean(problems: tuple[Problem, ...]) -> bool:
    """Whether nothing needs to be mended before the site is built: a takedown need not wait for anything."""
    return all(problem.is_warning for problem in problems)


def may_be_published(problems: tuple[Problem, ...]) -> bool:
    """Whether nothing waits to be read again, and no day is later than the edition, when the site is published."""
    return all(problem.code not in UNPUBLISHED for problem in problems)


def without_facts(briefing: Briefing, article_texts: files.ArticleTexts) -> dict[str, str]:
    """The articles whose text is here, whether others may see it or not, and that have no fact file: id → path."""
    locked = {lock.sha256 for lock in briefing.locks.values()}
    known = briefing.articles.keys() | briefing.content.removed.keys()
    private = {
        id: f"texts/{id}.txt"
        for id, text in article_texts.texts.items()
        if id not in known | article_texts.seeds and files.digest(text) not in locked
    }
    return private | {id: f"seeds/{id}.txt" for id in briefing.uncurated if id in article_texts.texts}


def _uncurated(
    content: Content, article_locks: Mapping[str, Lock], article_texts: files.ArticleTexts
) -> dict[str, Source]:
    """The articles of `seeds/` that have no fact file, and are not the text of a lock under another name."""
    aliases = proving.alias_table(content)
    locked = {lock.sha256 for lock in article_locks.values()}
    uncurated: dict[str, Source] = {}
    ids = sorted(article_texts.seeds - content.articles.keys() - content.removed.keys())
    places = {id: Place(f"seeds/{id}.{'txt' if id in article_texts.texts else 'lock'}") for id in ids}
    if wrong := [problem for id in ids for problem in shape.article_id_problems(id, places[id])]:
        raise Malformed(*wrong)
    for id in ids:
        if id not in article_texts.texts:
            uncurated[id] = locks.loads(article_texts.locks[id], f"seeds/{id}.lock")
        elif files.digest(article_texts.texts[id]) not in locked:
            text = article_texts.texts[id]
            uncurated[id] = FullText(text, aliases, language_of(text))
    return uncurated


def _kept(article: str, article_texts: files.ArticleTexts) -> Kept:
    """The lock, and the text under the article's name, or one of any name whose digest the lock knows."""
    lock = article_texts.locks.get(article)
    named = article_texts.texts.get(article)
    text = article_texts.by_digest.get(locks.sha256_of(lock), named) if lock is not None else named
    is_private = lock is None and article in article_texts.private
    return Kept(text, lock, article_texts.earlier.get(article, "") if is_private else None)
