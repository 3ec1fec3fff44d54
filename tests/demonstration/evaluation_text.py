"""A made-up evaluation as the text of its file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kompass_sphinx.model.edition import Edition
from tests.archives import catalogue, registry
from tests.demonstration.draws import Draws
from tests.demonstration.examples import examples_of
from tests.demonstration.figures import AreaFigures, Figures, figures_of
from tests.demonstration.impressions import impression, summary
from tests.demonstration.reports import Finding, Findings, Kind, findings_of, kind_of
from tests.demonstration.schedule import Key, edition_of, years_of

COMMENT = "# PÅHITTAT. Gjord av tests/demonstration för att pröva webbplatsen; ingen verklig utvärdering.\n"
"""The first line of every file, which also tells a file of ours from another."""
SOURCE = "Påhittat underlag för demonstration"
NOTE = "Påhittad siffra: demonstration, ingen verklig utvärdering."

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"


def evaluators_of(key: Key) -> list[str]:
    """The names of the two who made the evaluation."""
    return [f"Påhittad utvärderare {letter}" for letter in sorted(Draws("evaluators", *key).some(_LETTERS, 2))]


def evaluation_text(key: Key) -> str:
    """The file of a made-up evaluation."""
    kind, figures, draws = kind_of(key), figures_of(key), Draws("file", *key)
    edition = catalogue().editions[edition_of(key[1])]
    findings = findings_of(key, kind, figures)
    pages = draws.chance(0.6)
    lines = [*_head(key, kind, figures, draws)]
    areas = [line for number in edition.areas for line in _area(key, kind, edition, number, figures, findings, pages)]
    lines += ["areas:", *areas] if areas else []
    if kind is Kind.REPORT:
        lines += _list("examples", examples_of(key, figures))
    if kind is Kind.REPORT and draws.chance(0.06):
        lines += _benchmark(edition, draws)
    lines += _list("sources", [{"title": SOURCE, "kind": "report", "publisher": "Påhittad utgivare"}])
    lines += _list("notes", [{"about": "year" if kind is Kind.WORDS else "total", "text": NOTE}])
    return COMMENT + "\n".join(lines) + "\n"


def _head(key: Key, kind: Kind, figures: Figures, draws: Draws) -> Iterator[str]:
    slug, year = key
    month = draws.between(1, 9)
    yield f"municipality: {quoted(registry().by_slug[slug].name)}"
    yield f"year: {year}"
    yield f"edition: {edition_of(year)}"
    yield f"visited: {year}-{month:02}"
    if kind is Kind.REPORT:
        yield f"published: {year}-{month + draws.between(1, 3):02}-{draws.between(1, 28):02}"
    if draws.chance(0.92):
        yield f"first: {'true' if year == years_of(slug)[0] else 'false'}"
    if kind is Kind.REPORT:
        yield f"interviews: {draws.between(4, 10) * 5}"
        yield from _list("evaluators", [{"name": name} for name in evaluators_of(key)])
    if kind is not Kind.WORDS:
        yield f"total: {figures.total}"
    if kind in (Kind.REPORT, Kind.WORDS):
        yield f"summary: {quoted(summary(key, figures))}"


def _area(
    key: Key, kind: Kind, edition: Edition, number: int, figures: Figures, findings: dict[int, Findings], pages: bool
) -> Iterator[str]:
    lines = [f"    points: {figures.areas[number].points}"] if kind in (Kind.REPORT, Kind.AREAS) else []
    if kind is Kind.REPORT:
        lines.append(f"    impression: {quoted(impression(key, edition.areas[number], figures.areas[number]))}")
        lines += _questions(figures.areas[number])
    first_page = 4 + 2 * number if pages and kind is Kind.REPORT else None
    lines += _findings("strengths", findings[number].strengths, first_page)
    lines += _findings("improvements", findings[number].improvements, first_page and first_page + 1)
    if lines:
        yield f"  {number}:"
        yield from lines


def _questions(figures: AreaFigures) -> Iterator[str]:
    if figures.questions:
        yield "    questions:"
    for number, question in figures.questions.items():
        points = f"points: {question.points}, " if question.points else ""
        yield f"      {number}: {{{points}percent: {question.percent}}}"


def _findings(name: str, findings: tuple[Finding, ...], page: int | None) -> Iterator[str]:
    if findings:
        yield f"    {name}:"
    for finding in findings:
        yield f"      - text: {quoted(finding.text)}"
        if finding.question:
            yield f"        question: {finding.question}"
        if page:
            yield f"        page: {page}"


def _benchmark(edition: Edition, draws: Draws) -> Iterator[str]:
    areas = {number: draws.between(45, 68) for number in edition.areas}
    yield "benchmarks:"
    yield '  - label: "Påhittad median"'
    yield "    statistic: median"
    yield f"    edition: {edition.id}"
    yield f"    total: {sum(areas.values())}"
    yield f"    areas: {{{', '.join(f'{number}: {points}' for number, points in areas.items())}}}"


def _list(name: str, items: list[dict[str, str]]) -> Iterator[str]:
    yield f"{name}:"
    for item in items:
        for index, (key, value) in enumerate(item.items()):
            yield f"  {' ' if index else '-'} {key}: {value if key in ('area', 'question') else quoted(value)}"


def quoted(text: str) -> str:
    """A text in double quotes, in which YAML and JSON agree."""
    return json.dumps(text, ensure_ascii=False)
