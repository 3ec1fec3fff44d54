"""What a municipality that is named for something got there itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.by_question import Place
from kompass_sphinx.model.evaluation import EvaluationReference, QuestionResult


@dataclass(frozen=True, slots=True)
class OwnResult:
    """The result of an evaluation on the sub-question with this number."""

    evaluation: EvaluationReference
    number: str
    figures: QuestionResult


@dataclass(frozen=True, slots=True)
class OwnPoints:
    """The points of an evaluation on an area."""

    evaluation: EvaluationReference
    points: float


Own = TypeVar("Own", OwnResult, OwnPoints)


def own_result(archive: Archive, name: str, places: tuple[Place, ...], edition: int, year: int) -> OwnResult | None:
    """A municipality's result on one of the sub-questions: of this edition if any, then nearest to the year."""
    found = (
        OwnResult(one.evaluation, number, one.question_results[number])
        for one in archive.figures_of(name)
        for of_edition, number in places
        if of_edition == one.evaluation.edition and number in one.question_results
    )
    return _nearest(found, edition, year)


def own_points(archive: Archive, name: str, theme: str, edition: int, year: int) -> OwnPoints | None:
    """A municipality's points on a theme's area: of this edition if any, then nearest to the year."""
    areas = archive.catalogue.themes[theme].areas
    found = (
        OwnPoints(one.evaluation, one.area_points[areas[one.evaluation.edition]])
        for one in archive.figures_of(name)
        if areas[one.evaluation.edition] in one.area_points
    )
    return _nearest(found, edition, year)


def result_at_home(
    archive: Archive, name: str, year: int, question: str | None, area: int | None
) -> tuple[float | None, float | None]:
    """What an evaluation that praises its own municipality gave: percent of the sub-question, points of the area."""
    own = next(one for one in archive.figures_of(name) if one.evaluation.year == year)
    result = own.question_results.get(question or "")
    return result.percent if result else None, own.area_points.get(area or 0)


def _nearest(found: Iterable[Own], edition: int, year: int) -> Own | None:
    def distance(own: Own) -> tuple[bool, int]:
        return own.evaluation.edition != edition, abs(own.evaluation.year - year)

    return min(found, key=distance, default=None)
