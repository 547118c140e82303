"""What a new article begins with: the file of its drafted facts, and the lock of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.content import reading, shape, yaml_tree
from generator.content.dates import parse
from generator.content.model import Article, FactFile
from generator.content.paths import FACTS, is_content
from generator.content.reading import Content
from generator.drafting import origins, records, writing
from generator.drafting.importing import ImportedText
from generator.drafting.proposals import propose
from generator.evidence import lock, proving

NO_FACTS = "article: {label: new, published: 20XX}"  # stands for a new article while its registries are read
GIVEN = "whoever added the article gave this day; the text does not say it"


@dataclass(frozen=True)
class Arrival:
    """An article as it came, the id that it gets, and what whoever brought it says of it."""

    imported: ImportedText
    id: str
    day: str = ""  # of publication, an exact day
    stated: bool = False  # whether the article itself gives that day, on paper or in a picture perhaps
    remarks: tuple[str, ...] = ()  # for whoever looks at the record


@dataclass(frozen=True)
class NewArticle:
    """The fact file and the lock of a new article, and the content that it is a part of from now on."""

    facts: str
    lock: str
    content: Content
    drafts: int
    unknown_names: int


def new_article(texts: Mapping[str, str], imported: ImportedText, id: str, published: str = "") -> tuple[str, str]:
    """A fact file for a new article, drafted from its text, and a lock that knows its drafts."""
    path = f"{FACTS}{id}.yml"
    texts = {path: text for path, text in texts.items() if is_content(path)}  # it may be what nothing reads yet
    made = drafted(reading.read({**texts, path: NO_FACTS}), Arrival(imported, id, published))
    return made.facts, made.lock


def drafted(content: Content, arrival: Arrival) -> NewArticle:
    """An article drafted with the registries of a dossier, and locked."""
    imported, id = arrival.imported, arrival.id
    published = dated(arrival)
    content = _with_file(content, id, FactFile(article=records.record(imported, published)))
    article = records.record(imported, published, content)
    content = _with_file(content, id, FactFile(article=article))
    text = proving.full_text(content, id, imported.text)
    proposal = propose(content, proving.alias_table(content), id, text, article.name)
    if outlet := records.new_publisher(imported, content, article):
        proposal = replace(proposal, unknown_names=(outlet, *proposal.unknown_names))
    remarks = (*records.remarks(imported, content, article), *arrival.remarks, *_remarks(article, imported, content))
    facts = writing.fact_file(article, proposal, remarks)
    path = f"{FACTS}{id}.yml"
    whole = _with_file(content, id, shape.read(FactFile, yaml_tree.parse(facts, path)))
    locked = proving.lock_for(whole, id, proving.full_text(whole, id, imported.text, text))
    return NewArticle(facts, lock.dumps(locked), whole, len(proposal.drafts), len(proposal.unknown_names))


def dated(arrival: Arrival) -> records.Dated:
    """The day that the article states, or else the one that was given with it, with its basis."""
    found = records.dated(arrival.imported, arrival.id)
    if not arrival.day or (not found.because and found.published.text == arrival.day):
        return found
    because = GIVEN if found.because else f"whoever added the article gave this day; it says {found.published.text}"
    return records.Dated(parse(arrival.day), "" if arrival.stated else because)


def _remarks(article: Article, imported: ImportedText, content: Content) -> tuple[str, ...]:
    if article.origin != "unknown":
        return ()
    return tuple(filter(None, [origins.remark(origins.origin_of(records.body_of(imported), content))]))


def _with_file(content: Content, id: str, file: FactFile) -> Content:
    return replace(content, articles={**content.articles, id: file})
