"""The whole way of a new article, as a curator goes it: taken in, drafted, worded, checked, compared, published."""

from pathlib import Path

import pytest
from lxml import html

from tests import resident
from tests.folders import ROOT
from tests.repositories import ENVIRONMENT, committed, git, repository

pytestmark = pytest.mark.site

ARTICLE = """Grid operator says the North Link is on time

OSLO, 10 June 2024 - Jane Doe, Norway's energy minister, said on Monday that the North Link would open in 2027.

"We have bought 300 kilometres of cable, and the ships are ready to lay it," Doe told reporters in Oslo.

Denmark will build a converter station at its end of the cable, according to the Danish government.

Share this article with your friends
"""
ID = "2024-06-10-on-time"
# What the curator makes of each draft: its id, `say`, passage, and whatever else stands under it.
WORDED = {
    "on-time-opening": (
        "Jane Doe said that the North Link was going to open in 2027.",
        "the North Link would open in 2027",
        "    who: jane-doe\n    about: [energy-links, norway]\n    when: 2027\n",
    ),
    "on-time-cable-bought": (
        "Norway, said Jane Doe, owns 300 kilometres of cable by now.",
        "We have bought 300 kilometres of cable",
        "    who: jane-doe\n    named: {norway: 2}\n    about: [energy-links]\n    kind: figure\n",
    ),
    "on-time-station": (
        "Denmark is going to add a converter station on its side.",
        "build a converter station at its end",
        "    via: the Danish government\n    about: [energy-links]\n    kind: commitment\n",
    ),
}


def briefbook(root: Path, *arguments: str, status: int = 0) -> str:
    done = resident.briefbook(*arguments, cwd=root, env=ENVIRONMENT)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a dossier's repository."""
    origin = repository(tmp_path / "origin")
    plan = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (origin / "mkdocs.yml").write_text(plan.replace("The Paris summits on Ukraine, 2025", "The North Link"), "utf-8")
    committed(origin, "The builder's plan")
    git(tmp_path, "clone", "--quiet", str(origin), "clone")
    return tmp_path / "clone"


def worded(drafted: str) -> str:
    """The drafted file as the curator leaves it: the record kept, each draft worded, the boilerplate skipped."""
    record, skipped = (
        drafted[: drafted.index("facts:")],
        drafted[drafted.index("skip:") : drafted.index("# Names that")],
    )
    facts = [
        f"  - id: {id}\n    say: {say}\n    passage: {passage}\n{more}" for id, (say, passage, more) in WORDED.items()
    ]
    return f"{record.replace('curation: open', 'curation: complete')}facts:\n{''.join(facts)}{skipped}"


def test_a_new_article_becomes_facts_on_the_pages(clone: Path, tmp_path: Path) -> None:
    arrived = tmp_path / "arrived.txt"
    arrived.write_text(ARTICLE, encoding="utf-8")
    briefbook(clone, "add", str(arrived), "--id", ID)
    path = clone / "content" / "facts" / f"{ID}.yml"
    drafted = path.read_text(encoding="utf-8")
    assert drafted.count("status: draft") == len(WORDED)
    assert all(passage in drafted for _, passage, _ in WORDED.values())

    path.write_text(worded(drafted), encoding="utf-8")
    assert "AFTER-EDITION" in briefbook(clone, "check", "--strict", status=1)
    site = clone / "content" / "site.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("edition: 2024-06-04", "edition: 2024-06-10"), "utf-8")
    briefbook(clone, "lock", f"texts/{ID}.txt")
    briefbook(clone, "check")
    told = briefbook(clone, "diff", "HEAD")
    assert "Facts added (3)\n" in told
    assert all(say in told for say, _, _ in WORDED.values())

    briefbook(clone, "build")
    opening, bought, station = (say for say, _, _ in WORDED.values())
    shown = {
        f"articles/{ID}.html": {opening, bought, station},
        "leaders/jane-doe.html": {opening, bought},
        "countries/norway.html": {opening, bought},
        "countries/denmark.html": {station},
        "themes/energy-links.html": {opening, bought, station},
    }
    for page, says in shown.items():
        found = {" ".join("".join(p.itertext()).split()) for p in html.parse(str(clone / "site" / page)).iter("p")}
        assert says <= found, page
