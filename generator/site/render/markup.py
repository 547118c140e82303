"""Turns content into text that stays text: in Markdown, in raw HTML and in attributes alike.

A page is Markdown: its headings are Markdown headings with an explicit id, its hand-written parts are plain
Markdown, and everything else is raw HTML blocks, which Markdown leaves as they are. Addresses are written
from the site's root, as `page.html#anchor`; `link` makes them relative to the page, so that the site works in
any folder. MkDocs does not check links in raw HTML: the check of the built site does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sized
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import Any, Protocol
from unicodedata import normalize
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator.analysis.derived import Derived
from generator.content.values import DEVICE_NAMES, ID_PATTERN, INVISIBLE
from generator.site.render.lean import Imports, LeanEnvironment
from generator.site.render.policy import META
from generator.site.render.typography import typographic
from generator.work.compiled import Compiled

ON_CARD = 8  # other answers to one question that stand on the card of a fact
IN_ROW = 3  # others who give one answer, beside what somebody answers
LISTED = 400  # names in a list that is opened
IN_LINE = 24  # names that stand in one line, or answers below one question
MARK = re.compile(r"[\t!-/:-@\[-`{-~]")
ACTING = re.compile(r"[&\"'<>*_`\[\]\\]")  # what acts in the address of a link, in HTML or in Markdown
ACTIVE_MARK = re.compile(
    r"^\d*[!-/:-@\[-`{-~]"  # the first character, or one that would make leading digits a list item
    r"|[,.!?;%](?! |$)"
    r"|[\"#$&(-+\-/:<=>@\[-`{-~]"
)
ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?([/?#][^\s<>\"'\[\]()\\^`{|}]*)?")
LETTER = re.compile(r"mailto:[A-Za-z0-9._+-]+@[a-z0-9.-]+(\?[A-Za-z0-9%&=._~-]*)?")
ROOT = "\0"  # stands for the way to the site's root in what is written once; no text has it
SHORT = re.compile(r' data-source="([^"]*)"')
MARKED = re.compile(r' data-derived="([^"]*)"')
TARGET = re.compile(r"[a-z0-9-]+(/[a-z0-9.-]+)*(\.[a-z]+|/SHA256SUMS)(#[a-z0-9-]+)?")


class Head(Protocol):
    @property
    def path(self) -> str: ...


class View(Protocol):
    """What any page says: at least where it stands."""

    @property
    def head(self) -> Head: ...


class Macro(Protocol):
    """A macro of a template, as Jinja hands it over."""

    name: str

    def __call__(self, *arguments: object) -> Markup: ...


class Card(Protocol):
    """What stands on several pages: at least where it stands for good."""

    @property
    def url(self) -> str: ...


class Source(Protocol):
    """What a reference leads to: at least where it stands."""

    @property
    def url(self) -> str: ...


@dataclass(frozen=True)
class References:
    """What the references of a page lead to, in order of reading, each once."""

    sources: dict[str, Source] = field(default_factory=dict)

    def keep(self, source: Source) -> Markup:
        """Prints nothing, so that a template can keep a source where it writes the reference."""
        self.sources.setdefault(source.url, source)
        return Markup()

    def of(self, write: Callable[[], Markup]) -> Written:
        """What is written, with its own sources, which are not kept here yet."""
        outer = dict(self.sources)
        self.sources.clear()
        written = Written(write(), tuple(self.sources.values()))
        self.sources.clear()
        self.sources.update(outer)
        return written

    def take(self, written: Written) -> Markup:
        for source in written.sources:
            self.keep(source)
        return written.text


@dataclass(frozen=True)
class Written:
    """A card as it was written, and what its references lead to."""

    text: Markup
    sources: tuple[Source, ...]


@dataclass
class Shared:
    """What the pages of one run share: the cards that look the same, and the statements that elements are marked with.

    A card that is taken over is not written again, so the statements of all pages are kept together, by their ids. One
    page is written at a time: `path` is where it stands.
    """

    sources: Mapping[str, object] = field(default_factory=dict)  # what is told of each article at the foot of a page
    cards: dict[Hashable, Written] = field(default_factory=dict)
    statements: dict[str, Derived] = field(default_factory=dict)
    path: str = ""
    own: str = ""  # what the address of a part of the page begins with
    up: str = ""  # from the page to the site's root, or `ROOT` while something is written for pages anywhere
    references: References = field(default_factory=References)  # of the page
    imports: dict[int, Imports] = field(default_factory=dict)  # by the words that they are told in

    def begin(self, path: str, words: Mapping[str, Any]) -> dict[str, Any]:
        """What a page is written with that every page has."""
        self.path, self.own, self.up = path, _own(path), "../" * path.count("/")
        self.references.sources.clear()
        if id(words) not in self.imports:
            self.imports[id(words)] = Imports(self._variables(words))
        imports = self.imports[id(words)]
        return {**imports.variables, "imports": imports}

    def _variables(self, words: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "words": words,
            "link": self._link,
            "once": self._once,
            "sources": self._sources,
            "marked": self._marked,
            "refer": self.references.keep,
            "referred": lambda: tuple(self.references.sources.values()),
        }

    def _link(self, target: str) -> Markup:
        if target.startswith(self.own) and self.up != ROOT:
            return link(self.path, target)
        return below(self.up, target)

    def _once(self, macro: Macro, card: Card, *flavour: Hashable) -> Markup:
        """A card as it was written before, on whatever page: only its addresses are other ones here."""
        key = (macro.name, card.url, *flavour)
        if key not in self.cards:
            up, self.up = self.up, ROOT
            self.cards[key] = self.references.of(lambda: macro(card, *flavour))
            self.up = up
        written = self.references.take(self.cards[key])
        if self.up == ROOT:
            return written
        return Markup(written.replace(ROOT + self.own, "#").replace(ROOT, self.up))  # noqa: S704

    def _marked(self, *statements: Derived | None) -> Markup:
        self.statements.update({statement.id: statement for statement in statements if statement})
        return marked(*statements)

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {id: rank for rank, id in enumerate(self.sources)}

    def _sources(self, body: str) -> list[object]:
        """The articles that a body names in a word or two, in order of time."""
        named = sources_of(body) & self._ranks.keys()
        return [self.sources[id] for id in sorted(named, key=lambda id: self._ranks[id])]


def render(
    template: str,
    view: View,
    words: Mapping[str, Any],
    shared: Shared,
    neighbours: object | None = None,
    linked: str = "",
    citation: object | None = None,
    subscription: object | None = None,
    parts: Mapping[str, object] = MappingProxyType({}),
) -> str:
    """The Markdown of one page; `shared` keeps what it shares with other pages of the same run."""
    variables = shared.begin(view.head.path, words) | {"view": view, "neighbours": neighbours, "linked": linked}
    variables |= {"citation": citation, "subscription": subscription, "parts": defaultdict(tuple, parts)}
    return environment().get_template(template).render(variables)


@cache
def environment() -> Environment:
    """Values are shown letter by letter unless they are Markup already."""
    jinja = LeanEnvironment(
        loader=PackageLoader("generator", "templates"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(),
    )
    jinja.globals |= {
        "url": url,
        "address": address,
        "ident": ident,
        "phrase": phrase,
        "count": count,
        "marked": marked,
    }
    jinja.globals["refer"] = lambda _: Markup()  # only a page keeps its sources
    jinja.globals |= {"verbatim": verbatim, "as_written": as_written, "markup": Markup, "unbroken_end": unbroken_end}
    jinja.globals |= {
        "breakable": breakable,
        "address": address,
        "in_line": IN_LINE,
        "listed": LISTED,
        "on_card": ON_CARD,
        "in_row": IN_ROW,
    }
    jinja.globals["policy"] = Markup(META)  # noqa: S704
    return jinja


def shown(value: object) -> Markup:
    """What `{{ value }}` prints: text and whole numbers; anything else in a template is a mistake of ours."""
    if type(value) is str:
        return md(value)
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        return Markup(str(value))  # noqa: S704 -- raises, and names what is missing
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"a template prints {value!r}")
    return md(str(value))


def breakable(text: str) -> Markup:
    """The text with every space a place where a line may end, also between a number and its unit: for large letters."""
    return md(text).replace(" ", Markup("&#32;"))


def unbroken_end(text: str) -> Markup:
    """The text with its last two words on one line, so that the references behind it never stand alone with one."""
    head, gap, last = md(text).rpartition(" ")
    return Markup(f"{head}&nbsp;{last}" if gap else last)  # noqa: S704


@lru_cache(maxsize=65536)  # names, voices and words of the interface come again on every page
def md(text: str) -> Markup:
    """The text in one line as print has it, with every mark that Markdown or HTML could act on as an entity."""
    return as_written(typographic(_tidy(text)))


def as_written(text: str) -> Markup:
    """The same with its straight quotation marks, for what is looked up or copied as it stands."""
    return Markup(ACTIVE_MARK.sub(_entity, _tidy(text)))  # noqa: S704 -- what makes text inert ends in Markup


def _tidy(text: str) -> str:
    if not (text.isascii() and text.isprintable()):  # else nothing in it is invisible, or written in two ways
        text = normalize("NFC", visible(text))
    return " ".join(text.split())


def visible(text: str) -> str:
    """The text without what cannot be seen, but for what the letters beside it need."""
    return INVISIBLE.sub(r"\1", text)


def verbatim(text: str) -> Markup:
    """The text with its line breaks and spaces, for raw HTML blocks such as `<pre>`."""
    return Markup(MARK.sub(_entity, visible(text)))  # noqa: S704


def plain(text: str) -> str:
    """The text in one line, as it may stand where nothing is marked up, such as in a feed's titles."""
    return " ".join(visible(text).split())


