"""The workflows as they are written: well-formed, safe by zizmor's measure, pinned; `tests/workflows/` runs them."""

import json
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

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STAND_INS = HERE / "workflows" / "actions"
GITLAB = ROOT / ".gitlab-ci.yml"
PIN = re.compile(
    r"uses: (?:\./\.github/workflows/[a-z-]+\.yml # zizmor: ignore\[self-repository\] .*"
    r"|[\w-]+/[\w-]+(?:/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+)"
)
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
COMMAND = re.compile(r"make (?P<target>[a-z-]+)(?: [A-Z_]+=[\w./:-]+)*|briefbook (?P<command>[a-z]+)(?: [\w./:-]+)*")


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
def test_the_file_of_another_forge_is_well_formed() -> None:
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    assert complaints("check_jsonschema", *schema, str(GITLAB)) == ""


def test_another_forge_runs_the_same_commands() -> None:
    """Problems stand in its log as they are, and what needs GitHub's own program is left to whoever works there."""
    read = loaded(GITLAB)
    theirs = [command for job in read.values() if isinstance(job, dict) for command in job.get("script", [])]
    ours = [step.run for path in WORKFLOWS for step in steps(path.name)]
    left = {"make propose ARGS=--push", "make record ARGS=--push"}
    assert {command.removesuffix(" ARGS=--github") for command in ours} - left == {*theirs} - {"mv site public"}
    assert read["pages"]["needs"] == ["build", "settled"]
    assert read["pages"]["rules"] == read["settled"]["rules"]
    assert (read["build"]["artifacts"]["paths"], read["pages"]["artifacts"]["paths"]) == (["site"], ["public"])
    built = [command for command in theirs if command in read["build"]["script"]]
    assert built[-1] == "make site ARGS=--whole"


@pytest.mark.site
def test_workflows_give_nothing_away() -> None:
    """As its strictest reader reads them; only the audits that ask the network are left out."""
    zizmor = Path(sys.executable).with_name("zizmor")
    quiet = ("--no-progress", "--color=never")
    command = [str(zizmor), "--offline", "--persona=auditor", *quiet, str(WORKFLOWS[0].parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "No findings to report. Good job! (1 ignored)"), done.stderr


@pytest.mark.site
def test_workflows_say_what_they_mean() -> None:
    """Expressions, inputs, events and needs, as actionlint knows them; no step is a script that a shell would judge."""
    command = [str(Path(sys.executable).with_name("actionlint")), "-no-color", "-shellcheck=", "-pyflakes="]
    done = subprocess.run([*command, *map(str, WORKFLOWS)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_to_a_commit_and_say_its_version(path: Path) -> None:
    uses = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not PIN.fullmatch(line)] == []


def test_an_action_has_one_commit_and_one_version() -> None:
    pins = {pin for path in WORKFLOWS for pin in re.findall(r"uses: (\S+)@(\S+ # \S+)", path.read_text("utf-8"))}
    assert len(pins) == len({action for action, _ in pins})


def test_every_action_has_a_stand_in_that_takes_what_it_is_given() -> None:
    """`act` passes over an input that an action does not have, so that a slip of the pen would not show."""
    used = [step for path in WORKFLOWS for job in loaded(path)["jobs"].values() for step in job.get("steps", [])]
    given = [(step["uses"].partition("@")[0], step.get("with", {})) for step in used if "uses" in step]
    places = {action: STAND_INS / action.replace("/", "-", 1) / "action.yml" for action, _ in given}
    assert sorted(places.values()) == sorted(STAND_INS.rglob("action.yml"))
    for action, inputs in given:
        takes = loaded(places[action]).get("inputs", {})
        required = {name for name, told in takes.items() if told.get("required") == "true"}
        assert required <= inputs.keys() <= takes.keys(), action


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
    publishing = (ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    for taken in ("actions/cache", "BRIEFBOOK_CARRIED"):
        assert taken not in building + publishing
    theirs = loaded(GITLAB)
    assert [name for name, job in theirs.items() if "cache" in job] == ["preview"]
    assert "CARRIED" not in json.dumps({name: job for name, job in theirs.items() if name != "preview"})


def test_what_is_kept_has_to_make_the_same_site() -> None:
    """Only then is it kept for the next run, and both say that it was carried here."""
    *_, compared, kept = loaded(ROOT / ".github" / "workflows" / "preview.yml")["jobs"]["preview"]["steps"]
    assert (compared["run"], compared["env"]) == ("make same", {"BRIEFBOOK_CARRIED": "1"})
    assert kept["uses"].startswith("actions/cache/save@")
    assert "if" not in kept
    theirs = loaded(GITLAB)["preview"]
    assert (theirs["script"][-1], theirs["variables"]["BRIEFBOOK_CARRIED"]) == ("make same", "1")
    assert theirs["cache"]["paths"] == ["build"]


@pytest.mark.site
def test_another_repository_can_check_before_each_commit(tmp_path: Path) -> None:
    """The hook's command is one of ours, and answers for the folder that it runs in; nothing is installed for it."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command = hook["entry"].split()
    assert (program, command in MODULES, hook["language"]) == (".venv/bin/briefbook", True, "system")
    shutil.copytree(HERE / "small", tmp_path, dirs_exist_ok=True)
    check = [Path(sys.executable).with_name(Path(program).name), command]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / "content" / "themes.yml").write_text("- {id: one}\n")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 1
    for path in ("content/facts/a.yml", "seeds/a.lock", "texts/a.txt"):
        assert re.search(hook["files"], path)
