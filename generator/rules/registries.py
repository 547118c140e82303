"""Rules for what is registered: who owns a spelling, and where a name comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.briefing import Briefing
from generator.content.registries import Country, Entry
from generator.evidence.name_parts import fold, parts
from generator.evidence.text import normalise, tokens
from generator.evidence.verdict import WITH_TEXT
from generator.problems import Place, Problem


def aliases_have_one_owner(briefing: Briefing) -> Iterator[Problem]:
    """A spelling names one leader, country, organisation or publisher."""
    owners: dict[tuple[str, ...], str] = {}
    for entry in briefing.entries.values():
        for place, spelling in _spellings(entry):
            owner = owners.setdefault(_key(spelling), entry.id)
            if owner != entry.id:
                what = f"`{spelling}` already names `{owner}`"
                yield Problem(place, "ALIAS-TAKEN", what, "give each spelling to one entry")


def names_stand_in_an_article_or_say_why(briefing: Briefing) -> Iterator[Problem]:
    """The name of an entry, and each other spelling that we use, stands in an article, or `background` says why."""
    sources = [briefing.sources[article] for article in briefing.articles if article in briefing.sources]
    names = {name for source in sources for profile in source.profiles for name in profile.names}
    article_names = _searchable(sorted(names))
    if len(sources) < len(briefing.articles):
        return  # an article without text or lock may have it, and is reported for itself
    own_texts = _searchable(_own_texts(briefing))
    code = "RESTS-ON-REMOVED" if briefing.content.removed else "NAME-WITHOUT-BASIS"  # it may have stood there
    for entry in briefing.entries.values():
        if entry.background:
            continue
        for place, spelling in _spellings(entry):
            words = _searchable([spelling])
            if words in article_names or (spelling != entry.name and words not in own_texts):
                continue  # a spelling that waits for an article proves nothing yet
            if all(source.has_all_names_of(briefing.aliases) for source in sources):
                what = f"no article has the name `{spelling}`"
                yield Problem(place, code, what, "give the reason for it as `background`")
            else:
                what = f"whether an article has the name `{spelling}` needs the texts"
                yield Problem(place, "CANNOT-CHECK", what, WITH_TEXT)


def _searchable(texts: Iterable[str]) -> str:
    """The words of texts as names are looked up, each between blanks, so that a run of whole words is found in it."""
    return "\n".join(f" {' '.join(_key(text))} " for text in texts)


def _own_texts(briefing: Briefing) -> Iterator[str]:
    """Every text of ours that names are looked up in."""
    for fact in briefing.facts.values():
        yield from (fact.say, fact.via or "", *fact.answers.values())
    yield from (text for statement in briefing.statements for text, _ in statement.texts)


def _spellings(entry: Entry) -> Iterator[tuple[Place, str]]:
    yield entry.at("name"), entry.name
    yield from ((entry.at("aliases", n), alias) for n, alias in enumerate(entry.aliases))
    if isinstance(entry, Country):
        yield from ((entry.at("demonyms", n), demonym) for n, demonym in enumerate(entry.demonyms))


def _key(name: str) -> tuple[str, ...]:
    return tuple(fold(part.text) for part in parts(tokens(normalise(name))))
