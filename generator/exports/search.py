"""What the search index is made from: a small HTML file for each result, never published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from unicodedata import category, normalize
from urllib.parse import quote

from generator.briefing import Briefing
from generator.evidence.name_parts import UNFOLDED
from generator.site.parts.context import RenderContext
from generator.site.parts.search_entries import SearchEntry, search_entries

ALSO = str.maketrans({"ß": "ss", "ς": "σ"})
NAMES, WORDS = 10, 1  # how much a word counts; ten is the most that the index knows


def tree(briefing: Briefing, words: Mapping[str, Any]) -> dict[str, str]:
    """The file of every result by its path, which is the result's address."""
    context = RenderContext(briefing, words)
    return {_path(entry.link.url): _file(entry, context.words["language"]) for entry in search_entries(context)}


def plain(text: str) -> str:
    """Letters and digits alone, case and accents folded, so that `Store` finds Støre; `finding.js` does the same.

    A thousand is written as one number, and 1.1 never as 11.
    """
    marked = normalize("NFKD", text.lower().translate(UNFOLDED | ALSO))
    bare = "".join(letter for letter in marked if category(letter)[0] != "M").lower()
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"(?<=\d)[.,](?=\d{3}(?!\d))", "", bare)).split())


def _path(address: str) -> str:
    return address.replace(".html#", "/").removesuffix(".html") + ".html"


def _file(entry: SearchEntry, language: str) -> str:
    """What a result shows is carried in an id: whatever is given as meta would be searched as well."""
    result = {
        "what": entry.what,
        "text": entry.link.name,
        "address": entry.link.url,
        "line": entry.line,
        "names": [plain(name) for name in entry.names],
    }
    marks = [("what", entry.what), ("page", "yes")] if entry.what != "fact" else [("what", entry.what)]
    filters = "".join(f'<i data-pagefind-filter="{facet}:{value}"></i>' for facet, value in (*marks, *entry.facets))
    return (
        f'<!doctype html><html lang="{language}"><body data-pagefind-body>'
        f'<i id="{quote(json.dumps(result, ensure_ascii=False), safe="")}"></i>'
        f"{filters}"
        f'<i data-pagefind-sort="oldest:{entry.oldest}"></i><i data-pagefind-sort="newest:{entry.newest}"></i>'
        f'<p data-pagefind-weight="{NAMES}">{_searched(entry.names)}</p>'
        f'<p data-pagefind-weight="{WORDS}">{_searched(entry.words)}</p>'
        "</body></html>\n"
    )


def _searched(texts: Iterable[str]) -> str:
    """Each text is a sentence of its own, so that no phrase runs from one into the next."""
    return ". ".join(escape(plain(text)) for text in dict.fromkeys(texts) if text)
