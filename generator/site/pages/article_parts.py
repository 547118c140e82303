"""An article that has more than a page has room for: its first facts stand on its page, the others on pages below it.

Every address stays on the page of the article: a fact of the first paragraphs stands there whole, one of those behind
them in a line that leads to it; and where there is no room for more such lines, as a number among others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, cast

from generator.site.parts.cards import FactCard
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES, MOST, bare, beside_one_another, cut, filled, numbered, part_page, titled
from generator.site.parts.page import Link, Page, Part
from generator.site.parts.room import ROOM, card_size, runs, size
from generator.site.pictures.coverage_strip import State

WHOLE = 60  # facts of an article that stand whole on one page, where it has too many
RUN = 12  # facts that stand open, and behind each fold
TOGETHER = 50_000  # bytes of facts that are not parted
PAGE = 250_000  # of all that is told on the page of the article itself
FIRST = 160_000  # of the facts that stand whole there, where others stand on pages below it
BRIEF, PARAGRAPH, BOX, ANCHOR = 700, 250, 460, 32  # bytes around a line, a paragraph, its box, and an address


@dataclass(frozen=True)
class Paragraph:
    """One paragraph and what became of it, or several in a row that were left out for one reason; each at `#p3`."""

    number: int
    last: int
    state: State
    because: str = ""
    cards: tuple[FactCard, ...] = ()  # those whose first passage stands here
    elsewhere: tuple[Link, ...] = ()  # facts shown at an earlier paragraph that have a passage here too
    goes_on: bool = False  # its address stands earlier on the page: it has too many facts to stand together

    @property
    def others(self) -> tuple[int, ...]:
        """The paragraphs behind the first, whose addresses have to stand too."""
        return tuple(range(self.number + 1, self.last + 1))


@dataclass(frozen=True)
class Stretch:
    """Some paragraphs in a row: folded, where the article has more facts than are seen at a glance."""

    name: str
    first: int
    last: int
    paragraphs: tuple[Paragraph, ...]
    facts: int
    is_folded: bool
    page: str = ""  # where its facts stand whole, where they stand in a line here


@dataclass(frozen=True)
class Address:
    """A paragraph by its id alone, or a fact by its id and its number among those of the article."""

    id: str
    number: int = 0


@dataclass(frozen=True)
class Addresses:
    """What stands at a place of another page, with the addresses that it has on this one."""

    link: Link
    addresses: tuple[Address, ...]
    facts: int


def stretches(context: RenderContext, paragraphs: Sequence[Paragraph]) -> Iterator[Stretch]:
    """The paragraphs in runs of about as many facts as are seen at a glance; the first run stands open."""
    begun = Counter[int]()  # how many runs begin in a paragraph
    found: list[list[Paragraph]] = []
    facts = weight = 0
    for paragraph in (piece for one in paragraphs for piece in _pieces(one)):
        more = _weight(paragraph)
        if not found or facts + len(paragraph.cards) > RUN or weight + more > TOGETHER:
            found.append([])
            facts = weight = 0
        found[-1].append(paragraph)
        facts, weight = facts + len(paragraph.cards), weight + more
    for number, run in enumerate(found):
        first, last = run[0].number, run[-1].last
        name = _called(context, first, last, begun[first])
        begun[first] += 1
        total = sum(len(paragraph.cards) for paragraph in run)
        yield Stretch(name, first, last, tuple(run), total, is_folded=number > 0)


def _called(context: RenderContext, first: int, last: int, before: int) -> str:
    """What some paragraphs are called, of which `before` runs begin in the same one."""
    words = context.words["article"]
    name = words["paragraph"].format(n=first) if first == last else words["paragraphs"].format(first=first, last=last)
    return numbered("", name, before)[1]


def article_parts(context: RenderContext, page: Page, ledger: Callable[[Sequence[FactCard]], Any]) -> Iterator[Page]:
    """The page of an article and those below it; `ledger` counts what some facts rest on."""
    page, *of_lists = cut(context, page, lists={"note": LINES, "retired": LINES})
    of_lists = [replace(one, view=filled(one.view, {"ledger": ledger(())})) for one in of_lists]
    view: Any = page.view
    taken_back = tuple(_of_retired(view, of_lists))
    page = replace(page, view=filled(view, {"retired_elsewhere": taken_back}))
    beside = _weight_of(of.addresses for of in taken_back) + size((view.summary, view.note, view.retired))
    beside += BOX * len(view.strip.ranges) if view.strip else 0
    first, *others = _pages_of(view.stretches, beside)
    if not others:
        yield from (page, *of_lists)
        return
    below, parts, here = list[Page](), list[Part](), list[Stretch]()
    for n, run in enumerate(others):
        below.append(_part(context, page, run, ledger, [of[0].first for of in others[:n]]))
        link = Link(below[-1].view.head.title.removeprefix(titled(view.head.title, "")), below[-1].view.head.url)
        parts.append(Part(link, sum(stretch.facts for stretch in run)))
        here += [replace(stretch, page=link.url) for stretch in run]
    brief, named = _with_room(here, first, PAGE - beside)
    start = sum(stretch.facts for stretch in (*first, *brief))
    elsewhere = tuple(_named(named, start))
    now = {"stretches": (*first, *brief), "elsewhere": elsewhere}
    yield replace(page, view=filled(page.view, now), parts={**page.parts, "facts": tuple(parts)})
    yield from (*beside_one_another(below), *of_lists)


def _part(
    context: RenderContext,
    page: Page,
    run: Sequence[Stretch],
    ledger: Callable[[Sequence[FactCard]], Any],
    before: Sequence[int],
) -> Page:
    """The page of some stretches, called by its paragraphs, and numbered where one paragraph has several.

    `before` are the first paragraphs of the pages before it.
    """
    first, last = run[0].first, run[-1].last
    alike = list(before).count(first)
    name = _called(context, first, last, alike)
    opening = run[0].paragraphs
    shown = (replace(run[0], paragraphs=(replace(opening[0], goes_on=False), *opening[1:])), *run[1:])
    cards = [card for stretch in run for paragraph in stretch.paragraphs for card in paragraph.cards]
    view = filled(bare(page.view), {"stretches": shown, "ledger": ledger(cards)})
    return part_page(page, view, numbered(f"paragraphs-{first}", "", alike)[0], name)


def _pages_of(listed: Sequence[Stretch], taken: int) -> list[list[Stretch]]:
    """Stretches in a row, as many as a page has room for; the first page has to name all others, too."""
    weights = [sum(map(_weight, stretch.paragraphs)) for stretch in listed]
    if sum(stretch.facts for stretch in listed) <= MOST and sum(weights) + taken <= PAGE:
        return [[*listed]]
    first = _first(listed, weights, PAGE - taken)
    found, weight = [[*listed[:first]]], ROOM
    for stretch, more in zip(listed[first:], weights[first:], strict=True):
        if weight + more > ROOM or sum(one.facts for one in found[-1]) + stretch.facts > WHOLE:
            found.append([])
            weight = 0
        found[-1].append(stretch)
        weight += more
    return found


def _first(listed: Sequence[Stretch], weights: Sequence[int], room: int) -> int:
    """How many stretches stand whole on the first page: those that leave room for a line for each other fact, unless
    hardly any would; then those that leave room for a number each.
    """
    number = 0
    for weigh, least in ((_brief_weight, 2 * RUN), (_named_weight, 0)):
        others = list(map(weigh, listed))
        facts = list(accumulate(stretch.facts for stretch in listed))
        sums = zip(accumulate(weights), accumulate(others), facts, strict=True)
        beside = room - sum(others)
        number = sum(1 for of, other, n in sums if of <= FIRST and of - other <= beside and n <= WHOLE)
        if number and facts[number - 1] >= least:
            break
    return max(number, 1)


def _with_room(
    listed: Sequence[Stretch], first: Sequence[Stretch], room: int
) -> tuple[Sequence[Stretch], Sequence[Stretch]]:
    """Those of whose facts there is a line each beside the first ones, and those that are named by a number."""
    room -= sum(_weight(paragraph) for stretch in first for paragraph in stretch.paragraphs)
    named = sum(map(_named_weight, listed))
    lines = accumulate(_brief_weight(stretch) - _named_weight(stretch) for stretch in listed)
    most = sum(1 for weight in lines if named + weight <= room)
    return listed[:most], listed[most:]


def _named(listed: Sequence[Stretch], number: int) -> Iterator[Addresses]:
    """Stretches with the addresses of their paragraphs and facts, which are numbered through the article."""
    for stretch in listed:
        addresses = list[Address]()
        for paragraph in stretch.paragraphs:
            own = () if paragraph.goes_on else (paragraph.number, *paragraph.others)
            addresses += [Address(f"p{n}") for n in own]
            addresses += [Address(card.id, number + n) for n, card in enumerate(paragraph.cards, 1)]
            number += len(paragraph.cards)
        yield Addresses(Link(stretch.name, f"{stretch.page}#p{stretch.first}"), tuple(addresses), stretch.facts)


def _of_retired(view: Any, pages: Iterable[Page]) -> Iterator[Addresses]:
    """The retired facts on each of some pages that the view of the article leaves out, numbered through all pages."""
    number = 0
    for page in pages:
        head, shown = page.view.head, cast("Any", page.view).retired
        addresses = tuple(Address(fact.id, n) for n, fact in enumerate(shown, number + 1) if fact not in view.retired)
        number += len(shown)
        if addresses:
            yield Addresses(Link(head.title.removeprefix(titled(view.head.title, "")), head.url), addresses, len(shown))


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, or where its facts are too many, as many at a time as may stand together."""
    for n, cards in enumerate(runs(paragraph.cards, WHOLE, card_size, TOGETHER) or [()]):
        yield replace(paragraph, cards=cards, goes_on=n > 0, elsewhere=() if n else paragraph.elsewhere)


def _weight(paragraph: Paragraph) -> int:
    told = PARAGRAPH * (1 + len(paragraph.elsewhere)) + size(paragraph.because) + ANCHOR * len(paragraph.others)
    return told + sum(map(card_size, paragraph.cards))


def _brief_weight(stretch: Stretch) -> int:
    cards = [card for paragraph in stretch.paragraphs for card in paragraph.cards]
    told = sum(_weight(replace(paragraph, cards=())) for paragraph in stretch.paragraphs)
    return told + sum(BRIEF + size((card.say, card.via, card.notes)) for card in cards)


def _named_weight(stretch: Stretch) -> int:
    ids = [card.id for paragraph in stretch.paragraphs for card in paragraph.cards]
    numbers = stretch.last - stretch.first + 1
    return PARAGRAPH + ANCHOR * (len(ids) + numbers) + sum(map(len, ids))


def _weight_of(listed: Any) -> int:
    return sum(ANCHOR + len(address.id) for addresses in listed for address in addresses)
