"""Articles in other languages and scripts are read by the same rules, with tables of their own."""

import pytest

from generator.content.dates import parse
from generator.evidence.languages import ENGLISH, FRENCH
from generator.evidence.names import AliasTable
from generator.evidence.relative_dates import relative_date_fault
from generator.evidence.source import FullText
from generator.evidence.text import normalise, paragraphs, tokens

TOKENS = {
    "L’eau d’Oslo qu’Anna a bue jusqu’à jeudi": [
        *("L", "eau", "d", "Oslo", "qu", "Anna", "a", "bue", "jusqu", "à", "jeudi"),
    ],
    "aujourd’hui, presqu’île, y a-t-il": ["aujourd'hui", "presqu'île", "y", "a-t-il"],
    "3,5 millions d’euros, 12 000 €, 1 200 et 2024 300": [
        *("3,5 millions", "d", "euros", "12 000 €", "1 200", "et", "2024", "300"),
    ],
    "50 pour cent ou 5 %, le 1er mai": ["50 pour cent", "ou", "5 %", "le", "1er", "mai"],
}
SENTENCES = {
    "« Nous paierons. » Elle est partie. « Pourquoi ? » a-t-il dit.": [
        *("Nous paierons", "Elle est partie", "Pourquoi a-t-il dit"),
    ],
    "M. Roux et Mme. Arnaud sont venus.Elle aussi.": ["M Roux et Mme Arnaud sont venus", "Elle aussi"],
}
FIGURES = {
    "zéro, deux, seize, dix-sept": ["0", "2", "16", "17"],
    "vingt et un, vingt-et-une, vingt-deux": ["21", "21", "22"],
    "soixante-dix, soixante et onze, septante et un": ["70", "71", "71"],
    "quatre-vingts, quatre-vingt-dix-neuf, nonante-neuf": ["80", "99", "99"],
    "cent, deux cents, deux cent trois, mille deux cent trente-quatre": ["100", "200", "203", "1234"],
    "deux mille, cent mille, un million, trois milliards": ["2000", "100000", "1000000", "3000000000"],
    "deux-cent-quatre-vingt-dix": ["290"],
    "un homme et une femme": [],
    "3,5 millions d’euros, 3 500 000 €, 3.500.000 euros": ["EUR 3500000"] * 3,
    "1 200,5 et 1.200,5": ["1200.5", "1200.5"],
    "cinquante pour cent, 50 pour cent, 50 %": ["50 %"] * 3,
    "premier, deuxième, neuvième, dix-septième, 1er, 2e": ["1th", "2th", "9th", "17th", "1th", "2th"],
    "le 1er mai 2031, 31 décembre, en mars, mi-avril 2030": [
        *("date 2031-05-01", "date XXXX-12-31", "date XXXX-03-XX", "date 2030-04-XX"),
    ],
}
RECKONED = {
    ("vendredi", "2031-04-04"): "",
    ("vendredi dernier", "2031-04-04"): "",
    ("vendredi", "2031-04-03"): "2031-04-03 is not a Vendredi",
    ("hier", "2031-04-04"): "",
    ("Aujourd’hui", "2031-04-05"): "",
    ("le mois dernier", "2031-03"): "",
    ("last month", "2031-03"): "a date cannot be counted from the words `last month`",
}
NEGATED = {
    "Nous ne voulons pas payer le prix de la paix.": ["payer le prix de la paix"],
    "Il n’a jamais vu le prix de la paix.": ["vu le prix de la paix"],
    "Il ne veut rien, mais il paiera le prix de la paix.": [],
}
MARKED = {
    "हिन्दी में लिखा हुआ": ["हिन्दी", "में", "लिखा", "हुआ"],
    "شُكْرًا جَزِيلًا": ["شُكْرًا", "جَزِيلًا"],
    "שָׁלוֹם בר־און": ["שָׁלוֹם", "בר", "און"],
}
QUOTED = {
    "« Elle a écrit : “Ouvrez donc.” Et nous ? » a-t-il dit.": "Elle a écrit Ouvrez donc Et nous",
    "Il a dit « non », puis « peut-être ».": "non peut-être",
    "Er sagte »nein« und ging.": "nein",
    "Il dit « non » “oui” “rien” à tous.": "non oui rien",
    "» Nous partons": "Nous partons",  # a quotation that goes on
}


