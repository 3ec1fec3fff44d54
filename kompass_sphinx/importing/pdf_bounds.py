"""A bound on the work that a PDF may ask for: figures that draw each other twice over make a small file endless."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kompass_sphinx.importing.errors import ReportError
from kompass_sphinx.language import message_id

MOST_STEPS = 20_000_000
"""Values that pages are drawn with, and letters: as many as two thousand full pages have."""

_STEPS_OF_A_FIGURE = 200


@contextmanager
def bounded_work() -> Iterator[None]:
    """Raise ReportError, in what pdfplumber makes of it, where the pages that are read inside take more steps."""
    of_pdfplumber: Any = importlib.import_module("pdfplumber.page")
    usual: Any = of_pdfplumber.PDFPageInterpreter
    left = MOST_STEPS

    def take(steps: int) -> None:
        nonlocal left
        left -= steps
        if left < 0:
            raise ReportError(
                message_id(
                    "The PDF takes more than %(limit)s steps to draw, more than two thousand pages do. "
                    "Open it and print it to a new PDF, or ask for the report as a Word file."
                ),
                limit=MOST_STEPS,
            )

    class Bounded(usual):  # type: ignore[misc]  # its type is pdfplumber's own matter
        def push(self, obj: Any) -> None:
            take(_steps(obj))
            super().push(obj)

        def subinterp(self) -> Any:
            take(_STEPS_OF_A_FIGURE)
            return super().subinterp()

    of_pdfplumber.PDFPageInterpreter = Bounded
    try:
        yield
    finally:
        of_pdfplumber.PDFPageInterpreter = usual


def _steps(value: Any) -> int:
    if isinstance(value, bytes):
        return 1 + len(value)
    return 1 + sum(map(_steps, value)) if isinstance(value, list) else 1
