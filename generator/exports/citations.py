"""Citations in the formats that reference managers read, all of them made from CSL-JSON.

Nothing says when it was looked up: what is cited is the edition. In CSL-JSON and BibTeX the briefing is the author, as
an organisation. RIS and the `citation_` fields of a page's head know people only, and would split a name at its comma:
there the briefing is what the work stands in, or its publisher. The page of an article cites the article: in its
newspaper, at its own date, and with the page as where it was read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import Any, cast

import latexcodec  # noqa: F401 -- registers the encoding that is used below
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer
from pydantic_core import to_json

from generator.content.dates import Edtf
from generator.exports.told import Told
from generator.site.parts.citation import DATA, Work, fact_work, page_work
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Citation, Head
from generator.site.render.markup import plain
from generator.work.canonical import Digests
from generator.work.promised import Promised

FOLDER = "cite/"
Item = dict[str, Any]
PARTS = {"year": 1, "month": 2, "day": 3}  # how many numbers a date has that is known so closely
# What LaTeX acts on and its encoding leaves alone; braces by their names, because BibTeX counts even escaped ones.
ACTIVE = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "^": r"\textasciicircum{}",
    }
)
# What LaTeX does not read as it is written, up to a letter or a mark that it does: how this is written hangs on nothing
# behind it.
OTHERWISE = re.compile(r"""[^a-zA-Z0-9 !"'()*+,./:;<=>?@[\]`|-]+.?""", re.DOTALL)


def citation_files(told: Told) -> Iterator[tuple[str, Promised]]:
    """For each article its page and all of its facts, in three formats; article by article."""
    context = told.context
    for id in context.briefing.curated:
        items = cache(partial(_items, context, id))
        key = told.key(id, context.briefing.content.site) or Digests().of(article_works(context, id))
        for form, write in FORMS.items():
            yield f"{FOLDER}{id}.{form}", Promised(key, partial(_written, write, items))


def article_works(context: RenderContext, article: str) -> tuple[Work, ...]:
    """The page of an article, and all of its facts."""
    page = Head(f"articles/{article}.md", context.article(article).name, "", context.index("articles"))
    return page_work(context, page), *(fact_work(context, fact) for fact in context.briefing.facts_in(article))


def _items(context: RenderContext, article: str) -> list[Item]:
    return [csl(work) for work in article_works(context, article)]


def _written(write: Callable[[Sequence[Item]], str], items: Callable[[], list[Item]]) -> str:
    return write(items())


def page_citation(context: RenderContext, head: Head) -> Citation:
    """How a page is cited; that of an article has files with its facts."""
    work = page_work(context, head)
    items = [csl(work)]
    section, name = head.entry
    site = context.briefing.content.site
    publisher = site.publisher.name if site.publisher else site.title
    return Citation(
        what="page" if work.kind == "fact" else work.kind,
        sentence=work.sentence,
        bibtex=bibtex(items).strip(),
        ris=ris(items).replace("\r\n", "\n").strip(),
        csl=csl_json(items).strip(),
        edition=site.edition.isoformat(),
        published="/".join(f"{number:02}" for number in _known(items[0]["issued"])),
        online="" if work.kind == "article" else site.edition.isoformat().replace("-", "/"),
        publisher=publisher,
        of=work.publisher if work.kind == "article" else publisher,
        address=f"{context.address}{'' if work.kind == 'whole' else head.url}" if context.address else "",
        path=head.url,
        kind="Dataset" if head.path == DATA else "Text",
        rights=site.rights,
        facts=f"{FOLDER}{name}" if section == "articles" and name in context.briefing.curated else "",
    )


def csl(work: Work) -> Item:
    """An item of CSL-JSON; the whole briefing is its own author, so that none is named, and who wrote an article is
    not known."""
    is_article, briefing = work.kind == "article", plain(work.briefing)
    item = {
        "id": work.key,
        "type": "article-newspaper" if is_article else "webpage",
        "title": plain(work.title),
        "author": [] if is_article or work.kind == "whole" else [{"literal": briefing}],
        "container-title": plain(work.publisher) if is_article else "",
        "publisher": "" if is_article else plain(work.publisher),
        "issued": _issued(work.on, work.dated),
        "URL": work.url,
        "source": briefing if is_article else "",
        "language": work.language,
        "note": plain(work.note),
    }
    return {key: value for key, value in item.items() if value}


def _issued(date: Edtf, dated: str) -> Item:
    """A date as exactly as it is known; one that is not made of days, months or years is told in words."""
    ends = (date.start, date.end) if date.is_span else (date.start,)
    if not all(end and end.precision in PARTS for end in ends):
        return {"literal": plain(dated)}
    days = ((PARTS[end.precision], end.earliest) for end in ends if end)
    parts = [[day.year, day.month, day.day][:known] for known, day in days]
    return {"date-parts": parts} | ({"circa": True} if date.approximate or date.uncertain else {})


