"""What a whole process takes: time on the wall, time of the processors, memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MEASURING = Path(__file__).parent / "measuring.py"


class FailedError(Exception):
    """A command of the benchmark that failed, with what it said."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run of a command.

    ``wall``: seconds from start to end. ``cpu``: seconds of user and system, of all its processes. ``peak``: bytes,
    of all its processes together; how they are counted is told in measuring.py.
    """

    wall: float
    cpu: float
    peak: int


def measure(command: Sequence[str], folder: Path) -> Measurement:
    """Run a command in a folder. Raises FailedError."""
    # A slim process in between: see measuring.py.
    words = [sys.executable, "-I", "-S", str(MEASURING), *command]
    # Some machines forbid Python to keep what it compiled; then all of a program is compiled in every run.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    if done.returncode:
        raise FailedError(f"{' '.join(command)}\n{done.stderr}{done.stdout}")
    return Measurement(**json.loads(done.stdout))


def run(command: Sequence[str], folder: Path) -> None:
    """Run a command that is not measured. Raises FailedError."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise FailedError(f"{' '.join(command)}\n{done.stderr}{done.stdout}")
