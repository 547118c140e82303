"""What pages say of several facts, or of there being none, is refuted by the published facts or stands."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from generator import assembly, files
from generator.analysis.derived import Derived
from generator.briefing import briefing
from generator.content.reading import read
from generator.publishing.html import plain
from generator.publishing.starter import examples
from tests.conftest import ROOT, Sites, laid_out
from tests.derived.checker import published, refuted
from tests.derived.making import BASE, as_the_core_reads, made, markdown_of, texts
from tests.derived.random_dossiers import dossiers

FAULTS = sorted(path for path in (Path(__file__).parent / "faults").iterdir())
NAMES = [path.name for path in FAULTS]


@cache
def made_of(case: Path) -> Mapping[str, str | bytes]:
    """The pages and files of a case; made once, since nothing changes them."""
    return made(texts(BASE, case))


@pytest.mark.parametrize("case", FAULTS, ids=NAMES)
def test_what_pages_once_said_is_refuted(case: Path, agrees: Callable[[Path, str], None]) -> None:
    """`before` holds pages as they were made when this was not looked at; `refuted.txt` what is wrong with them."""
    before = case / "before"
    once = {path.relative_to(before).as_posix(): path.read_bytes() for path in sorted(before.rglob("*.*"))}
    data = {path: page for path, page in made_of(case).items() if path.endswith(".json")}
    found = refuted({**data, "data/derived.json": b'{"derived": []}', **once})
    assert found
    agrees(case / "refuted.txt", "\n".join(found) + "\n")


@pytest.mark.parametrize("case", FAULTS, ids=NAMES)
def test_what_pages_say_now_stands(case: Path) -> None:
    assert refuted(made_of(case)) == []


def test_a_plain_page_is_read_as_the_builders_core_reads_it() -> None:
    pages = assembly.pages(briefing(read(texts(BASE)), {}, {}), files.words(), "")
    markdown = [markdown_of(page) for path, page in pages.items() if path.endswith(".md") and isinstance(page, str)]
    both = [(found.html, as_the_core_reads(text)) for text in markdown if (found := plain(text))]
    assert len(both) > len(markdown) / 2
    assert [core for plainly, core in both if plainly != core] == []


def test_a_derived_statement_that_the_facts_do_not_entail_is_refuted() -> None:
    """Each kind once, said falsely in the data alone."""
    files = made_of(FAULTS[NAMES.index("another-time")])
    rows = [
        {"kind": "silence", "subject": "one", "about": "sea", "facts": []},
        {"kind": "silence", "subject": "late", "about": "size", "facts": []},
        {"kind": "silence", "subject": "one", "about": "fair", "facts": []},
        {"kind": "unanswered", "subject": "two", "about": "tax", "facts": ["two-talks"]},
        {"kind": "agreement", "subject": "size", "about": "size", "facts": ["one-size", "two-size"]},
        {"kind": "agreement", "subject": "size", "about": "size", "facts": ["one-size"]},
        {"kind": "difference", "subject": "size", "about": "size", "facts": ["one-size", "late-size"]},
        {"kind": "development", "subject": "size", "about": "size", "facts": ["one-size", "late-size"]},
        {"kind": "compatible", "subject": "size", "about": "size", "facts": ["one-size", "late-size"]},
        {"kind": "verdict", "subject": "size", "about": "size", "facts": ["one-size", "late-size"], "says": "differ"},
        {"kind": "verdict", "subject": "size", "about": "size", "facts": ["one-size"], "says": "agree"},
    ]
    false = json.dumps({"derived": [{"pages": ["a.html"], **row} for row in rows]})
    assert refuted({**files, "data/derived.json": false}) == [
        f"data/derived.json: {what} (a.html); {why}"
        for what, why in (
            ("silence of one on sea", "one-size bears on it"),
            ("silence of late on size", "late-size bears on it"),
            ("silence of one on fair", "one-fair bears on it"),
            ("unanswered of two on tax", "two-talks does not bear on it"),
            ("agreement of size on size", "the answers are not the same"),
            ("agreement of size on size", "it is one voice"),
            ("difference of size on size", "no two answers of one time exclude one another"),
            ("development of size on size", "it is of no other time"),
            ("compatible of size on size", "the answers exclude one another"),
            ("verdict of size on size", "it is development"),
            ("verdict of size on size", "it is single"),
        )
    ]


def test_a_role_an_order_or_a_certainty_that_the_facts_do_not_entail_is_refuted() -> None:
    """Ada was at the fair and Bo was to be; the fair was on 2 March."""
    files = made_of(FAULTS[NAMES.index("met-by-a-plan")])
    rows = [
        ("role", "bo", "fair", ["one-plan"], "took-part", "it was planned"),
        ("role", "ada", "fair", ["one-plan"], "took-part", "no fact says so"),
        ("role", "bo", "talks", ["two-talks"], "took-part", "no fact says so"),
        ("role", "ada", "fair", ["one-fair"], "met", "bo was not there, as far as is plainly reported"),
        ("role", "norway", "talks", ["two-talks"], "acts", "it does not act in it"),
        ("role", "denmark", "fair", ["one-plan"], "acts", "it does not act in it"),
        ("role", "norway", "fair", ["one-fair"], "place", "it is not its place"),
        ("role", "norway", None, ["one-fair"], "made", "it is no commitment"),
        ("order", "fair", None, ["one-fair"], "on 2031-01-01", "it is on 2031-03-02"),
        ("order", "talks", None, ["two-talks"], "by 2031-12-31", "it is on 2031-03-01"),
        ("order", "fair", "talks", ["one-fair"], "after", "it is not reported to have been after it"),
        ("certainty", "fair", None, ["one-fair"], "reckoned", "it is stated"),
        ("certainty", "one", None, [], "inferred", "it is stated"),
        ("certainty", "one-fair", None, ["one-fair"], "stated", "it is not dated"),
        ("channel", "one-fair", None, ["one-fair"], "a clerk", "a fact has it without that channel"),
    ]
    false = [{"pages": ["a.html"], **dict(zip(KEYS, row, strict=False))} for row in rows]
    assert refuted({**files, "data/derived.json": json.dumps({"derived": false})}) == [
        f"data/derived.json: {kind} of {subject} on {about} (a.html); {why}" for kind, subject, about, _, _, why in rows
    ]


KEYS = ("kind", "subject", "about", "facts", "says")
FALSE: tuple[tuple[str, tuple[str, str, str | None, list[str], str | None], str], ...] = (
    ("plan-as-part", ("role", "denmark", "fair", ["one-plan"], "acts"), "it does not act in it"),
    ("plan-as-part", ("role", "norway", "fair", ["one-told"], "acts"), "it does not act in it"),
    ("plan-as-part", ("role", "cy", "fair", ["one-fair"], "met"), "they are not reported to have been together there"),
    (
        "met-of-other-facts",
        ("role", "ada", "fair", ["one-fair", "one-bo"], "met"),
        "they are not reported to have been together there",
    ),
    (
        "met-of-other-facts",
        ("role", "cy", "fair", ["one-cy"], "met"),
        "they are not reported to have been together there",
    ),
    ("former-office", ("role", "norway", "fair", ["one-fair"], "acts"), "it does not act in it"),
    ("former-office", ("role", "norway", None, ["one-ships"], "made"), "one-ships is not made"),
    ("maker-by-negation", ("role", "norway", None, ["one-ships"], "made"), "one-ships is not made"),
    ("maker-by-hearsay", ("role", "denmark", None, ["one-ships"], "made"), "one-ships is not made"),
    ("speaker-named", ("silence", "bo", "fish", [], None), "a fact of theirs bears on it"),
    ("statements-of-one-voice", ("unanswered", "cy", "fish", ["one-ada"], None), "a fact does not bear on it"),
    ("event-named-untied", ("silence", "two", "fair", [], None), "a fact of theirs bears on it"),
    ("event-asked-elsewhere", ("unanswered", "two", "fair", [], None), "two-many answers it, or tells of it"),
    ("theme-named-in-a-passage", ("silence", "two", "sea", [], None), "a passage of its names the theme"),
    ("theme-answered", ("silence", "two", "sea", [], None), "a fact of theirs bears on it"),
)


@pytest.mark.site
@pytest.mark.parametrize(("case", "row", "why"), FALSE, ids=[f"{case}-{row[1]}-{row[4]}" for case, row, _ in FALSE])
def test_strangers_refute_what_the_facts_do_not_entail(
    case: str, row: tuple[str, str, str | None, list[str], str | None], why: str, tmp_path: Path
) -> None:
    """Said falsely beside the true ones, it is refuted by the published program and by the checker alike."""
    made_files = made_of(FAULTS[NAMES.index(case)])
    whole = json.loads(made_files["data/derived.json"])
    kind, subject, about, facts, says = row
    statement = Derived(kind, subject, about or "", tuple(facts), says or "")  # type: ignore[arg-type]
    false = {"id": statement.id, "pages": ["a.html"], **dict(zip(KEYS, row, strict=True))}
    told = {**made_files, "data/derived.json": json.dumps({**whole, "derived": [*whole["derived"], false]})}
    for path, file in told.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(file.encode() if isinstance(file, str) else file)
    done = subprocess.run([sys.executable, tmp_path / "verify.py"], capture_output=True, text=True, check=False)
    lines = re.findall(r"^refuted: (.*\.html\).*)$", done.stdout, re.MULTILINE)
    assert lines == [f"{row[0]} of {row[1]} on {row[2] or '-'} (a.html): {why}"]
    assert len(refuted(told)) == 1


def test_this_dossier_says_no_more_than_its_facts(site: Path) -> None:
    files = published(site)
    assert refuted(files) == []
    kinds = Counter(row["kind"] for row in json.loads(files["data/derived.json"])["derived"] for _ in row["pages"])
    assert min(kinds[kind] for kind in ("silence", "unanswered", "agreement", "difference")) > 10
    assert kinds["development"] > 5  # two months have few questions that both answer, and otherwise
    assert min(kinds[kind] for kind in ("compatible", "verdict", "role", "order", "certainty", "channel")) > 20


def test_the_second_dossier_says_no_more_than_its_facts(sites: Sites) -> None:
    assert refuted(published(sites("second", lambda root: laid_out(root, "second"), "mkdocs"))) == []


def test_the_starter_says_no_more_than_its_facts() -> None:
    handbook = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    content = {path: text for path, text in examples(handbook).items() if path.endswith(".yml")}
    assert refuted(made(content)) == []


@settings(max_examples=60, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # a dossier takes too long to shrink
@given(dossiers())
def test_no_dossier_makes_a_page_say_more_than_its_facts(dossier: dict[str, str]) -> None:
    assert refuted(made(dossier)) == []
