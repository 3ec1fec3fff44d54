"""Reports as Word files."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as WordDocument

from kompass_sphinx.importing.errors import ReportError
from kompass_sphinx.importing.word_file import MOST_XML, read_word
from tests.importing.small_reports import a_word_report, said, word_bytes


def test_lists_tabs_breaks_and_letters() -> None:
    word = WordDocument()
    word.add_paragraph("Ett\nTvå")
    word.add_paragraph("1.1\tFinns en plan?\t2\t15")
    word.add_paragraph("Punkt", style="List Bullet")
    word.add_paragraph("\uf0b7 Egen punkt")
    word.add_paragraph("o\u0308ppen")
    assert said(read_word(word_bytes(word))) == [
        *("Ett", "Två", "1.1\tFinns en plan?\t2\t15", "• Punkt", "• Egen punkt", "öppen"),
    ]


def test_tables_with_lists_and_cells_over_columns_and_rows() -> None:
    word = WordDocument()
    table = word.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Rubriker"
    table.cell(0, 2).text = "Poäng"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "1"
    table.cell(1, 1).text = ""
    for text in ("Plan", "Dialog"):
        table.cell(1, 1).add_paragraph(text, style="List Bullet")
    table.cell(1, 2).text = "37"
    table.cell(2, 1).text = "Etik"
    table.cell(2, 2).text = "9"
    assert said(read_word(word_bytes(word))) == ["Rubriker\tPoäng", "1\tPlan; Dialog\t37", "\tEtik\t9"]


def test_no_heads_feet_or_pages() -> None:
    word = WordDocument()
    word.sections[0].header.paragraphs[0].text = "Sidhuvud"
    word.sections[0].footer.paragraphs[0].text = "Sidfot"
    word.add_paragraph("Text")
    document = read_word(word_bytes(word))
    assert [(line.text, line.page) for line in document.lines] == [("Text", None)]


def with_part(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_word_report())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


def test_a_file_that_unpacks_to_too_much() -> None:
    bomb = with_part("word/media.xml", b" " * (MOST_XML + 1))
    assert len(bomb) < 1_000_000
    with pytest.raises(ReportError, match="unpacks"):
        read_word(bomb)


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
DEEP = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + b"<w:p>" * 50_000


@pytest.mark.parametrize("content", [ENTITIES, DEEP, b"", b"<w:document", b"\x00"])
def test_a_damaged_part(content: bytes) -> None:
    with pytest.raises(ReportError, match="damaged"):
        read_word(with_part("word/document.xml", content))


def test_deeply_nested_parts() -> None:
    opened = b"<w:p><w:r>" * 3000
    closed = b"</w:r></w:p>" * 3000
    body = DEEP[: DEEP.index(b"<w:p>")] + b"<w:body>" + opened + closed + b"</w:body></w:document>"
    with pytest.raises(ReportError, match="damaged"):
        read_word(with_part("word/document.xml", body))
