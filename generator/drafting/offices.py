"""What stands beside a name and says who somebody is, and which words of a text are a name at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.drafting.cue_words import CueWords
from generator.drafting.lines import Line, Mention
from generator.drafting.phrases import is_governed, mention_at, stops
from generator.evidence.languages.naming import GIVEN_NAMES, PARTICLES, TITLES
from generator.evidence.name_parts import fold
from generator.evidence.ordinary import is_ordinary

_TRADE = re.compile(r"\w{3,}(?:master|mistress|keeper|maker|worker|owner|holder|woman)")  # in no dictionary, perhaps
# What a page tells its reader to do, or says of itself: these open no name.
ASKING = frozenset(
    (
        *("browse", "click", "contact", "discover", "download", "explore", "follow", "join", "listen", "photo"),
        *("picture", "published", "read", "register", "see", "share", "sign", "subscribe", "updated", "view"),
        *("visit", "watch", "abonnez", "cliquer", "cliquez", "consulter", "decouvrir", "ecouter", "lire", "partager"),
        *("publie", "regarder", "suivre", "telecharger", "voir"),
    )
)
HONORIFICS = frozenset("dr m madame maitre me mgr mlle mm mme monsieur pr".split())  # French, before a surname
ARTICLES = "CDJLMSTQ"  # elided words that open a sentence
NEAR = 8  # tokens beside a name in which it is said who somebody is


def is_office(mention: Mention, words: CueWords) -> bool:
    """Whether a name that no registry knows is only what somebody is: `Prime Minister`."""
    said = mention.text.casefold().replace(".", "").split()
    return not mention.subject and all(
        fold(word) in TITLES or word in words.roles or word in words.bodies for word in said
    )


def roles_beside(line: Line, mention: Mention, words: CueWords) -> frozenset[str]:
    """The words of office that stand beside a name: `Mayor Jane Doe`, `the mayor, Jane Doe`, `Jane Doe, the mayor,`."""
    found: set[str] = set()
    spot = mention.first - 1
    while spot >= 0 and mention.first - spot <= NEAR and not stops(line, spot + 1):
        if line.words[spot] not in words.offices and not line.tokens[spot].text[0].isupper():
            break
        found |= {line.words[spot]} & words.offices
        spot -= 1
    first = mention.first
    while first > 0 and not stops(line, first):
        first -= 1
    between = set(range(first, mention.first))
    if first and "," in line.before(first) and not between - {n for n in between if line.words[n] in words.titles}:
        found |= _office_of(line, first - 1, words)
    after = mention.last + 1
    if after < len(line.tokens) and re.match(r",|\s?-\s|\)?,", line.before(after)):
        found |= _office_in(line, after, words)
    return frozenset(found)


def is_called(line: Line, mention: Mention, words: CueWords) -> bool:
    """Whether words say of somebody what the name is: `a baker called Jane`."""
    noun = mention.first - 2
    plain = noun >= 0 and line.words[noun + 1] in words.called and not stops(line, noun + 1)
    somebody = plain and (words.is_somebody(line.words[noun]) or words.is_somebody(line.words[noun] + "s"))
    return somebody and line.words[noun] not in words.bodies


def _office_of(line: Line, last: int, words: CueWords) -> set[str]:
    """The office that a clause before a comma ends with: `the mayor`, `the director of the institute (FBW)`."""
    first = last
    while first > 0 and not (stops(line, first) and "(" not in line.before(first) and ")" not in line.before(first)):
        first -= 1
    spots = [n for n in range(first, last + 1) if line.words[n] in words.offices and not _is_named(line, n, words)]
    if not spots or last - first > 2 * NEAR:
        return set()
    heads = [n for n in spots if not is_governed(line, n, first, words) and not _is_owners(line, n)]
    joined = [n for n in heads[:-1] if line.words[n + 1] in words.conjunctions]  # the founder and chair
    return {line.words[n] for n in (*joined, *heads[-1:])}


def _is_owners(line: Line, spot: int) -> bool:
    """Whether an office is that of whose somebody is: `Mayor` in `Mayor Doe's driver, Owen Roe,`."""
    mention = mention_at(line, spot + 1)
    return mention is not None and mention.first == spot + 1 and mention.possessive


def _is_named(line: Line, spot: int, words: CueWords) -> bool:
    mention = mention_at(line, spot)
    return mention is not None and not is_office(mention, words)


def _office_in(line: Line, first: int, words: CueWords) -> set[str]:
    """The office that a clause behind a comma begins with: `Norway's energy minister`, `chair of the league`."""
    for spot in range(first, min(first + NEAR, len(line.tokens))):
        if spot > first and (stops(line, spot) or line.words[spot] in words.prepositions | words.breaks):
            return set()
        if line.words[spot] in words.relatives or (spot > first and line.words[spot] in words.saying - words.nouns_too):
            return set()
        if line.words[spot] in words.offices:
            return {line.words[spot]}
    return set()


def as_named(paragraphs: Iterable[Sequence[Line]]) -> list[list[Line]]:
    """The sentences with whole names: `Bram van Dalen`, and `Jane Doe` in `Shopkeeper Jane Doe`."""
    whole = ((_with_particles(_with_elisions(line)) for line in lines) for lines in paragraphs)
    return [
        [replace(line, mentions=tuple(_without_opening(line, m) for m in line.mentions)) for line in lines]
        for lines in whole
    ]


def _without_opening(line: Line, mention: Mention) -> Mention:
    """A long name without the word that only opens its sentence: `Shopkeeper Jane Doe`."""
    if mention.subject or mention.first == mention.last:  # of one token: `EUR 3 millions`
        return mention
    names = mention.text.split()
    opens = mention.first == 0 or stops(line, mention.first)
    first = names[0].casefold().rstrip(".")
    is_word = is_ordinary(first) or bool(_TRADE.fullmatch(first))
    in_capitals = names[0].isupper() and len(names[0].rstrip(".")) > 1
    titled = first not in GIVEN_NAMES and ((is_word and opens) or in_capitals)
    asks = opens and fold(first) in ASKING
    if not (titled and len(names) > 2) and not ((asks or fold(first) in TITLES) and len(names) > 1):
        return mention
    return replace(mention, text=" ".join(names[1:]), first=mention.first + 1)


def with_surnames(paragraphs: Iterable[Sequence[Line]], words: CueWords) -> list[list[Line]]:
    """The sentences, in which the last name of a person who is named in full is a name too: `Moss`, `Hart`."""
    paragraphs = as_named(paragraphs)
    full = [m.text.split() for lines in paragraphs for line in lines for m in line.mentions if not is_office(m, words)]
    surnames = frozenset(names[-1] for names in full if 2 <= len(names) <= 4 and names[-1][0].isupper())
    surnames -= frozenset(names[0] for names in full if len(names) > 1)
    surnames |= frozenset(
        m.text for lines in paragraphs for line in lines for m in line.mentions
        if m.text.isalpha() and m.first and not re.search(r'[:?!"]', line.before(m.first)) and not is_office(m, words)
    )  # fmt: skip
    return [[_with_surnames(line, surnames) for line in lines] for lines in paragraphs]


def _with_elisions(line: Line) -> Line:
    """A sentence of French in which `N'Guessan` is one name, and `d'Almeida` belongs to the name before it."""
    joined: list[Mention] = []
    for mention in line.mentions:
        last = joined[-1] if joined else None
        spot = mention.first - 1
        elided = mention.subject is None and spot >= 0 and line.before(mention.first) == "'"
        if not elided or len(line.tokens[spot].text) > 1:
            joined.append(mention)
            continue
        beside = last is not None and last.last == spot - 1 and last.subject is None and line.before(spot) == " "
        if last and beside:
            joined[-1] = replace(mention, text=_as_printed(line, last.first, mention), first=last.first)
        elif _belongs_to_the_name(line, spot):
            joined.append(replace(mention, text=_as_printed(line, spot, mention), first=spot))
        else:
            joined.append(mention)
    return replace(line, mentions=tuple(joined)) if tuple(joined) != line.mentions else line


def _belongs_to_the_name(line: Line, spot: int) -> bool:
    """Whether what is elided is part of the name: `N'Guessan`, `L'Aquila`, `M. d'Almeida`; not in `L'Union`."""
    letter = line.tokens[spot].text
    if letter.isupper():
        return letter not in ARTICLES or not (spot == 0 or stops(line, spot))
    return spot > 0 and fold(line.words[spot - 1]) in HONORIFICS


def _as_printed(line: Line, first: int, mention: Mention) -> str:
    return line.text(first, mention.last).removesuffix("'s").removesuffix("'")


def _with_particles(line: Line) -> Line:
    """A sentence in which `Pieter de Wit` is one name, also where nobody registered it."""
    joined: list[Mention] = []
    for mention in line.mentions:
        last = joined[-1] if joined else None
        between = range(last.last + 1, mention.first) if last else range(0)
        small = bool(between) and all(line.tokens[n].text in PARTICLES for n in between)
        plain = small and not any(stops(line, n) for n in (*between, mention.first))
        if last and plain and not last.possessive and last.subject is None and mention.subject is None:
            text = line.text(last.first, mention.last).removesuffix("'s")
            joined[-1] = replace(mention, text=text, first=last.first)
        else:
            joined.append(mention)
    return replace(line, mentions=tuple(joined)) if len(joined) < len(line.mentions) else line


def _with_surnames(line: Line, surnames: frozenset[str]) -> Line:
    taken = {spot for mention in line.mentions for spot in range(mention.first, mention.last + 1)}
    added = [
        Mention(name, spot, spot, None, token.text != name)
        for spot, token in enumerate(line.tokens)
        if spot not in taken and (name := token.text.removesuffix("'s")) in surnames
    ]
    if not added:
        return line
    return replace(line, mentions=tuple(sorted((*line.mentions, *added), key=lambda mention: mention.first)))
