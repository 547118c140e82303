"""A site that is joined is the site that MkDocs builds, to the byte; and whatever is not, is noticed."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result
from lxml import html

from generator import files, pipeline
from generator.__main__ import main
from generator.problems import Malformed
from generator.publishing import active, found, frame, gate, joining, plan, shell, site, tags
from generator.publishing.frame import Frame
from generator.publishing.html import Markdown
from generator.publishing.shell import Entry, Shell
from generator.site.render.policy import META
from generator.work import here
from generator.work.executors import ALONE, Crew
from generator.work.processes import of_this_machine
from generator.work.store import Store
from tests.conftest import ADDRESS, copied, laid_out
from tests.folders import ROOT
from tests.publishing.test_inert import ATTACK, dossier
from tests.publishing.test_site import bytes_of

Publish = Callable[..., Path]

EVERYTHING = """\
# Every construct: 1 < 2 & “3”, œ, عربي

Words, *stress*, **strength**, `code <b>`, a\\* sign, &copy;, <https://example.org/?a=1&b=2>, <mail@example.org>,
[a page](articles/index.md "its 'title'"), [a place](articles/index.md#top), [this](#here),
![a sign](assets/favicon.svg). A line\\
that is broken, and{two}
another.

## Here { #here }

### Deep { #yourself }

- one
    - deeper

        a paragraph in it

1. first
2. second

> quoted
> > twice

    code & <b>

```
# fenced
```

| a | b |
|---|:-:|
| c | `1` |

* * *

A title of lines
================

Another
-------

[named][it]

[it]: https://example.org/ "a title"
"""


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--root", str(root), *options])


def with_page(root: Path) -> Path:
    own = root / "content/pages/method.md"
    own.parent.mkdir(exist_ok=True)
    own.write_text(EVERYTHING.replace("{two}", "  "), encoding="utf-8")
    return root


def first_edition(root: Path) -> Path:
    return copied(root)


def second(root: Path) -> Path:
    laid_out(root, "second", ADDRESS)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:  # where MkDocs knows pages to be edited
        settings.write("repo_url: https://github.com/owner/name\n")
    return root


def small(root: Path) -> Path:
    return with_page(laid_out(root))


def attacked(root: Path) -> Path:
    return dossier(root, ATTACK)


@pytest.mark.site
@pytest.mark.parametrize("make", [first_edition, second, small, attacked])
def test_every_file_is_as_mkdocs_builds_it(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    root = make(tmp_path / "dossier")
    done = run(root, "--whole")
    assert done.exit_code == 0, done.output
    assert {path.name for path in (root / "build").iterdir()} == {
        *(".gitignore", "docs", "frame.json", "lock", "made", "mkdocs.yml", "stamp", "theme", "work.sqlite")
    }
    assert len(bytes_of(root / "site")) > 100


# What is not as MkDocs builds it


@pytest.fixture(scope="module")
def assembled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, str | bytes]]:
    root = with_page(laid_out(tmp_path_factory.mktemp("joined"), address=ADDRESS))
    briefing = pipeline.load(files.content(root), files.article_texts(root))
    return root, pipeline.assemble(root, briefing).files


@pytest.fixture
def publish(assembled: tuple[Path, Mapping[str, str | bytes]]) -> Publish:
    """Publishes the small dossier as if for the first time."""
    root, pages = assembled
    about = pipeline.read(files.content(root)).site
    for path in ("build", "site"):
        shutil.rmtree(root / path, ignore_errors=True)

    def published(changed: Mapping[str, str | bytes] | None = None, *, whole: bool = False, crew: Crew = ALONE) -> Path:
        parts = {**pages, **(changed or {})}
        first = {path: file for path, file in parts.items() if path < "leaders/jane-doe.md"}
        rest = {path: file for path, file in parts.items() if path not in first}
        site.publish(root, [first.items(), rest.items()], about, "stamp", crew, whole=whole)
        return root

    return published


def told(malformed: pytest.ExceptionInfo[Malformed]) -> list[str]:
    return [f"{problem.place.path} {problem.code}" for problem in malformed.value.problems]


FIELDS = ("title", "description", "content", "canonical", "first", "cited.card", "cited.address", "subscription.url")


@pytest.mark.parametrize("field", FIELDS)
def test_a_text_that_is_joined_otherwise_is_noticed(
    publish: Publish, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    joined = Shell.joined

    def doctored(self: Shell, values: Mapping[str, str], entries: Sequence[Entry]) -> str:
        return joined(self, {name: text + "x" * (name == field) for name, text in values.items()}, entries)

    monkeypatch.setattr(Shell, "joined", doctored)
    with pytest.raises(Malformed) as malformed:
        publish()
    assert {line.partition(" ")[2] for line in told(malformed)} == {"OTHER-PAGE"}
    assert len(told(malformed)) > 3


def without_first(given: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """The map of the site, of which one of two readings lacks a page."""
    calls: list[int] = []

    def listed(self: Frame, paths: Sequence[str]) -> list[str]:
        calls.append(1)
        return list(given(self, paths)[len(calls) % 2 :])

    return listed


@pytest.mark.parametrize(
    ("target", "name", "doctored"),
    [
        (shell, "nested", lambda _: ()),
        (plan, "BUILT_IN", ("toc",)),
        (Frame, "_listed", without_first(Frame._listed)),  # noqa: SLF001
    ],
)
def test_other_contents_other_markdown_and_another_map_are_noticed(
    publish: Publish, monkeypatch: pytest.MonkeyPatch, target: object, name: str, doctored: object
) -> None:
    monkeypatch.setattr(target, name, doctored)
    with pytest.raises(Malformed) as malformed:
        publish()
    assert {line.partition(" ")[2] for line in told(malformed)} == {"OTHER-PAGE"}


def test_nothing_is_kept_of_a_theme_that_did_not_agree(publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as context:
        context.setattr(shell, "FILTERS", {**shell.FILTERS, "as it is": str.upper})
        with pytest.raises(Malformed):
            publish()
    root = publish()
    assert (root / "build" / "frame.json").is_file()


@pytest.mark.site
def test_every_page_is_compared_where_the_whole_is_asked_for(publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    """One page that no sample has is another; MkDocs builds every one."""
    made = Frame.plain

    def doctored(self: Frame, path: str, text: str) -> object:
        found = made(self, path, text)
        return found and type(found)(found.page + b" " * (path == "leaders/jane-doe.md"), found.kind)

    publish()
    monkeypatch.setattr(Frame, "plain", doctored)
    publish()
    with pytest.raises(Malformed) as malformed:
        publish(whole=True)
    assert told(malformed) == ["site/leaders/jane-doe.html OTHER-PAGE"]


# Others join it


@pytest.fixture(params=["with a store", "without"])
def others(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    """Two processes, which join pages however few there are."""
    monkeypatch.setattr(joining, "MANY", 1)
    with Store(tmp_path / "kept") as store:
        yield replace(of_this_machine(2, 0, print), store=store if request.param == "with a store" else None)


def _forgotten(root: Path) -> None:
    for path in ("build", "site"):
        shutil.rmtree(root / path)


def _digest(root: Path) -> bytes:
    return hashlib.sha256((root / "site/leaders/jane-doe.html").read_bytes()).digest()


def _learned(root: Path) -> dict[str, Any]:
    """What is kept of the theme, without its seal."""
    return cast("dict[str, Any]", json.loads((here.left(root / frame.KEPT) or "").partition("\n")[2]))


@pytest.mark.site
def test_others_join_the_same_site_and_teach_the_same(
    publish: Publish, others: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = publish()
    before, learned = bytes_of(root / "site"), _learned(root)
    _forgotten(root)
    put, put_here = Store.put, list[str]()

    def noted(self: Store, step: str, key: str, value: object) -> None:
        put_here.append(key)
        put(self, step, key, value)

    monkeypatch.setattr(Store, "put", noted)
    assert bytes_of(publish(crew=others) / "site") == before
    assert _learned(root) == learned
    looked = gate.Gate(urlsplit(ADDRESS).path)
    key = found.key_of(looked, "leaders/jane-doe.html", _digest(root))
    assert others.store is None or others.store.holds(found.STEP, key)
    assert key not in put_here  # but elsewhere
    assert bytes_of(publish() / "site") == before


@pytest.mark.site
def test_what_others_join_otherwise_is_noticed(publish: Publish, others: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    joined = Shell.joined

    def doctored(self: Shell, values: Mapping[str, str], entries: Sequence[Entry]) -> str:
        return joined(self, values, entries) + " "

    monkeypatch.setattr(Shell, "joined", doctored)
    with pytest.raises(Malformed) as malformed:
        publish(crew=others)
    assert {line.partition(" ")[2] for line in told(malformed)} == {"OTHER-PAGE"}


@pytest.mark.site
def test_what_is_wrong_with_pages_is_told_alike_whoever_joins_them(publish: Publish, others: Crew) -> None:
    page = (publish() / "build/docs/leaders/jane-doe.md").read_text(encoding="utf-8")
    wrong = {
        "leaders/jane-doe.md": f'{page}\n<p><a href="nowhere.html" id="x">x</a></p>\n',
        "themes/index.md": f'{page}\n<p id="y"></p>\n\n<p id="y"></p>\n',
    }
    found = []
    for crew in (ALONE, others):
        with pytest.raises(Malformed) as malformed:
            publish(wrong, crew=crew)
        found.append(malformed.value.problems)
    assert found[0] == found[1]
    assert {"DEAD-LINK", "SAME-ID"} <= {problem.code for problem in found[0]}


def test_what_others_learned_is_compared_with_mkdocs(publish: Publish) -> None:
    root = publish()
    one = Frame(root, pipeline.read(files.content(root)).site.edition)
    one.learn({})
    assert not one.has_asked
    one.learn({"a kind": Shell(("",), (), {})})
    assert one.has_asked


# What is kept


@pytest.mark.site
def test_with_the_same_theme_nothing_of_mkdocs_is_loaded(publish: Publish) -> None:
    root = publish()
    before = bytes_of(root / "site")
    program = (
        "import sys; from generator.__main__ import main\n"
        f"sys.argv[1:] = ['build', '--force', '--root', {str(root)!r}]\n"
        "try: main()\nexcept SystemExit as end: assert not end.code\n"
        "print([name for name in ('mkdocs', 'material') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr
    assert bytes_of(root / "site") == before


@pytest.mark.parametrize("damaged", ["", "no seal", "{}", "cut"])
def test_what_is_kept_of_the_theme_is_made_anew_where_it_is_damaged(publish: Publish, damaged: str) -> None:
    root = publish()
    before, kept = bytes_of(root / "site"), root / "build" / "frame.json"
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(whole[: len(whole) // 2] if damaged == "cut" else damaged, encoding="utf-8")
    assert bytes_of(publish() / "site") == before
    assert kept.read_text(encoding="utf-8") == whole


def test_a_file_of_the_old_site_is_never_written_to(publish: Publish, tmp_path: Path) -> None:
    root = publish()
    names = ("verify.py", "leaders/jane-doe.html", "data/facts.json", "index.html")
    for number, name in enumerate(names):
        os.link(root / "site" / name, tmp_path / str(number))
    before = [(tmp_path / str(number)).read_bytes() for number in range(len(names))]
    page = (root / "build/docs/leaders/jane-doe.md").read_text(encoding="utf-8")
    publish({"verify.py": "other", "leaders/jane-doe.md": f"{page}\n<p>x</p>", "data/facts.json": b"{}"})
    assert [(tmp_path / str(number)).read_bytes() for number in range(len(names))] == before
    after = [(root / "site" / name).read_bytes() for name in names]
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, False, True]
    assert (root / "site" / "index.html").samefile(tmp_path / "3")


def test_a_key_is_of_all_that_shells_follow_from(publish: Publish) -> None:
    root = publish()
    edition = pipeline.read(files.content(root)).site.edition
    keys = {Frame(root, edition).key, Frame(root, edition).key, Frame(root, edition.replace(year=2001)).key}
    (root / "build/theme/main.html").write_text("{# other #}", encoding="utf-8")
    assert len({*keys, Frame(root, edition).key}) == 3


def test_a_key_is_not_of_what_the_program_leaves_beside_itself(
    publish: Publish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = publish()
    edition = pipeline.read(files.content(root)).site.edition
    modules = tmp_path / "modules"
    (modules / "__pycache__").mkdir(parents=True)
    (modules / "html.py").write_text("one", encoding="utf-8")
    monkeypatch.setattr(frame, "_HERE", modules)
    key = Frame(root, edition).key
    (modules / "__pycache__" / "main.jinja").write_bytes(b"compiled")
    assert Frame(root, edition).key == key
    (modules / "html.py").write_text("two", encoding="utf-8")
    assert Frame(root, edition).key != key


# Settings


PLAIN = """\
site_name: A
theme: {name: material}
use_directory_urls: false
plugins: []
nav: [{Home: index.md}]
markdown_extensions: [attr_list]
"""


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("hooks: [a.py]", "`hooks`"),
        ("extra_templates: [a.html]", "`extra_templates`"),
        ("exclude_docs: a.md", "`exclude_docs`"),
        ("strict: true", "`strict`"),
        ("plugins: [search]", "`plugins`"),
        ("plugins: [tags]", "`plugins`"),
        ("use_directory_urls: true", "`use_directory_urls`"),
        ("theme: {name: readthedocs}", "`theme`"),
        ("theme: {name: material, static_templates: [a.html]}", "`theme`"),
        ("nav: [index.md]", "`nav`"),
        ("nav: [{Part: [index.md]}]", "`nav`"),
        ("markdown_extensions: [attr_list, footnotes]", "`markdown_extensions`"),
        ("markdown_extensions: [attr_list, md_in_html]", "`markdown_extensions`"),
        ("markdown_extensions: [tables]", "`markdown_extensions`"),
        ("markdown_extensions: [attr_list, {toc: {permalink: true}}]", "`markdown_extensions`"),
        ("markdown_extensions: [attr_list, {toc: {slugify: x}}]", "`markdown_extensions`"),
        ("markdown_extensions: 7", "`markdown_extensions`"),
        ("markdown_extensions: [attr_list, {toc: 7}]", "`markdown_extensions`"),
        ("markdown_extensions: [attr_list, {}]", "`markdown_extensions`"),
        ("markdown_extensions: [attr_list, {toc: {toc_depth: x}}]", "`markdown_extensions`"),
        ("nav: 7", "`nav`"),
        ("copyright: !ENV [HOLDER, x]", "a tag of YAML"),
    ],
)
def test_what_is_not_known_is_left_to_mkdocs(setting: str, told: str) -> None:
    key = setting.partition(":")[0]
    lines = [line for line in PLAIN.splitlines() if not line.startswith(f"{key}:")]
    assert isinstance(plan.markdown(PLAIN), Markdown)
    assert plan.markdown("\n".join([*lines, setting])) == told


@pytest.mark.site
def test_a_setting_that_is_not_known_is_said_and_makes_the_same_site(tmp_path: Path) -> None:
    root = laid_out(tmp_path, address=ADDRESS)
    assert run(root).stderr == ""
    joined = bytes_of(root / "site")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("strict: true\n")
    assert run(root).stderr == (
        "mkdocs.yml has `strict`, which is not known here: MkDocs built each page itself, which takes longer\n"
    )
    assert bytes_of(root / "site") == joined


@pytest.mark.site
def test_settings_that_fail_inside_of_the_theme_are_told(tmp_path: Path) -> None:
    root = laid_out(tmp_path)
    plan_of = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(plan_of.replace("material/brightness-auto", "material/nothing"), encoding="utf-8")
    done = run(root)
    assert done.exit_code == 1
    assert done.stderr.startswith("mkdocs.yml:1:1: BUILDER: '.icons/material/nothing.svg' not found")
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


# Tags alone, and parsed


BODIES = [
    '<p id="a">x</p><a href="b.html#c" id="b">d &amp; e</a>',
    '<a href="b&#46;html&quot;">x</a><img src="x.png" alt="a > b">',
    '<svg><title>a</title><path d="M0"/></svg>',
    '<script type="application/ld+json">{"a": 1}</script>',
    '<title>a <b id="x">c</b></title>',
    '<script src="x.js">"<a id=\'q\'>"</script>',
    '<!-- <p id="x"> -->',
    "<p id=a>unquoted</p>",
    "<p id='a'>single</p>",
    '<P ID="a">upper</P>',
    '<p id="a" id="b">twice</p>',
    '<a href="?a=1&copy=2">x</a>',
    '<template><p id="a"></p></template>',
    '<textarea><p id="a"></textarea>',
    '<noscript><p id="a"></noscript>',
    "<p title=\"<b id='x'>\">y</p>",
    '<p\nid="a"\n>lines</p>',
    '<p title="a>b" id="x">y</p>',
    'a < b <p id="x">',
    '<p id="x"/ onclick="y()">',
    '<a href="javascript:x()">x</a>',
    '<a href="JAVASCRIPT&#58;x()">x</a>',
    '<a href="java&Tab;script:x()">x</a>',
    '<a href="https://example.org/" ping="//example.org/">x</a>',
    '<a href="a.html" onclick="x()">x</a>',
    '<p style="x">y</p>',
    '<form action="https://example.org/"></form>',
    '<svg><use href="//example.org/x#y"/></svg>',
    "<head><p>again</p>",
    '<body id="x">',
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("policy", [META, ""])
def test_tags_alone_say_nothing_that_a_parser_does_not(body: str, policy: str) -> None:
    head = f'<!doctype html>\n<html lang="en" class="no-js">\n<head>\n{policy}\n<title>t</title></head>'
    page = f"\n{head}<body>{body}</body></html>"
    seen, tree = tags.Scan().of(page), html.document_fromstring(page.encode())
    if seen is not None:
        assert seen[0] == [id for element in tree.iter() if (id := element.get("id"))]
        assert {*seen[1]} == {href for element in tree.iter("a") if (href := element.get("href"))}
        assert list(active.problems(tree)) == []
    found = gate.Gate().of_page("a.html", page.encode())
    assert [fault for fault in found.faults if fault[0] != "SAME-ID"] == list(active.problems(tree))


def test_pages_as_they_are_written_need_no_parser(publish: Publish) -> None:
    root, scan = publish(), tags.Scan()
    pages = sorted((root / "site").rglob("*.html"))
    assert [path for path in pages if scan.of(path.read_text(encoding="utf-8")) is None] == []
