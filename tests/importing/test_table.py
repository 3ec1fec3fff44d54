"""Rows of tables as lines."""

from __future__ import annotations

from kompass_sphinx.importing.table import Cell, is_figure, lines_of_table


def lines(*rows: list[Cell]) -> list[str]:
    return [line for line in lines_of_table(rows) if line]


def test_a_row_is_a_line() -> None:
    assert lines([("1.1",), ("Finns en plan?",), ("2",)]) == ["1.1\tFinns en plan?\t2"]


def test_empty_cells_hold_their_place_but_at_the_end() -> None:
    assert lines([("1.1",), (), ("20",), ()], [(), ("48",), ("100",), ()]) == ["1.1\t\t20", "\t48\t100"]


def test_rows_without_text_are_left_out() -> None:
    assert lines([(), ()], [("a",), ("b",)]) == ["a\tb"]


def test_a_list_beside_a_figure_stays_in_its_row() -> None:
    assert lines([("Rubriker",), ("Poäng",)], [("• Plan", "• Dialog"), ("37",)]) == [
        "Rubriker\tPoäng",
        "Plan; Dialog\t37",
    ]


def test_paragraphs_of_a_cell_beside_a_figure_are_one_text() -> None:
    assert lines([("Plan", "och dialog"), ("37 p",)]) == ["Plan och dialog\t37 p"]


def test_lists_beside_each_other_are_read_one_by_one_below_their_headings() -> None:
    assert lines([("Styrkor",), ("Förbättringsområden",)], [("• A", "• B"), ("• C",)]) == [
        "Styrkor",
        "• A",
        "• B",
        "Förbättringsområden",
        "• C",
    ]


def test_every_row_of_lists_gets_the_headings() -> None:
    table = lines(
        [("Område",), ("Styrkor",), ("Förbättringsområden",)],
        [("1",), ("• A",), ("• B",)],
        [("2",), ("• C",), ("• D",)],
    )
    assert table == [
        *("1", "Styrkor", "• A", "Förbättringsområden", "• B"),
        *("2", "Styrkor", "• C", "Förbättringsområden", "• D"),
    ]


def test_the_end_of_a_row_of_the_page_before_is_no_heading() -> None:
    assert lines([(), ("invånare?",), ()], [("1.2",), ("Hur sker", "dialog?"), ("• A",)])[0] == "\tinvånare?"
    assert lines([(), ("invånare?",), ()], [(), ("• A", "• B"), ()]) == ["\tinvånare?", "• A", "• B"]


def test_rows_inside_a_cell_stay_rows() -> None:
    assert lines([("1.1 Plan\t7", "1.2 Dialog\t9"), ()]) == ["1.1 Plan\t7", "1.2 Dialog\t9"]


def test_figures() -> None:
    assert all(is_figure(text) for text in ("48", "74,5", "15 %", "48/100", "48 p", "48 poäng", "-3", "(27)", "10–12"))
    assert not any(is_figure(text) for text in ("", "–", "1.1 Plan", "plan", "p", "20 personer"))


def test_headings_carried_from_the_page_before_stand_above_the_lists() -> None:
    rows = [[("• Ett",), ("• Två", "• Tre")]]
    carried = ["Styrkor", "Förbättringsområden"]
    assert [line for line in lines_of_table(rows, carried) if line] == [
        "Styrkor",
        "• Ett",
        "Förbättringsområden",
        "• Två",
        "• Tre",
    ]


def test_carried_headings_stand_above_rows_of_text_but_not_of_figures() -> None:
    carried = ["Styrkor", "Förbättringsområden"]
    assert next(lines_of_table([[("Ett",), ("Två",)]], carried)) == "Styrkor\tFörbättringsområden"
    assert list(lines_of_table([[("Fråga",), ("7",)]], ["Delfråga", "Poäng"])) == ["Fråga\t7"]


def test_headings_printed_again_on_the_page_are_not_carried_as_well() -> None:
    rows = [[("Styrkor",), ("Förbättringsområden",)], [("• Ett",), ("• Två",)]]
    lines = [line for line in lines_of_table(rows, ["Styrkor", "Förbättringsområden"]) if line]
    assert lines == ["Styrkor", "• Ett", "Förbättringsområden", "• Två"]
