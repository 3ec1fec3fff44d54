"""What stands in the fields of the form: from a file's value, or as it was sent; and back to a value."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from kompass_sphinx.form.layout import AREA, AREA_LISTS, FACTS, QUESTION, ROOT_LISTS, is_field, rows_at
from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.nodes import Value

ORIGIN = "origin"
"""The field of a row that says which item of the file it is."""
_PARTS = "/"


@dataclass(slots=True)
class Row:
    """An item of a list: the text of its fields by key; ``origin`` is its place in the file, None when it is new."""

    origin: int | None
    values: dict[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been filled in."""
        return not any(self.values.values())


@dataclass(slots=True)
class Draft:
    """The text of every field by its place, and the rows of every list, empty ones too."""

    values: dict[Loc, str] = field(default_factory=dict)
    rows: dict[Loc, list[Row]] = field(default_factory=dict)


def name_of(loc: Loc) -> str:
    """The name of a field in the form."""
    return _PARTS.join(map(str, loc))


def loc_of(name: str) -> Loc:
    """The place that a name in the form is about."""
    return tuple(name.split(_PARTS))


def can_be_shown(value: Value) -> bool:
    """Whether all that the form would show of a value is of the right kind; else only its text can be shown."""
    if not isinstance(value, dict) or not _is_mapping_or_nothing(value.get("areas")):
        return False
    areas = value.get("areas") or {}
    assert isinstance(areas, dict)
    for area in areas.values():
        if not _is_mapping_or_nothing(area) or not _is_mapping_or_nothing((area or {}).get("questions")):  # type: ignore[union-attr]
            return False
        if not all(map(_is_mapping_or_nothing, ((area or {}).get("questions") or {}).values())):  # type: ignore[union-attr]
            return False
    single = all(text is None or isinstance(text, str) for _, text in _fields(value))
    return single and all(_are_rows(items, loc) for loc, items in _lists(value))


def draft_of(value: dict[str, Value]) -> Draft:
    """The fields of a value that can be shown."""
    draft = Draft({loc: normal(text) for loc, text in _fields(value)})
    for loc, items in _lists(value):
        rows = items if isinstance(items, list) else []
        draft.rows[loc] = [Row(index, _row_values(item)) for index, item in enumerate(rows)]
    return draft


def draft_from(pairs: list[tuple[str, str]]) -> Draft:
    """The fields as a browser sends them: rows in the order in which they stand on the page."""
    draft = Draft()
    tokens: dict[Loc, Row] = {}
    for name, text in pairs:
        *way, last = loc = loc_of(name)
        kind = rows_at(tuple(way[:-1]))
        if kind is not None:
            if tuple(way) not in tokens:
                tokens[tuple(way)] = Row(None, {})
                draft.rows.setdefault(tuple(way[:-1]), []).append(tokens[tuple(way)])
            row = tokens[tuple(way)]
            if last == ORIGIN:
                row.origin = int(text) if text.isdecimal() else None
            elif any(str(last) == entry.key for entry in kind.entries):
                row.values[str(last)] = normal(text)
        elif is_field(loc):
            draft.values[loc] = normal(text)
    return draft


def items_of(draft: Draft, base: dict[str, Value], loc: Loc) -> list[Row]:
    """The rows of a list that are items of the value: those filled in, and those as empty as they are in the file."""
    old = _items(base, loc)
    return [row for row in draft.rows[loc] if not row.is_empty or _was_empty(row, old)]


def value_of(draft: Draft, base: dict[str, Value]) -> tuple[dict[str, Value], dict[Loc, list[int | None]]]:
    """What the file is to say, and where the items of its lists come from; what has no field stays as in ``base``."""
    value = deepcopy(base)
    for loc, text in draft.values.items():
        _put(value, loc, text)
    origins: dict[Loc, list[int | None]] = {}
    for loc in draft.rows:
        old = _items(base, loc)
        filled = items_of(draft, base, loc)
        new = [_item(row, old, loc) for row in filled]
        if new != old or [row.origin for row in filled] != list(range(len(old))):
            _place(value, loc, new or None)
            if old and new:
                origins[loc] = [
                    row.origin if row.origin is not None and row.origin < len(old) else None for row in filled
                ]
    _prune(value, base)
    return value, origins


