"""Which sentences may answer a question, over two invented dossiers in two languages; and the command that asks."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator import files, lockfiles, pipeline
from generator.__main__ import main
from generator.briefing import Briefing
from generator.content.dates import parse
from generator.content.registries import Question
from generator.drafting.asking import Reader
from generator.drafting.questions import asked
from generator.drafting.topics import LIKELY
from generator.evidence.languages import LANGUAGES
from generator.evidence.source import FullText
from tests.folders import HERE

QUESTIONS = HERE / "drafting" / "questions"
LEAST = {"harbour": (0.9, 0.75), "vote": (0.9, 0.55)}  # precision and recall: of what may answer, what does, and back
ARTICLE = {"content/facts/any.yml": "article: {title: Any, published: 2024-01-01}"}


def briefing_of(name: str) -> Briefing:
    """A dossier without facts."""
    files_of = yaml.safe_load((QUESTIONS / name / "dossier.yml").read_text(encoding="utf-8"))
    texts = {path: json.dumps(entries, default=str) for path, entries in files_of.items() if entries}
    return pipeline.load({**texts, **ARTICLE}, files.ArticleTexts({}, {}, {}))


def answered(name: str) -> Iterator[tuple[str, set[str], set[str]]]:
    """Each sentence, the questions that it answers, and those that it is found to."""
    briefing = briefing_of(name)
    articles = yaml.load((QUESTIONS / name / "articles.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for article in articles:
        text = "\n".join(" ".join(sentence for sentence, _ in paragraph) for paragraph in article["paragraphs"])
        source = FullText(text, briefing.aliases, LANGUAGES[article["language"]])
        reader = Reader("any", parse(article["published"]), source, briefing)
        for paragraph, lines in zip(article["paragraphs"], reader.lines, strict=True):
            for (sentence, right), line in zip(paragraph, lines, strict=True):
                found = reader.listener.answers(line, spoken=reader.is_spoken(line))
                yield sentence, set(right), {one.question for one in found}


@pytest.mark.parametrize("name", LEAST)
def test_sentences_are_matched_with_questions(name: str) -> None:
    pairs = list(answered(name))
    right = sum(len(answers & found) for _, answers, found in pairs)
    precision, recall = right / sum(len(f) for _, _, f in pairs), right / sum(len(a) for _, a, _ in pairs)
    wrong = [(sentence, answers ^ found) for sentence, answers, found in pairs if answers != found]
    assert (precision >= LEAST[name][0], recall >= LEAST[name][1]) == (True, True), (precision, recall, wrong)


ASKED = {
    "How many dockers went on strike?": ("number", "docker"),
    "How many percent did prices rise?": ("share", ""),
    "What part of the cost would Norway carry?": ("share", ""),
    "How large a share would Norway carry?": ("share", ""),
    "How much does the cable cost?": ("amount", ""),
    "What did the repairs cost?": ("amount", ""),
    "How long is the cable?": ("measure", ""),
    "When was the summit?": ("date", ""),
    "By when must they leave?": ("date", ""),
    "Who spoke?": ("words", ""),
    "Combien de pays ont participé ?": ("number", "pays"),
    "Quelle part de la somme est payée ?": ("share", ""),
    "Quand la ligne rouvre-t-elle ?": ("date", ""),
    "How much barley did the mill buy?": ("quantity", ""),
    "How much did the mill buy?": ("quantity", ""),
    "How much did the mill pay for barley?": ("amount", ""),
    "How much money did the mill spend?": ("amount", ""),
    "How many did the mill buy?": ("number", ""),
    "Combien d'argent le moulin a-t-il donné ?": ("amount", ""),
    "Combien d'orge le moulin a-t-il acheté ?": ("number", "orge"),
}


@pytest.mark.parametrize("question", ASKED)
def test_a_question_says_what_it_asks_for(question: str) -> None:
    put = asked(Question(id="any", asks="sources", question=question))
    assert (put.wants, put.noun.removesuffix("s") if put.noun != "pays" else put.noun) == ASKED[question]


def test_one_figure_answers_one_question() -> None:
    """It fits both questions, and one of them better."""
    briefing = briefing_of("harbour")
    better = Question(id="struck", asks="sources", question="How many dockers went on strike at the port?")
    other = Question(id="back", asks="sources", question="How many dockers of the port ended their strike?")
    both = replace(briefing, content=replace(briefing.content, questions={"back": other, "struck": better}))
    text = FullText("Some 1,200 dockers are on strike at the port.", both.aliases)
    reader = Reader("any", parse("2024-03-05"), text, both)
    [[line]] = reader.lines
    assert reader.listener.answer(other, line, spoken=False).strength > LIKELY
    assert [one.question for one in reader.listener.answers(line, spoken=False)] == ["struck"]


MEASURED = {
    "How long is the cable?": {
        "The cable is 280 kilometres long.": True,
        "The cable runs for 280 km from the island to the shore.": True,
        "A cable of 280 miles was laid.": True,
        "The 280-kilometre cable was laid in May.": True,
        "The mast of the cable is 40 metres high.": False,
        "The cable lies at a depth of 40 metres.": False,
        "The cable passes 40 metres below the quay.": False,
        "The cable reaches 300 villages.": False,
        "The cable was cut 12 kilometres away.": False,
        "The village is 12 kilometres wide.": False,
        "The village lies 12 kilometres along the shore.": False,
    },
    "How high is the mast?": {
        "The mast is 40 metres high.": True,
        "The mast will rise to 40 metres.": True,
        "The mast stands 40 metres wide.": False,
        "The mast took 40 days.": False,
    },
    "How old is the mast?": {"The mast is 40 years old.": True, "The mast is 40 metres high.": False},
    "Sur quelle distance la route est-elle fermée ?": {
        "La route est fermée sur 12 kilomètres.": True,
        "La route est fermée à 40 mètres de hauteur.": False,
        "La route est fermée pour 12 jours.": False,
    },
}


@pytest.mark.parametrize("question", MEASURED)
def test_a_measure_answers_where_it_is_of_what_is_asked(question: str) -> None:
    put, briefing = Question(id="any", asks="sources", question=question), briefing_of("harbour")
    language = LANGUAGES["fr" if "quelle" in question else "en"]
    found = {}
    for sentence in MEASURED[question]:
        reader = Reader("any", parse("2024-03-05"), FullText(sentence, briefing.aliases, language), briefing)
        [[line]] = reader.lines
        found[sentence] = reader.listener.answer(put, line, spoken=False).strength > LIKELY
    assert found == MEASURED[question]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier with two articles that nobody has read, one of them in French."""
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    (root / "texts").mkdir()
    told = (
        "Norway would carry 45 percent of the cost of the cable.\nThere are 3,000 farms near Bergen that get power.\n"
    )
    (root / "texts/2024-06-08-power.txt").write_text(told, encoding="utf-8")
    french = "La Norvège paierait 40 % du coût du câble.\nLe câble dessert 4 000 fermes de Bergen, selon The Herald.\n"
    (root / "seeds/2024-06-09-cable.txt").write_text(french, encoding="utf-8")
    countries = root / "content/countries.yml"
    countries.write_text(countries.read_text("utf-8").replace("code: NO", "code: NO, aliases: [Norvège]"), "utf-8")
    return root


