"""Commands that write: the site, the locks of articles, and the schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from generator import files, pipeline
from generator.commands import saving
from generator.commands.console import ROOT, loaded, print_problems, reports_problems, tell
from generator.commands.locking import FROZEN, is_frozen, with_locks
from generator.content import schema as schemas
from generator.content.ids import ids_schema
from generator.measures.ledger import ledger
from generator.publishing import site

NO_ADDRESS = (
    "mkdocs.yml: `site_url` is empty, so feeds, calendar and citations have no whole addresses, and there is no "
    "image for links from other sites, no map of the site for search engines, and no canonical address; a missing "
    "page is plain"
)


@click.command()
@ROOT
@click.option("--force", is_flag=True, help="build even if nothing changed")
@FROZEN
@reports_problems
def build(root: Path, force: bool, frozen: bool) -> bool:
    """Build the site into `site/`; what is there stays until the new one is whole."""
    site.recover_swap(root)
    stamp = site.stamp(root, files.inputs(root))
    if not force and site.is_current(root, stamp):
        tell("site/ is up to date")
        return True
    briefing = loaded(root, None) if is_frozen(frozen) else with_locks(root, None)
    print_problems(pipeline.check(briefing))
    assembled = pipeline.assemble(root, briefing)
    pipeline.build(root, briefing, assembled, stamp)
    tell(f"{ledger(briefing)}\nsite/ has {len(assembled.files)} pages and files")
    if not site.address(root):
        tell(NO_ADDRESS, err=True)
    return True


@click.command()
@ROOT
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@reports_problems
def lock(root: Path, paths: tuple[Path, ...]) -> bool:
    """Write the locks of articles from their texts, `<article>.txt`."""
    texts = {path.stem: files.read(path, str(path)) for path in paths}
    content = pipeline.read(files.content(root))
    for article, text in texts.items():
        if article not in content.articles:
            raise click.UsageError(f"no article has the id `{article}`: name the text after its article")
        where = f"seeds/{article}.lock"
        changed = saving.save(root, {where: pipeline.lock(content, article, text)})
        tell(f"{root / where}: {'written' if changed else 'unchanged'}")
        for fact, marks in pipeline.settled(content, article, text).items() if changed else ():
            tell(f"  {fact}: signed as read again, {', '.join(marks)}")
    return True


@click.command()
@ROOT
@reports_problems
def schema(root: Path) -> bool:
    """Write the JSON Schema of every kind of file and of what extractors are handed, and the ids of this dossier."""
    written = {**schemas.schemas(), **schemas.extraction_schemas()}
    written |= [ids_schema(files.content(root))]
    saving.save(root, {f"schema/{name}": text for name, text in written.items()})
    return True
