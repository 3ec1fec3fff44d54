"""Sentences on how an evaluation stands: its quarter in the edition, its strongest and weakest areas."""

from __future__ import annotations

from collections.abc import Sequence

from kompass_sphinx.archive.statistics import FEWEST_FOR_QUARTER, Distribution, Quarter
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.language import message_id
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link, Rich, joined, listed, rich
from kompass_sphinx.views.targets import Target

_QUARTERS = {
    Quarter.HIGHEST: message_id("highest"),
    Quarter.UPPER_MIDDLE: message_id("second highest"),
    Quarter.LOWER_MIDDLE: message_id("second lowest"),
    Quarter.LOWEST: message_id("lowest"),
}


@dataclass(frozen=True, slots=True)
class AreaStanding:
    """An area with points, as named in a sentence."""

    name: str
    points: float
    target: Target


def quarter_sentence(context: Context, name: str, edition: int, total: float, totals: Distribution) -> Rich:
    """Where a total stands among its edition's totals in the archive, or why that is not said."""
    quarter = totals.quarter(total)
    if quarter is not None:
        return (
            context.text(
                "Among the archive's %(count)s totals in edition %(edition)s, %(name)s is in the %(quarter)s quarter.",
                count=context.language.count(totals.n),
                edition=edition,
                name=name,
                quarter=context.language.gettext(_QUARTERS[quarter]),
            ),
        )
    if totals.n < FEWEST_FOR_QUARTER:
        return (
            context.plural(
                "It is the archive's only total in edition %(edition)s.",
                "The archive has only %(count)s totals in edition %(edition)s, too few to say how it stands.",
                totals.n,
                edition=edition,
            ),
        )
    return (
        context.text("So many totals in edition %(edition)s are equal that no quarter can be told.", edition=edition),
    )


def areas_sentence(context: Context, areas: Sequence[AreaStanding], areas_in_edition: int) -> Rich:
    """The strongest and the weakest areas, ties together; with few areas, all of them."""
    if not areas:
        return ()
    incomplete: list[Rich] = []
    if len(areas) < areas_in_edition:
        incomplete.append(
            (
                context.plural(
                    "Only %(count)s of the eight areas has points in the archive.",
                    "Only %(count)s of the eight areas have points in the archive.",
                    len(areas),
                ),
            )
        )
    if len(areas) <= 2:
        names = [
            rich(
                context.text("%(area)s (%(points)s of 100)"),
                area=Link(area.name, area.target),
                points=context.language.number(area.points),
            )
            for area in sorted(areas, key=lambda area: -area.points)
        ]
        return joined([*incomplete, rich(context.text("They are: %(areas)s."), areas=listed(context.language, names))])
    highest, lowest = max(area.points for area in areas), min(area.points for area in areas)
    if highest == lowest:
        same = context.text("All areas have %(points)s points.", points=context.language.number(highest))
        return joined([*incomplete, (same,)])
    strongest = _extreme(context, areas, highest, context.text("Strongest is %(areas)s."))
    weakest = _extreme(context, areas, lowest, context.text("Weakest is %(areas)s."))
    return joined([*incomplete, strongest, weakest])


def _extreme(context: Context, areas: Sequence[AreaStanding], points: float, sentence: str) -> Rich:
    named = [area for area in areas if area.points == points]
    names = listed(context.language, (Link(area.name, area.target) for area in named))
    if len(named) == 1:
        message = context.text("%(areas)s (%(points)s of 100)")
    elif len(named) == 2:
        message = context.text("%(areas)s, both %(points)s")
    else:
        message = context.text("%(areas)s, all %(points)s")
    return rich(sentence, areas=rich(message, areas=names, points=context.language.number(points)))
