"""A report as lines of text: what every format is read into, and what recognition reads."""

from __future__ import annotations

from dataclasses import dataclass

CELL = "\t"
"""What stands between the cells of a row of a table."""

BULLET = "• "
"""What an item of a list begins with, whatever sign the report has."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed; empty where there is white space between paragraphs.

    Cells of a table's row have ``CELL`` between them. Items of a list begin with ``BULLET``. ``page`` counts from 1 in
    the file, and is None in a format without pages.
    """

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a report, in reading order, and the title that the file itself gives."""

    lines: tuple[Line, ...]
    title: str = ""
