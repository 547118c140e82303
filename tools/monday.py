"""A Monday in a newsroom, step by step: twenty invented articles arrive, and a briefing of them is published.

`tests/monday/` has the articles as they arrive, what the editor brings along (`content/`), the names that the editor
registers, what becomes of the drafts (`facts.yml`) and of the records, and what rests on several facts; one article
is curated at the desk (`tools/monday_desk.py`), and `desk.yml` is what its file is then. Each step takes the
folder of the dossier, does there what the editor does, and gives counts of what happened.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser

from generator.content import edits
from generator.content.model import Article, Fact
from tests.repositories import ENVIRONMENT, committed, git
from tests.resident import started
from tools import monday_desk

REPOSITORY = Path(__file__).parent.parent
FOLDER = REPOSITORY / "tests" / "monday"
TITLE = "The Arven line"
ROOMY = 1.5  # a drafted passage stays where it has the words that prove the fact, and half as many more at most
Counts = dict[str, int]


class Failed(RuntimeError):
    """What a command answered that should not have failed."""


def briefbook(root: Path, *arguments: str, status: int | None = 0) -> str:
    """What a command answers, problems included. Failed: with another status."""
    at_a_desk = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY), "CI": ""}  # and not in a workflow
    done = started(*arguments, cwd=root, env=at_a_desk)
    if status is not None and done.returncode != status:
        raise Failed(f"briefbook {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def begin(root: Path) -> Counts:
    """A new dossier: its examples make way for the themes and questions that the editor has."""
    briefbook(root.parent, "init", str(root))
    for pattern in ("content/*.yml", "content/facts/*.yml", "seeds/*"):
        for example in root.glob(pattern):
            example.unlink()
    for prepared in (FOLDER / "content").iterdir():
        shutil.copy(prepared, root / "content")
    site = root / "content" / "site.yml"
    site.write_text(edits.with_fields(site.read_text("utf-8"), (), {"edition": _today()}), "utf-8")
    plan = root / "mkdocs.yml"
    plan.write_text(re.sub(r"(?m)^site_name:.*", f"site_name: {TITLE}", plan.read_text("utf-8")), "utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    committed(root, "A new dossier")
    return {"questions": len(read(root / "content" / "questions.yml"))}


def arrive(root: Path) -> Counts:
    """All articles are taken in at once: those of a list, which tells their outlets and days, and the others."""
    arriving = FOLDER / "arriving"
    listed = [line.split(",")[0] for line in (arriving / "list.csv").read_text("utf-8").splitlines()]
    others = sorted(path for path in arriving.iterdir() if path.name not in ("list.csv", *listed))
    told = briefbook(root, "add", str(arriving / "list.csv"), *map(str, others))
    records = [read(path)["article"] for path in _fact_files(root)]
    return {
        "articles": len(records),
        "texts in the open": len([*root.glob("seeds/*.txt")]),
        "drafts": _drafts(root),
        "near-duplicates": told.count("one agency?"),
        "of an agency": sum(record.get("origin") in ("norrpress", "agence-boreale") for record in records),
        "without an exact day": sum(not re.fullmatch(r"[\d-]{10}", record["published"]) for record in records),
        "without an outlet": sum("publisher" not in record for record in records),
    }


def register(root: Path) -> Counts:
    """The countries that the articles name, and the names that matter, each by one answer; some are spellings."""
    unknown = len(json.loads(briefbook(root, "names", "--json"))["names"])
    told = read(FOLDER / "names.yml")
    briefbook(root, "names", "--countries")
    for answers in (told["entries"], told["spellings"]):
        briefbook(root, "names", *(part for answer in answers for part in ("--register", answer)))
    registries = {name: root / "content" / f"{name}.yml" for name in ("countries", "leaders", "organisations")}
    return {"unknown": unknown, **{name: len(read(path)) for name, path in registries.items()}}


def redraft(root: Path) -> Counts:
    """What nobody has touched is drafted anew, with the names that are registered now."""
    before = {path: path.read_text("utf-8") for path in _fact_files(root)}
    briefbook(root, "redraft")
    after = {path: path.read_text("utf-8") for path in _fact_files(root)}
    return {"articles": sum(text != after[path] for path, text in before.items()), "drafts": _drafts(root)}


def word(root: Path) -> Counts:
    """The editor words drafts, writes the facts that no draft proposed, and drops the other drafts."""
    counts = dict.fromkeys(("facts", "from drafts", "speaker kept", "passage kept", "dropped"), 0)
    for title, facts in read(FOLDER / "facts.yml").items():
        path = root / "content" / "facts" / f"{_article(root, title)}.yml"
        text = path.read_text("utf-8")
        drafts = {draft["id"]: draft for draft in read(path)["facts"] if draft.get("status") == "draft"}
        for wanted in facts:
            counts["facts"] += 1
            fact = {field: value for field, value in wanted.items() if field != "settled"}
            draft = next((one for one in drafts.values() if _is_of(one, fact)), None)
            if draft is None:
                text = edits.with_item(text, ("facts",), fact)
                continue
            del drafts[draft["id"]]
            counts["from drafts"] += 1
            counts["speaker kept"] += draft.get("who") == fact.get("who")
            if _is_kept(draft, fact):
                counts["passage kept"] += 1
                del fact["passage"]
            text = _worded(text, draft, fact)
        for draft in drafts:
            text = edits.without_item(text, ("facts", draft))
        counts["dropped"] += len(drafts)
        path.write_text(text, "utf-8")
    return counts


def _worded(text: str, draft: Mapping[str, Any], fact: Mapping[str, Any]) -> str:
    """The file with a draft turned into a fact; its id, by which it is found, changes last."""
    left = {field: None for field in draft if field not in fact and field not in ("id", "passage", "paragraph")}
    told = {field: value for field, value in fact.items() if field != "id"}
    text = edits.with_fields(text, ("facts", draft["id"]), {**left, **told}, tuple(Fact.model_fields))
    return edits.with_fields(text, ("facts", draft["id"]), {"id": fact["id"]})


def record(root: Path) -> Counts:
    """The editor looks at what was guessed of the records, and at the paragraphs that are left."""
    told = read(FOLDER / "records.yml")
    for title, wanted in told.items():
        path = root / "content" / "facts" / f"{_article(root, title)}.yml"
        text = edits.with_fields(path.read_text("utf-8"), ("article",), wanted["fields"], tuple(Article.model_fields))
        for paragraph, because in wanted.get("skip", {}).items():
            text = edits.with_item(text, ("skip",), {"paragraphs": paragraph, "because": because})
        path.write_text(text, "utf-8")
    return {"records": len(told), "complete": sum(one["fields"].get("curation") == "complete" for one in told.values())}


def settle(root: Path) -> Counts:
    """What the checker wants to be read again is read again: the words are mended, or the sense is vouched for."""
    told = _told(root)
    counts = {"flags": told["READ-AGAIN"], "refused": told.total() - told["READ-AGAIN"], "mended": 0, "vouched for": 0}
    for title, facts in read(FOLDER / "facts.yml").items():
        article = _article(root, title)
        path = root / "content" / "facts" / f"{article}.yml"
        text = path.read_text("utf-8")
        for fact in facts:
            if settled := fact.get("settled"):
                counts["vouched for" if "agrees" in settled else "mended"] += 1
                text = edits.with_fields(text, ("facts", fact["id"]), settled, tuple(Fact.model_fields))
        path.write_text(text, "utf-8")
        if any("agrees" in fact.get("settled", {}) for fact in facts):
            briefbook(root, "lock", f"texts/{article}.txt")  # which signs that it was read
    return {**counts, "left": _told(root).total()}


def _told(root: Path) -> Counter[str]:
    """What `check` has against the dossier, by code; what waits for the second reader apart."""
    codes = re.findall(r"(?m)^\S+:\d+:\d+: ([A-Z-]+): ", briefbook(root, "check", status=None))
    return Counter(code for code in codes if code != "READ-BEFORE")


def tell(root: Path) -> Counts:
    """What the editor writes of people, questions, an event and the whole, resting on several facts."""
    told = read(FOLDER / "sentences.yml")
    for one in told:
        path = root / one["file"]
        text = path.read_text("utf-8") if path.exists() else ""
        if "new" in one:
            text = edits.with_item(text, (), one["new"])
        else:
            text = edits.with_fields(text, (one["entry"],) if "entry" in one else (), one["fields"])
        path.write_text(text, "utf-8")
    return {"entries": len(told)}


def review(root: Path) -> Counts:
    """Somebody else reads every fact beside its sentences, and signs; of the desk's article the record is left."""
    worded = [path for path in _fact_files(root) if any("status" not in fact for fact in read(path)["facts"])]
    for path in worded:
        what = ("--record", "--sign") if path.stem == monday_desk.ARTICLE else ("--sign-all-shown",)
        briefbook(root, "review", path.stem, *what)
    return {"articles": sum("second_reading" in read(path)["article"] for path in worded)}


