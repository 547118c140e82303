"""What somebody answers to an unknown name, written into the registries: an entry, or a spelling of one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator.content import edits
from generator.content.countries import places
from generator.content.reading import Content
from generator.content.registries import Country, Entry
from generator.content.values import ID_PATTERN
from generator.drafting.ids import NAMED, free_id, slug
from generator.drafting.open_names import OpenName
from generator.drafting.unlisted_countries import country_names
from generator.evidence.name_parts import fold

REGISTRIES = ("leaders", "countries", "organisations", "publishers")  # whose entries have names
PUBLISHERS = ("newspaper", "agency", "broadcaster", "website")
ORDER = ("id", "name", "code", "kind", "aliases", "background")
_PROPOSED = re.compile(
    r"^#   content/publishers\.yml:\n#   - (\{[^][{}\n]*\})$", re.MULTILINE
)  # at the end of a fact file
FORM = "NAME=REGISTRY, NAME=REGISTRY:ID or NAME=ID, such as `Jane Doe=leaders` or `Doe=jane-doe`"


@dataclass(frozen=True)
class Answer:
    """Whom a name names: an entry of a registry, by an id that is there already or by a new one."""

    name: str
    registry: str
    id: str
    kind: str = ""  # of a publisher
    background: str = ""  # where a name comes from that no text has


@dataclass(frozen=True)
class Registered:
    """The file that an answer changes, its text, and what was done."""

    path: str
    text: str
    what: str


def proposed_publishers(texts: Mapping[str, str]) -> dict[str, Mapping[str, str]]:
    """The entries of publishers that stand as comments in fact files, by their folded name; broken ones are no more."""
    found: dict[str, Mapping[str, str]] = {}
    for path, text in sorted(texts.items()):
        for line in _PROPOSED.findall(text) if path.startswith("content/facts/") else ():
            try:
                entry = yaml.safe_load(line)
            except yaml.YAMLError:
                continue  # somebody has edited the comment
            if all(isinstance(entry.get(field, ""), str) for field in ("name", "kind", "background")):
                found.setdefault(fold(entry.get("name", "")), entry)
    return found


def answer_of(
    text: str, content: Content, kind: str = "", proposed: Mapping[str, Mapping[str, str]] | None = None
) -> Answer:
    """`Jane Doe=leaders:jane-doe` as an answer; what is proposed for a publisher goes before a general `kind`.

    Raises ValueError with what is wrong.
    """
    name, equals, whom = (" ".join(part.split()) for part in text.rpartition("="))
    registry, colon, id = whom.partition(":")
    if not (name and equals and whom):
        raise ValueError(f"expected {FORM}, found `{text}`")
    if registry not in REGISTRIES:
        registry, id = _registry_of(whom, content), whom
        if not registry:
            listed = ", ".join(REGISTRIES)
            raise ValueError(f"`{whom}` is neither a registry ({listed}) nor the id of an entry; write {FORM}")
    if colon and not re.fullmatch(ID_PATTERN, id):
        raise ValueError(f"`{id}` is no id: it is made of a-z, 0-9 and hyphens")
    if taken := next((other for other in NAMED if other != registry and id in getattr(content, other)), ""):
        raise ValueError(f"the id `{id}` is taken, in content/{taken}.yml")
    entry = (proposed or {}).get(fold(name), {}) if registry == "publishers" else {}
    kind = entry["kind"] if entry.get("kind") in PUBLISHERS else kind
    if registry == "publishers" and not kind and id not in content.publishers:
        raise ValueError(f"what sort of publisher is `{name}`? Give --kind {' or '.join(PUBLISHERS)}")
    return Answer(name, registry, id or _new_id(name, registry, content), kind, entry.get("background", ""))


def registered(texts: Mapping[str, str], content: Content, answer: Answer, spellings: Sequence[str] = ()) -> Registered:
    """The registry with a name in it; `spellings` are others that the articles have for it.

    Raises ValueError where the name is registered already, or where no country is called so.
    """
    path = f"content/{answer.registry}.yml"
    text = texts.get(path) or f"# yaml-language-server: $schema=../schema/{answer.registry}.schema.json\n"
    entry = getattr(content, answer.registry).get(answer.id)
    if isinstance(entry, Entry):
        return _with_alias(path, text, entry, answer)
    fields = _fields(answer, content, spellings)
    return Registered(path, edits.with_item(text, (), fields), f"`{answer.id}` is registered as {_told(fields)}")


def is_registered(content: Content, answer: Answer) -> bool:
    """Whether a name is a spelling of the entry that an answer names."""
    entry = getattr(content, answer.registry).get(answer.id)
    return isinstance(entry, Entry) and fold(answer.name) in map(fold, entry.names)


def countries_among(names: Sequence[OpenName]) -> tuple[Answer, ...]:
    """The countries that nobody registered and that a name or a demonym means without doubt."""
    return tuple(
        Answer(one.name, "countries", one.unknown.id)
        for one in names
        if one.unknown.code and one.unknown.is_sure and not one.unknown.near
    )


def _with_alias(path: str, text: str, entry: Entry, answer: Answer) -> Registered:
    if fold(answer.name) in map(fold, entry.names):
        raise ValueError(f"`{answer.name}` is a spelling of `{answer.id}` already")
    built_in = entry.built_in if isinstance(entry, Country) else ()
    aliases = [*(alias for alias in entry.aliases if alias not in built_in), answer.name]
    changed = edits.with_fields(text, (answer.id,), {"aliases": aliases}, ORDER)
    return Registered(path, changed, f"`{answer.name}` is another spelling of `{answer.id}`")


def _fields(answer: Answer, content: Content, spellings: Sequence[str]) -> dict[str, Any]:
    if answer.registry == "countries":
        return _country(answer, content)
    kind = {"kind": answer.kind} if answer.kind and answer.registry == "publishers" else {}
    background = {"background": answer.background} if answer.background else {}
    found = dict.fromkeys(spellings if answer.registry == "leaders" else ())
    others = [spelling for spelling in found if fold(spelling) != fold(answer.name)]
    return {"id": answer.id, "name": answer.name, **kind, **({"aliases": others} if others else {}), **background}


def _country(answer: Answer, content: Content) -> dict[str, Any]:
    """A country by its code alone; a spelling that may mean something else stands among its aliases."""
    known = country_names(answer.name, content)
    meant = [one for one in known if slug(one.place.name) == answer.id] or list(known)
    if len(meant) != 1:
        found = " or ".join(f"{one.place.name} ({slug(one.place.name)})" for one in known)
        remedy = f"write `{answer.name}=countries:ID` for {found}" if known else "write its entry, with its `code`"
        raise ValueError(f"no one country is called `{answer.name}`; {remedy}")
    place = meant[0].place
    aliases = {} if meant[0].sort == "name" else {"aliases": [answer.name]}
    return {"id": answer.id, "code": place.code, **aliases}


def _told(fields: Mapping[str, Any]) -> str:
    code = fields.get("code")
    named = places()[code].name if code else fields["name"]
    others = f" ({', '.join(fields['aliases'])})" if "aliases" in fields else ""
    return f"{named}{others}"


def _registry_of(id: str, content: Content) -> str:
    return next((registry for registry in REGISTRIES if id in getattr(content, registry)), "")


def _new_id(name: str, registry: str, content: Content) -> str:
    """An id for a new entry; that of the country, whichever of its names was given."""
    known = country_names(name, content) if registry == "countries" else ()
    made = known[0].id if len(known) == 1 else slug(name)
    return free_id(made, {id for other in NAMED if other != registry for id in getattr(content, other)})
