"""Strengths and improvements, under the area that the report speaks of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kompass_sphinx.importing.document import BULLET, CELL
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.finding_headings import FindingHeading, Kind, finding_headings
from kompass_sphinx.importing.finding_items import items_of_list, joined, rest_of_item
from kompass_sphinx.importing.flow import folded
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kompass_sphinx.importing.area_headings import AreaHeading
    from kompass_sphinx.importing.flow import Flow
    from kompass_sphinx.model.edition import Edition


@dataclass(frozen=True, slots=True)
class FoundFinding:
    """A strength or an improvement as the report words it; ``area`` is None when the report has not said."""

    kind: Kind
    area: int | None
    text: Read[str]


class _Above(NamedTuple):
    """The area whose list stands below its name, and the heading above the names."""

    area: int
    heading: FindingHeading


def recognise_findings(
    flow: Flow, headings: Sequence[AreaHeading], sections: Sequence[AreaHeading]
) -> list[FoundFinding]:
    """Every strength and improvement, in the order of the report; ``sections`` are the headings that text follows."""
    found = finding_headings(flow)
    joint = _joint(found, flow.text)
    above = _above_areas(found, headings, flow.text)
    # Below both headings nothing tells in the lists of several areas either.
    joint |= {one for one, heading in above.items() if heading.heading in joint}
    found = sorted([*found, *above], key=lambda one: one.start)
    stops = sorted([*(one.start for one in found), *(one.start for one in headings), len(flow.text)])
    starts = [one.start for one in sections]
    done: list[FoundFinding] = []
    latest: dict[tuple[Kind, int | None], int] = {}
    for heading in found:
        # A list below an area's name has a heading without words, which begins where it ends.
        stop = stops[(bisect_right if heading.start == heading.end else bisect_left)(stops, heading.end)]
        section = bisect_right(starts, heading.start) - 1
        area = above[heading].area if heading in above else (sections[section].area if section >= 0 else None)
        if len(heading.kinds) == 1:
            kind = heading.kinds[0]
            rest = rest_of_item(flow.text[heading.end : stop])
            if rest and (kind, area) in latest:
                cut = done[latest[kind, area]].text
                whole = replace(cut, value=joined(cut.value, rest))
                done[latest[kind, area]] = FoundFinding(kind, area, whole)
            for item in items_of_list(flow, heading.end, stop, is_run_together=heading.is_within):
                text = replace(item, doubt=_JOINT) if heading in joint else item
                latest[kind, area] = len(done)
                done.append(FoundFinding(kind, area, text))
        elif heading.kinds:
            done += (FoundFinding(kind, area, item) for kind, item in _in_columns(flow, heading, stop))
    return done


def with_doubtful_names(found: Iterable[FoundFinding], edition: Edition) -> Iterator[FoundFinding]:
    """The findings with a doubt at those that are the name of a sub-question, as headings within a list are."""
    names = {_plain(one.name) for area in edition.areas.values() for one in area.questions.values()}
    for one in found:
        is_name = one.text.doubt is None and _plain(one.text.value) in names
        yield replace(one, text=replace(one.text, doubt=_NAME)) if is_name else one


def _plain(text: str) -> str:
    return folded(text).casefold().strip(" .:")


def _above_areas(
    found: Sequence[FindingHeading], headings: Sequence[AreaHeading], text: str
) -> dict[FindingHeading, _Above]:
    """A heading for each list below an area's name where one heading stands above several areas."""
    added = {}
    starts = [one.start for one in headings]
    areas = set(starts)
    others = [one for one in found if one.kinds or one.start not in areas]
    for heading, following in pairwise([*others, FindingHeading(len(text), len(text), ())]):
        below = headings[bisect_left(starts, heading.end) : bisect_left(starts, following.start)]
        if len(heading.kinds) != 1 or not below or text[heading.end : below[0].start].strip():
            continue
        ends = [*(one.start for one in below[1:]), following.start]
        for one, end in zip(below, ends, strict=True):
            if text[one.end : end].lstrip().startswith(BULLET):
                added[FindingHeading(one.end, one.end, heading.kinds)] = _Above(one.area, heading)
    return added


_NAME = Doubt(message_id("A sub-question has this name; it may be a heading."))
_JOINT = Doubt(message_id("Strength or improvement? Both headings stand above."))


def _joint(headings: Sequence[FindingHeading], text: str) -> set[FindingHeading]:
    """Headings right below one of the other kind: of two columns that were read as one nothing tells which is which."""
    return {
        heading
        for before, heading in pairwise(headings)
        if len(before.kinds) == len(heading.kinds) == 1 and before.kinds != heading.kinds
        if not text[before.end : heading.start].strip()
    }


def _in_columns(flow: Flow, heading: FindingHeading, stop: int) -> Iterator[tuple[Kind, Read[str]]]:
    """The findings of a table with strengths in one column and improvements in the other, row by row."""
    offset = heading.end
    body = flow.text[heading.end : stop]
    has_bullets = BULLET in body
    # Lists whose columns came apart: a line may belong to either.
    is_torn = has_bullets and any(line.strip() and CELL not in line for line in body.split("\n"))
    found: list[tuple[Kind, Read[str]]] = []
    for line in body.split("\n"):
        cells = line.split(CELL)
        if len(cells) > 2:
            break
        page = flow.page_at(offset)
        for kind, cell in zip(heading.kinds, cells, strict=False):
            # Without the other column it cannot be told which one was empty.
            is_unsure = is_torn or len(cells) == 1
            doubt = Doubt(message_id("Strength or improvement? The row has one cell.")) if is_unsure else None
            last = next((place for place in range(len(found) - 1, -1, -1) if found[place][0] == kind), None)
            goes_on = has_bullets and cell.strip() and not cell.strip().startswith(BULLET.strip()) and last is not None
            parts = [part.strip() for part in cell.replace(BULLET, CELL).split(CELL)]
            if goes_on and last is not None:
                before = found[last][1]
                found[last] = (kind, Read(joined(before.value, parts.pop(0)), before.doubt or doubt, before.page))
            found += ((kind, Read(text, doubt, page)) for text in parts if text)
        offset += len(line) + 1
    yield from found
