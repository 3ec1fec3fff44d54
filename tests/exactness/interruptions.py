"""What can come between a build and its end, at a chosen moment: no waiting, no chance.

The process of a build is told of every change that it is about to make to a file, through Python's audit events, and
is stopped before the one whose turn it is. What is on the disk depends on the changes made before and on nothing else,
so this reaches every moment at which a build can be killed. A file being written at that moment may be left torn.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.exactness.building import Watch
from tests.site.sites import Site

KINDS = ("killed", "killed while writing", "control-C", "disk full", "disk read-only", "file gone")

_CHANGES = {"os.rename": 1, "os.remove": 0, "os.mkdir": 0, "os.rmdir": 0, "os.truncate": 0, "os.link": 1}
"""Events that change a file, and which of their values names it."""

_BUILT = "/_build/"
_ASIDE = "vanished"


@dataclass(frozen=True, slots=True)
class Interruption:
    """What happens, and before which change to a file or, for a file that is gone, before the reading of which."""

    kind: str
    at: int

    @property
    def changes_sources(self) -> bool:
        """Whether the project is another after it."""
        return self.kind == "file gone"

    def watch(self, site: Site) -> Watch:
        """What makes it happen in the process of a build."""
        folder = str(site.folder)
        if self.kind == "file gone":
            return lambda: sys.addaudithook(_Vanishing(site.folder, self.at))
        strike = {
            "killed": _killed,
            "killed while writing": _killed_while_writing,
            "control-C": _interrupted,
            "disk full": _full,
            "disk read-only": _read_only,
        }[self.kind]
        return lambda: sys.addaudithook(_Trap(folder + _BUILT, self.at, strike))

    def restore(self, site: Site) -> None:
        """Put back what was taken away."""
        for aside in sorted((site.folder / "_build").glob(f"{_ASIDE}/**/*")):
            if aside.is_file():
                aside.replace(site.folder / aside.relative_to(site.folder / "_build" / _ASIDE))


def interruptions() -> st.SearchStrategy[Interruption]:
    """Any interruption; early moments more often than late ones, for a build that has little to do."""
    moment = st.integers(0, 12) | st.integers(0, 80) | st.integers(0, 500)
    return st.builds(Interruption, st.sampled_from(KINDS), moment)


class _Trap:
    """Counts the changes to files in a folder; at the one whose turn it is, and at all after it, strikes."""

    def __init__(self, folder: str, at: int, strike: Callable[[str, bool], None]) -> None:
        self._folder, self._left, self._strike = folder, at, strike
        self._is_striking = False

    def __call__(self, event: str, values: tuple[Any, ...]) -> None:
        if self._is_striking:
            return
        path = changed_by(event, values)
        if path is None or not path.startswith(self._folder):
            return
        self._left -= 1
        if self._left < 0:
            self._is_striking = True
            try:
                self._strike(path, event == "open")
            finally:
                self._is_striking = False


def changed_by(event: str, values: tuple[Any, ...]) -> str | None:
    """The path of the file that an event is about to change."""
    if event == "open":
        path, _, flags = values
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        return os.fsdecode(path) if writes and not isinstance(path, int) else None
    return os.fsdecode(values[_CHANGES[event]]) if event in _CHANGES else None


def _killed(_: str, __: bool) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _killed_while_writing(path: str, writes: bool) -> None:
    if writes:
        _tear(path)
    os.kill(os.getpid(), signal.SIGKILL)


def _interrupted(_: str, __: bool) -> None:
    os.kill(os.getpid(), signal.SIGINT)


def _full(path: str, writes: bool) -> None:
    if writes:
        _tear(path)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)


def _read_only(path: str, _: bool) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)


def _tear(path: str) -> None:
    """Leave half of what was there, or an empty file: what came in the place of the rest never reached the disk."""
    with open(path, "ab") as file:  # noqa: PTH123 - the events of Path are the same, and it costs more
        file.truncate(file.tell() // 2)


class _Vanishing:
    """Takes a source away just before it is read for the first time."""

    def __init__(self, folder: Path, at: int) -> None:
        self._folder, self._left = folder, at
        self._is_done = False

    def __call__(self, event: str, values: tuple[Any, ...]) -> None:
        if event != "open" or self._is_done or isinstance(values[0], int):
            return
        path = os.fsdecode(values[0])
        if not path.endswith((".yaml", ".md", ".csv", ".css")) or not Path(path).is_relative_to(self._folder):
            return
        relative = Path(path).relative_to(self._folder)
        if relative.parts[0] == "_build" or not os.path.isfile(path):  # noqa: PTH113 - Path asks by opening
            return
        self._left -= 1
        if self._left < 0:
            self._is_done = True
            aside = self._folder / "_build" / _ASIDE / relative
            aside.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, aside)  # noqa: PTH105
