"""Which entries of the registries a dossier uses: the others were brought along, and nothing is said of them yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import partial
from itertools import chain
from types import MappingProxyType

from generator.content.kinds import SUBJECTS
from generator.content.marks import Mark, texts
from generator.content.model import FactFile, Tombstone
from generator.content.reading import Content
from generator.content.registries import Country, Entry, Leader, Organisation, Subject
from generator.content.sentences import statements
from generator.evidence.binding import subjects_in
from generator.evidence.proving import active_facts, alias_table, speakers, subjects_of


def used(
    content: Content,
    of_facts: Set[str] | None = None,
    statements_known: Mapping[int, Set[str]] = MappingProxyType({}),
) -> frozenset[str]:
    """The ids of entries that a fact names or is about, another record needs, or an edition had a page of.

    `of_facts` are the subjects of all facts, where somebody has them already; `statements_known` whom sentences of ours
    name, by the `id()` of their records.
    Whatever such an entry belongs to is used too: its country, the body that it is a part of, the members of a group.
    """
    entries = speakers(content)
    found: set[str] = set()
    waiting = {
        id
        for id in chain(_named(content, of_facts, statements_known), _needed(content), _published(content))
        if id in entries
    }
    while waiting:
        id = waiting.pop()
        found.add(id)
        waiting |= {other for other in _belongs_to(entries[id]) if other in entries} - found
    return frozenset(found)


def _named(content: Content, of_facts: Set[str] | None, statements_known: Mapping[int, Set[str]]) -> Set[str]:
    """Whom facts are about, whom their channels and answers name, and whom tombstones and sentences of ours do.

    A page stays where its last fact was retired.
    """
    aliases, named, told = alias_table(content), set(of_facts or ()), set[str]()
    for article, file in content.articles.items():
        told |= content.once_of(article, file, "told", None, partial(_told_in, file))
        for fact in active_facts(file) if of_facts is None else ():
            named |= subjects_of(content, aliases, article, fact)
    for statement in statements(content):
        if id(statement) in statements_known:
            named |= statements_known[id(statement)]
        else:
            told.update(text for _, text in texts(statement, Mark.BOUND))
    return named | subjects_in(told, aliases)


def _told_in(file: FactFile) -> Set[str]:
    """The channels and answers of the facts in a file, and what its tombstones said."""
    told = {fact.say for fact in file.facts if isinstance(fact, Tombstone)}
    for fact in active_facts(file):
        told |= {*fact.answers.values(), *filter(None, (fact.via,))}
    return told


def _needed(content: Content) -> Iterator[str]:
    """Whom events, questions, articles and the record of the site name by their ids, and entries that say something."""
    for event in content.events.values():
        yield from filter(None, (event.country, *event.apart, *(participant.who for participant in event.participants)))
    yield from (id for question in content.questions.values() for id in question.about)
    yield from (id for gap in content.site.open for id in gap.about)
    for file in content.articles.values():
        yield from filter(None, (file.article.publisher, file.article.origin))
    yield from (entry.id for entry in speakers(content).values() if isinstance(entry, Subject) and _says(entry))


def _says(entry: Subject) -> bool:
    """Whether an entry itself says more than who it is."""
    return bool(entry.summary or entry.formerly or (isinstance(entry, Leader) and entry.roles))


def _published(content: Content) -> Iterator[str]:
    return (id for register in content.editions.values() for section in SUBJECTS for id in register.pages(section))


def _belongs_to(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Leader):
        roles = (id for role in entry.roles for id in (role.country, role.organisation))
        yield from filter(None, (entry.country, *roles))
    elif isinstance(entry, Organisation):
        yield from filter(None, (entry.country, entry.part_of, *entry.members))
    elif not isinstance(entry, Country):
        yield from filter(None, (getattr(entry, "country", None),))
