"""Reading a PDF without a word on its progress."""

from __future__ import annotations

from kompass_sphinx.importing.document import Document
from kompass_sphinx.importing.pdf_file import read_pdf


def read(data: bytes) -> Document:
    """The document in a PDF."""
    return read_pdf(data, lambda _done, _pages: None)
