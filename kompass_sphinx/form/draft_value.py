"""What the fields of the form say, as the value of a file; what has no field stays as it was."""

from __future__ import annotations

from copy import deepcopy

from kompass_sphinx.form.draft import Draft, Row, normal
from kompass_sphinx.form.empty_parts import is_empty
from kompass_sphinx.form.layout import rows_at
from kompass_sphinx.form.parts import items_at, part_at, place, prune
from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.nodes import Value


def items_of(draft: Draft, base: dict[str, Value], loc: Loc) -> list[Row]:
    """The rows of a list that are items of the value: those filled in, and those as empty as they are in the file."""
    old = items_at(base, loc)
    return [row for row in draft.rows[loc] if not row.is_empty or _was_empty(row, old)]


def value_of(draft: Draft, base: dict[str, Value]) -> tuple[dict[str, Value], dict[Loc, list[int | None]]]:
    """What the file is to say, and where the items of its lists come from; what has no field stays as in ``base``."""
    value = deepcopy(base)
    for loc, text in draft.values.items():
        _put(value, loc, text)
    origins: dict[Loc, list[int | None]] = {}
    for loc in draft.rows:
        old = items_at(base, loc)
        filled = items_of(draft, base, loc)
        new = [_item(row, old, loc) for row in filled]
        if new != old or [row.origin for row in filled] != list(range(len(old))):
            place(value, loc, new or None)
            if old and new:
                origins[loc] = [
                    row.origin if row.origin is not None and row.origin < len(old) else None for row in filled
                ]
    prune(value, base)
    return value, origins


def _before(row: Row, old: list[Value]) -> Value:
    """The item that a row was before; None for a new one."""
    return old[row.origin] if row.origin is not None and row.origin < len(old) else None


def _was_empty(row: Row, old: list[Value]) -> bool:
    before = _before(row, old)
    return before is not None and is_empty(before)


def _item(row: Row, old: list[Value], loc: Loc) -> Value:
    """The item that a row says; a finding of a text alone is that text, unless it had keys before."""
    kind = rows_at(loc)
    assert kind is not None
    before = _before(row, old)
    item: dict[str, Value] = dict(before) if isinstance(before, dict) else {}
    if isinstance(before, str):
        item["text"] = before
    for entry in kind.entries:
        if entry.key in row.values:
            _put(item, (entry.key,), row.values[entry.key])
    is_text = not isinstance(before, dict) and len(loc) > 1 and item.keys() == {"text"}
    return item["text"] if is_text else item


def _put(value: dict[str, Value], loc: Loc, text: str) -> None:
    """Put a field's text in its place, unless that says the same; an emptied field takes its key away."""
    if normal(part_at(value, loc)) != text:
        place(value, loc, text or None)
