"""The figures of sub-questions as tables give them."""

from __future__ import annotations

from kompass_sphinx.importing.question_rows import question_rows
from kompass_sphinx.importing.score_tables import Score, ScoreTable, score_tables
from tests.importing.snippets import edition

USUAL = ["1.1 Plan?\t2\t15\t13%", "1.2 Dialog?\t9\t20\t45%", "1.3 Val?\t20\t25\t80%", "1.4 Etik?\t12\t30\t40%"]
LAST = "1.5 Insyn?\t5\t10\t50%"


def tables(*lines: str, number: int = 2016) -> list[ScoreTable]:
    return list(score_tables(question_rows("\n".join(lines), edition(number), ()), edition(number)))


def only(*lines: str, number: int = 2016) -> ScoreTable:
    (table,) = tables(*lines, number=number)
    return table


def figures(table: ScoreTable) -> list[tuple[float | None, float | None]]:
    return [score.figures for score in table.scores.values()]


def why(score: Score) -> str | None:
    return score.doubt.message if score.doubt else None


def test_a_table_has_points_and_percent_of_every_row_and_no_doubt_when_all_agrees() -> None:
    table = only(*USUAL, LAST)
    assert table.area == 1
    assert table.is_plain
    assert list(table.scores) == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert figures(table) == [(2, 13), (9, 45), (20, 80), (12, 40), (5, 50)]
    assert [why(score) for score in table.scores.values()] == [None] * 5
    assert table.area_row is None


def test_the_areas_own_row_at_the_end_is_its_own() -> None:
    table = only(*USUAL, LAST, "\t48\t100\t48%")
    assert table.area_row is not None
    assert table.area_row.figures == (48.0, 48.0)
    assert why(table.scores["1.5"]) is None


def test_each_area_is_a_table_and_so_is_each_time_its_rows_return() -> None:
    second = ["2.1 Plan?\t9\t15\t60%", "2.2 Dialog?\t9\t25\t36%", "2.3 Val?\t9\t20\t45%"]
    found = tables(*USUAL, *second, *USUAL)
    assert [table.area for table in found] == [1, 2, 1]
    assert len({table.start for table in found}) == 3


def test_a_row_whose_figures_do_not_agree_is_in_doubt() -> None:
    table = only(*USUAL, "1.5 Insyn?\t5\t10\t70%")
    assert why(table.scores["1.5"]) == "The figures do not agree with each other."
    assert table.scores["1.5"].figures == (5, 70)


def test_a_maximum_that_is_not_the_editions_is_in_doubt() -> None:
    table = only(*USUAL, "1.5 Insyn?\t5\t15\t33%")
    doubt = table.scores["1.5"].doubt
    assert doubt is not None
    assert doubt.values == {"found": "15", "maximum": "10"}


def test_a_row_with_several_readings_is_in_doubt() -> None:
    table = only("1.1 Plan? om 2 15 13 saker\t3\t15\t20", *(line.replace("%", "") for line in (*USUAL[1:], LAST)))
    assert why(table.scores["1.1"]) == "The row can be read in more than one way."


def test_a_last_row_that_lacks_a_figure_does_not_borrow_the_areas_without_a_mark() -> None:
    table = only(*USUAL, "1.5 Insyn?\t6\t10", "\t63\t100\t63%")
    assert table.scores["1.5"].figures == (6.0, 63.0)
    assert why(table.scores["1.5"]) == "The figures may be those of the whole area."


def test_a_last_row_without_maximums_may_have_borrowed_the_areas_figures() -> None:
    rows = ["1.1 Plan?\t24%", "1.2 Dialog?\t45%", "1.3 Val?"]
    table = only(*rows, "\t49%", number=2002)
    assert table.scores["1.3"].figures == (None, 49.0)
    assert why(table.scores["1.3"]) == "The figures may be those of the whole area."
    assert why(only(*rows[:2], "1.3 Val?\t80%", "\t49%", number=2002).scores["1.3"]) is None


def test_a_footnote_after_a_row_does_not_widen_the_table() -> None:
    table = only("1.1 Plan?\t33%", "1 Se bilaga.", "1.2 Dialog?\t60%", "1.3 Val?\t54%", "\t49%", number=2002)
    assert figures(table) == [(None, 33), (None, 60), (None, 54)]


def test_every_way_to_read_the_columns_is_a_table() -> None:
    found = tables("1.1 Plan?\t24", "1.2 Dialog?\t45", "1.3 Val?\t80", "\t49", number=2002)
    assert [figures(table)[0] for table in found] == [(None, 24), (24, None)]
    assert not any(table.is_plain and score.doubt is None for table in found[2:] for score in table.scores.values())


