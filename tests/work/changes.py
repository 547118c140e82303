"""Twelve kinds of change to a dossier, each made in its files as people make it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from jinja2 import ChoiceLoader, DictLoader

from generator.site.render.markup import environment

NEW = "2031-02-03-new-article"


def edit(path: Path, change: Callable[[Any], None]) -> None:
    """Changes what a YAML file holds; every value is text, as the program reads it."""
    value = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    change(value)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


def article(root: Path) -> Path:
    """The first article that holds facts."""
    return next(path for path in sorted((root / "content/facts").glob("*.yml")) if "passage" in path.read_text())


def facts(root: Path, change: Callable[[list[Any]], None]) -> None:
    edit(article(root), lambda file: change([fact for fact in file["facts"] if "say" in fact and "passage" in fact]))


def say(root: Path) -> None:
    facts(root, lambda facts: facts[0].update(say=f"Again, {facts[0]['say']}"))


def passage(root: Path) -> None:
    def cut(facts: list[Any]) -> None:
        is_text = isinstance(facts[-1]["passage"], str)
        words = (facts[-1]["passage"] if is_text else facts[-1]["passage"][0]).rsplit(" ", 1)[0]
        facts[-1]["passage"] = words if is_text else [words, *facts[-1]["passage"][1:]]

    facts(root, cut)


def alias(root: Path) -> None:
    edit(root / "content/leaders.yml", lambda leaders: leaders[0].setdefault("aliases", []).append("Quux"))


def new_leader(root: Path) -> None:
    new = {"id": "zoe-quill", "name": "Zoe Quill", "sort": "Quill, Zoe"}
    edit(root / "content/leaders.yml", lambda leaders: leaders.append({**deepcopy(leaders[0]), "aliases": [], **new}))


def renamed_theme(root: Path) -> None:
    edit(root / "content/themes.yml", lambda themes: themes[0].update(name="A theme of another name"))


def question_added(root: Path) -> None:
    edit(
        root / "content/questions.yml",
        lambda questions: questions.append({**deepcopy(questions[0]), "id": "a-new-question"}),
    )


def article_added(root: Path) -> None:
    was = article(root)
    (was.parent / f"{NEW}.yml").write_bytes(was.read_bytes())

    def rename(file: Any) -> None:
        for number, fact in enumerate(file["facts"]):
            fact["id"] = f"new-{number}"

    edit(was.parent / f"{NEW}.yml", rename)
    for path in [*(root / "seeds").glob(f"{was.stem}.*")]:
        path.with_name(f"{NEW}{path.suffix}").write_bytes(path.read_bytes())


def article_removed(root: Path) -> None:
    for path in (root / f"content/facts/{NEW}.yml", *(root / "seeds").glob(f"{NEW}.*")):
        path.unlink()


def taken_down(root: Path) -> None:
    removal = {"on": "2031-02-03", "because": "a right of others"}
    last = max((root / "content/facts").glob("*.yml"))
    edit(last, lambda file: file["article"].update(removed=removal))


def edition(root: Path) -> None:
    def next_day(site: Any) -> None:
        site["edition"] = str(date.fromisoformat(site["edition"]) + timedelta(days=1))

    edit(root / "content/site.yml", next_day)


def title(root: Path) -> None:
    edit(root / "content/site.yml", lambda site: site.update(title="Another title"))
    plan = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    lines = ("site_name: Another title\n" if line.startswith("site_name:") else line for line in plan)
    (root / "mkdocs.yml").write_text("".join(lines), encoding="utf-8")


def template(root: Path) -> None:  # noqa: ARG001 -- it is no file of a dossier
    """Every fact on a page is of one class more; whoever calls this puts the loader back."""
    loader, name = environment().loader, "macros.md.j2"
    assert loader
    source = loader.get_source(environment(), name)[0]
    assert 'class="fact__say"' in source
    changed = DictLoader({name: source.replace('class="fact__say"', 'class="fact__say other"')})
    environment().loader = ChoiceLoader([changed, loader])
    environment().cache = {}


CHANGES = (
    *(say, passage, alias, new_leader, renamed_theme, question_added),
    *(article_added, article_removed, taken_down, edition, title, template),
)
