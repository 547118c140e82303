"""The workflows: well-formed, safe by zizmor's measure, pinned, and every step of theirs run for real in a clone."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.__main__ import MODULES
from tests.folders import HERE, ROOT
from tests.repositories import ENVIRONMENT, committed, git

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PIN = re.compile(r"uses: (?:\$/\.github/workflows/[a-z-]+\.yml|[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
COMMAND = re.compile(r"make (?P<target>[a-z-]+)(?: [A-Z_]+=[\w./:-]+)*|briefbook (?P<command>[a-z]+)(?: [\w./:-]+)*")
# The clone has the environment of this repository, so that a test neither fetches nor writes there.
AS_SET_UP = ("-o", ".venv/ready", "-o", ".venv/locked")
# The whole suite would run these tests again.
PART = {"make test": ["ARGS=tests/content/test_dates.py -n 1"]}
ARTICLE = (
    "Turbines for the harbour\n\n"
    '"We will build twelve turbines before the winter," Jane Doe told reporters in Oslo on 5 June 2024.\n\n'
    "Norway had promised 40 million euros for the harbour, a spokesman for the Danish ministry said.\n"
)


@dataclass(frozen=True)
class Step:
    """A step that runs a command, and what it adds to the environment."""

    job: str
    run: str
    env: dict[str, str]


def loaded(path: Path) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return workflow


def steps(name: str) -> list[Step]:
    """The commands of a workflow, in their order."""
    jobs = loaded(ROOT / ".github" / "workflows" / name)["jobs"].items()
    found = [(job, step) for job, told in jobs for step in told.get("steps", []) if "run" in step]
    return [Step(job, step["run"], step.get("env", {})) for job, step in found]


def complaints(*command: str) -> str:
    """What a checking program prints, where it finds fault."""
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.site
def test_workflows_are_well_formed() -> None:
    assert complaints("check_jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS)) == ""


@pytest.mark.site
def test_workflows_give_nothing_away() -> None:
    """As its strictest reader reads them; only the audits that ask the network are left out."""
    zizmor = Path(sys.executable).with_name("zizmor")
    quiet = ("--no-progress", "--color=never")
    command = [str(zizmor), "--offline", "--persona=auditor", *quiet, str(WORKFLOWS[0].parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "No findings to report. Good job!"), done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_to_a_commit_and_say_its_version(path: Path) -> None:
    uses = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not PIN.fullmatch(line)] == []


def test_an_action_has_one_commit_and_one_version() -> None:
    pins = {pin for path in WORKFLOWS for pin in re.findall(r"uses: (\S+)@(\S+ # \S+)", path.read_text("utf-8"))}
    assert len(pins) == len({action for action, _ in pins})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_jobs_have_the_least_permissions_and_an_end(path: Path) -> None:
    workflow = loaded(path)
    assert workflow["permissions"] == {}
    assert {"group", "cancel-in-progress"} == workflow["concurrency"].keys()
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert "uses" in job or int(job["timeout-minutes"]) <= 30
        assert "secrets" not in json.dumps(job)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_step_is_a_target_or_a_command(path: Path) -> None:
    for step in steps(path.name):
        found = COMMAND.fullmatch(step.run)
        assert found, step.run
        assert found["target"] in TARGETS or found["command"] in MODULES


def test_what_is_published_is_built_whole_and_upon_nothing_that_is_kept() -> None:
    building = (ROOT / ".github" / "workflows" / "build.yml").read_text(encoding="utf-8")
    assert [step.run for step in steps("build.yml")][-1] == "make site ARGS=--whole"
    assert "actions/cache" not in building
    assert "BRIEFBOOK_CARRIED" not in building


# Answers as GitHub's own program does, with the options that are asked of it and no other: it keeps pull requests in
# the file of the environment, and opens none where a folder stands in its place.
GH = """
import argparse, json, os, pathlib, sys
parser = argparse.ArgumentParser(allow_abbrev=False)
commands = parser.add_subparsers(dest="group", required=True).add_parser("pr").add_subparsers(dest="what")
listing, making = commands.add_parser("list"), commands.add_parser("create")
for name in ("--head", "--state", "--json", "--jq"):
    listing.add_argument(name, required=True)
for name in ("--head", "--base", "--title", "--body-file"):
    making.add_argument(name, required=True)
asked, path = parser.parse_args(), pathlib.Path(os.environ["PULL_REQUESTS"])
kept = json.loads(path.read_text()) if path.is_file() else []
address = "https://example.org/owner/name/pull/"
if asked.what == "list":
    found = [number for number, one in enumerate(kept, 1) if one["head"] == asked.head]
    sys.stdout.write("".join(f"{address}{number}\\n" for number in found))
