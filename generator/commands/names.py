"""The command that lists the names that no registry knows, and registers each by one answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from generator import files, pipeline
from generator.commands import saving
from generator.commands.console import ROOT, TEXTS, in_columns, reports_problems, tell, tell_json
from generator.commands.taking_in import unseen_locks
from generator.content import reading
from generator.content.paths import is_content
from generator.content.reading import Content
from generator.drafting.open_names import OpenName, open_names
from generator.drafting.registering import (
    PUBLISHERS,
    Answer,
    answer_of,
    countries_among,
    is_registered,
    proposed_publishers,
    registered,
)
from generator.evidence import proving
from generator.evidence.languages import LANGUAGES
from generator.evidence.languages.detect import language_of
from generator.evidence.source import FullText, Source
from generator.problems import Malformed, Problem

SHOWN = 40  # names of a list that is not asked for whole
COLUMNS = ("name", "times", "articles", "probably", "")
# What a registry may bring along: what the texts have to answer again, and no mistake of the entry.
WAITS = frozenset(("LOCK-BEHIND", "CANNOT-CHECK", "NO-TEXT", "NAME-WITHOUT-BASIS", "READ-AGAIN"))
KEYS = {"l": "leaders", "o": "organisations", "c": "countries", "p": "publishers"}
HELP = (
    "l leader, o organisation, c country, p publisher, a number: that spelling's entry, an id: that entry, q: no more"
)


@click.command()
@ROOT
@TEXTS
@click.option("--register", "given", metavar="NAME=REGISTRY[:ID]", multiple=True, help="register a name, or NAME=ID")
@click.option("--kind", type=click.Choice(PUBLISHERS), help="what sort of publisher is registered")
@click.option("--countries", is_flag=True, help="register every country that the articles name")
@click.option("--ask", is_flag=True, help="go through the names, and register each by one answer")
@click.option("--all", "whole", is_flag=True, help=f"list all names, not the {SHOWN} most frequent alone")
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@reports_problems
def names(
    root: Path,
    texts: Path | None,
    given: tuple[str, ...],
    kind: str | None,
    countries: bool,
    ask: bool,
    whole: bool,
    as_json: bool,
) -> bool:
    """List the names that no registry knows, the most frequent first, and register those that matter."""
    registries = Registries(root, texts)
    registries.register(*given, *(countries_among(registries.names) if countries else ()), kind=kind or "")
    if ask:
        _ask(registries)
    if as_json:
        tell_json({"names": [_machine(one) for one in registries.names]})
    elif not (given or ask or countries):
        tell(_list(registries.names, whole=whole))
    return True


class Registries:
    """The registries of a dossier as far as they can be read, and the names of its articles that they lack."""

    def __init__(self, root: Path, elsewhere: Path | None) -> None:
        self.root = root
        self.articles, _ = files.readable_articles(root, elsewhere)
        self.texts: Mapping[str, str] = {}
        self._read()

    def _read(self) -> None:
        """Takes what the files hold now."""
        texts, _ = files.readable_content(self.root)
        now = {path: text for path, text in texts.items() if is_content(path)}
        if now != self.texts:
            self.texts, self.content = now, _content(now)
            self.__dict__.pop("names", None)  # they are looked for again, if anybody asks

    def register(self, *answers: str | Answer, kind: str = "") -> None:
        """Writes what was answered, all of it or, where the checker finds a mistake in it, nothing.

        An answer may name the id of an entry that an earlier one makes; `kind` is that of publishers.
        """
        if not answers:
            return
        self._read()  # somebody may have thought long about an answer
        changed, content = dict(self.texts), self.content
        done: list[str] = []
        proposed = proposed_publishers(self.texts)
        for given in answers:
            try:
                answer = answer_of(given, content, kind, proposed) if isinstance(given, str) else given
                if done and is_registered(content, answer) and not is_registered(self.content, answer):
                    continue  # a surname that came with a whole name, say
                known = next((one for one in self.names if one.name == answer.name and not one.unknown.code), None)
                made = registered(changed, content, answer, known.spellings if known else ())
            except ValueError as error:
                raise click.UsageError(str(error)) from None
            changed[made.path] = made.text
            of_file = _content({made.path: made.text})  # no other entry has become another
            content = replace(content, **{answer.registry: getattr(of_file, answer.registry)})
            done.append(f"{made.path}: {made.what}")
        before = set(map(_key, self._problems(self.texts)))
        if wrong := [found for found in self._problems(changed) if _key(found) not in before]:
            tell("nothing is registered: the checker refuses what would be written", err=True)
            raise Malformed(*wrong)
        new = {path: text for path, text in changed.items() if text != self.texts.get(path)}
        saving.save(self.root, new, self.texts)
        self.texts, self.content = changed, content
        self.__dict__.pop("names", None)  # they are looked for again, if anybody asks
        tell("\n".join(done))

    @cached_property
    def names(self) -> tuple[OpenName, ...]:
        """The names that no registry has now."""
        content = self.content
        aliases = proving.alias_table(content)
        sources: dict[str, Source] = {}
        for article, text in self.articles.texts.items():
            known = content.articles.get(article)
            language = LANGUAGES[known.article.language] if known else language_of(text)
            sources[article] = FullText(text, aliases, language)
        sources |= unseen_locks(self.articles)
        return open_names(content, aliases, {id: sources[id] for id in sources if not _is_removed(content, id)})

    def _problems(self, texts: Mapping[str, str]) -> Iterator[Problem]:
        """What the checker has against these texts, without what waits for a text or for a reader."""
        try:
            problems = pipeline.problems(pipeline.load(texts, self.articles))
        except Malformed as malformed:
            problems = malformed.problems
        return (found for found in problems if not (found.is_warning or found.code in WAITS))


def _content(texts: Mapping[str, str]) -> Content:
    return reading.readable(texts)[0]


def _key(problem: Problem) -> tuple[str, str, str]:
    """What is the same for a problem whose line has moved."""
    return problem.place.path, problem.code, problem.what


def _is_removed(content: Content, article: str) -> bool:
    return article in content.articles and content.articles[article].article.removed is not None


def _ask(registries: Registries) -> None:
    """Goes through the names as they are now; an empty answer leaves a name for later."""
    tell(HELP)
    for one in tuple(registries.names):
        tell(f"{one.name}: {_counted(one)}{_also(one)}")
        for number, (spelling, id) in enumerate(one.unknown.near, 1):
            tell(f"  {number} {spelling} ({id})")
        answer = click.prompt(">", default="", show_default=False, prompt_suffix=" ").strip()
        if answer == "q":
            return
        if answer:
            _answered(registries, one, answer)


def _answered(registries: Registries, one: OpenName, answer: str) -> None:
    """Registers a name as it was answered; what cannot be is told, and the next name is asked for."""
    near = one.unknown.near
    if answer.isdigit() and 0 < int(answer) <= len(near):
        answer = near[int(answer) - 1][1]
    kind = click.prompt("what sort?", type=click.Choice(PUBLISHERS)) if answer == "p" else ""
    try:
        registries.register(f"{one.name}={KEYS.get(answer, answer)}", kind=kind)
    except click.UsageError as error:
        tell(f"  {error.message}")
    except Malformed as malformed:
        tell("\n".join(f"  {problem}" for problem in malformed.problems))


def _list(names: Sequence[OpenName], *, whole: bool) -> str:
    """The names in columns, and how one is registered."""
    if not names:
        return "every name of the articles is registered"
    shown = names if whole else names[:SHOWN]
    rows = [(one.name, str(one.count), str(len(one.articles)), _probably(one), _also(one)) for one in shown]
    table = in_columns([COLUMNS, *rows], numbers=(1, 2))
    more = [f"and {len(names) - len(shown)} more: --all lists them"] if len(names) > len(shown) else []
    return "\n".join([table, *more, "", f'register those that matter: briefbook names --register "{_example(names)}"'])


def _probably(one: OpenName) -> str:
    return f"countries ({one.unknown.code})" if one.unknown.code else one.unknown.registry


def _also(one: OpenName) -> str:
    """How else it is spelt there, what it is near to, and what is to be known of it."""
    told = [f"as {', '.join(one.spellings)}"] if one.spellings else []
    told += [f"near {', '.join(f'{spelling} ({id})' for spelling, id in one.unknown.near)}"] if one.unknown.near else []
    told += [one.unknown.note] if one.unknown.note else []
    return "; ".join(told)


def _counted(one: OpenName) -> str:
    return f"{one.count} times in {', '.join(one.articles)}; "


def _example(names: Sequence[OpenName]) -> str:
    one = names[0]
    return f"{one.name}={one.unknown.near[0][1] if one.unknown.near else one.unknown.registry or 'leaders'}"


def _machine(one: OpenName) -> dict[str, Any]:
    return {
        "name": one.name,
        "count": one.count,
        "articles": list(one.articles),
        "spellings": list(one.spellings),
        "registry": one.unknown.registry or None,
        "entry": {
            field: value if isinstance(value, str) else list(value) for field, value in one.unknown.entry.items()
        },
        "near": [{"spelling": spelling, "id": id} for spelling, id in one.unknown.near],
        "note": one.unknown.note or None,
    }
