"""From the texts of the content files to typed records: gate one, the shape of every file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from types import GenericAlias, MappingProxyType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from generator.content import kept, shape, yaml_tree
from generator.content.kept import Held
from generator.content.kinds import REGISTRIES
from generator.content.model import Fact, FactFile
from generator.content.paths import (
    FACTS,
    METHOD,
    SITE,
    STATIC,
    edition_of,
    is_fact_file,
    is_static,
    own_page,
    read_in,
    title_of,
    unread_problems,
)
from generator.content.readings import WRITTEN, Line
from generator.content.record import Grounded, Sentence
from generator.content.references import ContentFile, Told, are_all_known, id_problems
from generator.content.register import Register
from generator.content.registries import Country, Entry, Event, Leader, Organisation, Publisher, Question, Theme
from generator.content.site import Site
from generator.content.values import is_said
from generator.problems import Malformed, Place, Problem
from generator.work.executors import ALONE, Crew
from generator.work.store import Keeping

Value = TypeVar("Value")
HOLDS: dict[str, Any] = {
    SITE: Site,
    **{f"content/{name}.yml": GenericAlias(tuple, (record, ...)) for name, record in REGISTRIES.items()},
}
SIGNATURES: Any = GenericAlias(tuple, (WRITTEN, ...))
KEPT = (Register, SIGNATURES)  # by the program: no ids are given out there
MANY = 500_000  # letters of YAML, above which others read, too, if they need not be sent them


@dataclass(frozen=True)
class LeftOut:
    """A sentence of ours that rests on a fact of a removed article, and the entry that it stood in."""

    owner: str  # such as questions/cable-share
    record: Sentence | Grounded


class ReadFile(NamedTuple):
    """A file that was read without a mistake: its text, what it holds, and the ids that it gives out and refers to.

    What is worked out of it alone is kept with it, by the name of what did, as long as nobody changes it.
    """

    text: str
    value: Any
    told: Told
    kept: dict[Any, Any]


NOTHING_READ: Mapping[str, ReadFile] = MappingProxyType({})


@dataclass(frozen=True)
class Content:
    """All that people wrote in YAML, each record under its id, in the order of its file."""

    site: Site
    leaders: dict[str, Leader]
    countries: dict[str, Country]
    organisations: dict[str, Organisation]
    themes: dict[str, Theme]
    events: dict[str, Event]
    questions: dict[str, Question]
    publishers: dict[str, Publisher]
    articles: dict[str, FactFile]
    editions: dict[date, Register] = field(default_factory=dict)  # what each recorded, oldest first
    readings: dict[str, tuple[Line, ...]] = field(default_factory=dict)  # by article, who read its facts again
    removed: dict[str, FactFile] = field(default_factory=dict)  # articles that were taken down
    removed_events: dict[str, Event] = field(default_factory=dict)  # events that rested on them alone
    left_out: tuple[LeftOut, ...] = ()
    pages: dict[str, str] = field(default_factory=dict)  # the text of each page of one's own, by its path
    published: frozenset[str] = frozenset()  # the files that are published as they are, by their paths on the site
    unused: dict[str, Entry] = field(default_factory=dict)  # entries that the site does not show, because nothing does
    as_read: Mapping[str, ReadFile] = field(default_factory=dict, compare=False, repr=False)  # by path, as first read

    def __getstate__(self) -> dict[str, Any]:
        """Where it travels to, nothing is read again."""
        return {**self.__dict__, "as_read": {}}

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What was worked out of all of it, by the name of what did; another content begins anew."""
        return {}

    def kept_of(self, article: str) -> dict[Any, Any]:
        """What was worked out of the file of an article alone; of one that was read from no file, for nobody else."""
        path = f"{FACTS}{article}.yml"
        return self.as_read[path].kept if path in self.as_read else {}

    def once_of(self, article: str, record: object, name: Hashable, beside: object, make: Callable[[], Value]) -> Value:
        """What is made of a record in an article's file, by a name: anew where that, or what is `beside`, is another.

        Nobody changes a record, so it is known by itself; two threads that ask at once are each given their own.
        """
        known = self.kept_of(article)
        held: tuple[object, object, Value] | None = known.get(name)
        if held is None or held[0] is not record or held[1] != beside:
            known[name] = held = record, beside, make()
        return held[2]

    def digest_of(self, article: str, file: FactFile) -> str:
        """The digest of what the file of an article holds; empty where that is not known, or it was changed since."""
        read = self.as_read.get(f"{FACTS}{article}.yml")
        return read.told.digest if read and read.value is file else ""

    @cached_property
    def fact_ids(self) -> frozenset[str]:
        """The ids of all facts, drafts and tombstones."""
        return frozenset(fact.id for file in self.articles.values() for fact in file.facts)

    @cached_property
    def given_answers(self) -> dict[str, tuple[str, ...]]:
        """What facts answer to each question, each answer once; those of drafts nobody has looked at."""
        answers: dict[str, dict[str, None]] = {}
        for fact in (fact for file in self.articles.values() for fact in file.facts if isinstance(fact, Fact)):
            for question, answer in fact.answers.items():
                answers.setdefault(question, {})[answer] = None
        return {question: tuple(given) for question, given in answers.items()}


