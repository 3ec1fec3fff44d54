"""Evaluations as JSON: everything the archive knows, names in Swedish, keys in English (docs/reference/json.md)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.items import FindingItem
from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.exports.lines import in_lines
from kompass_sphinx.model.edition import Area, Edition
from kompass_sphinx.model.evaluation import AreaResult, Benchmark, Evaluation, Evaluator, Example, Finding, Note, Source
from kompass_sphinx.model.municipality import Municipality

FORMAT_VERSION = 1
LICENCE = "CC0-1.0"


def evaluation_text(archive: Archive, evaluation: Evaluation) -> str:
    """The JSON text of one evaluation, the same bytes each time."""
    return _dumped(evaluation_json(archive, evaluation))


def evaluation_json(archive: Archive, evaluation: Evaluation) -> dict[str, Any]:
    """One evaluation; what is unknown is left out, never null, and a whole number is an int."""
    edition = archive.edition(evaluation)
    municipality = archive.municipality(evaluation)
    items = archive.items_of(evaluation)
    strengths, improvements = _by_area(items.strengths), _by_area(items.improvements)
    return _without_empty(
        {
            "id": f"{municipality.slug}/{evaluation.year}",
            "municipality": municipality_json(municipality),
            "year": evaluation.year,
            "edition": evaluation.edition,
            "visited": evaluation.visited,
            "published": evaluation.published,
            "first": evaluation.first,
            "interviews": evaluation.interviews,
            "evaluators": [_part_json(one) for one in evaluation.evaluators],
            "total": _figure(evaluation.total),
            "summary": evaluation.summary,
            "areas": [
                _area_json(
                    area,
                    archive.catalogue.theme_of(evaluation.edition, number).id,
                    evaluation.areas[number],
                    strengths.get(number, []),
                    improvements.get(number, []),
                )
                for number, area in edition.areas.items()
                if number in evaluation.areas
            ],
            "examples": [{"id": item.address, **_part_json(item.example)} for item in items.examples],
            "benchmarks": [
                _benchmark_json(archive.catalogue.editions[one.edition], one) for one in evaluation.benchmarks
            ],
            "sources": [_part_json(one) for one in evaluation.sources],
            "notes": [_part_json(one) for one in evaluation.notes],
        }
    )


def line_beginning(slug: str, year: int) -> str:
    """What the text of an evaluation begins with, and that of no other."""
    return f'{{"id":"{slug}/{year}",'


def archive_text(archive: Archive, evaluations: Iterable[str], announcement: str = "") -> Iterator[str]:
    """The whole archive as JSON text, in parts, from the texts of its evaluations; each on a line of its own.

    ``announcement`` is what the site says on every page, such as that everything is made up.
    """
    yield archive_head(archive, announcement)
    yield from in_lines(text.rstrip() for text in evaluations)
    yield "]}\n"


ARCHIVE_BEGINNING = '{"format":'


def archive_head(archive: Archive, announcement: str = "") -> str:
    """The line before those of evaluations in the text of the whole archive."""
    around = as_text(_around_evaluations(archive, announcement)).removesuffix("}\n")
    return f'{around},"evaluations":['


def as_text(value: dict[str, Any] | list[Any]) -> str:
    """The value as JSON without spaces, the same bytes each time."""
    return _dumped(_whole_numbers(value))


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


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


def _area_json(
    area: Area, theme: str, result: AreaResult, strengths: list[dict[str, Any]], improvements: list[dict[str, Any]]
) -> dict[str, Any]:
    return _without_empty(
        {
            "number": area.number,
            "name": area.name,
            "theme": theme,
            "points": _figure(result.points),
            "impression": result.impression,
            "questions": [
                _without_empty(
                    {
                        "number": number,
                        "name": area.questions[number].name,
                        "maximum": area.questions[number].maximum,
                        "points": _figure(figures.points),
                        "percent": _figure(figures.percent),
                    }
                )
                for number, figures in result.questions.items()
            ],
            "strengths": strengths,
            "improvements": improvements,
        }
    )


def _by_area(items: tuple[FindingItem, ...]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for item in items:
        found[item.area].append({"id": item.address, **_part_json(item.finding)})
    return found


def _benchmark_json(edition: Edition, benchmark: Benchmark) -> dict[str, Any]:
    return _without_empty(
        {
            **_part_json(benchmark),
            "total": _figure(benchmark.total),
            "areas": [
                {"number": number, "name": edition.areas[number].name, "points": _figure(points)}
                for number, points in benchmark.areas.items()
            ],
        }
    )


def _part_json(part: Evaluator | Finding | Example | Benchmark | Source | Note) -> dict[str, Any]:
    """The keys of a part that say something, in the format's order."""
    return {key: value for key in part.__slots__ if (value := getattr(part, key)) is not None}


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
    return _figure(value) if isinstance(value, float) else value


def _figure(value: float | None) -> float | None:
    """A figure as it is printed: 48, and not 48.0."""
    return int(value) if value is not None and value.is_integer() else value


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if part is not None and part != [] and part != ""}
