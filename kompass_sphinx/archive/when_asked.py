"""Answers by key that are made one at a time: a build that needs one of a hundred makes one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class MadeWhenAsked(Mapping[K, V]):
    """The values that ``make`` gives for the keys, each made when it is first asked for; always the same object."""

    def __init__(self, keys: Iterable[K], make: Callable[[K], V]) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        made = self._made
        if key not in made:
            if key not in self._keys:
                raise KeyError(key)
            made[key] = self._make(key)
        return made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def make_all(self) -> None:
        """Make those that nobody has asked for yet."""
        for key in self._keys:
            self[key]
