"""Work shared among processes gives what one process gives, and leaves none behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable

import pytest

from kompass_sphinx.processes import WorkerError, shared_among

# The test runner has threads of its own; a build has none.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.mark.parametrize("processes", [1, 2, 3, 8])
@pytest.mark.parametrize("count", [0, 1, 16, 17, 70])
def test_answers_come_in_the_order_of_the_items(processes: int, count: int) -> None:
    assert shared_among(processes, lambda item: item * item, range(count)) == [item * item for item in range(count)]


def test_the_work_is_done_in_several_processes() -> None:
    assert len(set(shared_among(2, lambda _: os.getpid(), range(64)))) == 2


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect the processes that are started."""
    processes: list[int] = []
    fork = os.fork

    def noted_fork() -> int:
        process = fork()
        if process:
            processes.append(process)
        return process

    monkeypatch.setattr(os, "fork", noted_fork)
    return processes


def assert_all_have_ended(started: list[int]) -> None:
    assert started
    for process in started:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def failing_at(bad: int) -> Callable[[int], int]:
    def work(item: int) -> int:
        if item == bad:
            raise ValueError(f"item {item}")
        return item

    return work


def test_an_error_in_this_process_is_raised_as_it_is(started: list[int]) -> None:
    with pytest.raises(ValueError, match="item 2"):
        shared_among(2, failing_at(2), range(64))
    assert_all_have_ended(started)


def test_an_error_in_another_process_is_told_with_its_words(started: list[int]) -> None:
    with pytest.raises(WorkerError, match="ValueError: item 20"):
        shared_among(2, failing_at(20), range(64))
    assert_all_have_ended(started)


def test_a_process_that_is_killed_is_told() -> None:
    this = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != this:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(WorkerError, match="ended from outside"):
        shared_among(2, work, range(64))


def test_no_process_works_on_when_the_build_is_killed() -> None:
    program = textwrap.dedent("""
        import os, signal, sys
        from kompass_sphinx.processes import shared_among
        parent = os.getpid()
        reading, writing = os.pipe()
        def work(item):
            if os.getpid() == parent:
                os.read(reading, 1)
                os.kill(parent, signal.SIGKILL)
            os.write(writing, b".")
            while os.getppid() == parent:
                pass
            print(item, flush=True)
        shared_among(2, work, range(64))
    """)
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
    # It finishes what it is at, and takes up nothing more; standard output ends when the last process has.
    assert ended.stdout == "16\n"
