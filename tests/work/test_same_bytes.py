"""One site, whoever makes it: this process, several, or a Dask cluster, also one that loses its workers meanwhile."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

from generator import assembly, files, lockfiles, pipeline, writing
from generator.briefing import Briefing
from generator.content import reading
from generator.exports import told
from generator.exports.told import Told
from generator.kept_pages import AsKept
from generator.problems import Malformed
from generator.site.parts.context import RenderContext
from generator.site.parts.search_entries import fact_entries
from generator.site.render.markup import render
from generator.work import cluster, packing
from generator.work.digests import digest_of
from generator.work.executors import ALONE, LEFT, Crew, Results, packed, unpacked
from generator.work.processes import of_this_machine
from generator.work.store import Store
from tests.conftest import ADDRESS, ROOT, Sites, copied, laid_out
from tests.resident import briefbook, started

pytestmark = pytest.mark.site
distributed = pytest.importorskip("distributed")

Files = Mapping[str, str | bytes]
OTHER = 'from generator.work import cluster\ncluster.program = lambda: "another"\n'  # as if of another version


def _made(root: Path, crew: Crew) -> tuple[Briefing, Files]:
    """The dossier as it was proved, and every file of its site."""
    briefing = pipeline.load(files.content(root), files.article_texts(root), crew=crew)
    return briefing, pipeline.assemble(root, briefing, crew=crew).files


@pytest.fixture(autouse=True)
def _however_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others prove articles, too, however few there are."""
    monkeypatch.setattr(pipeline, "FEW", 0)


@pytest.fixture(scope="module")
def alone() -> tuple[Briefing, Files]:
    return _made(ROOT, ALONE)


@pytest.mark.parametrize("workers", [2, 4])
def test_processes_make_the_same_of_locks(workers: int, alone: tuple[Briefing, Files]) -> None:
    briefing, made = _made(ROOT, of_this_machine(workers, 0, print))
    assert briefing.facts == alone[0].facts
    assert made == alone[1]


@pytest.mark.parametrize("folder", ["small", "second"])
def test_processes_make_the_same_of_texts_and_the_same_locks(folder: str, tmp_path: Path) -> None:
    root = laid_out(tmp_path, folder)
    here, made_here = _made(root, ALONE)
    briefing, made = _made(root, of_this_machine(2, 0, print))
    texts = files.article_texts(root)
    assert briefing.facts == here.facts
    assert pipeline.problems(briefing) == pipeline.problems(here)
    written = texts.locks, texts.seeds
    assert lockfiles.behind(briefing, *written) == lockfiles.behind(here, *written)
    assert made == made_here


def test_files_and_articles_are_shared_out_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MANY", 0)
    monkeypatch.setattr(writing, "FEW", 0)
    root, log = laid_out(tmp_path / "dossier"), tmp_path / "log"
    lead = os.getpid()

    def noted(context: RenderContext, article: str) -> Any:
        with log.open("a") as file:
            file.write("here\n" if os.getpid() == lead else "elsewhere\n")
        return fact_entries(context, article)

    monkeypatch.setattr(told, "fact_entries", noted)
    with Store(tmp_path / "build") as store:
        crew = replace(of_this_machine(2, 0, print), store=store)
        made = _made(root, crew)
        articles = [*made[0].articles]
        assert Counter(log.read_text().splitlines()) == {"here": 1, "elsewhere": len(articles) - 1}
        assert all(store.has("file", digest_of((path, text))) for path, text in files.content(root).items())
        log.unlink()
        laid_out(root, address=ADDRESS)  # which stands in what is said of all articles
        made = _made(root, crew)
        assert Counter(log.read_text().splitlines()) == {"here": 1, "elsewhere": len(articles) - 1}
        log.unlink()
        assert _made(root, crew)[1] == made[1]
        assert not log.exists()
    assert made[1] == _made(root, ALONE)[1]


def test_what_is_said_of_an_article_is_the_same_where_all_had_to_travel(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "dossier")
    with Store(tmp_path / "build") as store:
        store.program = "p"
        briefing = pipeline.load(files.content(root), files.article_texts(root), crew=Crew(store=store))
        data = assembly.downloads(briefing, "", store)
        writer = writing.writer_of(briefing, files.words(), "", data.data, store)
        assert writer.kept_units
        here = writing.OfArticles(writer.kept_units, data, Told(writer.pages.context, data.data, store), store)
        store.handed_over()
        away = unpacked(packed(here))
        for article in data.data.with_facts:
            here.made(article)
            away.made(article)
            made, theirs = store.handed_over(), away.store.handed_over()
            assert [packing.unpacked(made[at]) for at in theirs] == [*map(packing.unpacked, theirs.values())]
            assert len(made) == len(theirs) > 4


