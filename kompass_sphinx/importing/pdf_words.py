"""The words of a page of a PDF with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGN_FONT = re.compile(r"wingdings|webdings|dingbats", re.IGNORECASE)
_BOLD_FONT = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SMALLEST = 4.0
# The share of a letter's size that parts two words: what justified lines press a space to at the least.
_SPACE = 0.15


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands on the page, in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the word."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def words_of(page: Any) -> list[Word]:
    """The words of a page of pdfplumber: upright, large enough to be read, inside the page, each once."""
    box = page.bbox

    def is_read(thing: dict[str, Any]) -> bool:
        if thing["object_type"] != "char":
            return False
        inside: bool = box[0] - 1 <= thing["x0"] <= box[2] and box[1] - 1 <= thing["top"] <= box[3]
        return inside and thing["upright"] and thing["size"] >= _SMALLEST

    for char in page.chars:
        # The signs of these fonts are stored as letters.
        if _SIGN_FONT.search(char["fontname"]) and char["text"].strip():
            char["text"] = "•"
    found = (
        page.filter(is_read).dedupe_chars().extract_words(x_tolerance_ratio=_SPACE, y_tolerance=2, return_chars=True)
    )
    return [_word(word) for word in found]


def inside(words: Iterable[Word], box: tuple[float, float, float, float]) -> list[Word]:
    """The words whose middle is in a box of left, top, right and bottom."""
    left, top, right, bottom = box
    return [word for word in words if left <= word.middle[0] <= right and top <= word.middle[1] <= bottom]


def _word(word: dict[str, Any]) -> Word:
    first = word["chars"][0]
    return Word(
        word["text"],
        float(word["x0"]),
        float(word["x1"]),
        float(word["top"]),
        float(word["bottom"]),
        float(first["size"]),
        bool(_BOLD_FONT.search(first["fontname"])),
    )
