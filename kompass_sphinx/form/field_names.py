"""The names of what the form shows, by the places of the file that they are about."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.form.draft import Draft, name_of
from kompass_sphinx.form.draft_value import items_of
from kompass_sphinx.model.edition import Edition
from kompass_sphinx.reading.problems import Loc
from kompass_sphinx.writing.nodes import Value


@dataclass(frozen=True, slots=True)
class FieldNames:
    """The names on a page that shows ``draft``, made of ``base``, with the areas of an edition."""

    draft: Draft
    base: dict[str, Value]
    edition: Edition | None

    def about(self, loc: Loc) -> str:
        """The name of the field, row or list that is about a place, or around it; empty when there is none."""
        position = next((index for index, part in enumerate(loc) if isinstance(part, int)), None)
        if position is not None and loc[:position] in self.draft.rows:
            way = loc[:position]
            for row in range(len(self.draft.rows[way])):
                if self._index_of(way, row) == loc[position]:
                    shown = {name_of((*way, row, key)) for key in self.draft.rows[way][row].values}
                    name = name_of((*way, row, *loc[position + 1 :]))
                    return name if name in shown else name_of((*way, row))
        for length in range(len(loc), 0, -1):
            if loc[:length] in self.draft.rows or loc[:length] in self.draft.values:
                return name_of(loc[:length])
        return name_of(loc[:2]) if loc[:1] == ("areas",) and len(loc) > 1 and self._has_area(str(loc[1])) else ""

    def _index_of(self, way: Loc, position: int) -> int | None:
        """Which item of the value a row is; None for an empty row, which is none."""
        row = self.draft.rows[way][position]
        items = items_of(self.draft, self.base, way)
        return next((index for index, item in enumerate(items) if item is row), None)

    def _has_area(self, number: str) -> bool:
        return self.edition is not None and number in map(str, self.edition.areas)
