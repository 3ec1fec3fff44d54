"""Sentences with links in them, without HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.language import Language
from kompass_sphinx.views.targets import Target

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to another place, when that place exists on the site; else just the text."""

    text: str
    target: Target


@dataclass(frozen=True, slots=True)
class Quiet:
    """Text of less weight, such as an n."""

    text: str


Part = str | Link | Quiet
Rich = tuple[Part, ...]
"""A sentence in parts, in order."""


def rich(sentence: str, **values: Part | Rich) -> Rich:
    """A translated sentence with its ``%(name)s`` placeholders filled by texts, links or sentences."""
    parts: list[Part] = []
    for at, part in enumerate(_divided(sentence)):
        value = values[part] if at % 2 else part
        if isinstance(value, tuple):
            parts += filter(None, value)
        elif value:
            parts.append(value)
    return tuple(parts)


@lru_cache(4096)
def _divided(sentence: str) -> list[str]:
    """Texts, and between them the names of the placeholders."""
    return _PLACEHOLDER.split(sentence)


def joined(sentences: Iterable[Rich]) -> Rich:
    """Sentences after each other with a space between."""
    parts: list[Part] = []
    for sentence in sentences:
        if parts and sentence:
            parts.append(" ")
        parts.extend(sentence)
    return tuple(parts)


def listed(language: Language, items: Iterable[Part | Rich]) -> Rich:
    """Items as a list in running text: a, b and c."""
    entries = [item if isinstance(item, tuple) else (item,) for item in items]
    return rich(_list_of(language, len(entries)), **{f"item{index}": entry for index, entry in enumerate(entries)})


@lru_cache(256)
def _list_of(language: Language, count: int) -> str:
    return language.listing(f"%(item{index})s" for index in range(count))


def plain(sentence: Rich) -> str:
    """The sentence as text."""
    return "".join(part if isinstance(part, str) else part.text for part in sentence)
