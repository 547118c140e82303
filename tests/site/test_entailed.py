"""What this dossier's pages and data derive of roles, time and channels is what its facts say, and no more."""

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from icalendar import Calendar

from generator.content.dates import parse
from generator.exports.calendar import calendar_files
from generator.exports.data.dataset import Dataset
from generator.exports.data.downloads import as_bytes
from generator.site.parts.context import RenderContext
from tests.folders import ROOT, pages_of

SUMMITS = ["Paris summit of 27 March 2025", "Paris summit of 4 September 2025"]


def page(name: str) -> str:
    return str(pages_of(ROOT)[f"{name}.md"])


def section(name: str, id: str) -> str:
    """What stands below a heading of a page, as it is read; nothing where the page has no such heading."""
    _, _, rest = page(name).partition(f"{{ #{id} }}")
    return plain(rest.partition("\n## ")[0])


def plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def lines(text: str, id: str) -> list[str]:
    """The names of the lines of a list below a heading."""
    _, _, rest = page(text).partition(f"{{ #{id} }}")
    return [plain(name) for name in re.findall(r'class="line__name">(.*?)</span>', rest.partition("\n## ")[0])]


def facts(name: str, id: str) -> list[str]:
    """The facts below a heading."""
    _, _, rest = page(name).partition(f"{{ #{id} }}")
    return re.findall(r'data-address="[^"#]*#([^"]*)"', html.unescape(rest.partition("\n## ")[0]))


def cards(name: str) -> Iterator[str]:
    for found in re.findall(r'<p class="fact__how">.*?</p>', page(name), re.DOTALL):
        yield plain(found)


def data(context: RenderContext, table: str) -> dict[str, dict[str, Any]]:
    return {str(row["id"]): row for row in Dataset(context.briefing).tables[table].plain}


def test_what_is_known_to_the_year_stands_beside_what_it_was_before_or_after() -> None:
    """The recent visits that precede the September summit do not open the year, and plans follow the March summit."""
    names = re.findall(r'class="moment__name">(.*?)</p>', page("events/index"))
    order = [plain(name) for name in names]
    march, september = map(order.index, SUMMITS)
    for earlier in ("Putin’s visit to Beijing", "Meeting of Trump and Putin in Alaska"):
        assert march < order.index(earlier) < september
    for later in (
        "Planned meeting of defence leaders in Ukraine",
        "Planned visit of a Franco-British delegation to Ukraine",
    ):
        assert march < order.index(later)
    assert order.index("Macron’s news conference ahead of the March summit") < march


def test_data_reach_no_further_than_what_is_known(context: RenderContext) -> None:
    events = {id: row["when"] for id, row in data(context, "events").items()}
    ends = {id: (when["earliest"], when["latest"]) for id, when in events.items()}
    assert ends["defence-leaders-visit-2025"] == ("2025-03-27", "2025-12-31")
    assert ends["putin-beijing-visit-2025"] == ("2025-01-01", "2025-09-04")
    assert ends["saudi-talks-2025-03"] == ("2025-03-01", "2025-03-27")
    assert ends["deminers-attack-2025-09"] == (None, "2025-09-04")


def test_a_date_is_stated_where_the_article_gives_it_alone(context: RenderContext) -> None:
    """No article states its day, so nothing that is counted from one is stated."""
    facts = data(context, "facts")
    basis = {id: when["basis"] for id, row in facts.items() if (when := row["when"])}
    assert [id for id, known in basis.items() if known == "stated"] == ["cop-budapest-assurances"]
    assert set(basis.values()) == {"stated", "inferred"}
    roles = [role for leader in data(context, "leaders").values() for role in leader["roles"]]
    assert {role["when"]["basis"] for role in roles} == {"inferred"}
    bare = facts["cp-summit-in-paris"]["when"]
    assert (bare["basis"], "names no day" in bare["because"]) == ("inferred", True)
    counted = facts["usm-summit-day"]["when"]
    assert (counted["reckoned"], bool(counted["because"])) == ("Thursday", True)


def test_words_that_mean_no_day_are_shown_and_doubted(context: RenderContext) -> None:
    when = context.event_moment(context.briefing.content.events["us-guarantees-signal-2025-09"])
    assert when.text.startswith("“Earlier this month” (")
    assert "perhaps" in when.text
    assert when.basis == "inferred"


def test_the_calendar_has_no_day_that_is_not_known(context: RenderContext) -> None:
    entries: list[Any] = Calendar.from_ical(as_bytes(calendar_files(context)["calendar.ics"].make())).walk("VEVENT")
    lengths = {str(entry["summary"]): (entry["dtend"].dt - entry["dtstart"].dt).days for entry in entries}
    assert max(lengths.values()) == 2  # overnight
    assert SUMMITS[0] in lengths
    assert "Putin’s visit to Beijing" not in lengths
    assert {str(entry["status"]) for entry in entries if "inferred" in str(entry["description"])} == {"TENTATIVE"}


@pytest.mark.parametrize("article", ["2025-03-27-allies-summit-response", "2025-09-04-26-nations-troops"])
def test_each_card_shows_its_date_or_its_event(article: str) -> None:
    undated = [how for how in cards(f"articles/{article}") if not re.search(r"\b(?:20\d\d|19\d\d)\b", how)]
    assert undated == []


