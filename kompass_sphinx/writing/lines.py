"""The lines of a text, each of which ends with a line end, and the comments on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kompass_sphinx.writing.edits import Edit
from kompass_sphinx.writing.new_text import STEP
from kompass_sphinx.writing.nodes import Comment


@dataclass(frozen=True, slots=True)
class Lines:
    """A text with its comments in their order; ``line_end`` is what new lines end with."""

    text: str
    line_end: str
    comments: tuple[Comment, ...]

    def start_of(self, position: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, position) + 1

    def after(self, position: int) -> int:
        """Where the line below a place begins."""
        return self.text.find("\n", position) + 1

    def spaces_end(self, position: int) -> int:
        """Where the spaces from a place on end."""
        while self.text[position] == " ":
            position += 1
        return position

    def indent_at(self, position: int) -> int:
        """How far in the line of a place stands."""
        start = self.start_of(position)
        return self.spaces_end(start) - start

    def shares_line(self, position: int) -> bool:
        """Whether something stands before a place on its line."""
        return bool(self.text[self.start_of(position) : position].strip())

    def joined(self, lines: Iterable[str]) -> str:
        """New lines as text."""
        return "".join(line + self.line_end for line in lines)

    def lead(self, start: int) -> int:
        """Where the comments and empty lines above a line begin."""
        while start > 0:
            line = self.start_of(start - 1)
            content = self.text[line:start].strip()
            if content and not content.startswith("#"):
                break
            start = line
        return start

    def moved_lead(self, start: int, end: int, column: int) -> str:
        """Comments and empty lines above an item, no further in than it, or they could become text."""
        lines = self.text[start:end].splitlines(keepends=True)
        return "".join(_no_further(line, column) for line in lines)

    def comments_in(self, start: int, end: int, column: int) -> str:
        """The comments on lines of their own, as lines, no further in than ``column``."""
        lines = []
        for one in self.comments:
            if one.alone and start <= one.start < end:
                line = self.text[self.start_of(one.start) : self.after(one.start)]
                lines.append(_no_further(line, column))
        return "".join(lines)

    def flow_comments(self, start: int, end: int) -> str:
        """The comments between braces, each of which needs a line end behind it."""
        within = [self.text[one.start : one.end] for one in self.comments if start <= one.start < end]
        indent = " " * STEP
        return "".join(f" {comment}{self.line_end}{indent}" for comment in within)

    def without(self, start: int, end: int, column: int) -> Edit:
        """Take lines out, but for the comments on lines of their own."""
        return Edit(start, end, self.comments_in(start, end, column))

    def keeping_comments(self, start: int, end: int) -> list[Edit]:
        """Put the comments between two places above the line of the first."""
        line = self.start_of(start)
        kept = self.comments_in(start, end, self.indent_at(start))
        return [Edit(line, line, kept)] if kept else []


def _no_further(line: str, column: int) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return line[max(0, indent - column) :] if line.strip() else line
