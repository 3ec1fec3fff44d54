"""Where the labels of a trend stand, so that none covers another or a dot, and few lie on a line."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final

from kompass_sphinx.charts.label_layout import OVERLAP, Box, Line, Place, choose_places
from kompass_sphinx.charts.text_width import text_width
from kompass_sphinx.charts.trend_labels import ASCENT, DOT, Label, median_labels, point_labels
from kompass_sphinx.charts.trend_measure import (
    HEIGHT,
    LOW_HEIGHT,
    NARROW,
    NUMBER_RISE,
    WIDE,
    median_ends,
    middle_of,
    scale_numbers,
    trend_range,
)
from kompass_sphinx.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.charts.frame import Frame
    from kompass_sphinx.views.chart_data import TrendChart, TrendPoint

_CEILING: Final = 1.4
"""Above it are the names of the editions, in em."""

_COST_NUMBER: Final = 30.0
_COST_MEDIAN: Final = 6.0
_COST_BREAK: Final = 5.0
_COST_OWN_LINE: Final = 6.0
_COST_OUTSIDE: Final = 400.0

Costly = tuple[Line, float]
"""A line and what it costs to cover it."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What is in the chart besides the labels. Lines run otherwise in a wide chart, so both widths are looked at."""

    height: float
    marks: tuple[Place, ...]
    narrow: tuple[Costly, ...]
    wide: tuple[Costly, ...]


def trend_labels(view: TrendChart, points: tuple[TrendPoint, ...], frame: Frame) -> tuple[list[Label], list[Label]]:
    """Choose the labels of the medians and of the points, each in order of time.

    points: the view's, in order of time. Places further away are looked at only when without them labels would cover
    each other or stand outside.
    """
    around = _surroundings(view, points, frame)
    medians = median_labels(view.periods, frame)
    for further, below in ((False, _COST_OUTSIDE), (True, inf)):
        labels = medians + [point_labels(point, frame, further=further) for point in points]
        choice = choose_places([[_place(label, around) for label in places] for places in labels], below)
        if choice.cost < below:
            break
    chosen = [places[number] for places, number in zip(labels, choice.numbers, strict=True)]
    return chosen[: len(medians)], chosen[len(medians) :]


def joined(points: tuple[TrendPoint, ...]) -> Iterator[tuple[TrendPoint, TrendPoint]]:
    """Pair neighbours within one edition: never a line across a break."""
    return ((one, other) for one, other in pairwise(points) if one.edition == other.edition)


def _place(label: Label, around: _Surroundings) -> Place:
    boxes = label.boxes(NARROW, around.height)
    place = Place(label.x, boxes, label.cost)
    box, *_ = boxes
    cost = label.cost
    if box.left < 0 or box.right > NARROW or box.top < _CEILING or box.bottom > around.height:
        cost += _COST_OUTSIDE
    cost += sum(mark.cost for mark in around.marks if mark.overlaps(place))
    cost += _covered(boxes, around.narrow) + _covered(label.boxes(WIDE, around.height), around.wide)
    return Place(label.x, boxes, cost)


def _covered(boxes: Sequence[Box], lines: Sequence[Costly]) -> float:
    return sum(cost for line, cost in lines for box in boxes if box.meets(line))


def _surroundings(view: TrendChart, points: tuple[TrendPoint, ...], frame: Frame) -> _Surroundings:
    height = LOW_HEIGHT if view.low else HEIGHT
    marks = (*_dots(points, frame, height), *_numbers(view, frame, height))
    narrow, wide = (tuple(_lines(view, points, frame, width, height)) for width in (NARROW, WIDE))
    return _Surroundings(height, marks, narrow, wide)


def _dots(points: tuple[TrendPoint, ...], frame: Frame, height: float) -> Iterator[Place]:
    for point in points:
        x = frame.x(middle_of(point.year))
        across, down = x * NARROW / 100, frame.y(point.total) * height / 100
        yield Place(x, (Box(across - DOT, down - DOT, across + DOT, down + DOT),), OVERLAP)


def _numbers(view: TrendChart, frame: Frame, height: float) -> Iterator[Place]:
    for number in scale_numbers(*trend_range(view)):
        foot = frame.y(number) * height / 100 - NUMBER_RISE
        yield Place(0, (Box(0, foot - ASCENT, text_width(str(number)), foot),), _COST_NUMBER)


def _lines(
    view: TrendChart, points: tuple[TrendPoint, ...], frame: Frame, width: float, height: float
) -> Iterator[Costly]:
    def line(start: float, one: float, end: float, other: float) -> Line:
        across, down = width / 100, height / 100
        return Line(frame.x(start) * across, frame.y(one) * down, frame.x(end) * across, frame.y(other) * down)

    for period in view.periods:
        start, end = median_ends(period)
        for value in (period.median, period.published):
            if value is not None:
                yield line(start, value, end, value), _COST_MEDIAN
    for period in view.periods[1:]:
        at = frame.x(period.first_year) * width / 100
        yield Line(at, 0, at, height), _COST_BREAK
    for one, other in joined(points):
        yield line(middle_of(one.year), one.total, middle_of(other.year), other.total), _COST_OWN_LINE
