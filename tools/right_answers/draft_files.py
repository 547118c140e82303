"""What a file of drafts tells whoever reads it, its comments among them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

_ID = re.compile(r"id: (.*?)\s*(?:#.*)?$", re.MULTILINE)
_COMMENT = re.compile(r"^\s*#\s?(.*)$", re.MULTILINE)
_ONCE = re.compile(r"who: (\S+?), once (.*) is registered")
_PERHAPS = re.compile(r"perhaps said by ([a-z0-9-]+)")
_FIGURES = re.compile(r"figures: (.*)")
_DATES = re.compile(r"dates? of the sentence: (.*)")
_RANGE = re.compile(r"(\d+)(?:[-–](\d+))?")


class Unreadable(ValueError):
    """Why a file of drafts tells nothing."""


@dataclass(frozen=True)
class Drafted:
    """A draft: its passages, where they stand, who speaks by id and by name, figures as told, dates as EDTF."""

    id: str
    passages: tuple[str, ...]
    paragraphs: tuple[int, ...]
    kind: str
    who: frozenset[str]
    named: frozenset[str]
    figures: tuple[str, ...]
    dates: tuple[str, ...]


@dataclass(frozen=True)
class DraftFile:
    """The article's record, with the text that it stands in, its drafts, and the paragraphs to skip."""

    record: Mapping[str, Any]
    head: str
    drafts: tuple[Drafted, ...]
    skipped: frozenset[int]


def read(text: str) -> DraftFile:
    """What `content/facts/<article>.yml` tells. Unreadable: it is no such file."""
    try:
        told = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise Unreadable(str(error)) from None
    if not isinstance(told, dict) or not isinstance(told.get("article"), dict):
        raise Unreadable("there is no `article`")
    comments = _comments(text)
    drafts = tuple(_draft(item, comments.get(item["id"], [])) for item in told.get("facts") or [])
    skipped = frozenset(number for item in told.get("skip") or [] for number in _numbers(item["paragraphs"]))
    head = text.split("\narticle:", 1)[-1].split("\nfacts:", 1)[0]
    return DraftFile(told["article"], head, drafts, skipped)


def _comments(text: str) -> dict[str, list[str]]:
    """The comments between one draft and the next, by the id of the draft."""
    blocks = [re.split(r"\n(?=\S)", block)[0] for block in re.split(r"(?m)^\s*- (?=id: )", text)[1:]]
    return {found[1].strip("'\""): _COMMENT.findall(block) for block in blocks if (found := _ID.match(block))}


def _draft(item: Mapping[str, Any], comments: list[str]) -> Drafted:
    passage, when = item["passage"], item.get("when")
    once = [found for line in comments if (found := _ONCE.match(line))]
    perhaps = [found[1] for line in comments if (found := _PERHAPS.match(line))]
    return Drafted(
        id=item["id"],
        passages=(passage,) if isinstance(passage, str) else tuple(passage),
        paragraphs=tuple(_numbers(item.get("paragraph", ""))),
        kind=item.get("kind", "statement"),
        who=frozenset([*_one(item.get("who")), *(found[1] for found in once), *perhaps]),
        named=frozenset([*_one(item.get("via")), *(found[2] for found in once)]),
        figures=tuple(one for line in comments if (found := _FIGURES.match(line)) for one in found[1].split("; ")),
        dates=(
            *_one(when["date"] if isinstance(when, dict) else when),
            *(date for line in comments if (found := _DATES.match(line)) for date in found[1].split(", ")),
        ),
    )


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _numbers(value: str | list[str]) -> list[int]:
    """`3`, `3-5`, `[3, 5]`: the paragraphs."""
    if isinstance(value, list):
        return [number for one in value for number in _numbers(one)]
    found = _RANGE.fullmatch(value.strip("[] "))
    return list(range(int(found[1]), int(found[2] or found[1]) + 1)) if found else []
