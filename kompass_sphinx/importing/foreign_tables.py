"""Score tables of another evaluation: an earlier year's, or another municipality's, as their headings say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.municipality_names import MunicipalityNames
    from kompass_sphinx.importing.score_tables import ScoreTable

HEADING = 400
"""How many signs before the first table of several belong to its heading."""

_YEAR = re.compile(r"(?<![\d-])20[0-4]\d(?![\d-])")


def without_foreign_tables(
    tables: Sequence[ScoreTable], text: str, names: MunicipalityNames, own: str | None, year: int | None
) -> list[ScoreTable]:
    """The tables whose heading does not say that they are of another municipality or year.

    Tables follow each other in the order of areas; a heading holds for all until the areas begin anew. Where every
    heading names somebody else, one of them may be no heading: all tables are given, as foreign.
    """
    kept = [table for series in _series(tables) for table in series if not _is_foreign(series, text, names, own, year)]
    return kept or [replace(table, is_foreign=True) for table in tables]


def _series(tables: Sequence[ScoreTable]) -> Iterator[list[ScoreTable]]:
    series: list[ScoreTable] = []
    for table in sorted(tables, key=lambda one: one.start):
        # The same rows may be read in several ways; those begin at the same place.
        if series and table.start != series[-1].start and table.area <= series[-1].area:
            yield series
            series = []
        series.append(table)
    if series:
        yield series


def _is_foreign(
    series: Sequence[ScoreTable], text: str, names: MunicipalityNames, own: str | None, year: int | None
) -> bool:
    heading = text[max(series[0].start - HEADING, 0) : series[0].start]
    # Only what stands after the table before.
    heading = heading[max((match.end() for match in re.finditer(r"\d\s*%", heading)), default=0) :]
    named = {one.name for one in names.mentions(heading)}
    years = {int(match[0]) for match in _YEAR.finditer(heading)}
    return bool((own and named and own not in named) or (year and years and year not in years))
