"""Runs a command and writes what it took to standard output, as JSON: `python -I -S measuring.py COMMAND …`.

A process of its own, and a slim one: a started process inherits the highest memory of the one that starts it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

SECONDS_BETWEEN_SAMPLES = 0.05


def descendants(process: int) -> list[int]:
    """The process and all that it started, as far as they still run."""
    found = [process]
    for one in found:
        try:
            tasks = list(Path(f"/proc/{one}/task").iterdir())
            for task in tasks:
                found += map(int, (task / "children").read_text().split())
        except (OSError, ValueError):  # ended meanwhile
            continue
    return found


def shared_out_memory(process: int) -> int:
    """The bytes of a process, each page shared out among those that have it (PSS); 0 when it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


class Sampler(threading.Thread):
    """Looks at the memory of a process and of those that it started, as long as there are several."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._ended = threading.Event()
        self.highest = 0

    def run(self) -> None:
        """Look again and again."""
        while not self._ended.wait(SECONDS_BETWEEN_SAMPLES):
            running = descendants(self._process)
            if len(running) > 1:
                self.highest = max(self.highest, sum(map(shared_out_memory, running)))

    def end(self) -> None:
        """The process has ended."""
        self._ended.set()
        self.join()


def main(command: list[str]) -> int:
    """Run the command; its exit status.

    ``wall`` and ``cpu`` are seconds; ``cpu`` is user and system of the command and of all that it waited for.
    ``peak`` is in bytes: that of the largest process as the kernel counts it or, where several run at once, the
    highest sum of their memory that was seen, looked at twenty times a second, if that is more.
    """
    begin = time.perf_counter()
    # The command is the benchmark's own.
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)  # noqa: S603
    sampler = Sampler(process.pid)
    sampler.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    sampler.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = max(usage.ru_maxrss * 1024, sampler.highest)
    found = {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": peak}
    sys.stdout.write(json.dumps(found) + "\n")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