@pytest.mark.parametrize("leader", ["john-healey", "vladimir-putin", "emmanuel-macron", "keir-starmer"])
def test_a_plan_a_news_conference_and_an_unstated_place_are_no_meetings(leader: str) -> None:
    met = section(f"leaders/{leader}", "meetings")
    assert "Planned" not in met
    assert "news conference" not in met
    assert "Beijing" not in met
    assert "Witkoff" not in met


def test_whoever_met_met_somebody() -> None:
    assert lines("leaders/vladimir-putin", "meetings") == [
        "Meeting of Trump and Putin in Alaska",
        "Talks led by Trump with Putin and Zelensky",
    ]
    assert "Zelensky" not in section("leaders/vladimir-putin", "meetings").replace(
        "Talks led by Trump with Putin and Zelensky", ""
    ).replace("not reported together with Volodymyr Zelensky", "")
    assert lines("leaders/vladimir-putin", "events") == ["Putin’s visit to Beijing"]
    assert section("leaders/john-healey", "events").endswith("(was planned; according to Keir Starmer)")


@pytest.mark.parametrize("country", ["china", "russia", "germany", "saudi-arabia"])
def test_an_event_belongs_to_who_acts_in_it_or_hosts_it(country: str) -> None:
    assert not set(lines(f"countries/{country}", "events")) & set(SUMMITS)


@pytest.mark.parametrize(
    ("country", "made"),
    [
        ("russia", []),
        ("ukraine", []),
        ("united-kingdom", []),  # that of the delegation only Macron tells
        ("france", ["usm-french-aid", "usm-delegation-visit"]),
    ],
)
def test_a_commitment_is_its_makers(country: str, made: list[str]) -> None:
    """The pledge of troops against Russia is none of Russia's."""
    assert facts(f"countries/{country}", "commitments") == made


def test_a_plan_is_told_as_one() -> None:
    """What was only planned in a country did not take place there, and what one source tells keeps that source."""
    told = section("countries/ukraine", "events")
    [visit] = re.findall(
        r"Planned visit of a Franco-British delegation to Ukraine .*?(?:to take|took) place there", told
    )
    assert visit.endswith("was to take place there")
    assert "Germany (was planned)" in section("countries/germany", "events")
    assert "United Kingdom (was planned; according to Emmanuel Macron)" in section("countries/united-kingdom", "events")
    assert "France (was planned; according to Emmanuel Macron)" in plain(page("events/franco-british-delegation-2025"))


def test_a_role_is_none_before_it_is_reported(context: RenderContext) -> None:
    """Macron is first called President of France in an article of 27 March."""
    roles = [context.role_at("emmanuel-macron", parse(date)) for date in ("2025-03-26", "2025-03-27", "2025-09")]
    assert roles == ["", "President of France", "President of France"]


def test_whoever_is_concerned_by_a_theme_stands_in_a_fact_on_it(context: RenderContext) -> None:
    for theme in context.briefing.content.themes:
        _, _, rest = page(f"themes/{theme}").partition("{ #related }")
        listed = re.findall(r'href="\.\./(?:leaders|countries|organisations)/([a-z0-9-]+)\.html"', html.unescape(rest))
        named = {id for fact in context.briefing.facts.values() if theme in fact.subjects for id in fact.subjects}
        assert listed
        assert set(listed) <= named


def test_what_is_promised_to_a_country_stands_apart() -> None:
    assert facts("countries/ukraine", "received") == ["usm-leaders-continue-support"]
    assert "nt-pledge-26-nations" in facts("countries/russia", "promised")
    assert "nt-pledge-26-nations" in facts("leaders/emmanuel-macron", "announced")
    assert facts("leaders/emmanuel-macron", "commitments") == ["usm-french-aid"]


def test_only_what_counts_the_same_shares_a_scale() -> None:
    scales = re.findall(r'<p class="counts__same">(.*?)</p>\s*<(div|ol) ', page("figures"))
    assert [(name, form == "div") for name, form in scales] == [
        ("nations whose leaders and senior officials met in March", False),
        ("countries that spoke with “a common voice” in March", False),
        ("countries that attended the September meeting", False),
        ("European nations whose leaders were at the September summit", False),
        ("countries or nations that had made the pledge that Macron announced", True),
        ("countries of the coalition that supports Ukraine", False),
        ("countries of the “Coalition of the Willing”", False),
        ("drones fired", False),
        ("drones intercepted or jammed", False),
    ]
    firsts = re.findall(r'class="counts__scale".*?<text [^>]*>([^<]*)</text>', page("figures"), re.DOTALL)
    assert set(firsts) == {"0"}


def test_one_statement_is_one_entry() -> None:
    names = re.findall(r'class="moment__name">(.*?)</p>', page("events/index"))
    [zakharova] = [re.findall('#(usm-[^"]*)"', name) for name in names if "usm-zakharova" in name]
    assert zakharova == ["usm-zakharova-accusation", "usm-zakharova-guise", "usm-zakharova-nato-clash"]


def test_a_short_form_keeps_its_channel() -> None:
    [figure] = re.findall('<li><b class="figures__figure">€1&#46;1&#32;billion</b>.*?</li>', page("index"), re.DOTALL)
    assert plain(figure).count("Trump said so, according to a White House official") == 1
    assert plain(figure).count("according to") == 1
    assert "Steve Witkoff (the place is not stated; according to Breitbart)" in plain(page("index"))
    assert "Steve Witkoff (the place is not stated; according to Breitbart)" in plain(page("countries/index"))
