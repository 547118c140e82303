"""Gives the targets of `tests/fuzz` other inputs at every run: `python -m tools.fuzz [--minutes 60] [TARGET...]`.

An input fails that ends in a fault, needs more than ten seconds of the processor, or more than a gigabyte. It is made
small, shown, and put into `tests/fuzz/corpus/`, where the suite tries it from then on.
"""

from __future__ import annotations

import json
import resource
import signal
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

import click
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.targets import TARGETS, Target

CORPUS = Path("tests/fuzz/corpus")
SECONDS = 10
BYTES = 1_000_000_000
ROUND = 200  # inputs of one target before the next has its turn


@click.command()
@click.argument("names", metavar="[TARGET]...", nargs=-1, type=click.Choice([*TARGETS]))
@click.option("--minutes", default=60.0, show_default=True)
def main(names: tuple[str, ...], minutes: float) -> None:
    """Tries inputs until the time is over; ends with 1 where any failed."""
    signal.signal(signal.SIGPROF, _too_long)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (used + BYTES, resource.RLIM_INFINITY))
    end = time.monotonic() + 60 * minutes
    tried, faults = dict.fromkeys(names or TARGETS, 0), dict.fromkeys(names or TARGETS, 0)
    while time.monotonic() < end:
        for name in tried:
            number, found = _round(TARGETS[name], end)
            tried[name] += number
            if found is not None:
                faults[name] += 1
                _keep(name, found)
    click.echo("\n".join(f"{name}: {number:,} inputs, {faults[name]} failed" for name, number in tried.items()))
    raise SystemExit(any(faults.values()))


def _round(target: Target, end: float) -> tuple[int, Any]:
    """How many inputs were tried, and the smallest that failed, or None."""
    number, found = 0, None

    @settings(
        max_examples=ROUND,
        derandomize=False,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[*HealthCheck],
    )
    @given(target.inputs)
    def tried(one: Any) -> None:
        nonlocal number, found
        if time.monotonic() > end and found is None:
            return
        number += 1
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            target.run(one)
        except BaseException:
            found = one
            raise
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    try:
        tried()
    except Exception:  # noqa: BLE001 -- of any fault the input is kept
        click.echo(traceback.format_exc(limit=-6))
    return number, found


def _keep(name: str, found: Any) -> None:
    path = CORPUS / f"{name}.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    click.echo(f"{name}: {json.dumps(found)[:2000]}")
    if found not in known:
        path.parent.mkdir(exist_ok=True)
        lines = ",\n".join(f" {json.dumps(one)}" for one in (*known, found))
        path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds of the processor")


if __name__ == "__main__":
    main()