def read(texts: Mapping[str, str], crew: Crew = ALONE, before: Content | None = None) -> Content:
    """The content of `path → text`; raises Malformed with every problem of every file.

    A file that an earlier content was read from, or that is in the store with this text, is not read again.
    """
    known = before.as_read if before else NOTHING_READ
    records, told, problems = _records(texts, crew, known)
    if problems:
        raise Malformed(*problems)
    return _content(records, texts, told, known)


# Stands for a record of the site that cannot be read, where nothing is shown of it.
NO_SITE = "{title: x, description: x, edition: 2000-01-01, rights: x, corrections: x}"


def readable(texts: Mapping[str, str]) -> tuple[Content, tuple[Problem, ...]]:
    """What can be read of `path → text` although some of it has mistakes, and these: each entry is whole or left out.

    An id may then lead to an entry that was left out. A record of the site that cannot be read is an empty one.
    """
    records, told, problems = _records(texts)
    for path in texts.keys() - records.keys():
        if get_origin(holds := _holds(path)) is tuple:
            records[path] = tuple(_readable_entries(get_args(holds)[0], path, texts[path]))
    records.setdefault(SITE, shape.read(Site, yaml_tree.parse(NO_SITE, SITE)))
    return _content(records, texts, told), tuple(problems)


def _readable_entries(holds: Any, path: str, text: str) -> Iterator[Any]:
    try:
        root = yaml_tree.parse(text, path)
    except Malformed:
        return
    for node in root.items if isinstance(root, yaml_tree.Sequence) else ():
        with suppress(Malformed):
            yield shape.read(holds, node)


def _records(
    texts: Mapping[str, str], crew: Crew = ALONE, before: Mapping[str, ReadFile] = NOTHING_READ
) -> tuple[dict[str, Any], dict[str, Told], list[Problem]]:
    """What each file holds and tells of ids, without those that cannot be read, and every problem of every file."""
    problems = list(_file_problems(texts))
    files: dict[str, ContentFile] = {}
    told: dict[str, Told] = {}
    records: dict[str, Any] = {}
    paths = [path for path in sorted(texts) if _holds(path)]
    known: dict[str, ReadFile | Held] = {p: was for p in paths if (was := before.get(p)) and was.text == texts[p]}
    known |= _held(texts, [path for path in paths if path not in known], crew, crew.store) if crew.store else {}
    for path in paths:
        if path in known:
            records[path], told[path] = known[path].value, known[path].told
            continue
        root, holds = None, _holds(path)
        try:
            root = yaml_tree.parse(texts[path], path)
            records[path] = shape.read(holds, root)
        except Malformed as malformed:
            problems += malformed.problems
        file = files[path] = ContentFile(holds, root)
        if root and path in records:
            told[path] = _told(file)
    if problems or not are_all_known(told.values()):
        for path in told.keys() - files.keys():
            files[path] = ContentFile(_holds(path), yaml_tree.parse(texts[path], path))
        problems += id_problems([files[path] for path in sorted(files) if files[path].holds not in KEPT])
    return records, told, problems


