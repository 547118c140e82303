"""What a rule lets pass although it is near to what the rule is about, and what it says at the very edge."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator import lockfiles, pipeline
from generator.problems import Malformed
from tests.folders import HERE, article_texts_of, edited, texts_of

SMALL = texts_of(HERE / "small")
SITE, LEADERS, QUESTIONS = "content/site.yml", "content/leaders.yml", "content/questions.yml"
OSLO, BERGEN = "content/facts/oslo-cable.yml", "content/facts/bergen-march.yml"
OSLO_TEXT, BERGEN_TEXT = "seeds/oslo-cable.txt", "seeds/bergen-march.txt"
EDITION = "content/.editions/2024-06-04.yml"
BOX = (OSLO, "  - {paragraphs: 5, because: newsletter box}\n", "")
FREE = (QUESTIONS, "  options: [50 percent, 40 percent]\n", "")
REMOVED = "  removed: {on: 2024-06-05, because: The paper took it back.}\nfacts:\n"
MEETING = "    about: [energy-links]\n    when: 2024-05-31\n    kind: meeting\n"
ON_FRIDAY = "    when: {date: 2024-05-31, reckoned: on Friday}\n"
SHARE = "\nShare this with friends."
QUARTER = [  # of each article: 24 of 96 words are quoted, and 19 of 76
    (OSLO_TEXT, "letter today.", f"letter today.{SHARE * 3}\nGoodbye."),
    (BERGEN_TEXT, "in Oslo.", f"in Oslo.{SHARE * 4}\nGoodbye."),
]
RETIRED = "facts:\n  oslo-date: {article: oslo-cable, "
FIGURES = """
figures:
  - name: Her words
    unit: percent
    points:
      - {say: Before, figure: 50 percent, from: [oslo-date, oslo-pledge]}
lead_events"""
Edit = tuple[str, str, str]  # a file, what stands in it, and what stands there now
CASES: dict[str, tuple[list[Edit], list[str]]] = {
    "an open article may leave a paragraph": ([BOX, (OSLO, "origin: own", "origin: own\n  curation: open")], []),
    "a complete one may not": ([BOX], ["NOT-COVERED: paragraph 5 has neither a fact nor a `skip`"]),
    "a skip reaches to the last paragraph": (
        [(BERGEN, "paragraphs: 1,", "paragraphs: 1-3,")],
        [
            "SKIP-HAS-FACTS: paragraph 2 is skipped, but `bergen-fear` comes from it",
            "SKIP-HAS-FACTS: paragraph 3 is skipped, but `bergen-share` comes from it",
        ],
    ),
    "a retired fact may be recorded without words": ([(EDITION, "", f"{RETIRED}status: removed}}\n")], []),
    "or with its own": ([(EDITION, "", f"{RETIRED}say: The talks took place on 30 May 2024.}}\n")], []),
    "a withdrawn fact needs no successor": (
        [(OSLO, "status: corrected", "status: withdrawn"), (OSLO, "    by: oslo-meeting\n", "")],
        [],
    ),
    "background of a leader needs no theme": (
        [(OSLO, MEETING, MEETING.replace("energy-links", "norway").replace("meeting", "background"))],
        [],
    ),
    "another fact does": (
        [(OSLO, MEETING, MEETING.replace("energy-links", "norway"))],
        ["NO-THEME: oslo-meeting is on no theme"],
    ),
    "a spelling may wait for its article": ([(LEADERS, "[Doe]", "[Doe, Zelda]")], []),
    "any answer fits a question without options": (
        [FREE, (OSLO, "{cable-share: 50 percent}", "{cable-share: half}")],
        [],
    ),
    "a channel is a speaker": (
        [
            FREE,
            (QUESTIONS, "asks: sources", "asks: speakers"),
            (OSLO, ON_FRIDAY, f"{ON_FRIDAY}    answers: {{cable-share: nothing}}\n"),
        ],
        [],
    ),
    "a quarter is within a limit of a quarter": (
        [*QUARTER, (SITE, "rights:", "limits: {article_percent: 25}\nrights:")],
        [],
    ),
    "and beyond one of less": (
        [*QUARTER, (SITE, "rights:", "limits: {article_percent: 24, article_words: 1}\nrights:")],
        [
            "QUOTED-TOO-MUCH: passages show 19 of the 76 words of `bergen-march`, 1 more than may be quoted",
            "QUOTED-TOO-MUCH: passages show 24 of the 96 words of `oslo-cable`, 1 more than may be quoted",
        ],
    ),
    "of a short article more may be quoted": (
        [*QUARTER, (SITE, "rights:", "limits: {article_percent: 17}\nrights:")],
        [],
    ),
    "but no more words than that": (
        [*QUARTER, (SITE, "rights:", "limits: {article_percent: 17, article_words: 20}\nrights:")],
        [
            "QUOTED-TOO-MUCH: passages show 24 of the 96 words of `oslo-cable`, 4 more than may be quoted",
        ],
    ),
    "and no more than half as many again as the share": (
        [*QUARTER, (SITE, "rights:", "limits: {article_percent: 16}\nrights:")],
        [
            "QUOTED-TOO-MUCH: passages show 19 of the 76 words of `bergen-march`, 1 more than may be quoted",
            "QUOTED-TOO-MUCH: passages show 24 of the 96 words of `oslo-cable`, 1 more than may be quoted",
        ],
    ),
    "a retired fact is told once, at the figure that rests on it": (
        [(SITE, "\nlead_events", FIGURES)],
        ["NOT-LIVING: `oslo-date` is a draft or no longer stands"],
    ),
}


def problems(*edits: Edit) -> list[str]:
    texts = SMALL
    for path, was, now in edits:
        texts = edited(texts, path, (was, now)) if was else {**texts, path: now}
    return problems_of(texts)


def problems_of(texts: Mapping[str, str]) -> list[str]:
    problems = pipeline.problems(pipeline.load(texts, article_texts_of(texts)))
    return [f"{problem.code}: {problem.what}" for problem in problems]


@pytest.mark.parametrize("rule", CASES)
def test_near_a_rule(rule: str) -> None:
    edits, expected = CASES[rule]
    assert problems(*edits) == expected


def test_all_may_have_been_taken_down() -> None:
    """What was registered for the articles is told, and not that there is no fact."""
    found = problems((OSLO, "facts:\n", REMOVED), (BERGEN, "facts:\n", REMOVED))
    assert {line.split(":")[0] for line in found} == {"RESTS-ON-REMOVED"}


def test_an_article_without_a_text_hides_no_fault_of_the_next() -> None:
    texts = edited(SMALL, BERGEN, ("will raise the price of power", "will lower the price of power"))
    found = problems_of({path: text for path, text in texts.items() if path != OSLO_TEXT})
    assert [line for line in found if not line.startswith("CANNOT-CHECK")] == [
        "NOT-IN-ARTICLE: bergen-fear: no paragraph has the passage `will lower the price of power`",
        "NO-TEXT: there is neither a text nor a lock of `oslo-cable`",
    ]


LOCK = lockfiles.from_text(pipeline.read(SMALL), "bergen-march", SMALL[BERGEN_TEXT])
DRIFT = {
    ("price of power", "cost of power"): "read again: bergen-fear; then lock it anew",
    ("than she had named", "than she named"): "every fact still stands in it; then lock it anew",
}


@pytest.mark.parametrize("edit", DRIFT, ids=lambda edit: edit[1])
def test_after_a_change_of_the_text_the_facts_to_be_read_again_are_named(edit: tuple[str, str]) -> None:
    texts = edited(SMALL, BERGEN_TEXT, edit) | {"seeds/bergen-march.lock": LOCK}
    found = pipeline.problems(pipeline.load(texts, article_texts_of(texts)))
    assert [problem.remedy for problem in found if problem.code == "DRIFT"] == [DRIFT[edit]]


def test_a_lock_that_was_changed_says_so() -> None:
    with pytest.raises(Malformed) as caught:
        problems_of({**SMALL, "seeds/bergen-march.lock": LOCK.replace("| about 200;", "| about 300;")})
    assert [problem.what for problem in caught.value.problems] == ["the lock was changed after it was written"]


PLAIN = """# Method

