"""What roles can link to, and what a document holds of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.model.municipality import Registry
from kompass_sphinx.reading.folder import Key
from kompass_sphinx.views.targets import (
    EVALUATIONS,
    Target,
    evaluation_page,
    municipality_target,
    question_target,
    theme_target,
)

LIST_TARGET = "evaluations"
ANY = "any"
"""The type of a reference that may lead to any domain."""


@dataclass(frozen=True, slots=True)
class LinkedObject:
    """Something that roles link to: its title in running text and its place."""

    title: str
    target: Target


@dataclass(frozen=True, slots=True)
class Holdings:
    """The views (name and argument) in a document, and its references with what they lead to, None for nothing."""

    views: tuple[tuple[str, str], ...]
    references: tuple[tuple[tuple[str, str], LinkedObject | None], ...]


def objects_of(
    keys: Collection[Key], slugs: Iterable[str], registry: Registry, catalogue: Catalogue, list_title: str
) -> dict[tuple[str, str], LinkedObject]:
    """Everything that roles can link to, by type and target.

    ``keys`` are those of all evaluations, ``slugs`` those of the municipalities with a page.
    """
    objects = {("list", LIST_TARGET): LinkedObject(list_title, Target(EVALUATIONS))}
    years: dict[str, list[int]] = defaultdict(list)
    for slug, year in sorted(keys):
        years[slug].append(year)
    for slug in slugs:
        name = registry.by_slug[slug].name
        objects["municipality", slug] = LinkedObject(name, municipality_target(slug))
        for year in years[slug]:
            objects["evaluation", f"{slug}/{year}"] = LinkedObject(f"{name} {year}", evaluation_page(slug, year))
    for theme in catalogue.themes.values():
        objects["area", theme.id] = LinkedObject(theme.name, theme_target(theme.id))
    for edition in catalogue:
        for area in edition.areas.values():
            theme = catalogue.theme_of(edition.id, area.number)
            objects["area", f"{edition.id}/{area.number}"] = LinkedObject(area.name, theme_target(theme.id))
            for question in area.questions.values():
                objects["question", f"{edition.id}/{question.number}"] = LinkedObject(
                    f"{question.number} {question.name}", question_target(question)
                )
    return objects
