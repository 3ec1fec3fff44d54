"""What an evaluation says of each area: points, sub-questions, strengths, improvements and examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kompass_sphinx.archive.items import ExampleItem, FindingItem
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Area
from kompass_sphinx.model.evaluation import AreaResult, Evaluation, Example
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.learn import Learn, learn_of_area
from kompass_sphinx.views.notes import NoteReference, Notes
from kompass_sphinx.views.question_figures import share_of
from kompass_sphinx.views.rich import Link, Quiet, Rich
from kompass_sphinx.views.targets import (
    Target,
    area_anchor,
    question_anchor,
    question_target,
    theme_target,
)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A sub-question's figures; ``percent`` 0–100 for the bar, None when there is neither percent nor maximum."""

    anchor: str
    number: str
    name: str
    target: Target
    points: str
    maximum: str
    percent: float | None
    percent_text: str
    references: tuple[NoteReference, ...]


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A strength or an improvement with its address."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings on one sub-question; ``number`` is empty for those on the whole area."""

    number: str
    name: str
    findings: tuple[FindingEntry, ...]


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    """Whom the evaluators pointed to: topic first, then the place, what it is, and where it stands."""

    address: str
    number: str
    topic: str
    place: Rich
    details: str


@dataclass(frozen=True, slots=True)
class AreaSection:
    """An area of the evaluation's page."""

    anchor: str
    number: int
    name: str
    theme_index: int
    theme: Link
    points: str
    points_references: tuple[NoteReference, ...]
    references: tuple[NoteReference, ...]
    median: str
    n: str
    impression: str
    questions: tuple[QuestionRow, ...]
    strengths: tuple[FindingGroup, ...]
    strengths_source: str
    improvements: tuple[FindingGroup, ...]
    improvements_source: str
    examples: tuple[ExampleEntry, ...]
    learn: Learn | None


def area_sections(context: Context, evaluation: Evaluation, notes: Notes) -> tuple[AreaSection, ...]:
    """The areas of which the evaluation says anything, in the edition's order."""
    edition = context.archive.edition(evaluation)
    named = {item.area for item in context.archive.items_of(evaluation).examples}
    return tuple(
        _section(context, evaluation, notes, area, evaluation.areas.get(number) or AreaResult())
        for number, area in edition.areas.items()
        if number in evaluation.areas or number in named
    )


def _section(context: Context, evaluation: Evaluation, notes: Notes, area: Area, result: AreaResult) -> AreaSection:
    archive, language = context.archive, context.language
    theme = archive.catalogue.theme_of(evaluation.edition, area.number)
    distribution = archive.figures[evaluation.edition].areas[area.number]
    items = archive.items_of(evaluation).on(area.number)
    has_points = result.points is not None
    return AreaSection(
        anchor=area_anchor(area.number),
        number=area.number,
        name=area.name,
        theme_index=list(archive.catalogue.themes).index(theme.id),
        theme=Link(context.text("More good examples on the area"), theme_target(theme.id)),
        points="" if result.points is None else language.number(result.points),
        points_references=notes.about(f"areas.{area.number}.points"),
        references=notes.about(f"areas.{area.number}"),
        median=language.number(distribution.median) if has_points and distribution.median is not None else "",
        n=context.text("(n = %(n)s)", n=distribution.n) if has_points else "",
        impression=result.impression or "",
        questions=tuple(_question_rows(context, evaluation, notes, area, result)),
        strengths=_groups(area, items.strengths),
        strengths_source=_source(context, items.strengths),
        improvements=_groups(area, items.improvements),
        improvements_source=_source(context, items.improvements),
        examples=tuple(example_entry(context, item) for item in items.examples),
        learn=learn_of_area(context, evaluation, area.number),
    )


def _question_rows(
    context: Context, evaluation: Evaluation, notes: Notes, area: Area, result: AreaResult
) -> Iterable[QuestionRow]:
    reader = context.archive.municipality(evaluation).slug
    for number, question in area.questions.items():
        if number not in result.questions:
            continue
        figures = result.questions[number]
        yield QuestionRow(
            anchor=question_anchor(number),
            number=number,
            name=question.name,
            target=question_target(question, reader),
            points="" if figures.points is None else context.language.number(figures.points),
            maximum=context.text("of %(maximum)s", maximum=question.maximum) if question.maximum else "",
            percent=share_of(question, figures),
            percent_text="" if figures.percent is None else context.language.percent(figures.percent),
            references=notes.about(f"areas.{area.number}.questions.{number}"),
        )


def _groups(area: Area, items: Sequence[FindingItem]) -> tuple[FindingGroup, ...]:
    """Findings by sub-question, in the order of the edition; those on the whole area last."""
    found: dict[str, list[FindingEntry]] = {}
    for item in items:
        found.setdefault(item.finding.question or "", []).append(FindingEntry(item.address, item.finding.text))
    groups = [
        FindingGroup(number, question.name, tuple(found[number]))
        for number, question in area.questions.items()
        if number in found
    ]
    if "" in found:
        groups.append(FindingGroup("", "", tuple(found[""])))
    return tuple(groups)


def _source(context: Context, items: Sequence[FindingItem]) -> str:
    pages = sorted({item.finding.page for item in items if item.finding.page is not None})
    count = context.language.number(len(items))
    if not pages:
        return count
    span = str(pages[0]) if pages[0] == pages[-1] else f"{pages[0]}–{pages[-1]}"
    return context.text("%(count)s in the report, p. %(pages)s", count=count, pages=span)


def example_entry(context: Context, item: ExampleItem) -> ExampleEntry:
    """An example as it is listed on the page of the evaluation that names it."""
    example = item.example
    place: Rich = (example.place or "",)
    if example.municipality:
        place = (context.municipality_link(example.municipality),)
    elif what := place_kind(context, example):
        place = (f"{example.place} ", Quiet(f"({what})"))
    return ExampleEntry(
        address=item.address,
        number=example.question or "",
        topic=context.language.capitalized(example.topic),
        place=place,
        details=context.text("p. %(page)s", page=example.page) if example.page else "",
    )


def place_kind(context: Context, example: Example) -> str:
    """What a place outside the registry is: a district of Stockholm, a company."""
    match example.kind:
        case "district" if example.part_of:
            return context.text("district of %(city)s", city=example.part_of)
        case "district":
            return context.text("district")
        case "foreign":
            return (
                context.text("in %(country)s", country=example.country) if example.country else context.text("abroad")
            )
        case "company":
            return context.text("company")
        case "network":
            return context.text("network")
    return ""
