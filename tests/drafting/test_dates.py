"""Dates of what is told: ahead or behind by the tense of their clause, and none that is only of the telling."""

import pytest

from generator.content.dates import parse
from generator.drafting.dates import date_mentions
from generator.evidence.languages import ENGLISH
from tests.drafting.readers import dates, lines

PUBLISHED = "2024-11-14"  # a Thursday
TOLD = {
    "Bakers chose on Wednesday to go back to their ovens": ["2024-11-13"],
    "The first tram is to run on Friday with 90 people": ["2024-11-15"],
    "The dig, which began in February, will stop in May": ["2024-02", "2025-05"],
    "The firm hopes to mend the mains by Wednesday morning": ["2024-11-20"],
    "The jury is due to sit on Monday, and a verdict is planned for October": ["2024-11-18", "2025-10"],
    "An appeal is listed for 12 May": ["2025-05-12"],
    "The plumber came on Tuesday night": ["2024-11-12"],
    "Choirs are expected from all over the valley on Friday and Saturday": ["2024-11-15", "2024-11-16"],
    "They agreed that their engineers would test it again in November": ["2024-11"],
    "Of 90 nurses asked in December, 70 would leave": ["2023-12"],
    "They felled the oak on 16 September; the next sale closes on 2 April": ["2024-09-16", "2025-04-02"],
    "The plan has been on the table since May": ["2024-05"],
    "The singers, who return on 5 January, have been promised a stage": ["2025-01-05"],
    "Losses fell to £14m, from £19m in December": ["2023-12"],
    "Workers walked out on Monday and plan to stay out until Friday": ["2024-11-11", "2024-11-15"],
    "Two barns burned overnight, and last night the school was shut": ["2024-11-13/2024-11-14", "2024-11-13"],
    "Last week they met; next week they will leave": ["2024-11-04/2024-11-10", "2024-11-18/2024-11-24"],
    "Five years ago it sank; a month ago it was raised": ["2019", "2024-10"],
    "The museum closed last year and will open by the end of the year": ["2023", "2024"],
    "From 8 to 11 March the road was shut": ["2024-03-08", "2024-03-11"],
    "It was built between 1890 and 1902 and sold in the 1980s": ["1890", "1902", "198X"],
    "The vote is this Wednesday": ["2024-11-20"],
    "It began in December last year and will end in May of next year": ["2023-12", "2025-05"],
    "They met last November and last Thursday, and meet again next November": ["2023-11", "2024-11-07", "2025-11"],
    "They met in November, on Thursday, and will meet next Thursday": ["2024-11", "2024-11-14", "2024-11-21"],
    "The firm pledged on Monday to mend the roof in March": ["2024-11-11", "2025-03"],
    "The council agreed in October to sell the barn in January": ["2024-10", "2025-01"],
    "It promised the tenants to mend the roof in March": ["2025-03"],
    "The roof was shown to the tenants in March": ["2024-03"],
    "The mayor defended the decision to leave the gate open on Monday": ["2024-11-11"],
    "They travelled to see the barn in March": ["2024-03"],
    "The mayor has promised to publish the report in January": ["2025-01"],
    "The barn will be sold by mid-2027; it was built in late-2019": ["2027", "2019"],
    "The stage opens in April next year, by mid-May at the latest": ["2025-04", "2025-05"],
    "Since Monday, the choir has said nothing": ["2024-11-11"],
    "He adjourned sentence until December 4; the dig was put off to 9 May": ["2024-12-04", "2025-05-09"],
    "The yard was shut from 9 May": ["2024-05-09"],
    "No one knew on Wednesday why the bells had rung": ["2024-11-13"],
    "It will be rebuilt if the silos are built by next spring": ["2025-21"],
    "It would ask towns to map the lakes before next summer": ["2025-22"],
    "The bridge was shut in the autumn": ["2024-23"],
    "Last summer, two boys drowned": ["2024-22"],
    "They met in spring 2023": ["2023-21"],
    "The mill has stood idle since the autumn of 2021": ["2021-23"],
    "It will reopen in the first quarter": ["2025-01/2025-03"],
    "Sales rose by the end of the third quarter": ["2024-07/2024-09"],
    "It will take a charge in the current quarter": ["2024-10/2024-12"],
    "It lost money last quarter": ["2024-07/2024-09"],
    "It lost money in the last quarter of 2023": ["2023-10/2023-12"],
    "It grew in the second half of the year": ["2024-07/2024-12"],
    "It will grow in the first half of next year": ["2025-01/2025-06"],
    "He will raise it in the Commons on Thursday week": ["2024-11-28"],
    "The trial should finish by Friday week": ["2024-11-22"],
    "The rent goes up from the first Monday in January": ["2025-01-06"],
    "It opened on the last Monday of May 2023": ["2023-05-29"],
    "Monday: The council gives its forecast": ["2024-11-18"],
    "Monday: The council gave its forecast": ["2024-11-11"],
    "Fares were frozen in 2020 and again two years later": ["2020", "2022"],
    "It was sold in 2020, three years earlier it had been built": ["2020", "2017"],
    "It would go to court if no answer came before May 15": ["2025-05-15"],
    "The board declared a dividend, payable Dec. 16 to holders on Nov. 29": ["2024-12-16", "2024-11-29"],
    "He, who has led it since May 2021, faces a vote on 2 December": ["2021-05", "2024-12-02"],
    "She will lead the club after winning the vote on Sunday": ["2024-11-10"],
    "A second try will be made next year, she said, most likely in the first quarter": ["2025", "2025-01/2025-03"],
    "In May it agreed to sell its Swiss arm": ["2024-05"],
    "She confirmed her call for a strike on 28 November": ["2024-11-28"],
    "He was jailed on 12 January": ["2024-01-12"],
    "The mill will be sold by the summer, and the yard in the third quarter": ["2025-22", "2025-07/2025-09"],
}
TOLD_IN_FRENCH = {
    "Le juge a renvoyé l'affaire au 4 décembre, et le match a été reporté au 9 mai": ["2024-12-04", "2025-05-09"],
    "Le col ne rouvrira pas avant samedi, a indiqué lundi la mairie": ["2024-11-16"],
    "La grêle a détruit 31 serres entre samedi soir et dimanche matin": ["2024-11-09", "2024-11-10"],
    "La ministre doit visiter vendredi les serres": ["2024-11-15"],
    "Vendredi dernier, il a quitté le port, et il reviendra lundi prochain": ["2024-11-08", "2024-11-18"],
    "Le musée, qui a ouvert en juin, fermera en janvier": ["2024-06", "2025-01"],
    "Le coût, évalué lors des travaux de juin, devrait tomber": ["2024-06"],
    "Il y a cinq ans, la digue a cédé ; l'an dernier, elle a été refaite": ["2019", "2023"],
    "Le maire a promis de publier le rapport en janvier": ["2025-01"],
    "La ville a décidé en octobre de vendre la grange en mars": ["2024-10", "2025-03"],
    "Elle s'est engagée à refaire le toit en mars": ["2025-03"],
    "Le préfet dit vouloir rouvrir le col en avril": ["2025-04"],
    "Il a commencé de neiger en mars": ["2024-03"],
    "La scène rouvrira en avril de l'an prochain, ou mi-2027": ["2025-04", "2027"],
    "Depuis lundi, a annoncé la mairie, le pont est fermé": ["2024-11-11"],
    "Depuis jeudi matin, le bac reste à quai": ["2024-11-14"],
    "Hier, le maire est parti, et le vote aura lieu le 3 mars": ["2024-11-13", "2025-03-03"],
    "Les chantiers débuteront au printemps": ["2025-21"],
    "L'été dernier, il a quitté le port": ["2024-22"],
    "Le pont rouvrira avant l'été": ["2025-22"],
    "Il rouvrira au premier trimestre": ["2025-01/2025-03"],
    "Les ventes ont baissé au deuxième trimestre 2024": ["2024-04/2024-06"],
    "Ils se sont vus à l'automne 2023": ["2023-23"],
    "Le procès reprendra lundi en huit": ["2024-11-25"],
    "La foire rouvrira le premier lundi de mai": ["2025-05-05"],
    "Fermée en 2018, l'école a rouvert trois ans plus tard": ["2018", "2021"],
    "Elle partira à la fin du mois": ["2024-11"],
    "L'agence lance ce jour un plan": ["2024-11-14"],
    "Je pars mardi pour Brest, avec une dizaine de collègues, jusqu'à début avril": ["2024-11-19", "2025-04"],
}
UNTOLD = {
    "en": (
        *("Norway will wait, Jane Doe told a committee on Tuesday", "The two unions announced on Tuesday a truce"),
        *(
            "In a statement on Monday she called it a shame",
            "A report published on Tuesday found two cracks",
            "She wrote in her letter on Tuesday that it was a shame",
        ),
        *(
            "On Tuesday, the minister told reporters that it would open",
            "BERGEN, 14 March 2024 (Fjordpress) - The choir left",
        ),
        *("The firm will not mend it overnight", "They stopped all overnight buses", "The fair runs every Friday"),
        *(
            "It is open from nine till four, Tuesday to Saturday",
            "May Day is a holiday",
            "Prime Minister Theresa May left",
        ),
        *("It sank on 31 June 2024", "There are 2000 people"),
        "In the spring term pupils swim, and hot springs and spring rolls fall by a quarter",
        "In summer the lake dries, and prices fall",
        "He died from the fall, and she resigned in the fall of the king",
        "They led by 20 points in the third quarter",
        "It lost money in the last quarter of the match",
        "The first Monday of Lent parade was dry",
        "Would a cheaper Tuesday fill them?",
        "The owner, a sailor, last night denied leaving",
        "A jury heard on Wednesday that he had left",
        'Her aide on Saturday called it "a forgery, and a poor one"',
        'She told members of the transport committee last month: "We tried it."',
        "He stole on the first Tuesday of the month",
    ),
    "fr": (
        "Il a été vu, et l'été est chaud ici",
        "PONTELLE, 9 octobre 2024 (Agence des Lacs) - Le col ferme",
        "La digue a cédé, a indiqué mardi le préfet",
    ),
}


