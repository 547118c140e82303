"""Every passage as a W3C Web Annotation: our fact, and the words of the article that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.exports.data.dataset import Table
from generator.exports.data.schema_org import Seen
from generator.exports.data.tables import as_items, part_by_part, with_items
from generator.work.store import Keeping

ANNOTATIONS = "data/annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations_json(seen: Seen, store: Keeping | None = None) -> bytes:
    """The annotations in order of the facts, on one page."""

    def made(of_article: Table) -> bytes:
        return as_items(_annotations(seen, [*of_article.plain]), indent=1)

    page = {"@context": CONTEXT, "id": seen.at(ANNOTATIONS), "type": "AnnotationPage", "items": ()}
    return with_items(page, "items", part_by_part(seen.data, "passages", ANNOTATIONS, made, store), indent=1)


def _annotations(seen: Seen, passages: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Those of the passages of an article."""
    ids = dict.fromkeys(passage["article"] for passage in passages)
    facts = {fact["id"]: (seen.at(fact["url"]), fact["say"]) for id in ids for fact in seen.data.facts_of(id)}
    for passage in passages:
        (address, say), article = facts[passage["fact"]], seen.data.article(passage["article"])
        surroundings = {key: passage[key] for key in ("prefix", "suffix") if passage[key] is not None}
        yield {
            "id": seen.at(f"{ANNOTATIONS}#{passage['fact']}-{passage['number']}"),
            "type": "Annotation",
            "motivation": "describing",
            "body": {"id": address, "type": "TextualBody", "value": say, "format": "text/plain"},
            "target": {
                "source": article["original"] or seen.thing(article["url"])["@id"],
                "selector": {"type": "TextQuoteSelector", "exact": passage["text"], **surroundings},
            },
        }
