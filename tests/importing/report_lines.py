"""A set report as the lines that are read off its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kompass_sphinx.importing.document import BULLET, CELL, Document, Line
from tests.importing.report_blocks import Block, Heading, Items, NewPage, Table, Text

_PAGE_BREAK = "\f"


def lines_of(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """The lines of a report; a new page begins where the setting says so."""
    page, lines = 1, []
    for block in blocks:
        if isinstance(block, NewPage):
            page += 1
        else:
            lines += [Line(text, page) for text in _texts(block)] + [Line("", page)]
    return tuple(lines)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Text(text=text):
            yield text
        case Items(items=items, sign=sign):
            yield from (f"{sign}{item}" for item in items)
        case Table(rows=rows):
            yield from (CELL.join(row).rstrip(CELL) for row in rows)


def document_of(lines: Iterable[Line], title: str = "") -> Document:
    """The document that a reader of files is to make of these lines: bullets and cells in their agreed form."""
    return Document(tuple(lines), title)


def plain_text(lines: Iterable[Line], *, with_pages: bool) -> str:
    """The text of a file; with form feeds between the pages, or without a trace of them."""
    pages: dict[int | None, list[str]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line.text)
    joint = _PAGE_BREAK if with_pages else ""
    return joint.join("".join(f"{text}\n" for text in page) for page in pages.values())


def with_agreed_bullets(lines: Iterable[Line], signs: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines with the agreed bullet in the place of a report's own sign, as readers of files hand them over."""
    return tuple(_agreed(line, signs) for line in lines)


def _agreed(line: Line, signs: tuple[str, ...]) -> Line:
    sign = next((one for one in signs if one.strip() and line.text.startswith(one)), None)
    return line if sign is None else Line(BULLET + line.text.removeprefix(sign), line.page)
