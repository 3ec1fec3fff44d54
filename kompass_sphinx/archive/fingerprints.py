"""Short names for what answers say: two answers with the same fingerprint look the same on every page."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any, NamedTuple

from kompass_sphinx.archive.answers import MISSING
from kompass_sphinx.archive.items import ExampleItem, FindingItem
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


Evaluated = tuple[str, int]
"""The name of a municipality and a year."""


class Fingerprint(NamedTuple):
    """What tells an answer from others; ``words_of`` are the evaluations of which it holds words."""

    digest: bytes
    words_of: frozenset[Evaluated]


def fingerprint(answer: Any, contents: Mapping[Evaluated, str]) -> Fingerprint:
    """The fingerprint of an answer.

    ``contents`` are digests of what evaluations say: where an answer is a whole evaluation, all of it counts.
    Raises TypeError for an answer of a kind that no page is made of.
    """
    words_of: set[Evaluated] = set()

    def plain(value: Any) -> Any:
        kind: Any = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple or kind is list:
            return tuple([plain(one) for one in value])
        if kind is Evaluation:
            words_of.add((value.municipality, value.year))
            return contents[value.municipality, value.year]
        if kind is FindingItem or kind is ExampleItem:
            words_of.add((value.evaluation.municipality, value.evaluation.year))
        return _plain_of(kind)(value, plain)

    data = marshal.dumps(plain(answer), _MARSHAL_VERSION)
    return Fingerprint(blake2b(data, digest_size=SIZE).digest(), frozenset(words_of))


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
