"""Where a report begins to speak of an area: "Område 3", "3. Politisk styrning och kontroll", or the name on a line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import CELL
from kompass_sphinx.importing.flow import folded
from kompass_sphinx.importing.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.flow import Flow
    from kompass_sphinx.model.edition import Area, Edition

# Looked for in the text without accents. A nought for an O is what reading a picture makes of it.
_NUMBERED = re.compile(r"\b(?:[O0]mrade|OMRADE|Kriterium|KRITERIUM)\s*(?P<area>[1-8])\b[.:]?")
_NUMBER = re.compile(r"(?<![\w.,])(?P<area>[1-8])[.:)]?\s+(?=[^\W\d_])")
_LINE = re.compile(r"(?:• )?\W*(?P<number>[1-8])?[.:)]?\s*(?P<name>[^\W\d].*)")
# What may follow a name in its heading: "62 poäng", "(62 av 100)"; "– Styrkor".
_POINTS_AFTER = re.compile(
    r"[\s:,(–—-]+\d{1,3}(?:[.,]5)?\s*(?:p|poäng)?(?:\s+av\s+100)?(?:\s*poäng)?\)?\s*$", re.IGNORECASE
)
_WORDS_AFTER = re.compile(r"(?:\s[–—-]\s|:\s)[^:–—]{3,40}$")
_LETTERS = re.compile(r"[^\W\d_]+")

LIKENESS, LIKENESS_WITH_NUMBER = 0.85, 0.65
"""How much of a misspelt name must be as it should, alone and after its area's number."""

LONGEST_HEADING = 120
"""The most signs of a line, or of its first cell, that can be a heading."""

SHORTEST_SECTION = 250
"""The fewest signs that a report says something of an area in; headings nearer than that are a list of areas."""


@dataclass(frozen=True, order=True, slots=True)
class AreaHeading:
    """The place of a heading: where it begins and ends, the area's number, and whether its name stands there too."""

    start: int
    end: int
    area: int
    is_named: bool


def area_headings(flow: Flow, edition: Edition) -> list[AreaHeading]:
    """Every place that names an area as a heading does, each once, in the order of the text."""
    found: dict[int, AreaHeading] = {}
    for heading in sorted(_all(flow, edition), key=lambda one: (one.start, -one.end)):
        last = next(reversed(found.values()), None)
        if last is not None and heading.start <= last.end:
            continue
        found[heading.start] = heading
    return list(found.values())


def sections(headings: list[AreaHeading], length: int) -> list[AreaHeading]:
    """The headings that text on the area follows: those of a contents list or a table of areas are left out.

    ``length`` is that of the whole text.
    """
    if not headings:
        return []
    followers = [(heading.start, heading.area) for heading in headings[1:]] + [(length, 0)]
    # A slide on strengths may be short; the next heading is the same area's then.
    is_short = [
        start - one.end < SHORTEST_SECTION and one.area != area
        for one, (start, area) in zip(headings, followers, strict=True)
    ]
    kept = []
    listed: Counter[int] = Counter()
    for heading, is_listed in zip(headings, is_short, strict=True):
        if is_listed:
            listed[heading.area] += 1
            continue
        # The last of a list is followed by other text, not by its own; what the list has named begins a chapter.
        if listed.total() < 3 or heading.area in listed:
            kept.append(heading)
        listed.clear()
    return kept


def _all(flow: Flow, edition: Edition) -> Iterator[AreaHeading]:
    text = flow.folded
    for match in _NUMBERED.finditer(text):
        area = edition.areas[int(match["area"])]
        end = _end_of_name(text, match.end(), area)
        yield AreaHeading(match.start(), end, area.number, is_named=end > match.end())
    patterns = {
        area.number: [re.compile(_pattern(name), re.IGNORECASE) for name in (area.name, *area.also)]
        for area in edition.areas.values()
    }
    for match in _NUMBER.finditer(text):
        number = int(match["area"])
        for pattern in patterns.get(number, ()):
            if named := pattern.match(text, match.end()):
                yield AreaHeading(match.start(), named.end(), number, is_named=True)
    names = [(area, _plain(name)) for area in edition.areas.values() for name in (area.name, *area.also)]
    for start, line in zip(flow.starts, flow.lines, strict=True):
        # A heading and its columns: the name is in the first cell, or in the one after its number.
        cells = [cell for cell in line.text.split(CELL) if cell.strip()]
        first = " ".join(cells[:2]) if cells and not _LETTERS.search(cells[0]) else "".join(cells[:1])
        found = _LINE.fullmatch(first) if len(first) <= LONGEST_HEADING else None
        if found is None:
            continue
        name = _POINTS_AFTER.sub("", found["name"])
        meant = _named(name, found["number"], names) or _named(_WORDS_AFTER.sub("", name), found["number"], names)
        if meant is not None:
            # In the cells beside the name may stand what the area got.
            end = line.text.index(cells[0]) + len(first)
            yield AreaHeading(start, start + end, meant.number, is_named=True)


def _end_of_name(text: str, start: int, area: Area) -> int:
    """Where a name that stands after its number ends; ``start`` when it is not there."""
    for pattern in map(_pattern, (area.name, *area.also)):
        match = re.compile(rf"\W*{pattern}", re.IGNORECASE).match(text, start)
        if match:
            return match.end()
    return start


def _pattern(name: str) -> str:
    """A name, however its words are spaced and joined."""
    return r"[\s,–—/-]*".join(re.escape(word) for word in _LETTERS.findall(folded(name))) + r"(?![\w])"


def _named(written: str, number: str | None, names: Sequence[tuple[Area, str]]) -> Area | None:
    """The area that a line names, a few letters wrong or not; with its number before it, the name may be worse."""
    best, found = 0.0, None
    wanted = _plain(written)
    for area, name in names:
        least = max(best, LIKENESS_WITH_NUMBER if number is not None and int(number) == area.number else LIKENESS)
        # A difference in length alone tells of nearly every line.
        if 2 * min(len(wanted), len(name)) <= least * (len(wanted) + len(name)):
            continue
        alike = likeness(wanted, name, least)
        if alike > least:
            best, found = alike, area
    return found


@lru_cache(maxsize=10_000)
def _plain(name: str) -> str:
    return " ".join(_LETTERS.findall(folded(name).casefold()))
