"""An article's first page: findings, the parts of the argument, key figures, how to cite, what was read."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from dateline import __version__, charts, datapackage, wording
from dateline.judged import judged
from dateline.report import provenance
from dateline.report.site import Part, Site, href
from dateline.report.subject import Subject
from dateline.report.tidy import Resolve, fragment
from dateline.schema import HAPPENED
from dateline.views import marks
from dateline.views.findings import NOTHING, brief, tally

FINDINGS = "02_incidents"  # the notebook that shows them in full
ARTICLE = "00_article"  # the one that tells what was read; the others are parts of the argument
_MOST = 12  # findings in full on an article's first page
_ACTORS = ("person", "organisation", "group")
_WORST = ("disagrees", "contested")


CONTENTS = (
    ("findings", "Findings"),
    ("parts", "What it says"),
    ("figures", "Key figures"),
    ("cite", "How to cite"),
    ("corrections", "Corrections"),
    ("read", "What was read"),
    ("tables", "The tables"),
    ("versions", "Versions"),
)


def summary(site: Site, subject: Subject, here: str) -> str:
    """The main part of the page, which stands at ``here``."""
    parts, resolve = site.own(subject), site.resolve(here, subject)
    article = next((part for part in parts if part.stem == ARTICLE), None)
    pieces = [
        '<h2 id="findings">Findings</h2>',
        found(site, subject, here, _MOST),
        _parts([part for part in parts if part.stem != ARTICLE], here, resolve),
        '<h2 id="figures">Key figures</h2>',
        _key(subject),
        fragment(article.shows, resolve) if article else "",
        fragment(charts.timeline(subject.tables)._repr_html_()),
        f'<h2 id="cite">How to cite</h2>\n{cite([subject])}',
        f'<h2 id="corrections">Corrections</h2>\n{fragment(marks.corrections(subject.tables).html, resolve)}',
        sources([subject], here),
    ]
    return "\n".join(piece for piece in pieces if piece)


def cite(subjects: Sequence[Subject]) -> str:
    """How to cite the articles, what was made of them, and a row of it."""
    cited = "".join(f"\n<li>{escape(datapackage.cited(subject.tables))}.</li>" for subject in subjects)
    one = len(subjects) == 1
    digest = f", SHA-256 {wording.text(subjects[0].row['sha256'])[:12]}…" if one else ""
    return (
        f"<ul>{cited}\n<li>What was made of it: dateline {__version__} on the "
        f"{f'article above{digest}' if one else 'articles above'}.</li>\n"
        "<li>A single row: by its id in the tables, which stays the same as long as its sentence does.</li>\n"
        "</ul>"
    )


def sources(subjects: Sequence[Subject], here: str) -> str:
    """What was read, the tables to go on with, and what made the report."""
    return "\n".join(
        [
            '<h2 id="read">What was read</h2>',
            provenance.read(subjects),
            '<h2 id="tables">The tables</h2>',
            "<p>All that the pages show is in tables to go on from: a workbook, CSV and Parquet files, and "
            "<code>datapackage.json</code>, which says what each column means.</p>",
            _tables(subjects, here),
            '<h2 id="versions">Versions</h2>',
            provenance.versions(),
        ]
    )


def found(site: Site, subject: Subject, here: str, most: int) -> str:
    """What disagrees and what is contested, each with who says so; at most ``most`` of them."""
    every = judged(subject.tables)
    if not every:
        return f"<p>{escape(NOTHING)}</p>"
    worst = [one for one in every if one.verdict in _WORST]
    items = "".join(f"\n<li>{brief(subject.tables, one)}</li>" for one in worst[:most])
    left = len(worst) - most
    words = f"{left} more, and the citations" if left > 0 else "All of them, with citations"
    page = next((part for part in site.own(subject) if part.stem == FINDINGS), None)
    link = f'\n<p class="more"><a href="{href(here, page.place)}">{words}</a></p>' if page else ""
    listed = fragment(f'<ul class="findings">{items}\n</ul>', site.resolve(here, subject)) if items else ""
    return f'<p class="tally">{escape(tally(every))}</p>\n{listed}{link}'


def numbers(subject: Subject) -> dict[str, int]:
    """The numbers that say how much there is in an article."""
    tables = subject.tables
    events, statements = tables.events, tables.statements
    days = events["date_start"].notna() & (events["date_start"] == events["date_end"])
    words: Any = subject.row["words"]
    return {
        "words": 0 if wording.missing(words) else int(words),
        "events": len(events),
        "of them told as having happened": int(events["status"].isin(HAPPENED).sum()),
        "of them dated to the day": int(days.sum()),
        "statements by somebody": len(statements),
        "of them word for word": int((statements["type"] == "direct").sum()),
        "people, organisations and groups": int(tables.entities["kind"].isin(_ACTORS).sum()),
        "things said to follow": len(tables.implications),
    }


def _key(subject: Subject) -> str:
    told = "".join(f"<div><dt>{name}</dt><dd>{n:,}</dd></div>" for name, n in numbers(subject).items())
    return f'<dl class="key">{told}</dl>'


def _parts(parts: Sequence[Part], here: str, resolve: Resolve) -> str:
    """The parts, with what each arrives at."""
    told = "".join(
        f'\n<section aria-label="{escape(part.short)}">\n<h3>{escape(part.short)}</h3>\n'
        f"{fragment(part.shows, resolve)}\n"
        f'<p class="more"><a href="{href(here, part.place)}">{escape(part.title)}</a></p>\n</section>'
        for part in parts
    )
    return f'<h2 id="parts">What it says</h2>\n<div class="parts">{told}\n</div>' if told else ""


def _tables(subjects: Sequence[Subject], here: str) -> str:
    """Links to the files of the tables, which stand beside the report's folder."""

    def link(subject: Subject, file: str, text: str = "") -> str:
        return f'<a href="{href(here, f"../tables/{subject.name}/{file}")}">{escape(text or file)}</a>'

    def files(subject: Subject) -> str:
        return f"{link(subject, 'tables.xlsx')}, {link(subject, 'datapackage.json')}"

    if len(subjects) > 1:
        listed = "".join(f"\n<li>{escape(one.title)}: {files(one)}</li>" for one in subjects)
        return f"<ul>{listed}\n</ul>"
    listed = ", ".join(
        f"{link(subjects[0], f'{name}.csv', name)} ({wording.count(size, 'row')})"
        for name, size in subjects[0].tables.sizes().items()
    )
    return f"<p>{files(subjects[0])}; as CSV: {listed}.</p>"
