"""The first page of a report on several articles: how they compare, and what each comes to."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dateline.judged import how_many, judged
from dateline.report.provenance import grid
from dateline.report.site import INDEX, Part, Site, href
from dateline.report.subject import Subject
from dateline.report.summary import ARTICLE, cite, found, numbers, sources
from dateline.report.tidy import Resolve, fragment
from dateline.views.marks import in_force
from dateline.views.view import Safe, lines, small

_MOST = 3  # findings of each article
CONTENTS = (
    ("findings", "Findings"),
    ("together", "The accounts together"),
    ("articles", "Article by article"),
    ("figures", "Key figures"),
    ("cite", "How to cite"),
    ("read", "What was read"),
    ("tables", "The tables"),
    ("versions", "Versions"),
)


def overview(site: Site) -> str:
    """The main part of the page."""
    subjects, resolve = site.subjects, site.resolve(INDEX, None)
    together = "".join(
        f"{fragment(part.shows + part.picture, resolve)}\n"
        f'<p class="more"><a href="{href(INDEX, part.place)}">{escape(part.title)}</a></p>'
        for part in site.own(None)
    )
    pieces = [
        '<h2 id="findings">Findings</h2>',
        "<p>How many statements of each article could be held against itself and the public record, and what "
        "came of it. A title leads to the article's summary.</p>",
        _table(site),
        f'<h2 id="together">The accounts together</h2>\n{together}' if together else "",
        '<h2 id="articles">Article by article</h2>',
        *(_article(site, subject) for subject in subjects),
        f'<h2 id="figures">Key figures</h2>\n{_figures(subjects)}',
        f'<h2 id="cite">How to cite</h2>\n{cite(subjects)}',
        sources(subjects, INDEX),
    ]
    return "\n".join(piece for piece in pieces if piece)


def _table(site: Site) -> str:
    heads = ["article", "disagree", "contested", "borne out", "not verified"]
    rows = []
    for subject in site.subjects:
        name = lines([_link(site, subject), small(subject.byline)])
        rows.append([name, *how_many(judged(subject.tables)).values()])
    return grid("Statements checked, by verdict", heads, rows)


def _figures(subjects: Sequence[Subject]) -> str:
    rows = [[subject.title, *numbers(subject).values()] for subject in subjects]
    return grid("How much there is in each", ["article", *numbers(subjects[0])], rows)


def _article(site: Site, subject: Subject) -> str:
    """The gravest findings of an article, and the first thing that each part arrives at."""
    resolve = site.resolve(INDEX, subject)
    items = "".join(
        f'\n<li><a href="{href(INDEX, part.place)}">{escape(part.short)}</a>: {first}</li>'
        for part in site.own(subject)
        if part.stem != ARTICLE and (first := _first(part, resolve))
    )
    listed = f"<ul>{items}\n</ul>" if items else ""
    return (
        f'<section aria-label="{escape(subject.title)}">\n<h3>{_link(site, subject)}</h3>\n'
        f'<p class="of">{escape(subject.byline)}</p>\n{found(site, subject, INDEX, _MOST)}\n{listed}\n'
        f"{f'<p>{escape(told)}</p>' if (told := in_force(subject.tables)) else ''}"
        "</section>"
    )


def _link(site: Site, subject: Subject) -> Safe:
    return Safe(f'<a href="{href(INDEX, site.first(subject))}">{escape(subject.title)}</a>')


def _first(part: Part, resolve: Resolve) -> str:
    """The first of the sentences that a part arrives at."""
    _, _, rest = part.shows.partition("<li>")
    return fragment(rest.partition("</li>")[0], resolve) if rest else ""
