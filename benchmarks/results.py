"""What a run of the benchmark found, and the file that keeps it."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.measure import Measurement

FILE = Path(__file__).parent / "results.json"


class NotMeasuredError(Exception):
    """A figure that was asked for was not measured in this run."""


@dataclass(frozen=True, slots=True)
class Series:
    """All runs of one job; ``count`` is the number of evaluations."""

    subject: str
    step: str
    count: int
    wall: tuple[float, ...]
    cpu: tuple[float, ...]
    peak: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """What there is at one count.

    ``pages``: all HTML pages of our site that data makes. ``page_bytes``: the mean size of an evaluation's page in
    bytes, ours and by generator. ``differing``: how many files of the output differ after each edit, and of
    them HTML pages.
    """

    count: int
    pages: int
    page_bytes: Mapping[str, float]
    differing: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Results:
    """One run: where, with what, how many rounds, and what was measured."""

    machine: str
    versions: Mapping[str, str]
    day: str
    rounds: int
    series: tuple[Series, ...]
    pages: tuple[Pages, ...] = field(default=())

    def one(self, subject: str, step: str, count: int) -> Series:
        """The runs of a job. Raises NotMeasuredError."""
        for series in self.series:
            if (series.subject, series.step, series.count) == (subject, step, count):
                return series
        raise NotMeasuredError(f"{subject} {step} {count}")

    def cpu(self, subject: str, step: str, count: int) -> float:
        """The least CPU time of a job, in seconds: what else the machine does only adds to it."""
        return min(self.one(subject, step, count).cpu)

    def wall(self, subject: str, step: str, count: int) -> float:
        """The least wall time of a job, in seconds."""
        return min(self.one(subject, step, count).wall)

    def peak(self, subject: str, step: str, count: int) -> float:
        """The median of a job's memory, in bytes."""
        return statistics.median(self.one(subject, step, count).peak)

    def counts(self, subject: str, step: str = "full") -> tuple[int, ...]:
        """The counts at which a job was measured, the least first."""
        return tuple(sorted(one.count for one in self.series if (one.subject, one.step) == (subject, step)))

    def at(self, count: int) -> Pages:
        """The pages at a count. Raises NotMeasuredError."""
        for pages in self.pages:
            if pages.count == count:
                return pages
        raise NotMeasuredError(f"pages at {count}")

    def save(self, path: Path) -> None:
        """Write the file, a line for each job."""
        content = asdict(self)
        lines = {
            name: [json.dumps(one, ensure_ascii=False) for one in content.pop(name)] for name in ("series", "pages")
        }
        head = json.dumps(content, ensure_ascii=False, indent=1).removesuffix("\n}")
        parts = [f'"{name}": [\n  ' + ",\n  ".join(those) + "\n ]" for name, those in lines.items()]
        path.write_text(",\n ".join([head, *parts]) + "\n}\n", encoding="utf-8")


def load_results(path: Path) -> Results:
    """The results in a file. Raises OSError, ValueError, KeyError or TypeError for a file that is none."""
    content = json.loads(path.read_text(encoding="utf-8"))
    series = tuple(
        Series(**{**one, **{name: tuple(one[name]) for name in ("wall", "cpu", "peak")}})
        for one in content.pop("series")
    )
    pages = tuple(
        Pages(**{**one, "differing": {step: (all_files, made) for step, (all_files, made) in one["differing"].items()}})
        for one in content.pop("pages")
    )
    return Results(**content, series=series, pages=pages)


class Gathering:
    """Collects measurements of jobs in the order in which the jobs first come."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, int], list[Measurement]] = {}

    def add(self, subject: str, step: str, count: int, measurement: Measurement) -> None:
        """Add a run of a job."""
        self._found.setdefault((subject, step, count), []).append(measurement)

    def series(self) -> tuple[Series, ...]:
        """All that was added, rounded to what can be told apart: milliseconds and bytes."""
        return tuple(
            Series(
                *key,
                wall=tuple(round(one.wall, 3) for one in runs),
                cpu=tuple(round(one.cpu, 3) for one in runs),
                peak=tuple(one.peak for one in runs),
            )
            for key, runs in self._found.items()
        )
