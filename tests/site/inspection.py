"""What would hinder a reader of a page: found by axe, or by measuring what does not fit."""

from __future__ import annotations

from typing import Literal

from tests.browser import Visit

WIDTHS = (1280, 320)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
BEYOND_THE_EDGE = """
() => {
  const around = (element) => (element ? [element, ...around(element.parentElement)] : []);
  const isHidden = (box) => box.clientWidth <= 1 && getComputedStyle(box).overflowX === "hidden";
  const scrolls = (box) => /auto|scroll/.test(getComputedStyle(box).overflowX);
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const isBeyond = Array.from(range.getClientRects()).some((box) => box.right > innerWidth + 1 || box.left < -1);
    if (text && isBeyond && !around(texts.currentNode.parentElement).some((box) => isHidden(box) || scrolls(box)))
      found.push(text);
  }
  return found;
}
"""


def hindrances(visit: Visit) -> dict[str, list[str]]:
    """What axe finds, light and dark, and what does not fit, also with text twice as large, by width; nothing is best.

    The page is left in the last of these looks.
    """
    findings = {}
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            visit.page.emulate_media(color_scheme=scheme)
            findings[f"{width} {scheme}"] = visit.axe_findings()
        findings[f"{width} edge"] = beyond_the_edge(visit)
    visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 900})
        findings[f"{width} with text twice as large"] = beyond_the_edge(visit)
    return {place: found for place, found in findings.items() if found}


def beyond_the_edge(visit: Visit) -> list[str]:
    """Texts that reach over the window's edge, outside of boxes that scroll, and whether the page itself scrolls."""
    texts = [str(text) for text in visit.page.evaluate(BEYOND_THE_EDGE)]
    return [*texts, "the page scrolls sideways"] if visit.scrolls_sideways() else texts
