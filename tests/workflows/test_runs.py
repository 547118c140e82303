"""The workflows run for real, by `act`: events, conditions, permissions, artefacts and summaries, end to end."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.commands.console import printable
from tests.folders import HERE, ROOT
from tests.repositories import committed, git
from tests.test_starter import briefbook
from tests.workflows.forge import Forge, hosted
from tests.workflows.grants import NAME
from tests.workflows.runs import ran

pytestmark = pytest.mark.site

HOSTILE = "$(touch $PWNED) `touch $PWNED`; touch $PWNED & ${{ github.token }} ' \" ::error::a ##[set-output name=a]b"
# File names of articles, each of a kind that a shell, git, a program's options or a workflow might take for its own.
NAMES = (
    "$(touch $PWNED)",
    "`touch $PWNED`",
    "a;touch $PWNED;",
    "a|touch $PWNED",
    "'$(touch $PWNED)'\"",
    "a\n::error::of a second line",
    "::error::at the beginning",
    "  ::notice::after spaces",
    "##[add-mask]e",
    "%0A::error::escaped",
    "${{ github.token }}",
    "--help",
    "-n",
    "a\x1b[2Jb",
    "a..b",
    "@{-1}",
    "HEAD",
    "not-utf-8-\udcff",
)
ARTICLE = (
    "Turbines for the harbour\n\n"
    '"We will build twelve turbines before the winter," Jane Doe told reporters in Oslo on 5 June 2024.\n\n'
    "Norway had promised 40 million euros for the harbour, a spokesman for the Danish ministry said.\n"
)
PULL_REQUESTS = ("pull-requests: read", "pull-requests: write")


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of all that is part of this one now, committed or not; its dossier is the small one."""
    seed = tmp_path_factory.mktemp("seed")
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (seed / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, seed / name)
    for name in ("content", "seeds"):
        shutil.rmtree(seed / name)
        shutil.copytree(HERE / "small" / name, seed / name)
    plan = (seed / "mkdocs.yml").read_text(encoding="utf-8")
    title = yaml.safe_load((seed / "content" / "site.yml").read_text(encoding="utf-8"))["title"]
    (seed / "mkdocs.yml").write_text(re.sub(r"^site_name: .*", f"site_name: {title}", plan), encoding="utf-8")
    git(seed, "init", "--quiet", "--initial-branch", "main")
    committed(seed, "All of it")
    return seed


@pytest.fixture
def forge(seed: Path, tmp_path: Path) -> Iterator[Forge]:
    with hosted(tmp_path / "forge", seed) as forge:
        yield forge


