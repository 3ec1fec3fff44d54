"""How many records the search for good examples has, by what they can be chosen by (theme/kompass/static/engine.js)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.items import area_of
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.municipality import Municipality

NAMED, STRENGTH, TOP_RESULT, IMPROVEMENT = "utpekad", "styrka", "toppresultat", "forbattring"
KINDS = (NAMED, STRENGTH, TOP_RESULT, IMPROVEMENT)


@dataclass(frozen=True)
class RecordCounts:
    """Counts by kind of evidence, theme, edition, group code, county code and year.

    A named place counts by its own group and county, everything else by those of the municipality evaluated.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    themes: Counter[str] = field(default_factory=Counter)
    editions: Counter[int] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    counties: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)

    def add(
        self, kind: str, theme: str | None, evaluation: Evaluation, place: Municipality | None, number: int
    ) -> None:
        """Count ``number`` records more of one kind and place.

        ``theme`` is None for an example without an area, ``place`` is None outside the registry.
        """
        if not number:
            return
        self.kinds[kind] += number
        if theme is not None:
            self.themes[theme] += number
        self.editions[evaluation.edition] += number
        self.years[evaluation.year] += number
        if place is not None:
            self.groups[place.group_code] += number
            self.counties[place.county_code] += number


def record_counts(archive: Archive) -> RecordCounts:
    """The counts of the whole archive."""
    counts = RecordCounts()
    for evaluation in archive:
        home = archive.municipality(evaluation)
        top_results = _top_results(archive, evaluation)
        for number in archive.edition(evaluation).areas:
            theme = archive.catalogue.theme_of(evaluation.edition, number).id
            result = evaluation.areas.get(number)
            if result is not None:
                counts.add(STRENGTH, theme, evaluation, home, len(result.strengths))
                counts.add(IMPROVEMENT, theme, evaluation, home, len(result.improvements))
            counts.add(TOP_RESULT, theme, evaluation, home, top_results[number])
        for example in evaluation.examples:
            area = area_of(example)
            theme_of_area = None if area is None else archive.catalogue.theme_of(evaluation.edition, area).id
            place = archive.registry.by_name[example.municipality] if example.municipality else None
            counts.add(NAMED, theme_of_area, evaluation, place, 1)
    return counts


def _top_results(archive: Archive, evaluation: Evaluation) -> Counter[int]:
    """How many results of each area, its sub-questions and its points, are in the highest quarter of the edition."""
    figures = archive.figures[evaluation.edition]
    found: Counter[int] = Counter()
    for area, points in evaluation.area_points.items():
        limit = figures.areas[area].highest_quarter_from
        found[area] += limit is not None and points >= limit
    for number, result in evaluation.question_results.items():
        limit = figures.questions[number].highest_quarter_from if number in figures.questions else None
        found[int(number.partition(".")[0])] += limit is not None and (result.percent or 0) >= limit
    return found
