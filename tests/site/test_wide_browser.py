"""What scripts add to pages of a dossier that has too many of everything: all choices of Explore, and the filter."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from generator import files
from generator.publishing.frame import Frame
from generator.publishing.site import write_theme
from generator.site.pages.explore import CHOICES
from generator.site.parts.page import built
from tests.conftest import served
from tests.folders import ROOT
from tests.site.wide import PEOPLE, files_of_wide, surname, wide

pytestmark = pytest.mark.site

PART = "themes/t0/2031-11.md"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages that are asked for here, in the theme, with its files and the index of the search."""
    root, held, site = tmp_path_factory.mktemp("wide"), files_of_wide(), wide().briefing.content.site
    shutil.copy(ROOT / "mkdocs.yml", root)
    write_theme(root, site)
    frame = Frame(root, site.edition)
    for path, text in held.items():
        if path in ("explore.md", PART) and isinstance(text, str):
            files.write(root / "site" / built(path), frame.any(path, text, held))
        elif path.startswith(("search/", "assets/")):
            files.write(root / "site" / path, text)
    for path, source in frame.theme_files().items():
        (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, root / "site" / path)
    with served(root / "site") as address:
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