def url(address: str) -> Markup:
    """An address of the web, or a letter that is begun, for `href`."""
    if not LETTER.fullmatch(address) and (not ADDRESS.fullmatch(address) or urlsplit(address).username is not None):
        raise ValueError(f"not a web address: {address!r}")
    return Markup(ACTING.sub(_entity, visible(address)))  # noqa: S704


def address(target: str) -> Markup:
    """A page of the site, as it is written from the site's root, for attributes that are read by scripts."""
    if not TARGET.fullmatch(target) or ".." in target:
        raise ValueError(f"not a page of the site: {target!r}")
    return Markup(target)  # noqa: S704


def marks(text: str) -> list[str]:
    """The ids of the derived statements that the elements of a page are marked with, in order of reading, each once."""
    return list(dict.fromkeys(id for ids in MARKED.findall(text) for id in ids.split()))


def sources_of(text: str) -> frozenset[str]:
    """The ids of the articles that a page names in a word or two."""
    return frozenset(SHORT.findall(text))


def ident(name: str) -> Markup:
    """An id, for `id`, anchors and file names."""
    if not re.fullmatch(ID_PATTERN, name) or len(name) > 64 or name == "index" or name in DEVICE_NAMES:
        raise ValueError(f"not an id: {name!r}")
    return Markup(name)  # noqa: S704