def test_a_lone_figure_after_a_number_in_running_text_is_no_table() -> None:
    assert tables("Enligt 1.1 Plan finns 3 mål i kommunen.") == []
    assert tables("1.1 Plan finns.", "1.2 Dialog finns.") == []


def test_columns_read_one_after_the_other_are_a_table() -> None:
    questions = [f"1.{number} Fråga?" for number in range(1, 6)]
    table = only(*questions, *("2", "9", "20", "12", "5"), *("15", "20", "25", "30", "10"))
    assert figures(table) == [(2, None), (9, None), (20, None), (12, None), (5, None)]
    assert table.is_plain


def test_a_misprint_in_columns_is_in_doubt() -> None:
    questions = [f"1.{number} Fråga?" for number in range(1, 6)]
    percents = ("13%", "45%", "80%", "40%", "50%")
    table = only(*questions, *("7", "9", "20", "12", "5"), *("15", "20", "25", "30", "10"), *percents)
    assert [why(score) for score in table.scores.values()] == ["The figures do not agree with each other.", *[None] * 4]


MAXIMUM_FIRST = ["1.1 Plan?\t15\t2\t13%", "1.2 Dialog?\t20\t9\t45%", "1.3 Val?\t25\t20\t80%", "1.4 Etik?\t30\t12\t40%"]
BORROWED = "The figures may be those of the whole area."
SEVERAL = "The row can be read in more than one way."


def doubts(table: ScoreTable) -> list[str | None]:
    return [why(score) for score in table.scores.values()]


def without_signs(*rows: str) -> list[str]:
    return [row.replace("%", "") for row in rows]


def test_no_rows_are_no_table() -> None:
    assert tables("Ingen delfråga står här.") == []


def test_columns_of_any_area_have_its_own_row_at_their_ends() -> None:
    questions = [f"4.{number} Fråga?" for number in range(1, 7)]
    table = only(*questions, *("3", "4", "10", "9", "5", "8", "39"), *("15", "10", "20", "15", "20", "20", "100"))
    assert table.area == 4
    assert figures(table) == [(3, None), (4, None), (10, None), (9, None), (5, None), (8, None)]
    assert table.area_row is not None
    assert table.area_row.figures == (39, None)


def test_where_no_maximum_confirms_it_half_of_the_sub_questions_make_a_table() -> None:
    assert figures(only("3.1 Plan?\t24%", "3.2 Val?\t45%", number=2002)) == [(None, 24), (None, 45)]
    assert tables("1.1 Plan?\t24%", number=2002) == []
    assert tables("4.1 Plan?\t24%", "4.2 Val?\t45%", number=2002) == []


def test_a_single_row_with_its_maximum_is_a_table_wherever_the_maximum_stands() -> None:
    assert figures(only("1.1 Plan för 3 år?\t2\t15\t13%")) == [(2, 13)]
    assert figures(only("1.1 Plan?\t15\t2\t13%")) == [(2, 13)]


def test_a_table_that_begins_with_the_maximums_is_as_certain_as_others() -> None:
    table = only(*MAXIMUM_FIRST)
    assert figures(table) == [(2, 13), (9, 45), (20, 80), (12, 40)]
    assert doubts(table) == [None] * 4
    assert table.is_plain


def test_rows_that_return_at_once_are_a_table_of_their_own() -> None:
    assert [list(table.scores) for table in tables(*USUAL, *USUAL)] == [["1.1", "1.2", "1.3", "1.4"]] * 2


def test_a_figure_in_the_words_of_every_row_does_not_narrow_the_table() -> None:
    table = only(*(row.replace("?", " om 3 år?") for row in (*USUAL, LAST)))
    assert figures(table) == [(2, 13), (9, 45), (20, 80), (12, 40), (5, 50)]


def test_a_row_with_a_figure_gone_does_not_narrow_the_table() -> None:
    table = only(USUAL[0], "1.2 Dialog?\t9\t20", *USUAL[2:], LAST)
    assert figures(table) == [(2, 13), (20, 80), (12, 40), (5, 50)]


def test_a_last_row_alone_with_figures_is_a_table() -> None:
    assert figures(only("1.1 Plan?", "1.2 Dialog?", "1.3 Val?", LAST)) == [(5, 50)]


def test_without_maximums_only_all_the_numbers_in_order_are_plain() -> None:
    rows = [f"3.{number} Fråga?\t{number}0%" for number in range(1, 5)]
    assert only(*rows, number=2002).is_plain
    assert not only(*rows[:3], number=2002).is_plain


