"""Search in a real browser: the box of every page, Explore with its facets, and what is said without an index."""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from generator import files
from generator.analysis.development import periods
from generator.exports.indexed import indexed, plain, words
from generator.exports.search import SIZE, STEP, index_of
from generator.site.parts.page import Link
from generator.site.parts.search_entries import FACETS, NOWHEN, UNDATED, SearchEntry, fact_entries, subject_entries
from tests.conftest import Quiet, build, laid_out, served
from tests.folders import ROOT, context_of

HOSTILE = "Bread <img src=x onerror=document.title='run'> & butter"
SHOWN = HOSTILE.replace("'run'", "‘run’")
PATIENCE = 30_000  # milliseconds for a list of everything
POLICY = "default-src 'self'"  # the strictest that a host may set
COUNTS = "boxes => boxes.map(box => [box.value, box.parentElement.querySelector('.facet__facts').textContent])"


class Strict(Quiet):
    """The same files, under the policy of a strict host."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def entries() -> tuple[SearchEntry, ...]:
    """All that search is to find."""
    context = context_of(ROOT)
    facts = (entry for article in context.briefing.articles for entry in fact_entries(context, article))
    return (*subject_entries(context), *facts)


@pytest.fixture(scope="module")
def facts(entries: tuple[SearchEntry, ...]) -> tuple[SearchEntry, ...]:
    return tuple(entry for entry in entries if entry.what == "fact")


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page on which tests read what an address shows, and leave nothing."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dossier with a hostile name and one with a letter that has no plain form."""
    root = laid_out(tmp_path_factory.mktemp("odd"))
    for name, old, new in (
        ("themes", "name: Energy prices", f'name: "{HOSTILE}"'),
        ("leaders", "aliases: [", "aliases: [Støre, "),
    ):
        path = root / "content" / f"{name}.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return build(root)


def listed(page: Page, kind: str = "facts") -> list[str]:
    """The addresses of all that Explore lists, from the site's root."""
    expect(page.locator(".explore--ready")).to_be_visible(timeout=PATIENCE)
    hrefs = page.eval_on_selector_all(f".found--{kind} a", "links => links.map(link => link.href)")
    return [urlsplit(href).path.lstrip("/") + (f"#{f}" if (f := urlsplit(href).fragment) else "") for href in hrefs]


def explored(page: Page, address: str, query: str = "") -> list[str]:
    page.goto(f"{address}/explore.html?{query}")
    return listed(page)


def suggested(page: Page, address: str, words: str, start: str = "method.html") -> list[str]:
    page.goto(f"{address}/{start}")
    page.get_by_role("combobox").fill(words)
    expect(page.get_by_role("option").first).to_be_visible()
    texts: list[str] = page.locator(".seek__option .seek__text").all_text_contents()
    return texts


def addresses(found: list[SearchEntry] | tuple[SearchEntry, ...]) -> list[str]:
    return [entry.link.url for entry in found]


def having(facts: tuple[SearchEntry, ...], **chosen: set[str]) -> list[SearchEntry]:
    """Facts with one of the values of each facet."""
    return [
        fact
        for fact in facts
        if all(values & {v for facet, v in fact.facets if facet == name} for name, values in chosen.items())
    ]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Zelensky", "Volodymyr Zelensky"),
        ("zelenskyy", "Volodymyr Zelensky"),
        ("Selenskyj", "Volodymyr Zelensky"),
        ("Finnish president", "Alexander Stubb"),
        ("Ukraine", "Ukraine"),
        ("reassurance force", "Reassurance force"),
        ("Chérnigiv rocket", "Rocket attack near Chernigiv"),
        ("How many countries pledged", "How many countries pledged to take part in the force?"),
    ],
)
def test_a_subject_comes_first_when_its_name_is_typed(page: Page, address: str, words: str, first: str) -> None:
    assert suggested(page, address, words)[0] == first
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/explore.html?q=*")
    expect(page.locator(".found--pages a").first).to_have_text(first)


def test_a_letter_without_a_plain_form_is_found_by_one(page: Page, odd: Path) -> None:
    with served(odd) as address:
        for words in ("store", "Støre", "STÖRE"):
            assert suggested(page, address, words)[0] == "Jane Doe"


