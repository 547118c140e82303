"""The first edition is recorded when it is published, whether or not anybody knows yet that editions are recorded."""

from __future__ import annotations

from pathlib import Path

from generator import files, pipeline
from generator.commands import saving
from generator.commands.console import tell
from generator.commands.git import required
from generator.commands.propose import ACCESS, REMOTE
from generator.content.paths import EDITIONS, is_fact_file
from generator.history import register
from generator.history.editions import since
from generator.history.snapshot import Snapshot, of_content
from generator.problems import Malformed
from generator.publishing.starter import starter

MESSAGE = "Record the first edition: its addresses are kept from now on"
MOVED = "run `briefbook edition --first` where you work, and commit the file that it writes"


def record(root: Path, texts: Path | None, *, push: bool) -> bool:
    """Writes the first record, where there is none and the dossier is somebody's own; nothing else is changed."""
    texts_of_content = files.content(root)
    content = pipeline.read(texts_of_content)
    if content.editions:
        tell(f"nothing to do: the edition of {max(content.editions)} is recorded")
        return True
    begun = starter()
    if examples := [p for p, text in texts_of_content.items() if is_fact_file(p) and begun.get(p) == text.encode()]:
        tell(f"nothing is recorded while an invented article of the beginning is here: {', '.join(examples)}")
        return True
    problems = pipeline.problems(pipeline.load(texts_of_content, files.article_texts(root, texts)))
    if not pipeline.is_clean(problems):
        raise Malformed(*problems)
    now = of_content(content)
    path = f"{EDITIONS}{content.site.edition}.yml"
    saving.save(root, {path: register.dumps(since(Snapshot(), now))}, texts_of_content)
    tell(f"{root / path}: the first edition, with {len(now.facts)} facts")
    if push:
        _push(root, path)
    return True


def _push(root: Path, path: str) -> None:
    """Commits the record alone, and pushes it to the branch that was published."""
    branch = required(root, "git", "branch", "--show-current").strip()
    required(root, "git", "add", "--", path)
    required(root, "git", "commit", "--quiet", "--no-verify", "--message", MESSAGE, "--", path)
    required(root, "git", *ACCESS, "push", "--quiet", REMOTE, f"HEAD:refs/heads/{branch}", remedy=MOVED)
    tell(f"pushed to {branch}")