@pytest.mark.parametrize("sentence", TOLD)
def test_a_date_lies_where_its_clause_says(sentence: str) -> None:
    assert dates(f"{sentence}.", PUBLISHED) == TOLD[sentence]


@pytest.mark.parametrize("sentence", TOLD_IN_FRENCH)
def test_french_dates_lie_where_their_clauses_say(sentence: str) -> None:
    assert dates(f"{sentence}.", PUBLISHED, "fr") == TOLD_IN_FRENCH[sentence]


@pytest.mark.parametrize(("code", "sentence"), [(code, one) for code, sentences in UNTOLD.items() for one in sentences])
def test_days_of_the_telling_and_habits_are_no_dates(code: str, sentence: str) -> None:
    assert dates(f"{sentence}.", PUBLISHED, code) == []


@pytest.mark.parametrize("published", ["20XX", "2024", "2024-11"])
def test_nothing_is_counted_from_a_day_that_is_not_known(published: str) -> None:
    assert dates("It sank on Monday, on 3 May, last week, five years ago and on 4 May 2023.", published) == [
        "2023-05-04"
    ]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", PUBLISHED])
def test_no_date_lies_outside_of_the_calendar(published: str) -> None:
    told = "It opens next quarter, next spring, on Thursday week, on Friday and on the last Monday in December."
    assert all("0001-01-01" <= day[:10] <= "9999-12-31" for day in dates(told, published))
    assert dates("It opened on the first Monday in February 0000.", published)[1:] == []


def test_a_weekday_may_be_all_of_a_sentence() -> None:
    assert dates("It shuts again. When? Monday", PUBLISHED) == ["2024-11-11"]
    assert dates("Il a fermé. « Quand ? » Lundi", PUBLISHED, "fr") == ["2024-11-11"]


def test_a_date_says_how_it_is_known() -> None:
    [line] = lines("It sank on Monday, in May and on 4 May 2023.")
    known = [
        (m.when.date.text, m.when.basis, m.when.reckoned, m.when.because)
        for m in date_mentions(line, parse(PUBLISHED), ENGLISH)
    ]
    because = "the text gives no year; the last such month before the publication, or its own"
    assert known == [
        ("2024-11-11", "stated", "Monday", None),
        ("2024-05", "inferred", None, because),
        ("2023-05-04", "stated", None, None),
    ]
