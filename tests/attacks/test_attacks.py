"""Texts that want to be more than text, through every field: a site of them is made of what a harmless one is made of.

Both are of one dossier (`dossier.py`), without the rules, which would refuse it; so nothing holds them back but what
writes pages and files. A browser then sees whether anything runs, or asks for anything.
"""

import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser

from generator import files, pipeline
from generator.briefing import Briefing
from generator.content.paths import METHOD
from generator.rules.own_pages import pages_are_plain_markdown
from generator.site.parts import room
from tests.attacks.dossier import attacks, dossier, groups
from tests.attacks.shapes import shape
from tests.conftest import ROOT, served
from tests.folders import HERE, article_texts_of, texts_of
from tests.resident import briefbook

pytestmark = pytest.mark.site
RECORD = "window.ran = []; window.PWN = what => window.ran.push(what);"
ARTICLE = "articles/2024-06-01-oslo-cable-0.html"
OPEN = "() => { document.querySelectorAll('details').forEach(part => part.open = true); return window.ran; }"


def built(root: Path, *, harmless: bool) -> Path:
    """The site of the dossier, as a build makes it that asks no rule."""
    texts = dossier(harmless=harmless)
    plan = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    plan |= {"site_name": yaml.safe_load(texts["content/site.yml"])["title"], "site_url": "https://example.net/below/"}
    texts[METHOD] = "\n\n".join((" ".join(attacks()), *filter(is_plain, attacks())))
    texts["mkdocs.yml"] = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)
    for path, text in texts.items():
        files.write(root / path, text)
    with pytest.MonkeyPatch.context() as patch:  # a sign weighs other than what it looks like: lists are cut by number
        patch.setattr(room, "_bytes", lambda _: 0)
        pipeline.build(root, pipeline.load(files.content(root), files.article_texts(root)), "")
    return root / "site"


@cache
def small() -> Briefing:
    texts = texts_of(HERE / "small")
    content = {path: text for path, text in texts.items() if path.startswith("content/")}
    return pipeline.load(content, article_texts_of(texts))


def refusals(body: str, title: str = "How it is done") -> list[str]:
    """What is said against a page of one's own."""
    content = replace(small().content, pages={METHOD: f"{title}\n\n{body}\n"})
    problems = pages_are_plain_markdown(replace(small(), content=content))
    return [problem.code if problem.code != "PAGE-ID" else f"{problem.code} {problem.what}" for problem in problems]


@cache
def is_plain(body: str) -> bool:
    return refusals(body) == []


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("attacked"), harmless=False)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("harmless"), harmless=True)


