"""The frame of a chart: the part that many evaluations share, and the scales that place a mark in it."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """From a figure to a coordinate, in a straight line."""

    origin: float
    factor: float

    def __call__(self, value: float) -> float:
        """Return the coordinate of a figure, in the frame's units."""
        return self.origin + self.factor * value


@dataclass(frozen=True, slots=True)
class Frame:
    """SVG text under and over the marks of an evaluation, and the scales of both axes."""

    under: str
    over: str
    x: Scale
    y: Scale

    def to_text(self) -> str:
        """Write one line of text that `from_text` reads without loss."""
        return json.dumps([self.under, self.over, astuple(self.x), astuple(self.y)], ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Frame:
        """Read the frame that `to_text` wrote."""
        under, over, x, y = json.loads(text)
        return cls(under, over, Scale(*x), Scale(*y))
