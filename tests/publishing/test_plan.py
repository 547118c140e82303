"""The builder's own file: read as YAML, and handed to the builder with every text that is shown escaped."""

from pathlib import Path

import pytest
import yaml

from generator import files, pipeline
from generator.content.site import Site
from generator.publishing import plan
from generator.site.parts.page import Link
from tests.conftest import ROOT
from tests.folders import HERE

CALLED = "The North Link"
TABS = (Link("Home", "index.md"), Link("A & B", "leaders/index.md"))


@pytest.fixture(scope="module")
def site() -> Site:
    return pipeline.read(files.content(HERE / "small")).site


def problems(folder: Path, site: Site, text: str) -> list[str]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in plan.problems(folder, site)]


OTHER = (
    "OTHER-TITLE: `site_name` is `%s`, the title in `content/site.yml` is `The North Link`; give both the same words"
)


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("site_name: Other", "1:1", "Other"),
        ("theme: {name: material}\n'site_name': Other", "2:1", "Other"),
        ('"site_name": Other', "1:1", "Other"),
        ("? site_name\n: Other", "1:3", "Other"),
        (r'"site\u005fname": Other', "1:1", "Other"),
        ("{site_name: Other}", "1:2", "Other"),
        (f"site_name: {CALLED}\nsite_name: Other", "2:1", "Other"),
        ("x: &x {site_name: Other}\n<<: *x", "1:8", "Other"),
        ("site_name: >-\n  The North\n  Links", "1:1", "The North Links"),
        ("site_name: 7", "1:1", ""),
        ("theme: {name: material}", "1:1", ""),
        ("", "1:1", ""),
    ],
)
def test_another_title_does_not_slip_by(tmp_path: Path, site: Site, text: str, place: str, name: str) -> None:
    assert problems(tmp_path, site, text) == [f"mkdocs.yml:{place}: {OTHER % name}"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x()",
        "'https://example.org/\"><b>'",
        '"https://example.org/\\nx"',
        "example.org",
        "//example.org/",
        "7 b",
    ],
)
def test_an_address_that_is_none_is_refused_in_its_place(tmp_path: Path, site: Site, address: str) -> None:
    what = "BAD-URL: `site_url` is no address of the web; write it as in https://example.org/briefing/"
    assert problems(tmp_path, site, f"site_name: {CALLED}\nsite_url: {address}") == [f"mkdocs.yml:2:11: {what}"]


@pytest.mark.parametrize("address", ["", "''", "~", "https://JaneDoe.github.io/x/", "http://localhost:8000"])
def test_an_address_of_the_web_or_none_is_taken(tmp_path: Path, site: Site, address: str) -> None:
    assert problems(tmp_path, site, f"site_name: {CALLED}\nsite_url: {address}") == []


@pytest.mark.parametrize(
    "text",
    [
        f"site_name: {CALLED}",
        f"'site_name': '{CALLED}' # the title",
        "site_name: >-\n  The North\n  Link",
        f"x: &x {{site_name: Other}}\n<<: *x\nsite_name: {CALLED}",
        f"site_name: {CALLED}\nstrict: !ENV [STRICT]",
    ],
)
def test_the_same_title_is_the_same_however_it_is_written(tmp_path: Path, site: Site, text: str) -> None:
    assert problems(tmp_path, site, text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_url: !ENV [URL]", "2:11"),
        ("copyright: !ENV HOLDER", "2:12"),
        ("extra: {social: [{link: !ENV [A, x]}]}", "2:25"),
        ("nav: [{? !ENV A : index.md}]", "2:10"),
        ("x: &x {copyright: !ENV [A]}\n<<: *x", "2:19"),
        ("plugins: [{search: {enabled: false, lang: !ENV A}}]", "2:43"),
        ("markdown_extensions: [{toc: {permalink: !ENV A}}]", "2:41"),
        ("extra: {enabled: !ENV A}", "2:18"),
        ("plugins: [{search: {enabled: &e !ENV A, lang: *e}}]", "2:30"),
        ("plugins: [{search: {lang: &e !ENV A, enabled: *e}}]", "2:27"),
    ],
)
def test_what_the_environment_holds_is_not_published(tmp_path: Path, site: Site, text: str, place: str) -> None:
    what = "`!ENV` would publish what stands in the environment of whoever builds, which may be a secret"
    told = problems(tmp_path, site, f"site_name: {CALLED}\n{text}")
    assert set(told) == {f"mkdocs.yml:{place}: BUILDER: {what}; write the value itself"}


