"""The answer at the head of a sub-question's page: the highest result, and a few sentences around it."""

from __future__ import annotations

from collections.abc import Sequence

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Question
from kompass_sphinx.model.evaluation import EvaluationReference
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.counterparts import relation_words
from kompass_sphinx.views.question_figures import (
    distribution_of,
    evidence_on,
    figure_text,
    noted_sentence,
    results_listed,
)
from kompass_sphinx.views.question_named import NamedOn
from kompass_sphinx.views.rich import Link, Part, Rich, joined, listed, rich
from kompass_sphinx.views.targets import question_anchor, theme_target

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Headline:
    """The figure that the page begins with, and what it is."""

    figure: str
    label: str


def headline_of(context: Context, question: Question) -> Headline | None:
    """The highest result in percent; None when there are too few for it to say whom to look at."""
    distribution = distribution_of(context, question)
    if distribution.median is None:
        return None
    label = context.text(
        "highest of %(count)s results in edition %(edition)s",
        count=context.language.count(distribution.n),
        edition=question.edition,
    )
    return Headline(context.language.percent(distribution.most), label)


def lede_of(context: Context, question: Question, named: NamedOn) -> Rich:
    """Whose the highest result is, or whom to look at where results are few, and whom evaluators named."""
    sentences = [_results(context, question)]
    if distribution_of(context, question).median is None:
        sentences.append(_look_at(context, question, named))
    elif named.places:
        message = context.text("Evaluators have named %(places)s for this.")
        sentences.append(rich(message, places=_places(context, named.places)))
    if not named.places:
        sentences.append(_nobody(context, named))
    if not evidence_on(context, question).result_count:
        sentences += [(noted_sentence(context, question),), _onward(context, question)]
    return joined(sentence for sentence in sentences if sentence and sentence != ("",))


def _results(context: Context, question: Question) -> Rich:
    evidence, distribution = evidence_on(context, question), distribution_of(context, question)
    if not evidence.result_count:
        return (
            context.text(
                "The archive has no result on this sub-question in edition %(edition)s.", edition=question.edition
            ),
        )
    if not distribution.n:
        message = context.text("The archive has points alone, no percent: %(list)s.")
        return rich(message, list=results_listed(context, question, evidence.result_count, MOST_NAMES))
    if distribution.n == 1:
        (alone,) = evidence.first_results(1)
        return rich(
            context.text("%(evaluation)s alone has a result in edition %(edition)s: %(figure)s."),
            evaluation=context.evaluation_link(alone.evaluation, question_anchor(question.number)),
            edition=str(question.edition),
            figure=figure_text(context, alone.figures),
        )
    if distribution.median is None:
        message = context.text("The results are too few for a median: %(list)s.")
        return rich(message, list=results_listed(context, question, distribution.n, MOST_NAMES))
    return joined([_highest(context, question, evidence.highest), _median(context, question)])


def _highest(context: Context, question: Question, best: tuple[EvaluationReference, ...]) -> Rich:
    if len(best) > MOST_NAMES:
        count = context.language.capitalized(context.language.count(len(best)))
        return (context.text("%(count)s evaluations have it.", count=count),)
    names = [context.evaluation_link(one, question_anchor(question.number)) for one in best]
    return rich(context.text("It is that of %(evaluation)s."), evaluation=listed(context.language, names))


def _median(context: Context, question: Question) -> Rich:
    """The median with its n; the caller has seen that there is one."""
    results = distribution_of(context, question)
    median = results.median
    assert median is not None
    return (
        context.text("The median is %(median)s (n = %(n)s).", median=context.language.percent(median), n=results.n),
    )


def _look_at(context: Context, question: Question, named: NamedOn) -> Rich:
    """Whom to look at where results are few: those named, and who has a higher result on the same elsewhere."""
    places = _elsewhere(context, question)
    if named.places:
        message = context.text("%(places)s, whom evaluators named for this")
        places.insert(0, rich(message, places=_places(context, named.places)))
    if not places:
        return ()
    looked_at = places[0]
    for place in places[1:]:
        looked_at = rich(context.text("%(places)s, and at %(place)s"), places=looked_at, place=place)
    return rich(context.text("Look at %(places)s."), places=looked_at)


def _elsewhere(context: Context, question: Question) -> list[Rich]:
    """The highest result on the same sub-question of each neighbouring edition, where it is higher than any here."""
    found: list[Rich] = []
    own = distribution_of(context, question)
    for counterpart in context.archive.catalogue.counterparts(question):
        other = distribution_of(context, counterpart.question)
        if not counterpart.is_alike or not other.n or (own.n and other.most <= own.most):
            continue
        anchor = question_anchor(counterpart.question.number)
        best = [context.evaluation_link(one, anchor) for one in evidence_on(context, counterpart.question).highest]
        found.append(
            rich(
                context.text("%(evaluations)s with %(figure)s, %(rank)s on %(which)s in edition %(edition)s"),
                evaluations=_places(context, best),
                figure=context.language.percent(other.most),
                rank=context.text("the only result") if other.n == 1 else context.text("the highest result"),
                which=context.text("the same sub-question")
                if counterpart.relation == "same"
                else context.text("the reworded sub-question"),
                edition=str(counterpart.question.edition),
            )
        )
    return found


def _nobody(context: Context, named: NamedOn) -> Rich:
    """That nobody is named by others for exactly this, and who is nearest to it."""
    if named.own_places:
        message = context.text("%(places)s: held up for this in its own report, by nobody else.")
        return rich(message, places=_places(context, named.own_places))
    if named.partly:
        return (
            context.plural(
                "No report in the archive names anybody for exactly this, but one is named for one much like it.",
                "No report in the archive names anybody for exactly this, but %(count)s are for one much like it.",
                len(named.partly),
            ),
        )
    return (context.text("No report in the archive names anybody for exactly this."),)


def _places(context: Context, places: Sequence[Part]) -> Rich:
    """The first few, and how many more there are."""
    names = list(places[:MOST_NAMES])
    if len(places) > MOST_NAMES:
        names.append(context.text("%(count)s more", count=context.language.count(len(places) - MOST_NAMES)))
    return listed(context.language, names)


def _onward(context: Context, question: Question) -> Rich:
    """Where to go on from a page without results: the nearest sub-questions, and the area."""
    catalogue = context.archive.catalogue
    theme = catalogue.theme_of(question.edition, question.area)
    places: list[Rich] = [
        rich(
            context.text("%(question)s in edition %(edition)s (%(relation)s)"),
            question=context.question_link(one.question),
            edition=str(one.question.edition),
            relation=relation_words(context, one),
        )
        for one in catalogue.counterparts(question)
    ]
    places.append(rich(context.text("the area %(area)s"), area=Link(theme.name, theme_target(theme.id))))
    return rich(context.text("Go on to %(places)s."), places=listed(context.language, places))
