"""The colours of the charts as translucent backgrounds and lines, for text on a light or a dark page."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import wording

# The colours of charts.style, which needs matplotlib and so is not imported here. The first side's is
# lighter than there, or it would not show on a dark page.
_SIDES = ("64,104,190", "194,101,158")
_OTHER = "140,140,140"
_QUAD = {1: "88,170,158", 2: "42,140,147", 3: "224,140,60", 4: "178,58,46"}
_VERDICT = {"disagrees": "178,58,46", "contested": "214,130,30", "agrees": "42,140,147"}


def verdict(code: object) -> str:
    """The colour of a verdict; grey where nothing was verified."""
    return f"rgb({_VERDICT.get(wording.text(code), _OTHER)})"


def side(code: object, sides: Sequence[str]) -> str:
    """A background in the colour of the country's side; lighter on dark pages through its translucency."""
    return f"rgba({dict(zip(sides, _SIDES, strict=False)).get(wording.text(code), _OTHER)},.38)"


def quad(number: object) -> str:
    """The colour of a quad class."""
    return f"rgb({_OTHER if wording.missing(number) else _QUAD.get(int(number), _OTHER)})"  # type: ignore[call-overload]


def paint(code: object, sides: Sequence[str]) -> str:
    """The style of a background in the colour of the country's side."""
    return f"background-color: {side(code, sides)}"


def chip(code: object, sides: Sequence[str]) -> str:
    """The style of a name in the colour of its side."""
    return f"{paint(code, sides)}; border-radius: 3px; padding: 0 3px"
