"""Work shared among forked processes: each has all that was read, nothing is sent to them, little comes back."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""Not on Windows, and on macOS not safely."""

_BLOCK = 16

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class WorkerError(Exception):
    """A process ended before its work was done; the message is what it said last."""


def shared_among(processes: int, work: Callable[[Item], Answer], items: Sequence[Item]) -> list[Answer]:
    """The answers of ``work`` to all items, in their order; this process does its share of them.

    Answers are pickled. Raises WorkerError when another process failed, and what ``work`` raises in this one; no
    process is left behind.
    """
    # What is there already stays: the collector would go through all of it again and again, in each process.
    gc.freeze()
    try:
        shares = min(processes, -(-len(items) // _BLOCK)) if CAN_FORK else 1
        return [work(item) for item in items] if shares <= 1 else _forked(shares, work, items)
    finally:
        gc.unfreeze()


def _forked(shares: int, work: Callable[[Item], Answer], items: Sequence[Item]) -> list[Answer]:
    places = [_places_of(share, shares, len(items)) for share in range(shares)]
    workers = {share: _begin(work, [items[at] for at in places[share]]) for share in range(1, shares)}
    answers: dict[int, Answer] = {}
    try:
        answers.update((at, work(items[at])) for at in places[0])
        for share, (_, pipe) in workers.items():
            answers.update(zip(places[share], _answers(pipe), strict=True))
    except BaseException:
        for process, _ in workers.values():
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        raise
    finally:
        for process, pipe in workers.values():
            os.close(pipe)
            os.waitpid(process, 0)
    return [answers[at] for at in range(len(items))]


def _places_of(share: int, shares: int, count: int) -> list[int]:
    """The places of a share: blocks in turn, since kinds of items differ, and neighbours have much in common."""
    return [at for at in range(count) if at // _BLOCK % shares == share]


def _begin(work: Callable[[Item], Answer], items: Sequence[Item]) -> tuple[int, int]:
    """A new process at work on its share, and where its answers come."""
    reading, writing = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    try:
        os.close(reading)
        # Control-C is for the process that the user started; it ends this one.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        message = pickle.dumps(_outcome(work, items, parent))
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(message)
    finally:
        os._exit(0)


def _outcome(work: Callable[[Item], Answer], items: Sequence[Item], parent: int) -> list[Answer] | str:
    """The answers, or the words of the error."""
    answers = []
    try:
        for item in items:
            if os.getppid() != parent:
                os._exit(1)  # the build was killed: nobody waits for the rest, and the next one may have begun
            answers.append(work(item))
    except BaseException:
        return traceback.format_exc()
    return answers


def _answers(pipe: int) -> list[Answer]:
    with os.fdopen(pipe, "rb", closefd=False) as file:
        message = file.read()
    if not message:
        raise WorkerError("a process of the build was ended from outside")
    outcome: list[Answer] | str = pickle.loads(message)  # noqa: S301 - from our own process
    if isinstance(outcome, str):
        raise WorkerError(outcome)
    return outcome
