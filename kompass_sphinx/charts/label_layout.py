"""Which of its possible places each label takes, so that none covers another and little else is covered.

Lengths are in em, in a chart of the narrowest width it is drawn at; `Place.overlaps` holds for all wider ones.
"""

from __future__ import annotations

from itertools import accumulate, combinations, product
from math import inf
from typing import TYPE_CHECKING, Final

from kompass_sphinx.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    best, limit = Choice((), inf), below
    steps = 0

    def go_on(numbers: tuple[int, ...], taken: int, cost: float) -> None:
        nonlocal best, limit, steps
        at = len(numbers)
        if at == len(candidates):
            best, limit = Choice(numbers, cost), cost
            return
        for candidate in candidates[at]:
            steps += 1
            if steps > _MOST_STEPS:
                return
            reached = cost + candidate.cost + OVERLAP * (candidate.covers & taken).bit_count()
            if reached + rest[at + 1] < limit:
                go_on((*numbers, candidate.number), taken | candidate.bit, reached)

    go_on((), 0, 0.0)
    return best


def _candidates(labels: Sequence[Sequence[Place]]) -> list[list[_Candidate]]:
    """Return each label's candidates, the cheapest first."""
    covers = [[0] * len(places) for places in labels]
    firsts = list(accumulate(map(len, labels), initial=0))
    around = [_around(places) for places in labels]
    for one, other in combinations(range(len(labels)), 2):
        if not _may_meet(around[one], around[other]):
            continue
        for (at, place), (other_at, other_place) in product(enumerate(labels[one]), enumerate(labels[other])):
            if place.overlaps(other_place):
                covers[one][at] |= 1 << firsts[other] + other_at
                covers[other][other_at] |= 1 << firsts[one] + at
    groups = (
        [_Candidate(at, place.cost, 1 << first + at, mask[at]) for at, place in enumerate(places)]
        for places, first, mask in zip(labels, firsts, covers, strict=False)
    )
    return [sorted(group, key=lambda candidate: candidate.cost) for group in groups]


def _around(places: Sequence[Place]) -> tuple[Place, Place]:
    """Return the room of all places of a label, as that of its leftmost and of its rightmost point."""
    boxes = [box for place in places for box in place.boxes]
    room = Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    points = [place.x for place in places]
    return Place(min(points), (room,), 0), Place(max(points), (room,), 0)


def _may_meet(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    """Say no when all of one's places are apart from all of the other's, the points in the same order as the rooms."""
    return one[1].overlaps(other[0]) or one[0].overlaps(other[1])


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
