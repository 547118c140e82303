"""What is done to a dossier while faults are put into it, and what must be true of it afterwards.

Whatever happens, every file that people own is whole, as it was or as it was to be; the site is one whole edition; and
the same command again, with a check where it writes locks, comes to the end that it would have come to at once.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click

from generator.__main__ import main
from generator.preview.desk_orders import Refused
from generator.publishing import swap as swaps
from tests.conftest import laid_out
from tests.faults import places
from tests.faults.runs import Fault, Ran, Work, ran
from tests.preview import desk_dossier
from tests.repositories import committed, git

STARTS = ("interrupted: ", "refused: ")
KINDS = {  # what is done, and what it is called
    "kill": "killed",
    "interrupt": "Ctrl-C",
    "terminate": "asked to end",
    "full": "no file grows from there on",
    "ENOSPC": "no room once",
    "EROFS": "read-only once",
    "EACCES": "not allowed once",
    "disk": "a full disk",
    "mounted": "a folder mounted read-only",
    "closed": "a folder without leave to write",
    "others": "a folder of somebody else",
    "dated": "all files of another time",
}
OWN = ("content", "seeds", "texts", "schema")
SITE = "content/site.yml"
PDF = "dossier.pdf"
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
    without: tuple[str, ...] = ()  # kinds of faults that are not put into it
    own: tuple[str, ...] = OWN
    stopped: int = 130  # what it ends with at Ctrl-C, if it was begun


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


def _to_be_served(root: Path) -> None:
    """Texts whose locks are to be written, and a file that is to take the place of another."""
    _private(root)
    shutil.copy(root / SITE, root / "changed.yml")
    swap(root, "changed.yml", "Write to the editors.", "Write to us.")


def _serve(root: Path) -> None:
    """Shows a dossier, of which a word is changed, and ends by Ctrl-C; the editor is no process of ours."""
    from generator.commands import serve

    def changes(_root: Path) -> Iterator[Callable[[], bool]]:
        yield lambda: False
        if not (editor := os.fork()):
            with suppress(OSError):
                (root / "changed.yml").replace(root / SITE)
            os._exit(0)
        os.waitpid(editor, 0)
        yield lambda: False
        raise KeyboardInterrupt

    serve.changes = changes  # type: ignore[assignment]
    main(["serve", "--port", "0"])


def _two_builds(_root: Path) -> None:
    """Two builds, of which the second begins when the first has the lock, and waits for it."""
    told, tell = os.pipe()
    if not (other := os.fork()):
        os.close(tell)
        if os.read(told, 1):
            main(["build"])
        os._exit(0)
    recover = swaps.recover

    def has_the_lock(build: Path, site: Path) -> None:
        os.write(tell, b".")
        recover(build, site)

    swaps.recover = has_the_lock
    try:
        main(["build"])
    finally:
        os.close(tell)
        os.waitpid(other, 0)


def _nothing(root: Path) -> None:
    root.mkdir(parents=True)


def _init(_root: Path) -> None:
    """A new dossier, whose id is the same each time."""
    uuid.uuid4 = lambda: uuid.UUID(int=0)
    main(["init", "."])


def _printed(root: Path) -> None:
    laid_out(root)
    (root / PDF).write_bytes(b"of the edition before")


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
    # A limit of files kills git, which a full disk does not; Ctrl-C never reaches the thread in which the desk works.
    "propose": Scenario(_repository, ("propose",), without=("full",)),
    "desk": Scenario(desk_dossier.at_work, _desk, without=("interrupt", "terminate")),
    "serve": Scenario(_to_be_served, _serve, (("build",),), stopped=0),
    "init": Scenario(_nothing, _init, own=(".",)),
    "pdf": Scenario(_printed, ("pdf",), own=(*OWN, PDF)),
    "two builds at once": Scenario(_site, _two_builds, without=tuple(kind for kind in KINDS if kind != "kill")),
}


def own(root: Path, names: tuple[str, ...] = OWN) -> Files:
    """What people have in a dossier, byte for byte; what a killed program laid beside it is no part of it."""
    paths = (path for name in names for path in (root / name, *sorted((root / name).rglob("*"))))
    found = {path.relative_to(root).as_posix(): path for path in paths if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not path.name.startswith(".briefbook-")}


def site(root: Path) -> Files:
    paths = sorted((root / "site").rglob("*"))
    return {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in paths if path.is_file()}


def kept(root: Path) -> frozenset[str]:
    """What stands in `build/`, for the next run or for nobody."""
    return frozenset(path.name for path in (root / "build").glob("*"))


class Trial:
    """A scenario in folders of its own: as it begins, and as it ends where nothing is in the way."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.scenario, self._disk = name, SCENARIOS[name], folder / "disk"
        self._start, self._work = folder / "start", self._disk / "dossier"
        self.scenario.lay_out(self._start)
        self.before, self.site_before = self._own(self._start), site(self._start)
        self._begin()
        done = ran(self._work, self.scenario.command)
        assert done.code in (0, 1), done.printed
        self.code, self.events = done.code, done.events
        self.after, self.site_after = self._own(self._work), site(self._work)
        self._finish()
        self.end, self.site_end, self.kept = self._own(self._work), site(self._work), kept(self._work)

    def moments(self, kind: str, most: int, seed: str = "") -> tuple[int, ...]:
        """Events at which a fault of a kind is put, all of them or so many that chance with a seed chooses.

        Of a fault that is there from the beginning, its numbers: the folder, the time, the blocks that are left.
        """
        if kind in self.scenario.without or not places.possible(kind):
            return ()
        every = range(1, self.events + 1)
        if kind == "disk":
            every = range(self._need())
        elif kind == "dated":
            every = range(len(places.TIMES))
        elif kind in ("mounted", "closed", "others"):
            every = range(len(places.folders(self._start)))
        return tuple(sorted(Random(f"{self.name} {kind} {seed}").sample(every, min(most, len(every)))))

    def _need(self) -> int:
        """How many blocks of a disk have to be left for the command: with any fewer it is refused."""
        self._disk.mkdir(exist_ok=True)
        with places.disk(self._disk):
            self._begin()
            least, most = 0, places.free(self._disk) // places.BLOCK - ran(self._work, self.scenario.command).room
            while least < most:
                middle = (least + most) // 2
                self._begin()
                with places.filled(self._disk, middle):
                    is_enough = ran(self._work, self.scenario.command).code != 2
                least, most = (least, middle) if is_enough else (middle + 1, most)
        return least + 1

    def _begin(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)
        shutil.copytree(self._start, self._work, symlinks=True)

    def _finish(self) -> None:
        for command in self.scenario.then:
            ran(self._work, command)

    def _own(self, root: Path) -> Files:
        return own(root, self.scenario.own)

    def _placed(self, fault: Fault) -> AbstractContextManager[None]:
        """What is in the way from the beginning."""
        if fault.kind == "disk":
            return places.filled(self._disk, fault.event)
        if fault.kind == "dated":
            return places.dated(self._work, places.TIMES[fault.event])
        if fault.kind in ("mounted", "closed", "others"):
            make: Callable[[Path], AbstractContextManager[None]] = getattr(places, fault.kind)
            return make(self._work / places.folders(self._start)[fault.event])
        return nullcontext()

    def wrong_after(self, fault: Fault) -> Iterator[str]:
        """Everything that does not hold after a fault; the last is what the command said."""
        with places.disk(self._disk) if fault.kind == "disk" else nullcontext():
            self._begin()
            with self._placed(fault):
                done = ran(self._work, self.scenario.command, fault)
            found = [*self._wrong_end(fault, done), *self._wrong_files(), *self._wrong_site()]
            found += self._wrong_again()
        yield from found
        if found:
            yield done.printed

    def _wrong_end(self, fault: Fault, done: Ran) -> Iterator[str]:
        if "Traceback" in done.printed:
            yield "a traceback"
        if done.has_left and fault.kind != "kill":
            yield "a process went on"
        known = {
            "kill": (-9,),
            "interrupt": (130, self.scenario.stopped),
            "terminate": (143, self.scenario.stopped),
            "dated": (self.code,),
        }
        if done.code not in known.get(fault.kind, (2, self.code)):
            yield f"it ended with {done.code}"
        if done.code in (2, 130, 143) and len(told(done)) != 1:
            yield f"it told {len(told(done))} lines"

    def _wrong_files(self) -> Iterator[str]:
        now = self._own(self._work)
        for path in sorted(now.keys() | self.before.keys()):
            if now.get(path) not in (self.before.get(path), self.after.get(path), self.end.get(path)):
                yield f"{path} is neither as it was nor as it was to be"

    def _wrong_site(self) -> Iterator[str]:
        if site(self._work) not in (self.site_before, self.site_after):
            yield "the site is neither the old one nor the new one"

    def _wrong_again(self) -> Iterator[str]:
        again = ran(self._work, self.scenario.command)
        if again.code not in (0, self.code, self.scenario.again):
            yield f"again, it ended with {again.code}: {again.printed}"
        self._finish()
        now = self._own(self._work)
        if now != self.end and self.name != "propose":
            yield f"again, it came to other files: {differing(now, self.end)}"
        if site(self._work) != self.site_end:
            yield "again, it came to another site"
        if left := kept(self._work) - self.kept:
            yield f"again, it left in build/: {', '.join(sorted(left))}"


def told(done: Ran) -> list[str]:
    """The lines that tell what went wrong, without those of what had been done before it."""
    return [line for line in done.lines if ": DISK: " in line or ": REFUSED: " in line or line.startswith(STARTS)]


def differing(one: Files, other: Files) -> str:
    return ", ".join(sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path)))
