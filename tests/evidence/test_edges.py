"""Where rules of evidence begin to hold: the last that passes and the first that does not, with all that is said."""

from dataclasses import replace

import pytest

from generator.evidence import proving
from tests.invented import ARTICLE, date, fact, faults, world

PASSAGE = "Doe told the harbour again"
TEXT = f"As {PASSAGE}, red blue pink grey gold green brown black.\nThe end of it all."
RUN = "red blue pink grey gold green brown black"
COPIED = f"COPIED-WORDS: the article has the words `{RUN}`; say it in our own words"
OWN_WORDS = {
    "eight words in a row are the article's": (
        "It is so: red blue pink grey gold green brown black.",
        [COPIED],
    ),
    "wherever they begin": (
        "The red blue pink grey gold green brown black.",
        [COPIED],
    ),
    "seven are our own": ("They say so: blue pink grey gold green brown black.", []),
    "a quotation between parts them": ("So red blue pink grey “told the harbour” gold green brown black.", []),
    "and so does a paragraph": ("So pink grey gold green brown black the end.", []),
}


@pytest.mark.parametrize("rule", OWN_WORDS)
def test_own_words(rule: str) -> None:
    say, expected = OWN_WORDS[rule]
    assert [f for f in faults(TEXT, fact(say, PASSAGE)) if not f.startswith("UNBOUND-NUMBER")] == expected


def test_a_passage_without_a_word_is_no_passage() -> None:
    assert faults("It blew!", fact("It is so.", "!")) == [
        "NOT-IN-ARTICLE: no paragraph has the passage `!`; quote the article's own words"
    ]


def test_an_opener_that_a_registered_name_has_in_lower_case_is_no_name() -> None:
    assert faults(f"As {PASSAGE}, it blew.", fact("Friends wait.", PASSAGE)) == []


SHOWN = {
    "of eight words is shown whole": (
        "one two three four five six seven nine",
        "one two three four five six seven nine",
    ),
    "of nine is cut": ("one “two three four five six seven eight” nine.", 'one "two three four five six seven eight …'),
}


@pytest.mark.parametrize("rule", SHOWN)
def test_a_passage(rule: str) -> None:
    passage, shown = SHOWN[rule]
    [said] = faults("It blew.", fact("It is so.", passage))
    assert said == f"NOT-IN-ARTICLE: no paragraph has the passage `{shown}`; quote the article's own words"


def test_all_other_paragraphs_are_named() -> None:
    text = f"As {PASSAGE}, it blew.\nIt rained.\nAs {PASSAGE}, it snowed."
    assert faults(text, fact("It is so.", PASSAGE, paragraph=(2,))) == [
        f"WRONG-PARAGRAPH: the passage `{PASSAGE}` does not stand in paragraph 2; it stands in paragraphs 1, 3"
    ]


def test_a_word_that_touches_the_passage_is_none_of_it() -> None:
    assert faults("Today they met the old U.S.Senate of it.", fact("It is so.", "met the old U.S.")) == [
        "SHORT-PASSAGE: a passage of 4 words could stand anywhere; give at least 5"
    ]


# Each text has the passage, and the words before it decide.
NEGATED = {
    "The towns said no {}": True,
    "Nobody knew, {}": False,
    "It was not “{}”": True,
    "It was not ({})": True,
    "It is not so; {}": False,
    "It is not so: {}": False,
    "It is not so – {}": False,
    "It was never well-known {}": True,
    "The Not-Pact said {}": False,
    "They did not know that {}": False,
    "They knew that nobody but not {}": True,
    "It did not end. We carry {}": False,
    "{}": False,
}


@pytest.mark.parametrize("text", NEGATED)
def test_a_negation_reaches_to_the_end_of_its_clause(text: str) -> None:
    passage = "half of the cost of it"
    expected = ["AFTER-NEGATION: the passage begins after a negation of the same clause, so it may say the opposite"]
    found = faults(text.format(passage) + " by the old harbour of the town.", fact("It is so.", passage))
    assert [line.split("; ")[0] for line in found] == expected * NEGATED[text]


CHANNELS = {  # `via`, and whether these words stand in “Doe told the harbour again, a royal aide of Lund said.”
    "a royal aide": True,
    "an aide of the royal house": False,
    "aide": True,
    "ROYAL aide": True,
    "the aide of Lund": True,
    "Lund": True,
    "of Lund": True,
    "a friend of Lund": False,
    "the": False,
}


@pytest.mark.parametrize("via", CHANNELS)
def test_a_channel_has_the_article_s_words_in_any_order(via: str) -> None:
    text = "Doe told the harbour again, a royal aide of Lund said."
    found = faults(text, fact("It is so.", PASSAGE, via=via))
    assert [line.split(":")[0] for line in found] == ["UNBOUND-CHANNEL"] * (not CHANNELS[via])


def test_an_article_is_read_again_only_when_it_or_the_names_changed() -> None:
    content = world()
    before = proving.full_text(content, ARTICLE, TEXT)
    assert proving.full_text(content, ARTICLE, TEXT, before) is before
    other_names = replace(content, leaders={})
    french = content.articles[ARTICLE].article.model_copy(update={"language": "fr"})
    in_french = content.articles[ARTICLE].model_copy(update={"article": french})
    for changed, text in (
        (content, f"{TEXT} "),
        (other_names, TEXT),
        (replace(content, articles={ARTICLE: in_french}), TEXT),
    ):
        assert proving.full_text(changed, ARTICLE, text, before) is not before


ENDS = f"As {PASSAGE}, she met it on 31 May 2024.\nThey had two dozen boats in 2023, so they say.\n"
OTHER = "had two dozen boats in 2023"
PROVED = {
    "words in one of two passages": fact("It had 24.", PASSAGE, OTHER, computed={"24": "two dozen"}),
    "quotations, each in a passage": fact("“told the harbour” and “two dozen”", PASSAGE, OTHER),
    "a date whose end is open": fact("It is so.", PASSAGE, when=date("2024-05-31/..")),
    "a date whose start is open": fact("It is so.", PASSAGE, when=date("../2024-05-31")),
    "about a date": fact("It is so.", PASSAGE, when=date("2024-05-31~")),
    "from a date of one passage to that of the other": fact("It is so.", PASSAGE, OTHER, when=date("2023/2024-05-31")),
}


@pytest.mark.parametrize("rule", PROVED)
def test_what_two_passages_prove(rule: str) -> None:
    assert faults(ENDS, PROVED[rule]) == []


@pytest.mark.parametrize("day", ["2023/2024-05-31", "202X", "2024-22", "../2024-05-30", "2024-05-30/.."])
def test_a_date_of_which_one_end_is_not_told(day: str) -> None:
    [said] = faults(ENDS, fact("It is so.", PASSAGE, when=date(day)))
    assert said.startswith(
        f"UNBOUND-DATE: neither the sentences of the passage nor the fact's event give the date `{day}`"
    )


def test_of_two_ends_that_are_not_told_the_first_is_looked_for() -> None:
    [said] = faults(ENDS, fact("It is so.", PASSAGE, when=date("2023/2024-05-30")))
    assert "; the nearest sentence that has it is 2.1; " in said
