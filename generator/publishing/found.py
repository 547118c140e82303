"""What was found on the pages of a site: on each that was made anew by looking at it, on others by what is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import replace
from pathlib import Path

from generator.publishing.gate import Findings, Gate, Target
from generator.publishing.standing import Table
from generator.work.store import Keeping

STEP = "found"  # in the store
NOTHING = Findings(frozenset(), frozenset())


class Found(Mapping[str, Findings]):
    """The findings of each page and file of a site in a folder, by its path there.

    A page that is not new passed the gate with the site before, so nothing is wrong with it alone. Its findings are
    kept by the digest of what it holds, and read where they are asked for; where they are lost, it is looked at again.
    Where the links of new pages lead is held once for all of them: `targets` has it, and their findings do not.
    """

    def __init__(self, site: Path, gate: Gate, store: Keeping | None) -> None:
        self._site, self._gate, self._store = site, gate, store
        self._anew: dict[str, Findings] = {}
        self._leads: set[Target] = set()  # from those
        self._kept: dict[str, str] = {}  # the key of each page that is not new
        self._read: dict[str, Findings] = {}  # what was asked of them

    def add(self, name: str, holds: bytes, data: bytes) -> None:
        """Looks at a new page or file, of which this is the digest."""
        if name.endswith(".html"):
            self.note(name, holds, self._gate.of_page(name, data))
        else:
            self._anew[name] = self._gate.of_file(name, data) if name.endswith(".css") else NOTHING

    def note(self, name: str, holds: bytes, found: Findings | None) -> None:
        """Takes what was found on a new page, of which this is the digest; nothing where the store has it already."""
        key = self._key(name, holds)
        if found and self._store:
            self._store.put(STEP, key, found)
        found = found or self._of_store(key) or self._gate.of_page(name, (self._site / name).read_bytes())
        self._leads |= found.targets
        self._anew[name] = replace(found, targets=NOTHING.targets)
        self._kept.pop(name, None)

    def add_kept(self, name: str, holds: bytes) -> None:
        """Takes over a page or file that stood in the site before."""
        if not name.endswith(".html"):
            self._anew[name] = NOTHING
            return
        self._kept[name] = self._key(name, holds)
        if self._store:
            self._store.ask(STEP, self._kept[name])

    def to_follow(self, before: Table) -> Collection[str]:
        """The pages and files that may have anything wrong, after a site that passed the gate with these.

        They are the new ones, and all where something is gone that others may lead to.
        """
        if not before.keys() <= self.keys():
            return self
        for name in self._anew.keys() & before.keys():
            if name.endswith(".html"):
                was = self._of_store(self._key(name, before[name].digest))
                if was is None or not was.ids <= self._anew[name].ids:
                    return self
        return self._anew

    def targets(self, names: Collection[str]) -> Set[Target]:
        """Where the links of these lead, which are what `to_follow` gave."""
        return self._leads.union(*(self[name].targets for name in names if name not in self._anew))

    def __getitem__(self, name: str) -> Findings:
        if name in self._anew:
            return self._anew[name]
        if name not in self._read:
            found = self._of_store(self._kept[name])
            if found is None:
                found = self._gate.of_page(name, (self._site / name).read_bytes())
                if self._store:
                    self._store.put(STEP, self._kept[name], found)
            self._read[name] = found
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._anew or name in self._kept

    def __iter__(self) -> Iterator[str]:
        yield from self._anew
        yield from self._kept

    def __len__(self) -> int:
        return len(self._anew) + len(self._kept)

    def _of_store(self, key: str) -> Findings | None:
        found = self._store.get(STEP, key) if self._store else None
        return found if isinstance(found, Findings) else None

    def _key(self, name: str, holds: bytes) -> str:
        return key_of(self._gate, name, holds)


def key_of(gate: Gate, name: str, holds: bytes) -> str:
    """The key under which the store has what was found on a page, of which this is the digest."""
    return f"{gate.base}\0{name}\0{holds.hex()}"
