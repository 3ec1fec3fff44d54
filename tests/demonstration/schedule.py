"""Which made-up evaluations there are, in the order in which an archive of a growing count gets them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tests.archives import catalogue, registry
from tests.demonstration.draws import Draws

Key = tuple[str, int]
"""A municipality's slug and a year."""

LAST_LIKELY_YEAR, LAST_YEAR = 2025, 2045
"""Only an archive that has used up all years to the first goes on to the second; the format allows 2099."""

GOOD_EXAMPLE: Key = ("uppvidinge", 2018)
"""Of Tingsryd's group and county, and good at the sub-question that Tingsryd is weakest in."""

ALWAYS: tuple[Key, ...] = (
    ("tingsryd", 2019),
    ("helsingborg", 2017),
    ("helsingborg", 2014),
    ("mark", 2022),
    GOOD_EXAMPLE,
)
"""Those that the project's pages and tests lead to: the first ones of every archive."""

_SETTLED = {
    "tingsryd": (2019, 2023),
    "helsingborg": (2014, 2017, 2021),
    "mark": (2006, 2009, 2022, 2024),
    GOOD_EXAMPLE[0]: (2014, GOOD_EXAMPLE[1]),
}


@cache
def years_of(slug: str) -> tuple[int, ...]:
    """When a municipality has its first evaluations: one to five of them, some years apart."""
    if slug in _SETTLED:
        return _SETTLED[slug]
    draws = Draws("years", slug)
    years = [2002 + draws.below(17)]
    for _ in range(draws.below(5)):
        years.append(years[-1] + draws.between(2, 5))
    return tuple(year for year in years if year <= LAST_LIKELY_YEAR)


def edition_of(year: int) -> int:
    """The edition in use in a year."""
    return max(edition.id for edition in catalogue() if edition.first_year <= year)


@cache
def municipalities() -> tuple[str, ...]:
    """The slugs of all municipalities in the order in which they join the archive."""
    others = [municipality.slug for municipality in registry() if municipality.slug not in _SETTLED]
    return (*_SETTLED, *sorted(others, key=lambda slug: Draws("order", slug).share()))


@cache
def schedule() -> tuple[Key, ...]:
    """Every evaluation that can be made up; an archive of ``count`` has the first ``count`` of them."""
    planned = [(slug, year) for slug in municipalities() for year in years_of(slug)]
    return tuple(dict.fromkeys([*ALWAYS, *planned, *_between_the_planned(), *_after_all()]))


def _between_the_planned() -> Iterator[Key]:
    """The years between and after the planned ones, one of each municipality in turn."""
    years = {slug: range(years_of(slug)[0], LAST_LIKELY_YEAR + 1) for slug in municipalities()}
    left = {slug: Draws("more years", slug).some(those, len(those)) for slug, those in years.items()}
    while left:
        for slug in list(left):
            yield slug, left[slug].pop()
            if not left[slug]:
                del left[slug]


def _after_all() -> Iterator[Key]:
    for year in range(LAST_LIKELY_YEAR + 1, LAST_YEAR + 1):
        for slug in municipalities():
            yield slug, year
