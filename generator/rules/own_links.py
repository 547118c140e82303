"""Rules for links of pages of one's own: they lead to what the site will have, as far as that is known before it is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.briefing import Briefing
from generator.content.kinds import KINDS, PAGES
from generator.content.own_page import own_page_of
from generator.content.paths import STATIC, TAKEN, is_static, own_page
from generator.content.values import PAGE_ID_PATTERN
from generator.history.register import facts_removed_with, names
from generator.problems import Problem, nearest
from generator.rules.own_pages import place_in, too_much

ENDINGS = (".md", ".html")
NEAR = 20  # mistakes for which the nearest name is looked for, which takes long in a large dossier
_WRITTEN = re.compile(r"(?<=\()[^\s()]+(?=[\s)])")  # an address in Markdown, where it has no brackets itself
MARKDOWN = "a page is named by its Markdown here"


def links_lead_somewhere(briefing: Briefing) -> Iterator[Problem]:
    """A link of a page of one's own leads to a page, a file or a heading that there will be."""
    site = _Site(briefing)
    for path, text in sorted(briefing.content.pages.items()):
        if too_much(text):
            continue
        start = len(text.partition("\n")[0])
        written = {found[0]: found.start() for found in reversed([*_WRITTEN.finditer(text, start)])}
        for link in dict.fromkeys(own_page_of(path, text).links):
            if wrong := site.wrong_with(path, link):
                at = written[link] if link in written else text.find(link, start)
                yield Problem(place_in(path, text, max(at, 0)), "DEAD-LINK", *wrong)


class _Site:
    """What is known of a site before it is built; of what is not known, nothing is said."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing, self._content, self._mistakes = briefing, briefing.content, 0

    def wrong_with(self, page: str, link: str) -> tuple[str, str] | None:
        """What is wrong with a link of a page, and what to do; nothing where it may lead somewhere."""
        try:
            scheme, host, target, _, id = urlsplit(link)
        except ValueError:
            return f"`{link}` is no address", "mend it"
        if scheme or host:
            return None
        path = posixpath.normpath(unquote(target)) if target else PurePosixPath(page).name
        if target.startswith("/"):
            return f"`{target}` begins at the root of whatever server has the site", f"{MARKDOWN}: `leaders/index.md`"
        stem, ending = posixpath.splitext(path)
        if target.endswith("/") or (not ending and self._has(f"{path}/index") and path not in self._content.published):
            return f"`{target}` is a folder", f"{MARKDOWN}: `{posixpath.normpath(f'{path}/index.md')}`"
        if ending not in ENDINGS:
            return self._wrong_with_file(path)
        if self._has(stem) is False:
            near = self._near(f"{stem}.md", (f"{page}.md" for page in self._pages))
            return f"the site has no page `{path}`", near or "mend the link, or delete it"
        if ending == ".html" and stem in self._pages:
            return f"`{path}` is what the page will be called", f"{MARKDOWN}: `{stem}.md`"
        if id and self._lacks(stem, unquote(id)):
            return f"`{path}` has no `#{id}`", "mend the link, or give a heading that id"
        return None

    def _wrong_with_file(self, path: str) -> tuple[str, str] | None:
        """A name that no file of the program can have is that of a file of people's own."""
        is_ours = path in self._content.published or not is_static(f"{STATIC}{path}")
        if is_ours and not path.startswith("../"):
            return None
        return f"the site has no file `{path}`", self._near(path, self._content.published) or f"put it into `{STATIC}`"

    def _near(self, name: str, names: Iterable[str]) -> str:
        self._mistakes += 1
        return nearest(name, names) if self._mistakes <= NEAR else ""

    def _has(self, stem: str) -> bool | None:
        """Whether a page is there; None for one that only the site itself knows, such as a part of a long list."""
        first, *rest = stem.split("/")
        if stem in self._pages:
            return True
        if first not in PAGES:
            return None if first in TAKEN or rest else False
        if first == "questions" and rest[:1] == ["by"]:
            return None
        is_part = len(rest) > 1 and f"{first}/{rest[0]}" in self._pages
        return None if is_part or stem in self._redirects else False

    def _lacks(self, stem: str, id: str) -> bool:
        """Whether a page surely has no such id; of most pages of the program only they themselves know."""
        if re.fullmatch(PAGE_ID_PATTERN, id) or id.startswith("__"):
            return False
        path = f"content/pages/{stem}.md"
        if path in self._content.pages:
            page = own_page_of(path, self._content.pages[path])
            return id not in page.ids.keys() | page.ours and (stem, id) != ("method", "yourself")
        kind, _, article = stem.partition("/")
        if kind != "articles" or article == "index":
            return False
        return article in self._content.articles and id not in self._facts(article)

    def _facts(self, article: str) -> frozenset[str]:
        if article in self._content.removed:
            return frozenset(facts_removed_with(self._content, article))
        return frozenset(fact.id for fact in self._content.articles[article].facts)

    @cached_property
    def _pages(self) -> dict[str, None]:
        """The pages that are known by their names, without endings."""
        shown = self._briefing.shown.content
        fixed = ["index", "method", "changes", "data", "explore"]
        fixed += [id for path in self._content.pages if (id := own_page(path))]
        fixed += ["figures"] * bool(shown.site.figures) + ["unknown"] * bool(shown.site.open)
        indexes = [f"{kind}/index" for kind in PAGES if KINDS[kind].has_index]
        entries = [f"{kind}/{id}" for kind in PAGES for id in names(shown, kind)]
        return dict.fromkeys((*fixed, *indexes, *entries, *(f"articles/{id}" for id in self._briefing.unread)))

    @cached_property
    def _redirects(self) -> frozenset[str]:
        """The earlier addresses, which lead on."""
        content = self._briefing.shown.content
        articles = (file.article for file in (*content.articles.values(), *content.removed.values()))
        records = {kind: getattr(content, kind).values() for kind in PAGES if kind != "articles"}
        records |= {"articles": articles, "events": (*content.events.values(), *content.removed_events.values())}
        return frozenset(f"{kind}/{id}" for kind, of in records.items() for record in of for id in record.formerly)
