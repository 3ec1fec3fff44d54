"""The findings of an area page: strengths with their result, and improvements that recur."""

from __future__ import annotations

from collections.abc import Sequence

from kompass_sphinx.archive.by_theme import (
    RecurringImprovement,
    StrengthGroup,
    recurring_on,
    strengths_on,
)
from kompass_sphinx.archive.items import FindingItem
from kompass_sphinx.archive.record_counts import IMPROVEMENT, STRENGTH
from kompass_sphinx.archive.same_words import SameWords
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import EvaluationReference
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.lists import LONGEST_LIST, more_to_search
from kompass_sphinx.views.rich import Link, Rich
from kompass_sphinx.views.targets import Target

MOST_OF_EACH = 5
"""How many improvements of each sub-question an area page has; its own page has more."""


@dataclass(frozen=True, slots=True)
class FindingLink:
    """A finding with the address of its own, and whose it is."""

    text: str
    target: Target
    evaluation: str


@dataclass(frozen=True, slots=True)
class StrengthEntry:
    """Strengths with the result on the same sub-question; ``percent`` is None where there is none.

    ``question`` is None for strengths of the whole area.
    """

    evaluation: Link
    question: Link | None
    findings: tuple[FindingLink, ...]
    percent: float | None
    percent_text: str
    edition: str


@dataclass(frozen=True, slots=True)
class Strengths:
    """Strengths with a result, and those without; ``more`` says how many are not listed."""

    with_result: tuple[StrengthEntry, ...]
    without: tuple[StrengthEntry, ...]
    without_count: str
    more: Rich


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What evaluators asked for in the same words, with a link to the finding of each evaluation."""

    text: str
    evaluations: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RecurringEntry:
    """What evaluators asked for on one sub-question, None for the whole area; ``more`` as in Strengths."""

    question: Link | None
    asked: str
    edition: str
    findings: tuple[AskedFor, ...]
    more: Rich


def area_strengths(context: Context, theme: str) -> Strengths:
    """Strengths by sub-question with its result, highest first; then those without a figure."""
    groups, hidden = context.archive.ask(strengths_on, theme, LONGEST_LIST)
    shown = [_strength_entry(context, group) for group in groups]
    without = tuple(entry for entry in shown if entry.percent is None)
    count = sum(len(entry.findings) for entry in without)
    return Strengths(
        tuple(entry for entry in shown if entry.percent is not None),
        without,
        context.plural(
            "%(count)s strength without a figure for its sub-question",
            "%(count)s strengths without a figure for their sub-question",
            count,
        ),
        more_to_search(context, hidden, theme, STRENGTH),
    )


def _strength_entry(context: Context, group: StrengthGroup) -> StrengthEntry:
    return StrengthEntry(
        evaluation=context.evaluation_link(group.evaluation),
        question=context.question_link(group.question) if group.question else None,
        findings=finding_links(context, [(group.evaluation, item) for item in group.items]),
        percent=group.percent,
        percent_text="" if group.percent is None else context.language.percent(group.percent),
        edition=context.text("edition %(edition)s", edition=group.evaluation.edition),
    )


def area_recurring(context: Context, theme: str) -> tuple[RecurringEntry, ...]:
    """What evaluators asked for, by sub-question, with counts."""
    found = context.archive.ask(recurring_on, theme, MOST_OF_EACH)
    return tuple(_recurring_entry(context, theme, one) for one in found)


def _recurring_entry(context: Context, theme: str, improvement: RecurringImprovement) -> RecurringEntry:
    return RecurringEntry(
        question=context.question_link(improvement.question) if improvement.question else None,
        asked=context.text("one evaluation")
        if improvement.evaluations == 1
        else context.text("%(asked)s of %(evaluations)s", asked=improvement.asked, evaluations=improvement.evaluations),
        edition=context.text("edition %(edition)s", edition=improvement.edition),
        findings=tuple(asked_for(context, one) for one in improvement.words),
        more=_more_of_each(context, len(improvement.hidden))
        if improvement.question
        else more_to_search(context, len(improvement.hidden), theme, IMPROVEMENT),
    )


def _more_of_each(context: Context, hidden: int) -> Rich:
    if not hidden:
        return ()
    return (
        context.plural(
            "%(n)s more is on the page of the sub-question.",
            "%(n)s more are on the page of the sub-question.",
            hidden,
            n=hidden,
        ),
    )


def asked_for(context: Context, asked: SameWords) -> AskedFor:
    """Improvements in the same words, as one."""
    links = (context.evaluation_link(evaluation, item.address) for evaluation, item in asked.items)
    return AskedFor(asked.items[0][1].finding.text, tuple(links))


def finding_links(
    context: Context, items: Sequence[tuple[EvaluationReference, FindingItem]]
) -> tuple[FindingLink, ...]:
    """Findings as links to their own addresses."""
    return tuple(
        FindingLink(item.finding.text, context.evaluation_link(evaluation, item.address).target, evaluation.title)
        for evaluation, item in items
    )
