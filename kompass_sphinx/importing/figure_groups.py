"""Figures that stand together, as the cells of a row do: 2 15 15 %, 2 av 15, 2/15 (15 procent)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIGURE = re.compile(
    r"(?<![\w.,§])(?P<value>\d{1,3}(?:[.,]\d{1,2})?)(?!(?!p(?:oäng)?\b)\w|[.,]\d)"
    r"(?P<percent>\s?%|\s(?:procent|proc|pct)\b)?(?P<unit>\s?(?:poäng|p)\b)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s|/();:]*(?:av|max)?[\s|/();:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure, where it begins and ends, and whether a percent sign or a unit of points follows it."""

    value: float
    start: int
    end: int
    is_percent: bool = False
    is_points: bool = False
    printed: str = ""


def figure_groups(text: str, start: int = 0, end: int | None = None) -> list[list[Figure]]:
    """The figures of a stretch of text, those with nothing but signs of a table between them together."""
    groups: list[list[Figure]] = []
    stop = len(text) if end is None else end
    last = -1
    for match in _FIGURE.finditer(text, start, stop):
        figure = Figure(
            float(match["value"].replace(",", ".")),
            match.start(),
            match.end(),
            is_percent=match["percent"] is not None,
            is_points=match["unit"] is not None,
            printed=match["value"],
        )
        if last >= 0 and _BETWEEN.fullmatch(text, last, match.start()):
            groups[-1].append(figure)
        else:
            groups.append([figure])
        last = match.end()
    return groups
