"""Small made-up pieces of reports for tests of single parts of the import."""

from __future__ import annotations

from kompass_sphinx.importing.document import Document, Line
from kompass_sphinx.importing.flow import Flow
from kompass_sphinx.model.edition import Edition
from tests.archives import catalogue


def flow_of(*lines: str, page: int | None = None) -> Flow:
    """The flow of some lines."""
    return Flow(tuple(Line(line, page) for line in lines))


def document_of(*lines: str) -> Document:
    """A document without pages."""
    return Document(tuple(Line(line) for line in lines))


def edition(number: int = 2016) -> Edition:
    """One of the project's editions."""
    return catalogue().editions[number]
