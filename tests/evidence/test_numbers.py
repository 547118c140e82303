"""Where a number or a date begins and ends, and what a text that gives one says with it."""

import pytest

from generator.evidence.languages import ENGLISH, FRENCH
from generator.evidence.numbers import entails, numbers_in
from generator.evidence.text import normalise, paragraphs
from tests.invented import fact, faults

# Every number and date of a text: the words that it spans, and the form in which it is compared.
SPANS = {
    "a short scale without a currency is a measure": {
        "500k people, €500k, 5bn, $5m, 6 mn": "500k=500 €500k=EUR 500000 5bn=5000000000 $5m=USD 5000000 6=6",
    },
    "a hyphenated amount has its scale and its unit": {
        "a 2-billion-euro deal, a 3-billion gift": "2-billion-euro=EUR 2000000000 3-billion=3000000000",
        "a 5-euro note, a 30-day pause": "5-euro=EUR 5 30-day=30",
        "a 3-percent-rise, a 50-percent": "3-percent-rise=3 % 50-percent=50 %",
    },
    "a currency or per cent behind a number belongs to it": {
        "paid 1.1 billion euros, or thirty million dollars": (
            "1.1 billion euros=EUR 1100000000 thirty million dollars=USD 30000000"
        ),
        "five percent, six per cent, seven euros": "five percent=5 % six per cent=6 % seven euros=EUR 7",
        "eight per head of euros": "eight=8",
    },
    "words make one number as far as they can": {
        "two hundred and fifty, three hundred and they": "two hundred and fifty=250 three hundred=300",
        "five and two hundred and": "five=5 two hundred=200",
        "one hundred one, four hundred fifty-two thousand three": (
            "one hundred one=101 four hundred fifty-two thousand three=452003"
        ),
        "one million two thousand three hundred and four": "one million two thousand three hundred and four=1002304",
        "five hundred six million": "five hundred six million=506000000",
        "twenty six, thirty, seven, ninety nine": "twenty six=26 thirty=30 seven=7 ninety nine=99",
        "twenty ten, nineteen five, thirty zero": "twenty=20 ten=10 nineteen=19 five=5 thirty=30 zero=0",
        "one thousand zero, five and six": "one thousand=1000 zero=0 five=5 six=6",
        "a hundred, hundreds, million, hundred thousand": "",
        "a two-hundred-year tree, a twenty-six-year-old": "two-hundred-year=200 twenty-six-year-old=26",
    },
    "an ordinal has its tens before it, and may have a word behind": {
        "fifth, twenty-ninth, third-party": "fifth=5th twenty-ninth=29th third-party=3th",
        "twenty first, ten-third": "twenty=20 first=1th ten-third=10",
    },
    "a day and a year belong to the month beside them": {
        "31 May, 1 June 2024, July 31, August 1st, 2024": (
            "31 May=date XXXX-05-31 1 June 2024=date 2024-06-01 July 31=date XXXX-07-31 August 1st 2024=date 2024-08-01"
        ),
        "32 May, June 32, 0 July": "32=32 May=date XXXX-05-XX June=date XXXX-06-XX 32=32 0=0 July=date XXXX-07-XX",
        "(4) May, June — 5 men": "4=4 May=date XXXX-05-XX June=date XXXX-06-XX 5=5",
        "May 1999, June 2999, July 3000, August 999": (
            "May 1999=date 1999-05-XX June 2999=date 2999-06-XX July=date XXXX-07-XX 3000=3000 "
            "August=date XXXX-08-XX 999=999"
        ),
        "2024-05-31 to 2024-06-01, and 2 July": (
            "2024-05-31=date 2024-05-31 2024-06-01=date 2024-06-01 2 July=date XXXX-07-02"
        ),
    },
    "a short or small month needs a day or a year": {
        "Mar. 4, Mar 2024, Mar met; Sept 2024, Sept": (
            "Mar 4=date XXXX-03-04 Mar 2024=date 2024-03-XX Sept 2024=date 2024-09-XX"
        ),
        "in june they met on 4 june, and in july 2024": "4 june=date XXXX-06-04 july 2024=date 2024-07-XX",
        "of 4 may 5 stay, 6 march on": "4=4 5=5 6=6",
        "in mid-May, in mid-may, in mid-June 2024": "mid-May=date XXXX-05-XX mid-June 2024=date 2024-06-XX",
    },
}
CASES = [(rule, text, spans) for rule, texts in SPANS.items() for text, spans in texts.items()]
FRENCH_SPANS = {
    "3 millions d’euros, puis 4 d’entre eux, 5 euros, 6 de": "3 millions d euros=EUR 3000000 4=4 5 euros=EUR 5 6=6",
    "soixante et onze, soixante, et onze": "soixante et onze=71 soixante=60 onze=11",
    "trois millions de dollars": "trois millions de dollars=USD 3000000",
}


def spans(text: str, french: bool = False) -> str:
    language = FRENCH if french else ENGLISH
    [paragraph] = paragraphs(text, language)
    [sentence] = paragraph.sentences
    found = numbers_in(sentence.tokens, language)
    return " ".join(
        f"{' '.join(token.text for token in sentence.tokens[figure.start : figure.end])}={figure.form}"
        for figure in found
    )


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_number_spans(text: str, expected: str) -> None:
    assert spans(normalise(text)) == expected


@pytest.mark.parametrize("text", FRENCH_SPANS)
def test_what_a_french_number_spans(text: str) -> None:
    assert spans(text, french=True) == FRENCH_SPANS[text]


SAID = {  # what a text gives, and what may be said of it
    "date 2024-05-31": [
        *("date 2024-05-31", "date 2024-05-XX", "date 2024-XX-XX", "date XXXX-05-31", "date XXXX-05-XX", "2024"),
    ],
    "date 2024-05-XX": ["date 2024-05-XX", "date XXXX-05-XX", "date 2024-XX-XX", "2024"],
    "date XXXX-05-31": ["date XXXX-05-31", "date XXXX-05-XX"],
    "2024": ["2024", "date 2024-XX-XX"],
    "3024": ["3024"],
    "5": ["5"],
    "EUR 5": ["EUR 5"],
}
ASKED = [*dict.fromkeys(form for forms in SAID.values() for form in forms), "date 3024-XX-XX", "date 2024-05-30", "05"]


@pytest.mark.parametrize("told", SAID)
def test_a_date_says_as_much_as_it_gives_and_no_more(told: str) -> None:
    assert [form for form in ASKED if entails(form, told)] == sorted(SAID[told], key=ASKED.index)


def test_an_amount_is_shown_as_it_was_written() -> None:
    text = "They met in Oslo and spoke for a long time about boats."
    said = "They spoke of thirty million dollars, and then of 5 percent on the 4th of May 2024."
    assert [fault.split("; ")[0].split("gives ")[1] for fault in faults(text, fact(said, "spoke for a long time"))] == [
        "the number `thirty million`",
        "the number `5 percent`",
        "the number `4th`",
        "the date `May 2024`",
    ]
