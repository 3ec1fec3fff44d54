"""Which municipalities are like each other: the same group in SKR's grouping, then the same county.

The group is today's (Kommungruppsindelning 2023), not the one at the time of an evaluation.
"""

from __future__ import annotations

from enum import IntEnum

from kompass_sphinx.model.municipality import Municipality


class Likeness(IntEnum):
    """How like two municipalities are; the lower the more."""

    SAME_GROUP = 1
    SAME_COUNTY = 2
    UNLIKE = 3


def likeness(one: Municipality, other: Municipality) -> Likeness:
    """How like two municipalities are: the group counts before the county."""
    if one.group_code == other.group_code:
        return Likeness.SAME_GROUP
    return Likeness.SAME_COUNTY if one.county_code == other.county_code else Likeness.UNLIKE
