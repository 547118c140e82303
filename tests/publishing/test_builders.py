"""The same Markdown and `mkdocs.yml` make the same site with either builder."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree, html

from generator.publishing import gate
from generator.publishing.builders import PACKAGES
from tests.conftest import Sites, copied, laid_out
from tests.folders import ROOT
from tests.resident import Process, briefbook, started

pytestmark = pytest.mark.site


def build(
    root: Path, builder: str, *, packages: Path | None = None, run: Callable[..., Process] = briefbook
) -> Process:
    """A build by a builder; with a folder of packages, those alone are installed."""
    environment = {**os.environ, "SITE_BUILDER": builder}
    if not packages:
        return run("build", "--root", root, env=environment)
    line = [sys.executable, "-S", "-m", "generator", "build", "--root", str(root)]
    environment["PYTHONPATH"] = str(packages)
    return subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def second(sites: Sites) -> Path:
    """The site of this dossier as Zensical builds it, and the Markdown that it was built from beside it."""
    return sites("zensical", copied, "zensical")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return laid_out(tmp_path)


@pytest.mark.parametrize("builder", PACKAGES)
def test_what_a_site_without_an_address_lacks_is_said_once(tmp_path: Path, builder: str) -> None:
    lacks = (
        "mkdocs.yml: `site_url` is empty, so feeds, calendar and citations have no whole addresses, and there is no "
        "image for links from other sites, no map of the site for search engines, and no canonical address; a missing "
        "page is plain\n"
    )
    done = build(laid_out(tmp_path / "without"), builder)
    assert (done.returncode, done.stderr) == (0, lacks)
    done = build(laid_out(tmp_path / "with", address="https://example.org/north-link/"), builder)
    assert (done.returncode, done.stderr) == (0, "")


def pages(site: Path) -> dict[str, etree._Element]:
    """Every page that the builder made: the printable document is whole before, and only copied."""
    built = sorted({*site.rglob("*.html")} - {site / "dossier.html"})
    return {p.relative_to(site).as_posix(): html.parse(str(p)).getroot() for p in built}


def content(page: etree._Element) -> etree._Element:
    """The part of a page that is ours; the rest is the theme's."""
    [element] = [e for e in page.iter("article") if "md-content__inner" in e.get("class", "").split()]
    return element


def text(page: etree._Element) -> str:
    return " ".join("".join(map(str, content(page).itertext())).split())


def places(page: etree._Element) -> list[tuple[str, str, str]]:
    """Everything in the content that can be linked to or leads somewhere, in order."""
    found = [(str(e.tag), e.get("id", ""), e.get("href", "")) for e in content(page).iter("*")]
    return [place for place in found if any(place[1:]) and place[1] != "__skip"]  # Zensical's own target


def test_every_page_says_the_same(site: Path, second: Path) -> None:
    one, other = pages(site), pages(second)
    assert one.keys() == other.keys()
    assert [name for name in one if text(one[name]) != text(other[name])] == []
    assert [name for name in one if places(one[name]) != places(other[name])] == []
    assert [name for name in one if one[name].findtext(".//title") != other[name].findtext(".//title")] == []


def test_the_gate_passes_both(site: Path, second: Path) -> None:
    docs = second.parent / "build" / "docs"
    built = {path.relative_to(docs).as_posix(): "" for path in docs.rglob("*") if path.is_file()}
    assert len(built) > 100
    assert [str(problem) for folder in (site, second) for problem in gate.problems(folder, built)] == []


def test_both_are_searched_alike(site: Path, second: Path) -> None:
    one, other = ({path.name: path.read_bytes() for path in (folder / "search").iterdir()} for folder in (site, second))
    assert one == other
    assert len(one) > 20
    for folder in (site, second):
        assert not list(folder.rglob("search*.json"))


def test_a_change_of_builder_is_a_change_and_each_repeats_itself(small: Path) -> None:
    sites = []
    for builder, run in (("zensical", briefbook), ("mkdocs", briefbook), ("zensical", started)):
        assert "up to date" not in build(small, builder, run=run).stdout
        found = (small / "site").rglob("*")
        paths = sorted(path for path in found if path.is_file())
        sites.append({path.relative_to(small).as_posix(): path.read_bytes() for path in paths})
    assert "up to date" in build(small, "zensical").stdout
    assert sites[0] == sites[2] != sites[1]


@pytest.mark.parametrize("builder", PACKAGES)
def test_a_dead_link_stops_either(small: Path, builder: str) -> None:
    page = small / "content" / "pages" / "method.md"
    page.parent.mkdir()
    page.write_text("# Method\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    done = build(small, builder)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == (
        "content/pages/method.md:3:11: DEAD-LINK: the site has no page `nowhere.md`; did you mean `explore.md`?"
    )
    assert not (small / "site").exists()


def test_a_builder_that_is_not_at_hand_says_how_to_get_it(small: Path, tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if not package.name.startswith("zensical"):
            (packages / package.name).symlink_to(package)
    done = build(small, "zensical", packages=packages)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "mkdocs.yml:1:1: NO-BUILDER: SITE_BUILDER asks for `zensical`, which is not installed; "
        "`python -m pip install 'briefbook[zensical]'`, or leave SITE_BUILDER out"
    )


def test_a_builder_that_nobody_knows_is_refused(small: Path) -> None:
    done = build(small, "wordpress")
    assert done.returncode == 2
    assert "SITE_BUILDER asks for `wordpress`, which is no builder; choose mkdocs or zensical\n" in done.stderr
