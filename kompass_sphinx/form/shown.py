"""What of a file's value the form shows: single values and lists, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from kompass_sphinx.form.layout import AREA, AREA_LISTS, FACTS, QUESTION, ROOT_LISTS, rows_at
from kompass_sphinx.form.parts import mapping
from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.nodes import Value


def can_be_shown(value: Value) -> bool:
    """Whether all that the form would show of a value is of the right kind; else only its text can be shown."""
    if not isinstance(value, dict) or not _is_mapping_or_nothing(value.get("areas")):
        return False
    for area in mapping(value.get("areas")).values():
        if not _is_mapping_or_nothing(area) or not _is_mapping_or_nothing(mapping(area).get("questions")):
            return False
        if not all(map(_is_mapping_or_nothing, mapping(mapping(area).get("questions")).values())):
            return False
    single = all(text is None or isinstance(text, str) for _, text in shown_values(value))
    return single and all(_are_rows(items, loc) for loc, items in shown_lists(value))


def shown_values(value: dict[str, Value]) -> Iterator[tuple[Loc, Value]]:
    """The values that have a field of their own, None for one that is not there."""
    for entry in FACTS:
        yield (entry.key,), value.get(entry.key)
    for number, area in mapping(value.get("areas")).items():
        for entry in AREA:
            yield ("areas", number, entry.key), mapping(area).get(entry.key)
        for question, figures in mapping(mapping(area).get("questions")).items():
            for entry in QUESTION:
                yield ("areas", number, "questions", question, entry.key), mapping(figures).get(entry.key)


def shown_lists(value: dict[str, Value]) -> Iterator[tuple[Loc, Value]]:
    """The lists whose items are rows of fields, None for one that is not there."""
    for key in ROOT_LISTS:
        yield (key,), value.get(key)
    for number, area in mapping(value.get("areas")).items():
        for key in AREA_LISTS:
            yield ("areas", number, key), mapping(area).get(key)


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
