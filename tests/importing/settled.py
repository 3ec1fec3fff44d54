"""Areas settled from made-up tables and claims."""

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
    """A table of the area with these points."""
    scores = {
        number: Score(one, None, start) for number, one in zip(AREA.questions, points, strict=True) if one is not None
    }
    return ScoreTable(1, scores, None if own is None else Score(own, None, start), start, is_plain)


def settled(tables: Sequence[ScoreTable], claims: Sequence[Claim] = ()) -> tuple[float | None, str]:
    """The area's points, and the doubt at them."""
    read, _ = settle_area(AREA, tables, claims)
    if read is None:
        return None, ""
    return read.value, read.doubt.message if read.doubt else ""


def scored(tables: Sequence[ScoreTable], claims: Sequence[Claim] = ()) -> dict[str, tuple[float | None, str]]:
    """The points of each sub-question, and the doubt at them."""
    _, scores = settle_area(AREA, tables, claims)
    return {number: (one.points, one.doubt.message if one.doubt else "") for number, one in scores.items()}


UNCONFIRMED = "Nothing in the report confirms it."
SEVERAL = "The report has several figures: %(figures)s."
DOUBT = Doubt("Its own.")
PERCENTS = (13.0, 45.0, 80.0, 40.0, 50.0)
OTHER = "Another table has %(figures)s."
NO_SUM = "The sub-questions do not sum to it."


def with_percents(*figures: tuple[float | None, float | None], start: int = 0) -> ScoreTable:
    """A table with points and percents."""
    scores = {number: Score(*one, start) for number, one in zip(AREA.questions, figures, strict=True)}
    return ScoreTable(1, scores, None, start, is_plain=True)


def in_doubt(one: ScoreTable, number: str = "1.1") -> ScoreTable:
    """The table with a doubt at one of its sub-questions."""
    return replace(one, scores=one.scores | {number: replace(one.scores[number], doubt=DOUBT)})


def points_of(tables: Sequence[ScoreTable], claims: Sequence[Claim] = ()) -> list[float | None]:
    """The points of the sub-questions in their order."""
    return [points for points, _ in scored(tables, claims).values()]


def doubts_of(tables: Sequence[ScoreTable], claims: Sequence[Claim] = ()) -> list[str]:
    """The doubts at the sub-questions in their order."""
    return [doubt for _, doubt in scored(tables, claims).values()]


FOREIGN = "The text above the table names another municipality or year."
OTHER_SUM = "The area has %(points)s points, the sum of this table is %(sum)s."
