"""What is evidence of a fact is known by its name: a field more changes no fact that does not have it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

import pytest

from generator import briefing as collection
from generator import pipeline
from generator.content.dates import parse
from generator.content.marks import Bound
from generator.content.model import Fact
from generator.content.reading import Content
from generator.content.record import When
from generator.content.values import Text
from generator.history import diff as engine
from generator.history import register, snapshot
from generator.history.diff import diff
from generator.history.editions import since, unrecorded
from generator.history.register import recorded_in
from generator.history.snapshot import Snapshot, of_briefing, of_content, of_register
from tests.folders import HERE, article_texts_of, texts_of

SMALL = texts_of(HERE / "small")
RECORD = "content/.editions/2024-06-04.yml"
OSLO, BERGEN = "content/facts/oslo-cable.yml", "content/facts/bergen-march.yml"
RECORDS = {  # of the small dossier, as this program writes them and as the first records were written
    "now": register.dumps(since(Snapshot(), of_content(pipeline.read(SMALL)))),
    "once": (HERE / "register" / "by-place.yml").read_text(encoding="utf-8"),
}


class Dated(When):
    """A date with a field more, which none leaves empty."""

    certainty: Literal["sure", "unsure"] = "sure"


class Witnessed(Fact):
    """A fact as it may be written one day."""

    witness: Bound[Text] | None = None
    when: Dated | None = None


NOTHING: Mapping[str, Any] = {}
FILLED: Mapping[str, Mapping[str, Any]] = {
    "oslo-denmark": {"when": Dated(date=parse("2024-05-31"), reckoned="on Friday", certainty="unsure")},
    "oslo-pledge": {"witness": "a porter"},
}


def widened(content: Content, more: Mapping[str, Mapping[str, Any]] = NOTHING) -> Content:
    """The same facts as records that have fields more, which those alone fill that are named."""

    def of(fact: Any) -> Any:
        if not isinstance(fact, Fact):
            return fact
        values = {name: getattr(fact, name) for name in fact.model_fields_set}
        when = fact.when and Dated(**{name: getattr(fact.when, name) for name in fact.when.model_fields_set})
        return Witnessed(**{**values, "when": when, **more.get(fact.id, {})})

    return replace(
        content,
        articles={
            id: file.model_copy(update={"facts": tuple(map(of, file.facts))}) for id, file in content.articles.items()
        },
    )


def unrecorded_changes(content: Content) -> list[tuple[str, str]]:
    return [(change.how, change.id) for change in unrecorded(content)]


@pytest.fixture
def a_field_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is evidence."""
    monkeypatch.setattr(snapshot, "EVIDENCE", {"witness", *snapshot.EVIDENCE})
    monkeypatch.setattr(engine, "PROOF", {"witness", *engine.PROOF})


def test_what_is_bound_and_not_said_is_evidence() -> None:
    """Of the fields that the first records knew of; that of a later one follows from its mark."""
    first = {"id", "say", *snapshot.THEN}
    assert {"passage", "who", "via", "named", "when", "computed"} == snapshot.EVIDENCE & first


@pytest.mark.parametrize("recorded", RECORDS.values(), ids=RECORDS)
def test_a_record_knows_its_evidence_again(recorded: str) -> None:
    content = pipeline.read({**SMALL, RECORD: recorded})
    assert unrecorded_changes(content) == []
    assert since(of_register(recorded_in(content)), of_content(content)).facts == {}


@pytest.mark.parametrize("recorded", RECORDS.values(), ids=RECORDS)
def test_other_evidence_is_told(recorded: str) -> None:
    other = SMALL[OSLO].replace("passage: We will carry 50 percent of it", "passage: will carry 50 percent of it")
    assert unrecorded_changes(pipeline.read({**SMALL, RECORD: recorded, OSLO: other})) == [("evidence", "oslo-pledge")]


@pytest.mark.parametrize("recorded", RECORDS.values(), ids=RECORDS)
def test_what_is_gone_without_a_trace_is_told(recorded: str) -> None:
    draft = SMALL[BERGEN].replace("  - id: bergen-fear\n", "  - id: bergen-fear\n    status: draft\n")
    assert unrecorded_changes(pipeline.read({**SMALL, RECORD: recorded, BERGEN: draft})) == [("gone", "bergen-fear")]


@pytest.mark.parametrize("recorded", RECORDS.values(), ids=RECORDS)
@pytest.mark.usefixtures("a_field_more")
def test_a_field_that_no_fact_has_changes_no_fact(recorded: str) -> None:
    content = pipeline.read({**SMALL, RECORD: recorded})
    assert unrecorded_changes(widened(content)) == []
    assert unrecorded_changes(widened(content, FILLED)) == [("evidence", "oslo-denmark"), ("evidence", "oslo-pledge")]


@pytest.mark.usefixtures("a_field_more")
def test_nor_between_briefings() -> None:
    briefing = pipeline.load(SMALL, article_texts_of(SMALL))
    was, now = (
        of_briefing(collection.briefing(content, briefing.sources, briefing.locks), {})
        for content in (widened(briefing.content), widened(briefing.content, FILLED))
    )
    assert [(change.how, change.id) for change in diff(was, now).facts] == [
        ("evidence", "oslo-denmark"),
        ("evidence", "oslo-pledge"),
    ]