@pytest.mark.parametrize(
    "text",
    ["strict: !ENV [STRICT, false]", "plugins: [{search: {enabled: !ENV [CI, false]}}]", "edit_uri: ''", "? [a]\n: b"],
)
def test_what_decides_and_is_not_shown_may_come_from_there(tmp_path: Path, site: Site, text: str) -> None:
    assert problems(tmp_path, site, f"site_name: {CALLED}\n{text}") == []


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("hooks: [a.py]", "2:1", "`hooks` would run files of Python that stand in the dossier"),
        ("'hooks': []", "2:1", "`hooks` would run files of Python"),
        ("x: &x {hooks: [a.py]}\n<<: *x", "2:8", "`hooks` would run files of Python"),
        ("? !ENV [NO, hooks]\n: [a.py]", "2:3", "the name of a setting comes from the environment"),
        ("? !ENV NAME\n: [a.py]", "2:3", "the name of a setting comes from the environment"),
        ("? !ENV [NO, theme]\n: {custom_dir: a}", "2:3", "the name of a setting comes from the environment"),
        ("extra_templates: [a.html]", "2:1", "`extra_templates` would run templates that stand in the dossier"),
        ("plugins: [macros]", "2:11", "the plugin `macros` may run or write"),
        ("plugins: [search, {gen-files: {scripts: [a.py]}}]", "2:20", "the plugin `gen-files` may run or write"),
        ("plugins: {social: {cards_layout_dir: a}}", "2:11", "the plugin `social` may run or write"),
        ("plugins: {material/projects: {}}", "2:11", "the plugin `material/projects` may run or write"),
        ("markdown_extensions: [{pymdownx.snippets: {base_path: /}}]", "2:24", "`pymdownx.snippets` would publish"),
        (
            "markdown_extensions: ['subprocess:Popen': {args: touch a, shell: true}]",
            "2:23",
            "`subprocess:Popen` would be called as an extension of Markdown",
        ),
        ("markdown_extensions: {subprocess:run: {args: a}}", "2:23", "`subprocess:run` would be called"),
        ("markdown_extensions: [zensical.extensions.macros: {module_name: a}]", "2:23", "`zensical.extensions.macros`"),
        ("markdown_extensions: [pymdownx.b64: {base_path: /}]", "2:23", "`pymdownx.b64` would publish files"),
        (
            "markdown_extensions: [pymdownx.emoji: {options: {custom_icons: [/a]}}]",
            "2:50",
            "`custom_icons` would publish",
        ),
        ("markdown_extensions: [toc: {slugify: {object: os.system}}]", "2:29", "`slugify` would call what it names"),
        (
            "markdown_extensions: [pymdownx.superfences: {custom_fences: [{name: a, format: os.system}]}]",
            "2:72",
            "`format` would call what it names",
        ),
        ("extra: {a: {<<: {b: c}}}", "2:13", "`<<` would bring settings here"),
        ("extra: {a: {!!merge b: {c: d}}}", "2:13", "`b` would bring settings here"),
        ("markdown_extensions: ['pymdownx.snippets:SnippetExtension']", "2:23", "`pymdownx.snippets:SnippetExtension`"),
        ("extra: {a: !!python/object/apply:os.system [true]}", "2:12", "the tag `!!python/object/apply:os.system`"),
        ("extra: {? !!python/name:os.system : b}", "2:11", "the tag `!!python/name:os.system` would run"),
        ("extra: [!<tag:yaml.org,2002:python/module:os> '']", "2:9", "the tag `!!python/module:os` would run"),
        ("theme: {icon: [{a: !!python/name:os.system }]}", "2:20", "the tag `!!python/name:os.system` would run"),
    ],
)
def test_nothing_runs_that_came_with_the_dossier(tmp_path: Path, site: Site, text: str, place: str, what: str) -> None:
    [told] = problems(tmp_path, site, f"site_name: {CALLED}\n{text}")
    assert told.startswith(f"mkdocs.yml:{place}: BUILDER: {what}")
    assert told.endswith("; leave it out: a build runs nothing of the dossier's own")