See [the web](https://example.org/ "there"), [its old address](http://example.org), [us](mailto:us@example.org) and
[a page](index.md). ![A map](assets/map.png "a map")

| a | b |
|:--|--:|
| 1 | 2 |

3. three
"""


def test_a_page_of_plain_markdown_may_lead_to_the_web_and_to_a_mailbox() -> None:
    assert problems(("content/pages/method.md", "", PLAIN)) == []


def test_a_former_id_is_not_that_of_an_article_which_nobody_has_curated() -> None:
    texts = edited(SMALL, OSLO, ("article:\n", "article:\n  formerly: [stavanger]\n")) | {
        "seeds/stavanger.txt": "It blew.\n"
    }
    kept = replace(article_texts_of(texts), seeds=frozenset({"stavanger"}))
    assert [f"{problem.code}: {problem.what}" for problem in pipeline.problems(pipeline.load(texts, kept))] == [
        "FORMER-ID-TAKEN: the address `articles/stavanger.html` belongs to another page"
    ]


def test_a_fact_that_moved_to_an_article_that_was_taken_down_is_missed_there() -> None:
    moved = "facts:\n  bergen-fear: {article: oslo-cable, say: The marchers expect dearer electricity.}\n"
    found = problems((EDITION, "", moved), (BERGEN, "facts:\n", REMOVED))
    assert [line for line in found if not line.startswith("RESTS-ON-REMOVED")] == [
        "LOST-ID: the fact `bergen-fear` was published in `oslo-cable` and stands in another article"
    ]


def test_a_successor_may_have_been_taken_down() -> None:
    found = problems((OSLO, "by: oslo-meeting", "by: bergen-fear"), (BERGEN, "facts:\n", REMOVED))
    assert {line.split(":")[0] for line in found} == {"RESTS-ON-REMOVED"}
