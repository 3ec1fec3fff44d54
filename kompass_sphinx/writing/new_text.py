"""Values that are new in a file, written as the archive's own files are."""

from __future__ import annotations

from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.nodes import Value
from kompass_sphinx.writing.scalar_text import can_be_folded, scalar_text

STEP = 2
"""How much further in each level stands."""

_LONG_TEXTS = frozenset({"summary", "impression"})


def entry_lines(key: str, value: Value, loc: Loc, column: int) -> list[str]:
    """The lines of a key with its value, the key at ``column``; ``loc`` is the way to the value."""
    pad = " " * column
    head = f"{pad}{key_text(key)}:"
    if isinstance(value, str) and key in _LONG_TEXTS and can_be_folded(value):
        return [f"{head} >-", f"{pad}{' ' * STEP}{value}"]
    if isinstance(value, dict | list) and value and not is_short(loc):
        return [head, *block_lines(value, loc, column + STEP)]
    return [f"{head} {flow_text(value, key) if is_short(loc) else inline_text(value, key)}"]


def block_lines(value: dict[str, Value] | list[Value], loc: Loc, column: int) -> list[str]:
    """The lines of a mapping or a list that is not empty."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in entry_lines(key, inner, (*loc, key), column)]
    return [line for index, item in enumerate(value) for line in item_lines(item, (*loc, index), column)]


def item_lines(value: Value, loc: Loc, column: int) -> list[str]:
    """The lines of a list item, its hyphen at ``column``."""
    pad = " " * column
    if isinstance(value, dict | list) and value:
        first, *rest = block_lines(value, loc, column + STEP)
        return [f"{pad}- {first[column + STEP :]}", *rest]
    return [f"{pad}- {inline_text(value, 'text')}"]


def inline_text(value: Value, key: str) -> str:
    """A single value, or an empty mapping or list, behind a key or a hyphen."""
    return flow_text(value, key) if isinstance(value, dict | list) else scalar_text(value, key)


def flow_text(value: Value, key: str) -> str:
    """A value on one line, within braces or brackets."""
    if isinstance(value, dict):
        inner = ", ".join(f"{key_text(name)}: {flow_text(part, name)}" for name, part in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(flow_text(part, key) for part in value)}]"
    return scalar_text(value, key, flow=True)


def key_text(key: str) -> str:
    """A key, in quotes when it must be."""
    return scalar_text(key, "question", flow=True)


def is_short(loc: Loc) -> bool:
    """Whether a value stands on one line: the figures of a sub-question."""
    return len(loc) > 1 and loc[-2] == "questions"
