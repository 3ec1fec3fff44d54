"""What one evaluation brings to answers about many."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.archive.items import ExampleItem
from kompass_sphinx.model.evaluation import Benchmark, Evaluation, EvaluationReference, QuestionResult


@dataclass(frozen=True, slots=True)
class Named:
    """A place that evaluators pointed to, and in whose evaluation."""

    item: ExampleItem
    by: EvaluationReference

    @property
    def by_itself(self) -> bool:
        """Whether the municipality was praised in its own evaluation."""
        return self.item.example.municipality == self.by.municipality


@dataclass(frozen=True, slots=True)
class PublishedBenchmark:
    """A published comparison figure and the evaluation it was published with."""

    benchmark: Benchmark
    evaluation: EvaluationReference


@dataclass(frozen=True, slots=True)
class FiguresOf:
    """The figures of an evaluation."""

    evaluation: EvaluationReference
    total: float | None
    area_points: dict[int, float]
    question_results: dict[str, QuestionResult]

    @classmethod
    def of(cls, evaluation: Evaluation) -> FiguresOf:
        """What an evaluation says in figures."""
        return cls(evaluation.reference, evaluation.total, evaluation.area_points, evaluation.question_results)
