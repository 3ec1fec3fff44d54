"""Reference tables: editions with their areas, what may be compared, problem codes."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.reading.codes import Code
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.targets import Target, theme_target


@dataclass(frozen=True, slots=True)
class EditionColumn:
    """An edition's heading."""

    name: str
    years: str


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme and its area in each edition: number, name and other names in use."""

    name: str
    theme_index: int
    target: Target
    areas: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Editions:
    """The editions side by side, by theme."""

    columns: tuple[EditionColumn, ...]
    rows: tuple[ThemeRow, ...]


@dataclass(frozen=True, slots=True)
class ComparabilityRow:
    """What may be held against each other between two editions."""

    between: str
    rule: str
    source: str


@dataclass(frozen=True, slots=True)
class ProblemEntry:
    """A problem code, what it means and what to do."""

    code: str
    meaning: str
    remedy: str


def editions(context: Context) -> Editions:
    """The four editions and the areas that each theme is in them."""
    catalogue = context.archive.catalogue
    rows = []
    for index, theme in enumerate(catalogue.themes.values()):
        areas = [catalogue.area_of(edition.id, theme.id) for edition in catalogue]
        rows.append(
            ThemeRow(
                theme.name,
                index,
                theme_target(theme.id),
                tuple((str(area.number), area.name, ", ".join(area.also)) for area in areas),
            )
        )
    return Editions(
        tuple(
            EditionColumn(
                context.text("Edition %(edition)s", edition=one.id), f"{one.first_year}–{one.last_year or ''}"
            )
            for one in catalogue
        ),
        tuple(rows),
    )


def comparability(context: Context) -> tuple[ComparabilityRow, ...]:
    """The rules between successive editions."""
    return tuple(
        ComparabilityRow(
            context.text("%(earlier)s and %(later)s", earlier=one.earlier, later=one.later), one.rule, one.source
        )
        for one in context.archive.catalogue.comparability
    )


def problems(context: Context) -> tuple[ProblemEntry, ...]:
    """Every problem code."""
    translate = context.language.gettext
    return tuple(ProblemEntry(code.value, translate(code.meaning), translate(code.remedy)) for code in Code)
