"""What the search of the whole site knows besides municipalities and examples: areas, sub-questions, prose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kompass_sphinx.model.edition import Catalogue
from kompass_sphinx.views.targets import theme_target

SITE_INDEX_FILE = "data/search/site.js"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page that people wrote: where it is, its headings, and its text without what data made."""

    page: str
    anchor: str
    page_title: str
    title: str
    text: str


def site_index(catalogue: Catalogue, slugs: Iterable[str], sections: Iterable[Section]) -> dict[str, Any]:
    """Slugs of the municipalities with a page; areas with all their names; sub-questions, newest edition first."""
    # The area pages are found as areas; their prose says the same eight times.
    area_pages = {theme_target(theme).page for theme in catalogue.themes}
    return {
        "municipalities": list(slugs),
        "areas": [
            [theme.id, theme.name, _other_names(catalogue, theme.id, theme.name)] for theme in catalogue.themes.values()
        ],
        "questions": [
            [edition.id, question.number, question.name]
            for edition in reversed(catalogue.editions.values())
            for area in edition.areas.values()
            for question in area.questions.values()
        ],
        "sections": [_row(section) for section in sections if section.page not in area_pages],
    }


def _row(section: Section) -> list[str]:
    return [section.page, section.anchor, section.page_title, section.title, section.text]


def _other_names(catalogue: Catalogue, theme: str, name: str) -> list[str]:
    """What the area was or is called in the editions, each name once."""
    areas = (catalogue.area_of(edition.id, theme) for edition in reversed(catalogue.editions.values()))
    names = [other for area in areas for other in (area.name, *area.also)]
    return [other for other in dict.fromkeys(names) if other != name]
