"""Why a report cannot be read, as a person is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class ReportError(Exception):
    """A report that cannot be read: what is wrong, what was expected and what to do.

    ``message`` is a message id with %(name)s placeholders, ``values`` fills them.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def text(self, translate: Callable[[str], str]) -> str:
        """The message in another language."""
        return translate(self.message) % self.values
