"""Names that no registry knows: each with the spellings that are near, and an entry ready to be registered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from generator.content.reading import Content
from generator.content.yaml_tree import STRANGE
from generator.drafting.attribution_cues import FEMALE, MALE, OFFICES, ROLES
from generator.drafting.ids import entry_ids, free_id, slug
from generator.drafting.lines import Line, Mention
from generator.drafting.memory import Speaker
from generator.drafting.offices import as_named
from generator.drafting.unlisted_countries import CountryName, country_names
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.languages.money import is_currency
from generator.evidence.languages.naming import CALENDAR
from generator.evidence.name_parts import fold
from generator.evidence.names import LOOSE, AliasTable
from generator.evidence.ordinary import is_ordinary
from generator.evidence.source import SentenceProfile

NEAR = 84  # of 100: two spellings of a surname have 94 or so, two short surnames 75, `Norway` and `Norman` 67
LABEL = 4  # tokens: a shorter sentence is a label, and a label is no longer than twice as many
MOST = 3  # near spellings shown
HONORIFICS = frozenset("doctor dr maître me mgr prof professor professeur sir".split())  # no part of a name
BODIES = frozenset(
    (
        *("agency", "assembly", "association", "authority", "bank"),
        *("board", "bureau", "centre", "center", "commission"),
        *("committee", "company", "congress", "corporation", "council", "court", "department", "federation", "force"),
        *("forum", "foundation", "fund", "group", "institute", "league", "ministry", "movement", "office"),
        *("organisation", "organization", "parliament", "party", "senate", "society", "union", "university"),
    )
)


@dataclass(frozen=True)
class UnknownName:
    """A name that no registry knows: where it stands, what it is near to, and where it would be registered."""

    name: str
    id: str
    paragraphs: tuple[int, ...]
    near: tuple[tuple[str, str], ...]  # a registered spelling and whom it names
    registry: str
    code: str = ""  # of a country, whose entry needs no name
    spellings: tuple[str, ...] = ()  # as they stand there: of a country, or a surname alone
    note: str = ""  # what else it may be, or whose capital it is
    count: int = 1  # how often it stands there
    is_sure: bool = True  # of a country: whether a name or a demonym of its own stands there
    kind: str = ""  # of a publisher
    background: str = ""  # where its name comes from, if not from a text

    @property
    def entry(self) -> Mapping[str, str | tuple[str, ...]]:
        """The fields of the entry that would register it."""
        if self.code:
            return {"id": self.id, "code": self.code}
        kind = {"kind": self.kind} if self.kind else {}
        aliases = {"aliases": self.spellings} if self.spellings else {}
        background = {"background": self.background} if self.background else {}
        return {"id": self.id, "name": self.name, **kind, **aliases, **background}


def unknown_names(
    paragraphs: Iterable[Sequence[Line]],
    content: Content,
    aliases: AliasTable,
    speaking: Mapping[str, int],
    language: Language = ENGLISH,
) -> tuple[UnknownName, ...]:
    """Every unknown name in order of its first paragraph; a part of a longer one is that one.

    Countries are known by all their spellings, each country once. `speaking` are the names of those who speak, with the
    paragraph of their first words; none of them is missing.
    """
    found: dict[str, list[int]] = {}
    titled: set[str] = set()
    lines, spoken = as_named(paragraphs), {slug(name) for name in speaking}
    for line, mention in _unknown_mentions(lines, content, spoken):
        name = _without_honorific(mention.text)
        found.setdefault(name, []).append(line.paragraph.number)
        if name != mention.text or (mention.first and line.words[mention.first - 1] in FEMALE | MALE | OFFICES):
            titled.add(name)
    sizes = {*map(_size, found), *map(_size, speaking)}
    parts = {part for name in found for part in _parts(name, sizes)}
    for name, number in speaking.items():
        if name not in found and name not in parts:
            found[name] = [number]
            parts.update(_parts(name, sizes))
    people = titled | {name for name in found if slug(name) in spoken}
    named = {name: country_names(name, content) for name in found}
    countries = {name: known for name, known in named.items() if known and _is_country(name, known, people)}
    whole = [
        name
        for name in found
        if name not in countries
        and name not in parts
        and (name in people or " " in name or not is_ordinary(name.casefold(), language.code))
    ]
    names = [
        *_countries(countries, found, content),
        *(_unknown_name(name, found[name], aliases, name in people, content) for name in whole if _is_written(name)),
    ]
    order = {name: place for place, name in enumerate(found)}
    with_surnames = _with_surnames(names, lines, whole)
    return tuple(sorted(with_surnames, key=lambda one: min(order[n] for n in (one.name, *one.spellings) if n in order)))


def as_listed(speaker: Speaker, names: Iterable[UnknownName]) -> Speaker:
    """A speaker whom no registry knows under the name and the id that the list of such names has for them."""
    known = [one for one in names if speaker.name in (one.name, *one.spellings)]
    known += [one for one in names if _is_part(speaker.name, one.name)]
    return replace(speaker, who=known[0].id, name=known[0].name) if speaker.is_unknown and known else speaker


def _with_surnames(
    names: Iterable[UnknownName], paragraphs: Iterable[Sequence[Line]], whole: Sequence[str]
) -> Iterator[UnknownName]:
    """Each person with the surname that stands alone as well, wherever it stands, unless two persons have it."""
    owners, alone = dict[str, list[str]](), dict[str, list[int]]()
    for name in whole:
        owners.setdefault(name.split()[-1], []).append(name)
    for line in (line for lines in paragraphs for line in lines):
        for mention in line.mentions:
            if not mention.subject:
                alone.setdefault(mention.text, []).append(line.paragraph.number)
    for one in names:
        surname = one.name.split()[-1]
        is_own = [name for name in owners.get(surname, ()) if name != surname] == [one.name]
        if one.registry in ("", "leaders") and is_own and surname in alone and not is_ordinary(surname.casefold()):
            spots = tuple(sorted({*one.paragraphs, *alone[surname]}))
            yield replace(one, paragraphs=spots, spellings=(surname,), count=one.count + len(alone[surname]))
        else:
            yield one


def unknown_in_profiles(
    profiles: Iterable[SentenceProfile], content: Content, aliases: AliasTable
) -> tuple[UnknownName, ...]:
    """The unknown names that a lock has in clear; what stands in one run with a name that is known is left out."""
    found: dict[str, list[int]] = {}
    for profile in profiles:
        for run in profile.names:
            if LOOSE not in run and not aliases.read(run).names and (name := _without_office(run)):
                found.setdefault(name, []).append(profile.ref.paragraph)
    named = {name: known for name in found if (known := country_names(name, content))}
    sizes = {*map(_size, found)}
    parts = {part for name in found for part in _parts(name, sizes)}
    whole = [name for name in found if name not in named and name not in parts and not _is_plain(name)]
    others = (_unknown_name(name, found[name], aliases, False, content) for name in whole if _is_written(name))
    return tuple(sorted((*_countries(named, found, content), *others), key=lambda one: one.paragraphs))


def _is_plain(name: str) -> bool:
    """Whether a name is made of ordinary words alone, as headings are, and is not called a body."""
    words = name.casefold().split()
    small = ENGLISH.function_words
    return words[-1] not in BODIES and all(word in small or not word.isalpha() or is_ordinary(word) for word in words)


def _without_office(run: str) -> str:
    """A run of names without what stands in brackets behind it, and without an office before it."""
    words = run.split(" (")[0].split()
    offices = [spot for spot, word in enumerate(words) if word.casefold() in ROLES | FEMALE | MALE]
    name = " ".join(words[offices[-1] + 1 if offices else 0 :])
    return name if len(name) > 2 else ""


def _unknown_mentions(
    paragraphs: Iterable[Sequence[Line]], content: Content, spoken: Collection[str]
) -> Iterator[tuple[Line, Mention]]:
    """Names of nobody who is registered; whoever speaks has one, and so has a country wherever it stands."""
    for lines in paragraphs:
        is_shouted = _is_shouted(lines)
        for line in lines:
            for mention in () if is_shouted else line.mentions:
                is_sure = slug(mention.text) in spoken or _is_surely_a_country(mention, content)
                if mention.subject is None and (is_sure or _is_a_name(line, mention)):
                    yield line, mention


def _without_honorific(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold().rstrip(".") in HONORIFICS else name


def _is_surely_a_country(mention: Mention, content: Content) -> bool:
    """Whether a word is a country's name wherever it stands: that it opens a sentence leaves no doubt."""
    return any(known.sort == "name" for known in country_names(mention.text, content))