def publish(root: Path) -> Counts:
    """The rules are run as publishing runs them, the edition is recorded, the site is built."""
    briefbook(root, "check", "--strict")
    briefbook(root, "edition")
    briefbook(root, "build")
    committed(root, "The first edition")
    return {"pages": len([*(root / "site").rglob("*.html")]), "facts": published(root)}


def published(root: Path) -> int:
    """How many facts the site of a dossier has."""
    return len(json.loads((root / "site" / "data" / "facts.json").read_text("utf-8"))["facts"])


def clone(root: Path) -> Counts:
    """A workflow has no text: it checks what is committed, drafts nothing, and builds; the site proves itself."""
    there = root.parent / f"{root.name}-clone"
    git(root.parent, "clone", "--quiet", f"file://{root}", str(there))
    briefbook(there, "check", "--strict")
    briefbook(there, "propose")
    briefbook(there, "build")
    verify = [sys.executable, "-S", str(there / "site" / "verify.py")]
    done = subprocess.run(verify, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"{done.stdout}{done.stderr}")
    texts = [path for path in git(there, "log", "--all", "--format=", "--name-only").split() if path.endswith(".txt")]
    return {"texts": len(texts), "facts": published(there)}


def left(root: Path) -> Counts:
    """What the list of work still has."""
    tasks = json.loads(briefbook(root, "next", "--json"))["tasks"]
    return {kind: [task["kind"] for task in tasks].count(kind) for kind in sorted({task["kind"] for task in tasks})}


