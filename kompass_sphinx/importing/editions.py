"""Which edition of Kommunkompassen a report used: by the names of its areas, its maximums and its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass_sphinx.importing.area_headings import area_headings
from kompass_sphinx.importing.doubts import Doubt
from kompass_sphinx.importing.question_rows import question_rows
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.language import message_id

if TYPE_CHECKING:
    from kompass_sphinx.importing.flow import Flow
    from kompass_sphinx.model.edition import Catalogue, Edition


def recognise_edition(flow: Flow, catalogue: Catalogue, year: int | None) -> Read[int]:
    """The edition that most of the report agrees with.

    Maximums of sub-questions weigh most, then names of areas. A report that agrees with several, or with one that was
    not in use that year, leaves a doubt.
    """
    weights = {edition.id: _weight(flow, edition) for edition in catalogue}
    best = max(weights.values())
    likely = [edition for edition in catalogue if weights[edition.id] == best]
    in_use = [edition for edition in likely if year is not None and _was_in_use(edition, year)]
    if not best and not in_use:
        newest = list(catalogue)[-1].id
        return Read(newest, Doubt(message_id("Nothing in the report says which edition it used.")))
    if len(likely) == 1:
        edition = likely[0]
        if year is None or _was_in_use(edition, year):
            return Read(edition.id)
        doubt = Doubt(
            message_id("The areas are of edition %(edition)s, which was not in use in %(year)s."),
            edition=edition.id,
            year=year,
        )
        return Read(edition.id, doubt)
    edition = (in_use or likely)[0]
    return Read(edition.id, Doubt(message_id("Told by the year; the areas fit several editions.")))


def _weight(flow: Flow, edition: Edition) -> int:
    """How much agrees: rows whose figures hold the edition's maximum, then areas whose names are headings."""
    asked: set[str] = set()
    confirmed = []
    for row in question_rows(flow.text, edition, ()):
        question = edition.question(row.number)
        if question is None or question.maximum is None or not row.groups:
            continue
        asked.add(row.number)
        if any(figure.value == question.maximum for group in row.groups for figure in group):
            confirmed.append(row.number)
    # A table without maximums holds one now and then all the same, where a sub-question got all its points.
    maximums = len(confirmed) if 2 * len(set(confirmed)) >= len(asked) else 0
    names = len({heading.area for heading in area_headings(flow, edition) if heading.is_named})
    return 3 * maximums + 2 * names


def _was_in_use(edition: Edition, year: int) -> bool:
    return edition.first_year <= year <= (edition.last_year or year)
