"""The table of the eight areas with their points, as a summary has it: by name, or by number alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kompass_sphinx.importing.figure_groups import Figure, figure_groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.area_mentions import Mention

FEWEST_AREAS = 5
MOST_LETTERS = 30
"""How many letters may stand between a name and the next besides figures: "poäng", a shortened heading."""

LONGEST_GAP = 160
_LETTER = re.compile(r"[^\W\d_]")
_TOTAL = re.compile(r"\W*(?:totalt?|summa|totalsumma|total ?poäng)\b[\s:|]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Overview:
    """Rows of figures by area, what stands before them (their headings), and the figures of the total below."""

    rows: dict[int, tuple[Figure, ...]]
    heading: str
    total: tuple[Figure, ...]
    start: int


def overviews(text: str, mentions: Sequence[Mention]) -> Iterator[Overview]:
    """Every table of areas with figures, in the order of the text; without regard to which column is which."""
    for run in _runs(text, mentions):
        rows: dict[int, tuple[Figure, ...]] = {}
        waiting: list[int] = []
        ends = [one.start for one in run[1:]] + [run[-1].end + LONGEST_GAP]
        for mention, end in zip(run, ends, strict=True):
            waiting.append(mention.area)
            group = next(iter(figure_groups(text, mention.end, min(end, mention.end + LONGEST_GAP))), [])
            group = [one for one in group if one.value <= 100] if mention is not run[-1] else group
            if not group:
                continue
            if len(waiting) > 1 and len(group) >= len(waiting):
                # Names first, then as many figures: a column that lost its rows.
                rows |= {area: (figure,) for area, figure in zip(waiting, group, strict=False)}
            elif len(waiting) == 1:
                rows[mention.area] = tuple(group)
            waiting = []
        if len(rows) >= FEWEST_AREAS and not _are_pages(rows):
            start = run[0].start
            last = max(figure.end for figure in rows[max(rows, key=lambda area: rows[area][-1].end)])
            yield Overview(rows, text[max(start - 200, 0) : start], _total(text, last), start)
    yield from _numbered(text)


def _are_pages(rows: dict[int, tuple[Figure, ...]]) -> bool:
    """Whether figures only grow, as the pages of a contents list do."""
    firsts = [rows[area][0].value for area in sorted(rows)]
    return all(before <= after for before, after in pairwise(firsts))


def _runs(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Successive mentions of areas in the order of their numbers, with nothing but figures between them."""
    run: list[Mention] = []
    for before, mention in pairwise([None, *mentions]):
        assert mention is not None
        if run and before is not None:
            between = text[before.end : mention.start]
            is_near = len(between) <= LONGEST_GAP and len(_LETTER.findall(between)) <= MOST_LETTERS
            if not is_near or mention.area <= before.area:
                if len(run) >= FEWEST_AREAS:
                    yield run
                run = []
        run.append(mention)
    if len(run) >= FEWEST_AREAS:
        yield run


def _total(text: str, start: int) -> tuple[Figure, ...]:
    match = _TOTAL.match(text, start)
    if not match:
        return ()
    groups = figure_groups(text, match.end(), match.end() + LONGEST_GAP)
    return tuple(groups[0]) if groups else ()


def _numbered(text: str) -> Iterator[Overview]:
    """Tables whose rows begin with 1 to 8 instead of a name, and whose figures run on, as in 1 68 60 2 73 64."""
    for group in figure_groups(text):
        # Years in the headings may stand together with the first row.
        for first in (place for place, figure in enumerate(group[:6]) if figure.value == 1 and len(group) >= 16):
            rows = _split(group[first:], 1)
            if rows is not None:
                start = group[first].start
                heading, total = text[max(start - 200, 0) : start], _total(text, group[-1].end)
                yield Overview({area: tuple(row) for area, row in enumerate(rows, 1)}, heading, total, start)
                break


def _split(figures: Sequence[Figure], number: int) -> list[list[Figure]] | None:
    """Rows that begin with ``number`` and the following ones, of nearly the same length; None when there are none."""
    if not figures or figures[0].value != number:
        return None
    if number == 8:
        return [list(figures[1:])]
    for length in (3, 2, 4, 1, 5):
        rest = _split(figures[length + 1 :], number + 1)
        if rest is not None and length + 1 >= len(rest[0]):
            return [list(figures[1 : length + 1]), *rest]
    return None
