"""Sweden's 290 municipalities: code, name, county and group."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from kompass_sphinx.model.order import swedish_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_NAME = 60
_KIND_OF_PLACE = re.compile("s?-(kommun|stad)$")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality as in the registry.

    ``code`` is Statistics Sweden's four digits, as text. ``group`` and ``group_code`` are the municipality's
    class in SKR's Kommungruppsindelning 2023: today's class, not the one at the time of an evaluation.
    """

    code: str
    name: str
    slug: str
    county_code: str
    county: str
    group_code: str
    group: str


@dataclass(frozen=True)
class Registry:
    """All municipalities, found by name, code or slug."""

    municipalities: tuple[Municipality, ...]

    @classmethod
    def of(cls, municipalities: Iterable[Municipality]) -> Registry:
        """A registry in Swedish alphabetical order."""
        return cls(tuple(sorted(municipalities, key=lambda municipality: swedish_key(municipality.name))))

    def __iter__(self) -> Iterator[Municipality]:
        return iter(self.municipalities)

    def __len__(self) -> int:
        return len(self.municipalities)

    @cached_property
    def by_name(self) -> dict[str, Municipality]:
        """Municipalities by their name in the registry."""
        return {municipality.name: municipality for municipality in self.municipalities}

    @cached_property
    def by_code(self) -> dict[str, Municipality]:
        """Municipalities by their four-digit code."""
        return {municipality.code: municipality for municipality in self.municipalities}

    @cached_property
    def by_slug(self) -> dict[str, Municipality]:
        """Municipalities by the name of their folder and page."""
        return {municipality.slug: municipality for municipality in self.municipalities}

    def find(self, name_or_code: str) -> Municipality | None:
        """The municipality with exactly this name or this code."""
        return self.by_name.get(name_or_code) or self.by_code.get(name_or_code)

    def nearest(self, text: str, count: int = 3) -> tuple[str, ...]:
        """The names most like ``text``, most alike first; empty when none is near.

        "Marks kommun" and "Helsingborgs stad" are taken for what they mean.
        """
        names: dict[str, list[str]] = {}
        for municipality in self.municipalities:
            # Håbo and Habo are written alike without accents: both are near.
            names.setdefault(slug_of(municipality.name), []).append(municipality.name)
        wanted = _KIND_OF_PLACE.sub("", slug_of(text[:LONGEST_NAME]))
        matches = get_close_matches(wanted, names, n=count, cutoff=0.6)
        return tuple(name for match in matches for name in names[match])[:count]


def slug_of(name: str) -> str:
    """A name as part of an address: å, ä → a, ö → o, é → e, lower case, other signs → hyphen.

    The registry follows this rule, but for Håbo, which is ``haabo`` because Habo is another municipality.
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(sign))
    return "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split())
