"""The sub-questions of an area page: what they can give, what the archive has of them, what became of them."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.model.edition import Lineage, Question
from kompass_sphinx.model.evaluation import QuestionResult
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link, Rich, listed, rich
from kompass_sphinx.views.targets import question_anchor, question_target


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A sub-question. ``maximum`` and ``noted`` are empty where there is nothing to say."""

    anchor: str
    number: str
    name: str
    maximum: str
    results: Rich
    noted: str
    lineage: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class QuestionsOfEdition:
    """The sub-questions of the area in an edition."""

    heading: str
    area: str
    questions: tuple[QuestionEntry, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Editions with sub-questions, newest first; ``unknown`` says of which editions they are not known."""

    editions: tuple[QuestionsOfEdition, ...]
    unknown: str


def area_questions(context: Context, theme: str) -> Questions:
    """The theme's sub-questions in each edition."""
    catalogue = context.archive.catalogue
    blocks = []
    unknown = []
    for edition in reversed(catalogue.editions.values()):
        area = catalogue.area_of(edition.id, theme)
        if not area.questions:
            unknown.append(str(edition.id))
            continue
        entries = tuple(_question_entry(context, question) for question in area.questions.values())
        blocks.append(QuestionsOfEdition(context.text("Edition %(edition)s", edition=edition.id), area.name, entries))
    return Questions(
        tuple(blocks),
        context.text(
            "The archive does not know the sub-questions of edition %(editions)s.",
            editions=context.language.listing(reversed(unknown)),
        )
        if unknown
        else "",
    )


def _question_entry(context: Context, question: Question) -> QuestionEntry:
    return QuestionEntry(
        anchor=question_target(context.archive.catalogue, question).anchor,
        number=question.number,
        name=question.name,
        maximum=context.text("at most %(points)s points", points=question.maximum) if question.maximum else "",
        results=_results(context, question),
        noted=_noted(context, question),
        lineage=_lineages(context, question),
    )


def _results(context: Context, question: Question) -> Rich:
    """The median in percent with its n; when they are too few, every result."""
    distribution = context.archive.figures[question.edition].questions.get(question.number)
    if distribution is not None and distribution.median is not None:
        median = context.language.percent(distribution.median)
        return (context.text("Median %(median)s (n = %(n)s).", median=median, n=distribution.n),)
    results = [
        (one, result)
        for one in context.archive.of_edition[question.edition]
        if (result := one.question_results.get(question.number)) is not None
    ]
    if not results:
        return (context.text("No figures in the archive."),)
    figures = (
        rich(
            "%(evaluation)s %(figure)s",
            evaluation=context.evaluation_link(one, question_anchor(question.number)),
            figure=_figure(context, result),
        )
        for one, result in sorted(results, key=lambda pair: (pair[1].percent is None, -(pair[1].percent or 0)))
    )
    return rich(context.text("Results: %(list)s."), list=listed(context.language, figures))


def _figure(context: Context, result: QuestionResult) -> str:
    if result.percent is not None:
        return context.language.percent(result.percent)
    points = result.points or 0
    return context.plural("%(points)s point", "%(points)s points", int(points), points=context.language.number(points))


def _noted(context: Context, question: Question) -> str:
    """How many strengths and improvements the archive has on a sub-question."""
    strengths = improvements = 0
    for one in context.archive.of_edition[question.edition]:
        result = one.areas.get(question.area)
        if result is not None:
            strengths += sum(finding.question == question.number for finding in result.strengths)
            improvements += sum(finding.question == question.number for finding in result.improvements)
    counts = []
    if strengths:
        counts.append(context.plural("%(n)s strength", "%(n)s strengths", strengths, n=strengths))
    if improvements:
        counts.append(context.plural("%(n)s improvement", "%(n)s improvements", improvements, n=improvements))
    return context.text("Noted: %(list)s.", list=context.language.listing(counts)) if counts else ""


def _lineages(context: Context, question: Question) -> tuple[Rich, ...]:
    """What the sub-question was in the edition before and became in the one after, or that there is no such one."""
    catalogue = context.archive.catalogue
    editions = list(catalogue)
    position = next(index for index, edition in enumerate(editions) if edition.id == question.edition)
    place = (question.edition, question.number)
    lines: list[Rich] = []
    for neighbour in (*editions[max(position - 1, 0) : position], *editions[position + 1 : position + 2]):
        found = [
            one
            for one in catalogue.lineage
            if place in (one.earlier, one.later) and neighbour.id in (one.earlier[0], one.later[0])
        ]
        lines += [_lineage(context, place, one) for one in found]
        if not found and any(area.questions for area in neighbour.areas.values()):
            lines.append((context.text("No counterpart in edition %(edition)s.", edition=neighbour.id),))
    return tuple(lines)


def _lineage(context: Context, place: tuple[int, str], lineage: Lineage) -> Rich:
    """The same or nearest sub-question of a neighbouring edition, with a word on how near."""
    is_earlier = lineage.earlier == place
    edition, number = lineage.later if is_earlier else lineage.earlier
    question = context.archive.catalogue.editions[edition].question(number)
    assert question is not None, "the lineage names sub-questions of the catalogue"
    relation = {
        "same": context.text("the same"),
        "reworded": context.text("reworded"),
        "partly": context.text("partly"),
    }[lineage.relation]
    message = (
        context.text("In edition %(edition)s: %(question)s (%(relation)s%(note)s)")
        if is_earlier
        else context.text("From edition %(edition)s: %(question)s (%(relation)s%(note)s)")
    )
    return rich(
        message,
        edition=str(edition),
        question=Link(f"{number} {question.name}", question_target(context.archive.catalogue, question)),
        relation=relation,
        note=f", {lineage.note}" if lineage.note else "",
    )
