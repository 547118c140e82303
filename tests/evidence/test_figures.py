"""Figures are read whole or not at all, with what modifies them: what an article gives, and what may be said of it."""

from decimal import Decimal

import pytest
from babel.numbers import get_decimal_symbol
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.evidence.figures import FORM, Figure, computed_forms, contradicted, entails, miscomputed, proves
from generator.evidence.languages import ENGLISH, FRENCH, Language
from generator.evidence.languages.currencies import CODES, NAMES, SIGNS
from generator.evidence.languages.money import marks
from generator.evidence.lock import dumps, loads
from generator.evidence.proving import lock_for
from generator.evidence.text import normalise, paragraphs, tokens
from tests.conftest import ROOT
from tests.invented import checked, fact, faults, full_text, world
from tools import currencies, figure_tables

QUICK = settings(max_examples=150, deadline=None, derandomize=True)

HONEST = [  # what an article gives, and what may be said
    ("It burst at a depth of 80ft", "80 feet down"),
    ("Two out of every five seats", "40 percent of the seats"),
    ("It took nigh on three years", "nearly three years"),
    ("60 welders at the outside", "at most 60 welders"),
    ("300 guests and counting", "at least 300 guests"),
    ("One boat in five leaks", "a fifth of the boats"),
    ("two of the four lamps", "two lamps out of four"),
    ("The new lamp burned longer in ten weeks than the old one in three", "three"),
    ("A seventh of the till", "one in seven crowns"),
    ("One goat in 200 is blind", "0.5 percent of the goats"),
    ("Every fourth new lamp is green", "a quarter of the new lamps"),
    ("The till turned over 84 million euros", "84 million euros"),
    ("Visits almost tripled", "nearly three times as many visits"),
    ("three times as many as four weeks before", "four weeks"),
    ("Nine trains in ten were late", "90 percent of the trains"),
    ("three voters out of four stayed in bed", "three quarters of voters"),
    ("down to 31,000 tonnes in 2023 from 40,000 in 2022", "from 40,000 tonnes in 2022 to 31,000 in 2023"),
    ("Takings halved to 600,000 kroner", "takings fell by half to 600,000 kroner"),
    ("Takings halved", "takings fell by 50 percent"),
    ("€1,6 Mrd", "€1.6 billion"),
    ("2,5 Md€", "2.5 billion euros"),
    ("€3 Mio", "3 million euros"),
    ("Around 700 people queued", "some 700 people waited"),
    ("nearly sixty hours", "almost 60 hours"),
    ("Roughly two dozen boats", "about 24 boats"),
    ("No fewer than 62 seafarers", "at least 62 sailors"),
    ("in excess of 5,000 signatures", "more than 5,000 signatures"),
    ("Upwards of 300 people", "over 300 people"),
    ("no more than 12 ferries", "at most 12 ferries"),
    ("as many as 40 boats", "up to 40 boats"),
    ("under 38 percent", "less than 38%"),
    ("26 or more ships", "at least 26 ships"),
    ("cost 8 to 12 percent more", "between 8 and 12 percent more"),
    ("10-15 ships", "10 to 15 ships"),
    ("from three to five weeks", "three to five weeks"),
    ("take 90,000 tonnes of mud out of the fairway per year", "remove 90,000 tonnes of mud from the fairway a year"),
    ("pays €4 million annually", "pays 4 million euros a year"),
    ("an annual grant of $3 million", "a grant of $3 million a year"),
    ("12,000 euros a month", "12,000 euros per month"),
    ("Each year the port dredges 400 tonnes", "400 tonnes a year are dredged"),
    ("rose by 14 kroner to 61 kroner", "went up 14 kroner to 61"),
    ("fell 9 percent last year to 1.9 million tonnes", "dropped by 9 percent to 1.9 million tonnes"),
    ("a rise of 5 percent", "rose by 5 percent"),
    ("the fifth time", "the 5th time"),
    ("third-largest port", "the third largest port"),
    ("the second-biggest port", "the second largest harbour"),
    ("Three quarters of the crews", "75 percent of crews"),
    ("a third of them", "one third of them"),
    ("two-thirds", "two thirds"),
    ("half of the boats", "half the boats"),
    ("dozens of people", "dozens of people"),
    ("several hundred people", "hundreds of people"),
    ("Tens of thousands marched", "tens of thousands marched"),
    ("hundreds of millions of euros", "hundreds of millions of euros"),
    ("1.3bn kroner", "1.3 billion kroner"),
    ("1.3 billion kroner", "1,300 million kroner"),
    ("£15mn", "15 million pounds"),
    ("€2.5-billion", "2.5 billion euros"),
    ("45 million Norwegian kroner", "45 million kroner"),
    ("SFr48mn", "48 million Swiss francs"),
    ("CHF 48 million", "48 million francs"),
    ("NZ$12m", "12 million New Zealand dollars"),
    ("R$5 million", "5 million Brazilian reals"),
    ("¥600 million", "600 million yen"),
    ("₹5 crore", "50 million rupees"),
    ("HK$30 million", "30 million Hong Kong dollars"),
    ("AUD 5 million", "A$5 million"),
    ("5m Australian dollars", "A$5 million"),
    ("US$5 million", "5 million dollars"),
    ("5 million American dollars", "$5m"),
    ("20 million Danish crowns", "20 million Danish kroner"),
    ("4 per cent", "4%"),
    ("slipped by half a percentage point", "down by half a percentage point"),
    ("up 0.5 percentage points", "rose by half a percentage point"),
    ("25 basis points", "0.25 percentage points"),
    ("50 basis points", "half a percentage point"),
    ("at 5.40 a.m.", "at 05:40"),
    ("at 4 p.m.", "at 16:00"),
    ("before 2031", "by 2031"),
    ("until 2030", "before 2030"),
    ("since 2016", "from 2016 on"),
    ("Since 2016", "in 2016"),
    ("on 3 May", "on May 3"),
    ("between 8 and 11 March", "from 8 to 11 March"),
    ("March 8-11", "on 8 March"),
    ("from 2019 to 2022", "in 2019"),
    ("More than half of the boats", "over half the boats"),
    ("a dozen tugs", "12 tugs"),
    ("half a dozen", "six"),
    ("two and a half million", "2.5 million"),
    ("half a million", "500,000"),
    ("1.2m people", "1.2 million people"),
    ("a 3.5-million-euro plan", "a plan of 3.5 million euros"),
    ("the 340-metre quay", "a quay of 340 metres"),
    ("a 12-strong crew", "a crew of 12"),
    ("Norway promised 50 million euros, Denmark 35 million", "Denmark promised 35 million euros"),
    ("85 or 95 million kroner", "85 million kroner"),
    ("The unions want 8 percent, the directors have offered 5.", "offered 5 percent"),
    ("talked to reporters about 26 ships", "26 ships"),
    ("for over five years", "for five years"),
    ("for over five years", "for more than five years"),
    ("2024-2025", "in 2025"),
    ("in the 1990s", "in the 1990s"),
    ("a total of 40 boats", "40 boats in all"),
    ("40 boats in all", "40 boats"),
    ("Altogether, 40 boats", "a total of 40 boats"),
    ("minus 5 degrees", "-5 degrees"),
    ("minus 7 degrees", "seven degrees below zero"),
    ("nine degrees Celsius below zero", "-9 degrees"),
    ("12 345 people", "12,345 people"),
    ("1,50,000 farmers", "150,000 farmers"),
    ("2 lakh", "200,000"),
    ("one of 3 ships", "3 ships"),
    ("the first of three hearings", "the first hearing"),
    ("its first night; the third shelter", "the first night"),
    ("exceeded 900 tonnes", "more than 900 tonnes"),
    ("between 40 and 50 million euros", "40 to 50 million euros"),
    ("€40-50 million", "40 to 50 million euros"),
    ("$10 million to $15 million", "10 to 15 million dollars"),
    ("some 40-odd boats", "about 40 boats"),
    ("26+ countries", "at least 26 countries"),
    ("~340 people", "about 340 people"),
    ("15 km", "15 kilometres"),
    ("15km", "15 kilometres"),
    ("2,300 MW", "2,300 megawatts"),
    ("50 pence", "£0.50"),
    ("50 euro cents", "€0.50"),
    ("one million and a half", "1.5 million"),
    ("shrunk from 20 boats to 14", "fell from 20 to 14"),
    ("the 28th of May", "28 May"),
    ("It has two ships, 40 sailors and 3 dogs", "3 dogs, 2 ships"),
    ("the children under six travel free", "children under 6"),
    ("1.9 million", "1,900,000"),
    ("over a third", "more than a third"),
    ("almost a quarter of them", "nearly a quarter"),
    ("three million", "3,000,000"),
    ("twenty-first", "21st"),
    ("Mr. 5 and 3m wide", "3 metres"),
    ("cost 1,200 Swedish kronor", "1,200 kronor"),
    ("costs $8 million a year until 2029", "$8 million a year"),
    ("will cost $8 million over five years", "$8 million over five years"),
    ("$2.4 million over the six months", "$2.4 million in six months"),
    ("a maximum of 40 boats", "at most 40 boats"),
    ("just over 40", "more than 40"),
    ("well over 40 boats", "more than 40 boats"),
    ("just under 40", "less than 40"),
    ("little more than 40", "more than 40"),
    ("at 9 a.m., 26 boats left", "26 boats left at 9 a.m."),
    ("3,000 tonnes of cement", "3000 tonnes"),
    ("a hundred boats", "100 boats"),
    ("one hundred boats", "100 boats"),
    ("two hundred and six", "206"),
    ("hit 110 kilometres an hour", "110 km/h"),
    ("gusts of 110 km/h", "gusts of 110 kilometres an hour"),
    ("sold at $60 a barrel", "$60 per barrel"),
    ("the year to February", "the year"),
    ("Another 40 boats", "40 more boats"),
    ("about another 40", "about 40"),
    ("one in five boats", "a fifth of the boats"),
    ("three in ten", "30 percent"),
    ("nine out of ten", "90 percent"),
    ("two or three boats", "two to three boats"),
    ("two or three boats", "2 or 3 boats"),
    ("a quarter of a million", "250,000"),
    ("twice as many", "two times as many"),
    ("tripled", "three times as many"),
    ("a fortnight", "two weeks"),
    ("a decade", "ten years"),
    ("5 million US$", "$5 million"),
    ("10 - 15 boats", "10 to 15 boats"),
    ("10%-15%", "10 to 15 percent"),
    ("€10m-€15m", "10 to 15 million euros"),
    ("from 40 to 50 percent", "40 to 50 percent"),
    ("not until 2031", "after 2031"),
    ("not exceed 40", "at most 40"),
    ("€ 2.5 bn", "2.5 billion euros"),
    ("$2 million of which 1.5 million", "$1.5 million"),
    ("rose by a third", "up a third"),
    ("a record 40", "40"),
    ("more than a record 40", "more than 40"),
    ("capped at 40", "up to 40"),
    ("2 boats and 3 ships", "3 ships"),
    ("fell by half", "fell by half"),
    ("In all 26 countries", "26 countries"),
    ("on 31 May 2024", "on 31 May"),
    ("40 people a day on average", "40 people a day"),
    ("26 countries meet once a year", "26 countries"),
    ("the 40 members, who pay 5 euros a year", "40 members"),
    ("about 3 p.m.", "about 3 p.m."),
    ("the 12th century", "the twelfth century"),
    ("COP28 in Dubai", "COP28"),
    ("Room 12", "Room 12"),
    ("from 1,500 to 2,000 boats", "1,500 to 2,000 boats"),
    ("some 7,000 tonnes", "about 7,000 tonnes"),
    ("up to five weeks", "at most five weeks"),
    ("It ran for 16 hours a day", "16 hours a day"),
    ("30 percent of the 200", "30 percent"),
    ("a 5-euro note", "a note of 5 euros"),
    ("2m wide", "2 metres wide"),
    ("nearly twice as many", "twice as many"),
    ("4.5 million tons", "4.5 million"),
    ("costs 3 to 4 million euros a year", "costs 3 to 4 million euros a year"),
    ("around 8 million to 9 million dollars", "8 to 9 million dollars"),
    ("the first since 2015", "the first since 2015"),
    ("One of its 58 crew", "58"),
    ("half-hourly ferries", "ferries"),
    ("first-class", "first"),
    ("the second most expensive", "the second most costly"),
    ("in 2030, 45 boats", "45 boats in 2030"),
    ("sixty-two", "62"),
    ("Nine hundred and forty", "940"),
    ("8-year-old", "8"),
    ("5 per cent a year", "5 percent annually"),
    ("at least two dozen", "at least 24"),
    ("by up to 40 percent", "by up to 40 percent"),
    ("by up to 40 percent", "up to 40 percent"),
    ("between 8% and 12%", "8 to 12 percent"),
]
WRONG = [  # what an article gives, and what may not be said
    ("Every fourth year the lamp is green", "a quarter of the years"),
    ("One goat in 200 is blind", "200 goats"),
    ("Visits tripled", "twice as many visits"),
    ("as many as four weeks", "four weeks"),
    ("The club took over 30 boats", "less than 30 boats"),
    ("It took nigh on three years", "more than three years"),
    ("One boat in five leaks", "a quarter of the boats"),
    ("two goals in three games", "two thirds"),
    ("Takings halved", "takings fell by a third"),
    ("Takings doubled", "takings rose by half"),
    ("€1,6 Mrd", "€1.6"),
    ("2,5 Md€", "€2.5"),
    ("€3 Mio", "3 euros"),
    ("About 340 workers", "340 workers"),
    ("340 workers", "about 340 workers"),
    ("more than 26", "26"),
    ("at least 12", "at most 12"),
    ("nearly 900", "over 900"),
    ("up to 4,500 euros", "at least 4,500 euros"),
    ("less than 38 percent", "more than 38 percent"),
    ("no more than 40", "at least 40"),
    ("over 40", "at least 40"),
    ("exactly 40", "about 40"),
    ("as many as 40", "at least 40"),
    ("between 10 and 15", "15"),
    ("10-15", "10"),
    ("8 to 12 percent", "12 percent"),
    ("8 to 12 percent", "about 8 percent"),
    ("from 20 boats to 14 after it shrunk", "between 14 and 20"),
    ("grew from 14 to 20", "14 to 20"),
    ("45 million dollars a year", "45 million dollars"),
    ("45 million a year", "45 million in all"),
    ("$2.4 million over the six months", "$2.4 million a month"),
    ("12,000 euros a month", "12,000 euros a year"),
    ("9 a day", "9 a week"),
    ("rose by 14 kroner", "rose to 14 kroner"),
    ("climbed to 61", "climbed by 61"),
    ("fell 9 percent", "fell to 9 percent"),
    ("a rise to 61", "a rise of 61"),
    ("fell from 20 to 14", "fell from 14 to 20"),
    ("third-largest", "the largest"),
    ("the second biggest port", "the biggest port"),
    ("The second of four hearings", "the first of the four hearings"),
    ("the fourth time", "the fifth time"),
    ("the first of four", "the second of four"),
    ("Three quarters", "a quarter"),
    ("two thirds", "one third"),
    ("a third", "a quarter"),
    ("half", "a third"),
    ("a fifth of them", "5 of them"),
    ("Hundreds of people", "thousands of people"),
    ("a dozen tugs", "dozens of tugs"),
    ("two dozen", "dozens"),
    ("scores of", "dozens of people"),
    ("tens of millions", "hundreds of millions"),
    ("dozens of boats", "a dozen boats"),
    ("several thousand", "several hundred"),
    ("1.3 billion", "1.3 million"),
    ("5k", "5 people"),
    ("2m people", "2 people"),
    ("$2.5B", "$2"),
    ("$2.5bn", "$2.5 million"),
    ("$US23.5 million", "5 million"),
    ("600 million yen", "600 million won"),
    ("HK$30 million", "$30 million"),
    ("A$5", "$5"),
    ("C$9mn", "9 million US dollars"),
    ("45 million kroner", "45 million Norwegian kroner"),
    ("Norwegian kroner 5", "5 Swedish kronor"),
    ("45 million Norwegian kroner", "45 million euros"),
    ("$5 million", "5 million"),
    ("20 Danish crowns", "20 Norwegian crowns"),
    ("half a percentage point", "half a percent"),
    ("3 percentage points", "3 percent"),
    ("3 percent", "3 percentage points"),
    ("25 basis points", "25 percent"),
    ("15:00", "15 people"),
    ("3 p.m.", "3 a.m."),
    ("version 1.2.3", "version 1.2"),
    ("99x", "99"),
    ("6'2\"", "6 people"),
    ("call 555 123 4567", "555 people"),
    ("G7 and F-16", "7"),
    ("COP 28", "28"),
    ("Cop28", "28"),
    ("before 2031", "after 2031"),
    ("since 2016", "until 2016"),
    ("by 3 May", "after 3 May"),
    ("until 2030", "since 2030"),
    ("two million million", "2 million"),
    ("1,50,000", "1.5"),
    ("2 lakh", "2"),
    ("5 crore", "5"),
    ("a 3.5-million-euro plan", "3.5"),
    ("3 dozen", "3"),
    ("minus 5", "5"),
    ("seven degrees below zero", "seven degrees"),
    ("seven degrees", "7 degrees below zero"),
    ("sixteen degrees below zero", "0 degrees"),
    ("12 345", "12"),
    ("12 345", "345"),
    ("1/3", "1"),
    ("6-2", "6"),
    ("the 1990s", "1990"),
    ("over half", "half"),
    ("less than half", "more than half"),
    ("at least a third", "a third"),
    ("half a million", "half"),
    ("two and a half million", "2 million"),
    ("one and a half", "one hundred"),
    ("2 to 3 million", "2 million"),
    ("100 mln USD", "100 dollars"),
    ("40 boats", "40 boats in all"),
    ("40 boats", "40 boats a year"),
    ("$8 million a year", "$8 million over five years"),
    ("exceeded 900", "900"),
    ("26+", "26"),
    ("a total of 40", "41"),
    ("at 4 p.m. on 3 May", "at 3 p.m. on 4 May"),
    ("40-odd", "40"),
    ("€40-50 million", "€40 million"),
    ("50 euro cents", "50 euros"),
    ("2.1 million in 2019", "2.1 million in 2020"),
    ("5-10 percent", "5 percent"),
    ("nine of ten", "90"),
    ("£500-a-week", "£500"),
    ("£500-a-week", "£500 a month"),
    ("one in five", "a third"),
    ("two or three boats", "three boats"),
    ("twice as many", "three times as many"),
    ("three times as many", "twice as many"),
    ("doubled", "tripled"),
    ("a quarter of a million", "a million"),
    ("a quarter of a million", "a quarter"),
    ("5 million US$", "5 million"),
    ("10%-15%", "15 percent"),
    ("not until 2031", "before 2031"),
    ("won't exceed 40", "over 40"),
    ("40 to 50 percent", "50 percent"),
    ("between three and four weeks", "four weeks"),
    ("fewer than a dozen", "a dozen"),
    ("some 40 boats", "40 boats"),
    ("almost a third", "a third"),
    ("a third", "more than a third"),
    ("lowered from 60 to 45", "raised from 45 to 60"),
    ("$8 million a month", "$8 million a year"),
    ("40 million a quarter", "40 million a year"),
    ("9,000 a week", "9,000"),
    ("rose 5 points", "rose 5 percent"),
    ("a million", "a billion"),
    ("thirteen", "thirty"),
    ("fifteen", "fifty"),
    ("eighth", "eighteenth"),
    ("two-thirds", "three quarters"),
    ("tens of thousands", "thousands"),
    ("thousands", "tens of thousands"),
    ("dozens", "hundreds"),
    ("three dozen", "30"),
    ("45 crore", "45 lakh"),
    ("€45m", "£45m"),
    ("45 million Swedish kronor", "45 million Norwegian kroner"),
    ("15 million New Zealand dollars", "15 million Australian dollars"),
    ("7 million rupees", "7 million rupiah"),
    ("10 pesos", "10 euros"),
    ("€40 each", "$40 each"),
    ("in 2019", "in 2020"),
    ("after 3 May", "before 3 May"),
    ("from 5 to 7 percent", "between 5 and 8 percent"),
    ("5-7 percent", "6 percent"),
]
HONEST_FRENCH = [  # the same of French articles
    ("neuf degrés au-dessous de zéro", "minus nine degrees"),
    ("Le prix a baissé de 8 centimes en une semaine", "The price fell by 8 cents in a week"),
    ("Trois navires sur dix dépassent la limite", "three in ten ships"),
    ("Un habitant sur cinq a voté", "a fifth of the inhabitants"),
    ("de 40 000 tonnes en 2022 à 31 000", "40,000 tonnes"),
    ("environ 40 bateaux", "about 40 boats"),
    ("près de 1 200 foyers", "nearly 1,200 households"),
    ("plus de 40 %", "more than 40 percent"),
    ("au moins 40", "at least 40"),
    ("jusqu'à 40 millions de livres", "up to £40 million"),
    ("une trentaine de bateaux", "about 30 boats"),
    ("une dizaine de personnes", "about ten people"),
    ("des centaines de personnes", "hundreds of people"),
    ("des dizaines de milliers", "tens of thousands"),
    ("des milliers de manifestants", "thousands of people"),
    ("2,5 Md€", "2.5 billion euros"),
    ("3 M€", "3 million euros"),
    ("trois milliards d'euros", "3 billion euros"),
    ("deux tiers", "two thirds"),
    ("un tiers", "a third"),
    ("la moitié des bateaux", "half of the boats"),
    ("4 pour cent", "4%"),
    ("1,5 point de pourcentage", "1.5 percentage points"),
    ("45 millions par an", "45 million a year"),
    ("entre 10 et 15 bateaux", "10 to 15 boats"),
    ("de 10 à 15 %", "10 to 15 percent"),
    ("a baissé de 14 %", "fell by 14 percent"),
    ("à 15h30", "at 15:30"),
    ("le 1er mai", "on 1 May"),
    ("avant 2031", "before 2031"),
    ("12 000 €", "12,000 euros"),
    ("1.234,56 euros", "1,234.56 euros"),
    ("45 couronnes norvégiennes", "45 Norwegian kroner"),
    ("45 couronnes", "45 kroner"),
    ("le troisième port", "the third port"),
    ("quatre-vingt-dix-neuf", "99"),
    ("un million et demi", "1.5 million"),
    ("au total 40 bateaux", "40 boats in all"),
    ("3 millions de dollars canadiens", "3 million Canadian dollars"),
    ("moins de 40", "fewer than 40"),
    ("quelque 300 personnes", "some 300 people"),
    ("presque 40", "almost 40"),
    ("des millions d'euros", "millions of euros"),
    ("20 francs suisses", "20 Swiss francs"),
    ("5 livres sterling", "£5"),
    ("le deuxième plus grand port", "the second largest port"),
    ("deux douzaines", "two dozen"),
    ("40 000 personnes", "40,000 people"),
    ("d'ici 2030", "by 2030"),
]
WRONG_FRENCH = [  #
    ("neuf degrés sous zéro", "nine degrees"),
    ("Le prix a baissé de 8 centimes en une semaine", "The price falls by 8 cents a week"),
    ("Un habitant sur cinq a voté", "a quarter of the inhabitants"),
    ("près de 1 200 foyers", "more than 1,200 households"),
    ("plus de 40", "40"),
    ("environ 40", "40"),
    ("une trentaine", "30"),
    ("des centaines", "thousands"),
    ("2,5 Md€", "2.5 million euros"),
    ("45 millions par an", "45 million in all"),
    ("jusqu'à 40", "at least 40"),
    ("1 200", "200"),
    ("45 couronnes", "45 Norwegian kroner"),
    ("un tiers", "a quarter"),
    ("avant 2031", "after 2031"),
    ("entre 10 et 15", "15"),
    ("un point de pourcentage", "one percent"),
    ("a baissé de 14 %", "fell to 14 percent"),
    ("45 dollars canadiens", "45 dollars"),
    ("au plus 40", "at least 40"),
    ("le deuxième plus grand port", "the largest port"),
    ("la moitié", "a third"),
    ("moins de 40", "more than 40"),
]

