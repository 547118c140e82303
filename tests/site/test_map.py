"""The map says of each country what the records say, draws it where it lies, and says it again as a table."""

import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Page, expect

from generator import files, pipeline
from generator.analysis.derived import Derived
from generator.content.registries import Country
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Link, Party
from generator.site.pictures.map import Atlas, Hosted, Part, Taken, atlas, maps, outlines
from generator.site.render.markup import environment
from tests.folders import HERE, article_texts_of, texts_of
from tools.outlines import FRAMES, Ring, contains

PAGE = "countries/index.html"
HEAVIEST = 60_000  # bytes of the page as it is sent, compressed
TALKS = ("oslo-meeting",)
TARGET = 24  # CSS pixels that a finger needs
STEP = re.compile(r"-?\d+")


def small() -> RenderContext:
    texts = texts_of(HERE / "small")
    return RenderContext(pipeline.load(texts, article_texts_of(texts)), files.words())


def drawn(context: RenderContext, told: Atlas) -> html.HtmlElement:
    """The figure as the page has it."""
    macros = (
        environment()
        .get_template("pictures/map.md.j2")
        .make_module({"words": context.words, "link": lambda target: target})
    )
    return html.fragment_fromstring(str(macros.world(told)))  # type: ignore[attr-defined]


def test_what_a_country_does_is_counted_from_the_records() -> None:
    """Danes who march, meet in Norway or own a ministry do not make Denmark host or take part."""
    took_part = Derived("role", "jane-doe", "oslo-talks", TALKS, "took-part")
    place = Derived("role", "norway", "oslo-talks", TALKS, "place")
    talks = Link("Talks in Oslo", "events/oslo-talks.html")
    doe = Party(Link("Jane Doe", "leaders/jane-doe.html"), statements=(took_part,))
    assert atlas(small()) == Atlas(
        (talks,),
        (
            Part(Link("Denmark", "countries/denmark.html"), "DK", (), (), (), 2),
            Part(
                Link("Norway", "countries/norway.html"), "NO", (Hosted(talks, place),), (Taken(talks, (doe,)),), (), 3
            ),
        ),
        2,
        "4 June 2024",
    )


def test_the_map_asks_one_question(context: RenderContext) -> None:
    """Whoever was in other events, or is told of by somebody else alone, did not take part in the chief ones."""
    told = atlas(context)
    lead = [context.link(id) for id in context.briefing.content.site.lead_events]
    assert list(told.asked) == lead
    assert {one.event for part in told.parts for one in (*part.joined, *part.otherwise)} <= set(lead)
    assert [part.link.name for part in told.parts if part.joined] == ["France", "Ukraine", "United Kingdom"]
    assert [
        (part.link.name, [p.note for one in part.otherwise for p in one.parties])
        for part in told.parts
        if part.otherwise
    ] == [("United States", ["the place is not stated; according to Breitbart"])]
    title = drawn(context, told).findtext(".//figcaption") or ""
    assert title == "Which countries took part? " + " · ".join(link.name for link in lead)


def test_the_table_says_the_same(context: RenderContext) -> None:
    told = atlas(context)
    words, nothing = context.words["counts"]["facts"], context.words["map"]["nothing"]

    def taken(parts: tuple[Taken, ...]) -> list[tuple[str, str]] | str:
        links = [link for one in parts for link in (one.event, *(party.link for party in one.parties))]
        return [(link.name, link.url) for link in links] or nothing

    def row(part: Part) -> list[list[tuple[str, str]] | str]:
        return [
            [(part.link.name, part.link.url)],
            [(one.event.name, one.event.url) for one in part.hosted] or nothing,
            taken(part.joined),
            taken(part.otherwise),
            words["one" if part.facts == 1 else "other"].format(n=part.facts),
        ]

    def cell(element: html.HtmlElement) -> list[tuple[str, str]] | str:
        return [(a.text_content(), a.get("href", "")) for a in element.iter("a")] or element.text_content()

    rows = [[cell(element) for element in tr] for tr in drawn(context, told).iterfind(".//tbody/tr")]
    assert rows == [row(part) for part in told.parts]


def test_each_mark_leads_to_its_country_and_says_what_it_does(context: RenderContext) -> None:
    told, figure = atlas(context), drawn(context, atlas(context))
    known = {f"{part.link.url}": part for part in told.parts}
    marks = [(a.get("href", ""), a) for a in figure.iterfind(".//svg/a")]
    assert {url for url, _ in marks} == set(known)
    for url, mark in marks:
        part, said = known[url], mark.findtext("title") or ""
        assert said.startswith(f"{part.link.name}: ")
        told_of = [word for word in ("place", "took part") if word in said]
        does = {"place": part.hosted, "took part": part.joined}
        assert told_of == [word for word, found in does.items() if found]
        assert ("map__shape--joined" in html.tostring(mark, encoding="unicode")) == bool(part.joined)
    hosts = [part for part in told.parts if part.hosted]
    assert len(figure.xpath("//div[@class='maps']/div//*[@class='map__host']")) == len(hosts)


