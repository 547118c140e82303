"""The stamps of `<time>` on a page: those that date the page, and none that a sentence, a comment or a picture has."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html

from generator.drafting.page_days import words_beside_day

LINE = 600  # letters on one side of a stamp; no line that dates a page has more
MANY = 4  # words in small letters beside a stamp, which are a sentence whether or not it is ended
_CHANGED = re.compile(r"modif|updat|revis|edit|chang|mise-a-jour|maj", re.IGNORECASE)
_ASIDE = re.compile(r"comment|related|teaser|sidebar|widget|promo|newsletter|recommend", re.IGNORECASE)
_APART = frozenset(("aside", "nav", "footer", "figure", "figcaption", "blockquote"))
_INLINE = frozenset("a abbr b cite code em font i mark q s small span strong sub sup time u".split())


def times(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The stamps that are marked as of publication, and then the first that is of no change."""
    every = [one for one in tree.iter("time") if not _CHANGED.search(_marks(one)) and not is_told(one)]
    marked = [one for one in every if one.get("pubdate") is not None or "publi" in _marks(one)]
    alone = [one for one in every if not any(map(_is_apart, one.iterancestors()))]
    for element in (*marked, *alone[:1]):
        yield str(element.get("datetime") or _words(element))


def is_told(element: lxml.html.HtmlElement) -> bool:
    """Whether a stamp stands in a sentence: `The ferry sank on <time>31 May</time>.`"""
    before, after = _beside(element, preceding=True), _beside(element, preceding=False)
    words = words_beside_day(f"{before} {after}")
    small = [word for word in words if word.islower()]
    return bool(small) and (
        len(small) >= MANY or bool(re.search(r"[.!?…][\"')\]»”’]*$", after.strip() or before.strip()))
    )


def _beside(element: lxml.html.HtmlElement, *, preceding: bool) -> str:
    """The words of its line before an element, or behind it."""
    text = "" if preceding else element.tail or ""
    node = element
    while len(text) < LINE:
        for sibling in node.itersiblings(preceding=preceding):
            if len(text) >= LINE:
                return text
            if not isinstance(sibling.tag, str) or sibling.tag not in _INLINE:
                return f"{sibling.tail or ''} {text}" if preceding else text
            pieces = f"{_words(sibling)}{sibling.tail or ''}"
            text = f"{pieces} {text}" if preceding else f"{text} {pieces}"
        above = node.getparent()
        if above is None:
            return text
        text = f"{above.text or ''} {text}" if preceding else text
        if above.tag not in _INLINE:
            return text
        text, node = text if preceding else f"{text} {above.tail or ''}", above
    return text


def _is_apart(element: lxml.html.HtmlElement) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in _APART or (element.tag != "body" and bool(_ASIDE.search(named)))


def _marks(element: lxml.html.HtmlElement) -> str:
    above = element.getparent()
    said = [element, *([above] if above is not None else [])]
    names = ("itemprop", "class", "id", "data-testid")
    marks = " ".join(str(one.get(name) or "") for one in said for name in names)
    return f"{marks} {above.text or '' if above is not None else ''}"


def _words(element: lxml.html.HtmlElement) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext() if piece).split())
