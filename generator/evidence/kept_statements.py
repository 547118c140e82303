"""What facts answered to sentences of ours before, found again in the store: by article, as most rest on facts of one.

A sentence is answered again what it was before, on the same ground, by facts of articles that answered the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.content.sentences import Statement
from generator.evidence.prose import BoundStatement
from generator.evidence.proving import BoundFact
from generator.work.canonical import Digests
from generator.work.store import Keeping

STATEMENTS = "statements"  # in the store


class KeptStatements:
    """What a store has of statements; `key_of` gives the digest of all that an article's answers are made from."""

    def __init__(
        self,
        store: Keeping,
        ground: str,
        statements: Iterable[Statement],
        facts: Mapping[str, BoundFact],
        key_of: Callable[[str], str],
    ) -> None:
        self._store, self._groups = store, dict[str, list[Statement]]()
        articles = dict[str, dict[str, str]]()  # of each group, the articles of its facts with their digests
        for statement in statements:
            of_facts = {id: facts[id].article if id in facts else "" for id in statement.from_}
            group = next(iter(of_facts.values()))
            self._groups.setdefault(group, []).append(statement)
            articles.setdefault(group, {}).update((one, key_of(one)) for one in of_facts.values() if one)
        digests = Digests()
        self._keys = {
            group: digests.of(ground, tuple(together), tuple(sorted(articles[group].items())))
            for group, together in self._groups.items()
        }

    def found(self) -> dict[int, BoundStatement]:
        """The statements that are kept, each by the `id()` of its record."""
        found = dict[int, BoundStatement]()
        for group, together in self._groups.items():
            kept = self._store.get(STATEMENTS, self._keys[group])
            if isinstance(kept, tuple) and len(kept) == len(together):
                pairs = zip(together, kept, strict=True)
                found |= {id(record): BoundStatement(record, *answered) for record, answered in pairs}
        return found

    def keep(self, bound: Iterable[BoundStatement]) -> None:
        """Keeps what all statements were answered, where it is not kept."""
        answered = {id(one.record): (one.checks, one.named) for one in bound}
        for group, together in self._groups.items():
            if not self._store.holds(STATEMENTS, self._keys[group]):
                self._store.put(STATEMENTS, self._keys[group], tuple(answered[id(one)] for one in together))
