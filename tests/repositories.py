"""Real repositories for the tests of commands that ask git."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.folders import HERE

# Nobody's own settings, and somebody who commits.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_NAME": "An Editor" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "editor@example.org" for who in ("AUTHOR", "COMMITTER")},
}


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), *arguments], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def committed(root: Path, message: str) -> str:
    """The commit of all that stands in a repository now."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)
    return git(root, "rev-parse", "HEAD")


def repository(root: Path) -> Path:
    """A repository with the small dossier, committed."""
    shutil.copytree(HERE / "small", root, dirs_exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch", "main")
    committed(root, "The small dossier")
    return root
