"""The long run: sequences of edits and interruptions until the time is out, and a report of what was tried."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.exactness.edits import KINDS, Edit
from tests.exactness.interruptions import KINDS as INTERRUPTIONS
from tests.exactness.interruptions import Interruption
from tests.exactness.sequences import BUILDERS, Difference, Step, Tally, forget_clean_builds, run

REPORT = Path("_build/soak/report.md")
LONGEST = 8
"""Steps in a sequence."""


def soak(minutes: int) -> int:
    """The exit status of the command: 1 when a sequence failed."""
    tally, failures = Tally(), list[tuple[list[Step], str]]()
    random = Random()
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        sequence = _drawn(random)
        failure = _failure(sequence, tally)
        if failure is not None:
            failures.append((sequence, failure))
            sys.stdout.write(f"FAILED: {sequence}\n{failure}\n")
        sys.stdout.write(f"{tally.sequences} sequences, {tally.builds} builds, {len(failures)} failed\n")
        sys.stdout.flush()
    report = "\n".join(_report(minutes, tally, failures))
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(report, encoding="utf-8")
    sys.stdout.write(report)
    return 1 if failures else 0


def _drawn(random: Random) -> list[Step]:
    """Any sequence; every kind of edit is as likely as any other, which hypothesis does not see to."""
    return [
        Step(
            tuple(
                Edit(random.choice(sorted(KINDS)), random.randrange(21), random.randrange(100))
                for _ in range(random.randint(1, 3))
            ),
            random.choice(BUILDERS),
            random.randint(1, 2),
            random.random() < 0.5,
            Interruption(random.choice(INTERRUPTIONS), int(600 ** random.random()) - 1)
            if random.random() < 0.4
            else None,
        )
        for _ in range(random.randint(4, LONGEST))
    ]


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
