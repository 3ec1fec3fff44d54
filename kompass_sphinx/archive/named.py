"""Whom evaluators pointed to: by municipality, and those outside the registry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.model.evaluation import Example
from kompass_sphinx.model.order import swedish_key


def by_municipality(all_named: Iterable[Named]) -> dict[str, tuple[Named, ...]]:
    """Those that are municipalities, by the name in the registry; each in the order given."""
    found: dict[str, list[Named]] = defaultdict(list)
    for named in all_named:
        if named.item.example.municipality:
            found[named.item.example.municipality].append(named)
    return {name: tuple(several) for name, several in found.items()}


def outside_registry(all_named: Iterable[Named]) -> tuple[Named, ...]:
    """The other places: by name and by what they are, else in the order given."""
    outside = (one for one in all_named if one.item.example.municipality is None)
    return tuple(sorted(outside, key=lambda one: _place_key(one.item.example)))


def _place_key(example: Example) -> tuple[tuple[str, str], str, str, str]:
    return swedish_key(example.name), example.kind or "", example.part_of or "", example.country or ""
