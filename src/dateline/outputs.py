"""What a notebook's outputs say, and in which lines two outputs of a cell differ, for who reviews a change.

An output is compared by its plain text: views and charts say there what they show. Where that is the same,
the difference is in the HTML; the pixels of pictures are left out, as nbval leaves them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from nbformat import NotebookNode

from dateline.compare import words
from dateline.terminal import plain

#: What differs from one machine to the next: in tests/sanitize.cfg for who calls nbval by hand.
PIXELS = r"data:image/png;base64,[A-Za-z0-9+/=\s]*", "data:image/png;base64,"

_MOST = 12  # lines of a difference that are shown
_LONGEST = 240  # characters of a line that stands on one side only
_WEIGHTY = 2000  # lines of an output up to which they are compared one by one


class Place(NamedTuple):
    """A code cell as a reader finds it."""

    number: int  # in brackets beside the cell, once all have run
    cell_id: str
    heading: str | None
    code: str  # its first line

    def __str__(self) -> str:
        under = f" under “{self.heading}”" if self.heading else ""
        return f"[{self.number}] {self.cell_id}{under}: {self.code}"


class Difference(NamedTuple):
    """A cell whose output is another one than is stored, and how."""

    place: Place
    lines: tuple[str, ...]


def places(book: NotebookNode) -> dict[int, Place]:
    """The code cells of a notebook, by their index among all cells."""
    found: dict[int, Place] = {}
    heading = None
    for index, cell in enumerate(book.cells):
        if cell.cell_type == "markdown":
            heads = [line.lstrip("#").strip() for line in cell.source.splitlines() if line.startswith("#")]
            heading = heads[-1] if heads else heading
        elif cell.cell_type == "code":
            lines = [line for line in cell.source.splitlines() if line.strip()]
            first = f"{plain(lines[0])}{' …' if len(lines) > 1 else ''}" if lines else "(empty)"
            found[index] = Place(len(found) + 1, cell.get("id", ""), heading, first)
    return found


def differences(stored: NotebookNode, fresh: NotebookNode) -> list[Difference]:
    """The cells of two executions of one notebook whose outputs differ."""
    found = []
    for index, place in places(stored).items():
        lines = difference(stored.cells[index].outputs, fresh.cells[index].outputs)
        if lines:
            found.append(Difference(place, tuple(lines)))
    return found


def difference(stored: Sequence[NotebookNode], fresh: Sequence[NotebookNode]) -> list[str]:
    """The lines in which outputs differ, those stored behind a minus and those of now behind a plus."""
    old, new = _text(stored), _text(fresh)
    if old != new:
        if not stored:
            return _limited(["no output was stored", *(f"+ {_cut(line)}" for line in new)])
        return _limited(list(_changed(old, new)))
    old, new = _markup(stored), _markup(fresh)
    if old != new:
        return _limited(["the text is the same, its form is not:", *_changed(old, new)])
    return []


def _text(outputs: Sequence[NotebookNode]) -> list[str]:
    """What outputs say, line by line; pictures and HTML that have no text of their own say nothing."""
    found: list[str] = []
    for output in outputs:
        if output.output_type == "stream":
            found += [
                f"{output.name}: {line}" if output.name == "stderr" else line for line in _lines(output.text)
            ]
        elif output.output_type == "error":
            found.append(f"{output.ename}: {output.evalue}")
        else:
            found += _lines(output.data.get("text/plain", ""))
    return found


def _markup(outputs: Sequence[NotebookNode]) -> list[str]:
    """Everything else that nbval compares."""
    found: list[str] = []
    for output in outputs:
        data: Mapping[str, Any] = output.get("data", {})
        kinds = sorted(kind for kind in data if kind not in ("text/plain", "image/png", "image/jpeg"))
        found += [line for kind in kinds for line in _lines(data[kind])]
    return found


def _lines(text: Any) -> list[str]:
    said = text if isinstance(text, str) else str(text)
    return re.sub(*PIXELS, said).splitlines()


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    if len(old) + len(new) > _WEIGHTY:
        yield f"{len(old)} lines were stored, and {len(new)} are there now"
        gone, come = set(old) - set(new), set(new) - set(old)
        pairs = [([line for line in old if line in gone], [line for line in new if line in come])]
    else:
        found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        pairs = [(old[a:b], new[c:d]) for tag, a, b, c, d in found if tag != "equal"]
    for before, after in pairs:
        for left, right in zip_longest(before, after):
            if left is not None and right is not None:
                left, right = words.clipped(plain(left), plain(right))
            yield from (
                f"{sign} {_cut(line)}" for sign, line in (("-", left), ("+", right)) if line is not None
            )


def _cut(line: str) -> str:
    line = plain(line)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _limited(lines: list[str]) -> list[str]:
    more = len(lines) - _MOST
    return lines if more <= 1 else [*lines[:_MOST], f"… and {more} more lines"]


def told(path: Path, found: Sequence[Difference], verb: str) -> str:
    """A notebook's differences for a terminal: each cell, and below it its lines."""
    cells = "1 output" if len(found) == 1 else f"{len(found)} outputs"
    blocks = [f"{path}: {cells} {verb}"]
    blocks += ["\n".join([f"  {one.place}", *(f"      {line}" for line in one.lines)]) for one in found]
    return "\n\n".join(blocks) + ("\n" if found else "")
