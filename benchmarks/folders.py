"""Where the benchmark works: all of it under _build/bench, which may be deleted."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.demonstration.folder import generate

PROJECT = Path(__file__).parent.parent
WORK = PROJECT / "_build" / "bench"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders for a demonstration of ``count`` evaluations."""

    work: Path
    count: int

    @property
    def evaluations(self) -> Path:
        """The made-up evaluations, which every subject reads."""
        return self.work / str(self.count) / "evaluations"

    def of(self, subject: str) -> Path:
        """A folder for what a subject needs and writes."""
        return self.work / str(self.count) / subject

    def make(self) -> None:
        """Make up the evaluations; those that are there already are not touched."""
        generate(self.evaluations, self.count)


def delete(*folders: Path) -> None:
    """Delete folders that may be there."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
