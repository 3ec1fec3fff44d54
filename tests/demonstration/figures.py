"""Printed figures that agree with each other: all are rounded from the same exact ones."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.model.edition import Area, Edition
from tests.archives import catalogue
from tests.demonstration.draws import Draws
from tests.demonstration.levels import area_level, question_level
from tests.demonstration.schedule import Key, edition_of

_POINT = 1000
"""Exact figures are whole thousandths of a point."""


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """What is printed of a sub-question; no points where the edition has no maximums."""

    points: str | None
    percent: str
    level: int


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """What is printed of an area, and its exact points in thousandths."""

    points: str
    exact: int
    questions: dict[str, QuestionFigures]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is printed of an evaluation."""

    total: str
    areas: dict[int, AreaFigures]


def figures_of(key: Key) -> Figures:
    """All figures of a made-up evaluation; some of edition 2002 are printed with halves."""
    edition = catalogue().editions[edition_of(key[1])]
    step = _POINT // 2 if edition.id == 2002 and Draws("halves", *key).chance(0.25) else _POINT
    areas = {number: _area(key, edition, area, step) for number, area in edition.areas.items()}
    return Figures(rounded(sum(area.exact for area in areas.values()), step), areas)


def _area(key: Key, edition: Edition, area: Area, step: int) -> AreaFigures:
    theme = catalogue().theme_of(edition.id, area.number).id
    levels = {number: question_level(key, theme, number) for number in area.questions}
    maximums = {number: question.maximum or 0 for number, question in area.questions.items()}
    if not levels:
        exact = area_level(key, theme) * 100
    elif edition.has_maximums:
        exact = sum(level * maximums[number] for number, level in levels.items())
    else:
        exact = sum(levels.values()) * 100 // len(levels)
    questions = {
        number: QuestionFigures(
            points=rounded(level * maximums[number]) if maximums[number] else None,
            percent=rounded(level * 100),
            level=level,
        )
        for number, level in levels.items()
    }
    return AreaFigures(rounded(exact, step), exact, questions)


def rounded(exact: int, step: int = _POINT) -> str:
    """A figure as it is printed: to the nearest whole point, or half when that is the step; upwards from between."""
    steps = (exact + step // 2) // step
    whole, rest = divmod(steps * step, _POINT)
    return f"{whole}.5" if rest else f"{whole}"
