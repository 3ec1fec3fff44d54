"""Where a text names an area at all, in tables and in prose, a few letters otherwise than its edition does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.importing.flow import folded
from kompass_sphinx.importing.likeness import likeness

if TYPE_CHECKING:
    from kompass_sphinx.model.edition import Edition

_WORD = re.compile(r"[^\W\d_]+")
_FIGURE_BETWEEN = re.compile(r"\d")
LIKENESS = 0.8
"""How much of a name must be as the edition has it."""

PREFIX = 3
"""How many letters the first word must begin with, so that few places are compared."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The place of an area's name."""

    start: int
    end: int
    area: int


def area_mentions(text: str, edition: Edition) -> list[Mention]:
    """Every place that names an area, in the order of the text; names that overlap count as the most alike."""
    words = [(match.start(), match.end(), folded(match[0]).casefold()) for match in _WORD.finditer(text)]
    names = [
        (area.number, [folded(word).casefold() for word in _WORD.findall(name)])
        for area in edition.areas.values()
        for name in (area.name, *area.also)
    ]
    by_prefix: dict[str, list[tuple[int, list[str]]]] = {}
    for number, name in names:
        by_prefix.setdefault(name[0][:PREFIX], []).append((number, name))
    found: list[Mention] = []
    for index, (start, _, word) in enumerate(words):
        if found and start < found[-1].end:
            continue
        best = (LIKENESS, 0, 0)
        for number, name in by_prefix.get(word[:PREFIX], ()):
            wanted = " ".join(name)
            for length in range(max(len(name) - 1, 1), len(name) + 3):
                if index + length > len(words):
                    break
                end = words[index + length - 1][1]
                if _FIGURE_BETWEEN.search(text, start, end):
                    break
                written = " ".join(one for _, _, one in words[index : index + length])
                best = max(best, (likeness(wanted, written, best[0]), number, end))
        if best[1]:
            found.append(Mention(start, best[2], best[1]))
    return found
