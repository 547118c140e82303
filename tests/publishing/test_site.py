"""The built site: the same bytes each time, nothing dead in it, and never half of one."""

import datetime as dt
import json
import random
import re
import shutil
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader
from lxml import html

from generator import assembly, files, pipeline
from generator.publishing import gate
from generator.publishing.in_process import InProcess
from generator.site.render.policy import META
from generator.work import here
from tests.conftest import build, copied
from tests.folders import HERE, ROOT, context_of
from tests.resident import started
from tests.site.themed import in_theme


def bytes_of(site: Path) -> dict[str, bytes]:
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def test_two_builds_are_alike_to_the_byte(site: Path, tmp_path: Path) -> None:
    again = bytes_of(build(copied(tmp_path), run=started))
    assert [name for name, data in bytes_of(site).items() if again.get(name) != data] == []
    assert len(again) == len(bytes_of(site))


def test_the_order_of_files_changes_nothing() -> None:
    texts, article_texts, words = files.content(ROOT), files.article_texts(ROOT), files.words()
    shuffled = list(texts.items())
    random.Random(1).shuffle(shuffled)
    texts_back, locks_back, loose_back = (
        dict(reversed(part.items())) for part in (article_texts.texts, article_texts.locks, article_texts.by_digest)
    )
    backwards = files.ArticleTexts(texts_back, locks_back, loose_back, article_texts.seeds)
    first = assembly.pages(pipeline.load(texts, article_texts), words, "")
    assert assembly.pages(pipeline.load(dict(shuffled), backwards), words, "") == first


@pytest.fixture
def dossier(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This dossier as its build left it, to be changed."""
    monkeypatch.setenv(here.CARRIED, "1")
    return Path(shutil.copytree(site.parent, tmp_path, dirs_exist_ok=True))


def test_nothing_changed_is_nothing_built(dossier: Path) -> None:
    (dossier / "site" / "mark").touch()
    build(dossier)
    assert (dossier / "site" / "mark").exists()


def test_a_build_that_fails_leaves_the_old_site(dossier: Path) -> None:
    root, before = dossier, bytes_of(dossier / "site")
    path = next((root / "content" / "facts").glob("*.yml"))
    record, facts = path.read_text(encoding="utf-8").split("\nfacts:\n")
    wrong = facts.replace("  say: ", "  say: Someone Unheard-of said that ", 1)
    path.write_text(f"{record}\nfacts:\n{wrong}", encoding="utf-8")
    with pytest.raises(AssertionError, match="UNBOUND-NAME"):
        build(root)
    assert bytes_of(root / "site") == before


@pytest.mark.site
def test_the_builder_calls_the_site_by_its_title(tmp_path: Path) -> None:
    root = copied(tmp_path)
    plan = root / "mkdocs.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("site_name: The", "site_name: Some"), encoding="utf-8")
    with pytest.raises(AssertionError, match=r"mkdocs.yml:1:1: OTHER-TITLE: `site_name` is `Some Paris"):
        build(root)
    assert not (root / "site").exists()


def test_every_fact_of_the_data_is_at_its_address(site: Path) -> None:
    data = json.loads((site / "data" / "facts.json").read_text(encoding="utf-8"))
    at_home: dict[str, set[str]] = {}
    for fact in data["facts"]:
        page, _, anchor = fact["url"].partition("#")
        if page not in at_home:
            at_home[page] = {e.get("id", "") for e in html.parse(str(site / page)).iter("article")}
        assert anchor in at_home[page]
    assert {fact["article"] for fact in data["facts"]} == {path.stem for path in (ROOT / "content/facts").glob("*.yml")}


def test_the_gate_names_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        META + '<p id="x"></p><p id="x"></p><a href="b.html">b</a><a href="a.html#y">y</a><a href="#x">x</a>'
        '<a href="https://example.org/">out</a><script src="https://example.org/x.js"></script>'
        '<link rel="stylesheet" href="//example.org/x.css"><link rel="canonical" href="https://example.org/">'
    )
    assert [str(problem) for problem in gate.problems(tmp_path, {"a.md": "", "c.md": ""})] == [
        "site/c.html:1:1: MISSING-PAGE: the page was not built",
        "site/a.html:1:1: SAME-ID: two elements have the id `x`",
        "site/a.html:1:1: DEAD-LINK: `a.html` has no `#y`",
        "site/a.html:1:1: DEAD-LINK: nothing is at `b.html`",
        "site/a.html:1:1: OUTSIDE-HOST: `<script>` loads from `example.org`",
        "site/a.html:1:1: OUTSIDE-HOST: `<link>` loads from `example.org`",
    ]


def test_no_page_holds_a_script_from_content(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<[^>]+\son[a-z]+=", text), path
        assert not re.search(r'(?:href|src)="(?!javascript:void\(0\)")(?:javascript|data|vbscript):', text), path


def test_the_files_of_the_theme_are_those_that_mkdocs_takes(tmp_path: Path) -> None:
    """Though nothing is listed whose name begins with a dot."""
    shown = in_theme(tmp_path, context_of(HERE / "small").briefing.content.site, {}, ())
    ours, theirs = (InProcess(tmp_path, dt.date(2024, 6, 4)) for _ in range(2))
    theirs._env.loader = FileSystemLoader(theirs._config.theme.dirs)  # noqa: SLF001 -- as MkDocs sets it up
    assert ours.theme_files == theirs.theme_files
    assert all((shown / path).is_file() for path in ours.theme_files)
    assert len(ours.theme_files) > 20
