"""A notebook's cells as HTML for a page: prose, code behind the page's switch, and outputs.

nbconvert renders them, through a template of a few lines; :mod:`dateline.report.tidy` makes safe what comes
out of it.
"""

from __future__ import annotations

import base64
import copy
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from nbformat import NotebookNode

_FIGURE = re.compile(r"<figure\b.*?</figure>", re.DOTALL)
_SHOWS = "what this shows"
# The first of these that an output has is shown; widgets and scripts never are.
_KINDS = ["text/html", "image/png", "image/jpeg", "image/svg+xml", "text/markdown", "text/plain"]
_TEMPLATE = """
{%- extends 'display_priority.j2' -%}
{%- macro picture(kind, data) -%}
<img alt="Figure" src="data:image/{{ kind }};base64,{{ data }}">
{%- endmacro -%}
{%- block markdowncell %}
<div class="prose">{{ cell.source | markdown2html }}</div>
{% endblock markdowncell -%}
{%- block input %}
<div class="code">{{ cell.source | highlight_code(metadata=cell.metadata) }}</div>
{% endblock input -%}
{%- block execute_result %}
<div class="output">{% block data_priority scoped %}{{ super() }}{% endblock %}</div>
{% endblock -%}
{%- block stream_stdout %}<pre>{{ output.text | ansi2html }}</pre>{% endblock -%}
{%- block data_html %}{{ output.data['text/html'] }}{% endblock -%}
{%- block data_markdown %}{{ output.data['text/markdown'] | markdown2html }}{% endblock -%}
{%- block data_text %}<pre>{{ output.data['text/plain'] | ansi2html }}</pre>{% endblock -%}
{%- block data_png %}{{ picture('png', output.data['image/png']) }}{% endblock -%}
{%- block data_jpg %}{{ picture('jpeg', output.data['image/jpeg']) }}{% endblock -%}
{%- block data_svg %}{{ picture('svg+xml', output.data['image/svg+xml'] | text_base64) }}{% endblock -%}
"""


def cells(book: NotebookNode, names: Mapping[str, str] | None = None) -> str:
    """All cells. ``names`` says what the code shows for what was put there: its name for a file's path."""
    shown = copy.deepcopy(book)
    for cell in shown.cells:
        for machine, name in (names or {}).items() if cell.cell_type == "code" else ():
            cell.source = cell.source.replace(machine, name)
    return _exporter().from_notebook_node(shown)[0]


def title(book: NotebookNode, otherwise: str) -> str:
    """The first heading."""
    lines = [line for cell in book.cells if cell.cell_type == "markdown" for line in cell.source.splitlines()]
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), otherwise)


def shows(book: NotebookNode) -> str:
    """The computed sentences under "What this shows", as HTML; empty where a notebook has no such section."""
    under = False
    for cell in book.cells:
        if cell.cell_type == "markdown":
            headings = [line for line in cell.source.splitlines() if line.startswith("#")]
            under = (under and not headings) or _SHOWS in (headings or [""])[-1].lower()
        elif under:
            found = [
                output.data["text/html"] for output in cell.outputs if "text/html" in output.get("data", ())
            ]
            if found:
                return str(found[0])
    return ""


def picture(book: NotebookNode) -> str:
    """The first figure that it shows, as HTML; empty where it shows none."""
    found = (_FIGURE.search(html) for html in shown(book))
    return next((match[0] for match in found if match), "")


def shown(book: NotebookNode) -> Iterator[str]:
    """The HTML of its outputs, one by one."""
    for cell in book.cells:
        for output in cell.get("outputs", ()):
            if html := output.get("data", {}).get("text/html"):
                yield str(html)


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter
    from traitlets.config import Config

    config = Config()
    config.NbConvertBase.display_data_priority = _KINDS
    exporter = HTMLExporter(
        config=config,
        template_name="basic",
        raw_template=_TEMPLATE,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    exporter.register_filter("text_base64", lambda text: base64.b64encode(text.encode()).decode("ascii"))
    return exporter
