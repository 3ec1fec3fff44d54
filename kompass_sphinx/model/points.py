"""Printed figures as intervals, so that they are checked for what they can mean.

Percent is the measured figure of a sub-question; printed points are rounded (docs/method.md). A printed
value v stands for [v - 1/2, v + 1/2]; printed with a half, for [v - 1/4, v + 1/4]. Bounds are whole
numbers of 1/400 point: halves, quarters and percents of a whole maximum are all exact there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UNITS_PER_POINT = 400


@dataclass(frozen=True, slots=True)
class Interval:
    """What an unrounded figure can be: ``low`` to ``high``, both included, in 1/400 point."""

    low: int
    high: int

    @classmethod
    def between(cls, low: float, high: float) -> Interval:
        """From ``low`` to ``high`` points."""
        return cls(round(low * UNITS_PER_POINT), round(high * UNITS_PER_POINT))

    @classmethod
    def of_points(cls, printed: float, maximum: float) -> Interval:
        """What a printed number of points, of ``maximum``, stands for."""
        return cls.of_share(printed, 1) & cls.between(0, maximum)

    @classmethod
    def of_percent(cls, printed: float, maximum: int) -> Interval:
        """What a printed percent of ``maximum`` points stands for, in points."""
        return cls.of_share(printed, maximum / 100) & cls.between(0, maximum)

    @classmethod
    def of_share(cls, printed: float, weight: float) -> Interval:
        """What a printed value stands for, times ``weight``; not cut off at 0 or a maximum."""
        quarters = round(printed * 4)
        margin = 1 if quarters % 4 else 2
        unit = weight * (UNITS_PER_POINT // 4)
        return cls(round((quarters - margin) * unit), round((quarters + margin) * unit))

    def __and__(self, other: Interval) -> Interval:
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def __bool__(self) -> bool:
        """False when no figure at all is possible."""
        return self.low <= self.high

    def printed_range(self) -> tuple[int, int]:
        """The least and the greatest figure in whole points that would be printed for this interval."""
        half = UNITS_PER_POINT // 2
        return -((half - self.low) // UNITS_PER_POINT), (self.high + half) // UNITS_PER_POINT


def total_of(parts: Iterable[Interval]) -> Interval:
    """The interval that a sum lies in when each term lies in its own."""
    low = high = 0
    for part in parts:
        low += part.low
        high += part.high
    return Interval(low, high)
