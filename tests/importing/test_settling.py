"""Which of several readings of an area's points counts, and what remains in doubt."""

from __future__ import annotations

from dataclasses import replace

from kompass_sphinx.importing.area_points import Claim
from kompass_sphinx.importing.score_tables import Score
from kompass_sphinx.importing.settling import settle_area
from tests.importing.settled import (
    AREA,
    FOREIGN,
    NO_SUM,
    PERCENTS,
    POINTS,
    SEVERAL,
    UNCONFIRMED,
    doubts_of,
    in_doubt,
    points_of,
    scored,
    settled,
    table,
    with_percents,
)


def test_points_that_the_sub_questions_sum_to_are_certain() -> None:
    assert settled([table()], [Claim(48)]) == (48, "")
    assert settled([table(own=48)]) == (48, "")
    assert settled([table()], [Claim(60)]) == (60, "The sub-questions do not sum to it.")


def test_points_alone_are_certain_when_two_places_or_a_total_agree() -> None:
    assert settled([], [Claim(48)]) == (48, UNCONFIRMED)
    assert settled([], [Claim(48), Claim(48)]) == (48, "")
    assert settled([], [Claim(48, is_confirmed=True)]) == (48, "")
    assert settled([], [Claim(48), Claim(50), Claim(50)]) == (50, SEVERAL)
    assert settled([], [Claim(50), Claim(48, is_confirmed=True)]) == (48, SEVERAL)
    assert settled([]) == (None, "")
    assert settled([table()]) == (None, "")


def test_of_several_claims_the_one_that_the_table_sums_to_counts() -> None:
    assert settled([table()], [Claim(60), Claim(48), Claim(60)]) == (48, SEVERAL)
    assert settled([table()], [Claim(60), Claim(48, is_confirmed=True)]) == (48, "")


def test_a_table_with_a_row_missing_confirms_nothing() -> None:
    part = table((2, 9, None, 12, 5))
    assert settled([part], [Claim(48)]) == (48, UNCONFIRMED)
    assert settled([part], [Claim(48), Claim(48)]) == (48, "")
    assert settled([part], [Claim(48, is_confirmed=True)]) == (48, "")


def test_that_a_table_fits_the_points_says_more_than_its_certain_rows() -> None:
    assert points_of([table((9, 19, 20, 12, 5)), in_doubt(table(start=900))], [Claim(48)]) == list(POINTS)


def test_points_and_percent_together_leave_less_room_for_the_sum() -> None:
    both = with_percents(*zip(POINTS, PERCENTS, strict=True))
    assert settled([table()], [Claim(50)]) == (50, "")
    assert settled([both], [Claim(50)]) == (50, NO_SUM)
    assert settled([both], [Claim(48)]) == (48, "")
    percents = with_percents(*zip([None] * 5, PERCENTS, strict=True))
    assert settled([percents], [Claim(48)]) == (48, "")
    assert [settled([percents], [Claim(one)])[1] for one in (47, 48.5, 49)] == ["", "", NO_SUM]
    whole = with_percents(*((None, 100.0) for _ in POINTS))
    assert settled([whole], [Claim(100)]) == (100, "")


def test_where_points_and_percent_disagree_the_sum_allows_for_both() -> None:
    rows = [*zip(POINTS, PERCENTS, strict=True)]
    for odd in ((2.0, 60.0), (9.0, 13.0)):
        assert [settled([with_percents(odd, *rows[1:])], [Claim(points)])[1] for points in (46, 48, 51, 55, 57)] == [
            NO_SUM, "", "", "", NO_SUM
        ]  # fmt: skip


def test_nothing_of_a_sub_question_is_a_figure_like_others() -> None:
    assert settled([table((0, 9, 20, 12, 5))], [Claim(46)]) == (46, "")
    assert settled([table((0, 9, 20, 12, 5))], [Claim(50)]) == (50, NO_SUM)
    percents = with_percents((None, 0), *zip([None] * 4, PERCENTS[1:], strict=True))
    assert settled([percents], [Claim(46)]) == (46, "")
    assert settled([percents], [Claim(50)]) == (50, NO_SUM)


def test_what_a_total_confirms_counts_then_what_is_said_most_and_then_first() -> None:
    assert settled([], [Claim(50), Claim(50), Claim(48, is_confirmed=True)]) == (48, SEVERAL)
    assert settled([], [Claim(50), Claim(48)]) == (50, SEVERAL)
    assert settled([], [Claim(48), Claim(50)]) == (48, SEVERAL)
    assert settled([table()], [Claim(60), Claim(70), Claim(70)]) == (70, SEVERAL)


def test_several_figures_are_told_in_their_order() -> None:
    read, _ = settle_area(AREA, [], [Claim(56), Claim(47), Claim(50.5)])
    assert read is not None
    assert read.doubt is not None
    assert read.doubt.values == {"figures": "47, 50.5, 56"}


def test_the_areas_own_row_is_one_more_that_says_its_points() -> None:
    own = Score(None, 48, 0)
    assert settled([replace(table(), area_row=own)]) == (48, "")
    assert settled([table(own=60)]) == (60, NO_SUM)
    part = table((2, 9, None, 12, 5), own=48)
    assert settled([part]) == (48, UNCONFIRMED)
    assert settled([part], [Claim(48)]) == (48, "")


def test_of_several_figures_only_one_that_alone_fits_and_that_a_total_confirms_is_certain() -> None:
    sure = Claim(48, is_confirmed=True)
    assert settled([table()], [Claim(60), sure, Claim(48)]) == (48, "")
    assert settled([table()], [sure, Claim(49)]) == (48, SEVERAL)
    assert settled([table()], [Claim(48), Claim(60, is_confirmed=True)]) == (48, SEVERAL)


def test_a_table_that_its_heading_calls_foreign_is_in_doubt_unless_it_sums_to_what_is_said_elsewhere() -> None:
    foreign = replace(table(own=48), is_foreign=True)
    assert settled([foreign]) == (48, FOREIGN)
    assert set(doubts_of([foreign])) == {FOREIGN}
    assert settled([foreign], [Claim(48)]) == (48, "")
    assert set(doubts_of([foreign], [Claim(48)])) == {""}
    assert set(doubts_of([foreign], [Claim(70)])) == {FOREIGN}


def test_the_sum_of_a_foreign_table_says_nothing_beside_what_the_report_says_of_an_area() -> None:
    foreign = replace(table(own=48), is_foreign=True)
    assert settled([foreign], [Claim(60, is_confirmed=True)]) == (60, "The sub-questions do not sum to it.")
    assert settled([table(own=48)], [Claim(60, is_confirmed=True)]) == (48, SEVERAL)


def test_of_two_tables_that_both_sum_to_their_own_row_none_is_certain_until_the_area_is_told() -> None:
    others = [one - 1 for one in POINTS]
    both = [table(own=48, is_plain=False), table(others, own=43, is_plain=False)]
    assert settled(both) == (48, SEVERAL)
    assert {doubt for _, doubt in scored(both).values()} == {"Another table has %(figures)s."}
    assert settled(both, [Claim(48)]) == (48, "")
    assert settled([both[0], table(others, own=60, is_plain=False)]) == (48, "")
    assert settled([both[0], table(others, own=43, start=99)]) == (48, SEVERAL)
    assert settled([both[0], replace(table(others, own=43, start=99), is_foreign=True)]) == (48, "")
