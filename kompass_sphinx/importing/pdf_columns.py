"""Columns of text beside each other, as on slides: read one after the other, where a table is read row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass_sphinx.importing.pdf_rows import Row
from kompass_sphinx.importing.signs import tidy
from kompass_sphinx.importing.table import is_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.pdf_words import Word

# A gutter is as wide as one and a half letters at least, and has this many lines on either side.
_GUTTER = 1.5
_FEWEST_LINES = 3
_MOST_FIGURES = 0.2
_FEWEST_WORDS = 1.6


def column_groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of a page in groups, in reading order: text over the whole width, a left column, a right one."""
    found = _columns(rows)
    if found is None:
        if rows:
            yield list(rows)
        return
    first, last, middle = found
    yield from column_groups(rows[:first])
    halves = [_halves(row, middle) for row in rows[first:last]]
    yield from column_groups([left for left, _ in halves if left])
    yield from column_groups([right for _, right in halves if right])
    yield from column_groups(rows[last:])


def _columns(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """The longest run of rows with a gutter down through them: its first row, the one after its last, the gutter."""
    best: tuple[int, int, float] | None = None
    for middle in _gutters(rows):
        for first, last in _runs(rows, middle):
            longest = best[1] - best[0] if best else 0
            if last - first > longest and _are_columns(rows[first:last], middle):
                best = (first, last, middle)
    return best


def _gutters(rows: Sequence[Row]) -> list[float]:
    """Where a gutter may be: just left of each start of a line, and of what stands after a gap.

    In ragged text the gap is wide, and columns are even on their left.
    """
    return sorted({round(part[0].x0 - row.size / 2) for row in rows for part in row.parts()})


def _runs(rows: Sequence[Row], middle: float) -> Iterator[tuple[int, int]]:
    first = 0
    for index, row in enumerate(rows):
        if _crosses(row, middle):
            yield first, index
            first = index + 1
    yield first, len(rows)


def _crosses(row: Row, middle: float) -> bool:
    left, right = _halves(row, middle)
    if left is None or right is None:
        return any(word.x0 < middle < word.x1 for word in row.words)
    return right.words[0].x0 - left.words[-1].x1 < _GUTTER * row.size


def _halves(row: Row, middle: float) -> tuple[Row | None, Row | None]:
    left = tuple(word for word in row.words if word.middle[0] < middle)
    right = row.words[len(left) :]
    return Row(left) if left else None, Row(right) if right else None


def _are_columns(rows: Sequence[Row], middle: float) -> bool:
    halves = [_halves(row, middle) for row in rows]
    columns = [left for left, _ in halves if left], [right for _, right in halves if right]
    return all(_is_text(column) for column in columns)


def _is_text(column: Sequence[Row]) -> bool:
    """Whether a column reads as text of its own: some lines, and more of words than of figures."""
    if len(column) < _FEWEST_LINES:
        return False
    parts = [part for row in column for part in row.parts()]
    figures = sum(is_figure(tidy(_joined(part))) for part in parts)
    words = sum(sign.isalpha() for part in parts for word in part for sign in word.text[:1])
    return figures <= _MOST_FIGURES * len(parts) and words >= _FEWEST_WORDS * len(column)


def _joined(part: Sequence[Word]) -> str:
    return " ".join(word.text for word in part)
