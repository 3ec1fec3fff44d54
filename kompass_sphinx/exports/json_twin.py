"""Evaluations as JSON: everything the archive knows, names in Swedish, keys in English (docs/reference/json.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.items import FindingItem
from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.model.edition import Area, Edition
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.municipality import Municipality

FORMAT_VERSION = 1
LICENCE = "CC0-1.0"


def evaluation_json(archive: Archive, evaluation: Evaluation) -> dict[str, Any]:
    """One evaluation; what is unknown is left out, never null."""
    edition = archive.edition(evaluation)
    municipality = archive.municipality(evaluation)
    known = evaluation.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    items = archive.items_of(evaluation)
    return _without_empty(
        {
            "id": f"{municipality.slug}/{evaluation.year}",
            "municipality": municipality_json(municipality),
            "year": evaluation.year,
            "edition": evaluation.edition,
            **{key: known.get(key) for key in ("visited", "published", "first", "interviews", "evaluators", "total")},
            "summary": evaluation.summary,
            "areas": [
                _area_json(archive, evaluation, area)
                for number, area in edition.areas.items()
                if number in evaluation.areas
            ],
            "examples": [
                {"id": item.address, **item.example.model_dump(mode="json", exclude_none=True)}
                for item in items.examples
            ],
            "benchmarks": [
                _benchmark_json(archive.catalogue.editions[one.edition], one.model_dump(mode="json", exclude_none=True))
                for one in evaluation.benchmarks
            ],
            "sources": known.get("sources"),
            "notes": known.get("notes"),
        }
    )


def archive_text(archive: Archive, evaluations: Iterable[str], announcement: str = "") -> str:
    """The whole archive as JSON text, made from the texts of its evaluations; each on a line of its own.

    ``announcement`` is what the site says on every page, such as that everything is made up.
    """
    around = as_text(_around_evaluations(archive, announcement)).removesuffix("}\n")
    lines = ",\n".join(text.rstrip("\n") for text in evaluations)
    return f'{around},"evaluations":[\n{lines}\n]}}\n'


def as_text(value: dict[str, Any] | list[Any]) -> str:
    """The value as JSON without spaces, the same bytes each time."""
    return json.dumps(_whole_numbers(value), ensure_ascii=False, separators=(",", ":")) + "\n"


def _around_evaluations(archive: Archive, announcement: str) -> dict[str, Any]:
    return {
        "format": FORMAT_VERSION,
        **({"announcement": announcement} if announcement else {}),
        "licence": LICENCE,
        "themes": [
            {"id": theme.id, "name": theme.name, "areas": {str(edition): area for edition, area in theme.areas.items()}}
            for theme in archive.catalogue.themes.values()
        ],
        "editions": [_edition_json(archive, edition) for edition in archive.catalogue],
        "known": [
            _without_empty(
                {
                    "code": known.code,
                    "municipality": known.municipality,
                    "year": known.year,
                    "evaluators": known.evaluators,
                    "source": known.source,
                }
            )
            for known in archive.known
        ],
    }


def municipality_json(municipality: Municipality) -> dict[str, str]:
    """A municipality with its county and its group in Kommungruppsindelning 2023."""
    return {
        "code": municipality.code,
        "name": municipality.name,
        "slug": municipality.slug,
        "county_code": municipality.county_code,
        "county": municipality.county,
        "group_2023_code": municipality.group_code,
        "group_2023": municipality.group,
    }


def _area_json(archive: Archive, evaluation: Evaluation, area: Area) -> dict[str, Any]:
    result = evaluation.areas[area.number]
    items = archive.items_of(evaluation)
    return _without_empty(
        {
            "number": area.number,
            "name": area.name,
            "theme": archive.catalogue.theme_of(evaluation.edition, area.number).id,
            "points": result.points,
            "impression": result.impression,
            "questions": [
                _without_empty(
                    {
                        "number": number,
                        "name": area.questions[number].name,
                        "maximum": area.questions[number].maximum,
                        "points": figures.points,
                        "percent": figures.percent,
                    }
                )
                for number, figures in result.questions.items()
            ],
            "strengths": [_finding_json(item) for item in items.strengths if item.area == area.number],
            "improvements": [_finding_json(item) for item in items.improvements if item.area == area.number],
        }
    )


def _finding_json(item: FindingItem) -> dict[str, Any]:
    return {"id": item.address, **item.finding.model_dump(mode="json", exclude_none=True)}


def _benchmark_json(edition: Edition, benchmark: dict[str, Any]) -> dict[str, Any]:
    areas = benchmark.pop("areas", {})
    return _without_empty(
        {
            **benchmark,
            "areas": [
                {"number": int(number), "name": edition.areas[int(number)].name, "points": points}
                for number, points in areas.items()
            ],
        }
    )


def _edition_json(archive: Archive, edition: Edition) -> dict[str, Any]:
    figures = archive.figures[edition.id]
    return _without_empty(
        {
            "id": edition.id,
            "first_year": edition.first_year,
            "last_year": edition.last_year,
            "total": distribution_json(figures.totals),
            "total_first": distribution_json(figures.first_totals),
            "total_repeated": distribution_json(figures.repeated_totals),
            "areas": [
                {
                    "number": area.number,
                    "name": area.name,
                    "theme": archive.catalogue.theme_of(edition.id, area.number).id,
                    **distribution_json(figures.areas[area.number]),
                    "questions": [
                        _without_empty({"number": question.number, "name": question.name, "maximum": question.maximum})
                        for question in area.questions.values()
                    ],
                }
                for area in edition.areas.values()
            ],
        }
    )


def distribution_json(distribution: Distribution) -> dict[str, Any]:
    """How many figures there are and, when they are enough, their median."""
    return _without_empty({"n": distribution.n, "median": distribution.median})


def _whole_numbers(value: Any) -> Any:
    """48.0 as 48, as it is printed."""
    if isinstance(value, dict):
        return {key: _whole_numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_whole_numbers(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if part is not None and part != [] and part != ""}
