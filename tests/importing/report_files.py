"""Made-up reports as files: text, web page, Word and PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path

import docx
import matplotlib
from docx.document import Document as WordDocument
from fpdf import FPDF
from fpdf.fonts import FontFace

from tests.browser import find_browser, started
from tests.importing.report_blocks import Block, Heading, Items, NewPage, Table, Text
from tests.importing.report_lines import plain_text
from tests.importing.reports import MadeReport

_FONT = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
_LONG_AGO = datetime(2019, 5, 6, tzinfo=UTC)
"""When all files were made: their bytes depend on the report alone."""
_FIGURE_WIDTH, _NUMBER_WIDTH, _TEXT_WIDTH = 20, 14, 170
"""Of a PDF's columns and its whole text, in millimetres."""


def as_text(report: MadeReport) -> bytes:
    """A text with form feeds between its pages."""
    return plain_text(report.lines, with_pages=True).encode()


def as_text_without_pages(report: MadeReport) -> bytes:
    """A text that does not tell where its pages end."""
    return plain_text(report.lines, with_pages=False).encode()


def as_html(report: MadeReport) -> bytes:
    """A web page."""
    body = "\n".join(_html(block) for block in report.blocks)
    return f'<!doctype html>\n<html lang="sv"><meta charset="utf-8"><title>Rapport</title>\n{body}\n</html>\n'.encode()


def _html(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Text(text=text):
            return f"<p>{escape(text)}</p>"
        case Items(items=items, sign="• "):
            return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
        case Items(items=items, sign=sign):
            return "\n".join(f"<p>{escape(sign + item)}</p>" for item in items)
        case Table(rows=rows):
            cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        case NewPage():
            return "<hr>"


def as_word(report: MadeReport) -> bytes:
    """A Word file with tables and lists of its own."""
    return _word(report, with_tabs=False)


def as_word_with_tabs(report: MadeReport) -> bytes:
    """A Word file whose tables are lines with tabs, and whose lists are lines with signs."""
    return _word(report, with_tabs=True)


def _word(report: MadeReport, *, with_tabs: bool) -> bytes:
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _LONG_AGO
    for block in report.blocks:
        _add_to_word(document, block, with_tabs=with_tabs)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add_to_word(document: WordDocument, block: Block, *, with_tabs: bool) -> None:
    match block:
        case Heading(text=text, level=level):
            document.add_heading(text, level)
        case Text(text=text):
            document.add_paragraph(text)
        case Items(items=items, sign="• ") if not with_tabs:
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Items(items=items, sign=sign):
            for item in items:
                document.add_paragraph(sign + item)
        case Table(rows=rows) if with_tabs:
            for row in rows:
                document.add_paragraph("\t".join(row))
        case Table(rows=rows):
            table = document.add_table(len(rows), max(map(len, rows)))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=False):
                    cell.text = text
        case NewPage():
            document.add_page_break()  # type: ignore[no-untyped-call]


def as_pdf(report: MadeReport) -> bytes:
    """A PDF whose tables have ruled lines, and whose pages a head."""
    return _pdf(report, borders="ALL")


def as_pdf_without_rules(report: MadeReport) -> bytes:
    """A PDF whose tables are held together by their columns alone."""
    return _pdf(report, borders="NONE")


def as_pdf_with_centred_rows(report: MadeReport) -> bytes:
    """A PDF whose tables have no rules, and the figures of a row at half its height."""
    return _pdf(report, borders="NONE", v_align="MIDDLE")


class _Paper(FPDF):
    """Pages with a head and a number, as reports have them."""

    def header(self) -> None:
        self.set_font("text", size=8)
        # A date that no report is of: news has none but this one.
        self.cell(0, 8, f"Påhittade kommunförbundet 1998-05-06 {self.page_no()}", align="R")
        self.ln(10)


def _pdf(report: MadeReport, *, borders: str, v_align: str = "TOP") -> bytes:
    paper = _Paper()
    paper.set_creation_date(_LONG_AGO)
    paper.add_font("text", fname=_FONT)
    paper.set_margin(20)
    paper.add_page()
    for block in report.blocks:
        _add_to_pdf(paper, block, borders, v_align)
    return bytes(paper.output())


def _add_to_pdf(paper: FPDF, block: Block, borders: str, v_align: str) -> None:
    paper.set_font("text", size=10)
    match block:
        case Heading(text=text, level=level):
            paper.set_font("text", size=18 - 2 * level)
            _write(paper, text, 9)
        case Text(text=text):
            _write(paper, text, 5)
            paper.ln(2)
        case Items(items=items, sign=sign):
            for item in items:
                _write(paper, sign + item, 5)
            paper.ln(2)
        case Table(rows=rows):
            _add_table(paper, rows, borders, v_align)
        case NewPage():
            paper.add_page()


def _write(paper: FPDF, text: str, height: float) -> None:
    paper.multi_cell(0, height, text, align="L", new_x="LMARGIN", new_y="NEXT")


def _add_table(paper: FPDF, rows: tuple[tuple[str, ...], ...], borders: str, v_align: str) -> None:
    count = max(map(len, rows))
    widths = [float(_FIGURE_WIDTH)] * count
    text = 1 if any(row[0][:1].isdigit() and len(row[0]) < 5 for row in rows) and count > 1 else 0
    if text:
        widths[0] = _NUMBER_WIDTH
    widths[text] = _TEXT_WIDTH - sum(widths) + widths[text]
    with paper.table(
        col_widths=widths,
        borders_layout=borders,
        text_align="LEFT",
        v_align=v_align,
        first_row_as_headings=False,
        headings_style=FontFace(),
    ) as table:
        for row in rows:
            table.row([*row, *[""] * (count - len(row))])
    paper.ln(4)


def as_pdf_of_browser(report: MadeReport) -> bytes:
    """A PDF that Chromium prints of the web page: for runs by hand, where there is a browser."""
    executable = find_browser()
    if executable is None:
        raise FileNotFoundError("There is no browser: run `make browser` first.")
    with started(executable) as browser:
        page = browser.new_page()
        page.set_content(as_html(report).decode())
        return page.pdf(format="A4", margin={"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"})


FORMATS: dict[str, tuple[str, Callable[[MadeReport], bytes]]] = {
    "text": (".txt", as_text),
    "text-without-pages": (".txt", as_text_without_pages),
    "html": (".html", as_html),
    "word": (".docx", as_word),
    "word-tabs": (".docx", as_word_with_tabs),
    "pdf": (".pdf", as_pdf),
    "pdf-unruled": (".pdf", as_pdf_without_rules),
    "pdf-centred": (".pdf", as_pdf_with_centred_rows),
    "pdf-browser": (".pdf", as_pdf_of_browser),
}
"""The formats by name, each with the ending of its files and what makes their bytes."""
