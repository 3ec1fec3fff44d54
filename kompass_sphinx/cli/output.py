"""Files that commands write: whole or not at all, and never over another one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import click

from kompass_sphinx.cli.language import text


class ExistsError(click.ClickException):
    """A file would have been written over: the command was used wrongly."""

    exit_code = 2


def write_new(path: Path, content: str) -> None:
    """Write a file that is not there yet. Raises click.ClickException, of which ExistsError."""
    if path.exists() or path.is_symlink():
        raise ExistsError(text("%(path)s exists already and is left as it is.", path=path.as_posix()))
    write_whole(path, content)


def write_whole(path: Path, content: str) -> None:
    """Write a file beside its place first, so that it is never half there. Raises click.ClickException."""
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
        # A temporary file is its owner's alone; what is written here is as open as any other new file.
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        reason = error.strerror or type(error).__name__
        message = text("%(path)s cannot be written (%(reason)s).", path=path.as_posix(), reason=reason)
        raise click.ClickException(message) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