# Every figure of a text: the words that it spans, and the forms in which it may be compared.
READ = {
    "500k people, €500k, 5bn": "500k=500000 €500k=EUR 500000 5bn=5000000000|EUR 5000000000",
    "6 mn, $5m, and ~5": "6 mn=6000000 $5m=USD 5000000 ~5=about 5|about USD 5",
    "it is 500m away, or 2m, or 2m wide": "500m=500 2m=2000000|2 2m=2",
    "a 2-billion-euro deal, a 3-billion gift": "2-billion-euro=EUR 2000000000 3-billion=3000000000",
    "a 5-euro note, a 30-day pause": "5-euro=EUR 5 30-day=30",
    "a 3-percent-rise, a 50-percent": "3-percent-rise=3 % 50-percent=50 %",
    "paid 1.1 billion euros, or thirty million dollars": (
        "1.1 billion euros=EUR 1100000000 thirty million dollars=USD 30000000"
    ),
    "two hundred and fifty, three hundred and they": "two hundred and fifty=250 three hundred=300",
    "six hundred and, seven": "six hundred=600 seven=7",
    "one million two thousand three hundred and four": "one million two thousand three hundred and four=1002304",
    "five hundred six million": "five hundred six million=506000000",
    "two thousand and twenty-four": "two thousand and twenty-four=2024",
    "two million million, twenty ten": "two million million=unread two million million twenty ten=unread twenty ten",
    "a two-hundred-year tree, a twenty-six-year-old": "two-hundred-year=200 twenty-six-year-old=26",
    "fifth, twenty-ninth, third-party, 28th": "fifth=5th twenty-ninth=29th third-party=3th 28th=28th",
    "the third-largest, the second biggest, the best": "third-largest=3th most second biggest=2th most best=most",
    "a third of it, a third boat": "a third=1/3 a third=1/3|3th",
    "half, half-mast, the second half, half past": "half=1/2 second=2th",
    "two-thirds, three quarters, 1/3, ½, 2½": "two-thirds=2/3 three quarters=3/4 1/3=1/3 ½=0.5|1/2 2½=2.5",
    "the ½th part, the 2½th": "½th=unread ½th 2½th=unread 2½th",
    "dozens, scores of ships, tens of ships": "dozens=dozens scores=scores tens=dozens",
    "hundreds of millions of kroner": "hundreds of millions of kroner=krone hundreds of millions",
    "half a percentage point, a percentage point": "half a percentage point=0.5 points a percentage point=1 points",
    "25 basis points, 3 points": "25 basis points=0.25 points 3=3|3 points",
    "3 p.m., 3pm, 15:00, 5.40 a.m., 15h30": (
        "3 p.m.=time 15:00 3pm=time 15:00 15:00=time 15:00 5.40 a.m.=time 05:40 15h30=time 15:30"
    ),
    "the 1990s": "1990s=decade 1990",
    "31 May, 1 June 2024, July 31, August 1st, 2024": (
        "31 May=date XXXX-05-31 1 June 2024=date 2024-06-01 July 31=date XXXX-07-31 August 1st 2024=date 2024-08-01"
    ),
    "(4) May, June — 5 men": "4=4 May=date XXXX-05-XX June=date XXXX-06-XX 5=5",
    "Mar. 4, Mar 2024, Mar met; Sept 2024, Sept": (
        "Mar 4=date XXXX-03-04 Mar 2024=date 2024-03-XX Sept 2024=date 2024-09-XX"
    ),
    "in june they met on 4 june, and in july 2024": "4 june=date XXXX-06-04 july 2024=date 2024-07-XX",
    "in mid-May, in mid-may, in mid-June 2024": "mid-May=date XXXX-05-XX mid-June 2024=date 2024-06-XX",
    "from 2019 to 2022, 2024–2025, 2024–25": "2019=after 2019 2022=2022 2024=2024 2025=2025 2024=2024 25=2025",
    "Norway promised 50 million euros, Denmark 35 million": (
        "50 million euros=EUR 50000000 35 million=35000000|EUR 35000000"
    ),
    "50 million euros for 2 million people": "50 million euros=EUR 50000000 2 million=2000000",
    "85 or 95 million kroner": "85=85|krone 85000000 95 million kroner=krone 95000000",
    "in 2024 500 people came, 12 345 in all": "2024=2024 500=500 12 345=in all 12345",
    "12'345, 1.234,56, 1,50,000, 1.000.000,5": "12'345=12345 1.234,56=1234.56 1,50,000=150000 1.000.000,5=1000000.5",
    "99x, 1.2.3, 1,2345, 007, 6-2, 24/7": (
        "99x=unread 99x 1.2.3=unread 1.2.3 1,2345=unread 1,2345 007=unread 007 6 2=unread 6-2 24/7=unread 24/7"
    ),
    "G7, F-16, MH17, COP28, COP-28, Cop 28, 6'2\" tall": "",
    "call 555 123 4567, +47 22 85 50 50, www.a.org/2024, a2@b.org": "",
    "about 340, 26 or more, at most 12": "340=about 340 26=at least 26 12=at most 12",
    "talked about 26 ships": "26=26|about 26",
    "over five years, over five ships": "five=5|over 5 five=over 5",
    "$8 million a year, 90 tonnes of mud a year": "$8 million=USD 8000000 a year 90=90 a year",
    "takes 90 tonnes of mud out of the fairway per year": "90=90|90 a year",
    "a year ago 26 came, for a year 27 stayed": "26=26 27=27",
    "gusts of 110 kilometres an hour": "110=110",
}
READ_IN_FRENCH = {
    "passé de 20 à 14, augmenté de 3 à 61": "20=from 20 14=to 14 3=by 3 61=to 61",
    "plus d’un millier, dans les années 1990": "un millier=over 1000 1990=decade 1990",
    "3 millions d’euros, puis 4 d’entre eux, 5 euros": "3 millions d euros=EUR 3000000 4=4|EUR 4 5 euros=EUR 5",
    "soixante et onze, soixante, et onze": "soixante et onze=71 soixante=60 onze=11",
    "2,5 Md€, 3 M€, €1,6 Mrd": "2,5 Md€=EUR 2500000000 3 M€=EUR 3000000 €1,6 Mrd=EUR 1600000000",
    "une trentaine de bateaux": "une trentaine=about 30",
    "1.234,56 et 1 200": "1.234,56=1234.56 1 200=1200",
}


