"""Files that commands write: whole or not at all, and never over another one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kompass_sphinx.cli.language import text
from kompass_sphinx.reading.whole_files import create_file, replace_file


class ExistsError(click.ClickException):
    """A file would have been written over: the command was used wrongly."""

    exit_code = 2


def write_new(path: Path, content: str) -> None:
    """Write a file that is not there yet. Raises click.ClickException, of which ExistsError."""
    _write(path, content, create_file)


def write_whole(path: Path, content: str) -> None:
    """Write a file, in place of one that is there. Raises click.ClickException."""
    _write(path, content, replace_file)


def _write(path: Path, content: str, write: Callable[[Path, bytes], None]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, content.encode())
    except FileExistsError as error:
        if Path(error.filename) == path:
            message = text("%(path)s exists already and is left as it is.", path=path.as_posix())
            raise ExistsError(message) from None
        raise _unwritable(path, error) from None
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> click.ClickException:
    reason = error.strerror or type(error).__name__
    return click.ClickException(text("%(path)s cannot be written (%(reason)s).", path=path.as_posix(), reason=reason))