elif path.is_dir():
    sys.exit("pull request create failed: GraphQL: GitHub Actions is not permitted to create or approve pull requests")
else:
    made = {"head": asked.head, "base": asked.base, "title": asked.title, "body": sys.stdin.read()}
    path.write_text(json.dumps([*kept, made | {"token": os.environ["GITHUB_TOKEN"]}]))
    print(f"{address}{len(kept) + 1}")
"""


@dataclass(frozen=True)
class Host:
    """Where repositories lie, as `gh` knows it."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        path = os.pathsep.join((str(self.folder), ENVIRONMENT["PATH"]))
        return {"PATH": path, "PULL_REQUESTS": str(self.folder / "kept"), "GITHUB_TOKEN": "a-token"}

    @property
    def pull_requests(self) -> list[dict[str, str]]:
        path = self.folder / "kept"
        kept: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
        return kept


@pytest.fixture
def host(tmp_path: Path) -> Host:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "gh").write_text(f"#!{sys.executable}{GH}", encoding="utf-8")
    (folder / "gh").chmod(0o755)
    return Host(folder)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository of all that is part of this one now, committed or not; its dossier is the small one."""
    seed = tmp_path_factory.mktemp("seed")
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (seed / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, seed / name)
    for name in ("content", "seeds"):
        shutil.rmtree(seed / name)
        shutil.copytree(HERE / "small" / name, seed / name)
    plan = (seed / "mkdocs.yml").read_text(encoding="utf-8")
    title = loaded(seed / "content" / "site.yml")["title"]
    (seed / "mkdocs.yml").write_text(re.sub(r"^site_name: .*", f"site_name: {title}", plan), encoding="utf-8")
    git(seed, "init", "--quiet", "--initial-branch", "main")
    committed(seed, "All of it")
    bare = tmp_path_factory.mktemp("origin")
    git(bare, "clone", "--quiet", "--bare", str(seed), ".")
    return bare


@pytest.fixture
def clone(origin: Path, tmp_path: Path) -> Path:
    """A clone as a runner has it, set up already."""
    own = tmp_path / "origin"
    git(origin, "clone", "--quiet", "--bare", str(origin), str(own))
    git(own, "clone", "--quiet", str(own), str(tmp_path / "clone"))
    (tmp_path / "clone" / ".venv").symlink_to(ROOT / ".venv")
    return tmp_path / "clone"


def run(step: Step, clone: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*step.run.split(), *PART.get(step.run, [])]
    if command[0] == "make":
        command[1:1] = AS_SET_UP
    written = {name: value for name, value in step.env.items() if "${{" not in value}
    known = {**ENVIRONMENT, **written, **environment}
    return subprocess.run(command, cwd=clone, env=known, capture_output=True, text=True, check=False)


@pytest.mark.site
def test_the_build_runs_in_a_clone(clone: Path) -> None:
    for step in steps("build.yml"):
        done = run(step, clone)
        assert done.returncode == 0, f"{step.run}\n{done.stdout}{done.stderr}"
    assert (clone / "site" / "index.html").is_file()


@pytest.mark.site
def test_the_build_shows_a_mistake_at_its_line(clone: Path) -> None:
    path = min((clone / "content" / "facts").glob("*.yml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    say: ", "    say: Someone Unheard-of said that ", 1), encoding="utf-8")
    line = text[: text.index("    say: ")].count("\n") + 1
    done = run(steps("build.yml")[0], clone)
    assert done.returncode != 0
    assert f"::error file=content/facts/{path.name},line={line},col=" in done.stdout


@pytest.mark.site
def test_the_preview_tells_what_a_reader_would_notice(clone: Path, tmp_path: Path) -> None:
    base = git(clone, "rev-parse", "HEAD")
    site = clone / "content" / "site.yml"
    edition = re.compile(r"^edition: .*$", re.MULTILINE)
    site.write_text(edition.sub("edition: 2031-01-01", site.read_text(encoding="utf-8")), encoding="utf-8")
    committed(clone, "Another edition")
    [step] = steps("preview.yml")
    summary = tmp_path / "summary.md"
    done = run(step, clone, BASE=base, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    assert re.search(r"edition: <del>.*</del> → 2031&#45;01&#45;01", summary.read_text(encoding="utf-8"))
    [kept] = [
        told
        for told in loaded(ROOT / ".github/workflows/preview.yml")["jobs"]["preview"]["steps"]
        if "path" in told.get("with", {})
    ]
    assert (clone / kept["with"]["path"]).read_bytes() == summary.read_bytes()


def arrives(clone: Path, name: str = "2024-06-06-harbour-turbines") -> str:
    (clone / "seeds" / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    committed(clone, "A new article")
    git(clone, "push", "--quiet", "origin", "main")
    return name


def proposed(clone: Path, host: Host) -> subprocess.CompletedProcess[str]:
    [step] = steps("new-article.yml")
    return run(step, clone, **host.environment)


@pytest.mark.site
def test_a_new_article_becomes_one_pull_request_with_its_draft(clone: Path, host: Host) -> None:
    article, before = arrives(clone), git(clone, "status", "--porcelain", "--branch")
    done = proposed(clone, host)
    assert done.returncode == 0, done.stdout + done.stderr
    [request] = host.pull_requests
    assert (request["head"], request["base"]) == (f"draft/{article}", "main")
    assert request["token"] == "a-token"
    assert request["title"] == f"New article: {article}"
    assert request["body"].count("- [ ] ") == 8
    assert "### Articles" in request["body"]
    changed = git(clone, "diff", "--name-status", "main", f"origin/draft/{article}").splitlines()
    assert changed == [f"A\tcontent/facts/{article}.yml"]
    assert "status: draft" in git(clone, "show", f"origin/draft/{article}:content/facts/{article}.yml")
    assert git(clone, "status", "--porcelain", "--branch") == before
    again = proposed(clone, host)
    assert (again.returncode, len(host.pull_requests)) == (0, 1)
    assert f"{article}: it has a pull request\n" in again.stdout


@pytest.mark.site
def test_where_workflows_may_not_open_pull_requests_the_setting_is_named(clone: Path, host: Host) -> None:
    article = arrives(clone)
    (host.folder / "kept").mkdir()
    done = proposed(clone, host)
    assert done.returncode != 0
    assert "gh:1:1: REFUSED: pull request create failed: GraphQL: GitHub Actions is not permitted to" in done.stderr
    assert "Allow GitHub Actions to create and approve pull requests" in done.stderr
    assert "Allow GitHub Actions to create and approve pull requests" in (ROOT / "README.md").read_text("utf-8")
    (host.folder / "kept").rmdir()
    assert proposed(clone, host).returncode == 0
    assert [request["head"] for request in host.pull_requests] == [f"draft/{article}"]


@pytest.mark.site
def test_the_first_edition_is_recorded_where_it_was_published(clone: Path) -> None:
    """The branch that was published has one more commit, with one more file; the next run finds it there."""
    [step] = steps("publish.yml")
    before = git(clone, "status", "--porcelain")
    done = run(step, clone)
    assert done.returncode == 0, done.stdout + done.stderr
    git(clone, "fetch", "--quiet", "origin")
    changed = git(clone, "diff", "--name-status", "HEAD~1", "origin/main").splitlines()
    assert changed == ["A\tcontent/.editions/2024-06-04.yml"]
    assert git(clone, "status", "--porcelain") == before
    again = run(step, clone)
    assert (again.returncode, "nothing to do: the edition of 2024-06-04 is recorded" in again.stdout) == (0, True)
    assert git(clone, "rev-list", "--count", "origin/main") == "2"


@pytest.mark.site
def test_a_first_record_that_cannot_be_pushed_says_how_it_is_kept(clone: Path, tmp_path: Path) -> None:
    git(clone, "clone", "--quiet", git(clone, "remote", "get-url", "origin"), str(tmp_path / "faster"))
    (tmp_path / "faster" / "README.md").write_text("Somebody else was faster.\n", encoding="utf-8")
    committed(tmp_path / "faster", "In the meantime")
    git(tmp_path / "faster", "push", "--quiet", "origin", "main")
    done = run(steps("publish.yml")[0], clone)
    assert done.returncode != 0
    assert "REFUSED: " in done.stderr
    assert "run `briefbook edition --first` where you work, and commit the file that it writes" in done.stderr


@pytest.mark.site
def test_without_a_new_article_nothing_is_proposed(clone: Path, host: Host) -> None:
    done = proposed(clone, host)
    assert done.returncode == 0
    assert host.pull_requests == []
    assert git(clone, "branch", "--remotes") == "origin/HEAD -> origin/main\n  origin/main"


@pytest.mark.site
def test_another_repository_can_check_before_each_commit(tmp_path: Path) -> None:
    """The hook's command is one of ours, and answers for the folder that it runs in."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command = hook["entry"].split()
    assert (program, command in MODULES, hook["language"]) == ("briefbook", True, "python")
    shutil.copytree(HERE / "small", tmp_path, dirs_exist_ok=True)
    check = [Path(sys.executable).with_name(program), command]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / "content" / "themes.yml").write_text("- {id: one}\n")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 1
    for path in ("content/facts/a.yml", "seeds/a.lock", "texts/a.txt"):
        assert re.search(hook["files"], path)
