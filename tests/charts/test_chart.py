"""The object that charts return: how its digest and its HTML come about."""

import pandas as pd
from matplotlib.figure import Figure

from dateline.charts.chart import Chart, Note, digest


def test_the_digest_depends_on_cells_and_columns() -> None:
    frame = pd.DataFrame({"day": pd.to_datetime(["1995-01-26"]), "value": [1.5]})
    assert digest(frame) == digest(frame.copy())
    assert digest(frame) != digest(frame.assign(value=1.6))
    assert digest(frame) != digest(frame.rename(columns={"value": "total"}))


def test_the_digest_ignores_the_index_and_noise_in_the_last_digits() -> None:
    frame = pd.DataFrame({"value": [0.1 + 0.2, 1.0]})
    assert digest(frame) == digest(frame.set_axis([7, 8]))
    assert digest(frame) == digest(pd.DataFrame({"value": [0.3, 1.0]}))


def test_it_is_a_figure_with_alternative_text_and_a_caption() -> None:
    chart = Chart(Figure(figsize=(1, 1)), pd.DataFrame({"n": [1]}), "T", 'T "quoted" & <b>', "Source: <i>")
    html = chart._repr_html_()
    assert html.startswith("<figure")
    assert 'alt="T &quot;quoted&quot; &amp; &lt;b&gt;"' in html
    assert 'src="data:image/png;base64,' in html
    assert f"Source: &lt;i&gt; · data {chart.digest}</figcaption></figure>" in html


def test_a_note_is_its_sentence() -> None:
    note = Note("Nothing <here>.")
    assert repr(note) == "Nothing <here>."
    assert note._repr_html_() == "<p><em>Nothing &lt;here&gt;.</em></p>"
    assert note.data.empty
