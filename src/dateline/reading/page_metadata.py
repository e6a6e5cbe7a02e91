"""What a web page says of its article outside the text: JSON-LD, ``<meta>`` tags, marked bylines and dates.

Publishers fill these in for search engines and for sharing, so they are better kept than what is printed.
They are asked in the order of how seldom they are wrong: schema.org's article as JSON-LD, Open Graph and its
like, then what the page marks with ``itemprop``, ``rel`` or a class. The names they go by stand in the
codebook (``layout.toml``, ``[page]``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.codebook import settings
from dateline.reading import back, front, stated
from dateline.reading.rendered import clean
from dateline.reading.sidecar import Sidecar

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = re.compile(r"\s+[|–—»·•:-]\s+|\s*[|»]\s*")
_JOINED = re.compile(r"\s*(?:$|[|–—»·•:(-])")
_ADDRESS = re.compile(r"https?://\S+$")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_BY = re.compile(r"(?:(?:written|posted|reported) )?by:?\s+|authors?:\s*", re.IGNORECASE)
_TELLING = 20  # characters of a title that hardly begin another
_DEEPEST = 12  # of objects within objects of JSON-LD


def read(root: HtmlElement) -> Sidecar:
    """What is known of the article on the page ``root``; None is what it does not say."""
    linked = _article_object(root)
    meta = _meta(root)
    publisher = _name(linked.get("publisher")) or _first(meta, "publisher")
    return Sidecar(
        title=_title(root, linked, meta, publisher),
        author=_author(root, linked, meta, publisher),
        publisher=publisher,
        genre=_genre(linked, meta),
        language=_language(root, linked, meta),
        published=_published(root, linked, meta),
        source=_source(root, meta),
        author_note=_author_note(root),
    )


@cache
def _names(key: str) -> list[str]:
    return settings("layout")["page"][key]


# --- JSON-LD -----------------------------------------------------------------------------------


def _article_object(root: HtmlElement) -> dict[str, Any]:
    """The page's schema.org object of an article; an empty one where there is none."""
    kinds = frozenset(_names("articles"))
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if kinds.intersection(_texts(item.get("@type"))):
                return item
    return {}


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects in a JSON-LD document, whether alone, in a list, or under ``@graph`` or ``mainEntity``."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _objects(data.get(key), depth + 1)


def _texts(value: Any) -> list[str]:
    """The strings of a value that may be one or a list."""
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]


def _name(value: Any) -> str | None:
    """The names of persons or organisations: a string, an object with ``name``, or a list of them."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        named = item.get("name") if isinstance(item, dict) else item
        for text in map(clean, _texts(named)):
            if text and not _ADDRESS.match(text) and text not in found:
                found.append(text)
    return _listed(found)


def _listed(names: list[str]) -> str | None:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or None


# --- meta tags ---------------------------------------------------------------------------------


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the ``<meta>`` tags by their name, property or itemprop in small letters."""
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        content = clean(tag.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := tag.get(key)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], key: str) -> str | None:
    """The first content under any of the names that the codebook lists for ``key``."""
    return next((meta[name][0] for name in _names(key) if name in meta), None)


def _title(
    root: HtmlElement, linked: dict[str, Any], meta: dict[str, list[str]], publisher: str | None
) -> str | None:
    """The headline; of the window's title, what the page shows as a heading, or all but the site's name."""
    told = next(map(clean, _texts(linked.get("headline"))), None) or _first(meta, "title")
    headings = [clean(h.text_content()) for h in root.iter("h1", "h2", "h3")]
    window = clean(next((t.text_content() for t in root.iter("title")), "")) or None
    for candidate in (told, window):
        shown = [h for h in headings if candidate and h and _is_same(candidate, h)]
        if shown:
            return max(shown, key=len)
    firsts = {clean(h.text_content()) for h in root.iter("h1")} - {"", publisher}
    if len(firsts) == 1 and (told is None or _overlaps(told, *firsts)):
        return firsts.pop()  # what is told for sharing is often worded anew
    return _without_site(told or window, publisher)


def _overlaps(told: str, shown: str) -> bool:
    """Whether half of the words that both could share are shared."""
    one, other = set(told.casefold().split()), set(shown.casefold().split())
    return len(one & other) * 2 >= min(len(one), len(other)) > 2


def _is_same(told: str, shown: str) -> bool:
    """Whether a heading is the title that is told, which may have the site's name added or be cut short."""
    told, shown = told.casefold(), shown.casefold()
    longer = told.startswith(shown) and _JOINED.match(told[len(shown) :]) is not None
    return longer or (len(told) > _TELLING and shown.startswith(told.rstrip(" .…")))


def _without_site(title: str | None, publisher: str | None) -> str | None:
    if title is None:
        return None
    cuts = list(_SITE.finditer(title))
    for cut in reversed(cuts):
        tail = title[cut.end() :]
        if publisher and tail.casefold() == publisher.casefold():
            return title[: cut.start()]
    if cuts and "|" in cuts[-1].group():
        return title[: cuts[-1].start()]
    return title or None


