"""What the live server says in the terminal, in the language of the environment."""

from __future__ import annotations

import os
from typing import TextIO

from kompass_sphinx.language import language_of

LANGUAGE = language_of(os.environ)


def text(message: str, /, **values: object) -> str:
    """A message in the language of the environment, filled with values."""
    return LANGUAGE.gettext(message) % values


def say(stream: TextIO, line: str) -> None:
    """Write a line at once; a terminal that lacks a letter shows a question mark in its place."""
    encoding = stream.encoding or "utf-8"
    stream.write(f"{line}\n".encode(encoding, "replace").decode(encoding))
    stream.flush()
