"""A sentence of ours is read alone: no day hangs on another one, and no pronoun on what stands elsewhere."""

import pytest

from generator.content.dates import parse
from generator.evidence.alone import open_day, open_name
from generator.evidence.languages import ENGLISH
from generator.evidence.printed import words_of_a_day

PUBLISHED = parse("2026-11-17")  # a Tuesday

DAYS = {  # a sentence, and the words that hang on the publication with the date that they mean
    "Ghana and Togo agreed on Monday that no ferry would sail.": ("Monday", "2026-11-16"),
    "The ferry sailed on Tuesday.": ("Tuesday", "2026-11-17"),
    "The ferry is to sail on Thursday.": ("Thursday", "2026-11-19"),
    "The ferry would sail again, Jane Doe said on Wednesday.": ("Wednesday", "2026-11-11"),
    "The harbour lost 3 ferries last year.": ("last year", "2025"),
    "The harbour opens next month.": ("next month", "2026-12"),
    "The harbour opened last week.": ("last week", None),
    "The harbour opened yesterday.": ("yesterday", "2026-11-16"),
    "The harbour opened on Monday, 16 November 2026.": None,
    "The library is closed on a Monday.": None,
    "The library opens every Thursday.": None,
    "The library is open from Monday to Friday.": None,
    "Black Friday was quiet.": None,
    "The harbour was quiet on Fridays.": None,
    'Jane Doe wrote "see you tomorrow".': None,
    "In the last week of June the dock was empty.": None,
    "The harbour has 3 ferries.": None,
}


@pytest.mark.parametrize("say", DAYS)
def test_a_day_that_is_told_from_the_publication_is_found(say: str) -> None:
    day = open_day(say, PUBLISHED)
    assert (day and (day.words, day.date and day.date.text)) == DAYS[say]


def test_from_a_publication_that_is_no_exact_day_nothing_is_counted() -> None:
    day = open_day("The ferry sailed on Monday.", parse("2026-11"))
    assert day == ("Monday", None)


NAMES = {
    "That was 8 percent less than in 2024.": "That",
    "This means a longer crossing.": "This",
    "She went home.": "She",
    "They will be watched for 1,200 euros a month.": "They",
    "It was sold in May.": "It",
    "It carries 85 cars.": "It",
    "It was sold by Jane Doe in May.": "",
    "It is crucial to agree on what the guarantees are.": "",
    "It was decided that the ferry should sail.": "",
    "It took dozens of tugs to free the ship.": "",
    "That year the harbour froze.": "",
    "Those who met look at what follows.": "",
    "The ferry was sold.": "",
}


@pytest.mark.parametrize("say", NAMES)
def test_a_pronoun_that_opens_a_sentence_without_a_name_is_found(say: str) -> None:
    assert open_name(say) == NAMES[say]


@pytest.mark.parametrize(
    ("sentence", "date", "words"),
    [
        ("The pier was closed last year, the port said.", "2023", "last year"),
        ("The pier was closed last year, the port said.", "2023-03", ""),
        ("The pier was closed last month, the port said.", "2024-02", "last month"),
        ("The pier was closed last month, the port said.", "2024", ""),
        ("The pier was closed on Tuesday, the port said.", "2024-03-12", "on Tuesday"),
    ],
)
def test_the_words_that_a_date_is_counted_from_are_found(sentence: str, date: str, words: str) -> None:
    assert words_of_a_day([sentence], parse(date), parse("2024-03-14"), ENGLISH) == words
