"""The figures of an area page: best results and spread, each edition for itself."""

from __future__ import annotations

from kompass_sphinx.archive.by_theme import best_on
from kompass_sphinx.archive.statistics import FEWEST_FOR_MEDIAN, Distribution
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.views.chart_data import ScaleMark, StripScale
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.lists import LONGEST_LIST, more_sentence
from kompass_sphinx.views.strip_rows import StripRow, merged_note, strip_row
from kompass_sphinx.views.targets import Target

STEP = 5
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
class Spread:
    """Strips over one scale; ``note`` is empty when every figure has its own ring."""

    rows: tuple[StripRow, ...]
    scale: StripScale
    note: str


def area_best(context: Context, theme: str) -> tuple[BestOfEdition, ...]:
    """Results of each edition, newest edition first; an edition without results is left out."""
    blocks = []
    for edition in reversed(context.archive.catalogue.editions.values()):
        results, hidden = context.archive.ask(best_on, theme, edition.id, LONGEST_LIST)
        area = context.archive.catalogue.area_of(edition.id, theme)
        distribution = context.archive.figures[edition.id].areas[area.number]
        if not results:
            continue
        blocks.append(
            BestOfEdition(
                context.text("Edition %(edition)s", edition=edition.id),
                f"{area.name}, {_about(context, distribution)}",
                tuple(
                    BestRow(
                        one.evaluation.title,
                        context.evaluation_link(one.evaluation).target,
                        one.points,
                        context.language.number(one.points),
                    )
                    for one in results
                ),
                distribution.median,
                more_sentence(context, hidden),
            )
        )
    return tuple(blocks)


def _about(context: Context, distribution: Distribution) -> str:
    """Median with n, or that they are too few for one."""
    if distribution.median is None:
        return context.text("too few for a median (n = %(n)s)", n=distribution.n)
    median = context.language.number(distribution.median)
    return context.text("median %(median)s (n = %(n)s)", median=median, n=distribution.n)


def area_spread(context: Context, theme: str) -> Spread:
    """The points of each edition on one scale from 0 to 100, newest edition first."""
    rows = []
    for edition in reversed(context.archive.catalogue.editions):
        area = context.archive.catalogue.area_of(edition, theme)
        distribution = context.archive.figures[edition].areas[area.number]
        few, _ = context.archive.ask(best_on, theme, edition, FEWEST_FOR_MEDIAN)
        rows.append(
            strip_row(
                context,
                edition=edition,
                identifier=f"spread-{edition}",
                title=context.text("Points on %(area)s, edition %(edition)s", area=area.name, edition=edition),
                distribution=distribution,
                few=[(one.evaluation, one.points) for one in few],
                none=context.text("no points in the archive"),
                scale=(SCALE.low, SCALE.high),
                step=STEP,
            )
        )
    return Spread(tuple(rows), SCALE, merged_note(context, rows, STEP))
