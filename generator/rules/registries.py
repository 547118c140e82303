"""Rules for what is registered: who owns a spelling, and where a name comes from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial

from generator.briefing import Briefing
from generator.content.model import FactFile
from generator.content.registries import Country, Entry, Organisation, Publisher
from generator.evidence.languages import ENGLISH
from generator.evidence.languages.naming import BODIES, TITLES
from generator.evidence.name_parts import fold, folded, parts
from generator.evidence.other_places import is_people
from generator.evidence.proving import active_facts
from generator.evidence.text import normalise, tokens
from generator.evidence.verdict import WITH_TEXT, Field
from generator.problems import Problem


def aliases_have_one_owner(briefing: Briefing) -> Iterator[Problem]:
    """A spelling names one leader, country, organisation or publisher."""
    owners: dict[tuple[str, ...], str] = {}
    for entry in briefing.entries.values():
        for field, spelling in _spellings(entry):
            owner = owners.setdefault(_key(spelling), entry.id)
            if owner != entry.id:
                what = f"`{spelling}` already names `{owner}`"
                yield Problem(entry.at(*field), "ALIAS-TAKEN", what, "give each spelling to one entry")


def aliases_are_names(briefing: Briefing) -> Iterator[Problem]:
    """A spelling is more than an ordinary word, and more than a title that anybody may have."""
    for entry in briefing.entries.values():
        built_in = entry.built_in if isinstance(entry, Country) else ()
        for number, alias in enumerate(entry.aliases):
            if alias not in built_in and (wrong := _no_name(briefing, entry, alias)):
                remedy = "give a spelling that nobody else has, with its capitals"
                yield Problem(entry.at("aliases", number), "BAD-ALIAS", f"`{alias}` {wrong}", remedy)


def _no_name(briefing: Briefing, entry: Entry, alias: str) -> str:
    """Why a spelling is no name; empty where it is one, or what a body is called: `the museum`, where there is one."""
    words = parts(tokens(normalise(alias)))
    if any(word.is_acronym or not word.text.isalpha() or is_people(word) for word in words):
        return ""
    telling = [fold(word.text) for word in words if word.small not in ENGLISH.function_words]
    of_the_name = {*_key(entry.name)}
    is_written_as_a_name = any(word.capital for word in words)
    may_be_of_many = set(telling) <= TITLES or (len(telling) == 1 and telling[0] not in of_the_name)
    if is_written_as_a_name and not may_be_of_many:
        return ""
    if not all(briefing.aliases.is_ordinary(word.small) for word in words):  # last, as the dictionary is to be loaded
        return ""
    if not telling:
        return "is a small word, and would name whatever has it"
    if not is_written_as_a_name:
        is_body = isinstance(entry, Organisation | Publisher) and BODIES | of_the_name >= set(telling)
        return "" if is_body else "is written as an ordinary word, and would name whatever has it"
    articles = [id for id in briefing.articles if id in briefing.sources]
    used = (id for id in articles if all(briefing.sources[id].in_lower_case(word) for word in telling))
    return f"is an ordinary word in {article}" if (article := next(used, "")) else ""


def names_stand_in_an_article_or_say_why(briefing: Briefing) -> Iterator[Problem]:
    """The name of an entry that is used, and each other spelling that we use, stands in an article; or it says why."""
    sources = [briefing.sources[article] for article in briefing.articles if article in briefing.sources]
    if len(sources) < len(briefing.articles):
        return  # an article without text or lock may have it, and is reported for itself
    names = {name for source in sources for profile in source.profiles for name in profile.names}
    article_names = _Searched(names)
    code = "RESTS-ON-REMOVED" if briefing.content.removed else "NAME-WITHOUT-BASIS"  # it may have stood there
    asked = [
        (entry, field, spelling)
        for entry in briefing.entries.values()
        if not entry.background and entry.id in briefing.used
        for field, spelling in _spellings(entry)
        if not (isinstance(entry, Country) and spelling in entry.built_in) and spelling not in article_names
    ]
    ours = _in_own_texts(briefing, tuple(spelling for _, _, spelling in asked))
    for entry, field, spelling in asked:
        if spelling != entry.name and spelling not in ours:
            continue  # a spelling that waits for an article proves nothing yet
        if all(source.has_all_names_of(briefing.aliases) for source in sources):
            what = f"no article has the name `{spelling}`"
            yield Problem(entry.at(*field), code, what, "give the reason for it as `background`")
        else:
            what = f"whether an article has the name `{spelling}` needs the texts"
            yield Problem(entry.at(*field), "CANNOT-CHECK", what, WITH_TEXT)


class _Searched:
    """Texts in which names are looked up by their whole words; of most texts, none is read for that."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._given = texts

    @cached_property
    def _texts(self) -> Sequence[str]:
        """Each once, on one line; of one in plain letters, white space is all that is written otherwise."""
        plain = (text if text.isascii() and "\n" not in text else normalise(text) for text in self._given)
        return tuple(dict.fromkeys(plain))

    @cached_property
    def _letters(self) -> str:
        return folded("\n".join(self._texts))

    @cached_property
    def _ends(self) -> Sequence[int]:
        return [spot.start() for spot in re.finditer("\n|$", self._letters)]

    @cached_property
    def _words(self) -> dict[int, str]:
        return {}

    def __contains__(self, name: str) -> bool:
        run = _between_blanks(name)
        telling = max(filter(str.isalpha, run.split()), key=len, default="")  # a code may be spelt in other letters
        return any(run in self._words_of(number) for number in self._having(telling))

    def _having(self, letters: str) -> Iterator[int]:
        """The texts in which letters stand, by number."""
        spot = self._letters.find(letters)
        while spot >= 0 and (number := bisect_left(self._ends, spot)) < len(self._texts):
            yield number
            spot = self._letters.find(letters, self._ends[number] + 1)

    def _words_of(self, number: int) -> str:
        if number not in self._words:
            self._words[number] = _between_blanks(self._texts[number])
        return self._words[number]


@lru_cache(maxsize=65536)
def _between_blanks(text: str) -> str:
    """The words of a text as names are looked up, each between blanks, so that a run of whole words is found in it."""
    return f" {' '.join(_key(text))} "


def _in_own_texts(briefing: Briefing, spellings: tuple[str, ...]) -> frozenset[str]:
    """Those spellings that a text of ours has."""
    found = _found(spellings, (text for statement in briefing.statements for text, _ in statement.texts))
    return found.union(*(_in_facts(briefing, article, spellings) for article in briefing.articles))


def _in_facts(briefing: Briefing, article: str, spellings: tuple[str, ...]) -> frozenset[str]:
    """Those that the facts of an article have."""
    file = briefing.articles[article]
    make = partial(_found, spellings, _texts_of_facts(file))
    return briefing.content.once_of(article, file, "spelt", spellings, make)


def _found(spellings: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    searched = _Searched(texts)
    return frozenset(spelling for spelling in spellings if spelling in searched)


def _texts_of_facts(file: FactFile) -> Iterator[str]:
    for fact in active_facts(file):
        yield fact.say
        if fact.via:
            yield fact.via
        yield from fact.answers.values()


def _spellings(entry: Entry) -> Iterator[tuple[Field, str]]:
    """Every spelling of an entry, with the field that it is written in."""
    yield ("name",), entry.name
    yield from ((("aliases", n), alias) for n, alias in enumerate(entry.aliases))
    if isinstance(entry, Country):
        yield from ((("demonyms", n), demonym) for n, demonym in enumerate(entry.demonyms))


def _key(name: str) -> tuple[str, ...]:
    return tuple(fold(part.text) for part in parts(tokens(normalise(name))))
