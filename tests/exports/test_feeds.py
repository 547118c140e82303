"""Feeds: read back by a feed reader, with ids for good and the facts of the newest edition first."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
import pytest
from lxml import etree, html

from generator import assembly, files, pipeline
from generator.content.kinds import SUBJECTS
from generator.content.site import Site
from generator.exports.calendar import calendar_files
from generator.exports.data.dataset import Dataset
from generator.exports.data.downloads import as_bytes
from generator.exports.feeds import archives
from generator.exports.feeds.atom import FeedEntry, atom
from generator.exports.feeds.changes import history_files
from generator.exports.feeds.facts import fact_feeds
from generator.exports.told import Told
from generator.site.parts.context import RenderContext
from tests.folders import HERE, article_texts_of, edited, texts_of

BASE = "https://example.org/north-link/"
OSLO, BERGEN, SITE = "content/facts/oslo-cable.yml", "content/facts/bergen-march.yml", "content/site.yml"
WORDS = files.words()
SMALL = texts_of(HERE / "small")
REGISTER = {
    f"content/.editions/{day}.yml": (HERE / "register" / f"{day}.yml").read_text(encoding="utf-8")
    for day in ("2024-06-04", "2024-06-05")
}


def made(texts: Mapping[str, str], address: str = "") -> dict[str, str]:
    context = RenderContext(pipeline.load(texts, article_texts_of(texts)), WORDS, address)
    told = Told(context, Dataset(context.briefing, address))
    return {path: str(feed.make()) for path, feed in fact_feeds(told)} | history_files(context)


def feeds(found: Mapping[str, str | bytes]) -> dict[str, Any]:
    """Every feed as a strict reader of XML and a feed reader have it."""
    read = {}
    for path, text in found.items():
        if path.startswith("feeds/"):
            etree.fromstring(str(text).encode())
            read[path] = feedparser.parse(str(text))
            assert not read[path].bozo, read[path].get("bozo_exception")
    return read


def ids(feed: Any) -> list[str]:
    return [entry.id.rpartition(":")[2] for entry in feed.entries]


def test_the_feed_of_a_person(agrees: Callable[[Path, str], None]) -> None:
    agrees(HERE / "taken" / "jane-doe.xml", str(made(SMALL, BASE)["feeds/leaders/jane-doe.xml"]).replace("><", ">\n<"))


def test_there_is_a_feed_of_all_facts_and_of_every_subject() -> None:
    briefing = pipeline.load(SMALL, article_texts_of(SMALL))
    read = feeds(made(SMALL))
    sections = {name: getattr(briefing.content, name) for name in SUBJECTS}
    of_subjects = {f"feeds/{name}/{id}.xml" for name, entries in sections.items() for id in entries}
    assert read.keys() == of_subjects | {"feeds/facts.xml", "feeds/changes.xml"}
    assert ids(read["feeds/facts.xml"]) == list(briefing.facts)
    for name, entries in sections.items():
        for id in entries:
            assert ids(read[f"feeds/{name}/{id}.xml"]) == [fact.id for fact in briefing.facts_on(id)]


def test_an_entry_says_the_fact_and_how_it_is_known_and_leads_to_it() -> None:
    [entry] = [one for one in feeds(made(SMALL, BASE))["feeds/facts.xml"].entries if one.id.endswith(":oslo-pledge")]
    assert entry.title == "Jane Doe said that Norway would pay 50 percent of the new cable."
    assert entry.link == f"{BASE}articles/oslo-cable.html#oslo-pledge"
    assert entry.published == entry.updated == "2024-06-04T00:00:00+00:00"
    told: Any = html.fromstring(f"<div>{entry.content[0].value}</div>")
    assert [p.text_content() for p in told.iter("p")] == [
        f"Jane Doe · 31 May 2024 · {WORDS['voices']['quotation']}",
        "The fact and its proof · Norway and Denmark talk about a power cable",
    ]
    assert told.xpath("//a/@href") == [f"{BASE}leaders/jane-doe.html", f"{BASE}articles/oslo-cable.html#oslo-pledge"]


@pytest.mark.parametrize("folder", ["small", "second"])
def test_every_link_of_a_feed_leads_to_something(folder: str) -> None:
    texts = texts_of(HERE / folder)
    found = assembly.pages(pipeline.load(texts, article_texts_of(texts)), WORDS, "")
    for path, feed in feeds(found).items():
        links = [feed.feed.link, *(entry.link for entry in feed.entries)]
        for entry in feed.entries:
            content: Any = html.fromstring(f"<div>{entry.content[0].value}</div>")
            links += content.xpath("//a/@href")
        for link in links:
            target = unquote(urlsplit(Path("/", *reached(path, link)).as_posix()).path)[1:]
            assert target.removesuffix(".html") + ".md" in found, (path, link)


def reached(path: str, link: str) -> list[str]:
    """The folders and the file that a relative address leads to."""
    steps = path.split("/")[:-1]
    for step in link.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, step]
    return steps


def test_ids_are_each_entrys_own_and_stay() -> None:
    read = feeds(made(SMALL))
    all_ids = [entry.id for entry in read["feeds/facts.xml"].entries]
    assert len(set(all_ids)) == len(all_ids)
    assert len({feed.feed.id for feed in read.values()}) == len(read)
    for other in (
        made(SMALL, BASE),
        made(edited(SMALL, OSLO, ("Denmark has not settled its own part", "Denmark has yet to settle its part"))),
        made(edited(SMALL, SITE, ("edition: 2024-06-04", "edition: 2024-06-09"))),
        made({**SMALL, **REGISTER}),
    ):
        again = feeds(other)
        assert {path: feed.feed.id for path, feed in again.items() if path != "feeds/changes.xml"} == {
            path: feed.feed.id for path, feed in read.items() if path != "feeds/changes.xml"
        }
        assert {entry.id for entry in again["feeds/facts.xml"].entries} == set(all_ids)


def test_the_newest_edition_comes_first() -> None:
    """The second edition reworded one fact and has other proof for another; a third is in the making."""
    new = (
        "  - id: oslo-rain\n    say: Rain fell in Oslo.\n    passage: met her Danish colleague in Oslo\n    about: []\n"
    )
    texts = edited(SMALL, OSLO, ("facts:\n", f"facts:\n{new}")) | REGISTER
    texts[SITE] = SMALL[SITE].replace("edition: 2024-06-04", "edition: 2024-06-07")
    entries = feeds(made(texts))["feeds/facts.xml"].entries
    told = [(e.id.rpartition(":")[2], e.published[:10], e.updated[:10]) for e in entries]
    assert told == [
        ("oslo-rain", "2024-06-07", "2024-06-07"),
        ("oslo-pledge", "2024-06-04", "2024-06-05"),
        ("oslo-denmark", "2024-06-04", "2024-06-05"),
        ("bergen-fear", "2024-06-04", "2024-06-05"),
        ("oslo-meeting", "2024-06-04", "2024-06-04"),
        ("bergen-protest", "2024-06-04", "2024-06-04"),
        ("bergen-share", "2024-06-04", "2024-06-04"),
    ]


RELATIONS = ("current", "prev-archive", "next-archive")


def beside(feed: Any) -> dict[str, str]:
    """Where the other parts of a feed are."""
    return {link.rel: link.href for link in feed.feed.links if link.rel in RELATIONS}


def told(found: Mapping[str, str | bytes], folder: str) -> dict[str, list[str]]:
    """Whom each archive in a folder tells of."""
    return {path.removeprefix(folder): ids(feed) for path, feed in feeds(found).items() if path.startswith(folder)}


def test_a_feed_has_the_newest_and_its_archives_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read back, each leads to the one before, and from there to where one subscribes (RFC 5005)."""
    monkeypatch.setattr(archives, "ENOUGH", 2)
    found = made({**SMALL, **REGISTER})
    read = feeds(found)
    assert ids(read["feeds/facts.xml"]) == ["oslo-denmark", "bergen-fear"]
    assert told(found, "feeds/facts/") == {
        "1.xml": ["oslo-meeting", "oslo-pledge"],
        "2.xml": ["oslo-denmark", "bergen-fear"],
        "3.xml": ["bergen-protest", "bergen-share"],
    }
    assert beside(read["feeds/facts.xml"]) == {"prev-archive": "../feeds/facts/3.xml"}
    assert beside(read["feeds/facts/3.xml"]) == {
        "current": "../../feeds/facts.xml", "prev-archive": "../../feeds/facts/2.xml"
    }  # fmt: skip
    assert beside(read["feeds/facts/1.xml"]) == {
        "current": "../../feeds/facts.xml", "next-archive": "../../feeds/facts/2.xml"
    }  # fmt: skip
    archived = [path for path, text in found.items() if "<fh:archive" in str(text)]
    assert archived == [path for path in found if re.fullmatch(r"feeds/.*/\d+\.xml", path)]
    assert len(archived) > 3
    assert {feed.feed.id for path, feed in read.items() if path.startswith("feeds/facts")} == {
        "tag:the-north-link.invalid,2000-01-01:facts"
    }


