from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.model.points import UNITS_PER_POINT, Interval, total_of

MAXIMUMS = st.sampled_from([10, 15, 20, 25, 30])
SHARES = st.fractions(min_value=0, max_value=1)


Rounding = Callable[[Fraction], int]


def half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))


# Either way of treating a half is met in print.
WAYS = st.sampled_from([half_up, round])


@given(SHARES, MAXIMUMS, WAYS, WAYS)
def test_what_is_rounded_from_one_true_value_always_fits(
    share: Fraction, maximum: int, way: Rounding, other_way: Rounding
) -> None:
    points = Interval.of_points(way(share * maximum), maximum)
    percent = Interval.of_percent(other_way(share * 100), maximum)
    true = share * maximum * UNITS_PER_POINT
    assert points & percent
    assert points.low <= true <= points.high
    assert percent.low <= true <= percent.high


@given(st.lists(st.tuples(SHARES, MAXIMUMS), min_size=3, max_size=7), WAYS)
def test_the_rounded_sum_of_true_values_always_fits(parts: list[tuple[Fraction, int]], way: Rounding) -> None:
    whole = sum((share * maximum for share, maximum in parts), Fraction(0))
    intervals = [
        Interval.of_points(way(share * maximum), maximum) & Interval.of_percent(way(share * 100), maximum)
        for share, maximum in parts
    ]
    printed = way(whole)
    total = total_of(intervals)
    assert total & Interval.of_share(printed, 1)
    low, high = total.printed_range()
    assert low <= printed <= high


@given(SHARES, WAYS)
def test_halves_stand_for_a_quarter_each_way(share: Fraction, way: Rounding) -> None:
    true = share * 100
    printed = Fraction(way(true * 2), 2)
    interval = Interval.of_points(float(printed), 100)
    assert interval.low <= true * UNITS_PER_POINT <= interval.high


@given(st.integers(0, 100), st.integers(0, 100))
def test_the_printed_range_holds_exactly_what_would_be_printed(low: int, width: int) -> None:
    interval = Interval(low * 97, low * 97 + width * 31)
    first, last = interval.printed_range()
    fitting = [printed for printed in range(200) if Interval.of_share(printed, 1) & interval]
    assert fitting == list(range(first, last + 1))


@pytest.mark.parametrize(
    ("printed", "low", "high"), [(48, 47.5, 48.5), (74.5, 74.25, 74.75), (0, 0, 0.5), (100, 99.5, 100)]
)
def test_what_a_printed_figure_stands_for(printed: float, low: float, high: float) -> None:
    assert Interval.of_points(printed, 100) == Interval.between(low, high)


def test_a_percent_of_a_maximum() -> None:
    assert Interval.of_percent(98, 20) == Interval.between(19.5, 19.7)
    assert Interval.of_percent(100, 20) == Interval.between(19.9, 20)


def test_nothing_in_common_is_false() -> None:
    assert not Interval(0, 4) & Interval(5, 9)
    assert Interval(0, 5) & Interval(5, 9)
