"""The page of all evaluations: a table of the archived ones, and those known without a report."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.register import RegisterView, counts_sentence, register_row
from kompass_sphinx.views.rich import Rich
from kompass_sphinx.views.targets import CONTRIBUTE, INDEX, Target, evaluation_target, municipality_target, theme_target
from kompass_sphinx.views.theme_names import short_name


@dataclass(frozen=True, slots=True)
class AreaColumn:
    """A theme's column."""

    key: str
    name: str
    full_name: str
    theme_index: int
    target: Target


@dataclass(frozen=True, slots=True)
class ListCell:
    """A figure; ``value`` is what it is sorted by, empty where there is none."""

    label: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """An evaluation in the list."""

    municipality: str
    municipality_target: Target
    year: int
    target: Target
    edition: int
    county: str
    total: ListCell
    areas: tuple[ListCell, ...]
    content: str


@dataclass(frozen=True, slots=True)
class EvaluationListView:
    """Everything on the page of all evaluations."""

    title: str
    description: str
    crumbs: tuple[tuple[str, Target | None], ...]
    lede: str
    medians: tuple[Rich, ...]
    columns: tuple[AreaColumn, ...]
    rows: tuple[ListRow, ...]
    known: RegisterView


def evaluation_list_view(context: Context) -> EvaluationListView:
    """The page of all evaluations, in the order of municipality and year."""
    archive = context.archive.but_texts
    themes = list(archive.catalogue.themes.values())
    columns = tuple(
        AreaColumn(theme.id, short_name(context, theme.id), theme.name, index, theme_target(theme.id))
        for index, theme in enumerate(themes)
    )
    register = archive.register
    without = [entry for entry in register if entry.evaluation is None]
    return EvaluationListView(
        title=context.text("All evaluations"),
        description=counts_sentence(context, register),
        crumbs=((context.text("Home"), Target(INDEX)), (context.text("Evaluations"), None)),
        lede=counts_sentence(context, register),
        medians=tuple(_median_sentence(context, edition.id) for edition in archive.catalogue),
        columns=columns,
        rows=tuple(
            _row(context, one, columns) for evaluations in archive.of_municipality.values() for one in evaluations
        ),
        known=RegisterView(
            context.text("%(count)s evaluations are known without a report in the archive.", count=len(without)),
            tuple(register_row(context, entry) for entry in without),
            Target(CONTRIBUTE),
        ),
    )


def _median_sentence(context: Context, edition: int) -> Rich:
    totals = context.archive.figures[edition].totals
    if totals.median is None:
        return (
            context.text("Edition %(edition)s: too few totals for a median (n = %(n)s).", edition=edition, n=totals.n),
        )
    return (
        context.text(
            "Edition %(edition)s: median total %(median)s (n = %(n)s).",
            edition=edition,
            median=context.language.number(totals.median),
            n=totals.n,
        ),
    )


def _row(context: Context, one: Evaluation, columns: tuple[AreaColumn, ...]) -> ListRow:
    archive = context.archive
    municipality = archive.municipality(one)
    themes = archive.catalogue.themes

    def cell(label: str, points: float | None) -> ListCell:
        return ListCell(
            label, "" if points is None else context.language.number(points), "" if points is None else f"{points:g}"
        )

    return ListRow(
        municipality=one.municipality,
        municipality_target=municipality_target(municipality.slug),
        year=one.year,
        target=evaluation_target(archive, one),
        edition=one.edition,
        county=municipality.county,
        total=cell(context.text("Total"), one.total),
        areas=tuple(
            cell(column.name, one.area_points.get(themes[column.key].areas[one.edition])) for column in columns
        ),
        content=_short_content(context, one),
    )


def _short_content(context: Context, one: Evaluation) -> str:
    """What the archive has, in so few words that it fits a column."""
    parts = []
    if one.question_results:
        parts.append(context.text("sub-questions"))
    elif one.area_points:
        parts.append(context.text("areas"))
    if one.summary or any(area.impression or area.strengths or area.improvements for area in one.areas.values()):
        parts.append(context.text("words"))
    if parts:
        return ", ".join(parts)
    return context.text("total only") if one.total is not None else context.text("no figures")
