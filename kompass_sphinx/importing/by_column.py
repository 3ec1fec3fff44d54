"""Tables whose columns were read one after the other: all questions, then all points, all maximums, all percents."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kompass_sphinx.importing.columns import Columns, likeliest, possible_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.figure_groups import Figure
    from kompass_sphinx.importing.question_rows import QuestionRow
    from kompass_sphinx.model.edition import Area

MOST_COLUMNS = 4


def rows_of_columns(
    run: Sequence[QuestionRow], area: Area
) -> tuple[Columns, list[tuple[Figure, ...]], tuple[Figure, ...] | None] | None:
    """The columns, a row for each question, and the area's own row, of figures that stand after the last question.

    None unless every row agrees with the edition's maximums and with itself: a wrong division into columns does not.
    """
    maximums = [question.maximum for question in area.questions.values()]
    if [row.number for row in run] != list(area.questions):
        return None
    if any(row.groups for row in run[:-1]) and not _are_stray(run[:-1]):
        return None
    figures = list(chain.from_iterable(run[-1].groups))
    found = list(_ways(figures, maximums))
    best = max((columns.evidence for columns, _ in found), default=0)
    return next(
        (
            (columns, rows[: len(run)], rows[-1] if len(rows) > len(run) else None)
            for columns, rows in found
            if columns.evidence == best
        ),
        None,
    )


def _ways(
    figures: Sequence[Figure], maximums: Sequence[int | None]
) -> Iterator[tuple[Columns, list[tuple[Figure, ...]]]]:
    """Every division into columns that agrees; one that has nothing to agree with must use all figures."""
    for width in range(MOST_COLUMNS, 0, -1):
        for length in (len(maximums), len(maximums) + 1):
            # Figures in the last question's words come before, those of other things after.
            left_over = len(figures) - width * length
            for first in sorted({0, left_over}) if left_over >= 0 else ():
                found = _read(figures[first : first + width * length], width, length, maximums)
                if found is not None and (found[0].evidence > 1 or not left_over):
                    yield found


def _are_stray(rows: Sequence[QuestionRow]) -> bool:
    """Whether figures among the questions are so few that they belong to the words."""
    return sum(bool(row.groups) for row in rows) * 2 < len(rows)


def _read(
    figures: Sequence[Figure], width: int, length: int, maximums: Sequence[int | None]
) -> tuple[Columns, list[tuple[Figure, ...]]] | None:
    blocks = [figures[start : start + length] for start in range(0, width * length, length)]
    rows = list(zip(*blocks, strict=True))
    expected = [*maximums, 100][:length]
    signed = {place for place in range(width) if all(row[place].is_percent for row in rows)}
    fitting = [
        columns
        for columns in possible_columns(width, has_maximums=True)
        if signed <= {columns.percent}
        and all(
            columns.is_plain(row) and columns.fits(row, maximum) for row, maximum in zip(rows, expected, strict=True)
        )
    ]
    best = max((columns.evidence for columns in fitting), default=0)
    most = likeliest(columns for columns in fitting if columns.evidence == best)
    return (most[0], rows) if len(most) == 1 else None