def read(text: str, language: Language = ENGLISH) -> tuple[Figure, ...]:
    sentences = (sentence for paragraph in paragraphs(text, language) for sentence in paragraph.sentences)
    return tuple(figure for sentence in sentences for figure in language.figures(sentence.tokens))


def says(article: str, say: str, language: Language = ENGLISH) -> bool:
    """Whether all that our words give is given by an article."""
    forms = [form for figure in read(article, language) for form in figure.forms]
    return all(not contradicted(one, forms) if one.free else proves(one, forms) for one in read(say))


def spans(text: str, language: Language = ENGLISH) -> str:
    [paragraph] = paragraphs(text, language)
    found = (
        (" ".join(token.text for token in sentence.tokens[one.start : one.end]), one.forms)
        for sentence in paragraph.sentences
        for one in language.figures(sentence.tokens)
    )
    return " ".join(f"{words}={'|'.join(forms)}" for words, forms in found)


@pytest.mark.parametrize("text", READ)
def test_what_a_figure_spans_and_how_it_is_compared(text: str) -> None:
    assert spans(text) == READ[text]


@pytest.mark.parametrize("text", READ_IN_FRENCH)
def test_what_a_french_figure_spans(text: str) -> None:
    assert spans(text, FRENCH) == READ_IN_FRENCH[text]