def _is_country(name: str, known: Sequence[CountryName], people: set[str]) -> bool:
    return name not in people or any(one.sort == "name" for one in known)


def _countries(
    named: Mapping[str, Sequence[CountryName]], found: Mapping[str, list[int]], content: Content
) -> Iterator[UnknownName]:
    """Each country with all spellings that mean it; one that may mean several stands for itself."""
    sure = {name: known[0] for name, known in named.items() if len(known) == 1 and known[0].sort != "doubtful"}
    for code in dict.fromkeys(one.place.code for one in sure.values()):
        spellings = tuple(name for name, one in sure.items() if one.place.code == code)
        spots = [number for name in spellings for number in found[name]]
        one, capitals = sure[spellings[0]], [name for name in spellings if sure[name].sort == "capital"]
        note = f"{' and '.join(capitals)}: its capital, which names it only as an alias" if capitals else ""
        yield _country(one, spellings, spots, note, content, is_sure=len(capitals) < len(spellings))
    for name, known in named.items():
        if name not in sure:
            meant = " or ".join(f"{one.place.name} ({one.place.code})" for one in known)
            note = f"of {meant}, or of something else"
            yield _country(known[0], (name,), found[name], note, content, is_sure=False)


def _country(
    known: CountryName, spellings: tuple[str, ...], spots: list[int], note: str, content: Content, *, is_sure: bool
) -> UnknownName:
    place, near = known.place, ((content.countries[known.entry].name, known.entry),) if known.entry else ()
    name = spellings[0] if near or note.startswith("of ") else place.name
    id = known.entry or free_id(known.id, entry_ids(content))
    numbers = tuple(sorted(dict.fromkeys(spots)))
    return UnknownName(name, id, numbers, near, "countries", place.code, spellings, note, len(spots), is_sure)


