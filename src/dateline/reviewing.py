"""A panel in which a reader goes through the rows of a table in JupyterLab and puts them right.

>>> from dateline.reviewing import review
>>> review("data/articles/2011-04-25_ashraf_us-pakistan.txt", "events")

What it saves goes the same way as a filled-in sheet, into ``reviews/NAME.csv``; the next run of a notebook
follows it. Where no widget can be shown (a printed page, a notebook that is not trusted) the rows stand in a
table instead. All logic is in :class:`dateline.review.desk.Desk`.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from dateline.errors import InputError
from dateline.review.desk import Desk
from dateline.review.telling import count, decision
from dateline.views.view import Safe, View, lines, small, table, tag

_WIDE = {"width": "auto"}  # all that the panel has; "100%" would add the margins to it
_LABEL = {"description_width": "72px"}
_QUIET = "opacity: .72"
_last_reviewer = ""  # asked once in a session


def review(article: str | Path | None = None, table: str = "events", *, reviewer: str = "") -> Panel | View:
    """A panel on the rows of ``table``; what is decided in it is kept with the article's review.

    ``article``: as in a notebook's parameter; the project's first article, if there is none. ``reviewer``:
    who decides, if it should not be asked. Raises :class:`dateline.InputError` for an article or a table that
    cannot be reviewed.
    """
    desk = Desk(article, table, reviewer=reviewer or _last_reviewer)
    return Panel(desk) if desk.ids else static(desk)


def static(desk: Desk) -> View:
    """The rows with their evidence and what was decided of them: what stands where no widget can."""
    rows, here = [], desk.at
    for at, row_id in enumerate(desk.ids):
        desk.at = at
        before, words, behind = desk.evidence()
        sentence = tag("span", _marked(before, words, behind))
        now = [f"{column}: {new or was}" for column, was, new in desk.cells() if (new or was) != "<NA>"]
        decided = lines([decision(one) for one in desk.decided()])
        rows.append([small(row_id), sentence, small("; ".join(now)), decided])
    desk.at = here
    lead = f"{len(rows)} rows of {desk.table} to review; corrections are kept in {desk.path.name}."
    return table(
        ["row", "in the article's words", "cells", "decided"], rows, lead=lead, widths=["7em", "40%"]
    )


def _marked(before: str, words: str, behind: str) -> Safe:
    return Safe(f"{escape(before)}<b>{escape(words)}</b>{escape(behind)}")


class Panel(widgets.VBox):
    """The panel: the row, the decision, and what became of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.row = widgets.HTML(layout=_WIDE)
        self.place = widgets.Label()
        self.back = widgets.Button(description="Back", icon="arrow-left")
        self.on = widgets.Button(description="Next", icon="arrow-right")
        self.reviewer = widgets.Text(
            desk.reviewer, description="Reviewer", placeholder="your name", style=_LABEL
        )
        self.action = widgets.ToggleButtons(
            options=["accept", "change", "drop"], style={"button_width": "80px"}
        )
        self.column = widgets.Dropdown(options=list(desk.columns), description="Column", style=_LABEL)
        self.chosen = widgets.Dropdown(description="Value", style=_LABEL)
        self.typed = widgets.Text(description="Value", style=_LABEL, placeholder="<NA> for none")
        self.reason = widgets.Text(
            description="Reason", style=_LABEL, layout=_WIDE, placeholder="why, in a few words"
        )
        self.save = widgets.Button(description="Save", icon="check", button_style="primary")
        self.message = widgets.HTML()
        self.back.on_click(lambda _: self.step(-1))
        self.on.on_click(lambda _: self.step(1))
        self.save.on_click(lambda _: self.decide())
        self.action.observe(lambda _: self.offer(), "value")
        self.column.observe(lambda _: self.offer(), "value")
        super().__init__(
            [
                widgets.HBox([self.back, self.on, self.place]),
                self.row,
                widgets.HBox([self.action, self.reviewer]),
                widgets.HBox([self.column, self.chosen, self.typed]),
                self.reason,
                widgets.HBox([self.save]),
                self.message,
            ]
        )
        self.show()
        self.offer()

    def step(self, by: int) -> None:
        self.desk.step(by)
        self.message.value = ""
        self.show()
        self.offer()

    def show(self) -> None:
        """The row that is looked at now."""
        self.place.value = f"{self.desk.at + 1} of {len(self.desk.ids)} {self.desk.table}: {self.desk.row_id}"
        self.row.value = _shown(self.desk)

    def offer(self) -> None:
        """The fields that the chosen action needs, and the values that the chosen column may have."""
        changing = self.action.value == "change"
        options = self.desk.choices(str(self.column.value))
        self.column.layout.display = "" if changing else "none"
        self.chosen.layout.display = "" if changing and options else "none"
        self.typed.layout.display = "" if changing and not options else "none"
        if options:
            self.chosen.options = [("–", ""), *options, ("none (<NA>)", "<NA>")]
            self.chosen.value = ""

    def decide(self) -> None:
        """Save the decision, and say what became of it."""
        global _last_reviewer
        self.desk.reviewer = str(self.reviewer.value)
        value = self.chosen if self.chosen.layout.display != "none" else self.typed
        column = str(self.column.value) if self.action.value == "change" else ""
        try:
            taken = self.desk.decide(
                str(self.action.value), str(self.reason.value), column, str(value.value or "")
            )
        except (InputError, OSError) as error:
            reason = error.reason if isinstance(error, InputError) else str(error)
            self.message.value = f'<p role="alert"><b>Not saved.</b> {escape(reason)}</p>'
            return
        _last_reviewer = self.desk.reviewer
        number = len(taken.corrections)
        where = escape(f"{self.desk.path.absolute().parent.name}/{self.desk.path.name}")
        held = count(number, "correction")
        done = "Saved." if taken.added or taken.revised else "That stands there already."
        self.message.value = f'<p role="status"><b>{done}</b> {where} holds {held}.</p>'
        self.reason.value = self.typed.value = ""
        self.show()

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """The panel, and for those who cannot show one the rows as a table."""
        plain = static(self.desk)
        shown: Any = super()._repr_mimebundle_(**options)
        return {**shown, "text/html": plain.html, "text/plain": plain.plain}


def _shown(desk: Desk) -> str:
    """The row as HTML: its sentence, its cells, what was decided. All that comes from a text is escaped."""
    before, words, behind = (escape(part) for part in desk.evidence())
    cells = "".join(
        f'<tr><th scope="row" style="text-align: left; font-weight: normal; {_QUIET}; padding-right: 1em">'
        f"{escape(column)}</th><td>{_cell(was, now)}</td></tr>"
        for column, was, now in desk.cells()
        if was != "<NA>" or now
    )
    decided = "".join(f"<li>{escape(decision(one))}</li>" for one in desk.decided())
    return (
        f'<p style="line-height: 1.5; font-size: 110%">{before}<mark>{words}</mark>{behind}</p>'
        f'<table style="line-height: 1.4">{cells}</table>'
        + (f"<p>Decided:</p><ul>{decided}</ul>" if decided else "")
    )


def _cell(was: str, now: str) -> str:
    return f"<s>{escape(was)}</s> <b>{escape(now)}</b>" if now else escape(was)
