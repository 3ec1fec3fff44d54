"""The rows of text above and below a dot strip: each text by its mark, none over another, none outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kompass_sphinx.charts.markup import element, em, percent, text
from kompass_sphinx.charts.text_width import text_width
from kompass_sphinx.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

NARROW: Final = 18.4
"""The width on a phone of 320 px, in em of the text. Texts that are apart here are apart in every wider strip."""

_GAP: Final = 0.6
_ROW: Final = 1.45


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text begins, is centred or ends. x: per cent of the width; shift: em from there."""

    x: float
    shift: float
    anchor: str


def spot(x: float, width: float, left: float = 0, right: float = 0) -> Spot | None:
    """Find the place of a text of this width (em) by a mark at x (per cent), or None when it does not fit.

    left and right: what is taken at the row's ends, in em. The text is centred on the mark; if it must give way,
    it begins or ends there; if even that is too near an end, it stands beside what is taken.
    """
    at, end = x * NARROW / 100, NARROW - right
    if left + width > end:
        return None
    if left <= at - width / 2 and at + width / 2 <= end:
        return Spot(x, 0, "middle")
    if at < NARROW / 2:
        return Spot(x, 0, "start") if left <= at and at + width <= end else Spot(0, left, "start")
    return Spot(x, 0, "end") if at <= end and left <= at - width else Spot(100, -right, "end")


def own_row(x: float, words: str) -> str:
    """Write the own label, in a row of its own."""
    return row([_placed(words, "label-own", spot(x, text_width(words, bold=True)) or _nearer_end(x))])


def scale_rows(low_text: str, high_text: str, median: float | None, median_text: str) -> str:
    """Write the ends of the scale and the median's text between them, or under them when there is no room.

    median: its place in per cent, or None.
    """
    ends = [_placed(low_text, "label", Spot(0, 0, "start")), _placed(high_text, "label", Spot(100, 0, "end"))]
    if median is None:
        return row(ends)
    width = text_width(median_text, bold=True)
    between = spot(median, width, text_width(low_text) + _GAP, text_width(high_text) + _GAP)
    if between is not None:
        return row([*ends, _placed(median_text, "label-other", between)])
    below = spot(median, width) or _nearer_end(median)
    return row(ends) + row([_placed(median_text, "label-other", below)])


def scale_label(x: float, words: str) -> str:
    """Write a place on a scale."""
    return _placed(words, "label", spot(x, text_width(words)) or _nearer_end(x))


def row(texts: Iterable[str]) -> str:
    """Make a row of texts that repeats for the eye what a chart's description says."""
    size = {"width": "100%", "height": em(_ROW), "overflow": "visible", "fill": "currentColor"}
    return element("svg", {"class": "strip-labels", **size, "aria-hidden": "true"}, "".join(texts))


def _nearer_end(x: float) -> Spot:
    """Find a place for a text wider than the narrowest strip: in wider ones it is at least in its half."""
    return Spot(0, 0, "start") if x < 50 else Spot(100, 0, "end")


def _placed(words: str, kind: str, place: Spot) -> str:
    shift = {"dx": em(place.shift)} if place.shift else {}
    where = {"x": percent(place.x), **shift, "y": "1em", "text-anchor": place.anchor}
    return text(words, {"class": kind, **where})
