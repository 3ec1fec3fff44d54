"""Which column of a score table is which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.columns import Columns, best_columns, possible_columns, windows
from kompass_sphinx.importing.figure_groups import Figure, figure_groups
from kompass_sphinx.model.points import Interval

USUAL = Columns(3, points=0, maximum=1, percent=2)


def row(text: str) -> tuple[Figure, ...]:
    """The figures of a text that has one group of them."""
    ((*figures,),) = figure_groups(text)
    return tuple(figures)


def best(*rows: tuple[int | None, str]) -> tuple[Columns, ...]:
    groups = [(maximum, figure_groups(text)) for maximum, text in rows]
    return best_columns(groups, len(groups[0][1][0]))


@given(st.integers(0, 200).map(lambda one: one / 2), st.integers(1, 100), st.integers(0, 200).map(lambda one: one / 2))
def test_points_and_percent_fit_when_their_intervals_overlap(points: float, maximum: int, percent: float) -> None:
    expected = points <= maximum and percent <= 100
    expected = expected and bool(Interval.of_points(points, maximum) & Interval.of_share(percent, maximum / 100))
    figures = row(f"{points:g} {maximum} {percent:g}")
    assert USUAL.fits(figures, maximum) == expected


@given(st.integers(0, 100), st.integers(1, 100), st.integers(1, 100))
def test_the_maximum_is_the_editions_and_nothing_else(points: int, printed: int, maximum: int) -> None:
    columns = Columns(2, points=0, maximum=1, percent=-1)
    assert columns.fits(row(f"{points} {printed}"), maximum) == (printed == maximum and points <= maximum)


def test_a_sign_tells_what_a_figure_is_not() -> None:
    assert not USUAL.fits(row("2% 15 13"), 15)
    assert not USUAL.fits(row("2 15% 13"), 15)
    assert not USUAL.fits(row("2 15 13p"), 15)
    assert USUAL.fits(row("2p 15 13%"), 15)


def test_without_a_maximum_points_are_up_to_a_hundred_and_fit_any_percent() -> None:
    columns = Columns(2, points=0, maximum=-1, percent=1)
    assert columns.fits(row("14 93"), None)
    assert not columns.fits(row("101 93"), None)
    assert not columns.fits(row("14 101"), None)


def test_a_row_is_plain_by_its_maximum_its_percent_beside_its_points_or_a_sign() -> None:
    alone = Columns(1, points=0, maximum=-1, percent=-1)
    assert not alone.is_plain(row("14"))
    assert alone.is_plain(row("14p"))
    assert Columns(1, points=-1, maximum=-1, percent=0).is_plain(row("14%"))
    assert not Columns(1, points=-1, maximum=-1, percent=0).is_plain(row("14"))
    assert USUAL.is_plain(row("2 15 13"))


def test_a_lone_figure_beside_a_maximum_is_points_if_it_can_be() -> None:
    assert best((15, "2 15"), (20, "9 20"), (25, "20 25")) == (Columns(2, points=0, maximum=1, percent=-1),)
    assert best((15, "2% 15"), (20, "9% 20"), (25, "20% 25")) == (Columns(2, points=-1, maximum=1, percent=0),)
    assert best((15, "42 15"), (20, "29 20"), (25, "60 25")) == (Columns(2, points=-1, maximum=1, percent=0),)


def test_windows_are_every_row_of_a_width() -> None:
    found = windows(figure_groups("1 2 3 ord 4 5"), 2)
    assert [[one.value for one in window] for window in found] == [[1, 2], [2, 3], [4, 5]]


@given(st.integers(1, 6), st.booleans())
def test_possible_columns_are_different_ones_with_points_or_percent(width: int, has_maximums: bool) -> None:
    found = possible_columns(width, has_maximums=has_maximums)
    assert len(set(found)) == len(found)
    for one in found:
        places = [place for place in (one.points, one.maximum, one.percent) if place >= 0]
        assert len(set(places)) == len(places)
        assert max(places) < width
        assert one.points >= 0 or one.percent >= 0
        assert has_maximums or one.maximum < 0
    # Each of the three has a place of its own or none, and not both figures are without.
    with_both = width * (width - 1) + 2 * width
    assert len(found) == with_both + has_maximums * (width * (width - 1) * (width - 2) + 2 * width * (width - 1))


def test_columns_are_told_by_the_figures_whatever_their_order() -> None:
    assert best((15, "2 15 13"), (20, "9 20 45"), (25, "20 25 80")) == (USUAL,)
    assert best((15, "13 15 2"), (20, "45 20 9"), (25, "80 25 20")) == (Columns(3, points=2, maximum=1, percent=0),)
    assert best((15, "2 7 15 13"), (20, "9 12 20 45"), (25, "20 3 25 80")) == (
        Columns(4, points=0, maximum=2, percent=3),
    )


def test_the_column_with_percent_signs_is_the_percent() -> None:
    assert best((None, "54 49%"), (None, "61 33%")) == (Columns(2, points=0, maximum=-1, percent=1),)


def test_columns_that_nothing_tells_apart_are_all_given() -> None:
    assert best((None, "54"), (None, "61")) == (
        Columns(1, points=-1, maximum=-1, percent=0),
        Columns(1, points=0, maximum=-1, percent=-1),
    )


def test_rows_that_are_wider_are_looked_through_and_no_table_is_wider_than_nine() -> None:
    assert best((15, "2 15"), (20, "9 20"), (25, "3 4 20 25")) == (Columns(2, points=0, maximum=1, percent=-1),)
    assert best((15, "1 2 3 4 5 6 7 8 9 15")) == ()
