"""From the texts of the content files to typed records: gate one, the shape of every file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from types import GenericAlias
from typing import Any

from generator.content import shape, yaml_tree
from generator.content.kinds import REGISTRIES
from generator.content.model import FactFile
from generator.content.paths import FACTS, METHOD, SITE, edition_of, is_fact_file, unread_problems
from generator.content.record import Grounded, Sentence
from generator.content.references import ContentFile, id_problems
from generator.content.register import Register
from generator.content.registries import Country, Event, Leader, Organisation, Publisher, Question, Theme
from generator.content.site import Site
from generator.problems import Malformed, Place, Problem

HOLDS: dict[str, Any] = {
    SITE: Site,
    **{f"content/{name}.yml": GenericAlias(tuple, (record, ...)) for name, record in REGISTRIES.items()},
}


@dataclass(frozen=True)
class LeftOut:
    """A sentence of ours that rests on a fact of a removed article, and the entry that it stood in."""

    owner: str  # such as questions/cable-share
    record: Sentence | Grounded


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
    removed: dict[str, FactFile] = field(default_factory=dict)  # articles that were taken down
    removed_events: dict[str, Event] = field(default_factory=dict)  # events that rested on them alone
    left_out: tuple[LeftOut, ...] = ()
    pages: dict[str, str] = field(default_factory=dict)  # the text of each page of one's own, by its path


def read(texts: Mapping[str, str]) -> Content:
    """The content of `path → text`; raises Malformed with every problem of every file."""
    problems = list(_file_problems(texts))
    files: list[ContentFile] = []
    records: dict[str, Any] = {}
    for path in sorted(texts):
        if not (holds := _holds(path)):
            continue
        root = None
        try:
            root = yaml_tree.parse(texts[path], path)
            records[path] = shape.read(holds, root)
        except Malformed as malformed:
            problems += malformed.problems
        if holds is not Register:
            files.append(ContentFile(holds, root))
    problems += id_problems(files)
    if problems:
        raise Malformed(*problems)
    registries: dict[str, Any] = {
        name: {record.id: record for record in records.get(f"content/{name}.yml", ())} for name in REGISTRIES
    }
    articles = {PurePosixPath(path).stem: records[path] for path in records if is_fact_file(path)}
    editions = {day: records[path] for path in records if (day := edition_of(path))}
    pages = {path: text for path, text in texts.items() if path == METHOD}
    return Content(site=records[SITE], articles=articles, editions=editions, pages=pages, **registries)


def _holds(path: str) -> Any:
    """The type of what a file holds, or nothing where it is no YAML that is read."""
    if edition_of(path):
        return Register
    return FactFile if is_fact_file(path) else HOLDS.get(path)


def _file_problems(texts: Iterable[str]) -> Iterator[Problem]:
    paths = sorted(texts)
    yield from unread_problems(paths)
    for path in filter(is_fact_file, paths):
        yield from shape.article_id_problems(PurePosixPath(path).stem, Place(path))
    if SITE not in paths:
        yield Problem(Place(SITE), "MISSING-FILE", "the file is missing", "add it")
    if not any(map(is_fact_file, paths)):
        yield Problem(Place(FACTS), "MISSING-FILE", "no article has a file here", "add `<article>.yml`")
