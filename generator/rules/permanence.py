"""Rules of permanence: what was published keeps its address, and what was taken down leaves no trace but that."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.briefing import Briefing
from generator.content.kinds import PAGES
from generator.content.model import Article
from generator.content.paths import FACTS
from generator.content.register import RecordedFact
from generator.content.registries import Event, Question, Subject, Theme
from generator.history.register import facts_removed_with, names, recorded_in
from generator.problems import Place, Problem, nearest

Entry = Subject | Theme | Event | Question | Article


def published_facts_keep_their_addresses(briefing: Briefing) -> Iterator[Problem]:
    """A fact that was published stands still, or its tombstone does, on the page of its article."""
    content = briefing.content
    stones = {stone.id: article for article, stone in briefing.tombstones}
    published = recorded_in(content).facts
    article_by_id = stones | {id: fact.article for id in published if (fact := briefing.facts.get(id))}
    article_by_id |= {fact: article for article in content.removed for fact in facts_removed_with(content, article)}
    for id, recorded in published.items():
        page = _page_now(briefing, recorded)
        if id not in article_by_id:
            state = "a draft now" if _place_of(briefing, page, id) else "gone"
            what = f"the fact `{id}` was published and is {state}"
            place = _place_of(briefing, page, id) or Place(f"{FACTS}{page}.yml")
            yield Problem(place, "LOST-ID", what, "put it back, or leave a tombstone: `status`, the reason, and `by`")
        elif article_by_id[id] != page:
            what = f"the fact `{id}` was published in `{recorded.article}` and stands in another article"
            remedy = "give it a new id there, and leave a tombstone where it was"
            place = _place_of(briefing, article_by_id[id], id) or Place(f"{FACTS}{article_by_id[id]}.yml")
            yield Problem(place, "LOST-ID", what, remedy)


def the_dossier_has_an_id(briefing: Briefing) -> Iterator[Problem]:
    """What subscribers know the dossier by does not hang on its title, which may change."""
    site = briefing.content.site
    if not site.id:
        what = "the ids of feeds and of the calendar hang on the title, and subscribers lose them with it"
        yield Problem(site.at("title"), "NO-ID", what, f"write `id: {site.lasting_id}` above it, and keep that")


def retired_ids_are_not_used_again(briefing: Briefing) -> Iterator[Problem]:
    """A fact that was published as retired does not come back under its id with other words."""
    for id, recorded in recorded_in(briefing.content).facts.items():
        fact = briefing.facts.get(id)
        if fact and recorded.status and recorded.say != fact.say:
            what = f"the id `{id}` was published as that of a fact that no longer stands"
            yield Problem(fact.fact.at("id"), "REUSED-ID", what, "choose another, and put the tombstone back")


def tombstones_say_what_was_published(briefing: Briefing) -> Iterator[Problem]:
    """A tombstone repeats the fact as it was last published, or nobody could know what was taken back."""
    facts = recorded_in(briefing.content).facts
    for _, stone in briefing.tombstones:
        published = facts.get(stone.id)
        if published and published.say and published.say != stone.say:
            what = f"`{stone.id}` was published with other words"
            yield Problem(stone.at("say"), "NOT-AS-PUBLISHED", what, f"write `{published.say}`")


def published_pages_keep_their_addresses(briefing: Briefing) -> Iterator[Problem]:
    """An entry or article that was published has its page still, or another has its id under `formerly`."""
    recorded = recorded_in(briefing.content)
    for section in PAGES:
        page_names = names(briefing.content, section)
        former = {id for _, entry in entries_of(briefing, section) for id in entry.formerly}
        for id, name in recorded.pages(section).items():
            if id not in page_names and id not in former:
                path = f"{FACTS}{id}.yml" if section == "articles" else f"content/{section}.yml"
                what = f"the page `{section}/{id}.html` was published, and nothing has the id `{id}` (`{name}`)"
                yield Problem(Place(path), "LOST-PAGE", what, _heir(id, page_names))


def former_ids_are_free(briefing: Briefing) -> Iterator[Problem]:
    """The address that an entry had before leads to that entry alone."""
    for section in PAGES:
        used_ids = set(names(briefing.content, section))
        if section == "articles":
            used_ids |= briefing.uncurated.keys()
        for _, entry in entries_of(briefing, section):
            for number, id in enumerate(entry.formerly):
                if id in used_ids:
                    what = f"the address `{section}/{id}.html` belongs to another page"
                    yield Problem(entry.at("formerly", number), "FORMER-ID-TAKEN", what, "give each address to one")
                used_ids.add(id)


def sentences_rest_on_articles_that_are_kept(briefing: Briefing) -> Iterator[Problem]:
    """No sentence of ours rests on an article that was taken down; one that does is not shown."""
    content = briefing.content
    gone = {fact for article in content.removed for fact in facts_removed_with(content, article)}
    for left_out in content.left_out:
        for number, fact in enumerate(left_out.record.from_):
            if fact in gone:
                what = f"`{fact}` was removed with its article, and what rests on it is left out"
                remedy = "rest it on facts that stand, or delete it"
                yield Problem(left_out.record.at("from", number), "RESTS-ON-REMOVED", what, remedy)


def entries_of(briefing: Briefing, section: str) -> Iterator[tuple[str, Entry]]:
    """The ids and records that have a page below an index; articles that were taken down too."""
    content = briefing.content
    if section == "articles":
        files = chain(content.articles.items(), content.removed.items())
        yield from ((id, file.article) for id, file in files)
    else:
        yield from getattr(content, section).items()


def _page_now(briefing: Briefing, fact: RecordedFact) -> str:
    """The article that a fact's article is called now."""
    articles = entries_of(briefing, "articles")
    return next((id for id, article in articles if fact.article in article.formerly), fact.article)


def _place_of(briefing: Briefing, article: str, id: str) -> Place | None:
    """Where the file of an article has a fact, in whatever state."""
    file = briefing.articles.get(article)
    return next((fact.at("id") for fact in file.facts if fact.id == id), None) if file else None


def _heir(id: str, page_names: dict[str, str]) -> str:
    close = nearest(id, page_names)
    return f"put it back, or write `formerly: [{id}]` where it went" + (f"; {close}" if close else "")
