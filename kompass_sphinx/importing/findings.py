"""Strengths and improvements, under the area that the report speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kompass_sphinx.importing.document import BULLET, CELL
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.finding_headings import FindingHeading, Kind, finding_headings
from kompass_sphinx.importing.flow import folded
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.splitting import inner_capitals, split_at_capitals
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
            rest = _rest_of_item(flow.text[heading.end : stop])
            if rest and (kind, area) in latest:
                cut = done[latest[kind, area]].text
                whole = replace(cut, value=_joined(cut.value, rest))
                done[latest[kind, area]] = FoundFinding(kind, area, whole)
            for item in _items(flow, heading.end, stop, is_run_together=heading.is_within):
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
                found[last] = (kind, Read(_joined(before.value, parts.pop(0)), before.doubt or doubt, before.page))
            found += ((kind, Read(text, doubt, page)) for text in parts if text)
        offset += len(line) + 1
    yield from found


def _rest_of_item(text: str) -> str:
    """The end of an item that a page has cut, before the first sign of a list that goes on under its heading again."""
    before, sign, _ = text.partition(BULLET)
    rest = " ".join(before.split())
    return rest if sign and rest[:1].islower() else ""


def _items(flow: Flow, start: int, stop: int, *, is_run_together: bool) -> Iterator[Read[str]]:
    """The items of a list: by its signs, else by its lines, else by its capitals.

    Where its heading stands in the middle of a line, no sign and no line tells that an item ends.
    """
    text = flow.text
    lines: list[tuple[int, str]] = []
    offset = start
    for line in text[start:stop].split("\n"):
        # What is left of "3.6 Område 6", whose number stands before the heading.
        lines.append((offset, "" if _NUMBER_ALONE.fullmatch(line) else line.strip()))
        offset += len(line) + 1
    first_bullet = next((place for place, line in lines if line.startswith(BULLET)), stop)
    last_bullet = max((place for place, line in lines if line.startswith(BULLET)), default=-1)
    has_bullets = last_bullet >= 0
    items: list[tuple[int, str]] = []
    joined: set[int] = set()
    # The texts between the items that may be headings of something else, by the place of the item before.
    between: dict[int, str] = {}
    after_blank = False
    widest = max(len(line) for _, line in lines)
    before = ""
    for place, line in lines:
        is_apart = after_blank or (has_bullets and _has_room(before, line, widest))
        # A text between the items goes on; after a short line, as the head of a page is, the item does.
        goes_on_between = len(items) in between and not after_blank and len(before) >= _USED * widest
        before = line
        if not line:
            after_blank = bool(items)
            continue
        is_early = is_run_together and place < first_bullet
        if _is_question(line) and items and place > last_bullet >= 0:
            break
        if _is_question(line) and items:
            between[len(items)] = line
        elif line.startswith(BULLET) or ((not has_bullets or is_early) and not _continues(line, items)):
            items.append((place, line.removeprefix(BULLET).strip()))
        elif not items or _FOOTNOTE.match(line):
            # Words before the first sign belong to the heading.
            continue
        elif goes_on_between or (is_apart and (len(items) in between or not _continues(line, items))):
            # Headings within the list may follow; what comes after its last sign is other text.
            if place > last_bullet:
                break
            between[len(items)] = f"{between.get(len(items), '')} {line}".strip()
            continue
        else:
            if not has_bullets and line[0].isupper() and not _EXPLAINS.match(line):
                joined.add(items[-1][0])
            items[-1] = (items[-1][0], _joined(items[-1][1], line))
        after_blank = False
    # Lines of running text, not of a list: sentences end in the middle of them.
    is_prose = not has_bullets and 3 * sum(bool(_INNER_STOP.search(item)) for _, item in items) >= len(items) > 1
    # Where one line holds the end of an item and the beginning of another, no line tells where an item ends. After a
    # sign a single capital is rather a name's.
    is_broken = any(inner_capitals(item) > has_bullets or _TORN.search(item) for _, item in items)
    prose = _first_prose([item for _, item in items]) if len(items) > 1 and not has_bullets else None
    other: str | None = None
    for index, (place, item) in enumerate(items):
        other = between.get(index, other)
        page = flow.page_at(place)
        is_lone = not has_bullets and len(items) == 1
        parts = split_at_capitals(item) if is_lone or (is_run_together and place < first_bullet) else [item]
        doubt = None
        if is_run_together or len(parts) > 1 or is_prose or place in joined or is_broken:
            doubt = Doubt(message_id("The report runs items together; check where each begins and ends."))
        elif not has_bullets and len(items) > 1 and len(item) > 200:
            doubt = Doubt(message_id("A long text that may hold several items, or none."))
        elif prose is not None and index >= prose - 1:
            doubt = Doubt(message_id("Running text begins here, which may be of something else."))
        elif other is not None and _is_other(other):
            doubt = Doubt(message_id("Stands after other text: %(text)s"), text=other[:60])
        yield from (Read(part, doubt, page) for part in parts if part)


def _has_room(line: str, following: str, widest: int) -> bool:
    """Whether a line was ended before its width was used: the next one begins something else then."""
    first = following.partition(" ")[0]
    return first[:1].isupper() and len(line) + 1 + len(first) < _USED * widest


def _is_question(line: str) -> bool:
    """Whether a line in a list is a question, as headings are and findings are not."""
    return line.endswith("?") and line[0].isupper() and CELL not in line


def _first_prose(items: Sequence[str]) -> int | None:
    """The first of several items that reads as running text: two sentences, the second no explanation of the first."""
    return next((index for index, item in enumerate(items) if index and _TWO_SENTENCES.search(item)), None)


def _is_other(text: str) -> bool:
    """Whether a text between items says something itself: a sentence, or a question as a heading."""
    return text.endswith((".", "?", "!", ":"))


_INNER_STOP = re.compile(r"[a-zåäö]{3}[.!?] [A-ZÅÄÖ]")
# A sentence that goes on after its end: columns of a table that a page has cut stand in each other.
_TORN = re.compile(r"[a-zåäö]{5}\. [a-zåäö]")
_NUMBER_ALONE = re.compile(r"[\d.\s()]+")
_FOOTNOTE = re.compile(r"\d{1,2}\s+(?:Se|Jfr|Källa|http|www)\b")

# What an item is explained with, in a sentence of its own after it.
_EXPLAINS = re.compile(
    r"(?:Det|Detta|Den|Dessa|De|Här|Särskilt|Speciellt|Exempelvis|Till exempel|T\.ex\.|Såväl|Även|Dock|Internt|Också|"
    r"Man)\b"
)


_TWO_SENTENCES = re.compile(rf"[a-zåäö\d]{{2}}[.!?] (?!{_EXPLAINS.pattern})[A-ZÅÄÖ]")
_USED = 0.8


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
