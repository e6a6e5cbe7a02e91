"""The frame of every page: head, navigation, main part, footer, and one style sheet.

A page fetches nothing and runs nothing: its content policy forbids both, whatever stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import resources

from dateline import __version__

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Link:
    """A page to go to; ``here`` is the one that is read."""

    href: str
    text: str
    here: bool = False

    def html(self) -> str:
        current = ' aria-current="page"' if self.here else ""
        return f'<a href="{escape(self.href)}"{current}>{escape(self.text)}</a>'


def page(
    title: str,
    heading: str,
    main: str,
    *,
    of: str = "",
    site: str,
    pages: Sequence[Link] = (),
    contents: Sequence[tuple[str, str]] = (),
) -> str:
    """A whole HTML page.

    ``of`` is what the page is on, ``site`` what it belongs to, ``pages`` are its neighbours in reading order,
    and ``contents`` the ids and texts of its headings; ``main`` is HTML that is safe already.
    """
    kind = ' class="with-toc"' if contents else ""
    about = f'\n<p class="of">{escape(of)}</p>' if of else ""
    inner = f"<h1>{escape(heading)}</h1>{about}{_contents(contents)}\n{main}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to the text</a>\n'
        f'<header{kind}>\n<div>\n<p class="site">{escape(site)}</p>{_navigation(pages)}\n</div>\n</header>\n'
        f'<main id="main" tabindex="-1"{kind}>\n{inner}\n</main>\n'
        f"<footer{kind}>{_turn(pages)}\n<p>Made by dateline {escape(__version__)}. It tells what an article "
        "says and who bears it out; it does not tell what happened.</p>\n</footer>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return resources.files(__package__ or __name__).joinpath("page.css").read_text("utf-8")


def _navigation(pages: Sequence[Link]) -> str:
    if len(pages) < 2:
        return ""
    items = "".join(f"\n<li>{link.html()}</li>" for link in pages)
    return f'\n<nav aria-label="Pages of the report">\n<ul>{items}\n</ul>\n</nav>'


def _contents(contents: Sequence[tuple[str, str]]) -> str:
    if not contents:
        return ""
    items = "".join(f'\n<li><a href="#{escape(id)}">{escape(text)}</a></li>' for id, text in contents)
    return f'\n<nav class="toc" aria-label="On this page">\n<p>On this page</p>\n<ol>{items}\n</ol>\n</nav>'


def _turn(pages: Sequence[Link]) -> str:
    """The page before and the page after."""
    at = next((number for number, link in enumerate(pages) if link.here), None)
    if at is None or len(pages) < 2:
        return ""
    before = f"<span>Before: {pages[at - 1].html()}</span>" if at else "<span></span>"
    after = f"<span>Next: {pages[at + 1].html()}</span>" if at + 1 < len(pages) else ""
    return f'\n<nav class="turn" aria-label="Before and next">{before}{after}</nav>'
