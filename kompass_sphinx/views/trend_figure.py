"""The trend of a municipality's totals as a figure: chart, caption and legend."""

from __future__ import annotations

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.contributions import PublishedBenchmark
from kompass_sphinx.frozen import dataclass
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
    figures_of = context.archive.figures_of_municipality[slug]
    with_total = [(one.evaluation, one.total) for one in figures_of if one.total is not None]
    if not with_total:
        return None
    name = with_total[0][0].municipality
    number = context.language.number
    last_year = context.archive.last_year
    periods = tuple(_period(context, edition, last_year) for edition in context.archive.catalogue)
    points = tuple(TrendPoint(one.year, total, number(total), one.edition) for one, total in with_total)
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
        _median_legend(context, periods),
        _published_legend(context, periods),
    )


def _period(context: Context, edition: Edition, last_year: int) -> TrendPeriod:
    median = context.archive.figures[edition.id].totals.median
    benchmark = _published_median(context.archive, edition.id) if median is None else None
    published = benchmark.benchmark.total if benchmark else None
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


def _median_legend(context: Context, periods: tuple[TrendPeriod, ...]) -> str:
    """What the archive's medians are, with the number of totals of each; empty without a median."""
    counts = [
        context.text("%(edition)s: n = %(n)s", edition=one.label, n=context.archive.figures[one.edition].totals.n)
        for one in periods
        if one.median is not None
    ]
    if not counts:
        return ""
    return context.text("the archive's median in the edition (%(counts)s)", counts=", ".join(counts))


def _published_legend(context: Context, periods: tuple[TrendPeriod, ...]) -> str:
    """What the published medians are of, as far as that is known; empty without one."""
    described = []
    for period in periods:
        published = _published_median(context.archive, period.edition) if period.published is not None else None
        if published:
            benchmark = published.benchmark
            what = benchmark.period or context.text("edition %(edition)s", edition=period.label)
            count = context.text("n = %(n)s", n=benchmark.n)
            described.append(f"{what}, {count}" if benchmark.n else what)
    return context.text("published median (%(what)s)", what="; ".join(described)) if described else ""


def _published_median(archive: Archive, edition: int) -> PublishedBenchmark | None:
    """The latest published median of all totals: held against when the archive has too few of its own."""
    medians = archive.published_medians[edition]
    return next((one for one in medians if one.benchmark.total is not None), None)
