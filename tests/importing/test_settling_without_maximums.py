"""What remains in doubt in an edition without maximums."""

from __future__ import annotations

from collections.abc import Sequence

from kompass_sphinx.importing.area_points import Claim
from kompass_sphinx.importing.score_tables import Score, ScoreTable
from kompass_sphinx.importing.settling import settle_area
from tests.importing.settled import (
    NO_SUM,
    OTHER_SUM,
    SEVERAL,
)
from tests.importing.snippets import edition

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
