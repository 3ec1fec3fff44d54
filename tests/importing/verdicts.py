"""What is said of each thing that a report says, and of each thing that a draft has made up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal


class Verdict(Enum):
    """How a draft treats one thing that the report says."""

    RIGHT = "right"
    UNSURE = "unsure"
    """Right or wrong, but marked: a person is asked to look."""
    SAID_MISSING = "said missing"
    """Not there, and the draft says that it is not."""
    LOST = "lost"
    """Not there, and nobody is told."""
    WRONG = "wrong"
    """There, not what the report says, and not marked; or made up."""


Group = Literal["sub-questions", "areas", "total", "facts", "findings", "examples"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something lost or wrong, in words."""

    group: Group
    verdict: Verdict
    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.verdict.value}: {self.place}: {self.text}"


@dataclass(slots=True)
class Score:
    """Counts of verdicts by group, and the faults."""

    counts: dict[Group, Counter[Verdict]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, group: Group, verdict: Verdict, place: str, text: str = "") -> None:
        """Count a verdict; what is lost or wrong becomes a fault."""
        self.counts.setdefault(group, Counter())[verdict] += 1
        if verdict in (Verdict.LOST, Verdict.WRONG):
            self.faults.append(Fault(group, verdict, place, text))

    def count(self, verdict: Verdict, group: Group | None = None) -> int:
        """How many there are of a verdict, in one group or in all."""
        groups = self.counts if group is None else {group: self.counts.get(group, Counter())}
        return sum(counts[verdict] for counts in groups.values())
