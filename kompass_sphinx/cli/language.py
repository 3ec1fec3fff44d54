"""The language that the command speaks: that of the environment, and Swedish when it says nothing else."""

from __future__ import annotations

import os

from kompass_sphinx.language import language_of

LANGUAGE = language_of(os.environ)


def text(message: str, /, **values: object) -> str:
    """A message in the language of the environment, filled with values."""
    return LANGUAGE.gettext(message) % values if values else LANGUAGE.gettext(message)
