"""Dossiers with something changed at random in facts, registries or locks, and what both programs say of each.

A number gives a mutant, the same one each time. `check` answers from the texts, or from the locks alone; `verify.py`
reads the data that a site of this mutant would publish.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout, suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator import assembly, files, lockfiles, pipeline
from generator.evidence.verdict import Verdict
from generator.files import ArticleTexts
from generator.measures.ledger import ledger
from generator.problems import Malformed
from generator.verifier.bundle import verifier_files
from generator.work.promised import made
from tests.folders import HERE, article_texts_of, texts_of
from tests.test_handbook import CONTENT, TEXTS

NAMES = ("Angela Merkel", "Atlantis", "Norwegian", "Jane Doe", "Peter Holm", "Denmark", "the ministry", "Ilse Marrow")
SMALL_WORDS = ("not", "never", "perhaps", "would", "all", "only", "more than", "about", "before", "by", "without", "no")
CODES = {"proved": 0, "refuted": 1, "cannot check": 2}
WORST_FIRST = (Verdict.REFUTED, Verdict.CANNOT)
Facts = dict[str, Any]
Change = Callable[[Random, Facts, dict[str, Any]], None]


@dataclass(frozen=True)
class Dossier:
    """What is changed: content as plain values by path, the articles' texts, and the locks that were made of these."""

    content: Mapping[str, Any]
    texts: Mapping[str, str]
    locks: Mapping[str, str]


@dataclass(frozen=True)
class Outcome:
    """What both programs say of a mutant: their answers for each kind of check, and the worst of them."""

    mutant: str
    checked: str
    verified: str
    said: str

    @property
    def agrees(self) -> bool:
        return self.checked == self.verified


@cache
def dossiers() -> tuple[Dossier, ...]:
    """The handbook's, in which every field is filled, and two small ones."""
    folders = [{**CONTENT, **{f"seeds/{id}.txt": text for id, text in TEXTS.items()}}]
    folders += [texts_of(HERE / name) for name in ("small", "second")]
    return tuple(map(_dossier, folders))


def _dossier(texts: Mapping[str, str]) -> Dossier:
    written = {path: text for path, text in texts.items() if path.startswith("content/")}
    content, articles = pipeline.read(written), article_texts_of(texts).texts
    locks = {id: lockfiles.from_text(content, id, text) for id, text in articles.items()}
    values = {path: yaml.load(text, yaml.BaseLoader) for path, text in written.items()}
    return Dossier(values, articles, locks)


def outcome(number: int, folder: Path) -> Outcome | None:
    """What is said of the mutant of a number; nothing where it is the dossier itself, or is not read at all."""
    random = Random(number)
    dossier = random.choice(dossiers())
    content = deepcopy(dict(dossier.content))
    locks, has_texts = dict(dossier.locks), random.random() < 0.3
    is_of_lock = not has_texts and random.random() < 0.15
    what = _change_lock(random, locks) if is_of_lock else _change_content(random, content)
    if content == dossier.content and locks == dossier.locks:
        return None
    written = {path: yaml.safe_dump(value, allow_unicode=True) for path, value in content.items()}
    kept = ArticleTexts(dict(dossier.texts), {}, {}) if has_texts else ArticleTexts({}, locks, {})
    try:
        briefing = pipeline.load(written, kept)
    except Malformed:
        return None
    given = {verdict for answers in ledger(briefing).checks.values() for verdict in +answers}
    checked = next((verdict.value for verdict in WORST_FIRST if verdict in given), "proved")
    for path, held in (*assembly.downloads(briefing, "").files(), *verifier_files(briefing)):
        if path.startswith("data/") and path.endswith((".json", ".lock")):
            files.write(folder / path, made(held))
    verified, said = verify(folder / "data")
    where = "by its texts" if has_texts else "by its locks"
    return Outcome(f"{number}: {what}, {where}", checked, verified, said)


