"""Medians and quarters: said from enough figures on, and fair to equal ones."""

from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.archive.statistics import (
    FEWEST_FOR_MEDIAN,
    FEWEST_FOR_QUARTER,
    MOST_SEPARATE_POSITIONS,
    Distribution,
    Quarter,
)

FIGURE = st.integers(0, 1600).map(lambda halves: halves / 2)
FEW = st.lists(FIGURE, max_size=FEWEST_FOR_QUARTER - 1)
ENOUGH = st.lists(FIGURE, min_size=FEWEST_FOR_QUARTER, max_size=60)


def quarters(values: list[float]) -> list[Quarter | None]:
    distribution = Distribution.of(values)
    return [distribution.quarter(value) for value in distribution.values]


def test_a_median_takes_five_and_a_quarter_eight() -> None:
    assert (FEWEST_FOR_MEDIAN, FEWEST_FOR_QUARTER) == (5, 8)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([400, 410, 420, 430], None),
        ([430, 400, 420, 410, 415], 415),
        ([430, 400, 420, 410, 415, 416], 415.5),
        ([74.5, 74, 75, 76, 70], 74.5),
    ],
)
def test_median(values: list[float], expected: float | None) -> None:
    assert Distribution.of(values).median == expected


@given(st.lists(FIGURE, min_size=FEWEST_FOR_MEDIAN, max_size=60))
def test_from_five_figures_on_there_is_the_median_of_all(values: list[float]) -> None:
    distribution = Distribution.of(values)
    assert distribution.median == median(values)
    assert distribution.n == len(values)


def test_eight_different_figures_make_four_quarters_of_two() -> None:
    assert quarters([1, 2, 3, 4, 5, 6, 7, 8]) == [
        Quarter.LOWEST,
        Quarter.LOWEST,
        Quarter.LOWER_MIDDLE,
        Quarter.LOWER_MIDDLE,
        Quarter.UPPER_MIDDLE,
        Quarter.UPPER_MIDDLE,
        Quarter.HIGHEST,
        Quarter.HIGHEST,
    ]


def test_the_very_middle_counts_as_the_higher_half() -> None:
    assert quarters([1, 2, 3, 4, 5, 6, 7, 8, 9])[3:6] == [
        Quarter.LOWER_MIDDLE,
        Quarter.UPPER_MIDDLE,
        Quarter.UPPER_MIDDLE,
    ]


def test_equal_figures_at_the_border_are_in_the_higher_quarter_together() -> None:
    # Two of the seven others are above a 6, which is more than a quarter of them; one of seven is above a 7.
    assert quarters([1, 2, 3, 4, 6, 6, 7, 8])[4:6] == [Quarter.UPPER_MIDDLE, Quarter.UPPER_MIDDLE]
    assert quarters([1, 2, 3, 4, 5, 7, 7, 8])[5:] == [Quarter.HIGHEST] * 3


@given(FEW, FIGURE)
def test_below_eight_no_quarter_is_said(values: list[float], value: float) -> None:
    assert Distribution.of(values).quarter(value) is None


@given(FIGURE, st.integers(FEWEST_FOR_QUARTER, 60))
def test_all_alike_have_no_quarter(value: float, count: int) -> None:
    assert Distribution.of([value] * count).quarter(value) is None


@given(ENOUGH)
def test_the_highest_quarter_has_at_most_a_quarter_of_the_others_above(values: list[float]) -> None:
    distribution = Distribution.of(values)
    for value in values:
        above = sum(other > value for other in values)
        below = sum(other < value for other in values)
        is_high, is_low = above <= (len(values) - 1) / 4, below <= (len(values) - 1) / 4
        quarter = distribution.quarter(value)
        assert (quarter is Quarter.HIGHEST) == (is_high and not is_low)
        assert (quarter is Quarter.LOWEST) == (is_low and not is_high)
        assert (quarter is None) == (is_high and is_low)


@given(ENOUGH)
def test_a_higher_figure_is_never_in_a_lower_quarter(values: list[float]) -> None:
    said = [quarter for quarter in quarters(values) if quarter is not None]
    assert said == sorted(said, reverse=True)


@given(ENOUGH)
def test_the_highest_figure_is_in_the_highest_quarter_and_the_lowest_in_the_lowest(values: list[float]) -> None:
    distribution = Distribution.of(values)
    assert distribution.quarter(max(values)) in (Quarter.HIGHEST, None)
    assert distribution.quarter(min(values)) in (Quarter.LOWEST, None)


@given(st.lists(FIGURE, min_size=FEWEST_FOR_QUARTER, max_size=60, unique=True))
def test_without_ties_the_quarters_are_about_equally_large(values: list[float]) -> None:
    sizes = [quarters(values).count(quarter) for quarter in Quarter]
    assert sum(sizes) == len(values)
    assert sizes[0] == sizes[3]
    assert max(sizes) - min(sizes) <= 2


@given(ENOUGH.flatmap(lambda values: st.tuples(st.just(values), st.permutations(values))))
def test_the_order_of_the_figures_does_not_matter(pair: tuple[list[float], list[float]]) -> None:
    values, shuffled = pair
    assert Distribution.of(shuffled) == Distribution.of(values)


def test_the_ends_are_the_least_and_the_highest() -> None:
    distribution = Distribution.of([3, 1, 2])
    assert (distribution.least, distribution.most) == (1, 3)


def test_figures_stand_for_themselves_until_they_are_too_many() -> None:
    few = Distribution.of(range(MOST_SEPARATE_POSITIONS))
    assert (few.is_merged, few.positions(20)) == (False, few.values)
    many = Distribution.of(range(MOST_SEPARATE_POSITIONS + 1))
    assert many.is_merged
    assert (many.positions(20), many.positions(30)) == ((0, 20, 40, 60), (0, 30, 60))
    assert many.positions(20) is many.positions(20)
    assert {type(one) for one in many.positions(20)} == {float}


@pytest.mark.parametrize(
    ("values", "expected"), [([1, 2, 3, 4, 5, 6, 7, 8], 7), ([1, 2, 3, 4, 5, 6, 7], None), ([1] * 8, None)]
)
def test_where_the_highest_quarter_begins(values: list[float], expected: float | None) -> None:
    assert Distribution.of(values).highest_quarter_from == expected
