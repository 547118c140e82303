"""What a derived statement is: a sentence, sign or place of the program's own, with the facts that it rests on.

A page that shows one marks the element that says so with its id; `data/derived.json` has what is marked, so that a
stranger can hold each against the facts and against the pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Literal

# silence: nothing in all that `subject` says bears on `about`
# unanswered: `subject` does not answer, or tells nothing of `about`, yet `facts` of theirs bear on it
# unread: nobody has read the article; partly-read: not all of it, or not all articles
# agreement: `facts` give one answer to `about`, in several voices; difference: they give answers that exclude others
# development: an answer to `about` of another time
# compatible: `facts` give other answers to `about`, which need not exclude one another
# verdict: how the answers of `facts` to `about` stand to one another, by its name
# role: what `subject` is in an event, or what part it has in a commitment
# order: where `subject` stands in a list in order of time, and beside which event
# certainty: how the date of `subject` is known, as its weakest link is
# channel: through whom `facts` are known, said where they are told in short
Kind = Literal[
    "silence", "unanswered", "unread", "partly-read",
    "agreement", "difference", "development", "compatible", "verdict", "role", "order", "certainty", "channel",
]  # fmt: skip


@dataclass(frozen=True)
class Derived:
    """One derived statement: of whom, about what, resting on which facts, and what it says."""

    kind: Kind
    subject: str  # the id of whom or what it is said of: an article, a speaker, a question, an event, a fact
    about: str = ""  # the id of what it is said about: a theme, a question, an event
    facts: tuple[str, ...] = ()  # the ids of the facts that it rests on; silence rests on there being none
    says: str = ""  # an answer as it is shown, a role or a basis by its name, a place in time, a channel

    @cached_property
    def id(self) -> str:
        """By what is said, so that whoever changes that changes the id too."""
        said = "\0".join((self.kind, self.subject, self.about, self.says, *self.facts))
        return f"{self.kind}-{blake2b(said.encode(), digest_size=5).hexdigest()}"
