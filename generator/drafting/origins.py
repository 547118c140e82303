"""Where the reporting of an article began: the agency that its dateline, its credit line or its closing line names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.content.edits import scalar
from generator.content.reading import Content
from generator.drafting.datelines import dateline_of
from generator.drafting.ids import slug
from generator.drafting.page_head import page_head, signs_quotation
from generator.evidence.name_parts import fold
from generator.evidence.text import Paragraph, normalise

EDGE = 4  # paragraphs at either end that name an agency
OPENING = 2  # paragraphs below the head of the page, of which one may have a dateline
CREDIT = 14  # tokens: a longer line tells of something else
NAME = r"[^\W\d_][\w.&' -]{1,38}?"
# Source: Nordwire ; with Nordwire and AFP ; (avec Nordwire) ; © Nordwire ; The Herald, with Nordwire
_SOURCE = re.compile(rf"\W*(?:source|sources|origin|crédit|credit|copyright|©) ?:? (?P<name>{NAME})\W*", re.IGNORECASE)
_WITH = re.compile(
    rf"(?:.*[\s(,])?(?:with|avec)(?: (?:reporting|material|files|agencies) (?:by|from))? (?P<name>{NAME})\W*",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"\W*(?:additional )?(?:reporting|reportage) (?:by|de) .{{2,120}}? (?:for|pour) (?P<name>{NAME})"
    rf"(?: (?:in|à) {NAME})?\W*",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\((?:reporting|additional reporting|writing|editing|reportage) (?:by|de) .*\)", re.IGNORECASE)
_AND = re.compile(r" (?:and|et) |, |/| & ")
# Agencies that are credited by their initials or their name alone, on a line of its own or behind `with`.
AGENCIES = frozenset(
    (
        *("aap", "afp", "agence france-presse", "ansa", "anadolu", "antara", "ap", "apa", "associated press", "ats"),
        *("belga", "bernama", "bloomberg", "canadian press", "ctk", "dpa", "dpa-afx", "efe", "ians", "interfax"),
        *("keystone-ats", "kyodo", "lusa", "mti", "ntb", "pa media", "press association", "pti", "ritzau", "stt"),
        *("tanjug", "tass", "the associated press", "the canadian press", "upi", "yonhap"),
    )
)


@dataclass(frozen=True)
class Origin:
    """Who is credited with the reporting: a registered agency, or a name that no registry has yet."""

    name: str  # empty where the text closes as an agency's does, and names none
    id: str = ""


def origin_of(body: Sequence[Paragraph], content: Content) -> Origin | None:
    """The agency that the text credits: a registered one before any other, the dateline before the lines at the end."""
    publishers = _publishers(content)
    named = [name for name, sure in _credited(body) if sure or fold(name) in publishers or fold(name) in AGENCIES]
    for name in named:
        id = publishers.get(fold(name), "")
        if id and content.publishers[id].kind == "agency":
            return Origin(name, id)
    unknown = [name for name in named if fold(name) not in publishers]
    if unknown:
        return Origin(unknown[0])
    return Origin("") if any(_CLOSING.fullmatch(paragraph.text) for paragraph in body[-EDGE:]) else None


def remark(origin: Origin | None) -> str:
    """What a person is told of an origin that is not registered; empty where it is, or where there is none."""
    if origin is None or origin.id or (origin.name and not slug(origin.name)):
        return ""
    if not origin.name:
        return "origin: the text closes as an agency's does, and does not say which"
    entry = f"- {{id: {slug(origin.name)}, name: {scalar(origin.name, flow=True)}, kind: agency}}"
    return f"origin: {slug(origin.name)}, once it is registered: content/publishers.yml: {entry}"


def _credited(body: Sequence[Paragraph]) -> Iterator[tuple[str, bool]]:
    """Names that stand where an agency is credited, each with whether nothing else stands there."""
    head = len(page_head(body).lines)
    for paragraph in body[: max(EDGE, head + OPENING)]:
        dateline = dateline_of(paragraph.text)
        if dateline and re.fullmatch(rf"{NAME}(?:/{NAME})*", dateline.agency):
            sure = not dateline.place or bool(re.search(r"[^\W\d_]{3}", _capitals(dateline.place)))
            yield from ((name, sure and name[0].isupper()) for name in _AND.split(dateline.agency))
    edges = dict.fromkeys([*reversed(body[-EDGE:]), *body[:EDGE]])
    for paragraph in edges:
        if len(paragraph.tokens) > CREDIT:
            continue
        if reported := _FOR.fullmatch(paragraph.text):
            yield reported["name"], True
        elif credit := _SOURCE.fullmatch(paragraph.text) or _WITH.fullmatch(paragraph.text):
            yield from ((name, False) for name in _AND.split(credit["name"]))
        elif not signs_quotation(body, paragraph):
            yield from ((name.strip(" ().-"), False) for name in _AND.split(paragraph.text))


def _capitals(where: str) -> str:
    """The words in capitals, or all of them where a day stands among them."""
    return where if re.search(r"\d", where) else " ".join(word for word in where.split() if word.isupper())


def _publishers(content: Content) -> Mapping[str, str]:
    return {fold(normalise(name)): entry.id for entry in content.publishers.values() for name in entry.names}
