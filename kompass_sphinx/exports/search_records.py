"""What the search for good examples reads: one script per theme and edition, as light as can be.

A record takes some 12 bytes compressed. So nothing is said twice: results stand once for each evaluation and
sub-question, the best results are told from their limit, and an item's address is made from its text by the reader
(``engine.js`` does as ``archive.items``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kompass_sphinx.archive.items import ExampleItem, FindingItem, normalised
from kompass_sphinx.archive.statistics import Distribution
from kompass_sphinx.exports.lines import in_lines
from kompass_sphinx.exports.scripts import SCRIPT_END, as_line, script_beginning
from kompass_sphinx.model.edition import Area, Catalogue
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.views.area_results import place_kind
from kompass_sphinx.views.context import Context

WHOLE_AREA = -1
NO_THEME = "utan-omrade"
"""In place of a theme: places named without an area."""


def shard_path(theme: str, edition: int) -> str:
    """The path of a theme's records in an edition, relative to the output."""
    return f"data/search/{theme}-{edition}.js"


def shards(catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """The theme, or ``NO_THEME``, and the edition of each script."""
    for edition in catalogue.editions:
        for theme in (*catalogue.themes, NO_THEME):
            yield theme, edition


def search_shard(context: Context, theme: str, edition: int) -> str:
    """The text of a script, also where there are no records: the search asks for it by name."""
    rows = (search_row(context, one, theme) for one in context.archive.of_edition[edition])
    lines = "".join(in_lines(row for row in rows if row))
    return f"{shard_head(context, theme, edition)}{lines}]}}{SCRIPT_END}"


def shard_head(context: Context, theme: str, edition: int) -> str:
    """The line before those of evaluations: what the sub-questions are, and from where on results are the best."""
    head = _head_without_area(edition) if theme == NO_THEME else _head(context, theme, edition)
    beginning = script_beginning(shard_path(theme, edition))
    return beginning + as_line(f'{_dumped(head).removesuffix("}")},"evaluations":[')


def _head(context: Context, theme: str, edition: int) -> dict[str, Any]:
    area = context.archive.catalogue.area_of(edition, theme)
    figures = context.archive.figures[edition]
    return {
        "theme": theme,
        "edition": edition,
        "area": [area.number, area.name, _limit(figures.areas[area.number])],
        "questions": [
            [question.number, question.name, _limit(figures.questions.get(question.number))]
            for question in area.questions.values()
        ],
    }


def _head_without_area(edition: int) -> dict[str, Any]:
    return {"theme": NO_THEME, "edition": edition, "area": [0, "", None], "questions": []}


def search_row(context: Context, evaluation: Evaluation, theme: str) -> str:
    """The records of an evaluation on a theme, or ``NO_THEME``, as a line of JSON; empty without any."""
    if theme == NO_THEME:
        row = _row_without_area(context, evaluation)
    else:
        row = _evaluation_row(context, evaluation, context.archive.catalogue.area_of(evaluation.edition, theme))
    return "" if row is None else as_line(_dumped(row))


def row_beginning(slug: str, year: int) -> str:
    """What the line of an evaluation begins with, and that of no other."""
    return f'["{slug}",{year},'


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _row_without_area(context: Context, evaluation: Evaluation) -> list[Any] | None:
    archive = context.archive
    named = [_named(context, item, {}) for item in archive.items_of(evaluation).on(None).examples]
    return [archive.municipality(evaluation).slug, evaluation.year, None, [], [], [], named] if named else None


def _limit(distribution: Distribution | None) -> float | None:
    """The least figure of the highest quarter; None when there are too few figures for quarters."""
    return None if distribution is None else _number(distribution.highest_quarter_from)


def _evaluation_row(context: Context, evaluation: Evaluation, area: Area) -> list[Any] | None:
    """Slug, year, points, percent by sub-question, strengths, improvements, named; None when all of it is empty."""
    archive = context.archive
    items = archive.items_of(evaluation).on(area.number)
    order = {number: index for index, number in enumerate(area.questions)}
    percents = [_percent(evaluation, number) for number in area.questions]
    row = [
        archive.municipality(evaluation).slug,
        evaluation.year,
        _number(evaluation.area_points.get(area.number)),
        percents if any(percent is not None for percent in percents) else [],
        _findings(items.strengths, order),
        _findings(items.improvements, order),
        [_named(context, item, order) for item in items.examples],
    ]
    return row if row[2] is not None or any(row[3:]) else None


def _findings(items: Iterable[FindingItem], order: dict[str, int]) -> list[int | str]:
    """Texts in the order of the file, each run of them after the index of its sub-question."""
    found: list[int | str] = []
    last = None
    for item in items:
        question = order.get(item.finding.question or "", WHOLE_AREA)
        if question != last:
            found.append(question)
            last = question
        found.append(normalised(item.finding.text))
    return found


def _named(context: Context, item: ExampleItem, order: dict[str, int]) -> list[Any]:
    """Sub-question, the municipality's slug or the place and what it is, topic, page (0 when unknown)."""
    example = item.example
    slug = context.archive.registry.by_name[example.municipality].slug if example.municipality else ""
    return [
        order.get(example.question or "", WHOLE_AREA),
        slug or normalised(example.name),
        "" if slug else place_kind(context, example),
        normalised(example.topic),
        example.page or 0,
    ]


def _percent(evaluation: Evaluation, question: str) -> float | None:
    result = evaluation.question_results.get(question)
    return _number(result.percent) if result else None


def _number(value: float | None) -> float | None:
    """The figure without a needless decimal."""
    return int(value) if value is not None and value == int(value) else value
