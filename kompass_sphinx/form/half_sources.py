"""Sources that are not filled in yet, as the page beside the form shows them: with what is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from typing import Any

from kompass_sphinx.form.parts import mapping
from kompass_sphinx.model.evaluation import Evaluation, Source
from kompass_sphinx.reading.problems import Fault

_ANY_KIND = "report"
"""Stands where no kind has been chosen, until ``without_kinds`` takes it away again."""


def completed(value: dict[str, Any], faults: Iterable[Fault], title: str) -> tuple[list[dict[str, Any]], list[int]]:
    """The sources without what is wrong in them, each with a title; and the positions of those without a kind."""
    found = value.get("sources")
    sources = [dict(mapping(source)) for source in found] if isinstance(found, list) and found else [{}]
    for fault in faults:
        if fault.loc[:1] == ("sources",) and len(fault.loc) > 2:
            sources[int(fault.loc[1])].pop(str(fault.loc[2]), None)
    without_kind = [position for position, source in enumerate(sources) if "kind" not in source]
    return [{"title": title, "kind": _ANY_KIND} | source for source in sources], without_kind


def without_kinds(evaluation: Evaluation, positions: list[int]) -> Evaluation:
    """The evaluation whose sources at these positions have no kind."""
    sources = tuple(
        _without_kind(source) if position in positions else source for position, source in enumerate(evaluation.sources)
    )
    return replace(evaluation, sources=sources)


def _without_kind(source: Source) -> Source:
    half = copy(source)
    object.__setattr__(half, "kind", None)  # what no file may leave out, so the model would not make one
    return half