@pytest.mark.parametrize("is_full", [False, True])
def test_pages_are_written_once_whether_the_disk_takes_them_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_full: bool
) -> None:
    monkeypatch.setattr(writing, "FEW", 0)
    root, log, lead = laid_out(tmp_path / "dossier"), tmp_path / "log", os.getpid()

    def noted(template: str, *more: Any) -> str:
        with log.open("a") as file:
            file.write(f"{template if os.getpid() == lead else 'elsewhere'}\n")
        return render(template, *more)

    monkeypatch.setattr(writing, "render", noted)
    with Store(tmp_path / "build") as store:
        if is_full:
            monkeypatch.setattr(
                store, "_database", sqlite3.connect(f"file:{tmp_path}/build/work.sqlite?mode=ro", uri=True)
            )
        assert store.write() is not is_full
        made = _made(root, replace(of_this_machine(2, 0, print), store=store))[1]
        written = Counter(log.read_text().splitlines())
    log.unlink()
    assert made == _made(root, ALONE)[1]
    assert written == {"data.md.j2": 1, "elsewhere": len(log.read_text().splitlines()) - 1}


def test_a_page_comes_with_its_text_or_leaves_it_in_the_store(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "dossier")
    with Store(tmp_path / "build") as store:
        briefing = pipeline.load(files.content(root), files.article_texts(root), crew=Crew(store=store))
        data = assembly.downloads(briefing, "", store)
        writer = replace(writing.writer_of(briefing, files.words(), "", data.data, store), store=store)
        store.handed_over()
        for unit in writer.pages.units:
            pages, read = writer.handed_over(unit)
            assert not {type(page) for page in pages} - {AsKept}
            taken = writer.taken(unit, (pages, read))[0]
            assert [page.text for page in taken] == [page.text for page in writer.noted(unit)[0]]


def test_the_commands_pass_it_on(sites: Sites, tmp_path: Path) -> None:
    root = laid_out(tmp_path / "dossier", address=ADDRESS)
    done = started("build", "--jobs", "2", "--root", root)
    assert done.returncode == 0, done.stderr
    built = sites("published-mkdocs", partial(laid_out, address=ADDRESS), "mkdocs")
    paths = [path.relative_to(built) for path in built.rglob("*") if path.is_file()]
    assert [path for path in paths if (root / "site" / path).read_bytes() != (built / path).read_bytes()] == []
    assert len(paths) == sum(path.is_file() for path in (root / "site").rglob("*"))
    checked = [briefbook("check", "--json", *jobs, "--root", root) for jobs in ([], ["--jobs", "2"])]
    assert [done.returncode for done in checked] == [0, 0]
    assert checked[0].stdout == checked[1].stdout


def test_a_damaged_lock_is_told_of_as_without(tmp_path: Path) -> None:
    root = copied(tmp_path / "dossier")
    for lock in sorted((root / "seeds").glob("*.lock"))[:2]:
        lock.write_text(lock.read_text().replace("proved ", "proven ", 1))
    told = []
    for crew in (ALONE, of_this_machine(2, 0, print)):
        with pytest.raises(Malformed) as raised:
            _made(root, crew)
        told.append(raised.value.problems)
    assert [problem.code for problem in told[0]] == ["BAD-LOCK", "BAD-LOCK"]
    assert told[0] == told[1]


@dataclass
class Cluster:
    """A scheduler on this machine, and its workers, which are processes of their own."""

    folder: Path
    address: str
    workers: list[subprocess.Popen[bytes]]

    def start(self, *, preload: Path | None = None) -> None:
        name = f"worker-{len(self.workers)}"
        loads = ["--preload", str(preload)] if preload else []
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name, *loads]
        self.workers.append(_started(self.folder, "dask_worker", self.address, *options))

    def kill_one_at_work(self, client: Any) -> None:
        """Kills a worker that holds a task, or what came of those that it was given, as a power cut would."""
        names = {address: int(worker["name"][-1]) for address, worker in client.scheduler_info()["workers"].items()}
        at_work = [address for address, tasks in client.processing().items() if tasks]
        victim = self.workers[names[(at_work or [*names])[0]]]
        victim.send_signal(signal.SIGKILL)
        victim.wait()


