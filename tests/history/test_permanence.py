"""Addresses are for good: the register of editions, what it finds lost, and what the site tells of every change."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import feedparser
import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser

from generator import files, pipeline
from generator.__main__ import main
from generator.content.register import RecordedFact, Register
from generator.exports.feeds.changes import history_files
from generator.history import register
from generator.history.diff import diff
from generator.history.editions import since
from generator.history.register import recorded_in
from generator.history.snapshot import Snapshot, of_content, of_register
from generator.site.pages.changes import editions
from generator.site.parts.context import RenderContext
from tests.conftest import ROOT, Quiet, build
from tests.folders import HERE, texts_of

OSLO, BERGEN = "content/facts/oslo-cable.yml", "content/facts/bergen-march.yml"
REWORDED = ("Denmark has not settled its own part of the bill.", "Denmark has yet to settle its part of the bill.")
OTHER_WORDS = ("passage: We will carry 50 percent of it", "passage: will carry 50 percent of it")
PRICE = "    passage: will raise the price of power\n    about: [energy-prices, energy-links]\n"
TOMBSTONE = """\
    status: corrected
    retired: 2024-06-05
    because: We had left out the word price.
    by: bergen-price
  - id: bergen-price
    say: The marchers expect the North Link to raise the price of electricity.
