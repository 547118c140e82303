"""Pages of one's own, with their place in the foot of every page, and files that are published as they are."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from generator.content.paths import GENERATED, is_static
from tests.conftest import ADDRESS, Sites, laid_out
from tests.resident import briefbook

pytestmark = pytest.mark.site

ABOUT = """# About "us" & <them>

Who writes this, and [how](method.md); [elsewhere](https://example.org/).

## Seeking { #seeking }

![Our sign](logos/sign.png)
"""
STATIC = {
    "CNAME": b"example.org\n",
    "robots.txt": b"User-agent: *\n",
    "_headers": b"/*\n",
    "logos/sign.png": b"\x89PNG",
    ".nojekyll": b"",
    ".well-known/security.txt": b"Contact: mailto:desk@example.org\n",
    ".well-known/matrix/server": b"{}\n",
    "templates/LICENSE.txt": b"Free for any use.\n",
}
LEAVINGS = (".DS_Store", "logos/.gitkeep", ".robots.txt.swp", ".well-known/.directory", "README.md")


def made(root: Path) -> Path:
    laid_out(root, address=ADDRESS)
    for name, data in {
        "content/pages/about.md": ABOUT.encode(),
        **{f"content/static/{n}": d for n, d in STATIC.items()},
        **{f"content/static/{n}": b"" for n in LEAVINGS},
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


@pytest.fixture(params=["mkdocs", "zensical"])
def own(request: pytest.FixtureRequest, sites: Sites) -> Path:
    return sites(f"own-files-{request.param}", made, request.param)


def test_a_page_of_ones_own_is_published_and_named_below_every_page(own: Path) -> None:
    page = (own / "about.html").read_text(encoding="utf-8")
    assert re.findall(r"<h1.*?</h1>|<h2.*?</h2>", page, re.DOTALL) == [
        '<h1 id="top">About “us” &#38; &#60;them&#62;</h1>',
        '<h2 id="seeking">Seeking</h2>',
    ]
    assert '<a href="method.html">how</a>' in page
    for path in sorted(own.rglob("*.html")):
        if "colophon__links" in (text := path.read_text(encoding="utf-8")):
            foot = re.findall(r"<a [^>]*>[^<]*</a>", text.partition("colophon__links")[2].partition("</ul>")[0])
            assert re.fullmatch('<a href="[./a-z-]*about.html">About “us” &amp; &lt;them&gt;</a>', foot[-1]), path
    assert f"{ADDRESS}about.html" in (own / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["us them", "seeking", "elsewhere writes"])
def test_it_is_found_by_its_title_its_headings_and_its_words(words: str, own: Path, page: Page) -> None:
    page.goto(own.joinpath("index.html").as_uri())
    page.get_by_role("combobox", name="Search").fill(words)
    found = page.get_by_role("option").filter(has_text="About “us” & <them>")
    expect(found.locator(".seek__line")).to_have_text("Page")
    found.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("About “us” & <them>")
    page.goto(f"{own.joinpath('explore.html').as_uri()}?q={quote(words)}")
    expect(page.locator(".found--pages a", has_text="About “us”")).to_have_attribute("href", re.compile("/about.html$"))


def test_nothing_is_offered_that_would_filter_no_list(own: Path) -> None:
    assert [name for name in ("about", "method") if 'class="filter"' in (own / f"{name}.html").read_text("utf-8")] == []


def test_files_are_published_as_they_are(own: Path) -> None:
    assert {name: (own / name).read_bytes() for name in STATIC} == STATIC


def test_no_file_of_the_site_could_have_been_published_so(own: Path) -> None:
    """A file of people's own never takes the place of one that the program made."""
    paths = (path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file())
    assert sorted(path for path in paths if is_static(f"content/static/{path}")) == sorted(STATIC)
    folders = {path.name for path in own.iterdir() if path.is_dir()}
    assert folders - GENERATED == {"logos", ".well-known", "templates"}


def test_what_editors_and_systems_leave_beside_them_is_not(own: Path) -> None:
    assert [name for name in LEAVINGS if (own / name).exists()] == []


def test_the_builder_that_builds_all_of_it_publishes_the_same(sites: Sites, tmp_path: Path) -> None:
    """What it leaves out for its name, it is given."""
    root = tmp_path / "whole"
    shutil.copytree(sites("own-files-mkdocs", made, "mkdocs").parent, root)
    done = briefbook("build", "--whole", "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert {name: (root / "site" / name).read_bytes() for name in STATIC} == STATIC


def test_the_whole_verifies(own: Path) -> None:
    done = subprocess.run([sys.executable, "verify.py"], cwd=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "all is proved")