def _started(folder: Path, program: str, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{program}", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)


@contextmanager
def _scheduler(folder: Path) -> Iterator[Cluster]:
    where = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show", "--scheduler-file", str(where)]
    scheduler = _started(folder, "dask_scheduler", *options)
    started = Cluster(folder, "", [])
    try:
        while not started.address:
            assert scheduler.poll() is None, (folder / "log").read_text()
            with suppress(FileNotFoundError, ValueError):
                started.address = json.loads(where.read_text())["address"]
            time.sleep(0.02)
        yield started
    finally:
        for process in (*started.workers, scheduler):
            process.kill()
            process.wait()


@dataclass(frozen=True)
class Killing(Crew):
    """A crew of which something happens when the first results of the pages are here, and most are not."""

    happens: Callable[[], None] = lambda: None

    def map_kept(self, work: Callable[[Any, Any], Any], state: Any, items: Sequence[Any]) -> Results[Any]:
        results = super().map_kept(work, state, items)
        is_of_pages = isinstance(state, writing.Writer)
        return Results(self._killing(results), results.is_at_hand) if is_of_pages else results

    def _killing(self, results: Iterator[Any]) -> Iterator[Any]:
        yield next(results)
        self.happens()
        yield from results


def test_a_dask_cluster_makes_the_same_also_when_it_loses_its_workers(
    alone: tuple[Briefing, Files], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "FEW", 0)
    told: list[str] = []
    with _scheduler(tmp_path) as started, Store(tmp_path / "build") as store:
        started.start()
        started.start()
        with distributed.Client(started.address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            with cluster.of_cluster(started.address, told.append) as crew:
                assert crew.workers == 2
                losing = Killing(crew.workers, crew.opened, crew.tell, happens=lambda: started.kill_one_at_work(client))
                briefing, made = _made(ROOT, replace(losing, store=store))
                assert briefing.facts == alone[0].facts
                assert made == alone[1]
                assert len(client.scheduler_info()["workers"]) == 1
                assert told == []  # the other has done what it had in hand
                assert _made(ROOT, losing)[1] == alone[1]  # the other is killed, and none is left
                assert told == [LEFT]


def _doubled(_: None, item: int) -> int:
    return 2 * item


def test_what_was_sent_when_the_last_worker_had_just_gone_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        """A cluster of one worker, which is gone as soon as anything was sent to it."""

        status = "finished"

        def __init__(self) -> None:
            self.sent: list[Future[list[int]]] = []

        def nthreads(self) -> dict[str, int]:
            return {} if self.sent else {"a worker": 1}

        def submit(self, *_: object) -> Future[list[int]]:
            self.sent.append(Future())
            return self.sent[-1]  # which nobody will ever set

    monkeypatch.setattr(cluster, "NEWS", 0.01)
    gone, told = Gone(), list[str]()
    pool = cluster._Cluster(gone, cast("Any", gone), b"", "", _doubled, range(5), (CancelledError,), gone)  # noqa: SLF001
    assert [*Crew(1, lambda *_: nullcontext(pool), told.append).map(_doubled, None, range(5))] == [0, 2, 4, 6, 8]
    assert told == [LEFT]
    assert len(gone.sent) == 1


def _refused(address: str) -> str:
    with pytest.raises(Malformed) as raised, cluster.of_cluster(address, print):
        pass
    [problem] = raised.value.problems
    assert (problem.place.path, problem.code) == (address, "NO-CLUSTER")
    return problem.what


def test_a_worker_of_another_program_is_refused_and_so_is_a_cluster_that_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for address in ("nothing of the kind", "nowhere", "tcp://127.0.0.1", "tcp://127.0.0.1:port"):
        assert _refused(address) == "this is no address of a Dask scheduler"
    monkeypatch.setattr(cluster, "ANSWERS", 0.5)
    assert _refused("tcp://127.0.0.1:9").startswith("no Dask scheduler answers: ")
    monkeypatch.setattr(cluster, "ANSWERS", 60)
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    (tmp_path / "other.py").write_text(OTHER)
    with _scheduler(tmp_path) as started:
        assert _refused(started.address) == "the Dask scheduler has no workers"
        monkeypatch.setattr(cluster, "PATIENCE", 60)
        started.start(preload=tmp_path / "other.py")
        assert re.fullmatch(r"the worker tcp://127\.0\.0\.1:\d+ runs another program", _refused(started.address))
