"""The command that prints: the whole briefing as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from generator import files, pipeline
from generator.commands.console import ROOT, loaded, print_problems, reports_problems
from generator.problems import Malformed
from generator.publishing import site
from generator.publishing.pdf import pdf as printed
from generator.site.pages.print_edition import PATH, SHEET

OUT = click.Path(path_type=Path, dir_okay=False, writable=True)


@click.command()
@ROOT
@click.option("--out", type=OUT, default=Path("dossier.pdf"), show_default=True, help="the file to write")
@reports_problems
def pdf(root: Path, out: Path) -> bool:
    """Write the whole briefing, with numbered sources, as a PDF; needs the extra `pdf`."""
    briefing = loaded(root, None)
    found = pipeline.problems(briefing)
    if stopping := pipeline.stops_the_build(found):
        raise Malformed(*stopping)
    print_problems(found)
    address = site.address(root)
    pages = pipeline.pages(briefing, site.words(root), files.page(root, "method"), address)
    page, sheet = (held if isinstance(held, str) else held.decode() for held in (pages[PATH], pages[SHEET]))
    files.write(out, printed(page, sheet, address, briefing.content.site.edition))
    click.echo(f"{out} is written")
    return True
