"""The register: evaluations known to exist and those in the archive, each once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.order import swedish_key
from kompass_sphinx.reading.register import KnownEvaluation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kompass_sphinx.archive.archive import Archive

_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """An evaluation that is known, archived, or both; at least one of the two."""

    municipality: str
    year: int | None
    known: KnownEvaluation | None
    evaluation: Evaluation | None


def register_of(archive: Archive) -> tuple[RegisterEntry, ...]:
    """Known and archived evaluations in the order of municipality and year, undated ones last.

    An undated known row with the same evaluators as an archived evaluation of the municipality is the same.
    """
    archived = {(one.municipality, one.year): one for one in archive}
    by_evaluators: dict[tuple[str, frozenset[str]], Evaluation] = {}
    for one in archive:
        people = frozenset(evaluator.name.casefold() for evaluator in one.evaluators)
        if people:
            by_evaluators.setdefault((one.municipality, people), one)
    known: dict[tuple[str, int], list[KnownEvaluation]] = defaultdict(list)
    undated: list[RegisterEntry] = []
    for row in archive.known:
        same = by_evaluators.get((row.municipality, people_of(row.evaluators))) if row.year is None else None
        if same is not None:
            known[same.municipality, same.year].append(row)
        elif row.year is None:
            undated.append(RegisterEntry(row.municipality, None, row, None))
        else:
            known[row.municipality, row.year].append(row)
    dated = [
        RegisterEntry(
            municipality,
            year,
            next(iter(known.get((municipality, year), ())), None),
            archived.get((municipality, year)),
        )
        for municipality, year in archived.keys() | known.keys()
    ]
    return tuple(sorted([*dated, *undated], key=lambda entry: (swedish_key(entry.municipality), entry.year or 9999)))


def entries_without_report(register: Iterable[RegisterEntry]) -> dict[str, tuple[RegisterEntry, ...]]:
    """Evaluations known but not archived, by the municipality's name in the registry; each in the order given."""
    found: dict[str, list[RegisterEntry]] = defaultdict(list)
    for entry in register:
        if entry.evaluation is None:
            found[entry.municipality].append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


def people_of(evaluators: str) -> frozenset[str]:
    """The names in a register's text on evaluators, without employers and ‘m.fl.’; no capitals."""
    names = re.split(r"[;,]", _IN_BRACKETS.sub("", evaluators).replace("m.fl.", ""))
    return frozenset(name.strip().casefold() for name in names if name.strip())
