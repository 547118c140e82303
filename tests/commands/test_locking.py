"""Locks that are behind: `check` and `build` write them where the texts are, and tell of them where nothing is kept."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from tests.folders import HERE, ROOT
from tests.repositories import committed, repository

FACTS = "content/facts/oslo-cable.yml"
LOCKS = ("bergen-march", "oslo-cable")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier, whose texts nobody else may see."""
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    (root / "seeds").rename(root / "texts")
    return root


def run(root: Path, *words: str, workflow: str = "") -> Result:
    return CliRunner().invoke(main, [words[0], "--root", str(root), *words[1:]], env={"CI": workflow})


def change(root: Path, old: str, new: str) -> None:
    text = (root / FACTS).read_text(encoding="utf-8")
    assert old in text
    (root / FACTS).write_text(text.replace(old, new), encoding="utf-8")


def locks(root: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(root.glob("seeds/*.lock"))}


def test_locks_are_written_where_the_texts_are(dossier: Path) -> None:
    first = run(dossier, "check")
    assert (first.exit_code, first.stdout.splitlines()[0]) == (0, "2 locks written")
    before = locks(dossier)
    assert tuple(before) == LOCKS
    assert run(dossier, "check").stdout.startswith("facts 6 · ")
    change(dossier, "would pay 50 percent of the new cable", "would carry 50 percent of the new cable")
    again = run(dossier, "check", "--json")
    assert (again.exit_code, json.loads(again.stdout)["problems"], again.stderr) == (0, [], "1 lock written\n")
    assert [article for article in LOCKS if locks(dossier)[article] != before[article]] == ["oslo-cable"]
    shutil.rmtree(dossier / "texts")
    assert run(dossier, "check").exit_code == 0


@pytest.mark.parametrize("more", [{"asked": ["--frozen"]}, {"asked": ["--github"]}, {"workflow": "true"}], ids=str)
def test_a_workflow_only_tells_of_them(more: dict[str, str], dossier: Path) -> None:
    assert run(dossier, "check").exit_code == 0
    change(dossier, "would pay 50 percent of the new cable", "would carry 50 percent of the new cable")
    before = locks(dossier)
    told = run(dossier, "check", *more.get("asked", ()), workflow=more.get("workflow", ""))
    assert (told.exit_code, locks(dossier)) == (1, before)
    assert "LOCK-BEHIND" in told.output
    assert "`briefbook check` where the texts are" in told.output


def test_one_article_alone_gets_its_lock(dossier: Path) -> None:
    run(dossier, "check", "--only", "oslo-cable")
    assert tuple(locks(dossier)) == ("oslo-cable",)


def test_what_has_another_text_is_never_locked_in_silence(dossier: Path) -> None:
    run(dossier, "check")
    before = locks(dossier)
    text = dossier / "texts" / "oslo-cable.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("50 percent", "40 percent"), encoding="utf-8")
    told = run(dossier, "check")
    assert (told.exit_code, "DRIFT" in told.stderr, locks(dossier)) == (1, True, before)


def test_what_is_to_be_read_again_is_not_settled_by_a_lock_that_is_written_by_itself(dossier: Path) -> None:
    """Whoever settled a mark settled it for other words, and has to look again."""
    settle(dossier)
    assert run(dossier, "check", "--strict").exit_code == 0
    change(dossier, "Denmark has settled its part", "Denmark has fixed its part")
    for _ in range(2):
        told = run(dossier, "check", "--strict")
        assert (told.exit_code, "`agrees` settled negation for other words" in told.stderr) == (1, True)


def settle(root: Path) -> None:
    """Somebody agrees that a fact says what its sentence says, and signs that."""
    change(
        root, "say: Denmark has not settled its own part", "agrees: [negation]\n    say: Denmark has settled its part"
    )
    run(root, "lock", str(root / "texts/oslo-cable.txt"))


NOT_THERE = (
    "seeds/oslo-cable.lock was not there, so what `agrees` settles of it is to be read again; "
    "then sign it with `briefbook lock texts/oslo-cable.txt`"
)


def test_a_lock_that_is_not_there_is_no_reading(dossier: Path) -> None:
    """What a file says of itself is settled by whoever has read it, and by nothing that writes a lock on its way."""
    settle(dossier)
    (dossier / "seeds/oslo-cable.lock").unlink()
    told = run(dossier, "check", "--strict")
    assert (told.exit_code, told.stdout.splitlines()[:2]) == (1, ["2 locks written", NOT_THERE])
    assert "READ-AGAIN" in told.stderr
    again = run(dossier, "check", "--strict")
    assert (again.exit_code, "READ-AGAIN" in again.stderr, "was not there" in again.output) == (1, True, False)
    run(dossier, "lock", str(dossier / "texts/oslo-cable.txt"))
    assert run(dossier, "check", "--strict").exit_code == 0


@pytest.mark.site
def test_what_was_committed_of_a_lock_is_remembered(tmp_path: Path) -> None:
    root = repository(tmp_path / "dossier")
    (root / "seeds").rename(root / "texts")
    settle(root)
    committed(root, "Settled")
    lock = root / "seeds/oslo-cable.lock"
    before = lock.read_text(encoding="utf-8")
    lock.unlink()
    assert "READ-AGAIN" not in run(root, "check", "--frozen").stderr
    told = run(root, "check", "--strict")
    assert (told.exit_code, told.stdout.splitlines()[0], "was not there" in told.output) == (
        0,
        "2 locks written",
        False,
    )
    assert lock.read_text(encoding="utf-8") == before
    lock.unlink()
    change(root, "Denmark has settled its part", "Denmark has fixed its part")
    assert (run(root, "check", "--strict").exit_code, NOT_THERE in run(root, "check", "--strict").stdout) == (1, False)


def test_a_draft_that_agrees_is_signed_by_nobody(dossier: Path) -> None:
    """It becomes a fact by a line that goes, and whoever takes that away has not signed anything."""
    passage = "    passage: had not yet decided what it would pay\n"
    draft = passage + "    status: draft\n"
    change(dossier, passage, draft)
    settle(dossier)
    run(dossier, "check")
    change(dossier, draft, passage)
    told = run(dossier, "check", "--strict")
    assert (told.exit_code, "`agrees` settled negation for other words" in told.stderr) == (1, True)


def test_a_text_in_the_open_needs_no_lock(dossier: Path) -> None:
    (dossier / "texts").rename(dossier / "seeds")
    assert run(dossier, "check").stdout.startswith("facts 6 · ")
    assert locks(dossier) == {}


@pytest.mark.site
def test_the_site_is_built_without_locking_first(dossier: Path) -> None:
    plan = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (dossier / "mkdocs.yml").write_text(re.sub("(?m)^site_name: .*", "site_name: The North Link", plan), "utf-8")
    run(dossier, "check")
    change(dossier, "would pay 50 percent of the new cable", "would carry 50 percent of the new cable")
    assert "LOCK-BEHIND" in run(dossier, "build", "--frozen").stderr
    assert run(dossier, "build").stdout.startswith("1 lock written\n")
    assert (dossier / "site" / "index.html").is_file()
