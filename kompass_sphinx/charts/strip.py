"""The dot strip: figures on a line, the others as rings, the own one as a dot, the median as a tick."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from kompass_sphinx.charts import paint
from kompass_sphinx.charts.markup import chart, element, em, number, percent
from kompass_sphinx.charts.strip_labels import own_row, row, scale_label, scale_rows

if TYPE_CHECKING:
    from kompass_sphinx.views.chart_data import StripChart, StripScale

_HEIGHT: Final = 2.45
_RADIUS: Final = 5
_OWN_RADIUS: Final = 8


def strip_svg(view: StripChart) -> str:
    """Draw the strip as SVG text; unless it is small, with a row of labels above (the own one) and one below.

    The rows of labels repeat for the eye what the description says. Raises ValueError when a figure is off the scale.
    """
    strip = chart(
        {"class": "dot-strip", "width": "100%", "height": em(_HEIGHT), "overflow": "visible"},
        view.identifier,
        view.title,
        view.description,
        _axis() + _median(view) + _dots(view),
    )
    if view.small:
        return strip
    median = None if view.median is None else _share(view.low, view.high, view.median)
    scale = scale_rows(view.low_text, view.high_text, median, view.median_text)
    if view.own is None:
        return strip + scale
    return own_row(_share(view.low, view.high, view.own), view.own_text) + strip + scale


def strip_scale_svg(view: StripScale) -> str:
    """Write the row of texts under several small strips, on their common scale."""
    return row(scale_label(_share(view.low, view.high, mark.value), mark.text) for mark in view.marks)


def _share(low: float, high: float, value: float) -> float:
    """Compute where a figure lies between the ends, in per cent."""
    if not low <= value <= high:
        raise ValueError(f"{value} is not between {low} and {high}")
    return 100 * (value - low) / (high - low)


@cache
def _axis() -> str:
    line = {"class": "axis", "stroke": paint.RULE_STRONG}
    ends = "".join(element("line", {**line, "x1": x, "x2": x, "y1": "40%", "y2": "60%"}) for x in ("0%", "100%"))
    return element("line", {**line, "x1": "0%", "x2": "100%", "y1": "50%", "y2": "50%"}) + ends


def _median(view: StripChart) -> str:
    if view.median is None:
        return ""
    x = percent(_share(view.low, view.high, view.median))
    colour = {"stroke": paint.OTHER, "stroke-width": "3"}
    return element("line", {"class": "tick", "x1": x, "x2": x, "y1": "14%", "y2": "86%", **colour})


def _dots(view: StripChart) -> str:
    """Draw the own dot last: nothing lies over it."""
    rings = _rings(view.low, view.high, view.values) if view.values else ""
    if view.own is None:
        return rings
    return rings + _circle(view.low, view.high, view.own, _OWN_RADIUS, {"class": "dot own", "fill": paint.OWN})


@lru_cache(64)  # the others are the same on every page of an edition
def _rings(low: float, high: float, values: tuple[float, ...]) -> str:
    looks = {"class": "dot", "fill": "none", "stroke": paint.QUIET, "stroke-width": "2"}
    return element("g", looks, "".join(_circle(low, high, value, _RADIUS, {}) for value in values))


def _circle(low: float, high: float, value: float, radius: float, looks: dict[str, str]) -> str:
    x = percent(_share(low, high, value))
    return element("circle", {**looks, "cx": x, "cy": "50%", "r": number(radius)})
