"""A whole number on the command line."""

from __future__ import annotations

import click

from kompass_sphinx.cli.language import text


class Number(click.IntRange):
    """A whole number within limits, called so in the language of the environment."""

    name = text("number")

    def _describe_range(self) -> str:
        """What click says of the limits, in the help and when they are passed: 2002–2099, or nothing without any."""
        return "" if self.min is None or self.max is None else f"{self.min}–{self.max}"
