"""What the archive says of one theme, the first ``most`` of each kind, and how many there are more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.archive.items import FindingItem, WordPlace
from kompass_sphinx.archive.same_words import SameWords, in_same_words
from kompass_sphinx.model.edition import Area, Question
from kompass_sphinx.model.evaluation import EvaluationReference
from kompass_sphinx.model.order import swedish_key


@dataclass(frozen=True, slots=True)
class StrengthGroup:
    """Strengths of one evaluation on one sub-question; ``percent`` is its result, when known.

    ``question`` is None for strengths of the whole area.
    """

    evaluation: EvaluationReference
    question: Question | None
    percent: float | None
    items: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True)
class AreaResultOf:
    """An evaluation's points on the theme's area."""

    evaluation: EvaluationReference
    points: float


@dataclass(frozen=True, slots=True)
class RecurringImprovement:
    """What evaluators asked for on one sub-question: in ``asked`` of ``evaluations``, those with improvements here.

    ``words`` are the first of them, ``hidden`` where findings in other words are: each of those could come to be
    in the words of the first ones.

    ``question`` is None for improvements of the whole area.
    """

    edition: int
    question: Question | None
    asked: int
    evaluations: int
    words: tuple[SameWords, ...]
    hidden: tuple[WordPlace, ...]


def named_on(archive: Archive, theme: str, most: int) -> tuple[tuple[Named, ...], int]:
    """Whom evaluators pointed to: those named by others first, then those held up at home, latest first."""
    found = [
        one
        for one in archive.named
        if one.item.area is not None and archive.catalogue.theme_of(one.by.edition, one.item.area).id == theme
    ]
    found.sort(key=lambda one: (one.by_itself, -one.by.year))
    return tuple(found[:most]), len(found[most:])


def strengths_on(archive: Archive, theme: str, most: int) -> tuple[tuple[StrengthGroup, ...], int]:
    """Strengths by evaluation and sub-question: highest result first, then those without a figure, latest first."""
    groups: list[StrengthGroup] = []
    for evaluation in archive.latest_first:
        area = archive.catalogue.area_of(evaluation.edition, theme)
        for question, items in _by_question(area, archive.items_of(evaluation).on(area.number).strengths):
            result = evaluation.question_results.get(question.number) if question else None
            groups.append(StrengthGroup(evaluation.reference, question, result.percent if result else None, items))
    groups.sort(key=lambda group: (group.percent is None, -(group.percent or 0)))
    return tuple(groups[:most]), sum(len(group.items) for group in groups[most:])


def best_on(archive: Archive, theme: str, edition: int, most: int) -> tuple[tuple[AreaResultOf, ...], int]:
    """Points on the theme's area in an edition, highest first, equal ones by municipality and year."""
    area = archive.catalogue.themes[theme].areas[edition]
    results = [
        AreaResultOf(one.reference, one.area_points[area])
        for one in archive.of_edition[edition]
        if area in one.area_points
    ]
    results.sort(key=lambda one: (-one.points, swedish_key(one.evaluation.municipality), one.evaluation.year))
    return tuple(results[:most]), len(results[most:])


def first_totals(archive: Archive, edition: int, most: int) -> tuple[tuple[EvaluationReference, float], ...]:
    """Totals of an edition, in the order of municipality and year."""
    totals = ((one.reference, one.total) for one in archive.of_edition[edition] if one.total is not None)
    return tuple(islice(totals, most))


def recurring_on(archive: Archive, theme: str, most: int) -> tuple[RecurringImprovement, ...]:
    """Improvements by edition and sub-question, those asked for in most evaluations first; the whole area last."""
    found: list[RecurringImprovement] = []
    for edition in reversed(archive.catalogue.editions.values()):
        area = archive.catalogue.area_of(edition.id, theme)
        by_question: dict[str, list[tuple[EvaluationReference, FindingItem]]] = defaultdict(list)
        asking = 0
        for evaluation in sorted(archive.of_edition[edition.id], key=lambda one: -one.year):
            groups = _by_question(area, archive.items_of(evaluation).on(area.number).improvements)
            asking += bool(groups)
            for question, items in groups:
                by_question[question.number if question else ""] += [(evaluation.reference, item) for item in items]
        for number, items_of_question in by_question.items():
            words = in_same_words(items_of_question)
            found.append(
                RecurringImprovement(
                    edition.id,
                    edition.question(number),
                    len({(one.municipality, one.year) for one, _ in items_of_question}),
                    asking,
                    words[:most],
                    tuple(item.place for others in words[most:] for _, item in others.items),
                )
            )
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.question is None,
                -one.asked,
                -one.edition,
                one.question.number if one.question else "",
            ),
        )
    )


def _by_question(area: Area, items: Iterable[FindingItem]) -> list[tuple[Question | None, tuple[FindingItem, ...]]]:
    groups: dict[str, list[FindingItem]] = defaultdict(list)
    for item in items:
        groups[item.finding.question or ""].append(item)
    return [(area.questions.get(number), tuple(group)) for number, group in groups.items()]
