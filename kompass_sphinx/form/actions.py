"""What the buttons of a row do to a draft that has not been saved."""

from __future__ import annotations

from kompass_sphinx.form.draft import Draft, Row, loc_of
from kompass_sphinx.form.layout import rows_at
from kompass_sphinx.form.whole_number import whole_number


def acted(draft: Draft, action: str, name: str) -> Draft:
    """The draft after a button: ``add`` to a list, or ``up``, ``down`` or ``remove`` of a row, by its name.

    Anything else, such as a row that is not there, changes nothing.
    """
    loc = loc_of(name)
    if action == "add" and rows_at(loc) is not None:
        draft.rows.setdefault(loc, []).append(Row(None, {}))
        return draft
    way, index = loc[:-1], whole_number(str(loc[-1]))
    rows = draft.rows.get(way, [])
    if index is None or index >= len(rows):
        return draft
    other = {"up": index - 1, "down": index + 1}.get(action, -1)
    if action == "remove":
        del rows[index]
    elif 0 <= other < len(rows):
        rows[index], rows[other] = rows[other], rows[index]
    return draft
