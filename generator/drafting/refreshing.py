"""Drafts that nobody has touched, made anew by today's rules and registries; all else of a file stays to the byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import eq

from generator.content import edits
from generator.content.model import FactFile
from generator.content.reading import Content
from generator.drafting import untouched
from generator.drafting.inserting import BARE_HEADING, hints_of, replaced, with_drafts
from generator.drafting.name_list import with_names
from generator.drafting.proposals import Proposed, numbering_of, propose
from generator.drafting.spots import Spots, overlap, spots_by_id, spots_of
from generator.drafting.untouched import Item, untouched_drafts
from generator.drafting.writing import FACT, draft_lines, names_comment
from generator.evidence.names import AliasTable
from generator.evidence.source import FullText


@dataclass(frozen=True)
class Refreshed:
    """A fact file with its drafts made anew, and by their ids those that are other now, new, gone, or as they were."""

    text: str
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


def refreshed(text: str, path: str, content: Content, aliases: AliasTable, article: str, source: FullText) -> Refreshed:
    """A fact file with its drafts made anew; none are new in an article that is curated to its end.

    A draft keeps its id while it is made of the same words. What somebody worded, changed or deleted is not drafted.
    """
    file = content.articles[article]
    proposal = propose(content, aliases, article, source, file.article.name)
    known = untouched.known(text)
    own = untouched_drafts(text, path, file)
    there = spots_by_id(file, content, source)
    pairs, new = _paired([(p, spots_of(p.draft, content, source)) for p in proposal.drafts], own, there)
    fresh = tuple(_new(new, known, file, content, article)) if file.article.curation == "open" else ()
    was = {item.id: item for item in untouched.items(text, path)}
    changed = {id: p for id, p in pairs.items() if not _is_same(was[id], p)}
    gone = tuple(id for id in own if id not in pairs)
    for id in reversed([*was]):
        if id in changed:
            text = replaced(text, was[id], changed[id])
    for id in gone:
        text = edits.without_item(text, ("facts", id))
    text = with_drafts(text, fresh, {id: spots for id, spots in there.items() if id not in gone})
    text, names = with_names(BARE_HEADING.sub("", text) if gone else text, names_comment(proposal))
    written = {item.id: item.mark for item in untouched.items(text, path)}
    marks = (known - {was[id].mark for id in (*changed, *gone)}) | {
        written[p.draft.id] for p in (*changed.values(), *fresh)
    }
    same = tuple(id for id in own if id in pairs and id not in changed)
    text = untouched.with_marks(text, marks, names)
    return Refreshed(text, tuple(changed), tuple(p.draft.id for p in fresh), gone, same)


def _paired(
    proposed: Sequence[tuple[Proposed, Spots]], own: Iterable[str], there: Mapping[str, Spots]
) -> tuple[dict[str, Proposed], list[Proposed]]:
    """What is proposed for the words of an untouched draft, by its id, and what is for words that nothing has yet."""
    left = {id: there[id] for id in own}
    others = [spots for id, spots in there.items() if id not in left]
    pairs: dict[str, Proposed] = {}
    waiting = list(proposed)
    for fits in (eq, overlap):
        for p, spots in list(waiting):
            if id := next((id for id, words in left.items() if fits(spots, words)), ""):
                pairs[id] = replace(p, draft=p.draft.model_copy(update={"id": id}))
                del left[id]
                waiting.remove((p, spots))
    return pairs, [p for p, spots in waiting if not any(overlap(spots, words) for words in others)]


def _new(
    proposed: Iterable[Proposed], known: frozenset[str], file: FactFile, content: Content, article: str
) -> Iterator[Proposed]:
    """Drafts with ids of their own, but those that somebody has deleted, or whose paragraph is skipped."""
    numbering = numbering_of(content, article)
    deleted = {mark.split("-")[0] for mark in known}
    for p in proposed:
        number = p.draft.paragraph[0]
        is_skipped = any(number in skip.paragraphs for skip in file.skip)
        if not is_skipped and untouched.words_mark(p.draft.passage, p.draft.paragraph) not in deleted:
            yield replace(p, draft=p.draft.model_copy(update={"id": numbering.next(number)}))


def _is_same(item: Item, proposed: Proposed) -> bool:
    """Whether an entry says what the rules propose now, whatever explains its fields."""
    new = _entry(list(draft_lines(proposed, set(FACT))))
    return (item.values, hints_of(item)) == (new.values, hints_of(new))


def _entry(lines: list[str]) -> Item:
    return untouched.items("\n".join(["facts:", *lines]), "draft")[0]
