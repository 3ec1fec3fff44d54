"""The places where a report has a row on a sub-question."""

from __future__ import annotations

import pytest

from kompass_sphinx.importing.area_headings import area_headings
from kompass_sphinx.importing.question_rows import QuestionRow, question_rows, rows_without_numbers
from tests.importing.snippets import edition, flow_of


def values(rows: list[QuestionRow]) -> list[tuple[str, list[list[float]]]]:
    return [(row.number, [[one.value for one in group] for group in row.groups]) for row in rows]


def read(text: str, *stops: int) -> list[tuple[str, list[list[float]]]]:
    return values(question_rows(text, edition(), stops))


@pytest.mark.parametrize(
    "text",
    [
        "4.3 Hur styrs det? 9 20 45%",
        "4.3. Hur styrs det?\t9\t20\t45%",
        "4,3 Hur styrs det? 9/20 (45 %)",
        "4.3: Hur styrs det?\n9\n20\n45",
        "Fråga 4.3 Hur styrs det? 9 20 45%",
        "4 .3 Hur styrs det? 9 20 45%",
        "43\tHur styrs det?\t9\t20\t45%",
        "4.3\t9\t20\t45%\nHur styrs det?",
    ],
)
def test_a_row_is_a_number_of_the_edition_and_the_figures_after_it(text: str) -> None:
    assert read(text) == [("4.3", [[9, 20, 45]])]


@pytest.mark.parametrize(
    "text",
    [
        "4.3 % av alla",
        "4.3",
        "14.3 Plan 9",
        "4.35 Plan 9",
        "4.9 Plan 9",
        "9.1 Plan 9",
        "2016-4.3 Plan",
        "43 personer 9",
    ],
)
def test_other_figures_are_no_rows(text: str) -> None:
    assert read(text) == []


def test_a_row_ends_where_the_next_begins_where_an_area_does_and_after_a_while() -> None:
    assert read("4.3 Plan 9 20\n4.4 Etik 7 15") == [("4.3", [[9, 20]]), ("4.4", [[7, 15]])]
    text = "4.3 Plan 9 20\nOmråde fem 48"
    assert read(text, text.index("Område")) == [("4.3", [[9, 20]])]
    assert read("4.3 Plan 9 20" + " ord" * 200 + " 48") == [("4.3", [[9, 20]])]


def test_figures_in_the_words_of_a_question_stand_apart() -> None:
    assert read("4.3 Finns 2 planer?\t9\t20") == [("4.3", [[2], [9, 20]])]


def unnumbered(*lines: str) -> list[tuple[str, list[list[float]]]]:
    flow = flow_of(*lines)
    numbered = question_rows(flow.text, edition(), ())
    return values(rows_without_numbers(flow.text, edition(), area_headings(flow, edition()), numbered))


ROWS = ["Plan?\t2\t15", "Information?\t9\t20", "Resultat?\t20\t25", "Dialog?\t12\t30", "Etik?\t5\t10"]
FIGURES = [[2, 15], [9, 20], [20, 25], [12, 30], [5, 10]]


def test_rows_without_numbers_are_numbered_by_their_order_when_none_is_missing() -> None:
    assert unnumbered("1. Offentlighet och demokrati", *ROWS) == [
        (f"1.{number}", [figures]) for number, figures in enumerate(FIGURES, 1)
    ]
    assert unnumbered("1. Offentlighet och demokrati", *ROWS[:4]) == []


def test_the_areas_own_row_after_rows_without_numbers_goes_with_the_last() -> None:
    assert unnumbered("1. Offentlighet och demokrati", *ROWS, "\t48\t100")[-1] == ("1.5", [[5, 10], [48, 100]])


def test_rows_are_not_counted_where_numbers_stand() -> None:
    assert unnumbered("1. Offentlighet och demokrati", "1.1 Plan?\t2\t15", *ROWS) == []
    assert unnumbered(*ROWS) == []


def test_lone_figures_without_a_percent_sign_are_no_rows() -> None:
    lines = ["Plan? 2", "Information? 9", "Resultat? 20", "Dialog? 12", "Etik? 5"]
    assert unnumbered("1. Offentlighet och demokrati", *lines) == []
    assert len(unnumbered("1. Offentlighet och demokrati", *(f"{line}%" for line in lines))) == 5
