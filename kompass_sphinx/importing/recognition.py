"""What a report says, recognised in its lines and written as the draft of an evaluation file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kompass_sphinx.importing.document import Document
    from kompass_sphinx.model.edition import Catalogue
    from kompass_sphinx.model.municipality import Registry


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person who imports has said: a municipality by its name in the registry, the report's file name."""

    municipality: str | None
    year: int | None
    edition: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The evaluation file, and what is unsure in it: line and reason."""

    text: str
    unsure: tuple[tuple[int, str], ...]
    slug: str | None
    year: int | None


def recognise(document: Document, registry: Registry, catalogue: Catalogue, wishes: Wishes) -> Draft:
    """The draft that a report gives."""
    edition = wishes.edition or max(catalogue.editions)
    municipality = registry.by_name.get(wishes.municipality or "")
    text = (
        f"municipality: {wishes.municipality or ''}\nyear: {wishes.year or ''}\nedition: {edition}\n"
        f"sources:\n  - title: '{document.title or wishes.source}'\n    kind: report\n"
    )
    return Draft(text, (), municipality.slug if municipality else None, wishes.year)
