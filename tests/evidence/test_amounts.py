"""Answers as they are compared: a long one is read stretch by stretch, as it would be read whole."""

from random import Random

import pytest

from generator.briefing import stated_answer
from generator.evidence.amounts import REACH, SLIGHT, TURNS, exclude, side_by_side, stated
from generator.evidence.languages import ENGLISH
from generator.evidence.text import Token, normalise, tokens

WORDS = (
    "5 14 2,610 1999 30% $45 €10 26 third half dozens hundreds two three million billion of a the in by to from and or "
    "more than at least about over under up nearly some very every year a month week per each before after May March "
    "8 11 p.m. percent points kroner euros boats. men, people; cable: rose fell cut twice largest first one hundred "
    "'s between not never all total combined just only tax COP 28 3 tel +47 - 00 said it was there often ago"
).split()


def whole(answer: list[Token]) -> tuple[str, ...]:
    """The words outside of figures, found by reading all of an answer again without each."""
    figures = [figure for figure in ENGLISH.figures(answer) if not figure.is_unread]
    forms = [figure.form for figure in figures]
    taken = {spot for figure in figures for spot in range(figure.start, figure.end)}
    told = [word.text.casefold() for word in answer]
    found = []
    for spot, text in enumerate(told):
        if spot in taken or (text in SLIGHT and spot < figures[-1].end):
            continue
        without = ENGLISH.figures([*answer[:spot], *answer[spot + 1 :]])
        same = [figure.form for figure in without if not figure.is_unread] == forms
        if same or TURNS.match(" ".join(told[spot : spot + 2])):
            found.append(text)
    return tuple(found)


@pytest.mark.parametrize("seed", range(8))
def test_a_long_answer_is_read_as_if_it_were_read_whole(seed: int) -> None:
    random = Random(seed)
    words = random.choices(WORDS, k=random.randrange(2 * REACH, 5 * REACH))
    answer = tokens(normalise(" ".join(words)))
    assert stated(ENGLISH.figures, " ".join(words), answer).words == whole(list(answer))


SAME = (("410,000 tonnes", "410 thousand tonnes"), ("a dozen", "12"), ("1.2 billion euros", "1,200 million euros"))
APART = (
    ("26", "none of the 26"),
    ("30 percent", "all but 30 percent"),
    ("2026", "cancelled in 2026"),
    ("26", "26 against"),
    ("10 percent", "10 percent less"),
    ("6 weeks", "6 months"),
    ("5 metres", "5 feet"),
    ("5 litres", "5 gallons"),
    ("5 kg", "5 lb"),
    ("5 kilometres", "5 miles"),
    ("before 1 May", "after 1 May"),
    ("before May", "in June"),
    ("by 1 May", "2 May"),
    ("not before 2030", "2029"),
    ("until 2026", "since 2027"),
    ("88 to 81", "81 to 88"),
    ("60 to 40", "40 to 60"),
    ("two thirds", "60 percent"),
    ("the summer of 2026", "2027"),
    ("more than 60", "58"),
    ("up 5 percent", "down 5 percent"),
    ("12,000 euros", "12,000 dollars"),
    ("by 10 percent", "to 20 percent"),
    ("closed", "not closed"),
    ("60", "fewer than 60 in Norway"),
    ("3 years", "3 months"),
    ("a year", "a month"),
    ("two hours", "three days"),
    ("3 April", "4 April"),
    ("not before 1 May", "30 April"),
    ("until 2 May", "after 3 May"),
    ("5 million", "5 billion"),
)
TOGETHER = (
    ("100 miles", "160 kilometres"),
    ("3 feet", "1 metre"),
    ("10 acres", "4 hectares"),
    ("5 metres", "16 feet"),
    ("£15 an hour", "£600 a week"),
    ("after March", "in November"),
    ("before December", "in March"),
    ("after 5 January", "on 20 August"),
    ("early 2026", "2026"),
    ("half", "50 percent"),
    ("two weeks", "14 days"),
    ("48 hours", "two days"),
    ("5 kilometres", "5,000 metres"),
    ("20 dead", "20 hurt"),
    ("48 boats", "48 trawlers"),
    ("before June", "in May"),
    ("after 1 May", "3 May"),
    ("almost 60", "58"),
    ("one in three", "33 percent"),
    ("two thirds", "66 percent"),
    ("the summer of 2026", "2026"),
    ("more than 60", "62"),
    ("about 60", "64"),
    ("300 to 350", "320"),
    ("26", "26 of 35"),
    ("April", "3 April"),
    ("not before 1 May", "2 May"),
    ("until May", "before June"),
    ("26", "at least 26"),
)


def compared(one: str, other: str) -> list[str]:
    """How two answers to one question stand to each other, from either side."""
    answers = [*side_by_side({"one": stated_answer(one), "other": stated_answer(other)}).values()]
    if answers[0].form == answers[1].form:
        return ["same"]
    return ["apart" if exclude(*two) else "together" for two in (answers, answers[::-1])]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_amount_in_two_notations_is_one_answer(one: str, other: str) -> None:
    assert compared(one, other) == ["same"]


@pytest.mark.parametrize(("one", "other"), APART)
def test_answers_that_cannot_both_hold_exclude_one_another(one: str, other: str) -> None:
    assert compared(one, other) == ["apart", "apart"]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_answers_that_may_both_hold_exclude_nothing(one: str, other: str) -> None:
    assert compared(one, other) == ["together", "together"]
