"""Examines the import: ``python -m tests.importing.examine [--count N] [--shape NAME …] [--edition E …]``.

Prints for each shape of made-up report how many of all it says that a draft had right, marked as unsure, said to be
missing, lost in silence or had wrong without a mark; ``--faults N`` lists the first N of the last two. ``--through``
makes a file of a format and reads it as the command does; only text carries the wear of lines. ``--keep FOLDER`` keeps
the files and their drafts there.
"""

from __future__ import annotations

import sys
import traceback
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.importing.drafting import LINES, WITH_PAGES, draft_through
from tests.importing.report_files import FORMATS
from tests.importing.report_shapes import SHAPES, Shape, random_shape, shape_named
from tests.importing.reports import EDITIONS, MadeReport, made_report
from tests.importing.scoring import score_report
from tests.importing.verdicts import Fault, Group, Verdict

_GROUPS: tuple[Group, ...] = ("sub-questions", "areas", "total", "facts", "findings", "examples")
_NAME = 44
"""Letters in the table's first column."""


@dataclass(slots=True)
class Result:
    """What came of one shape: verdicts by group, faults in words, drafts that could not be made at all."""

    counts: dict[Group, Counter[Verdict]] = field(default_factory=lambda: {group: Counter() for group in _GROUPS})
    faults: list[Fault] = field(default_factory=list)
    broken: int = 0


@dataclass(frozen=True, slots=True)
class Examiner:
    """What is examined of each shape, through which format, and where the files go."""

    count: int
    editions: tuple[int, ...]
    format_name: str
    folder: Path

    def examine(self, shape: Shape) -> Result:
        """The result of ``count`` reports of each edition in a shape."""
        result = Result()
        for edition in self.editions:
            for seed in range(self.count):
                self._examine(made_report(seed, edition, shape), f"{shape.name}-{edition}-{seed}", result)
        return result

    def _examine(self, report: MadeReport, name: str, result: Result) -> None:
        try:
            text = draft_through(self.format_name, report, self.folder, name)
            score = score_report(report, text, has_pages=self.format_name in WITH_PAGES)
        except Exception:
            result.broken += 1
            result.faults.append(Fault("facts", Verdict.WRONG, f"{name}: no draft", traceback.format_exc(limit=-4)))
            return
        for group, counts in score.counts.items():
            result.counts[group] += counts
        result.faults += [replace(fault, place=f"{name}: {fault.place}") for fault in score.faults]


def table(results: dict[str, Result], groups: tuple[Group, ...]) -> Iterator[str]:
    """The rows of the table, with one for all shapes at the end."""
    yield f"{'shape':<{_NAME}}" + "".join(f"{verdict.value:>14}" for verdict in Verdict) + f"{'broken':>8}"
    total: Counter[Verdict] = Counter()
    for name, result in results.items():
        counts = sum((result.counts[group] for group in groups), Counter[Verdict]())
        total += counts
        yield _row(name, counts, result.broken)
    yield _row("ALL", total, sum(result.broken for result in results.values()))


def _row(name: str, counts: Counter[Verdict], broken: int) -> str:
    return f"{name:<{_NAME}}" + "".join(f"{counts[verdict]:>14}" for verdict in Verdict) + f"{broken:>8}"


def main(arguments: list[str]) -> int:
    """The exit status of the command: 1 when anything was wrong without a mark, lost or broken."""
    parser = ArgumentParser(prog="python -m tests.importing.examine", description=__doc__)
    parser.add_argument("--count", type=int, default=3, help="reports of each edition and shape")
    parser.add_argument("--shape", nargs="+", default=list(SHAPES), help="shapes, joined by + when combined")
    parser.add_argument("--random", type=int, default=0, help="so many shapes put together at random instead")
    parser.add_argument("--edition", nargs="+", type=int, default=list(EDITIONS), choices=EDITIONS)
    parser.add_argument("--group", nargs="+", default=list(_GROUPS), choices=_GROUPS, help="what to count")
    parser.add_argument("--faults", type=int, default=0, help="so many faults are listed for each shape")
    parser.add_argument("--through", choices=[LINES, *FORMATS], default="text", help="the format of the files")
    parser.add_argument("--keep", type=Path, help="a folder to keep files and drafts in")
    wanted = parser.parse_args(arguments)
    with TemporaryDirectory() as temporary:
        folder: Path = wanted.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        examiner = Examiner(wanted.count, tuple(wanted.edition), wanted.through, folder)
        shapes = [random_shape(seed) for seed in range(wanted.random)] or [shape_named(name) for name in wanted.shape]
        results = {shape.name: examiner.examine(shape) for shape in shapes}
    sys.stdout.write("\n".join(table(results, tuple(wanted.group))) + "\n")
    for result in results.values():
        faults = [fault for fault in result.faults if fault.group in wanted.group]
        worst_first = sorted(faults, key=lambda fault: fault.verdict is not Verdict.WRONG)
        sys.stdout.writelines(f"{fault}\n" for fault in worst_first[: wanted.faults])
    return 1 if any(result.faults for result in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
