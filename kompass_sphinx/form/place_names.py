"""What places of the file are called in words: which part of the form they are in, and what of it they are."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.form.draft import name_of
from kompass_sphinx.form.layout import AREA, FACTS, ROOT_LISTS, Entry, rows_at
from kompass_sphinx.language import Language
from kompass_sphinx.reading.problems import Loc


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """The words of a language."""

    language: Language

    def part(self, loc: Loc) -> tuple[str, str]:
        """The name and the title of the part of the form that a place is in: an area, a list, or the facts."""
        text = self.language.gettext
        if loc[:1] == ("areas",) and len(loc) > 1:
            return name_of(loc[:2]), text("Area %(number)s") % {"number": loc[1]}
        kind = ROOT_LISTS.get(str(loc[0])) if loc else None
        return (kind.key, text(kind.legend)) if kind else ("facts", text("The evaluation"))

    def within(self, loc: Loc) -> str:
        """What a place is within its part; empty when it is all of the part."""
        text = self.language.gettext
        is_in_area = loc[:1] == ("areas",)
        here = loc[2:] if is_in_area else loc
        if not here:
            return ""
        kind = rows_at(loc[: len(loc) - len(here) + 1])
        if kind is not None and len(here) > 1:
            return text(kind.item) % {"number": int(here[1]) + 1}
        if kind is not None:
            return text(kind.legend) if is_in_area else ""
        if is_in_area and here[0] == "questions":
            question = {"number": here[1]} if len(here) > 1 else None
            return text("Sub-question %(number)s") % question if question else text("Sub-questions")
        return _label(AREA if is_in_area else FACTS, str(here[0]), self.language)


def _label(entries: tuple[Entry, ...], key: str, language: Language) -> str:
    return next((language.gettext(entry.label) for entry in entries if entry.key == key), "")
