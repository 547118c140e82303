"""The command that turns new articles into pull requests: each with its draft, and what a person must do."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath

import click

from generator import files, pipeline
from generator.commands.console import ROOT, print_problems, reports_problems, tell
from generator.commands.git import ran, required, working_tree
from generator.content.shape import article_id_problems
from generator.exports.pull_request import proposal, proposal_view
from generator.history.diff import diff as difference
from generator.history.snapshot import Snapshot
from generator.problems import Place

REMOTE = "origin"
# Where nobody has stored a password, as in a workflow, git asks `gh` for the token.
ACCESS = ("-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential")
OURS = ".[] | select(.isCrossRepository | not) | .url"  # a branch of a fork may have the same name
LONGEST = 60_000  # characters of a pull request's text; GitHub takes 65,536
ALLOW = (
    "if workflows may not open pull requests, allow it: Settings → Actions → General → Workflow permissions → "
    "Allow GitHub Actions to create and approve pull requests"
)


@dataclass(frozen=True)
class Proposal:
    """The draft of an article as it was committed, and what its pull request says."""

    title: str
    body: str
    commit: str
    clean: bool


@click.command()
@ROOT
@click.option("--push", is_flag=True, help="push each branch and open its pull request with `gh`, as a workflow does")
@reports_problems
def propose(root: Path, push: bool) -> bool:
    """Draft each new article of `seeds/` on a branch of its own; committed files alone count."""
    articles = new_articles(root)
    if not articles:
        tell("every article of seeds/ has its facts")
    wrong = {article: tuple(article_id_problems(article, Place(f"seeds/{article}.txt"))) for article in articles}
    print_problems(tuple(chain.from_iterable(wrong.values())))  # of these no git is asked
    proposed = [_propose(root, article, push) for article in articles if not wrong[article]]
    return all(proposed) and not any(wrong.values())


def new_articles(root: Path) -> list[str]:
    """The texts of `seeds/` that are committed and have no fact file."""
    curated, seeds = _committed(root)
    return sorted({path.stem for path in seeds if len(path.parts) == 2 and path.suffix == ".txt"} - curated)


def _committed(root: Path) -> tuple[set[str], list[PurePosixPath]]:
    """The articles that have a fact file, and all that lies in `seeds/`."""
    listed = required(root, "git", "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", "seeds", "content/facts")
    paths = [PurePosixPath(path) for path in listed.split("\0") if path]
    curated = {path.stem for path in paths if path.suffix == ".yml"}
    return curated, [path for path in paths if path.parts[0] == "seeds"]


def _alone(folder: Path, article: str) -> None:
    """Takes all but articles with facts out of `seeds/`: nothing there keeps another from its pull request."""
    curated, seeds = _committed(folder)
    for path in seeds:
        if len(path.parts) > 2 or path.stem not in {article, *curated}:
            (folder / path).unlink()
            for above in path.parents[:-2]:
                with suppress(OSError):  # there is more below it
                    (folder / above).rmdir()


def _propose(root: Path, article: str, push: bool) -> bool:
    branch = f"draft/{article}"
    if earlier := _existing_branch(root, branch, push):
        tell(f"{article}: it has {earlier}")
        return True
    with working_tree(root) as folder:
        _alone(folder, article)
        before = _edition(folder)
        if complaint := _drafted(folder, article):
            tell(f"{article}: {complaint}", err=True)
            return False
        made = _proposal(folder, article, before)
    tell(f"{made.title}\n\n{made.body}")
    if push:
        tell(f"{branch}: {_opened(root, branch, made)}")
    else:
        required(root, "git", "branch", branch, made.commit)
        tell(f"{article}: drafted on the branch {branch}")
    return made.clean


def _existing_branch(root: Path, branch: str, push: bool) -> str:
    """What an earlier run has made of the article, or nothing."""
    if push:
        asked = ("--state", "all", "--head", branch, "--json", "isCrossRepository,url", "--jq", OURS)
        return "a pull request" if required(root, "gh", "pr", "list", *asked) else ""
    asked_git = ran(root, "git", "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
    return f"the branch {branch}" if asked_git.returncode == 0 else ""


def _drafted(folder: Path, article: str) -> str:
    """Drafts and commits; what `briefbook add` has against it, or nothing."""
    command = [sys.executable, "-P", "-m", "generator", "add", "--again", f"seeds/{article}.txt"]
    added = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if added.returncode:
        return f"{added.stdout}{added.stderr}".strip()
    required(folder, "git", "add", "--all", "--", "content")
    required(folder, "git", "commit", "--quiet", "--no-verify", "--message", f"Draft of {article}")
    return ""


def _proposal(folder: Path, article: str, before: Snapshot) -> Proposal:
    """What the checks find in the draft, and what a reader would notice of it."""
    words = files.words()
    briefing = pipeline.load(files.content(folder), files.article_texts(folder))
    problems = pipeline.problems(briefing)
    view = proposal_view(article, briefing.articles[article], problems, words)
    body = proposal(view, difference(before, pipeline.edition(briefing)), words)
    return Proposal(
        view.title, body[:LONGEST], required(folder, "git", "rev-parse", "HEAD").strip(), clean=not problems
    )


def _edition(folder: Path) -> Snapshot:
    """What a reader has before the draft; where no article has facts, that is nothing."""
    if not any((folder / "content" / "facts").glob("*.yml")):
        return Snapshot()
    return pipeline.edition(pipeline.load(files.content(folder), files.article_texts(folder)))


def _opened(root: Path, branch: str, made: Proposal) -> str:
    """The address of a pull request for the branch, which is pushed unless somebody works on it already."""
    if not required(root, "git", *ACCESS, "ls-remote", "--heads", REMOTE, f"refs/heads/{branch}"):
        required(root, "git", *ACCESS, "push", "--quiet", REMOTE, f"{made.commit}:refs/heads/{branch}")
    base = required(root, "git", "branch", "--show-current").strip()
    asked = ("--head", branch, "--base", base, "--title", made.title, "--body-file", "-")
    return required(root, "gh", "pr", "create", *asked, sent=made.body, remedy=ALLOW).strip()
