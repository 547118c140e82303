"""A new dossier stands by itself: it has the handbook's examples, the same from a checkout and from every wheel."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator import files, pipeline
from generator.content.paths import SITE
from generator.publishing.starter import copies, starter
from generator.publishing.wheel import wheel
from tests import resident
from tests.folders import ROOT
from tests.repositories import ENVIRONMENT, git
from tests.test_dependencies import DEVELOPERS, PROGRAM
from tests.test_handbook import CONTENT, TEXTS

# What builds the project where it is run, without fetching anything: the files for others, or the wheel.
BACKEND = "import sys; from setuptools import build_meta; getattr(build_meta, sys.argv[1])(sys.argv[2])"


def test_its_content_is_the_handbooks_examples() -> None:
    read = {name: data.decode() for name, data in starter().items() if name.startswith(("content/", "seeds/"))}
    assert read == {**CONTENT, **{f"seeds/{article}.txt": text for article, text in TEXTS.items()}}


def test_it_has_what_this_repository_builds_with() -> None:
    """But the names in the builder's own file are the example's, and nobody needs what developers need."""
    made = starter()
    shared = {name for name in made if name.startswith((".github/", ".gitlab-ci.yml", ".vscode/"))}
    assert len(shared) == 7
    assert {name: made[name] for name in shared} == {name: (ROOT / name).read_bytes() for name in shared}
    here, there = (
        (folder).decode().splitlines() for folder in ((ROOT / "mkdocs.yml").read_bytes(), made["mkdocs.yml"])
    )
    assert [two for one, two in zip(here, there, strict=True) if one != two] == [
        "site_name: The North Link",
        "site_description: What two articles report about a power cable between Norway and Denmark.",
    ]


def test_it_needs_what_the_program_needs_and_no_more() -> None:
    locked = [line.split("==")[0] for line in starter()["requirements.lock"].decode().splitlines() if "==" in line]
    assert locked == sorted(locked)
    assert {name for name in locked if name in DEVELOPERS} == {
        "babel",
        "fonttools",
    }
    assert PROGRAM - set(locked) == {"distributed"}  # for many machines


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The program unpacked from a wheel, by what made the wheel."""
    folder = tmp_path_factory.mktemp("wheels")
    source = sources(folder / "source")
    made = {name: folder / name for name in ("init", "pip", "for others")}
    name, data = wheel()
    (folder / name).write_bytes(data)
    shutil.unpack_archive(folder / name, made["init"], "zip")
    pip = ("pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")
    ended(sys.executable, "-m", *pip, "--wheel-dir", str(folder / "by-pip"), ".", cwd=source)
    ended(sys.executable, "-c", BACKEND, "build_sdist", str(folder / "packed"), cwd=source)
    [packed] = (folder / "packed").iterdir()
    shutil.unpack_archive(packed, folder / "unpacked", filter="data")
    [unpacked] = (folder / "unpacked").iterdir()
    ended(sys.executable, "-c", BACKEND, "build_wheel", str(folder / "by-others"), cwd=unpacked)
    for maker, found in (("pip", "by-pip"), ("for others", "by-others")):
        [built] = (folder / found).glob("*.whl")
        shutil.unpack_archive(built, made[maker], "zip")
    return made


