"""Runs what else is tried against Briefbook, a row of JSON for each: `python -m tools.other_trials [FILE...]`.

`tools.measure_reliability --more` puts the rows into its page. What `tools.fuzz` and `tools.measure_mutants` printed
when they ran for long may be handed over in files; else they are run.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import yaml

from tests.attacks.dossier import attacks, dossier
from tests.fuzz.test_search_state import STATES
from tools.measure_reliability import Row

INPUTS = re.compile(r"^(\w+): ([\d,]+) inputs, (\d+) failed$", re.MULTILINE)
AGREED = re.compile(r"^check: (.+), verify\.py: (.+): (\d+)$", re.MULTILINE)
FAILED = re.compile(r"^(?:FAILED|ERROR) ", re.MULTILINE)
BUILDS, CONDITIONS = 8, 13  # of `test_same_site`, over both builders


@click.command()
@click.argument("said", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--minutes", default=60.0, show_default=True, help="of fuzzing, where no file has any")
def main(said: tuple[Path, ...], minutes: float) -> None:
    """Prints the rows; what a test says that fails goes where errors go."""
    known = "\n".join(path.read_text(encoding="utf-8") for path in said)
    for row in rows(known, minutes):
        click.echo(json.dumps(row))


def rows(known: str, minutes: float) -> Iterator[Row]:
    """A row for each tool, from what it printed before or prints now."""
    fuzz = f"python -m tools.fuzz --minutes {minutes:g}"
    for name, inputs, failed in INPUTS.findall(known if INPUTS.search(known) else printed(fuzz)):
        yield Row(f"inputs that nobody writes: {name}", int(inputs.replace(",", "")), int(failed), fuzz)
    yield tested("addresses of the search, in a browser", STATES, "tests/fuzz/test_search_state.py")
    number = places()
    yield tested(f"{len(attacks()):,} texts that attack, each in many fields", number, "tests/attacks")
    mutants = "python -m tools.measure_mutants"
    answers = AGREED.findall(known if AGREED.search(known) else printed(mutants))
    differing = sum(int(number) for checked, verified, number in answers if checked != verified)
    tried = sum(int(number) for *_, number in answers)
    yield Row("changed dossiers: `check` and `verify.py` say the same", tried, differing, mutants)
    yield tested(f"builds under {CONDITIONS} conditions: the same bytes", BUILDS, "tests/publishing/test_same_site.py")


def places() -> int:
    """How often a text that attacks stands in a field of the dossier that they attack."""
    known = frozenset(attacks())
    trees = [yaml.safe_load(text) for path, text in dossier().items() if path.endswith(".yml")]
    return sum(part in known for tree in trees for text in _texts(tree) for part in text.split("\n\n"))


def _texts(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list | dict):
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(one)


def tested(tried: str, times: int, path: str) -> Row:
    """What tests try so many times, and how many of them fail."""
    command = f"python -m pytest {path}"
    return Row(tried, times, len(FAILED.findall(printed(f"{command} -q -rfE"))), command)


def printed(command: str) -> str:
    """What a tool prints; its fault is that of its answers, which are read."""
    done = subprocess.run([sys.executable, *command.split()[1:]], capture_output=True, text=True, check=False)
    if done.returncode:
        click.echo(done.stdout + done.stderr, err=True)
    return done.stdout


if __name__ == "__main__":
    main()
