"""The program `briefbook`: its commands, and an exit code: 0 clean, 1 the content, 2 wrong use or the machine."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from generator.problems import INTERRUPTED

MODULES = {
    "add": "add", "ask": "ask", "build": "build", "check": "check", "coverage": "check", "diff": "diff",
    "draft": "draft", "edition": "edition", "explain": "explain", "init": "init", "lock": "build", "names": "names",
    "next": "next", "pdf": "pdf", "propose": "propose", "redraft": "draft", "review": "review", "schema": "build",
    "serve": "serve", "status": "status", "verify": "check",
}  # fmt: skip
LOOKS_RARELY = 100_000  # new objects, after which the collector of cycles looks; a run keeps most of what it makes
atexit.register(gc.freeze)  # what is left then goes with the process, and is not looked through once more


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends without a word while a command is loaded: nothing has begun, and the command has words of its own."""
    try:
        yield
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None


class Commands(click.Group):
    """Loads a command only when it is asked for, so that `check` does not wait for what it does not use."""

    @_interruptible()
    def make_context(self, *args: Any, **options: Any) -> click.Context:
        return super().make_context(*args, **options)

    @_interruptible()
    def invoke(self, ctx: click.Context) -> Any:
        gc.set_threshold(LOOKS_RARELY)
        return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- the name is click's
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in MODULES:
            return None
        command: click.Command = getattr(import_module(f"generator.commands.{MODULES[cmd_name]}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefbook")
def main() -> None:
    """Briefbook: a briefing site whose every sentence is proved by a passage of an article."""


if __name__ == "__main__":
    main()
