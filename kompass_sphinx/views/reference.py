"""Reference tables: editions with their areas, what may be compared, problem codes."""

from __future__ import annotations

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.edition import Area
from kompass_sphinx.reading.codes import Code, Severity
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.targets import Target, theme_target


@dataclass(frozen=True, slots=True)
class EditionColumn:
    """An edition's heading."""

    name: str
    years: str


@dataclass(frozen=True, slots=True)
class AreaCell:
    """What a theme is in an edition; ``questions`` is empty where the sub-questions are not known."""

    number: str
    name: str
    also: tuple[str, ...]
    questions: str


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme and its area in each edition."""

    name: str
    target: Target
    areas: tuple[AreaCell, ...]


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
    return Editions(
        tuple(
            EditionColumn(
                context.text("Edition %(edition)s", edition=one.id), f"{one.first_year}–{one.last_year or ''}"
            )
            for one in catalogue
        ),
        tuple(
            ThemeRow(
                theme.name,
                theme_target(theme.id),
                tuple(_area_cell(context, catalogue.area_of(edition.id, theme.id)) for edition in catalogue),
            )
            for theme in catalogue.themes.values()
        ),
    )


def _area_cell(context: Context, area: Area) -> AreaCell:
    count = len(area.questions)
    return AreaCell(
        str(area.number),
        area.name,
        area.also,
        context.plural("%(n)s sub-question", "%(n)s sub-questions", count, n=count) if count else "",
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
    """Every problem code, but those of warnings."""
    return _entries(context, Severity.ERROR)


def warnings(context: Context) -> tuple[ProblemEntry, ...]:
    """Every code of a warning."""
    return _entries(context, Severity.WARNING)


def _entries(context: Context, severity: Severity) -> tuple[ProblemEntry, ...]:
    translate = context.language.gettext
    return tuple(
        ProblemEntry(code.value, translate(code.meaning), translate(code.remedy))
        for code in Code
        if code.severity is severity
    )
