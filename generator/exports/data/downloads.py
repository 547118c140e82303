"""Every data file of the site, by its path, and one archive of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.exports.data.annotations import ANNOTATIONS, annotations_json
from generator.exports.data.archive import SUMS, archive, sums
from generator.exports.data.database import database
from generator.exports.data.dataset import Dataset
from generator.exports.data.linked import LINKED, linked_json
from generator.exports.data.schema_org import Seen
from generator.exports.data.tables import facts_json, facts_schema, table_csv, table_json
from generator.verifier.bundle import PROGRAM

FOLDER = "data/"
DATABASE = "data/briefbook.sqlite"
ARCHIVE = "data/briefbook.zip"


@dataclass(frozen=True)
class Downloads:
    """The data files of one briefing; each is made once, and only when it is asked for."""

    data: Dataset

    @cached_property
    def database(self) -> bytes:
        return database(self.data)

    @cached_property
    def files(self) -> dict[str, str | bytes]:
        return dict(self._files())

    def _files(self) -> Iterator[tuple[str, str | bytes]]:
        yield "data/facts.json", facts_json(self.data)
        yield "data/facts.schema.json", facts_schema()
        for name in self.data.tables:
            yield f"data/{name}.csv", table_csv(self.data, name)
            if name != "facts":
                yield f"data/{name}.json", table_json(self.data, name)
        yield DATABASE, self.database
        yield LINKED, linked_json(self.data)
        yield ANNOTATIONS, annotations_json(Seen(self.data, ANNOTATIONS))


def packed(site_files: Mapping[str, str | bytes], data: Dataset, words: Mapping[str, Any]) -> dict[str, bytes]:
    """All that stands in the folder of the data in one archive, and the digests of what stands there."""
    files = {path.removeprefix(FOLDER): _bytes(file) for path, file in site_files.items() if path.startswith(FOLDER)}
    program = {name: _bytes(site_files[name]) for name in PROGRAM}
    zipped = archive({**files, **program, **_letters(data, words)}, data.whole.edition)
    name = ARCHIVE.removeprefix(FOLDER)
    return {ARCHIVE: zipped, f"{FOLDER}{SUMS}": sums({**files, name: zipped})}


def _letters(data: Dataset, words: Mapping[str, Any]) -> dict[str, bytes]:
    """What goes with the files: what they are, and what may be done with them."""
    facts_file, phrases = data.whole, words["data"]
    lines = [f"{name}: {phrases['tables'][name]} ({len(table.rows)})" for name, table in data.tables.items()]
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


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()
