"""Score tables of another evaluation: an earlier year's, or another municipality's, as their headings say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import BULLET
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.municipality_names import MunicipalityNames
    from kompass_sphinx.importing.score_tables import ScoreTable

HEADING = 400
"""How many signs before the first table of several belong to its heading."""

FOREIGN = Doubt(message_id("The text above the table names another municipality or year."))

_YEAR = re.compile(r"(?<![\d-])20[0-4]\d(?![\d-])")
_FIGURE = re.compile(r"\d\s*%")
_SENTENCE_END = re.compile(r"(?:[^\W\d_]|\d\d)[.!?]\s")
_ITEM = re.compile(rf"^{BULLET}.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about, as far as that is known: the municipality with the name ``own``, in ``year``."""

    names: MunicipalityNames
    own: str | None
    year: int | None

    def is_foreign(self, text: str) -> bool:
        """Whether a text names another municipality or year, and not the report's own."""
        named = {one.name for one in self.names.mentions(text)}
        years = {int(match[0]) for match in _YEAR.finditer(text)}
        return bool((self.own and named and self.own not in named) or (self.year and years and self.year not in years))

    def has_foreign_title(self, heading: str) -> bool:
        """Whether a heading is foreign, and so are its lines after the last sentence, the items of lists apart."""
        title = heading[max((match.end() for match in _SENTENCE_END.finditer(heading)), default=0) :]
        return self.is_foreign(heading) and self.is_foreign(_ITEM.sub("", title))


def without_foreign_tables(tables: Sequence[ScoreTable], text: str, subject: Subject) -> list[ScoreTable]:
    """The tables whose heading does not say that they are of another municipality or year.

    Tables follow each other in the order of areas; a heading holds for all until the areas begin anew. Tables are given
    as foreign where only sentences or lists say so, which may speak of something else, and where every heading does;
    then each of their figures is in doubt too, whatever it agrees with.
    """
    kept = []
    for series in _series(tables):
        heading = _heading(text, series[0].start)
        if not subject.has_foreign_title(heading):
            kept += [replace(table, is_foreign=subject.is_foreign(heading)) for table in series]
    return kept or [_in_doubt(table) for table in tables]


def _in_doubt(table: ScoreTable) -> ScoreTable:
    scores = {number: replace(score, doubt=score.doubt or FOREIGN) for number, score in table.scores.items()}
    return replace(table, is_foreign=True, scores=scores)


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


def _heading(text: str, start: int) -> str:
    """What stands before a table, after the table before."""
    heading = text[max(start - HEADING, 0) : start]
    return heading[max((match.end() for match in _FIGURE.finditer(heading)), default=0) :]
