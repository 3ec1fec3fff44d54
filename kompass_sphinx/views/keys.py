"""The keys of an evaluation file, read off the models: what each is, and whether it must be there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.model.definition import fields_of
from kompass_sphinx.model.evaluation import (
    AreaResult,
    Benchmark,
    Evaluation,
    Evaluator,
    Example,
    Finding,
    Note,
    QuestionResult,
    Source,
)
from kompass_sphinx.views.context import Context

PARTS: Mapping[str, type] = MappingProxyType(
    {
        "evaluation": Evaluation,
        "evaluator": Evaluator,
        "area": AreaResult,
        "question": QuestionResult,
        "finding": Finding,
        "example": Example,
        "benchmark": Benchmark,
        "source": Source,
        "note": Note,
    }
)
"""The parts of a file by the name that their view has."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key, what it holds, and whether it must be there."""

    key: str
    is_required: bool
    description: str


def keys(context: Context, part: type) -> tuple[KeyRow, ...]:
    """Every key of a part of the file, in the format's order."""
    rows = []
    for name, field in fields_of(part).items():
        assert field.description is not None, "every key of the models has a description"
        rows.append(KeyRow(name, field.is_required(), context.language.gettext(field.description)))
    return tuple(rows)
