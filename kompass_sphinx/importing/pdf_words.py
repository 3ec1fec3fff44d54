"""The words of a page of a PDF with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_SIGN = "•"
_SIGN_FONT = re.compile(r"wingdings|webdings|dingbats", re.IGNORECASE)
_BOLD_FONT = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SMALLEST = 4.0
# The share of a letter's size that parts two words: what justified lines press a space to at the least.
_SPACE = 0.15
# Bold made by printing twice is less apart than this, in points; two letters alike are more.
_TWICE = 0.8
# A drawn list sign, as shares of the letters' size: its width and height, and how far its text is at the most.
_LEAST_SIGN, _MOST_SIGN, _SIGN_GAP = 0.15, 0.85, 2.5
_LARGEST_SIGN = 30
# So many small things on a page are a drawing.
_MOST_SIGNS = 300


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands on the page, in points from the page's upper left corner.

    ``spaced`` says that a space is printed after it, also at the end of a line.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    spaced: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the word."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def words_of(page: Any) -> list[Word]:
    """The words of a page of pdfplumber that can be read, and a sign for each drawn one that a text begins with."""
    chars = _once(char for char in page.chars if _is_read(char, page.bbox))
    for char in chars:
        # The signs of these fonts are stored as letters.
        if _SIGN_FONT.search(char["fontname"]) and char["text"].strip():
            char["text"] = _SIGN
    spaces: dict[int, list[float]] = {}
    for char in chars:
        if char["text"].isspace():
            spaces.setdefault(round(char["top"]), []).append(char["x0"])
    words = [_word(word, spaces.get(round(word["top"]), ())) for word in _put_together(chars)]
    return [*words, *_drawn_signs([*page.curves, *page.images, *page.rects], words)]


def inside(words: Iterable[Word], box: Box) -> list[Word]:
    """The words whose middle is in a box."""
    left, top, right, bottom = box
    return [word for word in words if left <= word.middle[0] <= right and top <= word.middle[1] <= bottom]


def _is_read(char: dict[str, Any], page: Box) -> bool:
    """Whether a letter is upright, large enough and on the page."""
    on_page = page[0] - 1 <= char["x0"] <= page[2] and page[1] - 1 <= char["top"] <= page[3]
    return bool(on_page and char["upright"] and char["size"] >= _SMALLEST)


def _once(chars: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The letters without those that are printed a second time over themselves."""
    places: dict[tuple[str, int], list[tuple[float, float]]] = {}
    kept = []
    for char in chars:
        x, y = char["x0"], char["top"]
        seen = places.setdefault((char["text"], round(y / 4)), [])
        if not any(abs(x - other_x) < _TWICE and abs(y - other_y) < _TWICE for other_x, other_y in seen):
            seen.append((x, y))
            kept.append(char)
    return kept


def _put_together(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from pdfplumber.utils.text import extract_words

    words: list[dict[str, Any]] = extract_words(chars, x_tolerance_ratio=_SPACE, y_tolerance=2, return_chars=True)
    return words


def _word(word: dict[str, Any], spaces: Iterable[float]) -> Word:
    first = word["chars"][0]
    return Word(
        word["text"],
        float(word["x0"]),
        float(word["x1"]),
        float(word["top"]),
        float(word["bottom"]),
        float(first["size"]),
        bool(_BOLD_FONT.search(first["fontname"])),
        any(abs(space - word["x1"]) < _TWICE for space in spaces),
    )


def _drawn_signs(things: Sequence[dict[str, Any]], words: Sequence[Word]) -> Iterator[Word]:
    """A word for each small drawing or picture just left of a text: browsers draw the signs of a list."""
    boxes = [tuple(float(thing[side]) for side in ("x0", "top", "x1", "bottom")) for thing in things]
    small = [box for box in boxes if box[2] - box[0] < _LARGEST_SIGN and box[3] - box[1] < _LARGEST_SIGN]
    if len(small) > _MOST_SIGNS:
        return
    for x0, top, x1, bottom in small:
        middle = (top + bottom) / 2
        beside = [
            word
            for word in words
            if 0 <= word.x0 - x1 <= _SIGN_GAP * word.size
            and word.top <= middle <= word.bottom
            and word.text[:1].isalpha()
            and all(_LEAST_SIGN * word.size <= side <= _MOST_SIGN * word.size for side in (x1 - x0, bottom - top))
        ]
        if beside:
            word = min(beside, key=lambda word: word.x0)
            yield Word(_SIGN, x0, x1, word.top, word.bottom, word.size, word.bold)
