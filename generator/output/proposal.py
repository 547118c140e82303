"""What a pull request with the draft of a new article says, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.history.diff import Changes
from generator.output.changes import markdown
from generator.site.render.markup import environment
from generator.views.proposal import ProposalView


def proposal(view: ProposalView, changes: Changes, words: Mapping[str, Any]) -> str:
    """The steps for a person, what the checks find, and what a reader would notice."""
    said = environment().get_template("proposal.md.j2").render(view=view, words=words["proposal"])
    return f"{said}\n{markdown(changes, words)}"
