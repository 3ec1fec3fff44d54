"""A report file of whatever format, as a document."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from kompass_sphinx.importing import memory
from kompass_sphinx.importing.errors import ReportError
from kompass_sphinx.importing.memory import bounded_memory
from kompass_sphinx.importing.pdf_file import read_pdf
from kompass_sphinx.importing.plain_text import decoded, read_text
from kompass_sphinx.importing.web_page import read_html
from kompass_sphinx.importing.word_file import read_word
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kompass_sphinx.importing.document import Document

MOST_BYTES = 50 * 1024 * 1024
MOST_SIGNS = 6_000_000
"""The most text that is read: that of some two thousand pages, in which recognition takes a minute."""

_LOOKED_AT = 4096
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",
    b"MM\x00*",
)
_HTML_TAG = re.compile(
    r"<(?:!doctype html|html|head|body|meta|title|table|div|p|h1|h2|ul|article|section)\b", re.IGNORECASE
)
_MOST_CONTROLS = 0.02


def read_report(path: Path, progress: Callable[[int, int], None]) -> Document:
    """The lines of a report file, whose format is told from what it holds.

    ``progress`` is called with the pages read and all pages, in formats with pages. Raises ReportError.
    """
    try:
        with bounded_memory():
            document = _read(_bytes(path), path.suffix.lower(), progress)
    except MemoryError:
        raise ReportError(
            message_id(
                "Reading the file takes more than %(limit)s gigabytes of memory, far more than a report does. "
                "Save the report alone, as a new PDF or Word file."
            ),
            limit=memory.MOST_BYTES // 1024**3,
        ) from None
    _check_length(sum(len(line.text) for line in document.lines))
    if not any(sign.isalpha() for line in document.lines for sign in line.text):
        raise ReportError(message_id("The file has no text. Check that it is the report."))
    return document


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ReportError(message_id("This is a folder. Name the report file in it."))
        if path.exists() and not path.is_file():
            raise ReportError(message_id("This is not a file. Name a report file."))
        if path.stat().st_size > MOST_BYTES:
            raise ReportError(
                message_id(
                    "The file is larger than %(limit)s megabytes. Save the report alone, with smaller pictures or none."
                ),
                limit=MOST_BYTES // 1024 // 1024,
            )
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise ReportError(message_id("There is no such file. Check the name and the folder.")) from None
    except PermissionError:
        raise ReportError(message_id("The file may not be read. Ask for permission, or copy it.")) from None
    except (OSError, ValueError) as error:
        raise ReportError(message_id("The file cannot be read: %(reason)s."), reason=error) from error
    if not data.strip():
        raise ReportError(message_id("The file is empty. Fetch the report again."))
    return data


def _read(data: bytes, suffix: str, progress: Callable[[int, int], None]) -> Document:
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, progress)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _read_zip(data, suffix)
    other = _other_format(data, suffix)
    if other is not None:
        raise other
    if _is_html(data):
        return read_html(data)
    _check_length(len(decoded(data)))
    return read_text(data)


def _check_length(signs: int) -> None:
    if signs > MOST_SIGNS:
        raise ReportError(
            message_id(
                "The file has more than %(limit)s million characters of text, as many as two thousand pages have. "
                "Save the report alone."
            ),
            limit=MOST_SIGNS // 1_000_000,
        )


def _read_zip(data: bytes, suffix: str) -> Document:
    """The lines of a Word file; a zip file of any other kind is an error."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
    except Exception:
        # Cut off or broken: the reader of what it claims to be says so.
        if suffix in (".docx", ".docm", ".dotx"):
            return read_word(data)
        raise ReportError(message_id("The file is damaged and cannot be read. Fetch it again.")) from None
    if any(name.startswith("word/") for name in names):
        return read_word(data)
    if any(name.startswith("xl/") for name in names):
        raise _unread("Excel")
    if any(name.startswith("ppt/") for name in names):
        raise _unread("PowerPoint")
    if "mimetype" in names:
        raise _unread("OpenDocument")
    raise ReportError(message_id("This is a zip file, not a report. Unpack it and import the report in it."))


def _other_format(data: bytes, suffix: str) -> ReportError | None:
    """The error for a format that is not read; None for what may be text."""
    head = data[:_LOOKED_AT]
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            return ReportError(
                message_id("The file is protected with a password. Open it in Word and save it without one.")
            )
        names = {".doc": "Word 97–2003", ".xls": "Excel 97–2003", ".ppt": "PowerPoint 97–2003"}
        return _unread(names.get(suffix, "Office 97–2003"))
    if data.startswith(b"{\\rtf"):
        return _unread("RTF")
    if data.startswith(_PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP") or data[4:12] == b"ftypheic":
        return ReportError(
            message_id(
                "This is a picture, which has no text. Run text recognition (OCR) on it and save the result as PDF, "
                "or ask for the report as a PDF with text or as a Word file."
            )
        )
    if not _is_text(head):
        return ReportError(
            message_id("The format of the file is not known. PDF, Word (.docx), HTML and text are read.")
        )
    return None


def _unread(name: str) -> ReportError:
    return ReportError(
        message_id("Files of %(name)s are not read. Open the report and save it as Word (.docx) or PDF."), name=name
    )


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in head)
    return controls <= _MOST_CONTROLS * len(head)


def _is_html(data: bytes) -> bool:
    head = decoded(data[:_LOOKED_AT]).lstrip("\ufeff \t\r\n")
    return head.startswith("<") and bool(_HTML_TAG.search(head))
