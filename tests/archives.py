"""Archives for tests: made-up evaluations of real municipalities, and the project's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.language import Language
from kompass_sphinx.model.definition import evaluation_of
from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.model.order import swedish_key
from kompass_sphinx.reading.editions import load_catalogue, load_registry
from kompass_sphinx.reading.folder import read_folder
from kompass_sphinx.reading.register import KnownEvaluation
from kompass_sphinx.views.context import Context

EVALUATIONS = Path(__file__).parents[1] / "evaluations"
MADE_UP_SOURCE = {"title": "Påhittad källa för ett prov", "kind": "report"}


@cache
def catalogue() -> Catalogue:
    """The project's editions and themes."""
    return load_catalogue()


@cache
def registry() -> Registry:
    """The project's municipalities."""
    return load_registry()


def made_evaluation(municipality: str = "Tingsryd", year: int = 2019, edition: int = 2016, **values: Any) -> Evaluation:
    """An evaluation made up for a test; an area of ``areas`` may be given as its points alone."""
    areas = {
        number: {"points": area} if isinstance(area, int | float) else area
        for number, area in values.pop("areas", {}).items()
    }
    return evaluation_of(
        {
            "municipality": municipality,
            "year": year,
            "edition": edition,
            "areas": areas,
            "sources": [MADE_UP_SOURCE],
            **values,
        }
    )


def made_known(municipality: str, year: int | None, evaluators: str = "") -> KnownEvaluation:
    """A row of the register made up for a test."""
    code = registry().by_name[municipality].code
    return KnownEvaluation(municipality, code, year, evaluators, "Påhittad förteckning för ett prov")


def archive_of(*evaluations: Evaluation, known: tuple[KnownEvaluation, ...] = ()) -> Archive:
    """An archive of these evaluations, in the order that the reader hands them over."""
    ordered = sorted(evaluations, key=lambda one: (swedish_key(one.municipality), one.year))
    by_name = registry().by_name
    return Archive({(by_name[one.municipality].slug, one.year): one for one in ordered}, known, registry(), catalogue())


def with_totals(*totals: float, edition: int = 2016, first: bool | None = None) -> tuple[Evaluation, ...]:
    """An evaluation for each total, each of another municipality, in the year that the edition came."""
    names = [municipality.name for municipality in registry()]
    return tuple(
        made_evaluation(name, edition, edition, total=total, first=first)
        for name, total in zip(names, totals, strict=False)
    )


def context_of(archive: Archive, language: str = "sv") -> Context:
    """What the views of an archive are made from."""
    return Context(archive, Language(language))


@cache
def real_archive() -> Archive:
    """The project's own evaluations; every file must be right."""
    reading = read_folder(EVALUATIONS, "evaluations", registry(), catalogue())
    assert not reading.problems
    return Archive(reading.evaluations, reading.known, registry(), catalogue())