def _known(issued: Item) -> list[int]:
    """Year, month and day, as far as both ends of a date have them in common."""
    first, *rest = issued.get("date-parts") or [[]]
    [last] = rest or [first]
    known: list[int] = []
    for one, other in zip(first, last, strict=False):
        if one != other:
            break
        known.append(one)
    return known


def csl_json(items: Sequence[Item]) -> str:
    return to_json(items, indent=1).decode() + "\n"


def bibtex(items: Iterable[Item]) -> str:
    """An entry for each item, as both BibTeX and biblatex read it."""
    entries = {item["id"]: _entry(item) for item in items}
    return str(Escaped(encoding="utf-8").to_string(BibliographyData(entries)))


def ris(items: Iterable[Item]) -> str:
    """A record for each item; lines end as the format says."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _ris(item))


FORMS: dict[str, Callable[[Sequence[Item]], str]] = {"json": csl_json, "bib": bibtex, "ris": ris}


class Escaped(Writer):  # type: ignore[misc]
    """Writes fields as they are: they are escaped before, and addresses must not be."""

    def _encode(self, text: str) -> str:
        return text

    def check_braces(self, s: str) -> None:
        """Counts the braces of a text that has others than those it stands in."""
        inner = s[1:-1] if s.startswith("{") and s.endswith("}") else s
        if "{" in inner or "}" in inner:
            super().check_braces(s)


def _entry(item: Item) -> Entry:
    """What stands in a newspaper is an article; all else is of no kind that BibTeX has."""
    known, newspaper = _known(item["issued"]), latex(item.get("container-title", ""))
    fields = {
        "title": f"{{{latex(item['title'])}}}",
        "journal": newspaper,
        "publisher": latex(item.get("publisher", "")),
        "year": str(known[0]) if known else latex(item["issued"].get("literal", "")),
        "month": str(known[1]) if len(known) > 1 else "",
        "date": _edtf(item["issued"]),
        "url": item.get("URL", ""),
        "language": item["language"],
        "note": latex(item.get("note", "")),
    }
    authors = [_person(author["literal"]) for author in item.get("author", ())]
    persons = {"author": authors} if authors else {}
    kind = "article" if newspaper else "misc"
    return Entry(kind, [(name, value) for name, value in fields.items() if value], persons)


@lru_cache(maxsize=16)
def _person(name: str) -> Person:
    """An organisation, whose name is not taken apart."""
    return Person(f"{{{latex(name)}}}")


def _edtf(issued: Item) -> str:
    """The date as biblatex reads it; empty where it is told in words alone."""
    sign = "~" if issued.get("circa") else ""
    return "/".join(
        "-".join((f"{year:04}", *(f"{number:02}" for number in rest))) + sign
        for year, *rest in issued.get("date-parts", ())
    )


def _ris(item: Item) -> Iterator[tuple[str, str]]:
    known = _known(item["issued"])
    yield "TY", "NEWS" if item["type"] == "article-newspaper" else "ELEC"
    yield "ID", item["id"]
    yield "TI", item["title"]
    for name in (item.get("container-title"), *(author["literal"] for author in item.get("author", ()))):
        if name:
            yield "T2", name
    if "publisher" in item:
        yield "PB", item["publisher"]
    if known:
        yield "PY", f"{known[0]:04}"
    yield "DA", _ris_date(item["issued"], known)
    if "URL" in item:
        yield "UR", item["URL"]
    if "source" in item:
        yield "DB", item["source"]
    yield "LA", item["language"]
    if "note" in item:
        yield "N1", item["note"]
    yield "ER", ""


def _ris_date(issued: Item, known: Sequence[int]) -> str:
    """Year, month and day between slashes, as far as they are known, and behind the third what more there is to say."""
    more = _edtf(issued).replace("/", " to ") if len(issued.get("date-parts", ())) > 1 else issued.get("literal", "")
    more = more or ("circa" if issued.get("circa") else "")
    numbers = [f"{number:02}" for number in known]
    return "/".join(numbers) if len(known) == 3 and not more else "/".join((*numbers, *[""] * (3 - len(known)), more))


def latex(text: str) -> str:
    """Accents as commands, which every BibTeX reads; a script that has none stays as it is."""
    escaped = text.translate(ACTIVE)
    try:
        return OTHERWISE.sub(lambda found: _encoded(found[0], "ascii"), escaped)
    except ValueError:
        return OTHERWISE.sub(lambda found: _encoded(found[0], "utf-8"), escaped)


@lru_cache(maxsize=4096)
def _encoded(text: str, letters: str) -> str:
    return cast("str", codecs.encode(text, f"ulatex+{letters}"))  # the types know only encodings that give bytes
