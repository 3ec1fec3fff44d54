"""The long run: sequences of edits and interruptions until the time is out, and a report of what was tried."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st

from tests.exactness.sequences import Difference, Step, Tally, forget_clean_builds, run, steps

REPORT = Path("_build/soak/report.md")
LONGEST = 8
"""Steps in a sequence."""


def soak(minutes: int) -> int:
    """The exit status of the command: 1 when a sequence failed."""
    tally, failures = Tally(), list[tuple[list[Step], str]]()
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        for sequence in _drawn():
            failure = _failure(sequence, tally)
            if failure is not None:
                failures.append((sequence, failure))
                sys.stdout.write(f"FAILED: {sequence}\n{failure}\n")
                sys.stdout.flush()
            if time.monotonic() >= end:
                break
        sys.stdout.write(f"{tally.sequences} sequences, {tally.builds} builds, {len(failures)} failed\n")
        sys.stdout.flush()
    report = "\n".join(_report(minutes, tally, failures))
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(report, encoding="utf-8")
    sys.stdout.write(report)
    return 1 if failures else 0


def _drawn() -> list[list[Step]]:
    """Some sequences, others each time."""
    drawn: list[list[Step]] = []

    @settings(
        max_examples=20,
        database=None,
        derandomize=False,
        phases=[Phase.generate],
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(steps(interrupted=True), min_size=4, max_size=LONGEST))
    def draw(sequence: list[Step]) -> None:
        drawn.append(sequence)

    draw()
    return drawn


def _failure(sequence: list[Step], tally: Tally) -> str | None:
    """What went wrong in a sequence."""
    forget_clean_builds()
    folder = Path(tempfile.mkdtemp(prefix="exactness-"))
    try:
        run(sequence, folder, tally)
    except Difference as difference:
        return str(difference)
    finally:
        shutil.rmtree(folder)
    return None


def _report(minutes: int, tally: Tally, failures: list[tuple[list[Step], str]]) -> list[str]:
    lines = [
        "# Sequences of edits and interruptions",
        "",
        f"{tally.sequences + len(failures)} sequences in {minutes} minutes, {tally.builds} builds,"
        f" {sum(tally.edits.values())} edits, {sum(tally.interruptions.values())} interruptions,"
        f" {len(failures)} failures.",
        *_counts("Edits", tally.edits),
        *_counts("Interruptions, and how the build ended", tally.interruptions),
    ]
    for sequence, failure in failures:
        lines += ["", "## Failure", "", "```", repr(sequence), "", failure.strip(), "```"]
    return [*lines, ""]


def _counts(title: str, counts: Counter[str]) -> list[str]:
    rows = [f"| {name} | {count} |" for name, count in sorted(counts.items())]
    return ["", f"## {title}", "", "| | times |", "|---|--:|", *rows]