def _genre(linked: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    """The section of the site, where it is a kind of article."""
    sections = [*_texts(linked.get("articleSection")), *meta.get("article:section", [])]
    return next((genre for section in sections if (genre := front.genre_alone(clean(section)))), None)


def _language(root: HtmlElement, linked: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    tags = [*_texts(linked.get("inLanguage")), root.get("lang") or "", _first(meta, "language") or ""]
    for tag in tags:
        if found := re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", tag.strip()):
            return found[1].lower()
    return None


def _source(root: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    links = [link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "")]
    for address in [*links, *meta.get("og:url", [])]:
        if _ADDRESS.match(address):
            return address
    # What a browser notes when it saves a page.
    before = root.getprevious()
    while before is not None:
        if found := _SAVED_FROM.search(before.text or ""):
            return found[1]
        before = before.getprevious()
    return None


# --- author ------------------------------------------------------------------------------------


def _author(
    root: HtmlElement, linked: dict[str, Any], meta: dict[str, list[str]], publisher: str | None
) -> str | None:
    """The first of these that is a name and not the site's or a placeholder ("admin")."""
    tagged = [_listed(list(dict.fromkeys(meta[name]))) for name in _names("author") if name in meta]
    for told in [_name(linked.get("author")), *tagged, *_marked_authors(root)]:
        name = _BY.sub("", told or "", count=1).strip(" ,|")
        barred = not name or bool(_ADDRESS.match(name)) or name.lower() in _names("nobody")
        if not barred and name.casefold() != (publisher or "").casefold():
            return name
    return None


def _marked_authors(root: HtmlElement) -> Iterator[str | None]:
    """The names in elements that are marked as the author's; several in a row are one byline."""
    for mark in ("@itemprop='author'", "@rel='author'", "contains(@class,'author')"):
        lines = (
            _BY.sub("", clean(element.text_content()), count=1) for element in root.xpath(f".//*[{mark}]")
        )
        names = (front.authors(line) for line in lines if 0 < len(line) < front.LONGEST)
        yield _listed(list(dict.fromkeys(name for name in names if name and " " in name)))
    for element in root.xpath(".//*[contains(@class,'byline')]"):
        text = clean(element.text_content())
        yield front.byline(text) or (front.authors(text) if " " in text else None)


def _author_note(root: HtmlElement) -> str | None:
    """The words about the author that stand in an element marked so."""
    for element in _marked(root, "author_note"):
        paragraphs = [clean(p.text_content()) for p in element.iter("p")] or [clean(element.text_content())]
        for text in paragraphs:
            if back.is_note(text) or back.noted_name(text):
                return text
    return None


# --- date --------------------------------------------------------------------------------------


def _published(root: HtmlElement, linked: dict[str, Any], meta: dict[str, list[str]]) -> date | None:
    """The day of first publication; None where what is told is no full date, or may be two days."""
    tagged = (content for name in _names("published") for content in meta.get(name, []))
    return _day(_texts(linked.get("datePublished"))) or _day(tagged) or _day(_times(root)) or _printed(root)


def _day(texts: Iterable[str]) -> date | None:
    for text in texts:
        found = stated.pattern().search(text) or re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", text)
        if found is None:
            continue
        if day := (stated.day(found) if found.groupdict() else _compact(found)):
            return day
    return None


def _compact(found: re.Match[str]) -> date | None:
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def _times(root: HtmlElement) -> Iterator[str]:
    """The ``<time>`` elements that are marked as the date of publication; else the only one there is."""
    times = list(root.iter("time"))
    later = _names("modified")
    marked = [
        t for t in times if t.get("pubdate") is not None or "datePublished" in (t.get("itemprop") or "")
    ]
    marked += [t for t in times if any(word in _marks(t) for word in ("publish", "entry-date", "posted"))]
    if not marked:
        fresh = [t for t in times if not any(word in _marks(t) for word in later)]
        marked = fresh if len({t.get("datetime") for t in fresh}) == 1 else []
    for time in marked:
        yield time.get("datetime") or clean(time.text_content())


def _printed(root: HtmlElement) -> date | None:
    """The date in a line of the page that is marked as its date."""
    for element in _marked(root, "dated"):
        text = clean(element.text_content())
        line = front.publication(text, alone=False) if text else None
        if line is not None and line.day is not None and not line.later:
            return line.day
    return None


def _marked(root: HtmlElement, key: str) -> Iterator[HtmlElement]:
    """The elements of which a class or the id is one that the codebook lists for ``key``."""
    names = frozenset(_names(key))
    for element in root.iter("div", "p", "span", "section", "li", "td", "aside", "footer", "h4", "h5"):
        if not names.isdisjoint(_marks(element).split()):
            yield element


def _marks(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()
