"""What the article is, what was found in it, and what was left unread: for notebook 00."""

from __future__ import annotations

import pandas as pd

from dateline import focus, wording
from dateline.excerpts import each
from dateline.ledger import arrow, ledger
from dateline.tables import Tables
from dateline.views.author import standing
from dateline.views.marks import in_force
from dateline.views.passages import passages
from dateline.views.view import Safe, View, facts, join, lines, note, small, table, tag
from dateline.voices import READ
from dateline.wording import missing, text

_BASES = {
    "given": "from the file beside the article",
    "stated": "as the text says",
    "inferred": "bounded by the dates in the text",
}
_USES = {
    "articles": "the card above",
    "sections": "the marked copy",
    "sentences": "everywhere: each row names its sentence",
    "entities": "01: the cast, the network",
    "mentions": "the marked copy; 03: what is said of the focus",
    "places": "01: the map",
    "times": "02: the timeline; 03: the calendar",
    "figures": "02: casualties",
    "events": "02: ledger, timeline, balance; 03: needs, stances",
    "statements": "01: whose voice; 02: who reports what",
    "links": "02: action and answer; 03: the argument",
    "implications": "03: the argument",
    "findings": "02: against itself and the record; first in the report",
}


def card(tables: Tables, sides: tuple[str, str] | None = None) -> View:
    """Who wrote it, from which office, where and when it was published, how long it is, whose it is.

    An author who held office for one of the sides is said to have.
    """
    if tables.articles.empty:
        return note("Nothing is known of this article.")
    row = tables.articles.iloc[0]
    published = wording.day(row["published"]) or wording.when(
        row["published_earliest"], row["published_latest"]
    )
    basis = _BASES.get(text(row["published_basis"]), "")
    if published == "undated":
        published, basis = "not known", ""
    source = text(row["source"])
    return facts(
        [
            ("title", tag("b", row["title"])),
            ("kind", row["genre"]),
            ("in short", row["standfirst"]),
            ("author", row["author"]),
            ("about the author", lines([row["author_note"], _standing(tables, sides)])),
            ("publisher", join([row["publisher"], row.get("series")], ", ")),
            ("published", join([published, small(f"({basis})" if basis else "")])),
            ("length", wording.count(int(row["words"]), "word") if not missing(row["words"]) else ""),
            ("source", source),
            ("rights", row["rights"]),
            (
                "read as",
                join(
                    [
                        row["encoding"],
                        small(f"SHA-256 {text(row['sha256'])[:16]}…" if text(row["sha256"]) else ""),
                    ]
                ),
            ),
        ]
    )


def _standing(tables: Tables, sides: tuple[str, str] | None) -> str:
    own = focus.sides(tables, sides)
    said = standing(tables, own, focus.focus(tables, None, own))
    return tag("b", wording.sentence(f"the author {said}")) if said else ""


def found(tables: Tables) -> View:
    """One line a table: how many rows, the first three, and where they are used."""
    rows, counts = [], []
    for name, use in _USES.items():
        frame = tables[name]
        counts.append((name, len(frame)))
        first = [wording.shorten(words, 70) for words in _words(tables, name)[:3]]
        rows.append((tag("b", name), len(frame), lines(first), use))
    empty = [name for name, n in counts if not n]
    lead = f"{sum(n for _, n in counts):,} rows in {len(counts)} tables"
    lead += f"; nothing was found for {wording.listing(empty)}." if empty else "."
    lead = " ".join(filter(None, [lead, in_force(tables)]))
    data = pd.DataFrame(counts, columns=["table", "rows"])
    return table(
        ["table", "rows", "the first of them", "used in"],
        rows,
        data=data,
        lead=lead,
        widths=["9em", "4em"],
        tall=900,
        label="What was found",
    )


def _words(tables: Tables, name: str) -> list[str]:
    """What to show of a row of each table."""
    frame = tables[name].head(3)
    if name == "events":
        return [
            f"{row['when']}: {arrow(row)}, {row['what'].lower()}"
            for _, row in ledger(tables).head(3).iterrows()
        ]
    if name == "links":
        return [
            f"{row.kind}: “{row.cue}”" if text(row.cue) else f"{row.kind} ({row.basis})"
            for row in each(frame)
        ]
    if name == "times":
        return [
            f"{row.text}: {wording.when(row.earliest, row.latest)}"
            if not (missing(row.earliest) and missing(row.latest))
            else text(row.text)
            for row in each(frame)
        ]
    columns = {
        "articles": ["title"],
        "sections": ["heading"],
        "sentences": ["text"],
        "entities": ["name", "role"],
        "mentions": ["text", "form"],
        "places": ["name", "kind"],
        "figures": ["text", "of"],
        "statements": ["source_text", "cue", "content"],
        "implications": ["text", "modality"],
        "findings": ["verdict", "stated", "source"],
    }[name]
    joined = [
        ", ".join(text(value) for value in row if text(value))
        for row in frame[columns].itertuples(index=False)
    ]
    return [words or "(no heading)" for words in joined]


def unread(tables: Tables) -> View:
    """What was set aside, by kind, and the body's sentences from which nothing was taken."""
    sentences = tables.sentences
    aside = sentences[~sentences["role"].isin(READ)]
    read = sentences[sentences["role"].isin(READ)]
    used: set[str] = set()
    for name in ("events", "statements", "times", "figures", "implications", "links"):
        used |= set(tables[name]["sentence_id"].dropna())
    idle = read[~read["sentence_id"].isin(used)]
    share = 0 if read.empty else round(100 * (len(read) - len(idle)) / len(read))
    lead = (
        f"Something was taken from {len(read) - len(idle)} of {wording.count(len(read), 'sentence')} "
        f"({share}%). "
        f"Set aside as not the author's argument: {_kinds(aside)}."
    )
    left = [("nothing taken", row) for row in each(idle)]
    left += [(f"set aside: {row.role}", row) for row in each(aside)]
    data = pd.DataFrame(
        [(why, wording.shorten(text(row.text), 240)) for why, row in left], columns=["why", "sentence"]
    )
    if not left:
        return note(lead)
    where = passages(tables)
    rows = [
        (join([why, small(where[row.sentence_id]) if row.role in READ else ""]), words)
        for (why, row), words in zip(left, data["sentence"], strict=True)
    ]
    heads, label = ["why", "sentence"], "What was not read, or gave nothing"
    return table(heads, rows, data=data, lead=lead, widths=["12em"], tall=360, label=label)


def _kinds(aside: pd.DataFrame) -> str:
    counts = aside["role"].value_counts()
    return wording.listing(f"{role} ({n})" for role, n in counts.items()) or "nothing"


def cite(tables: Tables) -> View:
    """How to cite the article and what was made of it."""
    if tables.articles.empty:
        return note("Cite the article by its title, and dateline by its version (`dateline --version`).")
    row = tables.articles.iloc[0]
    parts = [text(row["author"]), f"“{text(row['title'])}”", text(row["publisher"]), text(row.get("series"))]
    parts += [wording.day(row["published"])]
    article = ", ".join(part for part in parts if part and part != "“”")
    return facts(
        [
            ("the article", article + "."),
            ("the tables", _made(text(row["sha256"])[:12])),
            ("put right", in_force(tables)),
            ("a single row", "by its id, which stays the same as long as its sentence does"),
        ]
    )


def _made(digest: str) -> Safe | str:
    if not digest:
        return ""
    version = Safe(f"({tag('code', 'dateline --version')} prints which)")
    return join(["dateline", version, f"from the text with SHA-256 {digest}…"])
