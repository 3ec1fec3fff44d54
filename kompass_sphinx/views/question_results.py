"""The evaluations on a sub-question's page: by result, with the strength that explains it where there is one."""

from __future__ import annotations

from collections.abc import Iterable

from kompass_sphinx.archive.by_question import QuestionEvidence, ResultOf
from kompass_sphinx.archive.items import FindingItem
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Counterpart, Question
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
    return Results(
        tuple(_row(context, question, *one) for one in _with_strengths(evidence, MOST_ROWS)),
        distribution_of(context, question).median,
        results_about(context, question),
        measured_sentence(context) if evidence.has_both_figures else (),
        more_sentence(context, evidence.result_count - MOST_ROWS),
    )


def results_about(context: Context, question: Question) -> str:
    """The median with its n, or why there is none."""
    distribution = distribution_of(context, question)
    if not evidence_on(context, question).result_count:
        return context.text("No figures in the archive.")
    if distribution.n == 0:
        return context.text("Points alone, no percent.")
    return median_sentence(context, distribution) or context.text("Too few for a median (n = %(n)s).", n=distribution.n)


def counterpart_entry(context: Context, counterpart: Counterpart) -> CounterpartEntry:
    """A counterpart with the best of its results, those with a percent."""
    question = counterpart.question
    best = _with_strengths(evidence_on(context, question), BEST_OF_COUNTERPART)
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
                _strength(context, one, item),
            )
            for one, item in best
        ),
    )


def _row(context: Context, question: Question, result: ResultOf, strength: FindingItem | None) -> ResultRow:
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
        strength=_strength(context, result, strength),
    )


def _with_strengths(evidence: QuestionEvidence, most: int) -> Iterable[tuple[ResultOf, FindingItem | None]]:
    """The first results, each with the first strength of its evaluation on the sub-question."""
    return zip(evidence.first_results(most), evidence.strengths_of_first(most), strict=True)


def _strength(context: Context, result: ResultOf, item: FindingItem | None) -> FindingLink | None:
    return finding_links(context, [(result.evaluation, item)])[0] if item else None
