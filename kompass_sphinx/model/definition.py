"""What the definition of an evaluation gives: its validation, the keys of its parts, and the JSON Schema."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from pydantic import TypeAdapter
from pydantic.dataclasses import is_pydantic_dataclass, rebuild_dataclass

from kompass_sphinx.model.evaluation import Evaluation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo


def evaluation_of(data: Any) -> Evaluation:
    """The evaluation that plain data are. Raises pydantic.ValidationError."""
    return _adapter().validate_python(data)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of an evaluation, as pydantic makes it."""
    return _adapter().json_schema()


def is_part(annotation: Any) -> bool:
    """Whether a type is an evaluation or a part of one, with keys of its own."""
    return isinstance(annotation, type) and is_pydantic_dataclass(annotation)


def fields_of(part: type) -> Mapping[str, FieldInfo]:
    """The keys of a part with their types and descriptions, in the format's order."""
    return cast("Mapping[str, FieldInfo]", part.__pydantic_fields__)  # type: ignore[attr-defined]


@cache
def _adapter() -> TypeAdapter[Evaluation]:
    rebuild_dataclass(Evaluation)  # type: ignore[arg-type]  # mypy takes it for a plain dataclass
    return TypeAdapter(Evaluation)
