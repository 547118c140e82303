"""Commands that check: the rules, the evidence against full texts, and what covers each paragraph."""

from __future__ import annotations

from pathlib import Path

import click

from generator import pipeline
from generator.briefing import Briefing
from generator.commands.console import FOLDER, ROOT, TEXTS, loaded, print_problems, reports_problems, tell
from generator.commands.crew import crew_of, kept_in, with_crew
from generator.commands.locking import FROZEN, is_frozen, with_locks
from generator.commands.progress import watched
from generator.evidence.source import FullText
from generator.evidence.verdict import Verdict
from generator.measures.coverage import coverage as coverage_of
from generator.measures.ledger import ledger
from generator.work.executors import uncollected


@click.command()
@ROOT
@TEXTS
@click.option("--only", metavar="ARTICLE", help="show the problems of one article's files alone")
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@click.option("--github", is_flag=True, help="print as annotations of a workflow")
@click.option(
    "--strict", is_flag=True, help="refuse what may not be published: what is to be read again, days after the edition"
)
@FROZEN
@with_crew
@reports_problems
@watched
def check(
    root: Path,
    texts: Path | None,
    only: str | None,
    as_json: bool,
    github: bool,
    strict: bool,
    frozen: bool,
    jobs: int | None,
    scheduler: str | None,
) -> bool:
    """Run every rule, and print what was performed.

    Where articles' texts are, locks that are behind are written first; not in a workflow, which commits nothing.
    """
    keeps = is_frozen(frozen, github)
    with uncollected(), kept_in(root) as store, crew_of(root, jobs, scheduler, store) as crew:
        briefing = loaded(root, texts, crew) if keeps else with_locks(root, texts, crew, only=only, err=as_json)
        problems = pipeline.problems(briefing, store)
        if only:
            problems = tuple(problem for problem in problems if f"/{only}." in problem.place.path)
        print_problems(problems, github=github, as_json=as_json, ledger=ledger(briefing))
    return pipeline.is_clean(problems) and (pipeline.may_be_published(problems) or not strict)


@click.command()
@ROOT
@click.option("--texts", type=FOLDER, required=True, help="a folder of articles' texts")
@reports_problems
def verify(root: Path, texts: Path) -> bool:
    """Repeat every check against full texts, found by their SHA-256 or their name."""
    briefing = loaded(root, texts)
    problems = pipeline.problems(briefing)
    for article in briefing.articles:
        tell(f"{article}: {_coverage_line(briefing, article)}")
    print_problems(problems, ledger=ledger(briefing))
    return not problems


@click.command()
@ROOT
@TEXTS
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@reports_problems
def coverage(root: Path, texts: Path | None, articles: tuple[str, ...]) -> bool:
    """Print, paragraph by paragraph, what covers an article."""
    briefing = loaded(root, texts)
    for article in articles or briefing.articles:
        if article not in briefing.articles:
            raise click.UsageError(f"no article has the id `{article}`")
        tell(article)
        for paragraph in coverage_of(briefing, article):
            what = " ".join(fact.id for fact in paragraph.facts) or paragraph.because or paragraph.state
            untouched = ", ".join(map(str, paragraph.untouched))
            tell(f"  {paragraph.number:>3}  {what}" + (f"  (untouched: {untouched})" if untouched else ""))
    return True


def _coverage_line(briefing: Briefing, article: str) -> str:
    """What was compared with what, and how many facts stand in it."""
    source, locked = briefing.source(article), briefing.locks.get(article)
    facts = briefing.facts_in(article)
    stand = sum(fact.verdict is Verdict.PROVED for fact in facts)
    if not isinstance(source, FullText):
        return f"no text in the folder; {stand} of {len(facts)} facts proved by the lock"
    which = "the locked text" if locked and locked.sha256 == source.sha256 else "another copy of the text"
    fallen = [fact.id for fact in facts if fact.verdict is not Verdict.PROVED]
    return f"{which}; {stand} of {len(facts)} facts stand" + (f"; not: {', '.join(fallen)}" if fallen else "")
