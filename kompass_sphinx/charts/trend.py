"""The trend: a municipality's totals on the archive's time axis, with a break at each new edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kompass_sphinx.charts import paint
from kompass_sphinx.charts.markup import chart, element, em, number, percent, text
from kompass_sphinx.charts.trend_labels import LEADING, Label
from kompass_sphinx.charts.trend_layout import joined, trend_labels
from kompass_sphinx.charts.trend_measure import HEIGHT, LOW_HEIGHT, NUMBER_RISE, middle_of, scale_numbers, trend_range

if TYPE_CHECKING:
    from kompass_sphinx.charts.frame import Frame
    from kompass_sphinx.charts.frame_cache import Frames
    from kompass_sphinx.views.chart_data import TrendChart, TrendPoint

_DOT_RADIUS: Final = 6
_LEADER_START: Final = 0.4


def trend_svg(view: TrendChart, frames: Frames) -> str:
    """Draw the chart as SVG text; it fills any width with text of one size.

    Raises ValueError without a point, or when a point lies outside the periods' years.
    """
    first, end = view.periods[0].first_year, view.periods[-1].end_year
    if not view.points or not all(first <= point.year < end for point in view.points):
        raise ValueError(f"a trend needs points, all in {first}-{end - 1}")
    points = tuple(sorted(view.points, key=lambda point: point.year))
    low, high = trend_range(view)

    def draw() -> Frame:
        from kompass_sphinx.charts.trend_frame import draw_trend_frame

        return draw_trend_frame(view.periods, low, high)

    lines = [(period.first_year, period.end_year, period.median, period.published) for period in view.periods]
    frame = frames.get(f"trend {low} {high} {lines!r}", draw)
    medians, totals = trend_labels(view, points, frame)
    content = "".join(
        [
            _stretched(frame.under),
            *(_number(frame, value) for value in scale_numbers(low, high)),
            *(_period(frame, period.first_year, period.end_year, period.label) for period in view.periods),
            *(_line(frame, one, other) for one, other in joined(points)),
            *(_median(label) for label in medians),
            *(_mark(label) for label in totals),
        ]
    )
    size = {"width": "100%", "height": em(LOW_HEIGHT if view.low else HEIGHT), "overflow": "visible"}
    kind = {"class": "trend trend-low" if view.low else "trend"}
    return chart({**kind, **size}, view.identifier, view.title, view.description, content)


def _stretched(frame: str) -> str:
    size = {"viewBox": "0 0 100 100", "width": "100%", "height": "100%"}
    return element("svg", {**size, "preserveAspectRatio": "none"}, frame)


def _number(frame: Frame, value: int) -> str:
    place = {"x": "0", "y": percent(frame.y(value)), "dy": em(-NUMBER_RISE)}
    return text(str(value), {"class": "label", **place})


def _period(frame: Frame, first_year: int, end_year: int, label: str) -> str:
    place = {"x": percent((frame.x(first_year) + frame.x(end_year)) / 2), "y": em(LEADING)}
    return text(label, {"class": "label", **place, "text-anchor": "middle"})


def _line(frame: Frame, one: TrendPoint, other: TrendPoint) -> str:
    ends = {
        "x1": percent(frame.x(middle_of(one.year))),
        "y1": percent(frame.y(one.total)),
        "x2": percent(frame.x(middle_of(other.year))),
        "y2": percent(frame.y(other.total)),
    }
    return element("line", {"class": "trend-line", **ends, "stroke": paint.OWN, "stroke-width": "3"})


def _median(label: Label) -> str:
    place = {"x": percent(label.x), "y": percent(label.y), "dy": em(label.foot), "text-anchor": label.anchor}
    return text(label.lines[0], {"class": "label-other", **place, "fill": paint.OTHER})


def _mark(label: Label) -> str:
    """Draw a dot with its total and year, in a coordinate system of its own whose origin is the dot."""
    total, year = label.lines
    place = {"x": em(label.shift), "text-anchor": label.anchor}
    leader = ""
    if label.leader is not None:
        start = _LEADER_START if label.leader > 0 else -_LEADER_START
        leader = element(
            "line", {"class": "axis", "y1": em(start), "y2": em(label.leader), "stroke": paint.RULE_STRONG}
        )
    marks = [
        leader,
        element("circle", {"class": "dot own", "r": number(_DOT_RADIUS), "fill": paint.OWN}),
        text(total, {"class": "label-own", **place, "y": em(label.foot - LEADING), "fill": paint.OWN}),
        text(year, {"class": "label", **place, "y": em(label.foot)}),
    ]
    return element("svg", {"x": percent(label.x), "y": percent(label.y), "overflow": "visible"}, "".join(marks))
