"""Timelines, comparisons of figures and tables of relations: drawn as the facts are, and readable by everyone."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator import files
from generator.analysis.participation import MEETINGS
from generator.evidence.qualifiers import measures
from generator.site.pages.charts import charts
from generator.site.pages.events import events_view
from generator.site.pages.leaders_index import leaders_view
from generator.site.parts.context import RenderContext
from generator.site.pictures.scales import amounts
from generator.site.render.typography import typographic
from tests.axe import WHOLE, accessible
from tests.conftest import build
from tests.folders import HERE, ROOT, texts_of
from tests.site.test_reach import EVERY_KIND

PAGES = ("events/index.html", "figures.html", "leaders/index.html", "themes/reassurance-force.html")
# A date in every form, each with a name that says which; nobody reports these events, so they rest on background.
DATES = {
    "a day": "2024-05-31",
    "a day, inferred": "{date: 2024-05-08, basis: inferred, because: a guess}",
    "a day, about": "2024-05-15~",
    "a day, perhaps": "2024-05-16?",
    "a month": "2024-05",
    "a month, about, perhaps": "2024-05%",
    "two days": "2024-05-01/2024-05-02",
    "from a month on": "2024-05/..",
    "until a day": "../2024-05-31",
    "a year": "2023",
    "over the turn of a year": "2021-12/2022-02",
}
PEOPLE = """\
- {id: peter-holm, name: Peter Holm, background: invented, sort: "Holm, Peter"}
- {id: ann-berg, name: Ann Berg, background: invented, sort: "Berg, Ann"}
"""
PARTICIPANTS = {
    "a day": ["jane-doe", "peter-holm"],
    "two days": ["ann-berg", "jane-doe", "denmark"],
    "a month": ["ann-berg"],
}
READ_TIMELINE = """() => [...document.querySelectorAll('#timeline .moment')].map(row => {
    const mark = row.querySelector('.drawn'), shape = mark?.querySelector(':scope > circle, :scope > rect')
    const name = row.querySelector('.moment__name').textContent.replace(/\\s/g, ' ')
    if (!mark) return [name, 'not drawn']
    const number = name => parseFloat(shape.getAttribute(name)), round = one => Math.round(one * 10) / 10
    const at = name => round(number(name)), end = round(number('x') + number('width'))
    return [name, [
        shape.tagName === 'circle' ? `dot at ${at('cx')}` : `bar from ${at('x')} to ${end}`,
        ...['approximate', 'uncertain', 'lead', 'statement'].filter(form => mark.classList.contains(`drawn--${form}`)),
        ...(mark.querySelector(':scope > .drawn__inferred, :scope > svg > .drawn__inferred') ? ['inferred'] : []),
        ...(mark.querySelector(':scope > .drawn__arrow') ? ['open start'] : []),
        ...(mark.querySelector(':scope > svg > .drawn__arrow') ? ['open end'] : []),
    ].join(', ')]})"""
TEXT = r"one => one.textContent.trim().replace(/\s+/g, ' ')"
TEXTS = f"all => all.map({TEXT})"
ROWS = f"rows => rows.map(row => [...row.querySelectorAll('th, td')].map({TEXT}))"


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small dossier with a date in every form, and with people who meet."""
    root, small = tmp_path_factory.mktemp("invented"), texts_of(HERE / "small")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    facts, met = (
        "content/facts/oslo-cable.yml",
        "passage: met her Danish colleague in Oslo on 31 May 2024\n    about: [",
    )
    changed = {
        facts: small[facts].replace(met, f"{met}peter-holm, ann-berg, "),  # whom she met
        "content/events.yml": small["content/events.yml"] + "".join(map(_event, DATES)),
        "content/leaders.yml": small["content/leaders.yml"] + PEOPLE,
        "mkdocs.yml": re.sub("(?m)^site_name: .*", "site_name: The North Link", settings),
    }
    for path, text in (small | changed).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return build(root)


def _event(name: str) -> str:
    id = re.sub("[^a-z]+", "-", name)
    known = {"jane-doe": "from: [oslo-meeting]"}
    people = "".join(
        f"    - {{who: {who}, {known.get(who, 'background: invented')}}}\n" for who in PARTICIPANTS.get(name, ())
    )
    participants = f"  participants:\n{people}" if people else ""
    return (
        f'- id: {id}\n  name: "{name}"\n  kind: meeting\n  when: {DATES[name]}\n{participants}  background: invented\n'
    )


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """One page for all that is only read."""
    with browser.new_context() as context:
        yield context.new_page()


