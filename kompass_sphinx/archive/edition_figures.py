"""How the figures of an edition are distributed: totals, points of areas, percent of sub-questions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.model.edition import Edition
from kompass_sphinx.model.evaluation import Evaluation


@dataclass(frozen=True)
class EditionFigures:
    """The distributions of an edition's figures. Totals are also apart for first-time and repeated evaluations."""

    totals: Distribution
    first_totals: Distribution
    repeated_totals: Distribution
    areas: dict[int, Distribution]
    questions: dict[str, Distribution]


def figures_of(edition: Edition, evaluations: tuple[Evaluation, ...]) -> EditionFigures:
    """The figures of all evaluations by an edition."""

    def totals(first: bool | None) -> Distribution:
        return Distribution.of(
            evaluation.total
            for evaluation in evaluations
            if evaluation.total is not None and (first is None or evaluation.first is first)
        )

    areas: dict[int, list[float]] = {number: [] for number in edition.areas}
    questions: dict[str, list[float]] = defaultdict(list)
    for evaluation in evaluations:
        for number, points in evaluation.area_points.items():
            areas[number].append(points)
        for question, result in evaluation.question_results.items():
            if result.percent is not None:
                questions[question].append(result.percent)
    return EditionFigures(
        totals(None),
        totals(True),
        totals(False),
        {number: Distribution.of(values) for number, values in areas.items()},
        {question: Distribution.of(values) for question, values in questions.items()},
    )
