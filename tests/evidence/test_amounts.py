"""Answers as they are compared: a long one is read stretch by stretch, as it would be read whole."""

from random import Random

import pytest

from generator.evidence.amounts import REACH, SLIGHT, TURNS, stated
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
