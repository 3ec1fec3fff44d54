"""Made-up reports in every format that is read. No municipality has such figures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from docx import Document as WordDocument
from fpdf import FPDF

from kompass_sphinx.importing.document import Document
from kompass_sphinx.importing.report_file import read_report


def read(path: Path) -> Document:
    return read_report(path, lambda _done, _pages: None)


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def said(document: Document) -> list[str]:
    """The lines that are not empty."""
    return [text for text in texts(document) if text]


def new_pdf(size: int = 11) -> FPDF:
    pdf = FPDF()
    pdf.set_font("helvetica", size=size)
    pdf.add_page()
    return pdf


def pdf_at(words: Sequence[tuple[float, float, str]], size: int = 11) -> bytes:
    """A page with texts at places in millimetres from the upper left corner."""
    pdf = new_pdf(size)
    for x, y, text in words:
        pdf.text(x, y, text)
    return bytes(pdf.output())


def word_bytes(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def a_word_report() -> bytes:
    word = WordDocument()
    word.core_properties.title = "Påhittad rapport"
    word.add_heading("Område 1 Offentlighet", 1)
    word.add_paragraph("Styrkor")
    word.add_paragraph("Påhittad styrka ett", style="List Bullet")
    table = word.add_table(2, 2)
    for index, text in enumerate(("Delfråga", "Poäng", "1.1 Finns en påhittad plan?", "7")):
        table.cell(index // 2, index % 2).text = text
    return word_bytes(word)


def a_pdf_report() -> bytes:
    pdf = new_pdf()
    pdf.multi_cell(0, text="Område 1 Offentlighet\n\nStyrkor\n- Påhittad styrka ett")
    return bytes(pdf.output())
