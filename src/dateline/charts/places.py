"""Where does it happen? For notebook 01.

The places that the article names, on country outlines, sized by the events that are placed there;
the part of the world that most of them lie in is drawn again, larger.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from dateline import focus, wording
from dateline.charts import lettering, outlines, style
from dateline.charts.chart import Chart, Note
from dateline.charts.counts import counter, headline
from dateline.charts.labels import Extent, around, name_points, outside, overlap
from dateline.excerpts import each
from dateline.ledger import names
from dateline.tables import Tables

_NEAR = 9.0  # degrees: places within this of each other belong to one region
_NAMED = 25
_INSET = (2.7, 1.5)  # inches
_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)  # kilometres
Window = tuple[float, float, float, float]  # west, south, east, north


def places(tables: Tables, sides: tuple[str, str] | None = None) -> Chart | Note:
    """All places on one map, and the region where most lie as a second one, where the first is much wider."""
    data = _data(tables)
    if data.empty:
        return Note("The article names no place with known coordinates, so there is no map.")
    own = focus.sides(tables, sides)
    title = _title(data)
    region = data[data["region"]]
    wide, close = _window(data), _window(region)
    both = _worth(data, region) and (
        len(region) < len(data) or close[2] - close[0] < (wide[2] - wide[0]) / 2.5
    )
    note = "A dot is as large as the number of events placed there; a ring is a named place without one."
    with style.theme():
        figure, top = style.headed(title, 4.2, note=note)
        box = (0.02, 0.02, 0.96, top - 0.02)
        axes = figure.add_axes(box)
        shape = box[2] * style.WIDTH / (box[3] * figure.get_figheight())
        _map(axes, _shaped(close if both else wide, shape), own)
        taken = []
        if both:
            small = figure.add_axes(_corner(axes, region, box))
            _map(small, _shaped(wide, _INSET[0] / _INSET[1]), own)
            _dots(small, data, own, 0.6)
            _frame(small, _shaped(close, shape))
            _name_far(small, data[~data["region"]])
            taken = [_extent(small)]
        shown = region if both else data
        radii = _dots(axes, shown, own)
        taken = _names(axes, shown.head(_NAMED), radii, [*taken, _scale(axes, right=_left(taken))])
        _name_countries(axes, taken)
    source = f"{style.source(tables)}. Outlines as of today: Natural Earth"
    return Chart(figure, data.drop(columns="region"), title, _alt(title, data), source)


def _left(taken: list[Extent]) -> bool:
    """Whether the inset stands left, so that the scale must not."""
    return bool(taken) and taken[0][0] < style.WIDTH * 72 / 3


def _worth(data: pd.DataFrame, region: pd.DataFrame) -> bool:
    """Whether the region is one, and has half of what is placed, so that it may fill the page."""
    return len(region) > 1 and (region["events"].sum() + len(region)) * 2 >= data["events"].sum() + len(data)


def _data(tables: Tables) -> pd.DataFrame:
    rows = tables.places.dropna(subset=["latitude", "longitude"])
    rows = rows[rows["precision"].ne("country").fillna(True)]
    known = names(tables)
    counts = tables.events["place_id"].value_counts()
    data = pd.DataFrame(
        {
            "place": [
                known.get(str(e), str(n)) for e, n in zip(rows["entity_id"], rows["name"], strict=True)
            ],
            "country": rows["country"].fillna("").astype(str),
            "precision": rows["precision"].fillna("").astype(str),
            "latitude": rows["latitude"].astype(float),
            "longitude": rows["longitude"].astype(float),
            "events": rows["place_id"].map(counts).fillna(0).astype(int),
        }
    )
    data = data.sort_values(["events", "place"], ascending=[False, True], ignore_index=True)
    return data.assign(region=_region(data))


def _region(data: pd.DataFrame) -> list[bool]:
    """Which places belong to the group of near neighbours that has most events, then most places."""
    points = list(zip(data["longitude"], data["latitude"], strict=True))
    group = list(range(len(points)))
    for i, a in enumerate(points):
        for j, b in enumerate(points[:i]):
            if abs(a[0] - b[0]) < _NEAR and abs(a[1] - b[1]) < _NEAR and group[i] != group[j]:
                old, new = max(group[i], group[j]), min(group[i], group[j])
                group = [new if member == old else member for member in group]
    weight = data.groupby(pd.Series(group, index=data.index))["events"].agg(lambda e: e.sum() * 2 + len(e))
    best = weight.idxmax() if len(weight) else None
    return [member == best for member in group]


def _corner(axes: Axes, data: pd.DataFrame, box: Window) -> Window:
    """The lower corner of the map that has fewer places under it, as the inset's box in figure
    coordinates."""
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    total = axes.figure.get_figheight()  # type: ignore[union-attr]
    width, height = _INSET[0] / style.WIDTH, _INSET[1] / total
    low = data["latitude"] < south + (north - south) * (height / box[3] + 0.08)
    left = low & (data["longitude"] < west + (east - west) * (width / box[2] + 0.1))
    right = low & (data["longitude"] > east - (east - west) * (width / box[2] + 0.1))
    x = box[0] + 0.008 if left.sum() <= right.sum() else box[0] + box[2] - width - 0.008
    return x, box[1] + 0.075 / total, width, height


def _window(data: pd.DataFrame) -> Window:
    west, east = data["longitude"].min(), data["longitude"].max()
    south, north = data["latitude"].min(), data["latitude"].max()
    pad = max(4.0 if len(data) > 1 else 10.0, (east - west) * 0.12, (north - south) * 0.12)
    return west - pad, max(-75.0, south - pad), east + pad, min(82.0, north + pad)


def _shaped(window: Window, shape: float) -> Window:
    """The window widened to ``shape`` (width over height on the page), so that the map fills its box."""
    west, south, east, north = window
    middle = (south + north) / 2
    stretch = _stretch(middle)
    width, height = (east - west), (north - south) * stretch
    if width / height < shape:
        extra = (height * shape - width) / 2
        return west - extra, south, east + extra, north
    extra = (width / shape - height) / stretch / 2
    return west, south - extra, east, north + extra


def _stretch(latitude: float) -> float:
    """How much longer a degree of latitude is than one of longitude there (cosine, capped near the poles)."""
    return 1 / max(0.3, abs(1 - (latitude / 90) ** 2 * 1.0) ** 0.55)


def _map(axes: Axes, window: Window, own: Sequence[str]) -> None:
    west, south, east, north = window
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect("auto")
    axes.set_facecolor("#e9eff4")
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set(visible=True, color=style.RULE)
    for code, rings in outlines.load().items():
        seen = [ring for ring in rings if _touches(ring, window)]
        if seen:
            colour = style.side_colour(code, own)
            face = "#ffffff" if code not in own else colour
            axes.add_collection(
                PolyCollection(seen, facecolor=face, alpha=1 if code not in own else 0.16, linewidth=0)
            )
            axes.add_collection(PolyCollection(seen, facecolor="none", edgecolor="#b5bcc2", linewidth=0.6))


def _touches(ring: list[tuple[float, float]], window: Window) -> bool:
    west, south, east, north = window
    across, up = [x for x, _ in ring], [y for _, y in ring]
    return max(across) >= west and min(across) <= east and max(up) >= south and min(up) <= north


def _dots(axes: Axes, data: pd.DataFrame, own: Sequence[str], share: float = 1.0) -> list[float]:
    """A dot for each place, ``share`` as large as in the main map; their radii in points."""
    radii = [share * min(3.0 + 2.4 * float(n) ** 0.5, 16.0) for n in data["events"]]
    for row, radius in zip(each(data), radii, strict=True):
        colour = style.side_colour(str(row.country), own)
        axes.plot(
            row.longitude,
            row.latitude,
            "o",
            markersize=2 * radius,
            markeredgecolor=style.ink(colour),
            alpha=0.9,
            zorder=5,
            markerfacecolor=colour if row.events else style.PAPER,
            markeredgewidth=1.2,
        )
    return radii


def _names(axes: Axes, data: pd.DataFrame, radii: list[float], taken: list[Extent]) -> list[Extent]:
    """The places with their number of events."""
    names = [
        f"{wording.shorten(place, 28)} {n}" if n else wording.shorten(place, 28)
        for place, n in zip(data["place"], data["events"], strict=True)
    ]
    points = list(zip(data["longitude"], data["latitude"], strict=True))
    return name_points(axes, points, names, radii[: len(data)], taken)


def _extent(axes: Axes) -> Extent:
    """The room that an axes has on the page."""
    scale = 72 / style.DPI
    (left, low), (right, high) = axes.bbox.get_points() * scale
    return left, low, right, high


def _scale(axes: Axes, *, right: bool) -> Extent:
    """A bar of round length in a lower corner, true at the map's middle latitude."""
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    degree = 111.32 / _stretch((south + north) / 2)  # kilometres
    length = max((n for n in _LENGTHS if n / degree < (east - west) * 0.2), default=_LENGTHS[0])
    share = length / degree / (east - west)
    start, y = (0.97 - share if right else 0.03), 0.04
    line = {"color": style.SOFT, "linewidth": 1.2, "transform": axes.transAxes, "zorder": 7}
    axes.plot([start, start + share], [y, y], **line)
    words = f"{length:,} km"
    at = (start + share / 2, y)
    axes.annotate(
        words,
        at,
        xycoords="axes fraction",
        xytext=(0, 3),
        textcoords="offset points",
        ha="center",
        size=style.SMALL,
        color=style.SOFT,
        zorder=7,
    )
    middle = west + at[0] * (east - west), south + y * (north - south)
    return around(axes, middle, share * axes.bbox.width * 72 / style.DPI + 20, 34)