@pytest.mark.parametrize(("article", "say"), HONEST)
def test_the_same_figure_in_other_words_is_proved(article: str, say: str) -> None:
    assert says(article, say)


@pytest.mark.parametrize(("article", "say"), WRONG)
def test_another_figure_is_not_proved(article: str, say: str) -> None:
    assert not says(article, say)


@pytest.mark.parametrize(("article", "say"), HONEST_FRENCH)
def test_what_a_french_article_gives_is_proved(article: str, say: str) -> None:
    assert says(article, say, FRENCH)


@pytest.mark.parametrize(("article", "say"), WRONG_FRENCH)
def test_what_a_french_article_does_not_give_is_not_proved(article: str, say: str) -> None:
    assert not says(article, say, FRENCH)


SAID = {  # what a text gives, and what may be said of it
    "date 2024-05-31": [
        *("date 2024-05-31", "date 2024-05-XX", "date 2024-XX-XX", "date XXXX-05-31", "date XXXX-05-XX", "2024"),
    ],
    "date 2024-05-XX": ["date 2024-05-XX", "date XXXX-05-XX", "date 2024-XX-XX", "2024"],
    "date XXXX-05-31": ["date XXXX-05-31", "date XXXX-05-XX"],
    "2024": ["2024", "date 2024-XX-XX"],
    "3024": ["3024"],
    "before 2024": ["2024", "date 2024-XX-XX", "before 2024"],
    "5": ["5"],
    "EUR 5": ["EUR 5"],
}
ASKED = [*dict.fromkeys(form for forms in SAID.values() for form in forms), "date 3024-XX-XX", "date 2024-05-30", "05"]


