"""The labels of a trend and where each may stand: medians by their line, a total over its year by its dot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from kompass_sphinx.charts.label_layout import Box
from kompass_sphinx.charts.text_width import text_width
from kompass_sphinx.charts.trend_measure import NARROW, median_ends, middle_of
from kompass_sphinx.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kompass_sphinx.charts.frame import Frame
    from kompass_sphinx.views.chart_data import TrendPeriod, TrendPoint

Anchor = Literal["start", "middle", "end"]

ASCENT: Final = 0.78
"""From a figure's foot to its top, in em."""

LEADING: Final = 1.15
"""From foot to foot of two lines, in em."""

DOT: Final = 0.45
"""The radius of a dot with its paper edge, in em."""

_SPACE: Final = 0.12
"""Kept free around each text, in em."""

_ABOVE: Final = -0.75
_BELOW: Final = 1.5 + LEADING
_BESIDE: Final = (0.35, 1.45)
_SIDE: Final = 0.7
_EDGE: Final = 0.4
_LEVELS: Final = (1.2, 2.4, 3.6)

_COST_BELOW: Final = 1.0
_COST_BESIDE: Final = 7.0
_COST_LEVEL: Final = 10.0

_MEDIAN_FEET: Final = ((-0.45, 0.0), (LEADING, _COST_BELOW), (-1.25, 3.0), (LEADING + 0.8, 4.0))
"""Feet of a median's label from its line with their costs: over, under, and a little further off."""


@dataclass(frozen=True, slots=True)
class Label:
    """One possible place of a text of one or two lines.

    x, y: the point it belongs to, in per cent; all else in em: length of the text, shift to the right and foot of its
    last line from that point, and the end of a leader from the dot when the label stands further away.
    cost: what it costs to stand here even if nothing is near.
    """

    lines: tuple[str, ...]
    length: float
    x: float
    y: float
    anchor: Anchor
    shift: float
    foot: float
    leader: float | None
    cost: float

    def boxes(self, width: float, height: float) -> tuple[Box, ...]:
        """Return its room in a chart of this width and height (em), then that of its leader."""
        at = self.x * width / 100 + self.shift
        if self.anchor == "middle":
            at -= self.length / 2
        elif self.anchor == "end":
            at -= self.length
        foot = self.y * height / 100 + self.foot
        top = foot - LEADING * (len(self.lines) - 1) - ASCENT
        text = Box(at - _SPACE, top - _SPACE, at + self.length + _SPACE, foot + _SPACE)
        if self.leader is None:
            return (text,)
        x, y = self.x * width / 100, self.y * height / 100
        ends = sorted((y + self.leader, y + (DOT if self.leader > 0 else -DOT)))
        return text, Box(x - _SPACE, ends[0], x + _SPACE, ends[1])


def median_labels(periods: tuple[TrendPeriod, ...], frame: Frame) -> list[list[Label]]:
    """List, for each median line, its label's places: over or under the line, in its middle or at an end."""
    return [
        list(_median_places(period, value, words, frame))
        for period in periods
        for value, words in ((period.median, period.median_text), (period.published, period.published_text))
        if value is not None
    ]


def near_labels(point: TrendPoint, frame: Frame) -> list[Label]:
    """List the places of one total: over, under and beside its dot.

    Near an edge the text begins or ends at the dot.
    """
    lines, length, x, y, anchor, shift = _of_point(point, frame)
    labels = [
        Label(lines, length, x, y, anchor, shift, _ABOVE, None, 0),
        Label(lines, length, x, y, anchor, shift, _BELOW, None, _COST_BELOW),
    ]
    for foot in _BESIDE:
        labels.append(Label(lines, length, x, y, "start", _SIDE, foot, None, _COST_BESIDE))
        labels.append(Label(lines, length, x, y, "end", -_SIDE, foot, None, _COST_BESIDE))
    return labels


def far_labels(point: TrendPoint, frame: Frame) -> list[Label]:
    """List more places of one total: further over and under its dot, with a leader."""
    lines, length, x, y, anchor, shift = _of_point(point, frame)
    labels = []
    for away in _LEVELS:
        over, under = _ABOVE - away, _BELOW + away
        cost = _COST_LEVEL * away
        labels.append(Label(lines, length, x, y, anchor, shift, over, over, cost))
        labels.append(Label(lines, length, x, y, anchor, shift, under, under - LEADING - ASCENT, cost + _COST_BELOW))
    return labels


def _of_point(point: TrendPoint, frame: Frame) -> tuple[tuple[str, str], float, float, float, Anchor, float]:
    """Return what all labels of a total begin with: lines, length, x, y, anchor and shift."""
    lines = (point.total_text, str(point.year))
    length = max(text_width(point.total_text, bold=True), text_width(lines[1]))
    x = frame.x(middle_of(point.year))
    return lines, length, x, frame.y(point.total), *_anchor(x, length)


def _median_places(period: TrendPeriod, value: float, words: str, frame: Frame) -> Iterator[Label]:
    length = text_width(words, bold=True)
    start, end = (frame.x(year) for year in median_ends(period))
    places: tuple[tuple[float, Anchor, float], ...] = (
        ((start + end) / 2, "middle", 0.0),
        (start, "start", 0.3),
        (end, "end", 0.5),
    )
    for foot, below in _MEDIAN_FEET:
        for x, anchor, cost in places:
            yield Label((words,), length, x, frame.y(value), anchor, 0, foot, None, cost + below)


def _anchor(x: float, length: float) -> tuple[Anchor, float]:
    at, half = x * NARROW / 100, length / 2 + _SPACE
    if at < half:
        return "start", -_EDGE
    return ("end", _EDGE) if at + half > NARROW else ("middle", 0)
