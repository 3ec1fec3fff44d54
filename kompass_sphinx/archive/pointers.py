"""Whom to look at where too few have figures: those named, those with a strength noted, those higher on the area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.archive.by_question import FindingOf
from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.archive.doing_well import alike_places
from kompass_sphinx.archive.peers import Peers
from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.model.evaluation import Evaluation, EvaluationReference
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.model.order import swedish_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kompass_sphinx.archive.archive import Archive
    from kompass_sphinx.archive.by_question import Place

AreaPlace = tuple[int, int]
"""An edition and the number of an area in it."""


@dataclass(frozen=True, slots=True)
class NamedFor:
    """A municipality or place that another municipality's evaluators named for a sub-question or on an area."""

    named: Named
    municipality: Municipality | None

    @property
    def name(self) -> str:
        """The name of the municipality or place."""
        return self.named.item.example.name


@dataclass(frozen=True, slots=True)
class StrengthOn:
    """A strength on a sub-question, with the evaluation's result there when known."""

    finding: FindingOf
    municipality: Municipality

    @property
    def name(self) -> str:
        """The municipality's name."""
        return self.municipality.name


@dataclass(frozen=True, slots=True)
class OnArea:
    """An evaluation's points on an area."""

    evaluation: EvaluationReference
    municipality: Municipality
    area: int
    points: float

    @property
    def name(self) -> str:
        """The municipality's name."""
        return self.municipality.name


def named_for(archive: Archive, place: Place) -> Peers[NamedFor]:
    """Whom other municipalities' evaluators named for a sub-question or its like: latest first, then by name."""
    return named_peers(
        archive, (one for alike in alike_places(archive, place) for one in archive.questions[alike].named)
    )


def named_on_area(archive: Archive, place: AreaPlace) -> Peers[NamedFor]:
    """Whom other municipalities' evaluators named on an area of an edition: latest first, then by name."""
    edition, area = place
    return named_peers(
        archive,
        (
            Named(item, one.reference)
            for one in archive.latest_of_edition[edition]
            for item in archive.items_of(one).on(area).examples
        ),
    )


def named_peers(archive: Archive, named: Iterable[Named]) -> Peers[NamedFor]:
    """Those of them that were not praised in their own evaluation: latest first, then by name."""
    by_name = archive.registry.by_name
    return Peers.of(
        NamedFor(one, by_name[one.item.example.municipality] if one.item.example.municipality else None)
        for one in sorted(
            (one for one in named if not one.by_itself),
            key=lambda one: (-one.by.year, swedish_key(one.item.example.name)),
        )
    )


def strengths_on(archive: Archive, place: Place) -> Peers[StrengthOn]:
    """Strengths on a sub-question or its like: highest result first, those without a figure last, latest first.

    Not those whose result is known to be below the median of their edition.
    """
    found = [
        one
        for alike in alike_places(archive, place)
        for one in archive.questions[alike].strengths
        if not is_below_median(one.percent, archive.figures[alike[0]].questions.get(alike[1]))
    ]
    found.sort(
        key=lambda one: (
            one.percent is None,
            -(one.percent or 0),
            -one.evaluation.year,
            swedish_key(one.evaluation.municipality),
        )
    )
    return Peers.of(StrengthOn(one, archive.municipality(one.evaluation)) for one in found)


def is_below_median(figure: float | None, distribution: Distribution | None) -> bool:
    """Whether a figure is known to be below a median."""
    median = None if distribution is None else distribution.median
    return figure is not None and median is not None and figure < median


def on_area(archive: Archive, place: AreaPlace) -> Peers[OnArea]:
    """Evaluations with points on an area of an edition: highest first, then latest, then by name.

    Not those below the edition's median of the area.
    """
    edition, area = place
    median = archive.figures[edition].areas[area]
    return Peers.of(
        OnArea(one.reference, archive.municipality(one), area, one.area_points[area])
        for one in _highest_first(archive.of_edition[edition], area)
        if not is_below_median(one.area_points[area], median)
    )


def _highest_first(evaluations: Iterable[Evaluation], area: int) -> list[Evaluation]:
    return sorted(
        (one for one in evaluations if area in one.area_points),
        key=lambda one: (-one.area_points[area], -one.year, swedish_key(one.municipality)),
    )
