"""Drafts that the project makes of made-up reports, of their lines or of files in some format."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from kompass_sphinx.importing.document import Document
from tests.archives import catalogue, registry
from tests.importing.report_files import FORMATS
from tests.importing.reports import MadeReport

LINES = "lines"
"""The name of no format: the report's lines as they are."""

WITH_PAGES = (LINES, "text")
"""What keeps a report's own pages; a PDF has others, and the rest none."""


def draft_of(document: Document) -> str:
    """The draft of a document when nothing else is known."""
    # Imported late, here and below: reports can be made and judged while what imports them is being changed.
    recognition = import_module("kompass_sphinx.importing.recognition")
    wishes = recognition.Wishes(municipality=None, year=None, edition=None, source="made-up.txt")
    text: str = recognition.recognise(document, registry(), catalogue(), wishes).text
    return text


def draft_through(format_name: str, report: MadeReport, folder: Path, name: str) -> str:
    """The draft of a report in a format; the file and the draft stay in ``folder``."""
    if format_name == LINES:
        return draft_of(report.document)
    suffix, make = FORMATS[format_name]
    path = folder / f"{name}{suffix}"
    path.write_bytes(make(report))
    read_report = import_module("kompass_sphinx.importing.report_file").read_report
    text = draft_of(read_report(path, lambda _done, _all: None))
    path.with_suffix(".yaml").write_text(text, encoding="utf-8")
    return text