def sources(folder: Path) -> Path:
    """All that the program is built from, copied into a folder."""
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(("tests/", "docs/", "content/", "seeds/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def ended(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.site
@pytest.mark.parametrize("maker", ["init", "pip", "for others"])
def test_every_wheel_begins_the_same_dossier(
    maker: str, wheels: dict[str, Path], dossier: Path, tmp_path: Path
) -> None:
    """To the byte, the wheel in `vendor/` among it, but for the id that each dossier has alone."""
    command = [sys.executable, "-P", "-m", "generator", "init", "begun"]
    known = {**os.environ, "PYTHONPATH": str(wheels[maker])}
    done = subprocess.run(command, cwd=tmp_path, env=known, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    here, there = bytes_of(tmp_path / "begun"), bytes_of(dossier)
    ids = [re.findall(rb"(?m)^id: (\S+)", begun[SITE]) for begun in (here, there)]
    assert [len(found) for found in ids] == [1, 1]
    assert ids[0] != ids[1]
    here[SITE] = here[SITE].replace(ids[0][0], ids[1][0])
    assert here == there


@pytest.mark.site
def test_each_new_dossier_has_an_id_of_its_own(dossier: Path, tmp_path: Path) -> None:
    begun = [tmp_path / name / "dossier" for name in "ab"]
    for folder in begun:
        assert briefbook("init", str(folder)).returncode == 0
    ids = [pipeline.read(files.content(folder)).site.id or "" for folder in (dossier, *begun)]
    assert len(set(ids)) == 3
    assert all(re.fullmatch("dossier-[0-9a-f]{12}", id) for id in ids)


def bytes_of(folder: Path) -> dict[str, bytes]:
    made_later = ("site/", "build/")  # by the test that builds it
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in sorted(found.items()) if not name.startswith(made_later)}


def briefbook(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return resident.briefbook(*arguments, cwd=cwd, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)})


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("started") / "dossier"
    done = briefbook("init", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.mark.site
def test_it_passes_and_builds_at_once(dossier: Path) -> None:
    checked = briefbook("check", "--root", str(dossier))
    assert (checked.returncode, checked.stderr) == (0, "")
    built = briefbook("build", "--root", str(dossier))
    assert built.returncode == 0, built.stdout + built.stderr
    assert (dossier / "site" / "articles" / "2024-06-01-oslo-cable.html").is_file()


@pytest.mark.site
def test_its_lock_names_the_wheel_by_its_hash(dossier: Path) -> None:
    first = (dossier / "requirements.lock").read_text(encoding="utf-8").splitlines()[0]
    path, _, digest = first.partition(" --hash=sha256:")
    assert hashlib.sha256((dossier / path).read_bytes()).hexdigest() == digest


def test_a_wheel_is_the_same_each_time_and_as_it_says() -> None:
    name, data = wheel()
    assert (name, data) == wheel()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = set(archive.namelist())
    assert {"generator/__main__.py", "generator/starter/dot-gitignore", "generator/pages/method.md"} <= names
    assert {f"generator/starter/{name}" for name in copies()} <= names


# Writes the wheel of the sources in a folder, described as any builder describes them.
REBUILT = """
import os, sys
target = sys.argv[1]
os.umask(int(sys.argv[2], 8))
from setuptools import build_meta
build_meta.prepare_metadata_for_build_wheel(".")
from generator.publishing.wheel import wheel
from pathlib import Path
Path(target).write_bytes(wheel()[1])
"""


@pytest.mark.site
def test_a_wheel_is_the_same_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    """In another folder, by somebody with other rights, in another time zone, language, year and order of hashes."""
    others = (
        ("077", {"SOURCE_DATE_EPOCH": "1", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"}),
        ("002", {"SOURCE_DATE_EPOCH": "1900000000", "TZ": "UTC", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"}),
    )
    for n, (umask, others_own) in enumerate(others):
        source = tmp_path / f"source-{'x' * n}"
        before = os.umask(int(umask, 8))
        try:
            sources(source)
        finally:
            os.umask(before)
        command = [sys.executable, "-c", REBUILT, str(tmp_path / f"{n}.whl"), umask]
        known = {**ENVIRONMENT, "PYTHONPATH": str(source), **others_own}
        done = subprocess.run(command, cwd=source, env=known, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "0.whl").read_bytes() == (tmp_path / "1.whl").read_bytes() == wheel()[1]


@pytest.mark.site
def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = briefbook("init", str(tmp_path))
    assert done.returncode == 2
    assert f"`{tmp_path}` is not empty: name a new folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.site
def test_what_was_cut_off_is_begun_again_and_what_was_changed_is_not(tmp_path: Path) -> None:
    assert briefbook("init", str(tmp_path)).returncode == 0
    whole = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    (tmp_path / "README.md").unlink()
    (tmp_path / "content" / "site.yml").rename(tmp_path / ".briefbook-0.tmp")
    (tmp_path / "seeds" / "notes.txt").write_text("mine")
    refused = briefbook("init", str(tmp_path))
    assert f"`{tmp_path}` is not empty: name a new folder" in refused.stderr
    assert not (tmp_path / "README.md").exists()
    (tmp_path / "seeds" / "notes.txt").unlink()
    (tmp_path / ".briefbook-0.tmp").rename(tmp_path / "content" / "site.yml")
    assert briefbook("init", str(tmp_path)).returncode == 0
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == whole
    with (tmp_path / "content" / "site.yml").open("a") as site:
        site.write("# ours\n")
    assert briefbook("init", str(tmp_path)).returncode == 2


@pytest.mark.site
def test_an_empty_repository_may_be_begun_in(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert briefbook("init", str(tmp_path)).returncode == 0