@pytest.mark.parametrize("told", SAID)
def test_a_date_says_as_much_as_it_gives_and_no_more(told: str) -> None:
    others = [form for form in ASKED if form != "before 2024" or told == "before 2024"]
    assert [form for form in others if entails(form, told)] == sorted(SAID[told], key=ASKED.index)


TEXT = "About 340 workers walked off, and no fewer than 62 of them met on the 99x boat. It was a quiet day in the port."
PASSAGE = "workers walked off, and no"
REFUSED = {
    "So 340 workers met.": (
        "UNBOUND-NUMBER: the sentence has “About 340”, `say` has `340`; "
        "give the figure with the words that modify it there, or others of their class"
    ),
    "At most 62 of them met.": (
        "UNBOUND-NUMBER: the sentence has “no fewer than 62”, `say` has `At most 62`; "
        "give the figure with the words that modify it there, or others of their class"
    ),
    "So 98y boats met.": "UNBOUND-NUMBER: `98y` is not read; write it as it stands in the article, or use `computed`",
    "So 341 workers met.": (
        "UNBOUND-NUMBER: no sentence of the passage gives the number `341`; its figures: “About 340”, "
        "“no fewer than 62”, “99x”; no sentence of the article has it"
    ),
    "So the 99x boats met.": "",
}


