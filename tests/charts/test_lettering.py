"""How wide words are when drawn: they are broken and shortened to the room there is."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from dateline.charts import lettering, style

WORDS = "Lt-Gen. Muñoz → the Ministry: 1,200 men “at least”"


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_the_width_is_that_of_the_drawn_words(weight: str) -> None:
    with style.theme():
        figure = Figure(figsize=(style.WIDTH, 1), dpi=style.DPI)
        text = figure.text(0, 0, WORDS, size=9, weight=weight)
        box = text.get_window_extent(FigureCanvasAgg(figure).get_renderer())
    wide = lettering.inches(WORDS, 9, bold=weight == "bold")
    assert wide == pytest.approx(box.width / style.DPI, rel=0.06)


def test_words_that_fit_stay_whole() -> None:
    assert lettering.shorten("a treaty", 2, 8) == "a treaty"


def test_words_are_cut_between_words_and_long_ones_inside() -> None:
    assert lettering.shorten("the treaty of peace", 0.75, 8) == "the treaty…"
    assert lettering.shorten("Rechtsschutzversicherung", 0.75, 8).endswith("…")


@pytest.mark.parametrize("room", [0.4, 0.9, 2.0])
def test_no_line_is_wider_than_its_room(room: float) -> None:
    words = lettering.wrap(f"{WORDS} and a Donaudampfschifffahrtsgesellschaft", room, 8)
    assert lettering.widest(words, 8) <= room


def test_what_is_past_the_lines_ends_in_an_ellipsis() -> None:
    words = lettering.wrap("one two three four five six seven", 0.6, 8, 2)
    assert words.count("\n") == 1
    assert words.endswith("…")


def test_no_line_ends_in_an_arrow() -> None:
    assert lettering.wrap("Peru → Ecuador", 0.65, 8) == "Peru\n→ Ecuador"


def test_a_letter_that_the_font_lacks_has_the_width_of_a_box() -> None:
    assert lettering.inches("漢", 9) > 0
