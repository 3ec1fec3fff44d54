"""What a report says of the points of its areas, and of the total."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.language import message_id
from kompass_sphinx.model.points import Interval, total_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kompass_sphinx.importing.area_headings import AreaHeading
    from kompass_sphinx.importing.area_mentions import Mention
    from kompass_sphinx.importing.area_overview import Overview

AREAS = 8
MOST_TOTAL = 800
LEAST_TOTAL = 100
"""Fewer points than any evaluation got: smaller figures beside the word are an area's."""

_FIGURE = r"(?P<figure>\d{2,3}(?:[.,]5)?)(?!\d|[.,]\d|\s?%)"
_TOTALS = (
    re.compile(rf"\b(?:total\w*|summa|sammanlag\w*)\b[^\d\n%]{{0,60}}?(?<!\d){_FIGURE}", re.IGNORECASE),
    re.compile(rf"(?<![\d.,]){_FIGURE}\s?(?:p|poäng)\b", re.IGNORECASE),
)
# Words in the same sentence that make it a figure of many, or of somebody else.
_OTHERS = re.compile(r"(?:genomsnitt|snittet|medel|median|alla kommuner|tidigare|förra)\w*[^.!?\n]*$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")

# The box at the head of an area: a heading for the points, and the figure at the end of a line or cell.
BOX, ABOVE = 900, 40
_BOX_FIGURE = re.compile(
    r"(?:^|[\t|])[ ]*(?P<figure>\d{1,3}(?:[.,]5)?)[ ]*(?:p|poäng)?[ ]*(?=$|[\t|])", re.MULTILINE | re.IGNORECASE
)
_QUESTION_ROW = re.compile(r"^\s*[1-8][.,:]\s?[1-9]\b", re.MULTILINE)
_IN_WORDS = re.compile(
    r"(?<![\d.,])(?P<figure>\d{1,3}(?:[.,]5)?)\s*(?:p|poäng)?\s+av\s+(?:de\s+|totalt\s+)?(?:100|hundra)\b|\bPoäng\s*:?\s*(?P<after>\d{1,3}(?:[.,]5)?)\b(?!\s?%)",
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place of the report says that an area has; ``is_confirmed`` when the total of its table agrees."""

    points: float
    is_confirmed: bool = False


def claimed_totals(text: str) -> list[float]:
    """Every figure that can be the total, in the order of the text."""
    found = [(match.start(), _number(match["figure"])) for pattern in _TOTALS for match in pattern.finditer(text)]
    return [
        value
        for start, value in sorted(found)
        if LEAST_TOTAL < value <= MOST_TOTAL and not _OTHERS.search(text[max(start - 120, 0) : start])
    ]


def overview_claims(overview: Overview, year: int | None, totals: Sequence[float]) -> dict[int, Claim]:
    """The points by area in the column that is this evaluation's; empty when no column can be told for it."""
    width = max(map(len, overview.rows.values()))
    if width == 1:
        columns = [0]
    else:
        # The table's own heading; only without years in it what stands before.
        own = overview.heading.rstrip().rpartition("\n\n")[2]
        years = [int(match[0]) for match in _YEAR.finditer(own)] or [
            int(match[0]) for match in _YEAR.finditer(overview.heading)
        ]
        years = years[-width:]
        columns = [place for place in range(width) if place < len(years) and years[place] == year]
        columns = columns or [place for place in range(width) if _is_sum(overview, place, totals)]
    if len(columns) != 1:
        # The evaluation's own column stands first when nothing says otherwise, and is not certain then.
        columns = columns[:1] or [0]
        is_clear = False
    else:
        is_clear = True
    column = columns[0]
    is_confirmed = is_clear and len(overview.rows) == AREAS and _is_sum(overview, column, totals)
    return {
        area: Claim(row[column].value, is_confirmed)
        for area, row in overview.rows.items()
        if column < len(row) and row[column].value <= 100
    }


def _is_sum(overview: Overview, column: int, totals: Sequence[float]) -> bool:
    """Whether the figures of a column sum to its own total, or to one named elsewhere."""
    values = [row[column].value for row in overview.rows.values() if column < len(row)]
    own = {overview.total[column].value} if column < len(overview.total) else set(totals)
    return len(values) == AREAS and any(fits_sum(values, total) for total in own)


def fits_sum(values: Iterable[float], total: float) -> bool:
    """Whether printed points of all areas can have this total."""
    return bool(total_of(Interval.of_points(value, 100) for value in values) & Interval.of_points(total, MOST_TOTAL))


def box_claims(text: str, sections: Sequence[AreaHeading]) -> Iterator[tuple[int, Claim]]:
    """The points in the box at the head of each area, or in words there."""
    for index, section in enumerate(sections):
        stop = min(section.end + BOX, sections[index + 1].start if index + 1 < len(sections) else len(text))
        # A figure in the row of a sub-question is that sub-question's.
        row = _QUESTION_ROW.search(text, section.end, stop)
        head = text[section.end : row.start() if row else stop]
        match = _IN_WORDS.search(head)
        # The row of a box may have the area's name once more, below the word.
        is_repeated = index > 0 and sections[index - 1].area == section.area
        start = max(section.start - ABOVE, sections[index - 1].start) if is_repeated else section.start
        if match is None and re.search(r"poäng", text[start:stop], re.IGNORECASE):
            match = _BOX_FIGURE.search(head)
        if match is not None:
            points = _number(match["figure"] or match["after"])
            if points <= 100:
                yield section.area, Claim(points)


_POINTS_IN_SENTENCE = re.compile(r"(?<![\d.,])(?P<figure>\d{1,3}(?:[.,]5)?)\s?(?:p|poäng)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
LONGEST_SENTENCE = 120


def sentence_claims(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, Claim]]:
    """Points in the same sentence as an area's name: all that news and press releases have.

    Those after the name count before those in front of it, which may be another area's.
    """
    for index, mention in enumerate(mentions):
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
        previous = mentions[index - 1].end if index else 0
        after = _SENTENCE_END.split(text[mention.end : min(following, mention.end + LONGEST_SENTENCE)])[0]
        before = _SENTENCE_END.split(text[max(previous, mention.start - LONGEST_SENTENCE) : mention.start])[-1]
        match = _POINTS_IN_SENTENCE.search(after) or _POINTS_IN_SENTENCE.search(before)
        if match is not None and _number(match["figure"]) <= 100:
            yield mention.area, Claim(_number(match["figure"]))


def settle_total(areas: dict[int, Read[float]], totals: Sequence[float]) -> Read[float] | None:
    """The total: the named figure that the areas sum to; else the only one, or the most frequent, and in doubt."""
    values = [read.value for read in areas.values()]
    counts = Counter(totals)
    if len(values) == AREAS:
        fitting = [total for total, _ in counts.most_common() if fits_sum(values, total)]
        if fitting:
            # Of an area in doubt another figure may be right, and with it another total.
            several = counts if any(read.doubt for read in areas.values()) else fitting
            doubt = _several(several) if len(several) > 1 else None
            return Read(fitting[0], doubt)
    if not totals:
        return None
    best = counts.most_common(1)[0][0]
    if len(values) == AREAS:
        return Read(best, Doubt(message_id("The areas do not sum to it.")))
    if len(set(totals)) > 1:
        return Read(best, _several(totals))
    return Read(best, Doubt(message_id("Nothing in the report confirms it.")))


def _several(totals: Iterable[float]) -> Doubt:
    figures = ", ".join(f"{one:g}" for one in sorted(set(totals)))
    return Doubt(message_id("The report has several figures: %(figures)s."), figures=figures)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
