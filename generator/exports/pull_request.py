"""What a pull request says of a new article: its draft, what a person must do, and what the checks find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.model import Draft, FactFile
from generator.exports.change_report import calling_nobody, summary
from generator.history.diff import Changes
from generator.problems import Problem
from generator.site.render.markup import environment

CHANGES = 40_000  # bytes of what a reader would notice; GitHub takes 65,536 characters in all


@dataclass(frozen=True)
class ProposalView:
    """The title, what was drafted, the steps to go, and the problems as they are printed."""

    title: str
    lead: str
    drafts: int
    unworded: int
    steps: tuple[str, ...]
    problems: tuple[str, ...]


def proposal_view(article: str, file: FactFile, problems: Iterable[Problem], words: Mapping[str, Any]) -> ProposalView:
    drafts = [fact for fact in file.facts if isinstance(fact, Draft)]
    return ProposalView(
        title=words["proposal"]["title"].format(article=article),
        lead=words["proposal"]["lead"].format(article=article),
        drafts=len(drafts),
        unworded=sum(not draft.say for draft in drafts),
        steps=tuple(words["proposal"]["steps"]),
        problems=tuple(map(str, problems)),
    )


def proposal(view: ProposalView, changes: Changes, words: Mapping[str, Any]) -> str:
    """The steps for a person, what the checks find, and what a reader would notice."""
    steps = environment().get_template("proposal.md.j2").render(view=view, words=words["proposal"])
    return f"{calling_nobody(steps)}\n{summary(changes, words, CHANGES)}"
