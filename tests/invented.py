"""An invented border dispute between Peru and Ecuador, told in as many events as a test wants, and a record.

The tables are built by hand, so that the tests of charts, views and sentences say what these do with
the data, and nothing about how data are found.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from records import entry, incident, series, year

from dateline import from_text, records
from dateline.checks.reference import Incident, Reference
from dateline.tables import Tables

PUBLISHED = date(1995, 3, 20)
HEADLINE = "Peru and Ecuador: What the Dispute Means for Colombia"
LAST = "Because of this the talks could fail, and Colombia must mediate by June 1995."

#: id: name, kind, country, sector
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

# What each figure is held against, in turn: the verdict, and by source the low and the high count.
HELD = [
    ("agrees", {"Red <b>Cross</b>": (0, 2), "Navy archive": (2, 2)}),
    ("contested", {"Red <b>Cross</b>": (0, 0), "Navy archive": (3, 300)}),
    ("disagrees", {"Red <b>Cross</b>": (0, 1)}),
    ("unverified", {}),
]

# who | to whom | words | trigger | type/mode | CAMEO | Goldstein | quad class | status
_DEEDS = """
navy | ecuador | The Peruvian Navy shelled Ecuadorian posts | shelled | ASSAULT/heavy-weapons | 194 | -10 | 4 | actual
army | peru | The Ecuadorian Army condemned <b>Peru</b> & its $1 navy | condemned | ACCUSE | 111 | -2 | 3 | actual
ecuador | peru | Ecuador demanded that Peru withdraw | demanded | REQUEST/change | 1056 | -5 | 3 | actual
fujimori | ecuador | Alberto Fujimori met envoys of Ecuador | met | CONSULT/visit | 042 | 1.9 | 1 | actual
peru | ecuador | Peru would release prisoners of Ecuador | release | RETREAT/release | 0841 | 7 | 2 | planned
public | peru | The Ecuadorian public marched against Peru | marched | PROTEST/demo | 141 | -6.5 | 4 | actual
colombia | peru | Colombia might back Peru | back | SUPPORT | 051 | 3.4 | 1 | hypothetical
"""  # noqa: E501
DEEDS = [line.split(" | ") for line in _DEEDS.strip().splitlines()]


def _when(i: int) -> tuple[date | None, date | None, str | None, str | None]:
    """A day, a month, no date, a year, a month after publication, in turn."""
    day = date(1995, 1, 26) + timedelta(days=(i * 17) % 40)
    return [
        (day, day, "day", "stated"),
        (date(1995, 2, 1), date(1995, 2, 28), "month", "resolved"),
        (None, None, None, None),
        (date(1994, 1, 1), date(1994, 12, 31), "year", "context"),
        (date(1995, 6, 1), date(1995, 6, 30), "month", "stated"),
    ][i if i < 2 else (i * 3) % 5]


@cache
def dispute(count: int) -> Tables:
    """Tables of ``count`` events, each in a sentence of its own, between a headline and :data:`LAST`."""
    return build(count, LAST)


def build(count: int, last: str) -> Tables:
    """The same with another last sentence, which must begin as :data:`LAST` does."""
    deeds = [DEEDS[i % len(DEEDS)] for i in range(count)]
    where = ["Tiwintza" if i % 2 else "Quito" for i in range(count)]
    lines = [
        f"{d[2]} at {w}, report {i}, killing {i + 2} people."
        for i, (d, w) in enumerate(zip(deeds, where, strict=True))
    ]
    text = "\n\n".join([HEADLINE, *lines, last])
    rows: dict[str, list] = {name: [] for name in records.TABLES}
    rows["articles"].append(_article(text))
    rows["sections"].append(records.SectionRow("sec_1", "a_1", 1, None, 0, len(text)))
    starts = _sentences(rows, text)
    for i, deed in enumerate(deeds):
        _event(rows, i, deed, starts[i + 1])
        _figure(rows, i, starts[i + 1] + lines[i].index("killing ") + 8)
    if count:
        _parties(rows, text, starts)
        _argument(rows, text, starts[-1])
    return Tables.from_records(rows, from_text(text))


def _article(text: str) -> records.ArticleRow:
    return records.ArticleRow(
        article_id="a_1",
        title=HEADLINE,
        standfirst=None,
        author="Rosa Quispe",
        author_note="The writer teaches in Lima.",
        publisher="Invented Review",
        series=None,
        genre="Analysis",
        language="en",
        published=PUBLISHED,
        published_basis="given",
        published_earliest=PUBLISHED,
        published_latest=PUBLISHED,
        source="https://example.org/1",
        encoding="utf-8",
        sha256="0" * 64,
        words=len(text.split()),
        rights="© hers",
    )


def _sentences(rows: dict[str, list], text: str) -> list[int]:
    starts, at = [], 0
    for i, part in enumerate(text.split("\n\n")):
        starts.append(at)
        end, role = at + len(part), "body" if i else "headline"
        row = records.SentenceRow(f"s_{i}", "a_1", "sec_1", i + 1, i + 1, role, at, end, part)
        rows["sentences"].append(row)
        at = end + 2
    return starts


def _event(rows: dict[str, list], i: int, deed: list[str], start: int) -> None:
    who, whom, words, trigger, coded, cameo, goldstein, quad, status = deed
    kind, _, mode = coded.partition("/")
    at, end = start + words.index(trigger), start + len(words)
    first, last, precision, basis = _when(i)
    said = i % 4 == 1
    deaths = i + 2 if kind == "ASSAULT" else None
    rows["events"].append(
        records.Event(
            event_id=f"e_{i}",
            article_id="a_1",
            sentence_id=f"s_{i + 1}",
            start=start,
            end=end,
            text=words,
            trigger=trigger,
            trigger_start=at,
            trigger_end=at + len(trigger),
            source_id=who,
            source_text=PARTIES[who][0],
            source_country=PARTIES[who][2],
            source_sector=PARTIES[who][3] or "GOV",
            target_id=whom,
            target_text=PARTIES[whom][0],
            target_country=PARTIES[whom][2],
            target_sector=PARTIES[whom][3] or "GOV",
            event_type=kind,
            event_mode=mode or None,
            cameo=cameo,
            goldstein=float(goldstein),
            quad_class=int(quad),
            status=status,
            date_start=first,
            date_end=last,
            date_precision=precision,
            date_basis=basis,
            time_id=None,
            place_id=("tiwintza" if i % 2 else "quito") if quad in {"1", "4"} else None,
            deaths_low=deaths,
            deaths_high=deaths,
            deaths_of="people" if deaths else None,
            injured_low=None,
            injured_high=None,
            statement_id=f"st_{i}" if said else None,
            rule=f"verb:{trigger}",
        )
    )
    if said:
        _statement(rows, i, rows["events"][-1])
    if i % 2:
        _link(rows, i, rows["events"][i - 1], rows["events"][i])


def _statement(rows: dict[str, list], i: int, event: records.Event) -> None:
    """Every other speaker is named; the others are only words."""
    rows["statements"].append(
        records.Statement(
            statement_id=f"st_{i}",
            sentence_id=event.sentence_id,
            start=event.start,
            end=event.end,
            source_id=event.source_id if i % 8 == 1 else None,
            source_text=None if i % 8 == 1 else "reports",
            source_start=None,
            source_end=None,
            cue=event.trigger,
            cue_start=event.trigger_start,
            cue_end=event.trigger_end,
            content=event.text,
            content_start=event.start,
            content_end=event.end,
            type="indirect" if i % 3 else "direct",
            audience_id=None,
        )
    )


def _link(rows: dict[str, list], i: int, cause: records.Event, effect: records.Event) -> None:
    answer = i % 4 == 1
    rows["links"].append(
        records.Link(
            link_id=f"l_{i}",
            sentence_id=effect.sentence_id,
            kind="response" if answer else "cause",
            from_id=cause.event_id,
            from_start=cause.start,
            from_end=cause.end,
            to_id=effect.event_id,
            to_start=effect.start,
            to_end=effect.end,
            cue=effect.trigger if answer else None,
            cue_start=effect.trigger_start if answer else None,
            cue_end=effect.trigger_end if answer else None,
            basis="explicit" if answer else "inferred",
            start=cause.start,
            end=effect.end,
        )
    )


def _figure(rows: dict[str, list], i: int, start: int) -> None:
    """Two of three are a range: from the number in the text to two more."""
    number, end = str(i + 2), start + len(str(i + 2))
    high = i + 4 if i % 3 else i + 2
    row = records.Figure(
        f"f_{i}", f"s_{i + 1}", start, end, number, i + 2, high, False, "people", "killed", "people", f"e_{i}"
    )
    rows["figures"].append(row)

    _finding(rows, i, row)


def _finding(rows: dict[str, list], i: int, figure: records.Figure) -> None:
    """The figure held against each source's count, which is that of :data:`HELD` and ``i`` more."""
    verdict, counts = HELD[i % len(HELD)]
    stated, check = f"{figure.text} people killed", "deaths_against_record"
    at = figure.start, figure.end
    for source, (low, high) in counts.items():
        low, high = low + i, high + i
        found = (f"{low}–{high} killed in all: Shelling no. {i}", low, high, source, "Lima, 1996, p. 7", None)
        rows["findings"].append(
            records.Finding(
                f"f_{i}_{source}", "a_1", "figures", figure.figure_id, *at, check, verdict, stated, *found
            )
        )
    if not counts:
        none = (None,) * 6
        rows["findings"].append(
            records.Finding(f"f_{i}", "a_1", "figures", figure.figure_id, *at, check, verdict, stated, *none)
        )