def test_a_row_without_figures_has_no_score_and_those_below_are_their_own() -> None:
    table = only(USUAL[0], "1.2 Dialog?", *USUAL[2:], LAST)
    assert list(table.scores) == ["1.1", "1.3", "1.4", "1.5"]
    assert doubts(table) == [None] * 4


def test_more_figures_than_others_have_below_a_row_without_any_may_be_that_rows() -> None:
    table = only(USUAL[0].replace("?", " om 3 år?"), "1.2 Dialog?", "1.3 Val om 3 år?\t20\t25\t80%", USUAL[3], LAST)
    assert doubts(table) == [None, "The row above has no figures; these may be its own.", None, None]


def test_a_last_rows_own_doubt_stays() -> None:
    table = only("1.1 Plan?\t24%", "1.2 Dialog?\t45%", "1.3 Val?\t120%", number=2002)
    assert doubts(table) == [None, None, "The figures do not agree with each other."]


def test_the_areas_own_row_is_no_second_reading_of_the_last_but_any_other_figures_are() -> None:
    rows = ["1.1 Plan?\t24%", "1.2 Dialog?\t45%"]
    assert doubts(only(*rows, "1.3 Val?\t80%", "\t49%", number=2002)) == [None] * 3
    assert doubts(only(*rows, "1.3 Val?\t80%", "\t49%\t50%", number=2002)) == [None, None, SEVERAL]
    assert doubts(only("1.1 Plan om 30%?\t24%", rows[1], "1.3 Val?\t80%", "\t49%", number=2002)) == [
        SEVERAL,
        None,
        None,
    ]
    assert doubts(only(*USUAL, "1.5 Insyn om 3 10 30%?\t5\t10\t50%")) == [None] * 4 + [SEVERAL]


def test_readings_that_say_the_same_are_one() -> None:
    assert (
        doubts(only("1.1 Plan om 24%?\t24%", "1.2 Dialog?\t45%", "1.3 Val?\t80%", "\t49%", number=2002)) == [None] * 3
    )


def test_a_figure_with_the_sign_of_percent_counts_before_one_without() -> None:
    table = only("1.1 Plan om 30 saker?\t24%", "1.2 Dialog?\t45%", "1.3 Val?\t80%", "\t49%", number=2002)
    assert figures(table) == [(None, 24), (None, 45), (None, 80)]
    assert doubts(table) == [None] * 3


def test_a_whole_row_after_the_last_leaves_no_doubt_and_a_part_of_one_does() -> None:
    rows = without_signs(*USUAL, LAST)
    whole = only(*rows, "\t48\t100\t48")
    assert doubts(whole) == [None] * 5
    assert whole.area_row is not None
    part = only(*rows, "\t48")
    assert doubts(part) == [None] * 4 + [BORROWED]
    assert part.area_row is None
    assert doubts(only(*USUAL, LAST, "\t48")) == [None] * 5


def test_a_figure_too_many_in_a_row_leaves_the_table_unexplained() -> None:
    rows = without_signs(*USUAL, LAST)
    table = only(f"{rows[0]}\t99", *rows[1:])
    assert doubts(table) == [None] * 5
    assert not table.is_plain
    assert only(*rows).is_plain


def test_figures_after_the_table_that_cannot_be_the_areas_are_not() -> None:
    assert only(*USUAL, LAST, "\t3\t7\t9%").area_row is None


def test_a_part_of_a_row_is_looked_for_beside_the_figures_not_in_the_words() -> None:
    rows = without_signs(*USUAL, "1.5 Insyn om 3 år?\t5\t10\t50%")
    assert doubts(only(*rows, "\t48")) == [None] * 4 + [BORROWED]
    assert doubts(only(*rows)) == [None] * 5


def test_a_table_whose_rows_lack_figures_is_as_wide_as_the_others() -> None:
    rows = ["2.1 Plan?\t9\t15\t60%", "2.2 Service?\t12\t20", "2.3 Val?\t15\t60%", "2.4 Mått?\t3\t20\t15%"]
    torn = [*rows, "2.5 Löften?\t4\t20\t20%"]
    assert figures(tables(*USUAL, LAST, *torn)[-1]) == [(9, 60), (3, 15), (4, 20)]


def test_without_maximums_a_table_whose_rows_lack_figures_is_not_plain() -> None:
    assert only("1.1 Plan?\t24%", "1.2 Dialog?\t45%", "1.3 Val?\t80%", number=2002).is_plain
    assert not only("1.1 Plan?\t24%", "1.2 Dialog?", "1.3 Val?\t80%", number=2002).is_plain
