"""A dossier that has too many of everything: each page stays small, and all that is cut stands on pages of its own.

What scripts add to such pages, in a browser: all choices of Explore, and the filter.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Page, expect

from generator import files
from generator.publishing.frame import Frame
from generator.publishing.site import write_theme
from generator.site.pages.explore import CHOICES
from generator.site.parts.page import built
from tests.conftest import served
from tests.folders import ROOT
from tests.rules.test_own_links import told
from tests.site.test_cut import BYTES, CARDS, cards, tree
from tests.site.themed import in_theme
from tests.site.wide import (
    AT_EVENT,
    DRAWN,
    EDITIONS,
    IN_ARTICLE,
    PEOPLE,
    SPOKEN_OF,
    TAKING_PART,
    THEMES,
    files_of_wide,
    pages_of_wide,
    surname,
    wide,
)

pytestmark = pytest.mark.site
PART = "themes/t0/2031-11.md"


def below(path: str) -> dict[str, str]:
    """The pages of a list that is cut, by their paths."""
    return {one: text for one, text in pages_of_wide().items() if one.startswith(f"{path}/")}


def links(texts: Iterable[str], found: str) -> list[str]:
    return [link for text in texts for link in tree(text).xpath(found)]


def test_each_fact_is_proved() -> None:
    briefing = wide().briefing
    assert [id for id, fact in briefing.facts.items() if fact.verdict != "proved"] == []


def test_no_page_is_too_large(tmp_path: Path) -> None:
    """As it is published, with all that the builder puts around it."""
    pages, site = pages_of_wide(), wide().briefing.content.site
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    write_theme(tmp_path, site)
    frame = Frame(tmp_path, site.edition)
    sizes = {
        path: len(frame.any(path, text, pages) if path.endswith(".md") else text.encode())
        for path, text in pages.items()
    }
    assert {path: size for path, size in sizes.items() if size > BYTES} == {}
    assert {path for path, text in pages.items() if len(cards(text)) > CARDS} == set()


def test_every_page_and_file_may_be_led_to() -> None:
    """By pages of one's own: parts of long lists, redirects, data, feeds and all."""
    assert len(files_of_wide()) > 100
    assert told(wide().briefing, *files_of_wide()) == []


def test_no_link_within_is_dead() -> None:
    """To a page, or to a place on it."""
    pages = pages_of_wide()
    ids = {
        path.removesuffix(".md") + ".html" if path.endswith(".md") else path: ids_of(text)
        for path, text in pages.items()
    }
    dead = set()
    for path, text in pages.items():
        for link in re.findall(r'<a [^>]*href="([^":]*)"', text):
            page, _, anchor = link.partition("#")
            where = resolved(path, page) if page else path.removesuffix(".md") + ".html"
            if where.endswith(".html") and (where not in ids or (anchor and anchor not in ids[where])):
                dead.add((path, link))
    assert dead == set()


def resolved(path: str, link: str) -> str:
    parts = list[str]()
    for part in (PurePosixPath(path).parent / link).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def ids_of(text: str) -> set[str]:
    return {*re.findall(r'\bid="([^"]+)"', text), *re.findall(r"\{ #([\w-]+)", text)}


def test_every_change_stands_on_the_page_of_its_month() -> None:
    parts = {path: text for path, text in below("changes").items() if "since" not in path}
    said = "//section[@class='changed']/ul/li | //details[contains(@class, 'changed')]/ul/li"
    [nav] = tree(pages_of_wide()["changes.md"]).find_class("parts")
    since, *years = [int(n) for n in nav.xpath("./ul/li/span[@class='parts__number']/text()")]
    assert since == len(links([text for path, text in below("changes").items() if "since" in path], said))
    assert sum(years) == len(links(parts.values(), said)) > 1000
    editions = {id: path for path, text in parts.items() for id in re.findall(r"\{ #(edition-[\d-]+) \}", text)}
    assert len(editions) == EDITIONS


