"""A problem in a file, with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kompass_sphinx.reading.codes import Code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["LINE_END", "Code", "Fault", "Loc", "Place", "Problem", "printable"]

Loc = tuple[str | int, ...]
"""The way to a value: keys as text and list indices; ``KEY`` last when the key itself is meant."""

KEY = "[key]"
LONGEST_VALUE = 80
TRANSLATED_VALUES = frozenset({"detail", "expected", "hint", "kind", "reason"})
"""Names of values that are message ids themselves."""
LONGEST_IN_MESSAGE = 400


LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line of a file, as YAML and editors see it."""


class Place(NamedTuple):
    """Line and column, both from 1."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem whose place is not yet known, only the way to the value."""

    loc: Loc
    code: Code
    message: str
    values: tuple[tuple[str, str], ...]

    @classmethod
    def at(cls, loc: Loc, code: Code, message: str | None = None, /, **values: object) -> Fault:
        """A fault with the code's own message unless another is given."""
        return cls(loc, code, message or code.message, _texts(values))


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """What is wrong at one place of one file, in the order of path, line and column.

    ``path`` is relative and posix, line and column count from 1. ``message`` is an English message id
    with %(name)s placeholders, ``values`` fills them.
    """

    path: str
    line: int
    column: int
    code: Code
    message: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def at(cls, path: str, place: Place, code: Code, message: str | None = None, /, **values: object) -> Problem:
        """A problem with the code's own message unless another is given."""
        return cls(path, place.line, place.column, code, message or code.message, _texts(values))

    @classmethod
    def of(cls, fault: Fault, path: str, place: Place) -> Problem:
        """The problem that a fault is once its place is known."""
        return cls(path, place.line, place.column, fault.code, fault.message, fault.values)

    @property
    def place(self) -> Place:
        """Line and column."""
        return Place(self.line, self.column)

    @property
    def location(self) -> str:
        """``path:line:column``, as editors and Sphinx take it."""
        return f"{self.path}:{self.line}:{self.column}"

    def text(self, translate: Callable[[str], str]) -> str:
        """The message in another language, on one line."""
        values = {
            name: translate(value) if name in TRANSLATED_VALUES and value else value for name, value in self.values
        }
        return translate(self.message) % values


def printable(text: str, limit: int = LONGEST_VALUE) -> str:
    """What somebody wrote, fit for one line of a message: no control characters, no surrogates, not too long."""
    cut = text if len(text) <= limit else f"{text[: limit - 1]}…"
    return cut if cut.isprintable() else "".join(sign if sign.isprintable() else _escaped(sign) for sign in cut)


def _escaped(sign: str) -> str:
    return " " if sign.isspace() else f"\\u{ord(sign):04x}"


def _texts(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, printable(str(value), limit=LONGEST_IN_MESSAGE)) for name, value in values.items())
