"""What holds of every page, in JupyterLab or from a file: seen through the eyes of those who read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

_AXE = Axe()
# What pa11y asks for beyond what axe calls serious: one title, sections in order, everything in a landmark.
_ALSO = {
    "empty-heading",
    "empty-table-header",
    "heading-order",
    "label-title-only",
    "landmark-one-main",
    "page-has-heading-one",
    "region",
    "scope-attr-valid",
    "table-duplicate-name",
}


@dataclass
class Heard:
    """What a page asked for elsewhere, and what it complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def listen(page: Page, *near: str) -> Heard:
    """Notes, from now on, requests that are to none of the addresses ``near``, and errors of the console."""
    heard = Heard()
    within = ("data:", "blob:", "about:", *near)
    page.on("request", lambda one: None if one.url.startswith(within) else heard.requests.append(one.url))
    page.on("pageerror", lambda error: heard.complaints.append(str(error)))
    page.on("console", lambda one: heard.complaints.append(one.text) if one.type == "error" else None)
    return heard


def without_alternative(where: Locator) -> list[str]:
    """Pictures that say nothing to somebody who can't see them."""
    return where.evaluate(_SILENT)


def too_wide(where: Locator) -> list[str]:
    """What reaches beyond the box, or has to be pushed sideways to be read."""
    return where.evaluate(_WIDE)


def violations(page: Page, inside: str | None = None, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds that is serious, critical or asked for by pa11y; only ``rules``, if given."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    found = _AXE.run(page, context=inside, options=options).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:200]} {node.get('failureSummary', '')}"
        for one in found
        if one["impact"] in ("serious", "critical") or one["id"] in _ALSO
        for node in one["nodes"]
    ]


_SILENT = """where => [...where.querySelectorAll('img, svg[role=img]')]
  .filter(one => !(one.getAttribute('alt') || one.getAttribute('aria-label') || '').trim())
  .map(one => one.outerHTML.slice(0, 120))"""

# A box that scrolls sideways is named, too, and one that cuts off what is in it; not so what only a screen
# reader reads, which stands in a box of a pixel.
_WIDE = """where => {
  const edge = where.getBoundingClientRect().right + 1;
  const name = one => {
    const kind = String(one.className.baseVal ?? one.className).trim().replaceAll(/ +/g, '.');
    const words = (one.innerText || '').trim().slice(0, 60).replaceAll('\\n', ' ');
    return `${one.tagName.toLowerCase()}.${kind} "${words}"`;
  };
  const holds = one => one.clientWidth > 4 && one.scrollWidth > one.clientWidth + 1;
  const kept = one => {
    for (let at = one.parentElement; at && at !== where; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    return false;
  };
  const ways = {auto: 'scrolls', scroll: 'scrolls', hidden: 'is cut', clip: 'is cut'};
  const found = [];
  for (const one of where.querySelectorAll('*')) {
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || !one.checkVisibility({visibilityProperty: true})) continue;
    const way = holds(one) && ways[getComputedStyle(one).overflowX];
    if (way) found.push(`${name(one)} ${way}: ${one.scrollWidth} in ${one.clientWidth}`);
    else if (box.right > edge && !kept(one))
      found.push(`${name(one)} ends at ${Math.round(box.right)} of ${Math.round(edge)}`);
  }
  return found;
}"""
