"""How the contract reads a text: what is normalised, and where tokens, sentences, numbers and dates begin and end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.languages import ENGLISH
from generator.evidence.text import normalise, paragraphs, paragraphs_in, tokens

NORMALISED = {
    "“Yes,” she said": '"Yes," she said',
    "the cable’s ‘end’": "the cable's 'end'",
    "2024–25 — a—b − ‑": "2024-25 - a-b - -",
    "no\u00a0break\u202fhere\tor\n  there": "no break here or there",
    "Nor\u00adway\u200b and \ufeffDen\u200dmark": "Norway and Denmark",
    "Sto\u0308re": "Störe",
    "e\u200d\u0301t\u00e9": "été",
    "the oﬃce conﬁrmed ﬂat oﬀers, ﬄ ﬅ ﬆ": "the office confirmed flat offers, ffl st st",
    "Xa\u202ab\u202ec\u2066d\u2069e": "Xabcde",
    "Case, £ and 5 % stay; ½ too…": "Case, £ and 5 % stay; ½ too…",
}
TOKENS = {
    "It cost $2.2 billion.": ["It", "cost", "$2.2 billion"],
    "EUR1.1 billion, EUR 5, €1,6": ["EUR1.1 billion", "EUR 5", "€1,6"],
    "2 billion euros; £1.6bn; US$5m": ["2 billion", "euros", "£1.6bn", "US$5m"],
    "a fall of -5 percent or 12% (+3 %)": ["a", "fall", "of", "-5 percent", "or", "12%", "+3 %"],
    "from 2014-2020, 1,000 to 2.500": ["from", "2014", "2020", "1,000", "to", "2.500"],
    "on 2024-05-31 the 4th": ["on", "2024-05-31", "the", "4th"],
    "the U.S. plan, e.g. Franco-British": ["the", "U.S.", "plan", "e.g.", "Franco-British"],
    "a 30-day, 2-billion-euro well-known deal": ["a", "30-day", "2-billion-euro", "well-known", "deal"],
    "Norway's ministers' don't, AT&T": ["Norway's", "ministers", "don't", "AT&T"],
    "G7, F-16, 26km": ["G7", "F-16", "26km"],
    "see https://a.example/b-c?d=1 or www.x.example now": [
        *("see", "https://a.example/b-c?d=1", "or", "www.x.example", "now"),
    ],
    "Støre – Øl, Київ": ["Støre", "Øl", "Київ"],
    "-- ... !": [],
}
SENTENCES = {
    "It is done. They left.": ["It is done", "They left"],
    "They thanked Canada.These left.": ["They thanked Canada", "These left"],
    "They thanked Canada.the rest left.": ["They thanked Canada", "the rest left"],
    "Mr. Doe of the U.S. Senate met J. Lund at 5 p.m. Norway paid.": [
        "Mr Doe of the U.S. Senate met J Lund at 5 p.m. Norway paid"
    ],
    "They saw the towns (of the U.S.) Then they left.": ["They saw the towns of the U.S.", "Then they left"],
    "He said no. Then he left No. 10 alone.": ["He said no", "Then he left No 10 alone"],
    "1. Leaders met. They spoke.": ["1 Leaders met", "They spoke"],
    "- 2. Leaders met.": ["2 Leaders met"],
    '"We pay." She left. "Why?" he asked.': ["We pay", "She left", "Why he asked"],
    "It grew by 1.5 percent. It fell!": ["It grew by 1.5 percent", "It fell"],
    "See example.org and www.a.example/b.C now. Go.": ["See example org and www.a.example/b.C now", "Go"],
    "So… they waited (long.) And left?": ["So they waited long", "And left"],
    "The end. (They left.) łódź. ścisk": ["The end", "They left łódź ścisk"],
}
# Every way to write a number or a date, and the one form in which it is compared.
FIGURES = {
    "zero, two, nine, ten, nineteen": ["0", "2", "9", "10", "19"],
    "twenty, thirty-one, twenty-six, twenty six, ninety-nine": ["20", "31", "26", "26", "99"],
    "26 countries, Twenty-six countries": ["26", "26"],
    "two hundred": ["200"],
    "two hundred and fifty; 250": ["250", "250"],
    "one hundred thousand": ["100000"],
    "two million three hundred thousand, 2.3 million": ["2300000", "2300000"],
    "groups of two, three or four": ["2", "3", "4"],
    "a three-year-old, a 30-day pause, a two-thirds": ["3", "30", "2/3"],
    "third fourth twentieth twenty-first; 3rd 21st": ["3th", "4th", "20th", "21th", "3th", "21th"],
    "€1.1 billion, EUR1.1 billion, EUR 1.1 billion, 1.1 billion euros, €1.1bn": ["EUR 1100000000"] * 5,
    "$2.2 billion, US$2.2bn, 2.2 billion dollars, two dollars": ["USD 2200000000"] * 3 + ["USD 2"],
    "£5m, 5 million pounds, a 5-million-pound, 500m away": ["GBP 5000000"] * 3 + ["500"],
    "2 billion, €2 billion": ["2000000000", "EUR 2000000000"],
    "50 percent, 50 per cent, 50%, 50 %, fifty percent, fifty per cent, a 50-percent": ["50 %"] * 7,
    "-5 percent, −5%, 5%": ["-5 %", "-5 %", "5 %"],
    "1,000.5 and 1.000.000,5 and €1,6 and £1.6": ["1000.5", "1000000.5", "EUR 1.6", "GBP 1.6"],
    "4 September 2024, September 4, 2024; 2024-09-04": ["date 2024-09-04"] * 3,
    "Sept. 4 or 4th September or the 4th": ["date XXXX-09-04", "date XXXX-09-04", "4th"],
    "in May, in mid-March 2024, in 2024": ["date XXXX-05-XX", "date 2024-03-XX", "2024"],
    "we may march 3 times": ["3"],
    "paid 12, May 5": ["12", "date XXXX-05-05"],
    "F-16 and G7 and 26km": ["26"],
}


@pytest.mark.parametrize("text", NORMALISED)
def test_normalising(text: str) -> None:
    assert normalise(text) == NORMALISED[text]


@given(st.text(st.characters(codec="utf-8")))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_what_is_normalised_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize("text", TOKENS)
def test_tokens(text: str) -> None:
    assert [token.text for token in tokens(normalise(text))] == TOKENS[text]


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    [paragraph] = paragraphs(text)
    assert [" ".join(token.text for token in s.tokens) for s in paragraph.sentences] == SENTENCES[text]


@pytest.mark.parametrize("text", FIGURES)
def test_figures(text: str) -> None:
    [paragraph] = paragraphs(text)
    assert [number.form for s in paragraph.sentences for number in ENGLISH.figures(s.tokens)] == FIGURES[text]


def test_some_number_words_are_free() -> None:
    found = ENGLISH.figures(tokens("one first-time 1 1st one-off one percent one hundred one euro second"))
    assert [number.text for number in found if number.free] == ["one", "first-time", "one-off", "second"]
    assert set(ENGLISH.tables["free"]) == {"one", "first", "second"}


def test_quotation_marks_open_and_close_by_turns() -> None:
    quoted = [token.text for token in tokens(normalise("“We pay,” she said, “and now”.")) if token.quoted]
    assert quoted == ["We", "pay", "and", "now"]


def test_paragraphs_are_lines_that_are_not_empty() -> None:
    body = paragraphs("A title\n\n  \n- an item\r\n3) another\n| a | row |\n***\nThe end.\n")
    assert [(p.number, p.text) for p in body] == [
        (1, "A title"),
        (2, "- an item"),
        (3, "3) another"),
        (4, "| a | row |"),
        (5, "***"),
        (6, "The end."),
    ]
    assert [s.paragraph for p in body for s in p.sentences if s.item] == [2, 3, 4]


@given(st.text("a1 \n\r\x1c\u00ad\u200b\u2028«»“’\u0301.-", max_size=40))
def test_paragraphs_are_counted_as_they_are_read(text: str) -> None:
    assert paragraphs_in(text) == len(paragraphs(text))


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_what_is_plain_already_is_read_as_all_else_is(text: str) -> None:
    """A sign beside it that is not plain makes the longer way of it."""
    assert normalise(f"{text} é") == f"{normalise(text)} é".lstrip()
