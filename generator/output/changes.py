"""What changed between two editions, as text: Markdown for a pull request, plain lines for a terminal, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from generator.history.diff import Changes
from generator.site.render.markup import environment
from generator.views.changes import Detail, changes_view


def markdown(changes: Changes, words: Mapping[str, Any]) -> str:
    """Markdown in which all that people wrote is inert."""
    return environment().get_template("changes.md.j2").render(view=changes_view(changes, words))


def plain(changes: Changes, words: Mapping[str, Any]) -> str:
    """Lines for a terminal; none where nothing changed."""
    return "".join(f"{line}\n" for line in _lines(changes, words))


def machine(changes: Changes) -> str:
    """The same as JSON; every list is empty where nothing changed."""
    return json.dumps(asdict(changes), indent=2, ensure_ascii=False) + "\n"


def _lines(changes: Changes, words: Mapping[str, Any]) -> Iterator[str]:
    for section in changes_view(changes, words).sections:
        yield f"{section.heading} ({len(section.lines)})"
        for line in section.lines:
            where = f" ({line.where})" if line.where else ""
            yield f"  {line.name}{where}" + (f": {line.says}" if line.says else "")
            yield from (f"    {_detail(detail)}" for detail in line.details)


def _detail(detail: Detail) -> str:
    return f"{detail.name}: " + (f"{detail.before} → {detail.after}" if detail.before else detail.after)
