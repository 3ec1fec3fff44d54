"""Labels take the cheapest places in which none covers another."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from kompass_sphinx.charts.label_layout import OVERLAP, Box, Line, Place, choose_places

CORNER = st.integers(0, 12)
SIDE = st.integers(1, 5)
BOXES = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), CORNER, CORNER, SIDE, SIDE)
PLACES = st.builds(
    Place, st.integers(0, 100).map(float), st.tuples(BOXES) | st.tuples(BOXES, BOXES), st.integers(0, 9).map(float)
)
LABELS = st.lists(st.lists(PLACES, min_size=1, max_size=4), min_size=1, max_size=5)


@settings(deadline=None)
@given(LABELS)
def test_no_other_choice_costs_less(labels: list[list[Place]]) -> None:
    def cost(chosen: tuple[Place, ...]) -> float:
        return sum(place.cost for place in chosen) + OVERLAP * sum(a.overlaps(b) for a, b in combinations(chosen, 2))

    choice = choose_places(labels)
    assert choice.cost == min(map(cost, product(*labels)))
    assert cost(tuple(places[at] for places, at in zip(labels, choice.numbers, strict=True))) == choice.cost


def test_of_equal_choices_the_first_places_win() -> None:
    places = [Place(0, (Box(0, 0, 1, 1),), 0), Place(0, (Box(0, 5, 1, 6),), 0)]
    assert choose_places([places, [Place(0, (Box(8, 0, 9, 1),), 0)]]).numbers == (0, 0)


def test_a_crowded_chart_still_gets_a_choice() -> None:
    crowd = [[Place(0, (Box(0, 0, 2, 2),), cost) for cost in range(12)] for _ in range(12)]
    assert len(choose_places(crowd).numbers) == 12


@given(PLACES, PLACES)
def test_overlap_is_mutual(one: Place, other: Place) -> None:
    assert one.overlaps(other) == other.overlaps(one)


def test_boxes_that_only_touch_do_not_overlap() -> None:
    one = Place(0, (Box(0, 0, 2, 2),), 0)
    assert not one.overlaps(Place(0, (Box(2, 0, 4, 2),), 0))
    assert not one.overlaps(Place(0, (Box(0, 2, 2, 4),), 0))
    assert one.overlaps(Place(0, (Box(1.9, 1.9, 4, 4),), 0))


@given(PLACES, PLACES, st.floats(1, 5))
def test_what_is_apart_in_the_narrowest_chart_is_apart_in_wider_ones(one: Place, other: Place, wider: float) -> None:
    """Widening by 1 em moves a box by its point's share of the width."""

    def moved(place: Place) -> list[Box]:
        by = place.x * wider / 100
        return [Box(box.left + by, box.top, box.right + by, box.bottom) for box in place.boxes]

    if not one.overlaps(other):
        for mine, theirs in product(moved(one), moved(other)):
            across = mine.right <= theirs.left + 1e-9 or theirs.right <= mine.left + 1e-9
            down = mine.bottom <= theirs.top or theirs.bottom <= mine.top
            assert across or down


@given(BOXES, CORNER, CORNER, CORNER, CORNER)
def test_a_line_meets_a_box_when_a_point_of_it_is_inside(box: Box, x1: int, y1: int, x2: int, y2: int) -> None:
    start, end = sorted([(x1, y1), (x2, y2)])
    line = Line(*start, *end)
    steps = [number / 500 for number in range(501)]
    inside = any(
        box.left < line.x1 + step * (line.x2 - line.x1) < box.right
        and box.top < line.y1 + step * (line.y2 - line.y1) < box.bottom
        for step in steps
    )
    assert not inside or box.meets(line)
    if not inside:
        smaller = Box(box.left + 0.2, box.top + 0.2, box.right - 0.2, box.bottom - 0.2)
        assert not smaller.meets(line)