@pytest.mark.parametrize(
    "text",
    [
        "markdown_extensions: [<<: {'subprocess:run': {args: [touch, a]}}]",
        "markdown_extensions: {<<: {'os:system': {}}}",
        "markdown_extensions: [<<: [{<<: {'a:b': {}}}]]",
        "plugins: [!!merge search: {evil: {}}]",
        "plugins: {!!merge search: {evil: {}}}",
    ],
)
def test_nothing_is_brought_in_from_below(tmp_path: Path, site: Site, text: str) -> None:
    """A merge is refused wherever the builder alone would see what comes of it."""
    told = problems(tmp_path, site, f"site_name: {CALLED}\n{text}")
    assert [one for one in told if "would bring settings here that stand elsewhere" in one]


@pytest.mark.parametrize(
    "text",
    [
        "plugins: []",
        "plugins:",
        "plugins: [search, offline]",
        "plugins: {search: {enabled: false}}",
        "markdown_extensions: [{pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }}]",
        "markdown_extensions: [{toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}}]",
        "markdown_extensions: [markdown.extensions.toc, pymdownx.blocks.tab, footnotes, {tables: {? [a] : b}}]",
    ],
)
def test_what_is_installed_may_be_named(tmp_path: Path, site: Site, text: str) -> None:
    assert problems(tmp_path, site, f"site_name: {CALLED}\n{text}") == []


@pytest.mark.parametrize("name", ["edit_uri", "edit_uri_template"])
def test_no_page_leads_to_a_source_that_is_not_there(tmp_path: Path, site: Site, name: str) -> None:
    what = f"`{name}` would lead to the source of a page, and Briefbook writes all of them; delete it"
    told = problems(tmp_path, site, f"site_name: {CALLED}\n{name}: javascript:x()")
    assert told == [f"mkdocs.yml:2:1: BUILDER: {what}"]


def test_a_text_that_a_comment_may_have_cut_is_told(tmp_path: Path, site: Site) -> None:
    text = f"site_url: # none\nnav: []  # none\nsite_name: {CALLED}\ncopyright: Oslo is #1\n"
    [told] = problems(tmp_path, site, text)
    assert told == (
        "mkdocs.yml:4:20: UNCLEAR-COMMENT: `#1` is read as a comment, and is no part of the text before it; "
        "put the text in quotation marks, or two spaces before a comment"
    )


REPEATED = "".join(f"e{n}: &e{n} [{', '.join([f'*e{n - 1}'] * 9)}]\n" for n in range(1, 12))
MANY = (
    "mkdocs.yml:1:1: BUILDER: with all that aliases repeat, these are more than 10,000 values; write out what is meant"
)
LARGE = "mkdocs.yml:1:1: TOO-LARGE: the file has 100,028 bytes, 100,000 at most are read; split it"
DEEP = "mkdocs.yml:1:1: TOO-DEEP: this is too many levels deep; write it flatter"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"extra: &e0 [x, x, x]\n{REPEATED}", [MANY]),
        ("extra: &e0 [*e0]", [MANY]),
        (f"extra: {'[' * 20_000}", [DEEP]),
        (f"extra: [{'x,' * 10_001}]", [MANY]),
        (f"# {'x' * 100_000}", [LARGE]),
    ],
    ids=["repeated", "within itself", "deep", "written out", "large"],
)
def test_what_would_keep_the_builder_busy_for_ever_is_refused(
    tmp_path: Path, site: Site, text: str, told: list[str]
) -> None:
    assert problems(tmp_path, site, f"site_name: {CALLED}\n{text}") == told


