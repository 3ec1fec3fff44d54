"""What is measured: commands, each with what must be done before and after it outside the measured time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Measurement, measure


def nothing() -> None:
    """Nothing needs to be done."""


@dataclass(frozen=True, slots=True)
class Job:
    """A ``command`` to run in a ``folder`` on ``count`` evaluations.

    ``subject`` is whose command it is, ``step`` what it is asked for: full, unchanged, or one of the edits.
    """

    subject: str
    step: str
    count: int
    command: tuple[str, ...]
    folder: Path
    before: Callable[[], None] = nothing
    after: Callable[[], None] = nothing

    @property
    def name(self) -> str:
        """The job in a line of a report."""
        return f"{self.subject} {self.step} {self.count}"


def rounds(jobs: Iterable[Job], repeats: int) -> Iterator[tuple[Job, Measurement]]:
    """Every job once, then every job again: what changes on the machine meanwhile meets them all alike."""
    all_jobs = tuple(jobs)
    for _ in range(repeats):
        for job in all_jobs:
            job.before()
            try:
                measurement = measure(job.command, job.folder)
            finally:
                job.after()
            yield job, measurement
