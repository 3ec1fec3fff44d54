"""A whole number on the command line."""

from __future__ import annotations

import click

from kompass_sphinx.cli.language import text


class Number(click.IntRange):
    """A whole number within limits, called so in the language of the environment."""

    name = text("number")
