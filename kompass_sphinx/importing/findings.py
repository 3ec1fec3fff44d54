"""Strengths and improvements, under the area that the report speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import BULLET, CELL
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.finding_headings import FindingHeading, Kind, finding_headings
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.splitting import split_at_capitals
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.area_headings import AreaHeading
    from kompass_sphinx.importing.flow import Flow


@dataclass(frozen=True, slots=True)
class FoundFinding:
    """A strength or an improvement as the report words it; ``area`` is None when the report has not said."""

    kind: Kind
    area: int | None
    text: Read[str]


def recognise_findings(
    flow: Flow, headings: Sequence[AreaHeading], sections: Sequence[AreaHeading]
) -> Iterator[FoundFinding]:
    """Every strength and improvement, in the order of the report; ``sections`` are the headings that text follows."""
    found = finding_headings(flow)
    stops = sorted([*(one.start for one in found), *(one.start for one in headings), len(flow.text)])
    for heading in found:
        stop = next(one for one in stops if one >= heading.end)
        area = next((one.area for one in reversed(sections) if one.start <= heading.start), None)
        if len(heading.kinds) == 1:
            for item in _items(flow, heading.end, stop):
                yield FoundFinding(heading.kinds[0], area, item)
        elif heading.kinds:
            for kind, item in _in_columns(flow, heading, stop):
                yield FoundFinding(kind, area, item)


def _in_columns(flow: Flow, heading: FindingHeading, stop: int) -> Iterator[tuple[Kind, Read[str]]]:
    """The findings of a table with strengths in one column and improvements in the other, row by row."""
    offset = heading.end
    for line in flow.text[heading.end : stop].split("\n"):
        cells = line.split(CELL)
        if len(cells) > 2:
            break
        page = flow.page_at(offset)
        for kind, cell in zip(heading.kinds, cells, strict=False):
            for text in filter(None, (part.strip() for part in cell.replace(BULLET, CELL).split(CELL))):
                # Without the other column it cannot be told which one was empty.
                doubt = Doubt(message_id("Strength or improvement? The row has one cell.")) if len(cells) == 1 else None
                yield kind, Read(text, doubt, page)
        offset += len(line) + 1


def _items(flow: Flow, start: int, stop: int) -> Iterator[Read[str]]:
    """The items of a list: by its signs, else by its lines, else by its capitals."""
    text = flow.text
    lines: list[tuple[int, str]] = []
    offset = start
    for line in text[start:stop].split("\n"):
        lines.append((offset, line.strip()))
        offset += len(line) + 1
    last_bullet = max((place for place, line in lines if line.startswith(BULLET)), default=-1)
    has_bullets = last_bullet >= 0
    items: list[tuple[int, str]] = []
    run_together: set[int] = set()
    after_blank = False
    for place, line in lines:
        if not line:
            after_blank = bool(items)
            continue
        if line.startswith(BULLET) or (not has_bullets and not _continues(line, items)):
            items.append((place, line.removeprefix(BULLET).strip()))
        elif not items or _FOOTNOTE.match(line):
            # Words before the first sign belong to the heading.
            continue
        elif after_blank and not _continues(line, items):
            # Headings within the list may follow; what comes after its last sign is other text.
            if place > last_bullet:
                break
            continue
        else:
            if not has_bullets and line[0].isupper() and not _EXPLAINS.match(line):
                run_together.add(items[-1][0])
            items[-1] = (items[-1][0], _joined(items[-1][1], line))
        after_blank = False
    for place, item in items:
        page = flow.page_at(place)
        parts = split_at_capitals(item) if not has_bullets and len(items) == 1 else [item]
        doubt = None
        if len(parts) > 1 or place in run_together:
            doubt = Doubt(message_id("The report runs items together; check where each begins and ends."))
        elif not has_bullets and len(items) > 1 and len(item) > 200:
            doubt = Doubt(message_id("A long text that may hold several items, or none."))
        yield from (Read(part, doubt, page) for part in parts if part)


_FOOTNOTE = re.compile(r"\d{1,2}\s+(?:Se|Jfr|Källa|http|www)\b")

# What an item is explained with, in a sentence of its own after it.
_EXPLAINS = re.compile(
    r"(?:Det|Detta|Den|Dessa|De|Här|Särskilt|Speciellt|Exempelvis|Till exempel|T\.ex\.|Såväl|Även|Dock|Internt|Också|"
    r"Man)\b"
)


def _continues(line: str, items: Sequence[tuple[int, str]]) -> bool:
    """Whether a line goes on with the one before: it begins in the middle of a sentence, or explains it."""
    if not items:
        return False
    if _EXPLAINS.match(line) and items[-1][1].endswith("."):
        return True
    return line[0].islower() or items[-1][1].endswith((",", "-", " och", " samt", " i", " av", " med", " för", " att"))


def _joined(before: str, line: str) -> str:
    """Two lines as one; a word divided at the end of the first is put together."""
    if before.endswith("-") and line[0].islower() and not line.startswith(("och ", "eller ", "samt ")):
        return before[:-1] + line
    return f"{before} {line}"
