"""The evaluations on a sub-question's page: by result, with the strength that explains it where there is one."""

from __future__ import annotations

from collections.abc import Mapping

from kompass_sphinx.archive.by_question import FindingOf, QuestionEvidence, ResultOf
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Counterpart, Question
from kompass_sphinx.model.evaluation import EvaluationReference
from kompass_sphinx.views.area_findings import FindingLink, finding_links
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.counterparts import relation_words
from kompass_sphinx.views.lists import more_sentence
from kompass_sphinx.views.question_figures import (
    distribution_of,
    evidence_on,
    figure_text,
    measured_sentence,
    median_sentence,
    noted_sentence,
    share_of,
)
from kompass_sphinx.views.rich import Rich
from kompass_sphinx.views.targets import Target, evaluation_target, question_anchor, question_target

MOST_ROWS = 200
"""The most rows of the table of results; what is left out is counted in words."""
BEST_OF_COUNTERPART = 3

Key = tuple[str, int]
"""A municipality's name and a year."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """An evaluation's result. ``share`` is for the bar, None when there is neither percent nor maximum.

    ``percent`` and ``points`` are empty where the source has none; ``strength`` is one that it has on the
    sub-question, with its address.
    """

    title: str
    target: Target
    share: float | None
    percent: str
    points: str
    maximum: str
    group: str
    county: str
    strength: FindingLink | None


@dataclass(frozen=True, slots=True)
class Results:
    """The results; ``median`` is the tick, None when too few; ``more`` says how many are not listed.

    ``measured`` says what the points are beside the percent, empty where none has both.
    """

    rows: tuple[ResultRow, ...]
    median: float | None
    about: str
    measured: Rich
    more: str


@dataclass(frozen=True, slots=True)
class BestRow:
    """One of the best results on a counterpart."""

    title: str
    target: Target
    figure: str
    strength: FindingLink | None


@dataclass(frozen=True, slots=True)
class CounterpartEntry:
    """The same or nearest sub-question of a neighbouring edition, and its best results.

    ``is_partly``: what is said of it says little of this one. ``about`` is the median with its n or why there is
    none.
    """

    edition: str
    name: str
    target: Target
    relation: str
    is_partly: bool
    about: str
    noted: str
    best: tuple[BestRow, ...]


def question_results(context: Context, question: Question) -> Results:
    """The edition's results on the sub-question: highest percent first, points alone last."""
    evidence = evidence_on(context, question)
    distribution = distribution_of(context, question)
    strengths = _first_strengths(evidence)
    return Results(
        tuple(_row(context, question, result, strengths) for result in evidence.results[:MOST_ROWS]),
        distribution.median,
        results_about(context, question),
        measured_sentence(context, (one.figures for one in evidence.results)),
        more_sentence(context, len(evidence.results) - MOST_ROWS),
    )


def results_about(context: Context, question: Question) -> str:
    """The median with its n, or why there is none."""
    distribution = distribution_of(context, question)
    if not evidence_on(context, question).results:
        return context.text("No figures in the archive.")
    if distribution.n == 0:
        return context.text("Points alone, no percent.")
    return median_sentence(context, distribution) or context.text("Too few for a median (n = %(n)s).", n=distribution.n)


def counterpart_entry(context: Context, counterpart: Counterpart) -> CounterpartEntry:
    """A counterpart with the best of its results, those with a percent."""
    question = counterpart.question
    evidence = evidence_on(context, question)
    strengths = _first_strengths(evidence)
    return CounterpartEntry(
        context.text("Edition %(edition)s", edition=question.edition),
        f"{question.number} {question.name}",
        question_target(question),
        relation_words(context, counterpart),
        not counterpart.is_alike,
        results_about(context, question),
        noted_sentence(context, question),
        tuple(
            BestRow(
                one.evaluation.title,
                evaluation_target(context.archive, one.evaluation).at(question_anchor(question.number)),
                figure_text(context, one.figures),
                _strength(context, strengths, one.evaluation),
            )
            for one in evidence.results[:BEST_OF_COUNTERPART]
        ),
    )


def _row(context: Context, question: Question, result: ResultOf, strengths: Mapping[Key, FindingOf]) -> ResultRow:
    evaluation, figures = result.evaluation, result.figures
    municipality = context.archive.municipality(evaluation)
    return ResultRow(
        title=evaluation.title,
        target=evaluation_target(context.archive, evaluation).at(question_anchor(question.number)),
        share=share_of(question, figures),
        percent="" if figures.percent is None else context.language.percent(figures.percent),
        points="" if figures.points is None else context.language.number(figures.points),
        maximum=context.text("of %(maximum)s", maximum=question.maximum) if question.maximum else "",
        group=municipality.group,
        county=municipality.county,
        strength=_strength(context, strengths, evaluation),
    )


def _first_strengths(evidence: QuestionEvidence) -> dict[Key, FindingOf]:
    """The first strength on the sub-question of each evaluation that has one."""
    return {_key(one.evaluation): one for one in reversed(evidence.strengths)}


def _strength(
    context: Context, strengths: Mapping[Key, FindingOf], evaluation: EvaluationReference
) -> FindingLink | None:
    found = strengths.get(_key(evaluation))
    return finding_links(context, [(evaluation, found.item)])[0] if found else None


def _key(evaluation: EvaluationReference) -> Key:
    return evaluation.municipality, evaluation.year
