"""Writing a file that is not there yet: all of it or nothing, and never over another."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from kompass_sphinx.cli.language import text


class RefusedError(click.ClickException):
    """What was asked for cannot be done as it was asked."""

    exit_code = 2


def refuse_existing(path: Path) -> None:
    """Raise RefusedError when there is something at ``path``."""
    if os.path.lexists(path):
        raise RefusedError(
            text(
                "%(path)s is already there and is left as it is. Move or remove it first, or name another file with "
                "--output.",
                path=path,
            )
        )


def write_new(path: Path, content: str) -> None:
    """Write ``content`` as UTF-8 to a new file, its folder made when it is missing. Raises RefusedError."""
    refuse_existing(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(content)
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusedError(
            text("%(path)s cannot be written (%(reason)s). Name another file with --output.", path=path, reason=reason)
        ) from error


def _umask() -> int:
    """What the user's files are not to allow; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
