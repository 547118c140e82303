"""A draft that is put into a file has all that is known of it, whoever puts it there."""

import yaml

from generator.content import shape, yaml_tree
from generator.content.draft_fields import draft_fields
from generator.content.model import Draft, FactFile
from generator.preview.desk_writes import with_draft

INFERRED = {"date": "2024-05-31", "basis": "inferred", "because": "counted from the publication"}
RECKONED = {"date": "2024-05-31", "reckoned": "on Friday"}
EVERYTHING = {
    "id": "oslo-p3-1",
    "say": "",
    "passage": ["not one krone more than that", "Denmark had not yet decided"],
    "paragraph": [3, 4],
    "who": "jane-doe",
    "via": "her spokesman",
    "named": {"jane-doe": 2},
    "about": ["energy-links"],
    "kind": "commitment",
    "by": ["norway"],
    "to": ["sweden"],
    "event": "oslo-talks",
    "when": INFERRED,
    "answers": {"cable-share": "half"},
    "computed": {"7": "3 + 4"},
    "status": "draft",
}
BARE = {"id": "oslo-p4-1", "say": "", "passage": "one two three", "paragraph": 4, "about": [], "status": "draft"}
NO_FACTS = "article: {label: new, published: 20XX}\n"


def draft(fields: object) -> Draft:
    read: Draft = shape.read(Draft, yaml_tree.parse(yaml.safe_dump(fields, sort_keys=False), "draft"))
    return read


def test_all_fields_of_a_draft_are_written_as_they_are_read() -> None:
    assert list(draft_fields(draft(EVERYTHING)).items()) == list(EVERYTHING.items())
    assert draft_fields(draft({**EVERYTHING, "when": RECKONED}))["when"] == RECKONED
    assert draft_fields(draft({**EVERYTHING, "when": "2024-05"}))["when"] == "2024-05"
    assert draft_fields(draft(BARE)) == {**BARE, "kind": "statement"}


def test_the_desk_writes_why_a_day_is_inferred() -> None:
    written = with_draft(f"{NO_FACTS}facts: []\n", draft(EVERYTHING), facts_of(NO_FACTS), {}, (3, 0))
    assert [fact.model_dump() for fact in facts_of(written).facts] == [draft(EVERYTHING).model_dump()]


def facts_of(text: str) -> FactFile:
    file: FactFile = shape.read(FactFile, yaml_tree.parse(text, "facts"))
    return file
