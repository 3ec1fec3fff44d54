"""Why an import is unsure of what it read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kompass_sphinx.language import Language


@dataclass(frozen=True, init=False)
class Doubt:
    """A reason: a message id and the values that fill it."""

    message: str
    values: dict[str, str] = field(default_factory=dict)

    def __init__(self, message: str, /, **values: object) -> None:
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "values", {name: str(value) for name, value in values.items()})

    def text(self, language: Language) -> str:
        """The reason in a language, on one line."""
        return language.gettext(self.message) % self.values
