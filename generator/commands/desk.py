"""The desk of `briefbook serve` at its folder: what it is asked, and what is written when an order is carried out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from generator import files, pipeline
from generator.commands import console, desk_changes, saving
from generator.commands.dossier import Dossier, State
from generator.commands.saving import Changed
from generator.content.paths import FACTS
from generator.drafting.worklist import worklist
from generator.preview import desk
from generator.preview.desk_orders import Conflict, Order, Refused, Unsign
from generator.problems import Malformed

UNDO = "`git diff` shows it, `git checkout -p` takes it back"
CHANGED = "{} was changed in the meantime, so nothing was written; look at it, and do it again"


@dataclass(frozen=True)
class Desk:
    """The folder as the desk sees it; one request at a time, and every one raises Refused for what cannot be."""

    dossier: Dossier

    def articles(self) -> dict[str, Any]:
        """The first page."""
        with self.dossier.lock:
            briefing = self._state().briefing
            entries = desk.entries(briefing, self.dossier.problems(briefing))
        return {"title": briefing.content.site.title, "articles": [asdict(entry) for entry in entries]}

    def tasks(self) -> dict[str, Any]:
        """What is left to do in the whole dossier, as `briefbook next` tells it; it takes longer than the rest."""
        state = self._state()
        found = worklist(state.briefing, pipeline.without_facts(state.briefing, state.article_texts))
        kept = ("kind", "what", "command", "article", "facts")
        return {"tasks": [{name: getattr(task, name) for name in kept} for task in found]}

    def article(self, id: str) -> dict[str, Any]:
        """One article with its facts."""
        with self.dossier.lock:
            state = self._state()
            desk_changes.file_of(state.briefing, id)
            return self._shown(state, id)

    def check(self, order: Order) -> dict[str, Any]:
        """What would stand against a fact as an order would leave it; nothing is written."""
        with self.dossier.lock:
            problems = desk_changes.problems_after(order, self._state_for(order))
        return {"problems": [asdict(desk.shown(problem)) for problem in problems]}

    def write(self, order: Order) -> dict[str, Any]:
        """Carries an order out, and shows the article as it is then and what else is wrong since."""
        with self.dossier.lock:
            before, rules = self._state_for(order), self.dossier.problems
            after = desk_changes.carried_out(order, before, rules, datetime.now().astimezone().date())
            try:
                self._save(order, before, after)
            except Changed as changed:
                raise Conflict(CHANGED.format(changed.problems[0].place.path)) from None
            except Malformed as malformed:
                raise Refused(str(malformed)) from None
            except OSError as error:
                raise Refused("; ".join(console.refusal(error))) from None
            self.dossier.take(after)
            new = [problem for problem in desk_changes.new_problems(before, after, rules) if not problem.is_warning]
            return {**self._shown(after, order.article), "told": list(map(str, new[: desk_changes.MOST])), "undo": UNDO}

    def _state(self) -> State:
        try:
            return self.dossier.state()
        except Malformed as malformed:
            raise Refused(f"the content cannot be read:\n{malformed}") from None

    def _state_for(self, order: Order) -> State:
        """The dossier, if the file of an order is still the one that it was given for."""
        state = self._state()
        desk_changes.file_of(state.briefing, order.article)
        path = desk_changes.path_of(order)
        if files.digest(state.texts[path]) != order.version:
            raise Conflict(CHANGED.format(path))
        return state

    def _shown(self, state: State, id: str) -> dict[str, Any]:
        text = state.texts[f"{FACTS}{id}.yml"]
        view = desk.article_view(state.briefing, id, self.dossier.problems(state.briefing), text)
        return {**asdict(view), "version": files.digest(text)}

    def _save(self, order: Order, before: State, after: State) -> None:
        """Writes every file that changed, or none, that of the facts where it may claim what the others hold."""
        root, facts = self.dossier.root, desk_changes.path_of(order)
        changed = {path for path, _ in before.texts.items() ^ after.texts.items()}
        in_order = sorted(changed, key=lambda path: (path == facts) != isinstance(order, Unsign))
        saving.save(root, {path: after.texts.get(path) for path in in_order}, before.texts)
        if after.article_texts is not before.article_texts:
            old, new = (state.article_texts.locks.get(order.article) for state in (before, after))
            lock = f"seeds/{order.article}.lock"
            with suppress(Malformed, OSError):  # the facts are written, and `check` tells of a lock that is behind
                saving.save(root, {lock: new}, {lock: old} if old is not None else {})
