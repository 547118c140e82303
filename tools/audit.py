"""Asks whether a known hole is in a locked package: `make audit`. What could not be asked is told, and is no pass."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

LOCK = "requirements.lock"
COMMAND = ("-m", "pip_audit", "--requirement", LOCK, "--require-hashes", "--disable-pip", "--format=json")
SHOWN = 5  # names of packages
CLEAN, HOLES, UNASKED = range(3)  # the exit codes


def report(printed: str, complaint: str) -> tuple[int, str]:
    """The exit code and the lines for what `pip-audit` printed as JSON, or complained of where it printed none."""
    try:
        asked: list[dict[str, Any]] = json.loads(printed)["dependencies"]
    except ValueError:
        reason = complaint.strip().rpartition("\n")[2] or "it gave no reason"
        return UNASKED, f"nothing was audited: the package index could not be asked\n{reason}"
    holes = [f"{one['name']} {one['version']}: {_named(one['vulns'])}" for one in asked if one.get("vulns")]
    unasked = [one["name"] for one in asked if "skip_reason" in one]
    lines = [*holes, f"{len(asked) - len(unasked)} of {len(asked)} locked packages audited, {len(holes)} with holes"]
    if unasked:
        shown = ", ".join([*unasked[:SHOWN], *(["and others"] if unasked[SHOWN:] else [])])
        lines.append(f"the index answers nothing of {len(unasked)}: {shown}")
    return (HOLES if holes else UNASKED if unasked else CLEAN), "\n".join(lines)


def _named(holes: Iterable[dict[str, Any]]) -> str:
    """Each hole by its name, with the first version that mends it."""
    return ", ".join(f"{hole['id']} (mended in {(hole['fix_versions'] or ['no version'])[0]})" for hole in holes)


def main() -> int:
    done = subprocess.run([sys.executable, *COMMAND], capture_output=True, text=True, check=False)
    code, lines = report(done.stdout, done.stderr)
    sys.stdout.write(f"{lines}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
