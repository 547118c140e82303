"""What `briefbook init` begins a dossier with: files of its own, and copies of this repository's.

The copies are made when a wheel is, so that it has them, and else when they are asked for. `setup.py` runs this module
where nothing is installed, so it needs no package.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
FOLDER = PACKAGE / "starter"
LOCK = "requirements.lock"
HANDBOOK = "CONTRIBUTING.md"
APART = frozenset(("cluster",))  # extras that a new dossier has no use for
AS_HERE = (".github/workflows/*.yml", ".gitlab-ci.yml", ".vscode/*.json")
# An example of the handbook is a fenced block under a heading that names its file.
_EXAMPLE = re.compile(r"^### (\S+/\S+)\n(?:(?!#|```).*\n)*```(?:yaml|text)\n((?:(?!```).*\n)*)```$", re.MULTILINE)
_CALLED = re.compile(r"^(title|description): +(.*?)(?: +#.*)?$", re.MULTILINE)
_NAMES = re.compile(r"^site_(name|description): .*$", re.MULTILINE)
_LOCKED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==.*\n(?:    .*\n)+", re.MULTILINE)
_ASKED_BY = re.compile(r"^    #(?: via)? +(\S.*)$", re.MULTILINE)
_COMMENT = re.compile(r"^    #.*\n", re.MULTILINE)


def starter() -> dict[str, bytes]:
    """Every file of a new dossier, by its path; the name of one of ours may not begin with a dot."""
    paths = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*") if path.is_file()}
    contents = {re.sub("^dot-", ".", name): path.read_bytes() for name, path in paths.items()}
    return dict(sorted((contents | copies()).items()))


def copies() -> dict[str, bytes]:
    """The files that a wheel has besides those of the source; nothing in such a wheel, which has them already."""
    return {} if (FOLDER / LOCK).is_file() else _copies(PACKAGE.parent)


def examples(handbook: str) -> dict[str, str]:
    """The files of the dossier that the handbook's examples are together."""
    return dict(_EXAMPLE.findall(handbook))


def _copies(repository: Path) -> dict[str, bytes]:
    def text_of(name: str) -> str:
        return (repository / name).read_text(encoding="utf-8")

    example_texts = {re.sub("^texts/", "seeds/", path): text for path, text in examples(text_of(HANDBOOK)).items()}
    needs = tomllib.loads(text_of("pyproject.toml"))["project"]
    extras = [need for extra, needed in needs["optional-dependencies"].items() if extra not in APART for need in needed]
    texts = {
        **example_texts,
        "mkdocs.yml": _plan(text_of("mkdocs.yml"), example_texts["content/site.yml"]),
        LOCK: _lock(text_of(LOCK), [*needs["dependencies"], *extras]),
    }
    as_here = (path for pattern in AS_HERE for path in repository.glob(pattern))
    return {
        **{name: text.encode() for name, text in texts.items()},
        **{path.relative_to(repository).as_posix(): path.read_bytes() for path in as_here},
    }


def _plan(plan: str, site: str) -> str:
    """The builder's own file with the name and the description of the example's site."""
    settings = {"name" if key == "title" else key: value for key, value in _CALLED.findall(site)}
    return _NAMES.sub(lambda match: f"site_{match[1]}: {settings[match[1]]}", plan)


def _lock(lock: str, needs: list[str]) -> str:
    """The part of a lock that is not for developers alone, each package with its hashes."""
    locked = {match[1]: match[0] for match in _LOCKED.finditer(lock)}
    dependents = {name: set(_ASKED_BY.findall(text)) for name, text in locked.items()}
    needed = {re.split(r"[^A-Za-z0-9-]", need)[0].lower() for need in needs}
    while more := {name for name, names in dependents.items() if names & needed} - needed:
        needed |= more
    return "".join(_COMMENT.sub("", text) for name, text in locked.items() if name in needed)
