"""What `make measure-scale` measures: invented dossiers that nothing is wrong with, and what is made of their costs."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator import files, pipeline
from tests.folders import article_texts_of, texts_of
from tools import large_dossier, measure_scale
from tools.growth_graph import graph
from tools.measure_scale import Measured, exponent, ratios, report
from tools.scale_cases import STAGE, Cost, middle

FACTS = 12


def size(articles: int, facts: int, **processor: float) -> Measured:
    costs = {
        name.replace("_", " "): Cost(9.0, seconds, 80.0, {"rules": seconds / 2}) for name, seconds in processor.items()
    }
    costs["verify.py"] = costs.pop("verify", Cost(1, 1, 1))
    return Measured(articles, facts, 40, 2.0, costs)


SMALL = size(20, 600, check=2.0, clean_build=20, one_word_changed=2, article_added=4, nothing_changed=0.5, verify=1)
LARGE = size(100, 3000, check=10.0, clean_build=160, one_word_changed=120, article_added=8, nothing_changed=1, verify=5)


@pytest.mark.parametrize("articles", [1, 4, 7])
def test_nothing_is_wrong_with_a_dossier_of_any_size(articles: int, tmp_path: Path) -> None:
    assert large_dossier.write(tmp_path, articles, FACTS) == articles * FACTS
    briefing = pipeline.load(files.content(tmp_path), files.article_texts(tmp_path))
    assert list(map(str, pipeline.problems(briefing))) == []
    assert (len(briefing.articles), len(briefing.facts)) == (articles, articles * FACTS)


def test_an_article_more_rests_on_nothing_and_nothing_on_it(tmp_path: Path) -> None:
    large_dossier.write(tmp_path, 3, FACTS)
    large_dossier.write_article(tmp_path, large_dossier.one_more(3, FACTS))
    briefing = pipeline.load(files.content(tmp_path), files.article_texts(tmp_path))
    assert list(map(str, pipeline.problems(briefing))) == []
    assert len(briefing.articles) == 4


def test_the_same_size_is_the_same_dossier_and_a_larger_one_holds_its_articles(tmp_path: Path) -> None:
    for name, articles in (("one", 3), ("again", 3), ("more", 5)):
        large_dossier.write(tmp_path / name, articles, FACTS)
    one, again, more = (texts_of(tmp_path / name) for name in ("one", "again", "more"))
    assert one == again
    of_articles = {path: text for path, text in one.items() if path.startswith(("content/facts/", "seeds/"))}
    assert len(of_articles) == 6
    assert of_articles.items() <= more.items()
    assert len(article_texts_of(more).texts) == 5


def test_growth_is_told_as_a_power_of_the_facts() -> None:
    assert exponent((100, 1.0), (1000, 10.0)) == pytest.approx(1)
    assert exponent((100, 1.0), (1000, 100.0)) == pytest.approx(2)
    assert exponent((100, 0.01), (1000, 1.0)) is None  # too little to tell
    assert exponent((100, 1.0), (100, 1.0)) is None


def test_stages_are_read_from_what_a_profile_prints() -> None:
    head = "facts 3\nstage    seconds  processor  peak MB\n"
    told = f"{head}reading     2.63       0.35    66.89\nin all      9.99       0.40    70.00\n"
    assert STAGE.findall(told) == [("reading", "0.35"), ("in all", "0.40")]


def test_each_number_has_its_own_median() -> None:
    costs = [Cost(1, 9, 5, {"rules": 3}), Cost(2, 7, 6, {"rules": 1}), Cost(3, 8, 4, {"rules": 2})]
    assert middle(costs) == Cost(2, 8, 5, {"rules": 2})


def test_costs_of_one_run_are_compared_and_one_above_its_limit_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    limits = {**measure_scale.PER_FACT, **measure_scale.BESIDE_CLEAN}
    assert list(ratios(SMALL, LARGE)) == [
        ("check: a fact at 100 articles beside one at 20", 1.0, limits["check"]),
        ("clean build: a fact at 100 articles beside one at 20", pytest.approx(1.6), limits["clean build"]),
        ("verify.py: a fact at 100 articles beside one at 20", 1.0, limits["verify.py"]),
        ("one word changed beside a clean build", 0.75, limits["one word changed"]),
        ("article added beside a clean build", 0.05, limits["article added"]),
        ("nothing changed beside a clean build", 1 / 160, limits["nothing changed"]),
    ]
    sizes = {20: SMALL, 100: LARGE}
    monkeypatch.setattr(measure_scale, "measured", lambda articles, *_: sizes[articles])
    assert measure_scale.compare((20, 100)) == 1
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines() if "TOO MUCH" in line] == ["20", "build"]
    assert measure_scale.compare((20, 20)) == 0


def test_the_report_has_every_case_and_the_growth_of_every_stage() -> None:
    text = report([SMALL, LARGE], "make measure-scale")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert rows[0] == "|  | 20 articles, 600 facts | 100 articles, 3,000 facts |"
    assert "| clean build | 9.00 / 20.00 / 80 | 9.00 / 160.00 / 80 |" in rows
    assert "| hugo, same Markdown | not measured | not measured |" in rows
    assert "| **clean build** | 20.00 | 160.00 | 1.29 |" in rows
    assert "| rules | 10.00 | 80.00 | 1.29 |" in rows


def test_lines_of_the_graph_stand_where_their_costs_do() -> None:
    drawn = ET.fromstring(graph({"a <b>": [(10, 0.1), (100, 1), (1000, 10)], "none": [(10, 0)]}, "facts", "seconds"))
    space = "{http://www.w3.org/2000/svg}"
    [line] = drawn.iter(f"{space}polyline")
    assert line.get("points") == "60.0,356.0 285.0,186.0 510.0,16.0"
    words = [text.text for text in drawn.iter(f"{space}text")]
    assert words == ["10", "100", "1,000", "0.1", "1", "10", "facts", "seconds", "a <b>"]