def test_the_address_of_every_edition_arrives_on_the_page_of_changes() -> None:
    """Subscribers were told `changes.html#edition-…` when it was new; there it stands, or leads on from there."""
    page = pages_of_wide()["changes.md"]
    whole = re.findall(r"\{ #(edition-[\d-]+) \}", page)
    earlier = {one.get("id"): one.get("href") for one in tree(page).xpath("//a[starts-with(@id, 'edition-')]")}
    assert len({*whole, *earlier}) == len(whole) + len(earlier) == EDITIONS
    for id, href in earlier.items():
        path, _, anchor = href.partition("#")
        assert anchor == id
        assert f"{{ #{id} }}" in pages_of_wide()[f"{path.removesuffix('.html')}.md"]


def test_a_list_beside_the_facts_tells_of_no_facts() -> None:
    parts = {path: text for path, text in below("leaders").items() if "/exchanges" in path or "/own-words" in path}
    assert parts
    assert [path for path, text in parts.items() if "standfirst" in text] == []


def test_the_print_edition_in_parts_has_every_number_once() -> None:
    pages = {path: text for path, text in pages_of_wide().items() if path.startswith("dossier")}
    numbers = [int(n) for text in pages.values() for n in re.findall(r'<div id="n(\d+)">', text)]
    assert sorted(numbers) == list(range(1, len(wide().briefing.facts) + 1))
    for path, text in pages.items():
        for link in tree(text).xpath("//span[@class='refs']/a/@href"):
            page, _, anchor = link.partition("#")
            where = str((Path(path).parent / page).as_posix()) if page else path
            where = where.replace("dossier/../", "")
            assert f'id="{anchor}"' in pages[where], (path, link)


