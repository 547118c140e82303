"""A folder as it was last read and proved, so that all who show it while it is edited share the work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from generator import files, pipeline, rules
from generator.briefing import Briefing
from generator.commands.earlier_locks import with_earlier_locks
from generator.problems import Problem
from generator.work.executors import ALONE, Crew


@dataclass(frozen=True)
class State:
    """What stands in the files, and what it was proved to be."""

    texts: Mapping[str, str]
    article_texts: files.ArticleTexts
    briefing: Briefing
    crew: Crew = ALONE  # that proved it


@dataclass
class Dossier:
    """The folder `root`; one thread at a time reads it or writes to it, and holds `lock` meanwhile."""

    root: Path
    crew: Crew = ALONE
    lock: RLock = field(default_factory=RLock)
    _state: State | None = None
    _read: files.Remembered = field(default_factory=files.Remembered)
    _problems: tuple[Briefing, tuple[Problem, ...]] | None = None

    def state(self) -> State:
        """The dossier as its files are now; raises Malformed where they cannot be read."""
        with self.lock:
            texts = files.content(self.root, self._read)
            article_texts = with_earlier_locks(self.root, texts, files.article_texts(self.root, known=self._read))
            state = self._state
            if state is None or (state.texts, state.article_texts) != (texts, article_texts):
                before = state.briefing if state else None
                briefing = pipeline.load(texts, article_texts, before, self.crew)
                self._state = state = State(texts, article_texts, briefing, self.crew)
            return state

    def take(self, state: State) -> None:
        """Remembers what was just written, so that it need not be proved again."""
        with self.lock:
            self._state = state

    def problems(self, briefing: Briefing) -> tuple[Problem, ...]:
        """All that the rules say of it, but for what no page shows."""
        with self.lock:
            if self._problems is None or self._problems[0] is not briefing:
                self._problems = briefing, rules.problems(briefing, rules.PAGE_RULES, self.crew.store)
            return self._problems[1]
