"""An invented border dispute between Peru and Ecuador, told in 0, 3 or 300 events.

The tables are built by hand, so that these tests say what a chart does with its data and nothing
about how the data were found.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dateline import from_text, records
from dateline.ids import digest
from dateline.tables import Tables

PUBLISHED = date(1995, 3, 20)
PARTIES = {
    "peru": ("Peru", "country", "PER", None),
    "navy": ("Peruvian Navy", "organisation", "PER", "MIL"),
    "fujimori": ("Alberto Fujimori", "person", "PER", "GOV"),
    "ecuador": ("Ecuador", "country", "ECU", None),
    "army": ("Ecuadorian Army", "organisation", "ECU", "MIL"),
    "public": ("Ecuadorian public", "group", "ECU", "CVL"),
    "colombia": ("Colombia", "country", "COL", None),
    "tiwintza": ("Tiwintza", "place", "PER", None),
    "quito": ("Quito", "place", "ECU", None),
}
WHERE = {"tiwintza": (-3.46, -78.2, "site", "PER"), "quito": (-0.23, -78.52, "city", "ECU")}
# who, whom, words, trigger, type, mode, CAMEO code, Goldstein value, quad class, status
DEEDS = [
    ("navy", "ecuador", "The Peruvian Navy shelled Ecuadorian posts near Tiwintza", "shelled", "ASSAULT", "heavy-weapons", "194", -10.0, 4, "actual"),
    ("army", "peru", "The Ecuadorian Army condemned Peru <openly> & at once", "condemned", "ACCUSE", "disapprove", "111", -2.0, 3, "actual"),
    ("ecuador", "peru", "Ecuador demanded that Peru withdraw its patrols", "demanded", "REQUEST", "change", "1056", -5.0, 3, "actual"),
    ("fujimori", "ecuador", "Alberto Fujimori met envoys of Ecuador in Quito", "met", "CONSULT", "visit", "042", 1.9, 1, "actual"),
    ("peru", "ecuador", "Peru would release the prisoners to Ecuador", "release", "RETREAT", "release", "0841", 7.0, 2, "planned"),
    ("public", "peru", "The Ecuadorian public protested against Peru", "protested", "PROTEST", "demo", "141", -6.5, 4, "actual"),
    ("colombia", "peru", "Colombia backed Peru in the talks", "backed", "SUPPORT", None, "051", 3.4, 1, "hypothetical"),
]  # fmt: skip


def _when(i: int) -> tuple[date | None, date | None, str | None, str | None]:
    day = date(1995, 1, 26) + timedelta(days=(i * 17) % 80)
    return [
        (day, day, "day", "stated"),
        (date(1995, 2, 1), date(1995, 2, 28), "month", "resolved"),
        (None, None, None, None),
        (date(1994, 1, 1), date(1994, 12, 31), "year", "context"),
        (date(1995, 6, 1), date(1995, 6, 30), "month", "stated"),
    ][(i if i < 2 else i * 3) % 5]


def dispute(count: int) -> Tables:
    """Tables of ``count`` events, each in a sentence of its own, with what hangs on them."""
    deeds = [DEEDS[i % len(DEEDS)] for i in range(count)]
    lines = [f"{deed[2]}, report {i}, killing {i + 2} people." for i, deed in enumerate(deeds)]
    head = "Peru and Ecuador: What the Dispute Means for Colombia"
    text = "\n\n".join([head, *lines, "Because of this the talks could fail, and Colombia must mediate."])
    article = from_text(text)
    rows: dict[str, list] = {name: [] for name in records.TABLES}
    rows["articles"].append(_article(text, head))
    rows["sections"].append(records.SectionRow("sec_1", "a_1", 1, None, 0, len(text)))
    starts = _sentences(rows, text)
    ends = {row.sentence_id: row.end for row in rows["sentences"]}
    for i, deed in enumerate(deeds):
        _deed(rows, i, deed, starts[i + 1], lines[i], ends)
    if count:
        _parties(rows, text, starts)
        _argument(rows, text, starts[-1])
    return Tables.from_records(rows, article)


def _article(text: str, head: str) -> records.ArticleRow:
    return records.ArticleRow(
        "a_1", head, None, "Rosa Quispe", "The writer teaches in Lima.", "Invented Review", None, "Analysis", "en",
        PUBLISHED, "given", PUBLISHED, PUBLISHED, "https://example.org/1", "utf-8", "0" * 64, len(text.split()), "© her",
    )  # fmt: skip


def _sentences(rows: dict[str, list], text: str) -> list[int]:
    starts, at = [], 0
    parts = text.split("\n\n")
    for i, part in enumerate(parts):
        starts.append(at)
        role = "headline" if i == 0 else "body"
        rows["sentences"].append(
            records.SentenceRow(f"s_{i}", "a_1", "sec_1", i + 1, i + 1, role, at, at + len(part), part)
        )
        at += len(part) + 2
    return starts


def _deed(rows: dict[str, list], i: int, deed: tuple, start: int, line: str, ends: dict[str, int]) -> None:
    who, whom, words, trigger, kind, mode, cameo, goldstein, quad, status = deed
    sentence, at = f"s_{i + 1}", start + line.index(trigger)
    first, last, precision, basis = _when(i)
    said = f"st_{i}" if i % 4 == 1 else None
    violent = kind == "ASSAULT"
    rows["events"].append(
        records.Event(
            f"e_{i}", "a_1", sentence, start, start + len(words), words, trigger, at, at + len(trigger),
            who, PARTIES[who][0], PARTIES[who][2], PARTIES[who][3] or "GOV",
            whom, PARTIES[whom][0], PARTIES[whom][2], PARTIES[whom][3] or "GOV",
            kind, mode, cameo, goldstein, quad, status, first, last, precision, basis, None,
            ("tiwintza" if i % 2 else "quito") if quad in {1, 4} else None,
            i + 2 if violent else None, i + 2 if violent else None, "people" if violent else None, None, None, said, f"rule-{i % 7}",
        )
    )  # fmt: skip
    number = str(i + 2)
    n = start + line.index(f"killing {number}") + 8
    rows["figures"].append(
        records.Figure(digest("f", i), sentence, n, n + len(number), number, i + 2, i + 4 if i % 3 else i + 2, False, "people", "killed", "people", f"e_{i}")
    )  # fmt: skip
    if said:
        rows["statements"].append(
            records.Statement(
                said, sentence, start, start + len(words), who if i % 8 == 1 else None, PARTIES[who][0], start,
                start + 8, trigger, at, at + len(trigger), words, start, start + len(words), "indirect" if i % 3 else "direct", None,
            )
        )  # fmt: skip
    if i and i % 2:
        answered = rows["events"][i - 1]
        rows["links"].append(
            records.Link(
                digest("l", i), sentence, "response" if i % 4 == 1 else "cause", answered.event_id, answered.start,
                answered.end, f"e_{i}", start, start + len(words), None, None, None,
                "explicit" if i % 4 == 1 else "inferred", answered.start, start + len(words),
            )
        )  # fmt: skip


def _parties(rows: dict[str, list], text: str, starts: list[int]) -> None:
    for name, (words, kind, country, sector) in PARTIES.items():
        at = max(text.find(words), 0)
        times = text.count(words)
        if not times:
            continue
        role = "President" if kind == "person" else None
        rows["entities"].append(
            records.Entity(
                name, "a_1", words, kind, country, sector, role, None, None, times, at, at + len(words)
            )
        )
        sentence = max(i for i, start in enumerate(starts) if start <= at)
        rows["mentions"].append(
            records.Mention(f"m_{name}", name, f"s_{sentence}", at, at + len(words), words, "name")
        )
        if name in WHERE:
            latitude, longitude, precision, code = WHERE[name]
            rows["places"].append(
                records.Place(name, name, words, precision, code, None, latitude, longitude, None, precision, at, at + len(words))
            )  # fmt: skip
    at = text.index("Colombia must")
    rows["mentions"].append(
        records.Mention("m_last", "colombia", f"s_{len(starts) - 1}", at, at + 8, "Colombia", "name")
    )


def _argument(rows: dict[str, list], text: str, start: int) -> None:
    sentence, end = f"s_{len(rows['sentences']) - 1}", len(text)
    fail, mediate = text.index("the talks could"), text.index("Colombia must")
    rows["implications"] += [
        records.Implication("i_1", sentence, fail, mediate - 6, text[fail : mediate - 6], "colombia", "prediction", "possible", None, start, start + 15),
        records.Implication("i_2", sentence, mediate, end, text[mediate:end], "colombia", "necessity", "necessary", "fujimori", None, None),
    ]  # fmt: skip
    rows["times"].append(
        records.Time("t_1", sentence, start, start + 7, "Because", "DATE", "1995-06", date(1995, 6, 1), date(1995, 6, 30), "none", None)
    )  # fmt: skip


@pytest.fixture
def none() -> Tables:
    return dispute(0)


@pytest.fixture
def few() -> Tables:
    return dispute(3)


@pytest.fixture
def many() -> Tables:
    return dispute(300)