def _held(texts: Mapping[str, str], paths: Sequence[str], crew: Crew, store: Keeping) -> dict[str, Held]:
    """What is kept of each of these files, or is from now on; nothing of one with a mistake."""
    held = {path: one for path in paths if (one := kept.found(store, path, texts[path]))}
    anew = [path for path in paths if path not in held]
    is_shared = crew.inherits and sum(len(texts[path]) for path in anew) > MANY
    readers = crew if is_shared else ALONE
    for path, one in zip(anew, readers.map(_read_alone, texts, anew), strict=True):
        if one:
            kept.keep(store, path, texts[path], one)
            held[path] = one
    return held


def _read_alone(texts: Mapping[str, str], path: str) -> Held | None:
    """What is to be kept of a file; nothing where it has a mistake."""
    with suppress(Malformed):
        root, holds = yaml_tree.parsed(texts[path], path), _holds(path)
        return kept.held(shape.read(holds, root), _told(ContentFile(holds, root)), root)
    return None


def _told(file: ContentFile) -> Told:
    return Told("", (), {}) if file.holds in KEPT else file.told


def _content(
    records: Mapping[str, Any],
    texts: Mapping[str, str],
    told: Mapping[str, Told],
    before: Mapping[str, ReadFile] = NOTHING_READ,
) -> Content:
    registries: dict[str, Any] = {
        name: {record.id: record for record in records.get(f"content/{name}.yml", ())} for name in REGISTRIES
    }
    articles = {PurePosixPath(path).stem: records[path] for path in records if is_fact_file(path)}
    editions = {day: records[path] for path in records if (day := edition_of(path))}
    readings = {article: records[path] for path in records if (article := read_in(path))}
    pages = {path: text for path, text in sorted(texts.items()) if path == METHOD or own_page(path)}
    published = frozenset(path.removeprefix(STATIC) for path in texts if is_static(path))
    as_read = {
        path: before[path]
        if path in before and before[path].value is records[path]
        else ReadFile(text, records[path], told[path], {})
        for path, text in texts.items()
        if path in told
    }
    return Content(
        site=records[SITE],
        articles=articles,
        editions=editions,
        readings=readings,
        pages=pages,
        published=published,
        as_read=as_read,
        **registries,
    )


def _holds(path: str) -> Any:
    """The type of what a file holds, or nothing where it is no YAML that is read."""
    if edition_of(path):
        return Register
    if read_in(path):
        return SIGNATURES
    return FactFile if is_fact_file(path) else HOLDS.get(path)


def _file_problems(texts: Mapping[str, str]) -> Iterator[Problem]:
    paths = sorted(texts)
    yield from unread_problems(paths)
    for path in filter(is_fact_file, paths):
        yield from shape.article_id_problems(PurePosixPath(path).stem, Place(path))
    for path in paths:
        if id := own_page(path):
            yield from shape.article_id_problems(id, Place(path))
        title = title_of(texts[path])
        if (id or (path == METHOD and title)) and not is_said(title):
            yield Problem(
                Place(path), "EMPTY-VALUE", "the page has no title", "begin it with a line such as `# About us`"
            )
    if SITE not in paths:
        yield Problem(Place(SITE), "MISSING-FILE", "the file is missing", "add it")
    if not any(map(is_fact_file, paths)):
        yield Problem(Place(FACTS), "MISSING-FILE", "no article has a file here", "add `<article>.yml`")
