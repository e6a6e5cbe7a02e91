"""Compile the country outlines of the maps from Natural Earth.

For maintainers, run once when the source changes; the result is committed. The source is
``countries-50m.json`` of the npm package world-atlas 2.0.2 (Natural Earth 4.1, public domain)::

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/compile_outlines.py package/countries-50m.json

It needs pycountry. Borders are simplified arc by arc, so that neighbours keep sharing them.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from pathlib import Path

import pycountry

TARGET = Path(__file__).parents[1] / "src/dateline/charts/outlines.json"
TOLERANCE = 0.04  # degrees: a quarter of a pixel on a world map 2,000 pixels wide
SMALLEST = 0.05  # square degrees: islands below are dropped, unless they are all the country has

# Areas without an ISO number, drawn with the state that the United Nations counts them to.
UNNUMBERED = {"Kosovo": "XKX", "Somaliland": "SOM", "N. Cyprus": "CYP", "Indian Ocean Ter.": "AUS"}

Point = tuple[float, float]


def decode(topology: dict) -> list[list[Point]]:
    """The arcs in degrees: TopoJSON stores whole-number differences."""
    (scale_x, scale_y), (shift_x, shift_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return arcs


def distance(point: Point, first: Point, last: Point) -> float:
    """From ``point`` to the segment between ``first`` and ``last``."""
    (px, py), (ax, ay), (bx, by) = point, first, last
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    return math.hypot(px - ax - along * dx, py - ay - along * dy)


def simplify(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's line simplification; the ends stay, so arcs still meet."""
    if len(points) < 3:
        return points
    far, at = max((distance(points[i], points[0], points[-1]), i) for i in range(1, len(points) - 1))
    if far <= TOLERANCE and points[0] != points[-1]:
        return [points[0], points[-1]]
    if far <= TOLERANCE / 10:
        return [points[0], points[at], points[-1]]
    return simplify(points[: at + 1])[:-1] + simplify(points[at:])


def stitch(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring of arc numbers; ``~n`` is arc ``n`` backwards."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def area(ring: list[Point]) -> float:
    pairs = itertools.pairwise(ring)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def outer_rings(geometry: dict, arcs: list[list[Point]]) -> list[list[Point]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [part for polygon in polygons for part in split_at_date_line(stitch(polygon[0], arcs))]


def unwrap(ring: list[Point]) -> list[Point]:
    """The ring with longitudes that run on past 180, where it crosses the date line."""
    points = [ring[0]]
    for x, y in ring[1:]:
        points.append((x - 360 * round((x - points[-1][0]) / 360), y))
    return points


def clip(ring: list[Point], limit: float, side: int) -> list[Point]:
    """The part of a closed ring east (``side`` 1) or west (-1) of the meridian ``limit``."""
    kept: list[Point] = []
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        inside = (ax - limit) * side >= 0
        if inside:
            kept.append((ax, ay))
        if inside != ((bx - limit) * side >= 0):
            kept.append((limit, ay + (by - ay) * (limit - ax) / (bx - ax)))
    return [*kept, kept[0]] if kept else []


def split_at_date_line(ring: list[Point]) -> list[list[Point]]:
    """One ring or two, so that no border is drawn right across the map."""
    whole = unwrap(ring)
    for limit, side in ((180.0, 1), (-180.0, -1)):
        if over := [x for x, _ in whole if (x - limit) * side > 0.01]:
            turned = [(x - 360 * side, y) for x, y in clip(whole, limit, side)]
            return [turned, clip(whole, limit, -side)] if len(over) < len(whole) else [turned]
    return [whole]


def flat(ring: list[Point]) -> list[int]:
    """Whole hundredths of a degree, longitude and latitude in turn, no point twice in a row."""
    rounded = [(round(x * 100), round(y * 100)) for x, y in ring]
    kept = [point for i, point in enumerate(rounded) if i == 0 or point != rounded[i - 1]]
    return [number for point in kept for number in point]


def iso3(geometry: dict) -> str | None:
    country = pycountry.countries.get(numeric=geometry.get("id", ""))
    return country.alpha_3 if country else UNNUMBERED.get(geometry["properties"]["name"])


def compile_outlines(topology: dict) -> dict[str, list[list[int]]]:
    whole = decode(topology)
    arcs = [simplify(arc) for arc in whole]
    outlines: dict[str, list[list[Point]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        # Antarctica winds round the pole, which no flat ring can, and no article is about it.
        if (country := iso3(geometry)) and country != "ATA" and "arcs" in geometry:
            outlines.setdefault(country, []).extend(outer_rings(geometry, arcs))
    result = {}
    for country, rings in sorted(outlines.items()):
        ordered = sorted(rings, key=area, reverse=True)
        kept = [ring for i, ring in enumerate(ordered) if i == 0 or area(ring) >= SMALLEST]
        result[country] = [points for ring in kept if len(points := flat(ring)) >= 8]
    return {country: rings for country, rings in result.items() if rings}


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    outlines = compile_outlines(topology)
    lines = [f'"{c}":{json.dumps(rings, separators=(",", ":"))}' for c, rings in outlines.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    points = sum(len(ring) // 2 for rings in outlines.values() for ring in rings)
    print(f"{len(outlines)} countries, {points} points, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
