"""Strengths and recurring improvements on a sub-question."""

from __future__ import annotations

from itertools import groupby

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Question
from kompass_sphinx.views.area_findings import AskedFor, FindingLink, asked_for, finding_links
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.lists import LONGEST_LIST, more_sentence
from kompass_sphinx.views.question_figures import evidence_on
from kompass_sphinx.views.rich import Link
from kompass_sphinx.views.targets import question_anchor


@dataclass(frozen=True, slots=True)
class StrengthsOf:
    """An evaluation's strengths on the sub-question with its result; ``percent`` is None where it has none."""

    evaluation: Link
    findings: tuple[FindingLink, ...]
    percent: float | None
    percent_text: str


@dataclass(frozen=True, slots=True)
class QuestionFindings:
    """Strengths, highest result first, and improvements, latest first and equal ones as one; counts are of findings.

    ``asked`` says in how many evaluations improvements are asked for; ``strengths_more`` and ``improvements_more``
    how many are not listed.
    """

    strengths: tuple[StrengthsOf, ...]
    strengths_count: int
    strengths_more: str
    improvements: tuple[AskedFor, ...]
    improvements_count: int
    improvements_more: str
    asked: str


def question_findings(context: Context, question: Question) -> QuestionFindings:
    """What evaluators noted on the sub-question in its own edition."""
    evidence = evidence_on(context, question)
    strengths = []
    for evaluation, group in groupby(evidence.first_strengths(LONGEST_LIST), key=lambda one: one.evaluation):
        found = list(group)
        percent = found[0].percent
        strengths.append(
            StrengthsOf(
                context.evaluation_link(evaluation, question_anchor(question.number) if percent is not None else ""),
                finding_links(context, [(evaluation, one.item) for one in found]),
                percent,
                "" if percent is None else context.language.percent(percent),
            )
        )
    words, hidden = evidence.asked_for(LONGEST_LIST)
    return QuestionFindings(
        tuple(strengths),
        evidence.strength_count,
        more_sentence(context, evidence.strength_count - LONGEST_LIST),
        tuple(asked_for(context, one) for one in words),
        evidence.improvement_count,
        more_sentence(context, len(hidden)),
        _asked(context, question),
    )


def _asked(context: Context, question: Question) -> str:
    """How many of the evaluations with improvements on the area ask for one here; empty when none does."""
    asking = evidence_on(context, question).asking_count
    if not asking:
        return ""
    evaluations = context.archive.with_improvements[question.edition, question.area]
    return context.plural(
        "%(asked)s of %(evaluations)s evaluation with improvements on the area asks for something here.",
        "%(asked)s of %(evaluations)s evaluations with improvements on the area ask for something here.",
        evaluations,
        asked=asking,
        evaluations=evaluations,
    )