def _incident(day: date, killed: int, source: str, *place: str) -> Incident:
    return Incident(
        incident_id=f"shelling-{day}-{source.lower()}",
        incident=f"shelling-{day}",
        name="Shelling on the Cenepa",
        date_start=day,
        date_end=day,
        date_precision="day",
        event_type=("ASSAULT",),
        event_mode="heavy-weapons",
        actor=("Peruvian Navy",),
        actor_country=("PER",),
        target=(),
        target_country=("ECU",),
        country=(),
        place=place,
        latitude=None,
        longitude=None,
        killed_low=killed,
        killed_best=killed,
        killed_high=killed,
        civilians_low=None,
        civilians_best=None,
        civilians_high=None,
        unknown_low=None,
        unknown_high=None,
        none_since=None,
        source=source,
        citation="Lima, 1996, p. 7",
    )


#: A record that has the first event on its day, and the eighth, told of February, in March. After publication
#: it has an attack and talks; and soldiers killed by year, as two sources count them.
RECORD = Reference(
    incidents=(
        _incident(date(1995, 1, 26), 2, "Archive"),
        _incident(date(1995, 1, 26), 2, "Tribune"),
        _incident(date(1995, 3, 3), 9, "Archive", "Tiwintza"),
        *(
            incident(
                "Attack on a patrol",
                "1995-05-02",
                source=source,
                actor_country=("ECU",),
                target_country=("PER",),
                country=("PER",),
                killed_low=killed,
                killed_high=killed,
            )
            for source, killed in (("Archive", 3), ("Tribune", 5))
        ),
    ),
    chronology=(
        entry(
            "Talks in <b>Bogota</b>",
            "1995-07-01",
            actor_country=("PER",),
            target_country=("ECU",),
            country=("COL",),
            event_type=("CONSULT", "AGREE"),
        ),
    ),
    series=(series("soldiers", "Soldiers", country=("PER", "ECU")),),
    observations=(
        year("soldiers", 1993, 10, 20),
        year("soldiers", 1994, 30, 40),
        year("soldiers", 1995, 50, 90),
        year("soldiers", 1994, 25, 25, source="Watch"),
    ),
)