@pytest.fixture
def clone(forge: Forge, tmp_path: Path) -> Path:
    """Where an editor works."""
    git(tmp_path, "clone", "--quiet", str(forge.repository), "clone")
    return tmp_path / "clone"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new dossier in a repository of its own, whose first edition is recorded already."""
    dossier = tmp_path_factory.mktemp("begun") / "dossier"
    for command in (["init", str(dossier)], ["edition", "--root", str(dossier)]):
        done = briefbook(*command)
        assert done.returncode == 0, done.stdout + done.stderr
    git(dossier, "init", "--quiet", "--initial-branch", "main")
    committed(dossier, "A beginning")
    return dossier


def pushed(clone: Path, message: str, *, private: bool = False) -> dict[str, Any]:
    """All that stands in a clone, committed and pushed; what the host tells workflows of it."""
    before = git(clone, "rev-parse", "HEAD")
    if git(clone, "status", "--porcelain"):
        committed(clone, message)
    git(clone, "push", "--quiet", "origin", "HEAD:refs/heads/main")
    after = git(clone, "rev-parse", "HEAD")
    commit = {"id": after, "message": message, "added": git(clone, "diff", "--name-only", before, after).splitlines()}
    repository = {"full_name": NAME, "private": private}
    told = {"ref": "refs/heads/main", "before": before, "after": after, "commits": [commit], "head_commit": commit}
    return {**told, "repository": repository}


def requested(clone: Path, title: str, branch: str = "work") -> dict[str, Any]:
    """All that stands in a clone as a pull request, merged for trial as the host does it; what workflows are told."""
    base = git(clone, "rev-parse", "HEAD")
    git(clone, "switch", "--quiet", "--create", branch)
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--allow-empty", "--message", title)
    head = git(clone, "rev-parse", "HEAD")
    git(clone, "switch", "--quiet", "main")
    git(clone, "merge", "--quiet", "--no-ff", "--no-edit", branch)
    git(clone, "push", "--quiet", "origin", f"{branch}:refs/heads/{branch}", "HEAD:refs/pull/7/merge")
    ends = {"head": {"ref": branch, "sha": head}, "base": {"ref": "main", "sha": base}}
    return {"action": "opened", "number": 7, "pull_request": {"number": 7, "title": title, "body": title, **ends}}


def arrives(clone: Path, name: str, text: str = ARTICLE) -> str:
    (clone / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return name


def escaped(name: str) -> str:
    """A file's name as it stands in an annotation."""
    shown = "".join(f"%{ord(letter):02X}" if letter in "%\r\n:," else letter for letter in name)
    return printable(shown)


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_publish_builds_deploys_and_records(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Once the site is up, the branch has one more commit with one more file: the record of the first edition."""
    run = ran(forge, tmp_path, "publish.yml", "push", pushed(clone, "Now"))
    assert (run.jobs, run.failed) == (dict.fromkeys(("build", "attest", "deploy", "record"), "success"), [])
    site = run.artifact("site")
    assert site.keys() == {path.relative_to(forge.pages).as_posix() for path in files_below(forge.pages)}
    assert {name: (forge.pages / name).read_bytes() for name in site} == site
    assert "index.html" in site
    checked_with = [name for name in site if re.fullmatch(r"verify\w*\.py|data/[^/]+", name)]
    assert forge.attested == {Path(name).name: hashlib.sha256(site[name]).hexdigest() for name in checked_with}
    assert {"verify.py", "facts.json", "briefbook.sqlite"} <= forge.attested.keys()
    assert forge.used == [
        "Build/build: contents: read",
        "Publish/attest: attestations: write",
        "Publish/attest: id-token: write",
        "Publish/deploy: id-token: write",
        "Publish/deploy: pages: write",
        "Publish/record: contents: read",
        "Publish/record: contents: write",
    ]
    git(clone, "fetch", "--quiet", "origin")
    changed = git(clone, "diff", "--name-status", "HEAD", "origin/main").splitlines()
    assert changed == ["A\tcontent/.editions/2024-06-04.yml"]
    assert git(clone, "rev-list", "--count", "HEAD..origin/main") == "1"
    assert run.commands == []


def test_what_fails_its_checks_is_neither_built_nor_deployed(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """The site that is up stays up, and the mistake stands at its line."""
    forge.pages.mkdir()
    (forge.pages / "index.html").write_text("The edition before.", encoding="utf-8")
    path = min((clone / "content" / "facts").glob("*.yml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    say: ", "    say: Someone Unheard-of said that ", 1), encoding="utf-8")
    line = text[: text.index("    say: ")].count("\n") + 1
    run = ran(forge, tmp_path, "publish.yml", "push", pushed(clone, "A mistake"))
    assert run.jobs == {"build": "failure"}
    assert run.failed == ["Check every fact; problems stand at their lines"]
    assert run.steps[-1] == (run.failed[0], "failure")
    assert [path.name for path in files_below(forge.pages)] == ["index.html"]
    assert (run.artifact("site"), forge.used) == ({}, ["Build/build: contents: read"])
    shown = [told for told in run.commands if told.startswith("::error ")]
    assert shown == run.commands
    assert any(told.startswith(f"::error file=content/facts/{path.name},line={line},col=") for told in shown)


def test_hostile_names_in_a_pull_request_are_named_and_give_no_orders(
    forge: Forge, clone: Path, tmp_path: Path
) -> None:
    """Each has its own line, at a place that its name cannot end."""
    for name in NAMES:
        arrives(clone, name)
    run = ran(forge, tmp_path, "build.yml", "pull_request", requested(clone, HOSTILE), PWNED=str(tmp_path / "pwned"))
    assert run.failed == ["Check every fact; problems stand at their lines"]
    assert not (tmp_path / "pwned").exists()
    places = [
        re.fullmatch(r"::error file=seeds/([^,:]+)\.txt,line=1,col=1,title=([A-Z-]+)::.*", told)
        for told in run.commands
    ]
    assert sorted(place and (place[1], place[2]) for place in places) == sorted(
        (escaped(name), "BAD-ID") for name in NAMES
    )


def test_a_pull_request_is_built_and_nothing_of_it_is_published(forge: Forge, clone: Path, tmp_path: Path) -> None:
    run = ran(forge, tmp_path, "build.yml", "pull_request", requested(clone, "Another edition"))
    assert run.jobs == {"build": "success"}
    ran_not = {"Nothing that waits to be read again is published", "Keep the site for GitHub Pages"}
    declared = yaml.safe_load((ROOT / ".github/workflows/build.yml").read_text(encoding="utf-8"))
    names = [step["name"] for step in declared["jobs"]["build"]["steps"]]
    assert [step for step, _ in run.steps] == [name for name in names if name not in ran_not]
    assert "index.html" in run.artifact("site")
    assert (run.artifact("github-pages"), forge.pages.exists()) == ({}, False)
    assert forge.used == ["Build/build: contents: read"]


def test_the_preview_tells_what_a_reader_would_notice(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Whatever the pull request and its branch are called."""
    site = clone / "content" / "site.yml"
    edition = re.compile(r"^edition: .*$", re.MULTILINE)
    site.write_text(edition.sub("edition: 2031-01-01", site.read_text(encoding="utf-8")), encoding="utf-8")
    told = requested(clone, HOSTILE, branch="a;touch${IFS}$PWNED;#")
    run = ran(forge, tmp_path, "preview.yml", "pull_request", told, PWNED=str(tmp_path / "pwned"))
    assert (run.jobs, run.commands) == ({"preview": "success"}, [])
    assert re.search(r"edition: <del>.*</del> → 2031&#45;01&#45;01", run.summary)
    assert run.artifact("changes") == {"changes.md": run.summary.encode()}
    assert forge.used == ["Preview/preview: contents: read"]
    assert not (tmp_path / "pwned").exists()


def test_a_new_article_becomes_one_pull_request_with_its_draft(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Once alone; by the second run it has one, and where there is no new article nothing happens."""
    article = arrives(clone, "2024-06-06-harbour-turbines")
    told = pushed(clone, "A new article")
    run = ran(forge, tmp_path / "one", "new-article.yml", "push", told)
    assert (run.jobs, run.commands) == ({"propose": "success"}, [])
    assert forge.used == [
        f"New article/propose: {used}" for used in ("contents: read", "contents: write", *PULL_REQUESTS)
    ]
    [request] = forge.pull_requests
    assert (request["head"], request["base"]) == (f"draft/{article}", "main")
    assert request["title"] == f"New article: {article}"
    assert request["body"].count("- [ ] ") == 8
    assert "### Articles" in request["body"]
    git(clone, "fetch", "--quiet", "origin")
    changed = git(clone, "diff", "--name-status", "main", f"origin/draft/{article}").splitlines()
    assert changed == [f"A\tcontent/facts/{article}.yml"]
    assert "status: draft" in git(clone, "show", f"origin/draft/{article}:content/facts/{article}.yml")
    again = ran(forge, tmp_path / "two", "new-article.yml", "push", told)
    assert (again.jobs, len(forge.pull_requests)) == ({"propose": "success"}, 1)
    assert f"{article}: it has a pull request\n" in again.printed
    assert git(clone, "ls-remote", "--heads", "origin").count("refs/heads/") == 2


def test_where_workflows_may_not_open_pull_requests_the_setting_is_named(
    forge: Forge, clone: Path, tmp_path: Path
) -> None:
    article = arrives(clone, "2024-06-06-harbour-turbines")
    told = pushed(clone, "A new article")
    forge.forbid_pull_requests()
    run = ran(forge, tmp_path / "one", "new-article.yml", "push", told)
    assert run.jobs == {"propose": "failure"}
    assert "gh:1:1: REFUSED: pull request create failed: GraphQL: GitHub Actions is not permitted to" in run.printed
    assert "Allow GitHub Actions to create and approve pull requests" in run.printed
    assert "Allow GitHub Actions to create and approve pull requests" in (ROOT / "README.md").read_text("utf-8")
    forge.forbid_pull_requests(forbidden=False)
    assert ran(forge, tmp_path / "two", "new-article.yml", "push", told).jobs == {"propose": "success"}
    assert [request["head"] for request in forge.pull_requests] == [f"draft/{article}"]


def test_hostile_names_and_titles_reach_no_shell_and_no_command(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Each is refused by its name, and keeps no other article from its pull request."""
    article = arrives(clone, "2024-06-06-harbour-turbines", HOSTILE + "\n\n" + ARTICLE)
    for n, name in enumerate(NAMES):
        arrives(clone, name, ARTICLE.replace("twelve", f"{n + 20}"))
    run = ran(forge, tmp_path / "run", "new-article.yml", "push", pushed(clone, HOSTILE), PWNED=str(tmp_path / "pwned"))
    assert not (tmp_path / "pwned").exists()
    assert run.commands == []
    assert [request["head"] for request in forge.pull_requests] == [f"draft/{article}"]
    assert run.jobs == {"propose": "failure"}
    assert run.printed.count(": BAD-ID: ") == len(NAMES)


def test_a_new_dossier_is_published_by_the_same_workflows(begun: Path, tmp_path: Path) -> None:
    """Its edition is recorded, so the job that would record it takes no Python; its own commands do the rest.

    It is private, so nothing is signed for.
    """
    with hosted(tmp_path / "forge", begun) as forge:
        git(tmp_path, "clone", "--quiet", str(forge.repository), "clone")
        run = ran(forge, tmp_path, "publish.yml", "push", pushed(tmp_path / "clone", "Now", private=True))
    assert (run.jobs, run.failed) == (dict.fromkeys(("build", "deploy", "record"), "success"), [])
    assert (run.steps[-1], run.commands) == (("Take the files", "success"), [])
    assert "briefbook build --whole" in run.printed
    assert (forge.pages / "articles" / "2024-06-01-oslo-cable.html").is_file()
    assert "Publish/record: contents: write" not in forge.used
    assert forge.attested == {}


def test_a_first_record_that_cannot_be_pushed_says_how_it_is_kept(forge: Forge, clone: Path, tmp_path: Path) -> None:
    """Somebody else was faster while the site was built."""
    git(tmp_path, "clone", "--quiet", str(forge.repository), "slower")
    (clone / "README.md").write_text("Somebody else was faster.\n", encoding="utf-8")
    pushed(clone, "In the meantime")
    done = briefbook("edition", "--first", "--push", cwd=tmp_path / "slower")
    assert done.returncode != 0
    assert "REFUSED: " in done.stderr
    assert "run `briefbook edition --first` where you work, and commit the file that it writes" in done.stderr
