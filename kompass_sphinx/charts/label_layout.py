"""Which of its possible places each label takes, so that none covers another and little else is covered.

Lengths are in em, in a chart of the narrowest width it is drawn at; `Place.overlaps` holds for all wider ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from math import inf
from operator import or_
from typing import TYPE_CHECKING, Final

from kompass_sphinx.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OVERLAP: Final = 1000.0
"""The cost of covering another label: more than all else together."""

_MOST_STEPS: Final = 20_000
"""A search that long ends with the best found so far: crowded charts shall not cost seconds."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line in the chart, from left to right."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the chart; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, line: Line) -> bool:
        """Tell whether the line runs through the box."""
        x1, y1, x2, y2 = line.x1, line.y1, line.x2, line.y2
        if x2 <= self.left or x1 >= self.right or max(y1, y2) <= self.top or min(y1, y2) >= self.bottom:
            return False
        if x1 == x2:
            return True
        slope = (y2 - y1) / (x2 - x1)
        first = y1 + slope * (max(x1, self.left) - x1)
        last = y1 + slope * (min(x2, self.right) - x1)
        return max(first, last) > self.top and min(first, last) < self.bottom


@dataclass(frozen=True, slots=True)
class Place:
    """A possible place of a label: the point it belongs to (per cent of the width), its boxes, what it costs."""

    x: float
    boxes: tuple[Box, ...]
    cost: float

    def overlaps(self, other: Place) -> bool:
        """Tell whether two labels cover each other in a chart of this width or any wider one.

        In a wider chart the points move apart and each box with its point, so it is enough that the box of the point
        more to the left lies wholly to the left.
        """
        for mine in self.boxes:
            for theirs in other.boxes:
                if mine.top >= theirs.bottom or theirs.top >= mine.bottom:
                    continue
                if self.x <= other.x and mine.right <= theirs.left:
                    continue
                if not (other.x <= self.x and theirs.right <= mine.left):
                    return True
        return False


@dataclass(frozen=True, slots=True)
class Choice:
    """For each label the number of its place, and what they cost in all."""

    numbers: tuple[int, ...]
    cost: float


def choose_places(labels: Sequence[Sequence[Place]], below: float = inf) -> Choice:
    """Choose the places with the least cost in all: their own, and OVERLAP for each two that cover each other.

    Only a cost below ``below`` is sought: without one, the choice has no numbers and its cost is infinite.

    Depth first from left to right, so that what meets is near in the search too; cheapest place first, never further
    than the best found, and only with places that can be of use.
    """
    order = sorted(range(len(labels)), key=lambda at: labels[at][0].x)
    found = _search(_useful(_candidates([labels[at] for at in order])), below)
    return Choice(tuple(number for _, number in sorted(zip(order, found.numbers, strict=False))), found.cost)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place in the search. bit: its own in a set of all places; covers: the set of places it would cover."""

    number: int
    cost: float
    bit: int
    covers: int


def _search(candidates: list[list[_Candidate]], below: float) -> Choice:
    least = [min(candidate.cost for candidate in group) for group in candidates]
    rest = [sum(least[at:]) for at in range(len(candidates) + 1)]
    groups = [[(one.cost, one.covers, one.bit, one.number) for one in group] for group in candidates]
    best, limit = Choice((), inf), below
    steps = 0

    def go_on(numbers: tuple[int, ...], taken: int, cost: float) -> None:
        nonlocal best, limit, steps
        at = len(numbers)
        if at == len(groups):
            best, limit = Choice(numbers, cost), cost
            return
        group, least_after = groups[at], rest[at + 1]
        for tried, (own_cost, covers, bit, number) in enumerate(group):
            reached = cost + own_cost
            if reached + least_after >= limit:
                steps += len(group) - tried  # nor are those after it of use, which cost no less
                return
            steps += 1
            if steps > _MOST_STEPS:
                return
            if covered := covers & taken:
                reached += OVERLAP * covered.bit_count()
                if reached + least_after >= limit:
                    continue
            go_on((*numbers, number), taken | bit, reached)

    go_on((), 0, 0.0)
    return best


def _candidates(labels: Sequence[Sequence[Place]]) -> list[list[_Candidate]]:
    """Return each label's candidates, the cheapest first."""
    covers = _covers([place for places in labels for place in places])
    groups: list[list[_Candidate]] = []
    first = 0
    for places in labels:
        end = first + len(places)
        others = ~((1 << end) - (1 << first))
        group = [
            _Candidate(at, place.cost, 1 << first + at, covers[first + at] & others) for at, place in enumerate(places)
        ]
        groups.append(sorted(group, key=lambda candidate: candidate.cost))
        first = end
    return groups


def _covers(places: Sequence[Place]) -> list[int]:
    """Return for each place the set of those that it overlaps, as `Place.overlaps` tells of two.

    Places are many: sets of boxes above a height or left of a border are made once, and each box asks for a few.
    """
    count = len(places)
    # A place's bit is its number; in a set of boxes its second box comes after the first ones of all.
    boxes = [
        (number, 1 << number + count * at, place.x, box)
        for number, place in enumerate(places)
        for at, box in enumerate(place.boxes)
    ]
    tops = _Ordered((box.top, bit) for _, bit, _, box in boxes)
    bottoms = _Ordered((box.bottom, bit) for _, bit, _, box in boxes)
    lefts = _Ordered((box.left, bit) for _, bit, _, box in boxes)
    rights = _Ordered((box.right, bit) for _, bit, _, box in boxes)
    points = _Ordered((x, bit) for _, bit, x, _ in boxes)
    covers = [0] * count
    for number, _, x, box in boxes:
        on_its_height = tops.below(box.bottom) & ~bottoms.up_to(box.top)
        to_the_right = ~(points.below(x) | lefts.below(box.right))
        to_the_left = points.up_to(x) & rights.up_to(box.left)
        met = on_its_height & ~(to_the_right | to_the_left)
        while met:
            covers[number] |= met & (1 << count) - 1
            met >>= count
    return covers


class _Ordered:
    """Boxes in the order of a measure; each is a bit."""

    def __init__(self, boxes: Iterable[tuple[float, int]]) -> None:
        ordered = sorted(boxes)
        self._measures = [measure for measure, _ in ordered]
        self._sets = list(accumulate((bit for _, bit in ordered), or_, initial=0))

    def below(self, limit: float) -> int:
        """Return the set of those with less than the limit."""
        return self._sets[bisect_left(self._measures, limit)]

    def up_to(self, limit: float) -> int:
        """Return the set of those with the limit or less."""
        return self._sets[bisect_right(self._measures, limit)]


def _useful(groups: list[list[_Candidate]]) -> list[list[_Candidate]]:
    """Leave out the places that cost no less than another of the same label and cover all that the other covers.

    What goes can no longer be covered, so more may go, until nothing does.
    """
    while True:
        all_places = sum(candidate.bit for group in groups for candidate in group)
        fewer: list[list[_Candidate]] = []
        for group in groups:
            kept: list[_Candidate] = []
            for candidate in group:
                covers = candidate.covers & all_places
                if all(better.covers & all_places & ~covers for better in kept):
                    kept.append(candidate)
            fewer.append(kept)
        if fewer == groups:
            return groups
        groups = fewer
