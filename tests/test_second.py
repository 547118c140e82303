"""A second dossier, on another subject: other kinds of articles, another language and other scripts, no country."""

import re
from functools import partial
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from generator import files, lockfiles, pipeline
from generator.evidence.verdict import Verdict
from tests.conftest import Sites, build, laid_out
from tests.folders import HERE, ROOT, article_texts_of, texts_of

SECOND = HERE / "second"
TEXTS = texts_of(SECOND)
FRENCH = "2031-04-05-scarabee-de-verre"


@pytest.fixture(scope="module")
def second(sites: Sites) -> Path:
    return sites("second", partial(laid_out, folder="second"), "mkdocs")


def test_it_is_whole() -> None:
    briefing = pipeline.load(TEXTS, article_texts_of(TEXTS))
    assert [str(problem) for problem in pipeline.problems(briefing)] == []
    assert {fact.verdict for fact in briefing.facts.values()} == {Verdict.PROVED}
    assert not briefing.content.countries


def test_it_stands_by_its_locks_alone() -> None:
    content = pipeline.read(TEXTS)
    article_texts = article_texts_of(TEXTS)
    locks = {article: lockfiles.from_text(content, article, text) for article, text in article_texts.texts.items()}
    briefing = pipeline.load(TEXTS, files.ArticleTexts({}, locks, {}))
    assert [str(problem) for problem in pipeline.problems(briefing)] == []
    assert {fact.verdict for fact in briefing.facts.values()} == {Verdict.PROVED}


@pytest.mark.parametrize(
    ("ours", "others", "told"),
    [
        ("for €1,200 a month", "for €1,300 a month", "UNBOUND-NUMBER"),
        ("home to 21 of them", "home to 22 of them", "UNBOUND-NUMBER"),
        ("Seventy-two percent", "Seventy-three percent", "UNBOUND-NUMBER"),
        ("until 1 October", "until 2 October", "UNBOUND-DATE"),
        ("reckoned: vendredi", "reckoned: jeudi", "BAD-RECKONING"),
        ("Étienne Roux said", "Yael Bar-On said", "UNBOUND-NAME"),
        ("via: l’enquête du musée", "via: l’enquête de la ville", "UNBOUND-CHANNEL"),
        ("language: fr", "language: en", "UNBOUND-NUMBER"),
    ],
)
def test_a_french_article_refutes_what_it_does_not_say(ours: str, others: str, told: str) -> None:
    path = f"content/facts/{FRENCH}.yml"
    assert TEXTS[path].count(ours) == 1
    changed = TEXTS | {path: TEXTS[path].replace(ours, others)}
    assert told in {problem.code for problem in pipeline.problems(pipeline.load(changed, article_texts_of(changed)))}


@pytest.mark.site
def test_words_of_another_language_say_so(second: Path) -> None:
    page = html.parse(str(second / "articles" / f"{FRENCH}.html")).getroot()
    assert {passage.get("lang") for passage in page.iter("blockquote")} == {"fr"}
    assert page.xpath("//h1/@lang") == ["fr"]
    other = html.parse(str(second / "articles" / "2031-04-06-gate-locked.html")).getroot()
    assert {passage.get("lang") for passage in other.iter("blockquote")} == {None}
    question = html.parse(str(second / "questions" / "beetles.html")).getroot()
    assert [words.get("lang") for words in question.iter("blockquote")].count("fr") == 1


@pytest.mark.site
@pytest.mark.parametrize("section", ["countries", "events"])
def test_a_registry_that_is_not_there_has_a_page_that_says_so(second: Path, section: str) -> None:
    page = html.parse(str(second / section / "index.html")).getroot()
    told = page.xpath("//p[@class='nothing']/text()")
    assert told == (["Nothing has been registered here yet."] if section == "events" else [])


@pytest.mark.site
def test_its_facets_are_those_that_it_has(second: Path) -> None:
    page = html.parse(str(second / "explore.html")).getroot()
    assert list(dict.fromkeys(page.xpath("//input[@type='checkbox']/@name"))) == [
        *("leader", "organisation", "theme", "article", "kind", "voice", "month", "agreement"),
    ]


@pytest.mark.site
def test_a_dossier_may_have_tabs_of_its_own(tmp_path: Path) -> None:
    """A nav that leaves out what is not there, or is not wanted, leaves no page unbuilt."""
    root = laid_out(tmp_path, "second")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as plan:
        plan.write("nav: [Start: index.md, People: leaders/index.md]\n")
    page = html.parse(str(build(root) / "themes/index.html")).getroot()
    tabs = page.xpath("//a[contains(@class, 'md-tabs__link')]")
    assert [" ".join(tab.text_content().split()) for tab in tabs] == ["Start", "People"]


@pytest.mark.site
def test_retired_facts_keep_their_addresses(second: Path) -> None:
    addresses = {"2031-04-02-glass-beetle": "beetle-nine-hours", "2031-04-06-gate-shut": "shut-sold"}
    for article, fact in addresses.items():
        page = html.parse(str(second / "articles" / f"{article}.html")).getroot()
        assert page.xpath(f"//article[@id='{fact}']//s")


def test_names_are_read_in_their_own_direction(second: Path, page: Page) -> None:
    page.goto((second / "leaders" / "yael-bar-on.html").as_uri())
    spelling = page.locator("bdi", has_text="יעל").first
    assert spelling.evaluate("element => getComputedStyle(element).direction") == "rtl"
    say = page.locator(".fact__say", has_text="יעל").first
    assert say.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.locator("h1").evaluate("element => getComputedStyle(element).direction") == "ltr"


@pytest.mark.site
def test_one_article_without_any_registry_is_a_dossier(tmp_path: Path) -> None:
    written = {
        "seeds/rain.txt": "Rain fell on the hill all day and nobody minded it much at all.",
        "content/site.yml": "{title: Rain, description: Rain, edition: 2031-01-02, rights: Free, corrections: Us}",
        "content/facts/rain.yml": "article: {title: Rain, published: 2031-01-01}\n"
        "facts: [{id: rain-fell, say: It rained., passage: Rain fell on the hill, about: []}]",
        "mkdocs.yml": re.sub("(?m)^site_name: .*$", "site_name: Rain", (ROOT / "mkdocs.yml").read_text("utf-8")),
    }
    for name, text in written.items():
        files.write(tmp_path / name, text)
    site = build(tmp_path)
    empty = [
        path.parent.name for path in sorted(site.glob("*/index.html")) if 'class="nothing"' in path.read_text("utf-8")
    ]
    assert empty == ["countries", "events", "leaders", "questions", "themes"]
