"""Where the labels of a trend stand, so that none covers another or a dot, and few lie on a line."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kompass_sphinx.charts.label_layout import OVERLAP, Box, Line, Place, choose_places
from kompass_sphinx.charts.text_width import text_width
from kompass_sphinx.charts.trend_labels import ASCENT, DOT, Label, far_labels, median_labels, near_labels
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
    from collections.abc import Iterator

    from kompass_sphinx.charts.frame import Frame
    from kompass_sphinx.views.chart_data import TrendChart, TrendPeriod, TrendPoint

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
    """What is in a chart besides the labels. Lines run otherwise in a wide chart, so both widths are looked at."""

    marks: tuple[Place, ...]
    narrow: tuple[Costly, ...]
    wide: tuple[Costly, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A possible place of a label, in a narrow and a wide chart.

    cost: its own; marks and lines: what it costs to cover those that all charts with this frame have.
    """

    label: Label
    narrow: tuple[Box, ...]
    wide: tuple[Box, ...]
    cost: float
    marks: float
    lines: float


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all charts with a frame have: its height, lines and numbers, and the places of the medians' labels."""

    frame: Frame
    height: float
    around: _Surroundings
    medians: tuple[tuple[_Spot, ...], ...]


def trend_labels(view: TrendChart, points: tuple[TrendPoint, ...], frame: Frame) -> tuple[list[Label], list[Label]]:
    """Choose the labels of the medians and of the points, each in order of time.

    points: the view's, in order of time. Places further away are looked at only when without them labels would cover
    each other or stand outside.
    """
    ground = _ground(view.periods, trend_range(view), frame, LOW_HEIGHT if view.low else HEIGHT)
    own = _surroundings_of_points(points, ground)
    places = [[(spot.label, _place(spot, own)) for spot in spots] for spots in ground.medians]
    places += [_places(near_labels(point, frame), ground, own) for point in points]
    choice = choose_places([[place for _, place in one] for one in places], _COST_OUTSIDE)
    if choice.cost >= _COST_OUTSIDE:
        for near, point in zip(places[len(ground.medians) :], points, strict=True):
            near.extend(_places(far_labels(point, frame), ground, own))
        choice = choose_places([[place for _, place in one] for one in places])
    chosen = [one[number][0] for one, number in zip(places, choice.numbers, strict=True)]
    return chosen[: len(ground.medians)], chosen[len(ground.medians) :]


def _places(labels: list[Label], ground: _Ground, own: _Surroundings) -> list[tuple[Label, Place]]:
    return [(label, _place(_spot(label, ground.height, ground.around), own)) for label in labels]


def joined(points: tuple[TrendPoint, ...]) -> Iterator[tuple[TrendPoint, TrendPoint]]:
    """Pair neighbours within one edition: never a line across a break."""
    return ((one, other) for one, other in pairwise(points) if one.edition == other.edition)


@lru_cache(64)
def _ground(periods: tuple[TrendPeriod, ...], ends: tuple[int, int], frame: Frame, height: float) -> _Ground:
    lines = (tuple(_lines_of_periods(periods, frame, width, height)) for width in (NARROW, WIDE))
    around = _Surroundings(tuple(_numbers(ends, frame, height)), *lines)
    medians = median_labels(periods, frame)
    spots = tuple(tuple(_spot(label, height, around) for label in places) for places in medians)
    return _Ground(frame, height, around, spots)


def _surroundings_of_points(points: tuple[TrendPoint, ...], ground: _Ground) -> _Surroundings:
    frame, height = ground.frame, ground.height
    lines = (tuple(_lines_of_points(points, frame, width, height)) for width in (NARROW, WIDE))
    return _Surroundings(tuple(_dots(points, frame, height)), *lines)


def _spot(label: Label, height: float, around: _Surroundings) -> _Spot:
    narrow, wide = label.boxes(NARROW, height), label.boxes(WIDE, height)
    box, *_ = narrow
    cost = label.cost
    if box.left < 0 or box.right > NARROW or box.top < _CEILING or box.bottom > height:
        cost += _COST_OUTSIDE
    return _Spot(label, narrow, wide, cost, *_covered(label.x, narrow, wide, around))


def _place(spot: _Spot, own: _Surroundings) -> Place:
    marks, lines = _covered(spot.label.x, spot.narrow, spot.wide, own)
    return Place(spot.label.x, spot.narrow, spot.cost + (spot.marks + marks) + (spot.lines + lines))


def _covered(x: float, narrow: tuple[Box, ...], wide: tuple[Box, ...], around: _Surroundings) -> tuple[float, float]:
    """Compute what it costs to cover the marks and the lines that are covered."""
    place = Place(x, narrow, 0)
    marks = sum([mark.cost for mark in around.marks if mark.overlaps(place)])
    lines = sum([cost for line, cost in around.narrow for box in narrow if box.meets(line)])
    return marks, lines + sum([cost for line, cost in around.wide for box in wide if box.meets(line)])


def _dots(points: tuple[TrendPoint, ...], frame: Frame, height: float) -> Iterator[Place]:
    for point in points:
        x = frame.x(middle_of(point.year))
        across, down = x * NARROW / 100, frame.y(point.total) * height / 100
        yield Place(x, (Box(across - DOT, down - DOT, across + DOT, down + DOT),), OVERLAP)


def _numbers(ends: tuple[int, int], frame: Frame, height: float) -> Iterator[Place]:
    for number in scale_numbers(*ends):
        foot = frame.y(number) * height / 100 - NUMBER_RISE
        yield Place(0, (Box(0, foot - ASCENT, text_width(str(number)), foot),), _COST_NUMBER)


def _lines_of_periods(periods: tuple[TrendPeriod, ...], frame: Frame, width: float, height: float) -> Iterator[Costly]:
    for period in periods:
        start, end = (frame.x(year) * (width / 100) for year in median_ends(period))
        for value in (period.median, period.published):
            if value is not None:
                down = frame.y(value) * (height / 100)
                yield Line(start, down, end, down), _COST_MEDIAN
    for period in periods[1:]:
        at = frame.x(period.first_year) * width / 100
        yield Line(at, 0, at, height), _COST_BREAK


def _lines_of_points(points: tuple[TrendPoint, ...], frame: Frame, width: float, height: float) -> Iterator[Costly]:
    across, down = width / 100, height / 100
    ends = ((frame.x(middle_of(one.year)) * across, frame.y(one.total) * down) for one in points)
    at = dict(zip(points, ends, strict=True))
    for one, other in joined(points):
        yield Line(*at[one], *at[other]), _COST_OWN_LINE