def test_what_is_repeated_a_few_times_is_taken(tmp_path: Path, site: Site) -> None:
    assert problems(tmp_path, site, f"site_name: {CALLED}\nextra: {{a: &a [x, y], b: [*a, *a]}}") == []


def test_what_is_no_yaml_or_in_two_files_is_told_at_its_place(tmp_path: Path, site: Site) -> None:
    assert problems(tmp_path, site, f"site_name: {CALLED}\nnav: [") == [
        "mkdocs.yml:2:7: BUILDER: this is not YAML: expected the node content, but found '<stream end>'"
    ]
    [told] = problems(tmp_path, site, f"site_name: {CALLED}\nINHERIT: other.yml")
    assert told == (
        "mkdocs.yml:2:1: BUILDER: `INHERIT` takes settings from another file, whose texts would be shown as HTML; "
        "write them into this one"
    )


def test_the_copy_has_every_text_that_is_shown_escaped(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        """\
site_name: A < B & "C"
copyright: <script>alert("1")</script>
nav:
  - "<b>Home</b>": index.md
  - Parts:
      - More & more: more.md
extra:
  both: &both {text: it's <i>}
  again: *both
  number: 7
theme: {name: material, custom_dir: elsewhere, palette: [{toggle: {name: <u>}}]}
docs_dir: elsewhere
not_in_nav: |
  /a&b/
markdown_extensions:
  - toc: {permalink: "<#>"}
plugins: [search: {separator: '[<>]'}]
""",
        encoding="utf-8",
    )
    assert yaml.safe_load(plan.for_builder(tmp_path, TABS)) == {
        "site_name": "A &lt; B &amp; “C”",
        "copyright": "&lt;script&gt;alert(“1”)&lt;/script&gt;",
        "nav": [{"&lt;b&gt;Home&lt;/b&gt;": "index.md"}, {"Parts": [{"More &amp; more": "more.md"}]}],
        "extra": {"both": {"text": "it&#39;s &lt;i&gt;"}, "again": {"text": "it&#39;s &lt;i&gt;"}, "number": 7},
        "theme": {"name": "material", "custom_dir": "theme", "palette": [{"toggle": {"name": "&lt;u&gt;"}}]},
        "docs_dir": "docs",
        "site_dir": "site",
        "not_in_nav": "*",
        "edit_uri": "",
        "markdown_extensions": [{"toc": {"permalink": "<#>"}}],
        "plugins": [{"search": {"separator": "[<>]"}}],
    }


def test_tags_of_the_builder_stay(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "hooks: !!python/name:os.system\ncopyright: !ENV [HOLDER, <b>]\ntheme: material\n", "utf-8"
    )
    assert plan.for_builder(tmp_path, TABS) == (
        "hooks: !!python/name:os.system ''\n"
        "copyright: !ENV [HOLDER, '&lt;b&gt;']\n"
        "theme:\n  name: material\n  custom_dir: theme\nnav:\n- Home: index.md\n- A &amp; B: leaders/index.md\n"
        "docs_dir: docs\nsite_dir: site\nnot_in_nav: '*'\nedit_uri: ''\n"
    )


def test_this_dossiers_own_file_says_the_same_to_the_builder() -> None:
    own, copy = map(yaml.safe_load, ((ROOT / "mkdocs.yml").read_text("utf-8"), plan.for_builder(ROOT, TABS)))
    derived = {"docs_dir": "docs", "site_dir": "site", "not_in_nav": "*", "edit_uri": ""}
    tabs = [{"Home": "index.md"}, {"A &amp; B": "leaders/index.md"}]
    assert copy == {**own, **derived, "nav": tabs, "theme": {**own["theme"], "custom_dir": "theme"}}


def test_what_is_escaped_for_the_builder_is_asked_for_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ncopyright: A & B\n", encoding="utf-8")
    assert plan.text(tmp_path, "copyright") == "A & B"
    copies = {plan.for_builder(tmp_path, TABS) for _ in range(2)}
    assert [yaml.safe_load(copy)["copyright"] for copy in copies] == ["A &amp; B"]
    assert plan.text(tmp_path, "copyright") == "A & B"
