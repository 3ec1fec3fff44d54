"""Which of several readings of an area counts, and what remains in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from kompass_sphinx.importing.area_points import Claim
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
