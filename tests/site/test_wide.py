"""A dossier that has too many of everything: each page stays small, and all that is cut stands on pages of its own."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest

from generator.publishing.frame import Frame
from generator.publishing.site import write_theme
from tests.folders import ROOT
from tests.site.test_cut import BYTES, CARDS, cards, tree
from tests.site.wide import (
    AT_EVENT,
    DRAWN,
    EDITIONS,
    IN_ARTICLE,
    PEOPLE,
    SPOKEN_OF,
    TAKING_PART,
    THEMES,
    pages_of_wide,
    wide,
)

pytestmark = pytest.mark.site


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
    editions = re.findall(r"\{ #(edition-[\d-]+) \}", "".join(parts.values()))
    assert len(set(editions)) == EDITIONS


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
