"""What is printed at the head or foot of every page: left out, so that it does not stand in the middle of a text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kompass_sphinx.importing.document import Line

_NUMBER = re.compile(r"\d+")
_FEWEST_PAGES = 3
_DEEPEST = 4
_COUNTING_SHARE = 0.34
_SAME_SHARE = 0.6
_LONG = 8
_PAGE_NUMBER = "\x00"

# What a report repeats or counts for every area, on slides also at the top of a page.
_HEADINGS = re.compile(r"styrk|förbättring|poäng|sammanfatt|utvecklings|område|kriteri|fråga|kapitel|avsnitt")


def without_running_heads(lines: Iterable[Line]) -> list[Line]:
    """The lines without those that repeat at the top or the bottom of the pages.

    A line repeats when most pages have it as it is, or when a number in it counts the pages; other figures never
    make a line a running head. What says more than the page's number stays where it stands first: the report's
    title may be nowhere else.
    """
    lines = list(lines)
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.page is not None and line.text.strip():
            pages.setdefault(line.page, []).append(index)
    if len(pages) < _FEWEST_PAGES:
        return lines
    dropped: set[int] = set()
    for at_top in (True, False):
        edges = {number: _edge(indices, at_top) for number, indices in pages.items()}
        dropped |= _repeated(lines, edges)
    return [line for index, line in enumerate(lines) if index not in dropped]


def _edge(indices: Sequence[int], at_top: bool) -> Sequence[int]:
    """The page's outermost lines, from outside; at most half of the page."""
    deepest = min(_DEEPEST, (len(indices) + 1) // 2)
    return indices[:deepest] if at_top else indices[::-1][:deepest]


def _repeated(lines: Sequence[Line], edges: dict[int, Sequence[int]]) -> set[int]:
    counts = Counter(
        key for number, edge in edges.items() for key in {key for at in edge for key in _keys(lines[at].text, number)}
    )
    seen: set[str] = set()
    dropped: set[int] = set()
    for number, edge in edges.items():
        for at in edge:
            key = next((key for key in _keys(lines[at].text, number) if _is_head(key, counts[key], len(edges))), None)
            if key is None:
                break
            if key in seen or (_PAGE_NUMBER in key and not _has_letter(key)):
                dropped.add(at)
            seen.add(key)
    return dropped


def _keys(text: str, page: int) -> Iterator[str]:
    """The line, and the line with each of its numbers as the distance from the page's number."""
    folded = " ".join(text.split()).casefold()
    for number in _NUMBER.finditer(folded):
        if len(number[0]) <= 4:
            distance = int(number[0]) - page
            yield f"{folded[: number.start()]}{_PAGE_NUMBER}{distance:+}{_PAGE_NUMBER}{folded[number.end() :]}"
    yield folded


def _is_head(key: str, count: int, pages: int) -> bool:
    if count < _FEWEST_PAGES or _HEADINGS.search(key):
        return False
    if _PAGE_NUMBER in key:
        return count >= pages * _COUNTING_SHARE
    # The same figure on most pages is a figure; the same date is a head.
    says_something = _has_letter(key) or len(key) >= _LONG
    return count >= pages * _SAME_SHARE and says_something


def _has_letter(text: str) -> bool:
    return any(sign.isalpha() for sign in text)
