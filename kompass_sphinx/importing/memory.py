"""A bound on the memory that reading a report may take: a file of a few bytes can ask for more than there is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    import resource

MOST_BYTES = 2 * 1024**3
"""Of the whole program: a report of a thousand pages is read in a quarter of it."""


@contextmanager
def bounded_memory() -> Iterator[None]:
    """Raise MemoryError inside where more is asked for, on systems that keep such bounds."""
    if sys.platform == "win32":  # has no such bounds
        yield
        return
    before = soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    bound = MOST_BYTES if soft == resource.RLIM_INFINITY else min(soft, MOST_BYTES)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
