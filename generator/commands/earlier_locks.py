"""Locks that are gone from the folder, but that git has: they still know what somebody settled of their articles."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.commands.git import ran
from generator.content.paths import FACTS
from generator.files import ArticleTexts
from generator.problems import Malformed


def with_earlier_locks(root: Path, content: Mapping[str, str], article_texts: ArticleTexts) -> ArticleTexts:
    """The same with what was committed last of each lock that is missing beside a file that settles something."""
    here = root.resolve()
    if not any((folder / ".git").exists() for folder in (here, *here.parents)):
        return article_texts
    missing = [
        article
        for article in sorted(article_texts.private - article_texts.locks.keys())
        if "agrees" in content.get(f"{FACTS}{article}.yml", "")
    ]
    found = {article: lock for article in missing if (lock := _committed(root, article))}
    return replace(article_texts, earlier=found) if found else article_texts


def _committed(root: Path, article: str) -> str:
    """The lock as it was committed last; nothing where there was none, or no git."""
    with suppress(Malformed, UnicodeDecodeError):
        shown = ran(root, "git", "show", f"HEAD:./seeds/{article}.lock")
        return "" if shown.returncode else shown.stdout.decode().replace("\r\n", "\n")
    return ""
