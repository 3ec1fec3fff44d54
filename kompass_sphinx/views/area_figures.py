"""The figures of an area page: best results, spread and sub-questions, each edition for itself."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.archive.by_theme import best_on
from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.model.edition import Lineage, Question
from kompass_sphinx.views.area import LONGEST_LIST
from kompass_sphinx.views.chart_data import ScaleMark, StripChart, StripScale
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.key_figures import DOT_STEP, MOST_SEPARATE_DOTS
from kompass_sphinx.views.rich import Link, Rich, listed, rich
from kompass_sphinx.views.targets import Target, question_anchor, question_target

SCALE = StripScale(0, 100, (ScaleMark(0, "0"), ScaleMark(50, "50"), ScaleMark(100, "100")))


@dataclass(frozen=True, slots=True)
class BestRow:
    """An evaluation and its points of 100."""

    title: str
    target: Target
    points: float
    points_text: str


@dataclass(frozen=True, slots=True)
class BestOfEdition:
    """The results of an edition, highest first; ``median`` is the tick, None when too few."""

    edition: str
    about: str
    rows: tuple[BestRow, ...]
    median: float | None
    more: str


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A strip of an edition's points; ``strip`` is None when there are none."""

    edition: str
    n: str
    median: str
    listed: Rich
    strip: StripChart | None


@dataclass(frozen=True, slots=True)
class Spread:
    """Strips over one scale."""

    rows: tuple[SpreadRow, ...]
    scale: StripScale


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A sub-question: what it can give, what the archive has of it, what became of it."""

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
    about: str
    questions: tuple[QuestionEntry, ...]


def about_distribution(context: Context, distribution: Distribution) -> str:
    """Median with n, or that they are too few for one."""
    if distribution.median is None:
        return context.text("too few for a median (n = %(n)s)", n=distribution.n)
    median = context.language.number(distribution.median)
    return context.text("median %(median)s (n = %(n)s)", median=median, n=distribution.n)


def area_best(context: Context, theme: str) -> tuple[BestOfEdition, ...]:
    """Results of each edition, newest edition first; an edition without results is left out."""
    blocks = []
    for edition in reversed(context.archive.catalogue.editions.values()):
        results = best_on(context.archive, theme, edition.id)
        area = context.archive.catalogue.area_of(edition.id, theme)
        distribution = context.archive.figures[edition.id].areas[area.number]
        if not results:
            continue
        hidden = len(results) - LONGEST_LIST
        blocks.append(
            BestOfEdition(
                context.text("Edition %(edition)s", edition=edition.id),
                f"{area.name}, {about_distribution(context, distribution)}",
                tuple(
                    BestRow(
                        one.evaluation.title,
                        context.evaluation_link(one.evaluation).target,
                        one.points,
                        context.language.number(one.points),
                    )
                    for one in results[:LONGEST_LIST]
                ),
                distribution.median,
                context.text("Another %(count)s are on the pages of the evaluations.", count=hidden)
                if hidden > 0
                else "",
            )
        )
    return tuple(blocks)


def area_spread(context: Context, theme: str) -> Spread:
    """The points of each edition on one scale from 0 to 100."""
    return Spread(tuple(_spread_row(context, theme, edition) for edition in context.archive.catalogue.editions), SCALE)


def _spread_row(context: Context, theme: str, edition: int) -> SpreadRow:
    area = context.archive.catalogue.area_of(edition, theme)
    distribution = context.archive.figures[edition].areas[area.number]
    number = context.language.number
    title = context.text("Points on %(area)s, edition %(edition)s", area=area.name, edition=edition)
    return SpreadRow(
        edition=context.text("Edition %(edition)s", edition=edition),
        n=context.text("n = %(n)s", n=distribution.n),
        median="" if distribution.median is None else number(distribution.median),
        listed=(context.text("no points in the archive"),)
        if not distribution.n
        else (context.text("too few for a median"),),
        strip=strip_of(context, f"spread-{edition}", title, distribution, 0, 100) if distribution.n else None,
    )


def strip_of(
    context: Context, identifier: str, title: str, distribution: Distribution, low: float, high: float
) -> StripChart:
    """A strip of a whole distribution, for rows of strips over one scale."""
    number = context.language.number
    values = distribution.values
    if distribution.n > MOST_SEPARATE_DOTS:
        values = tuple(sorted({float(round(value / DOT_STEP) * DOT_STEP) for value in values}))
    return StripChart(
        identifier=identifier,
        title=title,
        description=f"{title}: {', '.join(number(value) for value in values)}.",
        low=low,
        high=high,
        low_text=number(low),
        high_text=number(high),
        values=values,
        own=None,
        own_text="",
        median=distribution.median,
        median_text="" if distribution.median is None else number(distribution.median),
        small=True,
    )


def area_questions(context: Context, theme: str) -> tuple[QuestionsOfEdition, ...]:
    """The theme's sub-questions in each edition, newest edition first."""
    blocks = []
    for edition in reversed(context.archive.catalogue.editions.values()):
        area = context.archive.catalogue.area_of(edition.id, theme)
        about = area.name
        if not area.questions:
            about = context.text("%(area)s: its sub-questions are not known to the archive.", area=area.name)
        blocks.append(
            QuestionsOfEdition(
                context.text("Edition %(edition)s", edition=edition.id),
                about,
                tuple(_question_entry(context, question) for question in area.questions.values()),
            )
        )
    return tuple(blocks)


