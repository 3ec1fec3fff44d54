"""Tables whose columns were read one after the other: all questions, then all points, all maximums, all percents."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kompass_sphinx.importing.columns import Columns, best_columns

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

    None unless every row has the edition's maximum, or agrees with itself: after a wrong division it does not.
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
    """Every division into columns that agrees; one without maximums, which nothing confirms, must use all figures."""
    for width in range(MOST_COLUMNS, 0, -1):
        for length in (len(maximums), len(maximums) + 1):
            # Figures in the last question's words come before, those of other things after.
            left_over = len(figures) - width * length
            for first in sorted({0, left_over}) if left_over >= 0 else ():
                found = _read(figures[first : first + width * length], width, length, maximums)
                if found is not None and (found[0].maximum >= 0 or not left_over):
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
    found = best_columns([(maximum, [row]) for maximum, row in zip(expected, rows, strict=True)], width)
    if len(found) != 1:
        return None
    columns = found[0]
    whole = list(zip(rows, expected, strict=True))
    # Maximums alone tell that the division is right; a row of them may still be misprinted.
    has_maximums = columns.maximum >= 0 and all(row[columns.maximum].value == maximum for row, maximum in whole)
    agrees = all(columns.is_plain(row) and columns.fits(row, maximum) for row, maximum in whole)
    return (columns, rows) if has_maximums or agrees else None
