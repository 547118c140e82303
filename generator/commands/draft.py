"""Commands that put drafts into fact files: those of any extractor, and those of the rules made anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from generator import files, pipeline
from generator.commands import saving
from generator.commands.console import ROOT, TEXTS, reports_problems, tell, tell_json
from generator.commands.extractor import extracts
from generator.content import shape, yaml_tree
from generator.content.model import FactFile
from generator.content.paths import FACTS
from generator.content.reading import Content
from generator.content.shape import article_id_problems
from generator.drafting.extracted import Intake, Outcome
from generator.drafting.handing import given_article
from generator.drafting.importing import ImportedText
from generator.drafting.inserting import with_drafts, with_filled, without_drafts
from generator.drafting.new_article import new_article
from generator.drafting.passages import Prover
from generator.drafting.refreshing import Refreshed, refreshed
from generator.drafting.untouched import known, untouched_drafts
from generator.evidence import lock as locks
from generator.evidence.lock import Lock
from generator.evidence.proving import active_facts, alias_table, bound_fact, full_text, lock_for
from generator.problems import Malformed, Place, Problem, nearest

SECONDS = 120  # a program may think about one article so long, unless it is given more
OUTCOMES = ("taken", "filled", "mended", "dropped")
KINDS = ("changed", "added", "gone")
NOTHING = "no article has drafts that the rules wrote"


@dataclass(frozen=True)
class Opened:
    """A dossier, `read` from the disk and perhaps `written` otherwise since, and the texts that are at hand."""

    root: Path
    content: Content
    read: Mapping[str, str]
    written: dict[str, str]
    kept: files.ArticleTexts

    def words(self, article: str) -> str | None:
        """The text of an article, under any name where its lock knows it; none where it is not at hand."""
        return self.kept.by_digest.get(self._locked(article), self.kept.texts.get(article))

    def prover(self, article: str) -> Prover:
        """What proves the drafts of an article; raises Malformed without its text, or with another than was locked."""
        text, locked = self.words(article), self._locked(article)
        if text is None:
            what = "the text of the article is not at hand, and drafts are made of its words"
            remedy = f"put it at texts/{article}.txt, or name its folder with --texts"
            raise Malformed(Problem(Place(_path(article)), "NO-TEXT", what, remedy))
        if locked and files.digest(text) != locked:
            what, remedy = "the text is no longer the one that was locked", "put the right one in texts/"
            raise Malformed(Problem(Place(_lock_path(article)), "DRIFT", what, remedy))
        return Prover(self.content, alias_table(self.content), article, full_text(self.content, article, text))

    def with_facts(self, article: str, facts: str) -> Opened:
        """The dossier with another text of a fact file; nothing is written."""
        file: FactFile = shape.read(FactFile, yaml_tree.parse(facts, _path(article)))
        content = replace(self.content, articles={**self.content.articles, article: file})
        return replace(self, content=content, written={**self.written, _path(article): facts})

    def write(self, articles: Iterable[str]) -> None:
        """Writes the fact files of articles, once the whole dossier can be read with them, and their locks.

        A lock is written where there is one, and of a new article whose text is not in the open. Raises Malformed where
        a file is another by now.
        """
        content, changes = pipeline.read(self.written), dict[str, str]()
        for article in articles:
            text, is_new = self.words(article), _path(article) not in self.read
            changes[_path(article)] = self.written[_path(article)]
            if text is not None and (article in self.kept.locks or (is_new and article not in self.kept.seeds)):
                changes[_lock_path(article)] = self._lock(content, article, text)
        locks = {_lock_path(article): lock for article, lock in self.kept.locks.items()}
        saving.save(self.root, changes, {**self.read, **locks})

    def _lock(self, content: Content, article: str, text: str) -> str:
        """The lock of an article with its new drafts; what nobody has settled yet is not settled by it."""
        aliases, source, before = alias_table(content), full_text(content, article, text), self._loaded(article)
        facts = active_facts(content.articles[article])
        bound = [bound_fact(content, aliases, article, fact, source, before) for fact in facts]
        return locks.dumps(lock_for(content, article, source, bound))

    def _loaded(self, article: str) -> Lock | None:
        lock = self.kept.locks.get(article)
        return locks.loads(lock, _lock_path(article)) if lock else None

    def _locked(self, article: str) -> str:
        """The digest of the text that the lock of an article was made of."""
        lock = self._loaded(article)
        return lock.sha256 if lock else ""


def opened_at(root: Path, texts: Path | None) -> Opened:
    """The dossier below a folder, and the texts that are at hand."""
    written = files.content(root)
    return Opened(root, pipeline.read(written), written, written, files.article_texts(root, texts))


@click.command()
@ROOT
@TEXTS
@click.argument("article")
@click.option("--from", "source", metavar="FILE|COMMAND", help="what proposes: JSON, - for standard input, a program")
@click.option("--timeout", type=click.FloatRange(0.1, 86_400), default=SECONDS, help="seconds that a program may take")
@click.option("--dry-run", is_flag=True, help="tell what would come of it, and write nothing")
@click.option("--show-input", is_flag=True, help="print what a program would be given, and end")
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@reports_problems
def draft(
    root: Path,
    texts: Path | None,
    article: str,
    source: str | None,
    timeout: float,
    dry_run: bool,
    show_input: bool,
    as_json: bool,
) -> bool:
    """Take in what an extractor proposes for ARTICLE: each proposal that its text proves becomes a draft."""
    if not (source or show_input):
        raise click.UsageError("name what proposes with --from; `briefbook add` drafts by the rules")
    opened = _with_file(opened_at(root, texts), article)
    given = given_article(opened.content, article, opened.prover(article).text)
    if show_input or not source:
        tell_json(given.model_dump(mode="json"))
        return True
    proposals = extracts(source, given, timeout).proposals
    opened = _with_file(opened_at(root, texts), article)  # as it is now: somebody may have saved it meanwhile
    path, before = _path(article), opened.written[_path(article)]
    intake = Intake(opened.prover(article), untouched_drafts(before, path, opened.content.articles[article]))
    outcomes = intake.outcomes(proposals)
    drafts = [outcome.drafted for outcome in outcomes if outcome.drafted]
    if drafts and not dry_run:
        filled = with_filled(before, path, [o.drafted for o in outcomes if o.drafted and o.fills])
        new = [outcome.drafted for outcome in outcomes if outcome.drafted and not outcome.fills]
        opened.with_facts(article, with_drafts(filled, new, intake.there)).write([article])
    _tell(outcomes, article, as_json=as_json, written=bool(drafts) and not dry_run)
    return bool(drafts) or all(outcome.is_known for outcome in outcomes)


@click.command()
@ROOT
@TEXTS
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--dry-run", is_flag=True, help="tell what would change, and write nothing")
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@reports_problems
def redraft(root: Path, texts: Path | None, articles: tuple[str, ...], dry_run: bool, as_json: bool) -> bool:
    """Make the drafts that nobody has touched anew, by today's rules and registries; all of them, or of ARTICLE."""
    opened = opened_at(root, texts)
    if unknown := next((article for article in articles if article not in opened.content.articles), ""):
        raise click.UsageError(f"no article has the id `{unknown}`" + _hint(unknown, opened.content.articles))
    told: list[dict[str, Any]] = []
    rewritten: list[str] = []
    for article in articles or opened.content.articles:
        if not known(opened.written[_path(article)]):
            if articles:
                told.append({"article": article, "left": "the rules drafted nothing here, or nothing remembers what"})
        elif not articles and opened.words(article) is None:
            told.append({"article": article, "left": "its text is not at hand"})
        else:
            new = _redrafted(opened, article)
            if new.text != opened.written[_path(article)]:
                opened = opened.with_facts(article, new.text)
                rewritten.append(article)
            kinds = {"changed": new.changed, "added": new.added, "gone": new.gone, "same": len(new.same)}
            told.append({"article": article, **kinds})
    if rewritten and not dry_run:
        opened.write(rewritten)
    if as_json:
        tell_json(told)
    else:
        tell("\n".join(map(_line, told)) or NOTHING)
    return True


