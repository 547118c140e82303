"""Texts from printed pages: parted words are whole again, and what counts pages is left out and told."""

import pytest

from generator.drafting.importing import imported
from generator.drafting.printed_pages import without_printed

WORDS = {
    "in the dictionary": ("It is a minis-\nterial decree of the town.", "It is a ministerial\ndecree of the town."),
    "in one line": ("It is a minis- terial decree.", "It is a ministerial decree."),
    "elsewhere in the text": ("The nordwire desk. A nord-\nwire desk.", "The nordwire desk. A nordwire\ndesk."),
    "a hyphen of its own": ("A long-\nterm plan.", "A long-term\nplan."),
    "one that stands so elsewhere": (
        "The re-form is no reform: re-\nform it.",
        "The re-form is no reform: re-form\nit.",
    ),
    "two halves of a list": ("Two- and three-year terms.", "Two- and three-year terms."),
    "names": ("The Franco-\nGerman desk.", "The Franco-German\ndesk."),
}


@pytest.mark.parametrize("case", WORDS)
def test_parted_words_are_whole_and_hyphens_stay(case: str) -> None:
    text, whole = WORDS[case]
    assert without_printed(text) == (whole, 0)


def test_numbers_and_feet_of_pages_are_left_out() -> None:
    text = (
        "The founda-\ntion opened a yard, and the\n\nHarbour Quarterly 2024\nPage 1 of 3\n\ntown paid for it.\n\n"
        "Nobody came.\n\n"
        "Harbour Quarterly 2024\nPage 2 of 3\n\nThe end was near.\n\nHarbour Quarterly 2024\nPage 3 of 3\n"
    )
    article = imported(text, "text")
    assert article.text == "The foundation\nopened a yard, and the town paid for it.\nNobody came.\nThe end was near.\n"
    assert article.left_out == 6


PAGES = {
    "bare numbers in a row": ("One came.\n\n1\n\nTwo came.\n\n2\n", "One came.\nTwo came.\n", 2),
    "one in the midst of a sentence": ("They came to\n\n2\n\nthe yard.\n", "They came to the yard.\n", 1),
    "a number that is told": (
        "By the numbers:\n\n14\n\nCables were laid.\n",
        "By the numbers:\n14\nCables were laid.\n",
        0,
    ),
    "who speaks": ("ANNA BERG\nYes.\nANNA BERG\nNo.\nANNA BERG\nYes.\n",) * 2 + (0,),
    "one line that names a page": ("See it.\n\nPage 12\n\nIt is there.\n", "See it.\nPage 12\nIt is there.\n", 0),
}


@pytest.mark.parametrize("case", PAGES)
def test_what_counts_pages_is_told_from_what_is_said(case: str) -> None:
    text, kept, left_out = PAGES[case]
    article = imported(text, "text")
    assert (article.text, article.left_out) == (kept, left_out)
