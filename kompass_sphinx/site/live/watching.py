"""What is watched while somebody writes, and what a change of it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

import kompass_sphinx

PACKAGE = Path(kompass_sphinx.__file__).resolve().parent
STEP = 20
"""Milliseconds without another change after which those so far are told."""
MOMENT = 50
"""Milliseconds after which a watcher says that nothing has changed: so it is known to be at work."""


def folders_of(source: Path, *others: Path) -> list[Path]:
    """The folders to watch with all that is in them: those of the project, the package's, and others."""
    own = [path for path in source.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))]
    return sorted({path.resolve() for path in (*own, PACKAGE, *others) if path.is_dir()})


@contextmanager
def watching(source: Path, folders: Iterable[Path], told: Callable[[set[Path]], None]) -> Iterator[None]:
    """Call ``told`` with the paths that change in the folders, and the files of ``source`` itself.

    It is called by threads that are at work when the context begins, and have ended after it.
    """
    stop = Event()

    def follow(watched: Iterable[Path], at_work: Event, *, inside: bool) -> None:
        for found in watch(
            *watched, stop_event=stop, step=STEP, rust_timeout=MOMENT, yield_on_timeout=True, recursive=inside
        ):
            at_work.set()
            if found:
                told({Path(path) for _, path in found})

    threads = []
    for watched, inside in ((folders, True), ([source], False)):
        at_work = Event()
        threads.append(Thread(target=follow, args=(watched, at_work), kwargs={"inside": inside}, daemon=True))
        threads[-1].start()
        at_work.wait()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