def test_the_contents_of_the_print_edition_say_what_each_of_its_documents_has() -> None:
    pages = pages_of_wide()
    chapters = tree(pages["dossier.html"]).find_class("contents")[0].xpath("./ol/li")
    told = {of.xpath("string(./a/@href)"): of.xpath("string(./span)") for of in chapters}
    numbers = {path: re.findall(r'<div id="n(\d+)">', pages[path]) for path in told if "sources" in path}
    assert {path: told[path] for path in numbers} == {path: f"{of[0]} to {of[-1]}" for path, of in numbers.items()}
    names = {
        path: [one.text_content() for one in tree(pages[path]).xpath("//h3[starts-with(@id, 'leader-')]")]
        for path in told
        if "leaders" in path
    }
    assert len(numbers) > 1
    assert names
    assert {path: told[path] for path in names} == {path: f"{of[0]} – {of[-1]}" for path, of in names.items()}
    assert told["dossier/themes.html"] == ""
    size = -(-sum(len(text.encode()) for path, text in pages.items() if path.startswith("dossier")) // 1000)
    said = " ".join(tree(pages["data.md"]).text_content().split())
    assert f"The whole briefing in {len(told) + 1} documents" in said
    assert f"({size} kB, " in said


def test_every_theme_stands_on_a_page_of_its_group() -> None:
    shown = links(below("themes/index").values(), "//ul[@class='lines']/li//a/@href")
    assert sorted(link.rpartition("/")[2] for link in shown) == sorted(f"t{n}.html" for n in range(THEMES))
    page = pages_of_wide()["themes/index.md"]
    assert links([page], "//p[@class='more rest']/a/text()") == ["All 100"] * 3


def test_every_leader_stands_on_a_page_of_the_index() -> None:
    shown = links([pages_of_wide()["leaders/index.md"]], "//div[@class='index']//li//a/@href")
    assert len({link.rpartition("/")[2] for link in shown}) == PEOPLE
    assert "For 276 more there was no room" in pages_of_wide()["leaders/index.md"]


def test_every_participant_stands_on_a_part_of_the_event() -> None:
    parts = [text for path, text in below("events/oslo").items() if "participants" in path]
    assert len(links(parts, "//ul[@class='run']/li")) == TAKING_PART
    assert links([pages_of_wide()["events/oslo.md"]], "//dd//p[@class='more rest']/a/text()") == [f"All {TAKING_PART}"]


def test_every_fact_of_an_event_stands_on_one_part() -> None:
    parts = [text for path, text in below("events/oslo").items() if "participants" not in path]
    links_of = links(parts, "//article[contains(@class, 'fact--short')]//a[@class='permalink']/@href")
    assert len(set(links_of)) == len(links_of) == AT_EVENT


def test_every_exchange_stands_on_a_part_of_the_leader() -> None:
    parts = [text for path, text in below("leaders/l0").items() if "exchanges" in path]
    ids = links(parts, "//details[starts-with(@id, 'with-')]/@id")
    assert sorted(ids) == sorted(f"with-l{n + 1}" for n in range(SPOKEN_OF))


def test_every_figure_stands_on_a_part_of_its_chart() -> None:
    parts = [text for path, text in below("figures").items()]
    assert len(links(parts, "//table[@class='picture__table']/tbody/tr")) == DRAWN
    for page in ("figures.md", "themes/t0.md"):
        assert f"All {DRAWN}" in links([pages_of_wide()[page]], "//p[@class='more rest']/a/text()")


@pytest.mark.parametrize(("question", "answers"), [("share", IN_ARTICLE), ("paper", 150)])
def test_every_answer_stands_on_one_part_of_its_question(question: str, answers: int) -> None:
    parts = [text for path, text in below(f"questions/{question}").items() if "absent" not in path]
    shown = [card.get("data-address") for text in parts for card in cards(text)]
    assert len(set(shown)) == len(shown) == answers


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages that are asked for here, in the theme, with its files and the index of the search."""
    held, site = files_of_wide(), wide().briefing.content.site
    asked = {path: str(held[path]) for path in ("explore.md", PART)}
    folder = in_theme(tmp_path_factory.mktemp("wide"), site, asked, held)
    for path, text in held.items():
        if path.startswith(("search/", "assets/")):
            files.write(folder / path, text)
    with served(folder) as address:
        yield address


def test_explore_offers_every_choice_of_a_facet(page: Page, address: str) -> None:
    """The page has the first of them; the script adds the others, and they are chosen like these."""
    page.goto(f"{address}/explore.html?leader=l{PEOPLE - 1}")
    choices = page.locator("[name=leader]")
    expect(page.locator(".explore--ready")).to_be_visible()
    assert choices.count() == PEOPLE > CHOICES
    chosen = page.locator(f"[name=leader][value=l{PEOPLE - 1}]")
    expect(chosen).to_be_checked()
    expect(page.locator(".found--facts > li")).to_have_count(1)
    expect(page.locator(".chosen__one")).to_have_count(1)
    page.locator(".chosen__one").click()
    expect(page.locator(".found--facts > li")).to_have_count(20)
    assert "leader=" not in page.url


@pytest.mark.parametrize("shown", ["1e9", "Infinity"])
def test_an_address_asks_for_no_more_than_a_reader_could_read(page: Page, address: str, shown: str) -> None:
    """What is left comes when somebody asks for it."""
    page.goto(f"{address}/explore.html?shown={shown}")
    expect(page.locator(".explore--ready")).to_be_visible()
    assert page.locator(".found--facts > li").count() == 500 < len(wide().briefing.facts)
    page.locator(".explore__more").click()
    expect(page.locator(".found--facts > li")).to_have_count(520)


def test_the_filter_of_a_part_says_that_it_filters_this_page(page: Page, address: str) -> None:
    name = f"Jo {surname(5)}"
    page.goto(f"{address}/{built(PART)}")
    cards = page.locator("article.fact")
    shown = cards.count()
    beyond = page.locator(".filter__all")
    expect(beyond).to_be_hidden()
    page.locator(".filter__words").fill(name)
    expect(page.locator(".filter__found")).to_have_text(f"1 of {shown} shown")
    expect(beyond).to_be_visible()
    link = beyond.locator("a").get_attribute("href") or ""
    assert link.endswith(f"/explore.html?q={name.replace(' ', '+')}")
    beyond.locator("a").click()
    expect(page.locator(".found--facts > li").filter(has_text=name).first).to_be_visible()
    page.go_back()
    page.locator(".filter__words").fill("")
    expect(beyond).to_be_hidden()
