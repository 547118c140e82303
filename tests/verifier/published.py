"""Published sites with something changed at random in pages and in what is said of several facts, as somebody would
who leaves the facts as they are; and what `verify.py` says of each.

A number gives a mutant, the same one each time.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from generator import assembly, files
from tests.folders import HERE, ROOT, texts_of
from tests.site.test_cut import large
from tests.test_handbook import CONTENT, TEXTS
from tests.verifier.test_verify import lay_out, publish

Site = dict[str, str]
Change = Callable[[Random, Site], str]
DERIVED = "data/derived.json"
MARK = re.compile(r'data-derived="([^"]*)"')
CARD = re.compile(r'<article class="fact(?![^>]*retired).*?</article>', re.DOTALL)
VERDICT = re.compile(r'(<[^>]*class="verdict [^>]*>.*?)(All say the same|Answers differ|One gives several answers|'
                     r'Told differently|Another answer at another time|One origin says|Only one answer|Nobody answers|'
                     r'In other words)(?=<)', re.DOTALL)  # fmt: skip
OTHERS = ("agree", "differ", "within", "compatible", "development", "repeated", "single", "wording")


@dataclass(frozen=True)
class Outcome:
    """A mutant by its kind, what was changed, and all that is said against it, apart from what is said of the site as
    it was made.
    """

    number: int
    kind: str
    changed: str
    against: tuple[str, ...]


def of_texts(texts: Mapping[str, str]) -> Site:
    with TemporaryDirectory() as folder:
        lay_out(texts, Path(folder))
        return read(Path(folder))


def of_pages(pages: Mapping[str, str | bytes]) -> Site:
    with TemporaryDirectory() as folder:
        publish(pages, Path(folder))
        return read(Path(folder))


def read(folder: Path) -> Site:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in paths}


@cache
def sites() -> Mapping[str, Site]:
    handbook = {**CONTENT, **{f"seeds/{id}.txt": text for id, text in TEXTS.items()}}
    named = {"small": texts_of(HERE / "small"), "second": texts_of(HERE / "second"), "handbook": handbook}
    return {name: of_texts(texts) for name, texts in named.items()}


@cache
def cut() -> Site:
    """A site whose lists are too long for one page."""
    context = large()
    return of_pages(assembly.pages(context.briefing, context.words, ""))


@cache
def first() -> Site:
    """That of the first edition, in which articles and speakers are silent."""
    return of_texts(texts_of(ROOT))


def site_of(random: Random, kind: str) -> tuple[str, Site]:
    if kind in OF_CUT or kind in OF_ABSENCE:
        return ("cut", cut()) if kind in OF_CUT else ("first", first())
    return random.choice(sorted(sites().items()))


def outcome(number: int, folder: Path) -> Outcome | None:
    """What is said of the mutant of a number; nothing where the site has nothing of the kind."""
    random = Random(number)
    kind = random.choice(sorted(KINDS))
    name, site = site_of(random, kind)
    mutant = dict(site)
    changed = KINDS[kind](random, mutant)
    if mutant == site:
        return None
    known = laid_out(folder / name, site)
    for path in site.keys() | mutant.keys():
        if site.get(path) != mutant.get(path):
            put(folder / name / path, mutant.get(path))
    against = verify(folder / name)
    for path in site.keys() | mutant.keys():
        if site.get(path) != mutant.get(path):
            put(folder / name / path, site.get(path))
    return Outcome(number, kind, f"{name}: {changed}", tuple(line for line in against if line not in known))


def laid_out(folder: Path, site: Site) -> list[str]:
    """What is said against a site as it was made, which is laid out once."""
    if not folder.exists():
        for path, text in site.items():
            files.write(folder / path, text)
        files.write(folder.with_suffix(".known"), json.dumps(verify(folder)))
    known: list[str] = json.loads(folder.with_suffix(".known").read_text(encoding="utf-8"))
    return known


def put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
    else:
        files.write(path, text)


def verify(folder: Path) -> list[str]:
    """All that the shipped program says against a site; it is imported already."""
    import verify as program

    with patch("sys.argv", ["verify.py", str(folder)]), redirect_stdout(StringIO()) as said:
        program.main()
    return re.findall("^(?:refuted|cannot check): .*$", said.getvalue(), re.MULTILINE)


def outcomes(numbers: range, folder: Path) -> Iterator[Outcome]:
    """What is said of each mutant of these numbers that is one."""
    for number in numbers:
        if found := outcome(number, folder):
            yield found


# What pages say of several facts


def rows_of(site: Site) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(site[DERIVED])["derived"]
    return rows


def put_rows(site: Site, rows: list[dict[str, Any]]) -> None:
    site[DERIVED] = json.dumps({"derived": rows}, ensure_ascii=False)


def mark(site: Site, pages: list[str], before: str, after: str) -> None:
    for page in pages:
        site[page] = MARK.sub(lambda found: found[0].replace(before, after), site[page])


def _row(random: Random, site: Site) -> str:
    """A statement says something else, with the id of that, and on every page."""
    rows = rows_of(site)
    row, other = random.choice(rows), random.choice(rows)
    was = dict(row)
    field = random.choice(("kind", "subject", "about", "says", "facts"))
    alike = [one for one in rows if one["kind"] == row["kind"] and one[field] != row[field]]
    row[field] = random.choice(alike or [other])[field]
    said = "\0".join((row["kind"], row["subject"], row["about"] or "", row["says"] or "", *row["facts"]))
    row["id"] = f"{row['kind']}-{hashlib.blake2b(said.encode(), digest_size=5).hexdigest()}"
    if was == row or row["id"] in {one["id"] for one in rows if one is not row}:
        return ""
    put_rows(site, rows)
    mark(site, row["pages"], was["id"], row["id"])
    return f"{field} of {was}"


def _no_row(random: Random, site: Site) -> str:
    """A statement is taken out, and its marks stay."""
    rows = rows_of(site)
    row = rows.pop(random.randrange(len(rows)))
    put_rows(site, rows)
    return str(row)


def _no_verdict(random: Random, site: Site) -> str:
    """How the answers to a question stand is nowhere said, neither in the data nor by a mark."""
    rows = rows_of(site)
    row = random.choice([one for one in rows if one["kind"] == "verdict"] or [{}])
    if row:
        put_rows(site, [one for one in rows if one is not row])
        mark(site, row["pages"], row["id"], "")
    return str(row)


def _other_page(random: Random, site: Site) -> str:
    rows = rows_of(site)
    row = random.choice(rows)
    row["pages"] = [
        *row["pages"][1:],
        random.choice([path for path in sorted(site) if path.endswith(".html") and path not in row["pages"]]),
    ]
    put_rows(site, rows)
    return str(row)


def _mark(random: Random, site: Site) -> str:
    """An element has the mark of another statement."""
    page = random.choice([path for path in sorted(site) if MARK.search(site[path])])
    found = random.choice(list(MARK.finditer(site[page])))
    id = random.choice(["", *(row["id"] for row in rows_of(site) if page not in row["pages"])])
    if site[page].count(found[1]) > 1 and not id:
        return ""
    site[page] = site[page][: found.start(1)] + id + site[page][found.end(1) :]
    return f"{page}: {found[1]} is {id}"


def _verdict(random: Random, site: Site) -> str:
    """A page says that answers stand otherwise."""
    labels = {found[2] for text in site.values() for found in VERDICT.finditer(text)} | {"All say the same"}
    return _words(random, site, VERDICT, 2, sorted(labels))


def _class_of_verdict(random: Random, site: Site) -> str:
    pattern = re.compile(r"(comparison--|verdict--)(\w+)(?=\" data-derived=\"[^\"]*verdict-)")
    return _words(random, site, pattern, 2, OTHERS)


def _absence(random: Random, site: Site) -> str:
    """A page says another reason for there being no answer."""
    pattern = re.compile(r'(class="(?:absence|empty)"[^>]*>(?:<[^>]*>|[^a-z])*)([a-z][a-z ]+)', re.DOTALL)
    told = ("not said in this article", "no answer noted", "nothing on this theme", "not read to the end", "all agree")
    return _words(random, site, pattern, 2, told)


def _number_beside_absence(random: Random, site: Site) -> str:
    pattern = re.compile(r"(>)(\d+)(?=(?:<[^>]*>)* statements? on (?:its|this) )")
    return _words(random, site, pattern, 2, ("7", "12"))


def _channel(random: Random, site: Site) -> str:
    pattern = re.compile(r'(class="channel"[^>]*data-derived[^>]*>.*?according to )((?:<[^>]+>)?[^<)]+)', re.DOTALL)
    return _words(random, site, pattern, 2, ("a friend", "Jane Doe"))


def _words(random: Random, site: Site, pattern: re.Pattern[str], group: int, others: Any) -> str:
    """What a group of a pattern has on a page is another of some words."""
    pages = [path for path in sorted(site) if path.endswith(".html") and pattern.search(site[path])]
    if not pages:
        return ""
    page = random.choice(pages)
    found = random.choice(list(pattern.finditer(site[page])))
    other = random.choice([word for word in others if word != found[group]])
    site[page] = site[page][: found.start(group)] + other + site[page][found.end(group) :]
    return f"{page}: `{found[group]}` is `{other}`"


# Facts on pages


def _quote(random: Random, site: Site) -> str:
    """A word of a quotation is another, or left out."""
    return _words(random, site, re.compile(r"(<(?:blockquote|q)\b[^>]*>[^<]*?)(\b\w+\b)"), 2, ("otherwise", "", "60"))


def _no_quote(random: Random, site: Site) -> str:
    return _words(random, site, re.compile("()(<blockquote.*?</blockquote>)", re.DOTALL), 2, ("",))


def _card(random: Random, site: Site) -> str:
    """A card says something else; so does its address to be cited, if that is what it has."""
    part = random.choice(('class="fact__say"[^>]*', 'class="fact__who"[^>]*', 'class="cite__sentence"[^>]*'))
    pattern = re.compile(
        rf'(<article class="fact(?:(?!</article>).)*<\w+ {part}>(?:<[^>]*>)*[^<]*?)(\b\w+\b)', re.DOTALL
    )
    return _words(random, site, pattern, 2, ("never", "Atlantis"))


def _no_card(random: Random, site: Site) -> str:
    """A fact is left out where it stands, at its address or on the page of what it is about."""
    return _words(random, site, re.compile(f"()({CARD.pattern})", re.DOTALL), 2, ("",))


def _label(random: Random, site: Site) -> str:
    """What a reference or a link is described by."""
    pattern = re.compile(r'((?:aria-label="\d+: |data-address="[^"]*" title=")[^"]*?)(\b\w+\b)')
    return _words(random, site, pattern, 2, ("never", "Atlantis"))


def _ours(random: Random, site: Site) -> str:
    """A word of a sentence of ours, or of what it rests on."""
    return _words(random, site, re.compile(r'(<p class="lede"[^>]*>[^<]*?)(\b\w+\b)'), 2, ("never", "Atlantis"))


def _no_page(random: Random, site: Site) -> str:
    """The page of an article, or of whatever the facts are about, is not there, and nothing says that it is."""
    page = random.choice([path for path in sorted(site) if re.fullmatch("[a-z]+/[a-z0-9-]+.html", path)])
    if page.endswith("/index.html") or page.startswith("search/"):
        return ""
    del site[page]
    rows = [{**row, "pages": [one for one in row["pages"] if one != page]} for row in rows_of(site)]
    put_rows(site, [row for row in rows if row["pages"]])
    return page


def _verdict_of_fact(random: Random, site: Site) -> str:
    """A fact of the data is proved, or not; or the answers to a question are said to stand otherwise."""
    path, name, values = random.choice((
        ("data/facts.json", "facts", ("refuted", "cannot check", "proved")),
        ("data/questions.json", "questions", OTHERS),
    ))  # fmt: skip
    whole = json.loads(site[path])
    row = random.choice(whole[name])
    was, row["verdict"] = row["verdict"], random.choice([one for one in values if one != row["verdict"]])
    site[path] = json.dumps(whole, ensure_ascii=False)
    return f"{row['id']}: {was} is {row['verdict']}"


# Pages that are cut


def _number_of_part(random: Random, site: Site) -> str:
    return _words(random, site, re.compile(r'(class="parts__number"[^>]*>)(\d+)'), 2, ("7", "1", "99"))


def _name_of_part(random: Random, site: Site) -> str:
    return _words(random, site, re.compile(r'(class="parts__name"[^>]*>)(\w+)'), 2, ("March", "2030", "July"))


def _link_to_part(random: Random, site: Site) -> str:
    return _words(random, site, re.compile(r'(class="parts__name" href=")([^"]+)'), 2, ("../index.html", "2040.html"))


def _no_part(random: Random, site: Site) -> str:
    page = random.choice([path for path in sorted(site) if re.fullmatch(r"\w+/[^/]+/[0-9].*\.html", path)])
    del site[page]
    rows = [{**row, "pages": [one for one in row["pages"] if one != page]} for row in rows_of(site)]
    put_rows(site, [row for row in rows if row["pages"]])
    return page


def _card_of_part(random: Random, site: Site) -> str:
    """A card of one part stands on another one, or nowhere."""
    pages = [path for path in sorted(site) if re.fullmatch(r"themes/[^/]+/[0-9].*\.html", path)]
    pages = [page for page in pages if CARD.search(site[page])]
    one, other = random.sample(pages, 2)
    card = random.choice(CARD.findall(site[one]))
    site[one] = site[one].replace(card, "", 1)
    if random.random() < 0.5:
        last = CARD.findall(site[other])[-1]
        site[other] = site[other].replace(last, last + card, 1)
    return f"{one}: a card to {other}"


OF_ABSENCE: Mapping[str, Change] = {
    "the words of an absence": _absence,
    "the number beside an absence": _number_beside_absence,
}
OF_CUT: Mapping[str, Change] = {
    "the number of a part": _number_of_part,
    "the name of a part": _name_of_part,
    "what a part leads to": _link_to_part,
    "no part": _no_part,
    "a card of a part": _card_of_part,
}
KINDS: Mapping[str, Change] = {
    "a statement": _row,
    "no statement": _no_row,
    "no verdict": _no_verdict,
    "a statement of another page": _other_page,
    "a mark": _mark,
    "the words of a verdict": _verdict,
    "the class of a verdict": _class_of_verdict,
    "a channel": _channel,
    "a quotation": _quote,
    "no quotation": _no_quote,
    "a card": _card,
    "no card": _no_card,
    "a label": _label,
    "a sentence of ours": _ours,
    "no page": _no_page,
    "a verdict in the data": _verdict_of_fact,
    **OF_ABSENCE,
    **OF_CUT,
}
