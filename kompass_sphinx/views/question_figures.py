"""The figures on a sub-question in words, as area pages and its own page say them."""

from __future__ import annotations

from kompass_sphinx.archive.by_question import QuestionEvidence, ResultOf
from kompass_sphinx.archive.statistics import FEWEST_FOR_MEDIAN, Distribution
from kompass_sphinx.model.edition import Question
from kompass_sphinx.model.evaluation import QuestionResult
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link, Rich, listed, rich
from kompass_sphinx.views.targets import METHOD, Target, question_anchor

ROUNDING = "varfor-delfragorna-inte-alltid-summerar-till-omradet"
"""The section of the method that says how points are rounded from percent."""

NO_FIGURES = Distribution(())


def evidence_on(context: Context, question: Question) -> QuestionEvidence:
    """What the archive says of the sub-question."""
    return context.archive.questions[question.edition, question.number]


def distribution_of(context: Context, question: Question) -> Distribution:
    """The results of the sub-question in percent."""
    return context.archive.figures[question.edition].questions.get(question.number, NO_FIGURES)


def share_of(question: Question, figures: QuestionResult) -> float | None:
    """The share that a bar shows: the percent, or else the points of the maximum; None when there is neither."""
    if figures.percent is None and figures.points is not None and question.maximum:
        return figures.points / question.maximum * 100
    return figures.percent


def figure_text(context: Context, figures: QuestionResult) -> str:
    """A result in percent, or in points where the source has nothing else."""
    if figures.percent is not None:
        return context.language.percent(figures.percent)
    points = figures.points or 0
    is_one = points == 1
    return context.plural(
        "%(points)s point", "%(points)s points", 1 if is_one else 2, points=context.language.number(points)
    )


def median_sentence(context: Context, results: Distribution) -> str:
    """The median in percent with its n; empty when there are too few."""
    if results.median is None:
        return ""
    median = context.language.percent(results.median)
    return context.text("Median %(median)s (n = %(n)s).", median=median, n=results.n)


def result_listed(context: Context, question: Question, result: ResultOf) -> Rich:
    """An evaluation with its result, in a list."""
    return rich(
        "%(evaluation)s %(figure)s",
        evaluation=context.evaluation_link(result.evaluation, question_anchor(question.number)),
        figure=figure_text(context, result.figures),
    )


def results_sentence(context: Context, question: Question) -> Rich:
    """The median in percent with its n; when they are too few, every result."""
    median = median_sentence(context, distribution_of(context, question))
    if median:
        return (median,)
    count = evidence_on(context, question).result_count
    if not count:
        return (context.text("No figures in the archive."),)
    shown = results_listed(context, question, count, FEWEST_FOR_MEDIAN)
    return rich(context.text("Results: %(list)s."), list=shown)


def results_listed(context: Context, question: Question, count: int, most: int) -> Rich:
    """The first of the evaluations with their results, and how many more there are of a ``count``."""
    first = evidence_on(context, question).first_results(min(most, count))
    shown = [result_listed(context, question, one) for one in first]
    if count > most:
        shown.append((context.text("%(count)s more", count=context.language.count(count - most)),))
    return listed(context.language, shown)


def measured_sentence(context: Context) -> Rich:
    """That points are rounded from the percent, where results have both."""
    return rich(
        context.text("The percent is what was measured, and the points are rounded from it (%(how)s)."),
        how=Link(context.text("how the points are counted"), Target(METHOD, ROUNDING)),
    )


def noted_sentence(context: Context, question: Question) -> str:
    """How many strengths and improvements the archive has on a sub-question; empty when none."""
    evidence = evidence_on(context, question)
    strengths, improvements = evidence.strength_count, evidence.improvement_count
    counts = []
    if strengths:
        counts.append(context.plural("%(n)s strength", "%(n)s strengths", strengths, n=strengths))
    if improvements:
        counts.append(context.plural("%(n)s improvement", "%(n)s improvements", improvements, n=improvements))
    return context.text("Noted: %(list)s.", list=context.language.listing(counts)) if counts else ""
