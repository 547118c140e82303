"""Wrong passages that are all refused, each with its code, and harmless variants that are all accepted."""

import pytest

from generator.evidence.source import FullText
from tests.invented import checked, fact, faults, full_text, world

ARTICLE = """Cable talks end in Oslo

Jane Doe said on Monday that “the bill of £1.6 billion will not be shared by the two towns at all”, and left.

Prices fell by -5 percent in May, rose by 12% in June, and Warming Café owners in Malmö paid — for now — the rest.

The ministers did not agree to lift the tariff next year. It will never, they said, give 2.5 percent of its budget away.

The ferry leaves at noon and comes back at night, every single day. The ferry leaves at noon and comes back late.

- Norway pays half of it
- Denmark pays the other half of it
"""
REFUSED = {
    "a word dropped": ("the bill of £1.6 billion will be shared", "NOT-IN-ARTICLE"),
    "words swapped": ("Malmö in paid — for now", "NOT-IN-ARTICLE"),
    "two sentences spliced": ("comes back at night the ferry leaves", "NOT-IN-ARTICLE"),
    "spliced around a dropped clause": ("Prices fell by -5 percent in June", "NOT-IN-ARTICLE"),
    "a start after a negation": ("be shared by the two towns", "AFTER-NEGATION"),
    "a start after a negated verb": ("agree to lift the tariff next year", "AFTER-NEGATION"),
    "dollars for pounds": ("the bill of $1.6 billion will", "NOT-IN-ARTICLE"),
    "euros, and a comma for a full stop": ("the bill of €1,6 billion will", "NOT-IN-ARTICLE"),
    "no currency": ("1.6 billion will not be shared", "NOT-IN-ARTICLE"),
    "a lost minus": ("Prices fell by 5 percent in May", "NOT-IN-ARTICLE"),
    "a lost minus at the start": ("5 percent in May, rose by", "NOT-IN-ARTICLE"),
    "a lost percent sign": ("in May, rose by 12 in June", "NOT-IN-ARTICLE"),
    "a lost percent sign at the end": ("in May, rose by 12", "NOT-IN-ARTICLE"),
    "a lost percentage at the end": ("Prices fell by -5", "NOT-IN-ARTICLE"),
    "part of a word at the start": ("arming Café owners in Malmö", "NOT-IN-ARTICLE"),
    "part of a word at the end": ("12% in June, and War", "NOT-IN-ARTICLE"),
    "a changed name": ("Warming Café owners in Lund paid", "NOT-IN-ARTICLE"),
    "a changed case of a name": ("Warming Café owners in malmö paid", "NOT-IN-ARTICLE"),
    "a dropped accent": ("Warming Cafe owners in Malmö", "NOT-IN-ARTICLE"),
    "a letter of another script": ("Jane Dоe said on Monday", "NOT-IN-ARTICLE"),
    "a gloss in brackets": ("the bill [of the cable] of £1.6 billion", "NOT-IN-ARTICLE"),
    "a run across two paragraphs": ("in Oslo Jane Doe said on", "NOT-IN-ARTICLE"),
    "quotation marks of its own": ('Jane Doe said on "Monday that" she', "NOT-IN-ARTICLE"),
    "quotation marks around it": ('"The ministers did not agree to"', "NOT-IN-ARTICLE"),
    "quotation marks dropped inside": ("on Monday that the bill of", "NOT-IN-ARTICLE"),
    "nearly a whole sentence": ("The ministers did not agree to lift the tariff next", "WHOLE-SENTENCE"),
    "a whole sentence": ("The ministers did not agree to lift the tariff next year.", "WHOLE-SENTENCE"),
    "too short": ("Jane Doe said on", "SHORT-PASSAGE"),
    "too short in a list": ("- Norway pays half", "SHORT-PASSAGE"),
    "two places": ("The ferry leaves at noon and", "AMBIGUOUS-PASSAGE"),
    "no words": ("… — !", "NOT-IN-ARTICLE"),
}
LONG = (
    "one two three four five six seven eight nine ten eleven twelve alpha beta gamma delta epsilon zeta eta theta iota"
)
ACCEPTED = {
    "straight quotation marks": 'Monday that "the bill of £1.6 billion',
    "curly quotation marks": "Monday that ”the bill of £1.6 billion",
    "another dash": "in Malmö paid - for now - the",
    "a long dash": "in Malmö paid – for now – the",
    "no-break spaces": "the bill of £1.6\u00a0billion will\u202fnot",
    "soft hyphens and marks of no width": "Warm\u00ading Café\u200b owners in Malmö",
    "accents apart": "Warming Cafe\u0301 owners in Malmo\u0308",
    "line breaks": "Warming Café\n      owners in\n      Malmö paid",
    "quoted speech almost whole": "the bill of £1.6 billion will not be shared by the two towns at all",
    "across a sentence's end": "every single day. The ferry leaves",
    "a start before the negation": "not agree to lift the",
    "a start after another clause": "and comes back at night, every",
    "four words of a list": "Norway pays half of",
}


