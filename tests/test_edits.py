"""Forty slips of the hand: each is told at its place, with what to do; the whole of it stands in `edits.txt`."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import files, pipeline
from generator.problems import Malformed, Problem
from tests.folders import HERE

LONG, FRENCH = "content/facts/2031-04-02-glass-beetle.yml", "content/facts/2031-04-05-scarabee-de-verre.yml"
SHORT, SITE = "content/facts/2031-04-06-gate-locked.yml", "content/site.yml"
LEADERS, THEMES, QUESTIONS = "content/leaders.yml", "content/themes.yml", "content/questions.yml"
BODIES, PUBLISHERS = "content/organisations.yml", "content/publishers.yml"
Change = Callable[[Path], object]


def swap(path: str, old: str, new: str) -> Change:
    """One place of a file, edited."""

    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old, text.count(old))
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def append(path: str, more: str) -> Change:
    return lambda root: (root / path).write_text((root / path).read_text(encoding="utf-8") + more, encoding="utf-8")


def whole(path: str, data: bytes) -> Change:
    return lambda root: (root / path).write_bytes(data)


def huge(root: Path) -> None:
    """50 MB that take no room on the disk."""
    with (root / THEMES).open("r+b") as file:
        file.truncate(50_000_000)


def latin(root: Path) -> None:
    (root / LEADERS).write_bytes((root / LEADERS).read_text(encoding="utf-8").encode("latin-1", "ignore"))


def renamed(old: str, new: str) -> Change:
    return lambda root: (root / old).rename(root / new)


def merged(root: Path) -> None:
    """A conflict that nobody resolved."""
    ours = "    say: There were 19 beetles in the lowest hall, as Lantern Wire reported.\n"
    marked = f"<<<<<<< HEAD\n{ours}=======\n    say: Nineteen beetles were left.\n>>>>>>> other\n"
    swap(SHORT, ours, marked)(root)


EDITS: dict[str, Change] = {
    # keys
    "a key mistyped": swap(SHORT, "published: 2031-04-06", "publised: 2031-04-06"),
    "a key of a fact mistyped": swap(LONG, "    via: Lantern Wire", "    vai: Lantern Wire"),
    "a key that no record has": swap(SITE, "rights:", "author: me\nrights:"),
    "a key twice": swap(LONG, "    via: Lantern Wire", "    via: Lantern Wire\n    via: her friends"),
    "a key without its value": swap(LONG, "passage: twenty-one points of pale light", "passage:"),
    "a required key left out": swap(LONG, "    passage: wings break at the touch of warm air\n", ""),
    "a capital in a key": swap(SITE, "edition:", "Edition:"),
    # the shape of YAML
    "a missing colon": swap(THEMES, "  name: Who may see it", "  name Who may see it"),
    "a missing space after a colon": swap(SITE, "title: The", "title:The"),
    "a tab for indentation": swap(THEMES, "  name: Who", "\tname: Who"),
    "one space too few": swap(LONG, "    who: ilse-marrow", "   who: ilse-marrow"),
    "one space too many": swap(LONG, "    who: ilse-marrow", "     who: ilse-marrow"),
    "a dash forgotten": swap(LONG, "  - id: beetle-closed-door", "    id: beetle-closed-door"),
    "a quotation mark not closed": swap(LONG, 'in 2019"', "in 2019"),
    "a colon inside a text": swap(LONG, "say: Warm air", "say: Note: warm air"),
    "a text that begins with a quotation": swap(LONG, "say: Warm air breaks", "say: 'Warm' air breaks"),
    "a bracket not closed": swap(SITE, "from: [beetle-found]}", "from: [beetle-found}"),
    "a comma inside an entry on one line": swap(SITE, '"€14,400"', "€14,400"),
    "merge markers": merged,
    "an anchor and its alias": swap(LONG, "say: Warm air", "say: &air Warm air"),
    # values
    "31 June": swap(LONG, "published: 2031-04-02", "published: 2031-06-31"),
    "a date as people say it": swap(SITE, "2031-04-08", "8 April 2031"),
    "Norway's no, without its capitals": whole(
        "content/countries.yml", b"- {id: norway, name: Norway, code: no, background: for the test}\n"
    ),
    "a list where a text should be": swap(LONG, "who: ilse-marrow", "who: [ilse-marrow, yael-bar-on]"),
    "a text where a list should be": swap(LEADERS, "aliases: [Marrow]", "aliases: Marrow"),
    "a word that the field does not know": swap(FRENCH, "language: fr", "language: french"),
    # ids
    "an id mistyped": swap(LONG, "who: ilse-marrow", "who: ilse-marow"),
    "a leader deleted but still named": swap(
        LEADERS, "- {id: ilse-marrow, name: Ilse Marrow, aliases: [Marrow]}\n", ""
    ),
    "an id renamed in one place": swap(LONG, "- id: beetle-found", "- id: beetle-seen"),
    "an id with a capital and a space": swap(THEMES, "id: the-animal", "id: The Animal"),
    "an id given out twice": swap(SHORT, "- id: gate-count", "- id: verre-count"),
    "a theme where a leader should be": swap(LONG, "who: ilse-marrow", "who: access"),
    # facts and their article
    "a passage from another article": swap(
        SHORT, "passage: 19 beetles in the lowest", "passage: a polite word for a closed door"
    ),
    "a word of a passage changed": swap(LONG, "passage: wings break at the", "passage: wings broke at the"),
    "a number changed": swap(LONG, "would let 12 people", "would let 20 people"),
    "a passage that begins behind its negation": swap(
        FRENCH, "« Nous n’avons pas le droit de nous tromper »", "le droit de nous tromper"
    ),
    # files
    "a file in Latin-1": latin,
    "an empty file": whole(BODIES, b""),
    "a file of 50 MB": huge,
    "a file with another ending": renamed(PUBLISHERS, "content/publishers.yaml"),
    "an article's file misnamed": renamed(SHORT, "content/facts/2031-04-06-gate-lockd.yml"),
}


def problems_of(root: Path) -> tuple[Problem, ...]:
    try:
        return pipeline.problems(pipeline.load(files.content(root), files.article_texts(root)))
    except Malformed as malformed:
        return malformed.problems


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Problem, ...]]:
    """What is said of the second dossier after each edit."""
    found = {}
    for name, change in EDITS.items():
        root = tmp_path_factory.mktemp("edit") / "dossier"
        shutil.copytree(HERE / "second", root)
        change(root)
        found[name] = problems_of(root)
        shutil.rmtree(root)
    return found


def test_every_slip_is_told(reported: dict[str, tuple[Problem, ...]], agrees: Callable[[Path, str], None]) -> None:
    assert len(EDITS) >= 40
    parts = [f"## {name}\n" + "".join(f"{problem}\n" for problem in problems) for name, problems in reported.items()]
    agrees(HERE / "edits.txt", "\n".join(parts))


@pytest.mark.parametrize("name", EDITS)
def test_every_slip_is_told_with_its_place_and_what_to_do(name: str, reported: dict[str, tuple[Problem, ...]]) -> None:
    assert reported[name]
    assert [str(problem) for problem in reported[name] if not (problem.remedy or "expected" in problem.what)] == []
    assert [str(p) for p in reported[name] if not re.match(r"[a-z]+/[a-z0-9/.-]+$", p.place.path)] == []
