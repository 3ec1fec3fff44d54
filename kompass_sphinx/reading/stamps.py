"""Whether a file can have changed since it was read, told without reading it: as git's index tells it."""

from __future__ import annotations

import os
import time

Stamp = tuple[int, int, int, int, int]
"""Device, inode, size, and the times of the last change of content and of anything else, in nanoseconds."""

SETTLES_AFTER = 2_000_000_000
"""Nanoseconds. Clocks of file systems go by steps of up to two seconds: a second change in a step shows in no time."""


def stamp_of(path: str) -> Stamp | None:
    """The stamp of a file, to be taken before it is read; None for one that cannot be read."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a third of the time of Path.stat, for every file in every build
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def settled(stamp: Stamp | None) -> Stamp | None:
    """The stamp, when every change after now gives another one; else None, for only the content tells.

    To be asked before the file is read, for it may change while it is.
    """
    return stamp if stamp is not None and max(stamp[3:]) < time.time_ns() - SETTLES_AFTER else None
