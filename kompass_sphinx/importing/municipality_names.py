"""Where a text names municipalities: as they are, in the genitive, in capitals, with or without their accents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kompass_sphinx.importing.flow import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kompass_sphinx.model.municipality import Registry


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a municipality: where it begins and ends, its name, and whether "kommun" or "stad" follows."""

    start: int
    end: int
    name: str
    has_kind: bool


@dataclass(frozen=True)
class MunicipalityNames:
    """The names of the registry, to be looked for in one text.

    In a text that has lost its accents Orebro means Örebro, and Habo may mean Håbo.
    """

    registry: Registry
    has_lost_accents: bool

    def mentions(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Named]:
        """Each mention within a stretch of the text, in its order."""
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            name = self._name_of[match["name"].casefold()]
            yield Named(match.start(), match.end(), name, match["kind"] is not None)

    @cached_property
    def _name_of(self) -> dict[str, str]:
        """The registry's name by every way to write it, in small letters; the name itself counts first."""
        found = {folded(one.name).casefold(): one.name for one in self.registry} if self.has_lost_accents else {}
        return found | {one.name.casefold(): one.name for one in self.registry}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = {one.name for one in self.registry}
        if self.has_lost_accents:
            names |= {folded(name) for name in names}
        written = "|".join(
            re.escape(name)
            for name in sorted(names | {name.upper() for name in names}, key=lambda one: (-len(one), one))
        )
        return re.compile(rf"(?<![\w-])(?P<name>{written})[sS]?(?![\w])(?P<kind>\s+(?:kommun|stad|region)s?\b)?")
