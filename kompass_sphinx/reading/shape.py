"""Which keys the format has at which place, read off the models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from kompass_sphinx.model.definition import fields_of, is_part
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.scalars import AreaNumber

Numbering = Literal["", "area", "question"]


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of a value: named ones, or numbers of areas or sub-questions, or none for a single value.

    ``items`` is the shape of a list's items or of a numbered mapping's values.
    """

    keys: dict[str, Shape]
    numbering: Numbering = ""
    items: Shape | None = None

    def under(self, segment: str | int) -> Shape | None:
        """The shape of the value with this key or list index; None when the format has none there."""
        if isinstance(segment, str) and segment in self.keys:
            return self.keys[segment]
        return self.items


def shape_of_evaluation() -> Shape:
    """The shape of an evaluation file."""
    return _shape(Evaluation)


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0])
    if origin is tuple:
        return Shape({}, items=_shape(arguments[0]))
    if origin is dict:
        return Shape({}, "area" if arguments[0] == AreaNumber else "question", _shape(arguments[1]))
    if is_part(annotation):
        return Shape({name: _shape(field.annotation) for name, field in fields_of(annotation).items()})
    return Shape({})
