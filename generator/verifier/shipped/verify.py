"""Repeats the checks of this briefing on your own computer: `python3 verify.py [--texts FOLDER] [SITE]`.

It needs Python 3.10 or newer and nothing else, asks no network, and shares no line with the program that made the site.
It reads `data/`: the facts, the registered names, the tables of words, and the lock of each article. A lock is what is
kept of a text that may not be shown: the size, names and numbers of each sentence, and a fingerprint of all that was
proved there. Whoever has the articles puts them as .txt into a FOLDER: known by their digest, they are held against
their locks. It ends with 0 if all is proved, 1 if something is refuted, 2 if something cannot be checked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.dont_write_bytecode = True  # the folder stays as it was
from verify_words import Words, days, digest, says, within  # type: ignore[import-not-found] # noqa: E402 -- beside this

TABLES = "071f6cea0736059d42ebb68ea4ec24adb6b69fd0e90399f123153873d9c62bde"  # of data/contract.json
LARGEST = 64_000_000  # bytes of a file that is read
PROVED, REFUTED, CANNOT = ANSWERS = ("proved", "refuted", "cannot check")
REGISTRIES = ("leaders", "countries", "organisations", "publishers")
LEFT_OUT = """
Not repeated here: sentences of ours that rest on facts; the dates of events; how a date is counted from words such as
Friday; how much of a passage is speech; where sentences end; the kinds and themes of facts, and the files that are
not read here (`sha256sum -c SHA256SUMS` in data/ tells whether any was changed). Of an article whose text is not at
hand, its lock is believed; where it is at hand, that names and numbers stand in the right sentence of their
paragraph, and the numbers of texts that are not English. Whether a fact is true, or fair to its article, no program
can tell: read its passage.
"""
LINE = re.compile(r"(\d{1,6})\.(\d{1,6}) (\d{1,6})( item)? \| ([^|]*) \| ([^|]*) \|((?: [0-9a-f:!+-]+)*)", re.ASCII)
PROOF = re.compile(r"([0-9a-f]{16}):(\d{1,6})-(\d{1,6}):(\d{1,6})(!?)(\+?)", re.ASCII)
QUOTED = re.compile(r"\"([^\"]*)(?:\"|$)|(?<!\w)'(?=\w)([^\"]*?)'(?!\w)")
Spot = tuple[int, int]  # a paragraph and its sentence, both counted from 1


class Outline(NamedTuple):
    """What a lock tells of a sentence."""

    tokens: int
    item: bool
    figures: list[str]
    names: list[str]


class Stretch(NamedTuple):
    """The tokens of a sentence that a passage covers, and how many of them are speech."""

    spot: Spot
    first: int
    last: int
    spoken: int
    negated: bool


class Check(NamedTuple):
    kind: str
    answer: str
    why: str  # it is not proved


class Article:
    """What the lock of an article tells, held against its text where that is at hand."""

    def __init__(self, words: Words, record: dict[str, Any], lock: str, text: str | None) -> None:
        self.words, self.language, lines = words, record["language"], lock.splitlines()
        self.outlines: dict[Spot, Outline] = {}
        self.standings: dict[str, list[list[Stretch]]] = {}
        self.head = dict(line.partition(" ")[::2] for line in lines[:6]) or {
            "sha256": "",
            "paragraphs": "0",
            "aliases": "",
        }
        self.answers, unfinished = {line[7:] for line in lines[6:] if line.startswith("proved ")}, set[str]()
        for found in filter(None, map(LINE.fullmatch, lines[6:])):
            spot = int(found[1]), int(found[2])
            forms, names = (list(filter(None, told.split("; "))) for told in (found[5], found[6]))
            self.outlines[spot] = Outline(int(found[3]), bool(found[4]), forms, names)
            for key, first, last, spoken, negated, more in PROOF.findall(found[7]):
                stretch, known = (
                    Stretch(spot, int(first), int(last), int(spoken), bool(negated)),
                    self.standings.setdefault(key, []),
                )
                known[-1].append(stretch) if key in unfinished else known.append([stretch])
                (unfinished.add if more else unfinished.discard)(key)
        told = [value for name, value in self.head.items() if name != "seal"]
        self.faults = ["its lock is that of another text"] if lock and self.head["sha256"] != record["sha256"] else []
        if lock and self.head.get("seal") != digest(self.head["sha256"], "seal", *told, *lines[6:]):
            self.faults.append("its lock was changed after it was written")
        paragraphs = [self.words.tokens(line, self.language) for line in (text or "").splitlines() if words.plain(line)]
        self.text = [[token[0].casefold() for token in paragraph] for paragraph in paragraphs]
        for (number, sentence), outline in self.outlines.items() if self.text else ():
            here = paragraphs[number - 1] if number <= len(paragraphs) else []
            read = {"1", "1th", "2th", *(form for form, _ in words.figures(here))}
            odd = [name for name in outline.names if not within(name.split(" "), [p.text for p in words.parts(here)])]
            odd += [form for form in outline.figures if form not in read and self.language == "en"]
            self.faults += [f"the paragraph of sentence {number}.{sentence} has no `{one}`" for one in odd]

    def knows(self, question: str, asked: Iterable[str], spots: Iterable[Spot] = ()) -> bool:
        """Whether the text once answered with yes."""
        return digest(self.head["sha256"], question, *asked, *(f"{p}.{n}" for p, n in spots)) in self.answers

    def stands(self, passage: dict[str, Any], limits: dict[str, int]) -> tuple[list[Stretch], Check]:
        """Where a passage stands, and what is wrong with it."""
        plain, run = self.words.plain(passage["text"]), self.words.run(passage["text"], self.language)
        found = self.standings.get(digest(self.head["sha256"], "passage", plain), [])
        here = next((one for one in found if one[0].spot[0] == passage["paragraph"]), [])
        absent = self.text and not any(within(run, line) for line in self.text)
        if not here or absent:
            return [], Check("passage", REFUTED if found or absent else CANNOT, f"nothing proves `{plain}` there")
        size, item = sum(one.last - one.first + 1 for one in here), self.outlines[here[0].spot].item
        wrong = "too long" if size > limits["passage_words"] else "too short" if size < 5 - item else ""
        wrong = "cut off from a negation" if here[0].negated else wrong
        wrong = "in another sentence" if [one.spot[1] for one in here] != passage["sentences"] else wrong
        for spot, first, last, spoken, _ in here:
            whole, part = self.outlines[spot].tokens, last - first + 1
            if whole >= (13 if item else 8) and 100 * part >= limits["sentence_percent"] * whole and spoken < part:
                wrong = "nearly a whole sentence"
        return here, Check("passage", REFUTED if wrong else PROVED, f"`{plain}` is {wrong}")

    def checks(self, fact: dict[str, Any], event: dict[str, Any] | None, limits: dict[str, int]) -> Iterator[Check]:  # noqa: C901
        """Every check of a fact, as often as the contract asks for it."""
        words, standings = self.words, [self.stands(passage, limits) for passage in fact["passages"]]
        yield from (check for _, check in standings)
        spots = sorted({stretch.spot for standing, _ in standings for stretch in standing})
        if not spots:
            return
        last, no = dict(spots), REFUTED if all(standing for standing, _ in standings) else CANNOT
        unnamed = no if self.head["aliases"] == words.digest else CANNOT
        behind = [spot for spot in self.outlines if spot[1] <= last.get(spot[0], 0)]
        around = [event["name"], *event["aliases"], event["place"] or ""] if event else []
        subjects, capitals = words.subjects([*(name for s in behind for name in self.outlines[s].names), *around])
        when, held = ([*days(one["when"]["date"])] if one and one["when"] else [] for one in (fact, event))
        forms = [form for spot in spots for form in self.outlines[spot].figures]
        more = [*when, *(f"{day[:-2]}XX" for day in held)]
        more += [form for number in fact["computed"] for form, _ in words.figures(words.tokens(number))]

        def check(kind: str, right: bool, what: str, verdict: str = no) -> Check:
            return Check(kind, PROVED if right else verdict, f"{kind} `{what}` is not there")

        def who(kind: str, subject: str) -> Check:
            return check(kind, subject in subjects or subject in fact["named"], subject, unnamed)

        def quoted(run: str) -> bool:
            return any(within(words.bare(run), words.bare(passage["text"])) for passage in fact["passages"])

        for text in (fact["say"], *fact["answers"].values()):
            yield from (
                check("quotation", quoted(a or b), a or b, REFUTED) for a, b in QUOTED.findall(words.plain(text))
            )
            tokens = words.tokens(text)
            parts, taken = words.parts(tokens), set[int]()
            names = list(words.named(parts))
            for form, span in words.figures(tokens):
                if not any(span <= {parts[n].token for n in there} for _, there in names):
                    taken |= span
                    right = any(says(form, told) for told in forms + more)
                    yield from [check("date" if form.startswith("date") else "number", right, form)] if form else []
            at = {n: (subject, span) for subject, span in names for n in span}
            for n, part in enumerate(parts):
                subject, span = at.get(n, ("", range(n, n + 1)))
                spoken = tokens[0].string[: tokens[part.token].start()].count('"') % 2
                if spoken or n != next((p for p in span if parts[p].token not in taken), -1):
                    continue
                small = part.opens and (part.text.lower() in words.lower or self.knows("lower", [part.text.lower()]))
                if subject:
                    yield who("name", subject)
                elif part.capital and not small:
                    yield check("name", words.fold(part.text) in capitals, part.text, unnamed)
        for subject, paragraph in fact["named"].items():
            told, _ = words.subjects(
                n for spot, line in self.outlines.items() if spot[0] == paragraph for n in line.names
            )
            yield check("name", paragraph < spots[-1][0] and subject in told, f"{subject} in paragraph {paragraph}")
        yield from [who("speaker", fact["who"])] if fact["who"] else []
        parts = words.parts(words.tokens(fact["via"] or ""))
        names = list(words.named(parts))
        yield from (who("channel", subject) for subject, _ in names)
        left = [part.text.casefold() for n, part in enumerate(parts) if not any(n in span for _, span in names)]
        left = [word for word in left if word not in words.en["small_words"]]
        if left or (parts and not names):
            yield check("channel", self.knows("contains", left, behind), " ".join(left), CANNOT)
        if fact["when"] and fact["when"]["basis"] == "stated":
            run = words.run((fact["when"]["reckoned"] or "").casefold().removeprefix("on "))
            right = self.knows("run", run, spots) if run else all(any(says(d, t) for t in forms + held) for d in when)
            yield check("date", right, fact["when"]["date"], CANNOT if run else no)
        yield from (check("number", quoted(run), run, REFUTED) for run in fact["computed"].values())
        runs = [words.run(piece, self.language) for piece in words.plain(fact["say"]).split('"')[::2]]
        copied = any(within(run[n : n + 8], line) for run in runs for n in range(len(run) - 7) for line in self.text)
        own = not copied if self.text else self.knows("own", [words.plain(fact["say"])])
        yield check("own words", own, "of our own", REFUTED if self.text else CANNOT)

    def counted(self, record: dict[str, Any], shown: set[tuple[Spot, int]]) -> dict[str, int]:
        """What the site tells of an article: its size, how much is quoted, and how much is accounted for."""
        skips = [[int(number) for number in skip["paragraphs"].split("-")] for skip in record["skipped"]]
        found = Counter(words=sum(one.tokens for one in self.outlines.values()), quoted=len(shown))
        found.update(paragraphs=int(self.head["paragraphs"]), accounted=0, sentences=0, touched=0)
        for number in range(1, found["paragraphs"] + 1):
            here = [spot for spot in self.outlines if spot[0] == number]
            hit = {spot for spot, _ in shown} & {*here}
            short = sum(self.outlines[spot].tokens for spot in here) < 5
            idle = not hit and (short or any(skip[0] <= number <= skip[-1] for skip in skips))
            found["accounted"] += bool(idle or hit)
            found.update({} if idle else {"sentences": len(here), "touched": len(hit)})
        return dict(found)


def verified(data: Path, texts: dict[str, str]) -> Iterator[tuple[str, list[Check], dict[str, int]]]:
    """Each article: what there was to check it with, its checks, and what is counted of it."""
    rows = {name: json.loads(read(data / f"{name}.json"))[name] for name in (*REGISTRIES, "articles", "events")}
    site, events = json.loads(read(data / "facts.json")), {event["id"]: event for event in rows["events"]}
    words = Words(json.loads(read(data / "contract.json")), [entry for name in REGISTRIES for entry in rows[name]])
    limits, articles = site["limits"], {record["id"] for record in rows["articles"]}
    strays = [
        Check("fact", REFUTED, f"{fact['id']}: no such article")
        for fact in site["facts"]
        if fact["article"] not in articles
    ]
    yield "", strays, {}
    for record in rows["articles"]:
        id, shown, found = record["id"], set[tuple[Spot, int]](), list[Check]()
        known = re.fullmatch("[a-z0-9-]{1,64}", id) and (data / "locks" / f"{id}.lock").is_file()
        article = Article(
            words, record, read(data / "locks" / f"{id}.lock") if known else "", texts.get(record["sha256"])
        )
        for fact in (fact for fact in site["facts"] if fact["article"] == id):
            checks = article.checks(fact, events.get(fact["event"]), limits)
            found += [check._replace(why=f"{fact['id']}: {check.why}") for check in checks]
            for one in (one for passage in fact["passages"] for one in article.stands(passage, limits)[0]):
                shown |= {(one.spot, n) for n in range(one.first, one.last + 1)}
        counted = article.counted(record, shown)
        article.faults += [
            f"{n} {name}, not {record[name]}" for name, n in counted.items() if known and n != record[name]
        ]
        if counted["quoted"] * 100 > limits["article_percent"] * counted["words"]:
            article.faults.append("more is quoted than may be")
        if counted["accounted"] < counted["paragraphs"] and record["curation"] == "complete":
            article.faults.append("a paragraph has neither a fact nor a reason for having none")
        found += [Check("article", REFUTED, f"{id}: {fault}") for fault in article.faults]
        yield f"{id}: {'text and lock' if article.text else 'lock' if known else 'nothing'}", found, counted


def read(path: Path) -> str:
    """A file of no more than is reasonable, with plain line ends."""
    if path.stat().st_size > LARGEST:
        sys.exit(f"{path}: too large to be read")
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def main() -> int:
    given = argparse.ArgumentParser(description="Repeats the checks of this briefing, offline.")
    given.add_argument("site", nargs="?", type=Path, default=Path(__file__).parent, help="the folder of the site")
    given.add_argument("--texts", type=Path, help="a folder with texts of articles, as .txt")
    asked, tell = given.parse_args(), sys.stdout.write
    inside = (asked.site / "data" / "facts.json").is_file()  # else it is the folder of the data themselves
    data, texts = (
        asked.site / "data" if inside else asked.site,
        [read(path) for path in sorted(asked.texts.glob("*.txt"))] if asked.texts else [],
    )
    if hashlib.sha256((data / "contract.json").read_bytes()).hexdigest() != TABLES:
        tell("refuted: data/contract.json is not the one that this program was written for\n")
        return 1
    checks, counted = list[Check](), Counter[str]()
    for line, found, numbers in verified(data, {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}):
        tell(f"{line}\n" if line else "")
        checks, counted = checks + found, counted + Counter(numbers)
    answers = {kind: Counter(check.answer for check in checks if check.kind == kind) for kind, *_ in sorted(checks)}
    told = json.loads(read(data / "facts.json"))["checked"]
    for kind, found_ in answers.items():
        tell(f"{kind}: {', '.join(f'{found_[answer]} {answer}' for answer in ANSWERS)}\n")
        if kind not in ("article", "fact") and {answer: found_[answer] for answer in ANSWERS} != told["checks"].get(
            kind
        ):
            checks.append(Check("ledger", REFUTED, f"the site counts other checks of the kind {kind}"))
    for name in ("paragraphs", "accounted", "sentences", "touched"):
        tell(f"{name}: {counted[name]}\n")
        checks += [Check("ledger", REFUTED, f"the site counts other {name}")] if counted[name] != told[name] else []
    tell("".join(f"{check.answer}: {check.why}\n" for check in checks if check.answer != PROVED) + LEFT_OUT)
    worst = (
        1
        if any(check.answer == REFUTED for check in checks)
        else 0
        if checks and all(check.answer == PROVED for check in checks)
        else 2
    )
    tell(f"{('all is proved', 'something is refuted', 'not everything could be checked')[worst]}\n")
    return worst


if __name__ == "__main__":
    sys.exit(main())
