"""Tables whose columns were read one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.importing.by_column import rows_of_columns
from kompass_sphinx.importing.columns import Columns
from kompass_sphinx.importing.question_rows import question_rows
from tests.importing.snippets import edition

QUESTIONS = [f"1.{number} Påhittad fråga?" for number in range(1, 6)]
MAXIMUMS = ["15", "20", "25", "30", "10"]
POINTS = ["2", "9", "20", "12", "5"]
PERCENTS = ["13%", "45%", "80%", "40%", "50%"]


def read(*lines: str, number: int = 2016) -> tuple[Columns, list[list[float]], list[float] | None] | None:
    run = question_rows("\n".join(lines), edition(number), ())
    found = rows_of_columns(run, edition(number).areas[1])
    if found is None:
        return None
    columns, rows, own = found
    return columns, [[one.value for one in row] for row in rows], None if own is None else [one.value for one in own]


ROWS = [[2, 15, 13], [9, 20, 45], [20, 25, 80], [12, 30, 40], [5, 10, 50]]


def test_columns_become_rows() -> None:
    assert read(*QUESTIONS, *POINTS, *MAXIMUMS, *PERCENTS) == (Columns(3, 0, 1, 2), ROWS, None)


def test_the_areas_own_figures_end_every_column() -> None:
    found = read(*QUESTIONS, *POINTS, "48", *MAXIMUMS, "100", *PERCENTS, "48%")
    assert found == (Columns(3, 0, 1, 2), ROWS, [48, 100, 48])


def test_figures_in_the_words_before_and_of_other_things_after_do_not_disturb() -> None:
    last = "1.5 Påhittad fråga om 3 saker?"
    assert read(*QUESTIONS[:4], last, *POINTS, *MAXIMUMS, *PERCENTS) == (Columns(3, 0, 1, 2), ROWS, None)
    assert read(*QUESTIONS, *POINTS, *MAXIMUMS, *PERCENTS, "sida", "14") == (Columns(3, 0, 1, 2), ROWS, None)


def test_nothing_is_read_when_a_figure_is_missing_or_a_row_does_not_agree() -> None:
    assert read(*QUESTIONS, *POINTS[1:], *MAXIMUMS) is None
    assert read(*QUESTIONS, *POINTS, *MAXIMUMS[::-1]) is None
    assert read(*QUESTIONS[:4], *POINTS, *MAXIMUMS, *PERCENTS) is None
    assert read(*QUESTIONS, *POINTS) is None
    assert read(*QUESTIONS, *PERCENTS[1:]) is None
    assert read(*QUESTIONS, *PERCENTS, "sida", "14") is None


def test_a_misprint_does_not_hide_its_column() -> None:
    misprinted = read(*QUESTIONS, "7", *POINTS[1:], *MAXIMUMS, *PERCENTS)
    assert misprinted == (Columns(3, 0, 1, 2), [[7, 15, 13], *ROWS[1:]], None)


def test_without_maximums_all_figures_must_be_used() -> None:
    points, percents = ["14", "22", "9", "45"], ["93%", "61%", "30%", "45%"]
    columns = Columns(2, points=0, maximum=-1, percent=1)
    rows = [[14, 93], [22, 61], [9, 30]]
    assert read(*QUESTIONS[:3], *points, *percents, number=2002) == (columns, rows, [45, 45])
    assert read(*QUESTIONS[:3], *points, *percents, "sida", "14", number=2002) is None


def test_rows_that_have_their_figures_beside_them_are_no_columns() -> None:
    beside = [f"{question}\t{point}" for question, point in zip(QUESTIONS, POINTS, strict=True)]
    assert read(*beside, *POINTS, *MAXIMUMS) is None


@given(st.tuples(*(st.integers(0, int(maximum) - 1) for maximum in MAXIMUMS)))
def test_any_points_beside_their_maximums_are_read(points: tuple[int, ...]) -> None:
    found = read(*QUESTIONS, *map(str, points), *MAXIMUMS)
    assert found is not None
    columns, rows, _ = found
    assert columns == Columns(2, points=0, maximum=1, percent=-1)
    assert [row[0] for row in rows] == list(points)