def names(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_there_are_many() -> None:
    assert len(attacks()) == len(set(attacks())) > 200


def test_each_file_is_made_of_what_a_harmless_one_is(attacked: Path, harmless: Path) -> None:
    both = sorted({*names(attacked)} & {*names(harmless)})
    others = {*names(attacked), *names(harmless)} - {*both}
    assert [name for name in others if not name.startswith("search/words-")] == []  # as many as their words need
    for name in both:
        assert shape(attacked / name) == shape(harmless / name), name


def test_nothing_runs_and_nothing_is_asked_for(attacked: Path, browser: Browser) -> None:
    asked: list[str] = []
    with served(attacked) as address, browser.new_context() as context:
        context.add_init_script(RECORD)
        page = context.new_page()
        page.on("dialog", lambda dialog: asked.append(f"{page.url} says {dialog.message}"))
        page.on("request", lambda request: None if request.url.startswith(address) else asked.append(request.url))
        for name in names(attacked):
            if name.endswith(".html"):
                page.goto(f"{address}/{name}")
                assert (page.evaluate(OPEN), asked, page.url) == ([], [], f"{address}/{name}"), name


def test_what_an_address_asks_for_is_text(attacked: Path, browser: Browser) -> None:
    wrong: list[str] = []
    with served(attacked) as address, browser.new_context() as context:
        context.add_init_script(RECORD)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on("request", lambda request: None if request.url.startswith(address) else wrong.append(request.url))
        some = (*attacks()[::24], "%", "__proto__", "constructor", "%00", "'\"><b>")
        for name, texts in (("explore.html", some), (ARTICLE, (*some, *map(" ".join, groups())))):
            for text in texts:
                asked = quote(text, safe="%" if text.startswith("%") else "")
                page.goto(f"{address}/{name}?q={asked}&filter={asked}&theme={asked}&speaker={asked}#{asked}")
                assert (page.evaluate(OPEN), wrong) == ([], []), (name, text)


HONEST = (
    "A < B, and B > C & D; 1 <2, <3, and `x<y>z`",
    "He said \"so\" and 'so', “so” and «so»: it's 5'10\" — 50 % … №1 §2",
    "$a < b$, \\\\(x^2 + y_1\\\\), E = mc², ∑ᵢ xᵢ ≥ 0, ½ ≠ 0,5",
    "```html\n<script>PWN(0)</script>\n```",
    "~~~python\nif a < b: print('<b>')\n~~~",
    "    <b>indented code</b>\n\nand `<i>`",
    "👩‍👩‍👧 ❤️ 1️⃣ 👍🏽, العربية، فارسی می‌خواهم, עברית, हिन्दी क्‍ष, 中文, 日本語",
    "[x](https://example.org/a/b_(c)?d=1&e=%20f#g-h) <https://example.org/a_b_c?x=*y*>",
    "| a | b |\n|:--|--:|\n| `<i>` | 1 < 2 |",
    '## A part {{ #part }}\n\n1. one\n2. two\n\n> quoted\n\n- a\n- b\n\n***\n\n![a](assets/favicon.svg "b")',
    "Write to <desk@example.org>; see [the data](data/facts.csv), [this part](#part), and [[1]].",
)


@pytest.mark.parametrize("body", HONEST)
def test_honest_markdown_is_not_refused(body: str) -> None:
    assert refusals(body.replace("{{", "{").replace("}}", "}")) == []


@pytest.mark.parametrize(
    "body",
    [
        "``` { .py onclick=PWN(1) }\nx\n```",
        "~~~ {#a style=color:red}\nx\n~~~",
        "```\nx\n``` \n<script>PWN(1)</script>",
        "``` x\n<script>PWN(1)</script>",
        "``\n<script>PWN(1)</script>\n``\n\n```",
        "    ```\n<script>PWN(1)</script>\n    ```",
        "> ```\n<script>PWN(1)</script>\n> ```",
    ],
)
def test_a_fence_is_no_way_around(body: str) -> None:
    assert set(refusals(body)) == {"NOT-MARKDOWN"}


def test_a_title_begins_no_fence() -> None:
    assert refusals("<script>PWN(1)</script>\n```", "```") == ["NOT-MARKDOWN"]


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("## A { #top }", ["top"]),
        ("## A { #edition }\n\n## B { #ours }", ["edition", "ours"]),
        ("## A { #a }\n\n## B { #a }", ["a"]),
        ("## Filter", ["filter"]),
        ("## A { #__config }", ["__config"]),
        ("## Top\n\n## Top\n\n## Edition\n\n## Yourself { #yourself }", []),
    ],
)
def test_an_id_of_the_page_is_refused_in_its_place(body: str, ids: list[str]) -> None:
    said = [f"PAGE-ID the id `{id}` stands twice, or is one that the page has itself" for id in ids]
    assert refusals(body) == said


def test_names_of_files_are_refused_or_shown_as_they_are(tmp_path: Path) -> None:
    """Nobody's name of a file becomes an address, a line of its own, or a command of a workflow."""
    texts = texts_of(HERE / "small")
    hostile = [name for text in attacks() if (name := re.sub("[/\0]", "_", text)) and len(name.encode()) < 200]
    for path, text in texts.items():
        files.write(tmp_path / path, text)
    for name in hostile:
        for folder, ending in (("content/facts", "yml"), ("content", "yml"), ("content/pages", "md"), ("seeds", "txt")):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / f"{name}.{ending}").write_text("facts: []\n", encoding="utf-8")
    done = briefbook("check", "--github", "--root", tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert len(lines) > 3 * len(hostile)
    assert [
        line for line in lines if not re.match("::(error|warning) file=[^,:]*,line=1,col=1,title=[A-Z-]+::", line)
    ] == []


def test_the_shipped_program_reads_it(attacked: Path) -> None:
    """What the rules would have refused it refutes, and nothing stops it."""
    done = subprocess.run(
        [sys.executable, "-S", attacked / "verify.py"], capture_output=True, text=True, check=False, cwd="/"
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith("something is refuted\n")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", done.stdout)
