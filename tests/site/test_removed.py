"""An article that is taken down: no word of it is in any page or file, and all its addresses answer."""

import gzip
import html
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import assembly, files, pipeline
from generator.__main__ import main
from generator.content.model import Fact, Tombstone
from generator.history.diff import diff
from tests.conftest import build, laid_out
from tests.databases import in_memory
from tests.folders import HERE, ROOT, article_texts_of, edited, texts_of

BERGEN = "content/facts/bergen-march.yml"
REMOVED = "article:\n  removed: {on: 2024-06-05, because: The paper took it back.}\n"
REAL = sorted(path.stem for path in (ROOT / "content" / "facts").glob("*.yml"))
METHOD = files.page(ROOT, "method")


def taken_down(text: str) -> str:
    assert text.count("article:\n") == 1
    return text.replace("article:\n", REMOVED)


def words_of(root: Path, article: str) -> list[str]:
    """All that the facts of an article say and quote, as it stands in no other article's facts."""
    kept: set[str] = set()
    gone: set[str] = set()
    for id, file in pipeline.read(files.content(root)).articles.items():
        told = gone if id == article else kept
        for fact in file.facts:
            if isinstance(fact, Fact | Tombstone):
                told |= {fact.say, *(fact.passage if isinstance(fact, Fact) else ())}
    return sorted(plain(words) for words in gone if not any(words in other for other in kept))


def plain(text: str) -> str:
    """A text as it is read, whatever it was written in."""
    read = html.unescape(html.unescape(re.sub(r"<[^>]+>|\\", "", text)))
    return " ".join(read.translate(str.maketrans("’‘“”\u00a0", "''\"\" ")).split())


def readable(data: bytes) -> Iterator[str]:
    """The text of a file of the site, and of the files that are packed in it."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from readable(archive.read(name))
    elif data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data).decode(errors="replace")
    elif data[:6] == b"SQLite":
        with in_memory(data) as database:
            yield "\n".join(database.iterdump())
    yield data.decode(errors="replace")


def leaks(folder: Path, words: list[str]) -> set[tuple[str, str]]:
    found = set()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".png", ".js")):
        told = " ".join(map(plain, readable(path.read_bytes())))
        found |= {(path.relative_to(folder).as_posix(), said) for said in words if said in told}
    return found


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, [*arguments])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier that was published whole; its march is about to be taken down."""
    root = tmp_path_factory.mktemp("removed") / "small"
    laid_out(root)
    run("edition", "--root", str(root), "--date", "2024-06-04")
    return root


@pytest.fixture(scope="module")
def after(before: Path) -> Path:
    """The same with its site, without the march."""
    root = before.parent / "after"
    shutil.copytree(before, root)
    (root / BERGEN).write_text(taken_down((root / BERGEN).read_text(encoding="utf-8")), encoding="utf-8")
    build(root)
    return root


@pytest.mark.site
def test_no_word_is_left_in_the_site_or_in_what_it_is_built_from(before: Path, after: Path) -> None:
    gone, stays = words_of(before, "bergen-march"), words_of(before, "oslo-cable")
    assert len(gone) == 6
    assert {said for _, said in leaks(after / "site", stays)} == set(stays)  # or the search would find nothing at all
    assert leaks(after / "site", gone) == leaks(after / "build", gone) == set()


@pytest.mark.site
def test_every_address_answers_with_the_notice(after: Path) -> None:
    page = (after / "site/articles/bergen-march.html").read_text(encoding="utf-8")
    told = plain(page)
    assert "This article was removed" in told
    assert "The paper took it back." in told
    assert "5 June 2024" in told
    assert [id for id in ("bergen-protest", "bergen-fear", "bergen-share") if f'id="{id}"' not in page] == []
    assert "This event was removed" in (after / "site/events/bergen-march.html").read_text(encoding="utf-8")
    assert 'href="../articles/bergen-march.html"' in (after / "site/articles/index.html").read_text(encoding="utf-8")


@pytest.mark.site
def test_sentences_of_ours_go_with_their_facts(before: Path, after: Path) -> None:
    was, now = (pipeline.read(files.content(root)) for root in (before, after))
    assert (len(was.site.bottom_line), len(now.site.bottom_line)) == (1, 0)
    assert (len(was.questions["cable-share"].note), len(now.questions["cable-share"].note)) == (1, 0)
    assert [len(theme.state_of_play) for theme in now.themes.values()] == [2, 0]
    assert (list(was.events), list(now.events)) == (["oslo-talks", "bergen-march"], ["oslo-talks"])
    assert now.site.key_figures == was.site.key_figures


