"""Who does the work of a command: this process, several of this machine, or a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator.commands.console import tell
from generator.content.paths import FACTS
from generator.work.digests import program
from generator.work.executors import Crew
from generator.work.processes import of_this_machine
from generator.work.store import Store


def with_crew(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say who works."""
    many = click.IntRange(1, 512)
    jobs = click.option("--jobs", type=many, metavar="N", help="so many processes; else as many as pay off")
    scheduler = click.option("--scheduler", metavar="ADDRESS", help="a Dask cluster in the place of processes")
    return jobs(scheduler(command))


@contextmanager
def crew_of(root: Path, jobs: int | None, scheduler: str | None, store: Store | None = None) -> Iterator[Crew]:
    """Who was asked to work on a dossier, and what is kept of it; raises Malformed where the cluster cannot."""
    if scheduler and jobs:
        raise click.UsageError("a cluster has its own number of workers: leave out --jobs or --scheduler")
    if scheduler:
        from generator.work.cluster import of_cluster  # others do without Dask

        with of_cluster(scheduler, _say) as crew:
            yield replace(crew, store=store)
    else:
        size = sum(path.stat().st_size for path in (root / FACTS).glob("*.yml") if path.is_file())
        yield replace(of_this_machine(jobs, size, _say), store=store)


@contextmanager
def kept_in(root: Path) -> Iterator[Store | None]:
    """What was kept of a dossier; nothing where there is none, so that a wrong `--root` leaves no folder behind."""
    if (root / "build").is_symlink() or not (root / "content").is_dir():
        yield None
        return
    with Store(root / "build") as store:
        store.program = program(store)
        yield store


def _say(text: str) -> None:
    tell(text, err=True)
