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
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from kompass_sphinx.importing.document import Document
from tests.archives import catalogue, registry
from tests.importing.report_files import FORMATS
from tests.importing.report_shapes import SHAPES, Shape, shape_named
from tests.importing.reports import EDITIONS, MadeReport, made_report
from tests.importing.scoring import score_draft
from tests.importing.verdicts import Group, Verdict

_GROUPS: tuple[Group, ...] = ("sub-questions", "areas", "total", "facts", "findings", "examples")


@dataclass(slots=True)
class Result:
    """What came of one shape: verdicts by group, faults in words, drafts that could not be made at all."""

    counts: dict[Group, Counter[Verdict]] = field(default_factory=lambda: {group: Counter() for group in _GROUPS})
    faults: list[str] = field(default_factory=list)
    broken: int = 0


Draft = Callable[[MadeReport, str], str]
"""What makes the draft of a report with a name."""


def examined(shape: Shape, count: int, editions: tuple[int, ...], draft: Draft) -> Result:
    """The result of ``count`` reports of each edition in a shape."""
    result = Result()
    for edition in editions:
        for seed in range(count):
            _examine(made_report(seed, edition, shape), f"{shape.name}-{edition}-{seed}", result, draft)
    return result


def _examine(report: MadeReport, name: str, result: Result, draft: Draft) -> None:
    try:
        score = score_draft(report.truth, draft(report, name), report.doubtful)
    except Exception:
        result.broken += 1
        result.faults.append(f"{name}: {traceback.format_exc(limit=-4)}")
        return
    for group, counts in score.counts.items():
        result.counts[group] += counts
    result.faults += [f"{name}: {fault}" for fault in score.faults]


def drafts_through(format_name: str, folder: Path) -> Draft:
    """Drafts of files in a format; the files and the drafts stay in ``folder``."""
    suffix, make = FORMATS[format_name]
    # Imported late: what reads files may not be there yet while the rest is examined.
    read_report = import_module("kompass_sphinx.importing.report_file").read_report

    def draft(report: MadeReport, name: str) -> str:
        path = folder / f"{name}{suffix}"
        path.write_bytes(make(report))
        text = draft_of(read_report(path, lambda _done, _all: None))
        path.with_suffix(".yaml").write_text(text, encoding="utf-8")
        return text

    return draft


def draft_of(document: Document) -> str:
    """The draft that the project makes of a document when nothing else is known."""
    recognition = import_module("kompass_sphinx.importing.recognition")
    wishes = recognition.Wishes(municipality=None, year=None, edition=None, source="made-up.txt")
    text: str = recognition.recognise(document, registry(), catalogue(), wishes).text
    return text


def _draft_of_lines(report: MadeReport, _name: str) -> str:
    return draft_of(report.document)


def table(results: dict[str, Result], groups: tuple[Group, ...]) -> Iterator[str]:
    """The rows of the table, with one for all shapes at the end."""
    yield f"{'shape':<26}" + "".join(f"{verdict.value:>14}" for verdict in Verdict) + f"{'broken':>8}"
    total: Counter[Verdict] = Counter()
    for name, result in results.items():
        counts = sum((result.counts[group] for group in groups), Counter[Verdict]())
        total += counts
        yield _row(name, counts, result.broken)
    yield _row("ALL", total, sum(result.broken for result in results.values()))


def _row(name: str, counts: Counter[Verdict], broken: int) -> str:
    return f"{name:<26}" + "".join(f"{counts[verdict]:>14}" for verdict in Verdict) + f"{broken:>8}"


def main(arguments: list[str]) -> int:
    """The exit status of the command: 1 when anything was wrong without a mark, lost or broken."""
    parser = ArgumentParser(prog="python -m tests.importing.examine", description=__doc__)
    parser.add_argument("--count", type=int, default=3, help="reports of each edition and shape")
    parser.add_argument("--shape", nargs="+", default=list(SHAPES), help="shapes, joined by + when combined")
    parser.add_argument("--edition", nargs="+", type=int, default=list(EDITIONS), choices=EDITIONS)
    parser.add_argument("--group", nargs="+", default=list(_GROUPS), choices=_GROUPS, help="what to count")
    parser.add_argument("--faults", type=int, default=0, help="so many faults are listed for each shape")
    parser.add_argument("--through", choices=["lines", *FORMATS], default="text", help="the format of the files")
    parser.add_argument("--keep", type=Path, help="a folder to keep files and drafts in")
    wanted = parser.parse_args(arguments)
    with TemporaryDirectory() as temporary:
        folder: Path = wanted.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        draft = _draft_of_lines if wanted.through == "lines" else drafts_through(wanted.through, folder)
        editions = tuple(wanted.edition)
        results = {name: examined(shape_named(name), wanted.count, editions, draft) for name in wanted.shape}
    sys.stdout.write("\n".join(table(results, tuple(wanted.group))) + "\n")
    for result in results.values():
        sys.stdout.writelines(f"{fault}\n" for fault in result.faults[: wanted.faults])
    return 1 if any(result.faults for result in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
