"""A build that is killed at any moment leaves the whole old site or the whole new one, and the next build succeeds."""

import json
import os
import shutil
import signal
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.publishing import swap
from tests.folders import HERE, ROOT
from tests.resident import Process, briefbook

pytestmark = pytest.mark.site

MKDOCS_YML = """\
site_name: The North Link
docs_dir: build/docs
site_dir: site
use_directory_urls: false
theme: {name: material, font: false}
plugins: []
markdown_extensions: [attr_list]
"""
EDITIONS = ("corrections: Write to the editors.", "corrections: Write to us.")  # at the foot of every page
SPREAD = 4  # moments over the whole run, the first and the last events among them
Files = dict[str, bytes]


def killed_at(moment: str, root: Path) -> Process:
    return briefbook(moment, "build", "--root", root, module="tests.killed")


def moments_of(dossier: Path) -> list[str]:
    """Over the whole run; while the builder works; and before and after each step of the swap."""
    edit(dossier, EDITIONS[0])
    done = killed_at("never", dossier)
    events: list[str] = json.loads(done.stdout.splitlines()[-1])
    # How many there are depends on what is kept from the build before; the last, those of the swap, are named below.
    surely = len(events) * 85 // 100
    spread = [str(1 + n * (surely - 1) // (SPREAD - 1)) for n in range(SPREAD)]
    told = "the note takes its place; the fresh site is named, exchanged with the old one, and that one renamed"
    assert events.count("os.rename") == 3, told
    building = ["files 1", "group files 9"]
    steps = [*(f"os.rename {n}" for n in (1, 2, 3)), "ctypes.dlsym 1", f"os.remove {events.count('os.remove') - 5}"]
    return [*spread, *building, *steps]


def site_of(root: Path) -> Files:
    """Every file of the site that stands."""
    site = root / "site"
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def edit(root: Path, edition: str) -> None:
    path = root / "content" / "site.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(next(line for line in EDITIONS if line in text), edition), encoding="utf-8")


def built(root: Path) -> Files:
    """The site as a build makes it that nobody stops; in this process, which is what costs least."""
    done = CliRunner().invoke(main, ["build", "--root", str(root)])
    assert done.exit_code == 0, done.output
    return site_of(root)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("killed")
    shutil.copytree(HERE / "small", root, dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def sites(dossier: Path) -> dict[str, Files]:
    """The whole site of either edition."""
    found = {}
    for edition in EDITIONS:
        edit(dossier, edition)
        found[edition] = built(dossier)
    one, other = found.values()
    assert [name for name in one if name.endswith(".html") and one[name] == other.get(name)] == ["404.html"]
    return found


def test_a_killed_build_leaves_a_whole_site(dossier: Path, sites: dict[str, Files]) -> None:
    edition = EDITIONS[0]
    left = []
    for moment, edition in zip(moments_of(dossier), cycle(reversed(EDITIONS)), strict=False):
        before = site_of(dossier)
        edit(dossier, edition)
        done = killed_at(moment, dossier)
        assert done.returncode == -signal.SIGKILL, f"{moment}: {done.stdout}{done.stderr}"
        after = site_of(dossier)
        assert after in (before, sites[edition]), moment
        left.append(after == sites[edition])
        assert built(dossier) == sites[edition], moment
    assert True in left
    assert False in left


def test_the_next_start_completes_two_renames(dossier: Path, sites: dict[str, Files]) -> None:
    """Where names cannot be exchanged the site has no name for a moment; whatever is called next gives it back."""
    edit(dossier, EDITIONS[0])
    assert built(dossier) == sites[EDITIONS[0]]
    edit(dossier, EDITIONS[1])
    assert killed_at("plain os.rename 4", dossier).returncode == -signal.SIGKILL
    assert site_of(dossier) == {}
    content = dossier / "content" / "site.yml"
    kept = content.read_text(encoding="utf-8")
    content.write_text("no content", encoding="utf-8")
    assert briefbook("build", "--root", dossier).returncode == 1
    assert site_of(dossier) == sites[EDITIONS[1]]
    content.write_text(kept, encoding="utf-8")
    assert built(dossier) == sites[EDITIONS[1]]


def test_two_builds_at_once_do_not_harm_each_other(dossier: Path, sites: dict[str, Files]) -> None:
    line = [sys.executable, "-m", "generator", "build", "--force", "--root", str(dossier)]
    both = [subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    told = [(build.communicate()[0].decode(), build.returncode) for build in both]
    assert [code for _, code in told] == [0, 0], told
    assert site_of(dossier) in sites.values()
    names = sorted(path.name for path in (dossier / "build").iterdir())
    assert names == [".gitignore", "docs", "frame.json", "lock", "made", "mkdocs.yml", "stamp", "theme", "work.sqlite"]


def test_a_builder_that_outlives_its_build_is_waited_for(dossier: Path, sites: dict[str, Files]) -> None:
    """It still writes; the next build begins when it has ended. MkDocs has a process of its own with such a setting."""
    (dossier / "mkdocs.yml").write_text(f"{MKDOCS_YML}strict: true\n", encoding="utf-8")
    line = ["-m", "tests.killed", "stop files 1", "build", "--force", "--root", str(dossier)]
    with subprocess.Popen([sys.executable, *line], cwd=ROOT, start_new_session=True) as killed:
        os.waitpid(killed.pid, os.WUNTRACED)
        killed.kill()
    line = ["-m", "generator", "build", "--root", str(dossier)]
    with subprocess.Popen([sys.executable, *line], cwd=ROOT, stderr=subprocess.PIPE, text=True) as following:
        try:
            assert following.stderr is not None
            assert following.stderr.readline().strip() == swap.WAITING
        finally:
            os.killpg(killed.pid, signal.SIGCONT)
        following.communicate()
    (dossier / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    assert following.returncode == 0
    assert site_of(dossier) in sites.values()


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        ({"site": "old"}, "old"),
        ({"site": "old", "next": "new"}, "old"),
        ({"site": "new", "next": "old"}, "new"),
        ({"site": "new", "old": "old", "gone": "half"}, "new"),
        ({"next": "new", "old": "old"}, "new"),
        ({"old": "old", "gone": "half"}, "old"),
        ({"gone": "half"}, None),
        ({}, None),
    ],
)
def test_what_is_left_over_is_put_right(tmp_path: Path, standing: dict[str, str], expected: str | None) -> None:
    build, site = tmp_path / "build", tmp_path / "site"
    build.mkdir()
    for name, which in standing.items():
        folder = site if name == "site" else build / name
        folder.mkdir()
        (folder / "index.html").write_text(which)
    swap.recover(build, site)
    assert list(build.iterdir()) == []
    assert ((site / "index.html").read_text() if site.exists() else None) == expected


def test_names_are_exchanged_where_the_system_can(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if swap.exchange(tmp_path / "one", tmp_path / "other"):
        assert [path.name for path in sorted(tmp_path.glob("*/*"))] == ["other", "one"]
    else:
        assert [path.name for path in sorted(tmp_path.glob("*/*"))] == ["one", "other"]
    assert not swap.exchange(tmp_path / "one", tmp_path / "nobody")


def test_a_build_does_not_wait_for_itself(tmp_path: Path) -> None:
    """So a command holds the lock from before it reads until its site stands, and the later of two reads the later."""
    with swap.build_lock(tmp_path) as lock, swap.build_lock(tmp_path) as again:
        assert again is lock
    with swap.build_lock(tmp_path) as other:
        assert other is not lock