def test_the_words_of_an_article_find_their_fact(reader: Page, address: str) -> None:
    [found] = explored(reader, address, "q=%22classic from the Putin playbook%22")
    assert found.startswith("articles/2025-03-27-allies")
    assert explored(reader, address, "q=%22playbook Putin the from classic%22") == []
    expect(reader.locator(".explore__status")).to_have_text(files.words()["explore"]["nothing"])


def test_a_fact_opens_at_its_own_place(page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html?q=playbook")
    page.locator(".found--facts a").first.click()
    page.wait_for_url(f"{address}/articles/*.html#*")
    target = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    expect(target).to_be_in_viewport()
    assert target.evaluate("element => element.matches(':target')")


def test_the_box_is_used_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/leaders/index.html")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.keyboard.type("sanctions")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.locator(".seek [role=status]")).to_contain_text("results")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    second = page.get_by_role("option").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == second.get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_value("sanctions")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    page.keyboard.type("ceasefire")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.querySelector('.seek__option') !== null")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(chosen))


def test_nothing_of_the_index_is_fetched_before_it_is_wanted(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{address}/index.html", wait_until="networkidle")
    assert [path for path in asked if "/search/" in path or "explore" in path or "finding" in path] == []
    with page.expect_response("**/search/index.js*"):
        page.get_by_role("combobox").focus()


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_an_order_leaves_nothing_out(reader: Page, address: str, facts: tuple[SearchEntry, ...], order: str) -> None:
    found = explored(reader, address, f"sort={order}&shown={len(facts)}")
    places = {fact.link.url: fact.place for fact in facts}
    dated = [address for address in found if places[address] is not None]
    assert sorted(found) == sorted(addresses(facts))
    assert found[: len(dated)] == dated != found, "what has no date is last"
    times = [place for address in dated if (place := places[address])]
    assert times == sorted(times, reverse=order == "newest")


@pytest.mark.parametrize("order", ["best", "newest"])
def test_words_find_the_same_in_every_order(reader: Page, address: str, order: str) -> None:
    best = explored(reader, address, "q=sanctions&shown=400")
    found = explored(reader, address, f"q=sanctions&shown=400&sort={order}")
    assert sorted(found) == sorted(best)
    assert best


def test_facets_are_combined_freely_and_counted(page: Page, address: str, facts: tuple[SearchEntry, ...]) -> None:
    page.goto(f"{address}/explore.html?shown=400")
    chosen = {"leader": {"emmanuel-macron", "keir-starmer"}, "voice": {"quotation", "paraphrase"}, "month": {"2025-09"}}
    assert len(listed(page)) == len(facts)
    for facet, values in chosen.items():
        fieldset = page.locator(f".facet:has([name={facet}])")
        if fieldset.get_attribute("open") is None:
            fieldset.locator("summary").click()
        for value in values:
            fieldset.locator(f"[value='{value}']").check()
    expected = having(facts, **chosen)
    expect(page.locator(".explore__status")).to_have_text(f"{len(expected)} facts")
    assert len(expected) > 1
    assert sorted(explored(page, address, urlsplit(page.url).query + "&shown=400")) == sorted(addresses(expected))
    for facet in FACETS:
        others = having(facts, **{name: values for name, values in chosen.items() if name != facet})
        told = dict(page.eval_on_selector_all(f"[name={facet}]", COUNTS))
        assert told == {value: str(len(having(tuple(others), **{facet: {value}}))) for value in told}, facet


def test_agreement_is_that_of_the_questions(facts: tuple[SearchEntry, ...]) -> None:
    """A fact differs if two articles do at its time; three articles of one agency that say the same are alone."""
    briefing = context_of(ROOT).briefing
    for fact in facts:
        bound = briefing.facts[fact.link.url.partition("#")[2]]
        asked = [briefing.content.questions[id] for id in bound.answers]
        times = [
            (question, next(period.facts for period in periods(briefing, question) if bound in period.facts))
            for question in asked
            if question.asks == "sources" and not question.wording
        ]
        [*told] = [value for facet, value in fact.facets if facet == "agreement"]
        differs = any(
            one.article != other.article and briefing.exclude(question, one, other)
            for question, given in times
            for one, other in combinations(given, 2)
        )
        assert (told == ["differs"]) is differs
        assert bool(told) is bool(times)
        if told == ["agreed"]:
            origins = [{briefing.origin_of(f.article) for f in given} for _, given in times]
            assert any(len(found) > 1 for found in origins)


def test_every_fact_is_filed_under_every_month_it_can_be(facts: tuple[SearchEntry, ...]) -> None:
    assert all(any(facet == "month" for facet, _ in fact.facets) for fact in facts)
    assert {fact.place is None for fact in facts if ("month", UNDATED) in fact.facets} == {True}


def test_a_copied_address_shows_the_same_list_elsewhere(page: Page, browser: Browser, address: str) -> None:
    page.goto(f"{address}/explore.html")
    page.locator(".explore__box").fill("reassurance")
    page.locator(".facet:has([name=leader]) [value=emmanuel-macron]").check()
    page.get_by_label("Order").select_option("oldest")
    expect(page).to_have_url(re.compile("sort=oldest"))
    expect(page.locator(".found--facts li").first).to_be_visible()
    assert parse_qsl(urlsplit(page.url).query) == [
        ("q", "reassurance"),
        ("leader", "emmanuel-macron"),
        ("sort", "oldest"),
    ]
    with browser.new_context() as context:
        fresh = context.new_page()
        fresh.goto(page.url)
        assert listed(fresh) == listed(page) != []
        expect(fresh.locator(".explore__box")).to_have_value("reassurance")
        expect(fresh.locator("[value=emmanuel-macron]")).to_be_checked()
        expect(fresh.get_by_label("Order")).to_have_value("oldest")


def test_the_way_back_goes_step_by_step(page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html")
    status = page.locator(".explore__status")
    expect(status).to_have_text("346 facts")
    page.locator(".explore__box").press_sequentially("sanctions")
    expect(page).to_have_url(f"{address}/explore.html?q=sanctions")
    expect(status).to_contain_text("pages")
    words = str(status.text_content())
    page.locator(".facet:has([name=leader]) [value=keir-starmer]").check()
    expect(status).not_to_have_text(words)
    page.go_back()
    expect(status).to_have_text(words)
    expect(page.locator("[value=keir-starmer]")).not_to_be_checked()
    expect(page.get_by_label("Order")).to_have_value("best")
    page.go_back()
    expect(status).to_have_text("346 facts")
    expect(page.locator(".explore__box")).to_have_value("")
    expect(page.get_by_label("Order")).to_have_value("best")


def test_a_choice_is_taken_back_and_the_focus_is_kept(page: Page, address: str) -> None:
    page.goto(f"{address}/explore.html?leader=keir-starmer&leader=emmanuel-macron&q=sanctions")
    chips = page.locator(".chosen__one")
    expect(chips).to_have_count(2)
    first = page.get_by_role("button", name="People: Emmanuel Macron; remove")
    first.focus()
    page.keyboard.press("Enter")
    expect(chips).to_have_count(1)
    expect(chips.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".explore__box")).to_be_focused()
    expect(page).to_have_url(f"{address}/explore.html?q=sanctions")
    page.keyboard.press("Escape")
    expect(page.locator(".explore__status")).to_have_text("346 facts")


def test_a_long_list_comes_in_parts(page: Page, address: str) -> None:
    assert len(explored(page, address)) == 20
    more = page.locator(".explore__more")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".found--facts li")).to_have_count(40)
    expect(page.locator(".found--facts a").nth(20)).to_be_focused()
    expect(page).to_have_url(f"{address}/explore.html?shown=40")
    assert len(explored(page, address, "shown=400")) == 346
    expect(more).to_be_hidden()


