"""Leaders, countries and organisations open with sentences of ours, which rest on facts wherever they go."""

import pytest

from generator import pipeline
from generator.content.sentences import statements
from generator.exports.data.dataset import Dataset
from generator.history.snapshot import of_briefing
from tests.folders import HERE, article_texts_of, edited, texts_of

SUBJECTS = ("leaders", "countries", "organisations")
FIRST = {"leaders": "jane-doe", "countries": "norway", "organisations": "danish-ministry"}
SAID = "Jane Doe told the farmers of 40 percent."
SUMMARY = f"summary: [{{say: {SAID}, from: [bergen-share]}}, {{say: The talks were in Oslo., from: [oslo-meeting]}}]"
NAMES = {"leaders": "  name: Jane Doe\n", "countries": "name: Norway, ", "organisations": "name: Danish ministry, "}


def with_summary(registry: str, summary: str = SUMMARY) -> dict[str, str]:
    """The small dossier, of which one leader, country or organisation has a summary."""
    name = NAMES[registry]
    added = f"{name}  {summary}\n" if name.endswith("\n") else f"{name}{summary}, "
    return edited(texts_of(HERE / "small"), f"content/{registry}.yml", (name, added))


def removed(texts: dict[str, str]) -> dict[str, str]:
    """The dossier after the march was taken down."""
    taken = "article:\n  removed: {on: 2024-06-05, because: The paper took it back.}"
    return edited(texts, "content/facts/bergen-march.yml", ("article:", taken))


@pytest.mark.parametrize("registry", SUBJECTS)
def test_a_summary_is_held_to_its_facts(registry: str) -> None:
    found = [r.say for r in statements(pipeline.read(with_summary(registry))) if hasattr(r, "say")]
    assert found.count(SAID) == 1
    unbound = with_summary(registry, "summary: [{say: Jane Doe saw 27 ships., from: [oslo-meeting]}]")
    problems = pipeline.problems(pipeline.load(unbound, article_texts_of(unbound)))
    assert [(p.code, p.what) for p in problems] == [
        ("UNBOUND-PROSE", "none of the facts that it rests on has `27`"),
    ]


@pytest.mark.parametrize("registry", SUBJECTS)
def test_of_an_article_that_is_taken_down_a_summary_keeps_nothing(registry: str) -> None:
    content = pipeline.read(removed(with_summary(registry)))
    entry = getattr(content, registry)[FIRST[registry]]
    assert [sentence.say for sentence in entry.summary] == ["The talks were in Oslo."]
    assert f"{registry}/{FIRST[registry]}" in [part.owner for part in content.left_out]


@pytest.mark.parametrize("registry", SUBJECTS)
def test_the_data_has_summaries(registry: str) -> None:
    texts = with_summary(registry)
    rows = Dataset(pipeline.load(texts, article_texts_of(texts))).tables[registry].plain
    row = next(row for row in rows if row["id"] == FIRST[registry])
    assert [(s["say"], s["from"], s["proved"]) for s in row["summary"]] == [
        (SAID, ["bergen-share"], True),
        ("The talks were in Oslo.", ["oslo-meeting"], True),
    ]


@pytest.mark.parametrize("registry", SUBJECTS)
def test_a_change_of_a_summary_is_told(registry: str) -> None:
    texts = with_summary(registry)
    seen = of_briefing(pipeline.load(texts, article_texts_of(texts)), {}).entries[registry][FIRST[registry]]
    assert seen["summary"] == f"say: {SAID}; from: bergen-share / say: The talks were in Oslo.; from: oslo-meeting"