def ask(root: Path, *arguments: str) -> str:
    done = CliRunner().invoke(main, ["ask", "--root", str(root), *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_every_text_is_asked_and_answers_are_compared(dossier: Path) -> None:
    assert ask(dossier, "cable-share") == (
        "What part of the cable's cost would Norway carry?\n"
        "  50 percent: oslo-pledge\n"
        "  40 percent: bergen-share\n"
        "\n"
        "1.00  bergen-march (2024-06-03), paragraph 3\n"
        "      Jane Doe told the farmers that Norway would carry 40 percent of the cable's cost, a smaller part than "
        "she had named in Oslo.\n"
        "      bergen-share answers “40 percent”\n"
        "      “40 percent”: differs from oslo-pledge\n"
        "\n"
        "1.00  2024-06-08-power (2024-06-08, no facts yet), paragraph 1\n"
        "      Norway would carry 45 percent of the cost of the cable.\n"
        "      “45 percent”: differs from oslo-pledge, bergen-share\n"
        "\n"
        "0.65  2024-06-09-cable (2024-06-09, no facts yet), paragraph 1\n"
        "      La Norvège paierait 40 % du coût du câble.\n"
        "      “40 %”: the same as bergen-share; differs from oslo-pledge\n"
        "\n"
        "0.50  oslo-cable (2024-06-01), paragraph 2\n"
        "      Jane Doe, Norway's energy minister, met her Danish colleague in Oslo on 31 May 2024 to settle the cost "
        "of the North Link cable.\n"
        "      it has every word of the question\n"
        "      facts that touch it, and do not answer: oslo-meeting\n"
        "\n"
        "0.39  oslo-cable (2024-06-01), paragraph 3\n"
        '      "We will carry 50 percent of it," she said at the harbour, "and not one krone more than that."\n'
        "      oslo-pledge answers “50 percent”\n"
        "      “50 percent”: differs from bergen-share\n"
        "\n"
        "5 sentences of 4 articles; 4 were asked\n"
    )


def test_a_text_under_two_names_is_asked_once(dossier: Path) -> None:
    before = ask(dossier, "cable-share")
    shutil.copy(dossier / "seeds/oslo-cable.txt", dossier / "texts/another-copy.txt")
    assert ask(dossier, "cable-share") == before


def test_machines_are_told_the_same(dossier: Path) -> None:
    told: dict[str, Any] = json.loads(ask(dossier, "cable-share", "--json"))
    assert told["question"] == {
        "id": "cable-share",
        "question": "What part of the cable's cost would Norway carry?",
        "about": ["energy-links", "norway"],
    }
    [bergen, power, *_] = told["sentences"]
    assert power == {
        "article": "2024-06-08-power", "published": "2024-06-08", "paragraph": 1, "sentence": 1,
        "text": "Norway would carry 45 percent of the cost of the cable.", "strength": 1.0, "match": "likely",
        "answer": "45 percent",
        "facts": [], "answered_by": [], "same": [], "differs": ["oslo-pledge", "bergen-share"], "compatible": [],
    }  # fmt: skip
    assert (bergen["facts"], bergen["answered_by"]) == (["bergen-share"], ["bergen-share"])


def test_any_words_are_a_question(dossier: Path) -> None:
    told = json.loads(ask(dossier, "--json", "how", "many", "farms", "get", "power?"))
    assert told["question"] == {"id": None, "question": "how many farms get power?", "about": []}
    assert [(one["article"], one["answer"]) for one in told["sentences"]] == [("2024-06-08-power", "3,000")]


def test_a_word_is_looked_for(dossier: Path) -> None:
    told = json.loads(ask(dossier, "--json", "farmers"))
    assert {one["article"] for one in told["sentences"]} == {"bergen-march"}
    assert len(told["sentences"]) > 1
    assert json.loads(ask(dossier, "--json", "?"))["sentences"] == []


BARLEY = {
    "texts/2025-04-02-mill.txt": "The mill at Marlow is old.\nLast year it paid $230 a tonne for its barley.\n"
    "In 2024 the Marlow mill bought 18,000 tonnes of barley.\nSome 3,000 farmers near Marlow grow barley.\n"
    "Oats it did not buy.\n",
    "texts/2025-04-03-moulin.txt": "Le moulin de Valmont a acheté 17 500 tonnes d'orge, selon le journal de la ville.\n"
    "Les paysans de la vallée cultivent de l'orge et du blé, et ils en sont contents.\n",
}
BOUGHT = "In 2024 the Marlow mill bought 18,000 tonnes of barley."
FRENCH = "Le moulin de Valmont a acheté 17 500 tonnes d'orge, selon le journal de la ville."
ANSWERING = {
    "How much barley did the Marlow mill buy in 2024?": {BOUGHT: "18,000"},
    "How much barley does the Marlow mill buy?": {BOUGHT: "18,000"},
    "How many tonnes of barley did the Marlow mill buy?": {BOUGHT: "18,000"},
    "How much did the Marlow mill buy in 2024?": {BOUGHT: "18,000"},
    "Marlow bought tonnes barley": {BOUGHT: ""},
    "Marlow mill buying barley": {BOUGHT: ""},
    "How much does the mill pay for a tonne of barley?": {"Last year it paid $230 a tonne for its barley.": "$230"},
    "Combien d'orge le moulin de Valmont a-t-il acheté ?": {FRENCH: "17 500"},
    "Combien le moulin de Valmont a-t-il acheté d'orge ?": {FRENCH: "17 500"},
}


@pytest.fixture
def barley(dossier: Path) -> Path:
    """The dossier with two more articles that nobody has read."""
    for path, text in BARLEY.items():
        (dossier / path).write_text(text, encoding="utf-8")
    return dossier


@pytest.mark.parametrize("question", ANSWERING)
def test_what_is_measured_is_found(question: str, barley: Path) -> None:
    told = json.loads(ask(barley, "--json", question))
    assert {one["text"]: one["answer"] or "" for one in told["sentences"]} == ANSWERING[question]


def test_a_sentence_with_all_words_of_a_question_is_shown(barley: Path) -> None:
    """It may have nothing of the kind that is asked for, or be of another time."""
    assert ask(barley, "When", "did", "farmers", "near", "Marlow", "grow", "barley?") == (
        "When did farmers near Marlow grow barley?\n"
        "\n"
        "0.50  2025-04-02-mill (2025-04-02, no facts yet), paragraph 4\n"
        "      Some 3,000 farmers near Marlow grow barley.\n"
        "      it has every word of the question\n"
        "\n"
        "1 sentences of 1 articles; 6 were asked\n"
    )


def test_words_that_stand_nowhere_together_show_the_nearest_sentences(barley: Path) -> None:
    assert ask(barley, "Marlow", "barley", "and", "oat", "harvest", "buyers") == (
        "Marlow barley and oat harvest buyers\n"
        "\n"
        "no sentence seems to answer; these come nearest:\n"
        "\n"
        "0.20  2025-04-02-mill (2025-04-02, no facts yet), paragraph 3\n"
        "      In 2024 the Marlow mill bought 18,000 tonnes of barley.\n"
        "\n"
        "0.20  2025-04-02-mill (2025-04-02, no facts yet), paragraph 4\n"
        "      Some 3,000 farmers near Marlow grow barley.\n"
        "\n"
        "0 sentences of 0 articles; 6 were asked\n"
    )
    told = json.loads(ask(barley, "--json", "Marlow barley and oat harvest buyers"))
    assert {one["match"] for one in told["sentences"]} == {"nearest"}
    assert json.loads(ask(barley, "--json", "penguins"))["sentences"] == []


def test_a_text_that_is_not_at_hand_is_told_of(dossier: Path) -> None:
    text = (dossier / "seeds/oslo-cable.txt").read_text(encoding="utf-8")
    lock = lockfiles.from_text(pipeline.read(files.content(dossier)), "oslo-cable", text)
    (dossier / "seeds/oslo-cable.lock").write_text(lock, encoding="utf-8")
    (dossier / "seeds/oslo-cable.txt").unlink()
    assert ask(dossier, "cable-share").endswith("3 were asked\nno text at hand: oslo-cable\n")


def test_what_several_articles_count_and_nobody_asks_is_proposed(dossier: Path) -> None:
    assert ask(dossier) == (
        "# Word each question, and copy what matters into content/questions.yml.\n"
        "\n"
        "# 2 articles give figures, and they differ:\n"
        "#   2024-06-08-power, paragraph 2: 3,000 farms\n"
        "#   2024-06-09-cable, paragraph 2: 4 000 fermes\n"
        "- id: farms\n"
        "  asks: sources\n"
        "  question: How many farms?\n"
    )
    [proposed] = json.loads(ask(dossier, "--new", "--json"))
    assert (proposed["id"], proposed["differ"], [one["figure"] for one in proposed["figures"]]) == (
        "farms",
        True,
        ["3,000", "4 000"],
    )


def test_what_a_question_asks_already_is_not_proposed(dossier: Path) -> None:
    questions = dossier / "content/questions.yml"
    entry = "- {id: farms, asks: sources, question: How many farms near Bergen get power?}\n"
    questions.write_text(questions.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert ask(dossier) == "no two articles give figures for one thing that no question asks\n"


STORES = (
    "Ledo used 1.7 million tonnes of rice this season, its rice board said.\n"
    "Farmers of Ledo get ZMW 7,300 per tonne of rice from the board.\n"
    "In London the price of rice fell to $620 a tonne this season.\n"
    "Some 40 trams cross the bridge at Ledo each day.\n"
)
OTHERS = (
    "Traders stored 260,000 tonnes of rice at Ledo this season.\n"
    "The board of Ledo pays farmers ZMW 7,300 per tonne of their rice.\n"
    "The rice price fell below $620 a tonne in London, traders said this season.\n"
    "About 45 trams cross the bridge at Ledo each day.\n"
)
LATER = "On Monday the price of rice in London fell to less than USD 620 per tonne.\n"


def proposed(root: Path, **texts: str) -> dict[str, tuple[int, bool, list[str]]]:
    """The questions that are proposed: of how many articles, whether these differ, and the figures."""
    shutil.rmtree(root / "texts", ignore_errors=True)
    (root / "texts").mkdir()
    for name, text in texts.items():
        (root / f"texts/2025-05-0{len(name)}-{name}.txt").write_text(text, encoding="utf-8")
    told = json.loads(ask(root, "--json"))
    return {one["question"]: (one["articles"], one["differ"], [f["figure"] for f in one["figures"]]) for one in told}


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The small dossier and its texts."""
    return Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))


def test_figures_of_one_kind_alone_are_for_one_thing(bare: Path) -> None:
    """What is used is not what is stored, a price is no amount, a ceiling is no figure; one number does not differ."""
    assert proposed(bare, a=STORES, bb=OTHERS, ccc=LATER) == {
        "How much is the price per tonne, in ZMW?": (2, False, ["ZMW 7,300", "ZMW 7,300"]),
        "How much is the price per tonne, in USD?": (2, False, ["below $620", "less than USD 620"]),
        "How many trams?": (2, False, ["Some 40", "About 45"]),
    }


def test_a_report_under_two_names_is_one(bare: Path) -> None:
    wire = STORES + "The board was founded long ago and has an office in the old town.\n"
    assert proposed(bare, a=wire, bb=wire + "More follows.\n") == {}
    one = {"a": "The mill at Ledo stands.\nSome 3,000 farms near Ledo grow rice.\n"}
    assert proposed(bare, **one, bb="Rain fell.\nSome 3,000 farms near Ledo grow rice.\n") == {}
    [(question, told)] = proposed(bare, **one, bb="Rain fell.\nSome 5,000 farms near Ledo grow rice.\n").items()
    assert (question, told) == ("How many farms?", (2, True, ["Some 3,000", "Some 5,000"]))


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("The board pays 20 percent of the cost of the quay.", "It pays 25 percent of the cost of the quay, it said.",
         "What percentage of the cost?"),
        ("Prices at the quay rose by 20 percent this year.", "This year prices at the quay rose by 25 percent.", ""),
        ("The fine at the quay rose to $20 this year.", "This year a fine at the quay is $25.",
         "How much is the fine, in USD?"),
        ("The fine at the quay rose by $20 this year.", "This year a fine at the quay is $25.", ""),
        ("The board set up a fund of $3 million for the quay.", "A fund of $4 million was set up for the quay by them.",
         "How much is the fund, in USD?"),
        ("The mill at Ledo bought 300 tonnes of rice.", "Ledo's mill purchased 350 tonnes of rice, traders said.",
         "How many tonnes of rice?"),
        ("The mill at Ledo bought 300 cargo of rice.", "Ledo's mill purchased 350 cargo of rice, traders said.", ""),
    ],
)  # fmt: skip
def test_a_question_can_be_read_or_is_not_proposed(one: str, other: str, question: str, bare: Path) -> None:
    assert list(proposed(bare, a=one, bb=other)) == ([question] if question else [])


def test_a_mistyped_id_is_told(dossier: Path) -> None:
    done = CliRunner().invoke(main, ["ask", "--root", str(dossier), "cable-shar"])
    assert (done.exit_code, "did you mean `cable-share`?" in done.stderr) == (2, True)
