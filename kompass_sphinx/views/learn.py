"""Lär av andra: who is worth looking at for the weakest sub-questions of an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kompass_sphinx.archive.learning import (
    WeakArea,
    WeakQuestion,
    weakest_areas,
    weakest_of_all,
    weakest_of_area,
)
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.learn_entries import (
    LearnEntry,
    does_well,
    higher_in_line,
    pointed_to,
    pointed_to_on_area,
)
from kompass_sphinx.views.learn_rule import Ground, learn_rule
from kompass_sphinx.views.rich import Link, Quiet, Rich, listed, rich
from kompass_sphinx.views.targets import area_anchor, evaluation_target

MOST_IN_BOX = 4


@dataclass(frozen=True, slots=True)
class LearnQuestion:
    """A weak sub-question or area, and who is worth looking at for it; ``more`` says what there is besides them."""

    ground: Ground
    heading: Rich
    entries: tuple[LearnEntry, ...]
    more: Rich


@dataclass(frozen=True, slots=True)
class Learn:
    """The box of an area: its weakest sub-question with at most four entries, and the next ones in one line.

    A page has room for no more; the pages of the sub-questions have all. ``higher`` is for an area without
    sub-questions: who has more points on it.
    """

    weakest: LearnQuestion | None
    also: Rich
    higher: Rich

    @property
    def ground(self) -> Ground:
        """What those in the box were chosen by."""
        return self.weakest.ground if self.weakest else Ground.POINTS


@dataclass(frozen=True, slots=True)
class LearnOfAll:
    """What a municipality's latest evaluation with figures by area has to learn; ``introduction`` says which it is.

    ``nobody`` names the areas that there is nobody to look at for.
    """

    introduction: Rich
    questions: tuple[LearnQuestion, ...]
    nobody: Rich
    rule: tuple[str, ...]


def learn_of_area(context: Context, evaluation: Evaluation, area: int) -> Learn | None:
    """What to learn on an area of an evaluation, or None where there is nothing to say."""
    weak = weakest_of_area(context.archive, evaluation, area)
    has_questions = area in evaluation.areas and bool(evaluation.areas[area].questions)
    in_line = () if has_questions else higher_in_line(context, evaluation, area)
    if not weak and not in_line:
        return None
    weakest = None
    if weak:
        question = _question(context, evaluation, weak[0], on_its_page=True)
        weakest = replace(question, entries=_one_of_each_kind_first(question.entries))
    return Learn(weakest, _also(context, evaluation, weak[1:]), in_line)


def learn_of_all(context: Context, evaluations: Sequence[Evaluation]) -> LearnOfAll | None:
    """What to learn on the weakest sub-questions of the latest evaluation that has any, or points by area.

    Where it has no sub-questions, on its lowest areas. None where no evaluation has either.
    """
    archive = context.archive
    latest = next((one for one in reversed(evaluations) if _has_figures(one)), None)
    if latest is None:
        return None
    if any(result.percent is not None for result in latest.question_results.values()):
        questions = tuple(_question(context, latest, one, on_its_page=False) for one in weakest_of_all(archive, latest))
        without: tuple[LearnQuestion, ...] = ()
        introduction = (
            context.text("The weakest sub-questions of %(evaluation)s, the latest with points by area or sub-question.")
            if questions
            else context.text(
                "No sub-question of %(evaluation)s, the latest with points by area or sub-question, is weak: none is "
                "below a median of the edition."
            )
        )
    else:
        areas = [_area(context, latest, one) for one in weakest_areas(archive, latest)]
        questions = tuple(one for one in areas if one.entries)
        without = tuple(one for one in areas if not one.entries)
        introduction = (
            context.text(
                "The weakest areas of %(evaluation)s, the latest with points by area or sub-question. The archive has "
                "no sub-questions in percent for it."
            )
            if areas
            else context.text(
                "No area of %(evaluation)s, the latest with points by area or sub-question, is below the edition's "
                "median."
            )
        )
    return LearnOfAll(
        rich(introduction, evaluation=context.evaluation_link(latest)),
        questions,
        _nobody(context, without),
        learn_rule(context, {one.ground for one in questions}),
    )


def _nobody(context: Context, without: Sequence[LearnQuestion]) -> Rich:
    """The areas that there is nobody to look at for, in one sentence."""
    if not without:
        return ()
    areas = listed(context.language, (one.heading[0] for one in without))
    return rich(context.text("Nobody to point to yet for %(areas)s."), areas=areas)


def _has_figures(evaluation: Evaluation) -> bool:
    percents = (result.percent is not None for result in evaluation.question_results.values())
    return bool(evaluation.area_points) or any(percents)


def _question(context: Context, evaluation: Evaluation, weak: WeakQuestion, *, on_its_page: bool) -> LearnQuestion:
    heading = _heading(context, evaluation, weak)
    if weak.median is not None:
        return LearnQuestion(Ground.MEDIAN, heading, *does_well(context, evaluation, weak))
    return LearnQuestion(Ground.FEW, heading, *pointed_to(context, evaluation, weak, on_its_page=on_its_page))


def _one_of_each_kind_first(entries: tuple[LearnEntry, ...]) -> tuple[LearnEntry, ...]:
    """Four of the entries in their order: the first of each kind of evidence, then the second of each."""
    kinds = [entry.kind for entry in entries]
    chosen = sorted(range(len(entries)), key=lambda at: (kinds[:at].count(kinds[at]), at))[:MOST_IN_BOX]
    return tuple(entries[at] for at in sorted(chosen))


def _also(context: Context, evaluation: Evaluation, weak: Sequence[WeakQuestion]) -> Rich:
    """The next weakest sub-questions in one line, each with a link to who does well on it."""
    if not weak:
        return ()
    percent = context.language.percent
    reader = context.archive.municipality(evaluation).slug
    entries: list[Rich] = [
        rich(
            context.text("%(question)s (%(percent)s, median %(median)s)"),
            question=context.question_link(one.question, reader),
            percent=percent(one.percent),
            median=percent(one.median or 0),
        )
        for one in weak
    ]
    return rich(context.text("Also below the median: %(list)s."), list=listed(context.language, entries))


def _heading(context: Context, evaluation: Evaluation, weak: WeakQuestion) -> Rich:
    language = context.language
    reader = context.archive.municipality(evaluation).slug
    median = _median(context, "" if weak.median is None else language.percent(weak.median), weak.n)
    return (context.question_link(weak.question, reader), f", {language.percent(weak.percent)}, ", Quiet(median))


def _area(context: Context, evaluation: Evaluation, weak: WeakArea) -> LearnQuestion:
    number = context.language.number
    target = evaluation_target(context.archive, evaluation).at(area_anchor(weak.area.number))
    heading: Rich = (
        Link(f"{weak.area.number} {weak.area.name}", target),
        f", {number(weak.points)}, ",
        Quiet(_median(context, "" if weak.median is None else number(weak.median), weak.n)),
    )
    return LearnQuestion(Ground.AREA, heading, pointed_to_on_area(context, evaluation, weak.area.number), ())


def _median(context: Context, median: str, n: int) -> str:
    if not median:
        return context.text("too few for a median (n = %(n)s)", n=n)
    return context.text("median %(median)s (n = %(n)s)", median=median, n=n)
