"""Repeats the checks of this briefing on your own computer: `python3 verify.py [--texts FOLDER] [SITE]`.

It needs Python 3.10 or newer and nothing else, asks no network, and shares no line with the program that made the site,
but for three files that are the same in both: verify_figures.py, which reads figures, verify_amounts.py, which compares
answers, and verify_sense.py, which reads what turns the sense of a sentence. It reads `data/`: the facts, the
registered names, the tables of words, and the lock of each article. A lock is what is kept of a text that may not be
shown: the size, names and numbers of each sentence, and a fingerprint of all that was proved there. Whoever has the
articles puts them as .txt into a FOLDER: known by their digest, they are held against their locks. It ends with 0 if
all is proved, 1 if something is refuted, 2 if something cannot be checked.

The page “How this briefing proves itself” (method.html) says what is checked, clause by clause. Each clause has one
function, whose description quotes it:

verify_passages.py   whether the words of an article stand there, and are no more than may be quoted
verify_facts.py      whether the names, numbers, dates, speakers and quotations of a fact stand in its sentences
verify_articles.py   whether an article fits its lock, how much of it is quoted, and that nothing is left out
verify_derived.py    whether what the pages say of several facts, or of there being none, follows from them
verify_comparisons.py, verify_parts.py   the same of answers beside one another; and of who did what, and when
verify_collection.py the tables of the data, and who speaks for whom
verify_stated.py     whether these statements, the pages and the tables say the same
verify_marked.py     whether what is marked with a statement says what it does
verify_shown.py      whether pages show facts as the data have them
verify_cut.py        whether the parts of a page that is too long have all of its facts
verify_sentences.py  whether they show sentences of ours so; verify_search.py, whether search does
verify_pages.py      how a page is read, and which statements it is marked with; verify_tags.py, how its tags are
verify_dates.py      how dates are told from one another
verify_locks.py      what a lock tells
verify_words.py, verify_names.py, verify_numbers.py, verify_figures.py   how words, names and numbers are read
verify_bearers.py    whom a name means
verify_amounts.py    whether two answers are the same, or exclude one another
verify_sense.py      which words turn the sense of a sentence
verify_answers.py    the three answers
verify_files.py      how the files of the site are read
verify_work.py       how all processors share the work
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, NamedTuple

sys.dont_write_bytecode = True  # before the imports below, so that the folder stays as it was
from verify_answers import PROVED, REFUTED, Check, counts, passed, worst
from verify_articles import Article, Counts, Readers, check_article, counts_of, read_article
from verify_collection import TABLES as REPEATED
from verify_collection import Collection, grouped
from verify_cut import Listed, check_cut, listed_of, numbers_of_print
from verify_facts import EvidenceContext, check_fact
from verify_files import data_of, other_pages, pages_in, read, rows_of
from verify_locks import SentenceRef, read_lock
from verify_marked import Known, check_marked
from verify_names import Names
from verify_numbers import Numbers
from verify_pages import Pages, elements_of, marks_of
from verify_passages import LocatedPassage, located
from verify_search import check_search
from verify_sense import Grammar
from verify_sentences import sentences_of
from verify_shown import check_page, shown_of
from verify_stated import check_derived, check_tables, is_row, unread_articles
from verify_words import Words
from verify_work import each

# The digest of data/contract.json, written here when the site is made: whoever changes a table has to change the
# program too, and the program of an earlier copy of the site refuses the changed table.
TABLES = "@tables@"
REGISTRIES = {"leaders": "person", "countries": "place", "organisations": "body", "publishers": "body"}
SIZES = ("paragraphs", "accounted", "sentences", "touched")
LEFT_OUT = """
Not repeated here: whether sentences of ours follow from the facts that they rest on; the dates of events; how a date is
counted from words such as Friday; how much of a passage is speech; where sentences end; the kinds and themes of facts.
Of pages, what is neither a fact nor a sentence of ours nor said of several facts: headings, descriptions, the dates of
events and of articles, offices, pictures, and pages of one's own; counts, but for those beside the parts of a page and
in empty places; the page of changes; whatever styles and scripts show or hide.
Nor feeds, the calendar and citations, nor files of the data that are not read here (`sha256sum -c SHA256SUMS` there
tells whether any was changed). Of an article whose text is not at hand, its lock is believed; where it is at hand,
that names and numbers stand in the right sentence of their paragraph, and what turns the sense of a sentence. Whether a
fact is true, or fair to its article, no program can tell: read its passage.
"""
ENDS = {
    "proved": (0, "all is proved"),
    "refuted": (1, "something is refuted"),
    "cannot check": (2, "not everything could be checked"),
}


class Site(NamedTuple):
    """What the data of the site say."""

    readers: Readers
    articles: Sequence[Mapping[str, Any]]
    events: Mapping[str, Mapping[str, Any]]
    facts: Sequence[Mapping[str, Any]]
    limits: Mapping[str, int]
    checked: Mapping[str, Any]  # what the site counts of its own checks
    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    answers: Sequence[Any]
    ours: Mapping[str, Sequence[Mapping[str, Any]]]  # sentences of ours that are of no entry
    derived: Sequence[Any]  # what the pages say of several facts, or of there being none


def main() -> int:
    options = arguments()
    inside = (options.site / "data" / "facts.json").is_file()
    data = options.site / "data" if inside else options.site  # else it is the folder of the data themselves
    if hashlib.sha256((data / "contract.json").read_bytes()).hexdigest() != TABLES:
        report_line("refuted: data/contract.json is not the one that this program was written for")
        return 1
    site, checks, sizes = read_site(data), list[Check](), Counter[str]()
    checks += facts_without_article(site)
    for record, found in zip(site.articles, check_articles(site, data, options.texts), strict=True):
        report_line(f"{record['id']}: {found.at_hand}")
        checks += found.checks
        sizes.update({name: getattr(found.counted, name) for name in SIZES})
    shown = list[Check]()
    pages = check_pages(site, options.site, shown) if inside else None  # the data may stand alone
    report_line(f"pages: {'not at hand' if pages is None else len(pages)}")
    return report(site, checks, [*derived_checks(site, pages), *shown], sizes)


def collection_of(site: Site) -> Collection:
    facts = {fact["id"]: fact for fact in site.facts}
    tables = {name: {row["id"]: row for row in rows} for name, rows in site.tables.items()}
    return Collection(site.readers, facts, tables, unread_articles(site.derived))


class Found(NamedTuple):
    """What is found of an article."""

    at_hand: str
    checks: list[Check]
    counted: Counts


def check_articles(site: Site, data: Path, texts: Path | None) -> Iterator[Found]:
    """Each article with its lock and its text, as far as these are at hand, and with its facts."""
    facts = grouped((fact["article"], fact) for fact in site.facts)
    by_digest = texts_by_digest(texts)

    def look(record: Mapping[str, Any]) -> Found:
        lock = data / "locks" / f"{record['id']}.lock"
        inside = re.fullmatch("[a-z0-9-]{1,64}", record["id"])  # the id is no way out of the folder
        kept = read_lock(read(lock) if inside and lock.is_file() else "")
        article = read_article(site.readers, record, kept, by_digest.get(record["sha256"], ""))
        return Found(at_hand(article), *check(article, facts.get(record["id"], []), site))

    return each(look, site.articles)


def check_pages(site: Site, folder: Path, checks: list[Check]) -> Pages:
    """The marks of all pages; what these show, and what search finds, adds to the checks."""
    names = {row["id"]: row["name"] for table in REGISTRIES for row in site.tables[table]}
    ours = sentences_of(site.ours, site.facts, site.tables)
    shown = shown_of(collection_of(site), names, ours._replace(numbered=numbers_of_print(folder), folder=folder))
    statements = {row["id"]: row for row in site.derived if is_row(row)}
    known = Known(statements, names, {row["id"]: row["verdict"] for row in site.tables["questions"]})
    marks = dict[str, AbstractSet[str]]()
    addresses = pages_in(folder)

    def look(address: str) -> tuple[AbstractSet[str], list[Check], Listed]:
        page = elements_of((folder / address).read_bytes().decode("utf-8", "replace"))
        said = [Check("derived", REFUTED, why) for why in check_marked(known, address, page)]
        return marks_of(page), [*check_page(shown, address, page), *said], listed_of(address, page)

    listed = dict[str, Listed]()
    for address, (marked, found, has) in zip(addresses, each(look, addresses), strict=True):
        marks[address] = marked
        checks += found
        listed[address] = has
    missing = {*shown.of_pages, *shown.entries, *ours.of_pages} - marks.keys()
    checks += [Check("page", REFUTED, f"{page}: is not there") for page in sorted(missing)]
    checks += [Check("page", REFUTED, f"{page}: is called as no page of the site is") for page in other_pages(folder)]
    checks += check_cut(shown.collection, listed)
    checks += check_search(shown, folder)
    return marks


def derived_checks(site: Site, pages: Pages | None) -> list[Check]:
    collection = collection_of(site)
    return [*check_derived(collection, site.derived, pages), *check_tables(collection, site.answers)]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Repeats the checks of this briefing, offline.")
    parser.add_argument("site", nargs="?", type=Path, default=Path(__file__).parent, help="the folder of the site")
    parser.add_argument("--texts", type=Path, help="a folder with texts of articles, as .txt")
    return parser.parse_args()


def report_line(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def texts_by_digest(folder: Path | None) -> dict[str, str]:
    """The texts of a folder, by which each is known whatever its file is called; hidden files are the system's."""
    texts = [read(path) for path in sorted(folder.glob("[!.]*.txt"))] if folder else []
    return {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}