def tidied(value: dict[str, Value]) -> dict[str, Value]:
    """The value without the keys and items that say nothing; comparison figures, which have no fields, as they are."""
    return {
        key: inner if key == "benchmarks" else _tidied(inner)
        for key, inner in value.items()
        if key == "benchmarks" or not _is_empty(inner)
    }


def tidied_origins(value: dict[str, Value]) -> dict[Loc, list[int | None]]:
    """Where the items of the tidied value come from."""
    origins: dict[Loc, list[int | None]] = {}
    for loc, items in _lists(value):
        left = [index for index, item in enumerate(items if isinstance(items, list) else []) if not _is_empty(item)]
        if left:
            origins[loc] = list(left)
    return origins


def normal(text: Value) -> str:
    """A text as the format takes it: runs of white space are one space."""
    return " ".join(text.split()) if isinstance(text, str) else ""


def _fields(value: dict[str, Value]) -> Iterator[tuple[Loc, Value]]:
    for entry in FACTS:
        yield (entry.key,), value.get(entry.key)
    for number, area in _mapping(value.get("areas")).items():
        for entry in AREA:
            yield ("areas", number, entry.key), _mapping(area).get(entry.key)
        for question, figures in _mapping(_mapping(area).get("questions")).items():
            for entry in QUESTION:
                yield ("areas", number, "questions", question, entry.key), _mapping(figures).get(entry.key)


def _lists(value: dict[str, Value]) -> Iterator[tuple[Loc, Value]]:
    for key in ROOT_LISTS:
        yield (key,), value.get(key)
    for number, area in _mapping(value.get("areas")).items():
        for key in AREA_LISTS:
            yield ("areas", number, key), _mapping(area).get(key)


def _mapping(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _is_mapping_or_nothing(value: Value) -> bool:
    return value is None or isinstance(value, dict)


def _are_rows(items: Value, loc: Loc) -> bool:
    if items is None:
        return True
    kind = rows_at(loc)
    assert kind is not None
    keys = {entry.key for entry in kind.entries}
    return isinstance(items, list) and all(
        (isinstance(item, str) and len(loc) > 1)
        or (
            isinstance(item, dict)
            and bool(item.keys() & keys)
            and all(text is None or isinstance(text, str) for text in item.values())
        )
        for item in items
    )


def _row_values(item: Value) -> dict[str, str]:
    return {key: normal(text) for key, text in item.items()} if isinstance(item, dict) else {"text": normal(item)}


def _before(row: Row, old: list[Value]) -> Value:
    """The item that a row was before; None for a new one."""
    return old[row.origin] if row.origin is not None and row.origin < len(old) else None


def _items(value: Value, loc: Loc) -> list[Value]:
    found = _at(value, loc)
    return found if isinstance(found, list) else []


def _is_empty(value: Value) -> bool:
    """Whether nothing is said, however many keys there are to say it."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not isinstance(value, str) and all(map(_is_empty, parts))


def _tidied(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _tidied(inner) for key, inner in value.items() if not _is_empty(inner)}
    return [_tidied(item) for item in value if not _is_empty(item)] if isinstance(value, list) else value


def _was_empty(row: Row, old: list[Value]) -> bool:
    before = _before(row, old)
    return before is not None and _is_empty(before)


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
    if normal(_at(value, loc)) != text:
        _place(value, loc, text or None)


def _at(value: Value, loc: Loc) -> Value:
    for segment in loc:
        value = _mapping(value).get(str(segment))
    return value


def _place(value: dict[str, Value], loc: Loc, new: Value) -> None:
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


def _prune(value: dict[str, Value], base: Value) -> None:
    """Take away the mappings that have become empty."""
    for key, inner in list(value.items()):
        if isinstance(inner, dict):
            before = _mapping(base).get(key)
            _prune(inner, before)
            if not inner and before:
                del value[key]
