"""Evaluations of one edition whose eight areas have the most similar shape.

The shape is how far each area lies from the evaluation's own mean over its areas; the distance between two is how
much those deviations differ, in points, on average over the areas. Points are halves, so sixteenths are exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kompass_sphinx.archive.statistics import FEWEST_FOR_QUARTER
from kompass_sphinx.model.order import swedish_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from kompass_sphinx.model.evaluation import Evaluation, EvaluationReference

AREAS = 8
FEWEST_PROFILES = FEWEST_FOR_QUARTER
MOST_SIMILAR = 3
_UNITS = 2 * AREAS
"""Deviations are whole numbers of 1/16 point."""


@dataclass(frozen=True, slots=True)
class SimilarProfile:
    """An evaluation, its total and its distance, in points."""

    evaluation: EvaluationReference
    total: float | None
    distance: float


@dataclass(frozen=True)
class Profiles:
    """The evaluations of one edition with points on all eight areas, latest first, then by name."""

    evaluations: tuple[Evaluation, ...]

    @classmethod
    def of(cls, evaluations: Iterable[Evaluation]) -> Profiles:
        """The profiles of an edition's evaluations."""
        whole = (one for one in evaluations if len(one.area_points) == AREAS)
        return cls(tuple(sorted(whole, key=lambda one: (-one.year, swedish_key(one.municipality)))))

    @property
    def n(self) -> int:
        """How many evaluations have a whole profile."""
        return len(self.evaluations)

    def nearest(self, municipality: str, year: int) -> tuple[SimilarProfile, ...]:
        """The three of other municipalities with the most similar shape; equal ones latest first, then by name.

        Empty when the evaluation has no whole profile or the edition too few.
        """
        column = self._columns.get((municipality, year))
        if column is None or self.n < FEWEST_PROFILES:
            return ()
        import numpy as np  # only here: a site without profiles need not load it

        shapes = self._shapes
        differences = np.abs(shapes - shapes[:, column : column + 1]).sum(axis=0, dtype=np.int16)
        order = np.argsort(differences, kind="stable")
        found = []
        for other in order:
            one = self.evaluations[other]
            if one.municipality != municipality:
                found.append(SimilarProfile(one.reference, one.total, int(differences[other]) / (_UNITS * AREAS)))
                if len(found) == MOST_SIMILAR:
                    break
        return tuple(found)

    @cached_property
    def _columns(self) -> dict[tuple[str, int], int]:
        return {(one.municipality, one.year): column for column, one in enumerate(self.evaluations)}

    @cached_property
    def _shapes(self) -> NDArray[np.int16]:
        """A row for each area, a column for each evaluation: the deviations from its own mean.

        Sixteen bits hold every sum of differences, at most 8 · 200 · 16, and are sorted in linear time.
        """
        import numpy as np

        halves = np.array(
            [[round(one.area_points[area] * 2) for one in self.evaluations] for area in range(1, AREAS + 1)],
            dtype=np.int16,
        )
        shapes: NDArray[np.int16] = AREAS * halves - halves.sum(axis=0, dtype=np.int16)
        return shapes
