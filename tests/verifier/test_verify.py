"""`verify.py` of the site, run as a stranger runs it: it counts what the site counts, and sees whatever was changed."""

import ast
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import Phase, given, settings

from generator import assembly, files, lockfiles, pipeline
from generator.analysis.derived import Derived, Kind
from generator.files import ArticleTexts
from generator.measures.ledger import ledger
from generator.site.parts.page import built
from generator.verifier.bundle import PROGRAM, SHARED, TABLES
from tests.conftest import ROOT
from tests.derived.making import made
from tests.derived.random_dossiers import dossiers
from tests.folders import HERE, article_texts_of, edited, texts_of
from tests.resident import Process, verified

pytestmark = pytest.mark.site

DOSSIERS = {"paris": ROOT, "small": HERE / "small", "second": HERE / "second"}
LOCK = "data/locks/2031-04-02-glass-beetle.lock"
FACTS = "data/facts.json"
SHIPPED = ROOT / "generator" / "verifier" / "shipped"
FIGURES = ROOT / "generator" / "evidence" / "figures.py"  # the one module that is shipped as it is used here
CLAUSE = re.compile(r"^([\w ]+): “([^”]+)”")  # so begins the docstring of what checks a clause
NOT_REPEATED = "Other sentences"  # the program says so itself
Change = Callable[[dict[str, Any]], None]


def lay_out(texts: Mapping[str, str], target: Path) -> str:
    """The files that the program reads, from the pages of a dossier; and what its own checks counted."""
    briefing = pipeline.load(texts, article_texts_of(texts))
    publish(assembly.pages(briefing, files.words(), ""), target)
    return printed(ledger(briefing).as_numbers())


def publish(pages: Mapping[str, str | bytes], target: Path) -> None:
    """A page as it is before the builder, which leaves the marks of elements as they are."""
    for path, held in pages.items():
        if path in PROGRAM or re.fullmatch(
            r"data/(locks/)?[a-z0-9-]+\.(json|lock)|search/[a-z0-9-]+\.js|.*\.(md|html)", path
        ):
            files.write(target / built(path), held)


def printed(counted: dict[str, Any]) -> str:
    """The same numbers as the program prints them."""
    kinds = [
        f"{kind}: {', '.join(f'{n} {answer}' for answer, n in known.items())}"
        for kind, known in counted["checks"].items()
    ]
    sizes = [f"{name}: {counted[name]}" for name in ("paragraphs", "accounted", "sentences", "touched")]
    return "\n".join([*kinds, *sizes]) + "\n"


def verify(site: Path, *options: str) -> Process:
    """Without anything that is installed, by a process that has compiled the program."""
    return verified(site, *options)


def verify_anew(site: Path, *options: str) -> Process:
    """The same by a start of Python, as everybody's is."""
    command = [sys.executable, "-S", str(site / "verify.py"), *options]
    return subprocess.run(
        command, cwd="/", capture_output=True, text=True, check=False, env={"PYTHONIOENCODING": "utf-8"}
    )


@pytest.fixture(scope="module", params=DOSSIERS)
def dossier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    folder, target = DOSSIERS[request.param], tmp_path_factory.mktemp(request.param)
    return folder, target, lay_out(texts_of(folder), target)


def test_it_counts_what_the_site_counts(dossier: tuple[Path, Path, str]) -> None:
    _, site, counted = dossier
    done = verify_anew(site)
    again = verify(site)
    assert (again.returncode, again.stdout, again.stderr) == (done.returncode, done.stdout, done.stderr)
    assert (done.returncode, done.stderr) == (0, "")
    assert counted in done.stdout
    assert done.stdout.endswith("all is proved\n")


def test_texts_are_held_against_their_locks(dossier: tuple[Path, Path, str]) -> None:
    folder, site, counted = dossier
    texts = folder / ("texts" if list(folder.glob("texts/*.txt")) else "seeds")
    done = verify(site, "--texts", str(texts))
    assert (done.returncode, done.stderr) == (0, "")
    assert counted in done.stdout
    assert done.stdout.count(": text and lock\n") == len(list(texts.glob("*.txt")))


