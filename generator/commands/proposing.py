"""The command that turns new articles into pull requests: each with its draft, and what a person must do."""

from __future__ import annotations

import os
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from generator import files, pipeline
from generator.commands.comparing import changes_since
from generator.commands.revisions import git, required, working_tree
from generator.commands.telling import ROOT, told
from generator.output.proposal import proposal
from generator.publishing.pull_requests import Refused, Repository, has_pull_request, open_pull_request
from generator.views.proposal import proposal_view

REMOTE = "origin"
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
@click.option("--push", is_flag=True, help="push each branch and open its pull request, as a workflow does")
@told
def propose(root: Path, push: bool) -> bool:
    """Draft each new article of `seeds/` on a branch of its own; committed files alone count."""
    repository = _repository() if push else None
    articles = new_articles(root)
    if not articles:
        click.echo("every article of seeds/ has its facts")
    proposed = [_propose(root, article, repository) for article in articles]
    return all(proposed)


def new_articles(root: Path) -> list[str]:
    """The texts of `seeds/` that are committed and have no fact file."""
    listed = required(root, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", "seeds", "content/facts")
    paths = [PurePosixPath(path) for path in listed.split("\0") if path]
    known = {path.stem for path in paths if path.suffix == ".yml"}
    return sorted(path.stem for path in paths if path.suffix == ".txt" and path.stem not in known)


def _propose(root: Path, article: str, repository: Repository | None) -> bool:
    branch = f"draft/{article}"
    try:
        if known := _known(root, branch, repository):
            click.echo(f"{article}: it has {known}")
            return True
    except Refused as refused:
        click.echo(f"{article}: {refused}", err=True)
        return False
    with working_tree(root) as folder:
        if complaint := _drafted(folder, article):
            click.echo(f"{article}: {complaint}", err=True)
            return False
        made = _proposal(folder, article)
    click.echo(f"{made.title}\n\n{made.body}")
    if repository:
        return _open(root, branch, made, repository) and made.clean
    required(root, "branch", branch, made.commit)
    click.echo(f"{article}: drafted on the branch {branch}")
    return made.clean


def _known(root: Path, branch: str, repository: Repository | None) -> str:
    """What an earlier run has made of the article, or nothing."""
    if repository:
        return "a pull request" if has_pull_request(repository, branch) else ""
    found = git(root, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
    return f"the branch {branch}" if found.returncode == 0 else ""


def _drafted(folder: Path, article: str) -> str:
    """Drafts and commits; what `briefbook add` has against it, or nothing."""
    command = [sys.executable, "-P", "-m", "generator", "add", f"seeds/{article}.txt"]
    added = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if added.returncode:
        return f"{added.stdout}{added.stderr}".strip()
    required(folder, "add", "--all", "--", "content", "seeds")
    required(folder, "commit", "--quiet", "--no-verify", "--message", f"Draft of {article}")
    return ""


def _proposal(folder: Path, article: str) -> Proposal:
    """What the checks find in the draft, and what a reader would notice of it."""
    words = files.words()
    briefing = pipeline.load(files.content(folder), files.kept(folder))
    problems = pipeline.problems(briefing)
    view = proposal_view(article, briefing.articles[article], problems, words)
    body = proposal(view, changes_since(folder, "HEAD~1"), words)
    return Proposal(view.title, body[:LONGEST], required(folder, "rev-parse", "HEAD").strip(), clean=not problems)


def _open(root: Path, branch: str, made: Proposal, repository: Repository) -> bool:
    """Pushes the branch, unless somebody works on it already, and opens its pull request."""
    header = b64encode(f"x-access-token:{repository.token}".encode()).decode()
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    access = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{server}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {header}",
    }
    if not required(root, "ls-remote", "--heads", REMOTE, f"refs/heads/{branch}", more=access):
        required(root, "push", "--quiet", REMOTE, f"{made.commit}:refs/heads/{branch}", more=access)
    try:
        address = open_pull_request(repository, branch, os.environ["GITHUB_REF_NAME"], made.title, made.body)
    except Refused as refused:
        click.echo(f"{branch} is pushed, but has no pull request: {refused}; {ALLOW}", err=True)
        return False
    click.echo(f"{branch}: {address}")
    return True


def _repository() -> Repository:
    """The repository that the workflow runs in, as its environment tells."""
    needed = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN", "GITHUB_REF_NAME")
    missing = [name for name in needed if not os.environ.get(name)]
    if missing:
        raise click.UsageError(f"--push is for workflows; the environment lacks {', '.join(missing)}")
    return Repository(*(os.environ[name] for name in needed[:3]))
