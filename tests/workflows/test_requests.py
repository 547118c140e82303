"""Pull requests and new articles, run for real by `act`: events, conditions, permissions, artefacts, summaries."""

import re
from pathlib import Path

import pytest
import yaml

from tests.folders import ROOT
from tests.publishing.test_site import bytes_of
from tests.repositories import git
from tests.workflows.events import ARTICLE, HOSTILE, NAMES, arrives, escaped, poison, pushed, requested
from tests.workflows.forge import Forge
from tests.workflows.runs import ran

pytestmark = pytest.mark.site

PULL_REQUESTS = ("pull-requests: read", "pull-requests: write")


def test_hostile_names_in_a_pull_request_are_named_and_give_no_orders(
    forge: Forge, clone: Path, tmp_path: Path
) -> None:
    """Each has its own line, at a place that its name cannot end."""
    for name in NAMES:
        arrives(clone, name)
    run = ran(forge, tmp_path, "build.yml", "pull_request", requested(clone, HOSTILE), PWNED=str(tmp_path / "pwned"))
    assert run.failed == ["Check every fact; problems stand at their lines"]
    assert not (tmp_path / "pwned").exists()
    line = re.compile(r"::error file=seeds/([^,:]+)\.txt,line=1,col=1,title=BAD-ID::.*")
    named = [line.fullmatch(told) for told in run.commands]
    assert sorted(found[1] for found in named if found) == sorted(map(escaped, NAMES))
    assert all(named)


def test_a_pull_request_is_built_and_nothing_of_it_is_published(forge: Forge, clone: Path, tmp_path: Path) -> None:
    run = ran(forge, tmp_path, "build.yml", "pull_request", requested(clone, "Another edition"))
    assert run.jobs == {"build": "success"}
    ran_not = {"Nothing that waits to be read again is published", "Keep the site for GitHub Pages"}
    declared = yaml.safe_load((ROOT / ".github/workflows/build.yml").read_text(encoding="utf-8"))
    names = [step["name"] for step in declared["jobs"]["build"]["steps"]]
    assert [step for step, _ in run.steps] == [name for name in names if name not in ran_not]
    assert "index.html" in run.artifact("site")
    assert (run.artifact("github-pages"), forge.pages.exists()) == ({}, False)
    assert forge.used == ["Build/build: contents: read"]


def test_the_preview_tells_what_a_reader_would_notice(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Whatever the pull request and its branch are called."""
    site = clone / "content" / "site.yml"
    edition = re.compile(r"^edition: .*$", re.MULTILINE)
    site.write_text(edition.sub("edition: 2031-01-01", site.read_text(encoding="utf-8")), encoding="utf-8")
    told = requested(clone, HOSTILE, branch="a;touch${IFS}$PWNED;#")
    run = ran(forge, tmp_path, "preview.yml", "pull_request", told, PWNED=str(tmp_path / "pwned"))
    assert (run.jobs, run.commands) == ({"preview": "success"}, [])
    assert re.search(r"edition: <del>.*</del> → 2031&#45;01&#45;01", run.summary)
    assert run.artifact("changes") == {"changes.md": run.summary.encode()}
    assert forge.used == ["Preview/preview: contents: read"]
    assert not (tmp_path / "pwned").exists()


def test_what_an_earlier_run_kept_makes_the_same_site_or_stops(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """It is taken up by the next run, which tells of a page that was changed in it, and keeps nothing of that."""
    told = requested(clone, "Another edition")
    run = ran(forge, tmp_path / "one", "preview.yml", "pull_request", told)
    assert run.jobs == {"preview": "success"}
    [kept] = (forge.folder / "caches").iterdir()
    poison(kept)
    before = bytes_of(kept)
    run = ran(forge, tmp_path / "two", "preview.yml", "pull_request", told)
    assert run.failed == ["Build upon it, and whole upon nothing, and compare every byte"]
    assert "Files build/upon-kept/method.html and site/method.html differ" in run.printed
    assert "What build/ had kept makes another site" in run.printed
    assert ([path.name for path in kept.parent.iterdir()], bytes_of(kept)) == ([kept.name], before)


def test_a_new_article_becomes_one_pull_request_with_its_draft(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Once alone; by the second run it has one, and where there is no new article nothing happens."""
    article = arrives(clone, "2024-06-06-harbour-turbines")
    told = pushed(clone, "A new article")
    run = ran(forge, tmp_path / "one", "new-article.yml", "push", told)
    assert (run.jobs, run.commands) == ({"propose": "success"}, [])
    assert forge.used == [
        f"New article/propose: {used}" for used in ("contents: read", "contents: write", *PULL_REQUESTS)
    ]
    [request] = forge.pull_requests
    assert (request["head"], request["base"]) == (f"draft/{article}", "main")
    assert request["title"] == f"New article: {article}"
    assert request["body"].count("- [ ] ") == 8
    assert "### Articles" in request["body"]
    git(clone, "fetch", "--quiet", "origin")
    changed = git(clone, "diff", "--name-status", "main", f"origin/draft/{article}").splitlines()
    assert changed == [f"A\tcontent/facts/{article}.yml"]
    assert "status: draft" in git(clone, "show", f"origin/draft/{article}:content/facts/{article}.yml")
    again = ran(forge, tmp_path / "two", "new-article.yml", "push", told)
    assert (again.jobs, len(forge.pull_requests)) == ({"propose": "success"}, 1)
    assert f"{article}: it has a pull request\n" in again.printed
    assert git(clone, "ls-remote", "--heads", "origin").count("refs/heads/") == 2


def test_where_workflows_may_not_open_pull_requests_the_setting_is_named(
    forge: Forge, clone: Path, tmp_path: Path
) -> None:
    article = arrives(clone, "2024-06-06-harbour-turbines")
    told = pushed(clone, "A new article")
    forge.forbid_pull_requests()
    run = ran(forge, tmp_path / "one", "new-article.yml", "push", told)
    assert run.jobs == {"propose": "failure"}
    assert "gh:1:1: REFUSED: pull request create failed: GraphQL: GitHub Actions is not permitted to" in run.printed
    assert "Allow GitHub Actions to create and approve pull requests" in run.printed
    assert "Allow GitHub Actions to create and approve pull requests" in (ROOT / "README.md").read_text("utf-8")
    forge.forbid_pull_requests(forbidden=False)
    assert ran(forge, tmp_path / "two", "new-article.yml", "push", told).jobs == {"propose": "success"}
    assert [request["head"] for request in forge.pull_requests] == [f"draft/{article}"], run.printed


def test_hostile_names_and_titles_reach_no_shell_and_no_command(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Each is refused by its name, and keeps no other article from its pull request."""
    article = arrives(clone, "2024-06-06-harbour-turbines", HOSTILE + "\n\n" + ARTICLE)
    for n, name in enumerate(NAMES):
        arrives(clone, name, ARTICLE.replace("twelve", f"{n + 20}"))
    for folder in ("folder", "folder.txt"):  # below which no text is an article's
        (clone / "seeds" / folder).mkdir()
        arrives(clone, f"{folder}/2024-06-07-another")
    run = ran(forge, tmp_path / "run", "new-article.yml", "push", pushed(clone, HOSTILE), PWNED=str(tmp_path / "pwned"))
    assert not (tmp_path / "pwned").exists()
    assert run.commands == []
    assert [request["head"] for request in forge.pull_requests] == [f"draft/{article}"], run.printed
    assert run.jobs == {"propose": "failure"}
    assert run.printed.count(": BAD-ID: ") == len(NAMES)
