"""Reports as PDF."""

from __future__ import annotations

import io
import logging
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kompass_sphinx.importing.document import Document, Line
from kompass_sphinx.importing.errors import ReportError
from kompass_sphinx.importing.lines import finished
from kompass_sphinx.importing.pdf_bounds import bounded_work
from kompass_sphinx.importing.pdf_page import lines_of_page
from kompass_sphinx.importing.running_heads import without_running_heads
from kompass_sphinx.importing.signs import tidy
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kompass_sphinx.importing.pdf_tables import Table

MOST_PAGES = 2000
# Below this a page has no text but a stamp or a page number.
_FEWEST_LETTERS = 10
_UNNAMED_SIGN = "(cid:"
_MOST_UNNAMED = 0.3


def read_pdf(data: bytes, progress: Callable[[int, int], None]) -> Document:
    """The lines of a PDF, page by page."""
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise ReportError(
            message_id(
                "Reading PDF files needs a package that is not installed. "
                'Install it with: pip install "kompass-sphinx[import]"'
            )
        ) from None
    with _quiet(), bounded_work():
        try:
            with pdfplumber.open(io.BytesIO(data)) as file:
                return _read(file, progress)
        except Exception as error:
            # pdfminer raises errors of every kind for files that are not as they should be, pdfplumber others of them.
            causes = (error, *error.args)
            for cause in causes:
                if isinstance(cause, ReportError | MemoryError):
                    raise cause from None
            if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
                raise ReportError(
                    message_id(
                        "The PDF is protected with a password. Open it with the password, print it to a new PDF "
                        "without one, and import that."
                    )
                ) from error
            raise _damaged() from error


def _read(file: Any, progress: Callable[[int, int], None]) -> Document:
    pages = file.pages
    if len(pages) > MOST_PAGES:
        raise ReportError(
            message_id(
                "The PDF has %(pages)s pages, more than the %(limit)s that are read. Save the report alone as a PDF."
            ),
            pages=len(pages),
            limit=MOST_PAGES,
        )
    if not pages:
        raise _damaged()
    lines: list[Line] = []
    letters = images = 0
    table: Table | None = None
    progress(0, len(pages))
    for number, page in enumerate(pages, start=1):
        texts, table = lines_of_page(page, table)
        lines += (Line(text, number) for text in texts)
        images += len(page.images)
        # Otherwise every letter of every page stays in memory.
        page.close()
        progress(number, len(pages))
    text = "".join(line.text for line in lines)
    letters = sum(sign.isalpha() for sign in text)
    if not letters or (letters < _FEWEST_LETTERS * len(pages) and images >= len(pages)):
        raise ReportError(
            message_id(
                "The PDF has no text, only pictures of pages: it is probably scanned. Run text recognition (OCR) on it "
                "first, or ask for the report as a PDF with text or as a Word file."
            )
        )
    if text.count(_UNNAMED_SIGN) * len("(cid:00)") > _MOST_UNNAMED * len(text):
        raise ReportError(
            message_id(
                "The PDF does not say which letters its signs stand for, so its text cannot be read. Run text "
                "recognition (OCR) on it first, or ask for the report as a Word file."
            )
        )
    title = file.metadata.get("Title")
    return Document(finished(without_running_heads(lines)), tidy(title) if isinstance(title, str) else "")


def _damaged() -> ReportError:
    return ReportError(
        message_id("The PDF is damaged and cannot be read. Fetch it again, or open it and print it to a new PDF.")
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep to ourselves what pdfminer has to say on files that are not as they should be."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
