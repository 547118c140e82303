"""Runs of workflows by `act`: the files as they stand, real events, and stand-ins for the actions of others alone."""

import json
import os
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import browser
from tests.folders import HERE, ROOT
from tests.repositories import git
from tests.workflows.forge import Forge
from tests.workflows.grants import NAME, TOKEN, grants_of

ACT = Path(sys.executable).with_name("act")
ACTIONS = HERE / "workflows" / "actions"
CALLS = re.compile(r"uses: \./\.github/workflows/([a-z-]+\.yml)")
USES = re.compile(r"uses: ([\w-]+/[\w-]+)(?:/[\w-]+)?@([0-9a-f]{40})")
OBEYED = re.compile(r"^\s*::|##\[")  # the second form counts anywhere in a line
MACHINE = "ubuntu-24.04=-self-hosted"  # this machine itself, without a container
# `make test` would run these tests again; it runs this file, and as much of the rest as it has to.
PART = {"PYTEST_ADDOPTS": "tests/content/test_dates.py", "PYTEST_XDIST_AUTO_NUM_WORKERS": "1"}


@dataclass(frozen=True)
class Run:
    """What became of a run: its messages in their order, each as `act` has it, and what was kept."""

    messages: list[dict[str, Any]]
    folder: Path

    @property
    def jobs(self) -> dict[str, str]:
        """How each job ended that was begun, by its id; of one that never was begun there is nothing."""
        return {told["jobID"]: told["jobResult"] for told in self.messages if "jobResult" in told}

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The steps of the files that were run, each with how it ended."""
        found = [told for told in self.messages if told.get("stepResult") and told.get("stage") == "Main"]
        return [(told["step"], told["stepResult"]) for told in found if len(told["stepID"]) == 1]

    @property
    def printed(self) -> str:
        """What the steps printed, and nothing of act's own."""
        return "".join(told["msg"] for told in self.messages if told.get("raw_output"))

    @property
    def failed(self) -> list[str]:
        return [name for name, result in self.steps if result != "success"]

    @property
    def commands(self) -> list[str]:
        """The lines that a workflow obeys: as `act` did, or as the host's own runner would besides."""
        obeyed = [told["raw"].removesuffix("\n") for told in self.messages if "raw" in told]
        return [*obeyed, *(line for line in self.printed.splitlines() if OBEYED.search(line))]

    @property
    def outputs(self) -> dict[str, str]:
        """What steps handed on, by its name."""
        return {told["name"]: told["arg"] for told in self.messages if told.get("command") == "set-output"}

    @property
    def summary(self) -> str:
        return "".join(told["content"] for told in self.messages if told.get("command") == "summary")

    def artifact(self, name: str) -> dict[str, bytes]:
        """The files of an artefact by their paths; nothing where there is none."""
        path = self.folder / "artifacts" / "1" / name / f"{name}.zip"
        if not path.is_file():
            return {}
        with zipfile.ZipFile(path) as archive:
            return {member: archive.read(member) for member in archive.namelist()}


def ran(forge: Forge, folder: Path, workflow: str, event: str, payload: Mapping[str, Any], **env: str) -> Run:
    """A workflow, run for an event that the host tells of in `payload`; `folder` keeps what comes of it."""
    there, cache, home = (folder / name for name in ("there", "cache", "home"))
    home.mkdir(parents=True)
    (folder / "artifacts" / "1").mkdir(parents=True)  # the service does not look where no folder is
    _taken(forge, there, payload)
    path = there / ".github" / "workflows" / workflow
    (forge.folder / "grants.json").write_text(json.dumps(grants_of(path)), encoding="utf-8")
    (folder / "event.json").write_text(json.dumps(payload), encoding="utf-8")
    options = {
        "directory": there,
        "workflows": path,
        "eventpath": folder / "event.json",
        "platform": MACHINE,
        "secret": f"GITHUB_TOKEN={TOKEN}",
        "actor": "somebody",
        "action-cache-path": cache,
        "artifact-server-path": folder / "artifacts",
        "artifact-server-addr": "127.0.0.1",
        "artifact-server-port": _free_port(),
    }
    told = [f"--{name}={value}" for name, value in options.items()]
    told += [f"--local-repository={action}={stand_in}" for action, stand_in in stand_ins(path).items()]
    told += [f"--env={name}={value}" for name, value in {**_environment(forge, folder), **env}.items()]
    command = [str(ACT), event, "--json", "--no-skip-checkout", "--no-cache-server", *told]
    known = {"HOME": str(home), "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=home, env=known, capture_output=True, text=True, check=False)
    return Run([json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")], folder)


def stand_ins(workflow: Path) -> dict[str, Path]:
    """The folder of a stand-in for each action that a workflow uses, or one that it calls does."""
    called = [workflow, *(workflow.parent / name for name in CALLS.findall(workflow.read_text(encoding="utf-8")))]
    used = {found for path in called for found in USES.findall(path.read_text(encoding="utf-8"))}
    return {f"{action}@{revision}": ACTIONS / action.replace("/", "-") for action, revision in sorted(used)}


def _taken(forge: Forge, there: Path, payload: Mapping[str, Any]) -> None:
    """The revision of the event, from where `act` reads workflow files and what it tells the run."""
    ref = payload.get("ref") or f"refs/pull/{payload['number']}/merge"
    git(forge.folder, "clone", "--quiet", "--no-checkout", str(forge.repository), str(there))
    git(there, "fetch", "--quiet", "origin", ref)
    branch = ref.removeprefix("refs/heads/")
    git(there, "checkout", "--quiet", *(["--detach"] if branch == ref else ["-B", branch]), "FETCH_HEAD")
    git(there, "remote", "set-url", "origin", f"https://github.com/{NAME}.git")


def _environment(forge: Forge, folder: Path) -> dict[str, str]:
    """What a runner has: programs by their names, and nobody's own settings."""
    for name, module in (("gh", "gh"), ("stand-ins", "stand_ins")):
        start = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m tests.workflows.{module} "$@"\n'
        (folder / name).write_text(start, encoding="utf-8")
        (folder / name).chmod(0o755)
    return {
        "STAND_INS": str(folder / "stand-ins"),
        "FORGE_FOLDER": str(forge.folder),
        "FORGE_URL": forge.url,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "PYTHONPATH": str(ROOT),
        "CHROME_PATH": browser.first_working() or "",
        **PART,
    }


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
