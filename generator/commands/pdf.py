"""The command that prints: the whole briefing as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from generator import pipeline
from generator.commands import saving
from generator.commands.console import ROOT, loaded, print_problems, reports_problems, tell
from generator.publishing import site
from generator.publishing.pdf import pdf as printed

OUT = click.Path(path_type=Path, dir_okay=False)


@click.command()
@ROOT
@click.option("--out", type=OUT, default=Path("dossier.pdf"), show_default=True, help="the file to write")
@reports_problems
def pdf(root: Path, out: Path) -> bool:
    """Write the whole briefing, with numbered sources, as a PDF; needs the extra `pdf`."""
    briefing = loaded(root, None)
    print_problems(pipeline.check(briefing))
    page, sheet = pipeline.print_edition(root, briefing)
    where = out.resolve()  # a link stays one
    document = printed(page, sheet, site.address(root), briefing.content.site.edition)
    saving.save(where.parent, {where.name: document})
    tell(f"{out} is written")
    return True
