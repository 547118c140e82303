"""Repositories that workflows run for, each at a host of its own."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.folders import HERE, ROOT
from tests.repositories import committed, git
from tests.test_starter import briefbook
from tests.workflows.forge import Forge, hosted


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of all that is part of this one now, committed or not; its dossier is the small one."""
    seed = tmp_path_factory.mktemp("seed")
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (seed / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, seed / name)
    for name in ("content", "seeds"):
        shutil.rmtree(seed / name)
        shutil.copytree(HERE / "small" / name, seed / name)
    plan = (seed / "mkdocs.yml").read_text(encoding="utf-8")
    title = yaml.safe_load((seed / "content" / "site.yml").read_text(encoding="utf-8"))["title"]
    (seed / "mkdocs.yml").write_text(re.sub(r"^site_name: .*", f"site_name: {title}", plan), encoding="utf-8")
    git(seed, "init", "--quiet", "--initial-branch", "main")
    committed(seed, "All of it")
    git(seed, "repack", "-a", "-d", "--quiet", "--window=0")  # what every host hands on is packed once
    return seed


@pytest.fixture
def forge(seed: Path, tmp_path: Path) -> Iterator[Forge]:
    with hosted(tmp_path / "forge", seed) as forge:
        yield forge


@pytest.fixture
def clone(forge: Forge, tmp_path: Path) -> Path:
    """Where an editor works."""
    git(tmp_path, "clone", "--quiet", str(forge.repository), "clone")
    return tmp_path / "clone"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new dossier in a repository of its own, whose first edition is recorded already."""
    dossier = tmp_path_factory.mktemp("begun") / "dossier"
    for command in (["init", str(dossier)], ["edition", "--root", str(dossier)]):
        done = briefbook(*command)
        assert done.returncode == 0, done.stdout + done.stderr
    git(dossier, "init", "--quiet", "--initial-branch", "main")
    committed(dossier, "A beginning")
    return dossier
