"""What jobs are granted by their workflow files, and what they use of it."""

import json
from pathlib import Path
from typing import Any

import yaml

TOKEN = "a-token-of-this-run"
NAME = "owner/name"
LEVELS = ("none", "read", "write")
Grants = dict[str, dict[str, str]]


def permitted(folder: Path, job: str, permission: str, level: str) -> bool:
    """Whether a job, `workflow/job`, was granted this; what is used of a grant is written down."""
    grants: Grants = json.loads((folder / "grants.json").read_text(encoding="utf-8"))
    granted = grants.get(job, {}).get(permission, "none")
    with (folder / "used.txt").open("a", encoding="utf-8") as used:
        used.write(f"{job}: {permission}: {level}\n")
    return LEVELS.index(granted) >= LEVELS.index(level)


def grants_of(workflow: Path) -> Grants:
    """What each job of a workflow is granted, and of a workflow that it calls no more than the caller was."""
    read: dict[str, Any] = yaml.load(workflow.read_text(encoding="utf-8"), yaml.BaseLoader)
    granted: Grants = {}
    for name, job in read["jobs"].items():
        own = job.get("permissions", read["permissions"])
        granted[f"{read['name']}/{name}"] = own
        if called := job.get("uses"):
            for inner, inners in grants_of(workflow.parent / Path(called).name).items():
                granted[inner] = {
                    key: min(level, own.get(key, "none"), key=LEVELS.index) for key, level in inners.items()
                }
    return granted
