"""The program `briefbook`: its commands, and an exit code: 0 clean, 1 problems in the content, 2 wrong use."""

from __future__ import annotations

import click

from generator.commands.adding import add
from generator.commands.building import build, lock, schema
from generator.commands.checking import check, coverage, verify
from generator.commands.comparing import diff
from generator.commands.explaining import explain
from generator.commands.proposing import propose
from generator.commands.serving import serve
from generator.commands.standing import status
from generator.commands.starting import init


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefbook")
def main() -> None:
    """Briefbook: a briefing site whose every sentence is proved by a passage of an article."""


for command in (add, build, check, coverage, diff, explain, init, lock, propose, schema, serve, status, verify):
    main.add_command(command)

if __name__ == "__main__":
    main()
