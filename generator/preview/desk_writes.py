"""What a key of the desk does to a fact file: an order and the text of the file become another text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.content import edits
from generator.content.draft_fields import draft_fields
from generator.content.model import Draft, Fact, FactFile, Tombstone
from generator.content.yaml_tree import STRANGE
from generator.evidence.proving import BoundFact
from generator.evidence.source import FullText
from generator.preview.desk import lines_of
from generator.preview.desk_orders import (
    Accept,
    Drop,
    OfRun,
    Order,
    Passage,
    Point,
    Refused,
    Rewrite,
    Settle,
    Skip,
    Unskip,
    Word,
)

# The fields of a fact in the order of the handbook; a new one stands behind those before it.
ORDER = (
    *("id", "say", "passage", "paragraph", "who", "via", "named", "about", "kind", "weight"),
    *("event", "when", "by", "to", "answers", "computed", "agrees", "note", "status"),
)
Spots = tuple[int, ...]  # a paragraph, and a word in it


def changed(order: Order, text: str, file: FactFile) -> str:
    """The text of a fact file after an order that needs no words of the article.

    Raises Refused where the order does not fit the file, and KeyError, ValueError or yaml.YAMLError where the file
    cannot be changed.
    """
    match order:
        case Word() | Settle() | Point():
            fact = _claim(file, order.id)
            return edits.with_fields(text, _path(file, order.id), _fields(order, fact), ORDER)
        case Accept():
            return _accepted(order, text, file)
        case Rewrite():
            return _rewritten(order, text, file)
        case Drop():
            if not isinstance(_claim(file, order.id), Draft):
                raise Refused(f"`{order.id}` is no draft; a fact that no longer stands leaves a tombstone")
            return edits.without_item(text, _path(file, order.id))
        case Skip():
            return _skipped(order, text, file)
        case Unskip():
            spans = [(skip.paragraphs.first, skip.paragraphs.last) for skip in file.skip]
            if (order.first, order.last) not in spans:
                raise Refused("no such paragraphs are skipped")
            return edits.without_item(text, ("skip", spans.index((order.first, order.last))))
    raise Refused("this order changes no facts")


def with_passage(order: Passage, text: str, file: FactFile, words: str, bound: Mapping[str, BoundFact]) -> str:
    """The text of a fact file after words became a passage of a fact; `bound` knows where those stand that it has."""
    fact, passages, numbers = _claim(file, order.id), [words], [order.paragraph]
    if order.more:
        found = [passage.occurrence.paragraph for passage in bound[fact.id].located if passage.occurrence]
        if len(found) < len(fact.passage):
            raise Refused("a passage that it has stands nowhere; mend it first")
        passages, numbers = [*fact.passage, *passages], [*found, *numbers]
    fields: dict[str, Any] = {"passage": passages, "paragraph": numbers}
    if len(passages) == 1:
        fields = {name: values[0] for name, values in fields.items()}
    return edits.with_fields(text, _path(file, order.id), fields, ORDER)


def with_draft(text: str, draft: Draft, file: FactFile, places: Mapping[str, Spots], spot: Spots) -> str:
    """The text of a fact file with a draft behind the facts that stand before it in the article.

    `places` are where the passages of each begin, `spot` is where those of the draft do.
    """
    written = [fact.id for fact in file.facts]
    before = [id for id, place in places.items() if place <= spot]
    return edits.with_item(text, ("facts",), draft_fields(draft), max(before, key=written.index, default=None))


def words_of(source: FullText, run: OfRun) -> str:
    """The words of a run as the article has them; raises Refused where it has no such run."""
    body = source.body[run.paragraph - 1] if run.paragraph <= source.paragraphs else None
    if not body or not run.first <= run.last < len(body.tokens):
        raise Refused("the article has no such words; look at it again")
    return STRANGE.sub("", body.text[body.tokens[run.first].start : body.tokens[run.last].end])


def _fields(order: Word | Settle | Point, fact: Fact | Draft) -> dict[str, Any]:
    """The fields of a fact that an order changes, as they are written."""
    match order:
        case Word():
            return _worded(order, fact)
        case Settle() if not fact.say:
            raise Refused("nothing is settled before there are words of ours")
        case Settle():
            return {"agrees": list(dict.fromkeys((*fact.agrees, *order.marks)))}
        case Point():
            return {"named": {**fact.named, **order.named}}


def _accepted(order: Accept, text: str, file: FactFile) -> str:
    fact = _claim(file, order.id)
    if not isinstance(fact, Draft):
        raise Refused(f"`{order.id}` is no draft: it stands already")
    say = _line(order.say) if order.say is not None else fact.say
    if not say:
        raise Refused("a draft is accepted once it has words of ours")
    return edits.with_fields(text, _path(file, order.id), {**_worded(order, fact), "status": None}, ORDER)


def _worded(order: Word | Accept, fact: Fact | Draft) -> dict[str, Any]:
    """What an order changes of the words of a fact and of whom it is about."""
    fields: dict[str, Any] = {}
    if order.say is not None and _line(order.say) != (fact.say or ""):
        fields["say"] = _line(order.say)
    if order.about is not None and order.about != fact.about:
        fields["about"] = list(order.about)
    return fields


def _rewritten(order: Rewrite, text: str, file: FactFile) -> str:
    fact = next((fact for fact in file.facts if fact.id == order.id), None)
    if fact is None:
        raise Refused(f"the file has no `{order.id}`")
    try:
        first, last, dash = lines_of(fact, text)
    except ValueError:
        raise Refused("these lines cannot be told from others; change them in an editor") from None
    new = order.source.replace("\r\n", "\n").rstrip("\n").split("\n")
    lines = text.split("\n")
    lines[first : last + 1] = [f"{' ' * dash}{line}".rstrip() if line.strip() else "" for line in new]
    return "\n".join(lines)


def _skipped(order: Skip, text: str, file: FactFile) -> str:
    if order.last < order.first or not _line(order.because):
        raise Refused("a skip has its paragraphs, the first one first, and its reason")
    number = str(order.first) if order.first == order.last else f"{order.first}-{order.last}"
    if any(order.first <= skip.paragraphs.last and skip.paragraphs.first <= order.last for skip in file.skip):
        raise Refused(f"paragraph {number} is skipped already")
    before = [spot for spot, skip in enumerate(file.skip) if skip.paragraphs.last < order.first]
    fields = {"paragraphs": number, "because": _line(order.because)}
    return edits.with_item(text, ("skip",), fields, before[-1] if before else None)


def _claim(file: FactFile, id: str) -> Fact | Draft:
    """A fact or a draft of a file; raises Refused where it has neither."""
    fact = next((fact for fact in file.facts if fact.id == id), None)
    if fact is None or isinstance(fact, Tombstone):
        raise Refused(f"the file has no fact and no draft `{id}`")
    return fact


def _path(file: FactFile, id: str) -> tuple[str, str]:
    return ("facts", _claim(file, id).id)


def _line(text: str) -> str:
    return " ".join(STRANGE.sub("", text).split())