def test_every_fact_is_listed_without_a_script(browser: Browser, address: str, facts: tuple[SearchEntry, ...]) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/explore.html?q=anything")
        links = page.locator(".explore-list .listed__facts a")
        assert {str(link.get_attribute("href")) for link in links.all()} == set(addresses(facts))
        expect(page.locator(".explore")).to_be_hidden()
        expect(page.locator(".explore-failed")).to_be_visible()
        page.locator(".listed summary").first.click()
        expect(links.first).to_be_visible()
        page.goto(f"{address}/leaders/index.html")
        page.get_by_role("combobox").fill("sanctions")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}/explore.html?q=sanctions")


@pytest.mark.parametrize("where", ["folder", "strict"])
def test_it_runs_from_a_folder_and_under_the_strictest_policy(page: Page, site: Path, where: str) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    with served(site, Strict) as address:
        start = site.as_uri() if where == "folder" else address
        assert suggested(page, start, "sanctions", "leaders/index.html")[0] == "Sanctions on Russia"
        page.keyboard.press("Enter")
        page.wait_for_url(f"{start}/explore.html?q=sanctions")
        expect(page.locator(".explore--ready")).to_be_visible()
        assert page.locator(".found--facts a").count() > 1
    assert failed == []


def test_the_builder_alone_gives_a_site_that_is_searched(page: Page, site: Path, tmp_path: Path) -> None:
    root = site.parent
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with served(tmp_path / "site") as address:
        assert suggested(page, address, "sanctions")[0] == "Sanctions on Russia"