def test_each_date_is_drawn_as_it_is_known(reader: Page, invented: Path) -> None:
    """A bar as long as its period would say no more than the period's heading."""
    reader.goto((invented / "events/index.html").as_uri())
    assert dict(reader.evaluate(READ_TIMELINE)) == {
        "a day": "dot at 98.4, inferred",
        "a day, inferred": "dot at 24.2, inferred",
        "a day, about": "dot at 46.8, approximate, inferred",
        "a day, perhaps": "dot at 50, uncertain, inferred",
        "a month": "not drawn",
        "a month, about, perhaps": "not drawn",
        "two days": "bar from 0 to 6.5, inferred",
        "from a month on": "bar from 0 to 100, inferred, open end",
        "until a day": "bar from 41.3 to 41.5, inferred, open start",
        "a year": "not drawn",
        "over the turn of a year": "bar from 45.8 to 58.1, inferred",
        "Talks in Oslo": "dot at 98.4, lead",
        "Farmers’ march in Bergen": "dot at 5",
        "Denmark has not settled its own part of the bill.": "dot at 98.4, statement",
        "Jane Doe told the marchers that Norway’s part would be 40 percent.": "dot at 5, statement, inferred",
    }


def test_time_without_a_date_is_broken_and_not_stretched(reader: Page, invented: Path) -> None:
    reader.goto((invented / "events/index.html").as_uri())
    marks = "#timeline .moments__period, #timeline .moments__break"
    assert reader.eval_on_selector_all(marks, TEXTS) == [
        "Some time: December 2021 to February 2022",
        "10 months in which nothing is dated to the month",
        "Some time in 2023",
        "Some time: by 31 May 2024",
        "4 months in which nothing is dated to the month",
        "May 2024",
        "June 2024",
    ]


def test_every_form_that_occurs_is_explained_and_no_other(reader: Page, invented: Path, site: Path) -> None:
    explained = list(files.words()["timeline"]["forms"].values())
    reader.goto((invented / "events/index.html").as_uri())
    assert reader.eval_on_selector_all("#timeline .moments__key li", TEXTS) == explained
    reader.goto((site / "events/index.html").as_uri())
    shown = reader.eval_on_selector_all("#timeline .moments__key li", TEXTS)
    assert shown == explained


def test_who_met_whom_is_a_table_with_headers(reader: Page, invented: Path) -> None:
    reader.goto((invented / "leaders/index.html").as_uri())
    assert reader.eval_on_selector_all("#met tr", ROWS) == [
        ["", "Ann Berg", "Jane Doe", "Peter Holm"],
        ["two daysMeeting · 1 to 2 May 2024, inferred", "●Ann Berg took part", "●Jane Doe took part", ""],
        ["a dayMeeting · 31 May 2024, inferred", "", "●Jane Doe took part", "●Peter Holm took part"],
    ]
    scopes = reader.eval_on_selector_all("#met th", "all => all.map(one => one.scope)")
    assert scopes == ["col"] * 3 + ["row"] * 2


def test_the_table_of_a_timeline_says_what_the_picture_shows(reader: Page, site: Path, context: RenderContext) -> None:
    told = events_view(context).timeline
    assert told
    rows = [row for period in told.periods for row in period.rows]
    reader.goto((site / "events/index.html").as_uri())
    picture = reader.eval_on_selector_all("#timeline .moment__name", TEXTS)
    table = [(row[0], row[-1]) for row in reader.eval_on_selector_all("#timeline tbody tr", ROWS)]
    names = [" ".join((row.link.name, *(other.say for other in row.more))) for row in rows]
    assert table == [(typographic(row.when.text), typographic(name)) for row, name in zip(rows, names, strict=True)]
    numbers = [" ".join(str(other.number) for other in row.more) for row in rows]
    shown = zip((typographic(row.link.name) for row in rows), numbers, strict=True)
    assert picture == [f"{name}\u2060{more}" if more else name for name, more in shown]
    known = [row[1] for row in reader.eval_on_selector_all("#timeline tbody tr", ROWS)]
    assert ["inferred" in text for text in known] == [row.mark.inferred for row in rows]


