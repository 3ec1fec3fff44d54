"""Two builds into the same folder at once: the older one does not write over the newer one's pages."""

from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.exactness.building import Building, Watch
from tests.exactness.edits import Edit
from tests.exactness.interruptions import changed_by
from tests.exactness.sequences import Exactness, Step

EDITS = (Edit("a figure", 0, 7), Edit("the words of a page", 1, 5), Edit("an evaluation deleted", 2, 1))
MORE = (Edit("a figure", 0, 8), Edit("the words of a page", 1, 6), Edit("a new evaluation", 7, 3))


class Meeting:
    """A build that stops before one of its changes, and another that tells when it waits for the first."""

    def __init__(self, folder: Path) -> None:
        self._folder = f"{folder}/_build/"
        self._stopped, self._at_stop = os.pipe()
        self._go, self._let_go = os.pipe()

    def stops_before(self, at: int) -> Watch:
        """For the first build: stop before so many changes to the output or its caches have been made."""
        left = at

        def hook(event: str, values: tuple[Any, ...]) -> None:
            nonlocal left
            path = changed_by(event, values)
            if path is not None and path.startswith(self._folder):
                left -= 1
                if left == -1:
                    os.write(self._at_stop, b".")
                    os.read(self._go, 1)

        return lambda: sys.addaudithook(hook)

    def tells(self) -> Watch:
        """For the second build: tell of waiting. Its end is told too, for nobody else has this end of the pipe."""
        self._waits, self._at_wait = os.pipe()

        def hook(event: str, values: tuple[Any, ...]) -> None:
            if event == "fcntl.lockf" and not values[1] & fcntl.LOCK_NB:
                os.write(self._at_wait, b".")

        return lambda: sys.addaudithook(hook)

    def first_has_stopped(self) -> None:
        """Wait for it."""
        os.read(self._stopped, 1)

    def second_waits_or_has_ended(self) -> None:
        """Wait for it."""
        os.close(self._at_wait)
        os.read(self._waits, 1)

    def first_goes_on(self) -> None:
        """Let it."""
        os.write(self._let_go, b".")


@pytest.mark.parametrize(
    ("at", "edits", "more"),
    [
        (0, EDITS, MORE),
        (3, EDITS, MORE),
        (30, EDITS, MORE),
        (3, (Edit("the configuration", 4, 0),), (Edit("the configuration", 4, 2),)),
    ],
)
def test_the_later_build_is_what_is_left(
    tmp_path: Path, at: int, edits: tuple[Edit, ...], more: tuple[Edit, ...]
) -> None:
    exactness = Exactness(tmp_path)
    exactness.take(Step(()))
    for edit in edits:
        edit.apply(exactness.site)
    meeting = Meeting(tmp_path)
    first = Building(exactness.site, "incremental", "html", meeting.stops_before(at))
    meeting.first_has_stopped()
    for edit in more:
        edit.apply(exactness.site)
    second = Building(exactness.site, "incremental", "html", meeting.tells())
    meeting.second_waits_or_has_ended()
    meeting.first_goes_on()
    ended = second.wait()
    assert (first.wait().status, ended.status) == (0, 0)
    has_begun = at > 0
    assert ended.said.count("Ett annat bygge arbetar i ") == has_begun
    exactness.compare("html", ended)
    exactness.take(Step(()))
