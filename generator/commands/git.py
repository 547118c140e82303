"""Revisions of the repository that a dossier lies in, and the folders that they are read from."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

import click

from generator.problems import Malformed, Place, Problem

OF_A_REPOSITORY = ("local", "worktree")  # settings that an unpacked dossier may bring
FILTERS = r"^filter\..*\.(clean|smudge|process)$"  # settings that name programs, by names of anybody's choice
STARTS_NOTHING = (("core.fsmonitor", "false"), ("core.hooksPath", os.devnull), ("log.showSignature", "false"))
KEYS = ("KEY", "VALUE")
WRITTEN = ("content", "seeds")  # the folders of a revision that an edition is read from


@contextmanager
def edition_folder(root: Path, name: str) -> Iterator[Path]:
    """A folder that has `content/`, or else a revision, laid into a temporary folder."""
    if (Path(name) / "content").is_dir():
        yield Path(name)
        return
    with tempfile.TemporaryDirectory() as folder:
        _lay_out(_archive(root, name), Path(folder))
        yield Path(folder)


@contextmanager
def working_tree(root: Path) -> Iterator[Path]:
    """A second working tree of what is committed, so that nobody's own is touched; gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        required(root, "git", "worktree", "add", "--quiet", "--detach", str(tree), "HEAD")
        try:
            yield tree / required(root, "git", "rev-parse", "--show-prefix").strip()
        finally:
            required(root, "git", "worktree", "remove", "--force", str(tree))


def ran(root: Path, *command: str, sent: str = "") -> subprocess.CompletedProcess[bytes]:
    """What a program says below a folder, git or another that the machine has.

    Git runs nothing that the settings of the repository name: these may have come with the dossier.
    """
    environment = _without_programs(root) if command[0] == "git" else None
    try:
        return subprocess.run(  # noqa: S603
            command, cwd=root, env=environment, input=sent.encode(), capture_output=True, check=False
        )
    except FileNotFoundError:
        program, remedy = command[0], "install it with the system's packages"
        what = f"this needs {program}, and there is no {program} here"
        raise Malformed(Problem(Place(program), "NO-PROGRAM", what, remedy)) from None


def _without_programs(root: Path) -> dict[str, str]:
    """An environment in which git starts no program of a repository's own; those of whoever works here stay."""
    asked = ("git", "config", "-z", "--show-scope", "--name-only", "--get-regexp", FILTERS)
    with suppress(FileNotFoundError):  # it is told of when git is asked
        listed = subprocess.run(asked, cwd=root, capture_output=True, check=False).stdout  # noqa: S603
        fields = os.fsdecode(listed).split("\0")
        own = {name for scope, name in zip(fields[::2], fields[1::2], strict=False) if scope in OF_A_REPOSITORY}
        number = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
        settings = enumerate((*STARTS_NOTHING, *((name, "") for name in sorted(own))), number)
        added = [
            (f"GIT_CONFIG_{what}_{n}", text) for n, pair in settings for what, text in zip(KEYS, pair, strict=True)
        ]
        return {**os.environ, **dict(added), "GIT_CONFIG_COUNT": str(number + len(added) // 2)}
    return dict(os.environ)


def own_change(root: Path, path: str) -> str | None:
    """The address of whoever works here, if git has it for the last change of a file; none where git knows nothing."""
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return None
    try:
        mine = ran(root, "git", "config", "user.email").stdout.decode("utf-8", "replace").strip()
        last = ran(root, "git", "log", "-1", "--format=%ae", "--", path).stdout.decode("utf-8", "replace").strip()
    except Malformed:
        return None
    return mine if mine and mine.casefold() == last.casefold() else None


def required(root: Path, *command: str, sent: str = "", remedy: str = "") -> str:
    """What a program prints; where it refuses, its reason ends the command."""
    done = ran(root, *command, sent=sent)
    if done.returncode:
        said = os.fsdecode(done.stderr).strip() or f"it ended with {done.returncode}, without a word"
        raise Malformed(Problem(Place(command[0]), "REFUSED", said, remedy))
    return os.fsdecode(done.stdout)


def leaves_alone(root: Path, shown: str) -> bool | None:
    """Whether git commits no file that is put there; none where there is no git, or no repository."""
    real = Path(os.path.realpath(root))
    if not any((folder / ".git").exists() for folder in (real, *real.parents)):
        return None
    try:
        asked = ran(root, "git", "check-ignore", "--quiet", "--no-index", "--", shown)
        tracked = ran(root, "git", "ls-files", "--error-unmatch", "--", shown)
    except Malformed:
        return None
    return {0: tracked.returncode != 0, 1: False}.get(asked.returncode)


def _archive(root: Path, revision: str) -> bytes:
    commit = ran(root, "git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        raise click.UsageError(
            f"`{revision}` is neither a dossier's folder nor a revision that git knows here{_shallow(root)}"
        )
    archive = ran(root, "git", "archive", "--format=tar", commit.stdout.decode().strip())
    if archive.returncode:
        raise click.UsageError(f"git cannot show what stood below `{root}` at `{revision}`")
    return archive.stdout


def _shallow(root: Path) -> str:
    """Why git may not know a revision, where this clone has but the last ones, and how the others come."""
    asked = ran(root, "git", "rev-parse", "--is-shallow-repository")
    if asked.stdout.decode().strip() != "true":
        return ""
    return (
        ": this clone is shallow, and has only the latest revisions; `git fetch --unshallow` brings all of them, and "
        "`fetch-depth: 0` of actions/checkout in a workflow"
    )


def _lay_out(archive: bytes, folder: Path) -> None:
    """Plain files of an edition alone: a revision may hold links to anywhere."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            if not member.isfile() or path.parts[0] not in WRITTEN or ".." in path.parts:
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            source = tar.extractfile(member)
            target.write_bytes(source.read() if source else b"")
