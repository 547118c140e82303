"""What the pages say in sentences of ours: whether the data have each of them, with the facts that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from verify_collection import Row
from verify_pages import Element, address_of, elements_of, read
from verify_tags import MARK, SOURCE

BEHIND = (
    "channel",
    "doubt",
    "unproved",
    "background",
    "gaps__about",
)  # what stands behind a sentence, besides its references
CITING = ("ref", "refs")
ENDING = (*CITING, "background")
PROSE = ("prose", "lede", "figures__say")  # classes of what holds sentences of ours
ALONE = "line__gist"  # without references, in a list of entries
LISTS = ("notes", "gaps")  # of lists, each of whose lines is one
HOLDING = {*PROSE, *LISTS, "apparatus"}


class Sentences(NamedTuple):
    """The sentences of ours that the data have."""

    known: Mapping[str, list[Row]]  # by what they say
    on: Mapping[AbstractSet[str], list[Row]]  # by the facts that they rest on
    of_pages: Mapping[str, list[str]]  # those that a page says, by its address
    figures: Mapping[str, list[str]]  # those before key figures, by what these say
    numbered: Mapping[str, str] = {}  # what numbers stand for in a print edition of several pages, by their addresses
    folder: Path | None = None  # of the site, whose pages may have the rest of a list


class Said(NamedTuple):
    """A sentence as a page shows it, and where its references lead."""

    text: str
    links: list[str]


def sentences_of(ours: Row, facts: Sequence[Row], tables: Mapping[str, Sequence[Row]]) -> Sentences:
    """Of the front page, and of each entry: its page says all of them."""
    known, of_pages = dict[str, list[Row]](), dict[str, list[str]]()
    on = dict[AbstractSet[str], list[Row]]()
    owners = [("index.html", [*ours["bottom_line"], *ours["key_figures"]]), ("unknown.html", ours["open"])]
    owners += [(fact["url"].partition("#")[0], fact["notes"]) for fact in facts]
    for row in (row for table in tables.values() for row in table if row.get("url")):
        owners.append(
            (row["url"], [one for name in ("summary", "notes", "state_of_play") for one in row.get(name, ())])
        )
    for page, sentences in owners:
        for sentence in sentences:
            known.setdefault(read(sentence["say"]), []).append(sentence)
            on.setdefault(frozenset(sentence["from"]), []).append(sentence)
            of_pages.setdefault(page, []).append(read(sentence["say"]))
    figures = {text: [read(one["figure"]) for one in of if "figure" in one] for text, of in known.items()}
    return Sentences(known, on, of_pages, {text: of for text, of in figures.items() if of})


def check_sentences(sentences: Sentences, page: str, root: Element, at: Mapping[str, Row]) -> Iterator[str]:
    """What pages show: “each sentence of ours leads to the facts that it rests on,”

    Each is one of the data, and none that is said of the page's subject is missing.
    """
    sources, told = sources_of(page, root), set[str]()
    for holder in holders(root):
        for one in said_in(holder, page):
            links = [sources.get(link) or sentences.numbered.get(link, link) for link in one.links]
            facts = [at[link]["id"] if link in at else link for link in links]
            is_fact = len(links) == 1 and links[0] in at and read(at[links[0]]["say"]) == one.text
            yield from () if is_fact else why_other(sentences, one.text, set(facts))
            told.add(one.text)
    yield from figures(sentences, page, root)
    for gist in (one.text(*BEHIND) for one in root.find("", ALONE)) if page.endswith("/index.html") else ():
        if gist and gist not in sentences.known:
            yield f"shows the sentence `{gist}`, and the data have none such"
    missing = [one for one in dict.fromkeys(sentences.of_pages.get(page, ())) if one not in told]
    elsewhere = {one.text for one in told_below(sentences.folder, page, root)} if missing else set[str]()
    yield from (f"does not show `{one}`, which the data have" for one in missing if one not in elsewhere)


def told_below(folder: Path | None, page: str, root: Element) -> Iterator[Said]:
    """The sentences on pages that have what a page has no room for: it leads to them, and each of them to the next."""
    rest = [of for line in root.find("p", "rest") for of in line.find("a")]
    waiting, seen = [(page, [*rest, *root.find("a", "parts__name")])], {page}
    while waiting and folder:
        at, links = waiting.pop()
        for address in (address_of(at, of.attributes.get("href", "")).partition("#")[0] for of in links):
            is_below = address.startswith(f"{page.removesuffix('.html')}/") and (folder / address).is_file()
            if is_below and address not in seen:
                seen.add(address)
                below = elements_of((folder / address).read_bytes().decode("utf-8", "replace"))
                yield from (said for holder in holders(below) for said in said_in(holder, address))
                waiting.append((address, [of for of in below.find("a") if of.attributes.get("rel") == "next"]))


def figures(sentences: Sentences, page: str, root: Element) -> Iterator[str]:
    """A key figure stands before its sentence."""
    for row in root.page.where("li", "tr") if sentences.figures and root.has(*ENDING) else ():
        if not row.has(*ENDING):
            continue
        first, *others = [*islice((one for one in row.inside if isinstance(one, Element)), 2)] or [row]
        said = [one.text for holder in others[:1] for one in said_in(holder, page)][:1]
        known = [figure for text in said for figure in sentences.figures.get(text, ())]
        if known and first.text() not in known:
            yield f"shows the figure `{first.text()}` with `{said[0]}`, and the data have `{known[0]}`"


def why_other(sentences: Sentences, text: str, facts: set[str]) -> Iterator[str]:
    known = sentences.known.get(text, [])
    alike = [read(one["say"]) for one in sentences.on.get(frozenset(facts), ())]
    if not known:
        nearest = next(iter(get_close_matches(text, alike, 1, 0)), "none such")
        yield f"shows the sentence `{text}`, and the data have `{nearest}`"
    elif not any(facts == set(one["from"]) for one in known):
        yield f"`{text}` leads to {', '.join(sorted(facts)) or 'no fact'}, and rests on {', '.join(known[0]['from'])}"


def sources_of(page: str, root: Element) -> Mapping[str, str]:
    """What the numbers of the print edition stand for: addresses of facts."""
    sources = ((one.attributes["id"], one.find("a")) for one in root.page.where(SOURCE))
    return {f"{page}#{id}": address_of(page, links[0].attributes.get("href", "")) for id, links in sources if links}


def holders(root: Element) -> Iterator[Element]:
    """Elements that hold sentences of ours: paragraphs, notes in lists and on cards, and all that cites by number."""
    citing = {one.above for one in root.find("", "refs")}
    for at in sorted(citing.union(*(root.page.of_kind.get(f".{name}", ()) for name in HOLDING))):
        one = Element(root.page, at)
        below = [of for of in one.inside if isinstance(of, Element)]
        if any(name in PROSE for name in one.classes):
            yield one
        elif any(name in LISTS for name in one.classes):
            yield from (of for of in below if of.tag == "li")
        elif "apparatus" in one.classes:
            yield from (of for of in one.find("dd") if any(of.find("", name) for name in ("ref", "background")))
        elif at in citing and "all" not in one.classes:
            yield from () if any(of.tag == "b" for of in below) else (one,)  # else it is an answer


def said_in(holder: Element, page: str) -> Iterator[Said]:
    """The sentences of an element, each with what it leads to; its references end it, and what stands behind these."""
    if not holder.has(*ENDING):
        return
    texts, links, ended = list[str](), list[str](), False
    for one in holder.inside:
        is_behind = isinstance(one, Element) and stands_behind(one)
        text = one if isinstance(one, str) else "" if is_behind else one.text()
        if ended and read(text):
            yield Said(read("".join(texts)), links)
            texts, links, ended = [], [], False
        texts.append(text)
        if isinstance(one, Element) and is_behind:
            ended = ended or any(name in ENDING for name in one.classes)
            cites = any(name in CITING for name in one.classes)
            links += [address_of(page, of.attributes.get("href", "")) for of in one.find("a") if cites]
    if text := read("".join(texts)):
        yield Said(text, links)


def stands_behind(one: Element) -> bool:
    """Whether an element is no part of a sentence, but says whence it is known, how surely, or whom it is about."""
    is_plain = one.tag in ("small", "strong") or (one.tag == "span" and MARK in one.attributes)  # of the print edition
    return is_plain or any(name in (*CITING, *BEHIND) for name in one.classes)