@pytest.mark.site
def test_what_is_left_out_is_told_and_stops_nothing(after: Path) -> None:
    told = run("check", "--root", str(after))
    assert set(re.findall(r"^\S+: ([A-Z-]+): ", told, re.MULTILINE)) == {"RESTS-ON-REMOVED"}
    assert "content/site.yml:5:76: RESTS-ON-REMOVED: `bergen-share` was removed with its article" in told


@pytest.mark.site
def test_the_register_forgets_the_words_and_keeps_the_addresses(before: Path, after: Path) -> None:
    gone = words_of(before, "bergen-march")
    assert leaks(after / "content" / ".editions", gone) != set()
    run("edition", "--root", str(after), "--date", "2024-06-05")
    assert leaks(after / "content" / ".editions", gone) == set()
    assert "Farmers in Bergen" not in (after / "content/.editions/2024-06-04.yml").read_text(encoding="utf-8")
    assert run("diff", "--root", str(after), "2024-06-04", "2024-06-05") == (
        "Facts of articles that were taken down (3)\n"
        "  bergen-fear (bergen-march)\n  bergen-protest (bergen-march)\n  bergen-share (bergen-march)\n"
    )


def test_a_file_that_was_emptied_keeps_its_addresses(before: Path, tmp_path: Path) -> None:
    root = tmp_path / "emptied"
    shutil.copytree(before, root)
    (root / BERGEN).write_text(f"{REMOVED}  label: removed\n  published: 2024-06-03\n")
    (root / "seeds/bergen-march.txt").unlink()
    for path in (root / "content").glob("*.yml"):
        text = re.sub(
            r", from: \[[a-z, -]*bergen[a-z, -]*\]", ", from: [oslo-meeting]", path.read_text(encoding="utf-8")
        )
        text = text.replace("  from: [bergen-protest]\n", "  background: told by the police\n")
        path.write_text(text, encoding="utf-8")
    briefing = pipeline.load(files.content(root), files.article_texts(root))
    assert [str(problem) for problem in pipeline.problems(briefing) if problem.code.startswith("LOST")] == []
    page = str(assembly.pages(briefing, files.words(), METHOD)["articles/bergen-march.md"])
    assert [id for id in ("bergen-protest", "bergen-fear", "bergen-share") if f'id="{id}"' not in page] == []


@pytest.mark.site
def test_a_pull_request_does_not_repeat_what_goes(before: Path, after: Path) -> None:
    was, now = (
        pipeline.edition(pipeline.load(files.content(root), files.article_texts(root))) for root in (before, after)
    )
    told = diff(was, now)
    assert {(fact.how, fact.say, fact.fields) for fact in told.facts} == {("removed", "", ())}
    assert [(article.how, article.name, article.fields) for article in told.articles] == [("gone", "bergen-march", ())]


def test_a_text_that_is_still_there_does_not_arrive_anew() -> None:
    texts = texts_of(HERE / "small")
    texts[BERGEN] = taken_down(texts[BERGEN])
    briefing = pipeline.load(texts, article_texts_of(texts))
    assert (dict(briefing.uncurated), dict(briefing.locks), list(briefing.sources)) == ({}, {}, ["oslo-cable"])


def test_an_event_of_which_half_the_facts_are_left_stays_for_the_reason_given() -> None:
    """No fact tells of it, and still it rests on one that stands."""
    texts = texts_of(HERE / "small")
    texts[BERGEN] = taken_down(texts[BERGEN])
    rests = "  from: [bergen-protest]\n"
    texts = edited(texts, "content/events.yml", (rests, "  from: [bergen-protest, oslo-denmark]\n"))
    content = pipeline.read(texts)
    assert (list(content.events), list(content.removed_events)) == (["oslo-talks", "bergen-march"], [])
    event = content.events["bergen-march"]
    assert (event.from_, event.background) == ((), "The paper took it back.")


def test_an_event_that_others_report_too_stays_for_the_reason_given() -> None:
    texts = texts_of(HERE / "small")
    texts[BERGEN] = taken_down(texts[BERGEN])
    texts["content/facts/oslo-cable.yml"] = texts["content/facts/oslo-cable.yml"].replace(
        "    via: a spokesman for the Danish ministry\n",
        "    via: a spokesman for the Danish ministry\n    event: bergen-march\n",
    )
    event = pipeline.read(texts).events["bergen-march"]
    assert (event.from_, event.background) == ((), "The paper took it back.")


@pytest.mark.parametrize("article", REAL)
def test_any_article_of_this_dossier_can_be_taken_down_at_once(article: str) -> None:
    texts = files.content(ROOT)
    path = f"content/facts/{article}.yml"
    texts[path] = texts[path].replace("article:\n", REMOVED, 1)
    briefing = pipeline.load(texts, files.article_texts(ROOT))
    found = pipeline.problems(briefing)
    assert pipeline.is_clean(found), "\n".join(map(str, found))
    assert article not in briefing.articles
