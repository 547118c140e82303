"""What a command writes into a file that people have: whole or not at all, as it was read, and nowhere else."""

import os
import shutil
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import files
from generator.__main__ import main
from generator.commands import draft
from generator.commands.saving import save
from generator.content.extraction import Extract, Extracts
from generator.problems import Malformed
from tests.folders import HERE
from tests.resident import briefbook

OSLO = "content/facts/oslo-cable.yml"
LEADERS = "content/leaders.yml"
SIGNED = ("review", "oslo-cable", "--sign-all-shown", "--date", "2024-06-05")
REGISTERED = ("names", "--register", "Marit Solvang=leaders")
STRAND = "- {id: ola-strand, name: Ola Strand, aliases: [Strand], background: invented}\n"
WORDS = "not one krone more than that"


def small(root: Path) -> Path:
    """The small dossier, with the drafts of an article that the rules make otherwise by now."""
    shutil.copytree(HERE / "small", root)
    text = '"The cable is a gift to the cities, and never to us," said Ola Strand.\n'
    (root / "seeds/farmers.txt").write_text(text, encoding="utf-8")
    assert done(root, "add", str(root / "seeds/farmers.txt"), "--published", "2024-06-05").exit_code == 0
    leaders = root / LEADERS
    leaders.write_text(leaders.read_text(encoding="utf-8") + STRAND, encoding="utf-8")
    return root


def done(root: Path, command: str, *more: str) -> Result:
    return CliRunner().invoke(main, [command, "--root", str(root), *more], catch_exceptions=False)


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def proposed(*_: object) -> Extracts:
    return Extracts(proposals=(Extract(passage=(WORDS,)),))


# A command that writes, and a file that it writes.
WRITING = {
    "names": (REGISTERED, LEADERS),
    "review": (SIGNED, OSLO),
    "unsign": (("review", "oslo-cable", "oslo-meeting", "--unsign"), OSLO),
    "edition": (("edition", "--date", "2024-06-05"), "content/site.yml"),
    "the first edition": (("edition", "--first"), "content/.editions/2024-06-04.yml"),
    "draft": (("draft", "oslo-cable", "--from", "proposes"), OSLO),
    "redraft": (("redraft",), "content/facts/farmers.yml"),
}


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(draft, "extracts", proposed)
    return small(tmp_path / "dossier")


