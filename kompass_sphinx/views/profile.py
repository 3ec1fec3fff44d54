"""The profile of an evaluation: its areas against the medians, as a chart and as a table with the same rows."""

from __future__ import annotations

from kompass_sphinx.archive.contributions import FiguresOf, PublishedBenchmark
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.chart_data import ProfileChart, ProfileRow
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.key_figures import benchmark_label, shown_benchmarks
from kompass_sphinx.views.notes import NoteReference, Notes
from kompass_sphinx.views.rich import Rich, joined, rich
from kompass_sphinx.views.targets import Target, area_anchor, evaluation_target


@dataclass(frozen=True, slots=True)
class ProfileCell:
    """A figure beside the chart; ``label`` is the column's heading, read on a phone. ``quiet`` is an n in brackets."""

    label: str
    text: str
    quiet: str
    is_missing: bool


@dataclass(frozen=True, slots=True)
class ProfileTableRow:
    """An area's figures."""

    number: int
    name: str
    target: Target
    points: str
    cells: tuple[ProfileCell, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Chart and table with one row an area, and what their columns are.

    ``published_references`` are the signs of notes on published comparison figures, when the table has such a column.
    """

    chart: ProfileChart
    columns: tuple[tuple[str, str], ...]
    rows: tuple[ProfileTableRow, ...]
    legend_own: str
    legend_median: str
    explanation: Rich
    published_references: tuple[NoteReference, ...]


def profile_of(context: Context, evaluation: Evaluation, notes: Notes) -> Profile | None:
    """The profile of an evaluation, or None when no area has points."""
    if not evaluation.area_points:
        return None
    page = evaluation_target(context.archive, evaluation)
    edition = context.archive.edition(evaluation)
    distributions = context.archive.figures[evaluation.edition].areas
    number = context.language.number
    published = [
        one
        for one in shown_benchmarks(context, evaluation)
        # The same number is not the same area in another edition.
        if one.benchmark.areas and one.benchmark.edition == evaluation.edition
    ]
    previous = _previous_with_areas(context, evaluation)
    any_median = any(distributions[area].median is not None for area in evaluation.area_points)
    chart_rows, table_rows = [], []
    for area_number, points in sorted(evaluation.area_points.items()):
        area = edition.areas[area_number]
        median = distributions[area_number].median
        chart_rows.append(ProfileRow(f"{area_number} {area.name}", points, number(points), median))
        cells = [
            *_median_cells(context, points, median, distributions[area_number].n)[: 2 if any_median else 1],
            *((_previous_cell(context, previous, area_number, points),) if previous else ()),
            *(_published_cell(context, one, area_number) for one in published),
        ]
        table_rows.append(
            ProfileTableRow(
                area_number,
                area.name,
                page.at(area_anchor(area_number)),
                number(points),
                tuple(cells),
            )
        )
    return Profile(
        ProfileChart(
            "profile",
            context.text("Profile of %(title)s", title=evaluation.title),
            context.text("Points of 100 by area. The table has the same figures."),
            tuple(chart_rows),
        ),
        tuple(
            (cell.label, context.text("(n)") if index == 0 else "") for index, cell in enumerate(table_rows[0].cells)
        ),
        tuple(table_rows),
        evaluation.title,
        context.text("the archive's median") if any_median else "",
        _explanation(context, evaluation, previous, published),
        notes.about("benchmarks") if published else (),
    )


def _median_cells(context: Context, points: float, median: float | None, n: int) -> tuple[ProfileCell, ProfileCell]:
    count = context.text("(%(n)s)", n=n)
    median_label, difference_label = context.text("Median"), context.text("Difference")
    if median is None:
        return (
            ProfileCell(median_label, context.text("too few"), count, True),
            ProfileCell(difference_label, "–", "", True),
        )
    return (
        ProfileCell(median_label, context.language.number(median), count, False),
        ProfileCell(difference_label, context.language.signed(points - median), "", False),
    )


def _previous_with_areas(context: Context, evaluation: Evaluation) -> FiguresOf | None:
    """The evaluation before this one, when it can be held against it: same edition, and with points by area."""
    slug = context.archive.municipality(evaluation).slug
    figures_of = context.archive.figures_of_municipality[slug]
    earlier = [one for one in figures_of if one.evaluation.year < evaluation.year]
    if earlier and earlier[-1].evaluation.edition == evaluation.edition and earlier[-1].area_points:
        return earlier[-1]
    return None


def _previous_cell(context: Context, previous: FiguresOf, area: int, points: float) -> ProfileCell:
    earlier = previous.area_points.get(area)
    label = str(previous.evaluation.year)
    if earlier is None:
        return ProfileCell(label, context.text("missing"), "", True)
    return ProfileCell(label, context.language.number(earlier), f"({context.language.signed(points - earlier)})", False)


def _published_cell(context: Context, published: PublishedBenchmark, area: int) -> ProfileCell:
    benchmark = published.benchmark
    label = context.text("Published median") if benchmark.statistic == "median" else context.text("Published mean")
    figure = benchmark.areas.get(area)
    if figure is None:
        return ProfileCell(label, context.text("missing"), "", True)
    return ProfileCell(label, context.language.number(figure), "", False)


def _explanation(
    context: Context, evaluation: Evaluation, previous: FiguresOf | None, published: list[PublishedBenchmark]
) -> Rich:
    sentences: list[Rich] = [
        (
            context.text(
                "Median: the archive's within edition %(edition)s, %(municipality)s included; below five too few.",
                edition=evaluation.edition,
                municipality=evaluation.municipality,
            ),
        )
    ]
    if previous:
        sentences.append(
            rich(
                context.text("%(year)s: points of %(evaluation)s, same edition, with the change since then."),
                year=str(previous.evaluation.year),
                evaluation=context.evaluation_link(previous.evaluation),
            )
        )
    for one in published:
        label = benchmark_label(context, one, evaluation)
        sentences.append(rich(context.text("Published: %(label)s."), label=label))
    return joined(sentences)