@pytest.mark.parametrize("text", TOKENS)
def test_french_tokens(text: str) -> None:
    assert [token.text for token in tokens(normalise(text), FRENCH)] == TOKENS[text]


@pytest.mark.parametrize("text", SENTENCES)
def test_french_sentences(text: str) -> None:
    [paragraph] = paragraphs(text, FRENCH)
    assert [" ".join(token.text for token in s.tokens) for s in paragraph.sentences] == SENTENCES[text]


@pytest.mark.parametrize("text", FIGURES)
def test_french_figures(text: str) -> None:
    [paragraph] = paragraphs(text, FRENCH)
    assert [number.form for s in paragraph.sentences for number in FRENCH.figures(s.tokens)] == FIGURES[text]


@pytest.mark.parametrize(("words", "day"), RECKONED)
def test_french_words_that_count(words: str, day: str) -> None:
    assert relative_date_fault(words, parse(day), parse("2031-04-05"), FRENCH) == RECKONED[words, day]


@pytest.mark.parametrize("text", NEGATED)
def test_french_negations(text: str) -> None:
    source = FullText(text, AliasTable({}), FRENCH)
    passages = NEGATED[text] or ["paiera le prix de la paix"]
    found = [occurrence.negated for passage in passages for occurrence in source.occurrences(passage) or ()]
    assert found == [bool(NEGATED[text])] * len(passages)


def test_a_registered_name_stands_behind_a_vowel_that_fell() -> None:
    aliases = AliasTable({"Oslo": "oslo", "Côte d'Azur": "coast", "Aquila": "aquila"})
    source = FullText("L’accord d’Oslo vaut sur la Côte d’Azur, à L’Aquila et qu’importe.", aliases, FRENCH)
    assert source.profiles[0].names == ("Oslo", "Côte d'Azur", "Aquila")


def test_words_that_open_a_french_sentence_are_no_names() -> None:
    source = FullText("Cependant Le Pont ferme. Elle part. Dans la nuit, Anna rit.", AliasTable({}), FRENCH)
    assert [profile.names for profile in source.profiles] == [("Le Pont",), (), ("Anna",)]


FRENCH_OPENERS = {  # what is kept as names of sentences that open with plain words
    "Malgré la houle, Anna rit. Pêcheurs et marins partent. Cependant Oslo ferme.": ["Anna", "Oslo"],
    "Hier, le maire a ri. Selon Anna Roux, il rit. Les Bretons rient.": ["Anna Roux", "Bretons"],
    "Aujourd'hui encore. D'après Oslo, rien. M. Roux et Mme Le Bihan rient.": ["Oslo", "Roux", "Mme Le Bihan"],
}


@pytest.mark.parametrize("text", FRENCH_OPENERS)
def test_a_french_dictionary_tells_what_opens_a_french_sentence(text: str) -> None:
    source = FullText(text, AliasTable({}), FRENCH)
    assert [name for profile in source.profiles for name in profile.names] == FRENCH_OPENERS[text]


@pytest.mark.parametrize("text", MARKED)
def test_marks_belong_to_their_letters(text: str) -> None:
    assert [token.text for token in tokens(normalise(text))] == MARKED[text]


@pytest.mark.parametrize("text", QUOTED)
def test_guillemets_nest(text: str) -> None:
    [paragraph] = paragraphs(text, FRENCH)
    assert " ".join(token.text for token in paragraph.tokens if token.quoted) == QUOTED[text]


def test_the_space_inside_guillemets_belongs_to_them() -> None:
    assert normalise("Il dit « oui » ; »ja« heißt ja, «sí».") == 'Il dit "oui" ; "ja" heißt ja, "sí".'


@pytest.mark.parametrize("language", [ENGLISH, FRENCH], ids=lambda language: language.code)
def test_tables_are_in_lower_case(language: object) -> None:
    tables = [value for value in vars(language).values() if isinstance(value, frozenset | dict)]
    known = [word for table in tables for word in table if word not in ("US$", "A$", "C$")]
    assert [word for word in known if word != word.lower()] == []