def _question_entry(context: Context, question: Question) -> QuestionEntry:
    archive = context.archive
    results = [
        (one, result.percent)
        for one in archive.of_edition[question.edition]
        if (result := one.question_results.get(question.number)) is not None and result.percent is not None
    ]
    distribution = archive.figures[question.edition].questions.get(question.number)
    sentence: Rich = (context.text("No figures in the archive."),)
    if distribution is not None and distribution.median is not None:
        sentence = (context.language.capitalized(about_distribution(context, distribution)),)
    elif results:
        shares = (
            rich(
                "%(evaluation)s %(share)s",
                evaluation=context.evaluation_link(one, question_anchor(question.number)),
                share=context.language.percent(percent),
            )
            for one, percent in sorted(results, key=lambda pair: -pair[1])
        )
        sentence = rich(context.text("Results: %(list)s."), list=listed(context.language, shares))
    strengths, improvements = _counts(context, question)
    return QuestionEntry(
        anchor=question_target(archive.catalogue, question).anchor,
        number=question.number,
        name=question.name,
        maximum=context.text("at most %(points)s points", points=question.maximum) if question.maximum else "",
        results=sentence,
        noted=context.text(
            "%(strengths)s strengths, %(improvements)s improvements", strengths=strengths, improvements=improvements
        )
        if strengths or improvements
        else "",
        lineage=tuple(
            _lineage(context, question, one) for one in archive.catalogue.lineage if _concerns(one, question)
        ),
    )


def _counts(context: Context, question: Question) -> tuple[int, int]:
    strengths = improvements = 0
    for one in context.archive.of_edition[question.edition]:
        result = one.areas.get(question.area)
        if result is not None:
            strengths += sum(finding.question == question.number for finding in result.strengths)
            improvements += sum(finding.question == question.number for finding in result.improvements)
    return strengths, improvements


def _concerns(lineage: Lineage, question: Question) -> bool:
    return (question.edition, question.number) in (lineage.earlier, lineage.later)


def _lineage(context: Context, question: Question, lineage: Lineage) -> Rich:
    """The same or nearest sub-question of a neighbouring edition, with a word on how near."""
    is_earlier = lineage.earlier == (question.edition, question.number)
    edition, number = lineage.later if is_earlier else lineage.earlier
    other = context.archive.catalogue.editions[edition].question(number)
    name = f"{number} {other.name}" if other else number
    relation = {
        "same": context.text("the same"),
        "reworded": context.text("reworded"),
        "partly": context.text("partly"),
    }[lineage.relation]
    target = question_target(context.archive.catalogue, other) if other else Target("")
    message = (
        context.text("In edition %(edition)s: %(question)s (%(relation)s%(note)s)")
        if is_earlier
        else context.text("From edition %(edition)s: %(question)s (%(relation)s%(note)s)")
    )
    return rich(
        message,
        edition=str(edition),
        question=Link(name, target),
        relation=relation,
        note=f", {lineage.note}" if lineage.note else "",
    )