def _name_countries(axes: Axes, taken: list[Extent]) -> None:
    """Countries that cover a good part of the window, named near their middle where nothing else stands."""
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    for code, rings in outlines.load().items():
        clipped = [(min(max(x, west), east), min(max(y, south), north)) for x, y in rings[0]]
        across, up = [x for x, _ in clipped], [y for _, y in clipped]
        if (max(across) - min(across)) * (max(up) - min(up)) < 0.02 * (east - west) * (north - south):
            continue
        name = wording.country(code).upper()
        size = lettering.inches(name, style.SMALL) * 72 + 4, 12.0
        for at in _inside(clipped):
            box = around(axes, at, *size)
            if not outside(box, _extent(axes)) and not any(overlap(box, other) for other in taken):
                style_of = {"size": style.SMALL, "color": "#7d878f", "ha": "center", "va": "center"}
                axes.text(*at, name, **style_of, zorder=2)
                taken.append(box)
                break


def _inside(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points inside a ring, those near its middle first."""
    across, up = [x for x, _ in ring], [y for _, y in ring]
    width, height = max(across) - min(across), max(up) - min(up)
    steps = [i / 12 for i in range(1, 12)]
    grid = [(min(across) + a * width, min(up) + b * height) for a in steps for b in steps]
    middle = _middle(ring)
    inner = [point for point, inside in zip(grid, Path(ring).contains_points(grid), strict=True) if inside]
    inner.sort(
        key=lambda p: ((p[0] - middle[0]) / (width or 1)) ** 2 + ((p[1] - middle[1]) / (height or 1)) ** 2
    )
    return ([middle] if Path(ring).contains_point(middle) else []) + inner


def _middle(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """The centre of gravity of a ring; of its corners where it has no area."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    if abs(area) < 1e-9:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    return x / (3 * area), y / (3 * area)


def _frame(axes: Axes, window: Window) -> None:
    west, south, east, north = window
    axes.add_patch(
        Rectangle(
            (west, south), east - west, north - south, fill=False, edgecolor=style.INK, linewidth=1, zorder=7
        )
    )


def _name_far(axes: Axes, data: pd.DataFrame) -> None:
    far = data.head(8)
    names = [wording.shorten(name, 18) for name in far["place"]]
    name_points(axes, list(zip(far["longitude"], far["latitude"], strict=True)), names, [3.0] * len(far))


def _title(data: pd.DataFrame) -> str:
    placed = data[data["events"] > 0]
    if placed.empty:
        named, which = wording.count(len(data), "place"), "it" if len(data) == 1 else "any of them"
        return f"The article names {named}, and puts no event in {which}"
    first = placed.iloc[0]
    n = int(first["events"])
    say = counter(len(placed), len(data), n)
    where = (
        say(len(placed), "place")
        if len(placed) == len(data)
        else (f"{say(len(placed))} of {say(len(data))} named places")
    )
    if len(placed) == 1:
        return headline(
            f"{say(n, 'event')} in one place{' of those named' if len(data) > 1 else ''}, {first['place']}"
        )
    tied = int((placed["events"] == n).sum()) > 1
    if n == 1:
        return f"Events in {where}, one in each"
    most = f"at most {say(n)} in one" if tied else f"most in {first['place']} ({say(n, 'event')})"
    return f"Events in {where}, {most}"


def _alt(title: str, data: pd.DataFrame) -> str:
    listed = wording.listing((f"{p} {n}" for p, n in zip(data["place"], data["events"], strict=True)), 15)
    return f"Map. {title}. Events by place: {listed}."