"""
CORRECTED = (PRICE, TOMBSTONE + PRICE)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def recorded(root: Path, day: str, status: int = 0) -> str:
    """What the command says that records an edition."""
    done = run("edition", "--root", str(root), "--date", day)
    assert done.exit_code == status, done.output
    return done.output


def register_of(root: Path, day: str) -> str:
    return (root / f"content/.editions/{day}.yml").read_text(encoding="utf-8")


def edit(root: Path, path: str, *swaps: tuple[str, str]) -> None:
    text = (root / path).read_text(encoding="utf-8")
    for old, new in swaps:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    (root / path).write_text(text, encoding="utf-8")


def context(root: Path) -> RenderContext:
    return RenderContext(pipeline.load(files.content(root), files.article_texts(root)), files.words())


@pytest.fixture
def small(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "small", tmp_path / "small")
    return tmp_path / "small"


@pytest.fixture
def grown(small: Path) -> Path:
    """Two recorded editions."""
    recorded(small, "2024-06-04")
    edit(small, OSLO, REWORDED, OTHER_WORDS)
    edit(small, BERGEN, CORRECTED)
    edit(small, "content/themes.yml", ("from: [bergen-protest, bergen-fear]", "from: [bergen-protest, bergen-price]"))
    recorded(small, "2024-06-05")
    return small


def test_the_first_edition_records_every_address(small: Path, agrees: Callable[[Path, str], None]) -> None:
    assert recorded(small, "2024-06-04") == (
        f"the first edition: 7 facts\n{small}/content/.editions/2024-06-04.yml: the edition of 2024-06-04\n"
    )
    agrees(HERE / "register" / "2024-06-04.yml", register_of(small, "2024-06-04"))
    assert run("check", "--root", str(small)).exit_code == 0


def test_the_first_edition_is_recorded_without_anybody_asking(small: Path) -> None:
    """As the workflow does that publishes: under the date that the site has, once, and with nothing else changed."""
    before = texts_of(small)
    told = run("edition", "--root", str(small), "--first")
    assert (told.exit_code, told.output) == (
        0,
        f"{small}/content/.editions/2024-06-04.yml: the first edition, with 7 facts\n",
    )
    path = "content/.editions/2024-06-04.yml"
    assert texts_of(small) == before | {path: (HERE / "register" / "2024-06-04.yml").read_text(encoding="utf-8")}
    again = run("edition", "--root", str(small), "--first")
    assert (again.exit_code, again.output) == (0, "nothing to do: the edition of 2024-06-04 is recorded\n")
    edit(small, OSLO, ("  - id: oslo-date\n", "  - id: oslo-day\n"))
    assert "LOST-ID" in run("check", "--root", str(small)).stderr


def test_what_is_not_in_order_is_not_recorded_as_the_first_edition(small: Path) -> None:
    edit(small, OSLO, ("would pay 50 percent", "would pay 51 percent"))
    told = run("edition", "--root", str(small), "--first")
    assert (told.exit_code, "UNBOUND-NUMBER" in told.stderr) == (1, True)
    assert not (small / "content/.editions").exists()


def test_no_address_of_an_invented_example_is_kept(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "begun")).exit_code == 0
    told = run("edition", "--root", str(tmp_path / "begun"), "--first")
    assert (told.exit_code, told.output.startswith("nothing is recorded while an invented article")) == (0, True)
    assert not (tmp_path / "begun" / "content/.editions").exists()


def test_a_day_after_the_edition_is_not_recorded(small: Path) -> None:
    edit(small, OSLO, ("second_reading: 2024-06-03", "second_reading: 2024-06-08"))
    assert "AFTER-EDITION" in recorded(small, "2024-06-05", status=1)
    recorded(small, "2024-06-08")


def test_what_somebody_signed_of_an_article_goes_with_it(small: Path) -> None:
    assert (
        run("review", "--root", str(small), "bergen-march", "--sign-all-shown", "--date", "2024-06-04").exit_code == 0
    )
    recorded(small, "2024-06-04")
    assert "40 percent" in (small / "content/.readings/bergen-march.yml").read_text(encoding="utf-8")
    edit(small, BERGEN, ("facts:\n", "  removed: {on: 2024-06-05, because: We were asked to.}\nfacts:\n"))
    recorded(small, "2024-06-05")
    assert not (small / "content/.readings/bergen-march.yml").exists()


def test_a_later_edition_records_what_is_new_in_it(grown: Path, agrees: Callable[[Path, str], None]) -> None:
    agrees(HERE / "register" / "2024-06-05.yml", register_of(grown, "2024-06-05"))
    assert "edition: 2024-06-05\n" in (grown / "content/site.yml").read_text(encoding="utf-8")


def test_no_passage_is_in_the_register(grown: Path) -> None:
    content = pipeline.read(files.content(grown))
    passages = {words for file in content.articles.values() for f in file.facts for words in getattr(f, "passage", ())}
    told = " ".join((register_of(grown, "2024-06-04") + register_of(grown, "2024-06-05")).split())
    assert passages
    assert [words for words in passages if words in told] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"# top\r\nedition:   '2024-06-04'  # the day\r\n", b"# top\r\nedition:   '2024-06-07'  # the day\r\n"),
        (b"edition: 2024-06-04\nrights: since 2024-06-04\n", b"edition: 2024-06-07\nrights: since 2024-06-04\n"),
        (b"\xef\xbb\xbfedition: 2024-06-04", b"\xef\xbb\xbfedition: 2024-06-07"),
    ],
)
def test_only_the_date_is_changed_in_the_site_file(small: Path, before: bytes, after: bytes) -> None:
    rest = re.sub(rb"(?m)^(edition|rights): .*\n", b"", (small / "content/site.yml").read_bytes())
    more = b"" if b"rights" in before else b"\nrights: free\n"
    (small / "content/site.yml").write_bytes(before + more + rest)
    recorded(small, "2024-06-07")
    assert (small / "content/site.yml").read_bytes() == after + more + rest


def test_an_edition_is_not_older_than_the_last(grown: Path) -> None:
    before = texts_of(grown)
    assert "the edition of 2024-06-05 is recorded already" in recorded(grown, "2024-06-04", status=2)
    assert texts_of(grown) == before


def test_recording_again_on_the_same_day_changes_nothing_or_adds(grown: Path) -> None:
    before = texts_of(grown)
    recorded(grown, "2024-06-05")
    assert texts_of(grown) == before
    edit(grown, OSLO, ("say: Denmark has yet to settle", "say: Denmark still has to settle"))
    recorded(grown, "2024-06-05")
    [latest, first] = editions(context(grown))
    assert [(group.kind, fact.id, fact.was) for group in latest.groups for fact in group.facts] == [
        ("added", "bergen-price", ""),
        ("reworded", "oslo-denmark", "Denmark has not settled its own part of the bill."),
        ("evidence", "oslo-pledge", ""),
        ("corrected", "bergen-fear", ""),
    ]
    assert first.is_first


def test_what_has_problems_is_not_recorded(small: Path) -> None:
    edit(small, OSLO, ("We will carry 50 percent of it", "We will carry 60 percent of it"))
    assert "NOT-IN-ARTICLE" in recorded(small, "2024-06-04", status=1)
    assert not (small / "content/.editions").exists()


def test_the_register_is_read_with_places(small: Path) -> None:
    (small / "content/.editions").mkdir()
    (small / "content/.editions/2024-06-04.yml").write_text("facts:\n  oslo-date: {artcle: oslo-cable}\n")
    (small / "content/.editions/2024-13-04.yml").write_text("facts: {}\n")
    done = run("check", "--root", str(small))
    assert "content/.editions/2024-06-04.yml:2:15: UNKNOWN-FIELD: there is no field `artcle` here" in done.output
    assert "content/.editions/2024-13-04.yml:1:1: UNKNOWN-FILE" in done.output


def test_a_register_reads_as_it_was_written() -> None:
    texts = texts_of(HERE / "small")
    now = of_content(pipeline.read(texts))
    record = since(Snapshot(), now)
    again = pipeline.read({**texts, "content/.editions/2024-06-04.yml": register.dumps(record)})
    assert recorded_in(again).model_dump() == record.model_dump()
    assert not diff(of_register(recorded_in(again)), now)


def test_editions_recorded_apart_stand_together() -> None:
    one = Register(facts={"a": RecordedFact(article="x", say="A.")}, leaders={"b": "B"})
    other = Register(facts={"a": RecordedFact(article="x", say="A!")}, leaders={"c": "C"})
    whole = Register(facts={"a": RecordedFact(article="x", say="A!")}, leaders={"b": "B", "c": "C"})
    assert register.together((one, other)).model_dump() == whole.model_dump()
    assert since(of_register(one), of_register(whole)).model_dump() == other.model_dump()
    assert since(of_register(whole), of_register(whole)).model_dump() == Register().model_dump()


def test_who_was_given_another_id_proves_no_less(small: Path) -> None:
    before = of_content(pipeline.read(files.content(small)))
    for path in (small / "content").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("jane-doe", "jane-lund"), encoding="utf-8")
    edit(small, "content/leaders.yml", ("- id: jane-lund\n", "- id: jane-lund\n  formerly: [jane-doe]\n"))
    now = of_content(pipeline.read(files.content(small)))
    assert not diff(before, now)
    assert since(before, now).model_dump() == Register(leaders={"jane-lund": "Jane Doe"}).model_dump()


def test_without_its_texts_a_dossier_proves_the_same_under_another_id(small: Path) -> None:
    texts = [small / "seeds" / Path(file).with_suffix(".txt").name for file in (OSLO, BERGEN)]
    assert run("lock", "--root", str(small), *map(str, texts)).exit_code == 0
    for text in texts:
        text.unlink()
    before = run("check", "--root", str(small))
    for path in (small / "content").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("jane-doe", "jane-lund"), encoding="utf-8")
    edit(small, "content/leaders.yml", ("- id: jane-lund\n", "- id: jane-lund\n  formerly: [jane-doe]\n"))
    now = run("check", "--root", str(small))
    assert (now.exit_code, now.output) == (before.exit_code, before.output)
    assert before.exit_code == 0
    assert "cannot check 0" in before.output


def test_an_article_that_was_deleted_is_missed(small: Path) -> None:
    recorded(small, "2024-06-04")
    (small / OSLO).unlink()
    (small / "seeds/oslo-cable.txt").unlink()
    done = run("check", "--root", str(small))
    lost = re.findall(r"^(\S+): (LOST-ID|LOST-PAGE): .*?`([a-z/-]+)", done.output, re.MULTILINE)
    if not lost:  # what rests on its facts is told first
        assert "UNKNOWN-ID" in done.output
        for path in ("site", "leaders", "themes", "events", "questions"):
            text = (small / f"content/{path}.yml").read_text(encoding="utf-8")
            text = re.sub(r"from: \[oslo-[a-z, -]*\]", "from: [bergen-share]", text)
            text = text.replace("[oslo-pledge, bergen-share]", "[bergen-share]")
            (small / f"content/{path}.yml").write_text(text, encoding="utf-8")
        done = run("check", "--root", str(small))
        lost = re.findall(r"^(\S+): (LOST-ID|LOST-PAGE): .*?`([a-z/-]+)", done.output, re.MULTILINE)
    assert sorted(lost) == [
        (f"{OSLO}:1:1", "LOST-ID", "oslo-date"),
        (f"{OSLO}:1:1", "LOST-ID", "oslo-denmark"),
        (f"{OSLO}:1:1", "LOST-ID", "oslo-meeting"),
        (f"{OSLO}:1:1", "LOST-ID", "oslo-pledge"),
        (f"{OSLO}:1:1", "LOST-PAGE", "articles/oslo-cable"),
    ]


def test_recorded_editions_are_compared(grown: Path) -> None:
    def diff(*arguments: str) -> str:
        done = run("diff", "--root", str(grown), *arguments)
        assert done.exit_code == 0, done.output
        return done.output

    told = diff("2024-06-04")
    assert told == (
        "Facts added (1)\n"
        "  bergen-price (bergen-march): The marchers expect the North Link to raise the price of electricity.\n"
        "Facts reworded (1)\n"
        "  oslo-denmark (oslo-cable): Denmark has yet to settle its part of the bill.\n"
        "    say: Denmark has not settled its own part of the bill. → Denmark has yet to settle its part of the bill.\n"
        "Facts with other evidence (1)\n"
        "  oslo-pledge (oslo-cable): Jane Doe said that Norway would pay 50 percent of the new cable.\n"
        "Facts that no longer stand (1)\n"
        "  bergen-fear (bergen-march): The marchers expect dearer electricity from the North Link.\n"
        "    status: corrected\n"
    )
    assert diff("2024-06-04", "2024-06-05") == told
    assert diff("2024-06-04", str(grown)) == told
    assert diff("2024-06-05") == diff("2024-06-04", "2024-06-04") == ""
    assert [fact["how"] for fact in json.loads(diff("2024-06-04", "--json"))["facts"]] == [
        *("added", "reworded", "evidence", "retired")
    ]


def test_changes_are_told_as_data(grown: Path, agrees: Callable[[Path, str], None]) -> None:
    told = history_files(context(grown))
    agrees(HERE / "register" / "changes.json", told["data/changes.json"])
    keys = {key["name"] for key in files.words()["history"]["keys"]}
    data = json.loads(told["data/changes.json"])
    known = {*data, *(f"editions.{key}" for key in data["editions"][0])}
    assert keys == known | {f"changes.{key}" for key in data["editions"][0]["changes"][0]}
    assert told == history_files(context(grown))


def test_the_feed_of_changes_is_read_by_a_reader(grown: Path) -> None:
    feed = feedparser.parse(history_files(context(grown))["feeds/changes.xml"].encode())
    assert not feed.bozo
    assert (feed.feed.id, feed.feed.updated) == (
        "tag:the-north-link.invalid,2024-06-04:changes",
        "2024-06-05T00:00:00+00:00",
    )
    assert [(entry.id, entry.title, entry.updated, entry.link) for entry in feed.entries] == [
        (
            "tag:the-north-link.invalid,2024-06-05:edition",
            "Edition of 5 June 2024: 1 added, 1 reworded, 1 proved by other words, 1 corrected",
            "2024-06-05T00:00:00+00:00",
            "../changes.html#edition-2024-06-05",
        ),
        (
            "tag:the-north-link.invalid,2024-06-04:edition",
            "Edition of 4 June 2024: The first edition",
            "2024-06-04T00:00:00+00:00",
            "../changes.html#edition-2024-06-04",
        ),
    ]
    assert "../articles/bergen-march.html#bergen-fear" in feed.entries[0].content[0].value


def test_links_of_the_feed_are_whole_where_the_site_has_an_address(grown: Path) -> None:
    briefing = context(grown).briefing
    told = history_files(RenderContext(briefing, files.words(), "https://example.org/link/"))["feeds/changes.xml"]
    feed = feedparser.parse(told.encode())
    assert feed.entries[0].link == "https://example.org/link/changes.html#edition-2024-06-05"
    html = unescape(feed.entries[0].content[0].value)
    assert 'href="https://example.org/link/articles/bergen-march.html#bergen-fear"' in html


def test_without_a_register_the_edition_is_the_first(small: Path) -> None:
    [only] = editions(context(small))
    assert (only.on.isoformat(), only.is_first, only.facts, only.articles, only.groups) == (
        "2024-06-04",
        True,
        6,
        2,
        (),
    )


def test_this_dossier_keeps_every_address() -> None:
    content = pipeline.read(files.content(ROOT))
    assert content.editions
    assert recorded_in(content).facts.keys() <= of_content(content).facts.keys()


# In a browser: earlier addresses lead on.


def renamed(root: Path) -> None:
    """The article, a theme and a leader have other ids."""
    swaps = {"jane-doe": "jane-lund", "energy-links": "north-link"}
    for path in (root / "content").glob("**/*.yml"):
        if ".editions" not in path.parts:
            text = path.read_text(encoding="utf-8")
            for old, new in swaps.items():
                text = text.replace(f"- id: {old}\n", f"- id: {new}\n  formerly: [{old}]\n")
                text = re.sub(rf"(?<!formerly: \[)\b{old}\b", new, text)
            path.write_text(text, encoding="utf-8")
    edit(root, OSLO, ("article:\n", "article:\n  formerly: [oslo-cable]\n"))
    (root / OSLO).rename(root / "content/facts/oslo-talks-end.yml")
    (root / "seeds/oslo-cable.txt").rename(root / "seeds/oslo-talks-end.txt")


@pytest.fixture(scope="module")
def renamed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of a dossier in which much was renamed."""
    root = tmp_path_factory.mktemp("moved") / "small"
    shutil.copytree(HERE / "small", root)
    plan = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(re.sub("(?m)^site_name: .*$", "site_name: The North Link", plan))
    recorded(root, "2024-06-04")
    renamed(root)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(build(root)))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


OLD = {
    "/articles/oslo-cable.html#oslo-pledge": "/articles/oslo-talks-end.html#oslo-pledge",
    "/articles/oslo-cable.html#oslo-date": "/articles/oslo-talks-end.html#oslo-date",
    "/leaders/jane-doe.html": "/leaders/jane-lund.html",
    "/themes/energy-links.html": "/themes/north-link.html",
}


@pytest.mark.parametrize(("old", "new"), OLD.items())
def test_an_earlier_address_leads_on(renamed_site: str, browser: Browser, old: str, new: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(renamed_site + old)
        page.wait_for_url(renamed_site + new)
        if "#" in new:
            assert page.locator(f"[id='{new.partition('#')[2]}']").is_visible()


def test_without_javascript_the_fact_is_a_link_away(renamed_site: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{renamed_site}/articles/oslo-cable.html#oslo-pledge")
        page.click("li:target a")
        assert page.url == f"{renamed_site}/articles/oslo-talks-end.html#oslo-pledge"
