"""The command that explains problem codes; the handbook's page of them is made from the same text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import yaml

from generator import files
from generator.commands.console import reports_problems, tell
from generator.problems import nearest

ENTRIES = Path(__file__).parent.parent / "words" / "problems.yml"
WIDTH = 88  # columns of running text
LEAD = """\
# What the program refuses

Every problem that `briefbook check` and `briefbook build` print has a code. This page explains them all, and
`briefbook explain CODE` prints one entry. It is made from `generator/words/problems.yml` by `make handbook`.

All problems of a gate are shown at once, in order of file and line. Exit code 0 is clean, 1 is a problem in the
content, 2 is a mistyped command, or something that the machine lacks. The examples are invented.
"""


@dataclass(frozen=True)
class Entry:
    """One code: what is wrong, why it matters, what to do, and an example before and after."""

    code: str
    what: str
    why: str
    do: str
    bad: str
    good: str


@dataclass(frozen=True)
class Gate:
    """The codes of one gate, by the alphabet."""

    title: str
    lead: str
    entries: tuple[Entry, ...]


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--handbook", is_flag=True, help="print the page of the handbook")
@reports_problems
def explain(codes: tuple[str, ...], handbook: bool) -> bool:
    """Explain problem codes: what is wrong, why it matters, what to do; without a code, list them all."""
    all_gates = gates()
    if handbook:
        tell(page(all_gates), nl=False)
    elif codes:
        entries = {entry.code: entry for gate in all_gates for entry in gate.entries}
        tell("\n\n".join(explained(_named(code, entries)) for code in codes))
    else:
        tell(listed(all_gates))
    return True


def gates() -> tuple[Gate, ...]:
    """The entries of the handbook, gate by gate."""
    entries = yaml.safe_load(files.read(ENTRIES, ENTRIES.name))
    return tuple(
        Gate(gate["title"], gate["lead"], tuple(Entry(code, **entry) for code, entry in gate["problems"].items()))
        for gate in entries
    )


def explained(entry: Entry) -> str:
    """An entry for a terminal."""
    paragraphs = [_paragraph(entry.what), _paragraph(entry.why), _paragraph(entry.do)]
    examples = [f"  Not so:\n\n{_indented(entry.bad)}", f"  But so:\n\n{_indented(entry.good)}"]
    return "\n\n".join((entry.code, *paragraphs, *examples))


def listed(all_gates: Iterable[Gate]) -> str:
    """Every code in one line, gate by gate."""
    wide = max(len(entry.code) for gate in all_gates for entry in gate.entries)
    lists = ["\n".join((gate.title, *(f"  {e.code:{wide}}  {e.what}" for e in gate.entries))) for gate in all_gates]
    return "\n\n".join((*lists, "`briefbook explain CODE` says more."))


def page(all_gates: Iterable[Gate]) -> str:
    """The handbook's page, in Markdown."""
    return "\n".join((LEAD, *(_section(gate) for gate in all_gates)))


def _named(code: str, entries: Mapping[str, Entry]) -> Entry:
    if entry := entries.get(code.upper()):
        return entry
    hint = nearest(code.upper(), entries) or "`briefbook explain` lists all codes"
    raise click.UsageError(f"no problem has the code `{code}`; {hint}")


def _paragraph(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False)


def _indented(example: str) -> str:
    return textwrap.indent(example.rstrip("\n"), "      ")


def _section(gate: Gate) -> str:
    return "\n".join((f"## {gate.title}\n", f"{gate.lead}\n", *(_entry(entry) for entry in gate.entries)))


def _entry(entry: Entry) -> str:
    return (
        f"### {entry.code}\n\n{entry.what} {entry.why}\n\n**What to do.** {entry.do}\n\n"
        f"Not so:\n\n```text\n{entry.bad}```\n\nBut so:\n\n```text\n{entry.good}```\n"
    )
