"""What the archive says of one sub-question of one edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.archive.items import FindingItem, Kind, WordPlace
from kompass_sphinx.archive.same_words import SameWords, in_same_words
from kompass_sphinx.model.evaluation import EvaluationReference, QuestionResult

if TYPE_CHECKING:
    from kompass_sphinx.archive.archive import Archive

Place = tuple[int, str]
"""An edition and the number of a sub-question in it."""


@dataclass(frozen=True, slots=True)
class ResultOf:
    """An evaluation's figures on the sub-question."""

    evaluation: EvaluationReference
    figures: QuestionResult

    @property
    def percent(self) -> float | None:
        """Percent of the maximum, None where the source has points alone."""
        return self.figures.percent


@dataclass(frozen=True, slots=True)
class FindingOf:
    """A strength or an improvement on the sub-question, and the evaluation's result there, when known."""

    evaluation: EvaluationReference
    item: FindingItem
    percent: float | None


@dataclass(slots=True)
class QuestionEvidence:
    """All that is known of a sub-question.

    ``results``: highest percent first, those with points alone last; equal ones latest first. ``named``: whom
    evaluators pointed to, those named by others first, latest first. ``strengths``: highest result first, those
    without a figure last, then latest first. ``improvements``: latest first.
    """

    results: list[ResultOf] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    strengths: list[FindingOf] = field(default_factory=list)
    improvements: list[FindingOf] = field(default_factory=list)

    @property
    def result_count(self) -> int:
        """How many evaluations have a result."""
        return len(self.results)

    @property
    def strength_count(self) -> int:
        """How many strengths there are."""
        return len(self.strengths)

    @property
    def improvement_count(self) -> int:
        """How many improvements there are."""
        return len(self.improvements)

    @property
    def asking_count(self) -> int:
        """How many evaluations have improvements."""
        return len({one.evaluation for one in self.improvements})

    @property
    def has_both_figures(self) -> bool:
        """Whether any result has both percent and points."""
        return any(one.figures.has_both for one in self.results)

    @property
    def highest(self) -> tuple[EvaluationReference, ...]:
        """The evaluations with the highest percent; none where there are points alone."""
        percent = self.results[0].percent if self.results else None
        return () if percent is None else tuple(one.evaluation for one in self.results if one.percent == percent)

    def first_results(self, most: int) -> tuple[ResultOf, ...]:
        """The first results."""
        return tuple(self.results[:most])

    def strengths_of_first(self, most: int) -> tuple[FindingItem | None, ...]:
        """Of the evaluations with the first results the first strength of each."""
        first = {one.evaluation: one.item for one in reversed(self.strengths)}
        return tuple(first.get(one.evaluation) for one in self.results[:most])

    def first_strengths(self, most: int) -> tuple[FindingOf, ...]:
        """The first strengths."""
        return tuple(self.strengths[:most])

    def asked_for(self, most: int) -> tuple[tuple[SameWords, ...], tuple[WordPlace, ...]]:
        """Improvements, those in the same words as one: the first of them, and where the words of the others are.

        Each of the others could come to be in the words of the first ones.
        """
        words = in_same_words((one.evaluation, one.item) for one in self.improvements)
        return words[:most], tuple(item.place for others in words[most:] for _, item in others.items)


def evidence_on_area(archive: Archive, edition: int, area: int) -> dict[str, QuestionEvidence]:
    """What is known of each sub-question of an area of an edition, by its number."""
    found = {number: QuestionEvidence() for number in archive.catalogue.editions[edition].areas[area].questions}
    for evaluation in archive.latest_of_edition[edition]:
        reference, result = evaluation.reference, evaluation.areas.get(area)
        results = result.questions if result else {}
        for number, figures in results.items():
            found[number].results.append(ResultOf(reference, figures))
        items = archive.items_of(evaluation).on(area)
        for item in (*items.strengths, *items.improvements):
            question = item.finding.question
            if question is None:
                continue
            evidence = found[question]
            percent = results[question].percent if question in results else None
            findings = evidence.strengths if item.kind is Kind.STRENGTH else evidence.improvements
            findings.append(FindingOf(reference, item, percent))
        for named in items.examples:
            if named.example.question is not None:
                found[named.example.question].named.append(Named(named, reference))
    for evidence in found.values():
        evidence.results.sort(key=lambda one: _highest_first(one.percent))
        evidence.strengths.sort(key=lambda one: _highest_first(one.percent))
        evidence.named.sort(key=lambda one: one.by_itself)
    return found


def _highest_first(percent: float | None) -> tuple[bool, float]:
    return percent is None, -(percent or 0)
