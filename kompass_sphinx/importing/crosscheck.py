"""Figures held against each other with the rules of the archive, before a draft is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.model.evaluation import AreaResult, Evaluation, QuestionResult, Source
from kompass_sphinx.reading.figures import check_figures

if TYPE_CHECKING:
    from kompass_sphinx.importing.report import ReadArea, Report
    from kompass_sphinx.model.edition import Edition


def crosschecked(report: Report, edition: Edition) -> Report:
    """The report with a doubt at every figure that the rules on printed figures speak against.

    Where a sum does not come out, each of its terms may be the wrong one, so each is in doubt.
    """
    evaluation = _evaluation(report, edition)
    if evaluation is None:
        return report
    areas, total = dict(report.areas), report.total
    for fault in check_figures(evaluation, edition):
        doubt = Doubt(fault.message, **dict(fault.values))
        if fault.loc == ("total",):
            total = total and replace(total, doubt=total.doubt or doubt)
            areas = {number: _with_doubtful_points(area, doubt) for number, area in areas.items()}
            continue
        number = int(fault.loc[1])
        if "questions" in fault.loc:
            areas[number] = _with_doubtful_scores(areas[number], doubt, str(fault.loc[3]))
        else:
            areas[number] = _with_doubtful_scores(_with_doubtful_points(areas[number], doubt), doubt)
    return replace(report, areas=areas, total=total)


def _with_doubtful_points(area: ReadArea, doubt: Doubt) -> ReadArea:
    points = area.points and replace(area.points, doubt=area.points.doubt or doubt)
    return replace(area, points=points)


def _with_doubtful_scores(area: ReadArea, doubt: Doubt, only: str | None = None) -> ReadArea:
    scores = {
        number: replace(score, doubt=score.doubt or doubt) if only in (None, number) else score
        for number, score in area.scores.items()
    }
    return replace(area, scores=scores)


def _evaluation(report: Report, edition: Edition) -> Evaluation | None:
    """The figures alone as an evaluation; None when they are outside what the format allows."""
    try:
        return Evaluation(
            municipality="?",
            year=edition.first_year,
            edition=edition.id,
            total=None if report.total is None else _half(report.total.value),
            areas={
                number: AreaResult(
                    points=None if area.points is None else _half(area.points.value),
                    questions={
                        question: QuestionResult(points=_half(score.points), percent=_half(score.percent))
                        for question, score in area.scores.items()
                    },
                )
                for number, area in report.areas.items()
            },
            sources=(Source(title="?", kind="report"),),
        )
    except ValidationError:
        return None


def _half(value: float | None) -> float | None:
    """A figure as the format has it: decimals other than halves are rounded, in the draft as here."""
    return value if value is None or value * 2 == int(value * 2) else float(round(value))
