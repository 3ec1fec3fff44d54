"""The key figures of an evaluation: its total, and the total against others of the same edition."""

from __future__ import annotations

import re

from kompass_sphinx.archive.contributions import PublishedBenchmark
from kompass_sphinx.archive.edition_figures import EditionFigures
from kompass_sphinx.archive.statistics import FEWEST_FOR_MEDIAN, Distribution
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import Benchmark, Evaluation
from kompass_sphinx.views.chart_data import StripChart
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.notes import NoteReference, Notes
from kompass_sphinx.views.rich import Quiet, Rich, joined, listed, rich
from kompass_sphinx.views.standing import AreaStanding, areas_sentence, quarter_sentence
from kompass_sphinx.views.targets import area_anchor, evaluation_target

STRIP_LOW, STRIP_HIGH = 300, 800
TOTALS_STEP = 10


@dataclass(frozen=True, slots=True)
class Comparison:
    """A row of the comparison table; ``difference`` is empty where holding the two together would mislead."""

    label: Rich
    points: str
    difference: str
    is_missing: bool


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The first thing on an evaluation's page."""

    total: str
    total_references: tuple[NoteReference, ...]
    lede: Rich
    strip: StripChart | None
    strip_caption: str
    strip_note: str
    strip_legend: tuple[str, str, str]
    comparisons: tuple[Comparison, ...]
    comparisons_note: Rich
    benchmark_references: tuple[NoteReference, ...]


def key_figures(context: Context, evaluation: Evaluation, notes: Notes) -> KeyFigures:
    """The key figures of an evaluation; what is missing is said in words."""
    language = context.language
    figures = context.archive.figures[evaluation.edition]
    strip = _strip(context, evaluation, figures.totals)
    rows = (*_archive_rows(context, evaluation, figures), *_benchmark_rows(context, evaluation))
    return KeyFigures(
        total="" if evaluation.total is None else language.number(evaluation.total),
        total_references=notes.about("total"),
        lede=_lede(context, evaluation, figures),
        strip=strip,
        strip_caption=context.text(
            "Totals in edition %(edition)s, %(count)s evaluations.",
            count=language.count(figures.totals.n),
            edition=evaluation.edition,
        ),
        strip_note=context.text("The scale shows %(low)s–%(high)s.", low=strip.low_text, high=strip.high_text)
        if strip
        else "",
        strip_legend=(
            evaluation.title,
            context.text("another evaluation")
            if not figures.totals.is_merged
            else context.text("one or more other evaluations"),
            context.text("the archive's median (n = %(n)s)", n=figures.totals.n)
            if figures.totals.median is not None
            else "",
        ),
        comparisons=rows,
        comparisons_note=_few_note(context, evaluation, figures) if evaluation.total is not None else (),
        benchmark_references=notes.about("benchmarks"),
    )


def _lede(context: Context, evaluation: Evaluation, figures: EditionFigures) -> Rich:
    page = evaluation_target(context.archive, evaluation)
    edition = context.archive.edition(evaluation)
    areas = [
        AreaStanding(edition.areas[number].name, points, page.at(area_anchor(number)))
        for number, points in evaluation.area_points.items()
    ]
    sentences: list[Rich] = []
    if evaluation.total is not None:
        sentences.append(
            quarter_sentence(context, evaluation.municipality, evaluation.edition, evaluation.total, figures.totals)
        )
    elif areas:
        sentences.append((context.text("The total is missing in the sources that the archive has."),))
    sentences.append(areas_sentence(context, areas, len(edition.areas)))
    if not areas and evaluation.total is not None and evaluation.areas:
        sentences.append((context.text("The sources give no points by area."),))
    elif not areas and evaluation.total is not None:
        sentences.append((context.text("The sources give the total only, not the areas."),))
    elif not areas:
        has_words = bool(evaluation.areas or evaluation.summary)
        sentences.append(
            (
                context.text("The sources give no points, but what the evaluators saw, in words.")
                if has_words
                else context.text("The sources say that the evaluation was made, but give no points."),
            )
        )
    return joined(sentence for sentence in sentences if sentence)