def test_the_table_of_figures_says_what_the_picture_shows(reader: Page, site: Path, context: RenderContext) -> None:
    exactly = context.words["figures"]["exactness"]
    reader.goto((site / "figures.html").as_uri())
    for chart in charts(context):
        table = [tuple(row[:3]) for row in reader.eval_on_selector_all(f"#{chart.anchor} tbody tr", ROWS)]
        assert table == [(point.figure, exactly[point.qualifier], typographic(point.counts)) for point in chart.points]
        shown = reader.eval_on_selector_all(f"#{chart.anchor} .count__figure", TEXTS)
        assert shown == [point.figure for point in chart.points]
        facts = "all => all.map(one => one.getAttribute('href'))"
        beside = reader.eval_on_selector_all(f"#{chart.anchor} .count__given a", facts)
        assert beside == reader.eval_on_selector_all(f"#{chart.anchor} tbody a", facts)
        assert beside == [source.url for point in chart.points for one in point.given for source in one.sources]


def test_people_in_the_tables_are_those_whom_something_joins(context: RenderContext) -> None:
    told = leaders_view(context).relations
    for encounter in told.encounters:
        assert encounter.kind in MEETINGS
        assert sum(part.took_part for part in encounter.parts) > 1
        assert [part.who for part in encounter.parts] == list(told.people)
    for number, person in enumerate(told.people):
        assert any(encounter.parts[number].took_part for encounter in told.encounters), person
    for speaker in told.speakers:
        assert [mention.whom for mention in speaker.of] == list(told.objects)
        counts = {mention.whom.name: mention.facts for mention in speaker.of if mention.facts}
        assert speaker.who.name not in counts
        facts = [f for f in context.briefing.facts.values() if f.who and context.link(f.who) == speaker.who]
        named = [context.link(id).name for f in facts for id in f.subjects & context.briefing.content.leaders.keys()]
        assert counts == {name: named.count(name) for name in counts}


@pytest.mark.parametrize("name", PAGES)
def test_every_mark_leads_to_something_that_is_there(reader: Page, site: Path, name: str) -> None:
    reader.goto((site / name).as_uri())
    addresses = reader.eval_on_selector_all(".picture a", "all => all.map(one => one.href)")
    marks = reader.locator(".picture .drawn, .picture .ties__sign, .picture .ties__count")
    assert marks.count() > 0
    unlinked = "all => all.filter(one => !one.closest('a, .moments__key, .ties__key')).length"
    assert marks.evaluate_all(unlinked) == 0
    for page, _, anchor in {address.removeprefix(f"{site.as_uri()}/").partition("#") for address in addresses}:
        text = (site / page).read_text(encoding="utf-8")
        assert not anchor or re.search(rf'id="?{anchor}"?[ >]', text), (page, anchor)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_fit_and_are_accessible(browser: Browser, site: Path, invented: Path, scheme: Any) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme) as context:
        page = context.new_page()
        for folder, name in (*((site, name) for name in PAGES), (invented, "events/index.html")):
            page.goto((folder / name).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, (folder, name)
            folds = page.locator(".picture details, details:has(.picture)")
            folds.evaluate_all("all => all.forEach(one => { one.open = true })")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, (folder, name)
            if folder == invented or name not in EVERY_KIND:  # of those, `test_reach.py` sees more
                accessible(page, WHOLE, part=".picture")


@pytest.mark.parametrize("width", [820, 1440])
def test_no_picture_is_wider_than_its_page(browser: Browser, site: Path, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for name in PAGES:
            page.goto((site / name).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26", [("26", "exact")]),
        ("More than 26 countries", [("26", "more")]),
        ("at least €2 billion", [("EUR 2000000000", "more")]),
        ("Around 30 of about forty", [("30", "about"), ("40", "about")]),
        ("fewer than 5 percent", [("5 %", "fewer")]),
        ("at most 26, up to 30", [("26", "fewer"), ("30", "fewer")]),
        ("30 or more", [("30", "more")]),
        ("on 4 September 2025, the fourth", []),
    ],
)
def test_numbers_are_as_exact_as_they_are_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(measure.form, measure.qualifier) for measure in measures(text)] == expected


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (["26", "30", "31", "35"], ["0", "20", "40"]),
        (["2000000000", "2200000000"], ["0 billion", "1 billion", "2 billion", "3 billion"]),
        (["-3", "4"], ["-5", "0", "5"]),
        (["5"], ["0", "2", "4", "6"]),
        (["0"], ["0", "0.5"]),
        (["1500", "4000"], ["0", "2,000", "4,000", "6,000"]),
    ],
)
def test_a_scale_begins_at_zero_or_below_and_has_room_for_every_number(values: list[str], labels: list[str]) -> None:
    drawn = amounts([SimpleNamespace(value=Decimal(value)) for value in values])
    assert [f"{label.text} {label.scale}".strip() for label in drawn.labels] == labels
    assert all(0 <= float(row.middle.rstrip("%")) < 100 for row in drawn.rows)