def _is_written(name: str) -> bool:
    """Whether a name can stand in a registry; the code of a currency, or its name, is nobody's."""
    return bool(slug(name)) and not STRANGE.search(name) and not is_currency(name)


def _is_a_name(line: Line, mention: Mention) -> bool:
    """No role or title; no part of a label; and no single word where any word has its capital."""
    words = mention.text.casefold().split()
    opens = mention.first == 0 or any(mark in line.before(mention.first) for mark in ':?!"')
    next_word = line.words[mention.last + 1] if mention.last + 1 < len(line.words) else ""
    is_doubtful = len(words) == 1 and (opens or len(mention.text) < 3 or next_word.isdigit())
    is_day = all(word.rstrip(".") in CALENDAR or word.isdigit() for word in words)
    return not (
        is_doubtful
        or is_day
        or mention.last < _label(line)
        or len(line.tokens) < LABEL
        or set(words) & (ROLES | FEMALE | MALE)
    )


def _label(line: Line) -> int:
    """How many tokens stand before the colon of a label that opens a paragraph: `Funding fatigue: …`."""
    colons = [n for n in range(1, min(2 * LABEL, len(line.tokens))) if ":" in line.before(n)]
    return colons[0] if colons and line.offset == 0 else 0


def _is_shouted(lines: Sequence[Line]) -> bool:
    """A heading with a capital to each word tells no names from other words; a sentence may name many."""
    tokens = [token.text for line in lines for token in line.tokens if len(token.text) > 3]
    is_sentence = bool(lines) and re.search(r"[.!?]['\")]*$", lines[-1].paragraph.text)
    capitals = sum(token.isupper() if is_sentence else token[0].isupper() for token in tokens)
    return len(tokens) > 1 and capitals > 0.6 * len(tokens)


def _size(name: str) -> int:
    """How many words a name has."""
    return name.count(" ") + 1


def _parts(name: str, sizes: Collection[int]) -> Iterator[str]:
    """What stands in a name and is shorter, of so many words."""
    words = name.split(" ")
    for size in (size for size in sizes if size < len(words)):
        yield from (" ".join(words[first : first + size]) for first in range(len(words) - size + 1))


def _is_part(name: str, other: str) -> bool:
    return name != other and f" {name} " in f" {other} "


def _unknown_name(name: str, paragraphs: list[int], aliases: AliasTable, person: bool, content: Content) -> UnknownName:
    words = name.casefold().split()
    body = bool(BODIES & set(words)) or re.fullmatch(r"[A-Z]{2,6}", name)
    registry = "leaders" if person and not body else "organisations" if body else ""
    spots, near = tuple(dict.fromkeys(paragraphs)), _near(name, aliases)
    return UnknownName(name, free_id(slug(name), entry_ids(content)), spots, near, registry, count=len(paragraphs))


def _near(name: str, aliases: AliasTable) -> tuple[tuple[str, str], ...]:
    matches = process.extract(fold(name), aliases.folded, scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST)
    return tuple((spelling, aliases.spellings[spelling]) for _, _, spelling in matches)
