"""Short names for what answers say: two answers with the same fingerprint look the same on every page."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from kompass_sphinx.archive.answers import MISSING
from kompass_sphinx.model.edition import Area, Edition, Question
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.municipality import Municipality

SIZE = 8
"""Bytes: among a million answers two different ones have the same with a chance of one in many millions."""

# The same bytes for the same value in every process; later ones depend on who else holds a string.
_MARSHAL_VERSION = 2

# Reference data are the same in all builds by the same program.
_NAMES: dict[type, Callable[[Any], Any]] = {
    Municipality: attrgetter("slug"),
    Question: attrgetter("edition", "number"),
    Area: attrgetter("edition", "number"),
    Edition: attrgetter("id"),
}


def fingerprint(answer: Any, content_of: Callable[[Evaluation], str]) -> bytes:
    """The fingerprint of an answer.

    ``content_of`` is a digest of what an evaluation says: where an answer is a whole evaluation, all of it counts.
    Raises TypeError for an answer of a kind that no page is made of.
    """

    def plain(value: Any) -> Any:
        kind: Any = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple or kind is list:
            return tuple([plain(one) for one in value])
        if kind is Evaluation:
            return content_of(value)
        return _plain_of(kind)(value, plain)

    return blake2b(marshal.dumps(plain(answer), _MARSHAL_VERSION), digest_size=SIZE).digest()


_PLAIN = frozenset({str, int, float, bool, type(None)})


@cache
def _plain_of(kind: type[Any]) -> Callable[[Any, Callable[[Any], Any]], Any]:
    """What makes plain values of the values of a type."""
    if kind in _NAMES:
        name = _NAMES[kind]
        return lambda value, _: name(value)
    if kind is type(MISSING):
        return lambda *_: Ellipsis
    if issubclass(kind, Enum):
        return lambda value, plain: plain(value.value)
    if issubclass(kind, str | int):
        return lambda value, _: kind.__mro__[1](value)
    if issubclass(kind, Mapping):
        return lambda value, plain: tuple([(plain(key), plain(one)) for key, one in value.items()])
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return lambda value, plain: tuple([plain(getattr(value, name)) for name in names])
    raise TypeError(f"no page is made of {kind.__name__}")