def test_an_archive_that_is_full_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever comes later, even of an older article."""
    monkeypatch.setattr(archives, "ENOUGH", 2)
    new = (
        "  - id: oslo-rain\n    say: Rain fell in Oslo.\n    passage: met her Danish colleague in Oslo\n    about: []\n"
    )
    later = edited(SMALL, OSLO, ("facts:\n", f"facts:\n{new}")) | REGISTER
    later[SITE] = SMALL[SITE].replace("edition: 2024-06-04", "edition: 2024-06-07")
    before, after = made({**SMALL, **REGISTER}), made(later)
    assert ids(feeds(after)["feeds/facts.xml"]) == ["oslo-rain", "bergen-fear"]
    full = [path for path in before if re.fullmatch(r"feeds/facts/\d+\.xml", path)]
    assert [before[path] == after[path] for path in full] == [True] * 3


def test_archives_have_all_that_a_feed_has_not() -> None:
    """Of any number, with changes of any of them: each is in the feed or in an archive, and no part is too long."""
    days = [dt.date(2024, 6, day) for day in range(1, 29)]
    for count in (0, 1, 99, 100, 101, 199, 200, 201, 350):
        on = {n: days[n * 28 // max(count, 1)] for n in range(count)}
        last = {n: days[-1] if n % 7 == 3 else on[n] for n in on}
        found = [*archives.parts("feeds/a.xml", "feeds/a.xml", [*on], on.__getitem__, last.__getitem__)]
        assert {n for part in found for n in part.items} == set(on)
        assert [part.path for part in found] == ["feeds/a.xml", *(f"feeds/a/{n}.xml" for n in range(1, len(found)))]
        assert all(len(part.items) == 100 for part in found[1:-1])
        assert all(len(part.items) <= 100 for part in found)
        assert len(found[0].items) == min(count, 100)


def test_the_feed_of_changes_has_archives_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "ENOUGH", 1)
    read = feeds(made({**SMALL, **REGISTER}, BASE))
    assert [entry.published[:10] for entry in read["feeds/changes.xml"].entries] == ["2024-06-05"]
    assert [entry.published[:10] for entry in read["feeds/changes/1.xml"].entries] == ["2024-06-04"]
    assert beside(read["feeds/changes/1.xml"]) == {"current": f"{BASE}feeds/changes.xml"}


def test_markup_stays_text() -> None:
    hostile = """'A <b> & ]]> "script" has not settled its own part of the bill.'"""
    raw = made(edited(SMALL, OSLO, ("Denmark has not settled its own part of the bill.", hostile)))["feeds/facts.xml"]
    titles = [title.text for title in etree.fromstring(raw.encode()).iter("{http://www.w3.org/2005/Atom}title")]
    assert "A <b> & ]]> “script” has not settled its own part of the bill." in titles


def test_control_characters_are_dropped() -> None:
    site = Site.model_validate(
        {"title": "A\x00B", "description": "D", "edition": "2024-06-04", "rights": "R", "corrections": "C"}
    )
    entry = FeedEntry("tag:x", "one\x07 \u202etwo\n", "a.html", site.edition, "<p>three</p>")
    [read] = feedparser.parse(atom("tag:y", "t\x1bitle", "b.html", "c.xml", site, [entry], "en")).entries
    assert read.title == "one two"


def test_whoever_subscribed_under_an_earlier_name_goes_on() -> None:
    leaders = "content/leaders.yml"
    before = feeds(made(SMALL))["feeds/leaders/jane-doe.xml"]
    texts = {path: text.replace("jane-doe", "jane-roe") for path, text in SMALL.items()}
    assert "- id: jane-roe\n" in texts[leaders]
    texts[leaders] = texts[leaders].replace("- id: jane-roe\n", "- id: jane-roe\n  formerly: [jane-doe]\n")
    found = made(texts)
    read = feeds(found)
    assert read["feeds/leaders/jane-roe.xml"].feed.id == before.feed.id
    assert ids(read["feeds/leaders/jane-doe.xml"]) == ids(before)
    assert read["feeds/leaders/jane-doe.xml"].feed.link == "../../leaders/jane-roe.html"


def test_archives_stand_under_the_name_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "ENOUGH", 1)
    texts = {path: text.replace("jane-doe", "jane-roe") for path, text in SMALL.items()}
    leaders = texts["content/leaders.yml"].replace("- id: jane-roe\n", "- id: jane-roe\n  formerly: [jane-doe]\n")
    found = made({**texts, "content/leaders.yml": leaders})
    assert not [path for path in found if path.startswith("feeds/leaders/jane-doe/")]
    last = [path for path in found if path.startswith("feeds/leaders/jane-roe/")][-1]
    read = feeds(found)
    for name in ("jane-doe", "jane-roe"):
        assert beside(read[f"feeds/leaders/{name}.xml"]) == {"prev-archive": f"../../{last}"}


def fixed_ids(texts: Mapping[str, str]) -> set[str]:
    """Every id that a subscriber's program keeps: of feeds, of their entries, and of the calendar's."""
    context = RenderContext(pipeline.load(texts, article_texts_of(texts)), WORDS, "")
    [calendar] = (as_bytes(promised.make()) for promised in calendar_files(context).values())
    found = {entry.id for feed in feeds(made(texts)).values() for entry in (feed.feed, *feed.entries)}
    return found | set(re.findall(r"^UID:(.*?)\r?$", calendar.decode().replace("\r\n ", ""), re.MULTILINE))


def called(title: str, id: str = "") -> dict[str, str]:
    """The small dossier under another title, and another id or none."""
    written = f"id: {id}\n" if id else ""
    return edited(SMALL, SITE, ("title: The North Link", f"title: {title}"), ("id: the-north-link\n", written))


def test_another_title_leaves_every_id_as_it_is() -> None:
    before = fixed_ids(SMALL)
    assert {re.split(r"tag:|@|,", id)[1] for id in before} == {"the-north-link.invalid"}
    assert len(before) == 19
    assert fixed_ids(called("The South Link", "the-north-link")) == before
    assert fixed_ids(called("The North Link", "oslo-5f3a")).isdisjoint(before)


def test_without_an_id_they_are_those_of_the_title_as_they_were() -> None:
    assert fixed_ids(called("The North Link")) == fixed_ids(SMALL)


@pytest.mark.parametrize(("one", "other"), [("京都の橋", "奈良の橋"), ("Мост", "Море"), ("2031年", "2031 год")])
def test_titles_without_latin_letters_are_not_one(one: str, other: str) -> None:
    assert fixed_ids(called(one)).isdisjoint(fixed_ids(called(other)))


def test_the_same_content_gives_the_same_bytes() -> None:
    backwards = dict(reversed(SMALL.items()))
    first, again = made(SMALL), made(backwards)
    assert {path: first[path] for path in first if path.startswith("feeds/")} == {
        path: again[path] for path in again if path.startswith("feeds/")
    }


def test_a_browser_discovers_the_feeds_of_every_page(site: Path) -> None:
    """By its head; and a reader by the foot of the page, where the subject has one, on each of its parts too."""
    subjects = 0
    for page in sorted(site.rglob("*.html")):
        tree = html.parse(str(page))
        if not tree.xpath("//*[@class='taking']"):
            continue
        links = [link for link in tree.xpath("//head/link[@rel]") if "alternate" in link.get("rel").split()]
        targets = [(page.parent / link.get("href")).resolve() for link in links]
        assert all(target.is_file() for target in targets)
        shown = [target.relative_to(site).as_posix() for target in targets]
        assert shown[:2] == ["feeds/facts.xml", "feeds/changes.xml"]
        section, *below = page.relative_to(site).parts
        if section in SUBJECTS and page.name != "index.html" and below[0] != "index":
            subjects += 1
            assert shown[2:] == [f"feeds/{section}/{below[0].removesuffix('.html')}.xml"]
            subject = (
                tree.findtext(".//h1") if len(below) == 1 else tree.xpath("//nav[@class='trail']/a")[-1].text_content()
            )
            assert feedparser.parse(str(targets[2])).feed.title.endswith(subject)
            assert tree.xpath("//*[@class='taking__feed']/a/@href") == [links[2].get("href")]
        elif section in ("events", "index.html"):
            assert shown[2:] == ["calendar.ics"]
            assert tree.xpath("//*[@class='taking__feed']/a/@href") == [links[2].get("href")]
        else:
            assert shown[2:] == []
        assert len(tree.xpath("//footer//a[contains(@href, 'data.html#subscribe')]")) == 1
    assert subjects > 30
    listed = html.parse(str(site / "data.html")).xpath("//h2[@id='subscribe']/following-sibling::ul[1]//a/@href")
    assert listed == ["feeds/facts.xml", "feeds/changes.xml", "calendar.ics"]
