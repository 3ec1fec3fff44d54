"""What is watched while somebody writes, and what a change of it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from watchfiles import DefaultFilter, watch

import kompass_sphinx

PACKAGE = Path(kompass_sphinx.__file__).resolve().parent
STEP = 20
"""Milliseconds without another change after which those so far are told."""


def folders_of(source: Path, *others: Path) -> list[Path]:
    """The folders to watch with all that is in them: those of the project, the package's, and others."""
    own = [path for path in source.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))]
    return sorted({path.resolve() for path in (*own, PACKAGE, *others) if path.is_dir()})


def changes(source: Path, folders: Iterable[Path], stop: Event, *, inside: bool) -> Iterator[set[Path]]:
    """Paths that changed, as they do, until ``stop``: in the folders, or only files of ``source`` itself."""
    watched = folders if inside else [source]
    for found in watch(*watched, watch_filter=DefaultFilter(), stop_event=stop, step=STEP, recursive=inside):
        yield {Path(path) for _, path in found}


@contextmanager
def watching(source: Path, folders: Iterable[Path], told: Callable[[set[Path]], None]) -> Iterator[None]:
    """Call ``told`` with the paths that change, from threads that end with the context."""
    stop = Event()

    def follow(inside: bool) -> None:
        for paths in changes(source, folders, stop, inside=inside):
            told(paths)

    threads = [Thread(target=follow, args=(inside,), daemon=True) for inside in (True, False)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
