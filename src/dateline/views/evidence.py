"""A row's words inside their sentence, the ones that matter marked: for all tables that quote the article."""

from __future__ import annotations

from typing import Any

from dateline.excerpts import holding
from dateline.tables import Tables
from dateline.views.view import Safe, safe, tag
from dateline.wording import missing

_WHOLE = 200  # characters of a sentence that is shown to its ends
_AROUND = "opacity: .68"  # softer than a remark, for the words are to stand out; still 4.5 to 1
_BESIDE = 70  # characters kept on either side of the words in a longer one


def evidence(
    tables: Tables, span: tuple[Any, Any], marked: tuple[Any, Any] | None = None, style: str = ""
) -> Safe:
    """The words of ``span``, ``marked`` bold in them, and softer what stands around them in their sentence.

    Of a long sentence only what is near them; a mark that lies outside of the span is left out.
    """
    if missing(span[0]) or missing(span[1]):
        return Safe("")
    start, end = int(span[0]), int(span[1])
    left, right = _sentence(tables, start, end)
    before, after = tables.text[left:start], tables.text[end:right]
    if right - left > _WHOLE:
        before, after = _last(before), _first(after)
    return Safe(_soft(before) + _inside(tables.text, start, end, marked, style) + _soft(after))


def _inside(words: str, start: int, end: int, marked: tuple[Any, Any] | None, style: str) -> Safe:
    if marked is None or missing(marked[0]) or missing(marked[1]):
        return safe(words[start:end])
    first, last = max(start, int(marked[0])), min(end, int(marked[1]))
    if first >= last:
        return safe(words[start:end])
    return Safe(safe(words[start:first]) + tag("b", words[first:last], style) + safe(words[last:end]))


def _sentence(tables: Tables, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds the words' beginning; the words themselves where there is none."""
    row = holding(tables, start)
    return (start, end) if row is None else (int(row["start"]), max(int(row["end"]), end))


def _soft(words: str) -> Safe:
    return tag("span", words, _AROUND) if words.strip() else safe(words)


def _last(words: str) -> str:
    return words if len(words) <= _BESIDE else "… " + words[-_BESIDE:].partition(" ")[2]


def _first(words: str) -> str:
    return words if len(words) <= _BESIDE else words[:_BESIDE].rpartition(" ")[0] + " …"