@pytest.mark.parametrize("lost", ["search", "assets/finding.js"])
def test_where_the_index_is_missing_it_says_so(page: Page, site: Path, tmp_path: Path, lost: str) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    (shutil.rmtree if (copy / lost).is_dir() else os.remove)(copy / lost)
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    words = files.words()
    with served(copy) as address:
        page.goto(f"{address}/leaders/index.html")
        page.get_by_role("combobox").fill("sanctions")
        expect(page.get_by_role("option")).to_have_text(words["frame"]["theme"]["seek.failed"])
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/explore.html?q=sanctions")
        expect(page.locator(".explore-failed")).to_have_text(words["explore"]["failed"])
        expect(page.locator(".explore-list")).to_be_visible()
        expect(page.locator(".explore")).to_be_hidden()
    assert failed == []


def test_two_editions_are_never_mixed(page: Page, site: Path, tmp_path: Path) -> None:
    """A browser that kept the start of an earlier index gets no result from a part that is another by now."""
    copy = shutil.copytree(site, tmp_path / "site")
    part = copy / "search" / "facets.js"
    part.write_text(re.sub(r'"facets","\w+"', '"facets","later"', part.read_text("utf-8")), encoding="utf-8")
    with served(copy) as address:
        page.goto(f"{address}/explore.html?q=sanctions")
        expect(page.locator(".explore-failed")).to_be_visible()
        assert page.locator(".found a").count() == 0


