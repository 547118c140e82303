"""Locks that are behind are written where the texts are, before anything is told of them; in a workflow, none is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import files
from generator.commands import saving
from generator.commands.console import tell
from generator.work.executors import ALONE, Crew
from generator.work.store import Keeping

if TYPE_CHECKING:  # a command that finds nothing to do waits for none of this
    from generator.briefing import Briefing

MISSING = (
    "seeds/{article}.lock was not there, so what `agrees` settles of it is to be read again; "
    "then sign it with `briefbook lock texts/{article}.txt`"
)
FROZEN = click.option("--frozen", is_flag=True, help="write no lock; tell of those that are behind")


def is_frozen(*asked: bool) -> bool:
    """Whether nothing is to be written: somebody asks for that, or this is a workflow, which commits nothing."""
    return any(asked) or os.environ.get("CI", "").casefold() not in ("", "0", "false", "no")


def with_locks(
    root: Path, texts: Path | None, crew: Crew = ALONE, *, only: str | None = None, err: bool = False
) -> Briefing:
    """The dossier below a folder, after its locks were written anew from the texts that are here."""
    from generator import pipeline
    from generator.commands.earlier_locks import with_earlier_locks

    content, article_texts = files.content(root), files.article_texts(root, texts)
    article_texts = with_earlier_locks(root, content, article_texts)
    briefing = pipeline.load(content, article_texts, crew=crew)
    if not write_locks(root, briefing, article_texts, crew.store, only=only, err=err):
        return briefing
    return pipeline.load(content, files.article_texts(root, texts), briefing, crew)


def write_locks(
    root: Path,
    briefing: Briefing,
    article_texts: files.ArticleTexts,
    store: Keeping | None = None,
    *,
    only: str | None = None,
    err: bool = False,
) -> bool:
    """Writes the locks that are behind, and tells how many; whether there was any."""
    from generator import lockfiles

    behind = sorted(lockfiles.behind(briefing, article_texts.locks, article_texts.seeds, store).items())
    locks = {f"seeds/{article}.lock": lock for article, lock in behind if only in (None, article)}
    before = {f"seeds/{article}.lock": lock for article, lock in article_texts.locks.items()}
    written = saving.save(root, locks, before)
    if written:
        tell(f"{len(written)} {'lock' if len(written) == 1 else 'locks'} written", err=err)
    for article in (path.removeprefix("seeds/").removesuffix(".lock") for path in written):
        if article not in briefing.locks and _lapsed(briefing, article):
            tell(MISSING.format(article=article), err=err)
    return bool(written)


def _lapsed(briefing: Briefing, article: str) -> bool:
    """Whether a fact of an article says that it was read again, and nobody has signed that."""
    return any(set(fact.fact.agrees) & set(fact.unsettled) for fact in briefing.facts_in(article))