def verify(data: Path) -> tuple[str, str]:
    """What the shipped program says of the facts of a site, and how it says it; it is imported already."""
    import verify as program

    site, sizes = program.read_site(data), Counter[str]()
    checks = [*program.facts_without_article(site)]
    for found in program.check_articles(site, data, None):
        checks += found.checks
        sizes.update({name: getattr(found.counted, name) for name in program.SIZES})
    with redirect_stdout(StringIO()) as said:
        code = program.report(site, checks, [], sizes)
    lines = [line for line in said.getvalue().splitlines() if re.match("refuted:|cannot check:", line)]
    return next(answer for answer, known in CODES.items() if known == code), "; ".join(lines)


def _change_lock(random: Random, locks: dict[str, str]) -> str:
    """A sign or a line of a lock is another, as a hand or a disk may leave it."""
    id = random.choice(sorted(locks))
    lines = locks[id].splitlines()
    at = random.randrange(len(lines))
    if random.random() < 0.4:
        left_out = lines.pop(at)
        locks[id] = "\n".join(lines) + "\n"
        return f"{id}.lock without `{left_out[:60]}`"
    words = lines[at].split(" ")
    part = random.randrange(len(words))
    was, words[part] = words[part], random.choice(" ".join(lines).split())
    lines[at] = " ".join(words)
    locks[id] = "\n".join(lines) + "\n"
    return f"{id}.lock has `{words[part][:30]}` for `{was[:30]}` in line {at + 1}"


def _change_content(random: Random, content: dict[str, Any]) -> str:
    """One to two changes of a fact, or one of a registry."""
    if random.random() < 0.12:
        return _change_registry(random, content)
    path = random.choice([path for path in sorted(content) if "/facts/" in path])
    facts = [fact for fact in content[path]["facts"] if "status" not in fact]
    fact = random.choice(facts)
    before = dict(fact)
    for change in random.sample(CHANGES, random.choice((1, 1, 2))):
        with suppress(KeyError, IndexError):  # a fact that has nothing of the kind stays
            change(random, fact, content[path])
    changed = {key: (before.get(key), fact.get(key)) for key in {*before, *fact} if before.get(key) != fact.get(key)}
    return f"{fact['id']} {changed}"


def _change_registry(random: Random, content: dict[str, Any]) -> str:
    registries = ("leaders", "countries", "organisations", "events")
    name = random.choice([name for name in registries if content.get(f"content/{name}.yml")])
    entry = random.choice(content[f"content/{name}.yml"])
    fields = [key for key in ("name", "aliases", "demonyms", "place", "country", "code") if key in entry]
    field = random.choice(fields)
    if field in ("aliases", "demonyms"):
        entry[field] = entry[field][1:] + random.sample(NAMES, random.choice((0, 1)))
    elif field in ("name", "place"):
        entry[field] = random.choice((*NAMES, f"{entry[field]} {random.choice(NAMES)}"))
    else:
        entry.pop(field)
    return f"{entry['id']}: another {field}"


def _word(random: Random, text: str, pattern: str, other: Callable[[str], str]) -> str:
    """A text with one of the words of a pattern in another form."""
    found = list(re.finditer(pattern, text))
    match = found[random.randrange(len(found))] if found else None
    return text[: match.start()] + other(match[0]) + text[match.end() :] if match else text


def _number(random: Random, fact: Facts, _: object) -> None:
    fact["say"] = _word(random, fact["say"], r"\d+", lambda was: str(int(was) + random.choice((-1, 1, 10, 1000))))


def _name(random: Random, fact: Facts, _: object) -> None:
    other = random.choice(NAMES)
    fact["say"] = _word(random, fact["say"], r"[A-Z]\w+(?: [A-Z]\w+)*", lambda _: other)


def _opening(random: Random, fact: Facts, _: object) -> None:
    fact["say"] = f"{random.choice(NAMES)}{fact['say'][fact['say'].find(' ') :]}"


