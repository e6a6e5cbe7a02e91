"""What a chart function returns: a picture with its words and its data, or a sentence instead of one.

In a notebook a chart shows as an HTML figure with alternative text, its source, and a digest of the
plotted data. The digest makes a notebook's stored output comparable: it changes when the data do, and
stays when only a colour does.
"""

from __future__ import annotations

import base64
import hashlib
import io
import warnings
from dataclasses import dataclass, field
from html import escape
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from PIL import Image

from dateline.charts import style

_QUICK: dict[str, Any] = {"pil_kwargs": {"compress_level": 1}}  # for a picture that is coded again at once


def digest(data: pd.DataFrame) -> str:
    """Ten hexadecimal digits that depend on the frame's columns and cells alone."""
    plain = data.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d", float_format="%.6g")
    return hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


@dataclass(frozen=True, eq=False)
class Chart:
    """A drawn figure, the frame it shows, and the words that stand for it where it can't be seen."""

    figure: Figure = field(repr=False)
    data: pd.DataFrame = field(repr=False)
    title: str
    alt: str
    source: str

    @property
    def digest(self) -> str:
        return digest(self.data)

    def png(self) -> bytes:
        """The picture as a PNG of at most 255 colours, which keeps a stored notebook small."""
        buffer, small = io.BytesIO(), io.BytesIO()
        with style.theme(), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph")  # a script that the font lacks
            sharp, plain = style.DPI * style.SHARP, {"Software": None}
            self.figure.savefig(buffer, format="png", dpi=sharp, metadata=plain, **_QUICK)
        buffer.seek(0)
        flat = Image.open(buffer).convert("RGB")
        few = flat.quantize(255, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(small, "PNG")
        return small.getvalue()

    def _repr_html_(self) -> str:
        picture = base64.b64encode(self.png()).decode("ascii")
        return (
            f'<figure style="margin: 0 0 1em"><img alt="{escape(self.alt)}" '
            f'src="data:image/png;base64,{picture}" width="{style.PIXELS}" '
            'style="max-width: 100%; background-color: white">'
            f'<figcaption style="font-size: 85%; max-width: {style.PIXELS}px">'
            f"{escape(self.source)} · data {self.digest}</figcaption></figure>"
        )

    def __repr__(self) -> str:
        return f"{self.alt} [{self.source} · data {self.digest}]"


@dataclass(frozen=True)
class Note:
    """A sentence in place of a chart that would have nothing to show."""

    text: str

    @property
    def alt(self) -> str:
        return self.text

    @property
    def data(self) -> pd.DataFrame:
        return pd.DataFrame()

    def _repr_html_(self) -> str:
        return f"<p><em>{escape(self.text)}</em></p>"

    def __repr__(self) -> str:
        return self.text
