"""A draft as its reader sees it: its values, and which of them carry a mark of doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from kompass_sphinx.reading.marks import UNSURE

Way = tuple[str | int, ...]
"""Keys and places in lists, from the whole to a part."""


@dataclass(frozen=True)
class DraftText:
    """The text of a draft; every scalar of ``values`` stays text."""

    text: str

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the text says as YAML."""
        values = yaml.load(self.text, yaml.CBaseLoader)
        assert isinstance(values, dict), "a draft is a mapping"
        return values

    @cached_property
    def comments(self) -> tuple[str, ...]:
        """The comment of every line, without its sign; empty where there is none."""
        return tuple(_comment(line) for line in self.text.split("\n"))

    @cached_property
    def set_aside(self) -> str:
        """Lines that are comments as a whole, one after the other: what a draft offers without saying it."""
        lines = self.text.split("\n")
        return "\n".join(
            comment for line, comment in zip(lines, self.comments, strict=True) if line.lstrip().startswith("#")
        )

    def get(self, *way: str | int) -> Any:
        """The value at a way, None when there is none."""
        value: Any = self.values
        for step in way:
            if isinstance(value, dict):
                value = value.get(str(step))
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def is_unsure(self, *steps: str | int) -> bool:
        """Whether the lines of the value at a way, or of its key, carry the mark.

        A mark on the line of a list or a group is about the list or group itself: it does not reach into it, but for
        the figures of a sub-question and the parts of a list's item, which are one thing to their reader.
        """
        way = tuple(map(str, steps))
        reaches = [way]
        if len(way) > 1 and (way[-3:-2] == ("questions",) or (way[0] != "areas" and way[-2].isdecimal())):
            reaches.append(way[:-1])
        return any(UNSURE in self.comments[line] for one in reaches for line in self._lines.get(one, ()))

    def marks_in_area(self, number: int, words: str) -> Iterator[str]:
        """Comments that say one of ``words`` of an area: within its part of the draft, or naming the area.

        A mark on the area's own line speaks of all that it lacks.
        """
        if self.is_unsure("areas", number):
            yield "area"
        wanted, named = re.compile(words, re.IGNORECASE), re.compile(rf"\bområde {number}\b", re.IGNORECASE)
        own = self._lines.get(("areas", str(number)), range(0))
        part = range(own.start, self._end_of_part(own.start)) if own else range(0)
        for index, comment in enumerate(self.comments):
            if (index in part and wanted.search(comment)) or named.search(comment):
                yield comment

    def _end_of_part(self, start: int) -> int:
        """The first line after ``start`` that is indented no deeper, whether it is a comment or not."""
        lines = self.text.split("\n")
        depth = len(lines[start]) - len(lines[start].lstrip())
        after = range(start + 1, len(lines))
        return next((index for index in after if lines[index][: depth + 1].strip()), len(lines))

    @cached_property
    def _lines(self) -> dict[tuple[str, ...], range]:
        root = yaml.compose(self.text, yaml.CBaseLoader)
        return dict(_lines_of(root, ())) if root is not None else {}


def _lines_of(node: yaml.Node, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], range]]:
    """The lines that are a value's own: all of a scalar's, of a group or list that has lines below it the key's."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*way, key.value)
            yield below, range(key.start_mark.line, _last_line(value, key) + 1)
            yield from _lines_of(value, below)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            below = (*way, str(index))
            yield below, range(value.start_mark.line, value.start_mark.line + 1)
            yield from _lines_of(value, below)


def _last_line(value: yaml.Node, key: yaml.Node) -> int:
    if not isinstance(value, yaml.ScalarNode):
        return int(key.end_mark.line)
    # The end of a block text is where the next thing begins.
    return int(value.end_mark.line - (1 if value.style in ("|", ">") else 0))


def _comment(line: str) -> str:
    """The comment on a line of a draft; signs within quotes are text."""
    quote = ""
    for index, sign in enumerate(line):
        if quote:
            if sign == quote and (quote == "'" or line[index - 1] != "\\"):
                quote = ""
        elif sign in "\"'" and (index == 0 or line[index - 1] in " {[,"):
            quote = sign
        elif sign == "#" and (index == 0 or line[index - 1].isspace()):
            return line[index + 1 :]
    return ""