@pytest.mark.parametrize("say", REFUSED)
def test_a_refusal_names_what_the_sentence_has(say: str) -> None:
    assert faults(TEXT, fact(say, PASSAGE)) == ([REFUSED[say]] if REFUSED[say] else [])


COMPUTED = {
    ("50 percent", "half"): "",
    ("30", "about thirty"): "",
    ("24", "two dozen"): "",
    ("40", "two dozen"): "24",
    ("25 percent", "a third"): "1/3",
    ("300", "hundreds"): "hundreds",
    ("120", "two hours"): "",
    ("5", "Norway, Denmark and three others"): "",
}


@pytest.mark.parametrize(("number", "words"), COMPUTED)
def test_a_computed_number_is_not_another_than_its_words_say(number: str, words: str) -> None:
    assert miscomputed(ENGLISH.figures, tokens(normalise(number)), tokens(normalise(words))) == COMPUTED[number, words]


def test_a_computed_number_is_modified_as_its_words_are() -> None:
    def forms(number: str, words: str) -> tuple[str, ...]:
        return computed_forms(ENGLISH.figures, tokens(number), tokens(words))

    assert forms("30", "about thirty") == ("30", "about 30")
    assert forms("24", "two dozen") == ("24",)
    assert forms("3", "Norway, Denmark, Iceland") == ("3", "about 3", "over 3", "at least 3", "at most 3", "under 3")