def test_under_a_path_and_a_strict_policy_nothing_hostile_runs(page: Page, odd: Path, tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to(odd)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with served(tmp_path, Strict) as address:
        for start in ("index.html", "leaders/index.html"):
            assert suggested(page, f"{address}/x", "bread onerror", start)[0] == SHOWN
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/x/themes/*.html")
        page.goto(f"{address}/x/explore.html?{urlencode({'q': HOSTILE})}")
        expect(page.locator(".found--pages a").first).to_have_text(SHOWN)
        expect(page.locator(".explore__box")).to_have_value(HOSTILE)
        page.goto(f"{address}/x/explore.html")
        page.locator(".facet:has([name=theme]) summary").click()
        page.locator(".facet label", has_text=SHOWN).click()
        expect(page.locator(".chosen__one")).to_have_text(SHOWN)
        expect(page.locator(".found--facts li").first).to_be_visible()
        assert page.locator("img[src=x]").count() == 0
        assert "run" not in page.title()
        assert [url for url in asked if not url.startswith((f"{address}/x/", "data:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_it_is_accessible(browser: Browser, address: str, width: int, scheme: str) -> None:
    with browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    ) as context:
        page = context.new_page()
        page.goto(f"{address}/explore.html?q=sanctions&leader=keir-starmer")
        expect(page.locator(".found--facts li").first).to_be_visible()
        if width == 390:
            expect(page.locator(".facet").first).to_be_hidden()
            page.locator(".facets > summary").click()
        page.locator(".facet:has([name=month]) summary").click()
        found = Axe().run(page, context=".md-content")
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        suggested(page, address, "sanctions")
        page.keyboard.press("ArrowDown")
        found = Axe().run(page, context=".seek")
        assert found.violations_count == 0, found.generate_report()


def test_both_sides_fold_alike(reader: Page, address: str) -> None:
    reader.goto(f"{address}/method.html")
    ranges = [
        range(0x20, 0x250),
        range(0x370, 0x530),
        range(0x5D0, 0x5EB),
        range(0x1E00, 0x2000),
        range(0xAC00, 0xAC40),
    ]
    letters = [chr(code) for span in ranges for code in span if unicodedata.category(chr(code)) != "Cn"]
    texts = [
        *(f"a{letter}b" for letter in letters),
        "$2.2 billion and 60% of 1.5",
        "60 per cent",
        "the U.S. and U.K troops of J.D.Vance, e.g. here",
        "Oslo's harbour, Denmark’s bill, it’S",
        "1,200",
        "4.9.2025 and 1.234.567",
        "l’enquête",
        "ΟΔΥΣΣΕΥΣ",
        "Straße",
        "Bar-On",
    ]
    reader.add_script_tag(url=f"{address}/assets/finding.js")
    folded = reader.evaluate("texts => texts.map(finding.plain)", texts)
    assert {text: one for text, one in zip(texts, folded, strict=True) if one != plain(text)} == {}


@pytest.mark.parametrize(
    ("text", "found_as"), [("€1.1 billion", "1·1 billion"), ("1,200 men", "1200 men"), ("2,5 Mio", "2·5 mio")]
)
def test_a_decimal_is_not_ten_times_as_much(text: str, found_as: str) -> None:
    assert plain(text) == found_as


def has(fact: SearchEntry, word: str) -> bool:
    """Whether a fact has a word in its sentence or passages, or in a spelling of whom it is about."""
    texts = " ".join((*fact.names, *fact.words, *fact.named, *fact.about)).casefold()
    return re.search(rf"(?<!\w){word}(?!\w)", texts) is not None


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("Italy", [["italy"]]),
        ("60 percent", [["60", "sixty"], ["percent", "per cent", "%"]]),
        ("uk", [["uk"]]),
        ("USA", [["usa"]]),
        ("house", [["house", "houses"]]),
        ("sanction", [["sanctions?"]]),
        ("countries", [["country", "countries"]]),
        ("Macron troops", [["macron"], ["troops?"]]),
        ("thirty", [["30", "thirty"]]),
        ("two billion", [["2", "two"], ["billion"]]),
        ("war", [["war"]]),
        ("unit", [["units?"]]),
    ],
)
def test_all_and_only_what_has_every_word_is_found(
    reader: Page, address: str, facts: tuple[SearchEntry, ...], typed: str, forms: list[list[str]]
) -> None:
    found = explored(reader, address, urlencode({"q": typed, "shown": 400}))
    expected = [fact for fact in facts if all(any(has(fact, form) for form in word) for word in forms)]
    assert sorted(found) == sorted(addresses(expected))


@pytest.mark.parametrize(("one", "other"), [("thirty", "30"), ("two billion", "2 billion"), ("twenty-six", "26")])
def test_number_words_and_figures_are_one(reader: Page, address: str, one: str, other: str) -> None:
    found, same = (explored(reader, address, urlencode({"q": words, "shown": 400})) for words in (one, other))
    assert found == same != []


def test_a_word_that_nothing_has_is_told_with_the_nearest(page: Page, address: str) -> None:
    assert explored(page, address, "q=Macorn+troops") == []
    expect(page.locator(".explore__status")).to_have_text("No fact has “Macorn”.")
    expect(page.locator(".explore__guesses")).to_have_text("Did you mean Macron (47)?")
    page.get_by_role("button", name="Macron (47)").click()
    expect(page).to_have_url(f"{address}/explore.html?q=Macron+troops")
    expect(page.locator(".explore__guesses")).to_be_empty()
    assert len(listed(page)) > 1
    assert len(explored(page, address, "q=Macron&shown=400")) == 47
    for unknown in ("Xyzzy", "Zel"):
        assert explored(page, address, f"q={unknown}") == []
        expect(page.locator(".explore__status")).to_have_text(f"No fact has “{unknown}”.")


def test_the_box_says_what_nothing_has(page: Page, address: str) -> None:
    page.goto(f"{address}/method.html")
    page.get_by_role("combobox").fill("Macorn troops")
    said = "No fact has “Macorn”. Did you mean Macron (47)?"
    expect(page.get_by_role("option")).to_have_text(said)
    expect(page.locator(".seek [role=status]")).to_have_text(said)
    page.get_by_role("option").click()
    page.wait_for_url(f"{address}/explore.html?q=Macron+troops")


def test_the_box_finds_what_is_being_typed_and_whole_words_once_they_are(page: Page, address: str) -> None:
    assert suggested(page, address, "Zele")[0] == "Volodymyr Zelensky"
    assert suggested(page, address, "United Kin")[0] == "United Kingdom"
    page.get_by_role("combobox").fill("Zele ")
    expect(page.get_by_role("option").first).to_contain_text("No fact has “Zele”.")


def test_what_matters_comes_first(reader: Page, address: str, facts: tuple[SearchEntry, ...]) -> None:
    """Of facts whose sentences name Macron, or that he says, commitments and positions stand before background."""
    weights = {fact.link.url: fact.weight for fact in facts if "Macron" in fact.named}
    found = [url for url in explored(reader, address, "q=Macron&shown=400") if url in weights]
    assert len(found) == len(weights)
    assert [weights[url] for url in found] == sorted(weights.values(), reverse=True)
    assert len(set(weights.values())) > 3
    suggested(reader, address, "Macron")
    first = reader.locator(".seek__option:has(.seek__text--fact)").first.get_attribute("href")
    assert weights[urlsplit(str(first)).path.lstrip("/") + "#" + urlsplit(str(first)).fragment] == max(weights.values())


INVENTED = SearchEntry("fact", Link("Jane Doe met 法国总统马克龙 in Oslo.", "a.html#f1"), (), (), (), (), None)
ARABIC = "التقت الوزيرة بالرئيس ماكرون"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("马克龙", ["f1"]),
        ("总统", ["f1"]),
        ("法国总统马克龙", ["f1"]),
        ("国", ["f1"]),
        ("总马", []),
        ("马克龙 Oslo", ["f1"]),
        ("马克龙 Bergen", []),
        ("رئيس", ["f2"]),
        ("ماكرون", ["f2"]),
        ("وزير", ["f2"]),
        ("ماكروم", []),
        ("thirty-one", ["f2"]),
        ("31", ["f2"]),
        ("3", []),
        ("2,000", ["f3"]),
        ("two thousand", ["f3"]),
        ("constructor", []),
        ("__proto__", []),
        ("Bay", []),
        ("Bay of Pigs", ["f3"]),
        ("“talks in Bergen”", ["f3"]),
        ("“Bergen talks”", []),
    ],
)
def test_a_part_of_a_word_finds_it_in_scripts_that_do_not_set_words_apart(
    reader: Page, tmp_path: Path, typed: str, found: list[str]
) -> None:
    texts = {
        "f1": INVENTED.link.name,
        "f2": f"{ARABIC} 31",
        "f3": "The 2,000 farmers held talks in Bergen.",
    }
    entries = [
        replace(INVENTED, link=Link(text, f"a.html#{id}"), names=(text,), about=("Bay of Pigs",) if id == "f3" else ())
        for id, text in texts.items()
    ]
    for name, script in index_of(map(indexed, entries)).items():
        files.write(tmp_path / name, script)
    files.write(tmp_path / "assets" / "finding.js", (ROOT / "generator/theme/assets/finding.js").read_text("utf-8"))
    files.write(tmp_path / "a.html", '<!doctype html><meta charset="utf-8"><script src="assets/finding.js"></script>')
    reader.goto((tmp_path / "a.html").as_uri())
    asked = "async typed => Promise.all((await finding.find(typed)).facts.map(finding.shown))"
    assert [one["address"].partition("#")[2] for one in reader.evaluate(asked, typed)] == found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Twenty-six nations", ["26", "nations"]),
        ("two hundred thousand men", ["200000", "men"]),
        ("two billion", ["2", "billion"]),
        ("hundreds of thirty", ["hundreds", "of", "30"]),
        ("twenty, or 6", ["20", "or", "6"]),
        ("法国NATO", ["法国", "nato"]),
    ],
)
def test_both_sides_read_the_same_words(reader: Page, address: str, text: str, read: list[str]) -> None:
    reader.goto(f"{address}/method.html")
    reader.add_script_tag(url=f"{address}/assets/finding.js")
    assert words(text) == reader.evaluate("async text => (await finding.open(), finding.words(text))", text) == read


def test_no_script_of_the_index_is_long(site: Path) -> None:
    scripts = {path.name: path.read_text("utf-8") for path in (site / "search").iterdir()}
    assert [name for name, script in scripts.items() if name.startswith("words-") and len(script) > SIZE + 100] == []
    sizes = {name: script.count('"address":') for name, script in scripts.items() if name.startswith("found-")}
    assert max(sizes.values()) == STEP


def test_the_same_content_gives_the_same_index(entries: tuple[SearchEntry, ...]) -> None:
    assert list(index_of(map(indexed, entries)).items()) == list(index_of(map(indexed, entries)).items())


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """The kinds of scripts that one of the two has otherwise, or not at all; of numbered ones, each."""
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def test_a_change_of_one_fact_changes_the_scripts_of_its_words(entries: tuple[SearchEntry, ...]) -> None:
    """However many there are; its number stays, and so do those of all others."""
    place = next(n for n, entry in enumerate(entries) if entry.what == "fact")
    said = replace(entries[place].link, name="Nobody said anything remarkable.")
    again = replace(entries[place], link=said, names=(said.name,))
    before, after = (
        index_of(map(indexed, entries)),
        index_of(map(indexed, [*entries[:place], again, *entries[place + 1 :]])),
    )
    kinds = Counter(re.sub(r"search/|-\d+|\.js", "", name) for name in changed(before, after))
    assert kinds.keys() <= {"found", "words", "vocabulary", "index"}
    assert kinds["found"] == 1
    words_of_both = {word for one in (entries[place], again) for word in indexed(one).first.split("\n")}
    assert 0 < kinds["words"] <= len(words_of_both)


def test_what_is_newer_leaves_all_numbers_as_they_are(entries: tuple[SearchEntry, ...]) -> None:
    facts = [entry for entry in entries if entry.what == "fact" and entry.place]
    subjects = [entry for entry in entries if entry.what != "fact"]
    newest = max(facts, key=lambda entry: entry.place or NOWHEN)
    before, after = (
        index_of(map(indexed, some)) for some in ([*subjects, *facts[:-1]], [*subjects, *facts[:-1], newest])
    )
    found = [name for name in before if "/found-" in name]
    assert len([name for name in found if before[name] != after[name]]) <= 1


WATCH = """
    window.moved = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.moved += value; })
        .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("query", ["", "q=sanctions&leader=keir-starmer"])
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_nothing_moves_while_results_arrive(browser: Browser, address: str, width: int, query: str) -> None:
    """On a slow line, on which the page is drawn long before its results are there."""
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        drawn = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

        def late(route: Route) -> None:
            page.evaluate(drawn)
            route.continue_()

        page.route("**/search/*", late)
        explored(page, address, query)
        page.evaluate(drawn)
        assert page.evaluate("window.moved") < 0.05


@pytest.mark.parametrize("width", [390, 1440])
def test_a_box_of_a_facet_is_large_enough_to_be_hit(browser: Browser, address: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        explored(page, address, "kind=commitment")
        if width == 390:
            page.locator(".facets > summary").click()
        sizes = page.locator(".facet__choices input:visible").evaluate_all(
            "boxes => boxes.map(box => box.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"
        )
        assert len(sizes) > 3
        assert min(sizes) >= 24


def test_the_way_back_leads_to_the_same_list_and_place(page: Page, address: str) -> None:
    explored(page, address, "q=Macron")
    page.locator(".explore__more").click()
    expect(page.locator(".found--facts li")).to_have_count(40)
    link = page.locator(".found--facts a").nth(30)
    link.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 1000
    link.click()
    page.wait_for_url(f"{address}/articles/*")
    page.go_back()
    assert len(listed(page)) == 40
    page.wait_for_function("place => Math.abs(scrollY - place) < 2", arg=place)
    expect(page.locator(".found--facts a").nth(30)).to_be_in_viewport()
