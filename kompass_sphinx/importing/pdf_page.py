"""The lines of one page of a PDF in reading order: tables row by row, columns one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kompass_sphinx.importing.pdf_bands import banded_tables
from kompass_sphinx.importing.pdf_columns import column_groups
from kompass_sphinx.importing.pdf_rows import Row, lines_of, rows_of
from kompass_sphinx.importing.pdf_tables import Table, is_at_bottom, ruled_tables
from kompass_sphinx.importing.pdf_words import Word, inside, words_of
from kompass_sphinx.importing.table import lines_of_table

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines_of_page(page: Any, before: Table | None = None) -> tuple[list[str], Table | None]:
    """The lines of a page of pdfplumber, and the table that it ends with, which may go on.

    ``before`` is the table that the page before has ended with.
    """
    words = words_of(page)
    tables = ruled_tables(page, words, before)
    free = _outside(words, tables)
    banded = banded_tables(page, free)
    lines: list[str] = []
    for block in _in_order([*tables, *banded], rows_of(_outside(free, banded))):
        lines += ["", *block] if lines else block
    return lines, next((table for table in tables if is_at_bottom(table.box, words)), None)


def _outside(words: list[Word], tables: list[Table]) -> list[Word]:
    taken = {word for table in tables for word in inside(words, table.box)}
    return [word for word in words if word not in taken]


def _in_order(tables: list[Table], rows: list[Row]) -> Iterator[list[str]]:
    """The tables and the text around them, from the top of the page."""
    rest = rows
    for table in sorted(tables, key=lambda table: table.box[1]):
        above = [row for row in rest if row.bottom <= table.box[1] or _middle(row) < table.box[1]]
        yield from _text(above)
        yield list(lines_of_table(table.rows, table.headings if table.goes_on else ()))
        rest = rest[len(above) :]
    yield from _text(rest)


def _text(rows: list[Row]) -> Iterator[list[str]]:
    for group in column_groups(rows):
        yield list(lines_of(group))


def _middle(row: Row) -> float:
    return (row.top + row.bottom) / 2
