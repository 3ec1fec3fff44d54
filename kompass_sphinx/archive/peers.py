"""Those worth looking at, found by whom they are like, without going through all of them for each reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, Self, TypeVar

from kompass_sphinx.archive.likeness import Likeness
from kompass_sphinx.model.municipality import Municipality


class Candidate(Protocol):
    """Somebody to learn from: a municipality, or a place outside the registry, which is like nobody."""

    @property
    def name(self) -> str:
        """What the municipality or place is called."""

    @property
    def municipality(self) -> Municipality | None:
        """The municipality, None for a place outside the registry."""


C = TypeVar("C", bound=Candidate)


@dataclass(frozen=True, slots=True)
class Peer(Generic[C]):
    """A candidate, and how like the reader's municipality it is."""

    candidate: C
    likeness: Likeness


@dataclass(frozen=True)
class Peers(Generic[C]):
    """Candidates, the best first: all of them, and by the codes of their groups and counties."""

    candidates: tuple[C, ...]
    by_group: dict[str, tuple[C, ...]]
    by_county: dict[str, tuple[C, ...]]

    @classmethod
    def of(cls, candidates: Iterable[C]) -> Self:
        """An index of candidates that are in order already."""
        ordered = tuple(candidates)
        by_group: dict[str, list[C]] = defaultdict(list)
        by_county: dict[str, list[C]] = defaultdict(list)
        for candidate in ordered:
            if candidate.municipality is not None:
                by_group[candidate.municipality.group_code].append(candidate)
                by_county[candidate.municipality.county_code].append(candidate)
        return cls(
            ordered,
            {group: tuple(found) for group, found in by_group.items()},
            {county: tuple(found) for county, found in by_county.items()},
        )

    @cached_property
    def by_name(self) -> dict[str, C]:
        """The best candidate of each name."""
        return {one.name: one for one in reversed(self.candidates)}

    def like_first(
        self,
        reader: Municipality,
        *,
        is_too_low: Callable[[C], bool] = lambda _: False,
        is_left_out: Callable[[C], bool] = lambda _: False,
    ) -> Iterator[Peer[C]]:
        """Other municipalities than the reader's: those of its group, of its county, the unlike; of each the best once.

        From the first that is too low on, nobody is any better. Whoever stops after three has looked at few more.
        Of somebody left out once, the next best counts.
        """
        seen = {reader.name}
        parts = (
            (self.by_group.get(reader.group_code, ()), Likeness.SAME_GROUP),
            (self.by_county.get(reader.county_code, ()), Likeness.SAME_COUNTY),
            (self.candidates, Likeness.UNLIKE),
        )
        for candidates, how_like in parts:
            for candidate in candidates:
                if is_too_low(candidate):
                    break
                # Those of the group who are of the county too have been seen, unless they were too low.
                if candidate.name not in seen and not is_left_out(candidate):
                    seen.add(candidate.name)
                    yield Peer(candidate, how_like)

    def like(self, reader: Municipality, *, is_too_low: Callable[[C], bool]) -> Iterator[Peer[C]]:
        """Of these the like ones alone."""
        for peer in self.like_first(reader, is_too_low=is_too_low):
            if peer.likeness is Likeness.UNLIKE:
                return
            yield peer

    def highest(self, reader: Municipality) -> C | None:
        """The best of all other municipalities than the reader's."""
        return next((one for one in self.candidates if one.name != reader.name), None)
