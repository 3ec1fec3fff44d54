"""Where everything stands in a YAML text: the values with their first and last sign, and the comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from kompass_sphinx.reading.straight import NULLS

Value = str | None | list["Value"] | dict[str, "Value"]
"""What YAML says when every scalar stays text."""

_COMMENT = re.compile(r"(?:^|(?<=[\s\ufeff]))#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; ``style`` is a quotation mark, | or >, or nothing when it is plain. ``end`` is behind it."""

    start: int
    end: int
    style: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values; ``flow`` when they stand in braces."""

    start: int
    end: int
    column: int
    flow: bool
    entries: tuple[tuple[Scalar, Node], ...]

    @property
    def value(self) -> dict[str, Value]:
        """What it says."""
        return {key.value or "": node.value for key, node in self.entries}


@dataclass(frozen=True, slots=True)
class Sequence:
    """The items of a list; ``flow`` when they stand in brackets. ``column`` is that of the hyphens."""

    start: int
    end: int
    column: int
    flow: bool
    items: tuple[Node, ...]

    @property
    def value(self) -> list[Value]:
        """What it says."""
        return [item.value for item in self.items]


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its hash sign to the end of the line; ``alone`` when nothing but space stands before it."""

    start: int
    end: int
    alone: bool


def compose(text: str) -> Node:
    """The values of a text that ``reading.yaml_text.parse`` finds nothing wrong with, except values left empty."""
    return _node(text, yaml.compose(text, Loader=yaml.CBaseLoader))


def comments(text: str, root: Node) -> tuple[Comment, ...]:
    """All comments, in their order; a hash sign within a value is none."""
    found = []
    position = 0
    for start, end in [*sorted(_spans(root)), (len(text), len(text))]:
        for match in _COMMENT.finditer(text, position, start):
            line_start = text.rfind("\n", 0, match.start()) + 1
            alone = not text[line_start : match.start()].strip(" \t\ufeff")
            found.append(Comment(match.start(), match.end(), alone))
        position = end
    return tuple(found)


def _spans(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        yield node.start, node.end
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key.start, key.end
            yield from _spans(value)
    else:
        for item in node.items:
            yield from _spans(item)


def _node(text: str, composed: Any) -> Node:
    start, column = composed.start_mark.index, composed.start_mark.column
    if isinstance(composed, yaml.ScalarNode):
        return _scalar(text, composed)
    # The end that libyaml tells for what stands in lines is where the next thing begins, behind all comments.
    if isinstance(composed, yaml.SequenceNode):
        items = tuple(_node(text, item) for item in composed.value)
        end = composed.end_mark.index if composed.flow_style else items[-1].end
        return Sequence(start, end, column, bool(composed.flow_style), items)
    entries = tuple((_scalar(text, key, is_key=True), _node(text, value)) for key, value in composed.value)
    end = composed.end_mark.index if composed.flow_style else entries[-1][1].end
    return Mapping(start, end, column, bool(composed.flow_style), entries)


def _scalar(text: str, composed: Any, *, is_key: bool = False) -> Scalar:
    start, end, style = composed.start_mark.index, composed.end_mark.index, composed.style or ""
    if style in ("|", ">"):
        end = start + len(text[start:end].rstrip())
    is_null = not is_key and not style and composed.value in NULLS
    return Scalar(start, end, style, None if is_null else composed.value)
