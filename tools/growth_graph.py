"""Draws how costs grow, as a small SVG with both scales by powers of ten: a straight line is a power of the size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

Point = tuple[float, float]
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 680, 400, 60, 170, 16, 44
COLOURS = ("#1b5e9c", "#b3541e", "#2e7d4f", "#7a4a9c", "#8a6d00")
STYLE = "text{font:12px sans-serif;fill:#444}.grid{stroke:#ddd}"
LETTERS = 14  # pixels between two names at the ends of their lines


@dataclass(frozen=True)
class Scales:
    """The powers of ten between which all points lie, first and last, along and up."""

    along: tuple[int, int]
    up: tuple[int, int]

    def place(self, point: Point) -> Point:
        """Where a point stands in the picture."""
        right = (log10(point[0]) - self.along[0]) / (self.along[1] - self.along[0])
        higher = (log10(point[1]) - self.up[0]) / (self.up[1] - self.up[0])
        return (
            round(LEFT + right * (WIDTH - LEFT - RIGHT), 1),
            round(HEIGHT - BOTTOM - higher * (HEIGHT - TOP - BOTTOM), 1),
        )


def graph(lines: Mapping[str, Sequence[Point]], along: str, up: str) -> str:
    """Points by the name of their line, with what is counted along and up; costs of nothing are left out."""
    shown = {name: [point for point in points if min(point) > 0] for name, points in lines.items()}
    points = [point for line in shown.values() for point in line]
    scales = Scales(_powers([x for x, _ in points]), _powers([y for _, y in points]))
    drawn = {name: [scales.place(point) for point in line] for name, line in shown.items() if line}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(up)} by {escape(along)}</title>",
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        *_grid(scales),
        f'<text x="{(LEFT + WIDTH - RIGHT) // 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(along)}</text>',
        f'<text transform="translate(14 {HEIGHT // 2}) rotate(-90)" text-anchor="middle">{escape(up)}</text>',
        *_lines(drawn),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _powers(values: Sequence[float]) -> tuple[int, int]:
    first, last = floor(log10(min(values, default=1))), ceil(log10(max(values, default=10)))
    return first, max(last, first + 1)


def _grid(scales: Scales) -> Iterator[str]:
    """A line and its number at each power of ten."""
    for power in range(scales.along[0], scales.along[1] + 1):
        x, y = scales.place((10.0**power, 10.0 ** scales.up[0]))
        yield f'<path class="grid" d="M{x} {TOP}V{y}"/>'
        yield f'<text x="{x}" y="{y + 16}" text-anchor="middle">{10**power:,}</text>'
    for power in range(scales.up[0], scales.up[1] + 1):
        x, y = scales.place((10.0 ** scales.along[0], 10.0**power))
        yield f'<path class="grid" d="M{x} {y}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{10.0**power:g}</text>'


def _lines(drawn: Mapping[str, Sequence[Point]]) -> Iterator[str]:
    """Each with its name at its end, from the lowest up, none over another."""
    free = float(HEIGHT)
    for number, name in sorted(enumerate(drawn), key=lambda one: -drawn[one[1]][-1][1]):
        points, colour = drawn[name], COLOURS[number % len(COLOURS)]
        free = min(points[-1][1] + 4, free - LETTERS)
        path = " ".join(f"{x},{y}" for x, y in points)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in points)
        yield f'<text x="{points[-1][0] + 8}" y="{free}" style="fill:{colour}">{escape(name)}</text>'