def marked(*statements: Derived | None) -> Markup:
    """The attribute of an element that says what is derived: the ids of the statements, listed as classes are."""
    ids = " ".join(dict.fromkeys(statement.id for statement in statements if statement))
    return Markup(f' data-derived="{ids}"' if ids else "")  # noqa: S704 -- a kind and the digits of a digest


def link(page_path: str, target: str) -> Markup:
    """The address of `target` as seen from a page; both are written from the site's root."""
    own = _own(page_path)
    if target.startswith(own):
        return Markup(f"#{address(target).removeprefix(own)}")  # noqa: S704
    return below("../" * page_path.count("/"), target)


@lru_cache(maxsize=65536)
def below(up: str, target: str) -> Markup:
    """The address of `target`, which is written from the site's root, where `up` leads there."""
    return Markup(up + address(target))  # noqa: S704


def _own(page_path: str) -> str:
    return f"{page_path.removesuffix('.md').removesuffix('.html')}.html#"


def phrase(words: str, /, **values: object) -> Markup:
    """A phrase of the interface with its `{gaps}` filled."""
    return Markup(_pattern(words).format(**{name: shown(value) for name, value in values.items()}))  # noqa: S704


@cache
def _pattern(words: str) -> str:
    """A phrase as text to format: what fills its gaps is Markup already, and is not escaped again."""
    return str(md(words)).replace("&#123;", "{").replace("&#125;", "}")


def count(forms: Mapping[str, str], of: int | Sized, /, **values: object) -> Markup:
    """The form of a phrase that fits a number, or the size of a list."""
    n = of if isinstance(of, int) else len(of)
    return phrase(forms["one" if n == 1 else "other"], n=n, **values)


def _entity(mark: re.Match[str]) -> str:
    return f"{mark[0][:-1]}&#{ord(mark[0][-1])};"