def _strip(context: Context, evaluation: Evaluation, totals: Distribution) -> StripChart | None:
    if evaluation.total is None or totals.n == 1:
        return None
    number = context.language.number
    values = list(totals.positions(TOTALS_STEP))
    if not totals.is_merged:
        values.remove(evaluation.total)
    low, high = STRIP_LOW, STRIP_HIGH
    if totals.least < low:
        low = int(totals.least // 100 * 100)
    median = totals.median
    median_text = "" if median is None else context.text("median %(points)s", points=number(median))
    title = evaluation.title
    return StripChart(
        identifier="totals",
        title=context.text(
            "%(title)s among the totals of edition %(edition)s", title=title, edition=evaluation.edition
        ),
        description=context.text(
            "%(n)s totals between %(least)s and %(most)s points. %(title)s has %(total)s.",
            title=title,
            total=number(evaluation.total),
            n=totals.n,
            least=number(totals.least),
            most=number(totals.most),
        ),
        low=low,
        high=high,
        values=tuple(values),
        own=evaluation.total,
        own_text=f"{evaluation.municipality} {number(evaluation.total)}",
        median=median,
        median_text=median_text,
        low_text=number(low),
        high_text=number(high),
        small=False,
    )


def _archive_rows(context: Context, evaluation: Evaluation, figures: EditionFigures) -> tuple[Comparison, ...]:
    if evaluation.total is None:
        return ()
    return (
        _archive_row(context, evaluation, context.text("The archive's median, all"), figures.totals),
        _archive_row(context, evaluation, context.text("Median, repeated evaluations"), figures.repeated_totals),
        _archive_row(context, evaluation, context.text("Median, first evaluations"), figures.first_totals),
    )


def _archive_row(context: Context, evaluation: Evaluation, label: str, totals: Distribution) -> Comparison:
    heading: Rich = (f"{label} ", Quiet(context.text("n = %(n)s", n=totals.n)))
    if totals.median is None or evaluation.total is None:
        return Comparison(heading, context.text("too few"), "–", True)
    language = context.language
    return Comparison(heading, language.number(totals.median), language.signed(evaluation.total - totals.median), False)


def shown_benchmarks(context: Context, evaluation: Evaluation) -> tuple[PublishedBenchmark, ...]:
    """The published figures to hold the evaluation against: its own, or else the nearest in time of its edition."""
    if evaluation.benchmarks:
        return tuple(PublishedBenchmark(benchmark, evaluation.reference) for benchmark in evaluation.benchmarks)
    nearest = context.archive.nearest_benchmark.get((evaluation.edition, evaluation.year))
    return (nearest,) if nearest else ()


def _benchmark_rows(context: Context, evaluation: Evaluation) -> tuple[Comparison, ...]:
    rows = []
    for published in shown_benchmarks(context, evaluation):
        benchmark = published.benchmark
        if benchmark.total is None or (published.evaluation != evaluation.reference and evaluation.total is None):
            continue
        comparable = benchmark.edition == evaluation.edition and evaluation.total is not None
        points = context.language.number(benchmark.total)
        difference = context.language.signed((evaluation.total or 0) - benchmark.total) if comparable else "–"
        if benchmark.approximate:
            points = context.text("about %(points)s", points=points)
            difference = context.text("about %(points)s", points=difference) if comparable else difference
        rows.append(Comparison(benchmark_label(context, published, evaluation), points, difference, False))
    return tuple(rows)


def benchmark_label(context: Context, published: PublishedBenchmark, evaluation: Evaluation) -> Rich:
    """What a published figure is: its own label, and in small what else is known of it."""
    benchmark = published.benchmark
    details: list[Rich] = [(text,) for text in _benchmark_details(context, benchmark, evaluation)]
    if published.evaluation != evaluation.reference:
        details.append(
            rich(
                context.text("published with %(evaluation)s"), evaluation=context.evaluation_link(published.evaluation)
            )
        )
    separated: list[Rich] = []
    for detail in details:
        separated.append(tuple(Quiet(part) if isinstance(part, str) else part for part in detail))
        separated.append((Quiet(", "),))
    return (f"{benchmark.label} ", *(part for detail in separated[:-1] for part in detail))


def _benchmark_details(context: Context, benchmark: Benchmark, evaluation: Evaluation) -> list[str]:
    """What is known of a published figure and not said by its label already."""
    scopes = {"first": context.text("first evaluations"), "all": context.text("all evaluations"), None: ""}
    details = [
        _statistic(context, benchmark),
        scopes[benchmark.scope],
    ]
    if benchmark.edition != evaluation.edition:
        details.append(context.text("edition %(edition)s", edition=benchmark.edition))
    if benchmark.period and benchmark.period not in benchmark.label:
        details.append(benchmark.period)
    if benchmark.n and str(benchmark.n) not in re.findall(r"\d+", benchmark.label):
        details.append(context.text("n = %(n)s", n=benchmark.n))
    return [detail for detail in details if detail]


# How a label may say already that a figure is a median or a mean; labels are in Swedish, as printed.
_SAID = {"median": ("median",), "mean": ("medel", "snitt")}


def _statistic(context: Context, benchmark: Benchmark) -> str:
    if any(word in benchmark.label.casefold() for word in _SAID[benchmark.statistic]):
        return context.text("published")
    return context.text("published median") if benchmark.statistic == "median" else context.text("published mean")


def _few_note(context: Context, evaluation: Evaluation, figures: EditionFigures) -> Rich:
    groups = ((figures.first_totals, True), (figures.repeated_totals, False))
    sentences: list[Rich] = []
    few = any(totals.n < FEWEST_FOR_MEDIAN for totals, _ in groups) or figures.totals.n < FEWEST_FOR_MEDIAN
    if few:
        sentences.append((context.text("Below five evaluations no median is made."),))
    for totals, first in groups:
        if 0 < totals.n < FEWEST_FOR_MEDIAN:
            sentences.append(_listed_group(context, evaluation.edition, first))
    unknown = figures.totals.n - figures.first_totals.n - figures.repeated_totals.n
    if unknown:
        sentences.append(
            (
                context.plural(
                    "For %(count)s of the totals the archive does not know whether it was the first.",
                    "For %(count)s of the totals the archive does not know whether they were the first.",
                    unknown,
                ),
            )
        )
    return joined(sentences)


def _listed_group(context: Context, edition: int, first: bool) -> Rich:
    group = [
        rich(
            "%(evaluation)s (%(total)s)",
            evaluation=context.evaluation_link(one.evaluation),
            total=context.language.number(one.total),
        )
        for one in context.archive.with_total[edition, first]
        if one.total is not None
    ]
    message = context.text("First evaluations: %(list)s.") if first else context.text("Repeated evaluations: %(list)s.")
    return rich(message, list=listed(context.language, group))
