"""Which answers of the archive another figure can make others.

A figure is at a place: the total of an edition, or one of its areas, with the sub-questions in it. An answer is made of
the figures at some places, of those of one municipality, or of none at all. Whether there is a figure is no matter of
its value: that belongs to an evaluation's outline (``reading.packing.Frame``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from kompass_sphinx.archive.answers import ALL_BUT_TEXTS, EVERYTHING, FUNCTION, OUTLINES, Path
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.doing_well import alike_places
from kompass_sphinx.archive.packed_answers import Evaluated
from kompass_sphinx.model.edition import area_of_question
from kompass_sphinx.reading.frames import TOTAL

FigurePlace = tuple[int, int]
"""An edition and the number of an area in it, or ``TOTAL``."""

WITHOUT_FIGURES = frozenset(
    {
        "evaluations",
        "of_municipality",
        "last_year",
        "with_improvements",
        "theme_counts",
        "named_for",
        "named_on_area",
        "named_by_municipality",
        "named_in",
        "named_outside",
        "without_report",
        "published_medians",
        "nearest_benchmark",
        "of_group",
        "of_county",
        "named_on",
        "recurring_on",
    }
)
"""What is asked of the archive, or of a function of it, and made of no figures."""

OF_MUNICIPALITY = frozenset({"own_result", "own_points", "result_at_home"})
"""Functions that are asked of one municipality, and made of its own figures."""

_WITH_FIGURES_OF_QUESTION = frozenset({"highest", "first_results", "strengths_of_first", "first_strengths"})


def moved_by(archive: Archive, changed: Mapping[Evaluated, Iterable[int]]) -> Callable[[Path], bool]:
    """Tells of the path of an answer whether it can be another when figures of evaluations are.

    ``changed`` has the places in each evaluation, ``TOTAL`` or the number of an area.
    """
    municipalities = {name for name, _ in changed}
    slugs = {archive.registry.by_name[name].slug for name in municipalities}
    places = {
        (archive.evaluations[archive.registry.by_name[name].slug, year].edition, place)
        for (name, year), several in changed.items()
        for place in several
    }

    def is_moved(path: Path) -> bool:
        if path in (EVERYTHING, ALL_BUT_TEXTS):
            return True
        if path == OUTLINES:
            return False
        name, *steps = path[1:] if path[0] == FUNCTION else path
        if name in WITHOUT_FIGURES:
            return False
        if name in OF_MUNICIPALITY:
            return steps[0] in municipalities
        if name == "figures_of_municipality":
            return steps[0] in slugs
        return not places.isdisjoint(_places(archive, name, steps))

    return is_moved


def _places(archive: Archive, name: str, steps: list[Any]) -> Iterator[FigurePlace]:
    """The places of the figures that an answer is made of."""
    catalogue = archive.catalogue
    match name, *steps:
        case "figures", edition, "areas", area, *_:
            yield edition, area
        case "figures", edition, "questions", question, *_:
            yield edition, area_of_question(question)
        case "figures" | "first_totals", edition, *_:
            yield edition, TOTAL
        case "with_total", (edition, _):
            yield from product((edition,), (TOTAL, *catalogue.editions[edition].areas))
        case "profiles", edition, *_:
            yield from product((edition,), (TOTAL, *catalogue.editions[edition].areas))
        case "questions", (edition, question), *what:
            if what and what[0] in _WITH_FIGURES_OF_QUESTION:
                yield edition, area_of_question(question)
        case "doing_well" | "strengths_on", (int(), _) as place, *_:
            for of_edition, question in alike_places(archive, place):
                yield of_edition, area_of_question(question)
        case "on_area", (edition, area), *_:
            yield edition, area
        case "strengths_on", str(theme), *_:
            yield from catalogue.themes[theme].areas.items()
        case "best_on", theme, edition, *_:
            yield edition, catalogue.themes[theme].areas[edition]
        case _:
            raise ValueError(f"no word on the figures of {name} {steps}")