def test_what_nobody_has_read_counts_for_nothing(tmp_path: Path) -> None:
    """An article with drafts alone, as `add` writes it: neither its paragraphs nor its lock are published."""
    texts = texts_of(HERE / "small")
    draft = "facts:\n  - {id: ferry-draft, say: '', passage: the ferry stays in harbour, about: [], status: draft}\n"
    record = "article: {title: The ferry stays, published: 2024-06-03, origin: unknown, curation: open}\n"
    new = {"content/facts/ferry.yml": record + draft, "seeds/ferry.txt": "On Monday the ferry stays in harbour.\n"}
    counted = lay_out(texts | new, tmp_path / "site")
    assert counted == lay_out(texts, tmp_path / "before")
    done = verify(tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert counted in done.stdout
    assert done.stdout.endswith("all is proved\n")
    assert [path.stem for path in sorted(tmp_path.glob("site/data/locks/*"))] == ["bergen-march", "oslo-cable"]


@pytest.fixture(scope="module")
def beetle(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    target = tmp_path_factory.mktemp("beetle")
    lay_out(texts_of(DOSSIERS["second"]), target)
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def laid_out(target: Path, beetle: dict[str, bytes]) -> Path:
    for path, held in beetle.items():
        files.write(target / path, held)
    return target


def in_fact(id: str, **changes: object) -> Change:
    def change(whole: dict[str, Any]) -> None:
        next(fact for fact in whole["facts"] if fact["id"] == id).update(changes)

    return change


def in_passage(id: str, before: str, after: str) -> Change:
    def change(whole: dict[str, Any]) -> None:
        passage = next(fact for fact in whole["facts"] if fact["id"] == id)["passages"][0]
        assert before in passage["text"]
        passage["text"] = passage["text"].replace(before, after)

    return change


def without(id: str) -> Change:
    def change(whole: dict[str, Any]) -> None:
        whole["facts"] = [fact for fact in whole["facts"] if fact["id"] != id]

    return change


def with_another(like: str, **changes: object) -> Change:
    def change(whole: dict[str, Any]) -> None:
        fact = next(fact for fact in whole["facts"] if fact["id"] == like)
        whole["facts"].append({**fact, "id": "beetle-new", **changes})

    return change


def without_channels(whole: dict[str, Any]) -> None:
    for fact in whole["facts"]:
        fact["via"] = None


def with_limit(name: str, value: int) -> Change:
    return lambda whole: whole["limits"].update({name: value})


NUMBER = "A wall between the halls had five beetles."
VERSION = "A wall between the halls, in version 1.2.3, had 4 beetles."
NAME = "Ilse Marrow saw 21 shining beetles in the lowest hall."
CAPITAL = "Noura al-Hamed saw 21 shining Scorpions in the lowest hall."
SPOKEN = 'Ilse Marrow called the limit "a polite word for an open door".'
COPIED = "Noura al-Hamed had been crawling for six hours when her lamp failed."
WORDING = "The wings are broken by warm air."
# A change of the facts, the end of the program, and all that it says against it.
CHANGES: dict[str, tuple[Change, int, list[str]]] = {
    "number": (in_fact("beetle-ropes", say=NUMBER), 1, ["refuted: beetle-ropes: number `5` is not there"]),
    "version": (in_fact("beetle-ropes", say=VERSION), 1, ["refuted: beetle-ropes: number `unread 1.2.3` is not there"]),
    "name": (in_fact("beetle-found", say=NAME), 1, ["refuted: beetle-found: name `ilse-marrow` is not there"]),
    "capital": (in_fact("beetle-found", say=CAPITAL), 1, ["refuted: beetle-found: name `Scorpions` is not there"]),
    "quotation": (in_fact("beetle-closed-door", say=SPOKEN), 1, ["refuted: beetle-closed-door: quotation"]),
    "speaker": (in_fact("beetle-name", who="yael-bar-on"), 1, ["refuted: beetle-name: speaker `yael-bar-on`"]),
    "channel": (in_fact("beetle-closed-door", via="Cave Museum"), 1, ["refuted: beetle-closed-door: channel"]),
    "answer": (in_fact("beetle-found", answers={"beetles": "22"}), 1, ["refuted: beetle-found: number `22`"]),
    "wording": (in_fact("beetle-wings", say=WORDING), 1, ["cannot check: beetle-wings: own words"]),
    "passage": (
        in_passage("beetle-ropes", "4 beetles", "5 beetles"),
        1,
        ["cannot check: beetle-ropes: nothing proves"],
    ),
    "paragraph": (in_passage("beetle-ropes", "4 beetles", "4 beetles,"), 1, ["cannot check: beetle-ropes: nothing"]),
    "removed": (without("beetle-ropes"), 1, ["refuted: 2031-04-02-glass-beetle: "]),
    "added": (with_another("beetle-ropes"), 1, ["refuted: the site counts other checks of the kind number"]),
    "kind": (without_channels, 1, ["refuted: the site counts other checks of the kind channel"]),
    "limit": (
        with_limit("passage_words", 6),
        1,
        ["refuted: beetle-six-hours: `crawling for six hours when her lamp` is"],
    ),
    "share": (with_limit("article_percent", 5), 1, ["refuted: 2031-04-02-glass-beetle: more is quoted than may be"]),
    "stray": (with_another("beetle-ropes", article="elsewhere"), 1, ["refuted: beetle-new: no such article"]),
}


@pytest.mark.parametrize("case", CHANGES)
def test_changed_facts_are_refused(tmp_path: Path, beetle: dict[str, bytes], case: str) -> None:
    change, end, against = CHANGES[case]
    site = laid_out(tmp_path, beetle)
    whole = json.loads(beetle[FACTS])
    change(whole)
    files.write(site / FACTS, json.dumps(whole))
    done = verify(site)
    assert done.returncode == end, done.stdout
    for line in against:
        assert f"\n{line}" in done.stdout


# A file, what is replaced in it, and what is said against that.
TAMPERED = {
    "a number in the clear": (LOCK, "| 12 a week;", "| 13 a week;", "its lock was changed after it was written"),
    "the digest of the text": (LOCK, "sha256 ", "sha256 0", "its lock is that of another text"),
    "the digest of a passage": (LOCK, ":", "0:", "its lock was changed after it was written"),
    "a name": ("data/leaders.json", '"Noura al-Hamed"', '"Nora Hamid"', "name `Noura` is not there"),
    "the digest of an article": (
        "data/articles.json",
        '"sha256": "',
        '"sha256": "0',
        "its lock is that of another text",
    ),
    "the words of an article": ("data/articles.json", '"words": ', '"words": 1', " words, not 1"),
    "a table of words": ("data/contract.json", '"twenty": 20', '"twenty": 21', "is not the one that this program"),
}


@pytest.mark.parametrize("case", TAMPERED)
def test_changed_files_are_refused(tmp_path: Path, beetle: dict[str, bytes], case: str) -> None:
    path, before, after, against = TAMPERED[case]
    site = laid_out(tmp_path, beetle)
    text = beetle[path].decode()
    assert before in text
    files.write(site / path, text.replace(before, after, 1))
    done = verify(site)
    assert done.returncode in (1, 2), done.stdout
    assert against in done.stdout


def twice(text: str) -> str:
    """The same data, with another sentence under the same name before that of a fact."""
    return text.replace('"say":', '"say": "They lied.", "say":', 1)


UNREADABLE: dict[str, Callable[[str], str]] = {
    "a key that stands twice": twice,
    "a list inside of lists": lambda _: "[" * 100_000,
    "no JSON": lambda text: text[:-9],
    "no sentence": lambda text: re.sub('"say": "[^"]*"', '"say": null', text, count=1),
    "no facts": lambda _: "{}",
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_refuted_in_one_line(tmp_path: Path, beetle: dict[str, bytes], case: str) -> None:
    site = laid_out(tmp_path, beetle)
    text = beetle[FACTS].decode()
    changed = UNREADABLE[case](text)
    assert changed != text
    files.write(site / FACTS, changed)
    done = verify(site)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1].startswith("refuted: this is no site that can be read (")


@pytest.mark.parametrize("name", ["articles/other.htm", "articles/other.HTML", "other.xhtml"])
def test_a_page_by_another_ending_is_refuted(tmp_path: Path, beetle: dict[str, bytes], name: str) -> None:
    """It is read by nobody else, and browsers show it as a page."""
    site = laid_out(tmp_path, beetle)
    files.write(site / name, "<p>They lied.</p>")
    done = verify(site)
    assert done.returncode == 1
    assert f"refuted: {name}: is called as no page of the site is" in done.stdout


# What nothing entails, and why not: kind, subject, about, facts, what it says.
BOTH = ["oslo-pledge", "bergen-share"]
ENTRIES = "themes or events or questions or leaders or countries or organisations"
FALSE: list[tuple[tuple[str, str, str | None, list[str], str | None], str]] = [
    (("silence", "oslo-cable", "energy-links", [], None), "a fact of theirs bears on it"),
    (("silence", "oslo-cable", "cable-share", [], None), "a fact of theirs bears on it"),
    (("silence", "jane-doe", "norway", [], None), "a fact of theirs bears on it"),
    (("unanswered", "bergen-march", "energy-prices", ["oslo-pledge"], None), "a fact does not bear on it"),
    (("unanswered", "oslo-cable", "cable-share", ["oslo-meeting"], None), "oslo-pledge answers it, or tells of it"),
    (("unanswered", "oslo-cable", "oslo-talks", [], None), "oslo-meeting answers it, or tells of it"),
    (("partly-read", "oslo-cable", "energy-links", ["oslo-meeting"], None), "it rests on no fact"),
    (
        ("agreement", "cable-share", "cable-share", ["oslo-pledge", "bergen-share"], None),
        "the answers are not the same",
    ),
    (("agreement", "cable-share", "cable-share", ["oslo-pledge"], None), "it is one voice"),
    (("agreement", "cable-share", "cable-share", ["oslo-denmark"], None), "a fact does not answer it"),
    (
        ("difference", "cable-share", "cable-share", ["oslo-pledge"], None),
        "no two answers of one time exclude one another",
    ),
    (("development", "cable-share", "cable-share", ["oslo-pledge"], None), "it is of no other time"),
    (("role", "jane-doe", "bergen-march", ["bergen-protest"], "took-part"), "no fact says so"),
    (("role", "jane-doe", "oslo-talks", ["oslo-meeting"], "planned"), "it was as reported"),
    (("role", "jane-doe", "oslo-talks", ["oslo-meeting"], "met"), "they are not reported to have been together there"),
    (
        ("role", "jane-doe", "bergen-march", ["bergen-protest"], "met"),
        "they are not reported to have been together there",
    ),
    (("role", "denmark", "oslo-talks", ["oslo-meeting"], "acts"), "it does not act in it"),
    (("role", "denmark", "oslo-talks", ["oslo-meeting"], "place"), "it is not its place"),
    (("role", "denmark", None, ["oslo-pledge"], "made"), "oslo-pledge is not made"),
    (("role", "denmark", None, ["oslo-pledge"], "received"), "oslo-pledge is not received"),
    (("role", "norway", None, ["oslo-pledge"], "announced"), "oslo-pledge is not announced"),
    (("role", "norway", None, ["oslo-meeting"], "made"), "oslo-meeting is none"),
    (("channel", "oslo-denmark", None, ["oslo-denmark"], "jane-doe"), "a fact has it without that channel"),
    (("channel", "oslo-meeting", None, ["oslo-meeting"], "herald"), "a fact has it without that channel"),
    (("order", "oslo-talks", None, ["oslo-meeting"], "on 2024-01-01"), "it stands on 2024-05-31"),
    (("order", "oslo-talks", "bergen-march", ["oslo-meeting"], "after"), "it is not reported to have been beside it"),
    (("certainty", "bergen-share", None, ["bergen-share"], "stated"), "it is inferred"),
    (("certainty", "bergen-march", None, [], "stated"), "it is inferred"),
    (("certainty", "oslo-denmark", None, ["oslo-denmark"], "stated"), "it is reckoned"),
    (("certainty", "oslo-pledge", None, ["oslo-nothing"], "stated"), "there is no fact oslo-nothing"),
    (("partly-read", "oslo-cable", "energy-links", [], None), "all is read to its end"),
    (("unread", "oslo-cable", None, [], None), "it is said on the page of an article, and rests on no fact"),
    (("unanswered", "oslo-cable", "energy-links", [], None), "other facts bear on it too"),
    (("difference", "cable-share", "cable-share", BOTH, "50 percent ≠ 30 percent"), "its facts answer otherwise"),
    (("compatible", "cable-share", "cable-share", BOTH, "50 percent ≠ 40 percent"), "its answers exclude one another"),
    (("verdict", "cable-share", "cable-share", BOTH, "agree"), "it is differ"),
    (("verdict", "cable-share", "cable-share", ["oslo-pledge"], "differ"), "it is single"),
    (("verdict", "cable-share", "cable-share", ["oslo-denmark"], "differ"), "a fact does not answer it"),
    (("role", "norway", None, [], "made"), "it rests on no fact"),
    (("role", "norway", None, ["oslo-meeting"], "took-part"), "it is about no event"),
    (("role", "norway", "oslo-talks", [], "place"), "other facts say so"),
    (("role", "norway", "oslo-talks", [], "acts"), "other facts say so"),
    (("certainty", "oslo-denmark", None, ["oslo-meeting"], "reckoned"), "it rests on other facts"),
    (("order", "oslo-talks", None, ["bergen-protest"], "on 2024-05-31"), "it rests on other facts"),
    (("certainty", "nobody", None, [], "stated"), "nobody knows the subject"),
    (("silence", "oslo-cable", None, [], None), f"it is about none of the {ENTRIES}"),
    (("silence", "oslo-cable", "no-theme", [], None), f"it is about none of the {ENTRIES}"),
    (("agreement", "cable-share", "energy-links", BOTH, None), "it is about none of the questions"),
    (("rumour", "oslo-cable", "energy-links", [], None), "nothing of that kind is derived"),
]


def test_changed_derived_statements_are_refused(tmp_path: Path) -> None:
    """Each kind is said falsely, beside the true ones, which stand."""
    lay_out(texts_of(DOSSIERS["small"]), tmp_path)
    whole = json.loads((tmp_path / "data/derived.json").read_text(encoding="utf-8"))
    keys = ("kind", "subject", "about", "facts", "says")
    false = [{"id": "", "pages": ["a.html"], **dict(zip(keys, row, strict=True))} for row, _ in FALSE]
    files.write(tmp_path / "data/derived.json", json.dumps({"derived": [*whole["derived"], *false]}))
    done = verify(tmp_path)
    assert done.returncode == 1
    assert f"\nderived: {len(whole['derived'])} proved, {len(FALSE)} refuted, 0 cannot check\n" in done.stdout
    assert re.findall("^refuted: (.*)$", done.stdout, re.MULTILINE) == [
        f"{row[0]} of {row[1]} on {row[2] or '-'} (a.html): {why}" for row, why in FALSE
    ]
    assert {row[0] for row, _ in FALSE} == {*get_args(Kind), "rumour"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    target = tmp_path_factory.mktemp("small")
    lay_out(texts_of(DOSSIERS["small"]), target)
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


class Held:
    """A site that somebody changes: its derived statements, and all of its files."""

    def __init__(self, site: dict[str, bytes]) -> None:
        self.files = {path: held.decode("utf-8") for path, held in site.items()}
        self.rows: list[Any] = json.loads(self.files["data/derived.json"])["derived"]

    def row(self, kind: str, subject: str, *facts: str) -> dict[str, Any]:
        return next(r for r in self.rows if (r["kind"], r["subject"], *r["facts"]) == (kind, subject, *facts))

    def change(self, row: dict[str, Any], **changes: Any) -> None:
        """The id follows, as it would for whoever knows how it is made."""
        row |= changes
        said = (row["kind"], row["subject"], row["about"] or "", tuple(row["facts"]), row["says"] or "")
        row["id"] = Derived(*said).id

    def replace(self, path: str, before: str, after: str) -> None:
        assert before in self.files[path]
        self.files[path] = self.files[path].replace(before, after)

    @property
    def marks(self) -> list[str]:
        """What is said against each mark of a page where derived.json has nothing."""
        shown = sorted((page, row["id"]) for row in self.rows for page in row["pages"])
        return [*LEFT_OUT, *(unknown(page, id) for page, id in shown)]


LEFT_OUT = ["questions/cable-share.html does not say how all its answers stand"]
NORWAY = "countries/norway.html"


def unknown(page: str, id: str) -> str:
    return f"{page} is marked with {id}, which is not in derived.json as said there"


def promised(held: Held) -> dict[str, Any]:
    return held.row("role", "norway", "oslo-pledge")


def without_a_row(held: Held) -> list[str]:
    held.rows.remove(row := promised(held))
    return [unknown(NORWAY, row["id"])]


def with_a_row_of_another_page(held: Held) -> list[str]:
    held.rows.append({**promised(held), "pages": ["index.html"]})
    return ["role of norway on - (index.html): index.html does not show it"]


def with_a_row_of_no_page(held: Held) -> list[str]:
    row = promised(held)
    row["pages"] = []
    return ["role of norway on - (): no page shows it", unknown(NORWAY, row["id"])]


def with_a_row_of_another_fact(held: Held) -> list[str]:
    """It is true, and no page says so."""
    before = promised(held)["id"]
    held.change(promised(held), facts=["oslo-pledge", "bergen-share"])
    return [f"role of norway on - ({NORWAY}): {NORWAY} does not show it", unknown(NORWAY, before)]


def with_another_id(held: Held) -> list[str]:
    row = promised(held)
    before, row["id"] = row["id"], "role-0123456789"
    return [f"role of norway on - ({NORWAY}): its id is that of another statement", unknown(NORWAY, before)]


def with_another_kind(held: Held) -> list[str]:
    row = held.row("difference", "cable-share", *BOTH)
    before, pages = row["id"], row["pages"]
    held.change(row, kind="agreement")
    what = f"agreement of cable-share on cable-share ({pages[0]}): the answers are not the same"
    return [what, *(unknown(page, before) for page in pages)]


def with_another_answer(held: Held) -> list[str]:
    row = held.row("difference", "cable-share", *BOTH)
    before, pages = row["id"], row["pages"]
    held.change(row, says="50 percent ≠ 45 percent")
    what = f"difference of cable-share on cable-share ({pages[0]}): its facts answer otherwise"
    return [what, *(unknown(page, before) for page in pages)]


def with_a_verdict_left_out(held: Held) -> list[str]:
    """From the data and from the page of the question alike."""
    row = held.row("verdict", "cable-share", *BOTH)
    row["pages"].remove("questions/cable-share.html")
    held.replace("questions/cable-share.html", row["id"], "")
    return LEFT_OUT


def with_broken_rows(held: Held) -> list[str]:
    row = promised(held)
    without = {key: value for key, value in row.items() if key != "about"}
    texts = ({**row, "kind": 1}, {**row, "says": 1}, {**row, "subject": None}, {**row, "id": None})
    lists = ({**row, "facts": "oslo-pledge"}, {**row, "facts": [1]}, {**row, "pages": None})
    broken: list[Any] = [None, 1, "role", [], {}, without, *texts, *lists]
    held.rows[:0] = broken
    return [f"entry {number} is no derived statement" for number in range(1, len(broken) + 1)]


def with_another_mark(held: Held) -> list[str]:
    held.replace(NORWAY, promised(held)["id"], "role-0123456789")
    return [f"role of norway on - ({NORWAY}): {NORWAY} does not show it", unknown(NORWAY, "role-0123456789")]


def without_a_mark(held: Held) -> list[str]:
    held.replace(NORWAY, promised(held)["id"], "")
    return [f"role of norway on - ({NORWAY}): {NORWAY} does not show it"]


def with_a_mark(held: Held) -> list[str]:
    held.files["index.html"] += f'<p data-derived="{promised(held)["id"]}">'
    return [unknown("index.html", promised(held)["id"])]


def without_a_page(held: Held) -> list[str]:
    rows = [row for row in held.rows if NORWAY in row["pages"]]
    del held.files[NORWAY]
    names = ((row, f"{row['kind']} of {row['subject']} on {row['about'] or '-'}") for row in rows)
    against = [f"{name} ({row['pages'][0]}): {NORWAY} does not show it" for row, name in names]
    return [*against, f"{NORWAY}: is not there"]


def with_nothing_derived(held: Held) -> list[str]:
    against, held.rows = held.marks, []
    return against


def with_another_table_of_answers(held: Held) -> list[str]:
    held.replace("data/answers.json", '"40 percent"', '"45 percent"')
    return ["answers.json has another answer of bergen-share to cable-share"]


def with_another_verdict_of_a_question(held: Held) -> list[str]:
    held.replace("data/questions.json", '"differ"', '"agree"')
    said = "`≠ Answers differ 2 different answers · 2 articles answer` is not what difference of cable-share says"
    return ["the answers to cable-share are not agree: it is differ", f"questions/cable-share.html: {said}"]


def beside_no_event(held: Held) -> list[str]:
    held.replace("data/events.json", '"perhaps": []', '"perhaps": ["bergen-fair"]')
    return [f"{event} is beside bergen-fair, which there is not" for event in ("oslo-talks", "bergen-march")]


def after_a_later_event(held: Held) -> list[str]:
    whole = json.loads(held.files["data/events.json"])
    next(event for event in whole["events"] if event["id"] == "oslo-talks")["after"] = "bergen-march"
    held.files["data/events.json"] = json.dumps(whole)
    return ["bergen-march was not before oslo-talks"]


def with_an_origin_that_there_is_not(held: Held) -> list[str]:
    held.replace("data/articles.json", '"nordwire"', '"southwire"')
    return ["bergen-march began with southwire, whom there is not"]


MADE_FALSE = [
    without_a_row, with_a_row_of_another_page, with_a_row_of_no_page, with_a_row_of_another_fact, with_another_id,
    with_another_kind, with_another_answer, with_a_verdict_left_out, with_broken_rows, with_another_mark,
    without_a_mark, with_a_mark, without_a_page, with_nothing_derived, with_another_table_of_answers,
    with_another_verdict_of_a_question, beside_no_event, after_a_later_event, with_an_origin_that_there_is_not,
]  # fmt: skip


@pytest.mark.parametrize("change", MADE_FALSE, ids=lambda change: change.__name__)
def test_pages_and_their_data_are_held_to_each_other(
    tmp_path: Path, small: dict[str, bytes], change: Callable[[Held], list[str]]
) -> None:
    held = Held(small)
    against = change(held)
    for path, text in held.files.items():
        files.write(tmp_path / path, text)
    files.write(tmp_path / "data/derived.json", json.dumps({"derived": held.rows}))
    done = verify(tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert re.findall("^refuted: (.*)$", done.stdout, re.MULTILINE) == against


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", '{"derived": {}}', '{"derived": null}'])
def test_a_file_that_is_no_table_is_refuted(tmp_path: Path, small: dict[str, bytes], text: str | None) -> None:
    site = laid_out(tmp_path, small)
    (site / "data/derived.json").unlink()
    if text is not None:
        files.write(site / "data/derived.json", text)
    done = verify(site)
    assert (done.returncode, done.stderr) == (1, "")
    against = ["entry 1 is no derived statement", *Held(small).marks]
    assert re.findall("^refuted: (.*)$", done.stdout, re.MULTILINE) == against


def test_the_data_can_be_verified_without_the_pages(tmp_path: Path, small: dict[str, bytes]) -> None:
    data = {path.removeprefix("data/"): held for path, held in small.items() if not path.endswith(".html")}
    done = verify(laid_out(tmp_path, data))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\npages: not at hand\n" in done.stdout


def test_a_built_site_is_verified(site: Path) -> None:
    done = verify(site)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"\npages: {len(list(site.rglob('*.html')))}\n" in done.stdout
    assert done.stdout.endswith("all is proved\n")


def test_a_forged_lock_is_refuted_by_the_text(tmp_path: Path, beetle: dict[str, bytes]) -> None:
    """Whoever changes a lock can seal it anew; the text does not follow."""
    site = laid_out(tmp_path, beetle)
    lines = beetle[LOCK].decode().replace("Noura al-Hamed", "Ilse Marrow").splitlines()
    head = [line.partition(" ")[2] for line in lines[:5]]
    asked = "\0".join((head[1], "seal", *head, *lines[6:]))
    lines[5] = f"seal {hashlib.blake2b(asked.encode(), digest_size=8).hexdigest()}"
    files.write(site / LOCK, "\n".join(lines) + "\n")
    assert "lock was changed" not in verify(site).stdout
    done = verify(site, "--texts", str(HERE / "second" / "seeds"))
    assert done.returncode == 1
    assert "has no `Ilse Marrow`" in done.stdout


def test_without_locks_nothing_is_proved(tmp_path: Path, beetle: dict[str, bytes]) -> None:
    site = laid_out(tmp_path, {path: held for path, held in beetle.items() if not path.startswith("data/locks/")})
    done = verify(site)
    assert done.returncode != 0
    assert "passage: 0 proved, 0 refuted, 23 cannot check\n" in done.stdout


def test_no_check_is_no_pass(tmp_path: Path, beetle: dict[str, bytes]) -> None:
    site = laid_out(tmp_path, beetle)
    whole = json.loads(beetle[FACTS])
    nothing = dict.fromkeys(("paragraphs", "accounted", "sentences", "touched"), 0)
    unsaid: dict[str, list[object]] = {name: [] for name in ("facts", "bottom_line", "key_figures", "open")}
    files.write(site / FACTS, json.dumps({**whole, **unsaid, "checked": {"checks": {}, **nothing}}))
    entries = ("leaders", "countries", "organisations", "themes", "events", "questions")
    for name in ("articles", *entries, "derived", "answers"):
        files.write(site / f"data/{name}.json", json.dumps({name: []}))
    for page in (*site.rglob("*.html"), *site.rglob("search/*.js")):
        page.unlink()
    done = verify(site)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (2, "not everything could be checked")


def test_an_address_in_the_data_does_not_lead_out_of_the_site(tmp_path: Path, beetle: dict[str, bytes]) -> None:
    site = laid_out(tmp_path / "site", beetle)
    files.write(tmp_path / "secret.lock", beetle[LOCK])
    whole = json.loads(beetle["data/articles.json"])
    whole["articles"][0]["id"] = "../../../secret"
    files.write(site / "data/articles.json", json.dumps(whole))
    done = verify(site)
    assert done.returncode == 1
    assert "../../../secret: nothing\n" in done.stdout


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(dossiers())
def test_no_dossier_is_refuted_by_its_own_program(dossier: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        publish(made(dossier), Path(folder))
        done = verify(Path(folder))
    assert done.stderr == ""
    assert re.findall("^refuted: .*$", done.stdout, re.MULTILINE) == []


def test_it_needs_nothing_but_python() -> None:
    for name, tree in shipped().items():
        modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        modules |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        own = {path.removesuffix(".py") for path in PROGRAM}
        assert {module.partition(".")[0] for module in modules} <= {*sys.stdlib_module_names, *own}, name
        assert "generator" not in ast.unparse(tree)


def test_every_file_of_it_is_published() -> None:
    kept = {path.name for path in SHIPPED.glob("*.py")}
    assert (kept & SHARED.keys(), kept | SHARED.keys()) == (set(), set(PROGRAM))
    for name, path in SHARED.items():
        assert name.startswith("verify_")
        assert (ROOT / "generator" / path).is_file()


def test_no_function_of_it_is_longer_than_a_screen() -> None:
    functions = [
        (f"{name}:{node.lineno}", (node.end_lineno or 0) - node.lineno + 1)
        for name, tree in shipped().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    ]
    assert [function for function in functions if function[1] > 30] == []


def test_each_clause_of_the_method_page_has_its_function() -> None:
    """All that the page says is checked is quoted, piece by piece, each by the one function that checks it."""
    left = checked()
    for _, part, clause in quoted_clauses():
        if part in left:
            left[part] = left[part].replace(clause, "", 1).strip()
    assert left == {part: checked()[part] if part == NOT_REPEATED else "" for part in checked()}


def test_each_function_that_quotes_a_clause_has_it_from_the_method_page() -> None:
    page = {part: " ".join(text.split()) for part, text in (method() | checked()).items()}
    quoted = list(quoted_clauses())
    assert [place for place, part, clause in quoted if page.get(part, "").count(clause) != 1] == []
    assert len({clause for _, _, clause in quoted}) == len(quoted)


def test_it_knows_the_contract_that_it_repeats(beetle: dict[str, bytes]) -> None:
    """Whoever changes a table has to change the program too."""
    pinned = re.findall(rb'^TABLES = "(.*)"', beetle["verify.py"], re.MULTILINE)
    assert pinned == [hashlib.sha256(beetle[TABLES]).hexdigest().encode()]


@pytest.mark.parametrize("field", ["{}", ["", "{}"], {"what it cost": "{}"}], ids=["text", "list", "mapping"])
def test_whatever_field_is_bound_is_verified(tmp_path: Path, beetle: dict[str, bytes], field: object) -> None:
    """Without a change of the program, but for the digest of its tables, which is written when it is published."""
    tables = json.loads(beetle[TABLES])
    tables["bound"].append("detail")
    changed = json.dumps(tables).encode()
    before, after = (hashlib.sha256(held).hexdigest().encode() for held in (beetle[TABLES], changed))
    program = beetle["verify.py"].replace(before, after)
    site = laid_out(tmp_path, {**beetle, TABLES: changed, "verify.py": program})
    for text, against in (("4 beetles", ""), ("Ilse Marrow saw 5", "number `5`; name `ilse-marrow`")):
        whole = json.loads(beetle[FACTS])
        in_fact("beetle-ropes", detail=json.loads(json.dumps(field).replace("{}", text)))(whole)
        files.write(site / FACTS, json.dumps(whole))
        refuted = re.findall("refuted: beetle-ropes: (.*) is not there", verify(site).stdout)
        assert "; ".join(refuted) == against


def shipped() -> dict[str, ast.Module]:
    """As the oldest Python that it is promised for reads it."""
    return {
        path.name: ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 10))
        for path in (*sorted(SHIPPED.glob("*.py")), FIGURES)
    }


def method() -> dict[str, str]:
    """The chapters of the page on method, by their titles."""
    page = (ROOT / "generator/pages/method.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^## (.*?) \{.*?\}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))


def checked() -> dict[str, str]:
    """What the page says is checked: its paragraphs, by their first words."""
    return dict(re.findall(r"^\*\*(.*?)\.\*\* (.*)$", method()["What is checked"], re.MULTILINE))


def quoted_clauses() -> Iterator[tuple[str, str, str]]:
    """Where in the program a clause is quoted, the part of the page that it is from, and its words."""
    for name, tree in shipped().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                docstring = " ".join((ast.get_docstring(node) or "").split())
                for part, clause in CLAUSE.findall(docstring):
                    yield f"{name}: {node.name}", part, clause


# Honest work where only the locks are at hand: a word that opens a sentence, and a passage that nothing has recorded.
REWORDED = {
    "a sentence": ("Denmark has not settled", "Nobody has settled"),
    "a passage": ("what it would pay", "what it would pay for its"),
}


@pytest.mark.parametrize("case", REWORDED)
def test_a_lock_refutes_nothing_that_it_cannot_know(tmp_path: Path, case: str) -> None:
    """Its answers are those of the site, which was made with the locks alone."""
    texts = texts_of(HERE / "small")
    content = pipeline.read({path: text for path, text in texts.items() if path.startswith("content/")})
    locks = {id: lockfiles.from_text(content, id, text) for id, text in article_texts_of(texts).texts.items()}
    reworded = edited(texts, "content/facts/oslo-cable.yml", REWORDED[case])
    briefing = pipeline.load(
        {path: text for path, text in reworded.items() if path.startswith("content/")}, ArticleTexts({}, locks, {})
    )
    pages = assembly.pages(briefing, files.words(), "")
    publish(pages, tmp_path)
    done = verify(tmp_path)
    assert (done.returncode, done.stderr) == (2, "")
    assert printed(ledger(briefing).as_numbers()) in done.stdout