def read_site(data: Path) -> Site:
    rows = {name: data_of(data / f"{name}.json")[name] for name in REPEATED}
    whole, tables = data_of(data / "facts.json"), data_of(data / "contract.json")
    words = Words(tables)
    registered = [{**entry, "is_a": REGISTRIES[name]} for name in REGISTRIES for entry in rows[name]]
    known = {"plain_words": whole["plain_words"], "languages": {article["language"] for article in rows["articles"]}}
    names_of_all, sense = Names(words, tables, registered, known), Grammar(tables["cues"]["en"])
    people = {entry["id"]: entry["name"] for name in ("leaders", "organisations") for entry in rows[name]}
    readers = Readers(words, names_of_all, Numbers(words), tables["bound"], sense, people)
    events = {event["id"]: event for event in rows["events"]}
    more: dict[str, Any] = {name: rows_of(data / f"{name}.json", name) for name in ("derived", "answers")}
    more["ours"] = {name: whole[name] for name in ("bottom_line", "key_figures", "open")}
    return Site(readers, rows["articles"], events, whole["facts"], whole["limits"], whole["checked"], rows, **more)


def at_hand(article: Article) -> str:
    """What there is to check an article with."""
    if article.text:
        return "text and lock"
    return "lock" if article.lock.given else "nothing"


