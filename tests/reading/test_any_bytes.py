"""Whatever the bytes: an article whose blocks hold all of its text, or the reason why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading import FORMATS
from dateline.reading.layout import lay_out
from dateline.reading.text import DecodeError

LAYOUTS = Path(__file__).parent / "layouts"
PAGE = (LAYOUTS / "page_think_tank.html").read_bytes()
MARKDOWN = (LAYOUTS / "markdown.md").read_bytes()
MARKS = [
    b"<",
    b">",
    b"</div>",
    b"<table><tr><td>",
    b"<pre>\n\n",
    b"<sup>1</sup>",
    b"<!--",
    b"<br>",
    b"<li><p>",
    b"&#0;",
]
MARKS += [
    b"\x00",
    b"\xff",
    b"---\n",
    b"|",
    b"[^1]",
    b"#",
    b"\x0b",
    "\u2028".encode(),
    b"<h2>",
    b"<svg><title>",
    b"*",
]


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """``data`` with pieces cut out and marks put in."""
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.integers(0, 60))
        data = data[:at] + draw(st.sampled_from(MARKS) | st.binary(max_size=4)) + data[at + cut :]
    return data


@pytest.mark.parametrize(("suffix", "whole"), [(".html", PAGE), (".md", MARKDOWN)])
def test_blocks_hold_all_text_or_a_reason_is_given(suffix: str, whole: bytes) -> None:
    @given(damaged(whole))
    @settings(max_examples=120, deadline=None)
    def holds(data: bytes) -> None:
        try:
            page = FORMATS[suffix](data)
        except DecodeError as error:
            assert str(error)
            return
        at = 0
        for block in lay_out(page.text, None, page.pieces).blocks:
            words = page.text[block.start : block.end]
            assert words and words == words.strip()
            assert not page.text[at : block.start].strip()
            at = block.end
        assert not page.text[at:].strip()

    holds()


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_a_damaged_pdf_gives_a_reason(data: bytes) -> None:
    with pytest.raises(DecodeError, match="PDF"):
        FORMATS[".pdf"](b"%PDF-1.7\n" + data)