NOTATIONS = {  # an amount, written in ways that mean the same
    "plain": ("{n}", "{n:,}"),
    "dollars": ("${n}", "US${n}", "$US{n}", "{n} dollars", "{n:,} US dollars", "USD {n}"),
    "euros": ("€{n}", "{n} euros", "EUR{n}", "{n:,} €"),
    "kroner": ("{n} Norwegian kroner", "NOK {n}", "{n:,} Norwegian krone"),
    "percent": ("{n} percent", "{n}%", "{n} per cent", "{n} %"),
    "points": ("{n} percentage points", "{n}00 basis points"),
    "millions": ("{n} million", "{n}mn", "{n},000,000", "{n} mln"),
    "billions of pounds": ("£{n}bn", "£{n} billion", "{n} billion pounds", "£{n}-billion", "{n}000 million pounds"),
}
MODIFIERS = {
    "": ("{}",),
    "about": ("about {}", "around {}", "some {}", "nearly {}", "{} or so"),
    "over": ("more than {}", "over {}", "in excess of {}"),
    "at least": ("at least {}", "no fewer than {}", "not less than {}"),
    "at most": ("up to {}", "no more than {}", "at most {}"),
    "under": ("less than {}", "under {}", "fewer than {}"),
}
amounts = st.tuples(st.integers(3, 900), st.sampled_from(sorted(NOTATIONS)), st.sampled_from(sorted(MODIFIERS)))


@given(amounts, amounts, st.data())
@QUICK
def test_an_amount_is_proved_by_the_same_amount_with_the_same_modifier_alone(
    one: tuple[int, str, str], other: tuple[int, str, str], data: st.DataObject
) -> None:
    def written(amount: tuple[int, str, str]) -> str:
        number, kind, bound = amount
        plain = data.draw(st.sampled_from(NOTATIONS[kind])).format(n=number)
        return f"They found {data.draw(st.sampled_from(MODIFIERS[bound])).format(plain)}, we hear."

    assert says(written(one), written(one))
    assert says(written(one), written(other)) == (one == other)


