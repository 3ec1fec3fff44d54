"""Who does well on a sub-question: in its edition, and on the same or a reworded one of the editions beside it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.archive.items import FindingItem
from kompass_sphinx.archive.peers import Peers
from kompass_sphinx.archive.statistics import FEWEST_FOR_QUARTER, Distribution, Quarter
from kompass_sphinx.model.edition import Question
from kompass_sphinx.model.evaluation import EvaluationReference
from kompass_sphinx.model.municipality import Municipality
from kompass_sphinx.model.order import swedish_key

if TYPE_CHECKING:
    from kompass_sphinx.archive.archive import Archive
    from kompass_sphinx.archive.by_question import Place


@dataclass(frozen=True, slots=True)
class DoingWell:
    """An evaluation that does well on a sub-question; ``strength`` is one noted on it, if any.

    ``question`` is of the evaluation's own edition.
    """

    evaluation: EvaluationReference
    municipality: Municipality
    question: Question
    percent: float
    strength: FindingItem | None

    @property
    def name(self) -> str:
        """The municipality's name."""
        return self.municipality.name


class DoingWellPeers(Peers[DoingWell]):
    """Those who do well on a sub-question, each municipality once, the highest first."""

    def count_above(self, percent: float) -> int:
        """How many of them have a higher result."""
        return bisect_left(self.candidates, -percent, key=lambda one: -one.percent)


def doing_well_on(archive: Archive, place: Place) -> DoingWellPeers:
    """Who does well on a sub-question or its like, a municipality once: highest first, then latest, then by name."""
    together = [one for alike in alike_places(archive, place) for one in archive.doing_well_in_edition[alike]]
    together.sort(key=lambda one: (-one.percent, -one.evaluation.year, swedish_key(one.name)))
    best: dict[str, DoingWell] = {}
    for one in together:
        best.setdefault(one.name, one)
    return DoingWellPeers.of(best.values())


def alike_places(archive: Archive, place: Place) -> tuple[Place, ...]:
    """The sub-question itself, then the same or reworded ones of the editions beside it."""
    question = archive.catalogue.editions[place[0]].question(place[1])
    assert question is not None, "places are of the catalogue"
    counterparts = (one.question for one in archive.catalogue.counterparts(question) if one.is_alike)
    return (place, *((one.edition, one.number) for one in counterparts))


def is_well(percent: float, distribution: Distribution) -> bool:
    """Whether a result is good within its edition: the highest quarter, with five to seven above the median.

    Either is higher than any result below the median.
    """
    if distribution.n >= FEWEST_FOR_QUARTER:
        return distribution.quarter(percent) is Quarter.HIGHEST
    return distribution.median is not None and percent > distribution.median


def doing_well_in_edition(archive: Archive, place: Place) -> tuple[DoingWell, ...]:
    """The evaluations that do well on a sub-question of their own edition, highest first, then latest."""
    edition, number = place
    distribution = archive.figures[edition].questions.get(number)
    question = archive.catalogue.editions[edition].question(number)
    if distribution is None or question is None:
        return ()
    evidence = archive.questions[place]
    strengths = {one.evaluation: one.item for one in reversed(evidence.strengths)}
    return tuple(
        DoingWell(
            one.evaluation, archive.municipality(one.evaluation), question, one.percent, strengths.get(one.evaluation)
        )
        for one in evidence.results
        if one.percent is not None and is_well(one.percent, distribution)
    )
