"""The keys and items of a file that say nothing, and the file without them."""

from __future__ import annotations

from kompass_sphinx.form.shown import shown_lists
from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.nodes import Value


def is_empty(value: Value) -> bool:
    """Whether nothing is said, however many keys there are to say it."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not isinstance(value, str) and all(map(is_empty, parts))


def tidied(value: dict[str, Value]) -> dict[str, Value]:
    """The value without the keys and items that say nothing; comparison figures, which have no fields, as they are."""
    return {
        key: inner if key == "benchmarks" else _tidied(inner)
        for key, inner in value.items()
        if key == "benchmarks" or not is_empty(inner)
    }


def tidied_origins(value: dict[str, Value]) -> dict[Loc, list[int | None]]:
    """Where the items of the tidied value come from."""
    origins: dict[Loc, list[int | None]] = {}
    for loc, items in shown_lists(value):
        left = [index for index, item in enumerate(items if isinstance(items, list) else []) if not is_empty(item)]
        if left:
            origins[loc] = list(left)
    return origins


def _tidied(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _tidied(inner) for key, inner in value.items() if not is_empty(inner)}
    return [_tidied(item) for item in value if not is_empty(item)] if isinstance(value, list) else value
