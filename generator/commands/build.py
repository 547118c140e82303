"""Commands that write: the site, the locks of articles, and the schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from generator import files
from generator.commands.console import ROOT, loaded, print_problems, reports_problems, tell
from generator.commands.crew import crew_of, with_crew
from generator.commands.locking import FROZEN, is_frozen, with_locks
from generator.commands.progress import watched
from generator.publishing import live_folder, made, swap
from generator.publishing import stamp as stamps
from generator.work.digests import program
from generator.work.executors import Crew
from generator.work.store import Store

NO_ADDRESS = (
    "mkdocs.yml: `site_url` is empty, so feeds, calendar and citations have no whole addresses, and there is no "
    "image for links from other sites, no map of the site for search engines, and no canonical address; a missing "
    "page is plain"
)
BUILDER_ALONE = "mkdocs.yml has {setting}, which is not known here: MkDocs built each page itself, which takes longer"


@click.command()
@ROOT
@click.option("--force", is_flag=True, help="build even if nothing changed")
@click.option("--whole", is_flag=True, help="let MkDocs build every page too, and compare; for what is published")
@FROZEN
@with_crew
@reports_problems
@watched
def build(root: Path, force: bool, whole: bool, frozen: bool, jobs: int | None, scheduler: str | None) -> bool:
    """Build the site into `site/`; what is there stays until the new one is whole."""
    with swap.build_lock(root / "build"), Store(root / "build") as store:  # whoever waited reads what is there then
        swap.recover(root / "build", root / "site")
        live_folder.clear(root / "build")
        swap.refuse_others(root / "site")
        store.program = program(store)
        stamp = stamps.stamp(root, files.inputs(root), store)
        if not (force or whole) and stamps.is_current(root, stamp):
            tell("site/ is up to date")
            return True
        made.refuse_others(root)
        with crew_of(root, jobs, scheduler, None if whole else store) as crew:
            _build(root, stamp, crew, frozen=frozen, whole=whole)
        if stamps.stamp(root, files.inputs(root), store) != stamp:
            stamps.forget(root)
        return True


def _build(root: Path, stamp: str, crew: Crew, *, frozen: bool, whole: bool) -> None:
    from generator import pipeline  # nothing of this is waited for where nothing changed
    from generator.measures.ledger import ledger
    from generator.publishing import builders, site

    builders.installed()  # or a problem
    briefing = loaded(root, None, crew) if is_frozen(frozen) else with_locks(root, None, crew)
    print_problems(pipeline.check(briefing, crew.store))
    number = pipeline.build(root, briefing, stamp, crew, whole=whole)
    tell(f"{ledger(briefing)}\nsite/ has {number} pages and files")
    if not site.address(root):
        tell(NO_ADDRESS, err=True)
    if setting := site.unknown_setting(root):
        tell(BUILDER_ALONE.format(setting=setting), err=True)


@click.command()
@ROOT
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@reports_problems
def lock(root: Path, paths: tuple[Path, ...]) -> bool:
    """Write the locks of articles from their texts, `<article>.txt`."""
    from generator import lockfiles, pipeline
    from generator.commands import saving

    texts = {path.stem: files.read(path, str(path)) for path in paths}
    content = pipeline.read(files.content(root))
    for article, text in texts.items():
        if article not in content.articles:
            raise click.UsageError(f"no article has the id `{article}`: name the text after its article")
        where = f"seeds/{article}.lock"
        changed = saving.save(root, {where: lockfiles.from_text(content, article, text)})
        tell(f"{root / where}: {'written' if changed else 'unchanged'}")
        for fact, marks in lockfiles.settled(content, article, text).items() if changed else ():
            tell(f"  {fact}: signed as read again, {', '.join(marks)}")
    return True


@click.command()
@ROOT
@reports_problems
def schema(root: Path) -> bool:
    """Write the JSON Schema of every kind of file and of what extractors are handed, and the ids of this dossier."""
    from generator.commands import saving
    from generator.content import schema as schemas
    from generator.content.ids import ids_schema

    written = {**schemas.schemas(), **schemas.extraction_schemas()}
    written |= [ids_schema(files.content(root))]
    saving.save(root, {f"schema/{name}": text for name, text in written.items()})
    return True
