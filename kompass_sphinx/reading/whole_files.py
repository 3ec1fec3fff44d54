"""Files that are written whole or not at all: first under another name beside their place, then moved there."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_UNFINISHED = re.compile(r"\..+\.[0-9a-f]{16}")


def replace_file(path: Path, content: bytes, *, is_precious: bool = False) -> None:
    """Write a file in place of the one that is there, if there is one, with the rights that it has.

    Through a link, what it leads to is written. ``is_precious`` is what nobody can make again: it has reached the
    disk before the older file goes. Raises OSError, and then the older file is as it was.
    """
    if path.is_symlink():
        path = path.resolve()
    with _beside(path, content, is_precious=is_precious) as temporary:
        with suppress(FileNotFoundError):
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)


def create_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet; of several that try at once, one does.

    Raises FileExistsError when anything has that name, be it a link to nowhere, and OSError.
    """
    with _beside(path, content, is_precious=True) as temporary:
        # Not every file system can give a file a second name, but each can take a name that is free. Who has it, has
        # the right to put the file there.
        os.close(_opened_new(path))
        try:
            temporary.replace(path)
        except OSError:
            path.unlink()
            raise


def remove_unfinished(folder: Path) -> None:
    """Take away, in all of a folder, what a process that was killed while writing left beside a file's place."""
    for path in folder.rglob(".*"):
        if _UNFINISHED.fullmatch(path.name) and path.is_file():
            path.unlink(missing_ok=True)


@contextmanager
def _beside(path: Path, content: bytes, *, is_precious: bool) -> Iterator[Path]:
    """A file with this content in the same folder, which is gone if that cannot be done."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(_opened_new(temporary), "wb") as file:
            file.write(content)
            if is_precious:
                file.flush()
                os.fsync(file.fileno())
        yield temporary
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _opened_new(path: Path) -> int:
    """A new file, open for writing and as open to others as the person's settings say."""
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
