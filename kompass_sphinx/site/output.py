"""Files of the output: written only when their bytes differ, and whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kompass_sphinx.reading.whole_files import replace_file

if TYPE_CHECKING:
    from sphinx.builders import Builder


def write_when_different(path: Path, content: bytes) -> int:
    """Write a file unless it has these bytes already; its size in bytes."""
    try:
        if path.read_bytes() == content:
            return len(content)
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)
    return len(content)


def has_size(path: str | Path, size: int) -> bool:
    """Whether there is a file of this size in bytes."""
    try:
        return os.stat(path).st_size == size  # noqa: PTH116 -- thousands of files: half the time of Path.stat
    except OSError:
        return False


def signed(builder: Builder, path: str, text: str) -> str:
    """A script with the site's name at its head, so that records of a demonstration say that they are made up."""
    name = builder.config.project.replace("*/", "* /")
    return f"/* {name} */\n{text}" if path.endswith(".js") else text
