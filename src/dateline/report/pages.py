"""All pages of a report, from the executed notebooks and the tables."""

from __future__ import annotations

from collections.abc import Iterator

from dateline import wording
from dateline.report import cells, overview, summary
from dateline.report.page import page
from dateline.report.site import INDEX, Part, Site
from dateline.report.subject import Subject
from dateline.report.tidy import tidy

_SWITCH = (
    '<input type="checkbox" id="code"><label class="switch" for="code">Show the code behind each step</label>'
)


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """Every page's place under the report's folder, and its HTML; the index is the last."""
    for subject in (*site.subjects, None):
        for part in site.own(subject):
            yield part.place, _notebook(site, part, subject)
    if site.several:
        for subject in site.subjects:
            yield site.first(subject), _summary(site, subject)
        yield INDEX, _overview(site)
    else:
        yield INDEX, _summary(site, site.subjects[0])


def _notebook(site: Site, part: Part, subject: Subject | None) -> str:
    """The page of a notebook: its code is there, behind the switch."""
    machine = {str(one.path.resolve()): one.path.name for one in site.subjects}
    book = site.books[subject.name if subject else "", part.stem]
    told = tidy(cells.cells(book, machine), site.resolve(part.place, subject))
    heading = told.heading or part.title
    return page(
        f"{heading} – {subject.title}" if subject else heading,
        heading,
        f'{_SWITCH}\n<div class="cells">\n{told.html}\n</div>',
        of=f"{subject.title}. {subject.byline}" if subject else "",
        site=_site(site, subject),
        pages=site.links(part.place, subject),
        contents=told.contents,
    )


def _summary(site: Site, subject: Subject) -> str:
    """The first page on an article."""
    here = site.first(subject)
    main = summary.summary(site, subject, here)
    return page(
        f"What was found – {subject.title}",
        subject.title,
        main,
        of=subject.byline,
        site=_site(site, subject),
        pages=site.links(here, subject),
        contents=_present(summary.CONTENTS, main),
    )


def _overview(site: Site) -> str:
    """The first page on several articles."""
    main = overview.overview(site)
    heading = f"What was found in {wording.count(len(site.subjects), 'article')}"
    return page(
        heading,
        heading,
        main,
        site=_site(site, None),
        pages=site.links(INDEX, None),
        contents=_present(overview.CONTENTS, main),
    )


def _site(site: Site, subject: Subject | None) -> str:
    """What a page belongs to, said at its top."""
    report = f"Report on {wording.count(len(site.subjects), 'article')}" if site.several else "Report"
    return f"{report}: {subject.title}" if subject else report


def _present(contents: tuple[tuple[str, str], ...], main: str) -> list[tuple[str, str]]:
    return [(name, text) for name, text in contents if f'id="{name}"' in main]
