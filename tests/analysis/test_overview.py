"""What pages open with: how much a fact matters, which words stand alone, and who else answers as somebody does."""

import pytest

from generator import pipeline
from generator.analysis.derived import Kind
from generator.analysis.quotations import is_clause, own_words
from generator.analysis.standing import company
from generator.analysis.weight import by_weight, weight_of
from generator.briefing import Briefing, briefing
from generator.content.reading import read
from generator.files import ArticleTexts, digest
from generator.site.parts.context import RenderContext
from tests.analysis.test_agreement import REGISTRIES


def made(*facts: str) -> Briefing:
    """A dossier of one article with these facts, each of which has words and a passage of no meaning."""
    told = ", ".join(f"{{say: S., passage: p, about: [], {fact[1:]}" for fact in facts)
    texts = REGISTRIES | {
        "content/questions.yml": "- {id: q, asks: speakers, question: Q?, about: [sea]}",
        "content/facts/one.yml": f"article: {{title: One, published: 2031-03-03}}\nfacts: [{told}]",
    }
    return briefing(read(texts), {}, {})


WEIGHTS = {
    "cp-force-after-agreement": 7,  # a commitment
    "usm-french-aid": 8,  # as somebody wrote
    "asr-force-deterrent": 6,  # an answer
    "nt-drones-84-stopped": 5,  # a figure
    "usm-summit-day": 4,
    "asr-zelensky-role": 1,  # an office
}


@pytest.mark.parametrize(("fact", "weight"), WEIGHTS.items())
def test_a_fact_weighs_by_what_it_is(context: RenderContext, fact: str, weight: int) -> None:
    assert weight_of(context.briefing, context.briefing.facts[fact]) == weight


def test_what_somebody_wrote_outweighs_what_a_fact_is() -> None:
    dossier = made("{id: a, kind: commitment}", "{id: b, weight: 9, kind: background}", "{id: c, when: 2031-01-01}")
    assert [fact.id for fact in by_weight(dossier, dossier.facts.values())] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("we do not need unanimity", True),
        ("now is not the time", True),
        ("they belong to the European Union", True),
        ("won't be simple. It'll take some time", True),
        ("nous sommes prêts", True),
        ("the immediate support for Ukraine", False),
        ("sea, or in the air", False),
        ("Europe is stepping up to", False),  # breaks off
        ("26 countries who have formally committed", False),  # says something of a part
        ("the proposition that is desired", False),
        ("is a pity", False),  # nobody knows of what
        ("so be it", False),
    ],
)
def test_words_stand_alone_where_they_are_a_clause(words: str, alone: bool) -> None:
    assert is_clause(words) == alone


def test_own_words_are_quoted_whole(context: RenderContext) -> None:
    facts = context.briefing.facts
    assert [passage.text for passage in own_words(facts["usm-unanimity-not-needed"])] == ["we do not need unanimity"]
    assert own_words(facts["cp-force-pledge"]) == ()  # of its passages one is the article's
    assert {fact.voice for fact in facts.values() if own_words(fact)} == {"quotation"}


DENIED = """Talks in the hall

“I deny that we sold a part of the quota to the Danes,” Ada told the hall on Monday.

“We will open the bank again in the autumn, if the harbour pays for it,” she said.

“We will never give up the bank,” Ada said, and “we will close the port before winter”.
"""
SAID = (
    ("Ada denied the sale of some of the quota.", "we sold a part of the quota to the Danes"),
    ("Ada said that the bank would reopen if the harbour paid.", "We will open the bank again in the autumn"),
    ("Ada said that they would never part with the bank.", "We will never give up the bank"),
    ("Ada said that the port would shut before winter.", "we will close the port before winter"),
)


def test_what_somebody_denies_is_none_of_their_own_words() -> None:
    facts = ", ".join(
        f'{{id: f{n}, say: "{say}", passage: "{passage}", about: [sea], who: ada}}'
        for n, (say, passage) in enumerate(SAID)
    )
    texts = REGISTRIES | {"content/facts/one.yml": f"article: {{title: One, published: 2031-03-03}}\nfacts: [{facts}]"}
    dossier = pipeline.load(texts, ArticleTexts({"one": DENIED}, {}, {digest(DENIED): DENIED}))
    own = [passage.text for fact in dossier.facts.values() for passage in own_words(fact)]
    assert own == [passage for _, passage in SAID[2:]]


def others(dossier: Briefing, subject: str) -> tuple[list[str], list[tuple[str, list[str], Kind | None]]]:
    question = dossier.content.questions["q"]
    found = company(dossier, question, subject, dossier.facts_by(subject))
    otherwise = [
        (
            other.group.answer,
            [fact.who or "" for fact in other.group.facts],
            other.statement.kind if other.statement else None,
        )
        for other in found.otherwise
    ]
    return [fact.who or "" for fact in found.alike], otherwise


def test_who_says_the_same_is_another_voice_with_a_name() -> None:
    """Bo is of Ada's side, and of a clerk nobody knows whose voice it is."""
    dossier = made(
        "{id: a, who: ada, answers: {q: 30 ships}}",
        "{id: b, who: bo, answers: {q: 30 ships}}",
        "{id: c, via: a clerk, answers: {q: 30 ships}}",
        "{id: d, who: di, answers: {q: thirty ships}}",
        "{id: e, who: ed, answers: {q: 40 ships}}",
    )
    assert others(dossier, "ada") == (["di"], [("40 ships", ["ed"], "difference")])
    assert others(dossier, "ed") == ([], [("30 ships", ["ada", "bo", "di"], "difference")])


def test_an_answer_of_another_time_is_no_difference() -> None:
    dossier = made(
        "{id: a, who: ada, when: 2031-01-05, answers: {q: 30 ships}}",
        "{id: d, who: di, when: 2031-06-05, answers: {q: 40 ships}}",
    )
    assert others(dossier, "ada") == ([], [("40 ships", ["di"], "development")])


def test_answers_that_need_not_exclude_one_another_are_told_as_they_are() -> None:
    dossier = made(
        "{id: a, who: ada, answers: {q: at least 30 ships}}",
        "{id: d, who: di, answers: {q: 40 ships}}",
    )
    assert others(dossier, "ada") == ([], [("40 ships", ["di"], "compatible")])
