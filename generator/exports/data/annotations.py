"""Every passage as a W3C Web Annotation: our fact, and the words of the article that it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.exports.data.dataset import Dataset, Table
from generator.exports.data.schema_org import Seen
from generator.exports.data.tables import as_items, with_items

ANNOTATIONS = "data/annotations.jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations_json(data: Dataset, said: Iterable[bytes]) -> bytes:
    """The annotations in order of the facts, as is said of each article, on one page."""
    id = Seen(data, ANNOTATIONS).at(ANNOTATIONS)
    page = {"@context": CONTEXT, "id": id, "type": "AnnotationPage", "items": ()}
    return with_items(page, "items", said, indent=1)


def annotated(data: Dataset, facts: Table, passages: Table) -> bytes:
    """Those of the facts of an article, as they stand in the file."""
    seen = Seen(data, ANNOTATIONS)
    bodies = {fact["id"]: (seen.at(fact["url"]), fact["say"]) for fact in facts.plain}
    return as_items((_annotation(seen, passage, *bodies[passage["fact"]]) for passage in passages.plain), indent=1)


def _annotation(seen: Seen, passage: Mapping[str, Any], address: str, say: str) -> dict[str, Any]:
    article = seen.data.article(passage["article"])
    surroundings = {key: passage[key] for key in ("prefix", "suffix") if passage[key] is not None}
    return {
        "id": seen.at(f"{ANNOTATIONS}#{passage['fact']}-{passage['number']}"),
        "type": "Annotation",
        "motivation": "describing",
        "body": {"id": address, "type": "TextualBody", "value": say, "format": "text/plain"},
        "target": {
            "source": article["original"] or seen.thing(article["url"])["@id"],
            "selector": {"type": "TextQuoteSelector", "exact": passage["text"], **surroundings},
        },
    }
