"""Figures: what counts or measures, with its modifier and what it counts; and no number that is something else."""

import pytest

from tests.drafting.readers import figures

COUNTED = {
    "More than 70 bakers came": ["More than 70, bakers"],
    "Some 8,400 hens and about 300 sheep were lost": ["Some 8,400 = 8400, hens", "about 300, sheep"],
    "They asked for a loan of £32 million": ["£32 million = GBP 32000000, loan"],
    "It cost 70 mln USD, of which 15 mln USD went on glass": ["70 mln USD = USD 70000000", "15 mln USD = USD 15000000"],
    "Norway gave NKr700mn, 12m euros and EUR 3 million": [
        "NKr700mn = NOK 700000000",
        "12m euros = EUR 12000000",
        "EUR 3 million = EUR 3000000",
    ],
    "The tunnel runs for 1,900 metres, 14 metres under the lake": ["1,900 = 1900, metres", "14, metres"],
    "Frost hit 23 orchards along the river and 9 barns within 20 metres": ["23, orchards", "9, barns", "20, metres"],
    "One in five left, and one household in ten has gone": ["One in five", "one household in ten"],
    "A third of the boats and more than half of the crews sailed": ["A third, boats", "more than half, crews"],
    "About two-thirds of the country's 4.5 million voters stayed": [
        "About two-thirds",
        "4.5 million = 4500000, voters",
    ],
    "Up to 40 per cent of them, at least a dozen, were hurt": [
        "Up to 40 per cent = 40 %, them",
        "at least a dozen = 12",
    ],
    "Wool slipped by $30 to $1,720/t": ["$30 = USD 30", "$1,720 = USD 1720"],
    "The silos held 17,300t of rye": ["17,300t = 17300, rye"],
    "2000 people marched, and 14 ships of 1998 stayed": ["2000, people", "14, ships"],
    "On Friday 14 trains came, and in Bergen 40 trams stood": ["14, trains", "40, trams"],
    "A nine-day strike of the 27-nation bloc": ["nine-day = 9, strike", "27-nation = 27, bloc"],
    "The jury voted by 17 to 11 against it": ["17", "11"],
    "The jury voted 27-14 to spare the oak": ["27", "14"],
    "The motion passed 23-22, and a 9-4 vote kept the pond": ["23", "22", "9", "4"],
    "The board approved the plan by 12-9": ["12", "9"],
    "A motion to spare the elm failed, 60-41": ["60", "41"],
    "The guilds hold 21 of the 94 seats": ["21", "94, seats"],
    "The lake shed 3.2 cubic kilometres of ice": ["3.2, cubic kilometres"],
    "A 6ft eel on 1,200ft of rope": ["6ft = 6, eel", "1,200ft = 1200, rope"],
    "It shed 800 posts, and the bakery will shed 40 staff": ["800, posts", "40, staff"],
    "Each day 60 trams and every week 30 barges": ["60, trams", "30, barges"],
    "Repairs cost between £140m and £145m": ["between £140m and £145m = GBP 140000000 to 145000000"],
    "Between 200 and 300 nurses marched": ["Between 200 and 300 = 200 to 300, nurses"],
}
COUNTED_IN_FRENCH = {
    "Devant 230 parents, la directrice a parlé": ["230, parents"],
    "La grêle a détruit 31 serres et privé 2 700 fermes de courant": ["31, serres", "2 700 = 2700, fermes"],
    "La digue a coûté 18,5 millions d'euros": ["18,5 millions d'euros = EUR 18500000"],
    "Plus de 200 personnes et une dizaine de bateaux": ["Plus de 200, personnes", "une dizaine = 10, bateaux"],
    "Un habitant sur cinq et un tiers des bateaux": ["Un habitant sur cinq", "un tiers, bateaux"],
    "Le moulin perd chaque jour deux millions d'euros": ["deux millions d'euros = EUR 2000000"],
    "Le conseil a voté le budget par 27-14": ["27", "14"],
    "La motion du conseil a échoué, 60-41": ["60", "41"],
    "Chaque jour 60 trams passent": ["60, trams passent"],
    "Trois foyers sur dix paient jusqu'à 40 % du prix": ["Trois foyers sur dix", "jusqu'à 40 %, prix"],
}
UNCOUNTED = {
    "en": (
        *(
            "Call 020 7946 0123, +47 22 00 11 22 or 555-0142",
            "For a print ring 01632 960 123 before noon",
            "The service begins at six, and the bar is open from 5 to 11",
        ),
        *(
            "It is open from nine till four",
            "The siren was heard in the valley by six",
            "It closed at 9.30 on Monday, 5 o'clock",
        ),
        *("They met before COP28, the G20 and LAKE30", "An F-16, flight MH17 and a Boeing 737 landed"),
        *("Article 5 of the treaty", "They met in Room 12, at Pier 9", "The M25 was shut between junctions 9 and 10"),
        *("IMO 9384756 and Regulation 2016/679 apply", "The Group of Seven and the Big Four met", "The two sides met"),
        *(
            "It is a third cable",
            "A quarter to nine had come",
            "They won 3-1 with a 4-4-2",
            "The club lost 27-14 and voted for another coach",
            "The fire in shed 4 was put out by day 3",
            "Goods from shed 4 were moved to the sheds 5 and 6",
            "In 1848 and between 1890 and 1902",
        ),
        *("The 1990s and the 2015 agreement", "Five years ago it sank, and a year ago too", "From 8 to 11 March"),
        *(
            "They met on day two, in phase three",
            "A two-way street and a four-star hotel",
            "Version 2.0 is out",
            "24/7",
        ),
    ),
    "fr": (
        *("La réunion est à 20 heures, à 8h30", "Ouvert de 9 heures à 17 heures", "Appelez le 02 98 43 00 00"),
        *("L'article 49 alinéa 3 et la salle 4", "Il y a cinq ans", "Les deux parties", "La loi de 1905 et la COP29"),
        *("Dans les années 1990", "Le 28 mai"),
    ),
}


@pytest.mark.parametrize("sentence", COUNTED)
def test_a_figure_is_told_with_its_modifier_and_what_it_counts(sentence: str) -> None:
    assert figures(f"{sentence}.") == COUNTED[sentence]


@pytest.mark.parametrize("sentence", COUNTED_IN_FRENCH)
def test_french_figures_are_told_alike(sentence: str) -> None:
    assert figures(f"{sentence}.", "fr") == COUNTED_IN_FRENCH[sentence]


@pytest.mark.parametrize(
    ("code", "sentence"), [(code, one) for code, sentences in UNCOUNTED.items() for one in sentences]
)
def test_numbers_that_count_nothing_are_no_figures(code: str, sentence: str) -> None:
    assert figures(f"{sentence}.", code) == []
