"""Which column of a score table is which: points, maximum, percent, or another evaluation's.

Nothing is read off headings alone, which go missing and wander. A column is the maximum because it holds the edition's
maximums, row by row, and points and percent because the intervals that they stand for overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from kompass_sphinx.model.points import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kompass_sphinx.importing.figure_groups import Figure

MOST_COLUMNS = 9
_WITHOUT = -1


@dataclass(frozen=True, order=True, slots=True)
class Columns:
    """How wide a row is, and where in it points, maximum and percent stand; -1 for what the table lacks."""

    width: int
    points: int
    maximum: int
    percent: int

    @property
    def evidence(self) -> int:
        """How much a row that fits says: most where its maximum is the edition's and its points are its percent."""
        agrees = self.points != _WITHOUT and self.percent != _WITHOUT
        return 1 + 2 * (self.maximum != _WITHOUT) + 2 * agrees

    @property
    def has_others(self) -> bool:
        """Whether a row has more figures than those of one evaluation: a year before, a median."""
        return self.width > sum(place != _WITHOUT for place in (self.points, self.maximum, self.percent))

    def is_plain(self, row: Sequence[Figure]) -> bool:
        """Whether a row that fits shows by itself which figure is which: by the maximum, the percent or a sign."""
        points, percent = self.of(row, self.points), self.of(row, self.percent)
        return not self.has_others and (
            self.evidence > 1
            or (percent is not None and percent.is_percent)
            or (points is not None and points.is_points)
        )

    def fits(self, row: Sequence[Figure], maximum: int | None) -> bool:
        """Whether the figures of a row can be what these columns say, for a sub-question of this maximum."""
        points, percent = self.of(row, self.points), self.of(row, self.percent)
        if self.maximum != _WITHOUT and row[self.maximum].value != maximum:
            return False
        if any(one.is_percent for place, one in enumerate(row) if place in (self.points, self.maximum)):
            return False
        if percent is not None and (percent.value > 100 or percent.is_points):
            return False
        if points is not None and points.value > (maximum or 100):
            return False
        if points is None or percent is None or maximum is None:
            return True
        return bool(Interval.of_points(points.value, maximum) & Interval.of_share(percent.value, maximum / 100))

    def of(self, row: Sequence[Figure], place: int) -> Figure | None:
        """The figure of a row at a place; None where the table lacks it."""
        return None if place == _WITHOUT else row[place]


def windows(groups: Iterable[Sequence[Figure]], width: int) -> Iterator[tuple[Figure, ...]]:
    """Every row of this width that figures standing together can be."""
    for group in groups:
        for start in range(len(group) - width + 1):
            yield tuple(group[start : start + width])


def possible_columns(width: int, *, has_maximums: bool) -> list[Columns]:
    """Every way that a row of this width can hold the figures of one evaluation."""
    places = [_WITHOUT, *range(width)]
    found = {
        Columns(width, points, maximum, percent)
        for points, maximum, percent in permutations([*places, _WITHOUT, _WITHOUT], 3)
        if (points != _WITHOUT or percent != _WITHOUT) and (maximum == _WITHOUT or has_maximums)
    }
    return sorted(found)


def best_columns(rows: Sequence[tuple[int | None, Sequence[Sequence[Figure]]]], width: int) -> tuple[Columns, ...]:
    """The columns that most rows agree with; several when they agree with several ways, none when with none.

    A row is a sub-question's maximum and the groups of figures after its number; ``width`` is how many figures a row
    of the table has.
    """
    if width > MOST_COLUMNS:
        return ()
    has_maximums = any(maximum for maximum, _ in rows)
    signs = _columns_of_percent(rows, width)
    evidence: dict[Columns, int] = {}
    for columns in possible_columns(width, has_maximums=has_maximums):
        if signs and columns.percent not in signs:
            continue
        fitting = sum(any(columns.fits(row, maximum) for row in windows(groups, width)) for maximum, groups in rows)
        evidence[columns] = fitting * columns.evidence
    best = max(evidence.values(), default=0)
    return likeliest(columns for columns, one in evidence.items() if one == best > 0)


def likeliest(found: Iterable[Columns]) -> tuple[Columns, ...]:
    """Those of several columns that a person would see: a lone figure beside its maximum is points if it can be."""
    columns = tuple(found)
    return tuple(one for one in columns if one.points != _WITHOUT or one.maximum == _WITHOUT) or columns


def _columns_of_percent(rows: Sequence[tuple[int | None, Sequence[Sequence[Figure]]]], width: int) -> set[int]:
    """The columns that have a percent sign in most rows of the full width."""
    whole = [group for _, groups in rows for group in groups if len(group) == width]
    return {place for place in range(width) if whole and sum(row[place].is_percent for row in whole) * 2 > len(whole)}
