"""Reports as Word files."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import Document
from kompass_sphinx.importing.errors import ReportError
from kompass_sphinx.importing.signs import tidy
from kompass_sphinx.importing.web_page import document_of_html
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from typing import Any

MOST_XML = 40 * 1024 * 1024
"""A report of a thousand pages has some ten megabytes of XML; a file made to fill the memory has gigabytes."""

_PROPERTIES = "docProps/core.xml"
_TITLE = re.compile(r"<dc:title[^>]*>([^<]*)</dc:title>")


def read_word(data: bytes) -> Document:
    """The lines of a Word file (.docx). It has no pages before it is printed, so the lines have none."""
    try:
        import mammoth
    except ImportError:
        raise ReportError(
            message_id(
                "Reading Word files needs a package that is not installed. "
                'Install it with: pip install "kompass-sphinx[import]"'
            )
        ) from None
    texts, title = _checked(data)
    try:
        result = mammoth.convert_to_html(
            texts, convert_image=mammoth.images.img_element(_no_image), external_file_access=False
        )
    except MemoryError:
        raise
    except Exception as error:
        raise _damaged() from error
    document = document_of_html(result.value, tabs_end_cells=True)
    return Document(document.lines, title)


def _checked(data: bytes) -> tuple[io.BytesIO, str]:
    """The file with the parts alone that are known not to be too large, and the title that it gives itself.

    A file may call its text a picture; what has not been looked at here must not be read.
    """
    texts = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(texts, "w") as checked:
            xml = [part for part in parts.infolist() if part.filename.endswith((".xml", ".rels"))]
            if sum(part.file_size for part in xml) > MOST_XML:
                raise ReportError(
                    message_id(
                        "The Word file unpacks to more than %(limit)s megabytes of text, far more than a report has. "
                        "Open it in Word, copy the report to a new document and save that."
                    ),
                    limit=MOST_XML // 1024 // 1024,
                )
            contents = {part.filename: parts.read(part) for part in xml}
            for name, content in contents.items():
                # Word writes no document types; they only serve to make a small file expand without end. In UTF-16
                # there is nothing between the letters.
                if b"<!DOCTYPE" in content.replace(b"\0", b""):
                    raise _damaged()
                checked.writestr(name, content)
            title = contents.get(_PROPERTIES, b"").decode("utf-8", errors="replace")
    except (ReportError, MemoryError):
        raise
    except Exception as error:
        # zipfile raises a dozen kinds of errors for what is not as it should be.
        raise _damaged() from error
    found = _TITLE.search(title)
    return texts, tidy(found[1]) if found else ""


def _no_image(_: Any) -> dict[str, str]:
    return {}


def _damaged() -> ReportError:
    return ReportError(
        message_id("The Word file is damaged and cannot be read. Open it in Word, save it again as .docx, or as PDF.")
    )
