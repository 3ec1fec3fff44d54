"""Where the items of changed lists come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kompass_sphinx.reading.problems import Loc

Origins = Mapping[Loc, Sequence[int | None]]
"""For a list, by the way to it: which item of the text each item comes from; None for a new one."""


def origins_at(origins: Origins, loc: Loc, old: int, new: int) -> Sequence[int | None]:
    """Where the ``new`` items of a list of ``old`` ones come from: from their own places unless it is told."""
    return origins.get(loc) or [index if index < old else None for index in range(new)]


def moves_within(origins: Origins, loc: Loc) -> bool:
    """Whether a list at or below a place has items that do not stand where they come from."""
    moved = (way for way, order in origins.items() if list(order) != list(range(len(order))))
    return any(way[: len(loc)] == loc for way in moved)
