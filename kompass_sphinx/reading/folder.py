"""The folder of evaluations: all of them and all problems of all files in one go."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kompass_sphinx.model.order import swedish_key
from kompass_sphinx.reading.cache import EvaluationCache, reader_version
from kompass_sphinx.reading.evaluation_file import EvaluationReader
from kompass_sphinx.reading.problems import Code, Problem
from kompass_sphinx.reading.read_file import Evaluations, ReadFile
from kompass_sphinx.reading.register import KnownEvaluation, read_register
from kompass_sphinx.reading.stamps import settled, stamp_of
from kompass_sphinx.reading.tree import EvaluationPath, Tree, read_bytes, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kompass_sphinx.model.edition import Catalogue
    from kompass_sphinx.model.evaluation import Evaluation
    from kompass_sphinx.model.municipality import Registry

Key = tuple[str, int]
"""A municipality's slug and a year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder of evaluations holds.

    ``evaluations`` are in Swedish order of the municipality, then by year; those that were read in an earlier run
    are made when they are asked for. ``digests`` (SHA-256 of the file, in hex) and ``paths`` (as shown) have the same
    keys. ``problems`` are in the order of their places,
    and so is ``advice``: warnings, where they were asked for.
    """

    evaluations: Mapping[Key, Evaluation]
    known: tuple[KnownEvaluation, ...]
    problems: tuple[Problem, ...]
    digests: dict[Key, str]
    paths: dict[Key, str]
    advice: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Found:
    """What the files say, as they are read one after the other."""

    results: list[tuple[EvaluationPath, ReadFile]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_folder(
    folder: Path, shown_as: str, registry: Registry, catalogue: Catalogue, cache: EvaluationCache | None = None
) -> Reading:
    """Everything in ``folder``; problems name its files as ``shown_as``/…. Never raises for what is there."""
    reader = EvaluationReader(registry, catalogue)
    if cache is not None:
        cache.open(reader_version(registry, catalogue))
    return read_tree(walk(folder, shown_as), reader, cache)


def read_tree(tree: Tree, reader: EvaluationReader, cache: EvaluationCache | None = None) -> Reading:
    """Everything in the files of ``tree``. Never raises for what is there."""
    found = _Found(problems=list(tree.problems))
    for file in tree.evaluations:
        _read(file, reader, cache, found)
    if cache is not None:
        cache.save()
    found.problems += _duplicates(found.results)
    known, problems = _register(tree, reader.registry)
    found.problems += problems
    return _reading(found, known, reader.registry)


def _read(file: EvaluationPath, reader: EvaluationReader, cache: EvaluationCache | None, found: _Found) -> None:
    stamp = stamp_of(file.file) if cache is not None else None
    result = cache.unchanged(file.shown, stamp) if cache is not None else None
    if result is None:
        stamp = settled(stamp)
        data = read_bytes(file.path, file.shown)
        if isinstance(data, Problem):
            found.problems.append(data)
            return
        digest = hashlib.sha256(data).digest()
        result = cache.find(file.shown, digest, stamp) if cache is not None else None
        if result is None:
            result = ReadFile.of(digest, stamp, reader.read(data, file.shown, file.slug, file.year))
            if cache is not None:
                cache.add(file.shown, result)
    found.results.append((file, result))
    found.problems += result.problems


def _duplicates(results: list[tuple[EvaluationPath, ReadFile]]) -> Iterator[Problem]:
    """A problem for every file about a municipality and year that another file is about as well."""
    at_home: dict[Key, EvaluationPath] = {}
    for file, result in results:
        if result.identity is not None and (file.slug, file.year) == (result.identity[0], str(result.identity[1])):
            at_home[result.identity] = file
    firsts = dict(at_home)
    for file, result in results:
        if result.identity is None:
            continue
        first = firsts.setdefault(result.identity, file)
        if first is not file:
            slug, year = result.identity
            yield Problem.at(
                file.shown, result.place, Code.DUPLICATE_EVALUATION, name=slug, year=year, other=first.shown
            )


def _register(tree: Tree, registry: Registry) -> tuple[tuple[KnownEvaluation, ...], tuple[Problem, ...]]:
    if tree.register is None:
        return (), ()
    path, shown = tree.register
    data = read_bytes(path, shown)
    return ((), (data,)) if isinstance(data, Problem) else read_register(data, shown, registry)


def _reading(found: _Found, known: tuple[KnownEvaluation, ...], registry: Registry) -> Reading:
    right = [(file, result) for file, result in found.results if result.is_right]
    right.sort(key=lambda pair: (swedish_key(registry.by_slug[pair[0].slug].name), pair[0].year))
    # A right file's name is its year.
    keys = {(file.slug, int(file.year)): (file, result) for file, result in right}
    return Reading(
        evaluations=Evaluations({key: result for key, (_, result) in keys.items()}),
        known=known,
        problems=tuple(sorted(set(found.problems))),
        digests={key: result.digest.hex() for key, (_, result) in keys.items()},
        paths={key: file.shown for key, (file, _) in keys.items()},
        advice=tuple(sorted(warning for _, result in found.results for warning in result.advice)),
    )
