"""The pictures that other sites show beside a link to this one, one a kind of page, and the site's sign, all as PNG."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from pkgutil import get_data
from typing import TYPE_CHECKING

from generator.site.parts.context import RenderContext
from generator.site.parts.page import ALIKE, CARD, Head
from generator.site.render.typography import typographic

if TYPE_CHECKING:  # drawing is only loaded where something is drawn
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont


TOUCH_ICON = "assets/touch-icon.png"
SIZE = (1200, 630)
EDGE = 72
WIDTH = SIZE[0] - 2 * EDGE
TOUCH_ICON_SIZE = 180  # what phones ask for when a site is put on their first screen
SMOOTH = 4  # times as large as it is shown, because lines are drawn without half tones
# The light colours at the head of briefbook.css.
PAPER, INK, QUIET, RULE, MASTHEAD, ON_MASTHEAD, LIGHT = (
    *("#fdfcf9", "#1d1b18", "#5c564c", "#ddd7ca", "#14313f", "#f6f3ec", "#f0b27a"),
)
TITLE, GIST = (68, 60, 52, 44, 38), (36, 32, 29, 26)  # sizes of letters, from the one that is tried first


@dataclass(frozen=True)
class SocialCard:
    title: str
    gist: str  # the first sentence of the bottom line, or else what the dossier is about
    events: tuple[tuple[str, str], ...]  # the date of each, and its name
    size: str
    edition: str


def social_card(context: RenderContext) -> SocialCard:
    briefing, site = context.briefing, context.briefing.content.site
    events = [briefing.content.events[id] for id in site.lead_events]
    return SocialCard(
        title=typographic(site.title),
        gist=typographic(context.in_short(site.bottom_line, site.description)),
        events=tuple((context.dated(context.event_moment(event)), typographic(event.name)) for event in events[:2]),
        size=f"{_count(context, 'facts', len(briefing.facts))} · {_count(context, 'articles', len(briefing.curated))}",
        edition=context.words["home"]["edition"].format(date=context.day(site.edition)),
    )


def social_cards(context: RenderContext) -> dict[str, SocialCard]:
    """The card of the whole, and one for each kind of page with its name, by their paths."""
    whole = social_card(context)
    kinds = dict.fromkeys(ALIKE.values())
    return {CARD: whole} | {
        Head(f"{kind}/index.md", "", "").card: replace(whole, title=context.words[kind]["title"], gist=whole.title)
        for kind in kinds
    }


def _count(context: RenderContext, counted: str, n: int) -> str:
    return str(context.words["counts"][counted]["one" if n == 1 else "other"].format(n=n))


@lru_cache(maxsize=len(ALIKE))
def card_png(card: SocialCard) -> bytes:
    """A card as PNG; the same words are not drawn again."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 92), fill=MASTHEAD)
    image.paste(_icon(56), (EDGE, 18))
    draw.text((EDGE + 76, 46), card.edition, ON_MASTHEAD, _font("regular", 26), anchor="lm")
    draw.text((SIZE[0] - EDGE, 46), card.size, ON_MASTHEAD, _font("regular", 26), anchor="rm")
    top = _paragraph(draw, card.title, "bold", TITLE, INK, (EDGE, 136), (WIDTH, 2 * 84))
    foot = 466 if card.events else SIZE[1] - 40
    _paragraph(draw, card.gist, "regular", GIST, QUIET, (EDGE, top + 22), (WIDTH, foot - 30 - top - 22))
    for column, (date, name) in enumerate(card.events):
        left, wide = EDGE + column * (WIDTH // 2 + 16), WIDTH // 2 - 16
        draw.line((left, foot, left + wide, foot), RULE, 2)
        draw.text((left, foot + 38), _cut(date, _font("bold", 30), wide), INK, _font("bold", 30), anchor="lm")
        _paragraph(draw, name, "regular", (26,), QUIET, (left, foot + 62), (wide, 66))
    return _png(image)


@lru_cache(maxsize=1)
def touch_icon() -> bytes:
    return _png(_icon(TOUCH_ICON_SIZE))


def _paragraph(
    draw: ImageDraw,
    text: str,
    weight: str,
    sizes: tuple[int, ...],
    colour: str,
    at: tuple[int, int],
    room: tuple[int, int],
) -> int:
    """Writes a text as large as the room allows, cut off at the smallest size; returns the height at which it ends."""
    for size in sizes:
        font, leading = _font(weight, size), size * 5 // 4
        lines = list(_lines(text, font, room[0]))
        if len(lines) * leading <= room[1]:
            break
    fit = max(1, room[1] // leading)
    if len(lines) > fit:
        lines = [*lines[: fit - 1], _cut(" ".join(lines[fit - 1 :]), font, room[0])]
    for number, line in enumerate(lines):
        draw.text((at[0], at[1] + number * leading), line, colour, font)
    return at[1] + len(lines) * leading


def _lines(text: str, font: FreeTypeFont, wide: int) -> Iterator[str]:
    """The lines of a text, broken between words, and inside of a word that is wider than the room."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if font.getlength(longer) <= wide:
            line = longer
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > wide:
            fits = max(1, _letters(line, "", font, wide))
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line


def _cut(text: str, font: FreeTypeFont, wide: int) -> str:
    if font.getlength(text) <= wide:
        return text
    return text[: _letters(text, "…", font, wide)].rstrip(" ,;:.") + "…"


def _letters(text: str, end: str, font: FreeTypeFont, wide: float) -> int:
    """How many letters of a text find room, with what ends them."""
    return bisect_right(range(1, len(text)), wide, key=lambda n: font.getlength(text[:n] + end))


@lru_cache(maxsize=32)
def _font(weight: str, size: int) -> FreeTypeFont:
    """A font that is set without the shaping library, which not every machine has."""
    from PIL import ImageFont

    data = BytesIO(get_data("generator", f"card/{weight}.ttf") or b"")
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)


def _icon(size: int) -> Image:
    """`favicon.svg` in dots: three lines of text, the last of them ticked."""
    from PIL import Image, ImageDraw

    unit = size * SMOOTH / 32
    image = Image.new("RGB", (size * SMOOTH, size * SMOOTH), MASTHEAD)
    draw = ImageDraw.Draw(image)
    strokes: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
        (ON_MASTHEAD, ((8, 8), (24, 8))),
        (ON_MASTHEAD, ((8, 13), (24, 13))),
        (ON_MASTHEAD, ((8, 18), (18, 18))),
        (LIGHT, ((16, 24), (19, 27), (25, 20))),
    )
    for colour, points in strokes:
        places = [(x * unit, y * unit) for x, y in points]
        draw.line(places, colour, round(2.4 * unit), joint="curve")
        for x, y in places:
            half = 1.2 * unit
            draw.ellipse((x - half, y - half, x + half, y + half), fill=colour)
    return image.resize((size, size), Image.Resampling.BOX)


def _png(image: Image) -> bytes:
    png = BytesIO()
    image.save(png, "PNG")
    return png.getvalue()
