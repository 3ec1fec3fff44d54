"""How much the archive has on each theme, over all editions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.archive.items import area_of

if TYPE_CHECKING:
    from kompass_sphinx.archive.archive import Archive


@dataclass(frozen=True, slots=True)
class ThemeCounts:
    """Numbers of named examples, strengths, improvements, and evaluations with points."""

    named: int
    strengths: int
    improvements: int
    results: int


def counts_by_theme(archive: Archive) -> dict[str, ThemeCounts]:
    """The counts of every theme."""
    theme_of = archive.catalogue.theme_of
    named: Counter[str] = Counter()
    strengths: Counter[str] = Counter()
    improvements: Counter[str] = Counter()
    results: Counter[str] = Counter()
    for evaluation in archive:
        for number, area in evaluation.areas.items():
            theme = theme_of(evaluation.edition, number).id
            strengths[theme] += len(area.strengths)
            improvements[theme] += len(area.improvements)
            results[theme] += area.points is not None
        for example in evaluation.examples:
            where = area_of(example)
            if where is not None:
                named[theme_of(evaluation.edition, where).id] += 1
    return {
        theme: ThemeCounts(named[theme], strengths[theme], improvements[theme], results[theme])
        for theme in archive.catalogue.themes
    }
