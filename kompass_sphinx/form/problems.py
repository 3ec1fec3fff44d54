"""What is wrong with a file, at the fields that it is about."""

from __future__ import annotations

import re
from bisect import bisect_right

from kompass_sphinx.reading.problems import Code, Loc, Place, Problem
from kompass_sphinx.writing.nodes import Mapping, Node, Sequence, compose

_MISSING_KEY = re.compile(r"( *)# ?([a-z_]+):")
"""A key in a comment: not known yet, as in the draft of an import."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class FieldPlaces:
    """The way to what stands at a line and column of a text that was not broken."""

    def __init__(self, text: str) -> None:
        self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._text = text
        self._locs: dict[Place, Loc] = {}
        self._keys: dict[Place, Loc] = {}
        self._walk(compose(text), ())
        # The last value on each line: what a comment behind it is about.
        self._on_line = {place.line: loc for place, loc in sorted(self._locs.items())}

    def at(self, problem: Problem) -> Loc:
        """The way to the value that a problem, or the comment at its place, is about; nothing for the whole file."""
        exact = self._locs.get(problem.place)
        if exact is not None or problem.code not in (Code.UNSURE, Code.NOT_RESTATED):
            return exact or ()
        missing = _MISSING_KEY.match(self._text, self._line_starts[problem.line - 1])
        if missing is None:
            return self._on_line.get(problem.line, ())
        return (*self._around(problem.line, len(missing.group(1)) + 1), missing.group(2))

    def _around(self, line: int, column: int) -> Loc:
        """The way to the mapping that a key at a line and column would belong to."""
        above = [place for place in self._keys if place.line < line and place.column <= column]
        if not above or column == 1:
            return ()
        place = max(above)
        return self._keys[place][:-1] if place.column == column else self._keys[place]

    def _walk(self, node: Node, loc: Loc) -> None:
        # A mapping begins where its first key does: what is wrong there is about all of it.
        if loc:
            self._locs.setdefault(self._place(node.start), loc)
        if isinstance(node, Mapping):
            for key, value in node.entries:
                here = (*loc, key.value or "")
                self._keys[self._place(key.start)] = here
                if key.start != node.start or loc:
                    self._locs.setdefault(self._place(key.start), here)
                self._walk(value, here)
        elif isinstance(node, Sequence):
            for index, item in enumerate(node.items):
                self._walk(item, (*loc, index))

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)
