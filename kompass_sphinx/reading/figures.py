"""Whether printed figures can all be right, each standing for the interval that rounds to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kompass_sphinx.language import message_id
from kompass_sphinx.model.points import Interval, total_of
from kompass_sphinx.reading.problems import Code, Fault, Loc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kompass_sphinx.model.edition import Area, Edition
    from kompass_sphinx.model.evaluation import AreaResult, Evaluation, QuestionResult

AREA_MAXIMUM = 100
_DASH = "\N{EN DASH}"
_UNKNOWN = "?"


def check_figures(evaluation: Evaluation, edition: Edition) -> Iterator[Fault]:
    """Faults in the figures of sub-questions, areas and the total.

    Sub-questions are checked where the edition publishes their maximums, against the area only where all
    of an area's have one.
    """
    for number, area in edition.areas.items():
        result = evaluation.areas.get(number)
        if result is not None and result.questions:
            yield from _check_area(result, area)
    yield from _check_total(evaluation, edition)


def _check_area(result: AreaResult, area: Area) -> Iterator[Fault]:
    loc: Loc = ("areas", str(area.number))
    intervals = []
    for number, question in area.questions.items():
        if question.maximum is None:
            return
        figures = result.questions.get(number)
        if figures is None:
            intervals.append(Interval.between(0, question.maximum))
            continue
        points, percent = _intervals(figures.points, figures.percent, question.maximum)
        if not points & percent:
            yield from _question_fault((*loc, "questions", number), figures, question.maximum, percent)
            # Either figure may be the wrong one: let the area's check allow for both.
            intervals.append(Interval(min(points.low, percent.low), max(points.high, percent.high)))
        else:
            intervals.append(points & percent)
    if result.points is None or not intervals:
        return
    total = total_of(intervals)
    if not total & Interval.of_points(result.points, AREA_MAXIMUM):
        terms = " + ".join(_printed(result.questions.get(number)) for number in area.questions)
        yield Fault.at(
            (*loc, "points"),
            Code.FIGURES_DISAGREE,
            message_id(
                "Area %(area)s has %(points)s points but its sub-questions %(terms)s, where %(fitting)s would fit. "
                "Check these figures against the source."
            ),
            area=area.number,
            points=figure(result.points),
            terms=terms,
            fitting=_fitting(total),
        )


@lru_cache(maxsize=16384)  # the same figures stand in many files
def _intervals(points: float | None, percent: float | None, maximum: int) -> tuple[Interval, Interval]:
    whole = Interval.between(0, maximum)
    return (
        whole if points is None else Interval.of_points(points, maximum),
        whole if percent is None else Interval.of_percent(percent, maximum),
    )


def _question_fault(loc: Loc, figures: QuestionResult, maximum: int, percent: Interval) -> Iterator[Fault]:
    if figures.points is None or figures.percent is None or figures.points > maximum:
        return  # more points than the maximum is a fault of its own
    yield Fault.at(
        (*loc, "points"),
        Code.FIGURES_DISAGREE,
        message_id(
            "Sub-question %(question)s has %(points)s points, but %(percent)s percent of %(maximum)s points "
            "is %(fitting)s. Check both figures against the source."
        ),
        question=loc[-1],
        points=figure(figures.points),
        percent=figure(figures.percent),
        maximum=maximum,
        fitting=_fitting(percent),
    )


def _check_total(evaluation: Evaluation, edition: Edition) -> Iterator[Fault]:
    if evaluation.total is None:
        return
    points = {number: evaluation.area_points.get(number) for number in edition.areas}
    unknown = Interval.between(0, AREA_MAXIMUM)
    total = total_of(
        unknown if printed is None else Interval.of_points(printed, AREA_MAXIMUM) for printed in points.values()
    )
    if total & Interval.of_points(evaluation.total, AREA_MAXIMUM * len(points)):
        return
    yield Fault.at(
        ("total",),
        Code.FIGURES_DISAGREE,
        message_id(
            "The total is %(total)s points but the areas %(terms)s, where %(fitting)s would fit. "
            "Check these figures against the source."
        ),
        total=figure(evaluation.total),
        terms=" + ".join(_UNKNOWN if printed is None else figure(printed) for printed in points.values()),
        fitting=_fitting(total),
    )


def figure(value: float) -> str:
    """A figure as it is written in a file: 48 or 74.5."""
    return f"{value:g}"


def _printed(figures: QuestionResult | None) -> str:
    if figures is None:
        return _UNKNOWN
    percent = "" if figures.percent is None else f"{figure(figures.percent)} %"
    if figures.points is None:
        return percent
    return f"{figure(figures.points)} ({percent})" if percent else figure(figures.points)


def _fitting(interval: Interval) -> str:
    low, high = interval.printed_range()
    return str(low) if low == high else f"{low}{_DASH}{high}"
