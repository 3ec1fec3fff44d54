"""Tables with rules on a page of a PDF: the text of a cell stays together however often it is broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kompass_sphinx.importing.document import BULLET, CELL
from kompass_sphinx.importing.lines import joined
from kompass_sphinx.importing.pdf_rows import Row, rows_of
from kompass_sphinx.importing.pdf_words import Box, Word, inside
from kompass_sphinx.importing.signs import as_item, tidy
from kompass_sphinx.importing.table import Cell, is_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_EDGES = 3000
"""A drawing of so many lines is a map or a picture, and would take minutes to search for tables."""

_FEWEST = 2
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


def ruled_tables(page: Any, words: Sequence[Word]) -> list[Table]:
    """The tables whose cells have rules around them and hold text in at least two rows and two columns."""
    if len(page.edges) > MOST_EDGES:
        return []
    tables = []
    for found in page.find_tables():
        inner = inside(words, found.bbox)
        lefts = sorted({cell[0] for cell in found.cells})
        in_cells = {word for box in found.cells for word in inside(inner, box)}
        filled = [row for row in found.rows if sum(1 for box in row.cells if box and inside(inner, box)) >= _FEWEST]
        if len(filled) >= _FEWEST and len(in_cells) == len(set(inner)):
            tables.append(Table(found.bbox, tuple(_row(row, lefts, inner) for row in found.rows)))
    return tables


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
