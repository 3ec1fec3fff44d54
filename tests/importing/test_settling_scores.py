"""Which of several tables of sub-questions counts, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace

from kompass_sphinx.importing.area_points import Claim
from kompass_sphinx.importing.settling import settle_area
from tests.importing.settled import (
    AREA,
    DOUBT,
    NO_SUM,
    OTHER,
    OTHER_SUM,
    PERCENTS,
    POINTS,
    doubts_of,
    in_doubt,
    points_of,
    scored,
    table,
    with_percents,
)


def test_the_table_that_fits_the_points_counts() -> None:
    other = table((3, 9, 20, 20, 6))
    found = scored([other, table(start=900)], [Claim(48)])
    assert [points for points, _ in found.values()] == list(POINTS)


def test_another_table_with_other_figures_puts_them_in_doubt() -> None:
    found = scored([table(), table((3, 9, 20, 12, 5), start=900)], [Claim(48)])
    assert found["1.1"] == (2.0, "Another table has %(figures)s.")
    assert found["1.2"] == (9.0, "")


def test_another_reading_of_the_same_rows_that_does_not_fit_is_no_rival() -> None:
    found = scored([table(), table((9, 2, 12, 20, 9))], [Claim(48)])
    assert set(found.values()) == {(points, "") for points in POINTS}


def test_a_table_that_is_not_plain_is_in_doubt_unless_its_sum_fits() -> None:
    assert {doubt for _, doubt in scored([table(is_plain=False)]).values()} == {
        "Nothing confirms which column this is."
    }
    assert {doubt for _, doubt in scored([table(is_plain=False)], [Claim(48)]).values()} == {""}


def test_where_no_points_tell_the_table_with_most_certain_rows_counts_and_then_the_first() -> None:
    other = table((3, 8, 20, 12, 5), start=900)
    assert points_of([in_doubt(table()), other]) == [3, 8, 20, 12, 5]
    assert points_of([other, table()]) == list(POINTS)
    assert points_of([other, in_doubt(other), in_doubt(table())]) == [3, 8, 20, 12, 5]


def test_another_reading_of_the_same_rows_stays_a_rival_when_it_fits_or_when_nothing_does() -> None:
    turned = table((9, 2, 20, 12, 5))
    assert doubts_of([table(), turned], [Claim(48)]) == [OTHER, OTHER, "", "", ""]
    assert doubts_of([table(), table((9, 19, 20, 12, 5))]) == [OTHER, OTHER, "", "", ""]
    assert doubts_of([table(), table((9, 19, 20, 12, 5))], [Claim(60), Claim(48)]) == [OTHER, OTHER, "", "", ""]


def test_another_reading_of_the_same_rows_that_lacks_a_single_one_stays_a_rival() -> None:
    assert doubts_of([table(), table((9, 9, None, 12, 5))], [Claim(48)]) == [OTHER, "", "", "", ""]
    assert doubts_of([table(), table((9, 9, None, None, 5))], [Claim(48)]) == [""] * 5


def test_what_another_table_is_unsure_of_or_has_not_is_no_rival() -> None:
    assert doubts_of([table(), in_doubt(table((3, 9, 20, 12, 5), start=900))]) == [""] * 5
    assert (
        doubts_of([with_percents(*zip(POINTS, [None] * 5, strict=True)), table((None, 9, 20, 12, 5), start=900)])
        == [""] * 5
    )
    percents = with_percents(*zip([None] * 5, PERCENTS, strict=True), start=900)
    assert doubts_of([table(), percents]) == [""] * 5


def test_another_tables_figures_are_told() -> None:
    def told(*rival: float | None) -> str:
        rows = zip(POINTS, PERCENTS, strict=True)
        first, *others = rows
        own = with_percents(first, *others)
        _, scores = settle_area(AREA, [own, with_percents((rival[0], rival[1]), *others, start=900)], [])
        doubt = scores["1.1"].doubt
        return doubt.values["figures"] if doubt else ""

    assert told(3, 20) == "3 (20 %)"
    assert told(2, 20) == "2 (20 %)"
    assert told(3, None) == "3"
    assert told(None, 20) == "20 %"
    assert told(2, 13) == ""


def test_a_doubt_of_its_own_stays_whatever_else_speaks_against_a_figure() -> None:
    found = scored([in_doubt(table()), in_doubt(table((3, 9, 20, 12, 5), start=900), "1.2")])
    assert found["1.1"] == (2.0, DOUBT.message)
    found = scored([in_doubt(replace(table(), is_plain=False))])
    assert found["1.1"] == (2.0, DOUBT.message)
    assert found["1.2"] == (9, "Nothing confirms which column this is.")


def test_a_table_that_is_not_plain_keeps_both_figures() -> None:
    one = replace(with_percents(*zip(POINTS, PERCENTS, strict=True)), is_plain=False)
    _, scores = settle_area(AREA, [one], [])
    assert [(score.points, score.percent) for score in scores.values()] == list(zip(POINTS, PERCENTS, strict=True))


def test_another_table_that_does_not_fit_stays_a_rival() -> None:
    assert doubts_of([table(), table((9, 19, 20, 12, 5), start=900)], [Claim(48)]) == [OTHER, OTHER, "", "", ""]


def test_a_part_of_a_table_that_is_not_plain_is_in_doubt_however_certain_its_points() -> None:
    part = table((2, 9, None, 12, 5), is_plain=False)
    assert set(doubts_of([part], [Claim(48), Claim(48)])) == {"Nothing confirms which column this is."}


def test_without_a_table_there_are_no_scores() -> None:
    assert settle_area(AREA, [], [Claim(48)])[1] == {}


def test_of_several_rivals_the_first_is_told() -> None:
    rivals = [table((points, 9, 20, 12, 5), start=900) for points in (3, 4)]
    _, scores = settle_area(AREA, [table(), *rivals], [])
    doubt = scores["1.1"].doubt
    assert doubt is not None
    assert doubt.values == {"figures": "3"}


def test_a_foreign_table_counts_after_others_and_is_no_rival() -> None:
    foreign = replace(table((3, 9, 20, 12, 5)), is_foreign=True)
    assert doubts_of([foreign, in_doubt(table(start=900))]) == [DOUBT.message, "", "", "", ""]
    assert points_of([foreign, in_doubt(table(start=900))]) == list(POINTS)
    assert points_of([foreign, table((9, 19, 20, 12, 5), start=900)], [Claim(49)]) == [3, 9, 20, 12, 5]


def test_a_part_of_a_table_whose_own_sum_is_another_than_the_areas_points_is_in_doubt() -> None:
    part = table((2, 9, None, 12, 5), own=60)
    assert set(doubts_of([part], [Claim(48)])) == {OTHER_SUM}
    assert set(doubts_of([part], [Claim(60)])) == {""}
    assert set(doubts_of([part])) == {""}
    assert set(doubts_of([table(own=60)], [Claim(48)])) == {""}
    _, scores = settle_area(AREA, [part], [Claim(48.5)])
    doubt = scores["1.1"].doubt
    assert doubt is not None
    assert doubt.values == {"points": "48.5", "sum": "60"}


def test_a_whole_table_that_cannot_sum_to_the_areas_points_is_in_doubt() -> None:
    assert set(doubts_of([table()], [Claim(60)])) == {NO_SUM}
