"""Passages of figures: each ends where a clause does, and has its figure."""

import pytest
import yaml

from generator import files
from generator.drafting.importing import ImportedText
from generator.drafting.new_article import new_article
from tests.folders import HERE

TEXTS = files.content(HERE / "small")
SHOWN = {
    "The bridge is 400 metres long and will open once the paint has dried": "The bridge is 400 metres long",
    "The yard employs 340 people, who have waited for work": "The yard employs 340 people",
    "The town paid 12 million euros for the quay but never used it": "The town paid 12 million euros for the quay",
    "It was 12 degrees colder than in Bergen, where the ferry stopped": "It was 12 degrees colder",
    "As the pump failed, 14 barns were flooded and a school was shut": "As the pump failed, 14 barns were flooded",
    "The band of 40 played in the square while the mayor cut the ribbon": "The band of 40 played in the square",
    "Le pont mesure 400 mètres de long et ouvrira quand la peinture aura séché": "Le pont mesure 400 mètres de long",
    "Le chantier emploie 340 personnes qui attendent du travail": "Le chantier emploie 340 personnes",
    "La ville a payé 12 millions d'euros pour le quai mais elle ne l'a pas utilisé": (
        "La ville a payé 12 millions d'euros pour le quai"
    ),
}


def test_a_short_quotation_is_shown_without_the_words_of_another() -> None:
    said = 'The mayor conceded that letters "came too late", but insisted: "No child will walk to school."'
    text = f"In the valley\n\n{said}\n"
    facts, _ = new_article(TEXTS, ImportedText(text), "valley", "2024-06-03")
    passages = [draft["passage"] for draft in yaml.safe_load(facts)["facts"]]
    assert "No child will walk to school" in passages
    assert [passage for passage in passages if "came too late" in passage and "No child" in passage] == []


def test_a_short_quotation_is_shown_whole() -> None:
    text = 'In the valley\n\n"We sold nine oars," its owner tells me over soup. "Jane Doe came to two."\n'
    facts, _ = new_article(TEXTS, ImportedText(text), "valley", "2024-06-03")
    passages = [draft["passage"] for draft in yaml.safe_load(facts)["facts"]]
    assert any("We sold nine oars" in passage for passage in passages)


@pytest.mark.parametrize("sentence", SHOWN)
def test_a_figure_is_shown_with_its_clause(sentence: str) -> None:
    text = f"Le quai\n\n{sentence}.\n" if sentence.startswith("L") else f"On the quay\n\n{sentence}.\n"
    facts, _ = new_article(TEXTS, ImportedText(text), "quay", "2024-06-03")
    assert [draft["passage"] for draft in yaml.safe_load(facts)["facts"]] == [SHOWN[sentence]]
