"""The trend of a municipality's totals as a figure: chart, caption and legend."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.archive.archive import EditionFigures, PublishedBenchmark
from kompass_sphinx.model.edition import Edition
from kompass_sphinx.views.chart_data import TrendChart, TrendPeriod, TrendPoint
from kompass_sphinx.views.context import Context

MAXIMUM_TOTAL = 800


@dataclass(frozen=True, slots=True)
class TrendFigure:
    """The chart with what stands around it; the legends are empty when their mark is not in the chart."""

    chart: TrendChart
    caption: str
    legend_own: str
    legend_median: str
    legend_published: str


def trend_figure(context: Context, slug: str, identifier: str, *, low: bool) -> TrendFigure | None:
    """The totals of a municipality over time, or None when it has none; ``low`` is the lower form beside text."""
    with_total = [one for one in context.archive.of_municipality[slug] if one.total is not None]
    if not with_total:
        return None
    name = with_total[0].municipality
    number = context.language.number
    last_year = max(one.year for one in context.archive)
    periods = tuple(_period(context, edition, last_year) for edition in context.archive.catalogue)
    points = tuple(TrendPoint(one.year, one.total or 0, number(one.total or 0), one.edition) for one in with_total)
    figures = ", ".join(
        context.text(
            "%(year)s: %(total)s (edition %(edition)s)", year=one.year, total=one.total_text, edition=one.edition
        )
        for one in points
    )
    return TrendFigure(
        TrendChart(
            identifier=identifier,
            title=context.text("Totals of %(name)s over time", name=name),
            description=context.text("Totals of 800 points, %(figures)s.", figures=figures),
            points=points,
            periods=periods,
            maximum=MAXIMUM_TOTAL,
            low=low,
        ),
        context.text("Totals of 800. A dashed vertical line is a new edition: points cannot be read across it."),
        name,
        context.text("the archive's median in the edition") if any(one.median is not None for one in periods) else "",
        context.text("published median") if any(one.published is not None for one in periods) else "",
    )


def _period(context: Context, edition: Edition, last_year: int) -> TrendPeriod:
    figures: EditionFigures = context.archive.figures[edition.id]
    median = figures.totals.median
    published = _published_median(context.archive.benchmarks[edition.id]) if median is None else None
    number = context.language.number
    return TrendPeriod(
        edition=edition.id,
        label=str(edition.id),
        first_year=edition.first_year,
        end_year=(edition.last_year or max(last_year, edition.first_year)) + 1,
        median=median,
        median_text="" if median is None else number(median),
        published=published,
        published_text="" if published is None else number(published),
    )


def _published_median(benchmarks: tuple[PublishedBenchmark, ...]) -> float | None:
    """The latest published median of all totals: held against when the archive has too few of its own."""
    medians = [
        one.benchmark.total
        for one in benchmarks
        if one.benchmark.statistic == "median" and one.benchmark.scope != "first" and one.benchmark.total is not None
    ]
    return medians[-1] if medians else None
