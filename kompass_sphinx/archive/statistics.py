"""Medians and quarters within one edition, always with their n (the rules are in docs/method.md)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from statistics import median

FEWEST_FOR_MEDIAN = 5
FEWEST_FOR_QUARTER = 8
MOST_SEPARATE_POSITIONS = 60


class Quarter(IntEnum):
    """A position among the evaluations of an edition."""

    HIGHEST = 1
    UPPER_MIDDLE = 2
    LOWER_MIDDLE = 3
    LOWEST = 4


@dataclass(frozen=True)
class Distribution:
    """The figures of one kind in one edition, ascending."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, values: Iterable[float]) -> Distribution:
        """The distribution of these figures."""
        return cls(tuple(sorted(values)))

    @property
    def n(self) -> int:
        """How many figures there are."""
        return len(self.values)

    @property
    def least(self) -> float:
        """The least figure; there is at least one."""
        return self.values[0]

    @property
    def most(self) -> float:
        """The highest figure; there is at least one."""
        return self.values[-1]

    @cached_property
    def median(self) -> float | None:
        """The median, or None when there are too few figures to summarise."""
        return median(self.values) if self.n >= FEWEST_FOR_MEDIAN else None

    @property
    def is_merged(self) -> bool:
        """Whether the figures are too many for each to have a position of its own."""
        return self.n > MOST_SEPARATE_POSITIONS

    def positions(self, step: int) -> tuple[float, ...]:
        """Where the figures stand on a strip: each for itself, or many to the nearest ``step`` points.

        So a page does not grow with the archive.
        """
        if not self.is_merged:
            return self.values
        if step not in self._merged:
            self._merged[step] = tuple(sorted({float(round(value / step) * step) for value in self.values}))
        return self._merged[step]

    @cached_property
    def _merged(self) -> dict[int, tuple[float, ...]]:
        """Merged positions by step: the same strip stands on every page of an edition."""
        return {}

    @cached_property
    def highest_quarter_from(self) -> float | None:
        """The least figure of the highest quarter; None when the figures are too few, or too many alike."""
        return next((value for value in self.values if self.quarter(value) is Quarter.HIGHEST), None)

    def quarter(self, value: float) -> Quarter | None:
        """In which quarter one of the figures is, or None when too few, or too many alike.

        The highest quarter are those with at most a quarter of the others above them, ties together;
        the lowest those with at most a quarter of the others below them.
        """
        others = self.n - 1
        if self.n < FEWEST_FOR_QUARTER:
            return None
        above = self.n - bisect_right(self.values, value)
        below = bisect_left(self.values, value)
        highest, lowest = above * 4 <= others, below * 4 <= others
        if highest and lowest:
            return None
        if highest:
            return Quarter.HIGHEST
        if lowest:
            return Quarter.LOWEST
        return Quarter.UPPER_MIDDLE if above <= below else Quarter.LOWER_MIDDLE
