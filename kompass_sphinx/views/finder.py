"""The form for finding good examples: what may be chosen, with counts; the results are made in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kompass_sphinx.archive.record_counts import IMPROVEMENT, KINDS, NAMED, STRENGTH, TOP_RESULT, record_counts
from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.order import swedish_key
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.result_messages import KIND_NAMES, KIND_SIGNS, result_messages
from kompass_sphinx.views.rich import Link
from kompass_sphinx.views.targets import theme_target


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to choose: ``value`` stands in the address, ``sign`` before the name when it has one.

    ``number`` is the count of records as it is printed.
    """

    value: str
    name: str
    count: int
    number: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """What results can be narrowed by; ``key`` is its name in the address. ``is_folded`` for the long ones."""

    key: str
    name: str
    values: tuple[FacetValue, ...]
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Finder:
    """Everything of the form. ``theme_areas`` has each theme's area number by edition; ``themes`` link to the areas.

    ``questions`` are all that the address may name, as 2016/4.3.
    """

    introduction: str
    facets: tuple[Facet, ...]
    theme_areas: dict[str, dict[int, int]]
    questions: tuple[str, ...]
    themes: tuple[Link, ...]
    editions: tuple[int, ...]
    result_messages: dict[str, Any]


def finder_view(context: Context) -> Finder:
    """The form with what the archive has."""
    archive = context.archive.but_texts
    catalogue = archive.catalogue
    counts = record_counts(archive)

    def value(key: str, name: str, count: int, sign: str = "") -> FacetValue:
        return FacetValue(key, name, count, context.language.digits(count), sign)

    groups = {one.group_code: one.group for one in archive.registry}
    counties = {one.county_code: one.county for one in archive.registry}
    return Finder(
        introduction=_introduction(context, counts.kinds),
        facets=(
            Facet(
                "slag",
                context.text("Kind of evidence"),
                tuple(
                    value(kind, context.language.gettext(name), counts.kinds[kind], KIND_SIGNS[kind])
                    for kind, name in KIND_NAMES.items()
                ),
            ),
            Facet(
                "omrade",
                context.text("Area"),
                tuple(value(one.id, one.name, counts.themes[one.id]) for one in catalogue.themes.values()),
            ),
            Facet("delfraga", context.text("Sub-question"), (), is_folded=True),
            Facet(
                "utgava",
                context.text("Edition"),
                tuple(value(str(one), str(one), counts.editions[one]) for one in reversed(catalogue.editions)),
            ),
            Facet(
                "grupp",
                context.text("Group of municipalities"),
                tuple(value(code, groups[code], counts.groups[code]) for code in sorted(groups)),
                is_folded=True,
            ),
            Facet(
                "lan",
                context.text("County"),
                tuple(
                    value(code, counties[code], counts.counties[code])
                    for code in sorted(counties, key=lambda code: swedish_key(counties[code]))
                ),
                is_folded=True,
            ),
            Facet(
                "ar",
                context.text("Year"),
                tuple(
                    value(str(year), str(year), counts.years[year])
                    for year in sorted({one.year for one in archive}, reverse=True)
                ),
                is_folded=True,
            ),
        ),
        theme_areas={theme.id: theme.areas for theme in catalogue.themes.values()},
        questions=tuple(
            f"{edition.id}/{number}"
            for edition in catalogue.editions.values()
            for area in edition.areas.values()
            for number in area.questions
        ),
        themes=tuple(Link(theme.name, theme_target(theme.id)) for theme in catalogue.themes.values()),
        editions=tuple(reversed(catalogue.editions)),
        result_messages=result_messages(context),
    )


def _introduction(context: Context, kinds: Mapping[str, int]) -> str:
    number = {kind: context.language.digits(kinds[kind]) for kind in KINDS}
    parts = {
        NAMED: context.plural("%(n)s named example", "%(n)s named examples", kinds[NAMED], n=number[NAMED]),
        STRENGTH: context.plural("%(n)s strength", "%(n)s strengths", kinds[STRENGTH], n=number[STRENGTH]),
        TOP_RESULT: context.plural("%(n)s top result", "%(n)s top results", kinds[TOP_RESULT], n=number[TOP_RESULT]),
        IMPROVEMENT: context.plural(
            "%(n)s improvement", "%(n)s improvements", kinds[IMPROVEMENT], n=number[IMPROVEMENT]
        ),
    }
    if not any(kinds.values()):
        return context.text("The archive has no examples yet.")
    listed = context.language.listing(parts[kind] for kind in KINDS if kinds[kind])
    return context.text("Search among %(list)s.", list=listed)