def _parties(rows: dict[str, list], text: str, starts: list[int]) -> None:
    """An entity for each party that the text names, with a mention where it is named first."""
    for name, (words, kind, country, sector) in PARTIES.items():
        at, times = text.find(words), text.count(words)
        if not times:
            continue
        end, role = at + len(words), "President" if kind == "person" else None
        rows["entities"].append(
            records.Entity(name, "a_1", words, kind, country, sector, role, None, None, times, at, end)
        )
        _mention(rows, f"m_{name}", name, words, at, starts)
        if name in WHERE:
            latitude, longitude, precision, code = WHERE[name]
            rows["places"].append(
                records.Place(
                    name, name, words, precision, code, None, latitude, longitude, None, precision, at, end
                )
            )
    _mention(rows, "m_last", "colombia", "Colombia", text.rindex("Colombia"), starts)


def _mention(rows: dict[str, list], own: str, entity: str, words: str, at: int, starts: list[int]) -> None:
    sentence = max(i for i, start in enumerate(starts) if start <= at)
    rows["mentions"].append(records.Mention(own, entity, f"s_{sentence}", at, at + len(words), words, "name"))


def _argument(rows: dict[str, list], text: str, start: int) -> None:
    """A prediction with its premise in the author's voice, a necessity in another's, and a date ahead."""
    sentence, end = rows["sentences"][-1].sentence_id, len(text)
    fail, mediate, june = text.rindex("the talks"), text.rindex("Colombia must"), text.rindex("June")
    first = text[fail : mediate - 6]
    rows["implications"] += [
        records.Implication(
            "i_1",
            sentence,
            fail,
            mediate - 6,
            first,
            "colombia",
            "prediction",
            "possible",
            None,
            start,
            fail - 1,
        ),
        records.Implication(
            "i_2",
            sentence,
            mediate,
            end,
            text[mediate:],
            "colombia",
            "necessity",
            "necessary",
            "peru",
            None,
            None,
        ),
    ]
    month = date(1995, 6, 1), date(1995, 6, 30)
    rows["times"].append(
        records.Time("t_1", sentence, june, june + 9, "June 1995", "DATE", "1995-06", *month, "none", None)
    )
