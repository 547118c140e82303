"""The names of a sentence as they are kept of it: runs of words in clear, and acronyms with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.evidence.languages import Language
from generator.evidence.languages.naming import PARTICLES
from generator.evidence.name_parts import Part, fold, is_linked, parts, text_of
from generator.evidence.names import LOOSE, AliasTable, Name
from generator.evidence.text import Token, tokens

LONGEST_NAME = 3  # so many capitalised words in a row may be a name that nobody registered
_IN_BRACKETS = re.compile(r"(?P<before>[^()]+) \((?P<inside>[^()]+)\)")


def name_runs(
    sentence: Sequence[Token],
    aliases: AliasTable,
    language: Language,
    lower: frozenset[str] = frozenset(),
    capital: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """Names that follow each other are one run, so that a later alias table finds longer names in it."""
    words = parts(sentence)
    groups: list[list[Name]] = []
    for name in aliases.names(sentence, known_lower=lower, known_names=capital, language=language):
        if groups and _goes_on(words, groups[-1], name):
            groups[-1].append(name)
        else:
            groups.append([name])
    for number, group in enumerate(groups, 1):
        run = list(_run(words, group, groups[number] if number < len(groups) else None))
        yield from run if _tells_the_same(run, group, aliases) else _one_by_one(words, group)


def _tells_the_same(runs: Sequence[str], group: Sequence[Name], aliases: AliasTable) -> bool:
    """Whether a run, read without its sentence, names those whom the sentence names."""
    if len(group) == 1:
        return True
    told = {name.subject for run in runs if LOOSE not in run for name in aliases.registered(parts(tokens(run)))}
    return {name.subject for name in group if name.subject} <= told


def _one_by_one(words: Sequence[Part], group: Sequence[Name]) -> Iterator[str]:
    yield from (text_of(words[name.start : name.end]) for name in group)


def _goes_on(words: Sequence[Part], group: Sequence[Name], name: Name) -> bool:
    """Whether a name belongs to the run before it: nothing parts them, or `van der`, or `of` in a short one."""
    if not is_linked(words, group[-1].end, name.start):
        return False
    unknown = sum(_unknown_words(words, one) for one in (*group, name))
    return unknown <= LONGEST_NAME or all(part.text in PARTICLES for part in words[group[-1].end : name.start])


def _unknown_words(words: Sequence[Part], name: Name) -> int:
    return 0 if name.subject else sum(part.capital for part in words[name.start : name.end])


def _run(words: Sequence[Part], group: Sequence[Name], following: Sequence[Name] | None) -> Iterator[str]:
    """A run in clear; the words of a headline in capitals are listed by the alphabet, not to be read."""
    run = words[group[0].start : group[-1].end]
    bracketed = _bracketed(words, group, following)
    unknown = [part.text for name in group if not name.subject for part in words[name.start : name.end] if part.capital]
    if bracketed:
        yield f"{text_of(run)} ({bracketed})"
    elif len(unknown) > LONGEST_NAME:
        yield from (name.text for name in group if name.subject)
        yield LOOSE.join(sorted(unknown))
    else:
        yield text_of(run)


def _bracketed(words: Sequence[Part], group: Sequence[Name], following: Sequence[Name] | None) -> str:
    """The acronym in brackets behind a name, or the name behind an acronym; empty if there is none."""
    if following is None or following[0].start != group[-1].end or words[following[0].start].before != " (":
        return ""
    behind = words[following[-1].end : following[-1].end + 1]
    if behind and not behind[0].before.startswith(")"):
        return ""
    one, other = (words[names[0].start : names[-1].end] for names in (group, following))
    return text_of(other) if _standing_for(one, other) or _standing_for(other, one) else ""


def _standing_for(short: Sequence[Part], long: Sequence[Part]) -> str:
    """The end of a name that an acronym is made of the initials of; empty if it is not."""
    if len(short) != 1 or not short[0].is_acronym:
        return ""
    letters = fold(short[0].text)
    starts = [spot for spot, part in enumerate(long) if fold(part.text)[0] == letters[0]]
    for spot in reversed(starts):
        initials = iter(fold(part.text)[0] for part in long[spot:])
        if len(long) - spot > 1 and all(letter in initials for letter in letters):
            return text_of(long[spot:])
    return ""


def acronyms_of(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Every acronym that stands in brackets behind its name, or before it, with that name."""
    pairs: dict[tuple[str, str], None] = {}
    for name in names:
        match = _IN_BRACKETS.fullmatch(name)
        if match is None:
            continue
        one, other = (parts(tokens(match[side])) for side in ("before", "inside"))
        for short, long in ((one, other), (other, one)):
            if standing_for := _standing_for(short, long):
                pairs[short[0].text, standing_for] = None
    return tuple(pairs)


def with_acronyms(runs: Iterable[str], acronyms: Sequence[tuple[str, str]]) -> list[str]:
    """Runs of names, and with each acronym among them what it stands for, and the other way round."""
    told = list(runs)
    for short, long in acronyms:
        if any(re.search(rf"(?<!\w){re.escape(long)}(?!\w)", run) for run in told):
            told.append(short)
        elif any(re.search(rf"(?<!\w){re.escape(short)}(?!\w)", run) for run in told):
            told.append(long)
    return told
