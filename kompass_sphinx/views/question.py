"""The page of a sub-question: who is good at exactly this, what they do, and what evaluators ask for."""

from __future__ import annotations

from kompass_sphinx.archive.record_counts import NAMED, STRENGTH, TOP_RESULT
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Catalogue, Edition, Question
from kompass_sphinx.views.alike import alike_rule
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.counterparts import lacking_editions, lacking_sentence
from kompass_sphinx.views.question_answer import Headline, headline_of, lede_of
from kompass_sphinx.views.question_figures import evidence_on
from kompass_sphinx.views.question_findings import QuestionFindings, question_findings
from kompass_sphinx.views.question_named import NamedOn, named_on_question
from kompass_sphinx.views.question_results import CounterpartEntry, Results, counterpart_entry, question_results
from kompass_sphinx.views.rich import Link, Rich
from kompass_sphinx.views.targets import (
    EDITIONS,
    EXAMPLES,
    INDEX,
    Target,
    area_question_anchor,
    question_target,
    theme_target,
)


@dataclass(frozen=True, slots=True)
class QuestionFact:
    """A fact under the heading."""

    label: str
    text: Rich


@dataclass(frozen=True, slots=True)
class JumpLink:
    """A section of the page with how much it holds."""

    text: str
    anchor: str
    count: int


@dataclass(frozen=True, slots=True)
class Step:
    """The sub-question before or after in the area."""

    which: str
    name: str
    target: Target


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Everything on a sub-question's page. ``finder`` leads to the same evidence in the search, when there is one."""

    title: str
    description: str
    crumbs: tuple[tuple[str, Target | None], ...]
    kicker: str
    edition: int
    theme_index: int
    number: str
    name: str
    about: str
    facts: tuple[QuestionFact, ...]
    headline: Headline | None
    lede: Rich
    jumps: tuple[JumpLink, ...]
    named: NamedOn
    results: Results
    alike_rule: str
    findings: QuestionFindings
    counterparts: tuple[CounterpartEntry, ...]
    lacking: tuple[str, ...]
    steps: tuple[Step, ...]
    area: Link
    finder: Link
    citation: str


def question_view(context: Context, question: Question) -> QuestionView:
    """The page of this sub-question."""
    catalogue = context.archive.catalogue
    edition = catalogue.editions[question.edition]
    theme = catalogue.theme_of(edition.id, question.area)
    title = context.text(
        "%(number)s %(name)s, edition %(edition)s", number=question.number, name=question.name, edition=edition.id
    )
    named = named_on_question(context, question)
    results = question_results(context, question)
    findings = question_findings(context, question)
    counterparts = catalogue.counterparts(question)
    return QuestionView(
        title=title,
        description=context.text("Who is good at %(title)s of Kommunkompassen?", title=title),
        crumbs=(
            (context.text("Home"), Target(INDEX)),
            (context.text("Areas"), Target(INDEX, "omraden")),
            (theme.name, theme_target(theme.id)),
            (f"{question.number} {question.name}", None),
        ),
        kicker=context.text("Sub-question of edition %(edition)s", edition=edition.id),
        edition=edition.id,
        theme_index=list(catalogue.themes).index(theme.id),
        number=question.number,
        name=question.name,
        about=question.description,
        facts=_facts(context, question, edition),
        headline=headline_of(context, question),
        lede=lede_of(context, question, named),
        jumps=(
            JumpLink(context.text("Named examples"), "utpekade", named.count),
            JumpLink(context.text("Results"), "resultat", evidence_on(context, question).result_count),
            JumpLink(context.text("Strengths"), "styrkor", findings.strengths_count),
            JumpLink(context.text("What evaluators ask for"), "forbattringsomraden", findings.improvements_count),
            JumpLink(context.text("In other editions"), "andra-utgavor", len(counterparts)),
        ),
        named=named,
        results=results,
        alike_rule=alike_rule(context),
        findings=findings,
        counterparts=tuple(counterpart_entry(context, one) for one in counterparts),
        lacking=tuple(lacking_sentence(context, one) for one in lacking_editions(catalogue, question)),
        steps=_steps(context, question, edition),
        area=Link(
            context.text("All of the area: %(area)s", area=theme.name),
            theme_target(theme.id).at(area_question_anchor(question)),
        ),
        finder=Link(
            context.text("Search among the good examples of this sub-question"),
            good_examples_target(catalogue, question),
        ),
        citation=context.text("Kommunkompassen archive: %(title)s.", title=title),
    )


def good_examples_target(catalogue: Catalogue, question: Question) -> Target:
    """The search for good examples of the sub-question and of those that ask the same, improvements left out."""
    alike = (one.question for one in catalogue.counterparts(question) if one.is_alike)
    chosen = [f"delfraga={one.edition}/{one.number}" for one in (question, *alike)]
    return Target(EXAMPLES, query="&".join((*chosen, *(f"slag={kind}" for kind in (NAMED, STRENGTH, TOP_RESULT)))))


def _facts(context: Context, question: Question, edition: Edition) -> tuple[QuestionFact, ...]:
    area = edition.areas[question.area]
    theme = context.archive.catalogue.theme_of(edition.id, area.number)
    years = f"{edition.first_year}–{edition.last_year or ''}"
    return (
        QuestionFact(
            context.text("Area"),
            (Link(f"{area.number} {area.name}", theme_target(theme.id).at(area_question_anchor(question))),),
        ),
        QuestionFact(context.text("Theme"), (Link(theme.name, theme_target(theme.id)),)),
        QuestionFact(
            context.text("Maximum"),
            (
                context.text("%(maximum)s of the area's 100 points", maximum=question.maximum)
                if question.maximum
                else context.text("the edition publishes none by sub-question"),
            ),
        ),
        QuestionFact(context.text("Edition"), (Link(str(edition.id), Target(EDITIONS)), f" ({years})")),
    )


def _steps(context: Context, question: Question, edition: Edition) -> tuple[Step, ...]:
    """The sub-questions before and after in the area."""
    questions = list(edition.areas[question.area].questions.values())
    position = questions.index(question)
    steps = []
    if position:
        steps.append((context.text("Previous sub-question"), questions[position - 1]))
    if position + 1 < len(questions):
        steps.append((context.text("Next sub-question"), questions[position + 1]))
    return tuple(Step(which, f"{one.number} {one.name}", question_target(one)) for which, one in steps)
