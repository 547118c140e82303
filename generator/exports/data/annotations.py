"""Every passage as a W3C Web Annotation: our fact, and the words of the article that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.exports.data.schema_org import Seen
from generator.exports.data.tables import listed

ANNOTATIONS = "data/annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations_json(seen: Seen) -> bytes:
    """The annotations in order of the facts, on one page."""
    page = {"@context": CONTEXT, "id": seen.at(ANNOTATIONS), "type": "AnnotationPage", "items": ()}
    return listed(page, "items", _annotations(seen), indent=1)


def _annotations(seen: Seen) -> Iterator[dict[str, Any]]:
    tables = seen.data.tables
    facts = {fact["id"]: (seen.at(fact["url"]), fact["say"]) for fact in tables["facts"].plain}
    articles = {article["id"]: article for article in tables["articles"].plain}
    for passage in tables["passages"].plain:
        (address, say), article = facts[passage["fact"]], articles[passage["article"]]
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
