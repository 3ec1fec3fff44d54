"""The measures of a trend. Across and down in per cent, so that it fills any width; around a mark in em of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kompass_sphinx.views.chart_data import TrendChart, TrendPeriod

TOP: Final = 22.0
"""Where the highest total of the scale lies, in per cent of the height."""

BOTTOM: Final = 92.0

HEIGHT: Final = 22.5
"""In em of the chart's text: 20 rem."""

LOW_HEIGHT: Final = 16.9
"""15 rem."""

NARROW: Final = 18.4
"""The width on a phone of 320 px, in em: 280 px. Labels that are apart here are apart in every wider chart."""

WIDE: Final = 48.0

NUMBER_RISE: Final = 0.3
"""How far the scale's numbers stand above their grid line, in em."""

_STEP: Final = 100
_COARSE_STEP: Final = 200
_MOST_STEPS: Final = 6
_MARGIN: Final = 50
"""Points between a mark and the ends of the scale: its label's room."""

_BEFORE: Final = 1.6
"""Years of room for the scale's numbers."""

_AFTER: Final = 0.6
_INSET: Final = 0.45


def trend_range(view: TrendChart) -> tuple[int, int]:
    """Return both ends of the scale: hundreds around all totals and medians, within 0 and the maximum."""
    values = [point.total for point in view.points]
    values += [median for period in view.periods for median in (period.median, period.published) if median is not None]
    low = max(0, int(min(values) - _MARGIN) // _STEP * _STEP)
    high = -int(-(max(values) + _MARGIN) // _STEP) * _STEP
    return low, min(high, view.maximum)


def scale_numbers(low: int, high: int) -> range:
    """List the numbers with a grid line."""
    step = _STEP if high - low <= _STEP * _MOST_STEPS else _COARSE_STEP
    return range(low, high + 1, step)


def year_limits(periods: tuple[TrendPeriod, ...]) -> tuple[float, float]:
    """Return the ends of the time axis, in years."""
    return periods[0].first_year - _BEFORE, periods[-1].end_year + _AFTER


def median_ends(period: TrendPeriod) -> tuple[float, float]:
    """Return where a median's line begins and ends, in years."""
    return period.first_year + _INSET, period.end_year - _INSET


def middle_of(year: int) -> float:
    """Return where an evaluation of a year is put, in years."""
    return year + 0.5
