"""Which of several readings of an area counts, and what remains in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kompass_sphinx.importing.area_points import Claim
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.score_tables import Score, ScoreTable
from kompass_sphinx.importing.settling import settle_area
from tests.importing.snippets import edition

AREA = edition().areas[1]
POINTS = (2.0, 9.0, 20.0, 12.0, 5.0)
"""They sum to 48."""


def table(
    points: Sequence[float | None] = POINTS, *, start: int = 0, is_plain: bool = True, own: float | None = None
) -> ScoreTable:
    scores = {
        number: Score(one, None, start) for number, one in zip(AREA.questions, points, strict=True) if one is not None
    }
    return ScoreTable(1, scores, None if own is None else Score(own, None, start), start, is_plain)


def settled(tables: Sequence[ScoreTable], claims: Sequence[Claim] = ()) -> tuple[float | None, str]:
    read, _ = settle_area(AREA, tables, claims)
    if read is None:
        return None, ""
    return read.value, read.doubt.message if read.doubt else ""


def scored(tables: Sequence[ScoreTable], claims: Sequence[Claim] = ()) -> dict[str, tuple[float | None, str]]:
    _, scores = settle_area(AREA, tables, claims)
    return {number: (one.points, one.doubt.message if one.doubt else "") for number, one in scores.items()}


UNCONFIRMED = "Nothing in the report confirms it."
SEVERAL = "The report has several figures: %(figures)s."


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


DOUBT = Doubt("Its own.")
PERCENTS = (13.0, 45.0, 80.0, 40.0, 50.0)
OTHER = "Another table has %(figures)s."
NO_SUM = "The sub-questions do not sum to it."


def with_percents(*figures: tuple[float | None, float | None], start: int = 0) -> ScoreTable:
    scores = {number: Score(*one, start) for number, one in zip(AREA.questions, figures, strict=True)}
    return ScoreTable(1, scores, None, start, is_plain=True)


def in_doubt(one: ScoreTable, number: str = "1.1") -> ScoreTable:
    return replace(one, scores=one.scores | {number: replace(one.scores[number], doubt=DOUBT)})


def points_of(tables: Sequence[ScoreTable], claims: Sequence[Claim] = ()) -> list[float | None]:
    return [points for points, _ in scored(tables, claims).values()]


def doubts_of(tables: Sequence[ScoreTable], claims: Sequence[Claim] = ()) -> list[str]:
    return [doubt for _, doubt in scored(tables, claims).values()]


def test_where_no_points_tell_the_table_with_most_certain_rows_counts_and_then_the_first() -> None:
    other = table((3, 8, 20, 12, 5), start=900)
    assert points_of([in_doubt(table()), other]) == [3, 8, 20, 12, 5]
    assert points_of([other, table()]) == list(POINTS)
    assert points_of([other, in_doubt(other), in_doubt(table())]) == [3, 8, 20, 12, 5]


def test_that_a_table_fits_the_points_says_more_than_its_certain_rows() -> None:
    assert points_of([table((9, 19, 20, 12, 5)), in_doubt(table(start=900))], [Claim(48)]) == list(POINTS)


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


FOREIGN = "The text above the table names another municipality or year."
OTHER_SUM = "The area has %(points)s points, the sum of this table is %(sum)s."


def test_a_table_that_its_heading_calls_foreign_is_in_doubt_unless_it_sums_to_what_is_said_elsewhere() -> None:
    foreign = replace(table(own=48), is_foreign=True)
    assert settled([foreign]) == (48, FOREIGN)
    assert set(doubts_of([foreign])) == {FOREIGN}
    assert settled([foreign], [Claim(48)]) == (48, "")
    assert set(doubts_of([foreign], [Claim(48)])) == {""}
    assert set(doubts_of([foreign], [Claim(70)])) == {FOREIGN}


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


OLD_AREA = edition(2002).areas[1]


def old(
    *percents: float | None, own: float | None = None, claims: Sequence[Claim] = (), is_plain: bool = True
) -> tuple[str, set[str]]:
    """The doubts at an area's points and at its sub-questions, in an edition without maximums."""
    scores = {
        number: Score(None, one, 0)
        for number, one in zip(OLD_AREA.questions, percents, strict=False)
        if one is not None
    }
    one = ScoreTable(1, scores, None if own is None else Score(None, own, 0), 0, is_plain)
    read, found = settle_area(OLD_AREA, [one], claims)
    return (
        read.doubt.message if read and read.doubt else "",
        {score.doubt.message if score.doubt else "" for score in found.values()},
    )


def test_without_maximums_a_table_of_another_sum_than_the_areas_points_is_in_doubt() -> None:
    assert old(53, 74, 50, own=59, claims=[Claim(59)]) == ("", {""})
    assert old(53, 74, 50, own=59, claims=[Claim(60)]) == (SEVERAL, {OTHER_SUM})


def test_without_maximums_an_area_has_no_fewer_points_than_its_weakest_sub_question_and_no_more_than_its_best() -> None:
    for points, doubts in ((48, {NO_SUM}), (49, {""}), (75, {""}), (76, {NO_SUM})):
        assert old(53, 74, 50, claims=[Claim(points), Claim(points)]) == (NO_SUM if NO_SUM in doubts else "", doubts)
    assert old(53, 74, claims=[Claim(90), Claim(90)]) == ("", {""})
    assert old(claims=[Claim(90), Claim(90)]) == ("", set())


def test_without_maximums_no_sum_tells_which_column_is_which() -> None:
    assert old(53, 74, 50, own=59, claims=[Claim(59)], is_plain=False)[1] == {"Nothing confirms which column this is."}


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
