"""Words of a page put together to lines, by where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from kompass_sphinx.importing.document import CELL
from kompass_sphinx.importing.signs import as_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kompass_sphinx.importing.pdf_words import Word

# All shares are of the size of the letters.
_CELL_GAP = 0.9
_CELL_GAP_IN_TEXT = 1.6
_NO_GAP = 0.05
_STRETCHED = 2.2
_EVEN = 1.15
_A_LITTLE = 1.3
_FEWEST_STRETCHED = 4
_CLOSEST, _LEAST_PITCH, _MOST_PITCH, _USUAL_PITCH = 0.9, 1.0, 1.6, 1.2
_EMPTY_LINE = 1.3
_OTHER_SIZE = 1.12
_HANGING = 4.0


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return median(word.size for word in self.words)

    @property
    def is_bold(self) -> bool:
        """Whether all its words are."""
        return all(word.bold for word in self.words)

    def parts(self) -> list[list[Word]]:
        """The words between wide gaps: cells of a row of a table, or one part for a line of running text."""
        in_text, beside_figure = self._widest_spaces()
        parts = [[self.words[0]]]
        for before, word in pairwise(self.words):
            gap = word.x0 - before.x1
            figures = _is_number(before) + _is_number(word)
            # However far a line is stretched, two figures never become one cell.
            limit = (in_text, beside_figure, _CELL_GAP * self.size)[figures]
            hangs = len(parts) == 1 and _is_sign(parts[0]) and gap <= _HANGING * self.size
            if gap > limit and not hangs:
                parts.append([])
            parts[-1].append(word)
        return parts

    def text(self) -> str:
        """The line, with ``CELL`` in wide gaps."""
        return CELL.join(_text(part) for part in self.parts())

    def _widest_spaces(self) -> tuple[float, float]:
        """The widest gap that is still a space, between words and beside a figure; lines are stretched to a margin."""
        pairs = list(pairwise(self.words))
        in_text = [word.x0 - before.x1 for before, word in pairs if not (_is_number(before) or _is_number(word))]
        if len(in_text) >= _FEWEST_STRETCHED:
            usual = median(in_text)
            return max(_CELL_GAP * self.size, _STRETCHED * usual), max(_CELL_GAP * self.size, _A_LITTLE * usual)
        beside = [word.x0 - before.x1 for before, word in pairs if _is_number(before) or _is_number(word)]
        has_cells = max(in_text, default=0.0) > _CELL_GAP_IN_TEXT * self.size
        has_cells = has_cells or max(beside, default=0.0) > _CELL_GAP * self.size
        evenly = 1 < len(in_text) == len(pairs) and max(in_text) < _EVEN * min(in_text)
        widest = _CELL_GAP * self.size if has_cells else _CELL_GAP_IN_TEXT * self.size
        return max(in_text) if evenly else widest, _CELL_GAP * self.size


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The lines that words stand on, from the top: words on a line share at least half of their height."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top, word.x0)):
        home = next((row for row in reversed(rows[-4:]) if _share_line(row[0], word)), None)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    made = [Row(tuple(sorted(row, key=lambda word: word.x0))) for row in rows]
    return sorted(made, key=lambda row: row.bottom)


def lines_of(rows: Sequence[Row]) -> Iterator[str]:
    """The lines, with an empty one where there is more room between two than between lines of a paragraph."""
    pitch = _pitch(rows)
    before: Row | None = None
    for row in rows:
        if before is not None and _apart(before, row, pitch):
            yield ""
        yield row.text()
        before = row


def _text(words: Sequence[Word]) -> str:
    text = words[0].text
    for before, word in pairwise(words):
        text += word.text if word.x0 - before.x1 < _NO_GAP * word.size else f" {word.text}"
    return text


def _is_number(word: Word) -> bool:
    return word.text[:1].isdigit() or word.text == "%"


def _is_sign(words: Sequence[Word]) -> bool:
    return len(words) == 1 and not as_item(words[0].text).strip("• ")


def _share_line(one: Word, other: Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _pitch(rows: Sequence[Row]) -> float:
    """The usual distance between lines of a paragraph, as a share of the letters' size."""
    distances = [(row.bottom - before.bottom) / row.size for before, row in pairwise(rows) if not _differ(before, row)]
    # Less is between lines of cells beside each other.
    distances = sorted(distance for distance in distances if distance >= _CLOSEST)
    if not distances:
        return _USUAL_PITCH
    return min(max(distances[len(distances) // 5], _LEAST_PITCH), _MOST_PITCH)


def _apart(before: Row, row: Row, pitch: float) -> bool:
    distance = row.bottom - before.bottom
    if distance > _EMPTY_LINE * pitch * max(before.size, row.size):
        return True
    if _differ(before, row):
        return True
    # A heading in bold just above its text; an item may begin in bold, and the head of a table often is.
    texts = before.text(), row.text()
    return before.is_bold and not row.is_bold and not any(as_item(text) != text or CELL in text for text in texts)


def _differ(before: Row, row: Row) -> bool:
    larger, smaller = max(before.size, row.size), min(before.size, row.size)
    return larger > _OTHER_SIZE * smaller