def _small_word(random: Random, fact: Facts, _: object) -> None:
    fact["say"] = _word(random, fact["say"], " ", lambda _: f" {random.choice(SMALL_WORDS)} ")


def _without_word(random: Random, fact: Facts, _: object) -> None:
    fact["say"] = _word(random, fact["say"], r" \w+(?= )", lambda _: "")


def _turned(random: Random, fact: Facts, _: object) -> None:
    names = re.findall(r"(?<=\w )[A-Z]\w+|^[A-Z]\w+ [A-Z]\w+", fact["say"])
    one, other = random.sample(names, 2) if len(names) > 1 else ("", "")
    fact["say"] = fact["say"].replace(one, "\0").replace(other, one).replace("\0", other) if one else fact["say"]


def _quoted(random: Random, fact: Facts, _: object) -> None:
    fact["say"] = _word(random, fact["say"], r"\w+ \w+", lambda was: f"“{was}”")


def _copied(_: Random, fact: Facts, __: object) -> None:
    passage = fact["passage"] if isinstance(fact["passage"], str) else fact["passage"][0]
    fact["say"] = f"{fact['say'].removesuffix('.')}, {passage}."


def _of_another(random: Random, fact: Facts, file: dict[str, Any]) -> None:
    other = random.choice([one for one in file["facts"] if one.get("say") and one["id"] != fact["id"]])
    field = random.choice(("say", "passage", "who", "via", "when", "paragraph", "answers", "named"))
    fact[field] = other[field]


def _passage(random: Random, fact: Facts, _: object) -> None:
    passage = fact["passage"] if isinstance(fact["passage"], str) else fact["passage"][0]
    words = passage.split()
    cut = random.choice((words[1:], words[:-1], words[:4], [*words[:2], "otherwise", *words[3:]], [*words, "then"]))
    fact["passage"] = " ".join(cut)


def _without_field(random: Random, fact: Facts, _: object) -> None:
    fact.pop(random.choice([key for key in sorted(fact) if key not in ("id", "say", "passage", "about")]))


def _pointer(random: Random, fact: Facts, _: object) -> None:
    if "named" in fact and random.random() < 0.6:
        fact["named"] = {id: str(random.randint(1, 9)) for id in fact["named"]}
    else:
        fact["paragraph"] = str(random.randint(1, 9))


def _date(random: Random, fact: Facts, _: object) -> None:
    months = "January|February|March|April|May|June|July|2024|2025|2031|Friday|Sunday"
    fact["say"] = _word(random, fact["say"], rf"\b({months})\b", lambda _: random.choice(months.split("|")))
    if isinstance(fact.get("when"), str):
        fact["when"] = random.choice(("2024-05-30", "2024-05", "2031-04-02", "2024"))
    elif "when" in fact:
        fact["when"] = {**fact["when"], "date": random.choice(("2024-05-30", "2024-07", "2031-04-02", "2024"))}


def _small_text(random: Random, fact: Facts, _: object) -> None:
    field = random.choice([key for key in ("via", "by", "to", "answers", "computed", "when") if key in fact])
    value = fact[field]
    if isinstance(value, str):
        fact[field] = f"{random.choice(NAMES)} of {value}"
    elif isinstance(value, list):
        fact[field] = [random.choice(NAMES), *value[1:]]
    else:
        key = random.choice(sorted(value))
        fact[field] = {**value, key: random.choice(("60 percent", f"{value[key]} of Norway", "a score", "on Monday"))}


CHANGES: tuple[Change, ...] = (
    _number, _name, _opening, _small_word, _without_word, _turned, _quoted, _copied,
    _of_another, _passage, _without_field, _pointer, _date, _small_text,
)  # fmt: skip


def outcomes(numbers: range, folder: Path) -> Iterator[Outcome]:
    """What is said of each mutant of these numbers that is one."""
    for number in numbers:
        if found := outcome(number, folder / str(number)):
            yield found
