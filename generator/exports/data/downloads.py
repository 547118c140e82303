"""Every data file of the site, by its path, and one archive of them all."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.exports.data.annotations import ANNOTATIONS, annotated, annotations_json
from generator.exports.data.archive import NOTHING, SUMS, Archive, archive, digest, sums
from generator.exports.data.database import LARGE, database
from generator.exports.data.dataset import Dataset, Table
from generator.exports.data.linked import LINKED, claims, linked_json
from generator.exports.data.tables import as_items, facts_json, facts_schema, lines, table_csv, table_json
from generator.verifier.bundle import PROGRAM
from generator.work.packing import LEVEL
from generator.work.promised import File, Promised
from generator.work.store import MISSING, Keeping, kept

FOLDER = "data/"
DATABASE = "data/briefbook.sqlite"
ARCHIVE = "data/briefbook.zip"
PIECES = "pieces"  # the step of what is said of an article, in the store
PACKED = "packed"  # and of what the archive has
SAID: dict[str, Callable[[Dataset, Table, Table], bytes]] = {  # of an article, by where it stands
    "data/facts.json": lambda _, facts, __: as_items(facts.plain, 2),
    "data/facts.csv": lambda data, facts, _: lines(data, facts),
    "data/passages.json": lambda _, __, passages: as_items(passages.plain, 2),
    "data/passages.csv": lambda data, _, passages: lines(data, passages),
    **{f"{DATABASE} {table}": rows for table, rows in LARGE.items()},
    LINKED: lambda data, facts, _: claims(data, facts),
    ANNOTATIONS: annotated,
}


@dataclass(frozen=True)
class Downloads:
    """The data files of one briefing; each is made only when it is asked for."""

    data: Dataset
    store: Keeping | None = None

    @cached_property
    def database(self) -> bytes:
        return database(self.data, lambda table: self._said(f"{DATABASE} {table}"))

    def files(self) -> Iterator[tuple[str, File]]:
        """The files by their paths, made one after the other."""
        data = self.data
        yield "data/facts.json", facts_json(data, self._said("data/facts.json"))
        yield "data/facts.schema.json", Promised("", facts_schema)
        for name in data.tables:
            yield (path := f"data/{name}.csv"), table_csv(data, name, self._said(path) if path in SAID else None)
            if name != "facts":
                yield (path := f"data/{name}.json"), table_json(data, name, self._said(path) if path in SAID else None)
        yield DATABASE, self.database
        yield LINKED, linked_json(data, self._said(LINKED))
        yield ANNOTATIONS, annotations_json(data, self._said(ANNOTATIONS))

    def archive_before(self, read: Callable[[str], bytes]) -> Archive:
        """The archive of the build before, where it stands as that left it; `read` gives the file at a path."""
        found: Any = self.store.get(PACKED, zlib.ZLIB_RUNTIME_VERSION) if self.store else MISSING
        if found is MISSING:
            return NOTHING
        of, pieces = found
        with suppress(OSError, LookupError):
            data = read(ARCHIVE)
            return Archive(data, pieces) if digest(data) == of else NOTHING
        return NOTHING

    def keep(self, made: Archive) -> None:
        """Keeps where an archive has which piece, for the build that comes next."""
        if self.store:
            self.store.put(PACKED, zlib.ZLIB_RUNTIME_VERSION, (digest(made.data), dict(made.pieces)))

    def _said(self, place: str) -> Iterator[bytes]:
        """What is said of each article at a place, one after the other."""
        return (zlib.decompress(said[place]) for said in self._pieces)

    @cached_property
    def _pieces(self) -> tuple[Mapping[str, bytes], ...]:
        """What is said of each article that has facts, by place: made all at once and kept, and held in little room."""
        return tuple(map(self.of_article, self.data.with_facts))

    def of_article(self, article: str) -> Mapping[str, bytes]:
        """What is said of one article, by place."""

        def make() -> dict[str, bytes]:
            tables = self.data.of_article(article)
            return {place: zlib.compress(said(self.data, *tables), LEVEL) for place, said in SAID.items()}

        key = self.data.key(article)
        return kept(self.store if key else None, PIECES, lambda: key, make)


class Packed(NamedTuple):
    """The archive of all that stands in the folder of the data, and the digests of what stands there."""

    archive: Archive
    sums: bytes

    @property
    def files(self) -> Iterator[tuple[str, bytes]]:
        yield ARCHIVE, self.archive.data
        yield f"{FOLDER}{SUMS}", self.sums


def packed(
    paths: Iterable[str],
    data: Dataset,
    words: Mapping[str, Any],
    read: Callable[[str], bytes],
    before: Archive = NOTHING,
) -> Packed:
    """All that stands in the folder of the data, at these paths, in one archive.

    `read` gives the file at a path.
    """
    of_data, letters = {path.removeprefix(FOLDER): path for path in paths}, _letters(data, words)

    def file(name: str) -> bytes:
        return letters[name] if name in letters else read(of_data.get(name, name))

    digests = {name: digest(file(name)) for name in (*of_data, *PROGRAM, *letters)}
    zipped = archive(digests, file, data.whole.edition, before)
    of_folder = {name: digests[name] for name in of_data}
    return Packed(zipped, sums({**of_folder, ARCHIVE.removeprefix(FOLDER): digest(zipped.data)}))


def _letters(data: Dataset, words: Mapping[str, Any]) -> dict[str, bytes]:
    """What goes with the files: what they are, and what may be done with them."""
    facts_file, phrases = data.whole, words["data"]
    lines = [f"{name}: {phrases['tables'][name]} ({len(table)})" for name, table in data.tables.items()]
    edition, tables = facts_file.edition.isoformat(), "\n".join(lines)
    readme = phrases["readme"].format(title=facts_file.title, edition=edition, tables=tables)
    rights = "".join(f"{line}\n" for line in (facts_file.rights, *_terms(data, words)))
    return {"README.txt": readme.encode(), "RIGHTS.txt": rights.encode()}


def _terms(data: Dataset, words: Mapping[str, Any]) -> Iterator[str]:
    """The licence, and who gives it, where they are known."""
    licence, publisher = data.whole.licence, data.whole.publisher
    if licence:
        address = words["cite"]["at"].format(url=licence.url) if licence.url else ""
        yield words["data"]["licence"].format(name=f"{licence.name}{address}")
    if publisher:
        address = words["cite"]["at"].format(url=publisher.url) if publisher.url else ""
        yield words["data"]["publisher"].format(name=f"{publisher.name}{address}")


def as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()
