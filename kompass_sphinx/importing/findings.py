"""Strengths and improvements, under the area that the report speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from kompass_sphinx.importing.document import BULLET
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.flow import folded
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.splitting import split_at_capitals
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kompass_sphinx.importing.area_headings import AreaHeading
    from kompass_sphinx.importing.flow import Flow

Kind = Literal["strengths", "improvements"]

_STRENGTHS = r"styrkor|starka sidor|styrkeområden"
_IMPROVEMENTS = (
    r"förbättringsområden|förbättringsmöjligheter|utvecklingsområden|utvecklingsmöjligheter|möjliga förbättringar|"
    r"förslag till förbättringar|förbättringspotential"
)
LIKENESS = 0.8
"""How much of a misspelt heading must be as it should."""

_KINDS: tuple[tuple[Kind, list[str]], ...] = (
    ("strengths", folded(_STRENGTHS).split("|")),
    ("improvements", folded(_IMPROVEMENTS).split("|")),
)
_ENDS = (
    r"sammanfattning|sammanfattande|utvärderarnas intryck|allmänt|goda exempel|att lära av|kommentar(?:er)?|"
    r"område [1-8]|kriterium [1-8]|rubriker|översikt|poängsammanställning|poängfördelning|bilaga"
)


def _either_case(words: str) -> str:
    """Words as a heading has them: the first letter or all letters in capitals."""
    forms = [form for word in folded(words).split("|") for form in (word[:1].upper() + word[1:], word.upper())]
    return "|".join(forms)


# A heading stands on a line of its own, or before a capital or a bullet where lines were lost.
_HEADING = re.compile(
    rf"(?<![\w”\"-])(?:(?P<strengths>{_either_case(_STRENGTHS)})|(?P<improvements>{_either_case(_IMPROVEMENTS)})"
    rf"|(?P<end>{_either_case(_ENDS)}))(?P<after>\s*:?[ \t]*(?:$|\n|(?={BULLET.strip()})|(?=[A-ZÅÄÖ\d])))",
    re.MULTILINE,
)


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
    text = flow.folded
    marks = [
        (match.start(), match.end(), _kind(match)) for match in _HEADING.finditer(text) if _is_heading(text, match)
    ]
    marks += _misspelt(flow, {start for start, _, _ in marks})
    marks.sort(key=lambda mark: mark[0])
    stops = sorted([*(start for start, _, _ in marks), *(heading.start for heading in headings), len(text)])
    for start, end, kind in marks:
        if kind is None:
            continue
        stop = next(one for one in stops if one >= end)
        area = next((heading.area for heading in reversed(sections) if heading.start <= start), None)
        for item in _items(flow, end, stop):
            yield FoundFinding(kind, area, item)


def _misspelt(flow: Flow, taken: set[int]) -> Iterator[tuple[int, int, Kind | None]]:
    """Lines of their own that are nearly a heading: a letter lost, a letter wrong."""
    for start, line in zip(flow.starts, flow.lines, strict=True):
        word = folded(line.text).strip(" #*:\t").casefold()
        if start in taken or not 5 <= len(word) <= 25 or line.text[:1].islower() or line.text.startswith(BULLET):
            continue
        for kind, words in _KINDS:
            near = (one for one in words if abs(len(one) - len(word)) <= 3)
            if any(SequenceMatcher(None, word, one).ratio() >= LIKENESS for one in near):
                yield start, start + len(line.text), kind
                break


def _kind(match: re.Match[str]) -> Kind | None:
    return "strengths" if match["strengths"] else "improvements" if match["improvements"] else None


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """Whether the words begin a line, or stand in a line so long that its own line feeds were lost."""
    line_start = text.rfind("\n", 0, match.start()) + 1
    before = text[line_start : match.start()].strip()
    if not before.strip("•*#_ \t0123456789.:"):
        return True
    line_end = text.find("\n", match.start())
    is_run_together = line_end - line_start > 300 or match["end"] is None
    return is_run_together and "\n" not in match["after"] and bool(re.search(r"[\w.?!”)]$", before))


def _items(flow: Flow, start: int, stop: int) -> Iterator[Read[str]]:
    """The items of a list: by its signs, else by its lines, else by its capitals."""
    text = flow.text
    lines: list[tuple[int, str]] = []
    offset = start
    for line in text[start:stop].split("\n"):
        lines.append((offset, line.strip()))
        offset += len(line) + 1
    has_bullets = any(line.startswith(BULLET) for _, line in lines)
    items: list[tuple[int, str]] = []
    after_blank = False
    for place, line in lines:
        if not line:
            after_blank = bool(items)
            continue
        if line.startswith(BULLET) or (not has_bullets and not _continues(line, items)):
            items.append((place, line.removeprefix(BULLET).strip()))
        elif not items:
            # Words before the first sign belong to the heading.
            continue
        elif after_blank and not _continues(line, items):
            break
        else:
            items[-1] = (items[-1][0], _joined(items[-1][1], line))
        after_blank = False
    for place, item in items:
        page = flow.page_at(place)
        parts = split_at_capitals(item) if not has_bullets and len(items) == 1 else [item]
        doubt = None
        if len(parts) > 1:
            doubt = Doubt(message_id("The report runs items together; check where each begins and ends."))
        elif not has_bullets and len(items) > 1 and len(item) > 200:
            doubt = Doubt(message_id("A long text that may hold several items, or none."))
        yield from (Read(part, doubt, page) for part in parts if part)


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
