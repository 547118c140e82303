"""The kinds of things that a dossier has entries of: what each is kept in, and what the site makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.model import Article
from generator.content.paths import REGISTERED
from generator.content.record import Record
from generator.content.registries import Country, Event, Leader, Organisation, Publisher, Question, Theme


@dataclass(frozen=True)
class Kind:
    """A kind of thing; its name is that of its registry, and of the folder of its pages."""

    name: str  # such as leaders
    record: type[Record]
    template: str = ""  # of an entry's page, whose address is kept for good; without one, entries have no page
    has_index: bool = True  # a page that lists them, in the site's navigation; countries list organisations too
    is_subject: bool = False  # facts are about it: its pages list facts, search files facts under it, and it has a feed

    @property
    def is_registered(self) -> bool:
        """Whether its entries stand in `content/<name>.yml`; articles have files of their own."""
        return self.name in REGISTERED

    @property
    def singular(self) -> str:
        """What one of them is called in ids, search and data: leader."""
        return self.record.__name__.lower()


KINDS = {
    kind.name: kind
    for kind in (
        Kind("leaders", Leader, "leader.md.j2", is_subject=True),
        Kind("countries", Country, "country.md.j2", is_subject=True),
        Kind("organisations", Organisation, "country.md.j2", has_index=False, is_subject=True),
        Kind("themes", Theme, "theme.md.j2", is_subject=True),
        Kind("events", Event, "event.md.j2"),
        Kind("questions", Question, "question.md.j2"),
        Kind("publishers", Publisher),
        Kind("articles", Article, "article.md.j2"),
    )
}
REGISTRIES: dict[str, type[Record]] = {name: kind.record for name, kind in KINDS.items() if kind.is_registered}
PAGES = tuple(name for name, kind in KINDS.items() if kind.template)
SUBJECTS = tuple(name for name, kind in KINDS.items() if kind.is_subject)
