"""One evaluation file: its bytes to an evaluation, or to every problem in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kompass_sphinx.language import message_id
from kompass_sphinx.reading.advice import advise
from kompass_sphinx.reading.checks import check_content, check_place
from kompass_sphinx.reading.places import Places
from kompass_sphinx.reading.problems import LINE_END, START, Code, Fault, Loc, Place, Problem
from kompass_sphinx.reading.salvage import is_damaged, salvage
from kompass_sphinx.reading.shape import Shape, shape_of_evaluation
from kompass_sphinx.reading.validation import validate
from kompass_sphinx.reading.yaml_text import MOST_BYTES, parse

if TYPE_CHECKING:
    from kompass_sphinx.model.edition import Catalogue
    from kompass_sphinx.model.evaluation import Evaluation
    from kompass_sphinx.model.municipality import Registry

MOST_PROBLEMS = 200
"""More than a file that is still to be filled in has."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was read of a file: the evaluation, or problems in the order of their lines.

    ``identity`` is the slug and year that the file itself is about, when these can be told; ``place`` is
    where it says so. ``advice`` are warnings, where the reader was asked for them.
    """

    evaluation: Evaluation | None
    problems: tuple[Problem, ...]
    identity: tuple[str, int] | None
    place: Place = START
    advice: tuple[Problem, ...] = ()


class EvaluationReader:
    """Reads evaluation files against one registry and one catalogue; one that advises gives warnings too."""

    def __init__(self, registry: Registry, catalogue: Catalogue, *, advises: bool = False) -> None:
        self.registry = registry
        self._advises = advises
        self.catalogue = catalogue
        self._shape: Shape = shape_of_evaluation()

    def read(self, data: bytes, path: str, slug: str, year_name: str) -> FileResult:
        """The evaluation in ``data``, whose file is ``slug``/``year_name``.yaml and is shown as ``path``.

        Never raises for what the file holds. Municipalities given by code get their name.
        """
        text = _decoded(data, path)
        if isinstance(text, Problem):
            return FileResult(None, (text,), None)
        parsed = parse(text, path)
        if parsed.broken:
            return FileResult(None, _in_order(parsed.problems), None)
        evaluation, faults = validate(parsed.value, self._shape)
        damaged: frozenset[Loc] = frozenset()
        if evaluation is None:
            evaluation, damaged = salvage(parsed.value, faults, self._shape)
        identity = None
        if evaluation is not None:
            found = (*check_place(evaluation, slug, year_name, self.registry), *self._check_content(evaluation))
            faults += [fault for fault in found if not is_damaged(fault.loc, damaged)]
            identity = self._identity(evaluation, damaged)
        advice = _in_order(list(advise(evaluation, damaged, parsed.text, path))) if self._advises else ()
        if evaluation is not None and not faults and not parsed.problems:
            return FileResult(_with_names(evaluation, self.registry), (), identity, advice=advice)
        places = Places(parsed.text)
        located = [Problem.of(fault, path, places.of(fault.loc)) for fault in faults]
        problems = _together(parsed.problems, located)
        return FileResult(None, _in_order(problems), identity, places.of(("municipality",)), advice)

    def _check_content(self, evaluation: Evaluation) -> list[Fault]:
        return list(check_content(evaluation, self.registry, self.catalogue, self._shape))

    def _identity(self, evaluation: Evaluation, damaged: frozenset[Loc]) -> tuple[str, int] | None:
        municipality = self.registry.find(evaluation.municipality)
        if municipality is None or ("year",) in damaged:
            return None
        return municipality.slug, evaluation.year


def _decoded(data: bytes, path: str) -> str | Problem:
    if len(data) > MOST_BYTES:
        message = message_id("The file is larger than %(limit)s bytes. Check what ended up there.")
        return Problem.at(path, START, Code.TOO_LARGE, message, limit=MOST_BYTES)
    try:
        # Some editors begin UTF-8 files with a byte order mark.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # What it could not read begins after the mark.
        lines = LINE_END.split(error.object[: error.start].decode())
        place = Place(len(lines), len(lines[-1]) + 1)
        return Problem.at(path, place, Code.NOT_UTF_8, byte=f"0x{error.object[error.start]:02X}")


def _with_names(evaluation: Evaluation, registry: Registry) -> Evaluation:
    """The evaluation with the registry's names in place of codes."""
    changes: dict[str, Any] = {}
    if evaluation.municipality not in registry.by_name:
        changes["municipality"] = registry.by_code[evaluation.municipality].name
    if any(example.municipality in registry.by_code for example in evaluation.examples):
        changes["examples"] = tuple(
            replace(example, municipality=registry.by_code[example.municipality].name)
            if example.municipality in registry.by_code
            else example
            for example in evaluation.examples
        )
    return replace(evaluation, **changes) if changes else evaluation


def _together(of_yaml: list[Problem], of_values: list[Problem]) -> list[Problem]:
    """Both kinds of problems, but at one place only what explains it: what YAML refuses, or a stray colon."""
    colons = {problem.place for problem in of_values if problem.code is Code.COLON_IN_TEXT}
    refused = [problem for problem in of_yaml if problem.code is not Code.EMPTY_VALUE or problem.place not in colons]
    taken = {problem.place for problem in refused}
    return refused + [problem for problem in of_values if problem.place not in taken]


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    ordered = sorted(set(problems))
    if len(ordered) <= MOST_PROBLEMS:
        return tuple(ordered)
    first = ordered[MOST_PROBLEMS]
    rest = Problem.at(first.path, first.place, Code.TOO_MANY_PROBLEMS, count=len(ordered) - MOST_PROBLEMS)
    return (*ordered[:MOST_PROBLEMS], rest)
