"""Plain data to an evaluation, or what pydantic finds wrong with it in our own words."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from kompass_sphinx.language import message_id
from kompass_sphinx.model.definition import evaluation_of
from kompass_sphinx.reading.problems import KEY, Code, Fault, Loc, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kompass_sphinx.model.evaluation import Evaluation
    from kompass_sphinx.reading.shape import Shape

_OUR_CODES = frozenset(code.value for code in Code)
_KEYS_WITH_VALUES = message_id("keys with values")
_LIST = message_id("a list, each item on a line of its own after a hyphen")
_OTHER = message_id("a value of another kind")
_MOST_COMPARED = 1000
"""With more faults than this, looking for the nearest key of each would take seconds."""
_EXPECTED = {
    "dataclass_type": _KEYS_WITH_VALUES,
    "dict_type": _KEYS_WITH_VALUES,
    "tuple_type": _LIST,
}


def validate(data: Any, shape: Shape) -> tuple[Evaluation | None, list[Fault]]:
    """The evaluation that ``data`` is, or every fault in it."""
    try:
        return evaluation_of(data), []
    except ValidationError as error:
        return None, list(_faults(error, shape))


def _faults(error: ValidationError, shape: Shape) -> Iterator[Fault]:
    details = error.errors(include_url=False)
    for detail in details:
        kind, loc, found, values = detail["type"], detail["loc"], detail["input"], detail.get("ctx", {})
        if kind == "missing":
            yield Fault.at(loc, Code.MISSING_KEY, key=loc[-1])
        elif kind == "unexpected_keyword_argument":
            yield _unknown_key(loc, shape, near=len(details) <= _MOST_COMPARED)
        elif kind == "literal_error":
            known = ", ".join(re.findall(r"'([^']*)'", values["expected"]))
            yield Fault.at(loc, Code.UNKNOWN_VALUE, found=_shown(found), known=known)
        elif kind == "too_short":
            message = message_id("The list is empty. At least one %(key)s item is needed.")
            yield Fault.at(loc, Code.EMPTY_VALUE, message, key=loc[-1])
        elif kind in _OUR_CODES:
            yield _our_own(Code(kind), loc, found, values)
        else:
            yield _our_own(Code.WRONG_TYPE, loc, found, {"expected": _EXPECTED.get(kind, _OTHER)})


def _our_own(code: Code, loc: Loc, found: Any, values: dict[str, Any]) -> Fault:
    if code is Code.WRONG_TYPE and isinstance(found, str):
        message = message_id('Expected %(expected)s, found "%(found)s".')
        return Fault.at(loc, code, message, found=_shown(found), **values)
    if code is Code.MISSING_KEY:
        # Where the key is there without a value, that is said of it already, at the same place.
        return Fault.at((*loc, values["key"]), code, **values)
    if code in (Code.OUT_OF_RANGE, Code.UNSAFE_URL):
        values = {"found": _shown(found), **values}
    return Fault.at(loc, code, **values)


def _unknown_key(loc: Loc, shape: Shape, *, near: bool) -> Fault:
    keys = _keys_at(loc[:-1], shape)
    key = printable(str(loc[-1]))
    nearest = get_close_matches(key, keys, n=1) if near else []
    if nearest:
        message = message_id("Unknown key %(key)s. Did you mean %(near)s?")
        return Fault.at((*loc, KEY), Code.UNKNOWN_KEY, message, key=key, near=nearest[0])
    return Fault.at((*loc, KEY), Code.UNKNOWN_KEY, key=key, known=", ".join(keys))


def _keys_at(loc: Loc, shape: Shape) -> tuple[str, ...]:
    here: Shape | None = shape
    for segment in loc:
        here = here.under(segment) if here else None
    return tuple(here.keys) if here else ()


def _shown(value: Any) -> str:
    return printable(value if isinstance(value, str) else "…")
