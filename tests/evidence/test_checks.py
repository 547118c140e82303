"""Every check of a fact, by its subject and field: all that are performed, and what a lock can tell of them."""

from dataclasses import replace

import pytest

from generator.content.model import Draft, Fact
from generator.evidence.lock import Lock
from generator.evidence.proving import lock_for
from generator.evidence.source import Source
from tests.invented import ARTICLE, checked, date, fact, full_text, world

TEXT = """Jane Doe spoke in Oslo for Norway.

Ole Lund told the Danish towns on Friday that “we pay 26 boats and two dozen”, an aide of Lund said. It was in May.

Nobody had asked who should pay for the boats.
"""
PASSAGE = "we pay 26 boats and two dozen"
RIGHT = fact(
    "In May Norway's aide told it on 31 May 2024: “26 boats”, or 24.",
    PASSAGE,
    who="jane-doe",
    via="an aide of Lund",
    named={"jane-doe": 1, "norway": 1},
    when=date("2024-05-31", reckoned="on Friday"),
    answers={"share": "26"},
    computed={"24": "two dozen"},
)
WRONG = fact(
    "Zelda's aide told it on 4 June 2024: “30 boats”.",
    PASSAGE,
    who="jane-doe",
    via="a king of Norway",
    named={"denmark": 1},
    when=date("2024-05-31", reckoned="last Friday"),
    answers={"share": "27"},
    computed={"24": "three dozen"},
)
ALL = [
    *("passage of passage.0", "quotation of say", "date of say", "date of say", "number of say", "number of say"),
    *("name of say", "number of answers.share", "name of named.jane-doe", "name of named.norway", "speaker of who"),
    *("channel of via", "channel of via", "date of when.reckoned", "number of computed.24", "own words of say"),
    "sense of say",
]
# What is said against the wrong fact: by the text, and by a lock that knows the passage and nothing else of it.
NO = "no sentence of the passage"
SAID = {
    "passage of passage.0": ("proved", "proved"),
    "quotation of say": ("UNBOUND-QUOTATION: no passage has the quoted words `30 boats`",) * 2,
    "date of say": (f"UNBOUND-DATE: {NO} gives the date `4 June 2024`",) * 2,
    "number of say": (
        f"UNBOUND-NUMBER: {NO} gives the number `30`; its figures: “26”, “two dozen”",
        f"UNBOUND-NUMBER: {NO} gives the number `30`",
    ),
    "name of say": (
        f"UNBOUND-NAME: {NO} names `Zelda`",
        "CANNOT-CHECK: whether `Zelda`, which opens a sentence, is a name needs the text",
    ),
    "number of answers.share": (
        f"UNBOUND-NUMBER: {NO} gives the number `27`; its figures: “26”, “two dozen”",
        f"UNBOUND-NUMBER: {NO} gives the number `27`",
    ),
    "name of named.denmark": ("BAD-POINTER: paragraph 1 does not name `denmark`",) * 2,
    "speaker of who": (f"UNBOUND-SPEAKER: {NO} names `jane-doe`",) * 2,
    "channel of via, its name": (f"UNBOUND-CHANNEL: {NO} names `Norway`",) * 2,
    "channel of via": (
        f"UNBOUND-CHANNEL: {NO} mentions the channel `a king of Norway`",
        "CANNOT-CHECK: whether a sentence of the passage mentions the channel `a king of Norway` needs the text",
    ),
    "date of when.reckoned": (
        f"UNBOUND-DATE: {NO} has the words `last Friday`",
        "CANNOT-CHECK: whether a sentence of the passage has the words `last Friday` needs the text",
    ),
    "number of computed.24": ("UNBOUND-NUMBER: `three dozen` is 36, and not `24`",) * 2,
    "own words of say": ("proved", "CANNOT-CHECK: whether the wording is our own needs the text"),
    "sense of say": (
        "proved",
        "CANNOT-CHECK: whether the sense is that of the article's sentences needs the text",
    ),
}


def told(given: Fact, source: Source | None = None) -> list[str]:
    content = world(given)
    checks = checked(content, source or full_text(TEXT, content)).checks
    return [
        f"{one.subject} of {'.'.join(map(str, one.field))}: {f'{one.code}: {one.what}' if one.code else one.verdict}"
        for one in checks
    ]


