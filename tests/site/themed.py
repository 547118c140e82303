"""Pages as the site shows them, of a site that is not built."""

from collections.abc import Collection, Mapping
from pathlib import Path

from generator import files
from generator.content.site import Site
from generator.publishing.frame import Frame
from generator.publishing.site import write_theme
from generator.site.parts.page import built
from tests.folders import ROOT


def in_theme(root: Path, site: Site, pages: Mapping[str, str], paths: Collection[str]) -> Path:
    """The folder of some pages, with the files of the theme; `paths` are all of their site."""
    files.write(root / "mkdocs.yml", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    write_theme(root, site)
    frame, shown = Frame(root, site.edition), root / "site"
    for path, text in pages.items():
        files.write(shown / built(path), frame.any(path, text, paths))
    for path, source in frame.theme_files().items():
        files.write(shown / path, Path(source).read_bytes())
    return shown
