"""The figures of the notebooks, one file each: tables in, a :class:`Chart` out, or a :class:`Note` that says
why there is none.

>>> from dateline import charts
>>> charts.timeline(tables)

Every function takes the article's tables; ``sides`` (two countries) and ``focus`` (a country or place) are
found in the article where they are not given.
"""

from dateline.charts.accounts import dates_told
from dateline.charts.against_sources import against_sources
from dateline.charts.argument import argument
from dateline.charts.balance import balance
from dateline.charts.balances import balances
from dateline.charts.before_now import before_now
from dateline.charts.calendar import calendar
from dateline.charts.cast import cast
from dateline.charts.casualties import casualties
from dateline.charts.chains import chains
from dateline.charts.chart import Chart, Note
from dateline.charts.demands import demands
from dateline.charts.figures_told import figures_told
from dateline.charts.needs import needs
from dateline.charts.network import network
from dateline.charts.places import places
from dateline.charts.recorded import recorded
from dateline.charts.series import series
from dateline.charts.stance import stance
from dateline.charts.timeline import timeline
from dateline.charts.voices import voices

__all__ = [
    "Chart",
    "Note",
    "against_sources",
    "argument",
    "balance",
    "balances",
    "before_now",
    "calendar",
    "cast",
    "casualties",
    "chains",
    "dates_told",
    "demands",
    "figures_told",
    "needs",
    "network",
    "places",
    "recorded",
    "series",
    "stance",
    "timeline",
    "voices",
]
