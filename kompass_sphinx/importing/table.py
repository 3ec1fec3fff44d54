"""The rows of a table as lines: what belongs to a figure stays in the figure's row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import BULLET, CELL
from kompass_sphinx.importing.signs import as_item, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Cell = tuple[str, ...]
"""The paragraphs of a cell; items of a list begin with ``BULLET``."""

_FIGURE = re.compile(r"[\d\s.,:/%()–+-]*\d[\d\s.,:/%()–+-]*(?:p|poäng)?", re.IGNORECASE)
_WORDS_IN_HEADING = 6


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure and nothing else: 48, 74,5, 15 %, 48/100, 48 p."""
    return bool(_FIGURE.fullmatch(text))


def lines_of_table(rows: Iterable[Sequence[Cell]], carried: Sequence[str] = ()) -> Iterator[str]:
    """The table's lines; a row of cells is one line, unless its cells hold lists that are better read one by one.

    An empty line comes before and after such a list. A list above which the table's first row has a heading
    gets that heading. ``carried`` are the headings of a table that goes on from the page before.
    """
    tidied = [[_tidied(cell) for cell in row] for row in rows]
    tidied = [row for row in tidied if any(row)]
    headings = _headings(tidied)
    if carried and headings != list(carried):
        headings = list(carried)
        if not all(map(_is_of_lists, tidied)) and not any(is_figure(_flat(cell)) for row in tidied for cell in row):
            yield CELL.join(headings)
    elif headings and all(_is_of_lists(row) and not _holds_rows(row) for row in tidied[1:]):
        tidied = tidied[1:]
    for row in tidied:
        if _is_of_lists(row):
            yield from _cell_by_cell(row, headings)
        else:
            yield CELL.join(_flat(cell) for cell in row).rstrip(CELL)


def headings_of_table(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """What the table's first row says of its columns; nothing where it is no heading."""
    return _headings([[_tidied(cell) for cell in row] for row in rows])


def _tidied(cell: Cell) -> Cell:
    return tuple(text for text in (as_item(tidy(paragraph)) for paragraph in cell) if text)


def _headings(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The first row, when it reads as headings of the columns of a table that has other rows too."""
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(cell) > 1 for cell in rows[0]):
        return []
    headings = [_flat(cell) for cell in rows[0]]
    plain = all(headings[1:]) and all(
        len(text.split()) <= _WORDS_IN_HEADING and CELL not in text and not is_figure(text) and BULLET not in text
        for text in headings
    )
    return headings if plain else []


def _is_of_lists(row: Sequence[Cell]) -> bool:
    """Whether a row's cells are to be read one after the other: they hold lists or rows, and no figure beside them."""
    filled = [cell for cell in row if cell]
    if _holds_rows(row):
        return True
    if any(len(cell) == 1 and is_figure(cell[0]) for cell in filled[1:]):
        return False
    return any(_is_list(cell) for cell in filled)


def _holds_rows(row: Sequence[Cell]) -> bool:
    return any(CELL in text for cell in row for text in cell)


def _is_list(cell: Cell) -> bool:
    return len(cell) > 1 or any(text.startswith(BULLET) for text in cell)


def _cell_by_cell(row: Sequence[Cell], headings: Sequence[str]) -> Iterator[str]:
    for column, cell in enumerate(row):
        if not cell:
            continue
        yield ""
        if column < len(headings) and headings[column] and _is_list(cell) and not _holds_rows(row):
            yield headings[column]
        yield from cell
    yield ""


def _flat(cell: Cell) -> str:
    """A cell on one line: items with a semicolon between them, the rest with a space."""
    flat = ""
    for text in cell:
        item = text.removeprefix(BULLET)
        flat += ("; " if item != text else " ") + item if flat else item
    return flat
