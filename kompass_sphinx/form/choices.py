"""The values that a field offers to choose from, each with what it is called."""

from __future__ import annotations

from dataclasses import dataclass

from kompass_sphinx.form.draft import Draft
from kompass_sphinx.form.layout import Entry
from kompass_sphinx.form.whole_number import whole_number
from kompass_sphinx.language import Language
from kompass_sphinx.model.edition import Catalogue, Edition

Options = tuple[tuple[str, str], ...]
_CONTROLS = ("edition", "area", "question", "choice")


def has_choices(entry: Entry) -> bool:
    """Whether one of several values is chosen for a key, rather than written."""
    return entry.control in _CONTROLS


def chosen_edition(draft: Draft, catalogue: Catalogue) -> Edition | None:
    """The edition that stands in its field; None when there is no such edition."""
    number = whole_number(draft.values.get(("edition",), ""))
    return catalogue.editions.get(number) if number is not None else None


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of a form about an edition, or about none yet."""

    catalogue: Catalogue
    edition: Edition | None
    language: Language

    def of(self, entry: Entry, value: str, area: str) -> Options:
        """What may be chosen, within an area when there is one; what stands there already always may."""
        areas = self.edition.areas if self.edition else {}
        if entry.control == "edition":
            options = [(str(edition.id), str(edition.id)) for edition in self.catalogue]
        elif entry.control == "area":
            options = [(str(one.number), f"{one.number} {one.name}") for one in areas.values()]
        elif entry.control == "question":
            within = [one for one in areas.values() if not area or str(one.number) == area]
            questions = [question for one in within for question in one.questions.values()]
            options = [(question.number, f"{question.number} {question.name}") for question in questions]
        else:
            options = [(choice, self.language.gettext(label)) for choice, label in entry.choices]
        if value and value not in dict(options):
            options.append((value, value))
        nothing = self.language.gettext("the whole area") if entry.control == "question" and area else ""
        return (("", nothing), *options)
