"""A document as one running text, in which every place still knows its page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from kompass_sphinx.importing.document import Document, Line

_WITHOUT_ACCENTS = str.maketrans("åäöéüÅÄÖÉÜ", "aaoeuAAOEU")


FEWEST_LETTERS = 500
"""How long a text must be before the lack of Swedish letters says something."""


def folded(text: str) -> str:
    """The text without accents, sign for sign, as a careless conversion leaves it."""
    return text.translate(_WITHOUT_ACCENTS)


@dataclass(frozen=True)
class Flow:
    """The lines of a document, each ending with a line feed, as one text.

    Places in it are offsets, so that what is found in running text, in tables and across lines is found the same way.
    """

    lines: tuple[Line, ...]

    @classmethod
    def of(cls, document: Document) -> Flow:
        """The flow of a document's lines."""
        return cls(document.lines)

    @cached_property
    def text(self) -> str:
        """The running text."""
        return "".join(f"{line.text}\n" for line in self.lines)

    @cached_property
    def folded(self) -> str:
        """The running text without accents, with every place where it was: words are looked for here."""
        return folded(self.text)

    @cached_property
    def has_lost_accents(self) -> bool:
        """Whether a text long enough to tell has hardly any of the Swedish letters."""
        letters = sum(map(str.isalpha, self.text))
        accented = sum(one != other for one, other in zip(self.text, self.folded, strict=True))
        return letters > FEWEST_LETTERS and accented * 200 < letters

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins."""
        starts, offset = [], 0
        for line in self.lines:
            starts.append(offset)
            offset += len(line.text) + 1
        return tuple(starts)

    def line_at(self, offset: int) -> int:
        """The index of the line that holds a place."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def page_at(self, offset: int) -> int | None:
        """The page of a place, where the document has pages."""
        return self.lines[self.line_at(offset)].page if self.lines else None
