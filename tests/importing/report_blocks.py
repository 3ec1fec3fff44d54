"""The parts that a report is set from, before any file format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` counts from 1."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, each item after ``sign``, which may be empty."""

    items: tuple[str, ...]
    sign: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; an empty first cell begins a row that goes on with the one above it."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """Where a new page begins."""


Block = Heading | Text | Items | Table | NewPage
