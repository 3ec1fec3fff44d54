"""The frame of a trend: grid, medians and the break at each new edition, in a square of 100 units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.transforms import Transform, blended_transform_factory

from kompass_sphinx.charts import paint
from kompass_sphinx.charts.figure import Layout, draw_frame
from kompass_sphinx.charts.trend_measure import BOTTOM, TOP, median_ends, scale_numbers, year_limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from kompass_sphinx.charts.frame import Frame
    from kompass_sphinx.views.chart_data import TrendPeriod

_SIDE: Final = 100
_KEEPS_WIDTH: Final = {"vector-effect": "non-scaling-stroke"}
_GRID: Final = "grid-line"
_BREAK: Final = "edition-break"
_MEDIAN: Final = "median-line"
_PUBLISHED: Final = "median-line published"


def draw_trend_frame(periods: tuple[TrendPeriod, ...], low: int, high: int) -> Frame:
    """Draw the frame; x is in years, y in points.

    The square is stretched to the chart's shape, hence lines that keep their width.
    """
    layout = Layout(_SIDE, _SIDE, (0, 1 - BOTTOM / _SIDE, 1, (BOTTOM - TOP) / _SIDE), year_limits(periods), (low, high))

    def draw(axes: Axes) -> None:
        first, last = year_limits(periods)
        for value in scale_numbers(low, high):
            axes.add_artist(_line(_GRID, axes.transData, (first, last), (value, value), paint.RULE, 1))
        full_height = blended_transform_factory(axes.transData, axes.figure.transSubfigure)
        for period in periods[1:]:
            at = period.first_year
            axes.add_artist(_line(_BREAK, full_height, (at, at), (0, 1), paint.QUIET, 1.5, (2, 2.7)))
        for period in periods:
            if (median := period.median) is not None:
                level = (median, median)
                axes.add_artist(_line(_MEDIAN, axes.transData, median_ends(period), level, paint.OTHER, 3))
        for period in periods:
            if (median := period.published) is not None:
                level = (median, median)
                axes.add_artist(_line(_PUBLISHED, axes.transData, median_ends(period), level, paint.OTHER, 3, (2, 1.3)))

    return draw_frame(layout, draw, dict.fromkeys((_GRID, _BREAK, _MEDIAN, _PUBLISHED), _KEEPS_WIDTH))


def _line(
    kind: str,
    transform: Transform,
    x: Sequence[float],
    y: Sequence[float],
    colour: str,
    width: float,
    dashes: tuple[float, float] | None = None,
) -> Line2D:
    """kind: the class; dashes: stroke and gap in line widths."""
    return Line2D(
        x,
        y,
        transform=transform,
        gid=kind,
        color=colour,
        linewidth=width,
        clip_on=False,
        linestyle=(0, dashes) if dashes else "-",
    )
