"""What is bound to the sentences of a passage, and how the program says what is not and where it stands instead."""

import pytest

from generator.content.model import Fact
from generator.evidence.binding import TAKEN_FOR_A_NAME
from tests.invented import date, fact, faults

ARTICLE = """Jane Doe and Ole Lund met in Oslo on 31 May 2024. They spoke for two hours.

The Danish minister said 26 countries had pledged €1.1 billion, and twenty boats. Nine towns will follow next month.

She told the harbour on Friday that “we will carry it as agreed”, an aide to Lund said. Copenhagen had asked for ten.

Lund said that 30 percent of the U.S. boats, or about two dozen, belonged to the friends of the cable. He left.

Farmers in Bergen told us this week that the month would be hard. He left again on 4 June 2024.
"""
MET = "Doe and Ole Lund met in Oslo"
SPOKE = "They spoke for two hours"
PLEDGED = "26 countries had pledged €1.1 billion"
FOLLOW = "Nine towns will follow next"
TOLD = "She told the harbour on Friday"
ASKED = "Copenhagen had asked for ten"
BOATS = "or about two dozen, belonged to"
LEFT_AGAIN = "again on 4 June 2024"
HARD = "that the month would be hard"

BOUND = {
    "a number as it stands": fact("Of the countries, 26 pledged.", PLEDGED),
    "a number in words": fact("Twenty-six countries pledged.", PLEDGED),
    "a number in digits": fact("The meeting took 2 hours.", SPOKE),
    "a currency's code": fact("They pledged EUR1.1 billion.", PLEDGED),
    "a currency's name": fact("They pledged 1.1 billion euros.", PLEDGED),
    "a short scale": fact("They pledged €1.1bn.", PLEDGED),
    "per cent": fact("Of the boats 30% belonged to them.", BOATS),
    "free words": fact("First, one pledge came, a second would follow.", PLEDGED),
    "a date, a part of it, and its year": fact("They met in May 2024, on 31 May, in 2024.", MET),
    "a demonym for its country": fact("Denmark's minister counted 26.", PLEDGED),
    "a name by its alias": fact("Doe saw Lund in Oslo.", MET),
    "a name without its accent": fact("A city, Óslo, saw it.", MET),
    "a name of an earlier sentence": fact("In Oslo Doe spoke to Lund for two hours.", SPOKE),
    "a number in a registered name": fact("The Group of Seven owns boats.", BOATS),
    "an opener that is known in lower case": fact("Boats and towns count.", BOATS),
    "an opener that the registries know": fact("Cable matters.", MET),
    "a pronoun that is no acronym": fact("It will be hard for us this week.", HARD),
    "an opener that is a function word": fact("They met.", MET),
    "a number that is computed": fact("About 24 boats are theirs.", BOATS, computed={"24": "two dozen"}),
    "quoted words": fact('She said “carry it as agreed”.', "we will carry it as agreed"),
    "quoted words in single marks": fact("She said 'carry it as agreed'.", "we will carry it as agreed"),
    "an apostrophe": fact("The towns' boats and the harbour's end.", PLEDGED),
    "a speaker": fact("He named the boats.", BOATS, who="ole-lund"),
    "a speaker of an earlier paragraph": fact("She told them.", TOLD, who="jane-doe", named={"jane-doe": 1}),
    "a channel": fact("She told them.", TOLD, via="an aide to Lund"),
    "a channel that is registered": fact("It was told.", BOATS, via="Lund"),
    "a date of the sentence": fact("They met.", MET, when=date("2024-05-31")),
    "a part of a date": fact("They met.", MET, when=date("2024-05")),
    "a date of the event": fact("They spoke.", SPOKE, when=date("2024-05-31"), event="oslo-talks"),
    "a weekday": fact("She told them.", TOLD, when=date("2024-05-31", reckoned="on Friday")),
    "the month after": fact("Towns follow.", FOLLOW, when=date("2024-07", reckoned="next month")),
    "a date that is inferred": fact("They spoke.", SPOKE, when=date("1999", basis="inferred", because="a guess")),
    "a date in the words, by `when`": fact(
        "On 1 June they spoke.", SPOKE, when=date("2024-06-01", basis="inferred", because="a guess")
    ),
    "the month of the event": fact("In May 2024 they spoke.", SPOKE, event="oslo-talks"),
    "the name and place of the event": fact("At the Harbour talks in Oslo they spoke.", SPOKE, event="oslo-talks"),
    "an answer": fact("They pledged.", PLEDGED, answers={"share": "26 in Denmark"}),
    "an answer yes": fact("They pledged.", PLEDGED, answers={"share": "Yes"}),
}  # fmt: skip
NO = "no sentence of the article has it"
THEIRS = "its figures: “26”, “€1.1 billion”, “twenty”"
UNBOUND = {
    "a name between quotations inside a quotation": (
        fact("She said «we will «Zelda» carry it as agreed».", "we will carry it as agreed"),
        f"UNBOUND-NAME: no sentence of the passage names `Zelda`; {NO}; {TAKEN_FOR_A_NAME}",
    ),
    "a name after a quotation that goes over a line": (
        fact('She said "we will\ncarry it" with Zelda.', "we will carry it as agreed"),
        f"UNBOUND-NAME: no sentence of the passage names `Zelda`; {NO}",
    ),
    "a name that is joined to a quotation": (
        fact('They heard of "Oslo"Zelda.', MET),
        f"UNBOUND-NAME: no sentence of the passage names `Zelda`; {NO}",
    ),
    "26 to 27": (
        fact("Of the countries, 27 pledged.", PLEDGED),
        f"UNBOUND-NUMBER: no sentence of the passage gives the number `27`; {THEIRS}; {NO}",
    ),
    "an amount that is added": (
        fact("They pledged €2 billion.", PLEDGED),
        f"UNBOUND-NUMBER: no sentence of the passage gives the number `€2 billion`; {THEIRS}; {NO}",
    ),
    "a currency that is lost": (
        fact("They pledged 1.1 billion.", PLEDGED),
        f"UNBOUND-NUMBER: no sentence of the passage gives the number `1.1 billion`; {THEIRS}; {NO}",
    ),
    "a percent sign that is lost": (
        fact("Of the boats 30 belonged to them.", BOATS),
        ("UNBOUND-NUMBER: no sentence of the passage gives the number `30`; "
        f"its figures: “30 percent”, “about two dozen”; {NO}"),
    ),
    "a month that is added": (
        fact("They pledged it in May.", PLEDGED),
        "UNBOUND-DATE: no sentence of the passage gives the date `May`; the nearest sentence that has it is 1.1",
    ),
    "a number of the neighbouring sentence": (
        fact("Of the towns, nine pledged.", PLEDGED),
        (f"UNBOUND-NUMBER: no sentence of the passage gives the number `nine`; {THEIRS}; "
        "the nearest sentence that has it is 2.2"),
    ),
    "a number of the sentence before": (
        fact("For two hours they met.", MET),
        ("UNBOUND-NUMBER: no sentence of the passage gives the number `two`; "
        "the nearest sentence that has it is 1.2"),
    ),
    "a leader who is not named": (
        fact("Jane Doe counted 26 countries.", PLEDGED),
        ("UNBOUND-NAME: no sentence of the passage names `Jane Doe`; the nearest sentence that has it is 1.1; "
        "if it means Jane Doe, point there: `named: {jane-doe: 1}`"),
    ),
    "somebody whom no word of the sentence can mean": (
        fact("Jane Doe counted the towns.", FOLLOW),
        ("UNBOUND-NAME: no sentence of the passage names `Jane Doe`; the nearest sentence that has it is 1.1"),
    ),
    "a name of a later sentence": (
        fact("In Copenhagen she told them.", TOLD),
        "UNBOUND-NAME: no sentence of the passage names `Copenhagen`; the nearest sentence that has it is 3.2",
    ),
    "an opener that is a name": (
        fact("Bergen met.", MET),
        ("UNBOUND-NAME: no sentence of the passage names `Bergen`; the nearest sentence that has it is 5.1; "
        f"{TAKEN_FOR_A_NAME}"),
    ),
    "an opener that nothing knows": (
        fact("Zelda met.", MET),
        f"UNBOUND-NAME: no sentence of the passage names `Zelda`; {NO}; {TAKEN_FOR_A_NAME}",
    ),
    "half of a name that is changed": (
        fact("In Oslo Foster-Lund met.", MET),
        f"UNBOUND-NAME: no sentence of the passage names `Foster`; {NO}",
    ),
    "an acronym for a pronoun": (
        fact("It hit the US this week.", HARD),
        ("UNBOUND-NAME: no sentence of the passage names `US`; the nearest sentence that has it is 4.1; "
        "if it means US, point there: `named: {united-states: 4}`"),
    ),
    "a quotation that stands in no passage": (
        fact('She said “an aide to Lund”.', TOLD),
        ("UNBOUND-QUOTATION: no passage has the quoted words `an aide to Lund`; "
        "the nearest sentence that has it is 3.1; quote it in a passage, or leave it out"),
    ),
    "a quotation in single marks": (
        fact("She said 'never again'.", TOLD),
        (f"UNBOUND-QUOTATION: no passage has the quoted words `never again`; {NO}; "
        "quote it in a passage, or leave it out"),
    ),
    "a computed number without its words": (
        fact("So 24 boats are theirs.", PLEDGED, computed={"24": "two dozen"}),
        ("UNBOUND-NUMBER: no passage has `two dozen`, for `24`; the nearest sentence that has it is 4.1; "
        "quote it in a passage, or leave it out"),
    ),
    "a speaker who is not named": (
        fact("Countries pledged.", PLEDGED, who="ole-lund"),
        ("UNBOUND-SPEAKER: no sentence of the passage names `ole-lund`; the nearest sentence that has it is 1.1; "
        "if it means ole-lund, point there: `named: {ole-lund: 1}`"),
    ),
    "a channel that is not mentioned": (
        fact("Countries pledged.", PLEDGED, via="an aide"),
        ("UNBOUND-CHANNEL: no sentence of the passage mentions the channel `an aide`; "
        "the nearest sentence that has it is 3.1; use the article's own words for it"),
    ),
    "a channel of no article": (
        fact("She told them.", TOLD, via="a royal spokesman"),
        (f"UNBOUND-CHANNEL: no sentence of the passage mentions the channel `a royal spokesman`; {NO}; "
        "use the article's own words for it"),
    ),
    "a channel without a word that means anything": (
        fact("She told them.", TOLD, via="they"),
        (f"UNBOUND-CHANNEL: no sentence of the passage mentions the channel `they`; {NO}; "
        "use the article's own words for it"),
    ),
    "a channel's name that is not mentioned": (
        fact("Countries pledged.", PLEDGED, via="Lund"),
        ("UNBOUND-CHANNEL: no sentence of the passage names `Lund`; the nearest sentence that has it is 1.1; "
        "if it means Lund, point there: `named: {ole-lund: 1}`"),
    ),
    "a pointer to a paragraph without the name": (
        fact("She told them.", TOLD, named={"jane-doe": 2}),
        "BAD-POINTER: paragraph 2 does not name `jane-doe`; point to paragraph 1, which names it",
    ),
    "a pointer to the same paragraph": (
        fact("She told them.", TOLD, named={"ole-lund": 3}),
        ("BAD-POINTER: paragraph 3 neither comes before the passage nor says who speaks its words; "
        "point to paragraph 1, which names it"),
    ),
    "a pointer to a later paragraph": (
        fact("She told them.", TOLD, named={"ole-lund": 4}),
        ("BAD-POINTER: paragraph 4 neither comes before the passage nor says who speaks its words; "
        "point to paragraph 1, which names it"),
    ),
    "the day of the event for what is told of it": (
        fact("On 31 May 2024 they spoke.", SPOKE, event="oslo-talks"),
        ("UNBOUND-DATE: no sentence of the passage gives the date `31 May 2024`; "
        "the nearest sentence that has it is 1.1"),
    ),
    "a date that nothing gives": (
        fact("They spoke.", SPOKE, when=date("2024-06-02")),
        (f"UNBOUND-DATE: neither the sentences of the passage nor the fact's event give the date `2024-06-02`; {NO}; "
        "give the words it is `reckoned` from, or `basis: inferred` and `because`"),
    ),
    "a date of another sentence": (
        fact("He left.", HARD, when=date("2024-06-04")),
        ("UNBOUND-DATE: neither the sentences of the passage nor the fact's event give the date `2024-06-04`; "
        "the nearest sentence that has it is 5.2; "
        "give the words it is `reckoned` from, or `basis: inferred` and `because`"),
    ),
    "a date that is more exact than the sentence": (
        fact("They pledged.", PLEDGED, event="oslo-talks", when=date("2024-05-30/2024-05-31")),
        ("UNBOUND-DATE: neither the sentences of the passage nor the fact's event give the date "
        f"`2024-05-30/2024-05-31`; {NO}; "
        "give the words it is `reckoned` from, or `basis: inferred` and `because`"),
    ),
    "a day that the sentence counts from the publication": (
        fact("On 31 May 2024 she told them.", TOLD),
        ("UNBOUND-DATE: no sentence of the passage gives the date `31 May 2024`; the sentence has “on Friday”: "
        "count it from the publication, `when: {date: 2024-05-31, reckoned: on Friday}`"),
    ),
    "a season": (
        fact("They met.", MET, when=date("2024-21")),
        (f"UNBOUND-DATE: neither the sentences of the passage nor the fact's event give the date `2024-21`; {NO}; "
        "give the words it is `reckoned` from, or `basis: inferred` and `because`"),
    ),
    "words that stand elsewhere": (
        fact("They pledged.", PLEDGED, when=date("2024-07", reckoned="next month")),
        ("UNBOUND-DATE: no sentence of the passage has the words `next month`; "
        "the nearest sentence that has it is 2.2"),
    ),
    "words that stand apart": (
        fact("They told us.", HARD, when=date("2024-06", reckoned="this month")),
        f"UNBOUND-DATE: no sentence of the passage has the words `this month`; {NO}",
    ),
    "a wrong weekday": (
        fact("She told them.", TOLD, when=date("2024-05-30", reckoned="on Friday")),
        "BAD-RECKONING: 2024-05-30 is not a Friday; mend the date, or use `basis: inferred` with `because`",
    ),
    "a weekday long ago": (
        fact("She told them.", TOLD, when=date("2024-05-03", reckoned="on Friday")),
        ("BAD-RECKONING: 2024-05-03 is more than a week from the publication; "
        "mend the date, or use `basis: inferred` with `because`"),
    ),
    "a wrong month": (
        fact("Towns follow.", FOLLOW, when=date("2024-08", reckoned="next month")),
        ("BAD-RECKONING: `next month`, counted from 2024-06-01, is 2024-07; "
        "mend the date, or use `basis: inferred` with `because`"),
    ),
    "words that do not count": (
        fact("She told them.", TOLD, when=date("2024-05", reckoned="the harbour")),
        ("BAD-RECKONING: a date cannot be counted from the words `the harbour`; "
        "mend the date, or use `basis: inferred` with `because`"),
    ),
    "the article's own words": (
        fact("They told us this week that the month would be hard.", HARD),
        "COPIED-WORDS: the article has the words `told us this week that the month would`; say it in our own words",
    ),
    "an answer with another number": (
        fact("They pledged.", PLEDGED, answers={"share": "27 countries"}),
        f"UNBOUND-NUMBER: no sentence of the passage gives the number `27`; {THEIRS}; {NO}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BOUND)
def test_what_the_sentences_give_is_bound(name: str) -> None:
    assert faults(ARTICLE, BOUND[name]) == []


@pytest.mark.parametrize("name", UNBOUND)
def test_what_they_do_not_give_is_named_with_the_nearest_sentence(name: str) -> None:
    given, said = UNBOUND[name]
    assert faults(ARTICLE, given) == [said]


def test_own_words_may_be_quoted() -> None:
    quoted = fact("Doe said: “we will carry it as agreed, an aide to Lund”.", "we will carry it as agreed")
    assert not [fault for fault in faults(ARTICLE, quoted) if fault.startswith("COPIED")]


def test_nothing_is_counted_from_a_day_that_is_not_exact() -> None:
    told: Fact = fact("She told them.", TOLD, when=date("2024-05-31", reckoned="on Friday"))
    [said] = faults(ARTICLE, told, published="2024-06")
    assert said.startswith("BAD-RECKONING: nothing can be counted from 2024-06")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_counting_does_not_run_over_the_edge_of_the_calendar(published: str) -> None:
    text = "The boats left overnight, and next week they return."
    told = fact("Boats left.", "The boats left overnight, and next", when=date(published, reckoned="overnight"))
    assert faults(text, told, published=published) == []


@pytest.mark.parametrize(
    ("published", "day", "expected"),
    [
        ("2024-06-07", "2024-05-31", []),  # a week exactly
        ("2024-06-07", "2024-06-14", []),
        ("2024-06-08", "2024-05-31", ["BAD-RECKONING: 2024-05-31 is more than a week from the publication"]),
        ("2024-06-06", "2024-06-14", ["BAD-RECKONING: 2024-06-14 is more than a week from the publication"]),
        ("2024-06-07", "2024-06-06", ["BAD-RECKONING: 2024-06-06 is not a Friday"]),
    ],
)
def test_a_weekday_is_at_most_a_week_from_the_publication(published: str, day: str, expected: list[str]) -> None:
    found = faults(ARTICLE, fact("She told them.", TOLD, when=date(day, reckoned="on Friday")), published=published)
    assert [fault.partition(";")[0] for fault in found] == expected
