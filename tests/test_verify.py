"""`verify.py` of the site, run as a stranger runs it: it counts what the site counts, and sees whatever was changed."""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import files, pipeline
from generator.checks.ledger import ledger
from generator.verifier.bundle import PROGRAM
from generator.verifier.tables import contract_json
from tests.conftest import ROOT
from tests.folders import HERE, kept_in, texts_of

DOSSIERS = {"paris": ROOT, "small": HERE / "small", "second": HERE / "second"}
LOCK = "data/locks/2031-04-02-glass-beetle.lock"
FACTS = "data/facts.json"
Change = Callable[[dict[str, Any]], None]


def written(folder: Path, target: Path) -> str:
    """The files that the program reads, from the pages of a dossier; and what its own checks counted."""
    texts = texts_of(folder)
    briefing = pipeline.load(texts, kept_in(texts))
    for path, held in pipeline.pages(briefing, files.words(), "").items():
        if path in PROGRAM or re.fullmatch(r"data/(locks/)?[a-z0-9-]+\.(json|lock)", path):
            files.write(target / path, held)
    return told(ledger(briefing).as_numbers())


def told(counted: dict[str, Any]) -> str:
    """The same numbers as the program prints them."""
    kinds = [
        f"{kind}: {', '.join(f'{n} {answer}' for answer, n in known.items())}"
        for kind, known in counted["checks"].items()
    ]
    sizes = [f"{name}: {counted[name]}" for name in ("paragraphs", "accounted", "sentences", "touched")]
    return "\n".join([*kinds, *sizes]) + "\n"


def verify(site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Without anything that is installed: -I leaves out the environment and the working folder, -S the packages."""
    command = [sys.executable, "-S", str(site / "verify.py"), *options]
    return subprocess.run(
        command, cwd="/", capture_output=True, text=True, check=False, env={"PYTHONIOENCODING": "utf-8"}
    )


@pytest.fixture(scope="module", params=DOSSIERS)
def dossier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    folder, target = DOSSIERS[request.param], tmp_path_factory.mktemp(request.param)
    return folder, target, written(folder, target)


def test_it_counts_what_the_site_counts(dossier: tuple[Path, Path, str]) -> None:
    _, site, counted = dossier
    done = verify(site)
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


@pytest.fixture(scope="module")
def beetle(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    target = tmp_path_factory.mktemp("beetle")
    written(DOSSIERS["second"], target)
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


def with_limit(name: str, value: int) -> Change:
    return lambda whole: whole["limits"].update({name: value})


NUMBER = "A wall between the halls had five beetles."
NAME = "Ilse Marrow saw 21 shining beetles in the lowest hall."
CAPITAL = "Noura al-Hamed saw 21 shining Scorpions in the lowest hall."
SPOKEN = 'Ilse Marrow called the limit "a polite word for an open door".'
COPIED = "Noura al-Hamed had been crawling for six hours when her lamp failed."
WORDING = "The wings are broken by warm air."
# A change of the facts, the end of the program, and all that it says against it.
CHANGES: dict[str, tuple[Change, int, list[str]]] = {
    "number": (in_fact("beetle-ropes", say=NUMBER), 1, ["refuted: beetle-ropes: number `5` is not there"]),
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
    "a number in the clear": (LOCK, "| 21 |", "| 22 |", "its lock was changed after it was written"),
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


def test_a_forged_lock_is_refuted_by_the_text(tmp_path: Path, beetle: dict[str, bytes]) -> None:
    """Whoever changes a lock can seal it anew; the text does not follow."""
    site = laid_out(tmp_path, beetle)
    lines = beetle[LOCK].decode().replace("Noura al Hamed", "Ilse Marrow").splitlines()
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
    files.write(site / FACTS, json.dumps({**whole, "facts": [], "checked": {"checks": {}, **nothing}}))
    for name in ("articles", "events"):
        files.write(site / f"data/{name}.json", json.dumps({name: []}))
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


def test_it_is_one_page_of_python_that_needs_nothing() -> None:
    for name in PROGRAM:
        text = (ROOT / "generator/verifier/shipped" / name).read_text(encoding="utf-8")
        assert len(text.splitlines()) < 300
        found = set(re.findall(r"^(?:from|import) (\w+)", text, re.MULTILINE))
        assert found <= {*sys.stdlib_module_names, "verify_words"}
        assert "generator" not in text


def test_it_knows_the_contract_that_it_repeats() -> None:
    text = (ROOT / "generator/verifier/shipped/verify.py").read_text(encoding="utf-8")
    assert f'TABLES = "{hashlib.sha256(contract_json().encode()).hexdigest()}"' in text
