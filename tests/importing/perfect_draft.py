"""A draft without a fault, as far as a report goes: what the scoring of drafts is tried on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.importing.report_content import Area, Content


def perfect_draft(content: Content) -> str:
    """The text of a draft that says all that the content says, and nothing else."""
    lines = [*_head(content), "areas:"]
    for area in sorted(content.areas, key=lambda one: one.number):
        lines += _area(area)
    if content.pointers:
        lines.append("examples:")
    for pointer in content.pointers:
        lines.append(f"  - {'place' if pointer.kind else 'municipality'}: {_quoted(pointer.name)}")
        if pointer.kind:
            lines.append(f"    kind: {pointer.kind}")
        lines += [f"    area: {pointer.area}", f"    topic: {_quoted(pointer.topic)}"]
    lines += ["sources:", "  - title: Påhittad rapport", "    kind: report"]
    return "\n".join(lines) + "\n"


def _head(content: Content) -> Iterator[str]:
    yield f"municipality: {_quoted(content.municipality)}"
    yield f"year: {content.year}"
    yield f"edition: {content.edition}"
    yield f"visited: {content.visited}"
    yield f"published: {content.published}"
    yield f"first: {'true' if content.first else 'false'}"
    yield f"interviews: {content.interviews}"
    yield "evaluators:"
    for one in content.evaluators:
        yield f"  - name: {_quoted(one.name)}"
        if one.affiliation:
            yield f"    affiliation: {_quoted(one.affiliation)}"
    yield f"total: {content.total}"


def _area(area: Area) -> Iterator[str]:
    yield f"  {area.number}:"
    if area.points:
        yield f"    points: {area.points}"
    yield f"    impression: {_quoted(area.impression)}"
    figures = [(one, _figures(one.points, one.percent)) for one in area.questions]
    if any(text for _, text in figures):
        yield "    questions:"
        yield from (f"      {one.number}: {{{text}}}" for one, text in figures if text)
    for key, texts in (("strengths", area.strengths), ("improvements", area.improvements)):
        if texts:
            yield f"    {key}:"
            yield from (f"      - {_quoted(text)}" for text in texts)


def _figures(points: str | None, percent: str | None) -> str:
    return ", ".join(f"{key}: {value}" for key, value in (("points", points), ("percent", percent)) if value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
