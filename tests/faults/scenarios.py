"""What is done to a dossier while faults are put into it, and what must be true of it afterwards.

Whatever happens, every file that people own is whole, as it was or as it was to be; the site is one whole edition; and
the same command again, with a check where it writes locks, comes to the end that it would have come to at once.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click

from generator.preview.desk_orders import Refused
from tests.conftest import laid_out
from tests.faults.runs import Fault, Ran, Work, ran
from tests.preview import desk_dossier
from tests.repositories import committed, git

STARTS = ("interrupted: ", "refused: ")
KINDS = {  # what is done, and what it is called
    "kill": "killed",
    "interrupt": "Ctrl-C",
    "full": "no file grows from there on",
    "ENOSPC": "no room once",
    "EROFS": "read-only once",
    "EACCES": "not allowed once",
}
OWN = ("content", "seeds", "texts", "schema")
OSLO = "content/facts/oslo-cable.yml"
ARTICLE = (
    '"The cable is a gift to the cities, and never to us," said Ola Strand.\n'
    "She told reporters that 3,000 farms would pay more for their power.\n"
    "The farmers want 12 million euros from the Danish ministry.\n"
)
Files = Mapping[str, bytes]
Command = tuple[str, ...] | Work


@dataclass(frozen=True)
class Scenario:
    """A dossier as it stands before, what is done to it, and what is done so that nothing is left to do."""

    lay_out: Callable[[Path], object]
    command: Command
    then: tuple[Command, ...] = ()
    again: int = 0  # what the command ends with once it was carried out


def _site(root: Path) -> None:
    """A dossier that was built, and a word of it changed since."""
    laid_out(root)
    assert ran(root, ("build",)).code == 0
    swap(root, "content/site.yml", "Write to the editors.", "Write to us.")


def _with_text(root: Path) -> None:
    laid_out(root)
    (root / "arrived.txt").write_text(ARTICLE, encoding="utf-8")


def _private(root: Path) -> None:
    """Texts that nobody else may see, and no locks yet."""
    laid_out(root)
    (root / "seeds").rename(root / "texts")


def _drafted(root: Path) -> None:
    _with_text(root)
    assert ran(root, ("add", "arrived.txt", "--id", "farmers", "--published", "2024-06-05")).code == 0


def _registered(root: Path) -> None:
    _drafted(root)
    with (root / "content" / "leaders.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: ola-strand, name: Ola Strand, aliases: [Strand], background: invented}\n")


def _unread(root: Path) -> None:
    laid_out(root)
    swap(root, OSLO, "  second_reading: 2024-06-03\n", "")


def _repository(root: Path) -> None:
    laid_out(root)
    (root / "seeds" / "farmers.txt").write_text(ARTICLE, encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    committed(root, "A dossier")


def _desk(root: Path) -> None:
    """An order as a key of the desk sends it; one that was carried out already is refused."""
    try:
        desk_dossier.sent(desk_dossier.desk_of(root), do="drop", id="oslo-cable-p4-1")
    except Refused as refused:
        click.echo(f"refused: {refused}")
        raise SystemExit(2 if "disk" in str(refused) else 0) from None


def swap(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


SIGNED = ("oslo-meeting", "oslo-pledge", "oslo-denmark")
SCENARIOS = {
    "build": Scenario(laid_out, ("build",)),
    "build, with two workers": Scenario(laid_out, ("build", "--jobs", "2")),
    "build of a change": Scenario(_site, ("build",)),
    "build of a change, with two workers": Scenario(_site, ("build", "--jobs", "2")),
    "check that writes locks": Scenario(_private, ("check",)),
    "lock": Scenario(_private, ("lock", "texts/oslo-cable.txt", "texts/bergen-march.txt")),
    "add": Scenario(_with_text, ("add", "arrived.txt", "--id", "farmers"), (("check",),)),
    "edition": Scenario(laid_out, ("edition", "--date", "2024-06-05")),
    "names": Scenario(_drafted, ("names", "--register", "Ola Strand=leaders"), (("check",),), again=2),
    "redraft": Scenario(_registered, ("redraft",), (("check",),)),
    "review": Scenario(_unread, ("review", "oslo-cable", *SIGNED, "--sign", "--date", "2024-06-03")),
    "schema": Scenario(laid_out, ("schema",)),
    "propose": Scenario(_repository, ("propose",)),
    "desk": Scenario(desk_dossier.at_work, _desk),
}


def own(root: Path) -> Files:
    """What people have in a dossier, byte for byte; what a killed program laid beside it is no part of it."""
    paths = (path for folder in OWN for path in sorted((root / folder).rglob("*")))
    found = {path.relative_to(root).as_posix(): path for path in paths if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not path.name.startswith(".briefbook-")}


def site(root: Path) -> Files:
    paths = sorted((root / "site").rglob("*"))
    return {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in paths if path.is_file()}


class Trial:
    """A scenario in folders of its own: as it begins, and as it ends where nothing is in the way."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.scenario, self._folder = name, SCENARIOS[name], folder
        self._start, self._work = folder / "start", folder / "dossier"
        self.scenario.lay_out(self._start)
        self.before, self.site_before = own(self._start), site(self._start)
        self._begin()
        done = ran(self._work, self.scenario.command)
        assert done.code in (0, 1), done.printed
        self.code, self.events = done.code, done.events
        self.after, self.site_after = own(self._work), site(self._work)
        self._finish()
        self.end = own(self._work)

    def moments(self, kind: str, most: int, seed: str = "") -> tuple[int, ...]:
        """Events at which a fault of a kind is put, all of them or so many that chance with a seed chooses.

        Ctrl-C never reaches the thread in which the desk works. A limit of files kills git, which a full disk does not.
        """
        if (kind == "interrupt" and callable(self.scenario.command)) or (kind == "full" and self.name == "propose"):
            return ()
        every = range(1, self.events + 1)
        return tuple(sorted(Random(f"{self.name} {kind} {seed}").sample(every, min(most, self.events))))

    def _begin(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)
        shutil.copytree(self._start, self._work, symlinks=True)

    def _finish(self) -> None:
        for command in self.scenario.then:
            ran(self._work, command)

    def wrong_after(self, fault: Fault) -> Iterator[str]:
        """Everything that does not hold after a fault; the last is what the command said."""
        self._begin()
        done = ran(self._work, self.scenario.command, fault)
        found = [*self._wrong_end(fault, done), *self._wrong_files(), *self._wrong_site()]
        again = ran(self._work, self.scenario.command)
        if again.code not in (0, self.code, self.scenario.again):
            found.append(f"again, it ended with {again.code}: {again.printed}")
        self._finish()
        if own(self._work) != self.end and self.name != "propose":
            found.append(f"again, it came to other files: {differing(own(self._work), self.end)}")
        if site(self._work) != self.site_after:
            found.append("again, it came to another site")
        yield from found
        if found:
            yield done.printed

    def _wrong_end(self, fault: Fault, done: Ran) -> Iterator[str]:
        if "Traceback" in done.printed:
            yield "a traceback"
        if done.has_left and fault.kind != "kill":
            yield "a process went on"
        codes = {"kill": (-9,), "interrupt": (130,), "none": (self.code,)}.get(fault.kind, (2, self.code))
        if done.code not in codes and fault.event <= self.events:
            yield f"it ended with {done.code}"
        if done.code in (2, 130) and len(told(done)) != 1:
            yield f"it told {len(told(done))} lines"

    def _wrong_files(self) -> Iterator[str]:
        now = own(self._work)
        for path in sorted(now.keys() | self.before.keys()):
            if now.get(path) not in (self.before.get(path), self.after.get(path), self.end.get(path)):
                yield f"{path} is neither as it was nor as it was to be"

    def _wrong_site(self) -> Iterator[str]:
        if site(self._work) not in (self.site_before, self.site_after):
            yield "the site is neither the old one nor the new one"


def told(done: Ran) -> list[str]:
    """The lines that tell what went wrong, without those of what had been done before it."""
    return [line for line in done.lines if ": DISK: " in line or ": REFUSED: " in line or line.startswith(STARTS)]


def differing(one: Files, other: Files) -> str:
    return ", ".join(sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path)))
