"""Edits of a text: what stands between two places, and what is to stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """``new`` in place of what stands from ``start`` to before ``end``."""

    start: int
    end: int
    new: str


def applied(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    """``text[start:end]`` with the edits, none of which overlap; those at one place in the order they came in."""
    parts = []
    position = start
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        parts += [text[position : edit.start], edit.new]
        position = edit.end
    return "".join([*parts, text[position:end]])