@pytest.mark.parametrize("name", REFUSED)
def test_wrong_passages_are_refused(name: str) -> None:
    passage, code = REFUSED[name]
    found = faults(ARTICLE, fact("It is so.", passage))
    assert [fault.split(":")[0] for fault in found if not fault.startswith("UNBOUND")] == [code]


@pytest.mark.parametrize("name", ACCEPTED)
def test_harmless_variants_are_accepted(name: str) -> None:
    assert faults(ARTICLE, fact("It is so.", ACCEPTED[name])) == []


def test_a_minus_is_found_through_any_dash() -> None:
    assert faults(ARTICLE, fact("It is so.", "Prices fell by −5 percent in May")) == []


def test_a_negation_reaches_over_a_decimal_point_and_an_abbreviation() -> None:
    text = "They will not give 2.5 percent of the budget to it.\nNo U.S. troops on the ground of Norway are wanted."
    for passage in ("of the budget to it", "troops on the ground of Norway"):
        assert [f.split(":")[0] for f in faults(text, fact("It is so.", passage))] == ["AFTER-NEGATION"]
    assert (
        faults("They did not pay but the town gave it a boat and a car.", fact("It is so.", "the town gave it a")) == []
    )


@pytest.mark.parametrize("verb", ["didn't", "didn’t", "won't", "can't", "is not", "cannot"])
def test_a_contraction_of_not_is_a_negation(verb: str) -> None:
    text = f"The ministers {verb} agree to share the cost of the cable with either town."
    assert [f.split(":")[0] for f in faults(text, fact("It is so.", "agree to share the cost of"))] == [
        "AFTER-NEGATION"
    ]
    assert faults(text, fact("It is so.", f"{verb} agree to share the cost")) == []
    other_clause = f"The ministers {verb}, as we know, agree to share the cost of the cable."
    assert faults(other_clause, fact("It is so.", "agree to share the cost of")) == []


@pytest.mark.parametrize(
    ("words", "quoted", "expected"),
    [
        (10, 8, ["WHOLE-SENTENCE: the passage is 8 of the 10 words of sentence 1.1; quote less than 80 % of it"]),
        (10, 7, []),
        (8, 7, ["WHOLE-SENTENCE: the passage is 7 of the 8 words of sentence 1.1; quote less than 80 % of it"]),
        (8, 6, []),
        (7, 7, []),
    ],
)
def test_eighty_percent_of_a_sentence_of_eight_words_is_too_much(words: int, quoted: int, expected: list[str]) -> None:
    sentence = LONG.split()[:words]
    assert faults(" ".join(sentence) + ".", fact("It is so.", " ".join(sentence[:quoted]))) == expected


SPEECH = '"Nobody asked us. We will carry half of the cost of this cable. Thank you," she said on the ferry.'
SPOKEN = "We will carry half of the cost of this cable"


def test_speech_may_be_quoted_whole() -> None:
    assert faults(SPEECH, fact("It is so.", SPOKEN)) == []
    assert [f.split(":")[0] for f in faults(SPEECH.replace('"', ""), fact("It is so.", SPOKEN))] == ["WHOLE-SENTENCE"]
    mixed = f'She told "{SPOKEN}."'
    assert faults(mixed, fact("It is so.", SPOKEN)) == []
    assert [f.split(":")[0] for f in faults(mixed, fact("It is so.", f'told "{SPOKEN}'))] == ["WHOLE-SENTENCE"]


