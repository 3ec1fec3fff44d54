"""Answers as bytes: what two builds compare, and what a build makes a page of when only words have changed.

The bytes hold no words of the evaluators: where an answer has an item or a whole evaluation, they name its place. So an
answer that other words have come into is the same bytes, and unpacked it has the new words.
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from hashlib import blake2b
from io import BytesIO
from operator import attrgetter
from typing import Any, NamedTuple

from kompass_sphinx.archive.answers import MISSING, Missing
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.items import ANYWHERE, ExampleItem, FindingItem, Kind, WordPlace
from kompass_sphinx.model.definition import is_part
from kompass_sphinx.model.edition import Area, Edition, Question
from kompass_sphinx.model.evaluation import Evaluation, Example, Finding
from kompass_sphinx.model.municipality import Municipality

SIZE = 8
"""Bytes of a digest: among a million answers two different ones have the same with a chance of one in many millions."""

# The newest that all supported versions of Python write in the same way.
_PROTOCOL = 4

_FINDING, _EXAMPLE = (attrgetter(*(field.name for field in fields(part))) for part in (Finding, Example))

Evaluated = tuple[str, int]
"""The name of a municipality and a year."""


class PackedAnswer(NamedTuple):
    """An answer without words, and the places of the words that belong in it."""

    data: bytes
    words: frozenset[WordPlace]

    @property
    def digest(self) -> bytes:
        """What tells the answer from others, apart from its words."""
        return digest_of(self.data)


def digest_of(data: bytes | memoryview) -> bytes:
    """What tells bytes from others."""
    return blake2b(data, digest_size=SIZE).digest()


class AnswerPacker:
    """Packs answers of an archive, and makes them again of bytes and the archive's own evaluations.

    ``contents`` are digests of what evaluations say.
    """

    def __init__(self, archive: Archive, contents: Mapping[Evaluated, str]) -> None:
        self._archive = archive
        self._contents = contents
        self._words: set[WordPlace] = set()
        self._reductions = _Reductions(self._words.add)

    def packed(self, answer: Any) -> PackedAnswer:
        """An answer as bytes: the same for the same answer in every process.

        Raises TypeError for an answer of a kind that no page is made of.
        """
        self._words.clear()
        return PackedAnswer(_pickled(answer, self._reductions), frozenset(self._words))

    def unpacked(self, data: bytes | memoryview) -> Any:
        """The answer that was packed, with the words that the archive has now.

        Raises LookupError where the archive no longer has what was in it.
        """
        return _Unpickler(data, self._archive).load()

    def digest_at(self, place: WordPlace) -> bytes:
        """What tells the words at a place from others; empty where the archive has no such place."""
        if place == ANYWHERE:
            return digest_of(repr(sorted(self._contents.items())).encode())
        content = self._contents.get((place.municipality, place.year))
        if content is None:
            return b""
        if place.is_everywhere:
            return content.encode()
        try:
            item = _item(self._archive, *place)
        except LookupError:
            return b""
        said = _EXAMPLE(item.example) if isinstance(item, ExampleItem) else _FINDING(item.finding)
        # The same bytes in every process: later ways of marshal's depend on who else holds a string.
        return digest_of(marshal.dumps((item.address, *said), 2))


def _pickled(value: Any, reductions: _Reductions) -> bytes:
    buffer = BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    # Without notes of what was written before, which depend on who else holds an object.
    pickler.fast = True
    pickler.dispatch_table = reductions
    pickler.dump(value)
    return buffer.getvalue()


Reduction = tuple[Callable[..., Any], tuple[Any, ...]]


class _Reductions(dict[type, Callable[[Any], Reduction | str]]):
    """How values of each type are packed; ``add`` is told of the places of words."""

    def __init__(self, add: Callable[[WordPlace], None]) -> None:
        super().__init__(_STAND_INS)

        def item(one: FindingItem | ExampleItem) -> Reduction:
            add(one.place)
            return _item, tuple(one.place)

        def place(one: WordPlace) -> Reduction:
            add(one)
            return WordPlace, tuple(one)

        def evaluation(one: Evaluation) -> Reduction:
            add(WordPlace.everywhere(one.municipality, one.year))
            return _evaluation, (one.municipality, one.year)

        self.update({FindingItem: item, ExampleItem: item, WordPlace: place, Evaluation: evaluation})

    def __missing__(self, kind: type) -> Callable[[Any], Reduction | str]:
        self[kind] = found = _reduction_of(kind)
        return found


def _reduction_of(kind: type) -> Callable[[Any], Reduction | str]:
    if issubclass(kind, type):  # as that of enumerations: by its name
        return lambda value: value.__qualname__
    if issubclass(kind, Enum):
        return lambda value: (kind, (value.value,))
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        # With one name it gives no tuple.
        values = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
        if is_part(kind):
            return lambda value: (_part, (kind, *values(value)))
        return lambda value: (kind, values(value))
    raise TypeError(f"no page is made of {kind.__name__}")


class _Unpickler(pickle.Unpickler):
    """Finds what stands for things of the archive there, and the project's own classes; nothing else."""

    def __init__(self, data: bytes | memoryview, archive: Archive) -> None:
        super().__init__(BytesIO(data))
        self._archive = archive

    def find_class(self, module: str, name: str) -> Any:
        if module == __name__:
            return partial(globals()[name], self._archive)
        if module.startswith("kompass_sphinx."):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")


# What stands for a thing that the archive has.


def _municipality(archive: Archive, slug: str) -> Municipality:
    return archive.registry.by_slug[slug]


def _edition(archive: Archive, number: int) -> Edition:
    return archive.catalogue.editions[number]


def _area(archive: Archive, edition: int, number: int) -> Area:
    return archive.catalogue.editions[edition].areas[number]


def _question(archive: Archive, edition: int, area: int, number: str) -> Question:
    return archive.catalogue.editions[edition].areas[area].questions[number]


def _evaluation(archive: Archive, municipality: str, year: int) -> Evaluation:
    return archive.evaluations[archive.registry.by_name[municipality].slug, year]


def _item(archive: Archive, municipality: str, year: int, kind: str, position: int) -> FindingItem | ExampleItem:
    return archive.items_of(_evaluation(archive, municipality, year)).at(Kind(kind), position)


def _part(_: Archive, kind: type, *values: Any) -> Any:
    """A part of an evaluation, which was validated when it was read."""
    part: Any = object.__new__(kind)
    for field, value in zip(fields(kind), values, strict=True):
        object.__setattr__(part, field.name, value)
    return part


def _missing(_: Archive) -> Missing:
    return MISSING


_STAND_INS: dict[type, Callable[[Any], Reduction | str]] = {
    Municipality: lambda one: (_municipality, (one.slug,)),
    Edition: lambda one: (_edition, (one.id,)),
    Area: lambda one: (_area, (one.edition, one.number)),
    Question: lambda one: (_question, (one.edition, one.area, one.number)),
    Missing: lambda _: (_missing, ()),
}
