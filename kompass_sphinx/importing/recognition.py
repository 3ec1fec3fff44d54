"""From the lines of a report to the draft of an evaluation file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kompass_sphinx.importing.area_headings import AreaHeading, area_headings, sections
from kompass_sphinx.importing.area_mentions import area_mentions
from kompass_sphinx.importing.area_overview import overviews
from kompass_sphinx.importing.area_points import (
    Claim,
    box_claims,
    claimed_totals,
    overview_claims,
    sentence_claims,
    settle_total,
)
from kompass_sphinx.importing.draft import Draft, draft_of
from kompass_sphinx.importing.editions import recognise_edition
from kompass_sphinx.importing.evaluators import recognise_evaluators
from kompass_sphinx.importing.findings import FoundFinding, recognise_findings, with_doubtful_names
from kompass_sphinx.importing.flow import Flow
from kompass_sphinx.importing.foreign_tables import Subject, without_foreign_tables
from kompass_sphinx.importing.identity import recognise_municipality, recognise_year
from kompass_sphinx.importing.municipality_names import MunicipalityNames
from kompass_sphinx.importing.particulars import (
    recognise_first,
    recognise_interviews,
    recognise_publication,
    recognise_visit,
)
from kompass_sphinx.importing.pointed_out import recognise_pointed_out
from kompass_sphinx.importing.question_rows import question_rows, rows_without_numbers
from kompass_sphinx.importing.readings import Read
from kompass_sphinx.importing.report import ReadArea, Report
from kompass_sphinx.importing.score_tables import ScoreTable, score_tables
from kompass_sphinx.importing.settling import settle_area
from kompass_sphinx.importing.told_pages import with_told_pages

if TYPE_CHECKING:
    from kompass_sphinx.importing.document import Document
    from kompass_sphinx.model.edition import Catalogue, Edition
    from kompass_sphinx.model.municipality import Registry

__all__ = ["Draft", "Wishes", "recognise"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person at the keyboard knows: a name in the registry, a year, an edition; and the file's name."""

    municipality: str | None
    year: int | None
    edition: int | None
    source: str


def recognise(document: Document, registry: Registry, catalogue: Catalogue, wishes: Wishes) -> Draft:
    """The draft of an evaluation file, with a mark wherever the reading is not certain."""
    whole, flow = Flow.of(document), Flow.of(with_told_pages(document))
    names = MunicipalityNames(registry, flow.has_lost_accents)
    municipality = (
        Read(wishes.municipality) if wishes.municipality else recognise_municipality(flow, document.title, names)
    )
    name = municipality.value if municipality else None
    year = Read(wishes.year) if wishes.year else recognise_year(flow, document.title, name)
    edition = (
        Read(wishes.edition) if wishes.edition else recognise_edition(flow, catalogue, year.value if year else None)
    )
    used = catalogue.editions[edition.value]
    headings = area_headings(flow, used)
    said = sections(headings, len(flow.text))
    totals = claimed_totals(flow.text)
    findings = tuple(with_doubtful_names(recognise_findings(flow, headings, said), used))
    subject = Subject(names, name, year.value if year else None)
    areas = _figures(flow, used, headings, said, subject, totals)
    report = Report(
        municipality=municipality,
        year=year,
        edition=edition,
        visited=recognise_visit(flow),
        # The date of a report may stand in the heads of its pages alone.
        published=recognise_publication(whole, year.value if year else None),
        first=recognise_first(flow),
        interviews=recognise_interviews(flow),
        evaluators=tuple(recognise_evaluators(flow)),
        total=settle_total({number: area.points for number, area in areas.items() if area.points}, totals),
        areas=_with_findings(areas, findings),
        pointed_out=tuple(recognise_pointed_out(flow, said, name, names)),
        unplaced=tuple(found.text for found in findings if found.area is None),
        source=wishes.source,
    )
    return draft_of(report, registry, used)


def _figures(
    flow: Flow,
    edition: Edition,
    headings: list[AreaHeading],
    said: list[AreaHeading],
    subject: Subject,
    totals: list[float],
) -> dict[int, ReadArea]:
    claims: dict[int, list[Claim]] = defaultdict(list)
    mentions = area_mentions(flow.text, edition)
    for overview in overviews(flow.text, mentions):
        if subject.has_foreign_title(overview.heading):
            continue
        for number, claim in overview_claims(overview, subject.year, totals).items():
            claims[number].append(claim)
    for number, claim in box_claims(flow.text, said):
        claims[number].append(claim)
    for number, claim in sentence_claims(flow.text, mentions):
        # Less sure than a table, which may be of another year than the sentence.
        if not claims[number]:
            claims[number].append(claim)
    tables: dict[int, list[ScoreTable]] = defaultdict(list)
    rows = question_rows(flow.text, edition, tuple(one.start for one in headings))
    rows += rows_without_numbers(flow.text, edition, headings, rows)
    all_tables = list(score_tables(rows, edition))
    for table in without_foreign_tables(all_tables, flow.text, subject):
        tables[table.area].append(table)
    areas = {}
    for number, area in edition.areas.items():
        points, scores = settle_area(area, tables[number], claims[number])
        areas[number] = ReadArea(points, scores)
    return areas


def _with_findings(areas: dict[int, ReadArea], findings: tuple[FoundFinding, ...]) -> dict[int, ReadArea]:
    return {
        number: replace(
            area,
            strengths=tuple(one.text for one in findings if (one.area, one.kind) == (number, "strengths")),
            improvements=tuple(one.text for one in findings if (one.area, one.kind) == (number, "improvements")),
        )
        for number, area in areas.items()
    }
