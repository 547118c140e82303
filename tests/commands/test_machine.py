"""What the machine lacks or refuses ends a command with the code 2, whatever the content is like."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands.explain import gates
from generator.problems import MACHINE
from tests.conftest import ROOT, laid_out
from tests.repositories import committed, repository

Environment = dict[str, str]


def hidden(root: Path, module: str) -> Environment:
    """A machine on which a package is not installed."""
    (root / f"{module}.py").write_text(f"raise ModuleNotFoundError('hidden', name={module!r})\n", encoding="utf-8")
    return {"PYTHONPATH": str(root)}


def file_for_a_folder(root: Path) -> Environment:
    (root / "build").write_text("", encoding="utf-8")
    return {}


def in_the_builders_way(root: Path) -> Environment:
    """A file has the name of the folder that the site is built into."""
    (root / "build").mkdir()
    (root / "build" / "site").write_text("", encoding="utf-8")
    return {}


def full(root: Path) -> Environment:
    """Whatever is written finds no room."""
    return begun_with(
        root,
        "import os",
        "def fsync(file):",
        "    raise OSError(28, 'No space left on device')",
        "os.fsync = fsync",
    )


def edited(root: Path) -> Environment:
    """Somebody saves a file when it was read, just before the articles are."""
    return begun_with(
        root,
        "import sys",
        "def hook(event, arguments):",
        "    if event == 'open' and str(arguments[0]).endswith('seeds/oslo-cable.txt'):",
        "        with open('content/site.yml', 'a') as file:",
        "            file.write('# later\\n')",
        "sys.addaudithook(hook)",
    )


def without_contents(root: Path) -> Environment:
    """The pages that Briefbook joins have no table of their contents."""
    return begun_with(root, "from generator.publishing import shell", "shell.nested = lambda _: ()")


def begun_with(root: Path, *lines: str) -> Environment:
    """Every process begins with these lines."""
    (root / "sitecustomize.py").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return {"PYTHONPATH": str(root)}


def page(root: Path) -> Environment:
    (root / "new.html").write_text("<p>Jane Doe met Peter Holm in Oslo.</p>", encoding="utf-8")
    return hidden(root, "trafilatura")


def nothing(root: Path) -> Environment:
    return {"PATH": str(root)}


def without_gh(root: Path) -> Environment:
    """A repository with a new article, and a machine that has git alone."""
    repository(root)
    (root / "seeds" / "new.txt").write_text("Jane Doe met Peter Holm in Oslo.\n", encoding="utf-8")
    committed(root, "A new article")
    (root / "bin").mkdir()
    (root / "bin" / "git").symlink_to(str(shutil.which("git")))
    return {"PATH": str(root / "bin")}


FULL = (
    "the disk is full (No space left on device); what stood before stands as it was; make room (all of `build/` can be "
    "made again), and run the same command again\n"
)
NO_FOLDER = (
    "this is a link or a file, and a folder of Briefbook's own belongs here; move it away; nothing was changed\n"
)

# What is wrong with the machine, the command, and the beginning of what it says, below the dossier.
CASES: dict[str, tuple[Callable[[Path], Environment], str, str]] = {
    "a file in the way": (file_for_a_folder, "build", f"build:1:1: DISK: {NO_FOLDER}"),
    "no space": (full, "lock seeds/oslo-cable.txt", f".:1:1: DISK: {FULL}"),
    "a file that is saved meanwhile": (
        edited,
        "edition --date 2024-06-05",
        "content/site.yml:1:1: CHANGED: the file was changed in the meantime, so nothing was written; ",
    ),
    "no room for the builder": (
        in_the_builders_way,
        "build",
        f"build/site:1:1: DISK: {NO_FOLDER}",
    ),
    "no room for Zensical": (
        lambda root: {**in_the_builders_way(root), "SITE_BUILDER": "zensical"},
        "build",
        f"build/site:1:1: DISK: {NO_FOLDER}",
    ),
    "no such builder": (
        lambda _: {"SITE_BUILDER": "wordpress"},
        "build",
        "mkdocs.yml:1:1: NO-BUILDER: SITE_BUILDER asks for `wordpress`, which is no builder; ",
    ),
    "a theme that comes out otherwise": (
        without_contents,
        "build",
        "site/articles/bergen-march.html:1:1: OTHER-PAGE: Briefbook joins this page otherwise than ",
    ),
    "no Dask": (
        lambda root: hidden(root, "distributed"),
        "build --scheduler tcp://127.0.0.1:9",
        "tcp://127.0.0.1:9:1:1: NO-CLUSTER: Dask is not installed; `python -m pip install 'briefbook[cluster]'` here ",
    ),
    "no trafilatura": (
        page,
        "add new.html",
        "new.html:1:1: NO-HTML: HTML is read by trafilatura, which is missing; `python -m pip install ",
    ),
    "no WeasyPrint": (
        lambda root: hidden(root, "weasyprint"),
        "pdf",
        "dossier.pdf:1:1: NO-PDF: WeasyPrint is not installed; `python -m pip install 'briefbook[pdf]'`\n",
    ),
    "no git": (nothing, "diff HEAD", "git:1:1: NO-PROGRAM: this needs git, and there is no git here; install it "),
    "no gh": (
        without_gh,
        "propose --push",
        "gh:1:1: NO-PROGRAM: this needs gh, and there is no gh here; install it with the system's packages\n",
    ),
    "no repository": (
        lambda root: {"GIT_CEILING_DIRECTORIES": str(root.parent)},
        "propose",
        "git:1:1: REFUSED: fatal: not a git repository",
    ),
}


@pytest.mark.site
@pytest.mark.parametrize("case", CASES)
def test_what_the_machine_lacks_ends_with_two(case: str, tmp_path: Path) -> None:
    lacks, command, said = CASES[case]
    laid_out(tmp_path)
    path = os.pathsep.join((str(ROOT), str(tmp_path)))
    environment = {**os.environ, **lacks(tmp_path), "PYTHONPATH": path}
    line = [sys.executable, "-m", "generator", *command.split()]
    done = subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr[: len(said)]) == (2, said), done.stderr


@pytest.mark.site
@pytest.mark.parametrize("module", ["generator.commands.console", "pydantic"])
@pytest.mark.parametrize("command", ["check", "check --help", "--help"])
def test_ctrl_c_while_a_command_is_loaded_ends_without_a_word(module: str, command: str, tmp_path: Path) -> None:
    laid_out(tmp_path)
    lines = (
        "import os, signal, sys",
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell ignores for what runs behind it",
        "def hook(event, arguments):",
        f"    if event == 'import' and arguments[0] == {module!r}:",
        "        os.kill(os.getpid(), signal.SIGINT)",
        "sys.addaudithook(hook)",
    )
    path = os.pathsep.join((str(ROOT), begun_with(tmp_path, *lines)["PYTHONPATH"]))
    line = [sys.executable, "-m", "generator", *command.split()]
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_every_kind_is_explained_as_the_machines_and_ends_a_command_above() -> None:
    [explained] = [gate for gate in gates() if gate.title == "The machine"]
    assert {entry.code for entry in explained.entries} == MACHINE
    assert {code for code in MACHINE if any(f" {code}: " in said for _, _, said in CASES.values())} == MACHINE
