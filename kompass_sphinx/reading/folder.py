"""The folder of evaluations: all of them and all problems of all files in one go."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kompass_sphinx.model.order import swedish_key
from kompass_sphinx.processes import shared_among
from kompass_sphinx.reading.cache import EvaluationCache, reader_version
from kompass_sphinx.reading.problems import Code, Problem
from kompass_sphinx.reading.read_file import Evaluations, ReadFile
from kompass_sphinx.reading.register import KnownEvaluation, Register, packed_register, read_register
from kompass_sphinx.reading.stamps import Stamp, settled, stamp_of
from kompass_sphinx.reading.tree import EvaluationPath, Tree, read_bytes, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kompass_sphinx.model.edition import Catalogue
    from kompass_sphinx.model.evaluation import Evaluation
    from kompass_sphinx.model.municipality import Registry
    from kompass_sphinx.reading.evaluation_file import EvaluationReader
    from kompass_sphinx.reading.frames import Frame

Key = tuple[str, int]
"""A municipality's slug and a year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder of evaluations holds.

    ``evaluations`` are in Swedish order of the municipality, then by year; those that were read in an earlier run
    are made when they are asked for. ``digests`` (SHA-256 of the file, in hex), ``frames`` (what they say without
    the evaluators' words) and ``paths`` (as shown) have the same keys. ``problems`` are in the order of their
    places, and so is ``advice``: warnings, where they were asked for.
    """

    evaluations: Mapping[Key, Evaluation]
    register: Register
    problems: tuple[Problem, ...]
    digests: dict[Key, str]
    frames: dict[Key, Frame]
    paths: dict[Key, str]
    advice: tuple[Problem, ...] = ()

    @property
    def known(self) -> tuple[KnownEvaluation, ...]:
        """The evaluations of the register."""
        return self.register.known


def read_folder(
    folder: Path,
    shown_as: str,
    registry: Registry,
    catalogue: Catalogue,
    cache: EvaluationCache | None = None,
    processes: int = 1,
) -> Reading:
    """Everything in ``folder``; problems name its files as ``shown_as``/…. Never raises for what is there.

    Files that have to be read are shared among so many ``processes``.
    """

    def make_reader() -> EvaluationReader:
        # Imported when there is something to read: in most builds no evaluation is new, and it takes long.
        from kompass_sphinx.reading.evaluation_file import EvaluationReader

        return EvaluationReader(registry, catalogue)

    if cache is not None:
        cache.open(reader_version(registry, catalogue))
    return read_tree(walk(folder, shown_as), registry, make_reader, cache, processes)


def read_tree(
    tree: Tree,
    registry: Registry,
    make_reader: Callable[[], EvaluationReader],
    cache: EvaluationCache | None = None,
    processes: int = 1,
) -> Reading:
    """Everything in the files of ``tree``. Never raises for what is there.

    ``make_reader`` is called when a file has to be read; its reader is one for the same ``registry``.
    """
    results: dict[str, ReadFile] = {}
    problems = list(tree.problems)
    new: list[_New] = []
    for file in tree.evaluations:
        found = _look(file, cache)
        if isinstance(found, Problem):
            problems.append(found)
        elif isinstance(found, ReadFile):
            results[file.file] = found
        else:
            new.append(found)
    read = shared_among(processes, partial(_read, make_reader()), new) if new else []
    for one, result in zip(new, read, strict=True):
        results[one.file.file] = result
        if cache is not None:
            cache.add(one.file.shown, result)
    register, problems_of_register = _register(tree, registry, cache)
    if cache is not None:
        cache.save()
    in_order = [(file, results[file.file]) for file in tree.evaluations if file.file in results]
    for _, result in in_order:
        problems += result.problems
    problems += (*_duplicates(in_order), *problems_of_register)
    return _reading(in_order, register, problems, registry)


@dataclass(frozen=True, slots=True)
class _New:
    """A file with a content that has not been read before; ``file`` may also be the register."""

    file: EvaluationPath
    data: bytes
    digest: bytes
    stamp: Stamp | None


def _look(file: EvaluationPath, cache: EvaluationCache | None) -> ReadFile | _New | Problem:
    """What is known of a file already, or its content, or why it cannot be had."""
    stamp = stamp_of(file.file) if cache is not None else None
    known = cache.unchanged(file.shown, stamp) if cache is not None else None
    if known is not None:
        return known
    stamp = settled(stamp)
    data = read_bytes(file.path, file.shown)
    if isinstance(data, Problem):
        return data
    digest = hashlib.sha256(data).digest()
    known = cache.find(file.shown, digest, stamp) if cache is not None else None
    return known or _New(file, data, digest, stamp)


def _read(reader: EvaluationReader, new: _New) -> ReadFile:
    file = new.file
    return ReadFile.of(new.digest, new.stamp, reader.read(new.data, file.shown, file.slug, file.year))


def _duplicates(results: list[tuple[EvaluationPath, ReadFile]]) -> Iterator[Problem]:
    """A problem for every file about a municipality and year that another file is about as well."""
    identities = [result.identity for _, result in results if result.identity is not None]
    if len(set(identities)) == len(identities):
        return
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


def _register(tree: Tree, registry: Registry, cache: EvaluationCache | None) -> tuple[Register, tuple[Problem, ...]]:
    if tree.register is None:
        return Register(), ()
    path, shown = tree.register
    found = _look(EvaluationPath(str(path), shown, "", ""), cache)
    if isinstance(found, Problem):
        return Register(), (found,)
    if isinstance(found, _New):
        known, problems = read_register(found.data, shown, registry)
        found = ReadFile(found.digest, found.stamp, None, problems=problems, packed=packed_register(known))
        if cache is not None:
            cache.add(shown, found)
    return Register(found.digest, found.as_bytes or b""), found.problems


def _reading(
    results: list[tuple[EvaluationPath, ReadFile]],
    register: Register,
    problems: list[Problem],
    registry: Registry,
) -> Reading:
    right = [(file, result) for file, result in results if result.is_right]
    place = {slug: swedish_key(registry.by_slug[slug].name) for slug in {file.slug for file, _ in right}}
    right.sort(key=lambda pair: (place[pair[0].slug], pair[0].year))
    # A right file's name is its year.
    keys = {(file.slug, int(file.year)): (file, result) for file, result in right}
    return Reading(
        evaluations=Evaluations({key: result for key, (_, result) in keys.items()}),
        register=register,
        problems=tuple(sorted(set(problems))),
        digests={key: result.digest.hex() for key, (_, result) in keys.items()},
        frames={key: result.frame for key, (_, result) in keys.items() if result.frame is not None},
        paths={key: file.shown for key, (file, _) in keys.items()},
        advice=tuple(sorted(warning for _, result in results for warning in result.advice)),
    )
