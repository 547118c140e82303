"""A draft of words that a person chose: what drafting finds for them, as far as the article proves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.content.model import Draft
from generator.content.reading import Content
from generator.drafting.passages import Prover
from generator.drafting.proposals import Proposed, numbering_of, propose
from generator.drafting.topics import themes_in
from generator.evidence.names import AliasTable
from generator.evidence.source import FullText

FOUND = ("who", "via", "named", "about", "kind", "event", "when", "answers")


@dataclass(frozen=True)
class Choice:
    """Words of a paragraph, from the first token to the last, and as they stand there."""

    paragraph: int
    first: int
    last: int
    words: str


def chosen(content: Content, aliases: AliasTable, article: str, text: FullText, choice: Choice) -> Draft:
    """The draft of these words: the speaker, the day and the rest are those of the proposal that they have most of."""
    made = propose(content, aliases, article, text, content.articles[article].article.name)
    near = max(made.drafts, key=lambda proposed: _shared(proposed, choice), default=None)
    found: dict[str, Any] = {}
    if near and _shared(near, choice) > 0:
        found = {name: getattr(near.draft, name) for name in FOUND}
    paragraph = text.body[choice.paragraph - 1].text
    fields = {**found, "about": found.get("about") or themes_in(content, choice.words) or themes_in(content, paragraph)}
    id = numbering_of(content, article).next(choice.paragraph)
    return Prover(content, aliases, article, text).draft(id, choice.paragraph, (choice.words,), fields)


def _shared(proposed: Proposed, choice: Choice) -> int:
    """How many tokens a proposal and the chosen words have in common; at most none where they stand apart."""
    finding = proposed.finding
    if finding.paragraph != choice.paragraph:
        return 0
    return min(finding.last, choice.last) - max(finding.first, choice.first) + 1
