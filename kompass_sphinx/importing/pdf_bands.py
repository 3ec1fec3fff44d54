"""Tables whose rows have rules or shades between them and whose columns have nothing: on a page of a PDF."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from statistics import median
from typing import TYPE_CHECKING, Any

from kompass_sphinx.importing.pdf_tables import MOST_EDGES, Table, row_of_cells
from kompass_sphinx.importing.pdf_words import Box, Word, inside
from kompass_sphinx.importing.table import Cell, is_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEAR = 4.0
_FEWEST = 2
_HIGHEST = 150.0
# A column ends where no row has a word for this share of the letters' size.
_GUTTER = 0.6


def banded_tables(page: Any, words: Sequence[Word]) -> list[Table]:
    """The tables among the words whose rows lie between rules of the same length, with figures in a column."""
    if len(page.edges) > MOST_EDGES:
        return []
    return [table for left, right, heights in _ladders(page) if (table := _table(left, right, heights, words))]


def _ladders(page: Any) -> Iterator[tuple[float, float, list[float]]]:
    """Left, right and the heights of rules that lie above each other."""
    from pdfplumber.table import merge_edges

    level = [edge for edge in page.edges if edge["orientation"] == "h"]
    ladders: list[tuple[float, float, list[float]]] = []
    for edge in merge_edges(level, snap_x_tolerance=3, snap_y_tolerance=3, join_x_tolerance=3, join_y_tolerance=3):
        left, right, height = float(edge["x0"]), float(edge["x1"]), float(edge["top"])
        same = next((one for one in ladders if abs(one[0] - left) < _NEAR and abs(one[1] - right) < _NEAR), None)
        if same is None:
            ladders.append((left, right, [height]))
        else:
            same[2].append(height)
    for left, right, heights in ladders:
        yield left, right, sorted(set(heights))


def _table(left: float, right: float, heights: Sequence[float], words: Sequence[Word]) -> Table | None:
    bands = []
    for top, bottom in pairwise(heights):
        band = inside(words, (left - _NEAR, top, right + _NEAR, bottom))
        if band and bottom - top <= _HIGHEST:
            bands.append((top, bottom, band))
    if len(bands) < _FEWEST:
        return None
    borders = [left - _NEAR, *_borders(left, right, [band for _, _, band in bands]), right + _NEAR]
    rows = tuple(_row(top, bottom, borders, band) for top, bottom, band in bands)
    if not _holds_figures(rows):
        return None
    return Table((left - _NEAR, bands[0][0], right + _NEAR, bands[-1][1]), rows)


def _borders(left: float, right: float, bands: Sequence[Sequence[Word]]) -> Iterator[float]:
    """Where one column ends and the next begins: headings, sums and titles may reach over the border."""
    telling = [band for band in bands[1:-1] if any(is_figure(word.text) for word in band)] or bands
    taken = [(word.x0, word.x1) for band in telling for word in band]
    free = [x for x in range(int(left), int(right) + 1) if not any(x0 <= x <= x1 for x0, x1 in taken)]
    size = median(word.size for band in telling for word in band)
    start = None
    for x, after in pairwise([*free, int(right) + 2]):
        start = x if start is None else start
        if after != x + 1:
            if x - start >= _GUTTER * size and start > left and x < int(right):
                yield (start + x) / 2
            start = None


def _row(top: float, bottom: float, borders: Sequence[float], words: Sequence[Word]) -> tuple[Cell, ...]:
    boxes: list[Box] = [(left, top, right, bottom) for left, right in pairwise(borders)]
    return row_of_cells([inside(words, box) for box in boxes], [None] * len(boxes))


def _holds_figures(rows: Sequence[Sequence[Cell]]) -> bool:
    if sum(1 for row in rows if sum(1 for cell in row if cell) >= _FEWEST) < _FEWEST:
        return False
    columns = [[cell for cell in column if cell] for column in zip_longest(*rows, fillvalue=())]
    return any(
        sum(1 for cell in column if len(cell) == 1 and is_figure(cell[0])) * 2 >= len(column) > 1
        for column in columns[1:]
    )
