"""Whom to look at where too few have figures: those named, those with a strength noted, those higher on the area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.archive.by_question import FindingOf
from kompass_sphinx.archive.doing_well import alike_places
from kompass_sphinx.archive.peers import Peers
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.model.order import swedish_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kompass_sphinx.archive.archive import Archive, Named
    from kompass_sphinx.archive.by_question import Place

AreaPlace = tuple[int, int]
"""An edition and the number of an area in it."""


@dataclass(frozen=True, slots=True)
class NamedFor:
    """A municipality or place that another municipality's evaluators named for a sub-question."""

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

    evaluation: Evaluation
    municipality: Municipality
    area: int
    points: float

    @property
    def name(self) -> str:
        """The municipality's name."""
        return self.municipality.name


def named_by_question(archive: Archive) -> dict[Place, Peers[NamedFor]]:
    """Whom other municipalities' evaluators named for each sub-question or its like: latest first, then by name."""
    by_name = archive.registry.by_name
    return {
        place: Peers.of(
            NamedFor(one, by_name[one.item.example.municipality] if one.item.example.municipality else None)
            for one in sorted(
                (
                    one
                    for alike in alike_places(archive, place)
                    for one in archive.questions[alike].named
                    if not one.by_itself
                ),
                key=lambda one: (-one.by.year, swedish_key(one.item.example.name)),
            )
        )
        for place in archive.questions
    }


def strengths_by_question(archive: Archive) -> dict[Place, Peers[StrengthOn]]:
    """Strengths on each sub-question or its like: highest result first, those without a figure last, latest first."""
    return {
        place: Peers.of(
            StrengthOn(one, archive.municipality(one.evaluation))
            for one in sorted(
                (one for alike in alike_places(archive, place) for one in archive.questions[alike].strengths),
                key=lambda one: (
                    one.percent is None,
                    -(one.percent or 0),
                    -one.evaluation.year,
                    swedish_key(one.evaluation.municipality),
                ),
            )
        )
        for place in archive.questions
    }


def results_by_area(archive: Archive) -> dict[AreaPlace, Peers[OnArea]]:
    """Evaluations with points on each area of each edition: highest first, then latest, then by name."""
    return {
        (edition.id, number): Peers.of(
            OnArea(one, archive.municipality(one), number, one.area_points[number])
            for one in _highest_first(archive.of_edition[edition.id], number)
        )
        for edition in archive.catalogue
        for number in edition.areas
    }


def _highest_first(evaluations: Iterable[Evaluation], area: int) -> list[Evaluation]:
    return sorted(
        (one for one in evaluations if area in one.area_points),
        key=lambda one: (-one.area_points[area], -one.year, swedish_key(one.municipality)),
    )
