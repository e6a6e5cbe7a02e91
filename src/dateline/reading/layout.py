"""From a text to its layout: blocks with their roles, sections, and what front and back matter say.

The rules go by form and position, never by topic. What no rule claims is body, for a sentence
wrongly left unread is worse than a caption wrongly read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, pairwise

from dateline.article import Block, Role, Section
from dateline.reading import back, blocks, datelines, front, headings, stated
from dateline.reading.rendered import Piece

#: How many paragraphs from the top the front matter may reach, and how many names the back is searched for.
_FRONT, _BACK_NAMES = 12, 4
_HEADER = 40
_HEADER_LINE = re.compile(r"[\w-]+ ?[:=]|- ")
_MAIL_LINE = re.compile(
    r"(From|To|Cc|Date|Sent|Subject|Reply-To|Newsgroups|Organization|Message-ID|X-[\w-]+):[ \t]*"
    r"(?:(?:Re|Fwd?|AW|WG):\s*)*",
    re.IGNORECASE,
)
#: How far apart the dates of a chronicle may stand, in paragraphs.
_CHRONICLE = 12
_LABEL = re.compile(r"([A-Z][\w.'’ -]{0,40}):\s")
_STANDFIRST_WORDS = 70
_AFFILIATION_WORDS = 10
_SUBTITLE_WORDS = range(7, 31)


@dataclass(slots=True)
class Paragraph:
    """A block in the making: its place, its text, and its role once a rule has claimed it."""

    start: int
    end: int
    text: str
    role: Role | None = None
    item: bool = False  # of a list that is marked as one


@dataclass(slots=True)
class Layout:
    """What :func:`lay_out` finds. None is what the text does not say."""

    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    title: str | None = None
    genre: str | None = None
    standfirst: str | None = None
    author: str | None = None
    author_note: str | None = None
    published: date | None = None
    revised: date | None = None  # the day of a last revision
    notes: list[str] = field(default_factory=list)


def lay_out(text: str, author: str | None = None, pieces: Sequence[Piece] = ()) -> Layout:
    """The layout of ``text``; ``author``, where known, helps to recognise the byline and the note.

    ``pieces``: the paragraphs, where the file's format tells them, with the roles that it tells.
    """
    paragraphs = [Paragraph(p.start, p.end, text[p.start : p.end], p.role, p.item) for p in pieces] or [
        Paragraph(start, end, text[start:end]) for start, end in blocks.split(text)
    ]
    found = Layout()
    if len(paragraphs) > 1:
        read_top = _read_told if pieces else _read_header
        top = read_top(paragraphs, found) or _read_mail(paragraphs, found)
        headed = any(p.role == "heading" for p in paragraphs)
        _mark_furniture(paragraphs)
        body = _read_front(paragraphs, top, found, author or _noted_author(paragraphs))
        _read_back(paragraphs, body, found, author or found.author)
        _split_datelines(paragraphs)
        if headed:  # then a line that only looks like one is none
            _drop_last_headings(paragraphs)
        else:
            _mark_headings(paragraphs, body)
    elif paragraphs and paragraphs[0].role is None and not paragraphs[0].text.startswith("# "):
        _split_datelines(paragraphs)
    elif paragraphs and (paragraphs[0].role == "headline" or paragraphs[0].text.startswith("# ")):
        _claim_title(paragraphs[0], found)
    for paragraph in paragraphs:
        paragraph.role = paragraph.role or "body"
    if found.published is None:
        found.published = _dateline_day(paragraphs) or found.revised
    found.author_note = " ".join(found.notes) or None
    found.blocks, found.sections = _number(paragraphs)
    return found


def _mark_furniture(paragraphs: list[Paragraph]) -> None:
    """Label page furniture anywhere, and the comment form with all that follows it.

    A comment link above the body is furniture too, but the article goes on after it.
    """
    total = sum(len(p.text) for p in paragraphs)
    before = 0
    lines_only = _lines_only(paragraphs)
    for n, paragraph in enumerate(paragraphs):
        if n >= lines_only and back.opens_links(paragraph.text):
            for later in paragraphs[n:]:
                later.role = "boilerplate"
            return
        if back.opens_comments(paragraph.text):
            paragraph.role = "boilerplate"
            if before * 2 > total:
                for later in paragraphs[n:]:
                    later.role = "boilerplate"
                return
        elif back.is_furniture(paragraph.text):
            paragraph.role = "boilerplate"
        else:
            before += len(paragraph.text)


def _lines_only(paragraphs: list[Paragraph]) -> int:
    """From where on there are but titles and furniture, as in a list of other articles."""
    n = len(paragraphs)
    while n > 1 and (front.is_title(paragraphs[n - 1].text) or back.is_furniture(paragraphs[n - 1].text)):
        n -= 1
    return n


# --- front matter ------------------------------------------------------------------------------


def _read_header(paragraphs: list[Paragraph], found: Layout) -> int:
    """Claim the header of "key: value" lines between two rules that Markdown files may begin with.

    Returns the number of the first paragraph under it.
    """
    rules = [n for n, p in enumerate(paragraphs[:_HEADER]) if p.text in ("---", "+++")]
    if len(rules) < 2 or rules[0] != 0:
        return 0
    if not all(_HEADER_LINE.match(paragraph.text) for paragraph in paragraphs[1 : rules[1]]):
        return 0  # an article between two rules
    for paragraph in paragraphs[: rules[1] + 1]:
        paragraph.role = "boilerplate"
        for line in paragraph.text.splitlines():
            key, value = (part.strip(" \"'") for part in line.replace("=", ":", 1).partition(":")[::2])
            if key == "title":
                found.title = value or None
            elif key == "author":
                found.author = value or None
            elif key == "date" and (day := stated.pattern().search(value)):
                found.published = stated.day(day)
    return rules[1] + 1


def _read_told(paragraphs: list[Paragraph], found: Layout) -> int:
    """Take what the format marks as headline and standfirst; returns the number of the paragraph after."""
    top = 0
    for n, paragraph in enumerate(paragraphs[:_FRONT]):
        if paragraph.role == "headline" and found.title is None:
            _claim_title(paragraph, found)
            _read_above(paragraphs[:n], found)
        elif paragraph.role == "standfirst":
            found.standfirst = found.standfirst or paragraph.text
        else:
            continue
        top = n + 1
    return top


def _read_above(paragraphs: list[Paragraph], found: Layout) -> None:
    """The lines over a headline: its kind, its date, or what stands at the head of the sheet."""
    for paragraph in paragraphs:
        if paragraph.role is not None or not front.is_title(paragraph.text):
            continue
        genre = front.genre_alone(paragraph.text)
        published = front.publication(paragraph.text, alone=False)
        if published is not None:
            _claim_day(published, found)
        found.genre = found.genre or genre
        paragraph.role = "byline" if genre or published else "boilerplate"


def _read_mail(paragraphs: list[Paragraph], found: Layout) -> int:
    """Claim the header of a mail or newsgroup message; returns the number of the first paragraph under it."""
    top = 0
    while top < min(_HEADER, len(paragraphs)) and _MAIL_LINE.match(paragraphs[top].text):
        top += 1
    keys = {_MAIL_LINE.match(p.text)[1].lower() for p in paragraphs[:top]}  # type: ignore[index]
    if len(keys & {"from", "subject", "date", "sent", "to"}) < 2:
        return 0
    for paragraph in paragraphs[:top]:
        line = _MAIL_LINE.match(paragraph.text)
        key, value = (line[1].lower(), paragraph.text[line.end() :]) if line else ("", "")
        paragraph.role = "byline" if key in ("from", "date", "sent") else "boilerplate"
        if key == "from":
            name = re.sub(r"<.*|\(.*|\S+@\S+", "", value).strip(" \"'")
            found.author = name if " " in name and front.is_name(name) else None
        elif key in ("date", "sent") and (day := stated.pattern().search(value)):
            found.published = stated.day(day)
        elif key == "subject" and value:
            _cut(paragraphs, paragraph, line.end() if line else 0, "boilerplate")
            _claim_title(paragraph, found)
            top += 1
    return top


def _read_front(paragraphs: list[Paragraph], top: int, found: Layout, known: str | None) -> int:
    """Claim the lines above the body; returns the number of the first paragraph that may be body.

    A paragraph between title and byline is the standfirst; until the byline has come, it waits.
    """
    reach = min(top + _FRONT + 1, len(paragraphs))
    reach = next((n + 1 for n in range(top, reach) if paragraphs[n].role == "heading"), reach)
    free = [n for n in range(top, reach) if paragraphs[n].role is None]
    waiting: list[Paragraph] = []
    body = top
    for n, following in pairwise(free):
        paragraph, after = paragraphs[n], paragraphs[following]
        had_author = found.author is not None
        if not _opens_chronicle(paragraphs, n) and _is_front_line(paragraph, after, found, known, waiting):
            paragraph.role = "byline"
            _claim_waiting(waiting, found, had_author=had_author)
        elif not waiting and len(paragraph.text) < 400 and back.is_terms(paragraph.text):
            paragraph.role = "boilerplate"
        elif found.title is None and not waiting and front.is_title(paragraph.text):
            _claim_title(paragraph, found)
        elif not waiting and _is_front_note(paragraph, found, known):
            paragraph.role = "note"
            found.notes.append(front.plain(paragraph.text))
        elif _may_wait(paragraph, found, waiting):
            waiting.append(paragraph)
            continue
        else:
            break
        waiting = []
        body = following
    if waiting and _is_subtitle(waiting[0], paragraphs, found):
        _claim_waiting(waiting[:1], found, had_author=False)
    return body


def _opens_chronicle(paragraphs: list[Paragraph], n: int) -> bool:
    """Whether its date is the first of several that stand over the entries of a chronicle."""
    if front.dated_alone(paragraphs[n].text) is None:
        return False
    entries = (p for p in paragraphs[n + 2 : n + _CHRONICLE] if p.role is None)
    return any(front.dated_alone(entry.text) is not None for entry in entries)


def _claim_title(paragraph: Paragraph, found: Layout) -> None:
    paragraph.role = "headline"
    found.title, genre = front.title_and_genre(paragraph.text)
    found.genre = genre or found.genre


def _is_front_line(
    paragraph: Paragraph, after: Paragraph, found: Layout, known: str | None, waiting: list[Paragraph]
) -> bool:
    """Whether it is a kicker, byline or publication line; what it says goes into ``found``."""
    text = paragraph.text
    if found.title is None and (genre := front.genre_alone(text)):
        found.genre = genre
        return True
    if found.author and found.title is None and front.words(text) <= 6 and back.has_calling(text):
        return True  # "Associated Press Writer"
    name = front.byline(text, titled=found.title is not None)
    published = front.publication(text, alone=found.title is None and not front.is_title(after.text))
    if name is None and published is not None:
        _claim_day(published, found)
        return True
    name = name or _bare_name(text, after, found, known, waiting)
    if name is None:
        return False
    found.author = found.author or name
    if day := stated.pattern().search(text):
        _claim_day(front.Published(stated.day(day), later=False), found)
    return True


def _bare_name(
    text: str, after: Paragraph, found: Layout, known: str | None, waiting: list[Paragraph]
) -> str | None:
    """A byline without "By": the name of whom a note speaks, or one between title and date."""
    line = front.plain(text)
    if known and line.casefold() == known.casefold():
        return line
    if found.title is None or found.author or waiting or not 2 <= len(line.split()) <= 4:
        return None
    dated = front.publication(after.text, alone=False)
    return line if dated is not None and front.is_name(line) else None


def _claim_day(published: front.Published, found: Layout) -> None:
    if published.later:
        found.revised = found.revised or published.day
    else:
        found.published = found.published or published.day


def _is_front_note(paragraph: Paragraph, found: Layout, known: str | None) -> bool:
    author = found.author or known
    return back.is_note(paragraph.text) or (author is not None and _is_note_of(paragraph.text, author))


def _may_wait(paragraph: Paragraph, found: Layout, waiting: list[Paragraph]) -> bool:
    """Whether it may turn out to be a standfirst or, under a byline, an affiliation."""
    if found.author:
        short = front.words(paragraph.text) <= _AFFILIATION_WORDS and front.is_title(paragraph.text)
        return short and found.published is None and not waiting
    short = len(paragraph.text) < 1000 and front.words(paragraph.text) <= _STANDFIRST_WORDS
    return short and found.title is not None and len(waiting) < 2


def _claim_waiting(waiting: list[Paragraph], found: Layout, *, had_author: bool) -> None:
    for paragraph in waiting:
        paragraph.role = "byline" if had_author else "standfirst"
    if waiting and not had_author:
        lines = ([found.standfirst] if found.standfirst else []) + [front.plain(p.text) for p in waiting]
        found.standfirst = " ".join(lines)


def _is_subtitle(paragraph: Paragraph, paragraphs: list[Paragraph], found: Layout) -> bool:
    """A line without a final stop right under the title, too long for a heading, above a full paragraph."""
    at = next(n for n, other in enumerate(paragraphs) if other is paragraph)
    under_title = at > 0 and paragraphs[at - 1].role == "headline" and found.standfirst is None
    if not under_title or paragraph.text[-1] in '.?!:;”"' or at + 1 >= len(paragraphs):
        return False
    return front.words(paragraph.text) in _SUBTITLE_WORDS and front.words(paragraphs[at + 1].text) >= 25


def _split_datelines(paragraphs: list[Paragraph]) -> None:
    """Part the datelines from the paragraphs that they open; what is left of those is their sentence."""
    opening = True
    for paragraph in [p for p in paragraphs if p.role is None]:
        if length := datelines.split(paragraph.text, opening=opening):
            _cut(paragraphs, paragraph, length, "byline")
        opening = False


def _cut(paragraphs: list[Paragraph], paragraph: Paragraph, length: int, role: Role) -> None:
    """Makes a paragraph of its own, with ``role``, of the first ``length`` characters of ``paragraph``."""
    head, rest = paragraph.text[:length].rstrip(), paragraph.text[length:].lstrip()
    at = next(n for n, other in enumerate(paragraphs) if other is paragraph)
    paragraphs.insert(at, Paragraph(paragraph.start, paragraph.start + len(head), head, role))
    paragraph.start, paragraph.text = paragraph.end - len(rest), rest


def _dateline_day(paragraphs: list[Paragraph]) -> date | None:
    for line, following in pairwise(paragraphs):
        if following.role == "body":
            return datelines.day(f"{line.text} {following.text}") if line.role == "byline" else None
    return None


# --- back matter -------------------------------------------------------------------------------


def _noted_author(paragraphs: list[Paragraph]) -> str | None:
    """The name in "N is a fellow at …" near the end."""
    free = (p for p in reversed(paragraphs) if p.role is None)
    for paragraph in islice(free, _BACK_NAMES):
        name = back.noted_name(paragraph.text)
        if name and back.has_calling(paragraph.text):
            return name
    return None


def _is_note_of(text: str, author: str) -> bool:
    name = back.noted_name(text)
    if name is None:
        return False
    # "Dr Jane Doe is …" under "By Jane Doe", "Jane Doe is …" under "By Jane Doe and John Roe".
    return name.casefold() in author.casefold() or author.casefold() in name.casefold()


def _read_back(paragraphs: list[Paragraph], body: int, found: Layout, author: str | None) -> None:
    """Claim, from the end, notes, terms and publication lines, up to the last paragraph of the body."""
    _mark_references(paragraphs, body)
    notes: list[str] = []
    names = _BACK_NAMES
    for n in range(len(paragraphs) - 1, body, -1):
        paragraph = paragraphs[n]
        text = paragraph.text
        if paragraph.role is not None:
            continue
        if (author and _is_note_of(text, author)) or (names and _is_back_note(paragraphs, body, n)):
            paragraph.role = "note"
            if back.opens_note(paragraphs[n - 1].text):
                found.author = author = author or back.noted_name(text)
        elif names and _introduces_author(paragraphs, body, n, author):
            paragraph.role = "note"
            found.author = found.author or author or back.noted_name(text)
        elif back.is_terms(text) or back.is_source_line(text):
            paragraph.role = "boilerplate"
        elif (published := front.publication(text, alone=False)) is not None:
            paragraph.role = "byline"
            _claim_day(published, found)
        elif author is None and (name := front.byline(text)):
            paragraph.role = "byline"
            found.author = author = name
        else:
            break
        if paragraph.role == "note" and not back.opens_note(text):
            names -= names > 0
            notes.append(front.plain(text))
    found.notes.extend(reversed(notes))


def _is_back_note(paragraphs: list[Paragraph], body: int, n: int) -> bool:
    """Whether it is a note on "the writer", where the body has not spoken of a writer."""
    text = paragraphs[n].text
    if back.opens_note(paragraphs[n - 1].text) and len(text) < 900:
        return True
    if not back.is_note(text):
        return False
    opening = " ".join(text.lower().split()[:2]).strip(",")
    return not any(opening in p.text.lower() for p in paragraphs[body:n] if p.role is None)


def _introduces_author(paragraphs: list[Paragraph], body: int, n: int, author: str | None) -> bool:
    """Whether it says of somebody the body has not spoken of that he is a fellow, a columnist, …"""
    text = paragraphs[n].text
    name = back.noted_name(text)
    if author is not None or name is None or not back.has_calling(text):
        return False
    surname = name.split()[-1]
    return not any(surname in paragraph.text for paragraph in paragraphs[body:n] if paragraph.role is None)


def _mark_references(paragraphs: list[Paragraph], body: int) -> None:
    """Label a list of references, from its heading to the end."""
    for n in range(len(paragraphs) - 2, body, -1):
        if not back.opens_references(paragraphs[n].text):
            continue
        if paragraphs[n + 1].item or back.is_reference(paragraphs[n + 1].text):
            paragraphs[n].role = "note"
            for paragraph in paragraphs[n + 1 :]:
                paragraph.role = paragraph.role or "note"
        return


# --- headings and numbers ----------------------------------------------------------------------


def _mark_headings(paragraphs: list[Paragraph], body: int) -> None:
    """Label what stands in the form of a heading above a paragraph of text.

    Three such lines in a row are a list and not headings.
    """
    speakers = _speakers(paragraphs)
    free = [p for p in paragraphs[body:] if p.role is None]
    run: list[tuple[Paragraph, headings.Form]] = []
    before = "."
    for paragraph in free:
        form = headings.form(paragraph.text)
        if form is not None and _label(paragraph.text) not in speakers:
            run.append((paragraph, form))
            continue
        for line, line_form in run:
            if headings.holds(line_form, before, paragraph.text, len(run)):
                line.role = "heading"
        run = []
        before = paragraph.text
    for line, line_form in run:
        if line_form == "marked":
            line.role = "heading"


def _drop_last_headings(paragraphs: list[Paragraph]) -> None:
    """A marked heading that nothing stands under is the page's and not the article's."""
    for paragraph in reversed(paragraphs):
        if paragraph.role == "heading":
            paragraph.role = "boilerplate"
        elif paragraph.role in (None, "body"):
            return


def _speakers(paragraphs: list[Paragraph]) -> frozenset[str]:
    """The labels that open several paragraphs, as the speakers' names do in a transcript."""
    labels = Counter(label for p in paragraphs if (label := _label(p.text)))
    return frozenset(label for label, times in labels.items() if times > 1)


def _label(text: str) -> str | None:
    found = _LABEL.match(text)
    return found[1] if found else None


def _number(paragraphs: list[Paragraph]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks with their numbers, and the sections that the headings open."""
    numbered: list[Block] = []
    opened: list[tuple[str | None, int, int]] = []
    for number, paragraph in enumerate(paragraphs, 1):
        role = paragraph.role or "body"
        if role == "heading" or not opened:
            heading = headings.wording(paragraph.text) if role == "heading" else None
            opened.append((heading, paragraph.start, paragraph.end))
        else:
            opened[-1] = (*opened[-1][:2], paragraph.end)
        numbered.append(Block(paragraph.start, paragraph.end, role, number, len(opened) - 1))
    return tuple(numbered), tuple(Section(*section) for section in opened)
