"""Findings of several evaluations that say the same in the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kompass_sphinx.archive.items import FindingItem
from kompass_sphinx.model.evaluation import EvaluationReference


@dataclass(frozen=True, slots=True)
class SameWords:
    """Findings in the same words."""

    items: tuple[tuple[EvaluationReference, FindingItem], ...]


def in_same_words(items: Iterable[tuple[EvaluationReference, FindingItem]]) -> tuple[SameWords, ...]:
    """Findings, those in the same words together, in the order of the first of each."""
    by_text: dict[str, list[tuple[EvaluationReference, FindingItem]]] = defaultdict(list)
    for evaluation, item in items:
        by_text[item.finding.text].append((evaluation, item))
    return tuple(SameWords(tuple(same)) for same in by_text.values())
