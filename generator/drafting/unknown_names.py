"""Names that no registry knows: each with the spellings that are near, and an entry ready to be registered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from generator.content.reading import Content
from generator.content.yaml_tree import STRANGE
from generator.drafting.attribution_cues import FEMALE, MALE, OFFICES, ROLES
from generator.drafting.lines import Line, Mention
from generator.drafting.subjects import slug
from generator.evidence.name_parts import fold
from generator.evidence.names import AliasTable

NEAR = 84  # of 100: two spellings of a surname have 94 or so, two short surnames 75, `Norway` and `Norman` 67
LABEL = 4  # tokens: a shorter sentence is a label, and a label is no longer than twice as many
MOST = 3  # near spellings shown
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


def unknown_names(
    paragraphs: Iterable[Sequence[Line]], content: Content, aliases: AliasTable, speaking: Iterable[str]
) -> tuple[UnknownName, ...]:
    """Every unknown name in order of its first paragraph; a part of a longer one is that one."""
    paragraphs_by_name: dict[str, list[int]] = {}
    titled: set[str] = set()
    for lines in paragraphs:
        if _is_shouted(lines):
            continue
        for line in lines:
            for mention in line.mentions:
                if mention.subject is None and _is_a_name(line, mention):
                    paragraphs_by_name.setdefault(mention.text, []).append(line.paragraph.number)
                    if mention.first and line.words[mention.first - 1] in FEMALE | MALE | OFFICES:
                        titled.add(mention.text)
    whole = [name for name in paragraphs_by_name if not any(_is_part(name, other) for other in paragraphs_by_name)]
    people = titled | {name for name in whole if slug(name) in set(speaking)}
    return tuple(
        _unknown_name(name, paragraphs_by_name[name], aliases, name in people, content)
        for name in whole
        if slug(name) and not STRANGE.search(name)
    )


def _is_a_name(line: Line, mention: Mention) -> bool:
    """No role or title; no part of a label; and no single word where any word has its capital."""
    words = mention.text.casefold().split()
    opens = mention.first == 0 or any(mark in line.before(mention.first) for mark in ':?!"')
    next_word = line.words[mention.last + 1] if mention.last + 1 < len(line.words) else ""
    is_doubtful = len(words) == 1 and (opens or len(mention.text) < 3 or next_word.isdigit())
    return not (
        is_doubtful or mention.last < _label(line) or len(line.tokens) < LABEL or set(words) & (ROLES | FEMALE | MALE)
    )


def _label(line: Line) -> int:
    """How many tokens stand before the colon of a label that opens a paragraph: `Funding fatigue: …`."""
    colons = [n for n in range(1, min(2 * LABEL, len(line.tokens))) if ":" in line.before(n)]
    return colons[0] if colons and line.offset == 0 else 0


def _is_shouted(lines: Sequence[Line]) -> bool:
    """A heading with a capital to each word tells no names from other words."""
    tokens = [token.text for line in lines for token in line.tokens if len(token.text) > 3]
    capitals = sum(token[0].isupper() for token in tokens)
    return len(tokens) > 1 and capitals > 0.6 * len(tokens)


def _is_part(name: str, other: str) -> bool:
    return name != other and f" {name} " in f" {other} "


def _unknown_name(name: str, paragraphs: list[int], aliases: AliasTable, person: bool, content: Content) -> UnknownName:
    words = name.casefold().split()
    body = bool(BODIES & set(words)) or re.fullmatch(r"[A-Z]{2,6}", name)
    registry = "leaders" if person and not body else "organisations" if body else ""
    return UnknownName(
        name, _free_id(slug(name), content), tuple(dict.fromkeys(paragraphs)), _near(name, aliases), registry
    )


def _near(name: str, aliases: AliasTable) -> tuple[tuple[str, str], ...]:
    spellings = {spelling: fold(spelling) for spelling in sorted(aliases.spellings)}
    matches = process.extract(fold(name), spellings, scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST)
    return tuple((spelling, aliases.spellings[spelling]) for _, _, spelling in matches)


def _free_id(id: str, content: Content) -> str:
    used_ids = {*content.leaders, *content.countries, *content.organisations, *content.publishers, *content.themes}
    return next(i for i in (id, *(f"{id}-{n}" for n in range(2, len(used_ids) + 3))) if i not in used_ids)
