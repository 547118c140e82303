"""Which date is that of a figure, and of what somebody says: one of the same predicate, or none."""

import pytest

from generator.content.dates import parse
from generator.drafting.counts import counts
from generator.drafting.dated import date_of_figure, date_of_words
from generator.drafting.dates import date_mentions
from generator.evidence.languages import LANGUAGES
from tests.drafting.readers import lines

PUBLISHED = parse("2024-11-14")
# By sentence: the date of each figure in order, and that of the whole, if somebody says it.
ENGLISH = {
    "Ferric SA, founded in 1904, employs 12,400 people in 31 countries.": ("-", "-", "-"),
    "The firm opened a plant in 1932, has 14 plants.": ("-", "1932"),
    "He would rather burn the nets than sell them at the price of last March.": ("-",),
    "The mill, which burned in 1998, has 300 looms.": ("-", "-"),
    "The mill has 300 looms and was built in 1998.": ("-", "-"),
    "In 1904 the firm opened its doors and now employs 12,400 people.": ("-", "-"),
    "In 2023 it bought 295,000 tonnes and sold 300,000 tonnes.": ("2023", "2023", "2023"),
    "In 2023 Ferric bought 295,000 tonnes of wool, of which 71% was local.": ("2023", "2023", "2023"),
    "Wages fell 3% from 2022.": ("-", "-"),
    "Wages rose from 300 euros in 2019 to 400 euros in 2023.": ("2019", "2023", "-"),
    "It employs 12,400 people in plants opened in 1904.": ("-", "-"),
    "The farmer earned $1.20 a day in 2023, down from $1.42 the year before.": ("2023", "-", "2023"),
    "The storm killed three men, two women and a child on Monday.": ("2024-11-11", "2024-11-11", "-"),
    "The town has 300 shops, 40 fewer than in 2019.": ("-", "-", "-"),
    "After a strike in 2019, pay rose by 3 percent.": ("-", "2019"),
    "On Monday, 300 nurses walked out.": ("2024-11-11", "2024-11-11"),
    "The union, with 3,000 members, was founded in 1911.": ("-", "1911"),
    "Ferric (founded 1904) has 300 boats.": ("-", "-"),
    "300 people were hurt in 2019 and 20 died.": ("2019", "-", "2019"),
    "The bridge will open in June, with 300 guests.": ("2025-06", "2025-06"),
    "The port has lost 300 jobs since 2019.": ("-", "-"),
    "The 2019 budget was $3 million.": ("-", "-"),
    "Its rule on nets, which takes effect on 30 December, was not on the table.": ("-",),
    "Norway will sell no cod for less than $4,100 a tonne from January.": ("2025-01", "2025-01"),
}
FRENCH = {
    "Ferric SA, fondée en 1904, emploie 12 400 personnes dans 31 pays.": ("-", "-", "-"),
    "La société a ouvert une usine en 1932, compte 14 usines.": ("-", "1932"),
    "L'usine, qui a brûlé en 1998, compte 300 métiers.": ("-", "-"),
    "L'usine compte 300 métiers et a été construite en 1998.": ("-", "-"),
    "En 2023, Ferric a acheté 295 000 tonnes de laine, dont 71 % de laine locale.": ("2023", "2023", "2023"),
    "Les salaires sont passés de 300 euros en 2019 à 400 euros en 2023.": ("2019", "2023", "-"),
    "Elle emploie 12 400 personnes dans des usines ouvertes en 1904.": ("-", "-"),
    "Le pont, long de 300 mètres, ouvrira en juin.": ("-", "2025-06"),
    "Conformément à la décision du 6 novembre 2024, aucun contrat ne dépassera 300 euros.": ("-", "-"),
    "300 personnes ont été blessées en 2019.": ("2019", "2019"),
}
CASES = [(code, text) for code, cases in (("en", ENGLISH), ("fr", FRENCH)) for text in cases]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_a_date_is_that_of_its_predicate(code: str, text: str) -> None:
    [line], language = lines(text, code), LANGUAGES[code]
    dated = date_mentions(line, PUBLISHED, language)
    figures = [date_of_figure(line, (c.first, c.last), dated, language) for c in counts(line, language)]
    told = [*figures, date_of_words(line, (0, len(line.tokens) - 1), dated, language)]
    assert tuple(when.date.text if when else "-" for when in told) == {**ENGLISH, **FRENCH}[text]


@pytest.mark.parametrize(("text", "expected"), [("'We stop today,' she said.", "-"), ("We stop today.", "2024-11-14")])
def test_quoted_words_are_not_counted_from_the_day_of_the_article(text: str, expected: str) -> None:
    [line], language = lines(text), LANGUAGES["en"]
    when = date_of_words(line, (0, 2), date_mentions(line, PUBLISHED, language), language)
    assert (when.date.text if when else "-") == expected