def facts_without_article(site: Site) -> Iterator[Check]:
    articles = {record["id"] for record in site.articles}
    for fact in site.facts:
        if fact["article"] not in articles:
            yield Check("fact", REFUTED, f"{fact['id']}: no such article")


def check(article: Article, facts: Sequence[Mapping[str, Any]], site: Site) -> tuple[list[Check], Counts]:
    """Every check of an article and of its facts, and what is counted of it."""
    checks, quoted, placed = list[Check](), set[tuple[SentenceRef, int]](), True
    for fact in facts:
        passages = [located(article, passage, site.limits) for passage in fact["passages"]]
        context = EvidenceContext(article, fact, site.events.get(fact["event"]), passages)
        checks += [of_fact(fact, one) for one in check_fact(context)]
        placed = placed and all(passage.occurrence for passage in passages)
        quoted.update(token for passage in passages for token in tokens_of(passage))
    counted = counts_of(article, quoted)
    return [*checks, *check_article(article, counted, site.limits, placed)], counted


def of_fact(fact: Mapping[str, Any], one: Check) -> Check:
    return passed(one.kind) if one.answer == PROVED else one._replace(why=f"{fact['id']}: {one.why}")


def tokens_of(passage: LocatedPassage) -> Iterator[tuple[SentenceRef, int]]:
    """The tokens that a passage covers, so that what two passages quote is counted once."""
    for span in passage.occurrence:
        yield from ((span.ref, token) for token in range(span.first, span.last + 1))


def report(site: Site, checks: list[Check], derived: list[Check], sizes: Mapping[str, int]) -> int:
    """Tells what was counted, what is not proved, and what is not checked here; gives the exit code."""
    for kind, given in counts(checks).items():
        report_line(f"{kind}: {', '.join(f'{number} {answer}' for answer, number in given.items())}")
    for name in SIZES:
        report_line(f"{name}: {sizes[name]}")
    for kind, given in counts(derived).items():
        report_line(f"{kind}: {', '.join(f'{number} {answer}' for answer, number in given.items())}")
    checks = [*checks, *derived, *other_counts_of_the_site(site, checks, sizes)]
    for one in checks:
        if one.answer != PROVED:
            report_line(f"{one.answer}: {one.why}")
    report_line(LEFT_OUT.removesuffix("\n"))
    code, sentence = ENDS[worst(checks)]
    report_line(sentence)
    return code


def other_counts_of_the_site(site: Site, checks: Sequence[Check], sizes: Mapping[str, int]) -> Iterator[Check]:
    """The site tells how many checks it performed; these are as many, with the same answers."""
    performed = counts([one for one in checks if one.kind not in ("article", "fact")])
    for kind in sorted({*performed, *site.checked["checks"]}):
        if performed.get(kind) != site.checked["checks"].get(kind):
            yield Check("ledger", REFUTED, f"the site counts other checks of the kind {kind}")
    for name in SIZES:
        if sizes[name] != site.checked[name]:
            yield Check("ledger", REFUTED, f"the site counts other {name}")


if __name__ == "__main__":
    gc.disable()  # nothing that is made here knows itself, so nothing has to be looked through for what can go
    try:
        sys.exit(main())
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError) as error:
        report_line(f"refuted: this is no site that can be read ({type(error).__name__}: {ascii(error)[:100]})")
        sys.exit(1)
