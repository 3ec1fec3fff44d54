"""Files of made-up reports: what is said stands in them, and their bytes depend on the report alone."""

from __future__ import annotations

from io import BytesIO

import docx
import pdfplumber
import pytest

from tests.importing.report_files import FORMATS
from tests.importing.report_shapes import SHAPES
from tests.importing.reports import made_report

REPORT = made_report(6, 2016, SHAPES["clean"])


def squeezed(text: str) -> str:
    return "".join(text.split())


def read(name: str, data: bytes) -> str:
    suffix, _make = FORMATS[name]
    if suffix == ".docx":
        document = docx.Document(BytesIO(data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(one.text for one in document.paragraphs), *cells])
    if suffix == ".pdf":
        with pdfplumber.open(BytesIO(data)) as pdf:
            return "\n".join(page.extract_text() for page in pdf.pages)
    return data.decode()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf-browser"])
def test_a_file_says_what_the_report_says(name: str) -> None:
    text = squeezed(read(name, FORMATS[name][1](REPORT)))
    for area in REPORT.truth.areas:
        assert squeezed(area.name) in text
        assert squeezed(area.strengths[0]) in text
        assert all(question.number in text for question in area.questions)
    assert f"{REPORT.truth.total}p" in text


@pytest.mark.parametrize("name", ["text", "html", "pdf"])
def test_a_file_has_the_same_bytes_for_the_same_report(name: str) -> None:
    _suffix, make = FORMATS[name]
    assert make(REPORT) == make(made_report(6, 2016, SHAPES["clean"]))


def test_form_feeds_part_the_pages_of_a_text() -> None:
    assert FORMATS["text"][1](REPORT).count(b"\f") == REPORT.lines[-1].page - 1  # type: ignore[operator]
    assert b"\f" not in FORMATS["text-without-pages"][1](REPORT)


def test_a_word_file_has_tables_or_tabs() -> None:
    assert docx.Document(BytesIO(FORMATS["word"][1](REPORT))).tables
    with_tabs = docx.Document(BytesIO(FORMATS["word-tabs"][1](REPORT)))
    assert not with_tabs.tables
    assert any("\t" in one.text for one in with_tabs.paragraphs)