@given(st.text(st.sampled_from("0123456789.,'/-:x%mk$€½ "), min_size=1, max_size=9))
@QUICK
def test_what_is_not_read_proves_no_part_of_itself(letters: str) -> None:
    text = f"They saw {letters} there"
    unread = [one for one in read(text) if one.is_unread]
    for figure in unread:
        assert says(text, f"So {figure.text} was seen")
        digits = [part for part in "".join(c if c.isdigit() else " " for c in figure.text).split() if part != "0"]
        others = {form for one in read(text) if not one.is_unread for form in one.forms}
        assert not [part for part in digits if proves(read(part)[0], figure.forms) and part not in others] or (
            figure.text in digits
        )


@given(st.text(max_size=60) | st.text(st.sampled_from("0123456789.,'/-:%mk$€½|; atofhundred"), max_size=60))
@example("A-0")
@QUICK
def test_a_lock_holds_every_form_in_clear(text: str) -> None:
    for language in (ENGLISH, FRENCH):
        forms = [form for figure in read(text, language) for form in figure.forms]
        assert [form for form in forms if not FORM.fullmatch(form) or "; " in form or "|" in form] == []


@given(amounts, amounts, st.data())
@QUICK
def test_text_and_lock_agree_on_figures(
    one: tuple[int, str, str], other: tuple[int, str, str], data: st.DataObject
) -> None:
    def written(amount: tuple[int, str, str]) -> str:
        number, kind, bound = amount
        plain = data.draw(st.sampled_from(NOTATIONS[kind])).format(n=number)
        return data.draw(st.sampled_from(MODIFIERS[bound])).format(plain)

    article = f"They told us that the boats of the harbour were worth {written(one)} a year in the end."
    asked = world(fact(f"It is so: {written(other)}.", "us that the boats of the"))
    lock = loads(dumps(lock_for(asked, "report", full_text(article, asked))), "seeds/report.lock")
    numbers = [
        [check._replace(what="") for check in checked(asked, source).checks if check.subject == "number"]
        for source in (full_text(article, asked), lock)
    ]  # the text alone has the words in which the sentence prints a figure
    assert numbers[0] == numbers[1]


def test_a_paragraph_is_read_as_its_sentences_are() -> None:
    text = "In all, 26 came. About 5 a year in May. 4 left, by 2031. $5 million rose to 6. Over 40. 3 to 5 of them."
    [paragraph] = paragraphs(text)
    whole = [one.forms for one in ENGLISH.figures(paragraph.tokens)]
    assert whole == [one.forms for sentence in paragraph.sentences for one in ENGLISH.figures(sentence.tokens)]


def test_no_passage_begins_inside_of_a_figure() -> None:
    written = (
        "$US17.5 million",
        "SFr135mn",
        "€2.5-billion",
        "1,50,000",
        "HK$30",
        "12'345",
        "12 345",
        "10,000",
        "1.2m-strong",
    )
    assert [[token.text for token in tokens(normalise(text))] for text in written] == [[text] for text in written]


def test_every_sign_is_that_of_a_currency() -> None:
    shown = {mark: read(f"{mark}5")[0].form for mark in ("$", "US$", "HK$", "R$", "€", "£", "¥", "₹", "₴", "₩", "CHF")}
    assert shown == {
        "$": "USD 5", "US$": "USD 5", "HK$": "HKD 5", "R$": "BRL 5", "€": "EUR 5", "£": "GBP 5", "¥": "JPY 5",
        "₹": "rupee.INR 5", "₴": "UAH 5", "₩": "KRW 5", "CHF": "franc.CHF 5",
    }  # fmt: skip
    assert {mark for mark in marks() if not mark.isalnum() and not read(f"{mark}{Decimal(5)}")} == set()


@pytest.mark.parametrize("language", [ENGLISH, FRENCH], ids=lambda language: language.code)
def test_the_decimal_sign_is_that_of_cldr(language: Language) -> None:
    assert language.tables["decimal"] == get_decimal_symbol(language.code)


def test_currencies_are_those_of_cldr() -> None:
    assert currencies.codes() == CODES
    assert dict(currencies.signs()) == SIGNS
    assert {language: currencies.names(language) for language in NAMES} == NAMES


def test_the_method_page_prints_the_tables_that_figures_are_read_by() -> None:
    page = (ROOT / "generator/pages/method.md").read_text(encoding="utf-8")
    assert figure_tables.written(page) == page, "write it anew with `python -m tools.figure_tables`"


PRINTED = {  # a sentence, what is said of it, and what the sentence prints instead
    "They agreed on Monday to sell no beans below $4,100 a tonne.": (
        "They sell beans at $4,100 a tonne.",
        "the sentence has “below $4,100”, `say` has `$4,100`",
    ),
    "They paid 2,800 francs CFA for each of the boats.": (
        "So 2,900 CFA francs were paid.",
        "no sentence of the passage gives the number `2,900 CFA francs`; its figures: “2,800 francs CFA”",
    ),
}


@pytest.mark.parametrize("sentence", PRINTED)
def test_a_refusal_prints_the_words_of_the_sentence(sentence: str) -> None:
    say, what = PRINTED[sentence]
    [told] = [line for line in faults(sentence, fact(say, sentence[:35].rsplit(" ", 1)[0])) if "UNBOUND-NUMBER" in line]
    assert told.startswith(f"UNBOUND-NUMBER: {what};")
