"""What stands in the fields of the form: from a file's value, or as it was sent."""

from __future__ import annotations

from dataclasses import dataclass, field

from kompass_sphinx.form.layout import is_field, rows_at
from kompass_sphinx.form.shown import shown_lists, shown_values
from kompass_sphinx.form.whole_number import whole_number
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


def draft_of(value: dict[str, Value]) -> Draft:
    """The fields of a value that can be shown."""
    draft = Draft({loc: normal(text) for loc, text in shown_values(value)})
    for loc, items in shown_lists(value):
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
                row.origin = whole_number(text)
            elif any(str(last) == entry.key for entry in kind.entries):
                row.values[str(last)] = normal(text)
        elif is_field(loc):
            draft.values[loc] = normal(text)
    return draft


def normal(text: Value) -> str:
    """A text as the format takes it: runs of white space are one space."""
    return " ".join(text.split()) if isinstance(text, str) else ""


def _row_values(item: Value) -> dict[str, str]:
    return {key: normal(text) for key, text in item.items()} if isinstance(item, dict) else {"text": normal(item)}
