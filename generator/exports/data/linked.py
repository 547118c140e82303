"""Linked data: a part of every page that says what it is about, and one file with every fact in full.

The context names the vocabulary itself, so that nobody has to fetch it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from markupsafe import Markup

from generator.exports.data.dataset import Dataset, Table
from generator.exports.data.schema_org import THINGS, Node, Seen, claim, collection, mention, site
from generator.exports.data.tables import as_items, with_items
from generator.site.parts.page import Head

LINKED = "data/linked.jsonld"
MENTIONED, LONG = 60, 160  # facts that the page of an article names, where it has more than so many
CONTEXT = {"@vocab": "https://schema.org/"}
HARMLESS = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"})


def page_json(data: Dataset, head: Head) -> Markup:
    """The page, the way to it, and what it is about, as it may stand in HTML."""
    seen = Seen(data, head.path)
    graph = {"@context": CONTEXT, "@graph": [_page(head, seen), *_trail(head, seen), *_about(head, seen)]}
    compact = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return Markup(compact.translate(HARMLESS))  # noqa: S704 -- nothing is left that could end the script


def linked_json(data: Dataset, said: Iterable[bytes]) -> bytes:
    """Everything that the pages are about, and every fact, as is said of each article."""
    seen = Seen(data, LINKED)
    things = (
        describe(row, seen) for table, describe in THINGS.items() for row in data.tables[table].plain if row["url"]
    )
    others = as_items(chain((site(seen), collection(seen)), things), indent=1)
    return with_items({"@context": CONTEXT, "@graph": ()}, "@graph", (others, *said), indent=1)


def claims(data: Dataset, facts: Table) -> bytes:
    """What some facts say, as it stands in the file."""
    seen = Seen(data, LINKED)
    return as_items((claim(fact, seen) for fact in facts.plain), indent=1)


def _page(head: Head, seen: Seen) -> Node:
    return {
        **seen.page(head.url),
        "@type": "CollectionPage" if head.url.endswith("/index.html") else "WebPage",
        "name": head.title,
        "description": head.description,
        "isPartOf": seen.thing("index.html"),
        "dateModified": seen.data.about.edition.isoformat(),
    }


def _trail(head: Head, seen: Seen) -> Iterator[Node]:
    """The way to a page below an index."""
    if head.section:
        steps = ((head.section.name, head.section.url), (head.title, head.url))
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": seen.page(url)}
            for number, (name, url) in enumerate(steps, 1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": items}


def _about(head: Head, seen: Seen) -> Iterator[Node]:
    """What a page is about; what the facts of an article's page say and rest on would add a quarter to its weight.

    Of a long article the first are named: all of them stand in the file.
    """
    section, name = head.entry
    if head.path == "index.md":
        yield site(seen)
    elif head.path == "data.md":
        yield collection(seen)
    elif section in THINGS:
        row = seen.data.row(section, name)
        yield from [THINGS[section](row, seen)] if row else []
    if section == "articles":
        facts = list(seen.data.facts_of(name))
        yield from (mention(fact, seen) for fact in (facts[:MENTIONED] if len(facts) > LONG else facts))
