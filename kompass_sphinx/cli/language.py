"""The language that the command speaks: that of the environment, and Swedish when it says nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping

from kompass_sphinx.language import Language

# As gettext looks them up.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> Language:
    """English where the environment asks for it, else Swedish."""
    asked = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return Language("en" if asked.lower().startswith("en") else "sv")


LANGUAGE = language_of(os.environ)


def text(message: str, /, **values: object) -> str:
    """A message in the language of the environment, filled with values."""
    return LANGUAGE.gettext(message) % values if values else LANGUAGE.gettext(message)
