"""A municipality's areas through the evaluations of one edition."""

from __future__ import annotations

from collections.abc import Sequence

from kompass_sphinx.archive.contributions import PublishedBenchmark
from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.targets import Target, area_anchor, evaluation_target

MOST_YEARS = 3


@dataclass(frozen=True, slots=True)
class ComparisonCell:
    """A figure under the heading ``label``; ``n`` is how many figures a median is made of, in brackets."""

    label: str
    text: str
    n: str
    is_missing: bool
    is_latest: bool


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """An area: the bar shows the latest points, its tick the median."""

    theme_index: int
    number: int
    name: str
    target: Target
    percent: float | None
    median: float | None
    note: str
    cells: tuple[ComparisonCell, ...]


@dataclass(frozen=True, slots=True)
class AreaComparison:
    """The table of areas within one edition."""

    caption: str
    heading: str
    rows: tuple[ComparisonRow, ...]
    legend_own: str
    legend_median: str
    notes: tuple[str, ...]


def area_comparison(context: Context, evaluations: Sequence[Evaluation]) -> AreaComparison | None:
    """The areas in the latest edition that has points by area, or None when there are none."""
    with_areas = [one for one in evaluations if one.area_points]
    if not with_areas:
        return None
    latest = with_areas[-1]
    shown = [one for one in with_areas if one.edition == latest.edition][-MOST_YEARS:]
    edition = context.archive.edition(latest)
    themes = list(context.archive.catalogue.themes)
    distributions = context.archive.figures[edition.id].areas
    published = next((one for one in context.archive.published_medians[edition.id] if one.benchmark.areas), None)
    uses_published = published is not None and not any(distributions[one].median is not None for one in edition.areas)
    rows: list[ComparisonRow] = []
    notes: list[str] = []
    for number, area in edition.areas.items():
        if not any(number in one.area_points for one in shown):
            continue
        having = next(one for one in reversed(shown) if number in one.area_points)
        texts = [note.text for one in shown for note in one.notes if note.about == f"areas.{number}.points"]
        median = distributions[number].median
        if uses_published and published:
            median = published.benchmark.areas.get(number)
            median_cell = _published_cell(context, median)
        else:
            median_cell = _median_cell(context, distributions[number])
        rows.append(
            ComparisonRow(
                theme_index=themes.index(context.archive.catalogue.theme_of(edition.id, number).id),
                number=number,
                name=area.name,
                target=evaluation_target(context.archive, having).at(area_anchor(number)),
                percent=latest.area_points.get(number),
                median=median,
                note="*" * (len(notes) + 1) if texts else "",
                cells=(*_year_cells(context, shown, number), median_cell),
            )
        )
        if texts:
            notes.append(f"{'*' * (len(notes) + 1)} {' '.join(texts)}")
    return AreaComparison(
        context.text("Area by area, edition %(edition)s", edition=edition.id),
        context.text("Area, with a bar for %(year)s", year=latest.year),
        tuple(rows),
        latest.title,
        _median_legend(context, rows, published if uses_published else None),
        tuple(notes),
    )


def _year_cells(context: Context, shown: Sequence[Evaluation], area: int) -> list[ComparisonCell]:
    language = context.language
    missing = context.text("missing")
    cells = []
    for one in shown:
        points = one.area_points.get(area)
        text = missing if points is None else language.number(points)
        cells.append(ComparisonCell(str(one.year), text, "", points is None, one is shown[-1]))
    if len(shown) > 1:
        before, after = shown[-2].area_points.get(area), shown[-1].area_points.get(area)
        known = before is not None and after is not None
        difference = language.signed((after or 0) - (before or 0)) if known else "–"
        cells.append(ComparisonCell(context.text("Difference"), difference, "", not known, False))
    return cells


def _median_cell(context: Context, points: Distribution) -> ComparisonCell:
    """The archive's median, with how many evaluations it is made of."""
    text = context.text("too few") if points.median is None else context.language.number(points.median)
    n = context.text("(%(n)s)", n=points.n)
    return ComparisonCell(context.text("Median"), text, n, points.median is None, False)


def _published_cell(context: Context, median: float | None) -> ComparisonCell:
    text = context.text("missing") if median is None else context.language.number(median)
    return ComparisonCell(context.text("Published median"), text, "", median is None, False)


def _median_legend(context: Context, rows: Sequence[ComparisonRow], published: PublishedBenchmark | None) -> str:
    if not any(row.median is not None for row in rows):
        return ""
    if published is None:
        return context.text("the archive's median (n)")
    return context.text("published: %(label)s", label=published.benchmark.label)