def test_a_passage_of_more_than_twenty_words_is_too_long() -> None:
    text = f"It begins: {LONG}, and so on and on until it ends somewhere far away."
    assert [f.split(":")[0] for f in faults(text, fact("It is so.", LONG))] == ["LONG-PASSAGE"]
    assert faults(text, fact("It is so.", LONG.removesuffix(" iota"))) == []


def test_a_wrong_paragraph_is_told_with_the_right_ones() -> None:
    thrice = "The ferry leaves at noon and\nIn May the ferry came; The ferry leaves at noon and so on.\nNothing."
    passage = "The ferry leaves at noon"
    lacks = f"WRONG-PARAGRAPH: the passage `{passage}` does not stand in paragraph"
    assert faults(thrice, fact("It is so.", passage, paragraph=(3,))) == [f"{lacks} 3; it stands in paragraphs 1, 2"]
    assert faults(thrice, fact("It is so.", passage, paragraph=(4,))) == [
        f"{lacks} 4, and the article has 3; it stands in paragraphs 1, 2"
    ]


def test_a_paragraph_decides_between_two_places() -> None:
    twice = "The ferry leaves at noon and\nIn May the ferry came; The ferry leaves at noon and so on."
    passage = "The ferry leaves at noon"
    assert faults(twice, fact("It is so.", passage, paragraph=(2,))) == []
    assert faults(twice, fact("It is so.", passage)) == [
        (
            "AMBIGUOUS-PASSAGE: the passage `The ferry leaves at noon` stands 2 times, in paragraphs 1, 2; "
            "give its `paragraph`, or a longer passage"
        )
    ]
    assert faults(ARTICLE, fact("It is so.", "The ferry leaves at noon and", paragraph=(5,))) == [
        (
            "AMBIGUOUS-PASSAGE: the passage `The ferry leaves at noon and` stands 2 times, in paragraph 5; "
            "give a longer passage"
        )
    ]


def test_the_right_words_at_the_wrong_paragraph_are_refused() -> None:
    passage = "Jane Doe said on Monday"
    assert faults(ARTICLE, fact("It is so.", passage, paragraph=(2,))) == []
    assert faults(ARTICLE, fact("It is so.", passage, paragraph=(3,))) == [
        "WRONG-PARAGRAPH: the passage `Jane Doe said on Monday` does not stand in paragraph 3; it stands in paragraph 2"
    ]


def test_a_short_item_may_be_whole_where_its_paragraph_is_given() -> None:
    passage = "Denmark pays the other half of it"
    long_item = "- Denmark pays the other half of it and more"
    assert faults(ARTICLE, fact("It is so.", passage)) == []  # seven tokens, so any sentence of it may be whole
    assert [f.split(":")[0] for f in faults(long_item, fact("It is so.", long_item[2:]))] == ["WHOLE-SENTENCE"]
    assert faults(long_item, fact("It is so.", long_item[2:], paragraph=(1,))) == []


def test_each_passage_is_checked_alone() -> None:
    two = fact("It is so.", "Jane Doe said on Monday", "Denmark pays all of it now", paragraph=(2, 7, 7))
    assert [fault.split(":")[0] for fault in faults(ARTICLE, two)] == ["NOT-IN-ARTICLE", "TOO-MANY-PARAGRAPHS"]


def test_what_is_missing_is_named_with_the_nearest_words() -> None:
    assert faults(ARTICLE, fact("It is so.", "Warming Café owners in Lund paid")) == [
        (
            "NOT-IN-ARTICLE: no paragraph has the passage `Warming Café owners in Lund paid`; "
            "paragraph 3 has `Warming Café owners in Malmö paid`"
        )
    ]


def test_a_standing_knows_its_sentences_and_how_much_is_quoted() -> None:
    source: FullText = full_text(ARTICLE)
    [standing] = checked(world(fact("It is so.", 'two towns at all", and left')), source).located
    assert standing.occurrence is not None
    assert (standing.occurrence.size, standing.occurrence.quoted, standing.occurrence.paragraph) == (6, 4, 2)