def lock_of(*known: Fact) -> Lock:
    content = world(*known)
    return lock_for(content, ARTICLE, full_text(TEXT, content))


def test_every_check_of_a_fact_is_performed() -> None:
    assert told(RIGHT) == [f"{name}: proved" for name in ALL]
    assert told(RIGHT, lock_of(RIGHT)) == told(RIGHT)


def test_what_is_proved_says_no_more() -> None:
    checks = checked(world(RIGHT), full_text(TEXT)).checks
    assert {(check.code, check.what, check.remedy) for check in checks} == {("", "", "")}


MORE = {
    "date of when: proved": fact("So.", PASSAGE, event="oslo-talks", when=date("2024-05-31")),
    "own words of say: COPIED-WORDS: the article has the words `had asked who should pay for the boats`": fact(
        "They had asked who should pay for the boats.", PASSAGE
    ),
    "passage of passage.0: SHORT-PASSAGE: a passage of 3 words could stand anywhere": fact("So.", "we pay 26"),
    "passage of passage.0: WRONG-PARAGRAPH: the passage `we pay 26 boats and` does not stand in paragraph 1": fact(
        "So.", "we pay 26 boats and", paragraph=(1,)
    ),
    "passage of paragraph: TOO-MANY-PARAGRAPHS: more paragraphs than passages": fact("So.", PASSAGE, paragraph=(2, 2)),
}


@pytest.mark.parametrize("line", MORE)
def test_a_check_has_its_subject_and_field(line: str) -> None:
    assert line in told(MORE[line])


def test_every_check_can_fail() -> None:
    names = [name.removesuffix(", its name") for name in SAID]
    assert told(WRONG) == [f"{name}: {said}" for name, (said, _) in zip(names, SAID.values(), strict=True)]


def test_what_a_lock_cannot_tell_is_neither_proved_nor_refuted() -> None:
    names = [name.removesuffix(", its name") for name in SAID]
    by_lock = told(WRONG, lock_of(fact("It is so.", PASSAGE)))
    assert by_lock == [f"{name}: {said}" for name, (_, said) in zip(names, SAID.values(), strict=True)]


def test_while_one_passage_is_not_found_nothing_that_another_sentence_may_have_is_refuted() -> None:
    """Numbers, names and dates may stand where that passage does; a quotation must stand in a passage."""
    half = WRONG.model_copy(update={"passage": (PASSAGE, "it was in April"), "named": {"ole-lund": 2}})
    refuted = [line for line in told(half) if not line.endswith(": proved") and "CANNOT-CHECK" not in line]
    assert refuted == [
        "passage of passage.1: NOT-IN-ARTICLE: no paragraph has the passage `it was in April`",
        "quotation of say: UNBOUND-QUOTATION: no passage has the quoted words `30 boats`",
        "number of computed.24: UNBOUND-NUMBER: `three dozen` is 36, and not `24`",
    ]
    assert "name of named.ole-lund: CANNOT-CHECK: whether paragraph 2 names `ole-lund` needs the text" in told(half)
    assert [line for line in told(half) if line.endswith(": proved")] == [
        "passage of passage.0: proved",
        "own words of say: proved",
    ]


def test_a_lock_knows_the_passage_of_a_draft_that_nobody_has_worded() -> None:
    content = world()
    draft = Draft.model_validate({"id": "a-draft", "status": "draft", "passage": (PASSAGE,), "about": ()})
    file = content.articles[ARTICLE].model_copy(update={"facts": (draft,)})
    lock = lock_for(replace(content, articles={ARTICLE: file}), ARTICLE, full_text(TEXT))
    assert told(fact("It is so.", PASSAGE), lock)[0] == "passage of passage.0: proved"


VOICES = {
    "reporter": fact("It is so.", "on Friday that “we pay 26"),
    "unnamed": fact("It is so.", "on Friday that “we pay 26", via="an aide"),
    "paraphrase": fact("It is so.", "towns on Friday that “we pay", who="ole-lund"),
    "quotation": fact("It is so.", "on Friday that “we pay 26", who="ole-lund"),
}


@pytest.mark.parametrize("voice", VOICES)
def test_three_quoted_words_of_a_speaker_are_a_quotation(voice: str) -> None:
    assert checked(world(VOICES[voice]), full_text(TEXT)).voice == voice