def full(_: int) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("case", WRITING)
def test_a_full_disk_leaves_all_as_it_was(case: str, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command, path = WRITING[case]
    before = contents(dossier)
    monkeypatch.setattr(os, "fsync", full)
    refused = done(dossier, *command)
    assert refused.exit_code == 2
    assert "DISK: the disk is full (No space left on device); what stood" in refused.stderr
    assert contents(dossier) == before
    monkeypatch.undo()
    monkeypatch.setattr(draft, "extracts", proposed)
    assert done(dossier, *command).exit_code == 0
    assert contents(dossier).get(path) != before.get(path)


@pytest.mark.parametrize("case", WRITING)
def test_what_is_saved_while_a_command_thinks_is_not_written_over(
    case: str, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, path = WRITING[case]
    before, beside = contents(dossier), files.laid_beside
    theirs = before.get(path, b"") + b"# of an editor\n"

    def saved_meanwhile(new: dict[Path, bytes]) -> object:
        (dossier / path).parent.mkdir(exist_ok=True)
        (dossier / path).write_bytes(theirs)
        return beside(new)

    monkeypatch.setattr(files, "laid_beside", saved_meanwhile)
    refused = done(dossier, *command)
    told = f"{path}:1:1: CHANGED: the file was changed in the meantime, so nothing was written; look at it"
    assert (refused.exit_code, told in refused.stderr) == (2, True), refused.stderr
    assert contents(dossier) == {**before, path: theirs}


def test_what_is_saved_while_an_extractor_works_stays(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    oslo = dossier / OSLO
    before = oslo.read_text(encoding="utf-8")
    theirs = before.replace("facts:\n", "# of an editor\nfacts:\n", 1)

    def saved_meanwhile(*_: object) -> Extracts:
        oslo.write_text(theirs, encoding="utf-8")
        return proposed()

    monkeypatch.setattr(draft, "extracts", saved_meanwhile)
    assert done(dossier, "draft", "oslo-cable", "--from", "proposes").exit_code == 0
    text = oslo.read_text(encoding="utf-8")
    start = text.index(f"passage: {WORDS}")
    assert "# of an editor\nfacts:\n" in text[:start]
    assert sorted(set(theirs.splitlines()) - set(text.splitlines())) == []


@pytest.mark.site
def test_a_command_that_is_killed_leaves_the_old_file_or_the_new_one(dossier: Path) -> None:
    before = contents(dossier)
    command = ("os.rename 1", REGISTERED[0], "--root", dossier, *REGISTERED[1:])
    killed = briefbook(*command, module="tests.killed")
    assert killed.returncode == -9
    [left] = contents(dossier).keys() - before.keys()
    assert {path: data for path, data in contents(dossier).items() if path != left} == before
    assert done(dossier, "check").exit_code == done(dossier, *REGISTERED).exit_code == 0
    assert (dossier / left).exists()  # another may be at work
    os.utime(dossier / left, (0, 0))
    assert done(dossier, "names", "--register", "Solvang=marit-solvang").exit_code == 0
    assert not (dossier / left).exists()


LINKS: dict[str, tuple[str, tuple[str, ...]]] = {
    "the signatures": ("content/.readings", SIGNED),
    "the records of editions": ("content/.editions", ("edition", "--date", "2024-06-05")),
    "a registry": (LEADERS, REGISTERED),
    "a lock": ("seeds/oslo-cable.lock", ("lock", "seeds/oslo-cable.txt")),
}


@pytest.mark.parametrize("case", LINKS)
def test_nothing_is_written_outside_of_the_dossier(case: str, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dossier)
    path, command = LINKS[case]
    link, elsewhere = dossier / path, dossier.parent / "elsewhere"
    if link.exists():
        link.rename(elsewhere)
    elif "." in link.name[1:]:
        elsewhere.write_bytes(b"")
    else:
        elsewhere.mkdir()
    link.symlink_to(elsewhere)
    before, outside = contents(dossier), elsewhere.read_bytes() if elsewhere.is_file() else list(elsewhere.iterdir())
    refused = done(dossier, *command)
    told = ":1:1: DISK: this leads out of the dossier by a link, and nothing is written there; put the file itself in"
    assert (refused.exit_code, told in refused.stderr) == (2, True), refused.stderr
    assert contents(dossier) == before
    assert (elsewhere.read_bytes() if elsewhere.is_file() else list(elsewhere.iterdir())) == outside


def test_a_link_inside_of_the_dossier_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/there.yml").write_bytes(b"one: 1\n")
    (tmp_path / "content/here.yml").symlink_to("there.yml")
    assert save(tmp_path, {"content/here.yml": "one: 2\n"}) == ("content/here.yml",)
    assert (tmp_path / "content/here.yml").is_symlink()
    assert (tmp_path / "content/there.yml").read_bytes() == b"one: 2\n"
    (tmp_path / ".gitignore").symlink_to(tmp_path.parent / "ignored")
    with pytest.raises(Malformed, match="leads out of the dossier"):
        save(tmp_path, {".gitignore": "/texts/\n"})


@pytest.mark.parametrize("mark", [b"", BOM_UTF8], ids=["unmarked", "marked"])
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("path", "command"), [(LEADERS, REGISTERED), (OSLO, SIGNED)], ids=["names", "review"])
def test_a_file_keeps_its_mark_and_its_line_ends(
    tmp_path: Path, path: str, command: tuple[str, ...], mark: bytes, ends: bytes
) -> None:
    plain = (HERE / "small" / path).read_bytes()
    expected = after(tmp_path / "plain", path, plain, command)
    assert expected != plain
    told = after(tmp_path / "told", path, mark + plain.replace(b"\n", ends), command)
    assert told == mark + expected.replace(b"\n", ends)


def after(root: Path, path: str, data: bytes, command: tuple[str, ...]) -> bytes:
    """A file of the small dossier that held these bytes, after a command."""
    shutil.copytree(HERE / "small", root)
    (root / path).write_bytes(data)
    told = done(root, *command)
    assert told.exit_code == 0, told.output
    return (root / path).read_bytes()


MIXED: dict[str, Callable[[bytes], bytes]] = {
    "the first half": lambda data: data[: len(data) // 2].replace(b"\n", b"\r\n") + data[len(data) // 2 :],
    "the second half": lambda data: data[: len(data) // 2] + data[len(data) // 2 :].replace(b"\n", b"\r\n"),
    "one of an old machine": lambda data: data.replace(b"\n", b"\r", 1),
}


@pytest.mark.parametrize("case", MIXED)
@pytest.mark.parametrize(("path", "command"), [(LEADERS, REGISTERED), (OSLO, SIGNED)], ids=["names", "review"])
def test_each_line_keeps_its_end(path: str, command: tuple[str, ...], case: str, tmp_path: Path) -> None:
    mixed = MIXED[case]((HERE / "small" / path).read_bytes())
    lines = after(tmp_path / "mixed", path, mixed, command).splitlines(keepends=True)
    kept = [line for line in mixed.splitlines(keepends=True) if line in lines or b"second_reading" not in line]
    assert [line for line in lines if line in kept] == kept
    assert 0 < len(lines) - len(kept) <= 2


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "content" / "leaders.yml"
    file.parent.mkdir()
    file.write_bytes(b"one: 1\r\n")
    file.chmod(0o640)
    assert save(tmp_path, {"content/leaders.yml": "one: 2\n"}) == ("content/leaders.yml",)
    assert save(tmp_path, {"content/leaders.yml": "one: 2\n"}) == ()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"one: 2\r\n", 0o640)
