"""An evaluation as bytes and back, for the cache.

Plain tuples through marshal: pickling parts with slots goes through Python for each and takes as long as validation.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, get_args

from kompass_sphinx.model.definition import fields_of, is_part
from kompass_sphinx.model.evaluation import AreaResult, Evaluation, Example, Finding, Note, QuestionResult
from kompass_sphinx.reading.frames import AREAS, FIGURE_SIZE, Frame

TEXTS = frozenset(
    {(Finding, "text"), (AreaResult, "impression"), (Evaluation, "summary"), (Example, "topic"), (Note, "text")}
)
"""The fields that are evaluators' words, or words about them: no figure, order or choice depends on them."""

FIGURES = frozenset(
    {(Evaluation, "total"), (AreaResult, "points"), (QuestionResult, "points"), (QuestionResult, "percent")}
)
"""The fields that are the evaluation's own figures."""


def packed(evaluation: Evaluation) -> bytes:
    """The evaluation as bytes; only the same versions of Python and of the model understand them."""
    return marshal.dumps(_values(evaluation, _layout(Evaluation)))


def frame_of(evaluation: Evaluation) -> Frame:
    """The frame of an evaluation: the same in every process."""
    areas = evaluation.areas
    figures: list[Any] = [evaluation.total]
    for number in AREAS:
        area = areas.get(number)
        figures.append(area and (area.points, [(one.points, one.percent) for one in area.questions.values()]))
    return Frame(
        _digest(_values(evaluation, _layout(Evaluation), hides=True), 16),
        b"".join(_digest(one, FIGURE_SIZE) for one in figures),
    )


def _digest(values: Any, size: int) -> bytes:
    # An older way of marshal's, in which it does not matter who else holds a string.
    return blake2b(marshal.dumps(values, 2), digest_size=size).digest()


def unpacked(data: bytes | memoryview) -> Evaluation:
    """The evaluation that was packed; it was validated then."""
    evaluation: Evaluation
    [evaluation] = _parts([marshal.loads(data)], _layout(Evaluation))  # noqa: S302 - checked by the cache
    return evaluation


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the values of a part follow each other; ``inner`` are the fields that hold parts, by their positions.

    ``hidden`` are the positions of fields with evaluators' words or figures.
    """

    part: type
    values: Callable[[Any], tuple[Any, ...]]
    setters: tuple[Callable[[Any, Any], None], ...]
    hidden: tuple[int, ...]
    inner: tuple[tuple[int, _Layout], ...]


@cache
def _layout(part: type) -> _Layout:
    names = [field.name for field in fields(part)]
    within = [_part_in(fields_of(part)[name].annotation) for name in names]
    return _Layout(
        part,
        attrgetter(*names),
        tuple(_setter(part, name) for name in names),
        tuple(index for index, name in enumerate(names) if (part, name) in TEXTS | FIGURES),
        tuple((index, _layout(one)) for index, one in enumerate(within) if one is not None),
    )


def _part_in(annotation: Any) -> type | None:
    if is_part(annotation):
        return annotation  # type: ignore[no-any-return]
    return next((part for part in map(_part_in, get_args(annotation)) if part is not None), None)


def _setter(part: type, name: str) -> Callable[[Any, Any], None]:
    """What sets a field of a frozen part."""
    slot = vars(part).get(name)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__

    def set_field(one: Any, value: Any) -> None:
        object.__setattr__(one, name, value)

    return set_field


def _values(part: Any, layout: _Layout, *, hides: bool = False) -> tuple[Any, ...]:
    values = layout.values(part)
    if not layout.inner and not (hides and layout.hidden):
        return values
    plain = list(values)
    for index in layout.hidden if hides else ():
        plain[index] = plain[index] is not None
    for index, inner in layout.inner:
        parts = plain[index]
        if type(parts) is dict:
            plain[index] = {key: _values(one, inner, hides=hides) for key, one in parts.items()}
        else:
            plain[index] = tuple(_values(one, inner, hides=hides) for one in parts)
    return tuple(plain)


def _parts(rows: Iterable[tuple[Any, ...]], layout: _Layout) -> list[Any]:
    """A part for each row: all of a kind in one go, for there are a hundred in an evaluation."""
    new, kind, setters, inner = object.__new__, layout.part, layout.setters, layout.inner
    parts: list[Any] = []
    for row in rows:
        part: Any = new(kind)
        for set_field, value in zip(setters, _with_parts(row, inner) if inner else row, strict=False):
            set_field(part, value)
        parts.append(part)
    return parts


def _with_parts(row: tuple[Any, ...], inner: tuple[tuple[int, _Layout], ...]) -> list[Any]:
    values = list(row)
    for index, layout in inner:
        rows = values[index]
        if type(rows) is dict:
            values[index] = dict(zip(rows, _parts(rows.values(), layout), strict=True))
        elif rows:
            values[index] = tuple(_parts(rows, layout))
    return values
