"""Sentences on how an evaluation stands: its quarter in the edition, its strongest and weakest areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kompass_sphinx.archive.statistics import FEWEST_FOR_QUARTER, Distribution, Quarter
from kompass_sphinx.language import message_id
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.rich import Link, Rich, joined, listed, rich
from kompass_sphinx.views.targets import Target

_QUARTERS = {
    Quarter.HIGHEST: message_id("Among the archive's %(count)s totals in edition %(edition)s, %(name)s is in the highest quarter."),
    Quarter.UPPER_MIDDLE: message_id("Among the archive's %(count)s totals in edition %(edition)s, %(name)s is in the second highest quarter."),
    Quarter.LOWER_MIDDLE: message_id("Among the archive's %(count)s totals in edition %(edition)s, %(name)s is in the second lowest quarter."),
    Quarter.LOWEST: message_id("Among the archive's %(count)s totals in edition %(edition)s, %(name)s is in the lowest quarter."),
}  # fmt: skip


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
        message = context.language.gettext(_QUARTERS[quarter])
        return (message % {"count": context.language.count(totals.n), "edition": edition, "name": name},)
    if totals.n < FEWEST_FOR_QUARTER:
        return (
            context.plural(
                "It is the archive's only total in edition %(edition)s.",
                "The archive has only %(count)s totals in edition %(edition)s, too few to say how it stands.",
                totals.n,
                edition=edition,
            ),
        )
    return (context.text("All totals in edition %(edition)s are much alike.", edition=edition),)


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
    strongest = _extreme(
        context, areas, highest, message_id("Strongest is %(areas)s."), message_id("Strongest are %(areas)s.")
    )
    weakest = _extreme(context, areas, lowest, message_id("Weakest is %(areas)s."), message_id("Weakest are %(areas)s."))  # fmt: skip
    return joined([*incomplete, strongest, weakest])


def _extreme(context: Context, areas: Sequence[AreaStanding], points: float, one: str, several: str) -> Rich:
    named = [area for area in areas if area.points == points]
    names = listed(context.language, (Link(area.name, area.target) for area in named))
    figure = context.language.number(points)
    if len(named) == 1:
        sentence = rich(context.text("%(area)s (%(points)s of 100)"), area=names, points=figure)
        return rich(context.language.gettext(one), areas=sentence)
    message = (
        context.text("%(areas)s, both %(points)s") if len(named) == 2 else context.text("%(areas)s, all %(points)s")
    )
    return rich(context.language.gettext(several), areas=rich(message, areas=names, points=figure))
