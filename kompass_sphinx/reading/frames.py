"""All that an evaluation says but the evaluators' words, as digests, to be compared between builds."""

from __future__ import annotations

from typing import NamedTuple

TOTAL = 0
"""The place of the total among an evaluation's figures; those of areas are at their numbers."""

AREAS = range(1, 9)
FIGURE_SIZE = 8
"""Bytes of the digest of the figures at one place."""


class Frame(NamedTuple):
    """All that an evaluation says but the evaluators' words, as digests.

    ``outline``: of what is neither words (``packing.TEXTS``) nor figures (``packing.FIGURES``), and of which of those
    there are. ``figures``: of the total, then of those of each area, one after the other (``other_figures``).
    """

    outline: bytes
    figures: bytes


def other_figures(one: bytes, other: bytes) -> list[int]:
    """The places at which the figures of frames of the same outline differ: ``TOTAL``, and the numbers of areas."""
    size = FIGURE_SIZE
    return [place for place in (TOTAL, *AREAS) if one[place * size :][:size] != other[place * size :][:size]]