def propose(root: Path, monday: Path, most: int | None = None) -> Counts:
    """The way of a workflow: the texts of a Monday are committed, and each is drafted on a branch, which is merged."""
    begin(root)
    texts = sorted(monday.glob("texts/*.txt"))[:most]
    for text in texts:
        shutil.copy(text, root / "seeds")
    committed(root, "Articles of the week")
    briefbook(root, "propose", status=None)  # 1 where a draft waits for names
    branches = git(root, "branch", "--list", "draft/*", "--format=%(refname:short)").split()
    for branch in branches:
        git(root, "merge", "--quiet", "--no-edit", branch)
    briefbook(root, "build")  # of articles that nobody has read
    return {"texts": len(texts), "branches": len(branches), "drafts": _drafts(root), "facts": published(root)}


def steps(browser: Browser) -> dict[str, Callable[[Path], Counts]]:
    """What is done in turn; the browser shows the desk."""
    return {
        "begin": begin,
        "arrive": arrive,
        "register": register,
        "redraft": redraft,
        "desk": partial(monday_desk.curate, browser=browser),
        "word": word,
        "record": record,
        "tell": tell,
        "settle": settle,
        "review": review,
        "publish": publish,
        "clone": clone,
        "left": left,
    }


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _article(root: Path, title: str) -> str:
    """The id of the article that has this title in its text."""
    found = [path.stem for folder in ("seeds", "texts") for path in root.glob(f"{folder}/*.txt") if _has(path, title)]
    if len(set(found)) != 1:
        raise Failed(f"{title}: {found}")
    return found[0]


def _has(path: Path, title: str) -> bool:
    return title in path.read_text("utf-8").splitlines()


def _is_of(draft: Mapping[str, Any], fact: Mapping[str, Any]) -> bool:
    """Whether a draft has at least half of the words that prove a fact."""
    wanted = fact["passage"].split()
    return any(_shared(passage, wanted) * 2 >= len(wanted) for passage in _passages(draft)) and (
        "paragraph" not in fact or draft["paragraph"] == fact["paragraph"]
    )


def _shared(passage: str, words: list[str]) -> int:
    """How many of the words, from the first or to the last, stand in a passage as a run."""
    held = f" {' '.join(passage.split())} "
    runs = [words[:n] for n in range(len(words), 0, -1)] + [words[n:] for n in range(len(words))]
    return max((len(run) for run in runs if f" {' '.join(run)} " in held), default=0)


def _is_kept(draft: Mapping[str, Any], fact: Mapping[str, Any]) -> bool:
    passages = _passages(draft)
    room = ROOMY * len(fact["passage"].split())
    return len(passages) == 1 and fact["passage"] in passages[0] and len(passages[0].split()) <= room


def _passages(draft: Mapping[str, Any]) -> list[str]:
    return [draft["passage"]] if isinstance(draft["passage"], str) else list(draft["passage"])


def _fact_files(root: Path) -> list[Path]:
    return sorted(root.glob("content/facts/*.yml"))


def _drafts(root: Path) -> int:
    return sum(path.read_text("utf-8").count("\n    status: draft") for path in _fact_files(root))


def read(path: Path) -> Any:
    """What a YAML file holds, every value as it is written."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
