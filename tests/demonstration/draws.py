"""Made-up chance that is the same on every machine and in every version of Python."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draws:
    """A sequence of draws that depends on its key alone, so that one thing's draws move no other's.

    Everything comes from ``Random.random()``, whose sequence Python promises to keep, and plain arithmetic: the
    other methods of ``Random`` may change, and logarithms differ in their last digit from machine to machine.
    """

    def __init__(self, *key: object) -> None:
        self._random = Random("/".join(map(str, key)))

    def share(self) -> float:
        """A number from 0 to 1, 1 not included."""
        return self._random.random()

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self.share() < share

    def below(self, count: int) -> int:
        """A whole number from 0 to ``count`` - 1."""
        return int(self.share() * count)

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def one(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """``count`` of the choices, none of them twice."""
        left = list(choices)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]

    def spread(self, deviation: float) -> float:
        """A number around 0 with this standard deviation, and never more than three of it away."""
        return (self.share() + self.share() + self.share() - 1.5) * 2 * deviation
