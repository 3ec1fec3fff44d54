"""The order that the format has its keys in, and the places of new ones among those that a file has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.reading.shape import Shape, shape_of_evaluation

_SHAPE = shape_of_evaluation()
_NUMBERED = re.compile(r"\d{1,9}(?:\.\d{1,9})*")


def new_keys(names: list[str], wanted: Iterable[str], loc: Loc) -> list[tuple[str, int | None]]:
    """The keys of ``wanted`` that are new, each with the place among ``names`` of the key it stands behind.

    They come in the format's order; None stands for before all others.
    """
    order = _order(loc)
    new = sorted((name for name in wanted if name not in names), key=order)
    places: list[tuple[str, int | None]] = []
    for name in new:
        before = [index for index, other in enumerate(names) if order(other) <= order(name)]
        places.append((name, before[-1] if before else None))
    return places


def _order(loc: Loc) -> Callable[[str], tuple[int, ...]]:
    """What sorts the keys at a place as the format has them; unknown ones last."""
    shape: Shape | None = _SHAPE
    for segment in loc:
        shape = shape.under(segment) if shape else None
    keys = list(shape.keys) if shape else []
    numbering = shape.numbering if shape else ""

    def order(name: str) -> tuple[int, ...]:
        if name in keys:
            return (0, keys.index(name))
        if numbering and _NUMBERED.fullmatch(name):
            return (0, *map(int, name.split(".")))
        return (1,)

    return order
