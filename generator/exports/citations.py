"""Citations in the formats that reference managers read, all of them made from CSL-JSON.

Nothing says when it was looked up: what is cited is the edition. In CSL-JSON and BibTeX the briefing is the author, as
an organisation. RIS and the `citation_` fields of a page's head know people only, and would split a name at its comma:
there the briefing is what the work stands in, or its publisher.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

import latexcodec  # noqa: F401 -- registers the encoding that is used below
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from generator.site.parts.citation import DATA, Work, fact_work, page_work
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Citation, Head
from generator.site.render.markup import plain

FOLDER = "cite/"
Item = dict[str, Any]
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


def citation_files(context: RenderContext) -> dict[str, str]:
    """For each article its page and all of its facts, in three formats."""
    files: dict[str, str] = {}
    for article in context.briefing.curated:
        page = page_work(context, context.head("articles", article, context.article(article).name, ""))
        items = [
            csl(work) for work in (page, *(fact_work(context, fact) for fact in context.briefing.facts_in(article)))
        ]
        stem = f"{FOLDER}{article}"
        files |= {f"{stem}.json": csl_json(items), f"{stem}.bib": bibtex(items), f"{stem}.ris": ris(items)}
    return files


def page_citation(context: RenderContext, head: Head) -> Citation:
    """How a page is cited; that of an article has files with its facts."""
    work = page_work(context, head)
    items = [csl(work)]
    section, name = head.entry
    site = context.briefing.content.site
    return Citation(
        what="whole" if work.is_whole else "page",
        sentence=work.sentence,
        bibtex=bibtex(items).strip(),
        ris=ris(items).replace("\r\n", "\n").strip(),
        csl=csl_json(items).strip(),
        edition=site.edition.isoformat(),
        published=site.edition.isoformat().replace("-", "/"),
        address=work.url,
        path=head.url,
        kind="Dataset" if head.path == DATA else "Text",
        rights=site.rights,
        facts=f"{FOLDER}{name}" if section == "articles" and name in context.briefing.curated else "",
    )


def csl(work: Work) -> Item:
    """An item of CSL-JSON; the whole briefing is its own author, so that none is named."""
    item = {
        "id": work.key,
        "type": "webpage",
        "title": plain(work.title),
        "author": [] if work.is_whole else [{"literal": plain(work.briefing)}],
        "issued": {"date-parts": [[work.on.year, work.on.month, work.on.day]]},
        "URL": work.url,
        "language": work.language,
        "note": plain(work.note),
    }
    return {key: value for key, value in item.items() if value}


def csl_json(items: Sequence[Item]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def bibtex(items: Iterable[Item]) -> str:
    """An entry for each item, as both BibTeX and biblatex read it."""
    entries = {item["id"]: _entry(item) for item in items}
    return str(_Escaped(encoding="utf-8").to_string(BibliographyData(entries)))


def ris(items: Iterable[Item]) -> str:
    """A record for each item; lines end as the format says."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _ris(item))


class _Escaped(Writer):  # type: ignore[misc]
    """Writes fields as they are: they are escaped before, and addresses must not be."""

    def _encode(self, text: str) -> str:
        return text


def _entry(item: Item) -> Entry:
    year, month, day = item["issued"]["date-parts"][0]
    fields = {
        "title": f"{{{_latex(item['title'])}}}",
        "year": str(year),
        "month": str(month),
        "date": f"{year:04}-{month:02}-{day:02}",
        "url": item.get("URL", ""),
        "language": item["language"],
        "note": _latex(item.get("note", "")),
    }
    authors = [Person(f"{{{_latex(author['literal'])}}}") for author in item.get("author", ())]
    persons = {"author": authors} if authors else {}
    return Entry("misc", [(name, value) for name, value in fields.items() if value], persons)


def _ris(item: Item) -> Iterator[tuple[str, str]]:
    year, month, day = item["issued"]["date-parts"][0]
    yield "TY", "ELEC"
    yield "ID", item["id"]
    yield "TI", item["title"]
    for author in item.get("author", ()):
        yield "T2", author["literal"]
    yield "PY", str(year)
    yield "DA", f"{year:04}/{month:02}/{day:02}"
    if "URL" in item:
        yield "UR", item["URL"]
    yield "LA", item["language"]
    if "note" in item:
        yield "N1", item["note"]
    yield "ER", ""


def _latex(text: str) -> str:
    """Accents as commands, which every BibTeX reads; a script that has none stays as it is."""
    escaped = text.translate(ACTIVE)
    try:
        return _encoded(escaped, "ascii")
    except ValueError:
        return _encoded(escaped, "utf-8")


def _encoded(text: str, letters: str) -> str:
    return cast("str", codecs.encode(text, f"ulatex+{letters}"))  # the types know only encodings that give bytes
