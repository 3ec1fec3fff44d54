"""Builds into the same folder take turns: two at once would write over each other, and each believe its own."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from sphinx.application import Sphinx
from sphinx.config import Config

from kompass_sphinx.language import Language
from kompass_sphinx.site.build import CACHE_FOLDER
from kompass_sphinx.site.freshness import manifest_folder

FILE_NAME = "turn.lock"

_held: dict[Path, BinaryIO] = {}
"""What this process has locked. The system takes a lock back when the process ends, however it does."""


def take_turn_with_doctrees(app: Sphinx, config: Config) -> None:
    """config-inited, before the environment is loaded: wait until no other process builds with these doctrees."""
    _take_turn(app, Path(app.doctreedir) / CACHE_FOLDER)


def take_turn_with_output(app: Sphinx) -> None:
    """builder-inited, before the archive is read: wait until no other process builds into this output."""
    _take_turn(app, manifest_folder(app.builder))


def _take_turn(app: Sphinx, folder: Path) -> None:
    path = folder / FILE_NAME
    if sys.platform == "win32" or path in _held:  # Windows has no such locks
        return
    import fcntl

    with suppress(OSError):  # where nothing can be written, there is nothing to wait for
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # it is taken; systems differ in how they say so
            _tell_waiting(app, folder.parent)
            fcntl.lockf(file, fcntl.LOCK_EX)
        _held[path] = file


def _tell_waiting(app: Sphinx, folder: Path) -> None:
    """Say why nothing happens, with ``--quiet`` too; as a warning it would fail a build that is right."""
    text = Language(app.config.language or "en").text("Another build works in %(folder)s: waiting.", folder=folder)
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def end_turn(app: Sphinx, exception: Exception | None) -> None:
    """build-finished: let others build."""
    while _held:
        _, file = _held.popitem()
        file.close()
