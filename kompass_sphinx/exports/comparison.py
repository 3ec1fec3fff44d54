"""What the page that compares evaluations has beside their own figures, and the list to choose them from."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.exports.json_twin import distribution_json
from kompass_sphinx.model.edition import Area, Edition, Question


def comparison_json(archive: Archive) -> dict[str, Any]:
    """What is constant when evaluations are compared.

    ``editions`` by their id, each with its areas by theme, and medians from n = 5; ``rules`` between editions;
    ``groups``: the code of the group in Kommungruppsindelning 2023, by the slug of the municipality.
    """
    return {
        "themes": list(archive.catalogue.themes),
        "editions": {str(edition.id): _edition_json(archive, edition) for edition in archive.catalogue},
        "rules": [
            {"earlier": one.earlier, "later": one.later, "rule": one.rule, "source": one.source}
            for one in archive.catalogue.comparability
        ],
        "groups": {slug: archive.registry.by_slug[slug].group_code for slug in archive.of_municipality},
    }


def evaluation_rows(archive: Archive) -> list[list[Any]]:
    """Slug, municipality, year, edition and total (or None) of every evaluation, in the order of the names."""
    return [
        [slug, one.municipality, one.year, one.edition, one.total]
        for slug, evaluations in archive.of_municipality.items()
        for one in evaluations
    ]


def _edition_json(archive: Archive, edition: Edition) -> dict[str, Any]:
    return {
        "total": distribution_json(archive.figures[edition.id].totals),
        "themes": {
            theme: _area_json(archive, archive.catalogue.area_of(edition.id, theme))
            for theme in archive.catalogue.themes
        },
    }


def _area_json(archive: Archive, area: Area) -> dict[str, Any]:
    return {
        "number": area.number,
        "name": area.name,
        **distribution_json(archive.figures[area.edition].areas[area.number]),
        "questions": [_question_json(archive, question) for question in area.questions.values()],
    }


def _question_json(archive: Archive, question: Question) -> dict[str, Any]:
    """A sub-question; ``same`` names the one of the edition before that is the same, as ``2010/1.3``."""
    found: dict[str, Any] = {"number": question.number, "name": question.name}
    if question.maximum is not None:
        found["maximum"] = question.maximum
    figures = archive.figures[question.edition].questions
    found |= distribution_json(figures.get(question.number, Distribution(())))
    for counterpart in archive.catalogue.counterparts(question):
        if counterpart.is_earlier and counterpart.relation == "same":
            found["same"] = f"{counterpart.question.edition}/{counterpart.question.number}"
    return found
