"""Tables with rules on a page of a PDF: the text of a cell stays together however often it is broken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kompass_sphinx.importing.document import BULLET, CELL
from kompass_sphinx.importing.lines import joined
from kompass_sphinx.importing.pdf_rows import Row, rows_of
from kompass_sphinx.importing.pdf_words import Box, Word, inside
from kompass_sphinx.importing.signs import as_item, tidy
from kompass_sphinx.importing.table import Cell, headings_of_table, is_figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_EDGES = 3000
"""A drawing of so many lines is a map or a picture, and would take minutes to search for tables."""

MOST_HEADS = 2
"""The most lines at the head or foot of a page."""

_FEWEST = 2
_NEAR = 3.0
_LEAST_HEIGHT = 10.0
# In points; text further from its rule is centred or aligned right.
_WIDEST_MARGIN = 12.0
_DASHES = frozenset("-–—")
# No word ends in these.
_SMALL_WORDS = frozenset(
    ("och", "eller", "samt", "till", "för", "av", "i", "på", "med", "som", "att", "om", "kring", "vid")
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table and where it is."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[float, ...] = ()
    """Where its columns begin, and where the last one ends."""
    headings: tuple[str, ...] = ()
    """What stands above the columns, there or where the table began on a page before."""
    goes_on: bool = False
    """Whether it began on a page before."""


def ruled_tables(page: Any, words: Sequence[Word], before: Table | None = None) -> list[Table]:
    """The tables whose cells have rules around them and hold text in at least two rows and two columns.

    Where a page has cut a table in two, what is left of it may be a single row. ``before`` is the table that the page
    before has ended with, if any; one with the same columns at the top of this page goes on with it.
    """
    if len(page.edges) > MOST_EDGES:
        return []
    tables = []
    for found in page.find_tables({"explicit_horizontal_lines": _cut_ends(page, words)}):
        inner = inside(words, found.bbox)
        columns = (*sorted({cell[0] for cell in found.cells}), found.bbox[2])
        goes_on = before is not None and _is_same(before.columns, columns) and is_at_top(found.bbox, words)
        lefts = sorted({cell[0] for cell in found.cells})
        in_cells = {word for box in found.cells for word in inside(inner, box)}
        filled = [row for row in found.rows if sum(1 for box in row.cells if box and inside(inner, box)) >= _FEWEST]
        if (goes_on or len(filled) >= _FEWEST) and len(in_cells) == len(set(inner)):
            rows = tuple(_row(row, lefts, inner) for row in found.rows)
            carried = before.headings if goes_on and before is not None else tuple(headings_of_table(rows))
            tables.append(Table(found.bbox, rows, columns, carried, goes_on))
    return tables


def is_at_top(box: Box, words: Iterable[Word]) -> bool:
    """Whether nothing but the head of a page stands above a box."""
    return len(rows_of(word for word in words if word.middle[1] < box[1])) <= MOST_HEADS


def is_at_bottom(box: Box, words: Iterable[Word]) -> bool:
    """Whether nothing but the foot of a page stands below a box."""
    return len(rows_of(word for word in words if word.middle[1] > box[3])) <= MOST_HEADS


def _is_same(columns: Sequence[float], others: Sequence[float]) -> bool:
    return len(columns) == len(others) and all(
        abs(one - other) < _NEAR for one, other in zip(columns, others, strict=True)
    )


def _cut_ends(page: Any, words: Sequence[Word]) -> list[float]:
    """The heights where the page has cut a table: the rules between its columns end there, and none is across."""
    from pdfplumber.table import merge_edges

    edges = merge_edges([edge for edge in page.edges if edge["orientation"]], *[_NEAR] * 4)
    upright = [edge for edge in edges if edge["orientation"] == "v" and edge["bottom"] - edge["top"] > _LEAST_HEIGHT]
    across = [edge["top"] for edge in edges if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > _LEAST_HEIGHT]
    cut = []
    for side, is_outermost in (("top", is_at_top), ("bottom", is_at_bottom)):
        ends = Counter(round(edge[side]) for edge in upright)
        cut += [
            float(end)
            for end, count in ends.items()
            if count > _FEWEST
            and not any(abs(end - height) < _NEAR for height in across)
            and is_outermost((0, end, 0, end), words)
        ]
    return cut


def row_of_cells(cells: Sequence[Sequence[Word]], boxes: Sequence[Box | None]) -> tuple[Cell, ...]:
    """A row's cells from their words; rows without rules between them become a single cell, a line for each row.

    ``boxes`` are where the cells' rules are, None when they have none to their left and right.
    """
    lines = [rows_of(cell) for cell in cells]
    if any(_are_stacked(cell) for cell in lines[1:]):
        return (tuple(line.text() for line in rows_of(word for cell in cells for word in cell)),)
    return tuple(_cell(cell, box) for cell, box in zip(lines, boxes, strict=True))


def _row(row: Any, lefts: Sequence[float], words: Sequence[Word]) -> tuple[Cell, ...]:
    """A row's cells; one is empty where a cell from above reaches down, and none where one from the left reaches."""
    boxes: list[Box | None] = []
    reached = 0.0
    for left, box in zip(lefts, row.cells, strict=True):
        if box is not None:
            reached = box[2]
            boxes.append(box)
        elif left >= reached - 1:
            boxes.append(None)
    return row_of_cells([inside(words, box) if box else [] for box in boxes], boxes)


def _are_stacked(cell: Sequence[Row]) -> bool:
    return len(cell) >= _FEWEST and all(is_figure(tidy(line.text())) for line in cell)


def _cell(lines: Sequence[Row], box: Box | None) -> Cell:
    """The paragraphs of a cell: each item of a list is one, and the rest is one."""
    paragraphs: list[list[str]] = []
    before: Row | None = None
    is_list = False
    for line in lines:
        plain = tidy(line.text())
        # A dash in the middle of a text, put first in a line by chance, begins no item.
        text = plain if plain.split(" ")[0] in _DASHES and paragraphs and not is_list else as_item(plain)
        is_list = is_list or text.startswith(BULLET)
        cells = text.split(CELL)
        # A gap inside a cell is a gap between words, unless a rule is missing before a figure.
        text = text if any(is_figure(cell) for cell in cells[1:]) else " ".join(cells)
        if not paragraphs or text.startswith(BULLET) or CELL in text:
            paragraphs.append([text])
        elif before is not None and box is not None and _is_broken(before, line, box):
            paragraphs[-1][-1] += text
        else:
            paragraphs[-1].append(text)
        before = line
    return tuple(joined(paragraph) for paragraph in paragraphs)


def _is_broken(line: Row, following: Row, box: Box) -> bool:
    """Whether a word too long for its cell goes on in the next line: not one letter more had room."""
    word, rest = line.words[-1], following.words[0]
    margin = line.words[0].x0 - box[0]
    if len(line.words) > 1 or margin > _WIDEST_MARGIN or word.spaced:
        return False
    if not word.text[-1:].isalpha() or rest.text[:1].isupper() or rest.text in _SMALL_WORDS:
        return False
    letter = (rest.x1 - rest.x0) / len(rest.text)
    return box[2] - margin - word.x1 < letter
