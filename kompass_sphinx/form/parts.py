"""The parts of a file's value by the way to them, all of which may be missing or of another kind."""

from __future__ import annotations

from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.nodes import Value


def mapping(value: Value) -> dict[str, Value]:
    """A value that should be a mapping; an empty one when it is none."""
    return value if isinstance(value, dict) else {}


def part_at(value: Value, loc: Loc) -> Value:
    """What stands at a place; None for nothing."""
    for segment in loc:
        value = mapping(value).get(str(segment))
    return value


def items_at(value: Value, loc: Loc) -> list[Value]:
    """The items of the list at a place."""
    found = part_at(value, loc)
    return found if isinstance(found, list) else []


def place(value: dict[str, Value], loc: Loc, new: Value) -> None:
    """Put something in its place, with the mappings around it; None takes away what is there."""
    holder = value
    for segment in loc[:-1]:
        inner = holder.get(str(segment))
        if not isinstance(inner, dict):
            inner = holder[str(segment)] = {}
        holder = inner
    if new is None:
        holder.pop(str(loc[-1]), None)
    else:
        holder[str(loc[-1])] = new


def prune(value: dict[str, Value], base: Value) -> None:
    """Take away the mappings that have become empty since ``base``."""
    for key, inner in list(value.items()):
        if isinstance(inner, dict):
            before = mapping(base).get(key)
            prune(inner, before)
            if not inner and before:
                del value[key]
