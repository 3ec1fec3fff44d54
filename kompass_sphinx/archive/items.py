"""Strengths, improvements and examples as items with addresses of their own.

An address is made from the item's text, so that it survives the adding of others: s-, i- or e-, the area
(0 for none), and eight hexadecimal digits of the SHA-256 of the normalised text; -2 for an equal text.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from kompass_sphinx.model.evaluation import Evaluation, EvaluationReference, Example, Finding


class Kind(StrEnum):
    """What an item is; the value is the letter in its address."""

    STRENGTH = "s"
    IMPROVEMENT = "i"
    EXAMPLE = "e"


class WordPlace(NamedTuple):
    """Where evaluators' words are: in the item of an evaluation at a position among those of its ``kind``, from 0.

    Everywhere in the evaluation where the kind is empty.
    """

    municipality: str
    year: int
    kind: str
    position: int

    @classmethod
    def everywhere(cls, municipality: str, year: int) -> WordPlace:
        """All that an evaluation says."""
        return cls(municipality, year, "", 0)

    @property
    def is_everywhere(self) -> bool:
        """Whether all that the evaluation says is meant."""
        return not self.kind


ANYWHERE = WordPlace("", 0, "", 0)
"""In any evaluation."""


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A strength or an improvement of an area; ``position`` among all of its kind in the evaluation, from 0."""

    evaluation: EvaluationReference
    kind: Kind
    area: int
    address: str
    finding: Finding
    position: int

    @property
    def place(self) -> WordPlace:
        """Where its words are."""
        return WordPlace(self.evaluation.municipality, self.evaluation.year, self.kind.value, self.position)


@dataclass(frozen=True, slots=True)
class ExampleItem:
    """Whom the evaluators pointed to; ``area`` is that of its sub-question, None when the source names neither.

    ``position`` is its own among the examples of the evaluation, from 0.
    """

    evaluation: EvaluationReference
    area: int | None
    address: str
    example: Example
    position: int

    @property
    def place(self) -> WordPlace:
        """Where its words are."""
        return WordPlace(self.evaluation.municipality, self.evaluation.year, Kind.EXAMPLE.value, self.position)


@dataclass(frozen=True)
class Items:
    """Items of one evaluation, in the order of its file."""

    strengths: tuple[FindingItem, ...]
    improvements: tuple[FindingItem, ...]
    examples: tuple[ExampleItem, ...]

    def on(self, area: int | None) -> Items:
        """Those on one area; None for the examples whose source names none."""
        return self._by_area.get(area, NO_ITEMS)

    def of_kind(self, kind: Kind) -> tuple[FindingItem, ...] | tuple[ExampleItem, ...]:
        """Those of one kind."""
        match kind:
            case Kind.STRENGTH:
                return self.strengths
            case Kind.IMPROVEMENT:
                return self.improvements
            case Kind.EXAMPLE:
                return self.examples

    @cached_property
    def _by_area(self) -> dict[int | None, Items]:
        findings = (*self.strengths, *self.improvements)
        return {
            area: Items(
                tuple(item for item in self.strengths if item.area == area),
                tuple(item for item in self.improvements if item.area == area),
                tuple(item for item in self.examples if item.area == area),
            )
            for area in {item.area for item in findings} | {item.area for item in self.examples}
        }


NO_ITEMS = Items((), (), ())


def area_of(example: Example) -> int | None:
    """The area of an example, which its sub-question tells too."""
    if example.area is None and example.question is not None:
        return int(example.question.partition(".")[0])
    return example.area


def normalised(text: str) -> str:
    """A text the same however it is spaced or composed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def digest_of(text: str) -> str:
    """Eight hexadecimal digits for a text, however it is spaced or composed."""
    return sha256(normalised(text).encode()).hexdigest()[:8]


def items_of(evaluation: Evaluation) -> Items:
    """The items of an evaluation with their addresses."""
    seen: Counter[str] = Counter()
    reference = evaluation.reference

    def address(kind: Kind, area: int | None, text: str) -> str:
        base = f"{kind}-{area or 0}-{digest_of(text)}"
        seen[base] += 1
        return base if seen[base] == 1 else f"{base}-{seen[base]}"

    def findings(kind: Kind) -> Iterator[FindingItem]:
        position = count()
        for number, area in evaluation.areas.items():
            for finding in area.strengths if kind is Kind.STRENGTH else area.improvements:
                found = address(kind, number, finding.text)
                yield FindingItem(reference, kind, number, found, finding, next(position))

    return Items(
        tuple(findings(Kind.STRENGTH)),
        tuple(findings(Kind.IMPROVEMENT)),
        tuple(
            ExampleItem(
                reference,
                area_of(example),
                address(Kind.EXAMPLE, area_of(example), f"{example.name}: {example.topic}"),
                example,
                position,
            )
            for position, example in enumerate(evaluation.examples)
        ),
    )