def test_the_picture_names_the_source_of_its_boundaries(context: RenderContext) -> None:
    [source] = drawn(context, atlas(context)).find_class("picture__drawing")[0].find_class("picture__source")
    assert "Boundaries: Natural Earth; no position on any is taken." in source.text_content()


def invented(name: str, code: str) -> Part:
    return Part(Link(name, "countries/a.html"), code, (), (), (), 1)


def test_only_the_pictures_that_are_needed_are_drawn() -> None:
    france, japan, unknown = invented("France", "FR"), invented("Japan", "JP"), invented("Antarctica", "AQ")
    assert [picture.region for picture in maps((france,))] == ["europe"]
    assert [picture.region for picture in maps((japan,))] == ["world"]
    both = maps((france, japan))
    assert [(p.region, [(s.part.code, s.bare) for s in p.shapes]) for p in both] == [
        ("europe", [("FR", False)]),
        ("world", [("FR", True), ("JP", False)]),
    ]
    assert maps((unknown,)) == ()


def test_a_country_without_an_outline_stands_in_the_table() -> None:
    context = small()
    content = context.briefing.content
    iceberg = Country.model_validate({"id": "iceberg", "name": "Iceberg", "code": "AQ"})
    more = replace(content, countries={**content.countries, "iceberg": iceberg})
    floating = RenderContext(replace(context.briefing, content=more), context.words)
    figure = drawn(floating, atlas(floating))
    assert [th.text_content() for th in figure.iterfind(".//tbody/tr/th")] == ["Denmark", "Iceberg", "Norway"]
    assert [a.get("href") for a in figure.iterfind(".//svg/a")] == [
        "countries/denmark.html",
        "countries/norway.html",
    ]


def test_a_small_state_has_a_dot_that_can_be_hit() -> None:
    [europe] = maps((invented("Malta", "MT"), invented("Germany", "DE")))
    assert [(shape.part.code, shape.small, shape.tiny) for shape in europe.shapes] == [
        ("MT", True, True),
        ("DE", False, False),
    ]


def test_names_do_not_cover_each_other() -> None:
    crowd = tuple(invented("A country of long name", code) for code in sorted(outlines("europe")["shapes"]) if code)
    [europe] = maps(crowd)
    placed = [shape for shape in europe.shapes if shape.name]
    assert 1 < len(placed) < len(crowd)
    for one in placed:
        near = [other for other in placed if other is not one and abs(one.y + one.line - other.y - other.line) < 20]
        assert [other.part.code for other in near if abs(one.x - other.x) < 100] == []


def rings(region: str, code: str) -> list[Ring]:
    """The outline of a country, as the picture has it."""
    found = []
    for ring in filter(None, outlines(region)["shapes"][code]["d"].split("z")):
        numbers = list(map(int, STEP.findall(ring)))
        x = y = 0
        points = []
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + step_x, y + step_y
            points.append((float(x), float(y)))
        found.append(points)
    return found


@pytest.mark.parametrize("region", ["europe", "world"])
@pytest.mark.parametrize(
    ("place", "code", "longitude", "latitude"),
    [
        ("Simferopol", "UA", 34.1, 44.95),
        ("Donetsk", "UA", 37.8, 48.0),
        ("Moscow", "RU", 37.6, 55.75),
        ("Paris", "FR", 2.35, 48.86),
        ("Berlin", "DE", 13.4, 52.52),
    ],
)
def test_a_place_lies_in_its_country_alone(
    region: str, place: str, code: str, longitude: float, latitude: float
) -> None:
    at = FRAMES[region].at(longitude, latitude)
    around = [code for code in outlines(region)["shapes"] if code and contains(rings(region, code), *at)]
    assert around == [code], place


def test_the_page_is_light(site: Path) -> None:
    assert len(gzip.compress((site / PAGE).read_bytes(), mtime=0)) < HEAVIEST


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_accessible(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/{PAGE}")
    page.locator("#map details").evaluate("details => { details.open = true }")
    found = Axe().run(page, context="#map")
    assert found.violations_count == 0, found.generate_report()


def test_the_map_fits_a_phone_and_its_countries_can_be_hit(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/{PAGE}")
    page.locator("#map details").evaluate("details => { details.open = true }")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    sizes = page.locator(".map--europe .map__country").evaluate_all(
        "links => links.map(link => { const box = link.getBoundingClientRect(); return [box.width, box.height] })"
    )
    assert len(sizes) > 1
    assert [size for size in sizes if min(size) < TARGET] == []
    page.locator(".map--europe").get_by_role("link", name="Estonia").locator(".map__reach").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Estonia")
