"""The program knows no subject: nobody and nothing that this repository's dossier registers stands in it."""

import re
from collections.abc import Iterator

from generator import files, pipeline
from generator.content.reading import Content
from generator.publishing.starter import starter
from tests.folders import ROOT
from tests.test_handbook import CONTENT

PROGRAM = ROOT / "generator"
ALL_COUNTRIES = "generator/content/country_table.py"  # of no subject, because every one is there
# What the program needs of the world, on any subject.
NEEDED = {
    "British": "the language of the interface",
    "French": "a language of articles",
    "US": "a currency; and a name in capitals that is also a word",
    "U.S.": "an abbreviation with full stops",
    "EU": "a name in capitals",
}


def spellings(content: Content) -> Iterator[str]:
    """Every name, alias and place that a dossier registers."""
    for registry in (content.leaders, content.countries, content.organisations, content.publishers):
        for entry in registry.values():
            yield from entry.names
    for event in content.events.values():
        yield from (event.name, *event.aliases, event.place or event.name)
    yield from (theme.name for theme in content.themes.values())


def test_the_program_names_nobody_of_this_dossier() -> None:
    invented = set(spellings(pipeline.read(CONTENT)))
    names = set(spellings(pipeline.read(files.content(ROOT)))) - invented - NEEDED.keys()
    assert len(names) > 100
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
    files_of = (path for path in sorted(PROGRAM.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    read = [path for path in files_of if path.suffix != ".ttf" and path != ROOT / ALL_COUNTRIES]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in read}
    texts |= {f"starter: {name}": data.decode() for name, data in starter().items()}
    found = {name: pattern.findall(text) for name, text in texts.items()}
    assert {path: sorted(set(words)) for path, words in found.items() if words} == {}


def test_every_exception_is_needed() -> None:
    texts = [path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py")]
    texts.append((PROGRAM / "pages" / "method.md").read_text(encoding="utf-8"))
    texts.append((PROGRAM / "words" / "en.yml").read_text(encoding="utf-8"))
    assert [word for word in NEEDED if not any(word in text for text in texts)] == []
