"""Rows of dot strips over one scale, a row for each edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kompass_sphinx.archive.statistics import MOST_SEPARATE_POSITIONS, Distribution
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.evaluation import EvaluationReference
from kompass_sphinx.views.chart_data import StripChart
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Rich, listed, rich


@dataclass(frozen=True, slots=True)
class StripRow:
    """The figures of an edition.

    ``listed`` says them in words when ``median`` is empty, because they are too few for one; ``strip`` is None
    when there are no figures; ``is_merged`` says that a ring may be several figures.
    """

    edition: str
    n: str
    median: str
    listed: Rich
    strip: StripChart | None
    is_merged: bool


def strip_row(
    context: Context,
    *,
    edition: int,
    identifier: str,
    title: str,
    distribution: Distribution,
    few: Sequence[tuple[EvaluationReference, float]],
    none: str,
    scale: tuple[float, float],
    step: int,
) -> StripRow:
    """The row of an edition's figures, which lie within ``scale``; ``none`` is said when there are no figures.

    Many are shown to the nearest ``step`` points; ``few`` are those to name where they are too few for a median.
    """
    median = "" if distribution.median is None else context.language.number(distribution.median)
    return StripRow(
        edition=context.text("Edition %(edition)s", edition=edition),
        n=context.text("n = %(n)s", n=distribution.n),
        median=median,
        listed=() if median else _listed(context, few, none),
        strip=_strip(context, identifier, title, distribution, scale, step) if distribution.n else None,
        is_merged=distribution.is_merged,
    )


def merged_note(context: Context, rows: Iterable[StripRow], step: int) -> str:
    """How to read rings that may be several figures; empty when no row has any."""
    if not any(row.is_merged for row in rows):
        return ""
    return context.text(
        "With more than %(most)s evaluations a ring may be several, to the nearest %(step)s points.",
        most=MOST_SEPARATE_POSITIONS,
        step=step,
    )


def _listed(context: Context, figures: Sequence[tuple[EvaluationReference, float]], none: str) -> Rich:
    if not figures:
        return (none,)
    named = (
        rich(
            "%(evaluation)s %(figure)s",
            evaluation=context.evaluation_link(one),
            figure=context.language.number(figure),
        )
        for one, figure in figures
    )
    return rich(context.text("too few for a median: %(list)s"), list=listed(context.language, named))


def _strip(
    context: Context, identifier: str, title: str, distribution: Distribution, scale: tuple[float, float], step: int
) -> StripChart:
    number = context.language.number
    low, high = scale
    values = distribution.positions(step)
    description = f"{title}: {', '.join(number(value) for value in values)}."
    if distribution.is_merged:
        description = context.text(
            "%(title)s: %(n)s figures between %(least)s and %(most)s.",
            title=title,
            n=distribution.n,
            least=number(distribution.least),
            most=number(distribution.most),
        )
    return StripChart(
        identifier=identifier,
        title=title,
        description=description,
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
