"""The hostile evaluation files: each kind of text in each field, each notation at each value, and whole files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.hostile.fields import OTHER_WAYS, TEXT_WAYS, WITH_RULES, Way, escaped, quoted, with_value
from tests.hostile.notations import FILES, NOTATIONS
from tests.hostile.texts import REFUSED, REFUSED_TEXTS, SHOWN, SHOWN_TEXTS, HostileText

KINDS = tuple(dict.fromkeys([*SHOWN, *REFUSED, *NOTATIONS, *FILES]))
"""What they are, in the order of the page on security."""

FIGURES = frozenset({"number", "word"})
"""Kinds that are tried where a figure, a date or a word of a list belongs too."""


@dataclass(frozen=True, slots=True)
class HostileFile:
    """An evaluation file of a kind; ``name`` is its own.

    ``shown`` is the text that stands at ``way`` when the file must be accepted; ``is_refused`` is set when it must not.
    """

    kind: str
    name: str
    data: bytes
    way: Way = ()
    shown: str | None = None
    is_refused: bool = False


def hostile_files(kind: str) -> Iterator[HostileFile]:
    """Those of a kind, in the same order each time."""
    yield from _with_shown_texts(kind)
    yield from _with_refused_texts(kind)
    for number, notation in enumerate(NOTATIONS.get(kind, ()), start=1):
        for way in (*TEXT_WAYS, *OTHER_WAYS)[number % 2 :: 2]:  # every second value, the others in turn
            yield HostileFile(kind, _name(f"{kind}-{number}", way, "bare"), with_value(way, notation).encode())
    for number, content in enumerate(FILES.get(kind, ()), start=1):
        yield HostileFile(kind, f"{kind}-{number}", content if isinstance(content, bytes) else content.encode())


def _with_shown_texts(kind: str) -> Iterator[HostileFile]:
    for text in (text for text in SHOWN_TEXTS if text.kind == kind):
        yield from (_shown(text, way) for way in TEXT_WAYS)
        for way in OTHER_WAYS if kind in FIGURES else ():
            yield HostileFile(kind, _name(text.name, way, "bare"), with_value(way, text.text).encode())


def _with_refused_texts(kind: str) -> Iterator[HostileFile]:
    """Those that no text may hold: as they are and written as an escape, in turn."""
    for text in (text for text in REFUSED_TEXTS if text.kind == kind):
        for index, way in enumerate(TEXT_WAYS):
            is_raw = (index + text.number) % 2
            style, written = ("raw", f"'{text.text}'") if is_raw else ("escaped", f'"{escaped(text.text)}"')
            name = _name(text.name, way, style)
            yield HostileFile(kind, name, with_value(way, written).encode(), way, is_refused=True)


def _shown(text: HostileText, way: Way) -> HostileFile:
    must_be = text.plain if way[-1] not in WITH_RULES else None
    if way[-1] == "url":
        must_be = text.plain if text.kind == "address" else None
    name = _name(text.name, way, "quoted")
    return HostileFile(text.kind, name, with_value(way, quoted(text.text)).encode(), way, must_be)


def _name(text: str, way: Way, style: str) -> str:
    return f"{text} {style} at {'.'.join(map(str, way))}"