def _redrafted(opened: Opened, article: str) -> Refreshed:
    prover = opened.prover(article)
    path = _path(article)
    return refreshed(opened.written[path], path, opened.content, prover.aliases, article, prover.text)


def _with_file(opened: Opened, article: str) -> Opened:
    """The dossier with a fact file for the article, as `add` begins one, where its text has none yet."""
    if article in opened.content.articles:
        return opened
    if _path(article) in opened.written:
        raise click.UsageError(f"the article `{article}` was taken down")
    if article not in opened.kept.texts:
        names = {*opened.content.articles, *opened.kept.texts}
        raise click.UsageError(f"no article has the id `{article}`" + _hint(article, names))
    if wrong := tuple(article_id_problems(article, Place(f"texts/{article}.txt"))):
        raise Malformed(*wrong)
    facts, _ = new_article(opened.written, ImportedText(opened.kept.texts[article]), article)
    written = {**opened.written, _path(article): without_drafts(facts, _path(article))}
    return replace(opened, content=pipeline.read(written), written=written)


def _tell(outcomes: Sequence[Outcome], article: str, *, as_json: bool, written: bool) -> None:
    """Prints what became of each proposal, and the counts."""
    counts = {kind: sum(outcome.kind == kind for outcome in outcomes) for kind in OUTCOMES}
    if as_json:
        proposals = [_machine(outcome) for outcome in outcomes]
        tell_json({"article": article, **counts, "proposals": proposals})
        return
    for outcome in outcomes:
        refused = [f"not proved: {outcome.refused}"] if outcome.refused else []
        reasons = "".join(f"\n    {reason}" for reason in (*outcome.mended, *outcome.left_out, *refused))
        what = outcome.drafted.draft.id if outcome.drafted else outcome.reason
        tell(f"{outcome.place}: {outcome.kind}: {what}{reasons}")
    tell(f"{_path(article)}: {'written' if written else 'unchanged'}")
    tell(", ".join(f"{count} {kind}" for kind, count in counts.items()))


def _machine(outcome: Outcome) -> dict[str, Any]:
    return {
        "number": outcome.number,
        "line": outcome.place.line,
        "column": outcome.place.column,
        "outcome": outcome.kind,
        "id": outcome.drafted.draft.id if outcome.drafted else None,
        "mended": outcome.mended,
        "left_out": outcome.left_out,
        "not_proved": outcome.refused or None,
        "reason": outcome.reason or None,
    }


def _line(told: Mapping[str, Any]) -> str:
    if "left" in told:
        return f"{told['article']}: left as it is: {told['left']}"
    parts = [f"{len(told[kind])} {kind} ({', '.join(told[kind])})" for kind in KINDS if told[kind]]
    return f"{told['article']}: {'; '.join([*parts, str(told['same']) + ' as they were'])}"


def _path(article: str) -> str:
    return f"{FACTS}{article}.yml"


def _lock_path(article: str) -> str:
    return f"seeds/{article}.lock"


def _hint(word: str, candidates: Iterable[str]) -> str:
    near = nearest(word, candidates)
    return f"; {near}" if near else ""
