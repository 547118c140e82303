"""Every data file of the site, by its path, and one archive of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.exports.data.annotations import ANNOTATIONS, annotations_json
from generator.exports.data.archive import SUMS, archive, digest, sums
from generator.exports.data.database import database
from generator.exports.data.dataset import Dataset
from generator.exports.data.linked import LINKED, linked_json
from generator.exports.data.schema_org import Seen
from generator.exports.data.tables import facts_json, facts_schema, table_csv, table_json
from generator.verifier.bundle import PROGRAM
from generator.work.promised import File, Promised
from generator.work.store import Keeping

FOLDER = "data/"
DATABASE = "data/briefbook.sqlite"
ARCHIVE = "data/briefbook.zip"


@dataclass(frozen=True)
class Downloads:
    """The data files of one briefing; each is made only when it is asked for."""

    data: Dataset
    store: Keeping | None = None

    @cached_property
    def database(self) -> bytes:
        return database(self.data)

    def files(self) -> Iterator[tuple[str, File]]:
        """The files by their paths, made one after the other."""
        yield "data/facts.json", facts_json(self.data)
        yield "data/facts.schema.json", Promised("", facts_schema)
        for name in self.data.tables:
            yield f"data/{name}.csv", table_csv(self.data, name, self.store)
            if name != "facts":
                yield f"data/{name}.json", table_json(self.data, name)
        yield DATABASE, self.database
        yield LINKED, linked_json(self.data, self.store)
        yield ANNOTATIONS, annotations_json(Seen(self.data, ANNOTATIONS), self.store)


def packed(
    paths: Iterable[str], data: Dataset, words: Mapping[str, Any], read: Callable[[str], bytes]
) -> Iterator[tuple[str, bytes]]:
    """All that stands in the folder of the data, at these paths, in one archive, and the digests of what stands there.

    `read` gives the file at a path.
    """
    of_data, letters = {path.removeprefix(FOLDER): path for path in paths}, _letters(data, words)

    def file(name: str) -> bytes:
        return letters[name] if name in letters else read(of_data.get(name, name))

    digests = {name: digest(file(name)) for name in (*of_data, *PROGRAM, *letters)}
    zipped = archive(digests, file, data.whole.edition)
    yield ARCHIVE, zipped
    of_folder = {name: digests[name] for name in of_data}
    yield f"{FOLDER}{SUMS}", sums({**of_folder, ARCHIVE.removeprefix(FOLDER): digest(zipped)})


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
