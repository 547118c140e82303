"""What feeds and the search tell of each article: they ask the same of its facts, so it is made together, and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from generator.analysis.agreement import verdict_of_fact
from generator.exports.data.dataset import Dataset
from generator.exports.indexed import Indexed, indexed
from generator.site.parts.context import RenderContext
from generator.site.parts.search_entries import fact_entries
from generator.site.parts.subscriptions import feed_fact
from generator.work.canonical import Digests
from generator.work.digests import digest_of
from generator.work.store import Keeping, kept

TOLD = "told"  # the step, in the store


@dataclass(frozen=True)
class OfArticle:
    """What is told of the facts of an article."""

    feeds: Mapping[str, str]  # each by the digest of what feeds tell of it
    found: tuple[Indexed, ...]  # each as the search has it, in order of time


@dataclass(frozen=True)
class Told:
    """What is told of each article in a context; `data` are of the same briefing."""

    context: RenderContext
    data: Dataset
    store: Keeping | None = None

    @cached_property
    def of_articles(self) -> Mapping[str, OfArticle]:
        """By article, in order of their ids."""
        return {article: self.of_article(article) for article in sorted(self.data.with_facts)}

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """All facts, each by the digest of what feeds tell of it."""
        return {id: digest for told in self.of_articles.values() for id, digest in told.feeds.items()}

    def key(self, article: str, *more: object) -> str:
        """The digest of all that is told of an article, and of what else is given; empty where that is not known."""
        if not (key := self.data.key(article)):
            return ""
        context, facts = self.context, self.context.briefing.facts_in(article)
        stands = [verdict_of_fact(context.briefing, fact) for fact in facts if fact.answers]
        return digest_of((key, self._common, self._digests.of(context.source_link(article), stands, more)))

    def of_article(self, article: str) -> OfArticle:
        """What is told of one article that has facts."""
        key = self.key(article)
        return kept(self.store if key else None, TOLD, partial(str, key), partial(self._made, article))

    def _made(self, article: str) -> OfArticle:
        facts = self.context.briefing.facts_in(article)
        feeds = {fact.id: self._digests.of(feed_fact(self.context, fact)) for fact in facts}
        return OfArticle(feeds, tuple(map(indexed, fact_entries(self.context, article))))

    @cached_property
    def _digests(self) -> Digests:
        return Digests()

    @cached_property
    def _common(self) -> str:
        """The digest of the words, and of the entries that are not found, since nothing is said of them."""
        return self._digests.of(self.context.words, tuple(self.context.briefing.content.unused))
