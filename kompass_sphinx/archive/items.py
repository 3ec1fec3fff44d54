"""Strengths, improvements and examples as items with addresses of their own.

An address is made from the item's text, so that it survives the adding of others: s-, i- or e-, the area
(0 for none), and eight hexadecimal digits of the SHA-256 of the normalised text; -2 for an equal text.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import takewhile
from typing import NamedTuple

from kompass_sphinx.model.edition import area_of_question
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


class Items(NamedTuple):
    """Items of one evaluation, in the order of its file."""

    strengths: tuple[FindingItem, ...]
    improvements: tuple[FindingItem, ...]
    examples: tuple[ExampleItem, ...]


def area_of(example: Example) -> int | None:
    """The area of an example, which its sub-question tells too."""
    if example.area is None and example.question is not None:
        return area_of_question(example.question)
    return example.area


def normalised(text: str) -> str:
    """A text the same however it is spaced or composed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def digest_of(text: str) -> str:
    """Eight hexadecimal digits for a text, however it is spaced or composed."""
    return sha256(normalised(text).encode()).hexdigest()[:8]


class EvaluationItems:
    """The items of an evaluation. Those of a kind on an area are made when they are first asked for, with addresses."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        self._findings: dict[tuple[Kind, int], tuple[FindingItem, ...]] = {}
        self._examples: dict[int | None, tuple[ExampleItem, ...]] = {}

    def on(self, area: int | None) -> Items:
        """Those on one area; None for the examples whose source names none."""
        if area is None:
            return Items((), (), self._examples_on(area))
        of = self._findings_on
        return Items(of(Kind.STRENGTH, area), of(Kind.IMPROVEMENT, area), self._examples_on(area))

    @property
    def strengths(self) -> tuple[FindingItem, ...]:
        """All strengths."""
        return self._findings_of(Kind.STRENGTH)

    @property
    def improvements(self) -> tuple[FindingItem, ...]:
        """All improvements."""
        return self._findings_of(Kind.IMPROVEMENT)

    @property
    def examples(self) -> tuple[ExampleItem, ...]:
        """All examples."""
        areas = dict.fromkeys(map(area_of, self._evaluation.examples))
        found = (item for area in areas for item in self._examples_on(area))
        return tuple(sorted(found, key=lambda item: item.position))

    def at(self, kind: Kind, position: int) -> FindingItem | ExampleItem:
        """The one at a position among those of its kind. Raises IndexError where there is none."""
        if kind is Kind.EXAMPLE:
            on_area = self._examples_on(area_of(self._evaluation.examples[position]))
            return next(item for item in on_area if item.position == position)
        for area in self._evaluation.areas:
            count = len(self._said(kind, area))
            if position < count:
                return self._findings_on(kind, area)[position]
            position -= count
        raise IndexError(position)

    def _said(self, kind: Kind, area: int) -> tuple[Finding, ...]:
        result = self._evaluation.areas.get(area)
        if result is None:
            return ()
        return result.strengths if kind is Kind.STRENGTH else result.improvements

    def _findings_of(self, kind: Kind) -> tuple[FindingItem, ...]:
        return tuple(item for area in self._evaluation.areas for item in self._findings_on(kind, area))

    def _findings_on(self, kind: Kind, area: int) -> tuple[FindingItem, ...]:
        if (kind, area) not in self._findings:
            reference, said = self._evaluation.reference, self._said(kind, area)
            areas_before = takewhile(lambda number: number != area, self._evaluation.areas)
            first = sum(len(self._said(kind, number)) for number in areas_before)
            addresses = _addresses(kind, area, (finding.text for finding in said))
            self._findings[kind, area] = tuple(
                FindingItem(reference, kind, area, address, finding, position)
                for position, (address, finding) in enumerate(zip(addresses, said, strict=True), first)
            )
        return self._findings[kind, area]

    def _examples_on(self, area: int | None) -> tuple[ExampleItem, ...]:
        if area not in self._examples:
            reference = self._evaluation.reference
            said = [(at, one) for at, one in enumerate(self._evaluation.examples) if area_of(one) == area]
            addresses = _addresses(Kind.EXAMPLE, area, (f"{one.name}: {one.topic}" for _, one in said))
            self._examples[area] = tuple(
                ExampleItem(reference, area, address, example, position)
                for address, (position, example) in zip(addresses, said, strict=True)
            )
        return self._examples[area]


def _addresses(kind: Kind, area: int | None, texts: Iterable[str]) -> Iterator[str]:
    """The addresses of texts of a kind on an area, in their order."""
    seen: Counter[str] = Counter()
    for text in texts:
        base = f"{kind}-{area or 0}-{digest_of(text)}"
        seen[base] += 1
        yield base if seen[base] == 1 else f"{base}-{seen[base]}"
